import { sql } from 'kysely'
import { maakZoeknaam } from '../../bron/index.ts'
import { alsSysteem, type Bladwijzer, type Bladzijde, leesBladzijdeOp, type Transactie, vanDeelnemers } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase, Leerroute } from '../../kern/leerroute.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Kijkbereik, Lijstrij } from './lijst.ts'

export interface Deelnemerfilter {
  /** BRIN. */
  readonly school?: string
  readonly leerroute?: Leerroute
  readonly signaalcode?: Signaalcode
  /** Deel van de naam, zonder op hoofdletters of accenten te letten. */
  readonly naam?: string
  /** HMAC van het persoonsnummer. */
  readonly zoeksleutel?: Buffer
}

/**
 * Deelnemers op hun sleutel, en die is op tijd van vastleggen: een lijst om doorheen te lopen, ook als er leerlingen bijkomen
 * of van naam veranderen. Kiest als systeem met de scholen van de kijker in de vraag, zoals `leesBladzijde` in lijst.ts.
 */
export async function leesDeelnemerlijst(trx: Transactie, filter: Deelnemerfilter, bereik: Kijkbereik, bladwijzer: Bladwijzer): Promise<Bladzijde<Lijstrij>> {
  const scholen = filter.school === undefined ? bereik : bereik === null || bereik.includes(filter.school) ? [filter.school] : []
  return leesBladzijdeOp<Rij, Lijstrij>(bladwijzer, async ({ waar, richting, aantal }) => {
    const gekozen = await alsSysteem(trx, () => sql<{ deelnemer_id: string }>`
      select g.deelnemer_id from deelnemer_gegevens g left join leerlingoverzicht o on o.deelnemer_id = g.deelnemer_id
      where g.vastgelegd_tot is null and ${waar} and ${voldoet(filter, scholen, bereik)}
      order by g.deelnemer_id ${richting} limit ${aantal}`.execute(trx))
    const { rows } = await sql<Rij>`
      select g.deelnemer_id, g.naam, g.geboortedatum, o.leerroute, o.fase from deelnemer_gegevens g
      left join leerlingoverzicht o on o.deelnemer_id = g.deelnemer_id
      where ${vanDeelnemers(gekozen.rows.map((rij) => rij.deelnemer_id), 'g')} and g.vastgelegd_tot is null
      order by g.deelnemer_id ${richting}`.execute(trx)
    return rows
  }, {
    sleutel: sql`g.deelnemer_id`, soort: 'uuid', sleutelVan: (rij) => rij.deelnemer_id,
    maak: (rij) => ({ deelnemerId: rij.deelnemer_id, naam: rij.naam, geboortedatum: rij.geboortedatum, route: rij.leerroute, fase: rij.fase }),
  })
}

interface Rij {
  deelnemer_id: string
  naam: string | null
  geboortedatum: Datum
  leerroute: Leerroute | null
  fase: Fase
}

function voldoet(filter: Deelnemerfilter, scholen: Kijkbereik, bereik: Kijkbereik) {
  return sql.join([
    scholen === null ? sql<boolean>`true` : sql<boolean>`exists (select 1 from deelnemer_school s where s.deelnemer_id = g.deelnemer_id and s.brin = any(${[...scholen]}))`,
    ...(filter.leerroute ? [sql<boolean>`o.leerroute = ${filter.leerroute}`] : []),
    ...(filter.naam ? [sql<boolean>`g.zoeknaam like ${`%${maakZoeknaam(filter.naam).replace(/[\\%_]/g, '\\$&')}%`}`] : []),
    ...(filter.zoeksleutel ? [sql<boolean>`g.deelnemer_id = (select d.deelnemer_id from deelnemer d where d.persoonsnummer_sleutel = ${filter.zoeksleutel})`] : []),
    // Een signaal telt alleen als het een school in het bereik aangaat.
    ...(filter.signaalcode ? [sql<boolean>`exists (select 1 from signaal x where x.deelnemer_id = g.deelnemer_id and x.code = ${filter.signaalcode}
      and x.gesloten_op is null and ${bereik === null ? sql<boolean>`true` : sql<boolean>`x.brin = any(${[...bereik]})`})`] : []),
  ], sql` and `)
}
