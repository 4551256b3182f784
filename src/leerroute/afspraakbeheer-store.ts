/** Afspraken van eigen besturen met wie erover gaat. Kijkt als systeem, met de scholen of besturen in de vraag, zoals afspraken-store.ts. */
import { sql } from 'kysely'
import { alsSysteem, legStandVast, type Standuitkomst, type Transactie, uuidv7, versieVan } from '../database/index.ts'
import type { Datum, Moment } from '../kern/datum.ts'

/** `sleutel`: het kenmerk van een overeenkomst; van een interne regeling het bestuursnummer, een streepje en de eerste dag. */
export interface Afspraaksleutel {
  readonly soort: 'overeenkomst' | 'regeling'
  readonly sleutel: string
}

export interface Afspraakbeheer {
  readonly eigenaar: string | null
  readonly kijkOpnieuwOp: Datum | null
}

export interface Afspraakregel extends Afspraaksleutel, Afspraakbeheer {
  readonly versie: string
  /** Het eigen bestuur dat partij is. */
  readonly gezag: string
  readonly partijen: readonly string[]
  readonly bevestigd: readonly string[]
  readonly van: Datum
  readonly tot: Datum | null
  readonly overstapoptie: string | null
  readonly eigenaarNaam: string | null
  readonly eigenaarOrganisatie: string | null
  readonly eigenaarWegOp: Moment | null
}

/** Een bestuur met een bestuurde school: een school die meer besturen had, hoort bij het laatste. */
export async function gezagenVan(trx: Transactie, brins: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ brin: string; gezag: string }>`select distinct on (g.brin) g.brin, g.bevoegd_gezag as gezag from organisatie_gezag g
    where g.brin = any(${[...brins]}::text[]) and g.vastgelegd_tot is null order by g.brin, g.geldig_van desc`.execute(trx)
  return new Map(rows.map(({ brin, gezag }) => [brin, gezag]))
}

const MEESTE = 500

/** De open afspraken van deze besturen; wat het eerst afloopt eerst. */
export function leesAfspraakregels(trx: Transactie, gezagen: readonly string[], een?: Afspraaksleutel): Promise<readonly Afspraakregel[]> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<Rij>`
      with van as (select unnest(${[...gezagen]}::text[]) as gezag),
      alle as (
        select 'overeenkomst' as soort, s.kenmerk as sleutel, v.gezag, s.geldig_van, s.geldig_tot_en_met, s.overstapoptie, s.inhoud_hash, s.vastgelegd_van,
          array(select p.bevoegd_gezag from samenwerkingsovereenkomst_partij p where p.overeenkomst_id = s.overeenkomst_id order by 1) as partijen,
          array(select b.bevoegd_gezag from samenwerkingsovereenkomst_bevestiging b where b.overeenkomst_id = s.overeenkomst_id order by 1) as bevestigd
        from van v join samenwerkingsovereenkomst_partij p on p.bevoegd_gezag = v.gezag join samenwerkingsovereenkomst s using (overeenkomst_id) where s.vastgelegd_tot is null
        union all
        select 'regeling', r.bevoegd_gezag || '-' || to_char(r.geldig_van, 'YYYY-MM-DD'), v.gezag, r.geldig_van, r.geldig_tot_en_met, r.overstapoptie, r.inhoud_hash, r.vastgelegd_van, array[v.gezag], array[v.gezag]
        from van v join interne_regeling r on r.bevoegd_gezag = v.gezag where r.vastgelegd_tot is null)
      select a.*, b.eigenaar, b.kijk_opnieuw_op, m.naam as eigenaar_naam, m.organisatie_id as eigenaar_organisatie, m.uit_dienst_op as eigenaar_weg_op from alle a
      left join afspraakbeheer b on b.bevoegd_gezag = a.gezag and b.afspraak = a.sleutel and b.vastgelegd_tot is null
      left join medewerker m on m.medewerker_id = b.eigenaar
      where ${een === undefined ? sql<boolean>`true` : sql<boolean>`a.soort = ${een.soort} and a.sleutel = ${een.sleutel}`}
      order by a.geldig_tot_en_met nulls last, a.sleutel limit ${MEESTE}`.execute(trx)
    return rows.map(naarRegel)
  })
}

