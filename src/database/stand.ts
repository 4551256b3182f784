import { sql } from 'kysely'
import type { Moment } from '../kern/datum.ts'
import { inhoudHash } from './inhoud.ts'
import type { Transactie } from './transactie.ts'

/** Tabellen met standen: onveranderlijke rijen, één open rij per sleutel (partiële unieke index), met inhoud_hash. */
export type Standtabel =
  | 'inschrijving_stand' | 'bpv_stand' | 'diploma_stand' | 'resultaat_stand' | 'rio_aangeboden_opleiding'
  | 'samenwerkingsovereenkomst' | 'interne_regeling' | 'leerrouteplan' | 'gezamenlijk_oordeel' | 'afwezigheid' | 'verzuimmelding' | 'afspraakbeheer'

type Waarde = string | number | boolean | null

export interface NieuweStand {
  readonly tabel: Standtabel
  /** Kolommen die samen zeggen om welk ding het gaat. */
  readonly sleutel: Readonly<Record<string, Waarde>>
  /** De overige kolommen van de rij zelf. */
  readonly inhoud: Readonly<Record<string, Waarde>>
  /** Naam en waarde van de technische sleutel van de nieuwe rij. */
  readonly id: readonly [kolom: string, waarde: string]
  /** Wat bij de stand hoort maar in een andere tabel staat (periodes, partijen); telt mee voor gelijkheid. */
  readonly kinderen?: unknown
  /** Kolommen die niet meetellen voor gelijkheid: wie de stand vastlegde. */
  readonly herkomst?: Readonly<Record<string, Waarde>>
  readonly nu: Moment
  /** Waar als van dit ding nog niets kan staan, ook niet van een ander: dan is er niets om op te wachten of na te zien. */
  readonly zekerNieuw?: boolean
}

export type Standuitkomst =
  | { readonly soort: 'nieuw' | 'gewijzigd' | 'ongewijzigd' }
  | { readonly soort: 'ouder-dan-bekend'; readonly bekendVan: Moment }

/** De hash van een stand, gelijk voor één levering en voor een bestand. Lege velden tellen niet mee. */
export function standHash(inhoud: unknown, kinderen: unknown): Buffer {
  return inhoudHash({ inhoud, kinderen })
}

/**
 * Legt de hele stand van één ding vast: gelijke inhoud verandert niets, andere inhoud sluit de open rij op hetzelfde
 * moment en voegt een rij toe. Leveringen voor hetzelfde ding wachten op elkaar.
 */
export async function legStandVast(trx: Transactie, stand: NieuweStand): Promise<Standuitkomst> {
  const hash = standHash(stand.inhoud, stand.kinderen)
  if (stand.zekerNieuw === true) return voegStandToe(trx, stand, hash, 'nieuw')
  // Eerst zonder slot: de meeste leveringen zeggen niets nieuws, en die hoeven op niemand te wachten.
  if ((await findOpen(trx, stand.tabel, stand.sleutel))?.inhoud_hash.equals(hash)) return { soort: 'ongewijzigd' }
  await wachtOpSleutel(trx, stand.tabel, stand.sleutel)
  const open = await findOpen(trx, stand.tabel, stand.sleutel)
  if (open?.inhoud_hash.equals(hash)) return { soort: 'ongewijzigd' }
  if (open && open.vastgelegd_van > stand.nu) return { soort: 'ouder-dan-bekend', bekendVan: open.vastgelegd_van }
  if (open) await sluit(trx, stand.tabel, stand.sleutel, stand.nu)
  return voegStandToe(trx, stand, hash, open ? 'gewijzigd' : 'nieuw')
}

async function voegStandToe(trx: Transactie, stand: NieuweStand, hash: Buffer, soort: 'nieuw' | 'gewijzigd'): Promise<Standuitkomst> {
  const rij = { ...stand.sleutel, ...stand.inhoud, ...stand.herkomst, [stand.id[0]]: stand.id[1], vastgelegd_van: stand.nu }
  const kolommen = sql.join(Object.keys(rij).map((kolom) => sql.ref(kolom)))
  const waarden = sql.join(Object.values(rij))
  await sql`insert into ${sql.table(stand.tabel)} (${kolommen}, inhoud_hash) values (${waarden}, ${hash})`.execute(trx)
  return { soort }
}

