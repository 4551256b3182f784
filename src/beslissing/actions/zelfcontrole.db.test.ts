import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { laadWereld } from '../../server/wereld.ts'
import { leverInschrijving, registreerOnderdeel, verwijderInschrijving } from '../../bron/index.ts'
import { datum } from '../../kern/datum.ts'
import { maakKluis, systeemactor } from '../../toegang/index.ts'
import { STANDTABELLEN } from '../store/controle/standtabellen.ts'
import { werkSignalenBijVoorVandaag, verwerkOutbox } from './verwerk-outbox.ts'
import { controleerRegister, type Zelfcontrolevraag } from './zelfcontrole.ts'

const normen = laadNormen()
const sleutels = { actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) }
const kluis = maakKluis(sleutels)
const NU = '2026-11-24T10:00:00.000Z' as Moment
let eigen: EigenDatabase

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await laadWereld(eigen.database, kluis)
  const ctx = { actor: systeemactor('proef'), nu: '2026-11-20T10:00:00.000Z' as Moment, kluis }
  const persoon = { persoonsnummer: '999900006', geboortedatum: '2009-04-12' }
  const inschrijving = {
    sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'ZC1', datumInschrijving: datum('2026-08-01'), extraOndersteuning: [{ datumBegin: datum('2026-09-01') }],
    perioden: [{ datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', indicatieBekostigbaar: 'J', leerroute: 'DLR' }],
  } as const
  const geleverd = await leverInschrijving(eigen.database, ctx, { persoon, inschrijving })
  if (!geleverd.ok) throw new Error(JSON.stringify(geleverd.reden))
  const deelnemer = { deelnemerId: geleverd.waarde.deelnemerId }
  await registreerOnderdeel(eigen.database, ctx, { deelnemer, brin: '21MB', resultaatvolgnummer: 'R1', soort: 'GENERIEK', behaald: true, inschrijvingvolgnummer: 'ZC1', bijzonderheden: { z: '1', a: '2' } })
  // Een vervallen inschrijving is een einde zonder opvolger, en daarna een nieuwe stand: een gat dat mag.
  await verwijderInschrijving(eigen.database, { ...ctx, nu: '2026-11-21T10:00:00.000Z' as Moment }, { deelnemer, brin: '21MB', sector: 'MBO', inschrijvingvolgnummer: 'ZC1' })
  await leverInschrijving(eigen.database, { ...ctx, nu: '2026-11-22T10:00:00.000Z' as Moment }, { persoon, inschrijving })
  await verwerkOutbox(eigen.database, { nu: NU }, normen)
  await werkSignalenBijVoorVandaag(eigen.database, { nu: NU }, normen)
}, 60_000)
afterAll(() => eigen.weg())

async function controleer(anders: Partial<Zelfcontrolevraag> = {}, metKluis = kluis) {
  return controleerRegister(eigen.database, { nu: NU, kluis: metKluis }, normen, { steekproef: null, zaad: 'proef', ...anders })
}

/** Alle tekst die een beheerder te zien krijgt, per controle die iets vond. */
async function gevonden(metKluis = kluis): Promise<Record<string, number>> {
  const { controles } = await controleer({}, metKluis)
  for (const { gevonden: aantal, watTeDoen, voorbeelden } of controles) {
    expect((watTeDoen ?? '') !== '').toBe(aantal > 0)
    expect(voorbeelden.length).toBe(Math.min(aantal, 10))
    expect(voorbeelden.join(' ')).not.toMatch(/\b9999\d{5}\b/)
  }
  return Object.fromEntries(controles.filter(({ gevonden: aantal }) => aantal > 0).map(({ naam, gevonden: aantal }) => [naam, aantal]))
}

/** Voert schade uit als eigenaar, zonder de sloten die haar gewoonlijk voorkomen, en draait haar terug. */
async function metSchade(opdrachten: readonly string[], herstel: readonly string[], kijk: () => Promise<void>): Promise<void> {
  const doe = async (lijst: readonly string[]): Promise<void> => {
    const verbinding = await eigen.database.pool.connect()
    try {
      await verbinding.query(`begin; set local session_replication_role = replica; set local row_security = off`)
      for (const opdracht of lijst) await verbinding.query(opdracht)
      await verbinding.query('commit')
    } finally {
      verbinding.release()
    }
  }
  await doe(opdrachten)
  try {
    await kijk()
  } finally {
    await doe(herstel)
  }
}

const EEN_STAND = `(select stand_id from inschrijving_stand where vastgelegd_tot is null and brin = '21MB' and inschrijvingvolgnummer = 'ZC1')`
const KOPIE = (tabel: string) => [`create table schade as table ${tabel}`]
const TERUG = (tabel: string) => [`delete from ${tabel}`, `insert into ${tabel} overriding system value select * from schade`, 'drop table schade']
const INSCHRIJVING_KOLOMMEN = 'deelnemer_id, brin, inschrijvingvolgnummer, sector, datum_inschrijving, datum_uitschrijving_gepland, datum_uitschrijving, reden_uitschrijving, inhoud_hash'

