import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../test/account-proef.ts'
import { inTransactie, noteerVerwerking, schrijfAudit, uuidv7 } from '../database/index.ts'
import { datum, type Moment, momentVan } from '../kern/datum.ts'
import { type Actiecontext, contextVan, systeemactor } from '../toegang/index.ts'
import { AUDIT_MEESTE_IN_BESTAND, AUDIT_PER_BLADZIJDE, exporteerAudit, leesAudit } from './actions/lees-audit.ts'
import { type Auditplaats, type Auditvraag, GEEN_VRAAG } from './auditvraag.ts'

let proef: Accountproef
let auditor: Actiecontext
let ids: Record<'auditor' | 'desk' | 'behandelaar' | 'beheerder' | 'bron' | 'naamloos', string>
const LEERLING = '0a1b2c3d-0000-4000-8000-000000000001'

beforeAll(async () => {
  proef = await maakAccountproef()
  const { duo } = proef
  ids = {
    auditor: await proef.maakAccount({ organisatieId: duo, naam: 'Ada Auditor', rollen: [{ rol: 'auditor' }] }), desk: await proef.maakAccount({ organisatieId: duo, rollen: [{ rol: 'duo-securitydesk' }] }),
    behandelaar: await proef.maakAccount({ organisatieId: duo, rollen: [{ rol: 'duo-behandelaar' }] }), beheerder: await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] }),
    bron: await proef.maakAccount({ naam: 'Bo Bron', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }), naamloos: await proef.maakAccount({ organisatieId: proef.ander, naam: null }),
  }
  auditor = await proef.als(ids.auditor)
}, 60_000)
afterAll(() => proef.weg())

const op = (tekst: string): Moment => momentVan(tekst)
const schrijf = (actor: string, regels: readonly { op: Moment, handeling?: string, brin?: string, gegevens?: Record<string, unknown> }[]) => inTransactie(proef.database, contextVan(systeemactor(actor)), async (trx) => {
  for (const regel of regels) await schrijfAudit(trx, { op: regel.op, actor, handeling: regel.handeling ?? 'registreerAanbod', brin: regel.brin ?? null, deelnemerId: null, object: ['aanbod', 'x'], gegevens: regel.gegevens ?? {} })
})
async function lees(vraag: Partial<Auditvraag>, plaats: Auditplaats = null, ctx = auditor) {
  const uit = await leesAudit(proef.database, ctx, { ...GEEN_VRAAG, ...vraag }, plaats)
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  return uit.waarde
}
const fouten = async (vraag: Partial<Auditvraag>) => {
  const uit = await leesAudit(proef.database, auditor, { ...GEEN_VRAAG, ...vraag }, null)
  return uit.ok || uit.reden.soort !== 'ongeldig' ? [] : uit.reden.fouten.map(({ veld, regel }) => [veld, regel])
}

