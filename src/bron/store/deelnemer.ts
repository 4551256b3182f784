import { randomUUID } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { alsSysteem, type Transactie, uuidv7 } from '../../database/index.ts'
import type { Datum, Moment } from '../../kern/datum.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { PersoonBericht } from '../bericht.ts'
import { houdtZichtOpGedeelde, magGedeeldeGegevensVeranderen } from '../rules/eigen-gegevens.ts'
import { genoemdeGegevens, nieuweGegevens, type Gegevens } from '../rules/gegevens.ts'
import { findEigenGegevens, type Vraagsteller, werkEigenGegevensBij } from './eigen-gegevens.ts'
import { herzieZicht } from './zicht.ts'

/** De deelnemer met dit nummer; undefined als het register hem niet kent. Kijkt over scholen heen: alleen na mag(). */
export async function findDeelnemer(trx: Transactie, kluis: Kluis, persoonsnummer: string): Promise<string | undefined> {
  return alsSysteem(trx, () => zoekOpSleutel(trx, kluis.zoeksleutel(persoonsnummer)))
}

/** Bij welke school een nieuwe deelnemer hoort, en wie zijn gegevens leverde. */
interface Schoolband {
  readonly brin: string
  /** Null = DUO of het systeem. */
  readonly door: string | null
  readonly vestigingen: readonly string[]
}

interface VastgelegdeDeelnemer {
  readonly deelnemerId: string
  /** Deze transactie maakte hem: tot de commit kan niemand anders iets over hem vastleggen. */
  readonly isNieuw: boolean
}

/** Vindt of maakt de deelnemer en legt de band met de school vast. Twee leveringen tegelijk voor een nieuw nummer geven één deelnemer. */
export async function zorgVoorDeelnemer(trx: Transactie, kluis: Kluis, persoon: PersoonBericht, band: Schoolband, nu: Moment): Promise<VastgelegdeDeelnemer> {
  return alsSysteem(trx, async () => {
    const sleutel = kluis.zoeksleutel(persoon.persoonsnummer)
    const bekend = await zoekOpSleutel(trx, sleutel)
    const gemaakt = bekend ?? (await maakDeelnemer(trx, kluis, persoon, sleutel, band, nu))
    if (bekend === undefined && gemaakt !== undefined) return { deelnemerId: gemaakt, isNieuw: true }
    const deelnemerId = gemaakt ?? (await zoekOpSleutel(trx, sleutel))
    if (deelnemerId === undefined) throw new Error('een deelnemer is niet gemaakt en niet gevonden')
    return { deelnemerId, isNieuw: false }
  })
}

/** Hoe een school bij een deelnemer staat, voor wie de persoonsgegevens mag veranderen. */
interface Relatiestand {
  readonly brin: string
  readonly vestigingen: readonly string[]
  readonly loopt: boolean
  readonly eigen_gegevens: boolean
  readonly ziet_alles: boolean
  readonly geleverd_door: string | null
}

/**
 * Rondt een levering af als de stand er staat: wie mag de deelnemer nu zien, en wat is er over de persoon bekend. Antwoordt of er over
 * de persoon iets veranderde, voor iedereen of alleen voor deze school.
 */
