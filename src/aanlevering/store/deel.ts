import { sql } from 'kysely'
import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Kluis } from '../../toegang/index.ts'
import type { Tellingen } from '../levering.ts'
import { zetBezig } from './levering.ts'
import { pakIn, pakUit } from './pakket.ts'

export type Deelvorm = 'regels' | 'studenten' | 'bytes'

export interface Deelsleutel {
  readonly aanleveringId: string
  readonly vanafRegel: number
}

export interface NieuwDeel extends Deelsleutel {
  readonly totEnMetRegel: number
  readonly vorm: Deelvorm
  readonly records: number
  readonly inhoud: Uint8Array
}

export async function bewaarDeel(trx: Transactie, kluis: Kluis, deel: NieuwDeel): Promise<void> {
  const { inhoud, sleutelId } = pakIn(kluis, deel.aanleveringId, deel.vanafRegel, deel.inhoud)
  await trx.insertInto('aanlevering_deel').values({
    aanlevering_id: deel.aanleveringId, vanaf_regel: deel.vanafRegel, tot_en_met_regel: deel.totEnMetRegel, vorm: deel.vorm, records: deel.records,
    staat: 'wachtend', inhoud, sleutel_id: sleutelId, pogingen: 0, breed: false, tellingen: null,
  }).execute()
}

export interface GeclaimdDeel extends Deelsleutel {
  readonly vorm: Deelvorm
  readonly records: number
  /** Deze poging meegeteld. */
  readonly pogingen: number
}

/**
 * Kiest het volgende werk en telt de poging. Van een levering is alleen het eerste open deel aan de beurt, en van een afzender
 * alleen de oudste levering: zo blijven records van een student op volgorde. Tussen afzenders gaat voor wie het minst ver is: een groot
 * bestand van de een laat een klein bestand van een ander niet wachten. Wat een ander vasthoudt wordt overgeslagen.
 */
export async function claimDeel(trx: Transactie, nu: Moment): Promise<GeclaimdDeel | undefined> {
  const { rows: [rij] } = await sql<{ aanlevering_id: string; vanaf_regel: number; vorm: Deelvorm; records: number; pogingen: number }>`
    with kandidaat as (
      select d.aanlevering_id, d.vanaf_regel from aanlevering a
      join lateral (select aanlevering_id, vanaf_regel from aanlevering_deel o where o.aanlevering_id = a.aanlevering_id and o.staat = 'wachtend' order by vanaf_regel limit 1) e on true
      join aanlevering_deel d on d.aanlevering_id = e.aanlevering_id and d.vanaf_regel = e.vanaf_regel
      where a.staat in ('wachtend', 'bezig') and d.staat = 'wachtend' and not exists (
        select 1 from aanlevering_deel x join aanlevering b using (aanlevering_id)
        where b.afzender = a.afzender and b.volgorde < a.volgorde and b.staat in ('wachtend', 'bezig') and x.staat = 'wachtend')
      order by d.vanaf_regel, a.volgorde for update of d skip locked limit 1)
    update aanlevering_deel d set pogingen = least(d.pogingen + 1, 1000) from kandidaat k where d.aanlevering_id = k.aanlevering_id and d.vanaf_regel = k.vanaf_regel
    returning d.aanlevering_id, d.vanaf_regel, d.vorm, d.records, d.pogingen`.execute(trx)
  if (rij === undefined) return undefined
  await zetBezig(trx, rij.aanlevering_id, nu)
  return { aanleveringId: rij.aanlevering_id, vanafRegel: rij.vanaf_regel, vorm: rij.vorm, records: rij.records, pogingen: rij.pogingen }
}

/** Zet het deel op slot tot het einde van de transactie; undefined als een ander ermee bezig is of het al gedaan is. */
export async function leesDeelOpSlot(trx: Transactie, kluis: Kluis, deel: Deelsleutel): Promise<{ readonly inhoud: Buffer; readonly totEnMetRegel: number } | undefined> {
  const { rows: [rij] } = await sql<{ inhoud: Buffer; sleutel_id: string; tot: number }>`select inhoud, sleutel_id, tot_en_met_regel as tot from aanlevering_deel
    where aanlevering_id = ${deel.aanleveringId} and vanaf_regel = ${deel.vanafRegel} and staat = 'wachtend' for update skip locked`.execute(trx)
  return rij && { inhoud: pakUit(kluis, deel.aanleveringId, deel.vanafRegel, rij.inhoud, rij.sleutel_id), totEnMetRegel: rij.tot }
}

