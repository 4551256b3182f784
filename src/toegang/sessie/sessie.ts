import type { Moment } from '../../kern/datum.ts'
import type { Aanmelding, Actor } from '../actor.ts'
import type { Betrouwbaarheidsniveau } from '../eherkenning/niveau.ts'

/** Een open sessie, zoals zij op dit moment geldt: de rollen komen bij elk verzoek uit de database (S-05). */
export interface Sessie {
  /** SHA-256 van het koekje; het koekje zelf staat nergens. */
  readonly sessieHash: Buffer
  readonly actor: Actor
  readonly aanmelding: Aanmelding
  /** Null zolang de beheerder niet zei van wie het account is. */
  readonly naam: string | null
  readonly organisatie: { readonly id: string; readonly naam: string }
}

/** Waarmee een sessie begint. */
export interface NieuweSessie {
  readonly accountId: string
  readonly organisatieId: string
  readonly middel: Aanmelding['middel']
  /** Null bij een DUO-token. */
  readonly niveau: Betrouwbaarheidsniveau | null
  readonly authnOp: Moment
  /** De machtiging geldt alleen voor deze vestiging. */
  readonly vestigingsnummer?: string | null
  /** KvK-nummer van wie voor de organisatie handelt. */
  readonly intermediair?: string | null
  readonly makelaar?: string | null
  /** SHA-256 van het gecontroleerde bericht (P-03). */
  readonly bewijsHash?: Buffer | null
}

/** S-03: zo lang zonder verzoek, en zo lang in totaal. */
export const STIL_MS = 15 * 60_000
export const DUUR_MS = 2 * 3_600_000
/** Zo vaak wordt hooguit geschreven wanneer een sessie voor het laatst gebruikt is. */
export const BIJHOUDEN_MS = 60_000
