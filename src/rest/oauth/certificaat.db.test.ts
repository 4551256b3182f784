import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect as tlsVerbind, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bel, belTls, clientVan, FORMULIER, haalToken, JWT_BEARER, type Machineproef, maakAssertie, maakMachineproef, OIN, vraagToken } from '../../../test/machineproef.ts'
import { maakCertificaatcontrole, maakProefpki } from '../../toegang/index.ts'

const NU = new Date()
/** Van de client of van de server: er kwam geen verbinding. */
const GEEN_VERBINDING = /alert|ECONNRESET|EPIPE|socket hang up|no protocols|unsupported protocol|handshake|disconnected/i
let proef: Machineproef
let tlsClient = ''
beforeAll(async () => { proef = await maakMachineproef({ proxyAdressen: ['127.0.0.1'], begin: NU }) })
afterAll(() => proef.weg())
beforeEach(async () => {
  await proef.database.pool.query('delete from mandaat')
  tlsClient = await proef.maakClient({ methode: 'tls_client_auth', vingerafdrukken: [client('een').vingerafdruk, client('ingetrokken').vingerafdruk] })
  await proef.geef()
})

const client = (naam: string) => clientVan(proef.pki, naam)
const vormVan = (velden: Readonly<Record<string, string>>): string => new URLSearchParams({ grant_type: 'client_credentials', ...velden }).toString()
const tokenOverTls = (naam: string, clientId = tlsClient, velden: Readonly<Record<string, string>> = {}) => belTls(proef.servers[0], proef.pki, client(naam), { pad: '/oauth/token', methode: 'POST', koppen: FORMULIER, inhoud: vormVan({ client_id: clientId, ...velden }) })
const echoOverTls = (naam: string, token: string) => belTls(proef.servers[1], proef.pki, client(naam), { pad: '/v1/echo/aangemeld', koppen: { authorization: `Bearer ${token}` } })
const alsKop = (naam: string): string => `:${Buffer.from(client(naam).certificaat.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64').toString('base64')}:`

