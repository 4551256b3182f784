import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bestandschrijver } from '../bestanden/bestandschrijver.ts'
import { BSNS, metBestand } from '../bestanden/fixtures/proef.ts'
import { OBO } from '../bestanden/obo.ts'
import { OBOV } from '../bestanden/obov.ts'
import type { PersoonUitBestand } from '../bestanden/persoon.ts'
import { maakRij, type Beeldrij } from '../vergelijking/beeld.ts'
import { openBeelden } from '../vergelijking/lees-beelden.ts'
import { OBOV_SOORTEN, schrijfVerschillijsten, type ObovSoort } from './schrijf-verschillijsten.ts'

const dag = fc.constantFrom('2025-08-01', '2025-09-01', '2026-01-01')
const periode = fc.record({ datumBegin: dag, opleidingcode: fc.constantFrom('29998', '29997'), leertraject: fc.constantFrom('BOL', 'BBL'), niveau: fc.constantFrom(null, 'MBO-2'), bekostigbaar: fc.constantFrom<'J' | 'N'>('J', 'N'), leerroute: fc.constantFrom(null, 'DLR'), leerroutefase: fc.constantFrom<null | 'VO' | 'MBO'>(null, 'VO', 'MBO') })
  .map((p) => ({ ...p, datumEind: null, locatiecodeVsv: null, onderwijsaanbieder: null, onderwijslocatie: null, regelnummer: 0 }))
const inschrijving = fc.record({ inschrijvingvolgnummer: fc.constantFrom('E1', 'E2'), uitschrijvingWerkelijk: fc.constantFrom(null, '2026-05-01'), perioden: fc.uniqueArray(periode, { minLength: 1, maxLength: 2, selector: (p) => p.datumBegin }) })
  .map((i) => ({ ...i, brin: '99ZZ', datumInschrijving: '2025-08-01', uitschrijvingGepland: null, reden: null, ondersteuning: [], regelnummer: 0, bpv: [{ volgnummer: '1', afsluitdatum: '2025-08-01', datumBegin: '2025-08-01', eindeGepland: null, eindeWerkelijk: i.uitschrijvingWerkelijk, omvang: null, leerbedrijfId: null, opleidingcode: '29998', keuzedeelcode: null, regelnummer: 0 }] }))
const personen = fc.uniqueArray(fc.record({ waarde: fc.constantFrom(...BSNS.slice(0, 4)), geslacht: fc.constantFrom<'M' | 'V'>('M', 'V'), inschrijvingen: fc.uniqueArray(inschrijving, { maxLength: 2, selector: (i) => i.inschrijvingvolgnummer }) }), { maxLength: 4, selector: (p) => p.waarde })
  .map((lijst) => lijst.toSorted((a, b) => (a.waarde < b.waarde ? -1 : 1)).map(({ waarde, geslacht, inschrijvingen }): PersoonUitBestand => ({ nummer: { stelsel: 'BSN', waarde, elfproef: true }, geboortedatum: '2008-01-01', geslacht, inschrijvingen, diplomas: [], onderdelen: [], regelnummer: 0, regels: 0 })))

function obo(lijst: readonly PersoonUitBestand[]): string {
  const schrijver = new Bestandschrijver(OBO, { soepel: false })
  const op = { isg: () => ({ opEenOktober: 'J', opEenFebruari: 'N' }), isp: () => ({ opEenOktober: 'J', opEenFebruari: 'N' }) }
  return schrijver.kop({ brin: '99ZZ' }) + lijst.map((p) => ('tekst' in schrijver.student(p, op) ? (schrijver.student(p, op) as { tekst: string }).tekst : '')).join('') + schrijver.sluitregel()
}

async function verschil(a: string, b: string, naam = 'OBO_99ZZ_2025_20260801.CSV') {
  const lijsten = new Map<ObovSoort, string>()
  const uit = await metBestand('OBO_99ZZ_2025_20260401.CSV', a, (pa) => metBestand(naam, b, (pb) => schrijfVerschillijsten({ bron: pa }, { bron: pb }, async (soort, stuk) => { lijsten.set(soort, (lijsten.get(soort) ?? '') + stuk) })))
  return { uit, lijsten }
}

type Rijen = Map<string, Beeldrij>

async function rijenVan(tekst: string): Promise<Rijen> {
  return metBestand('OBO_99ZZ_2025_20260401.CSV', tekst, async (pad) => {
    const open = await openBeelden(pad)
    if (!open.ok) throw new Error(open.reden.uitleg)
    const uit: Rijen = new Map()
    for await (const { nummer, rijen } of open.waarde.studenten) for (const rij of rijen) uit.set(`${nummer} ${rij.recordsoort} ${rij.sleutel}`, rij)
    return uit
  })
}

