import type { Datum } from '../kern/datum.ts'
import type { Fase, Leerroute, Partij } from '../kern/leerroute.ts'
import type { Signaalcode, Signaalniveau } from '../kern/signaalcode.ts'
import type { Besluit, Signaal } from './besluit.ts'
import type { Dossier } from './dossier.ts'

/** Een aaneengesloten reeks dagen met hetzelfde besluit. `totEnMet` is inclusief. */
export interface Tijdvak {
  readonly van: Datum
  readonly totEnMet: Datum
  readonly fase: Fase
  readonly verzuim: Partij
  readonly bekostiging: Partij
}

/** Een signaal en de dagen waarop het gold; `totEnMet` null = het staat op de laatste dag van de tijdlijn nog open. */
export interface Signaalvak {
  readonly code: Signaalcode
  readonly niveau: Signaalniveau
  readonly van: Datum
  readonly totEnMet: Datum | null
  readonly signaal: Signaal
}

/** De besluiten over een reeks dagen, met één kennisdatum (`bekendOp`, null = nu). */
export interface Tijdlijn {
  readonly van: Datum
  readonly totEnMet: Datum
  readonly tijdvakken: readonly Tijdvak[]
  readonly signalen: readonly Signaalvak[]
  /** Betaler op elke 1 oktober en 1 februari in de reeks. */
  readonly teldata: readonly { readonly datum: Datum; readonly betaler: Partij }[]
  /** 1 augustus van routejaar 1, of null zonder route (K-FASE-02). */
  readonly beginRouteSchooljaar: Datum | null
}

/** Een bpv-overeenkomst (praktijkovereenkomst) zoals die op de tijdlijn staat. */
export interface BpvOpTijdlijn {
  readonly brin: string
  readonly begin: Datum
  readonly eindGepland: Datum
  readonly eindWerkelijk: Datum | null
  readonly afsluitdatum: Datum
}

/** Alles wat de studentpagina laat zien; de pagina zelf beslist niets. */
export interface Leerlingbeeld {
  readonly deelnemerId: string
  /** RO-bestanden kennen geen namen; dan null. */
  readonly naam: string | null
  readonly geslacht: 'M' | 'V' | 'O' | null
  readonly vandaag: Datum
  readonly dossier: Dossier
  readonly bpv: readonly BpvOpTijdlijn[]
  readonly besluit: Besluit
  /** Het besluit voor dezelfde dag met de kennis van die dag zelf, als dat anders was; anders null. */
  readonly destijds: Besluit | null
  readonly tijdlijn: Tijdlijn
  /** K-RIO-06: het meetmoment waaraan vandaag wordt herinnerd bij een route die in RIO ontbreekt; leeg buiten die tijd. */
  readonly rioMeetmoment?: Datum | null
  /** Naam per opleidingcode (crebo), voor zover bekend; zonder naam toont de tijdlijn de code. */
  readonly opleidingsnamen?: Readonly<Record<string, string>>
}

/** Eén regel in de lijst van studenten. */
export interface LeerlingRegel {
  readonly deelnemerId: string
  readonly naam: string | null
  readonly geboortedatum: Datum
  readonly route: Leerroute | null
  readonly fase: Fase
  readonly scholen: readonly { readonly brin: string; readonly naam: string; readonly sector: 'VO' | 'VSO' | 'MBO' }[]
  readonly openSignalen: readonly { readonly code: Signaalcode; readonly niveau: Signaalniveau; readonly sinds: Datum }[]
}
