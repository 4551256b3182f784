import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { formulierbewijs } from '../../../test/inloggen.ts'
import { bouwPortaal, richtSchoolIn } from '../../../test/portaal-proef.ts'
import { type Database, openDatabase } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Beveiligingsvoorval, type EhIdentiteit, type Inlogweigering, koekjehash } from '../../toegang/index.ts'
import { identiteit, maakNepaansluiting, MAKELAAR_ADRES } from '../../toegang/inloggen/fixtures/nepaansluiting.ts'

let eigen: EigenDatabase
let tweede: Database
let klok: Date
const oidc = maakNepaansluiting()
const saml = maakNepaansluiting('SAML')
const voorvallen: Beveiligingsvoorval[] = []
/** Twee servers achter een adres, en een op https met SAML. */
let een: FastifyInstance
let twee: FastifyInstance
let https: FastifyInstance

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  tweede = await openDatabase({ url: eigen.url, verbindingen: 8 })
  await richtSchoolIn(eigen.database)
  const keuze = { nu: () => klok, voorvallen, aansluiting: oidc }
  een = bouwPortaal({ ...keuze, database: eigen.database })
  twee = bouwPortaal({ ...keuze, database: tweede })
  https = bouwPortaal({ ...keuze, database: eigen.database, aansluiting: saml, metadata: '<md/>', https: true })
}, 60_000)
afterAll(async () => {
  await tweede.sluit()
  await eigen.weg()
})
beforeEach(async () => {
  await eigen.database.pool.query('delete from sessie; delete from account_rol; delete from eh_account; delete from account; delete from inlogverzoek; delete from gebruikt_bewijs')
  klok = new Date('2026-11-24T09:00:00.000Z')
  voorvallen.length = 0
})

