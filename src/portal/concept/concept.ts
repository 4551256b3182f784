/** De antwoorden in een formulier van meer bladzijden: bewaard tot het verstuurd is, ook als de sessie eindigt (S-75). */
import { type Database, type Transactie, uuidv7 } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'
import { type Actiecontext, alsActor } from '../../toegang/index.ts'
import { type Conceptrij, findConcept, leesOpenConcepten, vervangConcept, voegConceptToe, wisConceptrij, wisVerlopenConcepten } from './store.ts'

/** Wat er getypt is, per veld; een lijst bij vinkjes. */
export type Conceptinhoud = Readonly<Record<string, string | readonly string[]>>

/** De tekst van een antwoord; leeg zolang die er niet is. */
export function tekstUit(inhoud: Conceptinhoud, naam: string): string {
  const waarde = inhoud[naam]
  return typeof waarde === 'string' ? waarde : ''
}

/** De vinkjes van een antwoord. */
export function lijstUit(inhoud: Conceptinhoud, naam: string): readonly string[] {
  const waarde = inhoud[naam]
  return Array.isArray(waarde) ? waarde : []
}

export interface Concept {
  readonly conceptId: string
  readonly soort: string
  readonly inhoud: Conceptinhoud
  readonly gewijzigdOp: Moment
  /** Het bewijs van ontvangst; null zolang het niet verstuurd is. */
  readonly bewijs: unknown
}

const BEWAARDAGEN = 14

interface Bewaard {
  readonly inhoud: Conceptinhoud
  readonly bewijs?: unknown
}

/** Begint een formulier; geeft de sleutel voor in het adres. */
export async function beginConcept(database: Database, ctx: Actiecontext, soort: string, inhoud: Conceptinhoud): Promise<string> {
  const conceptId = uuidv7()
  await alsActor(database, ctx.actor, (trx) => voegConceptToe(trx, ctx.actor.id, { ...rijVan(ctx, conceptId, { inhoud }), soort, verzonden_op: null }))
  return conceptId
}

/** Bewaart antwoorden. Onwaar: het concept is er niet, is verlopen of al verstuurd. Met `gezienOp` ook als het na dat moment veranderde. */
export async function bewaarConcept(database: Database, ctx: Actiecontext, conceptId: string, inhoud: Conceptinhoud, gezienOp?: Moment): Promise<boolean> {
  if (!isUuid(conceptId)) return false
  return alsActor(database, ctx.actor, (trx) => vervangConcept(trx, ctx.actor.id, { ...rijVan(ctx, conceptId, { inhoud }), verzonden_op: null }, gezienOp))
}

/** Undefined: onbekend, van een ander of verlopen. */
export async function leesConcept(database: Database, ctx: Actiecontext, soort: string, conceptId: string): Promise<Concept | undefined> {
  if (!isUuid(conceptId)) return undefined
  const rij = await alsActor(database, ctx.actor, (trx) => findConcept(trx, ctx.actor.id, soort, conceptId, ctx.nu, false))
  return rij && open(ctx, rij)
}

/** Waar iemand nog mee bezig is; hooguit twintig. */
export async function leesConcepten(database: Database, ctx: Actiecontext): Promise<readonly Concept[]> {
  const rijen = await alsActor(database, ctx.actor, (trx) => leesOpenConcepten(trx, ctx.actor.id, ctx.nu))
  return rijen.map((rij) => open(ctx, rij))
}

export async function wisConcept(database: Database, ctx: Actiecontext, conceptId: string): Promise<void> {
  if (isUuid(conceptId)) await alsActor(database, ctx.actor, (trx) => wisConceptrij(trx, ctx.actor.id, conceptId))
}

/**
 * Verstuurt een concept precies een keer (S-17): `werk` en het bewijs staan in dezelfde transactie. Was het al verstuurd, dan komt het
 * eerste bewijs terug en gebeurt er niets. Geeft `werk` geen bewijs, dan blijft alles zoals het was, ook wat `werk` al deed.
 */
export async function verstuurConcept<B, F>(
  database: Database, ctx: Actiecontext, soort: string, conceptId: string, werk: (trx: Transactie, inhoud: Conceptinhoud) => Promise<{ readonly bewijs: B } | { readonly fouten: F }>,
): Promise<{ readonly bewijs: B } | { readonly fouten: F } | 'niet-gevonden'> {
  if (!isUuid(conceptId)) return 'niet-gevonden'
  try {
    return await alsActor(database, ctx.actor, async (trx) => {
      const rij = await findConcept(trx, ctx.actor.id, soort, conceptId, ctx.nu, true)
      if (rij === undefined) return 'niet-gevonden'
      const concept = open(ctx, rij)
      if (rij.verzonden_op !== null) return { bewijs: concept.bewijs as B }
      const uitkomst = await werk(trx, concept.inhoud)
      if ('fouten' in uitkomst) throw new Nietverstuurd(uitkomst.fouten)
      await vervangConcept(trx, ctx.actor.id, { ...rijVan(ctx, conceptId, { inhoud: concept.inhoud, bewijs: uitkomst.bewijs }), verzonden_op: ctx.nu })
      return uitkomst
    })
  } catch (fout) {
    if (fout instanceof Nietverstuurd) return { fouten: fout.fouten as F }
    throw fout
  }
}

/** Verwijdert wat verlopen is, van iedereen. */
export function ruimConceptenOp(database: Database, nu: Date): Promise<number> {
  return wisVerlopenConcepten(database, momentVan(nu))
}

function rijVan(ctx: Actiecontext, conceptId: string, bewaard: Bewaard): Omit<Conceptrij, 'soort' | 'verzonden_op'> {
  const { versleuteld, sleutelId } = ctx.kluis.versleutelBytes(Buffer.from(JSON.stringify(bewaard)), plaats(conceptId))
  const verloopt = new Date(Date.parse(ctx.nu) + BEWAARDAGEN * 86_400_000)
  return { concept_id: conceptId, inhoud: versleuteld, sleutel_id: sleutelId, gewijzigd_op: ctx.nu, verloopt_op: momentVan(verloopt) }
}

function open(ctx: Actiecontext, rij: Conceptrij): Concept {
  const { inhoud, bewijs } = JSON.parse(ctx.kluis.ontsleutelBytes(rij.inhoud, rij.sleutel_id, plaats(rij.concept_id)).toString('utf8')) as Bewaard
  return { conceptId: rij.concept_id, soort: rij.soort, inhoud, gewijzigdOp: rij.gewijzigd_op, bewijs: bewijs ?? null }
}

function plaats(conceptId: string): string {
  return `concept ${conceptId}`
}

/** Alleen om uit de transactie te komen. */
class Nietverstuurd extends Error {
  readonly fouten: unknown
  constructor(fouten: unknown) {
    super('niet verstuurd')
    this.fouten = fouten
  }
}
