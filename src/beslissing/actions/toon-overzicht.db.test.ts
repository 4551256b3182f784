import { afterAll, beforeAll, expect, test } from 'vitest'
import { logIn } from '../../../test/inloggen.ts'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { datum } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actor, alsActor, koekjehash, leesKoekje, zoekSessie } from '../../toegang/index.ts'
import { toonLeerlingen } from './toon-leerlingen.ts'
import { toonOverzicht } from './toon-overzicht.ts'

const NORMEN = laadNormen()
const VANDAAG = datum('2026-11-24')
let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) }, 90_000)
afterAll(() => server.weg())

async function actorVan(id: string): Promise<Actor> {
  const koekje = leesKoekje(await logIn(server.eigen.database, id), 'sessie', false) ?? ''
  const sessie = await zoekSessie(server.eigen.database, koekjehash(koekje), new Date())
  if (sessie === undefined) throw new Error(`geen sessie voor ${id}`)
  return sessie.actor
}

test('P3, Z-02: het overzicht telt wat de school in haar eigen lijst ziet, en de partners waarmee zij studenten deelt', async () => {
  const actor = await actorVan('lindemeer-administratie')
  const overzicht = await toonOverzicht(server.eigen.database, actor, VANDAAG, NORMEN)
  const lijst = await alsActor(server.eigen.database, actor, (trx) => toonLeerlingen(trx, actor, { aantal: 100 }, VANDAAG))
  if (!lijst.ok) throw new Error('geen lijst')
  const perFase = Map.groupBy(lijst.waarde.regels.filter(({ route }) => route !== null), ({ fase }) => fase)
  expect(new Map(overzicht.fasen?.map(({ fase, aantal }) => [fase, aantal]))).toEqual(new Map([...perFase].map(([fase, groep]) => [fase, groep.length])))
  expect(overzicht.open).toBe(lijst.waarde.scholen.find(({ brin }) => brin === '21MB')?.openSignalen)
  expect(overzicht.partners.map(({ brin }) => brin)).not.toContain('21MB')
  expect(overzicht.partners.length).toBeGreaterThan(1)
})

test('K-VZM-01: wat vandaag moet staat voor wat later moet', async () => {
  const { werk } = await toonOverzicht(server.eigen.database, await actorVan('lindemeer-administratie'), VANDAAG, NORMEN)
  const nu = werk.map(({ termijn }) => termijn?.soort === 'nu')
  expect(nu.indexOf(false)).toBeGreaterThan(0)
  expect(nu.slice(nu.indexOf(false))).not.toContain(true)
})

test('Z-01: wie geen hele school heeft ziet nullen, en DUO telt alle scholen zonder fasen', async () => {
  const school = await actorVan('veldhoorn-administratie')
  const vanEenVestiging = { ...school, rollen: school.rollen.map((toekenning) => ({ ...toekenning, vestiging: '11VA01' })) }
  expect(await toonOverzicht(server.eigen.database, vanEenVestiging, VANDAAG, NORMEN)).toMatchObject({ werk: [], open: 0, fasen: [], partners: [] })
  const duo = await toonOverzicht(server.eigen.database, await actorVan('duo-behandelaar'), VANDAAG, NORMEN)
  expect([duo.open > 0, duo.fasen]).toEqual([true, null])
})
