import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EigenDatabase } from '../../test/eigen-database.ts'
import { GEHEIM, type Ontvanger, startOntvanger } from '../../test/gebeurtenis/ontvanger.ts'
import { ANDER, kluis, LEZER, maakRegister, MBO, OIN, op, SYSTEEM } from '../../test/gebeurtenis/register.ts'
import { meldGebeurtenissen, openDatabase } from '../database/index.ts'
import { herhaalAflevering, maakAbonnement, publiceer, toonAbonnement, toonAfleveringen, toonGebeurtenissen, verwijderAbonnement, wijzigAbonnement } from '../gebeurtenis/index.ts'
import type { Moment } from '../kern/datum.ts'
import type { Normen } from '../normen/index.ts'
import { alsActor } from '../toegang/index.ts'
import { startWebhookwerker, type Webhookwerker } from './webhook-werker.ts'

const BASIS = 'http://127.0.0.1:8080'
const REGELS = { loopbackMag: true }
let eigen: EigenDatabase
let verschuivingMs = 0
const nu = (): Date => new Date(Date.now() + verschuivingMs)
const meldingen: string[] = []
const opruimen: (() => Promise<unknown>)[] = []

beforeAll(async () => { eigen = await maakRegister() })
afterAll(() => eigen.weg())
afterEach(async () => {
  for (const stap of opruimen.splice(0).toReversed()) await stap()
  // Elke test begint zonder abonnementen van een vorige.
  await eigen.database.pool.query(`update abonnement set staat = 'verwijderd'`)
  verschuivingMs = 0
  expect(meldingen.splice(0)).toEqual([])
})

function werker(database = eigen.database): Webhookwerker {
  const gestart = startWebhookwerker({ database, kluis, normen: undefined as unknown as Normen, nu, meld: (fout) => meldingen.push(String(fout)), oin: OIN, basisUrl: BASIS, rustMs: 20 })
  opruimen.push(() => gestart.stop())
  return gestart
}

async function ontvanger(...opties: Parameters<typeof startOntvanger>): Promise<Ontvanger> {
  const gestart = await startOntvanger(...opties)
  opruimen.push(() => gestart.stop())
  return gestart
}

async function abonneer(url: string, soorten: Parameters<typeof maakAbonnement>[2]['soorten'] = []): Promise<string> {
  const uitkomst = await maakAbonnement(eigen.database, op(MBO, nu().toISOString()), { url, soorten, geheim: GEHEIM }, REGELS)
  if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde.id
}

const onderwerp = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Legt gebeurtenissen vast over een paar onderwerpen. */
async function gebeur(aantal: number, onderwerpen: number, soort: 'signalen.geopend' | 'signalen.gesloten' = 'signalen.geopend'): Promise<void> {
  await alsActor(eigen.database, SYSTEEM, (trx) => meldGebeurtenissen(trx, Array.from({ length: aantal }, (_, i) => ({
    soort, brin: '21MB', deelnemerId: null, sleutel: onderwerp(i % onderwerpen), op: '2026-09-06T08:00:00.000Z' as Moment,
  }))))
}

async function wacht(tot: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const eind = Date.now() + ms
  while (!(await tot())) {
    if (Date.now() > eind) throw new Error('duurt te lang')
    await new Promise((klaar) => { setTimeout(klaar, 20) })
  }
}

const staatVan = async (id: string): Promise<string> => {
  const gevonden = await toonAbonnement(eigen.database, MBO, id)
  return gevonden.ok ? gevonden.waarde.staat : 'weg'
}

const tel = async (id: string, staat: string): Promise<number> => {
  const { rows } = await eigen.database.pool.query<{ n: number }>('select count(*)::int as n from aflevering where abonnement_id = $1 and staat = $2', [id, staat])
  return rows[0]?.n ?? 0
}

/** Het hele logboek van de school, via de cursor. */
async function logboek(na?: string): Promise<{ ids: string[]; cursor: string }> {
  const ids: string[] = []
  let cursor = na
  for (;;) {
    const blad = await toonGebeurtenissen(eigen.database, MBO, { na: cursor, aantal: 250 })
    if (!blad.ok) throw new Error('logboek')
    ids.push(...blad.waarde.gebeurtenissen.map(({ id }) => id))
    cursor = blad.waarde.volgende
    if (!blad.waarde.meer) return { ids, cursor }
  }
}

