/** Een operatie in het document, uit de gegevens van de route. */
import type { TSchema } from 'typebox'
import type { Antwoordvorm, Route } from '../kader/route.ts'
import { isSchema, type JsonSchema } from '../kader/schema.ts'
import { FOUTSTATUSSEN, type Foutstatus } from './problemen.ts'
import { STATUSTEKST } from './teksten.nl.ts'
import type { Vormenlijst } from './vormen.ts'
import { voorbeeldVan } from './voorbeeld.ts'

export function maakOperatie(route: Route, vormen: Vormenlijst): JsonSchema {
  const parameters = maakParameters(route, vormen)
  const lichaam = maakLichaam(route, vormen)
  return {
    operationId: route.operationId,
    tags: [route.groep],
    summary: route.titel,
    description: `${route.omschrijving}\n\n${zegToegang(route.toegang)}`,
    security: route.toegang === 'openbaar' ? [] : [{ sleutel: [] }],
    ...(route.verouderd === undefined ? {} : { deprecated: true }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(lichaam === undefined ? {} : { requestBody: lichaam }),
    responses: maakAntwoorden(route, vormen),
  }
}

function zegToegang(toegang: Route['toegang']): string {
  if (toegang === 'openbaar') return 'Toegang: voor iedereen, zonder sleutel.'
  return toegang === 'aangemeld' ? 'Toegang: met elke geldige sleutel; u ziet alleen wat bij uw rollen hoort.' : `Toegang: met het recht \`${toegang}\` op de school waar het over gaat.`
}

function maakParameters(route: Route, vormen: Vormenlijst): readonly JsonSchema[] {
  const { vraag, idempotent, huidigeVersie, methode } = route
  const kop = (naam: string): JsonSchema => ({ $ref: `#/components/parameters/${naam}` })
  return [
    ...uitObject(vraag.params, 'path', vormen),
    ...uitObject(vraag.query, 'query', vormen),
    ...(idempotent === true ? [kop('IdempotencyKey')] : []),
    ...(huidigeVersie !== undefined && methode !== 'GET' ? [kop('IfMatch')] : []),
    ...(kanOnveranderdZijn(route) ? [kop('IfNoneMatch')] : []),
  ]
}

function uitObject(schema: TSchema | undefined, plaats: 'path' | 'query', vormen: Vormenlijst): readonly JsonSchema[] {
  const object = schema as JsonSchema | undefined
  const velden = isSchema(object?.['properties']) ? object['properties'] : {}
  const verplicht = Array.isArray(object?.['required']) ? object['required'] : []
  return Object.entries(velden).flatMap(([name, veld]) => {
    if (!isSchema(veld)) return []
    const { description, examples, ...rest } = vormen.plaats(veld)
    const required = plaats === 'path' || verplicht.includes(name)
    const example = Array.isArray(examples) ? (examples[0] as unknown) : required ? voorbeeldVan(rest) : undefined
    return [{ name, in: plaats, required, description: String(description ?? name), schema: rest, ...(example === undefined ? {} : { example }) }]
  })
}

function maakLichaam({ vraag: { lichaam, bestand, voorbeeld } }: Route, vormen: Vormenlijst): JsonSchema | undefined {
  if (lichaam === undefined && bestand === undefined) return undefined
  const json = lichaam === undefined ? {} : { 'application/json': { schema: vormen.plaats(lichaam as JsonSchema), example: voorbeeld ?? voorbeeldVan(lichaam as JsonSchema) } }
  const bestanden = Object.fromEntries((bestand ?? []).map((mediatype) => [mediatype, { schema: { type: 'string', format: 'binary', description: 'De inhoud van het bestand.' }, ...bestandsvoorbeeld(voorbeeld, mediatype) }]))
  return { required: lichaam === undefined || !('~optional' in lichaam), content: { ...json, ...bestanden } }
}

/** Een bestand heeft een voorbeeld per mediatype, als tekst. */
function bestandsvoorbeeld(voorbeelden: unknown, mediatype: string): JsonSchema {
  const voorbeeld = isSchema(voorbeelden) ? voorbeelden[mediatype] : undefined
  return typeof voorbeeld === 'string' ? { example: voorbeeld } : {}
}

function maakAntwoorden(route: Route, vormen: Vormenlijst): JsonSchema {
  const eigen = Object.entries(route.antwoorden).map(([status, vorm]) => [status, maakAntwoord(route, Number(status), vorm, vormen)] as const)
  const onveranderd = kanOnveranderdZijn(route) ? [['304', { description: STATUSTEKST[304], headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' }, ETag: { $ref: '#/components/headers/ETag' } } }] as const] : []
  const fouten = FOUTSTATUSSEN.filter((status) => kanFout(route, status) && !(status in route.antwoorden)).map((status) => [String(status), { $ref: `#/components/responses/Fout${status}` }] as const)
  return Object.fromEntries([...eigen, ...onveranderd, ...fouten])
}

function maakAntwoord(route: Route, status: number, { omschrijving, schema, voorbeeld, mediatype = 'application/json' }: Antwoordvorm, vormen: Vormenlijst): JsonSchema {
  const kop = (naam: string): JsonSchema => ({ $ref: `#/components/headers/${naam}` })
  const headers = {
    'API-Version': kop('ApiVersion'),
    ...(kanOnveranderdZijn(route) || route.huidigeVersie !== undefined ? { ETag: kop('ETag') } : {}),
    ...(status === 201 || status === 202 ? { Location: kop('Location') } : {}),
    ...(isLijst(route) ? { Link: kop('Link') } : {}),
    ...(route.idempotent === true ? { 'Idempotency-Replayed': kop('IdempotencyReplayed') } : {}),
  }
  if (schema === null) return { description: omschrijving, headers }
  return { description: omschrijving, headers, content: { [mediatype]: { schema: vormen.plaats(schema as JsonSchema), example: voorbeeld ?? voorbeeldVan(schema as JsonSchema) } } }
}

/** Welke fouten het kader bij deze route kan geven. */
function kanFout({ toegang, vraag, idempotent, huidigeVersie, methode, pad }: Route, status: Foutstatus): boolean {
  const metInhoud = vraag.lichaam !== undefined || vraag.bestand !== undefined
  const aangemeld = toegang !== 'openbaar'
  switch (status) {
    case 401:
      return aangemeld
    case 403:
      return aangemeld && toegang !== 'aangemeld'
    case 404:
      return pad.includes('{') || vraag.query !== undefined || methode !== 'GET'
    case 409:
      return idempotent === true || methode !== 'GET'
    case 412:
    case 428:
      return huidigeVersie !== undefined && methode !== 'GET'
    case 413:
    case 415:
      return metInhoud
    case 422:
      return idempotent === true
    case 400:
    case 406:
    case 429:
    case 500:
    case 503:
      return true
  }
}

function isLijst({ vraag }: Route): boolean {
  return vraag.query !== undefined && 'cursor' in vraag.query.properties
}

/** Een los ding heeft een ETag (S-16); een lijst of bestand niet. */
function kanOnveranderdZijn(route: Route): boolean {
  const antwoord = route.antwoorden[200]
  return route.methode === 'GET' && !isLijst(route) && antwoord !== undefined && antwoord.mediatype === undefined && antwoord.schema !== null
}
