import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { verwerkOutbox } from '../../beslissing/index.ts'
import type { Database } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Actor } from '../../toegang/index.ts'
import { lever, maakScholen, MBO, normen, NUMMERS, op, SYSTEEM, VO } from '../fixtures/proef.ts'
import type { Terugkoppeling } from '../levering.ts'
import { naarTerugkoppeling } from './antwoord.ts'
import { leesRecord } from './record.ts'
import { voerActieUit } from './voer-los.ts'

const PERSONEN = [...NUMMERS.slice(0, 3), '999999999']
const TABELLEN = ['deelnemer', 'deelnemer_gegevens', 'deelnemer_school', 'inschrijving_stand', 'inschrijvingsperiode', 'extra_ondersteuning', 'bpv_stand', 'diploma_stand', 'resultaat_stand', 'leerrouteplan', 'gezamenlijk_oordeel', 'afwezigheid', 'verzuimmelding', 'rio_aangeboden_opleiding', 'signaal', 'leerlingoverzicht', 'audit_regel', 'outbox', 'gebeurtenis_nieuw']

let bestand: EigenDatabase
let los: EigenDatabase
beforeAll(async () => {
  bestand = await maakEigenDatabase()
  los = await maakEigenDatabase()
  for (const { database } of [bestand, los]) await maakScholen(database)
})
afterAll(async () => {
  await bestand.weg()
  await los.weg()
})

// Vaak dezelfde student en school, zodat records elkaar raken.
const persoon = fc.constantFrom(...PERSONEN, PERSONEN[0], PERSONEN[0], PERSONEN[1])
const brin = fc.constantFrom('21MB', '21MB', '21MB', '21MB', '21MB', '11VA', '11VA', '22MB', '99ZZ')
const dag = fc.constantFrom('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-05')
const periode = fc.record({
  datumBegin: dag, indicatieBekostigbaar: fc.constantFrom('J', 'N'), leerroute: fc.constantFrom('DLR', 'GLR', null, 'XXX'), leerroutefase: fc.constantFrom('VO', 'MBO', null),
  niveau: fc.constantFrom('MBO-2', 'MBO-3', null), opleidingcode: fc.constantFrom('29903', '1234', null), onderwijsaanbieder: fc.constantFrom('201A001', '101A001'),
})
const mens = fc.record({ persoonsnummer: persoon, geboortedatum: fc.constantFrom('2008-04-12', '2008-04-12', '2008-04-12', '2009-00-00', '2009-13-01'), naam: fc.constantFrom('A Naam', 'B Naam', null), geslacht: fc.constantFrom('M', 'V', null) })
const inschrijving = fc.record({
  sector: fc.constantFrom('MBO', 'VO', 'ZZ'), brin, inschrijvingvolgnummer: fc.constantFrom('E1', 'E2'), datumInschrijving: dag, datumUitschrijving: fc.constantFrom(null, null, '2026-10-31', '2026-01-01'),
  perioden: fc.array(periode, { minLength: 1, maxLength: 2 }),
})
/** Vaak goed, soms op alle manieren fout. */
const record = fc.oneof(
  { weight: 6, arbitrary: fc.record({ soort: fc.constant('inschrijving'), persoon: mens, inschrijving: fc.oneof({ weight: 3, arbitrary: inschrijving.map(maakGoed) }, { weight: 1, arbitrary: inschrijving }) }) },
  { weight: 2, arbitrary: fc.record({ soort: fc.constant('bpv'), persoonsnummer: persoon, bpv: fc.record({ brin, inschrijvingvolgnummer: fc.constantFrom('E1', 'E2'), bpvVolgnummer: fc.constant('B1'), afsluitdatum: dag, datumBegin: dag, datumEindeGepland: dag }) }) },
  { weight: 2, arbitrary: fc.record({ soort: fc.constant('diploma'), persoonsnummer: persoon, diploma: fc.record({ brin, resultaatvolgnummer: fc.constant('D1'), soort: fc.constantFrom('MBO', 'VMBO'), niveau: fc.constantFrom('MBO-2', 'MBO-3'), datum: dag }) }) },
  fc.record({ soort: fc.constant('onderdeel'), persoonsnummer: persoon, onderdeel: fc.record({ brin, resultaatvolgnummer: fc.constant('O1'), soort: fc.constantFrom('GENERIEK', 'KEUZEDEEL'), behaald: fc.boolean(), datum: dag }) }),
  fc.record({ soort: fc.constant('inschrijving-verwijderd'), persoonsnummer: persoon, brin, sector: fc.constantFrom('MBO', 'VO'), inschrijvingvolgnummer: fc.constantFrom('E1', 'E2') }),
  fc.record({ soort: fc.constant('leerrouteplan'), persoonsnummer: persoon, brin, leerrouteplan: fc.record({ van: dag, voOnderwijsaanbieder: fc.constant('101A001'), mboOnderwijsaanbieder: fc.constantFrom('201A001', '202A001') }) }),
  fc.record({ soort: fc.constant('oordeel'), persoonsnummer: persoon, brin, oordeel: fc.record({ datum: dag, ondertekendVo: fc.boolean(), ondertekendMbo: fc.boolean() }) }),
  fc.record({ soort: fc.constant('vo-afgerond'), persoonsnummer: persoon, brin, afgerondOp: fc.constantFrom('2026-07-01', null) }),
  fc.record({ soort: fc.constant('afwezigheid'), persoonsnummer: persoon, brin, afwezigheid: fc.record({ datum: dag, uren: fc.constantFrom(0, 3, 4.5), geoorloofd: fc.boolean() }) }),
  fc.record({ soort: fc.constant('verzuimmelding'), persoonsnummer: persoon, brin, verzuimmelding: fc.record({ partij: fc.constantFrom('VO', 'MBO'), begin: dag, eind: dag }) }),
  fc.record({ soort: fc.constant('aanbod'), aanbod: fc.record({ eigenSleutel: fc.constant('A1'), onderwijsaanbieder: fc.constantFrom('101A001', '201A001'), sector: fc.constantFrom('VO', 'MBO'), leerrouteKenmerk: fc.constant('DLR_VMBO_MBO'), samenwerkendeOnderwijsaanbieders: fc.constant(['202A001']), begindatum: dag }) }),
)
const moment = fc.constantFrom('2026-11-10T09:00:00.000Z', '2026-11-12T09:00:00.000Z', '2026-11-14T09:00:00.000Z')
const levering = fc.record({ nu: moment, wie: fc.constantFrom('systeem', 'mbo', 'mbo', 'vo'), records: fc.array(record, { minLength: 5, maxLength: 30 }) })
const ACTOREN: Readonly<Record<string, Actor>> = { systeem: SYSTEEM, mbo: MBO, vo: VO }

