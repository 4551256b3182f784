import type { BehaaldOnderdeel, Diploma } from '../bron/index.ts'
import type { InschrijvingMbo, InschrijvingVo } from '../bron/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { GezamenlijkOordeel, InterneRegeling, Leerrouteplan, Samenwerkingsovereenkomst } from '../leerroute/index.ts'
import type { Organisatie } from '../organisatie/index.ts'
import type { RioAangebodenOpleiding } from '../rio/index.ts'
import type { Afwezigheid, Schoolvakantie, Verzuimmelding } from '../verzuim/index.ts'

/**
 * Alles wat over één leerling bekend is, uit beide registers, met alle standen (ook vervallen).
 * Vorm en veldnamen zijn die van een casus (casus.schema.json); het register levert dezelfde vorm.
 */
export interface Dossier {
  readonly leerling: { readonly geboortedatum: Datum; readonly woontInNederland: boolean }
  readonly voActiviteitenAfgerondOp: Datum | null
  readonly organisaties: readonly Organisatie[]
  readonly leerrouteplannen: readonly Leerrouteplan[]
  readonly rioAangebodenOpleidingen: readonly RioAangebodenOpleiding[]
  readonly samenwerkingsovereenkomsten: readonly Samenwerkingsovereenkomst[]
  readonly interneRegelingen: readonly InterneRegeling[]
  readonly gezamenlijkeOordelen: readonly GezamenlijkOordeel[]
  readonly inschrijvingenVo: readonly InschrijvingVo[]
  readonly inschrijvingenMbo: readonly InschrijvingMbo[]
  readonly diplomas: readonly Diploma[]
  readonly behaaldeOnderdelen: readonly BehaaldOnderdeel[]
  readonly afwezigheid: readonly Afwezigheid[]
  readonly schoolvakanties: readonly Schoolvakantie[]
  readonly verzuimmeldingen: readonly Verzuimmelding[]
}

/** Een vraag over een dossier: wat gold op `peildatum`, met de kennis van `bekendOp` (null = alles wat nu bekend is). */
export interface Vraag {
  readonly peildatum: Datum
  readonly bekendOp: Datum | null
}
