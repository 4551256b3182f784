import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Moment } from '../../kern/datum.ts'
import type { Sector } from '../../kern/leerroute.ts'
import type { Gegevens } from '../rules/gegevens.ts'
import { copyRegel, KOLOMMEN, type Bulkrij, type Bulktabel } from './bulk-kolommen.ts'

/**
 * De bulkweg: rijen van een groep studenten gaan met COPY naar een tijdelijke tabel (niet gelogd) en daarna in één keer
 * naar de echte. Rechtstreeks COPY naar een tabel met row-level security staat PostgreSQL niet toe.
 */
export class Bulkschrijver {
  readonly #verbinding: pg.PoolClient
  readonly #regels = new Map<Bulktabel, string[]>()

  constructor(verbinding: pg.PoolClient) {
    this.#verbinding = verbinding
  }

  voegToe(tabel: Bulktabel, rij: Bulkrij): void {
    const lijst = this.#regels.get(tabel)
    if (lijst === undefined) this.#regels.set(tabel, [copyRegel(tabel, rij)])
    else lijst.push(copyRegel(tabel, rij))
  }

  /** Schrijft alles weg in de volgorde van de verwijzingen. Gooit `Botsing` als een ander intussen hetzelfde schreef. */
  async schrijf(): Promise<void> {
    for (const tabel of Object.keys(KOLOMMEN) as Bulktabel[]) {
      const regels = this.#regels.get(tabel)
      if (regels === undefined) continue
      const kolommen = KOLOMMEN[tabel].join(', ')
      await this.#naarTijdelijk(tabel, kolommen, regels)
      const { rowCount } = await this.#verbinding.query(`insert into ${tabel} (${kolommen}) select ${kolommen} from imp_${tabel}${BIJ_BOTSING[tabel] ?? ''}`)
      // Een relatie kan een ander net hebben gelegd; het zicht wordt daarna toch opnieuw uitgerekend.
      if (rowCount !== regels.length && tabel !== 'deelnemer_school') throw new Botsing(`${tabel}: ${rowCount} van ${regels.length}`)
      // Een volgende reeks in dezelfde transactie begint met een lege tussentabel.
      await this.#verbinding.query(`delete from imp_${tabel}`)
    }
    this.#regels.clear()
  }

  async #naarTijdelijk(tabel: Bulktabel, kolommen: string, regels: readonly string[]): Promise<void> {
    await this.#verbinding.query(`create temp table if not exists imp_${tabel} on commit delete rows as select ${kolommen} from ${tabel} with no data`)
    const stroom = this.#verbinding.query(copyFrom(`copy imp_${tabel} (${kolommen}) from stdin`))
    await pipeline(Readable.from([regels.join('')]), stroom)
  }
}

const BIJ_BOTSING: Partial<Record<Bulktabel, string>> = { deelnemer: ' on conflict (persoonsnummer_sleutel) do nothing', deelnemer_school: ' on conflict do nothing' }

/** Een andere levering was tegelijk bezig met dezelfde student; de groep moet opnieuw. */
export class Botsing extends Error {}

/** PostgreSQL-fouten die overgaan als de groep opnieuw begint: dubbele sleutel, deadlock, serialisatie. */
export function isBotsing(fout: unknown): boolean {
  return fout instanceof Botsing || (fout instanceof Error && 'code' in fout && ['23505', '40P01', '40001'].includes(String(fout.code)))
}

/** De deelnemers die het register al kent, op zoeksleutel (hex). */
export async function findDeelnemers(verbinding: pg.PoolClient, sleutels: readonly Buffer[]): Promise<Map<string, string>> {
  const { rows } = await verbinding.query<{ sleutel: Buffer; deelnemer_id: string }>(
    'select persoonsnummer_sleutel as sleutel, deelnemer_id from deelnemer where persoonsnummer_sleutel = any($1::bytea[])', [sleutels])
  return new Map(rows.map((r) => [r.sleutel.toString('hex'), r.deelnemer_id]))
}

export interface OpenGegevens extends Gegevens {
  readonly deelnemer_id: string
  readonly gegevens_id: string
  readonly geleverd_door: string | null
  readonly vastgelegd_van: Moment
}

export async function findGegevens(verbinding: pg.PoolClient, deelnemers: readonly string[]): Promise<Map<string, OpenGegevens>> {
  const { rows } = await verbinding.query<OpenGegevens>(
    `select deelnemer_id, gegevens_id, geboortedatum, geboortedatum_ruw, geslacht, naam, woont_in_nederland, vo_activiteiten_afgerond_op, geleverd_door, vastgelegd_van
     from deelnemer_gegevens where deelnemer_id = any($1::uuid[]) and vastgelegd_tot is null for update`, [deelnemers])
  return new Map(rows.map((r) => [r.deelnemer_id, r]))
}

