import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import type { Moment } from '../kern/datum.ts'
import { maakKluis } from '../toegang/index.ts'
import { voerOpdrachtUit } from './main.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
let db: EigenDatabase
let map = ''
let server: Server
let adres = ''
let gevraagd: { readonly url: string; readonly vorm: string; readonly sleutel: string | undefined }[] = []
let antwoord: { status: number; inhoud: unknown } = { status: 200, inhoud: {} }
let uitgever: string | undefined

beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-aanmelden-'))
  await leerroute('beheer', 'proefpki', join(map, 'pki'))
  server = createServer((verzoek, uit) => {
    let vorm = ''
    verzoek.on('data', (stuk) => { vorm += String(stuk) }).on('end', () => {
      gevraagd.push({ url: verzoek.url ?? '', vorm, sleutel: verzoek.headers.authorization })
      const gegeven = verzoek.url?.startsWith('/.well-known') === true ? { status: 200, inhoud: { issuer: uitgever ?? adres } } : verzoek.url === '/oauth/token' ? antwoord : { status: 404, inhoud: {} }
      uit.writeHead(gegeven.status, { 'content-type': 'application/json' }).end(JSON.stringify(gegeven.inhoud))
    })
  })
  await new Promise<void>((open) => { server.listen(0, '127.0.0.1', open) })
  adres = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})
beforeEach(() => {
  gevraagd = []
  uitgever = undefined
  antwoord = { status: 200, inhoud: { access_token: 'eyJ.geheim.token', token_type: 'Bearer', expires_in: 900, scope: 'bron:lezen' } }
  rmSync(bestand(), { force: true })
})

const bestand = (): string => join(map, 'config', 'aanmelding.json')
const geheim = (): string => join(map, 'pki', 'leverancier-1.key')

