/** Zoekt de actor bij een sleutel. Houdt een antwoord hoogstens een seconde vast: intrekken werkt daarna overal. */
import { type Database, inTransactie } from '../database/index.ts'
import { datumInNederland, momentVan } from '../kern/datum.ts'
import type { Actor } from './actor.ts'
import { leesKoppelingen, zetGebruikt } from './koppeling-store.ts'

const HOUDBAAR_MS = 1_000
const MINUUT_MS = 60_000
const MEESTE = 10_000

/** @returns undefined als de sleutel onbekend, ingetrokken of verlopen is. */
export type Koppelingzoeker = (sleutelHash: Buffer) => Promise<Actor | undefined>

export function maakKoppelingzoeker(database: Database, nu: () => Date): Koppelingzoeker {
  const onthouden = new Map<string, { readonly actor: Promise<Actor | undefined>; readonly tot: number }>()
  return (sleutelHash) => {
    const naam = sleutelHash.toString('base64')
    const moment = nu()
    const eerder = onthouden.get(naam)
    if (eerder !== undefined && eerder.tot > moment.getTime()) return eerder.actor
    if (onthouden.size >= MEESTE) onthouden.clear()
    const actor = zoek(database, sleutelHash, moment)
    onthouden.set(naam, { actor, tot: moment.getTime() + HOUDBAAR_MS })
    // Een storing van de database mag niet een seconde lang hetzelfde antwoord blijven.
    actor.catch(() => onthouden.delete(naam))
    return actor
  }
}

function zoek(database: Database, sleutelHash: Buffer, nu: Date): Promise<Actor | undefined> {
  return inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'aanmelden' }, async (trx) => {
    const [koppeling] = await leesKoppelingen(trx, sleutelHash)
    if (koppeling === undefined || koppeling.ingetrokkenOp !== null || datumInNederland(nu) > koppeling.geldigTotEnMet) return undefined
    const { koppelingId, laatstGebruiktOp, soort, rollen } = koppeling
    if (laatstGebruiktOp === null || nu.getTime() - Date.parse(laatstGebruiktOp) >= MINUUT_MS) await zetGebruikt(trx, koppelingId, momentVan(nu))
    return { id: `koppeling:${koppelingId}`, soort, rollen }
  })
}
