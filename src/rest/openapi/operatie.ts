/** Een operatie in het document, uit de gegevens van de route. */
import type { TSchema } from 'typebox'
import { type Scope, SCOPES, scopesVoor } from '../../toegang/index.ts'
import type { Antwoordvorm, Route } from '../kader/route.ts'
import { isSchema, type JsonSchema } from '../kader/schema.ts'
import { FOUTSTATUSSEN, type Foutstatus } from './problemen.ts'
import { STATUSTEKST } from './teksten.nl.ts'
import type { Vormenlijst } from './vormen.ts'
import { voorbeeldVan } from './voorbeeld.ts'

/** @param metVersie of het antwoord een ETag heeft (S-16): dan wijzigt een andere operatie hetzelfde adres op versie. */
export function maakOperatie(route: Route, vormen: Vormenlijst, metVersie: boolean): JsonSchema {
  const parameters = maakParameters(route, vormen, metVersie)
  const lichaam = maakLichaam(route, vormen)
  return {
    operationId: route.operationId,
    tags: [route.groep],
    summary: route.titel,
    description: `${route.omschrijving}\n\n${zegToegang(route.toegang)}`,
    security: beveiliging(route.toegang),
    ...(route.verouderd === undefined ? {} : { deprecated: true }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(lichaam === undefined ? {} : { requestBody: lichaam }),
    responses: maakAntwoorden(route, vormen, metVersie),
  }
}

/** Elke regel is een andere manier om binnen te komen: een van de scopes is genoeg (M-07), of een sleutel. */
function beveiliging(toegang: Route['toegang']): readonly JsonSchema[] {
  if (toegang === 'openbaar') return []
  return [...scopesBij(toegang).map((scope) => ({ oauth: [scope] })), { sleutel: [] }]
}

function scopesBij(toegang: Exclude<Route['toegang'], 'openbaar'>): readonly Scope[] {
  return toegang === 'aangemeld' ? SCOPES : scopesVoor(toegang)
}

function zegToegang(toegang: Route['toegang']): string {
  if (toegang === 'openbaar') return 'Toegang: voor iedereen, zonder token.'
  if (toegang === 'aangemeld') return 'Toegang: met elk geldig token; u ziet alleen wat bij uw mandaat hoort.'
  const scopes = scopesBij(toegang)
  const hoe = scopes.length === 0 ? 'Een systeem van een leverancier kan dit niet.' : `Nodig is een van deze scopes: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`
  return `Toegang: met het recht \`${toegang}\` op de school waar het over gaat. ${hoe}`
}

function maakParameters(route: Route, vormen: Vormenlijst, metVersie: boolean): readonly JsonSchema[] {
  const { vraag, idempotent, huidigeVersie, methode } = route
  const kop = (naam: string): JsonSchema => ({ $ref: `#/components/parameters/${naam}` })
  return [
    ...uitObject(vraag.params, 'path', vormen),
    ...uitObject(vraag.query, 'query', vormen),
    ...(idempotent === true ? [kop('IdempotencyKey')] : []),
    ...(huidigeVersie !== undefined && methode !== 'GET' ? [kop('IfMatch')] : []),
    ...(metVersie && methode === 'GET' ? [kop('IfNoneMatch')] : []),
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

function maakAntwoorden(route: Route, vormen: Vormenlijst, metVersie: boolean): JsonSchema {
  const eigen = Object.entries(route.antwoorden).map(([status, vorm]) => [status, maakAntwoord(route, Number(status), vorm, vormen, metVersie)] as const)
  const onveranderd = metVersie && route.methode === 'GET' ? [['304', { description: STATUSTEKST[304], headers: { 'API-Version': { $ref: '#/components/headers/ApiVersion' }, ETag: { $ref: '#/components/headers/ETag' } } }] as const] : []
  const fouten = FOUTSTATUSSEN.filter((status) => kanFout(route, status) && !(status in route.antwoorden)).map((status) => [String(status), { $ref: `#/components/responses/Fout${status}` }] as const)
  return Object.fromEntries([...eigen, ...onveranderd, ...fouten])
}

function maakAntwoord(route: Route, status: number, { omschrijving, schema, voorbeeld, mediatype = 'application/json' }: Antwoordvorm, vormen: Vormenlijst, metVersie: boolean): JsonSchema {
  const kop = (naam: string): JsonSchema => ({ $ref: `#/components/headers/${naam}` })
  const headers = {
    'API-Version': kop('ApiVersion'),
    ...(metVersie && schema !== null ? { ETag: kop('ETag') } : {}),
    ...(status === 201 || status === 202 ? { Location: kop('Location') } : {}),
    ...(isLijst(route) ? { Link: kop('Link') } : {}),
    ...(route.idempotent === true ? { 'Idempotency-Replayed': kop('IdempotencyReplayed') } : {}),
  }
  if (schema === null) return { description: omschrijving, headers }
  return { description: omschrijving, headers, content: { [mediatype]: { schema: vormen.plaats(schema as JsonSchema), example: voorbeeld ?? voorbeeldVan(schema as JsonSchema) } } }
}

/** Welke fouten het kader bij deze route kan geven. */
function kanFout({ toegang, vraag, idempotent, huidigeVersie, methode, pad, weigeringen }: Route, status: Foutstatus): boolean {
  const metInhoud = vraag.lichaam !== undefined || vraag.bestand !== undefined
  const aangemeld = toegang !== 'openbaar'
  const wijzigt = idempotent === true || (huidigeVersie !== undefined && methode !== 'GET')
  switch (status) {
    case 401:
      return aangemeld
    case 403:
      return aangemeld && toegang !== 'aangemeld'
    case 404:
      return weigeringen?.includes('niet-gevonden') ?? (pad.includes('{') || wijzigt)
    case 409:
      return idempotent === true || (weigeringen?.includes('ouder-dan-bekend') ?? wijzigt)
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
