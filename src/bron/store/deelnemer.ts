import { sql } from 'kysely'
import { alsSysteem, type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { PersoonBericht } from '../bericht.ts'
import { genoemdeGegevens, nieuweGegevens, type Gegevens } from '../rules/gegevens.ts'

/** De deelnemer met dit nummer; undefined als het register hem niet kent. Kijkt over scholen heen: alleen na mag(). */
export async function findDeelnemer(trx: Transactie, kluis: Kluis, persoonsnummer: string): Promise<string | undefined> {
  return alsSysteem(trx, () => zoekOpSleutel(trx, kluis.zoeksleutel(persoonsnummer)))
}

/** Bij welke school de deelnemer hoort door deze levering, en of hij daar een leerroute volgt. */
interface Schoolband {
  readonly brin: string
  readonly heeftRoute: boolean
}

interface VastgelegdePersoon {
  readonly deelnemerId: string
  readonly persoonGewijzigd: boolean
  /** Deze transactie maakte hem: tot de commit kan niemand anders iets over hem vastleggen. */
  readonly isNieuw: boolean
}

/** Vindt of maakt de deelnemer en legt zijn gegevens en de band met de school vast. Twee leveringen tegelijk voor een nieuw nummer geven één deelnemer. */
export async function zorgVoorDeelnemer(trx: Transactie, kluis: Kluis, persoon: PersoonBericht, band: Schoolband, nu: Moment): Promise<VastgelegdePersoon> {
  return alsSysteem(trx, async () => {
    const sleutel = kluis.zoeksleutel(persoon.persoonsnummer)
    const bekend = await zoekOpSleutel(trx, sleutel)
    const gemaakt = bekend ?? (await maakDeelnemer(trx, kluis, persoon, sleutel, band, nu))
    if (bekend === undefined && gemaakt !== undefined) return { deelnemerId: gemaakt, persoonGewijzigd: true, isNieuw: true }
    const deelnemerId = gemaakt ?? (await zoekOpSleutel(trx, sleutel))
    if (deelnemerId === undefined) throw new Error('een deelnemer is niet gemaakt en niet gevonden')
    const persoonGewijzigd = await legGegevensVast(trx, deelnemerId, persoon, nu)
    await legRelatieVast(trx, deelnemerId, band.brin, band.heeftRoute)
    return { deelnemerId, persoonGewijzigd, isNieuw: false }
  })
}

/** De grond voor inzage: deze school heeft een inschrijving van de deelnemer, of staat in zijn leerrouteplan. Met een leerroute delen de scholen hun kant. */
export async function legRelatieVast(trx: Transactie, deelnemerId: string, brin: string, heeftRoute: boolean): Promise<void> {
  await alsSysteem(trx, async () => {
    const scholen = await trx.selectFrom('deelnemer_school').select(['brin', 'deelt_keten']).where('deelnemer_id', '=', deelnemerId).execute()
    // Meestal staat het er al: dan is lezen genoeg.
    if (scholen.some((school) => school.brin === brin) && (!heeftRoute || scholen.every((school) => school.deelt_keten))) return
    await sql`insert into deelnemer_school (deelnemer_id, brin, deelt_keten)
      select ${deelnemerId}, ${brin}, ${heeftRoute} or exists (select 1 from deelnemer_school where deelnemer_id = ${deelnemerId} and deelt_keten)
      on conflict do nothing`.execute(trx)
    if (heeftRoute) await deelKeten(trx, deelnemerId)
  })
}

/** Vanaf nu zien de scholen van deze deelnemer ook elkaars kant. */
async function deelKeten(trx: Transactie, deelnemerId: string): Promise<void> {
  await alsSysteem(trx, () => trx.updateTable('deelnemer_school').set({ deelt_keten: true })
    .where('deelnemer_id', '=', deelnemerId).where('deelt_keten', '=', false).execute())
}

/** De scholen met een relatie met deze deelnemer die de huidige actor mag zien; leeg = onbekend of niet toegestaan. */
export async function scholenVan(trx: Transactie, deelnemerId: string): Promise<readonly string[]> {
  const rijen = await trx.selectFrom('deelnemer_school').select('brin').where('deelnemer_id', '=', deelnemerId).orderBy('brin').execute()
  return rijen.map((rij) => rij.brin)
}

/** De relaties die de huidige actor mag zien, met of de scholen hun kant met elkaar delen. */
export async function leesRelaties(trx: Transactie, deelnemerId: string): Promise<readonly { readonly brin: string; readonly deeltKeten: boolean }[]> {
  return trx.selectFrom('deelnemer_school').select(['brin', 'deelt_keten as deeltKeten']).where('deelnemer_id', '=', deelnemerId).orderBy('brin').execute()
}

/** De vo-activiteiten zoals nu bekend, met de versie van wat over de persoon bekend is; undefined = niet te zien. */
export async function findVoAfgerond(trx: Transactie, deelnemerId: string): Promise<{ readonly afgerondOp: Datum | null; readonly versie: string } | undefined> {
  return trx.selectFrom('deelnemer_gegevens').select(['vo_activiteiten_afgerond_op as afgerondOp', 'gegevens_id as versie'])
    .where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).executeTakeFirst()
}

/** De versie van wat over de persoon bekend is, vastgehouden tot het einde van de transactie; undefined = niet te zien. */
export async function versieVanGegevens(trx: Transactie, deelnemerId: string): Promise<string | undefined> {
  await wachtOpGegevens(trx, deelnemerId)
  const rij = await trx.selectFrom('deelnemer_gegevens').select('gegevens_id').where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).executeTakeFirst()
  return rij?.gegevens_id
}

