import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Recordfout, Recorduitkomst, Terugkoppeling } from '../levering.ts'

export async function bewaarTerugkoppelingen(trx: Transactie, aanleveringId: string, regels: readonly Terugkoppeling[]): Promise<void> {
  if (regels.length === 0) return
  await sql`insert into terugkoppeling (aanlevering_id, regelnummer, soort, uitkomst, deelnemer_id, fouten)
    select ${aanleveringId}, r.nr, r.soort, r.uitkomst, r.deelnemer, r.fouten::jsonb
    from unnest(${regels.map((r) => r.regelnummer)}::int[], ${regels.map((r) => r.soort)}::text[], ${regels.map((r) => r.uitkomst)}::text[],
      ${regels.map((r) => r.deelnemerId)}::uuid[], ${regels.map((r) => JSON.stringify(r.fouten))}::text[]) as r(nr, soort, uitkomst, deelnemer, fouten)`.execute(trx)
}

/** Een signaal zoals het bij een terugkoppeling staat. */
export interface Terugkoppelsignaal {
  readonly signaalId: string
  readonly code: string
  readonly niveau: string
  readonly brin: string | null
  readonly eersteDag: Datum
  readonly uitleg: string
}

export interface Terugkoppelvraag {
  readonly aanleveringId: string
  readonly uitkomst?: Recorduitkomst
  /** Regelnummer waar de vorige bladzijde eindigde. */
  readonly na: number
  readonly aantal: number
  /** Signalen zoals zij op dit moment openstonden; null = de levering is nog niet klaar. */
  readonly signalenOp: Moment | null
}

export interface TerugkoppelingMetSignalen extends Terugkoppeling {
  /** Alleen bij een inschrijving; null zolang de levering niet klaar is. */
  readonly signalen?: readonly Terugkoppelsignaal[] | null
}

/** De antwoorden op volgorde van regel. Row-level security laat alleen de signalen zien die de transactie aangaan. */
export async function leesRegels(trx: Transactie, vraag: Terugkoppelvraag): Promise<readonly TerugkoppelingMetSignalen[]> {
  const { rows } = await sql<Rij>`select t.regelnummer, t.soort, t.uitkomst, t.deelnemer_id, t.fouten, s.signalen
    from (select * from terugkoppeling where aanlevering_id = ${vraag.aanleveringId} and regelnummer > ${vraag.na}
      and (${vraag.uitkomst ?? null}::text is null or uitkomst = ${vraag.uitkomst ?? null}) order by regelnummer limit ${vraag.aantal}) t
    left join lateral (select jsonb_agg(jsonb_build_object('signaalId', signaal_id, 'code', code, 'niveau', niveau, 'brin', brin, 'eersteDag', eerste_dag, 'uitleg', uitleg)
        order by code, brin) as signalen from signaal
      where t.soort = 'inschrijving' and signaal.deelnemer_id = t.deelnemer_id
        and geopend_op <= ${vraag.signalenOp}::timestamptz and (gesloten_op is null or gesloten_op > ${vraag.signalenOp}::timestamptz)) s on true
    order by t.regelnummer`.execute(trx)
  return rows.map((rij) => ({
    regelnummer: rij.regelnummer, soort: rij.soort, uitkomst: rij.uitkomst, deelnemerId: rij.deelnemer_id, fouten: rij.fouten,
    ...(rij.soort === 'inschrijving' && rij.deelnemer_id !== null ? { signalen: vraag.signalenOp === null ? null : (rij.signalen ?? []) } : {}),
  }))
}

interface Rij {
  regelnummer: number
  soort: string | null
  uitkomst: Recorduitkomst
  deelnemer_id: string | null
  fouten: readonly Recordfout[]
  signalen: readonly Terugkoppelsignaal[] | null
}

/** De signalen die nu openstaan en die de transactie mag zien. */
export async function leesSignalenVan(trx: Transactie, deelnemers: readonly string[]): Promise<ReadonlyMap<string, readonly Terugkoppelsignaal[]>> {
  const { rows } = await sql<{ id: string; signalen: readonly Terugkoppelsignaal[] }>`select deelnemer_id as id, jsonb_agg(jsonb_build_object(
      'signaalId', signaal_id, 'code', code, 'niveau', niveau, 'brin', brin, 'eersteDag', eerste_dag, 'uitleg', uitleg) order by code, brin) as signalen
    from signaal where deelnemer_id = any(${[...deelnemers]}::uuid[]) and gesloten_op is null group by deelnemer_id`.execute(trx)
  return new Map(rows.map(({ id, signalen }) => [id, signalen]))
}
