import type { Omgeving } from '../kader/bladzijde.tsx'
import type { Stijl } from '../stijl/bestanden.ts'
import type { Json } from './document.ts'
import { type Koppelvlakwijziging, tekenKoppelvlak } from './page.tsx'
import { type Probleembeeld, tekenProbleem, tekenProblemen } from './probleem.tsx'

/** De bladzijden van het koppelvlak; de REST-deur levert de gegevens en verstuurt ze. */
export interface Koppelvlakweergave {
  documentatie(document: Json, wijzigingen: readonly Koppelvlakwijziging[]): string
  problemen(alle: readonly Probleembeeld[]): string
  probleem(uitleg: Probleembeeld): string
}

/** @param proef of dit een proefomgeving is; dan staat dat boven elke bladzijde. */
export function maakKoppelvlakweergave(stijl: Stijl, proef: boolean): Koppelvlakweergave {
  const { css, lettertypen, beeldmerk, script } = stijl
  const omgeving: Omgeving = { css, lettertypen, beeldmerk, script, taal: 'nl', ingelogd: null, publiekmenu: [], proefbalk: proef }
  return {
    documentatie: (document, wijzigingen) => tekenKoppelvlak(omgeving, stijl.probeer, document, wijzigingen),
    problemen: (alle) => tekenProblemen(omgeving, alle),
    probleem: (uitleg) => tekenProbleem(omgeving, uitleg),
  }
}