describe('de machinepoort, over echte TLS met de proef-PKI', () => {
  test('M-03, S-26: tls_client_auth geeft een token dat aan het certificaat vastzit, en dat werkt op deze poort', async () => {
    const { status, json } = await tokenOverTls('een')
    expect(status).toBe(200)
    const token = String(json['access_token'])
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ cnf: { 'x5t#S256': Buffer.from(client('een').vingerafdruk, 'hex').toString('base64url') } })
    expect((await echoOverTls('een', token)).json).toMatchObject({ actor: { id: `machine:${tlsClient}:${proef.org.bestuur}` } })
  })
  test('M-03: met een ander certificaat is een vastgezet token 401, ook met hetzelfde OIN, en ook zonder certificaat', async () => {
    const token = String((await tokenOverTls('een')).json['access_token'])
    for (const naam of ['een-tweede', 'twee']) expect((await echoOverTls(naam, token)).status, naam).toBe(401)
    const zonder = await bel(proef.servers[0], token)
    expect([zonder.status, zonder.json.detail]).toEqual([401, 'Dit token zit vast aan een ander certificaat dan dat van deze verbinding.'])
  })
  test('M-03: een ander certificaat van hetzelfde OIN krijgt pas een token als het geregistreerd is; van een andere client nooit', async () => {
    for (const naam of ['een-tweede', 'twee']) expect(await tokenOverTls(naam), naam).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
    const ruimer = await proef.maakClient({ methode: 'tls_client_auth', vingerafdrukken: [client('een').vingerafdruk, client('een-tweede').vingerafdruk, client('twee').vingerafdruk] })
    expect((await tokenOverTls('een-tweede', ruimer)).status).toBe(200)
    // Geregistreerd, maar het OIN in het certificaat is van een ander.
    expect((await tokenOverTls('twee', ruimer)).status).toBe(401)
  })
  test('M-03: een certificaat dat van de client is afgehaald werkt bij het volgende verzoek niet meer', async () => {
    const token = String((await tokenOverTls('een')).json['access_token'])
    expect((await echoOverTls('een', token)).status).toBe(200)
    await proef.database.pool.query('update machine_certificaat set ingetrokken_op = now() where client_id = $1', [tlsClient])
    expect((await echoOverTls('een', token)).status).toBe(401)
    expect((await tokenOverTls('een')).status).toBe(401)
  })
  test('S-26: private_key_jwt of tls_client_auth, nooit een ander dan geregistreerd en nooit beide', async () => {
    const assertie = { client_assertion_type: JWT_BEARER, client_assertion: await maakAssertie(proef.pki, { clientId: tlsClient, klok: proef.klok }) }
    expect((await tokenOverTls('een', tlsClient, assertie)).status).toBe(401)
    const jwtClient = await proef.maakClient()
    expect((await tokenOverTls('een', jwtClient)).status).toBe(401)
  })
  test('M-03: private_key_jwt met een geregistreerd certificaat moet dat certificaat laten zien, en het token zit eraan vast', async () => {
    const beide = await proef.maakClient({ vingerafdrukken: [client('een').vingerafdruk] })
    const assertie = async () => ({ client_assertion_type: JWT_BEARER, client_assertion: await maakAssertie(proef.pki, { clientId: beide, klok: proef.klok }) })
    expect((await vraagToken(proef.servers[0], await assertie())).status).toBe(401)
    const { status, json } = await tokenOverTls('een', beide, await assertie())
    expect(status).toBe(200)
    expect((await echoOverTls('twee', String(json['access_token']))).status).toBe(401)
  })
  test.each([['een verlopen certificaat', 'verlopen'], ['het doel van een server', 'doel']])('M-05, S-21: %s komt niet door de handdruk, en dat wordt gemeld', async (_naam, naam) => {
    const gemeld = proef.servers[0].gemeld.length
    await expect(tokenOverTls(naam)).rejects.toThrow(GEEN_VERBINDING)
    expect(proef.servers[0].gemeld.slice(gemeld).join()).toMatch(/^machinepoort: handdruk geweigerd \(/)
  })
  test('M-05, S-21: een onbekende uitgever of geen certificaat komt niet door de handdruk', async () => {
    const vreemd = await maakProefpki(new Date(proef.klok.ms), ['localhost'], [{ naam: 'een', oin: OIN.een }])
    const [namaak] = vreemd.clients
    await expect(belTls(proef.servers[0], { ...proef.pki, uitgever: vreemd.uitgever }, namaak, { pad: '/oauth/jwks.json' })).rejects.toThrow(GEEN_VERBINDING)
    await expect(belTls(proef.servers[0], proef.pki, undefined, { pad: '/oauth/jwks.json' })).rejects.toThrow(GEEN_VERBINDING)
  })
  test.each([['ingetrokken', 'ingetrokken'], ['zonder OIN', 'zonder']])('M-05, S-21: een certificaat dat %s is krijgt overal 403, en dat wordt gemeld', async (_naam, naam) => {
    const gemeld = proef.servers[0].gemeld.length
    expect((await tokenOverTls(naam)).status).toBe(403)
    expect((await belTls(proef.servers[0], proef.pki, client(naam), { pad: '/v1/openapi.json' })).status).toBe(403)
    expect(proef.servers[0].gemeld.slice(gemeld)[0]).toBe(`machinepoort: certificaat geweigerd (${naam === 'ingetrokken' ? 'ingetrokken' : 'geen-oin'})`)
  })
  test.each(['TLSv1', 'TLSv1.1'])('S-22: %s wordt geweigerd', async (versie) => {
    await expect(belTls(proef.servers[0], proef.pki, client('een'), { pad: '/oauth/jwks.json', tls: { minVersion: versie, maxVersion: versie, ciphers: 'ALL:@SECLEVEL=0' } })).rejects.toThrow(GEEN_VERBINDING)
  })
  const verbind = async (opties: ConnectionOptions): Promise<TLSSocket> => {
    const verbinding = tlsVerbind({ host: '127.0.0.1', port: proef.servers[0].poort(), ca: proef.pki.wortel, servername: 'localhost', cert: client('een').certificaat + proef.pki.uitgever, key: client('een').sleutel, ...opties })
    await new Promise((klaar, misluk) => { verbinding.once('secureConnect', () => klaar(undefined)).once('error', misluk) })
    return verbinding
  }
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('S-22: %s werkt, met voorwaartse geheimhouding', async (versie) => {
    const verbinding = await verbind({ minVersion: versie, maxVersion: versie })
    expect([verbinding.getProtocol(), verbinding.getEphemeralKeyInfo()]).toMatchObject([versie, { type: expect.stringMatching(/^(ECDH|TLSGroup)$/) as string }])
    verbinding.destroy()
  })
  test.each([['X25519MLKEM768', 'TLSv1.3'], ['X25519', 'TLSv1.3'], ['P-256', 'TLSv1.3'], ['P-384', 'TLSv1.3'], ['X448', 'TLSv1.3'], ['X25519:P-256', 'TLSv1.2'], ['P-256', 'TLSv1.2']] as const)('S-22: kromme %s werkt met %s', async (ecdhCurve, versie) => {
    const verbinding = await verbind({ ecdhCurve, minVersion: versie, maxVersion: versie })
    expect(verbinding.getProtocol()).toBe(versie)
    verbinding.destroy()
  })
  test.each(['P-521', 'ffdhe2048', 'ffdhe3072'])('S-22: kromme of groep %s is er niet', async (ecdhCurve) => {
    await expect(verbind({ ecdhCurve, minVersion: 'TLSv1.3' })).rejects.toThrow(GEEN_VERBINDING)
  })
  test('S-22: opnieuw onderhandelen in TLS 1.2 lukt niet', async () => {
    const verbinding = await verbind({ maxVersion: 'TLSv1.2' })
    const uitkomst = await new Promise<Error | null>((klaar) => { verbinding.once('error', klaar).renegotiate({ rejectUnauthorized: true }, klaar) })
    expect(String(uitkomst)).toMatch(/no renegotiation/i)
    verbinding.destroy()
  })
  test.each(['AES256-SHA', 'ECDHE-ECDSA-AES256-SHA', 'AES128-GCM-SHA256'])('S-22: zonder voorwaartse geheimhouding of AEAD (%s) is er geen verbinding', async (ciphers) => {
    await expect(belTls(proef.servers[0], proef.pki, client('een'), { pad: '/oauth/jwks.json', tls: { maxVersion: 'TLSv1.2', ciphers } })).rejects.toThrow(GEEN_VERBINDING)
  })
})

