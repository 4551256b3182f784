/** Een bestand dat iemand liet controleren (voor hij levert) of vergelijken (met het register), en wat eruit kwam. */
import type { Stapel } from '../../bron/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Actor } from '../../toegang/index.ts'
import type { Mislukking, Tellingen } from '../levering.ts'
import type { Bestandsinhoud } from '../ontvangst/herken.ts'

export type Controledoel = 'controleren' | 'vergelijken'
export type Controlestaat = 'ontvangst' | 'wachtend' | 'bezig' | 'klaar' | 'mislukt' | 'gestopt'
/** `vorm`: het bestand zelf; `register`: wat er in het register zou veranderen. */
export type Controlestap = 'vorm' | 'register'

/** Bij controleren de drie stapels; bij vergelijken waar het verschil zit. */
export type Groepsoort = Stapel | 'alleen-bestand' | 'alleen-register' | 'verschilt'

/** Een regel van het bestand met het veld waar het om gaat; persoonsnummers zijn er al uit. */
export interface Fragment {
  readonly voor: string
  readonly veld: string
  readonly na: string
}

/** Een plek in het bestand, of een verschil. Nooit met een heel persoonsnummer. */
export interface Controleregel {
  /** Vanaf 1; null als het om het hele bestand gaat. */
  readonly regelnummer: number | null
  /** Gemaskeerd nummer. */
  readonly persoon: string | null
  /** Alleen bij een student die de vrager in het register ziet. */
  readonly deelnemerId: string | null
  readonly recordsoort: string | null
  readonly veld: string | null
  readonly veldnummer: number | null
  /** Wat er in het bestand staat; null = leeg of niet van toepassing. */
  readonly waarde: string | null
  /** Wat het register zegt; alleen bij vergelijken. */
  readonly register: string | null
  readonly uitleg: string
}

export interface Regelvoorbeeld extends Controleregel {
  readonly fragment: Fragment | null
}

/** Wat een bevinding gemeen heeft met andere van haar soort. */
export interface Groepkop {
  readonly soort: Groepsoort
  /** Bij vergelijken: `ISP/leerroutefase`, `ISG` of `student`. */
  readonly onderwerp: string
  readonly titel: string
  /** Regel-ids en codes van waarderegels. */
  readonly regels: readonly string[]
  readonly verwacht: string
  readonly remedie: string
}

/** Alles wat hetzelfde is aan bevindingen staat een keer bij de groep. */
export interface Controlegroep extends Groepkop {
  readonly nummer: number
  readonly aantal: number
  readonly studenten: number
  /** Bladzijden van `BEVINDINGEN_PER_BLAD` die bewaard zijn. */
  readonly bladen: number
  readonly voorbeelden: readonly Regelvoorbeeld[]
}

export interface Controleverslag {
  /** Regels in het bestand die gelezen zijn. */
  readonly regels: number
  readonly studenten: number | null
  readonly brin: string | null
  readonly groepen: readonly Controlegroep[]
  /** Regels zonder opmerking; null bij vergelijken. */
  readonly zonderOpmerking: number | null
  /** Wat er met de records zou gebeuren; null als het register er niet bij keek. */
  readonly tellingen: Tellingen | null
  /** Waarom het bestand in zijn geheel niet te lezen is. */
  readonly onleesbaar: Mislukking | null
  /** Het bestand als geheel is afgekeurd: kop, sluitregel of twee bestanden in een. */
  readonly bestandAfgekeurd: boolean
  /** Er zijn meer bevindingen dan bewaard worden; de aantallen kloppen. */
  readonly afgekapt: boolean
  /** Alleen bij vergelijken. */
  readonly vergelijking: Vergelijkingstelling | null
}

export interface Vergelijkingstelling {
  readonly gelijk: number
  readonly anders: number
  readonly alleenBestand: number
  readonly alleenRegister: number
  readonly studentenRegister: number
  /** Recordsoorten die maar een van beide kanten kent. */
  readonly nietVergeleken: readonly string[]
}

/** Een controle zoals de eigenaar haar ziet. */
export interface Controle {
  readonly controleId: string
  readonly doel: Controledoel
  readonly bestandsnaam: string | null
  readonly soort: Bestandsinhoud | null
  readonly bytes: number
  readonly staat: Controlestaat
  readonly stap: Controlestap
  /** Deel van de stap dat af is, van 0 tot 1. */
  readonly voortgang: number
  readonly aangebodenOp: Moment
  readonly begonnenOp: Moment | null
  readonly klaarOp: Moment | null
  readonly verlooptOp: Moment
  readonly aanleveringId: string | null
  readonly verslag: Controleverslag | null
}

/** Een controle met de rechten waarmee zij kijkt. */
export interface Controlewerk extends Omit<Controle, 'verslag'> {
  readonly actor: Actor
  readonly pogingen: number
}

export const BEVINDINGEN_PER_BLAD = 100
/** Zo lang blijft een bestand staan: wie vandaag controleert, levert vandaag. */
export const BEWAARUREN = 24
/** Zo veel bestanden tegelijk per account; daarna eerst een wissen. */
export const MEESTE_CONTROLES = 20

export const LEEG_VERSLAG: Controleverslag = {
  regels: 0, studenten: null, brin: null, groepen: [], zonderOpmerking: null, tellingen: null, onleesbaar: null, bestandAfgekeurd: false, afgekapt: false, vergelijking: null,
}

/** Fouten die de eigenaar moet verbeteren voor alles mee kan. */
export function foutenIn({ groepen }: Pick<Controleverslag, 'groepen'>): number {
  return groepen.reduce((som, { soort, aantal }) => som + (soort === 'moet-u-verbeteren' ? aantal : 0), 0)
}

/** Een uitkomst van DUO, een onleesbaar bestand en een bestand dat als geheel is afgekeurd zijn niet te leveren. */
export function isTeLeveren({ doel, staat, soort, verslag, aanleveringId }: Controle): boolean {
  return doel === 'controleren' && staat === 'klaar' && aanleveringId === null && soort !== null && soort !== 'OBO' && soort !== 'TBGI'
    && verslag !== null && verslag.onleesbaar === null && !verslag.bestandAfgekeurd && verslag.regels > 0
}
