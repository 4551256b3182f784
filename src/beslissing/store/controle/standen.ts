/** Controles op de geschiedenis: standen volgen elkaar op zonder dubbele, zonder overlap en zonder gat. */
import { type RawBuilder, sql } from 'kysely'
import { type Bevonden, type Controle, type Controlebron, NIETS_BEVONDEN, telBevondenOp } from '../../controle.ts'
import { STANDTABELLEN, type Tabelvorm } from './standtabellen.ts'
import { aantalIn, telFouten } from './tel.ts'

export const STANDCONTROLES: readonly Controle[] = [
  {
    naam: 'een-open-stand', wat: 'Van elk ding staat hooguit een stand open.',
    watTeDoen: 'Zoek in de audit welke levering de laatste was. Lever dat ding opnieuw nadat een databasebeheerder de andere open rij heeft gesloten, en controleer of de unieke index op open rijen nog bestaat.',
    kijk: (bron) => perTabel(bron, dubbelOpen),
  },
  {
    naam: 'standen-sluiten-aan', wat: 'Een stand eindigt op het moment waarop de volgende begint, of op een vastgelegde handeling die het ding liet vervallen.',
    watTeDoen: 'Er is buiten Leerroute om in de tabel geschreven. Zet de tabel terug uit een reservekopie, of laat een databasebeheerder vastgelegd_tot gelijk maken aan vastgelegd_van van de volgende stand.',
    kijk: (bron) => perTabel(bron, sluitNietAan),
  },
  {
    naam: 'gegevens-per-deelnemer', wat: 'Elke deelnemer heeft precies een open rij met gegevens, en oude rijen sluiten aan.',
    watTeDoen: 'Lever een inschrijving van deze deelnemer opnieuw; staan er twee rijen open, dan moet een databasebeheerder eerst de oudste sluiten.',
    kijk: ({ trx }) => telFouten(trx, sql`
      select d.deelnemer_id::text as sleutel from deelnemer d left join deelnemer_gegevens g on g.deelnemer_id = d.deelnemer_id and g.vastgelegd_tot is null
      group by d.deelnemer_id having count(g.deelnemer_id) <> 1
      union select deelnemer_id::text from (
        select deelnemer_id, vastgelegd_tot as tot, lead(vastgelegd_van) over (partition by deelnemer_id order by vastgelegd_van, coalesce(vastgelegd_tot, 'infinity')) as volgende from deelnemer_gegevens) r
      where tot is distinct from volgende`, aantalIn('deelnemer')),
  },
]

async function perTabel({ trx }: Controlebron, maak: (vorm: Tabelvorm) => RawBuilder<unknown>): Promise<Bevonden> {
  let totaal = NIETS_BEVONDEN
  for (const vorm of STANDTABELLEN) totaal = telBevondenOp(totaal, await telFouten(trx, maak(vorm), aantalIn(vorm.tabel)))
  return totaal
}

function dubbelOpen({ tabel, sleutel }: Tabelvorm): RawBuilder<unknown> {
  return sql`select ${leesbaar(tabel, sleutel)} as sleutel from ${sql.table(tabel)} where vastgelegd_tot is null
    group by ${sql.join(sleutel.map((kolom) => sql.ref(kolom)))} having count(*) > 1`
}

/** Een gat of een einde zonder opvolger mag als er op dat moment een handeling in de audit staat. */
function sluitNietAan({ tabel, sleutel, id, vanDeelnemer }: Tabelvorm): RawBuilder<unknown> {
  const kolommen = sql.join(sleutel.map((kolom) => sql.ref(kolom)))
  const deelnemer = vanDeelnemer ? sql`a.deelnemer_id = r.deelnemer_id` : sql`a.deelnemer_id is null`
  return sql`select ${leesbaar(tabel, sleutel)} as sleutel from (
      select ${kolommen}, vastgelegd_tot as tot,
        lead(vastgelegd_van) over (partition by ${kolommen} order by vastgelegd_van, coalesce(vastgelegd_tot, 'infinity'), ${sql.ref(id)}) as volgende
      from ${sql.table(tabel)}) r
    where (r.volgende is not null and (r.tot is null or r.tot > r.volgende))
      or (r.tot is not null and (r.volgende is null or r.volgende > r.tot) and not exists (select from audit_regel a where ${deelnemer} and a.op = r.tot))`
}

function leesbaar(tabel: string, sleutel: readonly string[]): RawBuilder<unknown> {
  return sql`concat_ws(' ', ${sql.lit(tabel)}::text, ${sql.join(sleutel.map((kolom) => sql`${sql.ref(kolom)}::text`))})`
}