/** Hoe een school bij een deelnemer staat. */
export interface Bulkrelatie {
  readonly zietAlles: boolean
  readonly eigenGegevens: boolean
  readonly vestigingen: readonly string[]
  /** Er is een inschrijving die vandaag niet voorbij is. */
  loopt: boolean
}

/** De scholen met een relatie met deze deelnemers, op BRIN. */
export async function findRelaties(verbinding: pg.PoolClient, deelnemers: readonly string[], nu: Moment): Promise<Map<string, Map<string, Bulkrelatie>>> {
  const { rows } = await verbinding.query<Bulkrelatie & { deelnemer_id: string; brin: string }>(
    `select s.deelnemer_id, s.brin, s.ziet_alles as "zietAlles", s.eigen_gegevens as "eigenGegevens", s.vestigingen, exists (select 1 from inschrijving_stand i where i.deelnemer_id = s.deelnemer_id and i.brin = s.brin
       and i.vastgelegd_tot is null and (i.datum_uitschrijving is null or i.datum_uitschrijving >= leerroute_dag($2::timestamptz))) as loopt
     from deelnemer_school s where s.deelnemer_id = any($1::uuid[])`, [deelnemers, nu])
  const uit = new Map<string, Map<string, Bulkrelatie>>()
  for (const { deelnemer_id, brin, ...relatie } of rows) {
    const scholen = uit.get(deelnemer_id) ?? new Map<string, Bulkrelatie>()
    uit.set(deelnemer_id, scholen.set(brin, relatie))
  }
  return uit
}

export type Bulkstand = 'inschrijving_stand' | 'bpv_stand' | 'diploma_stand' | 'resultaat_stand'

const SLEUTEL: Readonly<Record<Bulkstand, readonly string[]>> = {
  inschrijving_stand: ['brin', 'inschrijvingvolgnummer'], bpv_stand: ['brin', 'inschrijvingvolgnummer', 'bpv_volgnummer'],
  diploma_stand: ['brin', 'resultaatvolgnummer'], resultaat_stand: ['brin', 'soort', 'resultaatvolgnummer'],
}

export interface OpenStand {
  readonly stand_id: string
  readonly hash: Buffer
  readonly vastgelegd_van: Moment
  /** Alleen bij een inschrijving. */
  readonly sector: Sector | null
}

/** De sleutel van een stand als tekst; dezelfde vorm komt uit de database. */
export function standsleutel(tabel: Bulkstand, rij: Bulkrij): string {
  return ['deelnemer_id', ...SLEUTEL[tabel]].map((k) => String(rij[k])).join('|')
}

/** De open standen van deze deelnemers, op sleutel. */
export async function findOpenStanden(verbinding: pg.PoolClient, tabel: Bulkstand, deelnemers: readonly string[]): Promise<Map<string, OpenStand>> {
  const { rows } = await verbinding.query<OpenStand & Record<string, string>>(
    `select deelnemer_id, ${SLEUTEL[tabel].join(', ')}, stand_id, inhoud_hash as hash, vastgelegd_van, ${tabel === 'inschrijving_stand' ? 'sector' : 'null'} as sector from ${tabel}
     where deelnemer_id = any($1::uuid[]) and vastgelegd_tot is null`, [deelnemers])
  return new Map(rows.map((r) => [standsleutel(tabel, r as unknown as Bulkrij), r]))
}

/** Sluit oude rijen op het moment waarop de nieuwe begint. Gooit `Botsing` als er intussen een gesloten is. */
export async function sluitRijen(verbinding: pg.PoolClient, tabel: Bulkstand | 'deelnemer_gegevens', rijen: readonly { readonly deelnemerId: string; readonly id: string }[], nu: Moment): Promise<void> {
  if (rijen.length === 0) return
  const id = tabel === 'deelnemer_gegevens' ? 'gegevens_id' : 'stand_id'
  const { rowCount } = await verbinding.query(
    `update ${tabel} t set vastgelegd_tot = $3 from unnest($1::uuid[], $2::uuid[]) as s(deelnemer_id, id)
     where t.deelnemer_id = s.deelnemer_id and t.${id} = s.id and t.vastgelegd_tot is null`, [rijen.map((r) => r.deelnemerId), rijen.map((r) => r.id), nu])
  if (rowCount !== rijen.length) throw new Botsing(`${tabel}: ${rowCount} van ${rijen.length} gesloten`)
}