/** S-43: per onderwerp 1, 2, 3 ... zonder sprong; een nummer mag terugkomen zolang er geen hoger is bevestigd. */
function controleerVolgorde(o: Ontvanger): void {
  const laatste = new Map<string, number>()
  for (const { subject, sequence } of o.ontvangen) {
    const vorige = laatste.get(subject) ?? 0
    expect([vorige, vorige + 1]).toContain(sequence)
    laatste.set(subject, sequence)
  }
}

describe('een abonnement', () => {
  test('S-44: eerst moet het adres instemmen; wat daarvoor gebeurde blijft in het logboek', async () => {
    await gebeur(3, 1)
    await publiceer(eigen.database, OIN)
    const goed = await ontvanger()
    const stil = await ontvanger(() => 204, { stemtIn: false })
    const [id, afgewezen] = [await abonneer(goed.url), await abonneer(stil.url)]
    expect(await staatVan(id)).toBe('wacht-op-controle')
    werker()
    await wacht(async () => (await staatVan(id)) === 'actief')
    await gebeur(2, 1)
    await wacht(() => goed.ontvangen.length === 2)
    expect(goed.ontvangen.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect([goed.fouten, stil.verzoeken]).toEqual([[], 0])
    const zicht = await toonAbonnement(eigen.database, MBO, afgewezen)
    expect(zicht.ok && [zicht.waarde.staat, zicht.waarde.reden]).toEqual(['wacht-op-controle', 'Uw adres stemde niet in. Antwoord op OPTIONS met de kop WebHook-Allowed-Origin: 127.0.0.1:8080.'])
    verschuivingMs = 25 * 3_600_000
    await wacht(async () => (await staatVan(afgewezen)) === 'afgewezen')
  })

  test('Z-02, S-93: alleen de eigen school beheert; het geheim staat nergens leesbaar en komt nooit terug', async () => {
    const id = await abonneer('http://127.0.0.1:9/x')
    const anders = { url: 'http://127.0.0.1:9/y', soorten: [] }
    for (const wie of [ANDER, LEZER]) {
      expect(await toonAbonnement(eigen.database, wie, id)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect(await wijzigAbonnement(eigen.database, op(wie), id, anders, REGELS)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect(await verwijderAbonnement(eigen.database, op(wie), id)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect(await toonAfleveringen(eigen.database, op(wie), id, { aantal: 10 })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
      expect((await maakAbonnement(eigen.database, op(wie), { ...anders, brin: '21MB', geheim: GEHEIM }, REGELS)).ok).toBe(false)
    }
    expect((await alsActor(eigen.database, ANDER, (trx) => trx.selectFrom('abonnement').select('abonnement_id').execute()))).toEqual([])
    const gezien = JSON.stringify(await toonAbonnement(eigen.database, MBO, id))
    expect(gezien).not.toContain(GEHEIM.slice(6, 20))
    const { rows } = await eigen.database.pool.query<{ t: string }>(`select a::text as t from abonnement a union all select g::text from audit_regel g`)
    expect(rows.map(({ t }) => t).join()).not.toContain(GEHEIM.slice(6, 20))
    expect(rows.map(({ t }) => t).join()).toContain('maakAbonnement')
    const gewijzigd = await wijzigAbonnement(eigen.database, op(MBO), id, { url: 'http://127.0.0.1:9/y', soorten: ['signalen.geopend'] }, REGELS)
    expect(gewijzigd.ok && [gewijzigd.waarde.url, gewijzigd.waarde.versie, gewijzigd.waarde.staat]).toEqual(['http://127.0.0.1:9/y', 2, 'wacht-op-controle'])
    expect(await wijzigAbonnement(eigen.database, op(MBO), id, { url: 'https://10.0.0.1/', soorten: [] }, { loopbackMag: false })).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'url', regelId: 'S-44' }] } })
    expect(await verwijderAbonnement(eigen.database, op(MBO), id)).toEqual({ ok: true, waarde: null })
    expect(await staatVan(id)).toBe('weg')
    const leeg = await eigen.database.pool.query('select 1 from abonnement where abonnement_id = $1 and geheim_versleuteld is not null', [id])
    expect(leeg.rowCount).toBe(0)
  })

  test('een keuze van soorten, en 410 stopt het abonnement', async () => {
    const o = await ontvanger()
    const id = await abonneer(o.url, ['signalen.gesloten'])
    werker()
    await wacht(async () => (await staatVan(id)) === 'actief')
    await gebeur(2, 1, 'signalen.geopend')
    await gebeur(1, 1, 'signalen.gesloten')
    await wacht(() => o.ontvangen.length === 1)
    expect(o.ontvangen[0]?.lichaam).toContain('nl.onderwijs.signalen.gesloten.v1')
    o.gedrag = () => 410
    await gebeur(1, 1, 'signalen.gesloten')
    await wacht(async () => (await staatVan(id)) === 'gestopt')
  })
})