/** De records staan in het register; de inhoud verdwijnt meteen. */
export async function zetOpgeslagen(trx: Transactie, deel: Deelsleutel, tellingen: Tellingen, breed: boolean): Promise<void> {
  await trx.updateTable('aanlevering_deel').set({ staat: 'opgeslagen', inhoud: null, sleutel_id: null, tellingen: JSON.stringify(tellingen), breed })
    .where('aanlevering_id', '=', deel.aanleveringId).where('vanaf_regel', '=', deel.vanafRegel).execute()
}

export async function verwijderDelen(trx: Transactie, aanleveringId: string, vorm: Deelvorm): Promise<void> {
  await trx.deleteFrom('aanlevering_deel').where('aanlevering_id', '=', aanleveringId).where('vorm', '=', vorm).execute()
}

export async function verwijderDeel(trx: Transactie, deel: Deelsleutel): Promise<void> {
  await trx.deleteFrom('aanlevering_deel').where('aanlevering_id', '=', deel.aanleveringId).where('vanaf_regel', '=', deel.vanafRegel).execute()
}

/** De stukken van een bestand van DUO, op volgorde. */
export async function* leesStukken(trx: Transactie, kluis: Kluis, aanleveringId: string): AsyncGenerator<Buffer> {
  const { rows } = await sql<{ vanaf: number }>`select vanaf_regel as vanaf from aanlevering_deel
    where aanlevering_id = ${aanleveringId} and vorm = 'bytes' order by vanaf_regel`.execute(trx)
  for (const { vanaf } of rows) {
    const stuk = await leesDeelOpSlot(trx, kluis, { aanleveringId, vanafRegel: vanaf })
    if (stuk === undefined) throw new Error('een stuk van een levering is er niet meer')
    yield stuk.inhoud
  }
}

export interface OpgeslagenDeel extends Deelsleutel {
  readonly deelnemers: readonly string[]
}

/** Een deel waarvan de signalen nog moeten, op slot, met de leerlingen bij wie iets veranderde. */
export async function neemOpgeslagenDeel(trx: Transactie): Promise<OpgeslagenDeel | undefined> {
  const { rows: [rij] } = await sql<{ aanlevering_id: string; vanaf_regel: number; tot: number }>`select aanlevering_id, vanaf_regel, tot_en_met_regel as tot
    from aanlevering_deel where staat = 'opgeslagen' order by aanlevering_id, vanaf_regel for update skip locked limit 1`.execute(trx)
  if (rij === undefined) return undefined
  const { rows } = await sql<{ id: string }>`select distinct deelnemer_id as id from terugkoppeling where aanlevering_id = ${rij.aanlevering_id}
    and regelnummer between ${rij.vanaf_regel} and ${rij.tot} and uitkomst in ('nieuw', 'gewijzigd') and deelnemer_id is not null`.execute(trx)
  return { aanleveringId: rij.aanlevering_id, vanafRegel: rij.vanaf_regel, deelnemers: rows.map(({ id }) => id) }
}

export async function zetDeelKlaar(trx: Transactie, deel: Deelsleutel): Promise<void> {
  await trx.updateTable('aanlevering_deel').set({ staat: 'klaar' }).where('aanlevering_id', '=', deel.aanleveringId).where('vanaf_regel', '=', deel.vanafRegel).execute()
}

/**
 * Een later deel veranderde aanbod, een afspraak of een school: wat daarvoor kwam krijgt zijn signalen nog een keer, een keer
 * per levering. Antwoordt of er iets opnieuw moet.
 */
export async function heropenVoorBreed(trx: Transactie, aanleveringId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update aanlevering_deel d set staat = 'opgeslagen' from (
      select max(vanaf_regel) as laatste from aanlevering_deel where aanlevering_id = ${aanleveringId} and breed) b
    where d.aanlevering_id = ${aanleveringId} and d.staat = 'klaar' and d.vanaf_regel < b.laatste`.execute(trx)
  await sql`update aanlevering_deel set breed = false where aanlevering_id = ${aanleveringId} and breed`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
