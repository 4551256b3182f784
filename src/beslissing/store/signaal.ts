import { sql } from 'kysely'
import { type Transactie, uuidv7, vanDeelnemers } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Fase, Leerroute } from '../../kern/leerroute.ts'
import type { Signaalniveau } from '../../kern/signaalcode.ts'
import type { Signaal } from '../besluit.ts'

export interface OpenSignaal {
  readonly deelnemerId: string
  readonly signaalId: string
  readonly code: string
  readonly niveau: Signaalniveau
  readonly brin: string | null
  readonly eersteDag: Datum
  readonly uitleg: string
}

export async function leesOpenSignalen(trx: Transactie, deelnemers: readonly string[]): Promise<readonly OpenSignaal[]> {
  const rijen = await trx.selectFrom('signaal').select(['deelnemer_id', 'signaal_id', 'code', 'niveau', 'brin', 'eerste_dag', 'uitleg'])
    .where(vanDeelnemers(deelnemers)).where('gesloten_op', 'is', null).execute()
  return rijen.map((rij) => ({
    deelnemerId: rij.deelnemer_id, signaalId: rij.signaal_id, code: rij.code, niveau: rij.niveau, brin: rij.brin, eersteDag: rij.eerste_dag, uitleg: rij.uitleg,
  }))
}

export interface NieuwSignaal {
  readonly deelnemerId: string
  /** Null = gaat geen school aan. */
  readonly brin: string | null
  readonly eersteDag: Datum
  readonly signaal: Signaal
}

export interface Stempel {
  readonly nu: Moment
  readonly normenVersie: string
}

/** Welk signaal, van wie en voor welke school; genoeg voor een bericht. */
export interface Signaalsleutel {
  readonly deelnemerId: string
  readonly signaalId: string
  readonly brin: string | null
}

/** Zet nieuwe signalen open, in één opdracht voor een hele reeks leerlingen. */
export async function openSignalen(trx: Transactie, nieuw: readonly NieuwSignaal[], stempel: Stempel): Promise<readonly Signaalsleutel[]> {
  if (nieuw.length === 0) return []
  const rijen = nieuw.map(({ deelnemerId, brin, eersteDag, signaal }) => ({
    deelnemer_id: deelnemerId, signaal_id: uuidv7(), brin, eerste_dag: eersteDag, code: signaal.code, ...naarInhoud(signaal),
  }))
  await sql`insert into signaal (deelnemer_id, signaal_id, code, niveau, brin, eerste_dag, regels, uitleg, feiten, normen, normen_versie, geopend_op)
    select r.deelnemer_id, r.signaal_id, r.code, r.niveau, r.brin, r.eerste_dag, r.regels, r.uitleg, r.feiten, r.normen, ${stempel.normenVersie}, ${stempel.nu}
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(deelnemer_id uuid, signaal_id uuid, code text, niveau text, brin text,
      eerste_dag date, regels text[], uitleg text, feiten jsonb, normen jsonb)`.execute(trx)
  return rijen.map((rij) => ({ deelnemerId: rij.deelnemer_id, signaalId: rij.signaal_id, brin: rij.brin }))
}

/**
 * De uitleg van een signaal dat blijft staan, als die anders is. Veranderden de feiten, de normen of het niveau, dan is het
 * een ander verhaal: het signaal staat weer open, ook als de school het had gezien of verklaard (docs/adr/0021). Staat er
 * alleen een andere zin bij dezelfde feiten, dan blijft de afhandeling gelden. Geeft de signalen die weer open staan.
 */
