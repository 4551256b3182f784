import type { Datum } from '../kern/datum.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import type { Leerlingbeeld, LeerlingRegel } from '../beslissing/index.ts'
import type { Proefidentiteit } from './identiteit/page.tsx'

/** Namens wie er gekeken wordt; de bron kent de rechten erbij en beslist wat die mag zien. */
export interface Kijker {
  readonly sleutel: string
}

export interface Lijstvraag {
  /** Deel van de naam; gaat nooit in een adres. */
  readonly zoek: string | null
  readonly school: string | null
  readonly code: Signaalcode | null
  readonly cursor: string | null
}

export interface Lijstantwoord {
  readonly regels: readonly LeerlingRegel[]
  readonly volgende: string | null
  /** Hoeveel studenten er in totaal zijn bij deze vraag. */
  readonly totaal: number
  /** Aantallen open signalen per school, voor alle studenten die de kijker mag zien. */
  readonly scholen: readonly Schooltelling[]
  /** Aantal studenten per open signaal. */
  readonly codes: readonly { readonly code: Signaalcode; readonly aantal: number }[]
  /** Zoekwoord dat er dicht bij ligt en wel iets oplevert. */
  readonly bedoeld: string | null
}

export interface Schooltelling {
  readonly brin: string
  readonly naam: string
  readonly sector: 'VO' | 'VSO' | 'MBO'
  readonly studenten: number
  readonly openSignalen: number
}

/** Waar het portaal zijn gegevens vandaan haalt; de server vult dit met de acties van de domeinen. */
export interface Portaalbron {
  /** `undefined` bij onbekend én bij niet toegestaan. */
  toonLeerling(kijker: Kijker, deelnemerId: string, peildatum: Datum, bekendOp: Datum | null): Promise<Leerlingbeeld | undefined>
  toonLeerlingen(kijker: Kijker, vraag: Lijstvraag): Promise<Lijstantwoord>
  proefidentiteiten(): Promise<readonly Proefidentiteit[]>
}
