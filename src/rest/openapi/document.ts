/** Het OpenAPI-document (S-01), gemaakt uit dezelfde routes als de server: het kan niet achterlopen. */
import { SCOPEBETEKENIS, SCOPES } from '../../toegang/index.ts'
import { API_VERSIE } from '../kader/instelling.ts'
import type { Route } from '../kader/route.ts'
import type { JsonSchema } from '../kader/schema.ts'
import { PADEN } from '../oauth/instelling.ts'
import { maakOperatie } from './operatie.ts'
import { foutantwoorden, PROBLEEM, VERZOEKFOUT } from './problemen.ts'
import { GROEPEN, inleiding } from './teksten.nl.ts'
import { maakVormenlijst } from './vormen.ts'

export interface Documentinstelling {
  readonly basisUrl: string
  readonly limietPerMinuut: number
}

/** Gooit bij twee operaties op hetzelfde adres, met dezelfde naam, of twee vormen met dezelfde naam. */
export function bouwOpenapi(routes: readonly Route[], { basisUrl, limietPerMinuut }: Documentinstelling): JsonSchema {
  const vormen = maakVormenlijst()
  const paths: Record<string, Record<string, JsonSchema>> = {}
  const namen = new Set<string>()
  const opVersie = new Set(routes.filter(({ huidigeVersie }) => huidigeVersie !== undefined).map(({ pad }) => pad))
  for (const route of routes) {
    const pad = (paths[route.pad] ??= {})
    const methode = route.methode.toLowerCase()
    if (methode in pad) throw new Error(`${route.methode} ${route.pad} staat twee keer in de routes`)
    if (namen.has(route.operationId)) throw new Error(`operationId ${route.operationId} is twee keer gebruikt`)
    namen.add(route.operationId)
    pad[methode] = maakOperatie(route, vormen, opVersie.has(route.pad) || maaktVersie(route, opVersie))
  }
  const groepen = new Set(routes.map(({ groep }) => groep))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Leerroute', version: API_VERSIE, summary: 'Register voor de doorlopende en geïntegreerde leerroute vmbo-mbo', description: inleiding(limietPerMinuut),
      contact: { name: 'Beheerder van het register', url: `${basisUrl}/v1/docs`, email: 'beheer@leerroute.example' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: basisUrl.startsWith('https://') ? `${basisUrl}/v1` : '/v1', description: 'Deze server' }],
    tags: Object.entries(GROEPEN).filter(([naam]) => groepen.has(naam as Route['groep'])).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: { ...vormen.benoemd(), Probleem: PROBLEEM, Verzoekfout: VERZOEKFOUT },
      responses: foutantwoorden(basisUrl),
      parameters: PARAMETERS,
      headers: KOPPEN,
      securitySchemes: beveiligingsvormen(basisUrl),
    },
  }
}

/** Hoe een systeem zich aanmeldt; welke scopes een operatie bereiken staat bij de operatie. */
function beveiligingsvormen(basisUrl: string): JsonSchema {
  return {
    oauth: {
      type: 'oauth2', description: 'OAuth 2.0 client credentials volgens het NL GOV-profiel, met `private_key_jwt` of `tls_client_auth`. Een token geldt voor een organisatie die uw leverancier een mandaat gaf.',
      flows: { clientCredentials: { tokenUrl: `${basisUrl}${PADEN.token}`, scopes: Object.fromEntries(SCOPES.map((scope) => [scope, SCOPEBETEKENIS[scope].uitleg])) } },
    },
    certificaat: { type: 'mutualTLS', description: 'Clientcertificaat op de machinepoort. Een token dat daarmee gehaald is, werkt alleen met hetzelfde certificaat.' },
    sleutel: { type: 'http', scheme: 'bearer', description: 'Om te ontwikkelen: de sleutel van een koppeling, of in de proefomgeving een proefsleutel zoals `proef-lindemeer-administratie`. In productie staan sleutels uit, tenzij de beheerder van het register anders besluit.' },
  }
}

/** Een POST op een verzameling kan de versie geven van wat hij maakte, als dat daarna op versie te wijzigen is. */
function maaktVersie({ methode, pad }: Route, opVersie: ReadonlySet<string>): boolean {
  return methode === 'POST' && [...opVersie].some((ander) => /^\/\{\w+\}$/.test(ander.slice(pad.length)) && ander.startsWith(pad))
}

const ETAG = { type: 'string', pattern: '^"[A-Za-z0-9_-]+"$' }

const PARAMETERS: JsonSchema = {
  IdempotencyKey: { name: 'Idempotency-Key', in: 'header', required: true, description: 'Een nieuwe sleutel per verzoek, bijvoorbeeld een UUID. Bij herhalen dezelfde: u krijgt dan het eerste antwoord en er gebeurt niets dubbel.', schema: { type: 'string', minLength: 1, maxLength: 257 }, example: '8e03978e-40d5-43e8-bc93-6894a57f9324' },
  IfMatch: { name: 'If-Match', in: 'header', required: true, description: 'De `ETag` van de stand die u wijzigt.', schema: { type: 'string', maxLength: 400 }, example: '"q0R7mWwyj2Hq1mJ5rXk0aB3c"' },
  IfNoneMatch: { name: 'If-None-Match', in: 'header', required: false, description: 'De `ETag` die u al heeft. Is er niets veranderd, dan is het antwoord 304 zonder inhoud.', schema: { type: 'string', maxLength: 400 }, example: '"q0R7mWwyj2Hq1mJ5rXk0aB3c"' },
}

const KOPPEN: JsonSchema = {
  ApiVersion: { description: 'De volledige versie van dit koppelvlak.', required: true, schema: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' }, example: API_VERSIE },
  ETag: { description: 'Versie van dit antwoord, voor `If-Match` en `If-None-Match`.', schema: ETAG, example: '"q0R7mWwyj2Hq1mJ5rXk0aB3c"' },
  Link: { description: 'Verwijzing naar de volgende bladzijde, met `rel="next"`.', schema: { type: 'string' }, example: '</v1/aanbod?cursor=abc>; rel="next"' },
  Location: { description: 'Adres van wat er gemaakt is.', schema: { type: 'string', format: 'uri-reference' }, example: '/v1/aanleveringen/019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b' },
  RetryAfter: { description: 'Na hoeveel seconden u het opnieuw kunt proberen.', schema: { type: 'integer', minimum: 1 }, example: 5 },
  WwwAuthenticate: { description: 'Hoe u zich aanmeldt.', schema: { type: 'string' }, example: 'Bearer realm="leerroute"' },
  IdempotencyReplayed: { description: 'Staat er met `true` als dit een bewaard antwoord is.', schema: { type: 'string', enum: ['true'] }, example: 'true' },
}
