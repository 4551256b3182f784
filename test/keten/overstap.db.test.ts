/** De hele overstap door het echte portaal: met het token inloggen, met eHerkenning inloggen, koppelen, en daarna is het token dood. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { codeOp, leesCodegenerator } from '../../src/toegang/overstap/tokenmiddel.ts'
import { leesMedewerkers } from '../../src/makelaar/index.ts'
import { MEDEWERKERS_BESTAND } from '../../src/server/wereld-medewerkers.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { formulierbewijs, logAccountIn } from '../inloggen.ts'
import { loopLangsMakelaar } from '../makelaar-browser.ts'

let server: HeleServer
const log: string[] = []
beforeAll(async () => {
  server = await startHeleServer({ niveau: 'info', log: (regel) => log.push(regel) })
  await server.eigen.database.pool.query(`update instelling_overstap set open_van = '2020-01-01', token_tot_en_met = '2099-12-31', coulance_tot_en_met = null`)
}, 60_000)
afterAll(() => server.weg())

const HOST = { host: '127.0.0.1:8080', accept: 'text/html' }
const koekjesVan = (koppen: Record<string, unknown>): string => [koppen['set-cookie']].flat().filter((koekje) => typeof koekje === 'string').map((koekje) => koekje.split(';')[0] ?? '').join('; ')
const bekijk = (pad: string, cookie: string) => server.app.inject({ url: pad, headers: { ...HOST, cookie } })
const stuur = (pad: string, cookie: string, velden: Record<string, string>) => server.app.inject({
  method: 'POST', url: pad, headers: { ...HOST, origin: 'http://127.0.0.1:8080', cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(velden).toString(),
})

/** De medewerker met zijn token; `later`: hoeveel codes verder, omdat elke code één keer werkt. */
function tokenVan(id: string, later = 0): { gebruikersnaam: string; wachtwoord: string; code: string } {
  const token = leesMedewerkers(MEDEWERKERS_BESTAND).find((een) => een.id === id)?.token
  const generator = leesCodegenerator(token?.totp ?? '')
  if (token === undefined || generator === undefined) throw new Error(`${id} heeft geen token`)
  return { gebruikersnaam: token.gebruikersnaam, wachtwoord: token.wachtwoord, code: codeOp(generator, new Date(Date.now() + later * 30_000)) }
}

async function metEherkenning(medewerker: string): Promise<string> {
  const begin = await server.app.inject({ url: '/inloggen/start', headers: HOST })
  const { antwoord } = await loopLangsMakelaar(String(begin.headers.location), { medewerker })
  const terug = await server.app.inject({ url: `${antwoord.pathname}${antwoord.search}`, headers: { ...HOST, cookie: koekjesVan(begin.headers) } })
  expect(terug.statusCode).toBe(303)
  return koekjesVan(terug.headers)
}

