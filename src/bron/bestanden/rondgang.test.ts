import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BSNS, leesGoed, ONRS, ro } from './fixtures/proef.ts'
import type { PersoonUitBestand } from './persoon.ts'

/** Een willekeurige goede student met zijn regels. Het schrijven staat hier los van de lezer, naar PvE 15. */
const dag = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2023, 7, 1) + n * 86_400_000).toISOString().slice(0, 10))
const tekst = fc.stringMatching(/^[0-9A-Za-z]{1,20}$/)
const route = fc.constantFrom<readonly [string | null, 'VO' | 'MBO' | null]>([null, null], ['DLR', 'VO'], ['DLR', 'MBO'], ['GLR', 'MBO'], ['VM', 'VO'])
const periode = fc.record({
  datumBegin: dag, opleidingcode: fc.stringMatching(/^[0-9]{5}$/), leertraject: fc.constantFrom('BOL', 'BBL', 'OVO', 'EX', 'ODT'), niveau: fc.constantFrom(null, 'MBO-2'),
  bekostigbaar: fc.constantFrom<'J' | 'N'>('J', 'N'), locatiecodeVsv: fc.option(fc.stringMatching(/^[0-9A-Z]{1,12}$/)), aanbieder: fc.option(fc.constant('999A001')), locatie: fc.option(fc.constant('999X002')), route,
})
const bpv = fc.record({ volgnummer: tekst, afsluitdatum: dag, datumBegin: dag, omvang: fc.option(fc.integer({ min: 0, max: 9999 })), leerbedrijfId: fc.stringMatching(/^[1-9][0-9]{8}$/), code: fc.constantFrom<readonly [string | null, string | null]>(['29998', null], [null, 'K9998']) })
const inschrijving = fc.record({ nummer: tekst, perioden: fc.uniqueArray(periode, { minLength: 1, maxLength: 4, selector: (p) => p.datumBegin }), bpv: fc.uniqueArray(bpv, { maxLength: 3, selector: (b) => b.volgnummer }) })
const personen = fc.uniqueArray(fc.record({
  nummer: fc.oneof(fc.constantFrom(...BSNS).map((w) => ({ stelsel: 'BSN' as const, waarde: w, elfproef: true })), fc.constantFrom(...ONRS).map((w) => ({ stelsel: 'ONR' as const, waarde: w, elfproef: true }))),
  geboortedatum: fc.constantFrom('2008-11-00', '2007-00-00', '2009-04-12'), geslacht: fc.constantFrom<'M' | 'V' | 'O'>('M', 'V', 'O'),
  inschrijvingen: fc.uniqueArray(inschrijving, { maxLength: 3, selector: (i) => i.nummer }),
}), { minLength: 1, maxLength: 8, selector: (p) => p.nummer.waarde })

type Willekeurig = typeof personen extends fc.Arbitrary<(infer P)[]> ? P : never

function schrijf(p: Willekeurig): string[] {
  const sleutel = p.nummer.stelsel === 'BSN' ? `${p.nummer.waarde}|` : `|${p.nummer.waarde}`
  const leeg = (w: string | number | null): string => (w === null ? '' : String(w))
  return [`PER|${sleutel}|${p.geboortedatum}|${p.geslacht}`, ...p.inschrijvingen.flatMap((i) => {
    const begin = i.perioden.map((x) => x.datumBegin).toSorted()[0] ?? ''
    return [
      `ISG|${sleutel}|${i.nummer}|${begin}|2029-07-31||`,
      ...i.perioden.map((x) => `ISP|${sleutel}|${i.nummer}|${x.datumBegin}|${x.opleidingcode}|${x.leertraject}|${leeg(x.niveau)}|${x.bekostigbaar}|${leeg(x.locatiecodeVsv)}|${leeg(x.aanbieder)}|${leeg(x.locatie)}|${leeg(x.route[0])}|${leeg(x.route[1])}`),
      ...i.bpv.map((b) => `BPV|${sleutel}|${i.nummer}|${b.volgnummer}|${b.afsluitdatum}|${b.datumBegin}|2029-07-31||${leeg(b.omvang)}|${b.leerbedrijfId}|${leeg(b.code[0])}|${leeg(b.code[1])}`),
    ]
  })]
}

function verwacht(p: Willekeurig): unknown {
  return {
    nummer: p.nummer, geboortedatum: p.geboortedatum, geslacht: p.geslacht,
    inschrijvingen: p.inschrijvingen.map((i) => ({
      brin: '99ZZ', nummer: i.nummer, uitschrijvingGepland: '2029-07-31',
      perioden: i.perioden.map((x) => ({ ...x })).toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1)), bpv: i.bpv,
    })).toSorted(opNummer),
  }
}

function gelezen(p: PersoonUitBestand): unknown {
  return {
    nummer: p.nummer, geboortedatum: p.geboortedatum, geslacht: p.geslacht,
    inschrijvingen: p.inschrijvingen.map((i) => ({
      brin: i.brin, nummer: i.inschrijvingvolgnummer, uitschrijvingGepland: i.uitschrijvingGepland,
      perioden: i.perioden.map((x) => ({ datumBegin: x.datumBegin, opleidingcode: x.opleidingcode, leertraject: x.leertraject, niveau: x.niveau, bekostigbaar: x.bekostigbaar, locatiecodeVsv: x.locatiecodeVsv, aanbieder: x.onderwijsaanbieder, locatie: x.onderwijslocatie, route: [x.leerroute, x.leerroutefase] })),
      bpv: i.bpv.map((b) => ({ volgnummer: b.volgnummer, afsluitdatum: b.afsluitdatum, datumBegin: b.datumBegin, omvang: b.omvang, leerbedrijfId: b.leerbedrijfId, code: [b.opleidingcode, b.keuzedeelcode] })),
    })).toSorted(opNummer),
  }
}

const opNummer = (a: { nummer: string }, b: { nummer: string }): number => (a.nummer < b.nummer ? -1 : 1)
const opWaarde = (a: { nummer: { waarde: string } }, b: { nummer: { waarde: string } }): number => (a.nummer.waarde < b.nummer.waarde ? -1 : 1)

describe('K-BRN-01: een student die in een RO geschreven is', () => {
  it('wordt gelezen zoals hij was, ook als de records door elkaar staan', async () => {
    await fc.assert(fc.asyncProperty(personen, fc.boolean(), fc.nat(), async (lijst, door, zaad) => {
      const records = lijst.flatMap(schrijf)
      // Ringen door de records: zelfde records, andere plaats, maar altijd herhaalbaar.
      const regels = door ? records.map((r, i) => ({ r, s: (i * 7919 + zaad) % 9973 })).toSorted((a, b) => a.s - b.s).map((x) => x.r) : records
      const { studenten } = await leesGoed(ro(regels))
      const terug = studenten.flatMap((s) => (s.persoon === null ? [] : [s.persoon]))
      // De volgorde van bpv binnen een inschrijving volgt het bestand en zegt niets.
      const gelijk = (x: unknown): unknown => JSON.parse(JSON.stringify(x, (k, v: unknown) => (k === 'bpv' && Array.isArray(v) ? v.map((b) => JSON.stringify(b)).toSorted() : v)))
      expect(gelijk(terug.toSorted(opWaarde).map(gelezen))).toEqual(gelijk(lijst.toSorted(opWaarde).map(verwacht)))
    }), { numRuns: 60 })
  })
})
