/** Controles op wat bij elkaar hoort: kinderen bij hun stand, relaties bij inschrijvingen, werk bij wijzigingen. */
import { type RawBuilder, sql } from 'kysely'
import { afwijkendZicht } from '../../../bron/index.ts'
import { HANDELINGEN } from '../../../kern/gebeurtenissoort.ts'
import { type Controle, NIETS_BEVONDEN, telBevondenOp } from '../../controle.ts'
import { STANDTABELLEN } from './standtabellen.ts'
import { aantalIn, telFouten } from './tel.ts'

const TERUGZETTEN = 'Er is buiten Leerroute om in de database geschreven, of een reservekopie is maar half teruggezet. Zet de database als geheel terug uit de laatste goede reservekopie.'

export const SAMENHANGCONTROLES: readonly Controle[] = [
  {
    naam: 'geen-wezen', wat: 'Elke rij hoort bij een rij die bestaat: periode bij stand, stand bij deelnemer, partij bij overeenkomst.', watTeDoen: TERUGZETTEN,
    kijk: async ({ trx }) => {
      let totaal = NIETS_BEVONDEN
      for (const { kind, ouder, op } of VERWIJZINGEN) totaal = telBevondenOp(totaal, await telFouten(trx, wees(kind, ouder, op), aantalIn(kind)))
      return totaal
    },
  },
  {
    naam: 'stand-heeft-perioden', wat: 'Elke stand van een inschrijving heeft perioden, en die liggen binnen de inschrijving.',
    watTeDoen: 'Lever de inschrijving opnieuw met al haar perioden; de nieuwe stand sluit de kapotte.',
    kijk: ({ trx }) => telFouten(trx, sql`
      select concat_ws(' ', s.deelnemer_id::text, s.brin, s.inschrijvingvolgnummer) as sleutel from inschrijving_stand s
      left join inschrijvingsperiode p on p.deelnemer_id = s.deelnemer_id and p.stand_id = s.stand_id
      group by s.deelnemer_id, s.stand_id, s.brin, s.inschrijvingvolgnummer, s.datum_inschrijving, s.datum_uitschrijving
      having count(p.stand_id) = 0 or min(p.datum_begin) <> s.datum_inschrijving or max(p.datum_begin) > coalesce(s.datum_uitschrijving, 'infinity')`, aantalIn('inschrijving_stand')),
  },
  {
    naam: 'relatie-bij-inschrijving', wat: 'Een school ziet een deelnemer, en de kant van een partner, precies als het register daar de grond voor heeft.',
    watTeDoen: 'Start de server een keer: die rekent elke dag alle relaties opnieuw uit. Blijft het verschil, lever de inschrijving van die school dan opnieuw met een wijziging.',
    kijk: ({ trx, nu }) => telFouten(trx, afwijkendZicht(nu), aantalIn('deelnemer_school')),
  },
  {
    naam: 'werk-bij-wijziging', wat: 'Bij elke wijziging in de audit staat werk in de outbox, in dezelfde transactie.',
    watTeDoen: 'De signalen van deze deelnemers kunnen achterlopen. Draai deze controle met --alles; start de server een keer, die rekent elke dag alle signalen opnieuw uit.',
    kijk: ({ trx }) => {
      const wijziging = sql`a.handeling = any(${Object.keys(HANDELINGEN)}::text[])`
      return telFouten(trx, sql`
        select concat_ws(' ', a.handeling, a.object_soort, coalesce(a.deelnemer_id::text, a.object_sleutel), a.op::text) as sleutel from audit_regel a
        where ${wijziging} and not exists (select from outbox o where o.deelnemer_id = coalesce(a.deelnemer_id, '00000000-0000-0000-0000-000000000000') and o.aangemaakt_op = a.op)`,
      sql`select count(*) from audit_regel a where ${wijziging}`)
    },
  },
  {
    naam: 'signalen-uniek', wat: 'Een school heeft van elke code hooguit een open signaal over een deelnemer, en een gesloten signaal sloot na zijn opening.',
    watTeDoen: 'Laat een databasebeheerder het jongste dubbele signaal sluiten en controleer of de unieke index signaal_open nog bestaat.',
    kijk: ({ trx }) => telFouten(trx, sql`
      select concat_ws(' ', deelnemer_id::text, code, brin) as sleutel from signaal where gesloten_op is null group by deelnemer_id, code, brin having count(*) > 1
      union all select concat_ws(' ', deelnemer_id::text, code, brin) from signaal where gesloten_op < geopend_op`, aantalIn('signaal')),
  },
]

interface Verwijzing {
  readonly kind: string
  readonly ouder: string
  readonly op: readonly string[]
}

const VERWIJZINGEN: readonly Verwijzing[] = [
  { kind: 'inschrijvingsperiode', ouder: 'inschrijving_stand', op: ['deelnemer_id', 'stand_id'] },
  { kind: 'extra_ondersteuning', ouder: 'inschrijving_stand', op: ['deelnemer_id', 'stand_id'] },
  { kind: 'rio_aangeboden_opleiding_partner', ouder: 'rio_aangeboden_opleiding', op: ['aanbod_id'] },
  { kind: 'samenwerkingsovereenkomst_partij', ouder: 'samenwerkingsovereenkomst', op: ['overeenkomst_id'] },
  ...['deelnemer_gegevens', 'deelnemer_school', 'signaal', 'leerlingoverzicht', ...STANDTABELLEN.filter(({ vanDeelnemer }) => vanDeelnemer).map(({ tabel }) => tabel)]
    .map((kind) => ({ kind, ouder: 'deelnemer', op: ['deelnemer_id'] })),
]

function wees(kind: string, ouder: string, op: readonly string[]): RawBuilder<unknown> {
  const gelijk = sql.join(op.map((kolom) => sql`o.${sql.ref(kolom)} = k.${sql.ref(kolom)}`), sql` and `)
  return sql`select distinct concat_ws(' ', ${sql.lit(kind)}::text, ${sql.join(op.map((kolom) => sql`k.${sql.ref(kolom)}::text`))}) as sleutel
    from ${sql.table(kind)} k where not exists (select from ${sql.table(ouder)} o where ${gelijk})`
}
