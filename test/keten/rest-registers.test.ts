import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Route, routes } from '../../src/rest/index.ts'
import { leesWereld } from '../../src/server/wereld-bestanden.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'

/** De echte server met de verzonnen regio: twee scholen en DUO werken via REST aan dezelfde student. */
const logregels: string[] = []
let server: HeleServer
let app: FastifyInstance

beforeAll(async () => {
  server = await startHeleServer({ niveau: 'info', log: (regel) => { logregels.push(regel) } })
  app = server.app
}, 90_000)
afterAll(() => server.weg())

type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE'
const alleAntwoorden: string[] = []

async function bel(als: string, methode: Methode, pad: string, lichaam?: unknown, koppen: Readonly<Record<string, string>> = {}) {
  const antwoord = await app.inject({
    method: methode, url: `/v1${pad}`, ...(lichaam === undefined ? {} : { payload: JSON.stringify(lichaam) }),
    headers: {
      host: '127.0.0.1', authorization: `Bearer proef-${als}`, ...(lichaam === undefined ? {} : { 'content-type': 'application/json' }),
      ...(methode === 'POST' ? { 'idempotency-key': randomUUID() } : {}), ...koppen,
    },
  })
  alleAntwoorden.push(antwoord.body)
  return { status: antwoord.statusCode, koppen: antwoord.headers, tekst: antwoord.body, json: (antwoord.body === '' ? {} : antwoord.json()) as Record<string, unknown> }
}

const wereld = leesWereld()
const nummerVan = (naam: string): string => wereld.studenten.find((student) => student.naam === naam)?.burgerservicenummer ?? ''

async function zoek(als: string, naam: string): Promise<string> {
  const { json } = await bel(als, 'POST', '/deelnemers/_zoek', { persoonsnummer: nummerVan(naam) })
  return (json['regels'] as { deelnemerId: string }[])[0]?.deelnemerId ?? ''
}

describe('besluiten over de verzonnen regio', () => {
  test('K-CAS-01: voor elke student en elke dag in wereld/ zegt REST wat er verwacht wordt', async () => {
    let vragen = 0
    for (const student of wereld.studenten) {
      const persoonsnummer = student.burgerservicenummer ?? student.onderwijsnummer ?? ''
      const gevonden = await bel('duo-behandelaar', 'POST', '/deelnemers/_zoek', { persoonsnummer })
      const id = (gevonden.json['regels'] as { deelnemerId: string }[])[0]?.deelnemerId
      for (const { signalen, peildatum, bekendOp, ...verwacht } of student.verwacht) {
        const { status, json } = await bel('duo-behandelaar', 'GET', `/deelnemers/${id}/besluiten?peildatum=${peildatum}${bekendOp ? `&bekendOp=${bekendOp}` : ''}`)
        expect([student.naam, peildatum, status]).toEqual([student.naam, peildatum, 200])
        expect({ wie: student.naam, ...json }).toMatchObject({ wie: student.naam, peildatum, ...verwacht })
        expect([student.naam, peildatum, (json['signalen'] as { code: string }[]).map(({ code }) => code).toSorted()]).toEqual([student.naam, peildatum, signalen.toSorted()])
        vragen += 1
      }
    }
    expect(vragen).toBeGreaterThan(80)
  }, 60_000)
})

describe('twee scholen en een student', () => {
  test('K-FASE-05: het vo verbetert de fase met PUT, en het signaal verdwijnt bij beide scholen', async () => {
    const id = await zoek('veldhoorn-administratie', 'Mila Hoekstra')
    expect(await zoek('noorderveen-administratie', 'Mila Hoekstra'), 'Z-02: een andere school vindt haar niet').toBe('')
    expect((await bel('noorderveen-administratie', 'GET', `/deelnemers/${id}/besluiten`)).status).toBe(404)
    const adres = `/deelnemers/${id}/inschrijvingen/11VA-1`
    const oud = await bel('veldhoorn-administratie', 'GET', adres)
    const inschrijving = oud.json['inschrijving'] as { perioden: { datumBegin: string }[] }
    expect((await bel('lindemeer-administratie', 'GET', adres)).json['inschrijving'], 'de partner ziet dezelfde inschrijving').toEqual(inschrijving)
    const beter = { ...inschrijving, perioden: inschrijving.perioden.map((periode) => (periode.datumBegin === '2026-08-01' ? { ...periode, leerroutefase: 'MBO' } : periode)) }
    const ifMatch = { 'if-match': String(oud.koppen['etag']) }
    expect((await bel('lindemeer-administratie', 'PUT', adres, beter, ifMatch)).status, 'de partner wijzigt haar niet').toBe(404)
    expect((await bel('veldhoorn-administratie', 'PUT', adres, beter, ifMatch)).status).toBe(200)
    for (const als of ['veldhoorn-administratie', 'lindemeer-administratie']) {
      const besluit = await bel(als, 'GET', `/deelnemers/${id}/besluiten?peildatum=2026-11-24`)
      expect([als, besluit.json['fase']]).toEqual([als, 'MBO'])
      await expect.poll(async () => (await bel(als, 'GET', `/deelnemers?signaalcode=SIG-FASE-VERSCHIL&pageSize=250`)).tekst.includes(id), { timeout: 10_000 }).toBe(false)
    }
    const toen = await bel('lindemeer-administratie', 'GET', `/deelnemers/${id}/besluiten?peildatum=2026-11-24&bekendOp=2026-11-20`)
    expect(toen.json['fase'], 'met de kennis van toen').toBe('onbepaald')
  })
})

/** Wie het voorbeeld van een operatie kan sturen. */
function afzender({ toegang, pad }: Route): string {
  if (toegang === 'organisatie:schrijven') return 'beheer'
  return pad.startsWith('/interne-regelingen') ? 'groene-delta-administratie' : 'lindemeer-administratie'
}

describe('de voorbeelden in de beschrijving', () => {
  const EIGEN = /^\/(inschrijvingen|diplomas|onderdelen|praktijkovereenkomsten|aangeboden-opleidingen|samenwerkingsovereenkomsten|interne-regelingen|leerrouteplannen|gezamenlijke-oordelen|afwezigheden|verzuimmeldingen|organisaties|schoolvakanties|casus|deelnemers\/_zoek)$/
  const posts = routes.filter(({ methode, pad }) => methode === 'POST' && EIGEN.test(pad))

  test('elk voorbeeld van een POST is zo te sturen naar de verzonnen regio', async () => {
    expect(posts.length).toBe(15)
    const opVolgorde = [...posts].toSorted((a, b) => Number(b.pad === '/inschrijvingen') - Number(a.pad === '/inschrijvingen'))
    for (const route of opVolgorde) {
      const { status, tekst } = await bel(afzender(route), 'POST', route.pad, route.vraag.voorbeeld)
      expect([route.pad, status < 300, status < 300 ? '' : tekst]).toEqual([route.pad, true, ''])
    }
  })
})

test('S-90, P-01: geen antwoord en geen logregel bevat een persoonsnummer of een naam die alleen in een bericht stond', () => {
  const nummers = [...wereld.studenten.flatMap(({ burgerservicenummer, onderwijsnummer }) => [burgerservicenummer, onderwijsnummer]).filter((nummer) => nummer !== null), '999900006']
  const alles = [...alleAntwoorden, ...logregels].join('\n')
  expect(nummers.filter((nummer) => alles.includes(nummer))).toEqual([])
  expect(logregels.length).toBeGreaterThan(100)
  expect(logregels.join('\n')).not.toMatch(/Hoekstra|Noor Zwart/)
})
