import type { GebruikteNorm, Onderwerp, Reden, RegelId } from '../../kern/reden.ts'
import { zekerheidVan, type Besluit, type Leerlingbeeld } from '../../beslissing/index.ts'
import { bron, findRegel } from '../../normen/index.ts'
import { ZekerheidStippen } from '../kader/iconen.tsx'
import { cijfers, momentwoord } from '../woorden/datumwoorden.ts'
import { hoofdletter, telwoord } from '../woorden/woorden.ts'
import { tekst, waaromvraag } from './teksten.nl.ts'

export interface Waaromgroep {
  readonly onderwerp: Onderwerp
  readonly anker: string
  readonly vraag: string
  readonly redenen: readonly Reden[]
}

const VOLGORDE: readonly Onderwerp[] = ['fase', 'bekostiging', 'verzuim', 'melding', 'registraties', 'inschrijvingen', 'vsv', 'mboVerklaring', 'absoluutVerzuim']

/** De motivering per onderwerp, in vaste volgorde; de fase staat open, de rest is dicht. */
export function groepeerRedenen({ besluit }: Leerlingbeeld): Waaromgroep[] {
  return VOLGORDE.flatMap((onderwerp) => {
    const redenen = besluit.motivering.filter((reden) => reden.onderwerp === onderwerp)
    return redenen.length === 0 ? [] : [{ onderwerp, anker: `waarom-${onderwerp}`, vraag: waaromvraag(onderwerp, besluit), redenen }]
  })
}

export function OpenWaarom({ groep }: { groep: Waaromgroep }) {
  const stappen = groep.redenen.length
  return (
    <section class="waarom" aria-labelledby={groep.anker}>
      <h2 id={groep.anker} class="utrecht-heading-2">{groep.vraag}</h2>
      {stappen > 1 && <p class="waarom__intro">{`${hoofdletter(telwoord(stappen))} stappen, van feit naar uitkomst.`}</p>}
      <Redenlijst redenen={groep.redenen} />
    </section>
  )
}

/** Wat op deze dag niet speelt, staat onderaan bij elkaar: het is wel uitgelegd, maar loopt niet in de weg. */
export function DichteWaaroms({ groepen, besluit }: { groepen: readonly Waaromgroep[], besluit: Besluit }) {
  const spelend = groepen.filter(({ onderwerp }) => speelt(onderwerp, besluit))
  const rest = groepen.filter(({ onderwerp }) => !speelt(onderwerp, besluit))
  return (
    <>
      {spelend.length > 0 && <div class="waaroms">{spelend.map((groep) => <DichteWaarom key={groep.anker} groep={groep} />)}</div>}
      {rest.length > 0 && <div class="waaroms waaroms--rest"><h2 class="utrecht-heading-3">Speelt niet op deze dag</h2>{rest.map((groep) => <DichteWaarom key={groep.anker} groep={groep} />)}</div>}
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
  return <>{regels.map((id) => <a key={id} class="regelchip" href={`/regels/${id}`} title={findRegel(id)?.titel ?? id}>{id}</a>)}</>
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
  const [kern, rest] = splitsKern(reden.uitleg)
  return (
    <li class="reden">
      <p class="reden__zin"><strong>{kern}</strong>{rest}</p>
      {(reden.feiten ?? []).map((feit) => (
        <p key={feit.sleutel} class="reden__feit">{FEIT[feit.soort]} {leesbaar(feit.sleutel)}{feit.vastgelegdOp && <span>{`vastgelegd ${momentwoord(feit.vastgelegdOp)}`}</span>}</p>
      ))}
      <p class="reden__bron"><Regelchips regels={reden.regels} />{(reden.normen ?? []).map((norm) => <Norm key={norm.norm} norm={norm} />)}<Zekerheid reden={reden} /><Bronlinks regels={reden.regels} /></p>
    </li>
  )
}

function Norm({ norm }: { norm: GebruikteNorm }) {
  const waarde = Array.isArray(norm.waarde) ? norm.waarde.join(', ') : String(norm.waarde)
  return <span>{naamVanNorm(norm.norm)}{' = '}<strong>{waarde}</strong>{`, geldig sinds ${datumOfTekst(norm.geldigVan)}`}</span>
}

function Zekerheid({ reden }: { reden: Reden }) {
  const zeker = zekerheidVan(reden) === 'zeker'
  return <span class="zekerheid"><ZekerheidStippen zeker={zeker} />{zeker ? tekst.zeker : tekst.afgeleid}</span>
}

function Bronlink({ id }: { id: string }) {
  const { titel, url } = bron(id)
  return url === null ? <span>{titel}</span> : <a class="utrecht-link utrecht-link--html-a" href={url} rel="noreferrer">{titel}</a>
}

const FEIT = {
  inschrijvingVo: 'Inschrijving vo', inschrijvingMbo: 'Inschrijving mbo', aanbod: 'Aanbod in RIO', diploma: 'Diploma', overeenkomst: 'Overeenkomst',
  oordeel: 'Gezamenlijk oordeel', afwezigheid: 'Afwezigheid', melding: 'Verzuimmelding', plan: 'Leerrouteplan',
} as const

/** De eerste zin is de kern en komt vet. */
function splitsKern(uitleg: string): [string, string] {
  const einde = uitleg.search(/[.?!](?=\s+\p{Lu})/u)
  return einde < 0 ? [uitleg, ''] : [uitleg.slice(0, einde + 1), uitleg.slice(einde + 1)]
}

/** "leerroute/jaren-fase-vo" wordt "jaren fase vo". */
function naamVanNorm(norm: string): string {
  return (norm.split('/').at(-1) ?? norm).replaceAll('-', ' ')
}

function leesbaar(sleutel: string): string {
  return sleutel.replace(/\d{4}-\d{2}-\d{2}/g, datumOfTekst)
}

function datumOfTekst(tekstwaarde: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(tekstwaarde) ? cijfers(tekstwaarde as Parameters<typeof cijfers>[0]) : tekstwaarde
}
