import { sql } from 'kysely'
import { alsSysteem, laatVervallen, type Lading, lading, legStandVast, naarBekend, perDeelnemer, type Standuitkomst, type Transactie, uuidv7, vanDeelnemers } from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'
import type { GezamenlijkOordeel, InterneRegeling, Leerrouteplan, Samenwerkingsovereenkomst } from './afspraken.ts'
import type { LeerrouteplanBericht, OordeelBericht, OvereenkomstBericht, RegelingBericht } from './bericht.ts'

interface Wie { readonly deelnemerId: string; readonly nu: Moment }

/** Schrijft als systeem: een overeenkomst is van meer scholen. Alleen na mag(). */
/** `namens` = de partijen die zo bevestigen. */
export async function slaOvereenkomstOp(trx: Transactie, bericht: OvereenkomstBericht, namens: readonly string[], nu: Moment): Promise<Standuitkomst> {
  const overeenkomstId = uuidv7()
  const partijen = [...new Set(bericht.partijen)].sort()
  return alsSysteem(trx, async () => {
    const overstapoptie = bericht.overstapoptie === undefined ? await overstapoptieVan(trx, 'samenwerkingsovereenkomst', { kenmerk: bericht.kenmerk }) : bericht.overstapoptie
    const uitkomst = await legStandVast(trx, {
      tabel: 'samenwerkingsovereenkomst', sleutel: { kenmerk: bericht.kenmerk },
      inhoud: { geldig_van: bericht.van, geldig_tot_en_met: bericht.tot ?? null, overstapoptie }, kinderen: partijen, id: ['overeenkomst_id', overeenkomstId], nu,
    })
    if (uitkomst.soort === 'nieuw' || uitkomst.soort === 'gewijzigd') {
      await trx.insertInto('samenwerkingsovereenkomst_partij').values(partijen.map((gezag) => ({ overeenkomst_id: overeenkomstId, bevoegd_gezag: gezag }))).execute()
    }
    if (uitkomst.soort === 'ouder-dan-bekend') return uitkomst
    // Dezelfde overeenkomst van de andere partij verandert de inhoud niet, maar wel wie bij wie mag kijken.
    return (await bevestig(trx, bericht.kenmerk, namens, nu)) && uitkomst.soort === 'ongewijzigd' ? { soort: 'gewijzigd' } : uitkomst
  })
}

