import { sql } from 'kysely'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import type { Feit, GebruikteNorm, RegelId } from '../../kern/reden.ts'
import type { Signaalcode, Signaalniveau } from '../../kern/signaalcode.ts'
import type { Signaalfilter, Signaaltelling } from '../signaalstand.ts'
import type { Kijkbereik } from './lijst.ts'

/** Een rij van de werklijst met de laatste afhandeling. */
export interface Signaalrij {
  readonly deelnemer_id: string
  readonly signaal_id: string
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly brin: string | null
  readonly eerste_dag: Datum
  readonly regels: RegelId[]
  readonly uitleg: string
  readonly feiten: Feit[]
  readonly normen: GebruikteNorm[]
  readonly geopend_op: Moment
  readonly gesloten_op: Moment | null
  readonly inhoud_versie: number
  readonly afhandeling: 'open' | 'gezien' | 'verklaard'
  readonly toegewezen_aan: string | null
  readonly versie: string
  readonly h_soort: 'gezien' | 'verklaard' | null
  readonly h_verklaring: string | null
  readonly h_actor: string | null
  readonly h_op: Moment | null
  readonly h_inhoud_versie: number | null
}

export const KOLOMMEN = sql`s.deelnemer_id, s.signaal_id, s.code, s.niveau, s.brin, s.eerste_dag, s.regels, s.uitleg, s.feiten, s.normen, s.geopend_op, s.gesloten_op,
  s.inhoud_versie, s.afhandeling, s.toegewezen_aan, md5(concat_ws('|', s.inhoud_versie, h.handeling_id, s.gesloten_op, s.niveau, s.uitleg)) as versie,
  h.soort as h_soort, h.verklaring as h_verklaring, h.actor as h_actor, h.op as h_op, h.inhoud_versie as h_inhoud_versie`

export const LAATSTE_HANDELING = sql`left join lateral (select * from signaalhandeling x where x.deelnemer_id = s.deelnemer_id and x.signaal_id = s.signaal_id
  order by x.op desc, x.handeling_id desc limit 1) h on true`

/** Een bladzijde op (geopend, sleutel): nieuwe signalen komen achteraan, dus bladeren slaat niets over. */
export async function leesSignaalrijen(
  trx: Transactie, bereik: Kijkbereik, filter: Signaalfilter, na: readonly [op: string, signaalId: string] | undefined, aantal: number,
): Promise<readonly Signaalrij[]> {
  const vak = (deel: ReturnType<typeof sql> | undefined) => deel ?? sql`true`
  const { rows } = await sql<Signaalrij>`select ${KOLOMMEN} from signaal s ${LAATSTE_HANDELING}
    where ${binnen(bereik)} and ${staatIs(filter)}
      and ${vak(filter.brin === undefined ? undefined : sql`s.brin = ${filter.brin}`)}
      and ${vak(filter.code === undefined ? undefined : sql`s.code = ${filter.code}`)}
      and ${vak(filter.niveau === undefined ? undefined : sql`s.niveau = ${filter.niveau}`)}
      and ${vak(filter.deelnemerId === undefined ? undefined : sql`s.deelnemer_id = ${filter.deelnemerId}`)}
      and ${vak(na && sql`(s.geopend_op, s.signaal_id) > (${na[0]}::timestamptz, ${na[1]}::uuid)`)}
    order by s.geopend_op, s.signaal_id limit ${aantal}`.execute(trx)
  return rows
}

export async function findSignaalrij(trx: Transactie, signaalId: string): Promise<Signaalrij | undefined> {
  const { rows } = await sql<Signaalrij>`select ${KOLOMMEN} from signaal s ${LAATSTE_HANDELING} where s.signaal_id = ${signaalId}`.execute(trx)
  return rows[0]
}

/**
 * Als `findSignaalrij`, vastgehouden tot het einde van de transactie: een herberekening van dezelfde leerling wacht, zodat een
 * verklaring nooit bij andere feiten terechtkomt dan de school zag. Kijkt als systeem; vraag daarna mag().
 */
export async function houdSignaalVast(trx: Transactie, signaalId: string): Promise<Signaalrij | undefined> {
  return alsSysteem(trx, async () => {
    await sql`select 1 from signaal where signaal_id = ${signaalId} for update`.execute(trx)
    return findSignaalrij(trx, signaalId)
  })
}

export interface NieuweHandeling {
  readonly handelingId: string
  readonly soort: 'gezien' | 'verklaard'
  readonly verklaring: string | null
  readonly actor: string
  readonly op: Moment
}

/** Een regel erbij, en de stand van het signaal volgt. Na mag(). */
export async function voegHandelingToe(trx: Transactie, rij: Signaalrij & { readonly brin: string }, h: NieuweHandeling): Promise<void> {
  await trx.insertInto('signaalhandeling').values({
    deelnemer_id: rij.deelnemer_id, handeling_id: h.handelingId, signaal_id: rij.signaal_id, brin: rij.brin, soort: h.soort, verklaring: h.verklaring,
    inhoud_versie: rij.inhoud_versie, actor: h.actor, op: h.op,
  }).execute()
  await alsSysteem(trx, () => trx.updateTable('signaal').set({ afhandeling: h.soort }).where('deelnemer_id', '=', rij.deelnemer_id).where('signaal_id', '=', rij.signaal_id).execute())
}

export async function telSignaalrijen(trx: Transactie, bereik: Kijkbereik): Promise<readonly Signaaltelling[]> {
  const { rows } = await sql<Signaaltelling>`select s.brin, s.code, s.niveau, count(*) filter (where s.afhandeling = 'open')::int as open,
      count(*) filter (where s.afhandeling = 'gezien')::int as gezien, count(*) filter (where s.afhandeling = 'verklaard')::int as verklaard
    from signaal s where ${binnen(bereik)} and s.gesloten_op is null group by s.brin, s.code, s.niveau order by s.brin nulls last, s.code`.execute(trx)
  return rows
}

function binnen(bereik: Kijkbereik) {
  return bereik === null ? sql<boolean>`true` : sql<boolean>`s.brin = any(${[...bereik]}::text[])`
}

function staatIs({ staat }: Signaalfilter) {
  if (staat === undefined) return sql<boolean>`s.gesloten_op is null`
  return staat === 'gesloten' ? sql<boolean>`s.gesloten_op is not null` : sql<boolean>`s.gesloten_op is null and s.afhandeling = ${staat}`
}
