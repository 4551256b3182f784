/** Stuurt gemaakte verzoeken en beoordeelt de antwoorden: geen 5xx, zoals het document, en geen gevolg na een 4xx (S-102). */
import { setTimeout as wacht } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { type Kennis, type Operatie, type Verzoek, verzoekenVoor } from './operaties.ts'
import type { Oordeel } from './oordeel.ts'
import type { Opzoeker } from './willekeurig.ts'

export interface Vuuropdracht {
  readonly adres: string
  readonly pool: pg.Pool
  readonly oordeel: Oordeel
  readonly zoek: Opzoeker
  readonly kennis: Kennis
  readonly aantal: number
  readonly zaad: number
}

export interface Bevinding {
  readonly operatie: string
  readonly verzoek: Verzoek
  readonly status: number
  readonly afwijkingen: readonly string[]
}

export interface Vuurverslag {
  readonly bevindingen: readonly Bevinding[]
  /** Aantal per status. */
  readonly statussen: ReadonlyMap<number, number>
}

export async function vuur(operatie: Operatie, opdracht: Vuuropdracht): Promise<Vuurverslag> {
  const bevindingen: Bevinding[] = []
  const statussen = new Map<number, number>()
  for (const verzoek of fc.sample(verzoekenVoor(operatie, opdracht.zoek, opdracht.kennis), { numRuns: opdracht.aantal, seed: opdracht.zaad })) {
    await wachtOpAanleveringen(opdracht.pool)
    const ervoor = await vingerafdruk(opdracht.pool)
    const antwoord = await stuur(opdracht.adres, verzoek)
    statussen.set(antwoord.status, (statussen.get(antwoord.status) ?? 0) + 1)
    const gevolg = antwoord.status >= 400 && (await vingerafdruk(opdracht.pool)) !== ervoor ? [`na status ${antwoord.status} is er toch iets veranderd in het register`] : []
    const afwijkingen = [...opdracht.oordeel(operatie, antwoord), ...gevolg]
    if (afwijkingen.length > 0) bevindingen.push({ operatie: operatie.operationId, verzoek, status: antwoord.status, afwijkingen })
    onthoud(antwoord.tekst, opdracht.kennis)
  }
  return { bevindingen, statussen }
}

async function stuur(adres: string, { methode, pad, koppen, lichaam }: Verzoek) {
  const antwoord = await fetch(`${adres}${pad}`, { method: methode, headers: koppen, redirect: 'manual', ...(lichaam === undefined ? {} : { body: lichaam }) })
  return { status: antwoord.status, koppen: antwoord.headers, tekst: await antwoord.text() }
}

/** Een aangenomen bestand wordt op de achtergrond verwerkt; dat is geen gevolg van het volgende verzoek. */
async function wachtOpAanleveringen(pool: pg.Pool): Promise<void> {
  for (const einde = Date.now() + 20_000; Date.now() < einde; await wacht(20)) {
    const { rows } = await pool.query<{ bezig: boolean }>(`select exists (select 1 from aanlevering where staat in ('wachtend', 'bezig')) as bezig`)
    if (rows[0]?.bezig !== true) return
  }
}

/** Wat achtergrondwerk of het gebruik van een sleutel zelf bijwerkt, is geen gevolg van een verzoek. Ook een mislukte vraag staat in de logboeken (P-05). */
const TERZIJDE = new Set(['audit_regel', 'audit_kop', 'verwerking_regel', 'outbox', 'signaal', 'leerlingoverzicht', 'koppeling', 'migratie', 'idempotentie', 'abonnement', 'aflevering'])

async function vingerafdruk(pool: pg.Pool): Promise<string> {
  const { rows: tabellen } = await pool.query<{ naam: string }>(
    `select c.relname as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1`)
  const tellingen = tabellen.filter(({ naam }) => !TERZIJDE.has(naam) && !naam.startsWith('gebeurtenis') && !naam.startsWith('webhook')).map(({ naam }) => `(select count(*) || ':' || coalesce(max(xmin::text::bigint), 0) from ${naam})`)
  const { rows } = await pool.query<{ v: string }>(`select concat_ws(',', ${tellingen.join(', ')}) as v`)
  return rows[0]?.v ?? ''
}

const GENOEG = 40

/** Sleutels uit antwoorden worden waarden voor volgende verzoeken, op de naam van hun veld. */
function onthoud(tekst: string, kennis: Kennis): void {
  for (const [, naam = '', waarde = ''] of tekst.matchAll(/"([a-zA-Z]+Id)":"([^"\\]{1,200})"/g)) {
    const bekend = kennis.get(naam) ?? []
    if (bekend.length < GENOEG && !bekend.includes(waarde)) kennis.set(naam, [...bekend, waarde])
  }
}
