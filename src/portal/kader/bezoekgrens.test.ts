import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { momentVan } from '../../kern/datum.ts'
import { type Beveiligingsvoorval, koekjehash } from '../../toegang/index.ts'
import { maakProefdeur, maakProefsessies, proefkoekje } from '../leerling/fixtures/sessies.ts'
import { bouwStijl } from '../stijl/bestanden.ts'
import type { Kaderinstelling, Sessiebron } from './instelling.ts'
import { registreerPortaalroutes } from './registreer.ts'
import type { Portaalroute } from './route.ts'

const NU = new Date('2026-11-24T10:04:00Z')
const stijl = bouwStijl()
const goed: Portaalroute['verwerk'] = () => Promise.resolve({ soort: 'bladzijde', html: 'gelukt' })
const ROUTES: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/open', toegang: 'openbaar', verwerk: goed },
  { methode: 'GET', pad: '/lijst', toegang: 'aangemeld', verwerk: goed },
  { methode: 'GET', pad: '/start', toegang: 'openbaar', perNetwerk: 3, verwerk: goed },
]

/** Elk koekje is een eigen account; wat voor de punt staat is de organisatie. */
const sessies: Sessiebron = {
  zoek: async (hash) => {
    const [naam, organisatie] = BEKEND.get(hash.toString('hex')) ?? ['', '']
    const sessie = await maakProefsessies(momentVan(NU)).zoek(koekjehash(proefkoekje('21MB').split('=')[1] ?? ''), NU)
    return sessie === undefined || naam === '' ? undefined : { ...sessie, actor: { ...sessie.actor, id: naam }, organisatie: { ...sessie.organisatie, id: organisatie } }
  },
  meldAf: () => Promise.resolve(),
}
const BEKEND = new Map<string, readonly [string, string]>()
function koekjeVan(organisatie: string, nummer: number): string {
  const waarde = `${organisatie}${nummer}`.padEnd(43, 'a')
  BEKEND.set(koekjehash(waarde).toString('hex'), [`${organisatie}${nummer}`, organisatie])
  return `${proefkoekje('21MB').split('=')[0]}=${waarde}`
}

function maak(anders: Partial<Kaderinstelling> = {}) {
  const voorvallen: Beveiligingsvoorval[] = []
  const klok = { nu: NU }
  const app = fastify()
  const kader = registreerPortaalroutes(app, {
    stijl, https: false, sleutel: Buffer.alloc(32, 7), basisUrl: 'http://leerroute.example', proefomgeving: false, nu: () => klok.nu, sessies, deur: maakProefdeur(() => NU, (voorval) => voorvallen.push(voorval)),
    limietPerMinuut: 4, adresVan: ({ headers }) => String(headers['x-proef-adres'] ?? '192.0.2.1'), ...anders,
  }, ROUTES)
  app.setNotFoundHandler((request, reply) => kader.antwoordFout(request, reply, 'niet-gevonden'))
  const haal = (url: string, cookie = '', adres = '192.0.2.1') => app.inject({ url, headers: { host: 'leerroute.example', cookie, 'x-proef-adres': adres } })
  const keren = async (aantal: number, doe: (i: number) => ReturnType<typeof haal>) => {
    const uit: number[] = []
    for (let i = 0; i < aantal; i += 1) uit.push((await doe(i)).statusCode)
    return uit
  }
  return { haal, keren, voorvallen, klok }
}

describe('S-18: grenzen in het portaal', () => {
  test('S-18: per account, met in gewone taal wanneer het weer kan; een collega merkt er niets van', async () => {
    const { haal, keren, klok, voorvallen } = maak()
    const ik = koekjeVan('school', 1)
    expect(await keren(4, () => haal('/lijst', ik))).toEqual([200, 200, 200, 200])
    const vol = await haal('/lijst', ik)
    expect([vol.statusCode, vol.headers['retry-after'], vol.headers['cache-control']]).toEqual([429, '15', 'no-store'])
    for (const zin of ['U vroeg in korte tijd te veel bladzijden.', 'Er is niets veranderd. Probeer het over 15 seconden opnieuw.']) expect(vol.body).toContain(zin)
    expect(voorvallen).toEqual([{ soort: 'te-vaak', code: 'aanroeper', kenmerk: expect.any(String) }])
    expect((await haal('/lijst', koekjeVan('school', 2))).statusCode).toBe(200)
    klok.nu = new Date(NU.getTime() + 15_000)
    expect((await haal('/lijst', ik)).statusCode).toBe(200)
  })
  test('S-18: per organisatie drie keer zo veel; een andere organisatie merkt er niets van', async () => {
    const { haal, keren } = maak()
    expect(await keren(12, (i) => haal('/lijst', koekjeVan('druk', i)))).toEqual(Array.from({ length: 12 }, () => 200))
    const vol = await haal('/lijst', koekjeVan('druk', 99))
    expect([vol.statusCode, vol.headers['retry-after'], vol.body.includes('Uw organisatie vroeg in korte tijd samen te veel bladzijden.')]).toEqual([429, '5', true])
    expect((await haal('/lijst', koekjeVan('rustig', 1))).statusCode).toBe(200)
  })
  test('S-18: een inlog beginnen gaat per netwerk, ook voor wie is ingelogd of steeds een ander adres uit zijn blok neemt', async () => {
    const { haal, keren } = maak()
    expect(await keren(3, (i) => haal('/start', koekjeVan('school', 10 + i)))).toEqual([200, 200, 200])
    const vol = await haal('/start')
    expect([vol.statusCode, vol.headers['retry-after'], vol.body.includes('te veel pogingen om in te loggen')]).toEqual([429, '20', true])
    expect((await haal('/open')).statusCode).toBe(200)
    expect(await keren(4, (i) => haal('/start', '', `2001:db8::${i + 1}`))).toEqual([200, 200, 200, 429])
  })
  test('S-18: zonder inlog telt het netwerk, ook bij adressen die er niet zijn en bij verzonnen koekjes', async () => {
    const { haal, keren } = maak()
    expect(await keren(5, (i) => haal(`/bestaat-niet-${i}`, `${proefkoekje('21MB').split('=')[0]}=${'b'.repeat(43)}`))).toEqual([404, 404, 404, 404, 429])
    expect((await haal('/open')).statusCode).toBe(429)
    expect((await haal('/open', '', '192.0.2.2')).statusCode).toBe(200)
  })
  test('S-18: 0 is geen grens, ook niet op inloggen', async () => {
    const { haal, keren } = maak({ limietPerMinuut: 0 })
    expect(new Set(await keren(20, () => haal('/start')))).toEqual(new Set([200]))
  })
})
