import { useTekst } from '../kader/taal.ts'
import { teksten } from './teksten.ts'

const JAAR = 150
const [BREED, HOOG] = [4 * JAAR + 76, 188]
const LINKS = 64
const VO = { y: 44, hoog: 40 }
const MBO = { y: 104, hoog: 40 }

/** Een doorlopende leerroute in vier jaar: de balk van het vo, die van het mbo, en de twee diploma's. */
export function Routetekening() {
  const tekst = useTekst(teksten)
  const x = (jaren: number): number => LINKS + jaren * JAAR
  return (
    <svg class="routetekening" viewBox={`0 0 ${BREED} ${HOOG}`} role="img" aria-label={tekst.tekening}>
      {[0, 1, 2, 3].map((jaar) => <g key={jaar}><path d={`M${x(jaar)} 12v150`} class="routetekening__lijn" /><text x={x(jaar) + 8} y={30} class="routetekening__klein">{tekst.jaar(jaar + 1)}</text></g>)}
      <text x={0} y={VO.y + 26} class="routetekening__sector">vo</text>
      <text x={0} y={MBO.y + 26} class="routetekening__sector">mbo</text>
      <Balk x={x(0)} {...VO} breed={2 * JAAR - 2} soort="vo" woord="fase VO" />
      <Balk x={x(2)} {...MBO} breed={2 * JAAR - 2} soort="mbo" woord="fase MBO" />
      <path d={`M${x(2)} ${VO.y + VO.hoog}v${MBO.y - VO.y - VO.hoog}`} class="routetekening__schakel" />
      <circle cx={x(2)} cy={VO.y + VO.hoog} r={5} class="i-den" /><circle cx={x(2)} cy={MBO.y} r={5} class="i-den" />
      <Diploma x={x(2)} y={VO.y - 2} woord={tekst.vmbodiploma} />
      <Diploma x={x(4) - 4} y={MBO.y + MBO.hoog + 32} woord={tekst.mbodiploma} eind />
    </svg>
  )
}

function Balk({ x, y, breed, hoog, soort, woord }: { x: number, y: number, breed: number, hoog: number, soort: 'vo' | 'mbo', woord: string }) {
  return (
    <g>
      <rect x={x} y={y} width={breed} height={hoog} rx={4} class={`routetekening__${soort}`} />
      {soort === 'mbo' && Array.from({ length: Math.floor(breed / 6) }, (_niets, i) => <path key={i} d={`M${x + 5 + i * 6} ${y + 1}v${hoog - 2}`} class="routetekening__streep" />)}
      {soort === 'mbo' && <rect x={x + 10} y={y + 8} width={74} height={24} class="routetekening__plaat" />}
      <text x={x + 16} y={y + 26} class={`routetekening__woord routetekening__woord--${soort}`}>{woord}</text>
    </g>
  )
}

function Diploma({ x, y, woord, eind = false }: { x: number, y: number, woord: string, eind?: boolean }) {
  return <text x={eind ? x : x + 10} y={eind ? y - 8 : y + 22} text-anchor={eind ? 'end' : 'start'} class="routetekening__diploma">{woord}</text>
}