/** De eerste periode begint met de inschrijving en de velden passen bij de sector. */
function maakGoed(i: { sector: string; datumInschrijving: string; perioden: { datumBegin: string }[] }) {
  const sector = i.sector === 'ZZ' ? 'MBO' : i.sector
  const perioden = i.perioden.slice(0, 1).map((p) => ({ ...p, datumBegin: i.datumInschrijving, leerroute: 'DLR', ...(sector === 'MBO' ? { opleidingcode: '29903' } : { opleidingcode: '1234', niveau: null }) }))
  return { ...i, sector, datumUitschrijving: null, perioden }
}

describe('een weg voor een record en voor een bestand', () => {
  test('K-BRN-01, K-CAS-01: een voor een door de acties geeft hetzelfde register en dezelfde antwoorden als in een bestand', async () => {
    await fc.assert(fc.asyncProperty(fc.array(levering, { minLength: 1, maxLength: 3 }), async (leveringen) => {
      for (const { database } of [bestand, los]) await database.pool.query(`truncate ${TABELLEN.join(', ')}, aanlevering, aanlevering_deel, terugkoppeling cascade`)
      for (const { nu, wie, records } of leveringen) {
        const ctx = op(ACTOREN[wie] ?? SYSTEEM, nu as Moment)
        const inBestand = (await lever(bestand.database, ctx, records)).map(vergelijkbaar)
        const eenVoorEen = (await leverLos(los.database, ctx, records)).map(vergelijkbaar)
        expect(inBestand).toEqual(eenVoorEen)
        await verwerkOutbox(bestand.database, { nu: nu as Moment }, normen)
        await verwerkOutbox(los.database, { nu: nu as Moment }, normen)
      }
      expect(await beeldVan(bestand.database)).toEqual(await beeldVan(los.database))
    }), { numRuns: Number(process.env['LEERROUTE_RONDES'] ?? 8), seed: 20261124 })
  }, 300_000)
})

