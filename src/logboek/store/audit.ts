/** De audit gelezen zoals zij geschreven is: per stroom, op volgnummer. */
import { sql } from 'kysely'
import type { Auditpost, Schema, Transactie } from '../../database/index.ts'
import type { Kop } from '../controlepunt.ts'

/** De koppen van dit moment; een stroom zonder regels is er niet bij. */
export async function leesKoppen(trx: Transactie): Promise<readonly Kop[]> {
  const rijen = await trx.selectFrom('audit_kop').selectAll().orderBy('stroom').execute()
  return rijen.filter(({ laatste }) => laatste > 0).map(({ stroom, laatste, hash }) => ({ stroom, volgnummer: laatste, hash: hash.toString('hex') }))
}

export interface Ketenregel {
  readonly post: Auditpost
  readonly stroom: number
  readonly volgnummer: number
  readonly hash: Buffer
}

/** De regels van een stroom na een volgnummer, hooguit zoveel. */
export async function leesStroom(trx: Transactie, stroom: number, na: number, aantal: number): Promise<readonly Ketenregel[]> {
  const { rows } = await sql<Rij>`select audit_id, op, actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens,
      replace(trace_id::text, '-', '') as trace_id, encode(operation_id, 'hex') as operation_id, volgnummer, hash
    from audit_regel where stroom = ${stroom} and volgnummer > ${na} order by volgnummer limit ${aantal}`.execute(trx)
  return rows.map((rij) => ({
    stroom, volgnummer: rij.volgnummer, hash: rij.hash,
    post: {
      auditId: rij.audit_id, op: rij.op, actor: rij.actor, handeling: rij.handeling, brin: rij.brin, deelnemerId: rij.deelnemer_id, object: [rij.object_soort, rij.object_sleutel],
      gegevens: rij.gegevens, traceId: rij.trace_id, operationId: rij.operation_id,
    },
  }))
}

/** Een regel in de keten: wat bij oudere regels leeg is, is hier gevuld. */
type Rij = Pick<Schema['audit_regel'], 'audit_id' | 'op' | 'actor' | 'handeling' | 'brin' | 'deelnemer_id' | 'object_soort' | 'object_sleutel' | 'gegevens'> & {
  readonly trace_id: string
  /** Hexadecimaal. */
  readonly operation_id: string
  readonly volgnummer: number
  readonly hash: Buffer
}

export interface Voorgeschiedenis {
  /** Hoeveel regels er bij het begin van de keten al waren, en nu nog zijn. */
  readonly toen: number
  readonly nu: number
  readonly ongewijzigd: boolean
  /** Regels in stromen die niet bestaan. */
  readonly vreemd: number
}

/** Regels van voor de keten: hun aantal en een vingerafdruk over alle, zoals migratie 0037 die vastlegde. */
export async function leesVoorgeschiedenis(trx: Transactie): Promise<Voorgeschiedenis> {
  const { rows: [rij] } = await sql<{ toen: number; nu: number; gelijk: boolean; vreemd: number }>`
    select b.aantal as toen, o.aantal as nu, b.vingerafdruk = o.vingerafdruk as gelijk,
      (select count(*) from audit_regel a where a.stroom is not null and not exists (select from audit_kop k where k.stroom = a.stroom)) as vreemd
    from audit_begin b, (
      select count(*) as aantal, sha256(convert_to(coalesce(string_agg(md5(concat_ws('|', audit_id, extract(epoch from op), actor, handeling, brin, deelnemer_id, object_soort, object_sleutel, gegevens)), '' order by audit_id), ''), 'UTF8')) as vingerafdruk
      from audit_regel where stroom is null) o`.execute(trx)
  return rij === undefined ? { toen: 0, nu: 0, ongewijzigd: false, vreemd: 0 } : { toen: rij.toen, nu: rij.nu, ongewijzigd: rij.gelijk, vreemd: rij.vreemd }
}

/** Hoeveel geketende regels er ongeveer zijn: voor de voortgang. */
export async function telKoppen(trx: Transactie): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(laatste), 0) as n from audit_kop`.execute(trx)
  return rows[0]?.n ?? 0
}
