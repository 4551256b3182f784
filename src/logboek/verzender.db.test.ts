import { Ajv } from 'ajv'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../test/eigen-database.ts'
import { inTransactie, noteerVerwerking } from '../database/index.ts'
import { Ldvverzender } from './verzender.ts'

/** Een kleine ontvanger die elke span aan het schema van S-31 toetst, en op verzoek weigert. */
interface Ontvanger {
  readonly adres: string
  readonly spans: readonly Span[]
  gedrag: 'goed' | 'weg' | 'deels'
}
interface Span { readonly traceId: string; readonly spanId: string; readonly name: string; readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue: string } }[] }

const attribuut = (sleutel: string, patroon: string): object => ({ properties: { key: { const: sleutel }, value: { type: 'object', required: ['stringValue'], additionalProperties: false, properties: { stringValue: { type: 'string', pattern: patroon } } } } })
const SCHEMA = {
  type: 'object', required: ['traceId', 'spanId', 'name', 'kind', 'startTimeUnixNano', 'endTimeUnixNano', 'status', 'attributes'], additionalProperties: false,
  properties: {
    traceId: { type: 'string', pattern: '^[0-9a-f]{32}$' }, spanId: { type: 'string', pattern: '^[0-9a-f]{16}$' }, parentSpanId: { type: 'string', pattern: '^[0-9a-f]{16}$' }, name: { type: 'string', minLength: 1 },
    kind: { const: 1 }, startTimeUnixNano: { type: 'string', pattern: '^[0-9]{19}$' }, endTimeUnixNano: { type: 'string', pattern: '^[0-9]{19}$' },
    status: { type: 'object', required: ['code'], additionalProperties: false, properties: { code: { enum: [1, 2] } } },
    attributes: {
      type: 'array', minItems: 1, maxItems: 4, contains: attribuut('dpl.core.processing_activity_id', '^urn:leerroute:verwerkingsactiviteit:[a-z-]+:[0-9]+$'),
      items: { type: 'object', required: ['key', 'value'], additionalProperties: false, anyOf: [
        attribuut('dpl.core.processing_activity_id', '^urn:'), attribuut('dpl.core.data_subject_id', '^[0-9a-f]{64}$'), attribuut('dpl.core.data_subject_id_type', '^leerroute-'), attribuut('leerroute.data_subject_key_version', '^.+$'),
      ], properties: { key: {}, value: {} } },
    },
  },
}
const klopt = new Ajv({ strict: false }).compile(SCHEMA)

let eigen: EigenDatabase
let server: Server
let ontvanger: Ontvanger
const fouten: unknown[] = []

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const spans: Span[] = []
  const staat: { gedrag: Ontvanger['gedrag'] } = { gedrag: 'goed' }
  server = createServer((verzoek, antwoord) => {
    let lichaam = ''
    verzoek.on('data', (stuk: Buffer) => { lichaam += stuk.toString('utf8') })
    verzoek.on('end', () => {
      if (staat.gedrag === 'weg') { antwoord.writeHead(503).end(); return }
      const nieuw = (JSON.parse(lichaam) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans))
      for (const span of nieuw) if (!klopt(span)) fouten.push(klopt.errors, span)
      if (verzoek.url !== '/v1/traces') fouten.push(verzoek.url)
      if (staat.gedrag === 'goed') spans.push(...nieuw)
      antwoord.writeHead(200, { 'content-type': 'application/json' }).end(staat.gedrag === 'deels' ? '{"partialSuccess":{"rejectedSpans":"1"}}' : '{}')
    })
  }).listen(0, '127.0.0.1')
  await new Promise((klaar) => server.once('listening', klaar))
  ontvanger = { adres: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, get gedrag() { return staat.gedrag }, set gedrag(nieuw) { staat.gedrag = nieuw } }
})
afterEach(() => { ontvanger.gedrag = 'goed' })
afterAll(async () => {
  server.close()
  await eigen.weg()
})

