/** Een bestand als inhoud van een verzoek aan een server. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Omvang } from '../voortgang.ts'
import { VerkeerdGebruik } from './einde.ts'

/** De grootte in bytes. Gooit `VerkeerdGebruik` als het geen bestand is dat wij mogen lezen. */
export function leesbaarBestand(pad: string): number {
  const stand = statSync(pad, { throwIfNoEntry: false })
  if (stand === undefined) throw new VerkeerdGebruik(`${pad} bestaat niet. Controleer de naam.`)
  if (!stand.isFile()) throw new VerkeerdGebruik(`${pad} is geen bestand.`)
  return stand.size
}

/** Onbekend als het bestand er niet is; dat meldt de opdracht zelf. */
export function omvangVan(pad: string): Omvang | undefined {
  const bestand = statSync(pad, { throwIfNoEntry: false })
  return bestand?.isFile() ? { totaal: bestand.size, eenheid: 'bytes' } : undefined
}

/** De bytes van een bestand, met het deel dat gelezen is. */
export async function* leesMetVoortgang(pad: string, zet: (deel: number) => void): AsyncGenerator<Uint8Array> {
  const bytes = Math.max(1, leesbaarBestand(pad))
  let gelezen = 0
  for await (const stuk of createReadStream(pad) as AsyncIterable<Buffer>) {
    gelezen += stuk.length
    zet(gelezen / bytes)
    yield stuk
  }
}

export type Inhoudsoort = 'application/json' | 'application/x-ndjson' | 'application/xml' | 'text/csv'

/** Naar het eerste teken: records beginnen met een accolade, TBG-i met een punthaak, bestanden van DUO met een recordsoort. */
export function soortVan(pad: string): Inhoudsoort {
  leesbaarBestand(pad)
  const kop = Buffer.alloc(64)
  const fd = openSync(pad, 'r')
  const gelezen = readSync(fd, kop, 0, kop.length, 0)
  closeSync(fd)
  const begin = kop.subarray(0, gelezen).toString('utf8').replace(/^\uFEFF/, '').trimStart().slice(0, 1)
  if (begin === '<') return 'application/xml'
  if (begin !== '{') return 'text/csv'
  return pad.toLowerCase().endsWith('.json') ? 'application/json' : 'application/x-ndjson'
}

/** Wat bij een verzoek met een bestand hoort; elke poging begint het bestand opnieuw. */
export function alsInhoud(pad: string, zet: (deel: number) => void) {
  const naam = basename(pad)
  const kaal = naam.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return {
    koppen: { 'content-type': soortVan(pad), 'content-disposition': `attachment; filename="${kaal}"${kaal === naam ? '' : `; filename*=UTF-8''${encodeURIComponent(naam)}`}` },
    verzoek: { body: Readable.toWeb(Readable.from(leesMetVoortgang(pad, zet))), bodySerializer: (inhoud: unknown) => inhoud, duplex: 'half' },
  }
}