/** Een browser die koekjes bewaart zoals de server ze zet. */
function maakBrowser() {
  const koekjes = new Map<string, string>()
  const bewaar = (kop: unknown): void => {
    for (const regel of [kop].flat().filter((deel) => typeof deel === 'string')) {
      const [paar = ''] = regel.split(';')
      const [naam = '', waarde = ''] = paar.split('=')
      if (regel.includes('Max-Age=0')) koekjes.delete(naam)
      else koekjes.set(naam, waarde)
    }
  }
  const koppen = () => ({ host: 'localhost', accept: 'text/html', cookie: [...koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ') })
  return {
    koekjes, koppen,
    haal: async (url: string, app = een, extra: Record<string, string> = {}) => {
      const antwoord = await app.inject({ url, headers: { ...koppen(), ...extra } })
      bewaar(antwoord.headers['set-cookie'])
      return antwoord
    },
    verstuur: async (url: string, velden: Record<string, string>, app = een, extra: Record<string, string> = {}) => {
      const antwoord = await app.inject({ method: 'POST', url, headers: { ...koppen(), 'content-type': 'application/x-www-form-urlencoded', ...extra }, payload: new URLSearchParams(velden).toString() })
      bewaar(antwoord.headers['set-cookie'])
      return antwoord
    },
  }
}
type Browser = ReturnType<typeof maakBrowser>

/** Tot aan het antwoord van de makelaar: het adres waarmee die terugstuurt. */
async function naarMakelaar(browser: Browser, antwoord: string, start = '/inloggen/start'): Promise<string> {
  const { headers } = await browser.haal(start)
  const state = new URL(String(headers.location)).searchParams.get('state') ?? ''
  return `/inloggen/terug?${new URLSearchParams({ state, antwoord }).toString()}`
}

async function logIn(browser: Browser, uitkomst: Uitkomst<EhIdentiteit, Inlogweigering> = gelukt(identiteit(klok)), start?: string) {
  const naam = `antwoord-${Math.random()}`
  oidc.zeg(naam, uitkomst)
  return browser.haal(await naarMakelaar(browser, naam, start))
}

const SESSIE = 'leerroute-sessie'
const tel = async (tabel: string): Promise<number> => Number((await eigen.database.pool.query<{ n: string }>(`select count(*) as n from ${tabel}`)).rows[0]?.n)
const geefRol = (rol: string, brin: string | null) => eigen.database.pool.query(`insert into account_rol (account_rol_id, account_id, rol, brin, geldig_van, bron, toegekend_door, toegekend_op)
  select gen_random_uuid(), account_id, $1, $2, '2026-01-01', 'DUO', 'proef', '2026-01-01' from account`, [rol, brin])

describe('inloggen', () => {
  test('K-EH-01: van de bladzijde via de makelaar naar waar iemand heen wilde', async () => {
    const browser = maakBrowser()
    const gevraagd = await browser.haal('/studenten?school=31VA')
    const inloggen = await browser.haal(String(gevraagd.headers.location))
    const [, start = ''] = /href="(\/inloggen\/start[^"]*)"/.exec(inloggen.body) ?? []
    const binnen = await logIn(browser, gelukt(identiteit(klok)), start.replaceAll('&amp;', '&'))
    expect([binnen.statusCode, binnen.headers.location]).toEqual([303, '/studenten?school=31VA'])
    expect(binnen.headers['cache-control']).toBe('no-store')
    expect([...browser.koekjes.keys()], 'het koekje van de inlog is weg').toEqual([SESSIE])
  })
  test('Z-06: wie geen rol heeft leest wat hij kan doen, met de weg naar het oude account; met een rol werkt alles meteen (sessie S-05)', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    expect((await browser.haal('/')).headers.location).toBe('/geen-rol')
    const { body } = await browser.haal('/geen-rol')
    expect(body).toContain('U hebt nog geen rol')
    expect(body).toContain('href="/overstap"')
    expect((await browser.haal('/studenten')).statusCode).toBe(404)
    await geefRol('raadplegen', '31VA')
    expect((await browser.haal('/')).headers.location).toBe('/overzicht')
    expect((await browser.haal('/studenten')).statusCode).toBe(200)
  })
  test('A-01, A-09: twintig keer tegelijk hetzelfde antwoord, bij twee servers, geeft precies een sessie', async () => {
    const browser = maakBrowser()
    oidc.zeg('goed', gelukt(identiteit(klok)))
    const adres = await naarMakelaar(browser, 'goed')
    const koppen = browser.koppen()
    const antwoorden = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? een : twee).inject({ url: adres, headers: koppen })))
    const gezet = antwoorden.flatMap(({ headers }) => [headers['set-cookie']].flat()).filter((kop) => String(kop).startsWith(`${SESSIE}=`))
    expect(gezet).toHaveLength(1)
    expect([await tel('sessie'), await tel('account')]).toEqual([1, 1])
    expect(antwoorden.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
  })
  test('A-01: het antwoord in een andere browser is niets (inlog van een ander opdringen)', async () => {
    const [aanvaller, slachtoffer] = [maakBrowser(), maakBrowser()]
    oidc.zeg('goed', gelukt(identiteit(klok)))
    const adres = await naarMakelaar(aanvaller, 'goed')
    for (const zelfBegonnen of [false, true]) {
      if (zelfBegonnen) await naarMakelaar(slachtoffer, 'goed')
      const { statusCode, body } = await slachtoffer.haal(adres)
      expect([statusCode, body.includes('Het inloggen is niet afgemaakt')]).toEqual([400, true])
    }
    expect([slachtoffer.koekjes.has(SESSIE), await tel('sessie')]).toEqual([false, 0])
  })
  test('sessie S-02: een koekje dat iemand vooraf kreeg wordt nooit een sessie (sessiefixatie)', async () => {
    const browser = maakBrowser()
    const vooraf = 'a'.repeat(43)
    browser.koekjes.set(SESSIE, vooraf)
    await logIn(browser)
    expect(browser.koekjes.get(SESSIE)).not.toBe(vooraf)
    expect((await een.inject({ url: '/geen-rol', headers: { host: 'localhost', cookie: `${SESSIE}=${vooraf}` } })).headers.location).toContain('/inloggen?')
  })
  test('A-12: na het inloggen gaat niemand naar een andere site', async () => {
    for (const kwaad of ['https://kwaad.example', '//kwaad.example', '/\\kwaad.example', '/inloggen/start', '/v1/docs', '%2F%2Fkwaad.example']) {
      const binnen = await logIn(maakBrowser(), gelukt(identiteit(klok)), `/inloggen/start?${new URLSearchParams({ terug: kwaad }).toString()}`)
      expect(binnen.headers.location, kwaad).toBe('/')
    }
  })
  test('een andere site kan ongemerkt geen inlog laten beginnen', async () => {
    const { headers } = await maakBrowser().haal('/inloggen/start?terug=/studenten', een, { 'sec-fetch-site': 'cross-site' })
    expect(headers.location).toBe('/inloggen?terug=%2Fstudenten')
    expect(await tel('inlogverzoek')).toBe(0)
  })
  test('wie onder een andere naam van deze computer begint, gaat eerst naar het adres waar de makelaar naartoe stuurt', async () => {
    const { headers } = await maakBrowser().haal('/inloggen/start?terug=/studenten', een, { host: '127.0.0.1' })
    expect(headers.location).toBe('http://localhost/inloggen/start?terug=/studenten')
    expect(await tel('inlogverzoek')).toBe(0)
  })
  test('zonder makelaar zegt de bladzijde dat, en zijn de andere wegen er wel', async () => {
    const app = bouwPortaal({ database: eigen.database })
    const { body } = await maakBrowser().haal('/inloggen', app)
    expect([body.includes('niet ingesteld'), body.includes('href="/inloggen/token"'), body.includes('/inloggen/start')]).toEqual([true, true, false])
    expect((await maakBrowser().haal('/inloggen/start', app)).headers.location).toBe('/inloggen')
  })
})