export async function werkSignalenBij(
  trx: Transactie, anders: readonly { readonly deelnemerId: string; readonly signaalId: string; readonly signaal: Signaal }[], stempel: Stempel,
): Promise<readonly Signaalsleutel[]> {
  if (anders.length === 0) return []
  const rijen = anders.map(({ deelnemerId, signaalId, signaal }) => ({ deelnemer_id: deelnemerId, signaal_id: signaalId, ...naarInhoud(signaal) }))
  const { rows } = await sql<{ deelnemer_id: string; signaal_id: string; brin: string | null; wezenlijk: boolean }>`
    update signaal s set niveau = r.niveau, regels = r.regels, uitleg = r.uitleg, feiten = r.feiten, normen = r.normen, normen_versie = ${stempel.normenVersie},
      inhoud_versie = s.inhoud_versie + case when r.wezenlijk then 1 else 0 end, afhandeling = case when r.wezenlijk then 'open' else s.afhandeling end
    from (select n.*, jsonb_array_length(n.feiten) = 0 or (oud.feiten, oud.normen, oud.niveau) is distinct from (n.feiten, n.normen, n.niveau) as wezenlijk
      from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as n(deelnemer_id uuid, signaal_id uuid, niveau text, regels text[], uitleg text, feiten jsonb, normen jsonb)
      join signaal oud on oud.deelnemer_id = n.deelnemer_id and oud.signaal_id = n.signaal_id) r
    where s.deelnemer_id = r.deelnemer_id and s.signaal_id = r.signaal_id
    returning s.deelnemer_id, s.signaal_id, s.brin, r.wezenlijk`.execute(trx)
  return rows.filter((rij) => rij.wezenlijk).map((rij) => ({ deelnemerId: rij.deelnemer_id, signaalId: rij.signaal_id, brin: rij.brin }))
}

export async function sluitSignalen(trx: Transactie, weg: readonly OpenSignaal[], nu: Moment): Promise<void> {
  if (weg.length === 0) return
  await sql`update signaal set gesloten_op = greatest(geopend_op, ${nu}::timestamptz) where ${vanDeelnemers([...new Set(weg.map((s) => s.deelnemerId))])}
    and signaal_id = any(${weg.map((s) => s.signaalId)}::uuid[])`.execute(trx)
}

export interface Overzichtsregel {
  readonly deelnemerId: string
  readonly leerroute: Leerroute | null
  readonly fase: Fase
}

/** Legt de laatste uitkomst per leerling vast, voor de lijst. */
export async function slaOverzichtOp(trx: Transactie, regels: readonly Overzichtsregel[], peildatum: Datum, stempel: Stempel): Promise<void> {
  if (regels.length === 0) return
  const rijen = regels.map((regel) => ({ deelnemer_id: regel.deelnemerId, leerroute: regel.leerroute, fase: regel.fase }))
  await sql`insert into leerlingoverzicht (deelnemer_id, leerroute, fase, peildatum, normen_versie, berekend_op)
    select r.deelnemer_id, r.leerroute, r.fase, ${peildatum}, ${stempel.normenVersie}, ${stempel.nu}
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r(deelnemer_id uuid, leerroute text, fase text)
    on conflict (deelnemer_id) do update set leerroute = excluded.leerroute, fase = excluded.fase, peildatum = excluded.peildatum,
      normen_versie = excluded.normen_versie, berekend_op = excluded.berekend_op`.execute(trx)
}

/** Leerlingen voor wie nog nooit, voor een eerdere dag of met andere normen is gerekend; oplopend op sleutel, na `na`. */
export async function findVerouderd(trx: Transactie, peildatum: Datum, normenVersie: string, na: string | null, aantal: number): Promise<readonly string[]> {
  const { rows } = await sql<{ deelnemer_id: string }>`
    select d.deelnemer_id from deelnemer d left join leerlingoverzicht o using (deelnemer_id)
    where (${na}::uuid is null or d.deelnemer_id > ${na}::uuid)
      and (o.deelnemer_id is null or o.peildatum <> ${peildatum} or o.normen_versie <> ${normenVersie})
    order by d.deelnemer_id limit ${aantal}`.execute(trx)
  return rows.map((rij) => rij.deelnemer_id)
}

export interface Outboxwerk {
  readonly regels: readonly string[]
  /** Onder welke deelnemers die regels staan, met de nul-uuid voor brede wijzigingen. */
  readonly staanBij: readonly string[]
  readonly deelnemers: readonly string[]
  /** Er veranderde iets dat niet over één leerling gaat (aanbod, afspraak, organisatie, vakantie). */
  readonly breed: boolean
}