describe('achter een proxy die TLS afhandelt', () => {
  const metKop = (koppen: Readonly<Record<string, string>>) => vraagToken(proef.servers[0], { client_id: tlsClient }, koppen)

  test('M-06: van de eigen proxy telt de kop Client-Cert (RFC 9440), en de PEM van nginx', async () => {
    const { status, json } = await metKop({ 'client-cert': alsKop('een') })
    expect(status).toBe(200)
    expect((await bel(proef.servers[0], json['access_token'] ?? '', 'aangemeld', { 'client-cert': alsKop('een') })).status).toBe(200)
    expect((await bel(proef.servers[0], json['access_token'] ?? '', 'aangemeld', { 'client-cert': alsKop('een-tweede') })).status).toBe(401)
    expect((await metKop({ 'client-cert': encodeURIComponent(client('een').certificaat) })).status).toBe(200)
  })
  test('M-05, M-06: ook langs de proxy wordt het certificaat helemaal nagekeken', async () => {
    for (const naam of ['ingetrokken', 'verlopen', 'doel', 'zonder', 'twee']) expect((await metKop({ 'client-cert': alsKop(naam) })).status, naam).toBe(401)
    for (const kop of ['', ':', '::', ':AAAA:', 'onzin', ':%%%:', `${alsKop('een')}, ${alsKop('een')}`, 'a'.repeat(20_000)]) expect((await metKop({ 'client-cert': kop })).status, kop.slice(0, 10)).toBe(401)
  })
  test('M-06: van een ander adres bestaat de kop niet: namaken helpt niet', async () => {
    const ander = await proef.servers[0].app.inject({ method: 'POST', url: '/oauth/token', remoteAddress: '192.0.2.7', headers: { ...FORMULIER, 'client-cert': alsKop('een'), 'x-forwarded-for': '127.0.0.1' }, payload: vormVan({ client_id: tlsClient }) })
    expect(ander.statusCode).toBe(401)
    const token = (await metKop({ 'client-cert': alsKop('een') })).json['access_token'] ?? ''
    const gebruik = await proef.servers[0].app.inject({ url: '/v1/echo/aangemeld', remoteAddress: '192.0.2.7', headers: { authorization: `Bearer ${token}`, 'client-cert': alsKop('een') } })
    expect(gebruik.statusCode).toBe(401)
  })
  test('M-06: op de machinepoort zelf telt het certificaat van de verbinding, niet de kop', async () => {
    const token = (await metKop({ 'client-cert': alsKop('een') })).json['access_token'] ?? ''
    const antwoord = await belTls(proef.servers[0], proef.pki, client('twee'), { pad: '/v1/echo/aangemeld', koppen: { authorization: `Bearer ${token}`, 'client-cert': alsKop('een') } })
    expect(antwoord.status).toBe(401)
  })
  test('M-06: het adres van de beller is het laatste dat de eigen proxy zag; wat de beller er zelf voor zet telt niet', () => {
    const adres = (remoteAddress: string, kop?: string) => proef.servers[0].lezer.adresVan({ socket: { remoteAddress }, headers: kop === undefined ? {} : { 'x-forwarded-for': kop } } as never)
    expect(adres('127.0.0.1', '10.9.9.9, 192.0.2.7')).toBe('192.0.2.7')
    expect(adres('::ffff:127.0.0.1', '10.9.9.9, 192.0.2.7, 127.0.0.1')).toBe('192.0.2.7')
    expect(adres('192.0.2.8', '10.9.9.9')).toBe('192.0.2.8')
    expect(adres('127.0.0.1')).toBe('127.0.0.1')
    expect(adres('127.0.0.1', 'onzin')).toBe('127.0.0.1')
  })
})

