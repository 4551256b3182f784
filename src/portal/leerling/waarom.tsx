import type { GebruikteNorm, Onderwerp, Reden, RegelId } from '../../kern/reden.ts'
import { zekerheidVan, zinInTaal, type Besluit, type Leerlingbeeld } from '../../beslissing/index.ts'
import { bron, findRegel, inTaal } from '../../normen/index.ts'
import { ZekerheidStippen } from '../kader/iconen.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal } from '../kader/taal.ts'
import { parseDatum } from '../../kern/datum.ts'
import { useWoorden, type Woorden } from './teksten.ts'

export interface Waaromgroep {
  readonly onderwerp: Onderwerp
  readonly anker: string
  readonly vraag: string
  readonly redenen: readonly Reden[]
}

const VOLGORDE: readonly Onderwerp[] = ['fase', 'bekostiging', 'verzuim', 'melding', 'registraties', 'inschrijvingen', 'vsv', 'mboVerklaring', 'absoluutVerzuim']

/** De motivering per onderwerp, in vaste volgorde; de fase staat open, de rest is dicht. */
export function groepeerRedenen({ besluit }: Leerlingbeeld, woorden: Woorden): Waaromgroep[] {
  return VOLGORDE.flatMap((onderwerp) => {
    const redenen = besluit.motivering.filter((reden) => reden.onderwerp === onderwerp)
    return redenen.length === 0 ? [] : [{ onderwerp, anker: `waarom-${onderwerp}`, vraag: waaromvraag(onderwerp, besluit, woorden), redenen }]
  })
}

export function OpenWaarom({ groep }: { groep: Waaromgroep }) {
  const { tekst } = useWoorden()
  const stappen = groep.redenen.length
  return (
    <section class="waarom" aria-labelledby={groep.anker}>
      <h2 id={groep.anker} class="utrecht-heading-2">{groep.vraag}</h2>
      {stappen > 1 && <p class="waarom__intro">{tekst.stappen(stappen)}</p>}
      <Redenlijst redenen={groep.redenen} />
    </section>
  )
}

/** Wat op deze dag niet speelt, staat onderaan bij elkaar: het is wel uitgelegd, maar loopt niet in de weg. */
export function DichteWaaroms({ groepen, besluit }: { groepen: readonly Waaromgroep[], besluit: Besluit }) {
  const { tekst } = useWoorden()
  const spelend = groepen.filter(({ onderwerp }) => speelt(onderwerp, besluit))
  const rest = groepen.filter(({ onderwerp }) => !speelt(onderwerp, besluit))
  return (
    <>
      {spelend.length > 0 && <div class="waaroms">{spelend.map((groep) => <DichteWaarom key={groep.anker} groep={groep} />)}</div>}
      {rest.length > 0 && <div class="waaroms waaroms--rest"><h2 class="utrecht-heading-3">{tekst.speeltNiet}</h2>{rest.map((groep) => <DichteWaarom key={groep.anker} groep={groep} />)}</div>}
    </>
  )
}

function speelt(onderwerp: Onderwerp, besluit: Besluit): boolean {
  if (onderwerp === 'melding') return besluit.melding !== null
  if (onderwerp === 'vsv') return besluit.vsv !== 'geen'
  if (onderwerp === 'mboVerklaring') return besluit.mboVerklaring
  return onderwerp === 'absoluutVerzuim' ? besluit.absoluutVerzuim : true
}

function DichteWaarom({ groep }: { groep: Waaromgroep }) {
  return (
    <details>
      <summary><span class="waaroms__vraag">{groep.vraag}</span><span class="waaroms__regels">{[...new Set(groep.redenen.flatMap(({ regels }) => regels))].slice(0, 3).join(', ')}</span></summary>
      <div id={groep.anker}><Redenlijst redenen={groep.redenen} /></div>
    </details>
  )
}

