import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HeleServer, startHeleServer } from '../../../test/hele-server.ts'
import { formulierbewijs, logIn } from '../../../test/inloggen.ts'
import { momentVan } from '../../kern/datum.ts'
import { type Kluis, maakProefpki, registreerMachine, systeemactor } from '../../toegang/index.ts'

let server: HeleServer
const OIN = '00000099000000010000'
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
  const pki = await maakProefpki(new Date(), ['localhost'], [{ naam: 'een', oin: OIN }])
  const ctx = { actor: systeemactor('proef'), nu: momentVan(new Date()), kluis: undefined as unknown as Kluis }
  const uit = await registreerMachine(server.eigen.database, ctx, { naam: 'SIS <b>Een</b>', oin: OIN, methode: 'private_key_jwt', jwks: JSON.parse(pki.clients[0]?.jwks ?? '') as unknown, vingerafdrukken: [] }, false)
  expect(uit.ok).toBe(true)
}, 90_000)
afterAll(() => server.weg())

async function haal(cookie: string, url: string): Promise<{ status: number; html: string; naar: unknown }> {
  const uit = await server.app.inject({ url, headers: { cookie, host: '127.0.0.1', accept: 'text/html' } })
  return { status: uit.statusCode, html: uit.body, naar: uit.headers.location }
}

async function stuur(cookie: string, url: string, velden: readonly (readonly [string, string])[], csrf?: string): Promise<{ status: number; html: string; naar: unknown }> {
  const bewijs = csrf ?? formulierbewijs((await haal(cookie, '/beheer/mandaten')).html)
  const uit = await server.app.inject({ method: 'POST', url, headers: { cookie, host: '127.0.0.1', origin: 'http://127.0.0.1', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams([['csrf', bewijs], ...velden.map(([naam, waarde]) => [naam, waarde] as [string, string])]).toString() })
  return { status: uit.statusCode, html: uit.body, naar: uit.headers.location }
}

const GOED = [['leverancierOin', OIN], ['scopes', 'bron:lezen'], ['scopes', 'bron:mbo:inschrijven'], ['geldigVan', ''], ['geldigTotEnMet', '31-7-2099']] as const

describe('mandaten in het portaal', () => {
  test('M-01: de beheerder geeft een mandaat, ziet het met wat het inhoudt, en trekt het in', async () => {
    const beheerder = await logIn(server.eigen.database, 'lindemeer-beheerder')
    expect((await haal(beheerder, '/beheer/mandaten')).html).toContain('nog geen mandaat gegeven')
    const nieuw = await haal(beheerder, '/beheer/mandaten/nieuw')
    expect(nieuw.html).toContain('SIS &lt;b>Een&lt;/b>')
    const gegeven = await stuur(beheerder, '/beheer/mandaten/nieuw', GOED, formulierbewijs(nieuw.html))
    expect([gegeven.status, gegeven.naar]).toEqual([303, '/beheer/mandaten?gedaan=gegeven'])
    const { html } = await haal(beheerder, '/beheer/mandaten?gedaan=gegeven')
    for (const deel of ['Het mandaat is gegeven.', `OIN ${OIN}`, 'tot en met 31 jul 2099', 'Geldt nu', 'Inschrijvingen en resultaten van uw mbo-scholen leveren', 'Nog niet gebruikt.']) expect(html).toContain(deel)
    const intrekken = /action="(\/beheer\/mandaten\/[^"]+\/intrekken)"/.exec(html)?.[1] ?? ''
    expect((await stuur(beheerder, intrekken, [])).naar).toBe('/beheer/mandaten?gedaan=ingetrokken')
    expect((await haal(beheerder, '/beheer/mandaten')).html).toContain('Ingetrokken')
  })
  test('M-01, Z-02: een mandaat van een ander bestuur is er niet, en wie geen beheerder is heeft deze bladzijden niet', async () => {
    const beheerder = await logIn(server.eigen.database, 'lindemeer-beheerder')
    await stuur(beheerder, '/beheer/mandaten/nieuw', GOED)
    const { html } = await haal(beheerder, '/beheer/mandaten')
    const intrekken = /action="(\/beheer\/mandaten\/[^"]+\/intrekken)"/.exec(html)?.[1] ?? ''
    const ander = await logIn(server.eigen.database, 'veldhoorn-beheerder')
    const bewijsAnder = formulierbewijs((await haal(ander, '/beheer/mandaten/nieuw')).html)
    expect((await haal(ander, '/beheer/mandaten')).html).not.toContain(OIN)
    expect((await stuur(ander, intrekken, [], bewijsAnder)).status).toBe(404)
    const medewerker = await logIn(server.eigen.database, 'lindemeer-administratie')
    expect((await haal(medewerker, '/beheer/mandaten')).status).toBe(404)
    expect((await haal(medewerker, '/beheer/mandaten/nieuw')).status).toBe(404)
    expect((await haal(beheerder, '/beheer/mandaten')).html).toContain('Geldt nu')
  })
  test('M-01, M-07: fouten staan bij het veld, wat getypt was blijft staan, en een scope die niet bestaat komt er niet in', async () => {
    const beheerder = await logIn(server.eigen.database, 'noorderdelta-beheerder')
    const fout = await stuur(beheerder, '/beheer/mandaten/nieuw', [['leverancierOin', 'x'], ['scopes', '*'], ['geldigVan', '1-1-2020']], formulierbewijs((await haal(beheerder, '/beheer/mandaten/nieuw')).html))
    expect(fout.status).toBe(400)
    for (const deel of ['Deze leverancier heeft hier geen systeem.', 'Een mandaat geeft ten minste een recht', 'Een mandaat begint vandaag of later.', 'value="1-1-2020"']) expect(fout.html).toContain(deel)
    const leeg = await stuur(beheerder, '/beheer/mandaten/nieuw', [['leverancierOin', ''], ['scopes', 'bron:lezen'], ['geldigTotEnMet', '31-7-2020']], formulierbewijs(fout.html))
    for (const deel of ['U koos nog geen leverancier.', 'De laatste dag ligt op of na de eerste dag. Kies een latere dag']) expect(leeg.html).toContain(deel)
    expect((await stuur(beheerder, '/beheer/mandaten/nieuw', [['leverancierOin', OIN], ['scopes', 'bron:lezen'], ['geldigTotEnMet', 'morgen of zo']], formulierbewijs(fout.html))).html).toContain('De laatste dag konden wij niet lezen.')
  })
  test('M-01, sessie S-03, sessie S-04: een mandaat geven vraagt een verse inlog en het bewijs van de eigen sessie', async () => {
    const oud = await logIn(server.eigen.database, 'lindemeer-beheerder', { authnOp: momentVan(Date.now() - 11 * 60_000) })
    expect((await haal(oud, '/beheer/mandaten')).status).toBe(200)
    const nieuw = await haal(oud, '/beheer/mandaten/nieuw')
    expect([nieuw.status, nieuw.naar]).toEqual([303, expect.stringContaining('reden=opnieuw')])
    const vers = await logIn(server.eigen.database, 'lindemeer-beheerder')
    expect((await stuur(vers, '/beheer/mandaten/nieuw', GOED, 'namaak')).status).toBe(403)
  })
})