async function leerroute(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(argumenten, {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, server: { aanmeldbestand: bestand() },
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}
const aanmelden = (...extra: string[]) => leerroute('aanmelden', '--server', adres, '--client-id', 'c1', '--sleutel', geheim(), ...extra)

describe('leerroute aanmelden en afmelden', () => {
  it('S-26: tekent een verse assertion voor precies dit adres, en bewaart het token alleen voor de eigenaar', async () => {
    const { code, uit, fout } = await aanmelden('--organisatie', '21MB', '--scope', 'bron:lezen', '--json')
    expect([code, fout]).toEqual([0, ''])
    expect(JSON.parse(uit)).toEqual({ server: adres, scope: 'bron:lezen', geldigSeconden: 900 })
    const vorm = new URLSearchParams(gevraagd.at(-1)?.vorm)
    expect(Object.fromEntries(vorm)).toMatchObject({ grant_type: 'client_credentials', client_id: 'c1', organisatie: '21MB', scope: 'bron:lezen' })
    const inhoud = JSON.parse(Buffer.from((vorm.get('client_assertion') ?? '').split('.')[1] ?? '', 'base64url').toString()) as Record<string, number>
    expect(inhoud).toMatchObject({ iss: 'c1', sub: 'c1', aud: `${adres}/oauth/token` })
    expect(Number(inhoud['exp']) - Number(inhoud['iat'])).toBe(60)
    expect(statSync(bestand()).mode & 0o777).toBe(0o600)
    expect(readFileSync(bestand(), 'utf8')).not.toContain(readFileSync(geheim(), 'utf8').split('\n')[1])
  })
  it('een opdracht met --server stuurt het token mee; een bijna verlopen token wordt eerst vernieuwd', async () => {
    await aanmelden()
    await leerroute('signalen', '--brin', '21MB', '--server', adres)
    expect(gevraagd.at(-1)?.sleutel).toBe('Bearer eyJ.geheim.token')
    const bewaard = JSON.parse(readFileSync(bestand(), 'utf8')) as Record<string, { verlooptOp: number }>
    writeFileSync(bestand(), JSON.stringify({ [adres]: { ...bewaard[adres], verlooptOp: Date.now() + 59_000 } }), { mode: 0o600 })
    antwoord = { status: 200, inhoud: { access_token: 'eyJ.nieuw.token', expires_in: 900, scope: 'bron:lezen' } }
    await leerroute('signalen', '--brin', '21MB', '--server', adres)
    expect(gevraagd.at(-1)?.sleutel).toBe('Bearer eyJ.nieuw.token')
    expect(readFileSync(bestand(), 'utf8')).toContain('eyJ.nieuw.token')
  })
  it('S-26: een server die zich anders noemt krijgt geen assertion: die zou hij bij de echte kunnen gebruiken', async () => {
    uitgever = 'https://echt.leerroute.example'
    expect(await aanmelden()).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('De server noemt zich https://echt.leerroute.example') })
    expect(gevraagd.map(({ url }) => url)).toEqual(['/.well-known/oauth-authorization-server'])
    expect(existsSync(bestand())).toBe(false)
  })
  it('een weigering zegt waarom en bewaart niets', async () => {
    antwoord = { status: 400, inhoud: { error: 'unauthorized_client', error_description: 'Er is vandaag geen mandaat.' } }
    const { code, uit, fout } = await aanmelden()
    expect([code, uit, existsSync(bestand())]).toEqual([2, '', false])
    expect(fout).toContain('(unauthorized_client). Er is vandaag geen mandaat.')
  })
  it('bij een sleutel die niet van deze client is staat wat u nakijkt', async () => {
    antwoord = { status: 401, inhoud: { error: 'invalid_client', error_description: 'De handtekening klopt niet.' } }
    expect((await aanmelden()).fout.replaceAll(/\s+/g, ' ')).toContain('De handtekening klopt niet. Controleer of het client-id en de geheime sleutel bij elkaar horen')
  })
  it('een sleutel die een ander kan lezen, die er niet is of die geen sleutel is wordt niet gebruikt', async () => {
    const open = join(map, 'open.key')
    writeFileSync(open, readFileSync(geheim()))
    chmodSync(open, 0o644)
    const onzin = join(map, 'onzin.key')
    writeFileSync(onzin, 'onzin', { mode: 0o600 })
    for (const [pad, tekst] of [[open, 'chmod 600'], [join(map, 'weg.key'), 'bestaat niet'], [onzin, 'niet te lezen']] as const) {
      expect(await leerroute('aanmelden', '--server', adres, '--client-id', 'c1', '--sleutel', pad)).toMatchObject({ code: 2, fout: expect.stringContaining(tekst) })
    }
    expect(gevraagd).toEqual([])
  })
  it('een geheim gaat nooit zonder https naar een andere computer, en een server die er niet is geeft 3', async () => {
    expect(await leerroute('aanmelden', '--server', 'http://leerroute.example', '--client-id', 'c1', '--sleutel', geheim())).toMatchObject({ code: 2, fout: expect.stringContaining('alleen over https') })
    expect(await leerroute('aanmelden', '--server', 'http://127.0.0.1:1', '--client-id', 'c1', '--sleutel', geheim())).toMatchObject({ code: 3, fout: expect.stringContaining('niet bereikbaar') })
    expect(await leerroute('aanmelden', '--client-id', 'c1', '--sleutel', geheim())).toMatchObject({ code: 2, fout: expect.stringContaining('--server') })
  })
  it('afmelden vergeet alleen deze server, en nog een keer verandert niets', async () => {
    mkdirSync(join(map, 'config'), { recursive: true })
    writeFileSync(bestand(), JSON.stringify({ 'https://ander.example': { clientId: 'x' } }), { mode: 0o600 })
    await aanmelden()
    expect(JSON.parse((await leerroute('afmelden', '--server', `${adres}/v1/`, '--json')).uit)).toEqual({ server: adres, uitkomst: 'afgemeld' })
    expect(JSON.parse(readFileSync(bestand(), 'utf8'))).toEqual({ 'https://ander.example': { clientId: 'x' } })
    expect(JSON.parse((await leerroute('afmelden', '--server', adres, '--json')).uit)).toMatchObject({ uitkomst: 'ongewijzigd' })
    await leerroute('afmelden', '--server', 'https://ander.example')
    expect(existsSync(bestand())).toBe(false)
  })
})

