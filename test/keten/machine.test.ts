/** De hele weg van een leverancier: certificaten, registratie, mandaat van de beheerder in het portaal, aanmelden, leveren, en weer ingetrokken. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { formulierbewijs, logIn } from '../inloggen.ts'
import { type Proefproces, startServer, vrijePoort } from '../serverproces.ts'

const RO = 'docs/voorbeelden/RO_21MB_20250801_20270731.CSV'
const LEVERING = 'docs/voorbeelden/levering.ndjson'
const OIN = '00000099000000010000'
let eigen: EigenDatabase
let server: Proefproces
let map = ''
let machinepoort = 0
let clientId = ''
const pki = (bestand: string): string => join(map, 'pki', bestand)

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-machine-'))
  const gemaakt = await draai('beheer', 'proefpki', join(map, 'pki'), '--json')
  expect([gemaakt.code, gemaakt.fout]).toEqual([0, ''])
  machinepoort = await vrijePoort()
  server = await startServer(eigen.url, {
    dataMap: map, omgeving: {
      LEERROUTE_MTLS_POORT: String(machinepoort), LEERROUTE_MTLS_CERTIFICAAT: pki('server.crt'), LEERROUTE_MTLS_SLEUTEL: pki('server.key'), LEERROUTE_CLIENT_CA: pki('uitgevers.crt'), LEERROUTE_CLIENT_CRL: pki('intrekkingslijst.crl'),
    },
  })
}, 120_000)
afterAll(async () => {
  await server.stop()
  await eigen.weg()
  rmSync(map, { recursive: true, force: true })
})

interface Uitkomst { readonly code: number | null; readonly uit: string; readonly fout: string }

function draai(...argumenten: string[]): Promise<Uitkomst> {
  const kind = spawn(process.execPath, ['bin/leerroute.mjs', ...argumenten], { env: { ...process.env, DATABASE_URL: eigen.url, LEERROUTE_DATA: map, XDG_CONFIG_HOME: join(map, 'config') }, stdio: ['ignore', 'pipe', 'pipe'] })
  let [uit, fout] = ['', '']
  kind.stdout.on('data', (deel: Buffer) => { uit += deel.toString() })
  kind.stderr.on('data', (deel: Buffer) => { fout += deel.toString() })
  return new Promise((klaar) => kind.once('close', (code) => klaar({ code, uit, fout })))
}

/** De beheerder in zijn browser. */
async function beheerder(pad: string, velden?: readonly (readonly [string, string])[]): Promise<{ readonly status: number; readonly html: string }> {
  const cookie = await logIn(eigen.database, 'lindemeer-beheerder')
  const bladzijde = await (await fetch(`${server.adres}/beheer/mandaten/nieuw`, { headers: { cookie } })).text()
  const koppen = { cookie, origin: server.adres }
  const uit = await fetch(`${server.adres}${pad}`, velden === undefined ? { headers: koppen } : { method: 'POST', redirect: 'manual', headers: koppen, body: new URLSearchParams([['csrf', formulierbewijs(bladzijde)], ...velden.map(([naam, waarde]) => [naam, waarde] as [string, string])]) })
  return { status: uit.status, html: await uit.text() }
}

const aanmelden = () => draai('aanmelden', '--server', server.adres, '--client-id', clientId, '--sleutel', pki('leverancier-1.key'), '--organisatie', '21MB')
const lever = () => draai('lever', RO, '--server', server.adres, '--json')

