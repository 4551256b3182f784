import { sql } from 'kysely'
import {
  type Bladwijzer, type Bladzijde, type Geregistreerd, laatVervallen, leesBladzijdeOp, leesVersie, legStandVast, naarBekend, naarGeregistreerd,
  type Standstempel, type Standuitkomst, type Transactie, uuidv7,
} from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Niveau } from '../kern/leerroute.ts'
import type { LeerrouteKenmerk, RioAangebodenOpleiding } from './aangeboden-opleiding.ts'
import type { AanbodBericht } from './bericht.ts'

/** Legt de hele stand van een aangeboden opleiding vast, met haar partners. `brin` is de eigenaar van de onderwijsaanbieder. */
export async function slaAanbodOp(trx: Transactie, brin: string, bericht: AanbodBericht, nu: Moment): Promise<Standuitkomst> {
  const aanbodId = uuidv7()
  const partners = [...new Set(bericht.samenwerkendeOnderwijsaanbieders)].sort()
  const uitkomst = await legStandVast(trx, {
    tabel: 'rio_aangeboden_opleiding', sleutel: { brin, eigen_sleutel: bericht.eigenSleutel },
    inhoud: {
      onderwijsaanbieder: bericht.onderwijsaanbieder, sector: bericht.sector, leerroute_kenmerk: bericht.leerrouteKenmerk,
      begindatum: bericht.begindatum, einddatum: bericht.einddatum ?? null,
      profiel: bericht.profiel ?? null, opleidingcode: bericht.opleidingcode ?? null, niveau: bericht.niveau ?? null,
    },
    kinderen: partners, id: ['aanbod_id', aanbodId], nu,
  })
  if ((uitkomst.soort === 'nieuw' || uitkomst.soort === 'gewijzigd') && partners.length > 0) {
    await trx.insertInto('rio_aangeboden_opleiding_partner').values(partners.map((code) => ({ aanbod_id: aanbodId, onderwijsaanbieder: code }))).execute()
  }
  return uitkomst
}

export function laatAanbodStandVervallen(trx: Transactie, brin: string, eigenSleutel: string, nu: Moment) {
  return laatVervallen(trx, 'rio_aangeboden_opleiding', { brin, eigen_sleutel: eigenSleutel }, nu)
}

/** Alle aangeboden opleidingen met leerroutekenmerk, ook vervallen, met de dagen waarop ze bekend werden en vervielen. */
export async function laadAanbod(trx: Transactie): Promise<readonly RioAangebodenOpleiding[]> {
  const { rows } = await sql<AanbodRij>`
    select o.onderwijsaanbieder, o.sector, o.leerroute_kenmerk, o.begindatum, o.einddatum, o.vastgelegd_van, o.vastgelegd_tot,
      array(select p.onderwijsaanbieder from rio_aangeboden_opleiding_partner p where p.aanbod_id = o.aanbod_id order by 1) as partners
    from rio_aangeboden_opleiding o order by o.onderwijsaanbieder, o.begindatum, o.vastgelegd_van, o.aanbod_id`.execute(trx)
  return rows.map((rij) => ({
    onderwijsaanbieder: rij.onderwijsaanbieder, sector: rij.sector, leerrouteKenmerk: rij.leerroute_kenmerk,
    samenwerkendeOnderwijsaanbieders: rij.partners, begindatum: rij.begindatum, einddatum: rij.einddatum,
    ...naarBekend(rij),
  }))
}

export interface Aanbodsleutel {
  readonly brin: string
  readonly eigenSleutel: string
}

/** Wat een school in RIO aanbiedt, zoals nu bekend, met de BRIN waar de onderwijsaanbieder onder viel toen het werd vastgelegd. */
export type GeregistreerdAanbod = Geregistreerd<AanbodBericht> & Pick<Aanbodsleutel, 'brin'>

export async function leesAanbodlijst(trx: Transactie, filter: { readonly brin?: string }, bladwijzer: Bladwijzer): Promise<Bladzijde<GeregistreerdAanbod>> {
  return leesBladzijdeOp<OpenAanbodRij, GeregistreerdAanbod>(bladwijzer, async ({ waar, richting, aantal }) => {
    const { rows } = await sql<OpenAanbodRij>`select ${OPEN_AANBOD} from rio_aangeboden_opleiding o
      where o.vastgelegd_tot is null and ${waar} and ${filter.brin === undefined ? sql<boolean>`true` : sql<boolean>`o.brin = ${filter.brin}`}
      order by ${AANBODSLEUTEL} ${richting} limit ${aantal}`.execute(trx)
    return rows
  }, { sleutel: AANBODSLEUTEL, soort: 'text', sleutelVan: (rij) => rij.brin + rij.eigen_sleutel, maak: naarGeregistreerdAanbod })
}

export async function findAanbod(trx: Transactie, sleutel: Aanbodsleutel): Promise<GeregistreerdAanbod | undefined> {
  const { rows } = await sql<OpenAanbodRij>`select ${OPEN_AANBOD} from rio_aangeboden_opleiding o
    where o.brin = ${sleutel.brin} and o.eigen_sleutel = ${sleutel.eigenSleutel} and o.vastgelegd_tot is null`.execute(trx)
  return rows[0] && naarGeregistreerdAanbod(rows[0])
}