describe('leerroute beheer machine en proefpki', () => {
  const registreer = (...extra: string[]) => leerroute('beheer', 'machine', 'registreer', '--naam', 'SIS', '--oin', '00000099000000010000', ...extra)

  it('S-20: de proef-PKI heeft OIN\'s om te proberen, sleutels alleen voor de eigenaar, en schrijft nooit over een andere map heen', async () => {
    expect(statSync(geheim()).mode & 0o777).toBe(0o600)
    expect(existsSync(join(map, 'pki', 'intrekkingslijst.crl'))).toBe(true)
    expect(await leerroute('beheer', 'proefpki', join(map, 'pki'))).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('bestaat al') })
  })
  it('registreert, toont en trekt in; nog een keer intrekken verandert niets', async () => {
    const { clientId } = JSON.parse((await registreer('--jwks', join(map, 'pki', 'leverancier-1.jwks.json'), '--certificaat', join(map, 'pki', 'leverancier-1.crt'), '--json')).uit) as { clientId: string }
    const getoond = (await leerroute('beheer', 'machine', 'toon')).uit
    expect(getoond).toContain(`${clientId} · private_key_jwt · in gebruik`)
    expect(getoond).toMatch(/certificaat [0-9a-f]{64}/)
    expect((await leerroute('beheer', 'machine', 'intrek', clientId)).uit).toContain('Ingetrokken.')
    expect(JSON.parse((await leerroute('beheer', 'machine', 'intrek', clientId, '--json')).uit)).toEqual({ clientId, uitkomst: 'ongewijzigd' })
    expect((await leerroute('beheer', 'machine', 'toon')).uit).toContain('ingetrokken op 2026-11-24')
  })
  it.each<[string[], string]>([
    [[], 'hoort een lijst met sleutels of het adres daarvan'], [['--jwks-uri', 'http://sis.example/jwks'], 'Berichten gaan alleen over https'], [['--jwks-uri', 'https://10.0.0.1/jwks'], 'niet op het openbare internet'],
    [['--methode', 'tls_client_auth'], 'hoort ten minste een certificaat'], [['--jwks', 'pki/leverancier-1.key'], 'niet te lezen als JSON'], [['--methode', 'tls_client_auth', '--certificaat', 'pki/leverancier-1.key'], 'niet te lezen als certificaat'],
    [['--jwks', 'geheim.json'], 'staat een geheime sleutel'], [['--jwks', 'hmac.json'], 'Een sleutel is RSA van ten minste 2048 bits'], [['--methode', 'tls_client_auth', '--jwks', 'pki/leverancier-1.jwks.json', '--certificaat', 'pki/leverancier-1.crt'], 'bij tls_client_auth geen van beide'],
  ])('S-26, M-05, M-08: registreer %j wordt geweigerd, met wat te doen', async (opties, tekst) => {
    writeFileSync(join(map, 'geheim.json'), '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}]}')
    writeFileSync(join(map, 'hmac.json'), '{"keys":[{"kty":"oct"}]}')
    const { code, uit, fout } = await registreer(...opties.map((optie) => (/\.(json|key|crt)$/.test(optie) ? join(map, optie) : optie)))
    expect([code, uit]).toEqual([2, ''])
    expect(fout.replaceAll(/\s+/g, ' ')).toContain(tekst)
  })
  it('M-05: een OIN dat geen OIN is, of dat in productie om te proberen is, wordt geweigerd', async () => {
    expect(await leerroute('beheer', 'machine', 'registreer', '--naam', 'SIS', '--oin', '123', '--jwks', join(map, 'pki', 'leverancier-1.jwks.json'))).toMatchObject({ code: 2, fout: expect.stringContaining('Een OIN is 20 tekens') })
  })
  it('de tokensleutel wisselt in het bestand', async () => {
    const pad = join(map, 'tokensleutels.json')
    const kids = [] as string[]
    for (let i = 0; i < 3; i++) kids.unshift((JSON.parse((await leerroute('beheer', 'tokensleutel', pad, '--json')).uit) as { kid: string }).kid)
    expect((JSON.parse(readFileSync(pad, 'utf8')) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)).toEqual(kids.slice(0, 2))
    expect(statSync(pad).mode & 0o777).toBe(0o600)
  })
})
