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
  meetTempo(ronde, vragen.length, klein ? 300 : 1500)
  meetTempo(kaal, vragen.length, klein ? 100 : 500)
  const eigen: Tempo[] = []
  const vergelijking: Tempo[] = []
  for (let i = 0; i < (klein ? 3 : 9); i += 1) {
    const tempo = meetTempo(ronde, vragen.length, klein ? 200 : 700)
    eigen.push(tempo)
    vergelijking.push(meetTempo(kaal, vragen.length, klein ? 100 : 300))
    meld(`besluiten: meting ${i + 1}: ${getal(tempo.klok)} per seconde op de klok, ${getal(tempo.rekentijd)} per seconde rekentijd`)
  }
  const snelheid = mediaan(eigen.map(({ rekentijd }) => rekentijd))
  const kaleSnelheid = mediaan(vergelijking.map(({ rekentijd }) => rekentijd))
  return {
    naam: 'Besluiten per seconde',
    uitleg: `${vragen.length} verschillende vragen (studenten × dagen), elk met motivering en signalen, op één kern. De vergelijking leest per vraag hetzelfde dossier met JSON.parse.`,
    uitkomsten: [
      { wat: 'besluiten per seconde rekentijd van één kern (mediaan)', waarde: getal(snelheid) },
      { wat: 'besluiten per seconde op de klok, met wat er verder op de machine draait (mediaan)', waarde: getal(mediaan(eigen.map(({ klok }) => klok))) },
      { wat: 'JSON.parse van hetzelfde dossier per seconde rekentijd (mediaan)', waarde: getal(kaleSnelheid) },
      { wat: 'verhouding besluit : JSON.parse', waarde: getal(snelheid / kaleSnelheid) },
      { wat: 'redenen en signalen per besluit', waarde: getal(ronde() / vragen.length) },
    ],
    doel: `ten minste ${getal(DOEL_PER_SECONDE)} per seconde`,
    gehaald: snelheid >= DOEL_PER_SECONDE,
  }
}

interface Tempo {
  readonly klok: number
  /** Per seconde dat het proces rekende, alle draden samen: ook het opruimen van geheugen telt dus mee. */
  readonly rekentijd: number
}

function meetTempo(ronde: () => number, aantal: number, minstensMs: number): Tempo {
  const begin = performance.now()
  const cpuBegin = process.cpuUsage()
  let rondes = 0
  let som = 0
  do {
    som += ronde()
    rondes += 1
  } while (performance.now() - begin < minstensMs)
  // De som houdt de uitkomsten in gebruik, zodat de vertaler het werk niet weglaat.
  if (som < 0) throw new Error('een ronde telt nooit onder nul')
  const { user, system } = process.cpuUsage(cpuBegin)
  return { klok: (rondes * aantal * 1000) / (performance.now() - begin), rekentijd: (rondes * aantal * 1_000_000) / (user + system) }
}
