/** Leest uit het register wat de controle van een regio nodig heeft; schrijft niets. */
import { sql } from 'kysely'
import type { Transactie } from '../database/index.ts'
import type { Signaalregel } from './rules/vergelijk.ts'

/** De deelnemers achter zoeksleutels; een onbekende sleutel ontbreekt. */
export async function findDeelnemers(trx: Transactie, zoeksleutels: readonly Buffer[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ sleutel: string; deelnemer_id: string }>`
    select encode(persoonsnummer_sleutel, 'hex') as sleutel, deelnemer_id from deelnemer where persoonsnummer_sleutel = any(${zoeksleutels})`.execute(trx)
  return new Map(rows.map(({ sleutel, deelnemer_id }) => [sleutel, deelnemer_id]))
}

/** De open signalen van alle deelnemers die bij een van deze scholen horen, per deelnemer. */
export async function leesOpenSignalenBij(trx: Transactie, brins: readonly string[]): Promise<ReadonlyMap<string, readonly Signaalregel[]>> {
  const { rows } = await sql<{ deelnemer_id: string; code: string; brin: string | null }>`
    select s.deelnemer_id, s.code, s.brin from signaal s
    where s.gesloten_op is null and exists (select 1 from deelnemer_school d where d.deelnemer_id = s.deelnemer_id and d.brin = any(${[...brins]}))`.execute(trx)
  return Map.groupBy(rows, ({ deelnemer_id }) => deelnemer_id)
}

/** De laatste levering van elk bestand met een van deze namen; een naam die nooit geleverd is ontbreekt. */
export async function findLeveringen(trx: Transactie, bestandsnamen: readonly string[]): Promise<ReadonlyMap<string, { readonly aanleveringId: string; readonly staat: string }>> {
  const { rows } = await sql<{ bestandsnaam: string; aanlevering_id: string; staat: string }>`
    select distinct on (bestandsnaam) bestandsnaam, aanlevering_id, staat from aanlevering
    where bestandsnaam = any(${[...bestandsnamen]}) order by bestandsnaam, volgorde desc`.execute(trx)
  return new Map(rows.map(({ bestandsnaam, aanlevering_id, staat }) => [bestandsnaam, { aanleveringId: aanlevering_id, staat }]))
}

export interface NietVastgelegd {
  readonly aanleveringId: string
  readonly regelnummer: number
  readonly uitkomst: string
  readonly fouten: readonly { readonly veld: string; readonly regel: string }[]
}

/** Elk record van deze leveringen dat niet is vastgelegd. */
export async function leesNietVastgelegd(trx: Transactie, aanleveringen: readonly string[]): Promise<readonly NietVastgelegd[]> {
  const { rows } = await sql<{ aanlevering_id: string; regelnummer: number; uitkomst: string; fouten: NietVastgelegd['fouten'] }>`
    select aanlevering_id, regelnummer, uitkomst, fouten from terugkoppeling
    where aanlevering_id = any(${[...aanleveringen]}::uuid[]) and uitkomst in ('afgekeurd', 'geen-recht', 'ouder') order by aanlevering_id, regelnummer`.execute(trx)
  return rows.map(({ aanlevering_id, ...rij }) => ({ aanleveringId: aanlevering_id, ...rij }))
}
