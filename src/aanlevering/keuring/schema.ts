/** Een JSON-schema als gegeven: TypeBox-vormen in de gewone schrijfwijze van JSON Schema 2020-12. */

export type JsonSchema = { readonly [sleutel: string]: unknown }

/**
 * Dezelfde betekenis, korter: een keuze uit vaste waarden wordt `enum`, een veld dat leeg mag krijgt `null` bij zijn `type`.
 * Fouten gaan dan over het veld zelf, en het document leest prettiger.
 */
export function gewoon(schema: JsonSchema): JsonSchema {
  return plat(metKinderen(schema, gewoon))
}

/** Zonder namen: Ajv zou dezelfde naam in twee berichten als dubbel zien. */
export function zonderNamen(schema: JsonSchema): JsonSchema {
  const { $id: _naam, ...rest } = schema
  return metKinderen(rest, zonderNamen)
}

/** Past `doe` toe op elk schema dat direct in dit schema zit. */
export function metKinderen(schema: JsonSchema, doe: (kind: JsonSchema) => JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([sleutel, waarde]) => [sleutel, kind(sleutel, waarde, doe)]))
}

const PER_NAAM = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])
const LIJST = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems'])
const EEN = new Set(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'unevaluatedProperties'])

function kind(sleutel: string, waarde: unknown, doe: (kind: JsonSchema) => JsonSchema): unknown {
  if (EEN.has(sleutel)) return isSchema(waarde) ? doe(waarde) : waarde
  if (LIJST.has(sleutel) && Array.isArray(waarde)) return waarde.map((deel: unknown) => (isSchema(deel) ? doe(deel) : deel))
  if (!PER_NAAM.has(sleutel) || !isSchema(waarde)) return waarde
  return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, isSchema(deel) ? doe(deel) : deel]))
}

export function isSchema(waarde: unknown): waarde is JsonSchema {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function plat(schema: JsonSchema): JsonSchema {
  const keuzes = schema['anyOf']
  if (!Array.isArray(keuzes) || !keuzes.every(isSchema)) return schema
  const { anyOf: _anyOf, ...rest } = schema
  const metWaarde = keuzes.filter((keuze) => keuze['type'] !== 'null')
  const magLeeg = metWaarde.length < keuzes.length
  if (metWaarde.length > 0 && metWaarde.every((keuze) => 'const' in keuze)) return { ...keuzelijst(metWaarde, magLeeg), ...rest }
  const [enige] = metWaarde
  if (!magLeeg || metWaarde.length !== 1 || enige === undefined || typeof enige['type'] !== 'string' || '$id' in enige) return schema
  const vasteWaarden = enige['enum']
  return { ...enige, type: [enige['type'], 'null'], ...(Array.isArray(vasteWaarden) ? { enum: [...vasteWaarden, null] } : {}), ...rest }
}

function keuzelijst(keuzes: readonly JsonSchema[], magLeeg: boolean): JsonSchema {
  const waarden = keuzes.map((keuze) => keuze['const'])
  const typen = [...new Set(keuzes.map((keuze) => String(keuze['type'] ?? typeof keuze['const'])))]
  const alle = magLeeg ? [...typen, 'null'] : typen
  return { type: alle.length === 1 ? alle[0] : alle, enum: magLeeg ? [...waarden, null] : waarden }
}
