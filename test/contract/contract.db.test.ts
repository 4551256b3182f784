import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { type Document, type Kennis, leesOperaties, opzoeker, SLEUTELS } from './operaties.ts'
import { maakOordeel } from './oordeel.ts'
import { type Proefproces, startServer } from '../serverproces.ts'
import { type Bevinding, vuur } from './vuur.ts'

/** `CONTRACT_AANTAL=200` voor de nachtelijke ronde; `CONTRACT_ZAAD` om een ronde te herhalen. */
const AANTAL = Number(process.env['CONTRACT_AANTAL'] ?? 12)
const ZAAD = Number(process.env['CONTRACT_ZAAD'] ?? 20_261_124)
const MINUUT = 60_000

let eigen: EigenDatabase
let server: Proefproces
let document: Document
const kennis: Kennis = new Map()

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  server = await startServer(eigen.url, { omgeving: { LEERROUTE_LIMIET_PER_MINUUT: '0' } })
  document = (await (await fetch(`${server.adres}/v1/openapi.json`)).json()) as Document
  await verzamel(['/v1/deelnemers', '/v1/aangeboden-opleidingen', '/v1/signalen', '/v1/samenwerkingsovereenkomsten', '/v1/interne-regelingen'])
}, MINUUT)
afterAll(async () => {
  await server.stop()
  await eigen.weg()
})

describe('S-102: verzoeken uit het OpenAPI-document', () => {
  it(`geen 5xx, elk antwoord zoals beschreven, en geen gevolg na een 4xx (${AANTAL} per operatie, zaad ${ZAAD})`, async () => {
    const operaties = leesOperaties(document)
    const voorvoegsel = new URL(document.servers?.[0]?.url ?? '/v1', server.adres).pathname.replace(/\/$/, '')
    const opdracht = { adres: `${server.adres}${voorvoegsel}`, pool: eigen.database.pool, oordeel: maakOordeel(document), zoek: opzoeker(document), kennis, aantal: AANTAL }
    const bevindingen: Bevinding[] = []
    for (const [i, operatie] of operaties.entries()) {
      const verslag = await vuur(operatie, { ...opdracht, zaad: ZAAD + i })
      bevindingen.push(...verslag.bevindingen)
      if (AANTAL >= 100) console.log(`${operatie.operationId} (zaad ${ZAAD + i}): ${[...verslag.statussen].sort(([a], [b]) => a - b).map(([status, n]) => `${status} x${n}`).join(', ')}`)
    }
    expect(operaties.length).toBeGreaterThan(50)
    expect(bevindingen.slice(0, 25)).toEqual([])
    expect(bevindingen).toHaveLength(0)
  }, 30 * MINUUT)
})

/** Sleutels van wat er al staat, zodat paden met een sleutel ook echt iets raken. */
async function verzamel(paden: readonly string[]): Promise<void> {
  for (const pad of paden) {
    for (const sleutel of SLEUTELS) {
      const antwoord = await fetch(`${server.adres}${pad}?pageSize=20`, { headers: { authorization: `Bearer ${sleutel}` } })
      for (const [, naam = '', waarde = ''] of (await antwoord.text()).matchAll(/"([a-zA-Z]+Id)":"([^"\\]{1,200})"/g)) {
        const bekend = kennis.get(naam) ?? []
        if (!bekend.includes(waarde)) kennis.set(naam, [...bekend, waarde].slice(0, 40))
      }
    }
  }
}
