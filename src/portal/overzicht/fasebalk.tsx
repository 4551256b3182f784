import type { Fasetelling } from '../../beslissing/index.ts'
import type { Fase } from '../../kern/leerroute.ts'
import { useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { teksten } from './teksten.ts'

const [BREED, HOOG] = [600, 44]
const SMALSTE = 34
const VOLGORDE: readonly Fase[] = ['VO', 'MBO', 'onbepaald', null]
const VLAK = { VO: 'fasebalk__vo', MBO: 'fasebalk__mbo', onbepaald: 'fasebalk__onbepaald', geen: 'fasebalk__geen' } as const

/** Hoeveel studenten in welke fase, als een balk met patronen en dezelfde getallen in een tabel. */
export function Fasebalk({ fasen }: { fasen: readonly Fasetelling[] }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const delen = VOLGORDE.flatMap((fase) => fasen.filter((telling) => telling.fase === fase && telling.aantal > 0))
  return (
    <>
      <svg class="fasebalk" viewBox={`0 0 ${BREED} ${HOOG}`} role="img" aria-label={tekst.fasenBeeld(delen.map(({ fase, aantal }) => `${begrip.fase(fase)} ${aantal}`).join(', '))}>
        <defs>
          <pattern id="streep-mbo" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="fasebalk__mbovlak" /><path d="M3 0v6" class="fasebalk__mbostreep" /></pattern>
          <pattern id="band-onbepaald" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="14" height="14" class="fasebalk__vovlak" /><rect width="7" height="14" class="fasebalk__mboband" /></pattern>
        </defs>
        {plaatsen(delen).map(({ fase, aantal, x, breed }) => (
          <g key={fase ?? 'geen'}>
            <rect x={x + 1} y={1} width={breed - 2} height={HOOG - 2} class={VLAK[fase ?? 'geen']} />
            {fase === 'onbepaald' && <rect x={x + 7} y={10} width={Math.min(breed - 14, 28)} height={24} class="fasebalk__plaat" />}
            <text x={x + 10} y={28}>{breed > 110 ? `${begrip.fase(fase)} ${aantal}` : aantal}</text>
          </g>
        ))}
      </svg>
      <details class="fasebalk__tabel">
        <summary class="linkknop">{tekst.alsTabel}</summary>
        <table class="utrecht-table utrecht-table--html-table smalle-tabel">
          <caption class="alleen-voorlezen">{tekst.fasen}</caption>
          <thead><tr><th scope="col">{tekst.fase}</th><th scope="col" class="getal">{tekst.studenten}</th></tr></thead>
          <tbody>{delen.map(({ fase, aantal }) => <tr key={fase ?? 'geen'}><th scope="row">{begrip.fase(fase)}</th><td class="getal">{aantal}</td></tr>)}</tbody>
        </table>
      </details>
    </>
  )
}

/** Naar verhouding, maar nooit zo smal dat het getal er niet in past. */
function plaatsen(delen: readonly Fasetelling[]): readonly (Fasetelling & { readonly x: number; readonly breed: number })[] {
  const totaal = delen.reduce((som, { aantal }) => som + aantal, 0)
  const vrij = BREED - delen.length * SMALSTE
  let x = 0
  return delen.map((deel) => {
    const breed = SMALSTE + (vrij * deel.aantal) / totaal
    const plaats = { ...deel, x, breed }
    x += breed
    return plaats
  })
}
