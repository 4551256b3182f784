import { beslis, type Dossier, type Vraag } from '../src/beslissing/index.ts'
import { datum } from '../src/kern/datum.ts'
import { laadNormen } from '../src/normen/index.ts'
import { leesWereld } from '../src/server/wereld-bestanden.ts'
import { getal, mediaan, type Benchkeuze, type Meting } from './meting.ts'

const DOEL_PER_SECONDE = 100_000
/** Verspreid over vier schooljaren: teldata, overgangen van fase en gewone dagen. */
const DAGEN = ['2023-10-01', '2024-02-01', '2024-08-01', '2024-10-01', '2025-02-01', '2025-08-01', '2025-10-01', '2026-02-01', '2026-04-16', '2026-08-01', '2026-10-01', '2026-11-24'].map(datum)

/** Besluiten per seconde op een kern, met alle redenen, over de hele verzonnen regio; vergeleken met JSON.parse van hetzelfde dossier. */
export function meetBesluiten({ klein, meld }: Benchkeuze): Meting {
  const normen = laadNormen()
  const vragen = leesWereld().studenten.flatMap(({ dossier }) => DAGEN.map((peildatum) => ({ dossier, vraag: { peildatum, bekendOp: null } })))
  const teksten = vragen.map(({ dossier }) => JSON.stringify(dossier))
  const ronde = (): number => vragen.reduce((lengte, { dossier, vraag }) => lengte + telWoorden(dossier, vraag), 0)
  const kaal = (): number => teksten.reduce((aantal, tekst) => aantal + Object.keys(JSON.parse(tekst) as object).length, 0)
  const telWoorden = (dossier: Dossier, vraag: Vraag): number => {
    const besluit = beslis(dossier, vraag, normen)
    return besluit.motivering.length + besluit.signalen.length
  }
  meld('besluiten: warmdraaien')
  perSeconde(ronde, vragen.length, klein ? 300 : 1500)
  perSeconde(kaal, vragen.length, klein ? 100 : 500)
  const eigen: number[] = []
  const vergelijking: number[] = []
  for (let i = 0; i < (klein ? 3 : 9); i += 1) {
    eigen.push(perSeconde(ronde, vragen.length, klein ? 200 : 700))
    vergelijking.push(perSeconde(kaal, vragen.length, klein ? 100 : 300))
    meld(`besluiten: meting ${i + 1}: ${getal(eigen.at(-1) ?? 0)} per seconde`)
  }
  const snelheid = mediaan(eigen)
  return {
    naam: 'Besluiten per seconde',
    uitleg: `${vragen.length} verschillende vragen (studenten × dagen), elk met motivering en signalen, op één kern. De vergelijking leest per vraag hetzelfde dossier met JSON.parse.`,
    uitkomsten: [
      { wat: 'besluiten per seconde (mediaan)', waarde: getal(snelheid) },
      { wat: 'JSON.parse per seconde (mediaan)', waarde: getal(mediaan(vergelijking)) },
      { wat: 'verhouding besluit : JSON.parse', waarde: getal(snelheid / mediaan(vergelijking)) },
      { wat: 'redenen en signalen per besluit', waarde: getal(ronde() / vragen.length) },
    ],
    doel: `ten minste ${getal(DOEL_PER_SECONDE)} per seconde`,
    gehaald: snelheid >= DOEL_PER_SECONDE,
  }
}

function perSeconde(ronde: () => number, aantal: number, minstensMs: number): number {
  const begin = performance.now()
  let rondes = 0
  let som = 0
  do {
    som += ronde()
    rondes += 1
  } while (performance.now() - begin < minstensMs)
  // De som houdt de uitkomsten in gebruik, zodat de vertaler het werk niet weglaat.
  if (som < 0) throw new Error('een ronde telt nooit onder nul')
  return (rondes * aantal * 1000) / (performance.now() - begin)
}
