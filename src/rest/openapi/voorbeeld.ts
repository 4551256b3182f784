/** Een voorbeeld bij een schema, voor waar de route er zelf geen geeft: uit `examples`, vaste waarden en grenzen. */
import { isSchema, type JsonSchema } from '../kader/schema.ts'

/** @param schema zonder verwijzingen. */
export function voorbeeldVan(schema: JsonSchema): unknown {
  const eigen = schema['examples']
  if (Array.isArray(eigen) && eigen.length > 0) return eigen[0] as unknown
  if ('const' in schema) return schema['const']
  if ('default' in schema) return schema['default']
  const keuzes = schema['enum'] ?? schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(keuzes)) return isSchema(keuzes[0]) ? voorbeeldVan(keuzes[0]) : (keuzes[0] as unknown)
  return opSoort(schema)
}

function opSoort(schema: JsonSchema): unknown {
  switch (Array.isArray(schema['type']) ? schema['type'][0] : schema['type']) {
    case 'object':
      return objectVan(schema)
    case 'array':
      return isSchema(schema['items']) ? [voorbeeldVan(schema['items'])] : []
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1
    case 'boolean':
      return true
    case 'string':
      return tekstVan(schema)
    default:
      return null
  }
}

function objectVan(schema: JsonSchema): Record<string, unknown> {
  const velden = isSchema(schema['properties']) ? schema['properties'] : {}
  return Object.fromEntries(Object.entries(velden).map(([naam, veld]) => [naam, isSchema(veld) ? voorbeeldVan(veld) : null]))
}

const BIJ_VORM: Readonly<Record<string, string>> = {
  date: '2026-08-01', 'date-time': '2026-08-01T09:00:00.000Z', uuid: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', uri: 'https://leerroute.example/v1', email: 'naam@example.nl',
}

function tekstVan(schema: JsonSchema): string {
  const vorm = BIJ_VORM[String(schema['format'])]
  if (vorm !== undefined) return vorm
  const lengte = Number(schema['minLength'] ?? 0)
  return 'voorbeeld'.padEnd(lengte, 'x').slice(0, Number(schema['maxLength'] ?? Infinity))
}
