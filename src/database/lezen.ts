import { type RawBuilder, sql } from 'kysely'
import { type Datum, datumInNederland, type Moment } from '../kern/datum.ts'

/** Van registratietijd naar kennisdagen in Nederland (K-CAS-01); het moment zelf blijft erbij om te tonen. */
export function naarBekend(rij: { readonly vastgelegd_van: Moment; readonly vastgelegd_tot: Moment | null }): {
  readonly bekendOp: Datum; readonly vervallenOp: Datum | null; readonly vastgelegdOp: Moment
} {
  return {
    bekendOp: dagVan(rij.vastgelegd_van),
    vervallenOp: rij.vastgelegd_tot === null ? null : dagVan(rij.vastgelegd_tot),
    vastgelegdOp: rij.vastgelegd_van,
  }
}

/** Verdeelt rijen over deelnemers; de volgorde binnen een deelnemer blijft die van de vraag. */
export function perDeelnemer<R extends { readonly deelnemer_id: string }, T>(rijen: readonly R[], maak: (rij: R) => T): Map<string, T[]> {
  const uit = new Map<string, T[]>()
  for (const rij of rijen) {
    const lijst = uit.get(rij.deelnemer_id)
    if (lijst) lijst.push(maak(rij))
    else uit.set(rij.deelnemer_id, [maak(rij)])
  }
  return uit
}

/**
 * Voorwaarde `deelnemer_id in (...)` met één parameter, zodat de vraag voor elke hoeveelheid dezelfde tekst heeft. De lijst staat
 * in een subvraag: zag PostgreSQL haar lengte, dan zou het voor een korte lijst elke keer een eigen plan maken, en dat kost meer
 * dan de vraag zelf.
 */
export function vanDeelnemers(deelnemers: readonly string[], tabel?: string) {
  return sql<boolean>`${sql.ref(tabel === undefined ? 'deelnemer_id' : `${tabel}.deelnemer_id`)} = any((select ${[...deelnemers]}::uuid[])::uuid[])`
}

/** Welke rijen op een kennisdag telden (K-CAS-01); null = de laatste stand. */
export function bekendOp(dag: Datum | null, tabel: string) {
  const kolom = (naam: string) => sql.ref(`${tabel}.${naam}`)
  if (dag === null) return sql<boolean>`${kolom('vastgelegd_tot')} is null`
  return sql<boolean>`leerroute_dag(${kolom('vastgelegd_van')}) <= ${dag}
    and (${kolom('vastgelegd_tot')} is null or leerroute_dag(${kolom('vastgelegd_tot')}) > ${dag})`
}

const EERDER = new Map<Moment, Datum>()
const MEESTE = 10_000

/** Een levering geeft veel rijen hetzelfde moment; de tijdzone uitrekenen is per keer duur. */
function dagVan(moment: Moment): Datum {
  const eerder = EERDER.get(moment)
  if (eerder !== undefined) return eerder
  if (EERDER.size >= MEESTE) EERDER.clear()
  const dag = datumInNederland(new Date(moment))
  EERDER.set(moment, dag)
  return dag
}

/** Welk stuk van een lijst: na een sleutel, of (terug) voor een sleutel. Beide leeg = het begin. */
export interface Bladwijzer {
  readonly na?: string | null
  readonly voor?: string | null
  /** 1 tot en met 250 (S-15). */
  readonly aantal: number
}

export interface Bladzijde<T> {
  readonly regels: readonly T[]
  /** De bladwijzers van de volgende en de vorige bladzijde; null = die is er niet. */
  readonly volgende: string | null
  readonly vorige: string | null
}

/**
 * S-15: een bladzijde op een vaste sleutel. Rijen die er tijdens het bladeren bijkomen schuiven niets op, dus een rij die er al
 * was wordt nooit overgeslagen of herhaald. `voor` en `na` vergelijken met de sleutel zelf, ook als die rij er niet meer is.
 */
export async function leesBladzijdeOp<R, T>(
  vraag: Bladwijzer,
  lees: (deel: { readonly waar: RawBuilder<boolean>; readonly richting: RawBuilder<unknown>; readonly aantal: number }) => Promise<readonly R[]>,
  keuze: { readonly sleutel: RawBuilder<unknown>; readonly soort: 'text' | 'uuid'; readonly sleutelVan: (rij: R) => string; readonly maak: (rij: R) => T },
): Promise<Bladzijde<T>> {
  const aantal = Math.max(1, Math.min(MEESTE_PER_BLADZIJDE, Math.floor(vraag.aantal)))
  const terug = vraag.voor !== undefined && vraag.voor !== null
  const grens = terug ? vraag.voor : vraag.na
  const waarde = sql`${grens}::${sql.raw(keuze.soort)}`
  const waar = grens === undefined || grens === null ? sql<boolean>`true` : terug ? sql<boolean>`${keuze.sleutel} < ${waarde}` : sql<boolean>`${keuze.sleutel} > ${waarde}`
  const gelezen = await lees({ waar, richting: terug ? sql`desc` : sql`asc`, aantal: aantal + 1 })
  const meer = gelezen.length > aantal
  const rijen = terug ? gelezen.slice(0, aantal).toReversed() : gelezen.slice(0, aantal)
  const [eerste, laatste] = [rijen[0], rijen.at(-1)]
  return {
    regels: rijen.map(keuze.maak),
    volgende: laatste !== undefined && (terug || meer) ? keuze.sleutelVan(laatste) : null,
    vorige: eerste !== undefined && (terug ? meer : grens !== undefined && grens !== null) ? keuze.sleutelVan(eerste) : null,
  }
}

const MEESTE_PER_BLADZIJDE = 250