export function slaAfspraakbeheerOp(trx: Transactie, gezag: string, sleutel: string, { eigenaar, kijkOpnieuwOp }: Afspraakbeheer, nu: Moment): Promise<Standuitkomst> {
  return alsSysteem(trx, () => legStandVast(trx, {
    tabel: 'afspraakbeheer', sleutel: { bevoegd_gezag: gezag, afspraak: sleutel }, inhoud: { eigenaar, kijk_opnieuw_op: kijkOpnieuwOp }, id: ['beheer_id', uuidv7()], nu,
  }))
}

/** Studenten met een route bij deze scholen en een partner, per bestuur van die partner; ook van het eigen bestuur. Alleen aantallen. */
export function telStudentenPerGezag(trx: Transactie, brins: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<{ gezag: string; aantal: number }>`
      select g.bevoegd_gezag as gezag, count(distinct s.deelnemer_id)::int as aantal from deelnemer_school s cross join unnest(s.partners) as p(brin)
      join organisatie_gezag g on g.brin = p.brin and g.vastgelegd_tot is null
      where s.brin = any(${[...brins]}::text[]) and s.deelt_keten group by 1`.execute(trx)
    return new Map(rows.map(({ gezag, aantal }) => [gezag, aantal]))
  })
}

/** Studenten van deze scholen met een open signaal dat een afspraak ontbreekt (K-SOK-01). */
export function telZonderAfspraak(trx: Transactie, brins: readonly string[]): Promise<number> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<{ aantal: number }>`select count(distinct deelnemer_id)::int as aantal from signaal where brin = any(${[...brins]}::text[]) and code = 'SIG-SOK-ONTBREEKT' and gesloten_op is null`.execute(trx)
    return rows[0]?.aantal ?? 0
  })
}

/** Namen van besturen; een bestuur zonder naam ontbreekt. */
export async function leesBestuursnamen(trx: Transactie, nummers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ nummer: string; naam: string }>`select i.waarde as nummer, o.naam from organisatie_identificatie i join organisatie o using (organisatie_id)
    where i.soort = 'BESTUURSNUMMER' and i.waarde = any(${[...nummers]}::text[]) and i.vastgelegd_tot is null`.execute(trx)
  return new Map(rows.map(({ nummer, naam }) => [nummer, naam]))
}

/** Besturen van de scholen waarmee deze scholen een route hebben in RIO: om uit te kiezen. */
export async function leesPartnerbesturen(trx: Transactie, aanbieders: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ gezag: string }>`select distinct g.bevoegd_gezag as gezag from onderwijsaanbieder a join organisatie_gezag g on g.brin = a.brin and g.vastgelegd_tot is null
    where a.code = any(${[...aanbieders]}::text[]) and a.vastgelegd_tot is null order by 1`.execute(trx)
  return rows.map(({ gezag }) => gezag)
}

interface Rij {
  soort: Afspraaksleutel['soort']
  sleutel: string
  gezag: string
  geldig_van: Datum
  geldig_tot_en_met: Datum | null
  overstapoptie: string | null
  inhoud_hash: Buffer
  vastgelegd_van: Moment
  partijen: string[]
  bevestigd: string[]
  eigenaar: string | null
  kijk_opnieuw_op: Datum | null
  eigenaar_naam: string | null
  eigenaar_organisatie: string | null
  eigenaar_weg_op: Moment | null
}

function naarRegel(rij: Rij): Afspraakregel {
  return {
    soort: rij.soort, sleutel: rij.sleutel, versie: versieVan(rij), gezag: rij.gezag, partijen: rij.partijen, bevestigd: rij.bevestigd, van: rij.geldig_van, tot: rij.geldig_tot_en_met,
    overstapoptie: rij.overstapoptie, eigenaar: rij.eigenaar, kijkOpnieuwOp: rij.kijk_opnieuw_op, eigenaarNaam: rij.eigenaar_naam, eigenaarOrganisatie: rij.eigenaar_organisatie, eigenaarWegOp: rij.eigenaar_weg_op,
  }
}
