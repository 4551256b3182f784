/**
 * Een formulier met een bestand (multipart/form-data), zonder JavaScript te versturen. De velden komen eerst; het bestand gaat daarna als
 * stroom naar wie het bewaart en raakt de schijf niet. Velden na het bestand tellen niet mee: het bewijs van S-04 staat er dus voor.
 */
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'

/** Een bestand uit een formulier. */
export interface Ontvangenbestand {
  /** Zonder map en stuurtekens; null als de browser geen naam gaf. */
  readonly naam: string | null
  /** Gooit `BestandTeGroot` voorbij de grens, en een 400 als het niet helemaal aankomt. */
  readonly stroom: AsyncIterable<Buffer>
}

export interface Bestandsformulier {
  readonly velden: Readonly<Record<string, string>>
  /** Null: er zit geen bestand in het formulier. */
  readonly bestand: Ontvangenbestand | null
}

export class BestandTeGroot extends Error {
  readonly statusCode = 413
  readonly grens: number
  constructor(grens: number) {
    super('het bestand is groter dan mag')
    this.grens = grens
  }
}

class Onjuist extends Error {
  readonly statusCode = 400
}

/** Ruim voor een formulier van ons: een enkel bestand en enkele korte velden ervoor. */
const GRENZEN = { fieldNameSize: 100, fieldSize: 2_000, fields: 10, files: 1, parts: 11, headerPairs: 20, headerSize: 8_192 } as const
const LANGSTE_NAAM = 200

/** Leest de velden tot aan het bestand. Gooit een 400 als de inhoud geen formulier is of te veel delen heeft. */
export function leesBestandsformulier(request: FastifyRequest, grens: number): Promise<Bestandsformulier> {
  const bron = request.body
  const soort = request.headers['content-type'] ?? ''
  if (!(bron instanceof Readable) || !/^multipart\/form-data\s*;/i.test(soort)) return Promise.resolve({ velden: veldenUit(request.body), bestand: null })
  return new Promise((klaar, mislukt) => {
    const velden = new Map<string, string>()
    const lezer = maakLezer({ ...request.headers, 'content-type': soort }, grens)
    let open: BusboyFileStream | undefined
    const breekAf = (reden: string): void => {
      const fout = new Onjuist(reden)
      open?.destroy(fout)
      bron.unpipe(lezer)
      mislukt(fout)
    }
    lezer.on('field', (naam, waarde, naamKort, waardeKort) => {
      if (naamKort || waardeKort || naam.length > GRENZEN.fieldNameSize) return breekAf('veld te lang')
      if (open === undefined && !velden.has(naam)) velden.set(naam, waarde)
    })
    lezer.on('file', (_veld, stroom, naam) => {
      open = stroom
      stroom.on('error', () => undefined)
      klaar({ velden: Object.fromEntries(velden), bestand: { naam: schoneNaam(naam), stroom: metGrens(stroom, grens) } })
    })
    for (const teVeel of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) lezer.on(teVeel, () => breekAf('te veel delen'))
    lezer.on('error', () => breekAf('geen formulier'))
    lezer.on('finish', () => klaar({ velden: Object.fromEntries(velden), bestand: null }))
    // Wie halverwege ophangt, geeft geen fout maar een einde zonder slot.
    bron.on('close', () => { if (!bron.readableEnded) breekAf('niet helemaal aangekomen') })
    bron.on('error', () => breekAf('niet helemaal aangekomen'))
    bron.pipe(lezer)
  })
}

function maakLezer(headers: BusboyHeaders, grens: number): InstanceType<typeof Busboy> {
  try {
    // Een byte meer dan mag, zodat een bestand van precies de grens nog past.
    return new Busboy({ headers, limits: { ...GRENZEN, fileSize: grens + 1 }, isPartAFile: (_veld, _soort, naam) => naam !== undefined })
  } catch {
    throw new Onjuist('geen formulier')
  }
}

async function* metGrens(stroom: BusboyFileStream, grens: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const stuk of stroom as AsyncIterable<Buffer>) {
    bytes += stuk.length
    if (bytes > grens) throw new BestandTeGroot(grens)
    yield stuk
  }
  if (stroom.truncated) throw new BestandTeGroot(grens)
}

function schoneNaam(naam: string | undefined): string | null {
  const kaal = (naam ?? '').split(/[/\\]/).at(-1)?.replaceAll(/\p{C}/gu, '').trim().slice(0, LANGSTE_NAAM) ?? ''
  return kaal === '' ? null : kaal
}

function veldenUit(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null || body instanceof Readable) return {}
  return Object.fromEntries(Object.entries(body).filter((paar): paar is [string, string] => typeof paar[1] === 'string'))
}

/** Het antwoord is klaar voor het bestand binnen is: een klein restant lezen wij nog uit, anders gaat de verbinding na het antwoord dicht. */
export function laatRestGaan({ raw, headers }: FastifyRequest, reply: FastifyReply): void {
  if (raw.readableEnded || raw.destroyed) return
  raw.unpipe()
  if (Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) <= MEESTE_REST) raw.resume()
  else if (reply.raw.writableFinished) raw.destroy()
  else reply.raw.once('finish', () => raw.destroy())
}

const MEESTE_REST = 64 * 1024 * 1024
