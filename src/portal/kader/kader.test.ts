import fc from 'fast-check'
import fastify, { type InjectOptions } from 'fastify'
import { describe, expect, test } from 'vitest'
import { momentVan } from '../../kern/datum.ts'
import { type Beveiligingsvoorval, koekjehash } from '../../toegang/index.ts'
import { maakProefdeur, maakProefsessies, proefkoekje } from '../leerling/fixtures/sessies.ts'
import { bouwStijl } from '../stijl/bestanden.ts'
import { herkomstVan, maakBewijs } from './formulierbewijs.tsx'
import { registreerPortaalroutes } from './registreer.ts'
import type { Portaalantwoord, Portaalroute } from './route.ts'
import { maakTerugkeuze } from './terugadres.ts'

const NU = new Date('2026-11-24T10:04:00Z')
const stijl = bouwStijl()
const goed: Portaalroute['verwerk'] = () => Promise.resolve({ soort: 'bladzijde', html: 'gelukt' })

const ROUTES: readonly Portaalroute[] = [
  { methode: 'GET', pad: '/open', toegang: 'openbaar', menu: { nl: 'Open', en: 'Open' }, verwerk: goed },
  { methode: 'POST', pad: '/open', toegang: 'openbaar', verwerk: goed },
  { methode: 'POST', pad: '/van-buiten', toegang: 'openbaar', vanBuiten: true, verwerk: goed },
  { methode: 'GET', pad: '/lijst', toegang: 'deelnemer:lezen', menu: { nl: 'Lijst', en: 'List' }, verwerk: goed },
  { methode: 'POST', pad: '/lijst', toegang: 'deelnemer:lezen', verwerk: goed },
  { methode: 'GET', pad: '/beheer/:id', toegang: 'account:beheren', menu: { nl: 'Beheer', en: 'Administration' }, verwerk: goed },
  { methode: 'POST', pad: '/beheer/:id', toegang: 'account:beheren', verwerk: goed },
  { methode: 'GET', pad: '/vers/:id', toegang: 'aangemeld', vers: true, verwerk: goed },
  { methode: 'POST', pad: '/vers/:id', toegang: 'aangemeld', vers: true, verwerk: goed },
  { methode: 'GET', pad: '/bestand', toegang: 'aangemeld', verwerk: () => Promise.resolve({ soort: 'bestand', naam: 'a"b\r\nx.csv', mediatype: 'text/csv', inhoud: 'a;b' } satisfies Portaalantwoord) },
  { methode: 'GET', pad: '/naar-buiten', toegang: 'openbaar', verwerk: () => Promise.resolve({ soort: 'bladzijde', html: 'x', formulierNaar: 'https://makelaar.example/sso?x=1' }) },
]

const voorvallen: Beveiligingsvoorval[] = []

function maak({ authnOp = NU, https = false }: { authnOp?: Date, https?: boolean } = {}) {
  voorvallen.length = 0
  const app = fastify()
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, klaar) => klaar(null, Object.fromEntries(new URLSearchParams(String(body)))))
  app.addHook('onRequest', (_request, reply, klaar) => {
    void reply.header('content-security-policy', "default-src 'none'; form-action 'self'; base-uri 'none'")
    klaar()
  })
  const kader = registreerPortaalroutes(app, {
    stijl, https, sleutel: Buffer.alloc(32, 7), basisUrl: https ? 'https://leerroute.example' : 'http://leerroute.example', proefomgeving: false, nu: () => NU,
    sessies: maakProefsessies(momentVan(authnOp)), deur: maakProefdeur(() => NU, (voorval) => voorvallen.push(voorval)),
  }, ROUTES)
  app.setNotFoundHandler((request, reply) => kader.antwoordFout(request, reply, 'niet-gevonden'))
  return app
}

const bewijs = maakBewijs(koekjehash(proefkoekje('21MB').split('=')[1] ?? ''), Buffer.alloc(32, 7))

interface Formulier { readonly url: string; readonly csrf?: string; readonly koppen?: Readonly<Record<string, string>>; readonly koekje?: string }

