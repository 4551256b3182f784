/** De vaste woorden in de taal van de bladzijde: één woord per begrip, op elke bladzijde gelijk. Termen als fase VO en DLR blijven Nederlands. */
import type { Fase, Partij, Sector } from '../../kern/leerroute.ts'
import type { Signaalniveau } from '../../kern/signaalcode.ts'
import { maakTeksten, perTaal, type Taal, useTekst } from '../kader/taal.ts'
import { NIVEAU_VOLGORDE } from './woorden.ts'

const NL = {
  fase: { VO: 'fase VO', MBO: 'fase MBO', onbepaald: 'onbepaald', geen: 'geen route' },
  partij: { VO: 'vo', MBO: 'mbo', onbepaald: 'nog niet te bepalen', geen: 'geen' },
  sector: { VO: 'vo', VSO: 'vso', MBO: 'mbo' },
  niveau: { fout: 'fout', waarschuwing: 'waarschuwing', taak: 'taak', info: 'informatie' },
  niveaus: { fout: 'fouten', waarschuwing: 'waarschuwingen', taak: 'taken', info: 'keer informatie' },
  route: { DLR: 'Doorlopende leerroute (DLR)', GLR: 'Geïntegreerde leerroute (GLR)' },
  zekerheid: { zeker: 'zeker', afgeleid: 'afgeleid' },
} as const

const teksten = maakTeksten(NL, {
  fase: { VO: 'fase VO', MBO: 'fase MBO', onbepaald: 'undetermined', geen: 'no route' },
  partij: { VO: 'vo', MBO: 'mbo', onbepaald: 'cannot be determined yet', geen: 'none' },
  sector: { VO: 'vo', VSO: 'vso', MBO: 'mbo' },
  niveau: { fout: 'error', waarschuwing: 'warning', taak: 'task', info: 'information' },
  niveaus: { fout: 'errors', waarschuwing: 'warnings', taak: 'tasks', info: 'times information' },
  route: { DLR: 'Continuous learning route (DLR)', GLR: 'Integrated learning route (GLR)' },
  zekerheid: { zeker: 'certain', afgeleid: 'inferred' },
})

export interface Begrippen {
  readonly fase: (fase: Fase) => string
  readonly partij: (partij: Partij) => string
  readonly sector: (sector: Sector) => string
  readonly niveau: (niveau: Signaalniveau) => string
  readonly route: (route: 'DLR' | 'GLR') => string
  readonly zekerheid: (zekerheid: 'zeker' | 'afgeleid') => string
  /** "6 fouten, 1 waarschuwing", ergste eerst. */
  readonly tel: (niveaus: readonly Signaalniveau[]) => string
}

const BEGRIPPEN = perTaal(maakBegrippen)

export function begrippenIn(taal: Taal): Begrippen {
  return BEGRIPPEN[taal]
}

export function useBegrippen(): Begrippen {
  return useTekst(BEGRIPPEN)
}

function maakBegrippen(taal: Taal): Begrippen {
  const woord = teksten[taal]
  return {
    fase: (fase) => woord.fase[fase ?? 'geen'],
    partij: (partij) => woord.partij[partij],
    sector: (sector) => woord.sector[sector],
    niveau: (niveau) => woord.niveau[niveau],
    route: (route) => woord.route[route],
    zekerheid: (zekerheid) => woord.zekerheid[zekerheid],
    tel: (niveaus) => NIVEAU_VOLGORDE.map((niveau) => ({ niveau, aantal: niveaus.filter((n) => n === niveau).length }))
      .filter(({ aantal }) => aantal > 0)
      .map(({ niveau, aantal }) => `${aantal} ${aantal === 1 ? woord.niveau[niveau] : woord.niveaus[niveau]}`)
      .join(', '),
  }
}
