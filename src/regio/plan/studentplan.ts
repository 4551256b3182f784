/** Wat er met één verzonnen student gebeurt, en welke signalen daarbij horen. De verwachting komt uit het plan, nooit uit onze regels. */
import type { Leveringsrecord } from '../../aanlevering/index.ts'
import type { Leerweg, Leertraject, Niveau } from '../../kern/leerroute.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Gebied, School } from './gebied.ts'
import type { Kalender } from './kalender.ts'
import type { Toeval } from './toeval.ts'

type Bericht<S extends Leveringsrecord['soort']> = Extract<Leveringsrecord, { soort: S }>
export type Persoon = Bericht<'inschrijving'>['persoon']
export type Inschrijving = Bericht<'inschrijving'>['inschrijving']
export type Periode = Inschrijving['perioden'][number]

/** Een record dat een school in een ronde levert. */
export interface Feit {
  readonly ronde: number
  readonly school: School
  readonly record: Leveringsrecord
}

export interface Verwachting {
  readonly code: Signaalcode
  /** BRIN van elke school die het aangaat, gesorteerd; leeg = alleen de gemeente. */
  readonly scholen: readonly string[]
  /** `geplant` hoort bij een fout die met opzet is gemaakt; `vanzelf` bij een gewoon leven, zoals een student die stopt. */
  readonly herkomst: 'geplant' | 'vanzelf'
}

/** Een record dat met opzet niet deugt, met wat de terugkoppeling moet zeggen. */
export interface Weigering {
  readonly soort: string
  readonly ronde: number
  readonly school: School
  /** De regel zoals hij in het bestand staat. */
  readonly regel: string
  readonly uitkomst: 'afgekeurd' | 'geen-recht'
  /** Pad van het foute veld in het record, zoals `inschrijving.perioden[0].leerjaar`; null als er geen veld te noemen is. */
  readonly veld: string | null
}

export interface Studentplan {
  readonly student: number
  readonly persoon: Persoon
  /** In volgorde van levering. */
  readonly feiten: readonly Feit[]
  readonly verwacht: readonly Verwachting[]
  /** Naam van de geplante fout; null als de student klopt. */
  readonly misstap: string | null
  readonly weigering: Weigering | null
  readonly levensloop: Levensloop
}

export type Levensloop = 'vmbo' | 'vso' | 'mbo' | 'gediplomeerd' | 'vertrokken' | 'dlr' | 'glr'

/** Waar een bouwer mee werkt. */
export interface Bouwgrond {
  readonly gebied: Gebied
  readonly kalender: Kalender
  readonly toeval: Toeval
  readonly student: number
}

/** Wat een periode in het vo of mbo verder nog zegt. */
export type PeriodeVo = Partial<Periode> & { readonly leerweg?: Leerweg | null }
export type PeriodeMbo = Partial<Periode> & { readonly niveau?: Niveau; readonly leertraject?: Leertraject }