/** De versie die er nu staat, vastgehouden tot het einde van de transactie. */
export function versieVanAanbod(trx: Transactie, { brin, eigenSleutel }: Aanbodsleutel): Promise<string | undefined> {
  return leesVersie(trx, 'rio_aangeboden_opleiding', { brin, eigen_sleutel: eigenSleutel })
}

/**
 * De eigen onderwijsaanbieders, wie zij noemen, wie hen noemt, en wie die weer noemen: zo staat van elke school naast een eigen route vast of
 * zij hem heeft. Groeit met de partners van een school, niet met het register.
 */
export async function leesKringcodes(trx: Transactie, brins: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    with eigen as materialized (select a.code from onderwijsaanbieder a where a.brin = any(${[...brins]}::text[]) and a.vastgelegd_tot is null),
    kring as materialized (
      select code from eigen
      union select p.onderwijsaanbieder from rio_aangeboden_opleiding o join rio_aangeboden_opleiding_partner p using (aanbod_id)
        where o.vastgelegd_tot is null and o.onderwijsaanbieder in (select code from eigen)
      union select o.onderwijsaanbieder from rio_aangeboden_opleiding_partner p join rio_aangeboden_opleiding o using (aanbod_id)
        where o.vastgelegd_tot is null and p.onderwijsaanbieder in (select code from eigen))
    select code from kring
    union select p.onderwijsaanbieder from rio_aangeboden_opleiding o join rio_aangeboden_opleiding_partner p using (aanbod_id)
      where o.vastgelegd_tot is null and o.onderwijsaanbieder in (select code from kring)
    order by 1`.execute(trx)
  return rows.map(({ code }) => code)
}

/** Al het aanbod van die kring. */
export async function leesRoutekring(trx: Transactie, brins: readonly string[]): Promise<readonly GeregistreerdAanbod[]> {
  return leesAanbodVan(trx, await leesKringcodes(trx, brins))
}

/** Al het aanbod van deze onderwijsaanbieders, zoals nu bekend. */
export async function leesAanbodVan(trx: Transactie, aanbieders: readonly string[]): Promise<readonly GeregistreerdAanbod[]> {
  const { rows } = await sql<OpenAanbodRij>`select ${OPEN_AANBOD} from rio_aangeboden_opleiding o
    where o.onderwijsaanbieder = any(${[...aanbieders]}::text[]) and o.vastgelegd_tot is null order by ${AANBODSLEUTEL} limit ${MEESTE_IN_KRING}`.execute(trx)
  return rows.map(naarGeregistreerdAanbod)
}

/** Ver boven wat een instelling met al haar partners aanbiedt. */
const MEESTE_IN_KRING = 4000

const AANBODSLEUTEL = sql`(o.brin || o.eigen_sleutel) collate "C"`
const OPEN_AANBOD = sql`o.brin, o.eigen_sleutel, o.onderwijsaanbieder, o.sector, o.leerroute_kenmerk, o.begindatum, o.einddatum, o.profiel, o.opleidingcode, o.niveau, o.inhoud_hash, o.vastgelegd_van, o.vastgelegd_tot,
  array(select p.onderwijsaanbieder from rio_aangeboden_opleiding_partner p where p.aanbod_id = o.aanbod_id order by 1) as partners`

interface OpenAanbodRij extends AanbodRij, Standstempel {
  vastgelegd_van: Moment
  vastgelegd_tot: Moment | null
  brin: string
  eigen_sleutel: string
  profiel: string | null
  opleidingcode: string | null
  niveau: Niveau | null
}

function naarGeregistreerdAanbod(rij: OpenAanbodRij): GeregistreerdAanbod {
  return {
    brin: rij.brin,
    ...naarGeregistreerd(rij, () => ({
      eigenSleutel: rij.eigen_sleutel, onderwijsaanbieder: rij.onderwijsaanbieder, sector: rij.sector, leerrouteKenmerk: rij.leerroute_kenmerk,
      samenwerkendeOnderwijsaanbieders: rij.partners, begindatum: rij.begindatum, einddatum: rij.einddatum,
      ...gevuld({ profiel: rij.profiel, opleidingcode: rij.opleidingcode, niveau: rij.niveau }),
    })),
  }
}

/** Wat leeg is, stond ook niet in de levering: een school krijgt terug wat zij stuurde. */
function gevuld(velden: Pick<OpenAanbodRij, 'profiel' | 'opleidingcode' | 'niveau'>): Pick<AanbodBericht, 'profiel' | 'opleidingcode' | 'niveau'> {
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== null))
}

interface AanbodRij {
  onderwijsaanbieder: string
  sector: RioAangebodenOpleiding['sector']
  leerroute_kenmerk: LeerrouteKenmerk
  begindatum: Datum
  einddatum: Datum | null
  vastgelegd_van: Moment
  vastgelegd_tot: Moment | null
  partners: string[]
}
