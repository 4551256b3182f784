import { beginSchooljaar, dagnummer, plusDagen, type Datum } from '../../../kern/datum.ts'
import { useWoorden, type Woorden } from '../teksten.ts'
import { DiplomaIcoon, SignaalIcoon } from '../../kader/iconen.tsx'
import { Patronen } from './balken.tsx'
import type { Baan, Tijdlijnbeeld } from './beeld.ts'
import { maakFasespelden, maakPlaten, ruimsteVak, type Fasespeld as Speldplek, type Plaat } from './staand-platen.ts'
import { breekRegels, tekstbreedte } from './tekstbreedte.ts'

/** Kolommen in px: datum, vo, fase, mbo; samen 288, de breedte van een telefoon van 320 min de marges. */
export const KOLOM = { vo: { x: 66, breed: 92 }, fase: { x: 161, breed: 24 }, mbo: { x: 188, breed: 92 } } as const
const BREED = 288
const KOP = 40
const ID = 'staand'

/** De tijdlijn van boven naar beneden: 1 px per dag, de laatste twee schooljaren. */
export function StaandeTekening({ beeld }: { beeld: Tijdlijnbeeld }) {
  const { tekst, datum: { kort } } = beeld.woorden
  const van = laatsteTweeJaar(beeld)
  const y = (dag: Datum) => KOP + dagnummer(dag) - dagnummer(van)
  const bodem = y(plusDagen(beeld.bereik.totEnMet, 1))
  const nu = Math.min(bodem, y(plusDagen(beeld.vandaag, 1)))
  const platen = maakPlaten(beeld, van, y)
  const spelden = maakFasespelden(beeld, van, y)
  return (
    <svg class="tl tl-staand" viewBox={`-1 0 ${BREED + 2} ${bodem + 8}`} role="group" aria-label={tekst.tl.labelStaand}>
      <g role="img" aria-label={beeld.omschrijving}>
        <Patronen id={ID} />
        {nu < bodem && <rect x="0" y={nu} width={BREED} height={bodem - nu + 8} class="v-mist" />}
        <Kop />
        {jaren(van, beeld.bereik.totEnMet).map((dag) => <Jaarlijn key={dag} dag={dag} y={y(dag)} platen={platen} />)}
        {beeld.banen.map((baan) => <Kolom key={baan.register} baan={baan} van={van} y={y} bodem={bodem} nu={nu} platen={platen} />)}
        <Fasekolom beeld={beeld} van={van} y={y} bezet={[...spelden.map((speld) => speld.y), ...platen.filter(({ x }) => x > KOLOM.fase.x).map((plaat) => plaat.y)]} />
        {nu < bodem && beeld.peildatum !== beeld.vandaag && <path d={`M0 ${nu}H${BREED}`} class="l-vandaag" />}
        <Gekozen beeld={beeld} van={van} y={y} />
        {nu < bodem && beeld.peildatum !== beeld.vandaag && <><text x="0" y={nu + 17} class="t-v k-i">{kort(beeld.vandaag)}</text><text x="0" y={nu + 32} class="t-v k-i">{tekst.vandaag}</text></>}
        {platen.map((plaat) => <Plaatje key={`${plaat.y}${plaat.woord}`} plaat={plaat} />)}
      </g>
      {beeld.teldata.filter(({ datum }) => datum >= van).map((punt) => <Telpil key={punt.datum} beeld={beeld} punt={punt} y={y(punt.datum)} />)}
      {spelden.map((speld) => <Fasespeld key={speld.y} speld={speld} />)}
    </svg>
  )
}

/** Hoeveel signalen er in de weggelaten schooljaren vielen; voor de link "Toon ook". */
export function eerdereJaren(beeld: Tijdlijnbeeld): { readonly eerste: Datum, readonly signalen: number } | null {
  const van = laatsteTweeJaar(beeld)
  return van === beeld.bereik.van ? null : { eerste: beeld.bereik.van, signalen: beeld.spelden.filter((speld) => speld.van < van).length }
}

