import type { Telstatus } from '../../beslissing/index.ts'
import { useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'

export const STATUSSEN: readonly Telstatus[] = ['telt', 'elders', 'wacht', 'niemand']
const [BREED, HOOG] = [860, 44]
const SMALSTE = 40

/** De uitkomsten als een balk. De tabel met redenen eronder heeft dezelfde getallen. */
export function Statusbalk({ aantallen }: { aantallen: Readonly<Record<Telstatus, number>> }) {
  const tekst = useTekst(teksten)
  const delen = STATUSSEN.filter((status) => aantallen[status] > 0)
  const totaal = delen.reduce((som, status) => som + aantallen[status], 0)
  if (totaal === 0) return null
  const vrij = BREED - delen.length * SMALSTE
  const breedte = (status: Telstatus): number => SMALSTE + (vrij * aantallen[status]) / totaal
  return (
    <svg class="statusbalk" viewBox={`0 0 ${BREED} ${HOOG}`} role="img" aria-label={tekst.balk(delen.map((status) => `${tekst.status[status]} ${aantallen[status]}`).join(', '))}>
      <defs><pattern id="band-wacht" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" class="statusbalk__band" /><rect width="7" height="14" class="statusbalk__wit" /></pattern></defs>
      {delen.map((status, i) => {
        const x = delen.slice(0, i).reduce((som, eerder) => som + breedte(eerder), 0)
        return <g key={status}><rect x={x + 1} y={1} width={breedte(status) - 2} height={HOOG - 2} class={`statusbalk__${status}`} />{status === 'wacht' && <rect x={x + 6} y={9} width={Math.min(breedte(status) - 12, breedte(status) > 190 ? 170 : 32)} height={26} class="statusbalk__wit" />}<text x={x + 12} y={28} class={`statusbalk__tekst--${status}`}>{breedte(status) > 190 ? `${tekst.status[status]} ${aantallen[status]}` : aantallen[status]}</text></g>
      })}
    </svg>
  )
}