describe('bezorgen', () => {
  test('S-45, S-43: een ontvanger die willekeurig faalt, zwijgt, ophangt en opnieuw start, met twee servers: webhooks en logboek zijn samen het hele logboek', async () => {
    let zaad = 42
    const toeval = (): number => { zaad = (zaad * 1_103_515_245 + 12_345) % 2_147_483_648; return zaad / 2_147_483_648 }
    const lastig = (): number | 'verbreek' => { const t = toeval(); return t < 0.2 ? 500 : t < 0.3 ? 'verbreek' : t < 0.35 ? 302 : t < 0.4 ? 429 : 204 }
    let o = await ontvanger(lastig)
    const poort = Number(new URL(o.url).port)
    const { cursor } = await logboek()
    const id = await abonneer(o.url)
    const tweede = await openDatabase({ url: eigen.url, verbindingen: 4 })
    opruimen.push(() => tweede.sluit())
    werker()
    werker(tweede)
    await wacht(async () => (await staatVan(id)) === 'actief')
    for (let i = 0; i < 5; i += 1) await gebeur(24, 6)
    await wacht(() => { verschuivingMs += 1_000; return o.ontvangen.length > 30 })
    // De ontvanger valt uit en komt op hetzelfde adres terug; wat hij bevestigde heeft hij bewaard.
    const eerste = o
    await eerste.stop()
    await gebeur(24, 6)
    await new Promise((klaar) => { setTimeout(klaar, 300) })
    o = await ontvanger(lastig, { poort })
    const alle = (): Ontvanger['ontvangen'] => [...eerste.ontvangen, ...o.ontvangen]
    await wacht(async () => { verschuivingMs += 10_000; return (await tel(id, 'bezorgd')) === 144 }, 40_000)
    const { ids } = await logboek(cursor)
    expect(ids.length).toBe(144)
    expect(new Set(alle().map((een) => een.id))).toEqual(new Set(ids))
    expect([...eerste.fouten, ...o.fouten]).toEqual([])
    controleerVolgorde({ ...o, ontvangen: alle() })
  }, 60_000)

  test('S-44: twee servers sturen niets dubbel als de ontvanger gewoon bevestigt', async () => {
    const o = await ontvanger()
    const id = await abonneer(o.url)
    const tweede = await openDatabase({ url: eigen.url, verbindingen: 4 })
    opruimen.push(() => tweede.sluit())
    werker()
    werker(tweede)
    await wacht(async () => (await staatVan(id)) === 'actief')
    for (let i = 0; i < 4; i += 1) await gebeur(50, 25)
    await wacht(async () => (await tel(id, 'bezorgd')) === 200)
    expect(o.verzoeken).toBe(200)
    controleerVolgorde(o)
  })

  test('een traag adres houdt een ander niet op, en krijgt zelf hooguit vier tegelijk', async () => {
    const traag = await ontvanger(() => 'zwijg')
    const snel = await ontvanger()
    const [a, b] = [await abonneer(traag.url), await abonneer(snel.url)]
    const gestart = werker()
    await wacht(async () => (await staatVan(a)) === 'actief' && (await staatVan(b)) === 'actief')
    const begin = Date.now()
    await gebeur(100, 50)
    await wacht(() => snel.ontvangen.length === 100)
    expect(Date.now() - begin).toBeLessThan(8_000)
    expect(traag.verzoeken).toBe(4)
    await traag.stop()
    await gestart.stop()
  }, 30_000)

  test('S-44: na 72 uur opgegeven, te zien, en na herhalen alsnog bezorgd; het volgende van hetzelfde onderwerp bleef niet steken', async () => {
    let stuk = true
    const o = await ontvanger((_n, event) => (stuk && event['sequence'] === '1' ? 500 : 204))
    const id = await abonneer(o.url)
    werker()
    await wacht(async () => (await staatVan(id)) === 'actief')
    await gebeur(2, 1)
    await wacht(() => o.verzoeken >= 1)
    expect(o.ontvangen).toEqual([])
    await wacht(async () => { verschuivingMs += 2 * 3_600_000; return (await tel(id, 'opgegeven')) === 1 })
    await wacht(() => o.ontvangen.length === 1)
    expect(o.ontvangen[0]?.sequence).toBe(2)
    const lijst = await toonAfleveringen(eigen.database, op(MBO), id, { staat: 'opgegeven', aantal: 10 })
    const opgegeven = lijst.ok ? lijst.waarde.afleveringen[0] : undefined
    expect(opgegeven).toMatchObject({ volgnummer: 1, staat: 'opgegeven', laatsteUitkomst: 'HTTP 500', volgendePogingOp: null })
    expect(opgegeven?.pogingen).toBeGreaterThan(10)
    stuk = false
    expect(await herhaalAflevering(eigen.database, op(ANDER), id, opgegeven?.gebeurtenisId ?? '')).toMatchObject({ ok: false })
    expect(await herhaalAflevering(eigen.database, op(MBO, nu().toISOString()), id, opgegeven?.gebeurtenisId ?? '')).toEqual({ ok: true, waarde: { eerder: 'opgegeven' } })
    await wacht(() => o.ontvangen.length === 2)
    expect(o.ontvangen[1]).toMatchObject({ id: opgegeven?.gebeurtenisId, sequence: 1 })
    await wacht(async () => (await tel(id, 'bezorgd')) === 2)
  })

  test('S-45: een server die met kill -9 stopt terwijl hij bezorgt: een ander maakt het af', async () => {
    const o = await ontvanger(() => 'zwijg')
    const id = await abonneer(o.url)
    const eerste = werker()
    await wacht(async () => (await staatVan(id)) === 'actief')
    await eerste.stop()
    await gebeur(10, 5)
    const kind = startKind()
    await wacht(() => o.verzoeken > 0)
    kind.kill('SIGKILL')
    o.gedrag = () => 204
    werker()
    // Wat het kind had genomen komt vrij als zijn tijd om is.
    verschuivingMs = 61_000
    await wacht(async () => (await tel(id, 'bezorgd')) === 10)
    controleerVolgorde(o)
    expect(new Set(o.ontvangen.map((een) => een.id)).size).toBe(10)
  }, 40_000)
})

function startKind(): ChildProcess {
  const code = `
    import { openDatabase } from './src/database/index.ts'
    import { startWebhookwerker } from './src/server/webhook-werker.ts'
    const database = await openDatabase({ url: process.env.PROEF_URL })
    const kluis = { ontsleutelBytes: () => Buffer.from(process.env.PROEF_GEHEIM) }
    startWebhookwerker({ database, kluis, normen: undefined, nu: () => new Date(), meld: console.error, oin: '${OIN}', basisUrl: '${BASIS}', rustMs: 20 })`
  const kind = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { env: { ...process.env, PROEF_URL: eigen.url, PROEF_GEHEIM: GEHEIM }, stdio: 'inherit' })
  opruimen.push(() => { kind.kill('SIGKILL'); return Promise.resolve() })
  return kind
}
