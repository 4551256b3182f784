import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { OBOV, obovKopregel, type ObovRecord } from '../bestanden/obov.ts'
import type { Onleesbaar } from '../bestanden/onleesbaar.ts'
import { Recordschrijver, REGELEINDE } from '../bestanden/recordschrijver.ts'
import { RECORDSLEUTELS, type Beeldrij, type Studentbeeld } from '../vergelijking/beeld.ts'
import { openBeelden } from '../vergelijking/lees-beelden.ts'
import { paren } from '../vergelijking/paren.ts'
import type { OnleesbareKant, Vergelijkbestand } from './vergelijk-bestanden.ts'

/** VBT en NAT kent het register niet: een verschil daarin zou een vervallen verblijfstitel verzinnen. */
export const OBOV_SOORTEN = ['PER', 'ISG', 'ISP', 'BPV', 'DIP'] as const satisfies readonly ObovRecord[]
export type ObovSoort = (typeof OBOV_SOORTEN)[number]

const LEEGGEMAAKT = '*'

/**
 * Schrijft per recordsoort de verschillijst tussen een eerder en een nieuw OBO van dezelfde instelling. Bij een wijziging staan alle vorige
 * waarden er, en alleen de nieuwe die anders zijn; een leeggemaakte waarde is `*`. Geeft per soort het aantal verschillen.
 */
export async function schrijfVerschillijsten(vorige: Vergelijkbestand, huidige: Vergelijkbestand, schrijf: (soort: ObovSoort, stuk: string) => Promise<void>): Promise<Uitkomst<Readonly<Record<ObovSoort, number>>, OnleesbareKant>> {
  const [oud, nieuw] = [await openBeelden(vorige.bron, vorige.naam === undefined ? {} : { naam: vorige.naam }), await openBeelden(huidige.bron, huidige.naam === undefined ? {} : { naam: huidige.naam })]
  if (!oud.ok) return geweigerd({ ...oud.reden, kant: 'a' })
  if (!nieuw.ok) return geweigerd({ ...nieuw.reden, kant: 'b' })
  const fout = passenBijElkaar(oud.waarde, nieuw.waarde)
  if (fout !== undefined) return geweigerd({ ...fout, kant: 'a' })
  const schrijver = new Recordschrijver(OBOV)
  const aantallen: Record<ObovSoort, number> = { PER: 0, ISG: 0, ISP: 0, BPV: 0, DIP: 0 }
  for (const soort of OBOV_SOORTEN) {
    const kop = schrijver.schrijf('VLP', { brin: nieuw.waarde.brin })
    if ('regel' in kop) await schrijf(soort, `${obovKopregel(soort)}${REGELEINDE}${kop.regel}${REGELEINDE}`)
  }
  for await (const [een, ander] of paren(oud.waarde.studenten, nieuw.waarde.studenten)) {
    for (const { soort, waarden } of mutaties(een, ander)) {
      const geschreven = schrijver.schrijf(soort, waarden)
      // Alle waarden komen uit twee bestanden met dezelfde vorm; een teken dat niet kan, stond daar al niet in.
      if (!('regel' in geschreven)) throw new Error(`een verschil in ${soort} is niet te schrijven`)
      aantallen[soort]++
      await schrijf(soort, geschreven.regel + REGELEINDE)
    }
  }
  return gelukt(aantallen)
}

function passenBijElkaar(oud: { readonly soort: string; readonly brin: string | null }, nieuw: { readonly soort: string; readonly brin: string | null }): Onleesbaar | undefined {
  if (oud.soort !== 'OBO' || nieuw.soort !== 'OBO') return { code: 'soort-past-niet', uitleg: 'Een verschillijst bestaat alleen tussen twee OBO-bestanden.', remedie: 'Kies het OBO dat u eerder maakte: OBO_….CSV.' }
  return oud.brin === nieuw.brin ? undefined : { code: 'soort-past-niet', uitleg: `Het vorige OBO is van ${oud.brin}, het nieuwe van ${nieuw.brin}.`, remedie: 'Kies twee OBO-bestanden van dezelfde instelling.' }
}

interface Mutatie {
  readonly soort: ObovSoort
  readonly waarden: Readonly<Record<string, string>>
}

/** In de volgorde van het bestand; wat vervallen is komt per student achteraan. */
function mutaties(oud: Studentbeeld | undefined, nieuw: Studentbeeld | undefined): readonly Mutatie[] {
  const student = oud ?? nieuw
  if (student === undefined) return []
  const nummer: Readonly<Record<string, string>> = student.klasse === 1 ? { onr: student.nummer } : { bsn: student.nummer }
  const vorige = new Map((oud?.rijen ?? []).map((rij) => [`${rij.recordsoort} ${rij.sleutel}`, rij]))
  const uit: Mutatie[] = []
  const voegToe = (rij: Beeldrij, mutatie: 'T' | 'W' | 'V', a: Beeldrij | undefined, b: Beeldrij | undefined): void => {
    const soort = OBOV_SOORTEN.find((een) => een === rij.recordsoort)
    if (soort !== undefined) uit.push({ soort, waarden: { ...nummer, ...sleutelvelden(rij), mutatie, ...waardenVan(mutatie, a, b) } })
  }
  for (const rij of nieuw?.rijen ?? []) {
    const sleutel = `${rij.recordsoort} ${rij.sleutel}`
    const eerder = vorige.get(sleutel)
    vorige.delete(sleutel)
    if (eerder === undefined) voegToe(rij, 'T', undefined, rij)
    else if (!isGelijk(eerder, rij)) voegToe(rij, 'W', eerder, rij)
  }
  for (const rij of vorige.values()) voegToe(rij, 'V', rij, undefined)
  return uit
}

function sleutelvelden(rij: Beeldrij): Readonly<Record<string, string>> {
  const delen = rij.sleutel.split(' ')
  return Object.fromEntries((RECORDSLEUTELS[rij.recordsoort] ?? []).map((veld, i) => [veld, delen[i] ?? '']))
}

function waardenVan(mutatie: 'T' | 'W' | 'V', a: Beeldrij | undefined, b: Beeldrij | undefined): Readonly<Record<string, string>> {
  const uit: Record<string, string> = {}
  for (const veld of new Set([...Object.keys(a?.velden ?? {}), ...Object.keys(b?.velden ?? {})])) {
    const [vorig, huidig] = [a?.velden[veld] ?? '', b?.velden[veld] ?? '']
    uit[`${veld}.vorig`] = vorig
    if (mutatie === 'T') uit[`${veld}.huidig`] = huidig
    else if (mutatie === 'W' && vorig !== huidig) uit[`${veld}.huidig`] = huidig === '' ? LEEGGEMAAKT : huidig
  }
  return uit
}

function isGelijk(a: Beeldrij, b: Beeldrij): boolean {
  const [een, ander] = [Object.entries(a.velden), Object.keys(b.velden)]
  return een.length === ander.length && een.every(([veld, waarde]) => b.velden[veld] === waarde)
}
