/** De tabellen account_rol en rolbeoordeling. Schrijft als systeem, na mag(). */
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Rolbeeld } from './account.ts'

/** Alle rollen van deze accounts, ook ingetrokken en verlopen, met de laatste beoordeling. */
export async function leesRollen(trx: Transactie, accountIds: readonly string[]): Promise<readonly (Rolbeeld & { readonly accountId: string })[]> {
  const rijen = await trx.selectFrom('account_rol as r').selectAll('r')
    .select((eb) => eb.selectFrom('rolbeoordeling as b').select(({ fn }) => fn.max('b.beoordeeld_op').as('op')).whereRef('b.account_rol_id', '=', 'r.account_rol_id').as('beoordeeld_op'))
    .where('r.account_id', 'in', accountIds).orderBy('r.rol').orderBy('r.brin').orderBy('r.account_rol_id').execute()
  return rijen.map((rij) => ({
    accountId: rij.account_id, rolId: rij.account_rol_id, rol: rij.rol, brin: rij.brin, vestiging: rij.vestiging, van: rij.geldig_van, voor: rij.geldig_voor,
    bron: rij.bron, bronSleutel: rij.bron_sleutel, reden: rij.reden, toegekendDoor: rij.toegekend_door, toegekendOp: rij.toegekend_op,
    ingetrokkenOp: rij.ingetrokken_op, ingetrokkenDoor: rij.ingetrokken_door, redenIntrekking: rij.reden_intrekking, beoordeeldOp: rij.beoordeeld_op,
  }))
}

export interface NieuweRol extends Pick<Rolbeeld, 'rol' | 'brin' | 'vestiging' | 'van' | 'voor' | 'bron' | 'bronSleutel' | 'reden'> {
  readonly accountId: string
  readonly door: string
  /** Wanneer de rol gegeven is; zonder: nu. Alleen anders als een rol mee verhuist met wie hem al had. */
  readonly toegekendOp?: Moment
}

export async function voegRolToe(trx: Transactie, nieuw: NieuweRol, nu: Moment): Promise<string> {
  const [rolId] = await voegRollenToe(trx, [nieuw], nu)
  if (rolId === undefined) throw new Error('rol niet toegevoegd')
  return rolId
}

/** Geeft de sleutels in dezelfde volgorde. */
export async function voegRollenToe(trx: Transactie, nieuwe: readonly NieuweRol[], nu: Moment): Promise<readonly string[]> {
  const rijen = nieuwe.map((nieuw) => ({
    account_rol_id: uuidv7(), account_id: nieuw.accountId, rol: nieuw.rol, brin: nieuw.brin, vestiging: nieuw.vestiging, geldig_van: nieuw.van, geldig_voor: nieuw.voor,
    bron: nieuw.bron, bron_sleutel: nieuw.bronSleutel, reden: nieuw.reden, toegekend_door: nieuw.door, toegekend_op: nieuw.toegekendOp ?? nu,
    ingetrokken_op: null, ingetrokken_door: null, reden_intrekking: null,
  }))
  if (rijen.length > 0) await trx.insertInto('account_rol').values(rijen).execute()
  return rijen.map(({ account_rol_id }) => account_rol_id)
}

/** Trekt rollen in die nog niet ingetrokken zijn; wat al ingetrokken is blijft zoals het was. */
export async function zetRollenIngetrokken(trx: Transactie, rolIds: readonly string[], door: string, reden: string, nu: Moment): Promise<void> {
  if (rolIds.length === 0) return
  await trx.updateTable('account_rol').set({ ingetrokken_op: nu, ingetrokken_door: door, reden_intrekking: reden })
    .where('account_rol_id', 'in', rolIds).where('ingetrokken_op', 'is', null).execute()
}

export async function zetRoleinde(trx: Transactie, rolId: string, voor: Moment | null): Promise<void> {
  await trx.updateTable('account_rol').set({ geldig_voor: voor }).where('account_rol_id', '=', rolId).execute()
}

/** of het bestuur deze intermediair uitdrukkelijk een rol gaf die nu geldt. */
export async function heeftRolVanBestuur(trx: Transactie, accountId: string, nu: Moment): Promise<boolean> {
  const rij = await trx.selectFrom('account_rol').select('account_rol_id').where('account_id', '=', accountId).where('bron', '=', 'BESTUUR').where('ingetrokken_op', 'is', null)
    .where('geldig_van', '<=', nu).where((eb) => eb.or([eb('geldig_voor', 'is', null), eb('geldig_voor', '>', nu)])).executeTakeFirst()
  return rij !== undefined
}

export async function legBeoordelingVast(trx: Transactie, { rolId, organisatieId, oordeel, door }: { readonly rolId: string; readonly organisatieId: string; readonly oordeel: 'BLIJFT' | 'INTREKKEN'; readonly door: string }, nu: Moment): Promise<void> {
  await trx.insertInto('rolbeoordeling').values({ beoordeling_id: uuidv7(), account_rol_id: rolId, organisatie_id: organisatieId, oordeel, beoordeeld_door: door, beoordeeld_op: nu }).execute()
}
