import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Aflevering, Afleverstaat } from '../abonnement.ts'
import type { Gebeurtenis } from '../gebeurtenis.ts'
import { type Logrij, naarGebeurtenis } from './log.ts'

/**
 * Maakt afleveringen van wat er in het logboek bij kwam, met een volgnummer per onderwerp. Alleen wie het abonnement op slot
 * krijgt doet dat; een ander slaat het over. Geeft hoeveel logregels er bekeken zijn.
 */
export async function deelUit(trx: Transactie, abonnementId: string, aantal: number, nu: Moment): Promise<number> {
  const { rows: [abonnement] } = await sql<{ brin: string; soorten: string[]; tot_positie: number }>`
    select brin, soorten, tot_positie from abonnement where abonnement_id = ${abonnementId} and staat = 'actief' for update skip locked`.execute(trx)
  if (abonnement === undefined) return 0
  const laatste = (await sql<{ laatste: number }>`select laatste from gebeurtenis_teller`.execute(trx)).rows[0]?.laatste ?? 0
  if (abonnement.tot_positie >= laatste) return 0
  const { rows } = await sql<{ positie: number; gebeurtenis_id: string; onderwerp: string; soort: string }>`
    select g.positie, g.gebeurtenis_id, g.onderwerp, g.soort from gebeurtenis_school s join gebeurtenis g on g.positie = s.positie
    where s.brin = ${abonnement.brin} and s.positie > ${abonnement.tot_positie} and s.positie <= ${laatste} order by s.positie limit ${aantal}`.execute(trx)
  const gewild = rows.filter((rij) => abonnement.soorten.length === 0 || abonnement.soorten.includes(rij.soort))
  await voegToe(trx, abonnementId, abonnement.brin, gewild, nu)
  const tot = rows.length < aantal ? laatste : (rows.at(-1)?.positie ?? laatste)
  await sql`update abonnement set tot_positie = ${tot} where abonnement_id = ${abonnementId}`.execute(trx)
  return rows.length
}

async function voegToe(trx: Transactie, abonnementId: string, brin: string, rijen: readonly { positie: number; gebeurtenis_id: string; onderwerp: string }[], nu: Moment): Promise<void> {
  if (rijen.length === 0) return
  const invoer = JSON.stringify(rijen.map(({ positie, gebeurtenis_id, onderwerp }) => ({ positie, gebeurtenis_id, onderwerp })))
  await sql`with r as (select * from jsonb_to_recordset(${invoer}::jsonb) as r(positie bigint, gebeurtenis_id uuid, onderwerp uuid)),
    genummerd as (select r.*, coalesce(o.laatste, 0) + row_number() over (partition by r.onderwerp order by r.positie) as volgnummer
      from r left join abonnement_onderwerp o on o.abonnement_id = ${abonnementId} and o.onderwerp = r.onderwerp),
    stand as (insert into abonnement_onderwerp (abonnement_id, onderwerp, laatste)
      select ${abonnementId}::uuid, onderwerp, max(volgnummer) from genummerd group by onderwerp
      on conflict (abonnement_id, onderwerp) do update set laatste = excluded.laatste)
    insert into aflevering (abonnement_id, positie, gebeurtenis_id, brin, onderwerp, volgnummer, volgende_poging_op)
    select ${abonnementId}::uuid, positie, gebeurtenis_id, ${brin}, onderwerp, volgnummer, ${nu}::timestamptz from genummerd`.execute(trx)
}

/** Eén bezorging die een proces heeft genomen. */
export interface Bezorgtaak {
  readonly abonnementId: string
  readonly url: string
  readonly geheim: { readonly versleuteld: Buffer; readonly sleutelId: string }
  readonly gebeurtenis: Gebeurtenis
  readonly volgnummer: number
  readonly pogingen: number
  readonly eersteMs: number | undefined
  readonly bezigDoor: string
}

/**
 * Neemt bezorgingen die aan de beurt zijn: per onderwerp alleen de oudste die nog wacht, zodat de volgorde blijft. Wie er een
 * heeft mag haar houden tot `bezigTot`; daarna (het proces viel weg) neemt een ander haar over.
 */