describe('een leverancier levert met een mandaat', { timeout: 120_000 }, () => {
  it('M-01, S-26, K-EH-07: de beheerder van het register registreert het systeem; zonder mandaat is aanmelden geweigerd en blijft er niets achter', async () => {
    const gemaakt = await draai('beheer', 'machine', 'registreer', '--naam', 'SIS Proef', '--oin', OIN, '--jwks', pki('leverancier-1.jwks.json'), '--json')
    expect([gemaakt.code, gemaakt.fout]).toEqual([0, ''])
    clientId = (JSON.parse(gemaakt.uit) as { clientId: string }).clientId
    expect(await aanmelden()).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('unauthorized_client') })
    expect(statSync(join(map, 'config', 'leerroute', 'aanmelding.json'), { throwIfNoEntry: false })).toBeUndefined()
    expect(await lever()).toMatchObject({ code: 2, fout: expect.stringContaining('leerroute aanmelden') })
  })
  it('M-01: de beheerder van de school geeft een mandaat; daarna lukt aanmelden, en het token staat alleen voor de eigenaar op schijf', async () => {
    expect((await beheerder('/beheer/mandaten/nieuw', [['leverancierOin', OIN], ['scopes', 'bron:mbo:inschrijven'], ['scopes', 'bron:lezen']])).status).toBe(303)
    const { code, uit, fout } = await aanmelden()
    expect([code, fout]).toEqual([0, ''])
    expect(uit).toContain('bron:lezen')
    expect(uit).not.toContain('eyJ')
    const bestand = join(map, 'config', 'leerroute', 'aanmelding.json')
    expect(statSync(bestand).mode & 0o777).toBe(0o600)
    expect(readFileSync(bestand, 'utf8')).not.toContain('PRIVATE KEY')
  })
  it('M-02: leerroute lever gebruikt de aanmelding vanzelf, met de rechten van het mandaat', async () => {
    const { code, uit, fout } = await lever()
    expect(code, fout).toBe(0)
    expect(JSON.parse(uit)).toMatchObject({ aanleveringen: [{ aanlevering: { staat: 'klaar' } }] })
  })
  it('M-02: het voorbeeld uit de documentatie wordt helemaal aangenomen, en nog eens leveren verandert niets', async () => {
    for (const uitkomst of ['nieuw', 'ongewijzigd']) {
      const { code, uit, fout } = await draai('lever', LEVERING, '--server', server.adres, '--json')
      expect(code, fout).toBe(0)
      expect(JSON.parse(uit)).toMatchObject({ aanleveringen: [{ aanlevering: { staat: 'klaar', records: 3, tellingen: { [uitkomst]: 3, afgekeurd: 0, 'geen-recht': 0 } } }] })
    }
  })
  it('M-03, S-21: op de machinepoort krijgt dezelfde leverancier met zijn certificaat een vastgezet token', async () => {
    const gemaakt = await draai('beheer', 'machine', 'registreer', '--naam', 'SIS TLS', '--oin', OIN, '--methode', 'tls_client_auth', '--certificaat', pki('leverancier-1.crt'), '--json')
    const id = (JSON.parse(gemaakt.uit) as { clientId: string }).clientId
    expect(await langsMachinepoort('leverancier-1', id)).toMatchObject({ status: 200, json: { token_type: 'Bearer' } })
    expect(await langsMachinepoort('leverancier-2', id)).toMatchObject({ status: 401 })
    expect(await langsMachinepoort('ingetrokken', id)).toMatchObject({ status: 403 })
    await expect.poll(() => server.uitvoer(), { timeout: 10_000 }).toContain('certificaat geweigerd (ingetrokken)')
  })
  it('M-02: trekt de beheerder het mandaat in, dan is het volgende verzoek geweigerd en aanmelden ook', async () => {
    const { html } = await beheerder('/beheer/mandaten')
    const intrekken = /action="(\/beheer\/mandaten\/[^"]+\/intrekken)"/.exec(html)?.[1] ?? ''
    expect((await beheerder(intrekken, [])).status).toBe(303)
    expect(await lever()).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('mandaat') })
    expect(await aanmelden()).toMatchObject({ code: 2, fout: expect.stringContaining('unauthorized_client') })
    expect((await draai('afmelden', '--server', server.adres)).uit).toContain('Afgemeld')
  })
  it('P-01: geen sleutel, token of assertion in het log', () => {
    expect(server.uitvoer()).not.toMatch(/eyJ[\w-]{10}|PRIVATE KEY|BEGIN CERTIFICATE/)
  })
})

function langsMachinepoort(naam: string, id: string): Promise<{ readonly status: number; readonly json: unknown }> {
  return new Promise((klaar, misluk) => {
    const vraag = request({
      host: '127.0.0.1', port: machinepoort, servername: 'localhost', path: '/oauth/token', method: 'POST', agent: false, ca: readFileSync(pki('uitgevers.crt')), cert: readFileSync(pki(`${naam}.crt`)), key: readFileSync(pki(`${naam}.key`)),
      headers: { host: `localhost:${machinepoort}`, 'content-type': 'application/x-www-form-urlencoded', connection: 'close' },
    }, (antwoord) => {
      let tekst = ''
      antwoord.on('data', (stuk) => { tekst += String(stuk) }).on('end', () => klaar({ status: antwoord.statusCode ?? 0, json: JSON.parse(tekst) as unknown }))
    })
    vraag.on('error', misluk).end(new URLSearchParams({ grant_type: 'client_credentials', client_id: id, organisatie: '21MB' }).toString())
  })
}
