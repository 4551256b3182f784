import type { Datum, Moment } from '../kern/datum.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import type { Leerlingbeeld, LeerlingRegel } from '../beslissing/index.ts'
import type { Bezoeker } from './kader/route.ts'

/** Namens wie er gekeken wordt: de bron beslist met zijn rechten wat hij mag zien. */
export type Kijker = Pick<Bezoeker, 'actor' | 'aanmelding'>

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

/** Een open signaal bij een school, en wat die school ermee deed. */
export interface Signaalstand {
  readonly signaalId: string
  readonly code: Signaalcode
  readonly brin: string
  readonly staat: 'open' | 'gezien' | 'verklaard'
  /** `door`: naam, als die bekend is. `geldt`: onwaar als de feiten daarna veranderden. */
  readonly afhandeling: { readonly verklaring: string | null; readonly door: string | null; readonly op: Moment; readonly geldt: boolean } | null
  readonly versie: string
  /** Of de kijker het op gezien of verklaard mag zetten. */
  readonly magAfhandelen: boolean
}

export interface Afhandelkeuze {
  readonly signaalId: string
  /** De versie die op het scherm stond. */
  readonly versie: string
  readonly staat: 'gezien' | 'verklaard'
  readonly verklaring: string
}

/** Een tekst = niet opgeslagen, met waarom en wat te doen. */
export type Afhandelantwoord = 'gelukt' | 'veranderd' | 'niet-gevonden' | { readonly fout: string }

/** Waar het portaal zijn gegevens vandaan haalt; de server vult dit met de acties van de domeinen. */
export interface Portaalbron {
  /** `undefined` bij onbekend én bij niet toegestaan. */
  toonLeerling(kijker: Kijker, deelnemerId: string, peildatum: Datum, bekendOp: Datum | null): Promise<Leerlingbeeld | undefined>
  /** De open signalen over een leerling bij de scholen van de kijker; DUO ziet alle scholen. */
  toonSignaalstanden(kijker: Kijker, deelnemerId: string): Promise<readonly Signaalstand[]>
  handelSignaalAf(kijker: Kijker, keuze: Afhandelkeuze): Promise<Afhandelantwoord>
  toonLeerlingen(kijker: Kijker, vraag: Lijstvraag): Promise<Lijstantwoord>
}