/** Laat de open rij vervallen zonder opvolger. Antwoordt of er een open rij was. */
export async function laatVervallen(
  trx: Transactie, tabel: Standtabel, sleutel: Readonly<Record<string, Waarde>>, nu: Moment,
): Promise<Standuitkomst | { readonly soort: 'niet-gevonden' }> {
  await wachtOpSleutel(trx, tabel, sleutel)
  const open = await findOpen(trx, tabel, sleutel)
  if (!open) return { soort: 'niet-gevonden' }
  if (open.vastgelegd_van > nu) return { soort: 'ouder-dan-bekend', bekendVan: open.vastgelegd_van }
  await sluit(trx, tabel, sleutel, nu)
  return { soort: 'gewijzigd' }
}

/** Wat het register over één ding weet: de inhoud zoals die geleverd is (en zo weer te leveren), en de tijd waarin dat zo bekend was. */
export interface Geregistreerd<T> {
  readonly inhoud: T
  readonly vastgelegdTijdstip: Moment
  /** Leeg = zo is het nu bekend. */
  readonly vervallenTijdstip: Moment | null
  readonly versie: string
}

export function naarGeregistreerd<R extends Standstempel, T>(rij: R, naarBericht: (rij: R) => T): Geregistreerd<T> {
  return { inhoud: naarBericht(rij), vastgelegdTijdstip: rij.vastgelegd_van, vervallenTijdstip: rij.vastgelegd_tot, versie: versieVan(rij) }
}

/** Wat elke rij van een Standtabel heeft. */
export interface Standstempel {
  readonly inhoud_hash: Buffer
  readonly vastgelegd_van: Moment
  readonly vastgelegd_tot: Moment | null
}

/** Kenmerk van een stand: verandert bij elke nieuwe stand, ook als de inhoud weer die van eerder wordt. */
export function versieVan(rij: { readonly inhoud_hash: Buffer; readonly vastgelegd_van: Moment }): string {
  return `${rij.inhoud_hash.toString('hex').slice(0, HASH_CIJFERS)}-${Date.parse(rij.vastgelegd_van).toString(36)}`
}

const HASH_CIJFERS = 32

/**
 * De versie van wat er nu staat; undefined als het er niet is of de actor het niet ziet. Houdt het ding vast tot het einde van
 * de transactie: wie daarna in dezelfde transactie schrijft, schrijft over precies deze versie heen.
 */
export async function leesVersie(trx: Transactie, tabel: Standtabel, sleutel: Readonly<Record<string, Waarde>>): Promise<string | undefined> {
  await wachtOpSleutel(trx, tabel, sleutel)
  const open = await findOpen(trx, tabel, sleutel)
  return open && versieVan(open)
}

/** Een slot tot het einde van de transactie, ook als er nog geen rij is om op slot te zetten. */
async function wachtOpSleutel(trx: Transactie, tabel: Standtabel, sleutel: Readonly<Record<string, Waarde>>): Promise<void> {
  const naam = `${tabel}:${JSON.stringify(sleutel)}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${naam}, 0))`.execute(trx)
}

async function findOpen(
  trx: Transactie, tabel: Standtabel, sleutel: Readonly<Record<string, Waarde>>,
): Promise<{ inhoud_hash: Buffer; vastgelegd_van: Moment } | undefined> {
  const { rows } = await sql<{ inhoud_hash: Buffer; vastgelegd_van: Moment }>`
    select inhoud_hash, vastgelegd_van from ${sql.table(tabel)} where ${opSleutel(sleutel)} and vastgelegd_tot is null`.execute(trx)
  return rows[0]
}

async function sluit(trx: Transactie, tabel: Standtabel, sleutel: Readonly<Record<string, Waarde>>, nu: Moment): Promise<void> {
  const { numAffectedRows } = await sql`update ${sql.table(tabel)} set vastgelegd_tot = ${nu}
    where ${opSleutel(sleutel)} and vastgelegd_tot is null`.execute(trx)
  if (numAffectedRows !== 1n) throw new Error(`een open rij in ${tabel} is niet te sluiten: row-level security of een dubbele open rij`)
}

function opSleutel(sleutel: Readonly<Record<string, Waarde>>) {
  const delen = Object.entries(sleutel).map(([kolom, waarde]) => sql<boolean>`${sql.ref(kolom)} = ${waarde}`)
  return sql.join(delen, sql` and `)
}