export async function rondDeelnemerAf(trx: Transactie, deelnemerId: string, persoon: PersoonBericht, { brin, isDuo, vestigingen }: { readonly brin: string; readonly isDuo: boolean; readonly vestigingen: readonly string[] }, nu: Moment): Promise<boolean> {
  return alsSysteem(trx, async () => {
    const scholen = await leesRelatiestanden(trx, deelnemerId, nu)
    const eigen = scholen.find((school) => school.brin === brin)
    const anderen = scholen.filter((school) => school.brin !== brin)
    const andersGeplaatst = vestigingen.some((vestiging) => eigen?.vestigingen.includes(vestiging) !== true)
    if (eigen === undefined || anderen.length > 0 || andersGeplaatst) await herzieZicht(trx, [deelnemerId], nu)
    const genoemd = eisGegevens(persoon)
    const leveraar = { brin, isDuo, geleverdDoor: scholen[0]?.geleverd_door ?? null }
    const mag = magGedeeldeGegevensVeranderen({
      ...leveraar, elderGeregistreerd: anderen.length > 0, elderIngeschreven: anderen.some(({ loopt }) => loopt), zagAlles: eigen?.ziet_alles === true,
    })
    const houdtZicht = scholen.length === 0 || houdtZichtOpGedeelde(leveraar, eigen?.eigen_gegevens === true)
    const gewijzigd = mag && (await legGegevensVast(trx, deelnemerId, genoemd, isDuo ? null : brin, nu))
    if (mag && houdtZicht && eigen?.eigen_gegevens !== true) return gewijzigd
    const anders = await werkEigenGegevensBij(stelVraag(trx), [{ deelnemerId, brin, genoemd, isGedeeld: mag, houdtZicht }], nu)
    return gewijzigd || anders.has(deelnemerId)
  })
}

async function leesRelatiestanden(trx: Transactie, deelnemerId: string, nu: Moment): Promise<readonly Relatiestand[]> {
  const { rows } = await sql<Relatiestand>`select s.brin, s.vestigingen, s.eigen_gegevens, s.ziet_alles, g.geleverd_door, exists (select 1 from inschrijving_stand i where i.deelnemer_id = s.deelnemer_id and i.brin = s.brin
      and i.vastgelegd_tot is null and (i.datum_uitschrijving is null or i.datum_uitschrijving >= leerroute_dag(${nu}::timestamptz))) as loopt
    from deelnemer_school s left join deelnemer_gegevens g on g.deelnemer_id = s.deelnemer_id and g.vastgelegd_tot is null
    where s.deelnemer_id = ${deelnemerId}`.execute(trx)
  return rows
}

/**
 * Herziet het zicht na een plan van deze school. Wie nu pas in beeld komt omdat het plan haar noemt, ziet de gegevens die de planmaker zelf
 * ziet: heeft die alleen haar eigen versie, dan krijgt de genoemde school die. Anders leverde een BSN langs een omweg de naam op (P-05).
 */
export async function herzieZichtNaPlan(trx: Transactie, { deelnemerId, nu }: { readonly deelnemerId: string; readonly nu: Moment }, door: string | null): Promise<void> {
  await alsSysteem(trx, async () => {
    const eerder = new Set(await scholenVan(trx, deelnemerId))
    await herzieZicht(trx, [deelnemerId], nu)
    const nieuw = (await scholenVan(trx, deelnemerId)).filter((brin) => !eerder.has(brin))
    if (door === null || nieuw.length === 0) return
    const eigen = await findEigenGegevens(stelVraag(trx), deelnemerId, door)
    if (eigen === undefined) return
    const { deelnemer_id: _deelnemer, gegevens_id: _gegevens, vastgelegd_van: _van, ...genoemd } = eigen
    await werkEigenGegevensBij(stelVraag(trx), nieuw.map((brin) => ({ deelnemerId, brin, genoemd, isGedeeld: false, houdtZicht: false })), nu)
  })
}

function stelVraag(trx: Transactie): Vraagsteller {
  return async <R extends object>(tekst: string, waarden: readonly unknown[]) => (await trx.executeQuery(CompiledQuery.raw(tekst, [...waarden]))).rows as readonly R[]
}

/** De scholen met een relatie met deze deelnemer die de huidige actor mag zien; leeg = onbekend of niet toegestaan. */
export async function scholenVan(trx: Transactie, deelnemerId: string): Promise<readonly string[]> {
  const rijen = await trx.selectFrom('deelnemer_school').select('brin').where('deelnemer_id', '=', deelnemerId).orderBy('brin').execute()
  return rijen.map((rij) => rij.brin)
}