describe('wat mis kan gaan', () => {
  const weigeringen: readonly (readonly [Inlogweigering, number, string])[] = [
    [{ soort: 'NIVEAU_TE_LAAG', behaald: 'EH2', code: 'X-GEHEIME-CODE' }, 403, 'Het niveau van uw inlogmiddel is te laag'],
    [{ soort: 'GEANNULEERD', code: 'X-GEHEIME-CODE' }, 200, 'U hebt het inloggen gestopt'],
    [{ soort: 'VERLOPEN', code: 'X-GEHEIME-CODE' }, 400, 'Het inloggen duurde te lang'],
    [{ soort: 'ONGELDIG', code: 'X-GEHEIME-CODE' }, 400, 'Het inloggen is niet gelukt'],
    [{ soort: 'MAKELAAR_NIET_BEREIKBAAR', code: 'X-GEHEIME-CODE' }, 503, 'eHerkenning is nu niet te bereiken'],
  ]
  test.each(weigeringen)('A-15: %o geeft een neutrale bladzijde met een kenmerk en een weg verder', async (weigering, status, titel) => {
    const { statusCode, body } = await logIn(maakBrowser(), geweigerd(weigering))
    expect(statusCode).toBe(status)
    expect(body).toContain(titel)
    expect(body).not.toContain('X-GEHEIME-CODE')
    expect(body).toContain('href="/inloggen"')
    const kenmerk = /Noem dan dit nummer: <strong>([0-9A-F]{8})<\/strong>/.exec(body)?.[1]
    expect(voorvallen.at(-1)).toMatchObject({ code: 'X-GEHEIME-CODE', kenmerk })
    expect(await tel('sessie')).toBe(0)
  })
  test('A-10: de bladzijde zegt welk niveau nodig is, en hoe iemand dat krijgt', async () => {
    const { body } = await logIn(maakBrowser(), geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: 'EH2+', code: 'X' }))
    expect(body).toContain('<strong>EH2+</strong>')
    expect(body).toContain('Vraag bij uw eHerkenningsleverancier een hoger niveau aan: EH3.')
  })
  test('A-15: een dubbel veld is geen antwoord', async () => {
    const eerder = oidc.gecontroleerd()
    const { statusCode } = await een.inject({ method: 'POST', url: '/inloggen/terug', headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' }, payload: 'state=a&state=b' })
    expect([statusCode, oidc.gecontroleerd()]).toEqual([400, eerder])
  })
  test('een onbekende organisatie en een geblokkeerd account lezen wat zij kunnen doen', async () => {
    expect((await logIn(maakBrowser(), gelukt(identiteit(klok, { legal: { soort: 'KVK', waarde: '00000999' } })))).body).toContain('Deze organisatie kennen wij niet')
    await logIn(maakBrowser())
    await eigen.database.pool.query(`update account set toestand = 'GEBLOKKEERD'`)
    expect((await logIn(maakBrowser())).body).toContain('U kunt met dit account niet inloggen')
  })
})

