/** Controle van een verzoek op vorm: alle fouten tegelijk (S-11), zonder iets aan te vullen, om te zetten of weg te laten. */
import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { TSchema } from 'typebox'
import { parseDatum } from '../../kern/datum.ts'
import { type Plaats, type Verzoekfout } from './probleem.ts'
import type { Routevorm } from './route.ts'
import { gewoon, type JsonSchema, zonderNamen } from './schema.ts'
import { zegFout } from './schemafout.ts'

export interface Invoer {
  readonly params: unknown
  readonly query: unknown
  readonly lichaam: unknown
}

/** Leeg als alles klopt. Getallen in adres en vraag komen als tekst binnen en worden daarin getallen; een lichaam blijft zoals het is. */
export function controleer(vorm: Routevorm, invoer: Invoer): readonly Verzoekfout[] {
  return [
    ...deel(vorm.params, invoer.params, 'path'),
    ...deel(geslotenVraag(vorm.query), invoer.query, 'query'),
    ...deel(vorm.lichaam, invoer.lichaam, 'body'),
  ].slice(0, MEESTE_FOUTEN)
}

/** Meer fouten helpt niemand, en een kwaadwillend bericht zou het antwoord reusachtig maken. */
const MEESTE_FOUTEN = 100

const GEEN_VRAAG: JsonSchema = { type: 'object', additionalProperties: false }
const gesloten = new WeakMap<object, JsonSchema>()

/** Een onbekende naam in de vraag is een fout: wie `pagesize` typt, wil niet stil de standaard krijgen. */
function geslotenVraag(query: TSchema | undefined): JsonSchema {
  if (query === undefined) return GEEN_VRAAG
  const eerder = gesloten.get(query)
  const schema = eerder ?? { ...query, additionalProperties: false }
  if (eerder === undefined) gesloten.set(query, schema)
  return schema
}

function deel(schema: TSchema | JsonSchema | undefined, waarde: unknown, plaats: Plaats): readonly Verzoekfout[] {
  if (schema === undefined) return []
  if (waarde === undefined) return '~optional' in schema ? [] : ONTBREEKT
  const keur = keurmeester(schema, plaats !== 'body')
  if (keur(waarde)) return []
  return naarFouten(keur.errors ?? [], plaats)
}

const ONTBREEKT: readonly Verzoekfout[] = [{ in: 'body', pointer: '#', code: 'verplicht', regel: 'Dit verzoek heeft inhoud nodig.', watTeDoen: 'Stuur JSON mee, met de kop `Content-Type: application/json`.' }]

const VORMEN = {
  date: (tekst: string) => parseDatum(tekst) !== undefined,
  'date-time': (tekst: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(tekst) && parseDatum(tekst.slice(0, 10)) !== undefined && !Number.isNaN(Date.parse(tekst)),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  uri: (tekst: string) => URL.canParse(tekst),
  'uri-reference': (tekst: string) => URL.canParse(tekst, 'https://example.nl'),
  email: /^[^\s@]{1,64}@[^\s@]{1,190}$/,
  binary: true,
} as const

const INSTELLING = { allErrors: true, useDefaults: false, removeAdditional: false, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, formats: VORMEN } as const
const streng = new Ajv2020({ ...INSTELLING, coerceTypes: false })
// In een adres bestaat alleen tekst: daar mag "50" een getal worden, en geldt een standaardwaarde.
const uitAdres = new Ajv2020({ ...INSTELLING, coerceTypes: 'array', useDefaults: true })
const klaar = new WeakMap<object, ValidateFunction>()

/** Pas gemaakt bij het eerste gebruik: alle vormen vooraf maken zou het starten vertragen. */
function keurmeester(schema: TSchema | JsonSchema, adres: boolean): ValidateFunction {
  const eerder = klaar.get(schema)
  if (eerder !== undefined) return eerder
  const nieuw = (adres ? uitAdres : streng).compile(zonderNamen(gewoon(schema as JsonSchema)) as AnySchema)
  klaar.set(schema, nieuw)
  return nieuw
}

function naarFouten(fouten: readonly ErrorObject[], plaats: Plaats): readonly Verzoekfout[] {
  return kiesTakken(fouten).map((fout) => ({ in: plaats, ...zegFout(fout) }))
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
