import { schooljaar, type Datum } from '../../../kern/datum.ts'
import { schooljaarwoord } from '../../woorden/datumwoorden.ts'
import { openingen, r } from './balken.tsx'
import type { Doek } from './doek.ts'
import type { Woorden } from '../teksten.ts'
import { schooljaren } from './schaal.ts'
import { breekRegels, tekstbreedte } from './tekstbreedte.ts'

const MAANDTIKS_VANAF = 180

/** Achter alles: de toekomst in mist, de jaarlijnen, de stippellijnen van de teldata en vandaag. */
export function Achtergrond({ doek }: { doek: Doek }) {
  const { rijen, schaal, beeld, xVandaag } = doek
  const onder = rijen.hoogte
  return (
    <>
      {xVandaag < schaal.rechts && <rect x={r(xVandaag)} y={rijen.as} width={r(schaal.rechts - xVandaag)} height={onder - rijen.as} class="v-mist" />}
      {schooljaren(beeld.bereik).map((dag) => <path key={dag} d={`M${r(schaal.x(dag))} ${rijen.as}V${onder}`} class="l-as" />)}
      <path d={`M${r(schaal.rechts)} ${rijen.as}V${onder}`} class="l-lijn" />
      {beeld.teldata.map(({ datum }) => <path key={datum} d={`M${r(schaal.x(datum))} ${rijen.as + doek.m.as - (doek.m.soort === 'breed' ? 0 : 8)}V${rijen.teldata}`} class="l-stip" />)}
      {xVandaag < schaal.rechts && beeld.peildatum !== beeld.vandaag && <path d={`M${r(xVandaag)} ${rijen.as}V${onder}`} class="l-vandaag" />}
    </>
  )
}

/** Schooljaren met het jaar van de route; maanden als er plaats is. */
export function As({ doek }: { doek: Doek }) {
  const { rijen, schaal, beeld } = doek
  const maanden = doek.m.soort === 'breed' && schaal.pxPerJaar >= MAANDTIKS_VANAF
  return (
    <>
      {schooljaren(beeld.bereik).map((dag) => {
        const x = schaal.x(dag) + 8
        const jaarwoord = schaal.pxPerJaar >= 90 ? schooljaarwoord(dag) : schooljaarwoord(dag).replace(/^20|(?<=-)20/g, '')
        const naJaar = x + tekstbreedte(jaarwoord, 15, true) + 12
        const routejaar = routejaarwoord(dag, beeld.beginRoute, beeld.woorden)
        const past = naJaar + tekstbreedte(routejaar, 15) < x + schaal.pxPerJaar - 8
        const halo = doek.kruist(x, naJaar + 40) ? ' halo-geen' : ''
        return (
          <g key={dag}>
            <text x={r(x)} y={rijen.as + 16} class={`t-jaar${halo}`}>{jaarwoord}</text>
            {past && routejaar !== '' && <text x={r(naJaar)} y={rijen.as + 16} class={`t-2 k-2${halo}`}>{routejaar}</text>}
            {maanden && ['11', '02', '05'].map((maand) => <Maandtik key={maand} doek={doek} dag={`${schooljaar(dag) + (maand === '11' ? 0 : 1)}-${maand}-01` as Datum} />)}
          </g>
        )
      })}
    </>
  )
}

/** De gekozen datum: een lijn over de balken en een vlag erboven. Vandaag: een woord dat voor de vlag opzij gaat. */
export function GekozenLijn({ doek }: { doek: Doek }) {
  const x = doek.xGekozen
  if (x === null) return null
  const stukken = openingen(doek, x).reduce((pad, { boven, onder }) => `${pad}V${r(boven)}M${r(x)} ${r(onder)}`, `M${r(x)} ${doek.m.soort === 'breed' ? doek.rijen.as - 8 : doek.rijen.as + 24}`)
  return <path d={`${stukken}V${doek.rijen.teldata + 2}`} class="l-gekozen" />
}

