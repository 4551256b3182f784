/** Begonnen inlogs. Zij zijn eenmalig, ook over servers heen: PostgreSQL laat er een door. */
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Inlogverzoek {
  readonly protocol: 'OIDC' | 'SAML'
  readonly geheim: Readonly<Record<string, string>>
  readonly terug: string
  readonly doel: 'INLOGGEN' | 'OPNIEUW' | 'HERKOPPELEN'
  /** De poging waarvoor dit een tweede bewijs is; alleen bij HERKOPPELEN. */
  readonly herkoppelpogingId: string | null
  readonly verlooptOp: Moment
  readonly sessieHash: Buffer | null
}

export interface NieuwInlogverzoek extends Inlogverzoek {
  readonly koekjeHash: Buffer
  readonly kenmerkHash: Buffer
  readonly aangemaaktOp: Moment
}

export async function slaInlogverzoekOp(trx: Transactie, nieuw: NieuwInlogverzoek): Promise<void> {
  await trx.insertInto('inlogverzoek').values({
    koekje_hash: nieuw.koekjeHash, kenmerk_hash: nieuw.kenmerkHash, protocol: nieuw.protocol, geheim: JSON.stringify(nieuw.geheim), terug: nieuw.terug, doel: nieuw.doel, herkoppelpoging_id: nieuw.herkoppelpogingId,
    aangemaakt_op: nieuw.aangemaaktOp, verloopt_op: nieuw.verlooptOp, sessie_hash: nieuw.sessieHash,
  }).execute()
}

/** leest en wist in een opdracht. Van twee tegelijk krijgt er een het verzoek, de ander undefined. */
export async function neemInlogverzoek(trx: Transactie, koekjeHash: Buffer, kenmerkHash: Buffer): Promise<Inlogverzoek | undefined> {
  const rij = await trx.deleteFrom('inlogverzoek').where('koekje_hash', '=', koekjeHash).where('kenmerk_hash', '=', kenmerkHash).returningAll().executeTakeFirst()
  if (rij === undefined) return undefined
  const geheim = typeof rij.geheim === 'object' && rij.geheim !== null ? Object.fromEntries(Object.entries(rij.geheim).map(([naam, waarde]) => [naam, String(waarde)])) : {}
  return { protocol: rij.protocol, geheim, terug: rij.terug, doel: rij.doel, herkoppelpogingId: rij.herkoppelpoging_id, verlooptOp: rij.verloopt_op, sessieHash: rij.sessie_hash }
}

/** Begonnen inlogs die niemand afmaakte. */
export async function verwijderVerlopenVerzoeken(trx: Transactie, nu: Moment): Promise<void> {
  await trx.deleteFrom('inlogverzoek').where('verloopt_op', '<=', nu).execute()
}
