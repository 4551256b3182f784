/**
 * Een server als eigen proces: `rest` is de echte, met logboek en metingen aan; `kaal` draait dezelfde databasevragen zonder iets eromheen;
 * `open` is de echte zonder regels in het Logboek Dataverwerkingen en de audit.
 */
import { createServer } from 'node:http'
import pg from 'pg'
import type { Database } from '../src/database/index.ts'
import { startRestserver } from './rest-server.ts'

const [soort = '', url = '', kluissleutel = '', logbestand = '', ...ids] = process.argv.slice(2)
const sleutelBytes = Buffer.from(kluissleutel, 'hex')

if (soort === 'open') laatLogboekenWeg()
const { server: app } = await startRestserver(url, sleutelBytes, logbestand, soort === 'open' ? zonderGroep : undefined)
if (soort === 'kaal') process.send?.({ poort: await startKaal() })
else process.send?.({ poort: await luister(app) })
process.once('disconnect', () => process.exit(0))

/** Alleen om te meten: de opdracht die de logboeken schrijft, gaat niet naar de database. */
function laatLogboekenWeg(): void {
  const prototype = pg.Client.prototype as unknown as { query: (...argumenten: unknown[]) => unknown }
  const echt = prototype.query
  prototype.query = function (this: unknown, ...argumenten: unknown[]) {
    const [vraag] = argumenten
    const tekst = typeof vraag === 'string' ? vraag : String((vraag as Partial<Vraag> | null)?.text ?? '')
    return tekst.includes('insert into verwerking_regel') ? Promise.resolve({ rows: [], rowCount: 0 }) : echt.apply(this, argumenten)
  }
}

/** Ook de lege transactie van een groep regels hoort niet bij de vergelijking. */
function zonderGroep({ logboekpool }: Database): void {
  const leeg = { query: () => Promise.resolve({ rows: [], rowCount: 0 }), release: () => undefined }
  logboekpool.connect = (() => Promise.resolve(leeg)) as unknown as typeof logboekpool.connect
}

async function luister(server: typeof app): Promise<number> {
  await server.listen({ port: 0, host: '127.0.0.1' })
  const adres = server.server.address()
  return typeof adres === 'object' && adres !== null ? adres.port : 0
}

interface Vraag { readonly text: string; readonly values: readonly unknown[] }

/** Luistert de vragen van een echt verzoek af, per student, en herhaalt ze daarna op een kale verbinding achter een kale server. */
async function startKaal(): Promise<number> {
  const perStudent = new Map<string, readonly Vraag[]>()
  for (const id of ids) perStudent.set(id, await luisterAf(`/v1/deelnemers/${id}/besluiten`))
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const server = createServer((verzoek, antwoord) => {
    const id = verzoek.url?.split('/')[3] ?? ''
    void antwoordKaal(pool, perStudent.get(id) ?? []).then((tekst) => antwoord.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(tekst) }).end(tekst))
  })
  await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar) })
  const adres = server.address()
  return typeof adres === 'object' && adres !== null ? adres.port : 0
}

async function luisterAf(pad: string): Promise<readonly Vraag[]> {
  const vragen: Vraag[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...argumenten: unknown[]) => unknown }
  const echt = prototype.query
  prototype.query = function (this: unknown, ...argumenten: unknown[]) {
    const [eerste, tweede] = argumenten
    const vraag = typeof eerste === 'string' ? { text: eerste, values: (tweede as unknown[] | undefined) ?? [] } : (eerste as Vraag)
    vragen.push({ text: vraag.text, values: vraag.values ?? [] })
    return echt.apply(this, argumenten)
  }
  const antwoord = await app.inject({ url: pad, headers: { host: '127.0.0.1', authorization: 'Bearer proef-lindemeer-administratie' } })
  prototype.query = echt
  if (antwoord.statusCode !== 200) throw new Error(`het besluit gaf ${antwoord.statusCode}`)
  return vragen
}

async function antwoordKaal(pool: pg.Pool, vragen: readonly Vraag[]): Promise<string> {
  const verbinding = await pool.connect()
  try {
    const uit: unknown[] = []
    for (const { text, values } of vragen) {
      // Dezelfde voorbereide vragen als de server: het verschil is dan alleen wat eromheen gebeurt.
      const { rows } = await verbinding.query(values.length === 0 ? { text, values: [] } : { name: naamVan(text), text, values: [...values] })
      uit.push(rows)
    }
    return JSON.stringify(uit)
  } finally {
    verbinding.release()
  }
}

const NAMEN = new Map<string, string>()

function naamVan(tekst: string): string {
  const bekend = NAMEN.get(tekst)
  if (bekend !== undefined) return bekend
  NAMEN.set(tekst, `k${NAMEN.size}`)
  return `k${NAMEN.size - 1}`
}