/** Het oudste werk in de outbox. */
export async function leesOutbox(trx: Transactie, aantal: number): Promise<Outboxwerk> {
  const { rows } = await sql<{ outbox_id: string; deelnemer_id: string; soort: string }>`
    select outbox_id, deelnemer_id, soort from outbox where verwerkt_op is null
    order by aangemaakt_op, deelnemer_id limit ${aantal}`.execute(trx)
  const deelnemers = new Set(rows.filter((rij) => rij.soort === 'deelnemer-gewijzigd').map((rij) => rij.deelnemer_id))
  return {
    regels: rows.map((rij) => rij.outbox_id), staanBij: [...new Set(rows.map((rij) => rij.deelnemer_id))], deelnemers: [...deelnemers], breed: rows.some((rij) => rij.soort !== 'deelnemer-gewijzigd'),
  }
}

/** De open outboxregels van deze leerlingen. Lees ze voor het dossier: wat daarna binnenkomt is nog niet meegerekend. */
export async function leesOutboxVan(trx: Transactie, deelnemers: readonly string[]): Promise<readonly string[]> {
  const rijen = await trx.selectFrom('outbox').select('outbox_id').where(vanDeelnemers(deelnemers))
    .where('soort', '=', 'deelnemer-gewijzigd').where('verwerkt_op', 'is', null).execute()
  return rijen.map((rij) => rij.outbox_id)
}

/** De scholen die van deze leerlingen niet alle andere scholen mogen zien. */
export async function leesBeperktZicht(trx: Transactie, deelnemers: readonly string[]): Promise<readonly { readonly deelnemerId: string; readonly brin: string }[]> {
  return trx.selectFrom('deelnemer_school').select(['deelnemer_id as deelnemerId', 'brin']).where(vanDeelnemers(deelnemers)).where('ziet_alles', '=', false).orderBy('brin').execute()
}

/** Wie door een brede wijziging geraakt kan zijn: leerlingen met een route of plan, of met verzuim. */
export async function findGeraakt(trx: Transactie): Promise<readonly string[]> {
  const { rows } = await sql<{ deelnemer_id: string }>`
    select deelnemer_id from inschrijvingsperiode where leerroute_ruw is not null or leerroutefase_ruw is not null
    union select deelnemer_id from leerrouteplan union select deelnemer_id from afwezigheid order by 1`.execute(trx)
  return rows.map((rij) => rij.deelnemer_id)
}

/**
 * Eén rekenbeurt tegelijk per leerling, anders openen twee leveringen hetzelfde signaal. Leerlingen delen een vast aantal
 * sloten, want een server heeft er niet onbeperkt; oplopend genomen, zodat twee reeksen elkaar nooit klem zetten.
 */
export async function wachtOpLeerlingen(trx: Transactie, deelnemers: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${SLOTGROEP}, slot) from (
    select distinct mod(abs(hashtext(id)::bigint), ${SLOTEN})::int as slot from unnest(${[...deelnemers]}::text[]) as id order by slot) s`.execute(trx)
}

const SLOTGROEP = 7_385
const SLOTEN = 1_024

/** Met de deelnemer erbij gaat het over de primaire sleutel; alleen op outbox_id zou elke reeks de hele outbox lezen. */
export async function rondOutboxAf(trx: Transactie, deelnemers: readonly string[], regels: readonly string[], nu: Moment): Promise<void> {
  if (regels.length === 0) return
  await sql`update outbox set verwerkt_op = ${nu} where ${vanDeelnemers(deelnemers)} and outbox_id = any(${[...regels]}::uuid[]) and verwerkt_op is null`.execute(trx)
}

function naarInhoud(signaal: Signaal) {
  return { niveau: signaal.niveau, regels: signaal.regels, uitleg: signaal.uitleg, feiten: signaal.feiten ?? [], normen: signaal.normen ?? [] }
}
