/** Aantallen voor de overzichtsbladzijde van een school. Kijkt als systeem, met de scholen in de vraag: alleen aantallen komen eruit. */
import { sql } from 'kysely'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import type { Fase } from '../../kern/leerroute.ts'

export interface Fasetelling {
  readonly fase: Fase
  readonly aantal: number
}

export interface Partnertelling {
  readonly brin: string
  readonly naam: string
  /** Studenten met een route waarvan deze scholen elkaars kant zien. */
  readonly studenten: number
  /** Open signalen van de eigen scholen over die studenten. */
  readonly open: number
}

/** Studenten met een route per fase, zoals vandaag bekend. Een student bij twee eigen scholen telt een keer. */
export function telFasen(trx: Transactie, brins: readonly string[]): Promise<readonly Fasetelling[]> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<Fasetelling>`
      select o.fase, count(*)::int as aantal from leerlingoverzicht o
      where o.leerroute is not null and exists (select 1 from deelnemer_school s where s.deelnemer_id = o.deelnemer_id and s.brin = any(${[...brins]}::text[]))
      group by o.fase`.execute(trx)
    return rows
  })
}

const MEESTE_PARTNERS = 12

/** De partners met de meeste open signalen eerst. */
export function telPartners(trx: Transactie, brins: readonly string[]): Promise<readonly Partnertelling[]> {
  return alsSysteem(trx, async () => {
    const { rows } = await sql<Partnertelling>`
      with samen as (select distinct p.brin, s.deelnemer_id from deelnemer_school s cross join unnest(s.partners) as p(brin)
        where s.brin = any(${[...brins]}::text[]) and s.deelt_keten and p.brin <> all(${[...brins]}::text[])),
      signalen as (select x.deelnemer_id, count(*)::int as aantal from signaal x where x.brin = any(${[...brins]}::text[]) and x.gesloten_op is null group by x.deelnemer_id)
      select m.brin, coalesce(o.naam, m.brin) as naam, count(*)::int as studenten, coalesce(sum(x.aantal), 0)::int as open
      from samen m left join signalen x using (deelnemer_id)
      left join organisatie_identificatie i on i.soort = 'BRIN' and i.waarde = m.brin and i.vastgelegd_tot is null
      left join organisatie o on o.organisatie_id = i.organisatie_id
      group by m.brin, o.naam order by open desc, naam limit ${MEESTE_PARTNERS}`.execute(trx)
    return rows
  })
}