function laatsteTweeJaar({ bereik, peildatum }: Tijdlijnbeeld): Datum {
  const vorige = beginSchooljaar(plusDagen(beginSchooljaar(bereik.totEnMet), -1))
  // Een gekozen datum van eerder hoort in beeld.
  const nodig = peildatum < vorige ? beginSchooljaar(peildatum) : vorige
  return nodig < bereik.van ? bereik.van : nodig
}

function Kop() {
  return (
    <>
      <rect x={KOLOM.vo.x} y="1" width={KOLOM.vo.breed} height="24" rx="3" class="v-v l-VO" /><text x={KOLOM.vo.x + 46} y="18" text-anchor="middle" class="t-b k-v">vo</text>
      <text x={KOLOM.fase.x + 12} y="18" text-anchor="middle" class="t-13 k-2">fase</text>
      <rect x={KOLOM.mbo.x} y="1" width={KOLOM.mbo.breed} height="24" rx="3" fill={`url(#${ID}-m)`} class="l-MBO" /><text x={KOLOM.mbo.x + 46} y="18" text-anchor="middle" class="t-b k-m">mbo</text>
    </>
  )
}

function Jaarlijn({ dag, y, platen }: { dag: Datum, y: number, platen: readonly Plaat[] }) {
  const { tekst } = useWoorden()
  const jaarPast = !platen.some((plaat) => plaat.y > y + 10 && plaat.y < y + 50)
  return <><path d={`M0 ${y}H${BREED}`} class="l-as" /><text x="0" y={y + 18} class="t-b k-i">{tekst.tl.augustus}</text>{jaarPast && <text x="0" y={y + 34} class="t-v k-2">{dag.slice(0, 4)}</text>}</>
}

function Kolom({ baan, van, y, bodem, nu, platen }: { baan: Baan, van: Datum, y: (dag: Datum) => number, bodem: number, nu: number, platen: readonly Plaat[] }) {
  const woorden = useWoorden()
  const plek = baan.register === 'VO' ? KOLOM.vo : KOLOM.mbo
  return (
    <>
      {baan.perioden.filter(({ totEnMet }) => totEnMet === null || totEnMet >= van).map((periode) => {
        const boven = Math.max(y(van), y(periode.van)) + 1
        const open = periode.totEnMet === null
        const onder = (periode.totEnMet === null ? bodem : Math.min(bodem, y(plusDagen(periode.totEnMet, 1)))) - 1
        const breed = Math.floor((plek.breed - (periode.rijen - 1) * 2) / periode.rijen)
        const x = plek.x + periode.rij * (breed + 2)
        const fase = periode.route === null ? null : periode.fase
        const vul = fase === 'VO' ? { class: 'v-v' } : fase === 'MBO' ? { fill: `url(#${ID}-m)` } : { class: 'v-w' }
        const grens = Math.min(onder, Math.max(boven, nu))
        const kleur = fase === 'VO' ? 'k-v' : fase === 'MBO' ? 'k-m' : 'k-i'
        const regels = kolomregels(periode.wat, periode.route, periode.fase, breed - 14, woorden).slice(0, Math.max(0, Math.floor((onder - boven - 6) / 18)))
        return (
          <g key={`${periode.brin}${periode.inschrijving}${periode.van}`}>
            {grens > boven && <rect x={x} y={boven} width={breed} height={grens - boven} rx="3" {...vul} />}
            {onder > grens && <rect x={x} y={grens} width={breed} height={onder - grens} {...vul} fill-opacity=".28" />}
            <path d={`M${x} ${onder}V${boven + 3}q0-3 3-3h${breed - 6}q3 0 3 3V${onder}`} class={`l-${fase ?? 'geen'}`} />
            <path d={`M${x} ${onder}h${breed}`} class={`l-${fase ?? 'geen'}${open ? ' streep' : ''}${periode.isUitschrijving ? ' dik' : ''}`} />
            {regels.map((regel, i) => isVrij(boven + 20 + i * 18, plek.x, platen) && <text key={`${regel}${i}`} x={x + 8} y={boven + 20 + i * 18} class={`${i === 0 ? 't-b' : 't-v'} ${kleur}`}>{regel}</text>)}
          </g>
        )
      })}
      {baan.ontbreekt !== null && baan.ontbreekt.totEnMet >= van && <Gat baan={baan} van={van} y={y} x={plek.x} />}
    </>
  )
}

