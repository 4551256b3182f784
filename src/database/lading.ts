import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Moment, momentVan } from '../kern/datum.ts'
import type { Transactie } from './transactie.ts'

/** Een vraag met wat er van haar rijen te maken is: zij kan alleen draaien, of samen met andere in een ronde naar de database. */
export interface Lading<T> {
  readonly vraag: Vraag<unknown>
  readonly maak: (rijen: readonly unknown[]) => T
}

// De tabellen van de vraag doen er niet toe, alleen haar rijen.
type Vraag<R> = RawBuilder<R> | SelectQueryBuilder<never, never, R>

export function lading<R, T>(vraag: RawBuilder<R> | Pick<SelectQueryBuilder<never, never, R>, 'toOperationNode' | 'expressionType'>, maak: (rijen: readonly R[]) => T): Lading<T> {
  return { vraag: vraag as Vraag<unknown>, maak: (rijen) => maak(rijen as readonly R[]) }
}

export async function laad<T>(trx: Transactie, een: Lading<T>): Promise<T> {
  return (await laadSamen(trx, { een })).een
}

type Geladen<L> = { readonly [K in keyof L]: L[K] extends Lading<infer T> ? T : never }

/**
 * Alle ladingen in één opdracht, elk als JSON: over de draad is een ronde duurder dan een kleine vraag. De waarden zijn die van
 * losse vragen: dagen als tekst, aantallen als getal, en `vastgelegd_van` en `vastgelegd_tot` als moment. Geen bytea en geen bigint
 * boven 2^53.
 */
export async function laadSamen<L extends Readonly<Record<string, Lading<unknown>>>>(trx: Transactie, ladingen: L): Promise<Geladen<L>> {
  const namen = Object.keys(ladingen)
  const kolommen = namen.map((naam) => sql`(select coalesce(json_agg(rij), '[]'::json) from (${ladingen[naam]?.vraag}) as rij) as ${sql.ref(naam)}`)
  const { rows } = await sql<Record<string, Standrij[]>>`select ${sql.join(kolommen)}`.execute(trx)
  const gelezen = rows[0]
  if (gelezen === undefined) throw new Error('een vraag zonder from geeft altijd een rij')
  return Object.fromEntries(namen.map((naam) => [naam, ladingen[naam]?.maak((gelezen[naam] ?? []).map(metMomenten))])) as Geladen<L>
}

interface Standrij {
  vastgelegd_van?: string | null
  vastgelegd_tot?: string | null
}

/** PostgreSQL schrijft een moment in JSON anders dan wij. */
function metMomenten(rij: Standrij): Standrij {
  if (typeof rij.vastgelegd_van === 'string') rij.vastgelegd_van = naarMoment(rij.vastgelegd_van)
  if (typeof rij.vastgelegd_tot === 'string') rij.vastgelegd_tot = naarMoment(rij.vastgelegd_tot)
  return rij
}

function naarMoment(tekst: string): Moment {
  return momentVan(tekst)
}
