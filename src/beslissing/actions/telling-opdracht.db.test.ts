import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { formulierbewijs, logIn } from '../../../test/inloggen.ts'
import { inTransactie } from '../../database/index.ts'
import { datum, momentVan } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actiecontext, type Actor, koekjehash, leesKoekje, maakKluis, zoekSessie } from '../../toegang/index.ts'
import { telAls } from './tel-als.ts'
import { ruimTellingenOp, staatVan, toonTellingen, vraagTellingAan } from './telling-opdracht.ts'
import { toonTellingregels, voerTellingUit } from './voer-telling-uit.ts'

const NORMEN = laadNormen()
const DAG = datum('2026-10-01')
const VRAAG = { brin: '21MB', teldatum: DAG, bekendOp: null }
let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) }, 90_000)
afterAll(() => server.weg())

async function actorVan(id: string): Promise<Actor> {
  const sessie = await zoekSessie(server.eigen.database, koekjehash(leesKoekje(await logIn(server.eigen.database, id), 'sessie', false) ?? ''), new Date())
  if (sessie === undefined) throw new Error(`geen sessie voor ${id}`)
  return sessie.actor
}

const ctxVan = async (id: string): Promise<Actiecontext> => ({ actor: await actorVan(id), nu: momentVan(new Date()), kluis: maakKluis(server.sleutels.persoonsnummers) })

test('K-BEK-03: een gevraagde telling geeft dezelfde uitkomst als de telling zelf, en twee keer vragen telt een keer', async () => {
  const ctx = await ctxVan('lindemeer-administratie')
  const [een, twee] = await Promise.all([vraagTellingAan(server.eigen.database, ctx, VRAAG, NORMEN), vraagTellingAan(server.eigen.database, ctx, VRAAG, NORMEN)])
  if (!een.ok || !twee.ok) throw new Error('geweigerd')
  await Promise.all([een.waarde.klaar, twee.waarde.klaar])
  const [telling] = await toonTellingen(server.eigen.database, ctx.actor, '21MB', [DAG])
  const zelf = await voerTellingUit(server.eigen.database, ctx, VRAAG, NORMEN)
  expect([telling?.uitkomst, telling && staatVan(telling, ctx.nu)]).toEqual([zelf.ok && zelf.waarde, 'klaar'])
})

test('Z-02: een telling van een ander is er niet om te vragen en niet om te zien', async () => {
  const vo = await ctxVan('veldhoorn-administratie')
  expect((await vraagTellingAan(server.eigen.database, vo, VRAAG, NORMEN)).ok).toBe(false)
  expect(await toonTellingen(server.eigen.database, vo.actor, '21MB', [DAG])).toEqual([])
  expect((await telAls(server.eigen.database, vo.actor, VRAAG, { deelnemerIds: [], fase: 'MBO' }, NORMEN)).ok).toBe(false)
})

test('een telling zonder teken van leven heet onderbroken, en mag opnieuw', async () => {
  const ctx = await ctxVan('lindemeer-administratie')
  const dag = datum('2025-10-01')
  await inTransactie(server.eigen.database, { organisaties: [], rol: 'systeem', actor: 'test' }, (trx) => trx.insertInto('telling').values({
    telling_id: '01930000-0000-7000-8000-000000000099', brin: '21MB', teldatum: dag, aangevraagd_op: '2026-01-01T00:00:00.000Z' as never, aangevraagd_door: 'x', gezien_op: '2026-01-01T00:00:00.000Z' as never,
  }).execute())
  const [oud] = await toonTellingen(server.eigen.database, ctx.actor, '21MB', [dag])
  expect(oud && staatVan(oud, ctx.nu)).toBe('onderbroken')
  const opnieuw = await vraagTellingAan(server.eigen.database, ctx, { brin: '21MB', teldatum: dag }, NORMEN)
  if (!opnieuw.ok) throw new Error('geweigerd')
  await opnieuw.waarde.klaar
  const [nieuw] = await toonTellingen(server.eigen.database, ctx.actor, '21MB', [dag])
  expect(nieuw?.uitkomst).not.toBeNull()
  expect(await ruimTellingenOp(server.eigen.database, new Date())).toBe(1)
})

test('K-BEK-03, K-FASE-05: als een student met verschil in fase in een fase staat, telt hij ergens; er verandert niets in het register', async () => {
  const ctx = await ctxVan('lindemeer-administratie')
  const wacht = await toonTellingregels(server.eigen.database, ctx.actor, VRAAG, { aantal: 50, status: 'wacht' }, NORMEN)
  if (!wacht.ok) throw new Error('geweigerd')
  expect(wacht.waarde.regels.length).toBeGreaterThan(0)
  expect(wacht.waarde.regels.every(({ status }) => status === 'wacht')).toBe(true)
  const deelnemerIds = wacht.waarde.regels.map(({ deelnemerId }) => deelnemerId)
  const als = await telAls(server.eigen.database, ctx.actor, VRAAG, { deelnemerIds, fase: 'MBO' }, NORMEN)
  if (!als.ok) throw new Error('geweigerd')
  expect(als.waarde.regels.map(({ nu }) => nu.status)).toEqual(deelnemerIds.map(() => 'wacht'))
  expect(als.waarde.regels.some(({ dan }) => dan.status === 'telt')).toBe(true)
  expect(Object.values(als.waarde.verschil).reduce((som, een) => som + een, 0)).toBe(0)
  const daarna = await toonTellingregels(server.eigen.database, ctx.actor, VRAAG, { aantal: 50, status: 'wacht' }, NORMEN)
  expect(daarna.ok && daarna.waarde.regels).toEqual(wacht.waarde.regels)
})

test('Z-02: een wat-als over een student van een ander telt hem niet mee', async () => {
  const [mbo, vso] = [await ctxVan('lindemeer-administratie'), await ctxVan('vlierpad-administratie')]
  const anders = await toonTellingregels(server.eigen.database, vso.actor, { ...VRAAG, brin: '14VS' }, { aantal: 50 }, NORMEN)
  const eigen = await toonTellingregels(server.eigen.database, mbo.actor, VRAAG, { aantal: 250 }, NORMEN)
  if (!anders.ok || !eigen.ok) throw new Error('geweigerd')
  const mijn = new Set(eigen.waarde.regels.map(({ deelnemerId }) => deelnemerId))
  const vreemd = anders.waarde.regels.map(({ deelnemerId }) => deelnemerId).filter((id) => !mijn.has(id))
  const als = await telAls(server.eigen.database, mbo.actor, VRAAG, { deelnemerIds: vreemd, fase: 'MBO' }, NORMEN)
  expect(als.ok && als.waarde.regels).toEqual([])
})

test('S-18: op de bladzijde is een telling alleen voor een teldatum te vragen', async () => {
  const cookie = await logIn(server.eigen.database, 'lindemeer-administratie')
  const csrf = formulierbewijs((await server.app.inject({ url: '/bekostiging', headers: { host: '127.0.0.1', cookie } })).body)
  const vraag = async (dag: string) => (await server.app.inject({
    method: 'POST', url: `/bekostiging/21MB/${dag}`, headers: { host: '127.0.0.1', cookie, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf }).toString(),
  })).statusCode
  const jaar = new Date().getFullYear()
  expect([await vraag(`${jaar}-03-03`), await vraag(`${jaar}-10-01`)]).toEqual([404, 303])
})
