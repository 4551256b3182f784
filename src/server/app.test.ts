import { describe, expect, test } from 'vitest'
import { momentVan } from '../kern/datum.ts'
import { ID, maakProefbron } from '../portal/leerling/fixtures/bron.ts'
import { maakProefdeur, maakProefsessies, proefkoekje } from '../portal/leerling/fixtures/sessies.ts'
import { bouwApp, type AppBenodigdheden } from './app.ts'

const NU = new Date('2026-11-24T10:04:00Z')

function maak(anders: Partial<AppBenodigdheden> = {}) {
  return bouwApp({ config: { host: '127.0.0.1', ontwikkeling: true }, bron: maakProefbron(), sessies: maakProefsessies(momentVan(NU)), deur: maakProefdeur(() => NU), sleutels: { sessie: Buffer.alloc(32, 7) }, nu: () => NU, isGereed: () => Promise.resolve(true), ...anders })
}

type App = ReturnType<typeof maak>

const haal = (app: App, url: string, cookie = '') => app.inject({ url, headers: { host: 'localhost', cookie } })

describe('webserver', () => {
  test('elke bladzijde heeft strenge koppen en geen inline stijl of script', async () => {
    const app = maak()
    const { headers, body } = await haal(app, `/studenten/${ID.mila}`, proefkoekje('21MB'))
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['cache-control']).toBe('no-store')
    expect(body).not.toMatch(/ style="|<style|<script(?! src=)/)
  })
  test('zonder inlog is er geen student te zien, en na het inloggen komt iemand daar terug', async () => {
    const { statusCode, headers } = await haal(maak(), `/studenten/${ID.mila}`)
    expect([statusCode, headers.location]).toEqual([303, `/inloggen?terug=${encodeURIComponent(`/studenten/${ID.mila}`)}`])
  })
  test('Z-02: een onbekende student en een student van een ander geven letterlijk hetzelfde antwoord', async () => {
    const app = maak()
    const onbekend = await haal(app, '/studenten/01930000-0000-7000-8000-000000000099', proefkoekje('33XX'))
    const vreemd = await haal(app, `/studenten/${ID.mila}`, proefkoekje('33XX'))
    const geenSleutel = await haal(app, '/studenten/123456782', proefkoekje('33XX'))
    const zonderBewijs = (html: string) => html.replace(/name="csrf" value="[^"]+"/g, '')
    expect([onbekend.statusCode, vreemd.statusCode, geenSleutel.statusCode]).toEqual([404, 404, 404])
    expect(zonderBewijs(vreemd.body)).toBe(zonderBewijs(onbekend.body))
    expect(zonderBewijs(geenSleutel.body)).toBe(zonderBewijs(onbekend.body))
  })
  test('een formulier zonder bewijs verandert niets (sessie S-04)', async () => {
    const app = maak()
    const verstuur = (url: string, velden: Record<string, string>) => app.inject({ method: 'POST', url, headers: { host: 'localhost', cookie: proefkoekje('21MB'), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(velden).toString() })
    expect((await verstuur('/uitloggen', { csrf: 'x' })).statusCode).toBe(403)
    expect((await verstuur('/studenten', { zoek: 'mila' })).statusCode).toBe(403)
  })
  test('een vreemde host krijgt niets (DNS-rebinding)', async () => {
    const vraag = (host: string, config = {}) => maak({ config: { host: '127.0.0.1', ontwikkeling: true, ...config } }).inject({ url: '/healthz', headers: { host } })
    expect((await vraag('kwaad.example')).statusCode).toBe(421)
    expect((await vraag('127.0.0.1:8080')).statusCode).toBe(200)
    expect((await vraag('[::1]:8080')).statusCode).toBe(200)
    expect((await vraag('leerroute.example', { openbareHosts: ['leerroute.example'] })).statusCode).toBe(200)
  })
  test('een storing laat niets van binnen zien, alleen een kenmerk dat ook in het log staat', async () => {
    const gemeld: [string, unknown][] = []
    const app = maak({ bron: { ...maakProefbron(), toonLeerling: () => Promise.reject(new Error('wachtwoord=geheim')) }, meldStoring: (...melding) => gemeld.push(melding) })
    const { statusCode, body } = await haal(app, `/studenten/${ID.mila}`, proefkoekje('21MB'))
    expect(statusCode).toBe(500)
    expect(body).not.toContain('geheim')
    expect(body).toContain(gemeld[0]?.[0] ?? 'geen kenmerk gemeld')
  })
  test('/readyz zegt 503 zolang de database niet antwoordt, /healthz niet', async () => {
    const app = maak({ isGereed: () => Promise.reject(new Error('weg')) })
    expect([(await haal(app, '/readyz')).statusCode, (await haal(app, '/healthz')).statusCode]).toEqual([503, 200])
  })
  test('stijl en letters mogen een jaar in de cache en komen gecomprimeerd', async () => {
    const app = maak()
    const pad = /href="(\/stijl\/leerroute\.[0-9a-f]{12}\.css)"/.exec((await haal(app, '/regels')).body)?.[1] ?? ''
    const antwoord = await app.inject({ url: pad, headers: { host: 'localhost', 'accept-encoding': 'br, gzip' } })
    expect([antwoord.statusCode, antwoord.headers['content-encoding'], antwoord.headers['cache-control']]).toEqual([200, 'br', 'public, max-age=31536000, immutable'])
    expect((await haal(app, '/stijl/../package.json')).statusCode).toBe(404)
  })
  test.each([[`/regels/${'a'.repeat(1_001)}`, 414], ['/studenten/%ff', 400]])('%s: strenge koppen, en niets van het adres terug', async (url, status) => {
    const { statusCode, headers, body } = await haal(maak({ config: { host: '127.0.0.1', ontwikkeling: true, https: true } }), url)
    expect(statusCode).toBe(status)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(body).not.toContain(url.split('/').at(-1))
  })
  test.each(['/studenten?school=kwaad', '/studenten?zoek=mila%00', '/studenten?code=SIG-BESTAAT-NIET', "/studenten?cursor=';drop"])('%s is een onjuiste vraag', async (url) => {
    const app = maak()
    expect((await haal(app, url, proefkoekje('21MB'))).statusCode).toBe(400)
  })
  test('een te groot formulier wordt geweigerd zonder storing', async () => {
    const app = maak()
    const { statusCode } = await app.inject({ method: 'POST', url: '/studenten', headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }, payload: `zoek=${'a'.repeat(20_000)}` })
    expect(statusCode).toBe(400)
  })
  test('een te korte sleutel start niet', () => {
    expect(() => maak({ sleutels: { sessie: Buffer.alloc(16) } })).toThrow(RangeError)
  })
})
