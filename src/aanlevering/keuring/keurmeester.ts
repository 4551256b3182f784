/** Keurt gegevens op vorm, met alle fouten tegelijk, zonder iets aan te vullen, om te zetten of weg te laten. Een bericht, een record uit een bestand: dezelfde keuring. */
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { parseDatum } from '../../kern/datum.ts'
import { gewoon, type JsonSchema, zonderNamen } from './schema.ts'
import { type Gezegd, vindNultekens, zegFout } from './schemafout.ts'

/** Leeg als alles klopt. */
export function keur(schema: object, waarde: unknown): readonly Gezegd[] {
  const keurder = keurmeester(schema)
  return keurder(waarde) ? vindNultekens(waarde) : zegFouten(keurder.errors ?? [])
}

export function zegFouten(fouten: readonly ErrorObject[]): readonly Gezegd[] {
  return kiesTakken(fouten).slice(0, MEESTE_FOUTEN).map(zegFout)
}

/** Meer fouten helpt niemand, en een kwaadwillend bericht zou het antwoord reusachtig maken. */
export const MEESTE_FOUTEN = 100

/** De formats die wij kennen. */
const VORMEN = {
  date: (tekst: string) => parseDatum(tekst) !== undefined,
  'date-time': (tekst: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(tekst) && parseDatum(tekst.slice(0, 10)) !== undefined && !Number.isNaN(Date.parse(tekst)),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  uri: (tekst: string) => URL.canParse(tekst),
  'uri-reference': (tekst: string) => URL.canParse(tekst, 'https://example.nl'),
  email: /^[^\s@]{1,64}@[^\s@]{1,190}$/,
  binary: true,
} as const

/** Streng, en alles tegelijk. */
export const INSTELLING = { allErrors: true, useDefaults: false, removeAdditional: false, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, formats: VORMEN } as const
const streng = new Ajv2020({ ...INSTELLING, coerceTypes: false })
const klaar = new WeakMap<object, ValidateFunction>()

/** Pas gemaakt bij het eerste gebruik: alle vormen vooraf maken zou het starten vertragen. */
function keurmeester(schema: object): ValidateFunction {
  const eerder = klaar.get(schema)
  if (eerder !== undefined) return eerder
  const nieuw = streng.compile(zonderNamen(gewoon(schema as JsonSchema)) as AnySchema)
  klaar.set(schema, nieuw)
  return nieuw
}

/**
 * Bij een keuze uit vormen geeft Ajv de fouten van elke tak. Alleen de tak die er het dichtst bij komt helpt: die zonder
 * fout in een vaste waarde, en anders die met de minste fouten.
 */
function kiesTakken(fouten: readonly ErrorObject[]): readonly ErrorObject[] {
  const keuze = fouten.find(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  if (keuze === undefined) return fouten
  const begin = `${keuze.schemaPath}/`
  const takken = Map.groupBy(fouten.filter(({ schemaPath, instancePath }) => schemaPath.startsWith(begin) && instancePath.startsWith(keuze.instancePath)), ({ schemaPath }) => schemaPath.slice(begin.length).split('/')[0] ?? '')
  const overig = fouten.filter((fout) => fout !== keuze && !(fout.schemaPath.startsWith(begin) && fout.instancePath.startsWith(keuze.instancePath)))
  const beste = [...takken.values()].filter((tak) => !tak.some(({ keyword }) => keyword === 'const')).sort((a, b) => a.length - b.length)[0]
  return kiesTakken([...overig, ...(beste ?? [{ ...keuze, keyword: 'keuze' }])])
}
