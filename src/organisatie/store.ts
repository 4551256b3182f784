import { sql } from 'kysely'
import { alsSysteem, bekendOp, type Transactie, uuidv7 } from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import { HOOFDCODE, type OrganisatieBericht } from './bericht.ts'
import type { Organisatie } from './organisatie.ts'

/** Een kennismoment: alles wat op of voor het einde van deze kalenderdag in Nederland bekend was; null = nu. */
export type Kennisdag = Datum | null

export async function isBekendeBrin(trx: Transactie, brin: string): Promise<boolean> {
  const rij = await trx.selectFrom('organisatie_identificatie').select('organisatie_id')
    .where('soort', '=', 'BRIN').where('waarde', '=', brin).where('vastgelegd_tot', 'is', null).executeTakeFirst()
  return rij !== undefined
}

/** De BRIN waar een onderwijsaanbieder op een dag onder valt. */
export async function findAanbieder(trx: Transactie, code: string): Promise<{ brin: string; sector: Sector } | undefined> {
  return trx.selectFrom('onderwijsaanbieder').select(['brin', 'sector']).where('code', '=', code)
    .where('vastgelegd_tot', 'is', null).orderBy('geldig_van', 'desc').executeTakeFirst()
}

/** Een onderwijsaanbieder met de naam van zijn school. */
export interface Aanbiederregel {
  readonly code: string
  readonly sector: Sector
  readonly brin: string
  /** Naam van de school; zonder naam de BRIN. */
  readonly school: string
  /** Naam van de onderwijsaanbieder zelf, bijvoorbeeld van een vestiging. */
  readonly naam: string
}

/** De onderwijsaanbieders met deze codes, of van deze scholen, zoals nu bekend; van een code die verhuisde de laatste. Onbekende codes ontbreken. */
export async function leesAanbieders(trx: Transactie, keuze: { readonly codes: readonly string[] } | { readonly brins: readonly string[] }): Promise<readonly Aanbiederregel[]> {
  const welke = 'codes' in keuze ? sql<boolean>`a.code = any(${[...keuze.codes]}::text[])` : sql<boolean>`a.brin = any(${[...keuze.brins]}::text[])`
  const { rows } = await sql<Aanbiederregel>`
    select distinct on (a.code) a.code, a.sector, a.brin, a.naam, coalesce(o.naam, a.brin) as school from onderwijsaanbieder a
    left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = a.brin and i.vastgelegd_tot is null
    left join organisatie o on o.organisatie_id = i.organisatie_id
    where a.vastgelegd_tot is null and ${welke} order by a.code, a.geldig_van desc`.execute(trx)
  return rows
}

export async function findBevoegdGezag(trx: Transactie, brin: string): Promise<string | undefined> {
  const rij = await trx.selectFrom('organisatie_gezag').select('bevoegd_gezag').where('brin', '=', brin)
    .where('vastgelegd_tot', 'is', null).orderBy('geldig_van', 'desc').executeTakeFirst()
  return rij?.bevoegd_gezag
}

/**
 * Alle scholen zoals op de kennisdag bekend, elk met het bevoegd gezag en de aanbieders van `peildatum`. Is er op die dag
 * geen gezag, dan het laatst begonnene daarvoor of anders het eerste: een school zonder bestuur bestaat niet.
 */
export async function laadOrganisaties(trx: Transactie, peildatum: Datum, kennisdag: Kennisdag): Promise<readonly Organisatie[]> {
  const scholen = await sql<{ brin: string; naam: string; gezag: string | null }>`
    select i.waarde as brin, o.naam, (
      select g.bevoegd_gezag from organisatie_gezag g where g.brin = i.waarde and ${bekendOp(kennisdag, 'g')}
      order by g.geldig_van <= ${peildatum} desc, case when g.geldig_van <= ${peildatum} then g.geldig_van end desc, g.geldig_van limit 1) as gezag
    from organisatie_identificatie i join organisatie o using (organisatie_id)
    where i.soort = 'BRIN' and ${bekendOp(kennisdag, 'i')} order by i.waarde`.execute(trx)
  const aanbieders = await sql<{ code: string; brin: string; sector: Sector }>`
    select distinct on (a.code) a.code, a.brin, a.sector from onderwijsaanbieder a where ${bekendOp(kennisdag, 'a')}
    order by a.code, a.geldig_van <= ${peildatum} desc, a.geldig_van desc`.execute(trx)
  const perBrin = Map.groupBy(aanbieders.rows, (rij) => rij.brin)
  return scholen.rows.map(({ brin, naam, gezag }) => ({
    brin, naam, bevoegdGezag: gezag ?? '', onderwijsaanbieders: (perBrin.get(brin) ?? []).map(({ code, sector }) => ({ code, sector })),
  }))
}

