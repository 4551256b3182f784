/** Of een antwoord is zoals het OpenAPI-document zegt: status, mediatype, koppen en inhoud (S-03, S-10, S-100, S-102). */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Document, Operatie } from './operaties.ts'

export interface Antwoord {
  readonly status: number
  readonly koppen: Headers
  readonly tekst: string
}

/** Geeft elke afwijking als zin; leeg is goed. */
export type Oordeel = (operatie: Operatie, antwoord: Antwoord) => readonly string[]

export function maakOordeel(document: Document): Oordeel {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATEN })
  ajv.addSchema({ $id: 'document', ...document })
  const controleurs = new Map<string, ValidateFunction>()
  const controleurVan = (operatie: Operatie, status: string, mediatype: string): ValidateFunction | undefined => {
    const schema = operatie.responses[status]?.content?.[mediatype]?.schema
    if (schema === undefined) return undefined
    const naam = `${operatie.operationId} ${status} ${mediatype}`
    const bekend = controleurs.get(naam)
    if (bekend !== undefined) return bekend
    const nieuw = ajv.compile(metVerwijzingen(schema))
    controleurs.set(naam, nieuw)
    return nieuw
  }
  return (operatie, antwoord) => {
    const gedocumenteerd = operatie.responses[String(antwoord.status)]
    if (antwoord.status >= 500) return [`status ${antwoord.status}: een fout van ons`]
    if (gedocumenteerd === undefined) return [`status ${antwoord.status} staat niet in het document`]
    return [...controleerKoppen(antwoord), ...controleerInhoud(antwoord, Object.keys(gedocumenteerd.content ?? {}), (soort) => controleurVan(operatie, String(antwoord.status), soort))]
  }
}

/** `format` zoals het document het gebruikt; een onbekend formaat is een fout van de test. */
const FORMATEN = {
  date: /^\d{4}-\d{2}-\d{2}$/, 'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, uri: /^[a-z][a-z0-9+.-]*:/i, 'uri-reference': true, binary: true, int32: true, int64: true, float: true, double: true, email: /@/,
} as const

function metVerwijzingen(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/')) as object
}

function controleerKoppen({ koppen }: Antwoord): readonly string[] {
  const nodig = ['api-version', 'x-content-type-options', 'content-security-policy', 'x-frame-options', 'referrer-policy', 'cache-control']
  return nodig.filter((naam) => !koppen.has(naam)).map((naam) => `de kop ${naam} ontbreekt`)
}

function controleerInhoud({ status, koppen, tekst }: Antwoord, soorten: readonly string[], controleur: (soort: string) => ValidateFunction | undefined): readonly string[] {
  if (soorten.length === 0) return tekst === '' ? [] : [`status ${status} hoort geen inhoud te hebben`]
  const soort = (koppen.get('content-type') ?? '').split(';')[0]?.trim() ?? ''
  if (!soorten.includes(soort)) return [`mediatype "${soort}" staat niet in het document (${soorten.join(', ')})`]
  const controle = controleur(soort)
  if (controle === undefined || !soort.endsWith('json')) return []
  for (const stuk of soort.endsWith('ndjson') ? tekst.split('\n').filter((regel) => regel !== '') : [tekst]) {
    try {
      if (!controle(JSON.parse(stuk))) return toon(controle)
    } catch {
      return ['de inhoud is geen JSON']
    }
  }
  return []
}

function toon(controle: ValidateFunction): readonly string[] {
  return (controle.errors ?? []).map((fout) => `${fout.instancePath || '(hele antwoord)'} ${fout.message ?? ''} ${JSON.stringify(fout.params)}`)
}