async function wachtOpGegevens(trx: Transactie, deelnemerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deelnemer_gegevens:${deelnemerId}`}, 0))`.execute(trx)
}

/** K-ROD-06: legt de laatste dag met vo-activiteiten vast (null = toch niet afgerond). Antwoordt of er iets veranderde. */
export async function zetVoAfgerond(trx: Transactie, deelnemerId: string, afgerondOp: Datum | null, nu: Moment): Promise<boolean> {
  return alsSysteem(trx, () => wijzigGegevens(trx, deelnemerId, { vo_activiteiten_afgerond_op: afgerondOp }, nu))
}

async function zoekOpSleutel(trx: Transactie, sleutel: Buffer): Promise<string | undefined> {
  const rij = await trx.selectFrom('deelnemer').select('deelnemer_id').where('persoonsnummer_sleutel', '=', sleutel).executeTakeFirst()
  return rij?.deelnemer_id
}

/** Deelnemer, gegevens en band in een opdracht; undefined als een ander hem net eerder maakte, dan is er niets gebeurd. */
async function maakDeelnemer(trx: Transactie, kluis: Kluis, persoon: PersoonBericht, sleutel: Buffer, { brin, heeftRoute }: Schoolband, nu: Moment): Promise<string | undefined> {
  const nummer = persoon.persoonsnummer
  const deelnemerId = uuidv7()
  const { versleuteld, sleutelId } = kluis.versleutel(nummer, deelnemerId)
  const g = nieuweGegevens(undefined, eisGegevens(persoon), nu)
  if (g === undefined) throw new Error('een nieuwe deelnemer heeft altijd gegevens')
  const { rows } = await sql<{ deelnemer_id: string }>`
    with nieuw as (
      insert into deelnemer (deelnemer_id, persoonsnummer_versleuteld, persoonsnummer_sleutel_id, persoonsnummer_sleutel, persoonsnummer_soort, persoonsnummer_stelsel, aangemaakt_op)
      values (${deelnemerId}, ${versleuteld}, ${sleutelId}, ${sleutel}, ${soortNummer(nummer)}, ${isOnderwijsnummer(nummer) ? 'ONR' : 'BSN'}, ${nu})
      on conflict (persoonsnummer_sleutel) do nothing returning deelnemer_id),
    gegevens as (
      insert into deelnemer_gegevens (deelnemer_id, gegevens_id, geboortedatum, geboortedatum_ruw, geslacht, naam, zoeknaam, woont_in_nederland, vo_activiteiten_afgerond_op, vastgelegd_van)
      select deelnemer_id, ${uuidv7()}, ${g.geboortedatum}::date, ${g.geboortedatum_ruw}, ${g.geslacht}, ${g.naam}, ${g.zoeknaam}, ${g.woont_in_nederland}::boolean, ${g.vo_activiteiten_afgerond_op}::date, ${nu}::timestamptz from nieuw)
    insert into deelnemer_school (deelnemer_id, brin, deelt_keten) select deelnemer_id, ${brin}, ${heeftRoute}::boolean from nieuw returning deelnemer_id`.execute(trx)
  return rows[0]?.deelnemer_id
}

/** Ook voor de bulk: het soort volgt uit de elfproef (K-BRN-03). */
export function soortNummer(nummer: string): 'BSN' | 'ONDERWIJSNUMMER' | 'ONBEKEND' {
  if (isBsn(nummer)) return 'BSN'
  return isOnderwijsnummer(nummer) ? 'ONDERWIJSNUMMER' : 'ONBEKEND'
}

function eisGegevens(persoon: PersoonBericht): Partial<Gegevens> {
  const genoemd = genoemdeGegevens(persoon)
  if (genoemd === undefined) throw new Error('geboortedatum is niet gecontroleerd voor het opslaan')
  return genoemd
}

/** Kijkt eerst zonder slot: een levering die over de persoon niets nieuws zegt, hoeft op niemand te wachten. */
async function legGegevensVast(trx: Transactie, deelnemerId: string, persoon: PersoonBericht, nu: Moment): Promise<boolean> {
  const genoemd = eisGegevens(persoon)
  const open = await findGegevens(trx, deelnemerId)
  if (open !== undefined && nieuweGegevens(open, genoemd, nu) === undefined) return false
  return wijzigGegevens(trx, deelnemerId, genoemd, nu)
}

function findGegevens(trx: Transactie, deelnemerId: string) {
  return trx.selectFrom('deelnemer_gegevens').selectAll().where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).executeTakeFirst()
}

async function wijzigGegevens(trx: Transactie, deelnemerId: string, wijziging: Partial<Gegevens>, nu: Moment): Promise<boolean> {
  await wachtOpGegevens(trx, deelnemerId)
  const open = await findGegevens(trx, deelnemerId)
  const nieuw = nieuweGegevens(open, wijziging, nu)
  if (nieuw === undefined) return false
  if (open) {
    await trx.updateTable('deelnemer_gegevens').set({ vastgelegd_tot: nu })
      .where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).execute()
  }
  await trx.insertInto('deelnemer_gegevens').values({ ...nieuw, deelnemer_id: deelnemerId, gegevens_id: uuidv7(), vastgelegd_van: nu, vastgelegd_tot: null }).execute()
  return true
}