describe('met een formulier van een andere site (SAML)', () => {
  const VAN_MAKELAAR = { origin: 'https://makelaar.example', 'sec-fetch-site': 'cross-site' }

  test('sessie S-01: het koekje van de inlog gaat mee, dat van de sessie niet; het antwoord geeft toch een sessie en beeindigt de oude (sessie S-02)', async () => {
    const browser = maakBrowser()
    for (const ronde of [1, 2]) {
      const start = await browser.haal(ronde === 1 ? '/inloggen/start' : '/inloggen/start?doel=opnieuw', https)
      expect(start.body).toContain(`<form method="post" action="${MAKELAAR_ADRES}"`)
      expect(start.headers['content-security-policy']).toContain('form-action https://makelaar.example https:')
      expect(String(start.headers['set-cookie'])).toMatch(/^__Host-leerroute-inlog=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Max-Age=600; Secure$/)
      const [, state = ''] = /name="RelayState" value="([^"]+)"/.exec(start.body) ?? []
      saml.zeg(`bewijs ${ronde}`, gelukt(identiteit(klok)))
      // SameSite=Lax: de browser stuurt het koekje van de sessie met dit formulier niet mee.
      const alleenInlog = `__Host-leerroute-inlog=${browser.koekjes.get('__Host-leerroute-inlog') ?? ''}`
      const binnen = await browser.verstuur('/inloggen/terug', { state, antwoord: `bewijs ${ronde}` }, https, { ...VAN_MAKELAAR, cookie: alleenInlog })
      expect(binnen.statusCode).toBe(303)
      expect([...browser.koekjes.keys()]).toEqual(['__Host-leerroute-sessie'])
      expect(await tel('sessie'), 'de vorige is weg').toBe(1)
    }
  })
  test('de metadata is openbaar, en er alleen bij SAML', async () => {
    const { statusCode, headers, body } = await maakBrowser().haal('/inloggen/metadata', https)
    expect([statusCode, headers['content-type'], body]).toEqual([200, 'application/samlmetadata+xml', '<md/>'])
    expect((await maakBrowser().haal('/inloggen/metadata')).statusCode).toBe(404)
  })
  test('een groot antwoord van SAML past, een veel te groot niet', async () => {
    const groot = (bytes: number) => maakBrowser().verstuur('/inloggen/terug', { SAMLResponse: 'a'.repeat(bytes) }, https, VAN_MAKELAAR)
    expect((await groot(300_000)).body).toContain('Het inloggen is niet afgemaakt')
    expect((await groot(600_000)).body).toContain('Deze vraag konden wij niet lezen')
  })
})

