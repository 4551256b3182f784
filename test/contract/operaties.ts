/** Leest de operaties uit een OpenAPI 3.1-document en vormt er verzoeken van (S-100, S-102). */
import fc from 'fast-check'
import { kapot, type Opzoeker, type Schema, waardeBij } from './willekeurig.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly example?: unknown
  readonly schema: Schema
}

interface Inhoud {
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

export interface Operatie {
  readonly operationId: string
  readonly methode: string
  /** Met parameters tussen accolades, zonder het voorvoegsel van de server. */
  readonly pad: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Inhoud>> }
  readonly responses: Readonly<Record<string, { readonly headers?: Readonly<Record<string, unknown>>; readonly content?: Readonly<Record<string, Inhoud>> }>>
}

export interface Document {
  readonly servers?: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components?: unknown
}

export interface Verzoek {
  readonly methode: string
  readonly pad: string
  readonly koppen: Readonly<Record<string, string>>
  readonly lichaam: string | undefined
}

const METHODEN = ['get', 'post', 'put', 'patch', 'delete'] as const

export function leesOperaties(document: Document): readonly Operatie[] {
  const zoek = opzoeker(document)
  return Object.entries(document.paths).flatMap(([pad, item]) => METHODEN.flatMap((methode) => {
    const kaal = item[methode] as Operatie | undefined
    if (kaal === undefined) return []
    const parameters = [...((item['parameters'] ?? []) as Parameter[]), ...(kaal.parameters ?? [])].map((p) => volg<Parameter>(p, zoek))
    const responses = Object.fromEntries(Object.entries(kaal.responses).map(([status, antwoord]) => [status, volg(antwoord, zoek)]))
    const body = kaal.requestBody === undefined ? {} : { requestBody: volg(kaal.requestBody, zoek) }
    return [{ operationId: kaal.operationId, methode: methode.toUpperCase(), pad, parameters, responses, ...body }]
  }))
}

/** Zoekt `#/components/...` op. */
export function opzoeker(document: Document): Opzoeker {
  return (verwijzing) => {
    const gevonden = verwijzing.replace(/^#\//, '').split('/').reduce<unknown>((deel, naam) => (deel as Record<string, unknown> | undefined)?.[naam.replaceAll('~1', '/')], document)
    if (gevonden === undefined) throw new Error(`het document verwijst naar ${verwijzing}, maar dat is er niet`)
    return gevonden as Schema
  }
}

function volg<T>(deel: T, zoek: Opzoeker): T {
  const verwijzing = (deel as { readonly $ref?: string }).$ref
  return verwijzing === undefined ? deel : (zoek(verwijzing) as T)
}

/** Sleutels van bestaande dingen, per parameternaam; groeit met elk antwoord. */
export type Kennis = Map<string, string[]>

export const SLEUTELS = ['proef-lindemeer-administratie', 'proef-veldhoorn-administratie', 'proef-duo-behandelaar', 'proef-beheer'] as const

/** Verzoeken bij een operatie: goede, bijna goede en kapotte, van verschillende aanroepers. */
export function verzoekenVoor(operatie: Operatie, zoek: Opzoeker, kennis: Kennis): fc.Arbitrary<Verzoek> {
  const params = operatie.parameters.filter((p) => p.in !== 'header')
  const lichamen = Object.entries(operatie.requestBody?.content ?? {})
  const lichaam = lichamen.length === 0 ? fc.constant(undefined) : fc.constantFrom(...lichamen).chain(([mediatype, inhoud]) => lichaamBij(mediatype, inhoud, zoek))
  return fc.record({
    waarden: fc.tuple(...params.map((p) => parameterwaarde(p, zoek, kennis))),
    sleutel: fc.oneof({ weight: 8, arbitrary: fc.constantFrom<string | undefined>(...SLEUTELS) }, { weight: 1, arbitrary: fc.constantFrom(undefined, 'onzin', 'proef-bestaat-niet') }),
    lichaam,
    idempotent: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('', 'x'.repeat(300)) }),
    voorwaarde: fc.constantFrom<string | undefined>(undefined, '*', '"onbekend"', 'geen-etag'),
  }).map(({ waarden, sleutel, lichaam: inhoud, idempotent, voorwaarde }) => ({
    methode: operatie.methode,
    pad: vulPad(operatie.pad, params, waarden),
    koppen: {
      ...(sleutel === undefined ? {} : { authorization: `Bearer ${sleutel}` }),
      ...(inhoud === undefined ? {} : { 'content-type': inhoud.mediatype }),
      ...(operatie.methode === 'POST' ? { 'idempotency-key': idempotent } : {}),
      ...(voorwaarde === undefined ? {} : operatie.methode === 'GET' ? { 'if-none-match': voorwaarde } : { 'if-match': voorwaarde }),
    },
    lichaam: inhoud?.tekst,
  }))
}

