import type { Gegevens } from './gegevens.ts'

/** Wat telt voor de vraag wie de gedeelde persoonsgegevens mag veranderen. */
export interface Leveraar {
  readonly brin: string
  /** DUO en het systeem: hun gegevens gaan voor. */
  readonly isDuo: boolean
  /** De school die de gedeelde gegevens leverde; null = DUO, het systeem, of onbekend. */
  readonly geleverdDoor: string | null
  /** Bij een andere school loopt nog een inschrijving. */
  readonly elderIngeschreven: boolean
}

/** De eerste levering zet de gedeelde gegevens; daarna verandert alleen DUO, dezelfde school, of de enige school met een lopende inschrijving ze. */
export function magGedeeldeGegevensVeranderen({ brin, isDuo, geleverdDoor, elderIngeschreven }: Leveraar): boolean {
  return isDuo || geleverdDoor === brin || !elderIngeschreven
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
export function houdtZichtOpGedeelde({ brin, isDuo, geleverdDoor }: Omit<Leveraar, 'elderIngeschreven'>, heeftEigenVersie: boolean): boolean {
  return isDuo || (geleverdDoor === brin && !heeftEigenVersie)
}