/** Een regel onder een plaatje vervalt; de tabel noemt alles. */
function isVrij(regelY: number, x: number, platen: readonly Plaat[]): boolean {
  return !platen.some((plaat) => Math.abs(plaat.x - x) < 10 && regelY > plaat.y - 18 && regelY - 14 < plaat.y + 14)
}

function Gat({ baan, van, y, x }: { baan: Baan, van: Datum, y: (dag: Datum) => number, x: number }) {
  const { tekst } = useWoorden()
  if (baan.ontbreekt === null) return null
  const boven = Math.max(y(van), y(baan.ontbreekt.van)) + 1
  const hoog = Math.max(6, y(plusDagen(baan.ontbreekt.totEnMet, 1)) - boven)
  return <><rect x={x + 1} y={boven} width="90" height={hoog} rx="3" class="l-fout" />{hoog > 26 && <text x={x + 46} y={boven + 20} text-anchor="middle" class="t-fout">{tekst.tl.ontbreekt}</text>}</>
}

function Fasekolom({ beeld, van, y, bezet }: { beeld: Tijdlijnbeeld, van: Datum, y: (dag: Datum) => number, bezet: readonly number[] }) {
  return (
    <>
      {beeld.fasevakken.filter(({ totEnMet }) => totEnMet >= van).map((vak) => {
        const boven = Math.max(y(van), y(vak.van)) + 1
        const hoog = y(plusDagen(vak.totEnMet, 1)) - boven
        const ruimte = ruimsteVak(boven, boven + hoog, bezet)
        const woord = [beeld.woorden.begrip.fase(vak.fase), vak.fase === 'onbepaald' ? '?' : vak.fase ?? ''].find((w) => tekstbreedte(w, 14, true) + 12 < ruimte.hoog) ?? ''
        const [cx, cy] = [KOLOM.fase.x + 12, ruimte.midden]
        const vul = vak.fase === 'VO' ? { class: 'v-v l-VO' } : vak.fase === 'MBO' ? { fill: `url(#${ID}-m)`, class: 'l-MBO' } : vak.fase === 'onbepaald' ? { fill: `url(#${ID}-o)`, class: 'l-o' } : { class: 'v-w l-geen' }
        const ruim = tekstbreedte(woord, 14, true) + 12
        return (
          <g key={vak.van}>
            <rect x={KOLOM.fase.x} y={boven} width="24" height={hoog - 1} {...vul} />
            {vak.fase === 'onbepaald' && woord !== '' && <rect x={cx - 8} y={cy - ruim / 2} width="16" height={ruim} class="v-w" />}
            {woord !== '' && <text x={cx} y={cy} transform={`rotate(-90 ${cx} ${cy})`} dy="5" text-anchor="middle" class={`t-b ${vak.fase === 'VO' ? 'k-v' : vak.fase === 'MBO' ? 'k-m' : 'k-i'}`}>{woord}</text>}
          </g>
        )
      })}
    </>
  )
}

function Gekozen({ beeld, van, y }: { beeld: Tijdlijnbeeld, van: Datum, y: (dag: Datum) => number }) {
  if (beeld.peildatum < van || beeld.peildatum > beeld.bereik.totEnMet) return null
  const lijn = y(beeld.peildatum)
  return <><path d={`M56 ${lijn}H${BREED}`} class="l-gekozen" /><rect x="0" y={lijn - 13} width="58" height="26" rx="3" class="v-vlag" /><text x="29" y={lijn + 5} text-anchor="middle" class="t-b k-w">{beeld.woorden.datum.kort(beeld.peildatum)}</text></>
}

