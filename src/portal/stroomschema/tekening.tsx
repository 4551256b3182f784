import type { Schemaweg } from '../../beslissing/index.ts'
import type { Fase } from '../../kern/leerroute.ts'
import { inTaal, type Stroomschema } from '../../normen/index.ts'
import { useTaal, useTekst } from '../kader/taal.ts'
import { breek, deelIn, type Indeling, type Lijn, padVan, type Vak, VAK } from './indeling.ts'
import { teksten } from './teksten.ts'

/** Het hele schema, met de eigen weg dik erin. De lijst ernaast heeft dezelfde stappen in woorden. */
export function Schematekening({ schema, weg, fase }: { schema: Stroomschema, weg: Pick<Schemaweg, 'schakels' | 'open'> | null, fase: Fase }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const indeling = deelIn(schema, weg)
  const stappen = (weg?.schakels ?? []).map((schakel) => 'einde' in schakel ? inTaal(schakel.einde, taal).naam : `${inTaal(schakel.stap, taal).kort} ${inTaal(schakel.antwoord, taal).tekst}`)
  const hoog = indeling.hoog + LEGENDA
  return (
    <svg class="stroomtekening" viewBox={`0 0 ${indeling.breed} ${hoog}`} role="img" aria-label={weg === null ? tekst.tekeningZonderWeg : tekst.tekeningLabel(stappen.join(', '))}>
      <defs>
        <marker id="pijl" viewBox="0 0 10 10" refX="0" refY="5" markerWidth={PUNT.gewoon} markerHeight={PUNT.gewoon} markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" class="st-pijl" /></marker>
        <marker id="pijl-weg" viewBox="0 0 10 10" refX="0" refY="5" markerWidth={PUNT.weg} markerHeight={PUNT.weg} markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" class="i-den" /></marker>
      </defs>
      {[[tekst.kiezen, 0], [tekst.onderweg, 3]].map(([woord, kolom]) => <Kop key={woord} woord={String(woord)} x={Number(kolom) * (VAK.breed + VAK.tussenKolom)} />)}
      {indeling.lijnen.map((lijn) => <path key={sleutelVan(lijn)} d={padVan(lijn.punten, lijn.opWeg ? PUNT.weg - 1 : PUNT.gewoon - 1)} class={lijn.opWeg ? 'st-lijn st-lijn--weg' : 'st-lijn'} marker-end={lijn.opWeg ? 'url(#pijl-weg)' : 'url(#pijl)'} />)}
      {indeling.altijd.map((altijd) => <Altijd key={altijd.stap.id} altijd={altijd} />)}
      {indeling.vakken.map((vak) => vak.inhoud.soort === 'vraag' ? <Vraagvak key={vak.sleutel} vak={vak} /> : <Eindvak key={vak.sleutel} vak={vak} fase={fase} />)}
      {indeling.lijnen.map((lijn) => <Lijnwoord key={sleutelVan(lijn)} lijn={lijn} />)}
      <Legenda y={hoog - 20} x={0} metWeg={weg !== null} />
    </svg>
  )
}

const LEGENDA = 56

function sleutelVan({ punten }: Lijn): string {
  return punten.join(' ')
}

/** Zo lang zijn de pijlpunten, van een gewone lijn en van de eigen weg. */
const PUNT = { gewoon: 9, weg: 17 } as const

function Kop({ woord, x }: { woord: string, x: number }) {
  const breed = 3 * VAK.breed + 2 * VAK.tussenKolom
  return <g><text x={x} y={18} class="st-kop">{woord}</text><path d={`M${x} 32h${breed}`} class="st-kopstreep" /></g>
}

function Vraagvak({ vak }: { vak: Vak }) {
  const taal = useTaal()
  if (vak.inhoud.soort !== 'vraag') return null
  const { stap } = vak.inhoud
  const regels = breek(inTaal(stap, taal).tekening, 19)
  return (
    <g class={vak.opWeg ? 'st-vak st-vak--weg' : 'st-vak'}>
      <rect x={vak.x} y={vak.y} width={VAK.breed} height={VAK.hoog} rx={6} class="st-vlak" />
      <Regels regels={regels} x={vak.x + VAK.breed / 2} y={vak.y + VAK.hoog / 2} />
      <circle cx={vak.x + 2} cy={vak.y + 2} r={13} class="st-nummer" />
      <text x={vak.x + 2} y={vak.y + 7} class="st-nummerwoord">{stap.id.slice(1)}</text>
    </g>
  )
}