export interface Relatie {
  readonly brin: string
  /** De scholen waarvan deze school ook de kant ziet. */
  readonly partners: readonly string[]
  readonly zietAlles: boolean
  readonly vestigingen: readonly string[]
}

/** De vestigingen waar deze school de deelnemer nu heeft; undefined als zij geen relatie met hem heeft. Kijkt als systeem: alleen na mag(). */
export async function vestigingenBij(trx: Transactie, deelnemerId: string, brin: string): Promise<readonly string[] | undefined> {
  const rij = await alsSysteem(trx, () => trx.selectFrom('deelnemer_school').select('vestigingen').where('deelnemer_id', '=', deelnemerId).where('brin', '=', brin).executeTakeFirst())
  return rij?.vestigingen
}

/** De relaties die de huidige actor mag zien. */
export async function leesRelaties(trx: Transactie, deelnemerId: string): Promise<readonly Relatie[]> {
  return trx.selectFrom('deelnemer_school').select(['brin', 'partners', 'ziet_alles as zietAlles', 'vestigingen']).where('deelnemer_id', '=', deelnemerId).orderBy('brin').execute()
}

/** Welke van deze zoeksleutels (hex) van een deelnemer zijn die de actor nu mag zien. */
export async function zichtbareSleutels(trx: Transactie, sleutels: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (sleutels.length === 0) return new Set()
  const { rows } = await sql<{ sleutel: string }>`select encode(persoonsnummer_sleutel, 'hex') as sleutel from deelnemer where persoonsnummer_sleutel = any(${[...sleutels]}::bytea[])`.execute(trx)
  return new Set(rows.map(({ sleutel }) => sleutel))
}

/** Als `zichtbareSleutels`, met de student erbij: sleutel (hex) naar deelnemer. */
export async function zichtbareDeelnemers(trx: Transactie, sleutels: readonly Buffer[]): Promise<ReadonlyMap<string, string>> {
  if (sleutels.length === 0) return new Map()
  const { rows } = await sql<{ sleutel: string; id: string }>`select encode(persoonsnummer_sleutel, 'hex') as sleutel, deelnemer_id as id from deelnemer where persoonsnummer_sleutel = any(${[...sleutels]}::bytea[])`.execute(trx)
  return new Map(rows.map(({ sleutel, id }) => [sleutel, id]))
}

