/** De taal van een bladzijde: Nederlands, of Engels voor wie dat kiest. Elke tekst van het portaal bestaat in beide. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { TALEN, type Taal } from '../../kern/taal.ts'

export { TALEN, type Taal }

/** Dezelfde woorden in een andere taal: dezelfde namen, dezelfde gaten om in te vullen. */
export type Vertaling<T> =
  T extends string ? string
  : T extends (...gaten: infer A) => infer R ? (...gaten: A) => Vertaling<R>
  : { readonly [K in keyof T]: Vertaling<T[K]> }

/** De woorden van een bladzijde in elke taal. Een woord zonder vertaling is een typefout. */
export type Teksten<V> = Readonly<Record<Taal, V>>

export function maakTeksten<const T>(nl: T, en: Vertaling<T>): Teksten<Vertaling<T>> {
  return { nl: nl as Vertaling<T>, en }
}

/** Wat met de woorden van een taal gemaakt wordt, voor elke taal een keer. */
export function perTaal<V>(maak: (taal: Taal) => V): Teksten<V> {
  return { nl: maak('nl'), en: maak('en') }
}

export const Taalcontext = createContext<Taal>('nl')

export function useTaal(): Taal {
  return useContext(Taalcontext)
}

/** De woorden in de taal van de bladzijde; alleen in een onderdeel dat getekend wordt. Daarbuiten: `teksten[omgeving.taal]`. */
export function useTekst<V>(teksten: Teksten<V>): V {
  return teksten[useTaal()]
}

export const TAALKOEKJE = 'taal'

/** De taal die de bezoeker koos; zonder keuze Nederlands. */
export function taalUit(koekjes: string | undefined): Taal {
  const gekozen = /(?:^|;\s*)taal=(?<taal>[a-z]{2})(?:;|$)/.exec(koekjes ?? '')?.groups?.['taal']
  return TALEN.find((taal) => taal === gekozen) ?? 'nl'
}

export function maakTaalkoekje(taal: Taal, https: boolean): string {
  return `${TAALKOEKJE}=${taal}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`
}

/** Het adres dat van taal wisselt; het gaat terug naar de bladzijde waar de link stond. */
export function taaladres(taal: Taal): string {
  return `/taal/${taal}`
}
