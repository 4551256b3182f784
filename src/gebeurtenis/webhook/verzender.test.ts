import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { GEHEIM, isVanLeerroute, type Ontvanger, startOntvanger } from '../../../test/gebeurtenis/ontvanger.ts'
import { controleerUrl, magVerbinden } from '../../toegang/index.ts'
import { controleerGeheim, onderteken } from './handtekening.ts'
import { maakVerzender } from './verzender.ts'

const PRODUCTIE = { loopbackMag: false }
const ONTWIKKELING = { loopbackMag: true }
const POST = { methode: 'POST', koppen: { 'content-type': 'application/json' }, lichaam: '{"id":"1"}' } as const

describe('S-44: waarheen een webhook mag', () => {
  test.each([
    'http://sis.example/x', 'ftp://sis.example/x', 'https://naam:wachtwoord@sis.example/', 'https://sis.example/#deel', 'geen adres', `https://sis.example/${'a'.repeat(2_000)}`,
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://017700000001/', 'https://localhost/', 'https://sis.localhost/', 'https://[::1]/',
    'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/', 'https://10.0.0.5/', 'https://172.16.3.4/', 'https://192.168.1.1/', 'https://169.254.169.254/latest/meta-data', 'https://[fe80::1]/',
    'https://[fd00::1]/', 'https://100.64.0.1/', 'https://0.0.0.0/', 'https://[::]/', 'https://224.0.0.1/', 'https://255.255.255.255/', 'https://[64:ff9b::a00:1]/', 'https://[2002:a00:1::]/',
    'https://[2001::1]/', 'https://192.0.2.1/', 'https://198.18.0.1/', 'https://240.0.0.1/', 'https://[::a00:1]/', 'https://[::7f00:1]/',
  ])('in productie niet naar %s', (url) => {
    const fouten = controleerUrl(url, PRODUCTIE)
    expect(fouten.map(({ veld }) => veld)).toContain('url')
    expect(fouten.every(({ watTeDoen }) => watTeDoen.length > 10)).toBe(true)
  })

  test.each(['https://sis.example/leerroute', 'https://sis.example:8443/leerroute?school=1', 'https://93.184.215.14/', 'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/'])('in productie wel naar %s', (url) => {
    expect(controleerUrl(url, PRODUCTIE)).toEqual([])
  })

  test('om te ontwikkelen mag deze computer, ook zonder https; een ander eigen netwerk nog steeds niet', () => {
    expect([controleerUrl('http://127.0.0.1:9000/', ONTWIKKELING), controleerUrl('http://localhost:9000/', ONTWIKKELING), controleerUrl('http://[::1]:9000/', ONTWIKKELING)]).toEqual([[], [], []])
    for (const url of ['http://sis.example/', 'https://10.0.0.5/', 'https://169.254.169.254/']) expect(controleerUrl(url, ONTWIKKELING)).not.toEqual([])
    expect([magVerbinden('10.0.0.1', ONTWIKKELING), magVerbinden('onzin', ONTWIKKELING), magVerbinden('::ffff:10.0.0.1', PRODUCTIE)]).toEqual([false, false, false])
  })
})