const verwerk = (aantal: number, handeling = 'toonDeelnemers') => inTransactie(eigen.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, (trx) => {
  noteerVerwerking(trx, { handeling, deelnemerIds: Array.from({ length: aantal }, () => randomUUID()) })
  return Promise.resolve()
})
const verzender = () => new Ldvverzender({ database: eigen.database, adres: ontvanger.adres, afzender: { oin: '00000099000000001000', versie: '1' }, nu: () => new Date('2026-11-24T10:00:00Z') })
const inDatabase = async (): Promise<readonly string[]> => (await eigen.database.pool.query<{ id: string }>(`select encode(operation_id, 'hex') as id from verwerking_regel order by regel_id`)).rows.map(({ id }) => id)
const aangekomen = (): readonly string[] => ontvanger.spans.map(({ spanId }) => spanId)

/** Een nummer is na twee peilingen zeker, en later als er elders in het cluster nog een transactie loopt. */
async function rondes(een: Ldvverzender, tot: number): Promise<void> {
  while (ontvanger.spans.length < tot) {
    await een.ronde()
    await new Promise((verder) => setTimeout(verder, 5))
  }
}

/** Tot de ontvanger zelf weigert. */
async function totWeigering(een: Ldvverzender): Promise<unknown> {
  for (;;) {
    const fout = await een.ronde().then(() => undefined, (weigering: unknown) => weigering)
    if (fout !== undefined) return fout
  }
}

test('S-36, S-31: elke verwerking komt een keer aan als span met de namen van het Logboek Dataverwerkingen', async () => {
  await verwerk(1_300)
  await verwerk(0, 'zoekDeelnemers')
  await rondes(verzender(), 1_301)
  expect(fouten).toEqual([])
  expect(aangekomen()).toEqual(await inDatabase())
  expect(ontvanger.spans).toHaveLength(1_301)
  expect(new Set(aangekomen()).size).toBe(1_301)
  expect(ontvanger.spans.at(-1)?.attributes.map(({ key }) => key)).toEqual(['dpl.core.processing_activity_id'])
})

test('S-33: is de ontvanger er niet, of weigert hij er een, dan blijft alles staan en komt het later, ook na een nieuwe start', async () => {
  for (const gedrag of ['weg', 'deels'] as const) {
    ontvanger.gedrag = gedrag
    await verwerk(20)
    const voor = ontvanger.spans.length
    expect(String(await totWeigering(verzender()))).toContain('ontvanger van het logboek')
    expect(ontvanger.spans.length).toBe(voor)
  }
  ontvanger.gedrag = 'goed'
  await rondes(verzender(), (await inDatabase()).length)
  expect(aangekomen()).toEqual(await inDatabase())
  expect(fouten).toEqual([])
})

test('S-33: een transactie die lang openstaat houdt haar nummers vast; zij raakt niet achter', async () => {
  const een = verzender()
  const houd = Promise.withResolvers<void>()
  const bezig = Promise.withResolvers<void>()
  const traag = eigen.database.pool.connect().then(async (verbinding) => {
    await verbinding.query('start transaction')
    await verbinding.query(`insert into verwerking_regel (trace_id, operation_id, status, naam, begin_op, eind_op, activiteit) values (gen_random_uuid(), '\\x0102030405060708', 'OK', 'toonDeelnemers', now(), now(), 'raadplegen:1')`)
    bezig.resolve()
    await houd.promise
    await verbinding.query('commit')
    verbinding.release()
  })
  await bezig.promise
  await verwerk(5)
  for (let n = 0; n < 5; n++) await een.ronde()
  expect(aangekomen()).not.toContain('0102030405060708')
  houd.resolve()
  await traag
  await rondes(een, (await inDatabase()).length)
  expect([...aangekomen()].sort()).toEqual([...(await inDatabase())].sort())
})
