import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bestandsregel, Schoolregel } from '../inhoudsopgave.ts'
import { maakGebiedsleveringen } from '../leveringen.ts'
import { organisatierecords } from '../referentierecords.ts'
import type { Regio } from '../regio.ts'
import type { Regiotelling } from '../telling.ts'

/** Wat er van een gebied overblijft als de bestanden van de scholen er staan; past door de deur van een draad. */
export interface GeschrevenGebied {
  readonly nummer: number
  /** Regels voor `00-beheer.ndjson`. */
  readonly organisaties: readonly string[]
  /** Regels voor `geplant.ndjson`. */
  readonly geplant: readonly string[]
  readonly scholen: readonly Schoolregel[]
  readonly bestanden: readonly Bestandsregel[]
  readonly telling: Regiotelling
}

/** Schrijft de leveringen van de scholen in een gebied; elke school heeft een eigen map, dus draden zitten elkaar niet in de weg. */
export async function schrijfGebied(regio: Regio, nummer: number, map: string): Promise<GeschrevenGebied> {
  const { gebied, leveringen, geplant, telling } = maakGebiedsleveringen(regio, nummer)
  for (const brin of new Set(leveringen.map(({ school }) => school.brin))) await mkdir(join(map, brin), { recursive: true })
  for (const { bestand, regels } of leveringen) await writeFile(join(map, bestand), `${regels.join('\n')}\n`)
  return {
    nummer,
    organisaties: organisatierecords(gebied).map((record) => JSON.stringify(record)),
    geplant,
    scholen: gebied.scholen.map(({ brin, naam, sector, bestuur }) => ({ brin, naam, sector, bestuur: bestuur.nummer })),
    bestanden: leveringen.map(({ bestand, school, ronde, regels }) => ({ ronde: ronde.nummer, brin: school.brin, bestand, records: regels.length })),
    telling,
  }
}
