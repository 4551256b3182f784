/** Clients van leveranciers. Alleen het systeem leest en schrijft ze. */
import { sql } from 'kysely'
import { type Database, type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Machineclient, Machinemethode, NieuweMachine } from './machine.ts'
import type { Mandaatschool, Scope } from './rules/scopes.ts'

export async function slaMachineOp(trx: Transactie, nieuw: NieuweMachine, actor: string, op: Moment): Promise<string> {
  const clientId = uuidv7()
  await trx.insertInto('machine_client').values({
    client_id: clientId, naam: nieuw.naam, oin: nieuw.oin, methode: nieuw.methode, jwks: nieuw.jwks === undefined ? null : JSON.stringify(nieuw.jwks), jwks_uri: nieuw.jwksUri ?? null,
    aangemaakt_op: op, aangemaakt_door: actor, ingetrokken_op: null, ingetrokken_door: null,
  }).execute()
  const certificaten = nieuw.vingerafdrukken.map((vingerafdruk) => ({ client_id: clientId, vingerafdruk: Buffer.from(vingerafdruk, 'hex'), toegevoegd_op: op, ingetrokken_op: null }))
  if (certificaten.length > 0) await trx.insertInto('machine_certificaat').values(certificaten).execute()
  return clientId
}

/** Alle clients op volgorde van maken, of alleen deze. */
export async function leesMachines(trx: Transactie, clientId?: string): Promise<readonly Machineclient[]> {
  const alle = trx.selectFrom('machine_client').selectAll().select(sql<string[]>`array(select encode(c.vingerafdruk, 'hex') from machine_certificaat c where c.client_id = machine_client.client_id and c.ingetrokken_op is null order by c.toegevoegd_op, 1)`.as('vingerafdrukken')).orderBy('client_id')
  const rijen = await (clientId === undefined ? alle : alle.where('client_id', '=', clientId)).execute()
  return rijen.map((rij) => ({
    clientId: rij.client_id, naam: rij.naam, oin: rij.oin, methode: rij.methode satisfies Machinemethode, vingerafdrukken: rij.vingerafdrukken,
    aangemaaktOp: rij.aangemaakt_op, ingetrokkenOp: rij.ingetrokken_op,
    ...(rij.jwks === null ? {} : { jwks: rij.jwks }), ...(rij.jwks_uri === null ? {} : { jwksUri: rij.jwks_uri }),
  }))
}

/** Geeft `ongewijzigd` als de client al was ingetrokken: het eerste moment blijft staan. */
export async function zetMachineIngetrokken(trx: Transactie, clientId: string, actor: string, op: Moment): Promise<'ingetrokken' | 'ongewijzigd' | 'onbekend'> {
  const rij = await trx.selectFrom('machine_client').select('ingetrokken_op').where('client_id', '=', clientId).forUpdate().executeTakeFirst()
  if (rij === undefined) return 'onbekend'
  if (rij.ingetrokken_op !== null) return 'ongewijzigd'
  await trx.updateTable('machine_client').set({ ingetrokken_op: op, ingetrokken_door: actor }).where('client_id', '=', clientId).execute()
  return 'ingetrokken'
}

export interface Machinetoegang {
  readonly scopes: readonly Scope[]
  readonly scholen: readonly Mandaatschool[]
}

/**
 * M-01, M-02, M-03: wat deze client nu namens deze organisatie mag, in een losse vraag (migratie 0036). Undefined als de client,
 * het mandaat of het certificaat nu niet (meer) geldt.
 */
export async function leesToegang({ pool }: Database, vraag: { readonly clientId: string; readonly mandaatId: string; readonly organisatieId: string; readonly vingerafdruk: Buffer | null; readonly vandaag: Datum }): Promise<Machinetoegang | undefined> {
  const { clientId, mandaatId, organisatieId, vingerafdruk, vandaag } = vraag
  const { rows: [rij] } = await pool.query<Machinetoegang>('select scopes, scholen from leerroute_machine_toegang($1, $2, $3, $4, $5)', [clientId, mandaatId, organisatieId, vingerafdruk, vandaag])
  return rij
}
