/** Controle van een verzoek op vorm: alle fouten tegelijk (S-11), zonder iets aan te vullen, om te zetten of weg te laten. */
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js'
import type { TSchema } from 'typebox'
import { gewoon, INSTELLING, type JsonSchema, MEESTE_FOUTEN, vindNultekens, zegFouten, zonderNamen } from '../../aanlevering/index.ts'
import { type Plaats, type Verzoekfout } from './probleem.ts'
import type { Routevorm } from './route.ts'

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
  return (keur(waarde) ? vindNultekens(waarde) : zegFouten(keur.errors ?? [])).map((fout) => ({ in: plaats, ...fout }))
}

const ONTBREEKT: readonly Verzoekfout[] = [{ in: 'body', pointer: '#', code: 'verplicht', regel: 'Dit verzoek heeft inhoud nodig.', watTeDoen: 'Stuur JSON mee, met de kop `Content-Type: application/json`.' }]

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
