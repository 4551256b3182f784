import { sql } from 'kysely'
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

/** Voorwaarde `deelnemer_id in (...)` met één parameter, zodat de vraag voor elke hoeveelheid dezelfde tekst heeft. */
export function vanDeelnemers(deelnemers: readonly string[], tabel?: string) {
  return sql<boolean>`${sql.ref(tabel === undefined ? 'deelnemer_id' : `${tabel}.deelnemer_id`)} = any(${[...deelnemers]}::uuid[])`
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