const SCHADE: readonly (readonly [wat: string, tabel: string, opdrachten: readonly string[], verwacht: Readonly<Record<string, number>>])[] = [
  ['twee open standen', 'inschrijving_stand', ['drop index inschrijving_stand_open',
    `insert into inschrijving_stand (stand_id, ${INSCHRIJVING_KOLOMMEN}, vastgelegd_van) select gen_random_uuid(), ${INSCHRIJVING_KOLOMMEN}, vastgelegd_van + interval '1 minute' from inschrijving_stand where stand_id = ${EEN_STAND}`],
  { 'een-open-stand': 1, 'standen-sluiten-aan': 1, 'stand-heeft-perioden': 1, 'inhoud-klopt': 1 }],
  ['een stand die later sluit dan de volgende begint', 'inschrijving_stand', [`update inschrijving_stand set vastgelegd_tot = '2026-11-23T10:00:00Z' where inschrijvingvolgnummer = 'ZC1' and vastgelegd_tot is not null`], { 'standen-sluiten-aan': 1 }],
  ['een stand gesloten zonder opvolger of handeling', 'inschrijving_stand', [`update inschrijving_stand set vastgelegd_tot = '2026-11-23T10:00:00Z' where stand_id = ${EEN_STAND}`], { 'standen-sluiten-aan': 1, 'signalen-kloppen': 1 }],
  ['twee rijen gegevens open', 'deelnemer_gegevens', ['drop index deelnemer_gegevens_open',
    `insert into deelnemer_gegevens select deelnemer_id, gen_random_uuid(), geboortedatum, geboortedatum_ruw, geslacht, naam, woont_in_nederland, vo_activiteiten_afgerond_op, vastgelegd_van, null, zoeknaam from deelnemer_gegevens where vastgelegd_tot is null limit 1`], { 'gegevens-per-deelnemer': 1 }],
  ['een periode zonder stand', 'inschrijvingsperiode', [`update inschrijvingsperiode set stand_id = gen_random_uuid() where stand_id = ${EEN_STAND}`], { 'geen-wezen': 1, 'stand-heeft-perioden': 1, 'inhoud-klopt': 1 }],
  ['een ondersteuning zonder stand', 'extra_ondersteuning', [`update extra_ondersteuning set stand_id = gen_random_uuid() where stand_id = ${EEN_STAND}`], { 'geen-wezen': 1, 'inhoud-klopt': 1 }],
  ['een periode voor het begin', 'inschrijvingsperiode', [`update inschrijvingsperiode set datum_begin = '2020-01-01' where stand_id = ${EEN_STAND}`], { 'stand-heeft-perioden': 1, 'inhoud-klopt': 1 }],
  ['een andere reden van uitschrijving', 'inschrijving_stand', [`update inschrijving_stand set reden_uitschrijving = '99' where stand_id = ${EEN_STAND}`], { 'inhoud-klopt': 1 }],
  ['een partner van een aanbod weg', 'rio_aangeboden_opleiding_partner', ['delete from rio_aangeboden_opleiding_partner where ctid in (select ctid from rio_aangeboden_opleiding_partner limit 1)'], { 'inhoud-afspraken-klopt': 1 }],
  ['een relatie weg', 'deelnemer_school', [`delete from deelnemer_school where brin = '21MB' and deelnemer_id = (select deelnemer_id from inschrijving_stand where stand_id = ${EEN_STAND})`], { 'relatie-bij-inschrijving': 1 }],
  ['een keten die niet gedeeld wordt', 'deelnemer_school', [`update deelnemer_school set deelt_keten = false where brin = '11VA' and deelt_keten and deelnemer_id = (select min(deelnemer_id::text)::uuid from deelnemer_school where brin = '11VA' and deelt_keten)`], { 'relatie-bij-inschrijving': 1 }],
  ['werk zonder wijziging is goed, wijziging zonder werk niet', 'outbox', [`delete from outbox where deelnemer_id = (select deelnemer_id from inschrijving_stand where stand_id = ${EEN_STAND}) and aangemaakt_op = '2026-11-22T10:00:00Z'`], { 'werk-bij-wijziging': 1 }],
  ['een dubbel signaal', 'signaal', ['drop index signaal_open', `create temp table s as select * from signaal where gesloten_op is null limit 1`, 'update s set signaal_id = gen_random_uuid()', 'insert into signaal select * from s', 'drop table s'], { 'signalen-uniek': 1 }],
  ['een signaal dat niet uit de regels komt', 'signaal', [`update signaal set code = 'SIG-ENTREE' where signaal_id = (select min(signaal_id::text)::uuid from signaal where gesloten_op is null and code = 'SIG-FASE-VERSCHIL')`], { 'signalen-kloppen': 1 }],
  ['een signaal met andere uitleg', 'signaal', [`update signaal set uitleg = 'x' where signaal_id = (select min(signaal_id::text)::uuid from signaal where gesloten_op is null)`], { 'signalen-kloppen': 1 }],
  ['een persoonsnummer van een ander', 'deelnemer', ['drop index deelnemer_persoonsnummer', `update deelnemer set persoonsnummer_versleuteld = (select persoonsnummer_versleuteld from deelnemer order by deelnemer_id desc limit 1) where deelnemer_id = (select min(deelnemer_id::text)::uuid from deelnemer)`], { 'persoonsnummers-leesbaar': 1 }],
  ['een opzoeksleutel die niet klopt', 'deelnemer', [`update deelnemer set persoonsnummer_sleutel = decode(repeat('ab', 32), 'hex') where deelnemer_id = (select min(deelnemer_id::text)::uuid from deelnemer)`], { 'persoonsnummers-leesbaar': 1 }],
  ['antwoorden die geen JSON zijn of een verdwenen deelnemer noemen', 'idempotentie', [
    `insert into idempotentie values ('k', decode(repeat('01', 32), 'hex'), decode(repeat('01', 32), 'hex'), 'leverInschrijving', 201, '{}', '{"half', now())`,
    `insert into idempotentie values ('k', decode(repeat('02', 32), 'hex'), decode(repeat('01', 32), 'hex'), 'leverInschrijving', 201, '{}', '{"deelnemerId":"${randomUUID()}"}', now())`,
    `insert into idempotentie select 'k', decode(repeat('03', 32), 'hex'), decode(repeat('01', 32), 'hex'), 'leverInschrijving', 201, '{}', json_build_object('deelnemerId', deelnemer_id)::text, now() from deelnemer limit 1`], { 'antwoorden-bij-sleutels': 2 }],
  ['een aanlevering die een terugkoppeling mist', 'aanlevering', [`insert into aanlevering (aanlevering_id, afzender, afzender_soort, rollen, brins, soort, bytes, records, ontvangen_op, staat, klaar_op, tellingen)
    values (gen_random_uuid(), 'k', 'systeem', '[]', '{}', 'NDJSON', 1, 2, now(), 'klaar', now(), '{"nieuw": 2}'), (gen_random_uuid(), 'k', 'systeem', '[]', '{}', 'NDJSON', 1, 0, now(), 'klaar', now(), '{"nieuw": 0}')`], { 'terugkoppeling-per-record': 1 }],
]

