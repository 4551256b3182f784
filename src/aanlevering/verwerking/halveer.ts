import { regelsVan } from '../ontvangst/regeldeler.ts'
import type { Deelvorm } from '../store/deel.ts'
import type { Studentendeel } from './verwerk-studenten.ts'

export interface Deelhelft {
  readonly vanafRegel: number
  readonly totEnMetRegel: number
  readonly records: number
  readonly inhoud: Uint8Array
}

/** Twee helften van een deel, op volgorde; undefined als er nog maar een record in zit. */
export function halveerDeel(vorm: Deelvorm, inhoud: Buffer, vanafRegel: number, totEnMetRegel: number): readonly Deelhelft[] | undefined {
  return vorm === 'studenten' ? halveerStudenten(inhoud, vanafRegel, totEnMetRegel) : halveerRegels(inhoud, vanafRegel, totEnMetRegel)
}

function halveerRegels(inhoud: Buffer, vanafRegel: number, totEnMetRegel: number): readonly Deelhelft[] | undefined {
  const regels = [...regelsVan(inhoud, vanafRegel)]
  const tweede = regels[Math.ceil(regels.length / 2)]
  if (regels.length < 2 || tweede === undefined) return undefined
  // De bytes zijn stukken van `inhoud` zelf; hun afstand tot het begin is de plaats van de snede.
  const snede = tweede.bytes.byteOffset - inhoud.byteOffset
  return [
    { vanafRegel, totEnMetRegel: tweede.regelnummer - 1, records: Math.ceil(regels.length / 2), inhoud: inhoud.subarray(0, snede - 1) },
    { vanafRegel: tweede.regelnummer, totEnMetRegel, records: Math.floor(regels.length / 2), inhoud: inhoud.subarray(snede) },
  ]
}

function halveerStudenten(inhoud: Buffer, vanafRegel: number, totEnMetRegel: number): readonly Deelhelft[] | undefined {
  const deel = JSON.parse(inhoud.toString('utf8')) as Studentendeel
  if (deel.studenten.length < 2) return undefined
  const midden = Math.ceil(deel.studenten.length / 2)
  const helft = (studenten: Studentendeel['studenten'], vanaf: number): Deelhelft =>
    ({ vanafRegel: vanaf, totEnMetRegel, records: studenten.length, inhoud: Buffer.from(JSON.stringify({ ...deel, studenten })) })
  return [helft(deel.studenten.slice(0, midden), vanafRegel), helft(deel.studenten.slice(midden), deel.studenten[midden]?.regelnummer ?? vanafRegel + 1)]
}
