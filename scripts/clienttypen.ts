import openapiTS, { astToString } from 'openapi-typescript'
import { bouwOpenapi } from '../src/rest/openapi/document.ts'
import { routes } from '../src/rest/index.ts'

const KOP = `/* oxlint-disable max-lines */
/**
 * De typen van de REST-deur, gemaakt uit het OpenAPI-document van de routes. Verander de route, niet dit bestand: \`npm run client\`
 * schrijft het opnieuw, en een test faalt als het achterloopt.
 */
`

/** Staat alleen in voorbeelden en adressen van fouten, niet in de typen. */
const INSTELLING = { basisUrl: 'https://leerroute.example', limietPerMinuut: 0 }

/** De inhoud van src/client/api.ts zoals die bij de routes hoort. */
export async function maakClienttypen(): Promise<string> {
  const document = zonderRuis(bouwOpenapi(routes, INSTELLING)) as Parameters<typeof openapiTS>[0]
  return KOP + astToString(await openapiTS(document))
}

/** Voorbeelden staan al in de documentatie. De Idempotency-Key geeft de client zelf; een aanroep hoort er niet om te vragen. */
function zonderRuis(deel: unknown): unknown {
  if (Array.isArray(deel)) return deel.filter((kind) => !isIdempotentie(kind)).map(zonderRuis)
  if (typeof deel !== 'object' || deel === null) return deel
  return Object.fromEntries(Object.entries(deel).filter(([naam, waarde]) => !isVoorbeeld(naam, waarde)).map(([naam, waarde]) => [naam, naam === 'properties' ? perVeld(waarde) : zonderRuis(waarde)]))
}

/** Een veld mag zelf `example` heten. */
function perVeld(velden: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(velden)).map(([naam, waarde]) => [naam, zonderRuis(waarde)]))
}

function isVoorbeeld(naam: string, waarde: unknown): boolean {
  return naam === 'example' || naam === 'examples' || (naam === 'IdempotencyKey' && typeof waarde === 'object')
}

function isIdempotentie(kind: unknown): boolean {
  return typeof kind === 'object' && kind !== null && '$ref' in kind && kind.$ref === '#/components/parameters/IdempotencyKey'
}