describe('controle van een certificaat', () => {
  const der = (naam: string) => Buffer.from(client(naam).certificaat.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  const nu = () => new Date(proef.klok.ms)
  const vertrouwen = (anders: object = {}) => ({ uitgevers: proef.pki.wortel + proef.pki.uitgever, lijsten: proef.pki.lijsten, ...anders })
  const uitkomst = async (naam: string, anders: object = {}, moment = nu(), productie = false) => {
    const uit = (await maakCertificaatcontrole(vertrouwen(anders), productie)).controleer(der(naam), moment)
    return uit.ok ? uit.waarde.oin.oin : uit.reden
  }
  test.each([['een', OIN.een], ['twee', OIN.twee], ['ingetrokken', 'ingetrokken'], ['verlopen', 'verlopen'], ['doel', 'doel-verkeerd'], ['zonder', 'geen-oin']])('M-05: %s geeft %s', async (naam, verwacht) => {
    expect(await uitkomst(naam)).toBe(verwacht)
  })
  test('M-05: zonder intrekkingslijst, met een oude lijst of met die van een ander is een certificaat onzeker, en onzeker is nee', async () => {
    expect(await uitkomst('een', { lijsten: '' })).toBe('intrekkingslijst-oud')
    expect(await uitkomst('een', {}, new Date(proef.klok.ms + 366 * 86_400_000))).toBe('intrekkingslijst-oud')
    const vreemd = await maakProefpki(nu(), ['localhost'], [])
    expect(await uitkomst('een', { lijsten: vreemd.lijsten })).toBe('intrekkingslijst-oud')
  })
  test('M-05: een andere wortel met dezelfde naam is een andere wortel', async () => {
    const vreemd = await maakProefpki(nu(), ['localhost'], [])
    expect(await uitkomst('een', { uitgevers: vreemd.wortel + vreemd.uitgever, lijsten: vreemd.lijsten })).toBe('uitgever-onbekend')
  })
  test('M-05: voor het begin geldt het nog niet, en in productie werkt een OIN om te proberen nooit', async () => {
    expect(await uitkomst('een', {}, new Date(proef.klok.ms - 86_400_000))).toBe('nog-niet-geldig')
    expect(await uitkomst('een', {}, nu(), true)).toBe('proef-oin')
  })
  test('M-05: uitgevers zonder wortel, of met een certificaat dat nergens onder hangt, worden niet aangenomen', async () => {
    await expect(maakCertificaatcontrole(vertrouwen({ uitgevers: proef.pki.uitgever }), false)).rejects.toThrow('wortelcertificaat')
    await expect(maakCertificaatcontrole(vertrouwen({ uitgevers: proef.pki.wortel + client('een').certificaat }), false)).rejects.toThrow('hangt niet onder')
  })
  test('M-05: een naam met een regel erin die op een OIN lijkt, is geen OIN', async () => {
    const vals = await maakProefpki(nu(), ['localhost'], [{ naam: `x\nserialNumber=${OIN.een}`, oin: OIN.een, anders: 'zonder-oin' }, { naam: `x + serialNumber=${OIN.een}`, oin: OIN.een, anders: 'zonder-oin' }])
    const controle = await maakCertificaatcontrole({ uitgevers: vals.wortel + vals.uitgever, lijsten: vals.lijsten }, false)
    for (const { certificaat } of vals.clients) expect(controle.controleer(Buffer.from(certificaat.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'), nu())).toEqual({ ok: false, reden: 'geen-oin' })
  })
  test('M-05: wat geen certificaat is, is onleesbaar en geen fout', async () => {
    const controle = await maakCertificaatcontrole(vertrouwen(), false)
    expect(controle.controleer(Buffer.from('onzin'), nu())).toEqual({ ok: false, reden: 'onleesbaar' })
    expect(controle.controleer(Buffer.alloc(0), nu())).toEqual({ ok: false, reden: 'onleesbaar' })
  })
})

test('M-05: een nieuwe intrekkingslijst in het bestand telt zonder herstart', async () => {
  const { maakCertificaatlader } = await import('../../server/tls.ts')
  const [ca, crl] = [join(proef.map, 'lader-ca.pem'), join(proef.map, 'lader-crl.pem')]
  writeFileSync(ca, proef.pki.wortel + proef.pki.uitgever)
  writeFileSync(crl, '')
  let ms = 0
  const lader = maakCertificaatlader({ uitgevers: ca, lijsten: crl }, false, () => undefined, () => ms)
  await lader.gelezen
  const der = Buffer.from(client('een').certificaat.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  const oordeel = () => lader.controle()?.controleer(der, new Date(proef.klok.ms)).ok
  expect(oordeel()).toBe(false)
  writeFileSync(crl, proef.pki.lijsten)
  ms += 31_000
  await expect.poll(oordeel).toBe(true)
})

test('M-01, M-03: een los token van private_key_jwt werkt ook op de machinepoort', async () => {
  const jwtClient = await proef.maakClient()
  expect((await echoOverTls('een', await haalToken(proef, jwtClient))).status).toBe(200)
})