describe('ingelogd blijven en weggaan', () => {
  test('sessie S-03: na een kwartier stil begint iemand opnieuw, en leest waarom', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    klok = new Date(klok.getTime() + 15 * 60_000)
    const { headers } = await browser.haal('/geen-rol')
    expect(headers.location).toBe('/inloggen?reden=verlopen')
    expect(browser.koekjes.has(SESSIE)).toBe(false)
    expect((await browser.haal(String(headers.location))).body).toContain('Uw sessie is verlopen')
  })
  test('sessie S-04: uitloggen is een formulier met bewijs; daarna werkt het koekje nergens meer', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    const koppen = browser.koppen()
    const csrf = formulierbewijs((await browser.haal('/geen-rol')).body)
    expect((await browser.haal('/uitloggen')).statusCode).toBe(404)
    expect((await browser.verstuur('/uitloggen', { csrf: 'x' })).statusCode).toBe(403)
    expect((await browser.verstuur('/uitloggen', { csrf }, een, { origin: 'https://kwaad.example' })).statusCode).toBe(403)
    expect(await tel('sessie')).toBe(1)
    const uit = await browser.verstuur('/uitloggen', { csrf })
    expect([uit.headers.location, uit.headers['clear-site-data'], uit.headers['cache-control']]).toEqual(['/inloggen?reden=uitgelogd', '"cookies", "storage"', 'no-store'])
    expect([await tel('sessie'), browser.koekjes.size]).toEqual([0, 0])
    expect((await twee.inject({ url: '/geen-rol', headers: koppen })).headers.location).toContain('/inloggen?')
  })
  test('iemand ziet waar hij nog meer is ingelogd en beëindigt dat, na een verse inlog; van een ander ziet en beëindigt hij niets', async () => {
    const [hier, daar, ander] = [maakBrowser(), maakBrowser(), maakBrowser()]
    await logIn(daar)
    await logIn(ander, gelukt(identiteit(klok, { acting: 'pseudoniem-van-een-ander@0022' })))
    klok = new Date(klok.getTime() + 60_000)
    await logIn(hier)
    const lijst = (await hier.haal('/sessies')).body
    expect([lijst.split('Deze browser').length, lijst.split('Een andere browser').length]).toEqual([2, 2])
    const [, vanDaar = ''] = /value="([0-9a-f]{16})"/.exec(lijst) ?? []
    const csrf = formulierbewijs(lijst)
    const sleutelVan = (browser: Browser) => koekjehash(browser.koekjes.get(SESSIE) ?? '').toString('hex').slice(0, 16)
    for (const sleutel of [sleutelVan(ander), sleutelVan(hier), '', 'x']) {
      expect((await hier.verstuur('/sessies', { csrf, sleutel })).body).toContain('Er is niets veranderd')
    }
    expect(await tel('sessie')).toBe(3)
    expect((await hier.verstuur('/sessies', { csrf, sleutel: vanDaar })).body).toContain('Er is 1 inlog beëindigd.')
    expect((await daar.haal('/sessies')).headers.location).toContain('reden=verlopen')
    expect((await ander.haal('/sessies')).statusCode).toBe(200)
    klok = new Date(klok.getTime() + 10 * 60_000 + 1)
    expect((await hier.verstuur('/sessies', { csrf, sleutel: 'alle' })).headers.location).toContain('reden=opnieuw')
  })
  test('sessie S-02: het bewijs van een formulier van voor de nieuwe inlog telt niet meer', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    const csrf = formulierbewijs((await browser.haal('/geen-rol')).body)
    await logIn(browser, gelukt(identiteit(klok)), '/inloggen/start?doel=opnieuw')
    expect((await browser.verstuur('/uitloggen', { csrf })).statusCode).toBe(403)
  })
  test('sessie S-07: geen adres of kop wisselt van organisatie', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    await geefRol('raadplegen', '31VA')
    const gewoon = (await browser.haal('/studenten')).body
    for (const [url, extra] of [['/studenten?organisatie=x', {}], ['/studenten', { 'x-organisatie': 'x', 'x-forwarded-user': 'duo' }]] as const) {
      const { statusCode, body } = await browser.haal(url, een, extra)
      expect([statusCode === 200 ? body : gewoon, statusCode < 500]).toEqual([gewoon, true])
    }
  })
  test('sessie S-06: in geen antwoord na het inloggen staat een token, pseudoniem of sessie', async () => {
    const browser = maakBrowser()
    await logIn(browser)
    for (const url of ['/geen-rol', '/', '/regels', '/bestaat-niet']) {
      const { body } = await browser.haal(url)
      for (const geheim of [identiteit(klok).acting, browser.koekjes.get(SESSIE) ?? '', 'id_token']) expect(body, url).not.toContain(geheim)
    }
  })
})