describe('de overstap van een medewerker', () => {
  it('K-EH-04, T-08, T-21: token, eHerkenning zonder rol, koppelen, rollen daar, token dood', async () => {
    const inlog = await bekijk('/inloggen/token', '')
    expect(inlog.body).toContain('tot en met 31 december 2099')
    const metToken = await stuur('/inloggen/token', '', tokenVan('lindemeer-overstapper'))
    expect([metToken.statusCode, metToken.headers.location]).toEqual([303, '/'])
    const oud = koekjesVan(metToken.headers)
    expect((await bekijk('/studenten', oud)).statusCode).toBe(200)
    expect((await bekijk('/overstap', oud)).body).toContain('Log in met eHerkenning')

    let eh = await metEherkenning('lindemeer-overstapper')
    expect((await bekijk('/studenten', eh)).statusCode).toBe(404)
    const intro = await bekijk('/overstap', eh)
    expect(intro.body).toContain('uw token werkt tot en met 31 december 2099')
    const csrf = formulierbewijs(intro.body)
    expect((await stuur('/overstap/begin', eh, { csrf })).headers.location).toBe('/overstap/bewijs')
    const fout = await stuur('/overstap/bewijs', eh, { csrf, ...tokenVan('lindemeer-overstapper', 1), wachtwoord: 'verkeerd-wachtwoord' })
    expect([fout.statusCode, fout.body.includes('Dit klopt niet'), fout.body.includes('value="rachterberg"'), fout.body.includes('verkeerd-wachtwoord')]).toEqual([403, true, true, false])
    // De wachttijd is een seconde: op een trage computer zou die al voorbij kunnen zijn, dus de fout komt eerst later en dan eerder.
    await server.eigen.database.pool.query(`update bewijspoging set op = op + interval '1 minute'`)
    const wacht = await stuur('/overstap/bewijs', eh, { csrf, ...tokenVan('lindemeer-overstapper', 1) })
    expect([wacht.statusCode, wacht.body.includes('Wacht even')]).toEqual([429, true])
    await server.eigen.database.pool.query(`update bewijspoging set op = op - interval '2 minutes'`)
    expect((await stuur('/overstap/bewijs', eh, { csrf, ...tokenVan('lindemeer-overstapper', 1) })).headers.location).toBe('/overstap/bevestig')

    const kanten = await bekijk('/overstap/bevestig', eh)
    for (const woord of ['rachterberg', 'ROC Lindemeer', 'Stichting ROC Lindemeer', 'Inschrijving mbo, 21MB', 'Verzuim, 21MB', 'Raadplegen, 21MB']) expect(kanten.body).toContain(woord)
    const bevestigd = await stuur('/overstap/bevestig', eh, { csrf })
    expect([bevestigd.statusCode, bevestigd.headers.location]).toEqual([303, '/overstap/klaar'])
    const nieuw = koekjesVan(bevestigd.headers)
    expect(nieuw).not.toBe(eh)
    expect((await bekijk('/studenten', eh)).headers.location).toMatch(/^\/inloggen\?/)
    eh = nieuw
    const klaar = await bekijk('/overstap/klaar', eh)
    expect([klaar.statusCode, klaar.body.includes('rachterberg'), klaar.body.includes('Inschrijving mbo, 21MB')]).toEqual([200, true, true])
    expect((await bekijk('/studenten', eh)).statusCode).toBe(200)

    expect((await bekijk('/studenten', oud)).headers.location).toMatch(/^\/inloggen\?/)
    await server.eigen.database.pool.query('delete from bewijspoging')
    const weer = await stuur('/inloggen/token', '', tokenVan('lindemeer-overstapper', 1))
    expect([weer.statusCode, weer.body.includes('Dit klopt niet')]).toEqual([403, true])
    for (const geheim of [tokenVan('lindemeer-overstapper').wachtwoord, 'verkeerd-wachtwoord', 'rachterberg']) expect(log.join('\n')).not.toContain(geheim)
    expect(log.join('\n')).toContain('token-geweigerd')
  }, 60_000)

  it('T-32: een stap die er nog niet is, is 409 en verandert niets; een formulier van elders komt er niet in', async () => {
    const eh = await logAccountIn(server.eigen.database, accountIdVan('lindemeer-administratie'))
    const csrf = formulierbewijs((await bekijk('/overstap', eh)).body)
    for (const pad of ['/overstap/bevestig', '/overstap/bewijs']) {
      const antwoord = await stuur(pad, eh, { csrf, ...tokenVan('veldhoorn-overstapper') })
      expect([pad, antwoord.statusCode, antwoord.body.includes('U bent nog niet begonnen')]).toEqual([pad, 409, true])
    }
    expect((await stuur('/overstap/bevestig', eh, {})).statusCode).toBe(403)
    const { rows } = await server.eigen.database.pool.query(`select toestand from account a join token_account t using (account_id) where gebruikersnaam = 'hpostma'`)
    expect(rows).toEqual([{ toestand: 'ACTIEF_TOKEN' }])
  })

  it('T-01, sessie S-03: koppelen vraagt een verse inlog en daarna komt iemand terug', async () => {
    const eh = await logAccountIn(server.eigen.database, accountIdVan('lindemeer-administratie'), { authnOp: new Date(Date.now() - 11 * 60_000).toISOString() as never })
    const csrf = formulierbewijs((await bekijk('/overstap', eh)).body)
    expect((await stuur('/overstap/begin', eh, { csrf })).headers.location).toMatch(/^\/inloggen\?.*reden=opnieuw/)
  })

  it('T-13: een onbekende naam en een verkeerd wachtwoord geven op het scherm letterlijk hetzelfde', async () => {
    const [een, twee] = [await stuur('/inloggen/token', '', { ...tokenVan('veldhoorn-overstapper'), wachtwoord: 'verkeerd-wachtwoord' }), await stuur('/inloggen/token', '', { ...tokenVan('veldhoorn-overstapper'), gebruikersnaam: 'bestaatn' })]
    expect([een.statusCode, twee.statusCode]).toEqual([403, 403])
    expect(een.body.replace('hpostma', 'x')).toBe(twee.body.replace('bestaatn', 'x'))
  })
})
