import { momentVan } from '../../kern/datum.ts'
import { alsActor } from '../../toegang/index.ts'
import { ruimOp } from '../store/levering.ts'
import { VERWERKER, type Verwerkomgeving } from './omgeving.ts'

const DAG_MS = 86_400_000
/** Zo lang blijven terugkoppelingen staan als er niets is ingesteld. */
export const BEWAARDAGEN = 30

/** Verwijdert terugkoppelingen van leveringen die langer dan `dagen` klaar zijn. Antwoordt hoeveel. */
export function ruimAanleveringenOp(omgeving: Pick<Verwerkomgeving, 'database' | 'nu'>, dagen: number = BEWAARDAGEN): Promise<number> {
  const grens = momentVan(omgeving.nu().getTime() - dagen * DAG_MS)
  return alsActor(omgeving.database, VERWERKER, (trx) => ruimOp(trx, grens))
}
