import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logIn } from '../inloggen.ts'

/** De hele weg van `npm start`, zonder poort. */
const storingen: string[] = []
let server: HeleServer
let app: FastifyInstance

beforeAll(async () => {
  server = await startHeleServer({
    omgeving: { LEERROUTE_MODUS: 'ontwikkeling' }, log: (regel) => { if (regel.includes('"soort":"storing"')) storingen.push(regel) },
    voorDatabase: async (nieuw) => {
      expect((await nieuw.inject('/healthz')).statusCode, 'leeft al voordat de database er is').toBe(200)
      expect((await nieuw.inject('/readyz')).statusCode, 'nog niet gereed').toBe(503)
    },
  })
  app = server.app
}, 60_000)
afterAll(() => server.weg())

describe('van inloggen tot student', () => {
  it('is gereed en een bezoeker zonder inlog ziet geen student', async () => {
    expect((await app.inject('/readyz')).statusCode).toBe(200)
    expect((await app.inject('/studenten')).headers.location).toBe('/inloggen?terug=%2Fstudenten')
  })

  it('Z-02: een school ziet haar eigen studenten; die van een ander bestaan voor haar niet', async () => {
    const duo = await studentenVan('duo-behandelaar')
    const veldhoorn = await studentenVan('veldhoorn-administratie')
    const lindemeer = await studentenVan('lindemeer-administratie')
    expect(veldhoorn.length).toBeGreaterThan(0)
    expect(duo).toEqual(expect.arrayContaining([...veldhoorn, ...lindemeer]))
    const vreemd = lindemeer.find((adres) => !veldhoorn.includes(adres))
    const koek = await kies('veldhoorn-administratie')
    const [ander, onbekend] = await Promise.all([vraag(vreemd ?? '', koek), vraag('/studenten/01930000-0000-7000-8000-00000000dead', koek)])
    expect(ander.statusCode).toBe(404)
    expect(ander.body).toBe(onbekend.body)
  })

  it('de bladzijde van elke student van een school komt zonder storing, en zonder persoonsnummer', async () => {
    const koek = await kies('lindemeer-administratie')
    for (const adres of await studentenVan('lindemeer-administratie')) {
      const { statusCode, body } = await vraag(adres, koek)
      expect(statusCode, adres).toBe(200)
      expect(body).not.toMatch(/\b9999\d{5}\b/)
    }
    expect(storingen).toEqual([])
  })

  it('de lijst op SIG-FASE-VERSCHIL geeft studenten bij wie de fase verschilt (K-FASE-05)', async () => {
    const koek = await kies('duo-behandelaar')
    const gevonden = studentadressen((await vraag('/studenten?code=SIG-FASE-VERSCHIL', koek)).body)
    expect(gevonden.length).toBeGreaterThan(0)
    expect((await vraag(gevonden[0] ?? '', koek)).body).toContain('K-FASE-05')
  })
})

const vraag = (url: string, cookie: string) => app.inject({ url, headers: { cookie, accept: 'text/html' } })

function kies(wie: string): Promise<string> {
  return logIn(server.eigen.database, wie)
}

async function studentenVan(wie: string): Promise<string[]> {
  return studentadressen((await vraag('/studenten', await kies(wie))).body)
}

function studentadressen(html: string): string[] {
  return [...new Set(html.match(/\/studenten\/[0-9a-f-]{36}/g) ?? [])]
}
