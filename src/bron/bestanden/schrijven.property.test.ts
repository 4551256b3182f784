import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bestandschrijver } from './bestandschrijver.ts'
import { BSNS, leesGoed, ONRS } from './fixtures/proef.ts'
import type { Regelbestandssoort } from './indeling.ts'
import { INDELINGEN } from './lees-bestand.ts'
import type { PersoonUitBestand } from './persoon.ts'
import { vergelijkPersonen } from './volgnummers.ts'

const dag = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2023, 7, 1) + n * 86_400_000).toISOString().slice(0, 10))
const nummer = fc.stringMatching(/^[0-9A-Za-z]{1,20}$/)
const aanbieder = fc.option(fc.constant('999A001'))
const jaNee = fc.constantFrom<'J' | 'N'>('J', 'N')
const opleiding = fc.stringMatching(/^[0-9]{5}$/)
const route = fc.constantFrom<readonly [string | null, 'VO' | 'MBO' | null]>([null, null], ['DLR', 'VO'], ['GLR', 'MBO'], ['VM', null])
const periode = fc.record({ datumBegin: dag, opleidingcode: opleiding, leertraject: fc.constantFrom('BOL', 'BBL', 'OVO'), niveau: fc.constantFrom(null, 'MBO-3'), bekostigbaar: jaNee, locatiecodeVsv: fc.option(fc.constant('V9')), onderwijsaanbieder: aanbieder, onderwijslocatie: fc.option(fc.constant('999X002')), route })
  .map(({ route: [leerroute, leerroutefase], ...rest }) => ({ ...rest, leerroute, leerroutefase, datumEind: null, regelnummer: 0 }))
const bpv = fc.record({ volgnummer: nummer, afsluitdatum: dag, datumBegin: dag, eindeGepland: fc.constant('2029-07-31'), eindeWerkelijk: fc.option(fc.constant('2028-07-31')), omvang: fc.integer({ min: 0, max: 9999 }), leerbedrijfId: fc.stringMatching(/^[1-9][0-9]{8}$/), opleidingcode: fc.constant('29998'), keuzedeelcode: fc.constant(null), regelnummer: fc.constant(0) })
const inschrijving = fc.record({
  inschrijvingvolgnummer: nummer, uitschrijvingWerkelijk: fc.option(fc.constant('2029-06-30')), perioden: fc.uniqueArray(periode, { minLength: 1, maxLength: 3, selector: (p) => p.datumBegin }),
  ondersteuning: fc.uniqueArray(fc.record({ datumBegin: dag, datumEind: fc.option(fc.constant('2029-01-01')), regelnummer: fc.constant(0) }), { maxLength: 2, selector: (o) => o.datumBegin }), bpv: fc.uniqueArray(bpv, { maxLength: 3, selector: (b) => b.volgnummer }),
}).map((i) => ({ ...i, brin: '99ZZ', uitschrijvingGepland: '2029-07-31', reden: i.uitschrijvingWerkelijk === null ? null : '02', datumInschrijving: i.perioden.map((p) => p.datumBegin).toSorted()[0] ?? '', regelnummer: 0 }))
const diploma = fc.record({ brin: fc.constant('99ZZ'), resultaatvolgnummer: nummer, opleidingcode: opleiding, datum: dag, bekostigbaar: jaNee, inschrijvingvolgnummer: nummer, onderwijsaanbieder: aanbieder, regelnummer: fc.constant(0) })
const onderdeel = fc.record({ soort: fc.constantFrom<'AMO' | 'GEO' | 'KZD'>('AMO', 'GEO', 'KZD'), resultaatvolgnummer: nummer, diplomavolgnummer: fc.option(nummer), datum: fc.option(dag), inschrijvingvolgnummer: fc.option(nummer), onderwijsaanbieder: aanbieder, cijfer: fc.integer({ min: 1, max: 10 }), ja: jaNee })
  .map(({ cijfer, ja, ...o }) => ({
    ...o, brin: '99ZZ', opleidingcodeDiploma: o.diplomavolgnummer === null ? null : '29998', regelnummer: 0, code: { AMO: 'C9998', GEO: '3005', KZD: 'K9998' }[o.soort],
    bijzonderheden: { AMO: { certificaat: ja }, GEO: { eindcijfer: String(cijfer), vrijstelling: 'MBO', cijferIe: String(cijfer * 10) }, KZD: { resultaat: ja === 'J' ? 'Behaald' : 'Niet behaald', certificaat: ja } }[o.soort] as Record<string, string>,
  }))