function lichaamBij(mediatype: string, inhoud: Inhoud, zoek: Opzoeker): fc.Arbitrary<{ readonly mediatype: string; readonly tekst: string } | undefined> {
  const voorbeelden = [inhoud.example, ...Object.values(inhoud.examples ?? {}).map((v) => v.value)].filter((v) => v !== undefined)
  const uitSchema = inhoud.schema === undefined ? fc.string() : waardeBij(inhoud.schema, zoek)
  const goed = voorbeelden.length === 0 ? uitSchema : fc.constantFrom(...voorbeelden)
  const waarde = fc.oneof({ weight: 3, arbitrary: goed }, { weight: 3, arbitrary: uitSchema }, { weight: 3, arbitrary: kapot(goed) }, { weight: 1, arbitrary: kapot(uitSchema) })
  const tekst = waarde.map((v) => (mediatype.endsWith('json') || typeof v !== 'string' ? JSON.stringify(v) : v))
  const rommel = fc.constantFrom('', '{', '[1,', '\u0000', '<?xml version="1.0"?>', `{"a":${'['.repeat(2_000)}`)
  const goedType = fc.oneof({ weight: 9, arbitrary: tekst }, { weight: 1, arbitrary: rommel }).map((t) => ({ mediatype, tekst: t }))
  const foutType = tekst.map((t) => ({ mediatype: 'application/x-onbekend', tekst: t }))
  return fc.oneof({ weight: 12, arbitrary: goedType }, { weight: 1, arbitrary: foutType }, { weight: 1, arbitrary: fc.constant(undefined) })
}

function parameterwaarde(p: Parameter, zoek: Opzoeker, kennis: Kennis): fc.Arbitrary<string | undefined> {
  const bekend = kennis.get(p.name) ?? []
  const volgens = waardeBij(p.schema, zoek).map((v) => String(v))
  const wild = fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constantFrom('0', '..', '%', '%00', "'", 'é', '1e9'))
  const waarde = bekend.length === 0 ? fc.oneof({ weight: 5, arbitrary: volgens }, { weight: 1, arbitrary: wild })
    : fc.oneof({ weight: 8, arbitrary: fc.nat().map((i) => bekend[i % bekend.length]) }, { weight: 2, arbitrary: volgens }, { weight: 1, arbitrary: wild })
  return p.in === 'path' || p.required === true ? waarde : fc.option(waarde, { nil: undefined, freq: 2 })
}

function vulPad(pad: string, params: readonly Parameter[], waarden: readonly (string | undefined)[]): string {
  const vraag = new URLSearchParams()
  let gevuld = pad
  params.forEach((p, i) => {
    const waarde = waarden[i]
    if (waarde === undefined) return
    if (p.in === 'path') gevuld = gevuld.replace(`{${p.name}}`, encodeURIComponent(waarde).replace(/^\.+$/, '~'))
    else vraag.append(p.name, waarde)
  })
  return vraag.size === 0 ? gevuld : `${gevuld}?${vraag.toString()}`
}
