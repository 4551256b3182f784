import type { Partij } from '../../../kern/leerroute.ts'
import type { Woorden } from '../teksten.ts'
import { DiplomaIcoon } from '../../kader/iconen.tsx'
import { r } from './balken.tsx'
import type { Diplomamerk, Telpunt } from './beeld.ts'
import type { Doek } from './doek.ts'
import { tekstbreedte } from './tekstbreedte.ts'

const PIL_MET_DATUM_VANAF = 225

/** Diploma: icoon op zijn dag, een dunne lijn de balk in en het woord ernaast. Een woord dat op een vorig woord valt, staat alleen in de tabel. */
export function Diplomas({ doek }: { doek: Doek }) {
  return (
    <>
      {doek.beeld.diplomas.map((merk, i) => {
        const plek = diplomaplek(doek, merk)
        const bezet = doek.beeld.diplomas.slice(0, i).filter(({ plaats }) => plaats === merk.plaats).map((ander) => diplomaplek(doek, ander))
        return <Diploma key={merk.label} doek={doek} merk={merk} plek={plek} metWoord={isVrij(plek, bezet)} />
      })}
    </>
  )
}

/** Een streep op de eerste dag van elke stage; het woord alleen waar er plaats voor is. De tabel noemt ze alle. */
export function Stages({ doek }: { doek: Doek }) {
  const y = doek.rijen.onderBanen
  const bezet: Vak[] = doek.beeld.diplomas.filter(({ plaats }) => plaats === 'onder').map((merk) => diplomaplek(doek, merk))
  return (
    <>
      {doek.beeld.stages.map(({ datum, label }) => {
        const x = doek.schaal.x(datum)
        const breed = tekstbreedte(label, 14)
        const past = x + 6 + breed < doek.schaal.rechts
        const vak = past ? { van: x, tot: x + 6 + breed } : { van: x - 4 - breed, tot: x }
        const vrij = isVrij(vak, bezet)
        if (vrij) bezet.push(vak)
        return <g key={datum}><path d={`M${r(x + 1)} ${y}v9`} class="l-inkt" />{vrij && <text x={r(past ? x + 6 : x - 4)} y={y + 18} text-anchor={past ? 'start' : 'end'} class="t-v k-2 halo-geen">{label}</text>}</g>
      })}
    </>
  )
}

/** Verzuim: een staaf per dag, 4 px per uur, en een haak onder de dagen die samen een drempel haalden. */
export function Verzuim({ doek }: { doek: Doek }) {
  const { verzuim } = doek.rijen
  if (verzuim === null) return null
  const bodem = verzuim + 28
  return (
    <>
      <path d={`M${r(doek.schaal.links)} ${bodem}H${r(doek.schaal.rechts)}`} class="l-lijn" />
      <path d={doek.beeld.verzuim.dagen.map(({ datum, uren }) => `M${r(doek.schaal.x(datum) + 2)} ${bodem}v-${r(Math.min(28, Math.max(2, uren * 4)))}`).join('')} class="l-uren" />
      {doek.beeld.verzuim.haken.map((haak) => {
        const [x1, x2] = [doek.schaal.x(haak.van) - 1, doek.schaal.xEinde(haak.totEnMet) + 3]
        const einde = x2 + 12 + tekstbreedte(haak.label, 14, true)
        const staatErIets = doek.beeld.verzuim.dagen.some(({ datum }) => datum > haak.totEnMet && doek.schaal.x(datum) < einde)
        const links = einde > doek.schaal.rechts || (staatErIets && x1 - einde + x2 > doek.schaal.links)
        return (
          <g key={haak.totEnMet}>
            <path d={`M${r(x1)} ${bodem + 3}v4H${r(x2)}v-4`} class="l-haak" />
            <text x={r(links ? x1 - 8 : x2 + 8)} y={bodem - 3} text-anchor={links ? 'end' : 'start'} class="t-b k-i halo-geen">{haak.label}</text>
          </g>
        )
      })}
    </>
  )
}

/** Elke teldatum als pil met de sector die betaalt; de pil kiest die datum. Passen ze niet naast elkaar, dan staat de datum eronder. */
export function Teldata({ doek }: { doek: Doek }) {
  const { teldata, woorden } = doek.beeld
  const past = teldata.every((punt, i) => {
    const vorige = teldata[i - 1]
    return vorige === undefined || doek.schaal.x(punt.datum) - doek.schaal.x(vorige.datum) >= (pilbreedte(punt, woorden).breed + pilbreedte(vorige, woorden).breed) / 2 + 6
  })
  const metDatum = doek.m.soort === 'breed' && doek.schaal.pxPerJaar >= PIL_MET_DATUM_VANAF && past
  return <>{doek.beeld.teldata.map((punt) => metDatum ? <Datumpil key={punt.datum} doek={doek} punt={punt} /> : <Sectorpil key={punt.datum} doek={doek} punt={punt} />)}</>
}