describe('zelfcontrole', () => {
  test('de verzonnen regio klopt, en elke controle heeft echt iets bekeken', async () => {
    const { bevindingen, controles } = await controleer()
    expect(controles.filter(({ gevonden: aantal }) => aantal > 0)).toEqual([])
    expect(bevindingen).toBe(0)
    const leeg = controles.filter(({ bekeken }) => bekeken === 0).map(({ naam }) => naam)
    expect(leeg).toEqual(['antwoorden-bij-sleutels', 'terugkoppeling-per-record'])
  })

  test('een steekproef bekijkt niet meer dan gevraagd, met hetzelfde zaad dezelfde', async () => {
    const { controles } = await controleer({ steekproef: 7 })
    expect(controles.find(({ naam }) => naam === 'persoonsnummers-leesbaar')?.bekeken).toBe(7)
  })

  test('de sleutels van de standtabellen zijn die van de unieke index in de database', async () => {
    for (const { tabel, sleutel } of STANDTABELLEN) {
      const { rows } = await eigen.database.pool.query<{ indexdef: string }>('select indexdef from pg_indexes where tablename = $1 and indexname = $2', [tabel, `${tabel}_open`])
      expect(/\(([^)]+)\)/.exec(rows[0]?.indexdef ?? '')?.[1]?.split(', '), tabel).toEqual(sleutel)
    }
  })

  test.each(SCHADE)('%s', async (_wat, tabel, opdrachten, verwacht) => {
    const indexen = await eigen.database.pool.query<{ indexdef: string }>(`select indexdef from pg_indexes where tablename = $1 and indexname = any($2)`, [tabel, opdrachten.flatMap((opdracht) => /^drop index (\w+)$/.exec(opdracht)?.[1] ?? [])])
    await metSchade([...KOPIE(tabel), ...opdrachten], [...TERUG(tabel), ...indexen.rows.map(({ indexdef }) => indexdef)], async () => {
      const uit = await gevonden()
      for (const [naam, aantal] of Object.entries(verwacht)) expect(uit[naam] ?? 0, `${naam} in ${JSON.stringify(uit)}`).toBe(aantal)
      const onverwacht = Object.keys(uit).filter((naam) => !(naam in verwacht) && naam !== 'signalen-kloppen')
      expect(onverwacht).toEqual([])
    })
    expect(await gevonden()).toEqual({})
  })

  test('met een ander sleutelbestand is geen enkel nummer leesbaar', async () => {
    const ander = maakKluis({ ...sleutels, versleutelsleutels: new Map([['k1', randomBytes(32)]]) })
    expect((await gevonden(ander))['persoonsnummers-leesbaar']).toBeGreaterThan(40)
  })
})
