import type pg from 'pg'
import type { Moment } from '../../kern/datum.ts'
import type { Sector } from '../../kern/leerroute.ts'
import type { Kluis } from '../../toegang/index.ts'
import { findDeelnemers, findGegevens, findOpenStanden, findRelaties, standsleutel, type Bulkstand, type OpenGegevens, type Bulkrelatie, type OpenStand } from './bulk.ts'
import { nieuweDeelnemersleutel } from './deelnemer.ts'

const STANDEN = ['inschrijving_stand', 'bpv_stand', 'diploma_stand', 'resultaat_stand'] as const satisfies readonly Bulkstand[]

/**
 * Wat het register weet van de personen in een reeks, in een vast aantal vragen geladen, en bijgehouden terwijl de reeks
 * wordt toegepast. Zo ziet een record wat het vorige record in dezelfde reeks deed.
 */
export class Bulkstaat {
  readonly #deelnemers = new Map<string, { readonly id: string; bekend: boolean; readonly sleutel: Buffer }>()
  readonly gegevens: Map<string, OpenGegevens>
  readonly open: Readonly<Record<Bulkstand, Map<string, OpenStand>>>
  readonly #relaties: Map<string, Map<string, Bulkrelatie>>

  private constructor(gegevens: Map<string, OpenGegevens>, open: Readonly<Record<Bulkstand, Map<string, OpenStand>>>, relaties: Map<string, Map<string, Bulkrelatie>>) {
    this.gegevens = gegevens
    this.open = open
    this.#relaties = relaties
  }

  /** `zoekwaarden`: van elke persoon in de reeks, dubbele mag. */
  static async laad(verbinding: pg.PoolClient, kluis: Kluis, zoekwaarden: Iterable<string>, nu: Moment): Promise<Bulkstaat> {
    const sleutels = new Map([...new Set(zoekwaarden)].map((waarde) => [waarde, kluis.zoeksleutel(waarde)]))
    const bekend = await findDeelnemers(verbinding, [...sleutels.values()])
    const bestaande = [...bekend.values()]
    const standen = new Map<Bulkstand, Map<string, OpenStand>>()
    for (const tabel of STANDEN) standen.set(tabel, bestaande.length === 0 ? new Map() : await findOpenStanden(verbinding, tabel, bestaande))
    const van = (tabel: Bulkstand): Map<string, OpenStand> => standen.get(tabel) ?? new Map()
    const staat = new Bulkstaat(
      bestaande.length === 0 ? new Map() : await findGegevens(verbinding, bestaande),
      { inschrijving_stand: van('inschrijving_stand'), bpv_stand: van('bpv_stand'), diploma_stand: van('diploma_stand'), resultaat_stand: van('resultaat_stand') },
      bestaande.length === 0 ? new Map() : await findRelaties(verbinding, bestaande, nu),
    )
    for (const [waarde, sleutel] of sleutels) {
      const id = bekend.get(sleutel.toString('hex'))
      staat.#deelnemers.set(waarde, { id: id ?? nieuweDeelnemersleutel(), bekend: id !== undefined, sleutel })
    }
    return staat
  }

  /** De deelnemer met deze zoekwaarde; `bekend` = staat in het register, of is eerder in deze reeks gemaakt. */
  deelnemer(zoekwaarde: string): { readonly id: string; bekend: boolean; readonly sleutel: Buffer } {
    const gevonden = this.#deelnemers.get(zoekwaarde)
    if (gevonden === undefined) throw new Error('een persoon in de reeks is niet geladen')
    return gevonden
  }

  /** De sector van de open inschrijving; undefined als die er niet is. */
  sectorVan(deelnemerId: string, brin: string, inschrijvingvolgnummer: string): Sector | null | undefined {
    return this.open.inschrijving_stand.get(standsleutel('inschrijving_stand', { deelnemer_id: deelnemerId, brin, inschrijvingvolgnummer }))?.sector
  }

  /** De vestigingen waar de school de deelnemer had toen de reeks begon; undefined zonder relatie. */
  vestigingenBij(deelnemerId: string, brin: string): readonly string[] | undefined {
    return this.#relaties.get(deelnemerId)?.get(brin)?.vestigingen
  }

  hoortBij(deelnemerId: string, brin: string): boolean {
    return this.#relaties.get(deelnemerId)?.has(brin) ?? false
  }

  /** Hoe deze school bij de deelnemer staat; een school die nog niets van hem had, krijgt haar relatie hier. */
  relatie(deelnemerId: string, brin: string): { readonly relatie: Bulkrelatie; readonly isNieuw: boolean; readonly isEnige: boolean } {
    const scholen = this.#relaties.get(deelnemerId) ?? new Map<string, Bulkrelatie>()
    this.#relaties.set(deelnemerId, scholen)
    const bekend = scholen.get(brin)
    const relatie = bekend ?? { zietAlles: scholen.size === 0, eigenGegevens: false, vestigingen: [], loopt: false }
    if (bekend === undefined) scholen.set(brin, relatie)
    return { relatie, isNieuw: bekend === undefined, isEnige: scholen.size === 1 }
  }

  /** Of bij een andere school iets over deze deelnemer staat, en of daar nog een inschrijving loopt. */
  elders(deelnemerId: string, brin: string): { readonly elderGeregistreerd: boolean; readonly elderIngeschreven: boolean } {
    const anderen = [...(this.#relaties.get(deelnemerId) ?? [])].filter(([ander]) => ander !== brin)
    return { elderGeregistreerd: anderen.length > 0, elderIngeschreven: anderen.some(([, { loopt }]) => loopt) }
  }
}