const HOEK = 14

function Eindvak({ vak, fase }: { vak: Vak, fase: Fase }) {
  const taal = useTaal()
  if (vak.inhoud.soort !== 'einde') return null
  const { naam, tekening } = inTaal(vak.inhoud.einde, taal)
  const [namen, zinnen] = [breek(naam, 18), breek(tekening, 21)]
  const [x, y, r, b] = [vak.x, vak.y, vak.x + VAK.breed, vak.y + VAK.hoog]
  const klasse = vak.inhoud.einde.naar === null ? faseklasse(fase) : faseklasse(null)
  const hoog = namen.length * 20 + zinnen.length * 18
  const top = vak.y + (VAK.hoog - hoog) / 2
  return (
    <g class={vak.opWeg ? `st-vak st-vak--weg ${klasse}` : 'st-vak st-vak--einde'}>
      <path d={`M${x + HOEK} ${y}H${r - HOEK}L${r} ${y + HOEK}V${b - HOEK}L${r - HOEK} ${b}H${x + HOEK}L${x} ${b - HOEK}V${y + HOEK}Z`} class="st-vlak" />
      {namen.map((regel, i) => <text key={regel} x={x + VAK.breed / 2} y={top + 15 + i * 20} class="st-naam">{regel}</text>)}
      {zinnen.map((regel, i) => <text key={regel} x={x + VAK.breed / 2} y={top + namen.length * 20 + 14 + i * 18} class="st-zin">{regel}</text>)}
    </g>
  )
}

/** Het einde van de eigen weg krijgt de vulling van zijn fase; een tussenstation of een einde zonder fase die van een keuze. */
function faseklasse(fase: Fase): string {
  return fase === 'VO' || fase === 'MBO' ? `st-vak--${fase}` : 'st-vak--keuze'
}

function Regels({ regels, x, y }: { regels: readonly string[], x: number, y: number }) {
  return <>{regels.map((regel, i) => <text key={regel} x={x} y={y + 6 + (i - (regels.length - 1) / 2) * 20} class="st-vraag">{regel}</text>)}</>
}

function Lijnwoord({ lijn: { woord, woordX, woordY, opWeg } }: { lijn: Lijn }) {
  const tekst = useTekst(teksten)
  if (woord === null) return null
  const breed = opWeg ? 32 : 28
  return (
    <g>
      {opWeg && <rect x={woordX - breed / 2} y={woordY - 14} width={breed} height={21} rx={10.5} class="i-den" />}
      <text x={woordX} y={woordY + 1} class={opWeg ? 'st-woord st-woord--weg' : 'st-woord'}>{tekst[woord]}</text>
    </g>
  )
}

function Altijd({ altijd: { stap, x, y, breed, naarX, naarY, opWeg } }: { altijd: Indeling['altijd'][number] }) {
  const { tekening, uitleg } = inTaal(stap, useTaal())
  return (
    <g class={opWeg ? 'st-vak st-vak--weg' : 'st-vak'}>
      <path d={`M${naarX} ${y}V${naarY + PUNT.gewoon}`} class="st-streep" marker-end="url(#pijl)" />
      <rect x={x} y={y} width={breed} height={VAK.hoog} rx={6} class="st-streep" />
      <text x={x + 20} y={y + 32} class="st-naam st-links">{tekening}</text>
      {breek(uitleg, 66).map((regel, i) => <text key={regel} x={x + 20} y={y + 56 + i * 20} class="st-zin st-links">{regel}</text>)}
    </g>
  )
}

function Legenda({ x, y, metWeg }: { x: number, y: number, metWeg: boolean }) {
  const tekst = useTekst(teksten)
  return (
    <g class="st-legenda">
      {metWeg && <><path d={`M${x} ${y - 5}h44`} class="st-lijn st-lijn--weg" /><text x={x + 54} y={y}>{tekst.jouwWeg}</text></>}
      <path d={`M${x + 160} ${y - 5}h44`} class="st-lijn" /><text x={x + 214} y={y}>{tekst.andere}</text>
      <rect x={x + 340} y={y - 18} width={32} height={24} rx={4} class="st-vlak" /><text x={x + 382} y={y}>{tekst.vraagwoord}</text>
      <path d={`M${x + 474} ${y - 18}h20l6 6v12l-6 6h-20l-6 -6v-12z`} class="st-vlak" /><text x={x + 510} y={y}>{tekst.uitkomstwoord}</text>
    </g>
  )
}
