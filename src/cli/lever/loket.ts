import type { Aanlevering, Recorduitkomst, TerugkoppelingMetSignalen } from '../../aanlevering/index.ts'
import type { Voortgang } from '../voortgang.ts'

/** Wat wij van een aanlevering tonen; hier en bij een server dezelfde namen. */
export type Leverstand = Pick<Aanlevering, 'aanleveringId' | 'soort' | 'bestandsnaam' | 'staat' | 'bytes' | 'records' | 'verwerkt' | 'voortgang' | 'recordsPerSeconde' | 'tellingen' | 'mislukking'>

/** Waar geleverd wordt: op deze computer of bij een server. Dezelfde stappen, dezelfde antwoorden. */
export interface Loket {
  /** Geeft het nummer van de aanlevering. Gooit `VerkeerdGebruik` als het bestand niet aangenomen wordt. */
  neemAan(pad: string, voortgang: Voortgang): Promise<string>
  /** Gooit `VerkeerdGebruik` als deze aanlevering er niet is, of niet van u. */
  toon(aanleveringId: string): Promise<Leverstand>
  /** Een bladzijde antwoorden, op volgorde van het bestand. `na` is het laatste regelnummer van de vorige. */
  terugkoppelingen(aanleveringId: string, keuze: { readonly uitkomst?: Recorduitkomst; readonly na: string | null }): Promise<{ readonly regels: readonly TerugkoppelingMetSignalen[]; readonly volgende: string | null }>
  /** Zorgt dat het werk gedaan wordt zolang er gewacht wordt. Op een server doet die dat zelf. */
  werkMee(stop: AbortSignal): Promise<void>
}
