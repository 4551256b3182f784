import { useTaal, useTekst } from '../kader/taal.ts'
import { useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { schrijfUren } from './uren.ts'
import type { Week } from './weken.ts'

const [BREED, HOOG, LINKS, ONDER] = [860, 200, 36, 28]
const KLEINSTE_MAX = 16

/** Een kolom per week: ongeoorloofd gevuld, geoorloofd gearceerd erboven; een rand om wat meetelt. De tabel eronder heeft dezelfde getallen. */
export function Wekentekening({ weken, drempel }: { weken: readonly Week[], drempel: number | null }) {
  const taal = useTaal()
  const tekst = useTekst(teksten)
  const { kort } = useDatums()
  const max = Math.max(drempel ?? KLEINSTE_MAX, ...weken.map(({ ongeoorloofd, geoorloofd }) => ongeoorloofd + geoorloofd)) * 1.1
  const vak = (BREED - LINKS) / weken.length
  const y = (uren: number): number => HOOG - ONDER - (uren / max) * (HOOG - ONDER - 8)
  const totaal = weken.reduce((som, { ongeoorloofd }) => som + ongeoorloofd, 0)
  return (
    <svg class="weken" viewBox={`0 0 ${BREED} ${HOOG}`} role="img" aria-label={tekst.tekening(schrijfUren(totaal, taal), weken.length)}>
      <defs><pattern id="streep-geoorloofd" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="weken__wit" /><path d="M0 0v7" class="weken__streep" /></pattern></defs>
      {[0, Math.round(max / 2), Math.round(max / 1.1)].map((uren) => <g key={uren}><path d={`M${LINKS} ${y(uren)}H${BREED}`} class="weken__lijn" /><text x={LINKS - 8} y={y(uren) + 5} text-anchor="end">{uren}</text></g>)}
      {weken.map(({ vanaf, ongeoorloofd, geoorloofd, teltMee }, i) => {
        const x = LINKS + i * vak + vak * 0.2
        return (
          <g key={vanaf}>
            {ongeoorloofd > 0 && <rect x={x} y={y(ongeoorloofd)} width={vak * 0.6} height={HOOG - ONDER - y(ongeoorloofd)} class={teltMee ? 'weken__balk weken__balk--telt' : 'weken__balk'} />}
            {geoorloofd > 0 && <rect x={x} y={y(ongeoorloofd + geoorloofd)} width={vak * 0.6} height={y(ongeoorloofd) - y(ongeoorloofd + geoorloofd)} class="weken__geoorloofd" />}
            {(weken.length <= 9 || i % 2 === 0) && <text x={x + vak * 0.3} y={HOOG - 8} text-anchor="middle">{kort(vanaf)}</text>}
          </g>
        )
      })}
    </svg>
  )
}