function Datumpil({ doek, punt }: { doek: Doek, punt: Telpunt }) {
  const { woorden } = doek.beeld
  const [datum, sector] = [woorden.datum.kort(punt.datum), pilwoord(punt.betaler, woorden)]
  const { links, rechts, breed } = pilbreedte(punt, woorden)
  const x = Math.max(doek.schaal.links - 8, Math.min(doek.schaal.x(punt.datum) - breed / 2, doek.schaal.rechts + 4 - breed))
  const y = doek.rijen.teldata + 4
  const inlays = `M${r(x + links)} ${y}h${r(rechts - 12)}a12 12 0 0 1 0 24h-${r(rechts - 12)}z`
  return (
    <a href={punt.href} aria-label={pilzin(punt, doek.beeld.woorden)}>
      <rect x={r(x)} y={y} width={r(breed)} height="24" rx="12" class={`pil${punt.datum === doek.beeld.peildatum ? ' gekozen' : ''}`} />
      <path d={inlays} {...pilvulling(punt.betaler, doek.id)} />
      <text x={r(x + links / 2 + 2)} y={y + 17} text-anchor="middle" class="t-v k-2">{datum}</text>
      {punt.betaler === 'onbepaald' && <circle cx={r(x + links + rechts / 2 - 2)} cy={y + 12} r="8" class="v-w" />}
      <text x={r(x + links + rechts / 2 - 2)} y={y + 17} text-anchor="middle" class={`t-b ${pilkleur(punt.betaler)}`}>{sector}</text>
    </a>
  )
}

function pilbreedte({ datum, betaler }: Telpunt, woorden: Woorden) {
  const [links, rechts] = [tekstbreedte(woorden.datum.kort(datum), 14) + 18, Math.max(28, tekstbreedte(pilwoord(betaler, woorden), 14, true) + 15)]
  return { links, rechts, breed: links + rechts }
}

function Sectorpil({ doek, punt }: { doek: Doek, punt: Telpunt }) {
  const sector = pilwoord(punt.betaler, doek.beeld.woorden)
  const breed = Math.max(30, tekstbreedte(sector, 14, true) + 16)
  const x = Math.min(Math.max(doek.schaal.links, doek.schaal.x(punt.datum) - breed / 2), doek.schaal.rechts - breed)
  const y = doek.rijen.teldata + 2
  return (
    <a href={punt.href} aria-label={pilzin(punt, doek.beeld.woorden)}>
      <rect x={r(x)} y={y} width={r(breed)} height="24" rx="12" {...pilvulling(punt.betaler, doek.id)} />
      {punt.betaler === 'onbepaald' && <circle cx={r(x + breed / 2)} cy={y + 12} r="8" class="v-w" />}
      <text x={r(x + breed / 2)} y={y + 17} text-anchor="middle" class={`t-b ${pilkleur(punt.betaler)}`}>{sector}</text>
      <text x={r(x + breed / 2)} y={y + 38} text-anchor="middle" class="t-13 k-2 halo-geen">{doek.beeld.woorden.datum.kort(punt.datum)}</text>
    </a>
  )
}

interface Vak {
  readonly van: number
  readonly tot: number
}

/** Waar icoon en woord van een diploma komen: rechts, of links als het daar een lijn of de rand raakt. */
function diplomaplek(doek: Doek, merk: Diplomamerk): Vak & { readonly links: boolean } {
  const x = doek.schaal.x(merk.datum)
  const breed = tekstbreedte(merk.label, 14, true)
  const botst = x + 16 + breed > doek.schaal.rechts || doek.kruist(x + 14, x + 16 + breed) || merk.label.length === 0
  const links = botst && x - 16 - breed > doek.schaal.links
  return links ? { links, van: x - 16 - breed, tot: x + 10 } : { links, van: x - 10, tot: x + 16 + breed }
}

function isVrij({ van, tot }: Vak, bezet: readonly Vak[]): boolean {
  return bezet.every((ander) => tot + 6 < ander.van || van > ander.tot + 6)
}

function Diploma({ doek, merk, plek: { links }, metWoord }: { doek: Doek, merk: Diplomamerk, plek: { readonly links: boolean }, metWoord: boolean }) {
  const x = doek.schaal.x(merk.datum)
  const y = merk.plaats === 'boven' ? doek.rijen.vo - 26 : doek.rijen.onderBanen + 6
  const lijn = merk.plaats === 'boven' ? `M${r(x)} ${y + 18}V${doek.rijen.vo + doek.m.baan}` : `M${r(x)} ${y + 2}V${doek.rijen.mbo}`
  return (
    <>
      <path d={lijn} class="l-inkt" />
      <DiplomaIcoon x={r(x - 9)} y={y} maat={20} />
      {metWoord && <text x={r(links ? x - 16 : x + 16)} y={y + 15} text-anchor={links ? 'end' : 'start'} class="t-b k-i halo-geen">{merk.label}</text>}
    </>
  )
}

function pilwoord(betaler: Partij | null, { tekst: { tl } }: Woorden): string {
  if (betaler === null) return '…'
  return betaler === 'onbepaald' ? '?' : betaler === 'geen' ? tl.pilGeen : betaler.toLowerCase()
}

function pilzin({ datum, betaler }: Telpunt, { tekst: { tl }, datum: { lang } }: Woorden): string {
  const wat = betaler === null ? tl.nogNiet : betaler === 'onbepaald' ? tl.teBepalen : betaler === 'geen' ? tl.geenBekostiging : tl.betaald(betaler.toLowerCase())
  return tl.kies(lang(datum), wat)
}

function pilvulling(betaler: Partij | null, id: string): { class: string, fill?: string } {
  if (betaler === 'VO') return { class: 'v-v l-VO' }
  if (betaler === 'MBO') return { fill: `url(#${id}-m)`, class: 'l-MBO' }
  return betaler === 'onbepaald' ? { fill: `url(#${id}-o)`, class: 'l-inkt1' } : { class: 'v-w l-geen' }
}

function pilkleur(betaler: Partij | null): string {
  return betaler === 'VO' ? 'k-v' : betaler === 'MBO' ? 'k-m' : 'k-i'
}