/** Legt vast dat deze partijen de overeenkomst zelf vastlegden; antwoordt of dat nieuw is. */
async function bevestig(trx: Transactie, kenmerk: string, namens: readonly string[], nu: Moment): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into samenwerkingsovereenkomst_bevestiging (overeenkomst_id, bevoegd_gezag, bevestigd_op)
    select s.overeenkomst_id, p.bevoegd_gezag, ${nu} from samenwerkingsovereenkomst s join samenwerkingsovereenkomst_partij p using (overeenkomst_id)
    where s.kenmerk = ${kenmerk} and s.vastgelegd_tot is null and p.bevoegd_gezag = any(${[...namens]}) on conflict do nothing`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}

/** De partijen van de open overeenkomst met dit kenmerk; undefined als die er niet is. */
export async function partijenVan(trx: Transactie, kenmerk: string): Promise<readonly string[] | undefined> {
  return alsSysteem(trx, async () => {
    const rijen = await trx.selectFrom('samenwerkingsovereenkomst as s').innerJoin('samenwerkingsovereenkomst_partij as p', 'p.overeenkomst_id', 's.overeenkomst_id')
      .select('p.bevoegd_gezag').where('s.kenmerk', '=', kenmerk).where('s.vastgelegd_tot', 'is', null).execute()
    return rijen.length === 0 ? undefined : rijen.map((rij) => rij.bevoegd_gezag)
  })
}

export function laatOvereenkomstStandVervallen(trx: Transactie, kenmerk: string, nu: Moment) {
  return alsSysteem(trx, () => laatVervallen(trx, 'samenwerkingsovereenkomst', { kenmerk }, nu))
}

export function laatRegelingStandVervallen(trx: Transactie, bericht: { readonly bevoegdGezag: string; readonly van: Datum }, nu: Moment) {
  return alsSysteem(trx, () => laatVervallen(trx, 'interne_regeling', { bevoegd_gezag: bericht.bevoegdGezag, geldig_van: bericht.van }, nu))
}

export function slaRegelingOp(trx: Transactie, bericht: RegelingBericht, nu: Moment): Promise<Standuitkomst> {
  const sleutel = { bevoegd_gezag: bericht.bevoegdGezag, geldig_van: bericht.van }
  return alsSysteem(trx, async () => legStandVast(trx, {
    tabel: 'interne_regeling', sleutel,
    inhoud: { geldig_tot_en_met: bericht.tot ?? null, overstapoptie: bericht.overstapoptie === undefined ? await overstapoptieVan(trx, 'interne_regeling', sleutel) : bericht.overstapoptie },
    id: ['regeling_id', uuidv7()], nu,
  }))
}

/** Een levering zonder overstapoptie laat haar staan: anders wist de bevestiging van de ene partij wat de andere opschreef. */
async function overstapoptieVan(trx: Transactie, tabel: 'samenwerkingsovereenkomst' | 'interne_regeling', sleutel: Readonly<Record<string, string>>): Promise<string | null> {
  const delen = Object.entries(sleutel).map(([kolom, waarde]) => sql<boolean>`${sql.ref(kolom)} = ${waarde}`)
  const { rows } = await sql<{ overstapoptie: string | null }>`select overstapoptie from ${sql.table(tabel)} where ${sql.join(delen, sql` and `)} and vastgelegd_tot is null`.execute(trx)
  return rows[0]?.overstapoptie ?? null
}

export function slaLeerrouteplanOp(trx: Transactie, wie: Wie, bericht: LeerrouteplanBericht, door: string | null): Promise<Standuitkomst> {
  return alsSysteem(trx, () => legStandVast(trx, {
    tabel: 'leerrouteplan', sleutel: { deelnemer_id: wie.deelnemerId, geldig_van: bericht.van },
    inhoud: { vo_onderwijsaanbieder: bericht.voOnderwijsaanbieder, mbo_onderwijsaanbieder: bericht.mboOnderwijsaanbieder, beoogd_niveau: bericht.beoogdNiveau ?? null },
    herkomst: { vastgelegd_door: door }, id: ['plan_id', uuidv7()], nu: wie.nu,
  }))
}

export function laatLeerrouteplanStandVervallen(trx: Transactie, wie: Wie, van: Datum) {
  return alsSysteem(trx, () => laatVervallen(trx, 'leerrouteplan', { deelnemer_id: wie.deelnemerId, geldig_van: van }, wie.nu))
}

/** Of de school in het plan van deze dag staat; undefined als er geen plan is. Kijkt als systeem. */
export async function staatInPlan(trx: Transactie, deelnemerId: string, van: Datum, brin: string): Promise<boolean | undefined> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<{ staat: boolean }>`select exists (select 1 from onderwijsaanbieder a where a.code in (l.vo_onderwijsaanbieder, l.mbo_onderwijsaanbieder)
      and a.brin = ${brin} and a.vastgelegd_tot is null) as staat from leerrouteplan l where l.deelnemer_id = ${deelnemerId} and l.geldig_van = ${van} and l.vastgelegd_tot is null`.execute(trx)
    return rows[0]?.staat
  })
}

export function slaOordeelOp(trx: Transactie, wie: Wie, bericht: OordeelBericht, door: string | null): Promise<Standuitkomst> {
  return alsSysteem(trx, () => legStandVast(trx, {
    tabel: 'gezamenlijk_oordeel', sleutel: { deelnemer_id: wie.deelnemerId, datum: bericht.datum },
    inhoud: { ondertekend_vo: bericht.ondertekendVo, ondertekend_mbo: bericht.ondertekendMbo }, herkomst: { vastgelegd_door: door }, id: ['oordeel_id', uuidv7()], nu: wie.nu,
  }))
}

export function laatOordeelStandVervallen(trx: Transactie, wie: Wie, datum: Datum) {
  return alsSysteem(trx, () => laatVervallen(trx, 'gezamenlijk_oordeel', { deelnemer_id: wie.deelnemerId, datum }, wie.nu))
}

/** De handtekeningen die er nu staan; geen oordeel = geen van beide. */
export async function handtekeningenOp(trx: Transactie, deelnemerId: string, datum: Datum) {
  return alsSysteem(trx, async () => {
    const rij = await trx.selectFrom('gezamenlijk_oordeel').select(['ondertekend_vo', 'ondertekend_mbo'])
      .where('deelnemer_id', '=', deelnemerId).where('datum', '=', datum).where('vastgelegd_tot', 'is', null).executeTakeFirst()
    return { vo: rij?.ondertekend_vo ?? false, mbo: rij?.ondertekend_mbo ?? false }
  })
}

/**
 * Of een school aan het oordeel van deze dag mag komen: zij of haar partner bij deze deelnemer legde het vast, of zij is de enige andere
 * school, aan de andere kant (ook als de samenwerking nog niet geregistreerd is). Legde het systeem het vast,
 * dan mag het wie geen andere school bij deze deelnemer mist. Undefined als er geen oordeel is. Kijkt als systeem.
 */
export async function isOordeelVan(trx: Transactie, deelnemerId: string, datum: Datum, brin: string): Promise<boolean | undefined> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<{ eigen: boolean }>`select coalesce(o.vastgelegd_door = ${brin}, false) or exists (select 1 from deelnemer_school s where s.deelnemer_id = o.deelnemer_id
      and ((s.brin = ${brin} and (o.vastgelegd_door = any (s.partners) or (o.vastgelegd_door is null and s.ziet_alles))) or (s.brin = o.vastgelegd_door and ${brin} = any (s.partners))))
      or (not exists (select 1 from deelnemer_school d where d.deelnemer_id = o.deelnemer_id and d.brin not in (o.vastgelegd_door, ${brin}))
        and exists (select 1 from inschrijving_stand x join inschrijving_stand y using (deelnemer_id) where x.deelnemer_id = o.deelnemer_id and x.vastgelegd_tot is null and y.vastgelegd_tot is null
          and x.brin = ${brin} and y.brin = o.vastgelegd_door and (x.sector = 'MBO') <> (y.sector = 'MBO'))) as eigen
      from gezamenlijk_oordeel o where o.deelnemer_id = ${deelnemerId} and o.datum = ${datum} and o.vastgelegd_tot is null`.execute(trx)
    return rows[0]?.eigen
  })
}

export async function laadOvereenkomsten(trx: Transactie): Promise<readonly Samenwerkingsovereenkomst[]> {
  const { rows } = await sql<{ geldig_van: Datum; geldig_tot_en_met: Datum | null; vastgelegd_van: Moment; vastgelegd_tot: Moment | null; partijen: string[]; bevestigd: string[] }>`
    select s.geldig_van, s.geldig_tot_en_met, s.vastgelegd_van, s.vastgelegd_tot,
      array(select p.bevoegd_gezag from samenwerkingsovereenkomst_partij p where p.overeenkomst_id = s.overeenkomst_id order by 1) as partijen,
      array(select b.bevoegd_gezag from samenwerkingsovereenkomst_bevestiging b where b.overeenkomst_id = s.overeenkomst_id order by 1) as bevestigd
    from samenwerkingsovereenkomst s order by s.geldig_van, s.kenmerk, s.vastgelegd_van`.execute(trx)
  return rows.map((rij) => ({ partijen: rij.partijen, vastgelegdDoor: rij.bevestigd, van: rij.geldig_van, tot: rij.geldig_tot_en_met, ...naarBekend(rij) }))
}

export async function laadRegelingen(trx: Transactie): Promise<readonly InterneRegeling[]> {
  const rijen = await trx.selectFrom('interne_regeling').selectAll().orderBy('bevoegd_gezag').orderBy('geldig_van').orderBy('vastgelegd_van').execute()
  return rijen.map((rij) => ({ bevoegdGezag: rij.bevoegd_gezag, van: rij.geldig_van, tot: rij.geldig_tot_en_met, ...naarBekend(rij) }))
}

export function leerrouteplannen(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, Leerrouteplan[]>> {
  const vraag = trx.selectFrom('leerrouteplan')
    .select(['deelnemer_id', 'geldig_van', 'vo_onderwijsaanbieder', 'mbo_onderwijsaanbieder', 'beoogd_niveau', 'vastgelegd_door', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).orderBy('geldig_van').orderBy('vastgelegd_van')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({
    van: rij.geldig_van, voOnderwijsaanbieder: rij.vo_onderwijsaanbieder, mboOnderwijsaanbieder: rij.mbo_onderwijsaanbieder,
    beoogdNiveau: rij.beoogd_niveau as Niveau | null, vastgelegdDoor: rij.vastgelegd_door, ...naarBekend(rij),
  })))
}

export function oordelen(trx: Transactie, deelnemers: readonly string[]): Lading<Map<string, GezamenlijkOordeel[]>> {
  const vraag = trx.selectFrom('gezamenlijk_oordeel').select(['deelnemer_id', 'datum', 'ondertekend_vo', 'ondertekend_mbo', 'vastgelegd_van', 'vastgelegd_tot'])
    .where(vanDeelnemers(deelnemers)).orderBy('datum').orderBy('vastgelegd_van')
  return lading(vraag, (rijen) => perDeelnemer(rijen, (rij) => ({ datum: rij.datum, ondertekendVo: rij.ondertekend_vo, ondertekendMbo: rij.ondertekend_mbo, ...naarBekend(rij) })))
}