const personen = (soort: Regelbestandssoort) => fc.uniqueArray(fc.record({
  nummer: soort === 'GRONDSLAG'
    ? fc.stringMatching(/^[1-9][0-9]{0,8}$/).map((waarde) => ({ stelsel: 'PGN' as const, waarde, elfproef: false }))
    : fc.oneof(fc.constantFrom(...BSNS).map((waarde) => ({ stelsel: 'BSN' as const, waarde, elfproef: true })), fc.constantFrom(...ONRS).map((waarde) => ({ stelsel: 'ONR' as const, waarde, elfproef: true }))),
  geboortedatum: fc.constantFrom('2008-11-00', '2007-00-00', '2009-04-12'), geslacht: fc.constantFrom<'M' | 'V' | 'O'>('M', 'V', 'O'),
  inschrijvingen: fc.uniqueArray(inschrijving, { maxLength: 3, selector: (i) => i.inschrijvingvolgnummer }), diplomas: fc.uniqueArray(diploma, { maxLength: 2, selector: (d) => d.resultaatvolgnummer }),
  onderdelen: fc.uniqueArray(onderdeel, { maxLength: 4, selector: (o) => `${o.soort}${o.resultaatvolgnummer}` }),
}).map((p) => ({ ...p, regelnummer: 0, regels: 0 })), { minLength: 1, maxLength: 6, selector: (p) => p.nummer.waarde })

/** Alleen wat de indeling kent, per record; de volgorde van records zegt niets. */
function plat(p: PersoonUitBestand, soort: Regelbestandssoort): readonly string[] {
  const { records } = INDELINGEN[soort]
  const pak = (recordsoort: string, ...bronnen: readonly object[]): readonly string[] => {
    const indeling = records.get(recordsoort)
    if (indeling === undefined) return []
    const waarden = Object.assign({}, ...bronnen.toReversed()) as Record<string, unknown>
    return [`${recordsoort} ${JSON.stringify(Object.keys(indeling.plaats).filter((sleutel) => sleutel !== 'datumEind' || recordsoort === 'ISE').map((sleutel) => String(waarden[sleutel] ?? '')))}`]
  }
  return [
    ...pak('PER', { geslacht: p.geslacht, geboortedatum: p.geboortedatum, [p.nummer.stelsel.toLowerCase()]: p.nummer.waarde }),
    ...p.inschrijvingen.flatMap((i) => [
      ...pak('ISG', i), ...i.perioden.flatMap((x) => pak('ISP', x, i)), ...i.ondersteuning.flatMap((x) => pak('ISE', x, i)), ...i.bpv.flatMap((x) => pak('BPV', x, i)),
    ]),
    ...p.diplomas.flatMap((d) => pak('DIP', d)), ...p.onderdelen.flatMap((o) => pak(o.soort, o, o.bijzonderheden)),
  ].toSorted()
}

const KOP: Readonly<Record<Regelbestandssoort, object>> = {
  RO: { brin: '99ZZ', begin: '2023-08-01', einde: '2029-07-31', aanmaak: '2026-01-01' }, OBO: { brin: '99ZZ' },
  GRONDSLAG: { brin: '99ZZ', studiejaar: 2025, aanmaak: '2026-01-01', bekostiging: 'V' },
}

describe('K-BRN-01: wat wij schrijven, lezen wij gelijk terug', () => {
  it.each(['RO', 'OBO', 'GRONDSLAG'] as const)('%s: willekeurige studenten, zonder bevinding over het bestand als geheel', async (soort) => {
    await fc.assert(fc.asyncProperty(personen(soort), async (lijst) => {
      const opVolgorde = lijst.toSorted((a, b) => vergelijkPersonen(a.nummer, b.nummer))
      const schrijver = new Bestandschrijver(INDELINGEN[soort], { soepel: false })
      // OBO heeft altijd J of N per teldatum.
      const erbij = { isg: () => ({ opEenOktober: 'J', opEenFebruari: 'N' }), isp: () => ({ opEenOktober: 'J', opEenFebruari: 'N' }) }
      let tekst = schrijver.kop(KOP[soort])
      for (const p of opVolgorde) {
        const geschreven = schrijver.student(p, erbij)
        if ('reden' in geschreven) throw new Error(geschreven.reden)
        tekst += geschreven.tekst
      }
      tekst += schrijver.sluitregel()
      const { bevindingen, studenten } = await leesGoed(tekst, `${soort}_99ZZ.CSV`)
      expect(bevindingen.filter(({ regel, ernst }) => regel.startsWith('BST-') || ernst === 'afgekeurd')).toEqual([])
      const terug = studenten.flatMap(({ persoon }) => (persoon === null ? [] : [persoon]))
      const isg = { opEenOktober: 'J', opEenFebruari: 'N' }
      const verwacht = opVolgorde.map((p) => ({ ...p, inschrijvingen: p.inschrijvingen.map((i) => ({ ...i, ...isg, perioden: i.perioden.map((x) => ({ ...x, ...isg })) })) }))
      const gelezen = terug.map((p) => ({ ...p, inschrijvingen: p.inschrijvingen.map((i) => ({ ...i, ...isg, perioden: i.perioden.map((x) => ({ ...x, ...isg })) })) }))
      expect(gelezen.map((p) => plat(p, soort))).toEqual(verwacht.map((p) => plat(p, soort)))
    }), { numRuns: 60 })
  })
})
