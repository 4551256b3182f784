/** Waarden bij een JSON-schema, voor verzoeken die uit het OpenAPI-document komen (S-102). */
import fc from 'fast-check'

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Zoekt een verwijzing op; gooit bij een dode verwijzing, want dan klopt het document niet. */
export type Opzoeker = (verwijzing: string) => Schema

/** Iets wat bij het schema past. */
export function waardeBij(schema: Schema, zoek: Opzoeker): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return waardeBij(zoek(schema.$ref), zoek)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const keuzes = schema.anyOf ?? schema.oneOf
  if (keuzes !== undefined) return fc.oneof(...keuzes.map((keuze) => waardeBij(keuze, zoek)))
  if (schema.allOf !== undefined) return fc.tuple(...schema.allOf.map((deel) => waardeBij(deel, zoek))).map((delen) => Object.assign({}, ...delen) as unknown)
  const soorten = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object'])
  return fc.oneof(...soorten.map((soort) => waardeVanSoort(soort, schema, zoek)))
}

function waardeVanSoort(soort: string, schema: Schema, zoek: Opzoeker): fc.Arbitrary<unknown> {
  switch (soort) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 5_000 })
    case 'number':
      return fc.integer({ min: (schema.minimum ?? 0) * 100, max: (schema.maximum ?? 100) * 100 }).map((honderdsten) => honderdsten / 100)
    case 'string':
      return tekstBij(schema)
    case 'array':
      return fc.array(waardeBij(schema.items ?? {}, zoek), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3) })
    default:
      return objectBij(schema, zoek)
  }
}

function objectBij(schema: Schema, zoek: Opzoeker): fc.Arbitrary<unknown> {
  const vrij = Object.values(schema.patternProperties ?? {})[0]
  if (schema.properties === undefined && vrij !== undefined) return fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), waardeBij(vrij, zoek), { maxKeys: 3 })
  const velden = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([naam, veld]) => [naam, waardeBij(veld, zoek)]))
  return fc.record(velden, { requiredKeys: (schema.required ?? []).filter((naam) => naam in velden) })
}

function tekstBij(schema: Schema): fc.Arbitrary<string> {
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  switch (schema.format) {
    case 'date':
      return fc.date({ min: new Date('2018-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }).map((dag) => dag.toISOString().slice(0, 10))
    case 'date-time':
      return fc.date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true }).map((moment) => moment.toISOString())
    case 'uuid':
      return fc.uuid()
    case 'uri':
      return fc.constantFrom('https://ontvanger.example.nl/haak', 'http://127.0.0.1:9/haak')
    default:
      return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 30, (schema.minLength ?? 0) + 30), unit: 'grapheme' })
  }
}

const VREEMD: readonly unknown[] = [null, '', ' ', 0, -1, 1e21, true, [], {}, 'x'.repeat(5_000), '2025-02-30', '\u0000', '١٢٣', "'; drop table deelnemer; --", '<b>', { __proto__: null, toString: 1 }]

/** Hetzelfde, met één of meer dingen kapot: een veld weg, erbij, van een andere soort of buiten de grens. */
export function kapot(goed: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(goed, fc.nat(), fc.constantFrom('weg', 'erbij', 'anders', 'heel'), fc.constantFrom(...VREEMD)).map(([waarde, plek, hoe, vreemd]) => {
    if (hoe === 'heel' || typeof waarde !== 'object' || waarde === null) return vreemd
    if (hoe === 'erbij') return { ...waarde, nietBestaand: vreemd }
    return breek(waarde, plek, hoe, vreemd)
  })
}

function breek(waarde: object, plek: number, hoe: 'weg' | 'anders', vreemd: unknown): unknown {
  const sleutels = Object.keys(waarde)
  const sleutel = sleutels[plek % Math.max(sleutels.length, 1)]
  if (sleutel === undefined) return vreemd
  const binnen: unknown = Reflect.get(waarde, sleutel)
  if (typeof binnen === 'object' && binnen !== null && plek % 3 !== 0) return metVeld(waarde, sleutel, breek(binnen, Math.floor(plek / 3), hoe, vreemd))
  if (hoe === 'anders') return metVeld(waarde, sleutel, vreemd)
  return Array.isArray(waarde) ? waarde.filter((_, i) => String(i) !== sleutel) : Object.fromEntries(Object.entries(waarde).filter(([naam]) => naam !== sleutel))
}

function metVeld(waarde: object, sleutel: string, nieuw: unknown): unknown {
  return Array.isArray(waarde) ? waarde.map((oud: unknown, i) => (String(i) === sleutel ? nieuw : oud)) : { ...waarde, [sleutel]: nieuw }
}
