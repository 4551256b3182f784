import type { Fase, Partij, Registratiecode } from '../../kern/leerroute.ts'
import type { Verschil } from '../../gevolg/index.ts'
import type { Taal } from '../kader/taal.ts'
import { begrippenIn } from '../woorden/begrippen.ts'
import { teksten } from './teksten.ts'

export interface Verschilwoorden {
  readonly wat: string
  readonly van: string
  readonly naar: string
}

/** Een verandering in woorden: wat, nu, dan. Een signaal noemt alleen of het er staat; zijn titel tekent de bladzijde. */
export function verschilwoorden(verschil: Verschil, taal: Taal): Verschilwoorden {
  const { verschil: tekst } = teksten[taal]
  if (verschil.soort === 'signaal') return { wat: tekst.signaal, van: verschil.erbij ? tekst.weg : tekst.erbij, naar: verschil.erbij ? tekst.erbij : tekst.weg }
  const { soort, oud, nieuw } = verschil
  return { wat: tekst[soort], van: waardewoord(soort, oud, taal), naar: waardewoord(soort, nieuw, taal) }
}

function waardewoord(soort: Exclude<Verschil['soort'], 'signaal'>, waarde: string | null, taal: Taal): string {
  const { verschil: tekst } = teksten[taal]
  const begrip = begrippenIn(taal)
  switch (soort) {
    case 'fase': return begrip.fase(waarde as Fase)
    case 'bekostiging': case 'verzuim': case 'vsv': return begrip.partij(waarde as Partij)
    case 'meldplicht': return waarde === null ? tekst.melden.leeg : tekst.melden[waarde === 'true' ? 'true' : 'false']
    case 'absoluutVerzuim': case 'mboVerklaring': return waarde === 'true' ? tekst.ja : tekst.nee
    case 'rioVo': case 'rioMbo': case 'rodVo': case 'rodMbo': return tekst.registratie[(waarde as Registratiecode) ?? 'leeg']
  }
}