function verstuur({ url, csrf, koppen = {}, koekje = proefkoekje('21MB') }: Formulier, app = maak()) {
  return app.inject({ method: 'POST', url, headers: { host: 'leerroute.example', cookie: koekje, 'content-type': 'application/x-www-form-urlencoded', ...koppen }, payload: new URLSearchParams(csrf === undefined ? {} : { csrf }).toString() })
}

const haal = (vraag: InjectOptions, app = maak()) => app.inject({ ...vraag, headers: { host: 'leerroute.example', cookie: proefkoekje('21MB'), ...vraag.headers } })

describe('herkomst van een formulier', () => {
  test('sessie S-04: met het bewijs van deze sessie en van deze site gaat een formulier door', async () => {
    for (const koppen of [{}, { origin: 'http://leerroute.example' }, { origin: 'http://leerroute.example', 'sec-fetch-site': 'same-origin' }]) {
      expect((await verstuur({ url: '/lijst', csrf: bewijs, koppen })).statusCode).toBe(200)
    }
  })
  test.each([
    ['zonder bewijs', {}, undefined], ['met het bewijs van een ander', {}, 'x'.repeat(43)], ['met een leeg bewijs', {}, ''],
    ['van een andere site', { origin: 'https://kwaad.example' }, bewijs], ['van een ander subdomein', { origin: 'http://kwaad.leerroute.example' }, bewijs],
    ['van dezelfde naam op een andere poort', { origin: 'http://leerroute.example:8081' }, bewijs], ['met een verborgen herkomst', { origin: 'null' }, bewijs], ['met een herkomst die geen adres is', { origin: 'leerroute.example' }, bewijs],
    ['cross-site volgens de browser', { 'sec-fetch-site': 'cross-site' }, bewijs], ['same-site volgens de browser', { 'sec-fetch-site': 'same-site' }, bewijs],
    ['eigen Origin, maar cross-site', { origin: 'http://leerroute.example', 'sec-fetch-site': 'cross-site' }, bewijs],
  ] as const)('sessie S-04: een formulier %s wordt geweigerd', async (_naam, koppen, csrf) => {
    const { statusCode, body } = await verstuur({ url: '/lijst', koppen, ...(csrf === undefined ? {} : { csrf }) })
    expect([statusCode, body.includes('gelukt')]).toEqual([403, false])
  })
  test('sessie S-04: zonder sessie moet de browser zelf zeggen dat het formulier van hier komt', async () => {
    expect((await verstuur({ url: '/open', koekje: '' })).statusCode).toBe(403)
    expect((await verstuur({ url: '/open', koekje: '', koppen: { origin: 'https://kwaad.example' } })).statusCode).toBe(403)
    expect((await verstuur({ url: '/open', koekje: '', koppen: { origin: 'http://leerroute.example' } })).statusCode).toBe(200)
    expect((await verstuur({ url: '/open', koekje: '', koppen: { 'sec-fetch-site': 'same-origin' } })).statusCode).toBe(200)
  })
  test('sessie S-04: met een sessie vraagt ook een openbaar formulier om bewijs', async () => {
    expect((await verstuur({ url: '/open', koppen: { origin: 'http://leerroute.example' } })).statusCode).toBe(403)
    expect((await verstuur({ url: '/open', csrf: bewijs })).statusCode).toBe(200)
  })
  test('alleen het antwoord van de makelaar mag van een andere site komen', async () => {
    expect((await verstuur({ url: '/van-buiten', koekje: '', koppen: { origin: 'https://makelaar.example', 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(200)
  })
  test('op https is een formulier van http vreemd', () => {
    const instelling = { basisUrl: 'https://leerroute.example', https: true }
    expect(herkomstVan({ origin: 'http://leerroute.example', host: 'leerroute.example' }, instelling)).toBe('vreemd')
    expect(herkomstVan({ origin: 'https://leerroute.example', host: 'leerroute.example' }, instelling)).toBe('eigen')
  })
  test('sessie S-04: geen andere Origin dan de eigen is eigen', () => {
    const origins = fc.tuple(fc.constantFrom('http', 'https'), fc.constantFrom('leerroute.example', 'kwaad.leerroute.example', 'leerroute.example.kwaad.example', 'xleerroute.example', 'localhost'), fc.constantFrom('', ':80', ':443', ':8080', '/', '/x', '?x', '@kwaad.example'))
    fc.assert(fc.property(origins.map(([protocol, naam, staart]) => `${protocol}://${naam}${staart}`).filter((origin) => origin !== 'http://leerroute.example'), (origin) => {
      expect(herkomstVan({ origin, host: 'leerroute.example' }, { basisUrl: 'http://leerroute.example', https: false })).toBe('vreemd')
    }))
  })
})

test('een nulteken in het adres of in een veld is geen vraag van een mens: 400, en de bladzijde zelf hoort er niets van', async () => {
  for (const url of ['/open?zoek=a%00b', '/open?zoek=x&zoek=a%00', '/vers/a%00b']) expect([url, (await haal({ url })).statusCode]).toEqual([url, 400])
  const { statusCode, body } = await maak().inject({ method: 'POST', url: '/lijst', headers: { host: 'leerroute.example', cookie: proefkoekje('21MB'), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ csrf: bewijs, reden: 'a\0b' }).toString() })
  expect([statusCode, body.includes('gelukt')]).toEqual([400, false])
})

describe('toegang', () => {
  test('Z-01: zonder recht is een bladzijde er niet, letterlijk zoals een die niet bestaat (Z-02)', async () => {
    const [geenRecht, bestaatNiet] = await Promise.all([haal({ url: '/beheer/1' }), haal({ url: '/beheer-bestaat-niet' })])
    expect([geenRecht.statusCode, geenRecht.body]).toEqual([404, bestaatNiet.body])
    expect((await verstuur({ url: '/beheer/1' })).statusCode, 'ook een formulier zonder bewijs zegt niet dat zij er is').toBe(404)
  })
  test('P-07: een vreemd formulier en een bladzijde zonder recht staan in het beveiligingslog, met het patroon en zonder wie of welk adres', async () => {
    await haal({ url: '/beheer/018f' })
    expect(voorvallen).toEqual([{ soort: 'bladzijde-zonder-recht', code: '/beheer/:id', kenmerk: expect.any(String) }])
    await verstuur({ url: '/lijst', csrf: 'x' })
    expect(voorvallen).toEqual([{ soort: 'formulier-vreemd', code: '/lijst', kenmerk: expect.any(String) }])
  })
  test('het menu noemt alleen waar iemand bij mag', async () => {
    const { body } = await haal({ url: '/bestaat-niet' })
    expect([body.includes('href="/lijst"'), body.includes('href="/beheer')]).toEqual([true, false])
  })
  test('zonder inlog gaat een bladzijde naar het inloggen en daarna terug; wie een oude sessie had leest dat zij voorbij is', async () => {
    expect((await haal({ url: '/lijst?code=x', headers: { cookie: '' } })).headers.location).toBe(`/inloggen?terug=${encodeURIComponent('/lijst?code=x')}`)
    const verlopen = await haal({ url: '/lijst', headers: { cookie: `leerroute-sessie=${'x'.repeat(43)}` } })
    expect(verlopen.headers.location).toBe('/inloggen?terug=%2Flijst&reden=verlopen')
    expect(String(verlopen.headers['set-cookie'])).toContain('leerroute-sessie=; ')
  })
  test('sessie S-03: een verse inlog is hooguit tien minuten oud; anders eerst opnieuw, en dan terug naar deze bladzijde', async () => {
    const ouder = (ms: number) => maak({ authnOp: new Date(NU.getTime() - ms) })
    expect((await haal({ url: '/vers/7' }, ouder(600_000))).statusCode).toBe(200)
    expect((await haal({ url: '/vers/7' }, ouder(600_001))).headers.location).toBe('/inloggen?terug=%2Fvers%2F7&reden=opnieuw')
    const formulier = { url: '/vers/7', csrf: bewijs, koppen: { referer: 'http://leerroute.example/vers/7', origin: 'http://leerroute.example' } }
    expect((await verstuur(formulier, ouder(600_001))).headers.location).toBe('/inloggen?terug=%2Fvers%2F7&reden=opnieuw')
    expect((await verstuur({ ...formulier, koppen: { referer: 'https://kwaad.example/vers/7' } }, ouder(600_001))).headers.location).toBe('/inloggen?reden=opnieuw')
    expect((await verstuur(formulier, ouder(1))).statusCode).toBe(200)
  })
  test('sessie S-06: niets van een ingelogde bladzijde komt in een cache', async () => {
    for (const url of ['/lijst', '/bestand', '/beheer/1', '/bestaat-niet']) expect((await haal({ url })).headers['cache-control'], url).toBe('no-store')
    expect((await haal({ url: '/lijst', headers: { cookie: '' } })).headers['cache-control']).toBe('no-store')
  })
  test('een bestand heeft een naam zonder vreemde tekens', async () => {
    expect((await haal({ url: '/bestand' })).headers['content-disposition']).toBe('attachment; filename="a_b__x.csv"')
  })
  test('sessie S-06: alleen een bladzijde die naar de makelaar stuurt mag dat, en zonder inline script of stijl', async () => {
    expect((await haal({ url: '/naar-buiten' })).headers['content-security-policy']).toBe("default-src 'none'; form-action https://makelaar.example https:; base-uri 'none'; connect-src 'self'")
    expect((await haal({ url: '/lijst' })).headers['content-security-policy']).toContain("form-action 'self'")
  })
  test('S-72: wie is ingelogd krijgt het script dat waarschuwt voor het einde van de sessie, en mag daarvoor alleen deze site vragen; wie niet is ingelogd niet', async () => {
    const binnen = [(await haal({ url: '/bestaat-niet' })).body.includes('data-sessie="780"'), String((await haal({ url: '/open' })).headers['content-security-policy']).includes("connect-src 'self'")]
    expect([binnen, (await haal({ url: '/bestaat-niet', headers: { cookie: '' } })).body.includes('data-sessie')]).toEqual([[true, true], false])
    expect(String((await haal({ url: '/open', headers: { cookie: '' } })).headers['content-security-policy'])).not.toContain('connect-src')
  })
})

describe('waar iemand na het inloggen naartoe gaat', () => {
  const terug = maakTerugkeuze(ROUTES)

  test.each(['/lijst', '/lijst?school=31VA&code=SIG-X', '/beheer/018f-7a', '/open'])('A-12: %s is een bladzijde van hier', (pad) => expect(terug(pad)).toBe(pad))
  test.each([
    '//kwaad.example', '//kwaad.example/lijst', '/\\kwaad.example', '\\\\kwaad.example', 'https://kwaad.example/lijst', 'http:/lijst', 'javascript:alert(1)', ' /lijst', '/lijst\r\nSet-Cookie: a=b', '/\t/kwaad.example',
    '/lijst/../../x', '/./lijst', '/%2f%2fkwaad.example', '/lijst%00', '/lijst#x', '/lijst@kwaad.example', 'lijst', '', '/bestaat-niet', '/beheer/a/b', '/inloggen', '/inloggen/start', '/uitloggen', '/v1/docs',
    '/lijst?x=\\kwaad', '/lijst?x=<script>', `/lijst?${'x'.repeat(600)}`, undefined, null, 7, ['/lijst'], { pad: '/lijst' },
  ])('A-12: %j is dat niet', (gegeven) => expect(terug(gegeven)).toBe('/'))
  test('A-12: wat iemand ook geeft, het blijft een pad van deze site', () => {
    const stukjes = fc.constantFrom('/', '//', '\\', 'lijst', 'beheer', '?', '#', '@', ':', 'kwaad.example', '%2f', '..', 'https:', ' ', '\t')
    fc.assert(fc.property(fc.array(stukjes, { maxLength: 8 }).map((delen) => delen.join('')), (gegeven) => {
      const url = new URL(terug(gegeven), 'https://leerroute.example')
      expect(url.origin).toBe('https://leerroute.example')
      expect(url.pathname).toMatch(/^\/(|lijst|open|bestand|naar-buiten|beheer\/[\w.~-]+|vers\/[\w.~-]+)$/)
    }))
  })
})
