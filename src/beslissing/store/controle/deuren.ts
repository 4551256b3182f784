/** Controles op wat de deuren bewaren: antwoorden bij een Idempotency-Key en terugkoppelingen bij een aanlevering. */
import { sql } from 'kysely'
import type { Transactie } from '../../../database/index.ts'
import { type Bevonden, type Controle, NIETS_BEVONDEN, telBevondenOp } from '../../controle.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { aantalIn, telFouten } from './tel.ts'

export const DEURCONTROLES: readonly Controle[] = [
  {
    naam: 'antwoorden-bij-sleutels', wat: 'Elk bewaard antwoord bij een Idempotency-Key is JSON, en een deelnemer die erin staat bestaat.',
    watTeDoen: 'Verwijder de genoemde rij uit de tabel idempotentie; wie het verzoek herhaalt, krijgt dan een nieuw antwoord. Kijk in het register of het gevolg er al is.',
    kijk: ({ trx }) => controleerAntwoorden(trx),
  },
  {
    naam: 'terugkoppeling-per-record', wat: 'Een aanlevering die klaar is heeft precies een terugkoppeling per record, en de tellingen kloppen.',
    watTeDoen: 'Lever hetzelfde bestand opnieuw aan: wat al in het register staat verandert niet, en de terugkoppelingen zijn dan volledig.',
    kijk: ({ trx }) => telFouten(trx, sql`
      select a.aanlevering_id::text as sleutel from aanlevering a
      left join (select aanlevering_id, count(*) as aantal from terugkoppeling group by 1) t using (aanlevering_id)
      where a.staat = 'klaar' and (a.records is distinct from coalesce(t.aantal, 0)
        or (jsonb_typeof(a.tellingen) = 'object' and exists (
          select from jsonb_each_text(a.tellingen) u
          where u.key in ('nieuw', 'gewijzigd', 'ongewijzigd', 'ouder', 'afgekeurd', 'geen-recht')
            and u.value::bigint <> (select count(*) from terugkoppeling r where r.aanlevering_id = a.aanlevering_id and r.uitkomst = u.key))))`, aantalIn('aanlevering')),
  },
]

const REEKS = 2_000

interface AntwoordRij {
  readonly aanroeper: string
  readonly sleutel_hash: Buffer
  readonly operatie: string
  readonly inhoud: string | null
}

/** In reeksen langs de primaire sleutel: een maand antwoorden past niet in het geheugen. */
async function controleerAntwoorden(trx: Transactie): Promise<Bevonden> {
  let totaal = NIETS_BEVONDEN
  let na: AntwoordRij | undefined
  for (;;) {
    const { rows }: { rows: AntwoordRij[] } = await sql<AntwoordRij>`select aanroeper, sleutel_hash, operatie, inhoud from idempotentie
      where ${na === undefined ? sql`true` : sql`(aanroeper, sleutel_hash) > (${na.aanroeper}, ${na.sleutel_hash})`} order by aanroeper, sleutel_hash limit ${REEKS}`.execute(trx)
    na = rows.at(-1)
    if (na === undefined) return totaal
    const wie = rows.map(({ inhoud }) => deelnemerIn(inhoud))
    const bestaand = await sql<{ id: string }>`select deelnemer_id as id from deelnemer where deelnemer_id = any(${wie.filter((id) => typeof id === 'string')}::uuid[])`.execute(trx)
    const bekend = new Set(bestaand.rows.map(({ id }) => id))
    const fout = rows.filter((_rij, i) => wie[i] === undefined || (typeof wie[i] === 'string' && !bekend.has(wie[i])))
    totaal = telBevondenOp(totaal, { bekeken: rows.length, gevonden: fout.length, voorbeelden: fout.map((rij) => `${rij.operatie} ${rij.aanroeper} ${rij.sleutel_hash.toString('hex').slice(0, 12)}`) })
  }
}

/** De deelnemer die een antwoord noemt; null als het er geen noemt, undefined als het geen JSON is. */
function deelnemerIn(inhoud: string | null): string | null | undefined {
  if (inhoud === null) return null
  try {
    const gelezen: unknown = JSON.parse(inhoud)
    const id: unknown = typeof gelezen === 'object' && gelezen !== null ? Reflect.get(gelezen, 'deelnemerId') : null
    return isUuid(id) ? id : null
  } catch {
    return undefined
  }
}