/** Legt de hele stand van een organisatie vast; antwoordt of er iets veranderde. Schrijft als systeem: alleen na mag(). */
export async function slaOrganisatieOp(trx: Transactie, bericht: OrganisatieBericht, nu: Moment): Promise<'nieuw' | 'gewijzigd' | 'ongewijzigd'> {
  return alsSysteem(trx, async () => {
    const hoofd = bericht.identificaties.find((code) => code.soort === HOOFDCODE[bericht.soort])
    if (!hoofd) throw new Error('organisatie zonder hoofdcode is niet gecontroleerd voor het opslaan')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`organisatie:${hoofd.waarde}`}, 0))`.execute(trx)
    const bekende = await trx.selectFrom('organisatie_identificatie as i').innerJoin('organisatie as o', 'o.organisatie_id', 'i.organisatie_id')
      .select(['o.organisatie_id', 'o.naam']).where('i.soort', '=', hoofd.soort).where('i.waarde', '=', hoofd.waarde)
      .where('i.vastgelegd_tot', 'is', null).executeTakeFirst()
    const organisatieId = bekende?.organisatie_id ?? uuidv7()
    if (!bekende) {
      await trx.insertInto('organisatie').values({ organisatie_id: organisatieId, soort: bericht.soort, naam: bericht.naam, vastgelegd_van: nu }).execute()
    } else if (bekende.naam !== bericht.naam) {
      await trx.updateTable('organisatie').set({ naam: bericht.naam }).where('organisatie_id', '=', organisatieId).execute()
    }
    const gewijzigd = await legCodesVast(trx, organisatieId, hoofd.waarde, bericht, nu)
    if (!bekende) return 'nieuw'
    return gewijzigd || bekende.naam !== bericht.naam ? 'gewijzigd' : 'ongewijzigd'
  })
}

type Codetabel = 'organisatie_identificatie' | 'organisatie_gezag' | 'onderwijsaanbieder'
type Coderij = Readonly<Record<string, string | null>>

async function legCodesVast(trx: Transactie, organisatieId: string, hoofdcode: string, bericht: OrganisatieBericht, nu: Moment): Promise<boolean> {
  const dagen = (vak: { geldigVan: Datum; geldigTotEnMet?: Datum | null }) => ({ geldig_van: vak.geldigVan, geldig_tot_en_met: vak.geldigTotEnMet ?? null })
  const codes = bericht.identificaties.map((code) => ({ soort: code.soort, waarde: code.waarde, vestiging: code.vestiging ?? null, ...dagen(code) }))
  const deel1 = await legRijenVast(trx, 'organisatie_identificatie', { organisatie_id: organisatieId }, 'identificatie_id', codes, nu)
  if (bericht.soort !== 'INSTELLING') return deel1
  const gezag = (bericht.bevoegdGezag ?? []).map((vak) => ({ bevoegd_gezag: vak.bestuursnummer, ...dagen(vak) }))
  const deel2 = await legRijenVast(trx, 'organisatie_gezag', { brin: hoofdcode }, 'gezag_id', gezag, nu)
  const aanbieders = (bericht.onderwijsaanbieders ?? []).map((vak) => ({ code: vak.code, sector: vak.sector, naam: vak.naam ?? bericht.naam, plaats: vak.plaats ?? null, telefoon: vak.telefoon ?? null, ...dagen(vak) }))
  const deel3 = await legRijenVast(trx, 'onderwijsaanbieder', { brin: hoofdcode }, 'aanbieder_id', aanbieders, nu)
  return deel1 || deel2 || deel3
}

/** Rijen die er niet meer zijn vervallen, nieuwe komen erbij, gelijke blijven staan. Eerst sluiten: overlap kan dan niet. */
async function legRijenVast(
  trx: Transactie, tabel: Codetabel, ouder: Coderij, idKolom: string, rijen: readonly Coderij[], nu: Moment,
): Promise<boolean> {
  const [ouderKolom, ouderWaarde] = Object.entries(ouder)[0] ?? []
  if (ouderKolom === undefined) throw new Error('rijen zonder ouder')
  const open = await sql<Record<string, string | null>>`select * from ${sql.table(tabel)}
    where ${sql.ref(ouderKolom)} = ${ouderWaarde} and vastgelegd_tot is null`.execute(trx)
  const gelijk = (a: Coderij, b: Coderij): boolean => Object.keys(b).every((kolom) => a[kolom] === b[kolom])
  const weg = open.rows.filter((oud) => !rijen.some((rij) => gelijk(oud, rij)))
  const nieuw = rijen.filter((rij) => !open.rows.some((oud) => gelijk(oud, rij)))
  for (const rij of weg) {
    await sql`update ${sql.table(tabel)} set vastgelegd_tot = ${nu} where ${sql.ref(idKolom)} = ${rij[idKolom]} and ${sql.ref(ouderKolom)} = ${ouderWaarde}`.execute(trx)
  }
  for (const rij of nieuw) {
    const alles: Coderij = { ...ouder, ...rij, [idKolom]: uuidv7(), vastgelegd_van: nu }
    await sql`insert into ${sql.table(tabel)} (${sql.join(Object.keys(alles).map((kolom) => sql.ref(kolom)))})
      values (${sql.join(Object.values(alles))})`.execute(trx)
  }
  return weg.length + nieuw.length > 0
}
