import type { Gegevens } from './gegevens.ts'

/** Wat telt voor de vraag wie de gedeelde persoonsgegevens mag veranderen. */
export interface Leveraar {
  readonly brin: string
  /** DUO en het systeem: hun gegevens gaan voor. */
  readonly isDuo: boolean
  /** De school die de gedeelde gegevens leverde; null = DUO, het systeem, of onbekend. */
  readonly geleverdDoor: string | null
  /** Bij een andere school staat iets over deze persoon, ook als het voorbij is. */
  readonly elderGeregistreerd: boolean
  /** Bij een andere school loopt nog een inschrijving. */
  readonly elderIngeschreven: boolean
  /** De school zag voor deze levering al elke andere school: de samenwerking is van beide kanten geregistreerd. */
  readonly zagAlles: boolean
}

/**
 * De eerste levering zet de gedeelde gegevens. Daarna verandert alleen DUO, dezelfde school, of wie de enige school is ze; en als bij de
 * andere scholen niets meer loopt, wie hun partner is. Een BSN alleen is nooit genoeg, ook niet van wie nergens meer staat ingeschreven.
 */
export function magGedeeldeGegevensVeranderen({ brin, isDuo, geleverdDoor, elderGeregistreerd, elderIngeschreven, zagAlles }: Leveraar): boolean {
  return isDuo || geleverdDoor === brin || !elderGeregistreerd || (zagAlles && !elderIngeschreven)
}

/**
 * Of een school die de gedeelde gegevens niet mag veranderen haar eigen versie krijgt: als zij de anderen niet ziet, want dan
 * ziet zij alleen wat zij zelf leverde, en anders als haar gegevens afwijken.
 */
export function krijgtEigenVersie(zietAlles: boolean, gedeeld: Gegevens | undefined, genoemd: Partial<Gegevens>): boolean {
  return !zietAlles || gedeeld === undefined || wijktAf(gedeeld, genoemd)
}

function wijktAf(gedeeld: Gegevens, genoemd: Partial<Gegevens>): boolean {
  return (Object.keys(genoemd) as (keyof Gegevens)[]).some((veld) => gedeeld[veld] !== genoemd[veld])
}

/** Of een levering de school de gedeelde gegevens laat zien: zij zag ze al, want zij kwamen van haar (P-05: een BSN alleen levert geen naam op). */
export function houdtZichtOpGedeelde({ brin, isDuo, geleverdDoor }: Pick<Leveraar, 'brin' | 'isDuo' | 'geleverdDoor'>, heeftEigenVersie: boolean): boolean {
  return isDuo || (geleverdDoor === brin && !heeftEigenVersie)
}
