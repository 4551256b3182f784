import type { Fase } from '../../../kern/leerroute.ts'
import { OntbreektIcoon } from '../../kader/iconen.tsx'
import type { Baan, Baanperiode } from './beeld.ts'
import type { Doek } from './doek.ts'
import { tekstbreedte } from './tekstbreedte.ts'

const KIER = 1.5
const RAND = 10

/** Patronen voor één tekening: dunne staande strepen voor mbo, schuine banden voor onbepaald. */
export function Patronen({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-m`} width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0h6v6H0z" class="v-m" /><path d="M3 0v6" class="l-ms" /></pattern>
      <pattern id={`${id}-o`} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h14v14H0z" class="v-v" /><path d="M3.5 0v14" class="l-os" /></pattern>
    </defs>
  )
}

/** De perioden van één register. De vulling volgt de geregistreerde fase, zodat een verschil zichtbaar is als twee vullingen boven elkaar. */
export function Baanbalken({ doek, baan, y }: { doek: Doek, baan: Baan, y: number }) {
  return <>{baan.perioden.map((periode) => <Balk key={`${periode.brin}${periode.inschrijving}${periode.van}`} doek={doek} periode={periode} y={y} />)}</>
}

export function Baanteksten({ doek, baan, y }: { doek: Doek, baan: Baan, y: number }) {
  return <>{baan.perioden.flatMap((periode) => balktekst(doek, periode, y)).map((regel) => <text key={`${regel.x}${regel.y}`} x={r(regel.x)} y={regel.y} class={`${regel.klasse} ${regel.kleur}`}>{regel.tekst}</text>)}</>
}

/** Een ontbrekende inschrijving: gestreepte rode rand, tot en met vandaag en nooit verder. */
export function Ontbreekt({ doek, baan, y }: { doek: Doek, baan: Baan, y: number }) {
  if (baan.ontbreekt === null) return null
  const { van, totEnMet, label } = baan.ontbreekt
  const x = doek.schaal.x(van) + 1
  const breed = Math.max(4, doek.schaal.xEinde(totEnMet) - x - KIER)
  const midden = y + doek.m.baan / 2
  const tekst = tekstbreedte(label, 15, true)
  const past = breed > tekst + 44
  const rechtsVan = x + breed + 10 + tekst < doek.schaal.rechts + 4
  const tekstX = past ? x + 36 : rechtsVan ? x + breed + 10 : x - 10
  return (
    <>
      <rect x={r(x)} y={y + 1} width={r(breed)} height={doek.m.baan - 2} rx="3" class="l-fout" />
      {breed > 26 && <OntbreektIcoon x={r(past ? x + 10 : x + breed / 2 - 9)} y={midden - 9} maat={18} />}
      <text x={r(tekstX)} y={midden + 5} class="t-fout" text-anchor={past || rechtsVan ? 'start' : 'end'}>{label}</text>
    </>
  )
}

/** Het besluit tussen de banen, tot en met vandaag, met het woord erop. */
export function Fasebanden({ doek }: { doek: Doek }) {
  const y = doek.rijen.band
  return (
    <>
      {doek.beeld.fasevakken.map((vak) => {
        const x = Math.max(doek.schaal.links, doek.schaal.x(vak.van))
        const breed = doek.schaal.xEinde(vak.totEnMet) - x - KIER
        return breed <= 0 ? null : <g key={vak.van}><rect x={r(x)} y={y} width={r(breed)} height={doek.m.band} {...vulling(vak.fase, doek.id)} /><Bandwoord doek={doek} vak={vak} /></g>
      })}
    </>
  )
}

type Fasevak = Doek['beeld']['fasevakken'][number]

function bandwoord(doek: Doek, { van, totEnMet, fase }: Fasevak) {
  const x = Math.max(doek.schaal.links, doek.schaal.x(van))
  const ruimte = doek.schaal.xEinde(totEnMet) - x - KIER
  const kort = fase === null ? '–' : fase === 'onbepaald' ? '?' : fase
  const woord = [doek.beeld.woorden.begrip.fase(fase), kort].find((w) => tekstbreedte(w, 14, true) + (fase === 'onbepaald' ? 22 : 10) <= ruimte)
  return woord === undefined ? undefined : { woord, midden: x + ruimte / 2, breed: tekstbreedte(woord, 14, true), y: doek.rijen.band + doek.m.band / 2 + 5 }
}

function Bandwoord({ doek, vak }: { doek: Doek, vak: Fasevak }) {
  const plek = bandwoord(doek, vak)
  if (plek === undefined) return null
  return (
    <>
      {vak.fase === 'onbepaald' && <rect x={r(plek.midden - plek.breed / 2 - 6)} y={doek.rijen.band + 2} width={r(plek.breed + 12)} height={doek.m.band - 4} class="v-w" />}
      <text x={r(plek.midden)} y={plek.y} text-anchor="middle" class={`t-b ${tekstkleur(vak.fase)}`}>{plek.woord}</text>
    </>
  )
}

function Balk({ doek, periode, y }: { doek: Doek, periode: Baanperiode, y: number }) {
  const { x, eind, boven, hoog } = vlak(doek, periode, y)
  const nu = Math.min(eind, Math.max(x, doek.xVandaag))
  const fase = periode.route === null ? null : periode.fase
  const soort = fase ?? 'geen'
  const doorlopend = periode.totEnMet === null || periode.totEnMet > doek.beeld.bereik.totEnMet
  const fill = vulling(fase, doek.id)
  const { tekst: { tl }, begrip, datum } = doek.beeld.woorden
  const tot = periode.totEnMet === null ? tl.looptDoor : tl.tot(datum.tabel(periode.totEnMet))
  return (
    <g>
      <title>{tl.balk(periode.school, periode.wat[0] ?? '', periode.route ? `${periode.route} ${begrip.fase(periode.fase)}` : tl.geenRoute, datum.tabel(periode.van), tot)}</title>
      {nu > x && <rect x={r(x)} y={boven} width={r(nu - x)} height={hoog} rx="3" {...kaal(fill)} />}
      {eind > nu && <rect x={r(nu)} y={boven} width={r(eind - nu)} height={hoog} rx="3" {...kaal(fill)} fill-opacity=".28" />}
      <path d={doorlopend ? `M${r(eind)} ${boven}H${r(x + 3)}q-3 0-3 3v${hoog - 6}q0 3 3 3H${r(eind)}` : `M${r(x + 3)} ${boven}H${r(eind - 3)}q3 0 3 3v${hoog - 6}q0 3-3 3H${r(x + 3)}q-3 0-3-3v${6 - hoog}q0-3 3-3z`} class={`l-${soort}`} />
      {doorlopend && <path d={`M${r(eind)} ${boven}v${hoog}`} class={`l-${soort} streep`} />}
      {periode.isUitschrijving && !doorlopend && <path d={`M${r(eind)} ${boven - 1}v${hoog + 2}`} class={`l-${soort} dik`} />}
    </g>
  )
}

/** De eerste tekst die past: alles, kort, alleen de fase, een letter, of niets. */
function balktekst(doek: Doek, periode: Baanperiode, y: number): Tekstregel[] {
  const { x, eind, boven, hoog } = vlak(doek, periode, y)
  const fase = periode.route === null ? null : periode.fase
  const ruimte = eind - x - 14
  const { tl } = doek.beeld.woorden.tekst
  const routewoord = periode.route === null ? tl.geenRoute : `${periode.route} · ${fase ? `fase ${fase}` : tl.zonderFase}`
  const kort = fase ? `fase ${fase}` : ''
  const basis = { x: x + RAND - 1, kleur: tekstkleur(fase) }
  const eerste = doek.m.soort === 'breed' && periode.rijen === 1 ? periode.wat.find((w) => tekstbreedte(w, 16, true) <= ruimte) : undefined
  if (eerste !== undefined) {
    const tweede = [routewoord, kort, fase?.slice(0, 1) ?? ''].find((w) => tekstbreedte(w, 15) <= ruimte) ?? ''
    return [{ ...basis, y: boven + 22, tekst: eerste, klasse: 't-1', breed: tekstbreedte(eerste, 16, true) }, { ...basis, y: boven + 41, tekst: tweede, klasse: 't-2', breed: tekstbreedte(tweede, 15) }]
  }
  const lang = periode.wat.flatMap((w) => [periode.route ? `${w} · ${routewoord}` : w, kort ? `${w} · ${kort}` : w])
  const tekst = [...lang, ...periode.wat, kort, fase?.slice(0, 1) ?? ''].find((w) => w !== '' && tekstbreedte(w, 14, true) <= ruimte)
  return tekst === undefined ? [] : [{ ...basis, y: boven + hoog / 2 + 5, tekst, klasse: 't-b', breed: tekstbreedte(tekst, 14, true) }]
}

/** Waar de lijn van de gekozen datum onderbroken wordt, zodat hij nooit door letters loopt. */
export function openingen(doek: Doek, x: number): { readonly boven: number, readonly onder: number }[] {
  const [vo, mbo] = doek.beeld.banen
  const balken = [{ baan: vo, y: doek.rijen.vo }, { baan: mbo, y: doek.rijen.mbo }].flatMap(({ baan, y }) => baan.perioden.flatMap((periode) => balktekst(doek, periode, y)))
  const banden = doek.beeld.fasevakken.flatMap((vak) => bandwoord(doek, vak) ?? []).map(({ midden, breed, y, ...rest }) => ({ ...rest, y, breed, x: midden - breed / 2 }))
  return [...balken, ...banden].filter((regel) => x > regel.x - 3 && x < regel.x + regel.breed + 3)
    .map(({ y }) => ({ boven: y - 13, onder: y + 5 })).toSorted((a, b) => a.boven - b.boven)
}

interface Tekstregel {
  readonly x: number
  readonly y: number
  readonly tekst: string
  readonly breed: number
  readonly klasse: string
  readonly kleur: string
}

function vlak(doek: Doek, periode: Baanperiode, y: number) {
  const hoog = Math.floor((doek.m.baan - (periode.rijen - 1) * 2) / periode.rijen)
  const x = doek.schaal.x(periode.van)
  const eind = periode.totEnMet === null ? doek.schaal.rechts : doek.schaal.xEinde(periode.totEnMet)
  return { x, eind: Math.max(x + 2, eind - KIER), boven: y + periode.rij * (hoog + 2), hoog }
}

function vulling(fase: Fase, id: string): { class?: string, fill?: string } {
  if (fase === 'VO') return { class: 'v-v l-VO' }
  if (fase === 'MBO') return { fill: `url(#${id}-m)`, class: 'l-MBO' }
  return fase === 'onbepaald' ? { fill: `url(#${id}-o)`, class: 'l-o' } : { class: 'v-w l-geen' }
}

/** Alleen het vlak, zonder rand: de balk tekent zijn rand zelf. */
function kaal({ class: klasse, fill }: { class?: string, fill?: string }): { class?: string, fill?: string } {
  return fill === undefined ? { class: (klasse ?? '').split(' ')[0] ?? '' } : { fill }
}

function tekstkleur(fase: Fase): string {
  return fase === 'VO' ? 'k-v' : fase === 'MBO' ? 'k-m' : 'k-i'
}

/** Eén cijfer achter de komma is scherp genoeg en houdt de tekening klein. */
export function r(getal: number): number {
  return Math.round(getal * 10) / 10
}