/** Of het register deze sleutel kent, voor wie alles mag zien. */
export async function bestaatDeelnemer(trx: Transactie, deelnemerId: string): Promise<boolean> {
  return (await trx.selectFrom('deelnemer').select('deelnemer_id').where('deelnemer_id', '=', deelnemerId).executeTakeFirst()) !== undefined
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
export async function zetVoAfgerond(trx: Transactie, deelnemerId: string, door: string | null, afgerondOp: Datum | null, nu: Moment): Promise<boolean> {
  return alsSysteem(trx, async () => {
    // Een school met alleen een eigen versie verandert die, en niet waarmee de regels bij een andere school rekenen (Z-02).
    const blik = door === null ? undefined : await trx.selectFrom('deelnemer_school').select(['eigen_gegevens', 'ziet_alles']).where('deelnemer_id', '=', deelnemerId).where('brin', '=', door).executeTakeFirst()
    const genoemd = { vo_activiteiten_afgerond_op: afgerondOp }
    if (door === null || blik?.eigen_gegevens !== true || blik.ziet_alles) return wijzigGegevens(trx, deelnemerId, genoemd, nu)
    return (await werkEigenGegevensBij(stelVraag(trx), [{ deelnemerId, brin: door, genoemd, isGedeeld: false, houdtZicht: false }], nu)).has(deelnemerId)
  })
}

async function zoekOpSleutel(trx: Transactie, sleutel: Buffer): Promise<string | undefined> {
  const rij = await trx.selectFrom('deelnemer').select('deelnemer_id').where('persoonsnummer_sleutel', '=', sleutel).executeTakeFirst()
  return rij?.deelnemer_id
}

/** Deelnemer, gegevens en band in een opdracht; undefined als een ander hem net eerder maakte, dan is er niets gebeurd. */
async function maakDeelnemer(trx: Transactie, kluis: Kluis, persoon: PersoonBericht, sleutel: Buffer, { brin, door, vestigingen }: Schoolband, nu: Moment): Promise<string | undefined> {
  const nummer = persoon.persoonsnummer
  const deelnemerId = nieuweDeelnemersleutel()
  const { versleuteld, sleutelId } = kluis.versleutel(nummer, deelnemerId)
  const g = nieuweGegevens(undefined, eisGegevens(persoon), nu)
  if (g === undefined) throw new Error('een nieuwe deelnemer heeft altijd gegevens')
  const { rows } = await sql<{ deelnemer_id: string }>`
    with nieuw as (
      insert into deelnemer (deelnemer_id, persoonsnummer_versleuteld, persoonsnummer_sleutel_id, persoonsnummer_sleutel, persoonsnummer_soort, persoonsnummer_stelsel, aangemaakt_op)
      values (${deelnemerId}, ${versleuteld}, ${sleutelId}, ${sleutel}, ${soortNummer(nummer)}, ${isOnderwijsnummer(nummer) ? 'ONR' : 'BSN'}, ${nu})
      on conflict (persoonsnummer_sleutel) do nothing returning deelnemer_id),
    gegevens as (
      insert into deelnemer_gegevens (deelnemer_id, gegevens_id, geboortedatum, geboortedatum_ruw, geslacht, naam, zoeknaam, woont_in_nederland, vo_activiteiten_afgerond_op, geleverd_door, vastgelegd_van)
      select deelnemer_id, ${uuidv7()}, ${g.geboortedatum}::date, ${g.geboortedatum_ruw}, ${g.geslacht}, ${g.naam}, ${g.zoeknaam}, ${g.woont_in_nederland}::boolean, ${g.vo_activiteiten_afgerond_op}::date, ${door}, ${nu}::timestamptz from nieuw)
    insert into deelnemer_school (deelnemer_id, brin, ziet_alles, vestigingen) select deelnemer_id, ${brin}, true, ${[...vestigingen]}::text[] from nieuw returning deelnemer_id`.execute(trx)
  return rows[0]?.deelnemer_id
}

/** Willekeurig, geen uuidv7: daaraan zou een school zien of een nummer al eerder bekend was, en sinds wanneer (P-05). */
export function nieuweDeelnemersleutel(): string {
  return randomUUID()
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
async function legGegevensVast(trx: Transactie, deelnemerId: string, genoemd: Partial<Gegevens>, door: string | null, nu: Moment): Promise<boolean> {
  const open = await findGegevens(trx, deelnemerId)
  if (open !== undefined && nieuweGegevens(open, genoemd, nu) === undefined) return false
  return wijzigGegevens(trx, deelnemerId, genoemd, nu, door)
}

function findGegevens(trx: Transactie, deelnemerId: string) {
  return trx.selectFrom('deelnemer_gegevens').selectAll().where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).executeTakeFirst()
}

async function wijzigGegevens(trx: Transactie, deelnemerId: string, wijziging: Partial<Gegevens>, nu: Moment, door?: string | null): Promise<boolean> {
  await wachtOpGegevens(trx, deelnemerId)
  const open = await findGegevens(trx, deelnemerId)
  const nieuw = nieuweGegevens(open, wijziging, nu)
  if (nieuw === undefined) return false
  if (open) {
    await trx.updateTable('deelnemer_gegevens').set({ vastgelegd_tot: nu })
      .where('deelnemer_id', '=', deelnemerId).where('vastgelegd_tot', 'is', null).execute()
  }
  await trx.insertInto('deelnemer_gegevens').values({ ...nieuw, deelnemer_id: deelnemerId, gegevens_id: uuidv7(), geleverd_door: door === undefined ? (open?.geleverd_door ?? null) : door, vastgelegd_van: nu, vastgelegd_tot: null }).execute()
  return true
}