async function leverLos(database: Database, ctx: ReturnType<typeof op>, records: readonly unknown[]): Promise<Terugkoppeling[]> {
  const uit: Terugkoppeling[] = []
  for (const [i, tekst] of records.entries()) {
    const gelezen = leesRecord(Buffer.from(JSON.stringify(tekst)))
    if (gelezen.ok) uit.push(naarTerugkoppeling(i + 1, gelezen.waarde.soort, await voerActieUit(database, ctx, gelezen.waarde)))
    else uit.push({ regelnummer: i + 1, soort: gelezen.reden.soort, uitkomst: 'afgekeurd', deelnemerId: null, fouten: gelezen.reden.fouten })
  }
  return uit
}

function vergelijkbaar({ regelnummer, soort, uitkomst, deelnemerId, fouten }: Terugkoppeling) {
  return { regelnummer, soort, uitkomst, bekend: deelnemerId !== null, fouten }
}

/** Het register zonder sleutels die bij elke ronde anders zijn. */
async function beeldVan({ pool }: Database): Promise<Record<string, readonly string[]>> {
  const d = `encode(d.persoonsnummer_sleutel, 'hex')`
  const zonder = (tabel: string, weg: string) => `select ${d} || (to_jsonb(t) - array[${weg.split(' ').map((k) => `'${k}'`).join(',')}])::text as rij from ${tabel} t left join deelnemer d using (deelnemer_id)`
  const vragen: Record<string, string> = {
    deelnemer: `select ${d} || persoonsnummer_soort || persoonsnummer_stelsel || aangemaakt_op as rij from deelnemer d`,
    gegevens: zonder('deelnemer_gegevens', 'deelnemer_id gegevens_id'),
    school: zonder('deelnemer_school', 'deelnemer_id'),
    inschrijving: zonder('inschrijving_stand', 'deelnemer_id stand_id'),
    periode: zonder('inschrijvingsperiode', 'deelnemer_id stand_id'),
    bpv: zonder('bpv_stand', 'deelnemer_id stand_id'),
    diploma: zonder('diploma_stand', 'deelnemer_id stand_id'),
    resultaat: zonder('resultaat_stand', 'deelnemer_id stand_id'),
    plan: zonder('leerrouteplan', 'deelnemer_id plan_id'),
    oordeel: zonder('gezamenlijk_oordeel', 'deelnemer_id oordeel_id'),
    afwezigheid: zonder('afwezigheid', 'deelnemer_id afwezigheid_id'),
    melding: zonder('verzuimmelding', 'deelnemer_id stand_id melding_id'),
    signaal: `${zonder('signaal', 'deelnemer_id signaal_id geopend_op gesloten_op inhoud_versie')} where gesloten_op is null`,
    audit: `select coalesce(${d}, '-') || (to_jsonb(t) - array['audit_id', 'deelnemer_id', 'gegevens', 'trace_id', 'operation_id', 'stroom', 'volgnummer', 'hash'])::text || (t.gegevens->>'uitkomst') as rij from audit_regel t left join deelnemer d using (deelnemer_id) where t.gegevens ? 'uitkomst'`,
    outbox: `select coalesce(${d}, '-') || soort as rij from outbox t left join deelnemer d using (deelnemer_id) where soort = 'deelnemer-gewijzigd'`,
    gebeurtenis: `select coalesce(${d}, '-') || t.soort || coalesce(t.brin, '') || t.sleutel as rij from gebeurtenis_nieuw t left join deelnemer d using (deelnemer_id) where soort not like 'signalen.%' and soort not like 'terugkoppelingen.%'`,
  }
  const uit: Record<string, readonly string[]> = {}
  for (const [naam, vraag] of Object.entries(vragen)) uit[naam] = (await pool.query<{ rij: string }>(vraag)).rows.map(({ rij }) => rij).sort()
  return uit
}

