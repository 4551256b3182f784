import { SignaalIcoon } from '../../kader/iconen.tsx'
import { useWoorden } from '../teksten.ts'
import { r } from './balken.tsx'
import type { Doek } from './doek.ts'
import { LABEL_LETTER, type Speld } from './signaalrijen.ts'
import { tekstbreedte } from './tekstbreedte.ts'

/** Elk signaal op zijn eerste dag, met een streep tot zijn laatste; de speld wijst naar het signaal in de lijst. */
export function Spelden({ doek }: { doek: Doek }) {
  const { signalen } = doek.rijen
  if (signalen === null) return null
  const { spelden, nietGetekend, rijen } = doek.spelden
  const { tl } = doek.beeld.woorden.tekst
  return (
    <>
      {spelden.map((speld) => <Streep key={`${speld.anker}s`} speld={speld} y={signalen + speld.rij * doek.m.signaal} />)}
      {spelden.map((speld) => <Naald key={speld.anker} speld={speld} y={signalen + speld.rij * doek.m.signaal} />)}
      {nietGetekend > 0 && (
        <a href="#signalen"><text x={r(doek.schaal.links)} y={signalen + (rijen - 1) * doek.m.signaal + 21} class="t-v t-link">{tl.nogSignalen(nietGetekend)}</text></a>
      )}
    </>
  )
}

function Streep({ speld, y }: { speld: Speld, y: number }) {
  const lijn = y + 28
  const soort = speld.open ? (speld.niveau === 'fout' ? 'fout' : 'inkt') : 'dicht'
  if (speld.open) {
    return <path d={`M${r(speld.x)} ${lijn - 12}V${lijn}H${r(speld.xEind - 1)}m-6-5l6 5-6 5`} class={`l-s-${soort}`} />
  }
  // Een paar dagen is te smal voor een streep met een eindstuk: dan alleen een voetje.
  if (speld.xEind - speld.x < 8) return <path d={`M${r(speld.x)} ${lijn - 6}V${lijn}m-4 0h8`} class="l-s-dicht" />
  return <path d={`M${r(speld.x)} ${lijn - 12}V${lijn}H${r(speld.xEind)}m0-4v8`} class="l-s-dicht" />
}

function Naald({ speld, y }: { speld: Speld, y: number }) {
  const { tekst, begrip } = useWoorden()
  const breed = tekstbreedte(speld.label, LABEL_LETTER, speld.open)
  const [links, rechts] = speld.labelLinks ? [speld.labelX - breed, speld.x + 12] : [speld.x - 12, speld.labelX + breed]
  return (
    <a href={`#${speld.aantal > 1 ? 'signalen' : speld.anker}`} aria-label={`${begrip.niveau(speld.niveau)}, ${speld.open ? tekst.open : tekst.gesloten}: ${speld.label}`}>
      <rect x={r(links)} y={y + 2} width={r(rechts - links)} height="24" class="raakvlak" />
      <circle cx={r(speld.x)} cy={y + 14} r="10" class="v-w" />
      <SignaalIcoon niveau={speld.niveau} open={speld.open} x={r(speld.x - 9.5)} y={y + 4.5} maat={19} />
      {speld.aantal > 1 && <><circle cx={r(speld.x + 20)} cy={y + 14} r="9" class="v-inkt" /><text x={r(speld.x + 20)} y={y + 18.5} text-anchor="middle" class="t-13 k-w">{speld.aantal}</text></>}
      <text x={r(speld.labelX)} y={y + 19} text-anchor={speld.labelLinks ? 'end' : 'start'} class={`${speld.open ? 't-b k-i' : 't-v k-2'} halo-geen`}>{speld.label}</text>
    </a>
  )
}