/** Past een verschillijst toe zoals een ontvanger dat doet: T erbij, V eraf, W alleen de gevulde nieuwe waarden en `*` is leeg. */
function pasToe(rijen: Rijen, soort: ObovSoort, lijst: string): void {
  const plaats = OBOV.records.get(soort)?.plaats ?? {}
  for (const regel of lijst.split('\r\n').filter((r) => r.startsWith(`${soort}|`))) {
    const delen = regel.split('|').slice(1)
    const waarden = Object.fromEntries(Object.entries(plaats).map(([sleutel, i]) => [sleutel, delen[i] ?? '']))
    const nieuw = Object.fromEntries(Object.entries(waarden).flatMap(([sleutel, w]) => (sleutel.endsWith('.huidig') ? [[sleutel.slice(0, -7), w]] : sleutel.includes('.') || sleutel === 'mutatie' ? [] : [[sleutel, w]])))
    const rij = maakRij(soort, nieuw)
    const naam = `${waarden['bsn'] || waarden['onr']} ${soort} ${rij.sleutel}`
    const oud = rijen.get(naam)
    if (waarden['mutatie'] === 'V') rijen.delete(naam)
    else if (waarden['mutatie'] === 'T') rijen.set(naam, rij)
    else if (oud !== undefined) rijen.set(naam, { ...oud, velden: Object.fromEntries(Object.entries({ ...oud.velden, ...rij.velden }).filter(([, w]) => w !== '*')) })
  }
}

describe('de verschillijsten bij het OBO (PvE 14)', () => {
  it('het vorige OBO met de verschillijsten erop is het nieuwe OBO', async () => {
    await fc.assert(fc.asyncProperty(personen, personen, async (oud, nieuw) => {
      const { uit, lijsten } = await verschil(obo(oud), obo(nieuw))
      expect(uit.ok).toBe(true)
      const rijen = await rijenVan(obo(oud))
      for (const soort of OBOV_SOORTEN) pasToe(rijen, soort, lijsten.get(soort) ?? '')
      expect(new Map([...rijen].toSorted())).toEqual(new Map([...(await rijenVan(obo(nieuw)))].toSorted()))
    }), { numRuns: 60 })
  })

  it('bij een wijziging alleen wat nieuw is, met een ster voor wat leeg werd; leerroute en fase als paar', async () => {
    const [bsn = ''] = BSNS
    const bestand = (route: string, fase: string): string => ['VLP|99ZZ|||', `PER|${bsn}||2008-01-01|V`, `ISG|${bsn}||E1|2025-08-01||J|J`, `ISP|${bsn}||E1|2025-08-01|29998|BOL|MBO-2|${route}|${fase}|J|J|J`, 'CTR|1|0|29998|30000|1', ''].join('\r\n')
    const { lijsten } = await verschil(bestand('DLR', 'VO'), bestand('', 'MBO'))
    expect(lijsten.get('ISP')?.split('\r\n')).toEqual([
      'Recordsoort|Burgerservicenummer|Onderwijsnummer|Inschrijvingvolgnummer|Datum begin|Opleidingcode vorig|Opleidingcode huidig|Leertraject vorig|Leertraject huidig|Niveau vorig|Niveau huidig|Leerroute vorig|Leerroute huidig|Leerroutefase vorig|Leerroutefase huidig|Indicatie bekostigbaar vorig|Indicatie bekostigbaar huidig|Geldig op 1 oktober vorig|Geldig op 1 oktober huidig|Geldig op 1 februari vorig|Geldig op 1 februari huidig|Soort mutatie',
      'VLP|99ZZ|||', `ISP|${bsn}||E1|2025-08-01|29998||BOL||MBO-2||DLR|*|VO|MBO|J||J||J||W`, '',
    ])
    expect(lijsten.get('PER')?.split('\r\n')).toHaveLength(3)
  })

  it.each([['een ander BRIN', obo([]).replace('99ZZ', '88YY'), 'a'], ['een andere soort', 'VLP|99ZZ|2025-08-01|2026-07-31|2026-08-01\r\nSLR|0|0|0|0|0|0|0|0|0\r\n', 'a'], ['een leeg bestand', '', 'a']])('weigert %s als vorige', async (_wat, vorige, kant) => {
    expect((await verschil(vorige, obo([]))).uit).toMatchObject({ ok: false, reden: { kant } })
  })
})