export function Regelchips({ regels }: { regels: readonly RegelId[] }) {
  const { taal } = useWoorden()
  return <>{regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`} title={titelVan(id, taal)}>{id}</a>)}</>
}

function titelVan(id: RegelId, taal: Woorden['taal']): string {
  const regel = findRegel(id)
  return regel === undefined ? id : inTaal(regel, taal).titel
}

export function Bronlinks({ regels }: { regels: readonly RegelId[] }) {
  const ids = [...new Set(regels.flatMap((id) => findRegel(id)?.bronnen ?? []))]
  // Eén bron is genoeg onder een zin, liefst een die te openen is; de regel zelf noemt ze alle.
  const id = ids.find((kandidaat) => bron(kandidaat).url !== null) ?? ids[0]
  return id === undefined ? null : <Bronlink id={id} />
}

function Redenlijst({ redenen }: { redenen: readonly Reden[] }) {
  return <ol class="redenen">{redenen.map((reden, i) => <Stap key={i} reden={reden} />)}</ol>
}

function Stap({ reden }: { reden: Reden }) {
  const { tekst, datum } = useWoorden()
  const vertaald = zinInTaal(reden.uitleg, useTaal())
  const [kern, rest] = splitsKern(vertaald ?? reden.uitleg)
  const zin = <><strong>{kern}</strong>{rest}</>
  return (
    <li class="reden">
      <p class="reden__zin">{vertaald === undefined ? <Nederlands>{zin}</Nederlands> : zin}</p>
      {(reden.feiten ?? []).map((feit) => (
        <p key={feit.sleutel} class="reden__feit">{tekst.feit[feit.soort]} <Nederlands>{leesbaar(feit.sleutel, datum)}</Nederlands>{feit.vastgelegdOp && <span>{tekst.vastgelegd(datum.moment(feit.vastgelegdOp))}</span>}</p>
      ))}
      <p class="reden__bron"><Regelchips regels={reden.regels} />{(reden.normen ?? []).map((norm) => <Norm key={norm.norm} norm={norm} />)}<Zekerheid reden={reden} /><Bronlinks regels={reden.regels} /></p>
    </li>
  )
}

function Norm({ norm }: { norm: GebruikteNorm }) {
  const { tekst, datum } = useWoorden()
  const waarde = Array.isArray(norm.waarde) ? norm.waarde.join(', ') : String(norm.waarde)
  return <span><Nederlands>{naamVanNorm(norm.norm)}</Nederlands>{' = '}<strong>{waarde}</strong>{tekst.norm(datumOfTekst(norm.geldigVan, datum))}</span>
}

function Zekerheid({ reden }: { reden: Reden }) {
  const { tekst } = useWoorden()
  const zeker = zekerheidVan(reden) === 'zeker'
  return <span class="zekerheid"><ZekerheidStippen zeker={zeker} />{zeker ? tekst.zeker : tekst.afgeleid}</span>
}

function Bronlink({ id }: { id: string }) {
  const { titel, url } = bron(id)
  return url === null ? <span><Nederlands>{titel}</Nederlands></span> : <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer"><Nederlands>{titel}</Nederlands></a>
}

/** De eerste zin is de kern en komt vet. */
function splitsKern(uitleg: string): [string, string] {
  const einde = uitleg.search(/[.?!](?=\s+\p{Lu})/u)
  return einde < 0 ? [uitleg, ''] : [uitleg.slice(0, einde + 1), uitleg.slice(einde + 1)]
}

/** "leerroute/jaren-fase-vo" wordt "jaren fase vo". */
function naamVanNorm(norm: string): string {
  return (norm.split('/').at(-1) ?? norm).replaceAll('-', ' ')
}

function leesbaar(sleutel: string, datum: Woorden['datum']): string {
  return sleutel.replace(/\d{4}-\d{2}-\d{2}/g, (dag) => datumOfTekst(dag, datum))
}

function datumOfTekst(tekstwaarde: string, datum: Woorden['datum']): string {
  const dag = parseDatum(tekstwaarde)
  return dag === undefined ? tekstwaarde : datum.tabel(dag)
}

/** De vraag boven de redenen van één onderwerp, in de vorm die bij de uitkomst past. */
function waaromvraag(onderwerp: Onderwerp, besluit: Besluit, { tekst: { waarom } }: Woorden): string {
  const jaNee = (woorden: { readonly ja: string, readonly nee: string }, is: boolean): string => (is ? woorden.ja : woorden.nee)
  switch (onderwerp) {
    case 'fase': return waarom.fase[besluit.fase ?? 'geen']
    case 'bekostiging': return waarom.bekostiging[besluit.bekostiging]
    case 'verzuim': return waarom.verzuim[besluit.verzuim]
    case 'melding': return jaNee(waarom.melding, besluit.melding !== null)
    case 'vsv': return jaNee(waarom.vsv, besluit.vsv !== 'geen')
    case 'registraties': return waarom.registraties
    case 'mboVerklaring': return jaNee(waarom.mboVerklaring, besluit.mboVerklaring)
    case 'absoluutVerzuim': return jaNee(waarom.absoluutVerzuim, besluit.absoluutVerzuim)
    case 'inschrijvingen': return jaNee(waarom.inschrijvingen, besluit.ispPerioden !== null)
  }
}