test('Z-01: alleen de auditor en de securitydesk lezen de audit; een ander krijgt niet gevonden, en dat kijken staat er dan niet in', async () => {
  const voor = (await proef.audit()).filter(({ handeling }) => handeling.endsWith('Audit')).length
  for (const id of [ids.behandelaar, ids.beheerder, ids.bron]) {
    const ctx = await proef.als(id)
    expect(await leesAudit(proef.database, ctx, GEEN_VRAAG, null)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await exporteerAudit(proef.database, ctx, GEEN_VRAAG)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  }
  expect((await proef.audit()).filter(({ handeling }) => handeling.endsWith('Audit')).length).toBe(voor)
  for (const id of [ids.auditor, ids.desk]) expect((await leesAudit(proef.database, await proef.als(id), GEEN_VRAAG, null)).ok).toBe(true)
})

test('P-05: de regels van elke school staan er met wie het was: een medewerker met zijn organisatie, een systeem met namens wie, en Leerroute zelf', async () => {
  const client = uuidv7()
  await proef.database.pool.query(`insert into machine_client values ($1, 'Rooster 5', '00000003000000000001', 'private_key_jwt', null, 'https://rooster.example/jwks', now(), 'x')`, [client])
  const dag = '2020-05-05T10:00:00.000Z'
  await schrijf(ids.bron, [{ op: op(dag), brin: '21MB', gegevens: { middel: 'EHERKENNING', niveau: 'substantieel', reden: 'Jan Jansen belde' } }])
  await schrijf(`machine:${client}:${proef.bestuur}`, [{ op: op(dag) }])
  await schrijf(ids.naamloos, [{ op: op(dag) }])
  await schrijf('opruimer', [{ op: op(dag) }])
  const { regels } = await lees({ van: datum('2020-05-05'), totEnMet: datum('2020-05-05') })
  expect(new Map(regels.map(({ wie, ...regel }) => [wie.soort + (wie.naam ?? ''), [wie.organisatie === null, wie.oin, regel.brin, regel.middel, regel.niveau]]))).toEqual(new Map([
    ['accountBo Bron', [false, null, '21MB', 'EHERKENNING', 'substantieel']], ['machineRooster 5', [false, '00000003000000000001', null, null, null]],
    ['account', [false, null, null, null, null]], ['leerroute', [true, null, null, null, null]],
  ]))
  // Een reden is vrije tekst: daar kan een naam in staan.
  expect(JSON.stringify(regels)).not.toContain('Jansen')
})

describe('zoeken', () => {
  test('een periode telt in Nederlandse dagen, tot en met de laatste', async () => {
    await schrijf('grens', ['2021-06-30T21:59:59.999Z', '2021-06-30T22:00:00.000Z', '2021-07-01T21:59:59.999Z', '2021-07-01T22:00:00.000Z'].map((een) => ({ op: op(een) })))
    expect((await lees({ actor: 'grens', van: datum('2021-07-01'), totEnMet: datum('2021-07-01') })).regels.map((regel) => regel.op)).toEqual([op('2021-07-01T21:59:59.999Z'), op('2021-06-30T22:00:00.000Z')])
  })

  test('op BRIN, op organisatie, op handeling en op trace', async () => {
    await schrijf('zoeker', [{ op: op('2022-01-01T10:00:00Z'), brin: '21MB', handeling: 'meldVerzuim' }, { op: op('2022-01-02T10:00:00Z'), brin: '12VB' }])
    await schrijf(ids.naamloos, [{ op: op('2022-01-03T10:00:00Z') }])
    const jaar = { van: datum('2022-01-01'), totEnMet: datum('2022-12-31') }
    expect((await lees({ ...jaar, school: '21mb' })).regels.map(({ handeling }) => handeling)).toEqual(['meldVerzuim'])
    const { rows: [ander] } = await proef.database.pool.query<{ naam: string }>('select naam from organisatie where organisatie_id = $1', [proef.ander])
    // Over de school van dat bestuur, en door een account van dat bestuur.
    expect((await lees({ ...jaar, school: ander?.naam ?? '' })).regels.map(({ actor }) => actor)).toEqual([ids.naamloos, 'zoeker'])
    expect((await lees({ ...jaar, handeling: 'meldVerzuim' })).regels).toHaveLength(1)
    const traceId = (await lees({ ...jaar, handeling: 'meldVerzuim' })).regels[0]?.traceId ?? null
    expect((await lees({ traceId })).regels.map(({ actor }) => actor)).toEqual(['zoeker', 'zoeker'])
  })

  test.each([
    ['totEnMet', { van: datum('2026-02-02'), totEnMet: datum('2026-02-01') }], ['handeling', { handeling: 'bestaatNiet' }], ['actor', { actor: '999901503' }], ['actor', { actor: "x' or 1=1" }],
    ['trace', { traceId: 'abc' }], ['deelnemer', { deelnemerId: '999901503' }], ['school', { school: 'Zzz' }],
  ] as const)('weigert een keuze die niet kan, met het veld erbij: %s', async (veld, vraag) => {
    expect(await fouten(vraag)).toEqual([[veld, expect.stringMatching(/\.$/)]])
    expect(JSON.stringify(await fouten(vraag))).not.toContain('999901503')
  })
})

test('bladeren: elke regel precies een keer, nieuwste eerst, en terug dezelfde bladzijden', async () => {
  const aantal = AUDIT_PER_BLADZIJDE * 2 + 7
  // Drie per moment: de volgorde mag niet aan het moment alleen hangen.
  await schrijf('bladeraar', Array.from({ length: aantal }, (_, i) => ({ op: momentVan(Date.UTC(2023, 0, 1) + Math.floor(i / 3) * 1000) })))
  const [een] = [await lees({ actor: 'bladeraar' })]
  const twee = await lees({ actor: 'bladeraar' }, { na: een.regels.at(-1)?.auditId ?? '' })
  const drie = await lees({ actor: 'bladeraar' }, { na: twee.regels.at(-1)?.auditId ?? '' })
  expect([een, twee, drie].map(({ regels, nieuwere, oudere }) => [regels.length, nieuwere, oudere])).toEqual([[50, false, true], [50, true, true], [7, true, false]])
  const alle = [een, twee, drie].flatMap(({ regels }) => regels)
  expect(new Set(alle.map(({ auditId }) => auditId)).size).toBe(aantal)
  expect(alle.map((regel) => regel.op)).toEqual(alle.map((regel) => regel.op).toSorted().toReversed())
  const terug = await lees({ actor: 'bladeraar' }, { voor: drie.regels[0]?.auditId ?? '' })
  expect([terug.regels, terug.nieuwere, terug.oudere]).toEqual([twee.regels, true, true])
  const begin = await lees({ actor: 'bladeraar' }, { voor: twee.regels[0]?.auditId ?? '' })
  expect([begin.regels, begin.nieuwere, begin.oudere]).toEqual([een.regels, false, true])
})

test('P-05: kijken staat zelf in de audit, met waarop gezocht is en zonder de waarden', async () => {
  await lees({ actor: ids.bron, van: datum('2026-01-01') })
  const laatste = (await proef.audit()).findLast(({ handeling }) => handeling === 'leesAudit')
  expect(laatste).toMatchObject({ actor: ids.auditor, gegevens: { filter: ['van', 'actor'] } })
  expect(JSON.stringify(laatste?.gegevens)).not.toContain(ids.bron)
})

test('S-30, P-05: wie keek er bij deze deelnemer: alle regels over hem, en de vraag is zelf een verwerking', async () => {
  await inTransactie(proef.database, contextVan(systeemactor(ids.bron)), async (trx) => noteerVerwerking(trx, { handeling: 'toonLeerling', deelnemerIds: [LEERLING] }))
  expect((await lees({ deelnemerId: LEERLING })).regels.map(({ handeling, wie }) => [handeling, wie.naam])).toEqual([['toonLeerling', 'Bo Bron']])
  const verwerkt = await proef.database.pool.query<{ naam: string; activiteit: string }>(`select naam, activiteit from verwerking_regel where betrokkene is not null order by regel_id`)
  expect(verwerkt.rows.map(({ naam, activiteit }) => [naam, activiteit])).toEqual([['toonLeerling', 'raadplegen:1'], ['leesAudit', 'toezicht:1']])
  // Wie dat nog eens vraagt, ziet ook de eerste vraag.
  expect((await lees({ deelnemerId: LEERLING })).regels.map(({ handeling, wie }) => [handeling, wie.naam]).toSorted()).toEqual([['leesAudit', 'Ada Auditor'], ['toonLeerling', 'Bo Bron']])
})

test('P-05: een bestand heeft hooguit tienduizend regels, zegt als er meer zijn, en staat met het aantal in de audit', async () => {
  await schrijf('veelschrijver', Array.from({ length: AUDIT_MEESTE_IN_BESTAND + 1 }, () => ({ op: op('2019-01-01T10:00:00Z') })))
  const vol = await exporteerAudit(proef.database, auditor, { ...GEEN_VRAAG, actor: 'veelschrijver' })
  expect(vol.ok && [vol.waarde.regels.length, vol.waarde.afgekapt]).toEqual([AUDIT_MEESTE_IN_BESTAND, true])
  const klein = await exporteerAudit(proef.database, auditor, { ...GEEN_VRAAG, actor: 'grens' })
  expect(klein.ok && [klein.waarde.regels.length, klein.waarde.afgekapt]).toEqual([4, false])
  expect((await proef.audit()).filter(({ handeling }) => handeling === 'exporteerAudit').map(({ gegevens }) => gegevens)).toEqual([{ filter: ['actor'], regels: AUDIT_MEESTE_IN_BESTAND }, { filter: ['actor'], regels: 4 }])
}, 60_000)

test('de stand van de keten telt wat er in de stromen staat', async () => {
  const { keten } = await lees({})
  const { rows: [geteld] } = await proef.database.pool.query<{ n: number; stromen: number; nieuwste: string }>('select count(*)::int as n, count(distinct stroom)::int as stromen, max(op) as nieuwste from audit_regel where stroom is not null')
  // Het kijken zelf kwam er na het tellen bij.
  expect([keten.regels + 1, keten.vanVoorDeKeten]).toEqual([Number(geteld?.n), 0])
  expect(keten.stromen).toBeLessThanOrEqual(Number(geteld?.stromen))
  expect(keten.nieuwste).not.toBeNull()
})