describe('S-44: versturen', () => {
  let ontvanger: Ontvanger | undefined
  afterEach(async () => { await ontvanger?.stop(); ontvanger = undefined })

  test('een naam die naar een intern adres wijst krijgt geen verbinding, ook niet als er een goed adres bij zit', async () => {
    ontvanger = await startOntvanger()
    const poort = new URL(ontvanger.url).port
    for (const adressen of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['169.254.169.254'], []]) {
      const verzend = maakVerzender({ ...PRODUCTIE, zoekOp: () => Promise.resolve(adressen.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))) })
      expect(await verzend({ ...POST, url: `http://sis.example:${poort}/` })).toEqual({ soort: 'storing', storing: 'adres niet toegestaan' })
    }
    expect(await maakVerzender(PRODUCTIE)({ ...POST, url: ontvanger.url })).toEqual({ soort: 'storing', storing: 'adres niet toegestaan' })
    expect(ontvanger.verzoeken).toBe(0)
  })

  test('DNS die tussendoor van antwoord wisselt: de verbinding gaat naar het adres dat bekeken is', async () => {
    ontvanger = await startOntvanger()
    let keer = 0
    const verzend = maakVerzender({ ...ONTWIKKELING, zoekOp: () => { keer += 1; return Promise.resolve([{ address: keer === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 }]) } })
    const url = `http://wissel.example:${new URL(ontvanger.url).port}/`
    expect(await verzend({ ...POST, url })).toMatchObject({ soort: 'antwoord', status: 204 })
    expect(await verzend({ ...POST, url })).toEqual({ soort: 'storing', storing: 'adres niet toegestaan' })
    expect([keer, ontvanger.verzoeken]).toEqual([2, 1])
  })

  test('een omleiding wordt niet gevolgd', async () => {
    ontvanger = await startOntvanger(() => 302)
    expect(await maakVerzender(ONTWIKKELING)({ ...POST, url: ontvanger.url })).toMatchObject({ soort: 'antwoord', status: 302 })
    expect(ontvanger.verzoeken).toBe(1)
  })

  test('een adres dat zwijgt, druppelt of ophangt, en een poort waar niemand luistert', async () => {
    ontvanger = await startOntvanger(() => 'zwijg')
    const verzend = maakVerzender({ ...ONTWIKKELING, geduldMs: 200 })
    expect(await verzend({ ...POST, url: ontvanger.url })).toEqual({ soort: 'storing', storing: 'time-out' })
    ontvanger.gedrag = () => 'verbreek'
    expect(await verzend({ ...POST, url: ontvanger.url })).toEqual({ soort: 'storing', storing: 'geen verbinding' })
    expect(await verzend({ ...POST, url: 'http://127.0.0.1:1/' })).toEqual({ soort: 'storing', storing: 'geen verbinding' })
    const naam = maakVerzender({ ...ONTWIKKELING, zoekOp: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) })
    expect(await naam({ ...POST, url: 'http://weg.example/' })).toEqual({ soort: 'storing', storing: 'naam niet gevonden' })
    const traag = maakVerzender({ ...ONTWIKKELING, geduldMs: 100, zoekOp: () => new Promise(() => undefined) })
    expect(await traag({ ...POST, url: 'http://traag.example/' })).toEqual({ soort: 'storing', storing: 'time-out' })
  })

  test('een adres dat van protocol wil wisselen (101) is een antwoord en houdt niets op', async () => {
    const server = createServer().on('upgrade', () => undefined)
    server.on('connection', (verbinding) => verbinding.once('data', () => verbinding.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n')))
    await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar) })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await maakVerzender({ ...ONTWIKKELING, geduldMs: 1_000 })({ ...POST, url })).toMatchObject({ soort: 'antwoord', status: 101 })
    server.closeAllConnections()
    await new Promise((klaar) => { server.close(klaar) })
  })

  test('een antwoord zonder einde kost geen geheugen en geen wachttijd', async () => {
    const stuk = Buffer.alloc(16_384, 'x')
    const server = createServer((_vraag, antwoord) => {
      antwoord.writeHead(200)
      const schrijf = (): void => { if (!antwoord.destroyed) antwoord.write(stuk, () => setImmediate(schrijf)) }
      schrijf()
    })
    await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar) })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await maakVerzender({ ...ONTWIKKELING, geduldMs: 5_000 })({ ...POST, url })).toMatchObject({ soort: 'antwoord', status: 200 })
    server.closeAllConnections()
    await new Promise((klaar) => { server.close(klaar) })
  })
})

describe('S-44: de handtekening', () => {
  test('een andere implementatie herkent haar; een ander lichaam, tijdstip, id of geheim niet', () => {
    const koppen = onderteken(GEHEIM, 'id-1', 1_790_000_000_123, '{"a":1}')
    expect(koppen['webhook-timestamp']).toBe('1790000000')
    expect(isVanLeerroute(koppen, '{"a":1}', GEHEIM)).toBe(true)
    expect(isVanLeerroute(koppen, '{"a":2}', GEHEIM)).toBe(false)
    expect(isVanLeerroute({ ...koppen, 'webhook-timestamp': '1790000001' }, '{"a":1}', GEHEIM)).toBe(false)
    expect(isVanLeerroute({ ...koppen, 'webhook-id': 'id-2' }, '{"a":1}', GEHEIM)).toBe(false)
    expect(isVanLeerroute(koppen, '{"a":1}', `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false)
  })

  test('het voorbeeld uit de tekst van Standard Webhooks', () => {
    const koppen = onderteken('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}')
    expect(koppen['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  test.each(['', 'geheim', 'whsec_', 'whsec_kort', `whsec_${Buffer.alloc(23).toString('base64')}`, `whsec_${Buffer.alloc(65).toString('base64')}`, 'whsec_%%%'])('een geheim als %s wordt geweigerd', (geheim) => {
    expect(controleerGeheim(geheim)[0]?.veld).toBe('geheim')
  })
})