function Telpil({ beeld, punt, y }: { beeld: Tijdlijnbeeld, punt: Tijdlijnbeeld['teldata'][number], y: number }) {
  const woord = punt.betaler === null ? '…' : punt.betaler === 'onbepaald' ? '?' : punt.betaler === 'geen' ? beeld.woorden.tekst.tl.pilGeen : punt.betaler.toLowerCase()
  const vul = punt.betaler === 'VO' ? { class: 'v-v l-VO' } : punt.betaler === 'MBO' ? { fill: `url(#${ID}-m)`, class: 'l-MBO' } : punt.betaler === 'onbepaald' ? { fill: `url(#${ID}-o)`, class: 'l-inkt1' } : { class: 'v-w l-geen' }
  const gekozen = punt.datum === beeld.peildatum
  const onder = y + (gekozen ? 16 : 9)
  return (
    <a href={punt.href} aria-label={beeld.woorden.tekst.tl.kies(beeld.woorden.datum.kort(punt.datum), woord)}>
      {!gekozen && <><path d={`M42 ${y}H${BREED}`} class="l-stip" /><text x="0" y={y + 5} class="t-v k-2">{beeld.woorden.datum.kort(punt.datum)}</text></>}
      <rect x="0" y={onder} width="40" height="24" rx="12" {...vul} />
      {punt.betaler === 'onbepaald' && <circle cx="20" cy={onder + 12} r="8" class="v-w" />}
      <text x="20" y={onder + 17} text-anchor="middle" class={`t-b ${punt.betaler === 'VO' ? 'k-v' : punt.betaler === 'MBO' ? 'k-m' : 'k-i'}`}>{woord}</text>
    </a>
  )
}

function Plaatje({ plaat }: { plaat: Plaat }) {
  return (
    <>
      <text x="0" y={plaat.y + 5} class="t-v k-2 halo-geen">{plaat.datum}</text><path d={`M46 ${plaat.y}H${plaat.x}`} class="l-inkt1" />
      <rect x={plaat.x} y={plaat.y - 12} width={plaat.breed} height="24" rx="3" class="v-w l-inkt1" />
      {plaat.soort === 'diploma' && <DiplomaIcoon x={plaat.x + 5} y={plaat.y - 9} maat={18} />}
      {plaat.soort === 'verzuim' && <path d={`M${plaat.x + 8} ${plaat.y + 6}v-6m5 6v-12m5 12v-9`} class="l-uren smal" />}
      <text x={plaat.x + 28} y={plaat.y + 5} class="t-b k-i">{plaat.woord}</text>
    </>
  )
}

/** Een speld op de fasekolom, op zijn eerste dag; het woord staat in de lijst waar hij heen wijst. */
function Fasespeld({ speld }: { speld: Speldplek }) {
  return (
    <a href={speld.href} aria-label={speld.zin}>
      <rect x={KOLOM.fase.x} y={speld.y - 12} width="24" height="24" rx="12" class="raakvlak" />
      <circle cx={KOLOM.fase.x + 12} cy={speld.y} r="11" class="v-w" />
      <SignaalIcoon niveau={speld.niveau} open={speld.open} x={KOLOM.fase.x + 2} y={speld.y - 10} maat={20} />
      {speld.aantal > 1 && <><circle cx={KOLOM.fase.x + 2} cy={speld.y - 8} r="8" class="v-inkt" /><text x={KOLOM.fase.x + 2} y={speld.y - 3.5} text-anchor="middle" class="t-13 k-w">{speld.aantal}</text></>}
    </a>
  )
}

function kolomregels(wat: readonly string[], route: string | null, fase: string | null, ruimte: number, { tekst: { tl } }: Woorden): string[] {
  const [kop = '', ...rest] = (wat[0] ?? '').split(' · ')
  const tweede = [rest.map((deel) => deel.replace(tl.nivLang, tl.nivKort)).join(' · '), route ?? tl.geenRoute].filter((deel) => deel !== '').join(' · ')
  return [...breekRegels(kop, ruimte, 14.6, 2), ...breekRegels(tweede, ruimte, 14, 2), ...(route === null ? [] : [fase ? `fase ${fase}` : tl.zonderFase])]
}

function jaren(van: Datum, totEnMet: Datum): Datum[] {
  return Array.from({ length: 40 }, (_, i) => `${Number(van.slice(0, 4)) + i}-08-01` as Datum).filter((dag) => dag >= van && dag <= totEnMet)
}
