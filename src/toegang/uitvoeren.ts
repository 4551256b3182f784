import { inTransactie, type Database, type Transactie, type Transactiecontext } from '../database/index.ts'
import { type Uitkomst } from '../kern/uitkomst.ts'
import { type Actor, brinsVan } from './actor.ts'

/** Een actie draait in een eigen transactie, of in die van de aanroeper. */
export type Uitvoerder = Database | Transactie

/** Voert werk uit met de rechten van de actor in de database. Een weigering slaat niets op. */
export async function voerUit<T, R>(
  uitvoerder: Uitvoerder, actor: Actor, werk: (trx: Transactie) => Promise<Uitkomst<T, R>>,
): Promise<Uitkomst<T, R>> {
  if (!('kysely' in uitvoerder)) return werk(uitvoerder)
  try {
    return await alsActor(uitvoerder, actor, async (trx) => {
      const uitkomst = await werk(trx)
      if (!uitkomst.ok) throw new Terugdraaien(uitkomst)
      return uitkomst
    })
  } catch (fout) {
    if (fout instanceof Terugdraaien) return fout.uitkomst as Uitkomst<T, R>
    throw fout
  }
}

/** Leest met de rechten van de actor: in de transactie van de aanroeper, of in een eigen. */
export function metRechten<T>(uitvoerder: Uitvoerder, actor: Actor, werk: (trx: Transactie) => Promise<T>): Promise<T> {
  return 'kysely' in uitvoerder ? alsActor(uitvoerder, actor, werk) : werk(uitvoerder)
}

/** Een transactie met de rechten van de actor, zonder oordeel over de uitkomst. */
export function alsActor<T>(database: Database, actor: Actor, werk: (trx: Transactie) => Promise<T>): Promise<T> {
  return inTransactie(database, contextVan(actor), werk)
}

/** Wat row-level security van de actor moet weten. */
export function contextVan(actor: Actor): Transactiecontext {
  const vestigingen = actor.rollen.flatMap(({ vestiging }) => vestiging ?? [])
  return {
    organisaties: brinsVan(actor), rol: actor.soort, actor: actor.id,
    ...(actor.organisatieId === undefined ? {} : { organisatie: actor.organisatieId }),
    ...(vestigingen.length === 0 || vestigingen.length < actor.rollen.length ? {} : { vestigingen: [...new Set(vestigingen)] }),
  }
}

/** Alleen om uit de transactie te komen: Kysely draait terug bij een uitzondering. */
class Terugdraaien extends Error {
  readonly uitkomst: unknown
  constructor(uitkomst: unknown) {
    super('weigering')
    this.uitkomst = uitkomst
  }
}
