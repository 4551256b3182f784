import type { Datum } from '../../kern/datum.ts'
import { inTaal, type Parameter } from '../../normen/index.ts'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { maakTrap, type Trapbeeld, type Trapdeel } from './trap.ts'
import { schrijfDagInJaar, schrijfWaarde } from './waardewoorden.ts'

/** De waarde in de tijd als trap: een lijn van 4 px, afgeleid gestreept. Breed en smal zijn twee tekeningen, zodat de letters leesbaar blijven. */
export function Trapgrafiek({ parameter, vandaag }: { parameter: Parameter, vandaag: Datum }) {
  const [breed, smal] = [maakTrap(parameter, vandaag, 720), maakTrap(parameter, vandaag, 320)]
  if (breed === undefined || smal === undefined) return null
  return (
    <>
      <Tekening parameter={parameter} beeld={breed} soort="breed" />
      <Tekening parameter={parameter} beeld={smal} soort="smal" />
    </>
  )
}

function Tekening({ parameter, beeld, soort }: { parameter: Parameter, beeld: Trapbeeld, soort: 'breed' | 'smal' }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const { links, rechts, boven, onder, breedte, hoogte } = beeld
  return (
    <svg class={`trap trap--${soort}`} viewBox={`0 0 ${breedte} ${hoogte}`} width={breedte} height={hoogte} role="img" aria-label={useLabel(parameter)}>
      {beeld.delen.filter(({ afgeleid }) => afgeleid).map(({ x1, x2 }) => <rect key={x1} class="trap__vlak" x={x1} y={boven - 14} width={Math.max(0, x2 - x1)} height={onder - boven + 14} />)}
      {beeld.hoogtes.map(({ y, woord }) => (
        <g key={woord}><path class="trap__hulplijn" d={`M${links} ${y}H${rechts}`} /><text class="trap__as" x={links - 10} y={y + 5} text-anchor="end">{parameter.soort === 'maand-dagen' ? schrijfDagInJaar(woord, taal) : woord}</text></g>
      ))}
      <path class="trap__basis" d={`M${links} ${onder}H${rechts}`} />
      {beeld.jaren.map(({ x, jaar }) => <g key={jaar}><path class="trap__basis" d={`M${x} ${onder}v6`} /><text class="trap__as" x={x} y={onder + 22} text-anchor="middle">{jaar}</text></g>)}
      <path class="trap__vandaag" d={`M${beeld.vandaag} ${boven - 14}V${onder}`} />
      <text class="trap__as" x={beeld.vandaag + 6} y={parameter.soort === 'getal' ? onder - 8 : boven - 2}>{tekst.vandaag}</text>
      <Sprongen delen={beeld.delen} />
      {beeld.delen.map((deel) => <Lijn key={`${deel.van} ${deel.waarde}`} deel={deel} />)}
      {parameter.soort === 'getal' && beeld.delen.map((deel) => <Lijnlabel key={deel.van} parameter={parameter} deel={deel} rechts={rechts} />)}
    </svg>
  )
}

function Lijn({ deel: { x1, x2, y, afgeleid, begint, eindigt } }: { deel: Trapdeel }) {
  return (
    <>
      <path class={afgeleid ? 'trap__lijn trap__lijn--afgeleid' : 'trap__lijn'} d={`M${x1} ${y}H${x2}`} />
      {begint && <circle class="trap__stip" cx={x1} cy={y} r="6" />}
      {eindigt && <circle class="trap__stip trap__stip--open" cx={x2} cy={y} r="6" />}
    </>
  )
}

function Sprongen({ delen }: { delen: readonly Trapdeel[] }) {
  return <>{delen.slice(1).map((deel, i) => {
    const vorige = delen[i]
    return vorige === undefined || vorige.van === deel.van || !deel.begint ? null : <path key={deel.van} class="trap__sprong" d={`M${deel.x1} ${vorige.y}V${deel.y}`} />
  })}</>
}

/** Boven de lijn; begint zij te ver rechts, dan eindigt het label bij de rand. */
function Lijnlabel({ parameter, deel: { x1, y, waarde, afgeleid }, rechts }: { parameter: Parameter, deel: Trapdeel, rechts: number }) {
  const zekerheid = useBegrippen().zekerheid(afgeleid ? 'afgeleid' : 'zeker')
  const woord = `${schrijfWaarde(parameter, waarde, useTaal())}, ${zekerheid}`
  const past = x1 + 8 + woord.length * 8 < rechts
  return <text class="trap__label" x={past ? x1 + 8 : rechts} y={y - 12} {...(past ? {} : { 'text-anchor': 'end' as const })}>{woord}</text>
}

function useLabel(parameter: Parameter): string {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const begrip = useBegrippen()
  const { lang } = useDatums()
  const delen = parameter.waarden.map(({ waarde, van, zekerheid }) => tekst.grafiekdeel(schrijfWaarde(parameter, waarde, taal), lang(van), begrip.zekerheid(zekerheid)))
  return tekst.grafiek(inTaal(parameter, taal).omschrijving, delen.join(' '))
}