export async function claimAfleveringen(
  trx: Transactie, abonnementId: string, aantal: number, wie: { readonly bezigDoor: string; readonly nu: Moment; readonly bezigTot: Moment },
): Promise<readonly Bezorgtaak[]> {
  const { rows } = await sql<Logrij & { url: string; geheim_versleuteld: Buffer; geheim_sleutel_id: string; volgnummer: number; pogingen: number; eerste_poging_op: Moment | null }>`
    with genomen as (
      update aflevering a set bezig_tot = ${wie.bezigTot}, bezig_door = ${wie.bezigDoor} from (
        select w.abonnement_id, w.positie from aflevering w
        where w.abonnement_id = ${abonnementId} and w.staat = 'wachtend' and w.volgende_poging_op <= ${wie.nu} and (w.bezig_tot is null or w.bezig_tot < ${wie.nu})
          and not exists (select 1 from aflevering e where e.abonnement_id = w.abonnement_id and e.onderwerp = w.onderwerp and e.staat = 'wachtend' and e.positie < w.positie)
        order by w.positie limit ${aantal} for update of w skip locked) k
      where a.abonnement_id = k.abonnement_id and a.positie = k.positie
      returning a.abonnement_id, a.positie, a.volgnummer, a.pogingen, a.eerste_poging_op)
    select g.positie, g.gebeurtenis_id, g.soort, g.bron, g.onderwerp, g.brin, g.verwijzing, g.op, n.volgnummer, n.pogingen, n.eerste_poging_op,
      b.url, b.geheim_versleuteld, b.geheim_sleutel_id
    from genomen n join gebeurtenis g on g.positie = n.positie join abonnement b on b.abonnement_id = n.abonnement_id and b.staat = 'actief' order by g.positie`.execute(trx)
  return rows.map((rij) => ({
    abonnementId, url: rij.url, geheim: { versleuteld: rij.geheim_versleuteld, sleutelId: rij.geheim_sleutel_id }, gebeurtenis: naarGebeurtenis(rij),
    volgnummer: rij.volgnummer, pogingen: rij.pogingen, eersteMs: rij.eerste_poging_op === null ? undefined : Date.parse(rij.eerste_poging_op), bezigDoor: wie.bezigDoor,
  }))
}

export interface Bezorguitkomst {
  readonly nu: Moment
  readonly uitkomst: string
  /** undefined bij gelukt of opgeven. */
  readonly volgende: Moment | undefined
  readonly staat: Afleverstaat
}

/** Een gelukte bezorging telt altijd; een mislukte alleen van wie haar nog heeft. */
export async function legBezorgingVast(trx: Transactie, taak: Bezorgtaak, u: Bezorguitkomst): Promise<void> {
  await sql`update aflevering set staat = ${u.staat}, pogingen = ${taak.pogingen + 1}, eerste_poging_op = coalesce(eerste_poging_op, ${u.nu}), laatste_poging_op = ${u.nu},
      volgende_poging_op = coalesce(${u.volgende ?? null}::timestamptz, volgende_poging_op), laatste_uitkomst = ${u.uitkomst},
      bezorgd_op = ${u.staat === 'bezorgd' ? u.nu : null}, bezig_tot = null, bezig_door = null
    where abonnement_id = ${taak.abonnementId} and positie = ${taak.gebeurtenis.positie} and staat = 'wachtend' and (${u.staat === 'bezorgd'} or bezig_door = ${taak.bezigDoor})`.execute(trx)
}

/** Zet een opgegeven of bezorgde aflevering weer klaar, met een nieuwe termijn. Geeft of zij er was; wat nog wacht blijft zoals het is. */
export async function zetOpnieuwKlaar(trx: Transactie, abonnementId: string, gebeurtenisId: string, nu: Moment): Promise<Afleverstaat | undefined> {
  const { rows } = await sql<{ staat: Afleverstaat }>`select staat from aflevering where abonnement_id = ${abonnementId} and gebeurtenis_id = ${gebeurtenisId} for update`.execute(trx)
  const staat = rows[0]?.staat
  if (staat !== undefined && staat !== 'wachtend') {
    await sql`update aflevering set staat = 'wachtend', pogingen = 0, eerste_poging_op = null, volgende_poging_op = ${nu}, bezorgd_op = null, bezig_tot = null, bezig_door = null
      where abonnement_id = ${abonnementId} and gebeurtenis_id = ${gebeurtenisId}`.execute(trx)
  }
  return staat
}

export interface Afleveringsvraag {
  readonly staat: Afleverstaat | undefined
  readonly na: number
  readonly aantal: number
}

export async function leesAfleveringen(trx: Transactie, abonnementId: string, { staat, na, aantal }: Afleveringsvraag): Promise<readonly Aflevering[]> {
  const { rows } = await sql<{
    gebeurtenis_id: string; positie: number; soort: Gebeurtenissoort; onderwerp: string; volgnummer: number; staat: Afleverstaat; pogingen: number
    laatste_poging_op: Moment | null; volgende_poging_op: Moment; laatste_uitkomst: string | null; bezorgd_op: Moment | null
  }>`select a.gebeurtenis_id, a.positie, g.soort, a.onderwerp, a.volgnummer, a.staat, a.pogingen, a.laatste_poging_op, a.volgende_poging_op, a.laatste_uitkomst, a.bezorgd_op
    from aflevering a join gebeurtenis g on g.positie = a.positie
    where a.abonnement_id = ${abonnementId} and a.positie > ${na} ${staat === undefined ? sql`` : sql`and a.staat = ${staat}`} order by a.positie limit ${aantal}`.execute(trx)
  return rows.map((rij) => ({
    gebeurtenisId: rij.gebeurtenis_id, positie: rij.positie, soort: rij.soort, onderwerp: rij.onderwerp, volgnummer: rij.volgnummer, staat: rij.staat, pogingen: rij.pogingen,
    laatstePogingOp: rij.laatste_poging_op, volgendePogingOp: rij.staat === 'wachtend' ? rij.volgende_poging_op : null, laatsteUitkomst: rij.laatste_uitkomst, bezorgdOp: rij.bezorgd_op,
  }))
}
