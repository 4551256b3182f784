/** De keten van de audit: de canonieke tekst van een regel en de hash die haar aan de vorige bindt. Schrijven en controleren gebruiken dezelfde. */
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import type { Moment } from '../kern/datum.ts'

export const STROMEN = 64

export interface Auditpost {
  readonly auditId: string
  readonly op: Moment
  readonly actor: string
  readonly handeling: string
  readonly brin: string | null
  readonly deelnemerId: string | null
  readonly object: readonly [soort: string, sleutel: string]
  readonly gegevens: unknown
  /** 32 hexcijfers. */
  readonly traceId: string
  /** 16 hexcijfers. */
  readonly operationId: string
}

/**
 * De regel als canonieke JSON (RFC 8785) tot waar de stroom en het volgnummer komen: die weet pas de database. De namen zijn zo
 * gekozen dat die twee achteraan staan; `canoniek(post) + slot(stroom, volgnummer)` is de hele tekst.
 */
export function canoniek({ auditId, op, actor, handeling, brin, deelnemerId, object, gegevens, traceId, operationId }: Auditpost): string {
  const tekst = canonicalize({
    actor, audit_id: auditId, brin, deelnemer_id: deelnemerId, gegevens, handeling, object_sleutel: object[1], object_soort: object[0], op, operatie: operationId, spoor: traceId,
  })
  if (tekst === undefined) throw new Error('een auditregel is niet als JSON te schrijven')
  return tekst.slice(0, -1)
}

function slot(stroom: number, volgnummer: number): string {
  return `,"stroom":${stroom},"volgnummer":${volgnummer}}`
}

export function schakel(vorige: Buffer, begin: string, stroom: number, volgnummer: number): Buffer {
  return createHash('sha256').update(vorige).update(begin).update(slot(stroom, volgnummer)).digest()
}

/** Waar een stroom begint; dezelfde waarde staat in migratie 0037. */
export function beginVanStroom(stroom: number): Buffer {
  return createHash('sha256').update(`leerroute/audit/${stroom}`).digest()
}