export function Vlaggen({ doek }: { doek: Doek }) {
  const { xGekozen, xVandaag, schaal, beeld } = doek
  if (doek.m.soort === 'compact') return <VandaagCompact doek={doek} />
  const { tekst: { tl }, datum } = beeld.woorden
  const label = beeld.peildatum === beeld.vandaag ? tl.vandaagIs(datum.middel(beeld.vandaag)) : tl.gekozen(datum.middel(beeld.peildatum))
  const breed = tekstbreedte(label, 14, true) + 32
  const vlagX = xGekozen === null ? -1000 : Math.min(Math.max(schaal.links, xGekozen - breed / 2), schaal.rechts - breed)
  const woord = tl.vandaag(datum.kort(beeld.vandaag))
  const woordBreed = tekstbreedte(woord, 14)
  // Het woord gaat rechts van de vlag staan als het hem anders raakt, met een korte lijn naar zijn plaats.
  const botst = xGekozen !== null && xVandaag - woordBreed / 2 < vlagX + breed + 12 && xVandaag + woordBreed / 2 > vlagX - 12
  const past = vlagX + breed + 16 + woordBreed < schaal.rechts
  const woordX = botst ? (past ? vlagX + breed + 16 : vlagX - 16 - woordBreed) : Math.min(xVandaag - woordBreed / 2, schaal.rechts - woordBreed)
  const toonVandaag = xVandaag < schaal.rechts && beeld.peildatum !== beeld.vandaag
  return (
    <>
      {xGekozen !== null && <><rect x={r(vlagX)} y="0" width={r(breed)} height="26" rx="3" class="v-vlag" /><text x={r(vlagX + breed / 2)} y="18" text-anchor="middle" class="t-b k-w">{label}</text></>}
      {toonVandaag && <text x={r(woordX)} y="18" class="t-v k-i">{woord}</text>}
      {toonVandaag && botst && <path d={`M${r(xVandaag)} ${doek.rijen.as}L${r(woordX + woordBreed / 2)} 24`} class="l-vandaag-kort" />}
    </>
  )
}

/** Links van de banen: de sector in een vakje en de naam van de school. */
export function Baannamen({ doek }: { doek: Doek }) {
  const { m, rijen } = doek
  const { tl } = doek.beeld.woorden.tekst
  const [vo, mbo] = doek.beeld.banen
  return (
    <>
      {[{ baan: vo, y: rijen.vo }, { baan: mbo, y: rijen.mbo }].map(({ baan, y }) => {
        const regels = breekRegels(baan.school, m.links - 56, 14, m.naamregels)
        const midden = y + m.baan / 2
        return (
          <g key={baan.register}>
            <rect x="0.5" y={midden - 11} width="40" height="22" rx="3" {...(baan.register === 'VO' ? { class: 'v-v l-VO' } : { fill: `url(#${doek.id}-m)`, class: 'l-MBO' })} />
            <text x="20.5" y={midden + 5} text-anchor="middle" class={`t-b ${baan.register === 'VO' ? 'k-v' : 'k-m'}`}>{baan.sector.toLowerCase()}</text>
            {regels.map((regel, i) => <text key={regel} x="50" y={midden + 5 + (i - (regels.length - 1) / 2) * 17} class="t-v k-i">{regel}</text>)}
          </g>
        )
      })}
      <text x="0" y={rijen.band + m.band / 2 + 5} class="t-b k-i">{tl.faseVolgens}</text>
      {rijen.verzuim !== null && <text x="0" y={rijen.verzuim + 24} class="t-b k-i">{tl.verzuim}</text>}
      <text x="0" y={rijen.teldata + 22} class="t-b k-i">{tl.teldata}</text>
      {rijen.signalen !== null && <text x="0" y={rijen.signalen + 21} class="t-b k-i">{tl.signalen}</text>}
    </>
  )
}

function VandaagCompact({ doek }: { doek: Doek }) {
  const { xVandaag, schaal, beeld, rijen } = doek
  if (xVandaag >= schaal.rechts) return null
  const woord = beeld.woorden.tekst.tl.vandaag(beeld.woorden.datum.kort(beeld.vandaag))
  const past = xVandaag + 7 + tekstbreedte(woord, 14) < schaal.rechts
  return <text x={r(past ? xVandaag + 7 : xVandaag - 7)} y={rijen.as + 36} text-anchor={past ? 'start' : 'end'} class="t-v k-2 halo-geen">{woord}</text>
}

function Maandtik({ doek, dag }: { doek: Doek, dag: Datum }) {
  const x = doek.schaal.x(dag)
  const halo = doek.kruist(x - 14, x + 14) || dag.endsWith('02-01') ? ' halo-geen' : ''
  return <><path d={`M${r(x)} ${doek.rijen.as + 30}v5`} class="l-tik" /><text x={r(x)} y={doek.rijen.as + 44} text-anchor="middle" class={`t-13 k-2${halo}`}>{doek.beeld.woorden.datum.kort(dag).replace(/^\d+ /, '')}</text></>
}

function routejaarwoord(dag: Datum, begin: Datum | null, { tekst }: Woorden): string {
  if (begin === null) return ''
  const jaar = schooljaar(dag) - schooljaar(begin) + 1
  return jaar >= 1 ? tekst.tl.jaar(jaar) : ''
}
