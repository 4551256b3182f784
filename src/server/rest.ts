/** Verbindt de REST-deur met de database, de sleutels en de instellingen. */
import type { Database } from '../database/index.ts'
import { type Deur, herkenAanroeper, type RestInstelling, routes, type Sleutelbronnen } from '../rest/index.ts'
import { maakKoppelingzoeker } from '../toegang/index.ts'
import { type HttpConfig, isProefomgeving } from './app.ts'
import type { Config } from './config.ts'
import type { Wereldmensen } from './wereldmensen.ts'

interface Nodig {
  readonly config: Pick<Config, 'basisUrl' | 'limietPerMinuut' | 'maxBestand'>
  readonly https: boolean
  /** Undefined zolang de server opstart. */
  readonly klaar: () => { readonly deur: Deur; readonly sleutelbronnen: Sleutelbronnen } | undefined
  readonly nu: () => Date
  readonly meldStoring: (kenmerk: string, fout: unknown) => void
}

export function maakRest({ config, https, klaar, nu, meldStoring }: Nodig): RestInstelling {
  return {
    routes, https, nu, meldStoring,
    basisUrl: config.basisUrl, limietPerMinuut: config.limietPerMinuut, maxBestand: config.maxBestand,
    deur: () => klaar()?.deur,
    herken: async (gegevens) => {
      const bronnen = klaar()?.sleutelbronnen
      return bronnen === undefined ? { onherkend: 'onbekend' } : herkenAanroeper(bronnen, gegevens)
    },
  }
}

/** Proefsleutels bestaan onder dezelfde voorwaarde als de keuze van een identiteit in het portaal. */
export function maakSleutelbronnen(config: HttpConfig, mensen: Wereldmensen, database: Database, nu: () => Date): Sleutelbronnen {
  return { proefactoren: isProefomgeving(config) ? mensen.actoren : new Map(), koppelingVan: maakKoppelingzoeker(database, nu) }
}
