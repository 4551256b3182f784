/** De hele inlog: de echte webserver, de proefmakelaar in zijn eigen proces, en een browser zonder venster ertussen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { type Keuze, loopLangsMakelaar } from '../makelaar-browser.ts'

let server: HeleServer
const log: string[] = []
beforeAll(async () => {
  server = await startHeleServer({ niveau: 'info', log: (regel) => log.push(regel) })
}, 120_000)
afterAll(() => server.weg())

const koekjesVan = (koppen: Record<string, unknown>): readonly string[] => [koppen['set-cookie']].flat().filter((koekje) => typeof koekje === 'string').map((koekje) => koekje.split(';')[0] ?? '')

async function logIn(keuze: Keuze) {
  const begin = await server.app.inject({ url: '/inloggen/start', headers: { host: '127.0.0.1:8080' } })
  expect(begin.statusCode).toBe(303)
  const { antwoord } = await loopLangsMakelaar(String(begin.headers.location), keuze)
  const koekje = koekjesVan(begin.headers)
  const kom = (met: readonly string[]) => server.app.inject({ url: `${antwoord.pathname}${antwoord.search}`, headers: { host: '127.0.0.1:8080', cookie: met.join('; ') } })
  const terug = await kom(koekje)
  return { antwoord, koekje, kom, terug, sessie: koekjesVan(terug.headers) }
}

function bekijk(pad: string, koekjes: readonly string[]) {
  return server.app.inject({ url: pad, headers: { host: '127.0.0.1:8080', cookie: koekjes.join('; '), accept: 'text/html' } })
}

async function aantal(tabel: 'account' | 'sessie'): Promise<number> {
  const { rows } = await server.eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)
  return rows[0]?.n ?? -1
}

describe('inloggen met eHerkenning', () => {
  it('K-EH-01: een medewerker komt binnen op zijn eigen account, met zijn rollen', async () => {
    const voor = await aantal('account')
    const { terug, sessie } = await logIn({ medewerker: 'lindemeer-administratie' })
    expect(terug.statusCode).toBe(303)
    const bladzijde = await bekijk('/studenten', sessie)
    expect(bladzijde.statusCode).toBe(200)
    expect(bladzijde.body).toContain('Fatima Boukari')
    expect(await aantal('account')).toBe(voor)
    const { rows } = await server.eigen.database.pool.query<{ account_id: string }>('select account_id from sessie order by aangemaakt_op desc limit 1')
    expect(rows[0]?.account_id).toBe(accountIdVan('lindemeer-administratie'))
  })

  it('A-10, T-02: EH2 geeft geen sessie en geen account', async () => {
    const voor = [await aantal('account'), await aantal('sessie')]
    const { terug } = await logIn({ medewerker: 'veldhoorn-laag-niveau' })
    expect(terug.statusCode).toBe(403)
    expect([await aantal('account'), await aantal('sessie')]).toEqual(voor)
  })

  it('A-14: een intermediair zonder rol van het bestuur komt niet binnen', async () => {
    const voor = await aantal('sessie')
    expect((await logIn({ medewerker: 'veldhoorn-accountant' })).terug.statusCode).toBe(403)
    expect(await aantal('sessie')).toBe(voor)
  })

  it('Z-06, T-23: wie nog over moet komt binnen zonder rol', async () => {
    const { sessie } = await logIn({ medewerker: 'lindemeer-overstapper' })
    expect((await bekijk('/geen-rol', sessie)).statusCode).toBe(200)
    expect((await bekijk('/studenten', sessie)).statusCode).toBe(404)
  })

  it('sessie S-07: dezelfde persoon heeft bij elke organisatie een ander account', async () => {
    const accounts: string[] = []
    for (const medewerker of ['lindemeer-verzuim', 'vlierpad-verzuim']) {
      await logIn({ medewerker })
      const { rows } = await server.eigen.database.pool.query<{ account_id: string }>('select account_id from sessie order by aangemaakt_op desc limit 1')
      accounts.push(rows[0]?.account_id ?? '')
    }
    expect(accounts).toEqual([accountIdVan('lindemeer-verzuim'), accountIdVan('vlierpad-verzuim')])
  })

  it('A-01, A-09: hetzelfde antwoord een tweede keer, of in een andere browser, geeft geen sessie', async () => {
    const { kom, koekje } = await logIn({ medewerker: 'noorderveen-administratie' })
    const voor = await aantal('sessie')
    expect((await kom(koekje)).statusCode).toBeGreaterThanOrEqual(400)
    const begin = await server.app.inject({ url: '/inloggen/start', headers: { host: '127.0.0.1:8080' } })
    const { antwoord } = await loopLangsMakelaar(String(begin.headers.location), { medewerker: 'noorderveen-administratie' })
    const vreemd = await server.app.inject({ url: `${antwoord.pathname}${antwoord.search}`, headers: { host: '127.0.0.1:8080' } })
    expect(vreemd.statusCode).toBeGreaterThanOrEqual(400)
    expect(await aantal('sessie')).toBe(voor)
  })

  it('wie stopt, komt netjes terug', async () => {
    const { terug } = await logIn({ annuleer: 'ja' })
    expect(terug.body).toContain('gestopt')
  })

  it('A-15, P-02: in het log staat geen pseudoniem, code of state', async () => {
    const { antwoord } = await logIn({ medewerker: 'wetering-administratie' })
    const alles = log.join('\n')
    for (const naam of ['code', 'state']) expect(alles).not.toContain(antwoord.searchParams.get(naam))
    expect(alles).not.toMatch(/[0-9A-F]{64}@[0-9A-F]{32}/)
    expect(alles).toContain('OIDC-ACR-TE-LAAG')
  })
})
