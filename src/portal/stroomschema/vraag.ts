/** De antwoorden staan in het adres, als korte codes: zo werkt terug altijd en bewaren wij niets. */
import type { Schemaantwoorden } from '../../beslissing/index.ts'
import type { Stroomschema } from '../../normen/index.ts'
import { tekstVan } from '../kader/invoer.ts'

export interface Schemavraag {
  readonly antwoorden: Schemaantwoorden
  /** De vraag die iemand wil zien, ook als zij al beantwoord is. */
  readonly vraag: string | null
  /** De vraag waarvan het formulier net is verstuurd. */
  readonly na: string | null
  /** De vo-school en mbo-instelling van een gezochte route, als codes van onderwijsaanbieders. */
  readonly paar: Schoolpaarcodes | null
}

export interface Schoolpaarcodes {
  readonly vo: string
  readonly mbo: string
}

const PAAR = /^(?<vo>\d{3}A\d{3})-(?<mbo>\d{3}A\d{3})$/

/** Wat geen stap of antwoord is, telt niet mee. */
export function leesSchemavraag(schema: Stroomschema, query: unknown): Schemavraag {
  const antwoorden = Object.fromEntries([...schema.stappen.values()].flatMap(({ id, antwoorden: eigen }) => {
    const code = tekstVan(query, naamVan(id))
    return eigen.some((antwoord) => antwoord.code === code) ? [[id, code]] : []
  }))
  const { vo, mbo } = PAAR.exec(tekstVan(query, 'route'))?.groups ?? {}
  return { antwoorden, vraag: stapUit(schema, tekstVan(query, 'vraag')), na: stapUit(schema, tekstVan(query, 'na')), paar: vo === undefined || mbo === undefined ? null : { vo, mbo } }
}

function stapUit(schema: Stroomschema, naam: string): string | null {
  return [...schema.stappen.keys()].find((id) => naamVan(id) === naam) ?? null
}

/** De naam van een stap in het adres en het formulier: f1. */
export function naamVan(stap: string): string {
  return stap.toLowerCase()
}

type Adres = Pick<Schemavraag, 'antwoorden' | 'paar'> & { readonly vraag?: string }

export function schemaadres({ antwoorden, paar, vraag }: Adres, pad: '/stroomschema' | '/stroomschema/lijst' = '/stroomschema'): string {
  const delen = new URLSearchParams(Object.entries(antwoorden).map(([stap, code]) => [naamVan(stap), code]))
  if (paar !== null) delen.set('route', `${paar.vo}-${paar.mbo}`)
  if (vraag !== undefined) delen.set('vraag', naamVan(vraag))
  const query = delen.toString()
  return query === '' ? pad : `${pad}?${query}`
}
