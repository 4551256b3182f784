import type { Matrixcel, Matrixkolom, Matrixrij, Matrixstand } from '../../leerroute/index.ts'
import { InOrdeIcoon, NietNuIcoon, NietWederzijdsIcoon, OntbreektIcoon } from '../kader/iconen.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { aanbodadres } from './vraag.ts'

const ICOON = { geregistreerd: InOrdeIcoon, 'ander-profiel': InOrdeIcoon, 'niet-wederzijds': NietWederzijdsIcoon, ontbreekt: OntbreektIcoon, begint: NietNuIcoon, voorbij: NietNuIcoon } as const satisfies Record<Matrixstand, unknown>

/** Icoon, woord en dag; alleen een cel met een probleem is gevuld. */
export function Cel({ cel, kolom, rij, taakId }: { cel: Matrixcel | undefined, kolom: Matrixkolom, rij: Matrixrij, taakId: string | null }) {
  const tekst = useTekst(teksten)
  if (cel === undefined) return <td data-kop={kolom.naam} class={kolom.eigen ? 'matrix__leeg matrix__eigen' : 'matrix__leeg'}><span aria-hidden="true">–</span><span class="alleen-voorlezen">{tekst.doetNietMee}</span></td>
  const Icoon = ICOON[cel.stand]
  const eigenAanbod = kolom.eigen ? cel.aanbod[0] : undefined
  return (
    <td data-kop={kolom.naam} class={[...(kolom.eigen ? ['matrix__eigen'] : []), `matrix--${cel.stand}`].join(' ')}>
      <div class="matrix__cel">
        <Icoon maat={18} />
        <div>
          <p class="matrix__woord">{tekst.stand[cel.stand]}</p>
          <Dag cel={cel} />
          <Mist cel={cel} kolom={kolom} />
          {eigenAanbod !== undefined && <p><a class="utrecht-link utrecht-link--html-a" href={aanbodadres(eigenAanbod)}>{tekst.bekijk}<span class="alleen-voorlezen"><Nederlands>{tekst.bekijkVoor(rij.profiel ?? tekst.zonderProfiel)}</Nederlands></span></a></p>}
          {eigenAanbod === undefined && taakId !== null && <p><a class="utrecht-link utrecht-link--html-a" href={`#${taakId}`}>{tekst.bekijk}<span class="alleen-voorlezen"><Nederlands>{tekst.bekijkVoor(rij.profiel ?? tekst.zonderProfiel)}</Nederlands></span></a></p>}
        </div>
      </div>
    </td>
  )
}

function Dag({ cel: { stand, dag, totEnMet } }: { cel: Matrixcel }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  if (dag === null || stand === 'niet-wederzijds') return null
  const geweest = stand === 'voorbij' || stand === 'ontbreekt'
  return <p class="klein">{geweest ? tekst.eindigde(middel(dag)) : middel(dag)}{totEnMet !== null && <span class="regel">{tekst.totEnMet(middel(totEnMet))}</span>}</p>
}

/** Wie noemt wie niet, gezien vanuit deze kolom. */
function Mist({ cel: { mist }, kolom }: { cel: Matrixcel, kolom: Matrixkolom }) {
  const tekst = useTekst(teksten)
  if (mist.length === 0) return null
  const zinnen = mist.map(({ van, naar }) => (van.brin === kolom.brin ? tekst.noemtNiet(naar.school) : tekst.nietGenoemdDoor(van.school)))
  return <p class="klein">{[...new Set(zinnen)].map((zin) => <span key={zin} class="regel">{zin}</span>)}</p>
}
