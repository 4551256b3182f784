/** Koppelingen: welke systemen zich met een sleutel mogen aanmelden. Alleen het systeem leest en schrijft ze. */
import { type Transactie, uuidv7 } from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Actor, Rol } from './actor.ts'

export type Koppelingsoort = Exclude<Actor['soort'], 'toezicht'>

export interface Koppeling {
  readonly koppelingId: string
  readonly naam: string
  readonly soort: Koppelingsoort
  readonly rollen: Actor['rollen']
  /** Laatste dag waarop de sleutel werkt. */
  readonly geldigTotEnMet: Datum
  readonly aangemaaktOp: Moment
  readonly ingetrokkenOp: Moment | null
  /** Op een minuut nauwkeurig; null als de sleutel nog nooit gebruikt is. */
  readonly laatstGebruiktOp: Moment | null
}

export interface NieuweKoppeling {
  readonly naam: string
  readonly soort: Koppelingsoort
  readonly rollen: readonly { readonly rol: Rol; readonly brin: string }[]
  readonly geldigTotEnMet: Datum
}

export async function slaKoppelingOp(trx: Transactie, nieuw: NieuweKoppeling, sleutelHash: Buffer, actor: string, op: Moment): Promise<string> {
  const koppelingId = uuidv7()
  await trx.insertInto('koppeling').values({
    koppeling_id: koppelingId, naam: nieuw.naam, soort: nieuw.soort, sleutel_hash: sleutelHash, geldig_tot_en_met: nieuw.geldigTotEnMet,
    aangemaakt_op: op, aangemaakt_door: actor, ingetrokken_op: null, laatst_gebruikt_op: null,
  }).execute()
  const rollen = nieuw.rollen.map(({ rol, brin }) => ({ koppeling_id: koppelingId, rol, brin }))
  if (rollen.length > 0) await trx.insertInto('koppeling_rol').values(rollen).execute()
  return koppelingId
}

/** Op volgorde van maken. */
export async function leesKoppelingen(trx: Transactie, sleutelHash?: Buffer): Promise<Koppeling[]> {
  const alle = trx.selectFrom('koppeling').selectAll().orderBy('koppeling_id')
  const rijen = await (sleutelHash === undefined ? alle : alle.where('sleutel_hash', '=', sleutelHash)).execute()
  if (rijen.length === 0) return []
  const rollen = await trx.selectFrom('koppeling_rol').selectAll().where('koppeling_id', 'in', rijen.map((rij) => rij.koppeling_id)).orderBy('brin').orderBy('rol').execute()
  return rijen.map((rij) => ({
    koppelingId: rij.koppeling_id, naam: rij.naam, soort: rij.soort, geldigTotEnMet: rij.geldig_tot_en_met,
    aangemaaktOp: rij.aangemaakt_op, ingetrokkenOp: rij.ingetrokken_op, laatstGebruiktOp: rij.laatst_gebruikt_op,
    rollen: rollen.filter(({ koppeling_id }) => koppeling_id === rij.koppeling_id).map(({ rol, brin }) => ({ rol: rol as Rol, brin })),
  }))
}

/** Geeft `ongewijzigd` als de koppeling al was ingetrokken: het eerste moment blijft staan. */
export async function zetIngetrokken(trx: Transactie, koppelingId: string, op: Moment): Promise<'ingetrokken' | 'ongewijzigd' | 'onbekend'> {
  const rij = await trx.selectFrom('koppeling').select('ingetrokken_op').where('koppeling_id', '=', koppelingId).forUpdate().executeTakeFirst()
  if (rij === undefined) return 'onbekend'
  if (rij.ingetrokken_op !== null) return 'ongewijzigd'
  await trx.updateTable('koppeling').set({ ingetrokken_op: op }).where('koppeling_id', '=', koppelingId).execute()
  return 'ingetrokken'
}

export async function zetGebruikt(trx: Transactie, koppelingId: string, op: Moment): Promise<void> {
  await trx.updateTable('koppeling').set({ laatst_gebruikt_op: op }).where('koppeling_id', '=', koppelingId).execute()
}
