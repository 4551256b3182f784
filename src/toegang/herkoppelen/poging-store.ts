/** Begonnen wissels van inlog: in een sessie hooguit een tegelijk. */
import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Herkoppelpoging {
  readonly herkoppelpogingId: string
  readonly sessieHash: Buffer
  readonly nieuwAccountId: string
  readonly verlooptOp: Moment
  /** Null tot de oude inlog bewezen is. */
  readonly oudAccountId: string | null
  /** Waarom het na het bewijs niet kon; null als dat niet zo was. */
  readonly weigering: string | null
  readonly einde: Einde | null
}

export type Einde = 'HERKOPPELD' | 'GEANNULEERD' | 'VERLOPEN' | 'VERVANGEN' | 'GEWEIGERD'

export async function slaHerkoppelpogingOp(trx: Transactie, sessieHash: Buffer, nieuwAccountId: string, nu: Moment, verlooptOp: Moment): Promise<string> {
  const herkoppelpogingId = uuidv7()
  await trx.insertInto('herkoppelpoging').values({
    herkoppelpoging_id: herkoppelpogingId, sessie_hash: sessieHash, nieuw_account_id: nieuwAccountId, gestart_op: nu, verloopt_op: verlooptOp,
    geheim_hash: null, oud_account_id: null, bewezen_op: null, weigering: null, einde: null, geeindigd_op: null,
  }).execute()
  return herkoppelpogingId
}

/** De laatste poging in deze sessie, open of niet, vastgehouden tot het einde van de transactie. */
export async function vergrendelHerkoppelpoging(trx: Transactie, sessieHash: Buffer): Promise<Herkoppelpoging | undefined> {
  const rij = await trx.selectFrom('herkoppelpoging').selectAll().where('sessie_hash', '=', sessieHash).orderBy('herkoppelpoging_id', 'desc').limit(1).forUpdate().executeTakeFirst()
  return rij && naarPoging(rij)
}

/** Van wie deze poging is; zonder slot. */
export async function findNieuwAccount(trx: Transactie, herkoppelpogingId: string): Promise<string | undefined> {
  return (await trx.selectFrom('herkoppelpoging').select('nieuw_account_id').where('herkoppelpoging_id', '=', herkoppelpogingId).executeTakeFirst())?.nieuw_account_id
}

/** Op weg naar de makelaar: alleen wie dit geheim terugbrengt levert het bewijs. Een tweede keer vertrekken vervangt de eerste. */
export async function zetGeheim(trx: Transactie, herkoppelpogingId: string, geheimHash: Buffer): Promise<void> {
  await trx.updateTable('herkoppelpoging').set({ geheim_hash: geheimHash })
    .where('herkoppelpoging_id', '=', herkoppelpogingId).where('einde', 'is', null).where('oud_account_id', 'is', null).execute()
}

/** Verbruikt het geheim. Undefined: het klopt niet, is al gebruikt, of de poging loopt niet meer. Van twee tegelijk krijgt er een de poging. */
export async function neemGeheim(trx: Transactie, herkoppelpogingId: string, geheimHash: Buffer): Promise<Herkoppelpoging | undefined> {
  const rij = await trx.updateTable('herkoppelpoging').set({ geheim_hash: null })
    .where('herkoppelpoging_id', '=', herkoppelpogingId).where('geheim_hash', '=', geheimHash).where('einde', 'is', null).returningAll().executeTakeFirst()
  return rij && naarPoging(rij)
}

export async function zetOudBewezen(trx: Transactie, herkoppelpogingId: string, oudAccountId: string, op: Moment): Promise<void> {
  await trx.updateTable('herkoppelpoging').set({ oud_account_id: oudAccountId, bewezen_op: op }).where('herkoppelpoging_id', '=', herkoppelpogingId).execute()
}

/** Sluit de poging als zij nog open is. */
export async function beeindigHerkoppelpoging(trx: Transactie, herkoppelpogingId: string, einde: Einde, op: Moment, weigering: string | null = null): Promise<void> {
  await trx.updateTable('herkoppelpoging').set({ einde, geeindigd_op: op, geheim_hash: null, weigering }).where('herkoppelpoging_id', '=', herkoppelpogingId).where('einde', 'is', null).execute()
}

export async function sluitVerlopenHerkoppelpogingen(trx: Transactie, nu: Moment): Promise<void> {
  await trx.updateTable('herkoppelpoging').set({ einde: 'VERLOPEN', geeindigd_op: nu, geheim_hash: null }).where('einde', 'is', null).where('verloopt_op', '<=', nu).execute()
}

interface Rij {
  readonly herkoppelpoging_id: string
  readonly sessie_hash: Buffer
  readonly nieuw_account_id: string
  readonly verloopt_op: Moment
  readonly oud_account_id: string | null
  readonly weigering: string | null
  readonly einde: Einde | null
}

function naarPoging(rij: Rij): Herkoppelpoging {
  return {
    herkoppelpogingId: rij.herkoppelpoging_id, sessieHash: rij.sessie_hash, nieuwAccountId: rij.nieuw_account_id, verlooptOp: rij.verloopt_op,
    oudAccountId: rij.oud_account_id, weigering: rij.weigering, einde: rij.einde,
  }
}
