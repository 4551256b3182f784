import type { Kandidatenlijst, Wisselkandidaat, Wisselkant } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Veldfout } from '../../kern/weigering.ts'
import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { Foutenoverzicht, Leegstand } from '../kader/onderdelen/melding.tsx'
import { Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTekst } from '../kader/taal.ts'
import { teksten as kadertekst } from '../kader/teksten.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'
import { LEERJAREN, lijstadres, type Lijstvraag } from './vraag.ts'

export interface Lijstbladzijde {
  readonly omgeving: Omgeving
  readonly vraag: Lijstvraag
  readonly lijst: Kandidatenlijst
  readonly overgangen: readonly [komend: Datum, vorig: Datum]
  readonly scholen: readonly { readonly brin: string; readonly naam: string; readonly eigen: boolean }[]
  readonly fouten: readonly Veldfout[]
  /** Wie er aangevinkt was; null = wie op deze dag aan de beurt is. */
  readonly gekozen: readonly string[] | null
}

/** Stap 1: wie hoort er op deze dag van fase te wisselen. */
export function tekenLijst(bladzijde: Lijstbladzijde): string {
  const { omgeving, vraag, lijst, fouten } = bladzijde
  const tekst = teksten[omgeving.taal]
  const titel = kadertekst[omgeving.taal].stap(1, 3, tekst.stap[1])
  return tekenBladzijde({
    omgeving, titel: `${titel} - ${tekst.titel}`, menu: 'studenten', fout: fouten.length > 0,
    children: (
      <>
        <Foutenoverzicht fouten={fouten} ids={{ student: 'studenten' }} />
        <p class="stap">{tekst.titel}</p>
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="ondertitel wisselintro">{tekst.intro(datumsIn(omgeving.taal).lang(vraag.overgang))} <a class="utrecht-link utrecht-link--html-a" href="/regels/K-FASE-02">{tekst.regelLink}</a></p>
        <div class="lijst lijst--werk">
          <Filter {...bladzijde} />
          <div class="lijst__inhoud" id="studenten" tabindex={-1}>{lijst.kandidaten.length === 0 ? <Leegstand kop={tekst.leeg} goed><p>{tekst.leegUitleg}</p></Leegstand> : <Keuze {...bladzijde} />}</div>
        </div>
      </>
    ),
  })
}

function Filter({ vraag, overgangen: [komend, vorig], scholen }: Lijstbladzijde) {
  const tekst = useTekst(teksten)
  const { lang } = useDatums()
  const opties = (eigen: boolean, leeg: string) => [{ waarde: '', tekst: leeg }, ...scholen.filter((school) => school.eigen === eigen).map(({ brin, naam }) => ({ waarde: brin, tekst: naam }))]
  return (
    <div class="zijbalk werkfilter">
      <form method="get" action="/faseovergang">
        <Keuzeveld naam="op" label={tekst.overgang} waarde={vraag.overgang} fouten={[]} keuzes={[{ waarde: komend, tekst: tekst.komend(lang(komend)) }, { waarde: vorig, tekst: tekst.vorig(lang(vorig)) }]} />
        {scholen.filter(({ eigen }) => eigen).length > 1 && <Keuzeveld naam="school" label={tekst.school} waarde={vraag.school ?? ''} fouten={[]} keuzes={opties(true, tekst.alleScholen)} />}
        <Keuzeveld naam="partner" label={tekst.partner} waarde={vraag.partner ?? ''} fouten={[]} keuzes={opties(false, tekst.allePartners)} />
        <Keuzeveld naam="leerjaar" label={tekst.leerjaar} waarde={vraag.leerjaar?.toString() ?? ''} fouten={[]} keuzes={[{ waarde: '', tekst: tekst.alleLeerjaren }, ...LEERJAREN.map((jaar) => ({ waarde: String(jaar), tekst: tekst.jaar(jaar) }))]} />
        <Tekstveld naam="opleiding" label={tekst.opleiding} hint={tekst.opleidingHint} waarde={vraag.opleiding} fouten={[]} lengte={5} cijfers />
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.toon}</button>
      </form>
    </div>
  )
}

function Keuze({ omgeving, vraag, lijst, gekozen }: Lijstbladzijde) {
  const tekst = useTekst(teksten)
  const { kolommen } = tekst
  return (
    <form method="post" action="/faseovergang">
      <Formulierbewijs omgeving={omgeving} />
      <input type="hidden" name="op" value={vraag.overgang} />
      {vraag.deelnemerId !== undefined && <p class="werkfilter__student">{tekst.alleenStudent} <a class="utrecht-link utrecht-link--html-a" href={lijstadres({ ...vraag, deelnemerId: undefined })}>{tekst.alleStudenten}</a></p>}
      <p><strong>{tekst.gevonden(lijst.kandidaten.length, lijst.volgende !== null)}</strong></p>
      <p class="klein">{tekst.aangevinkt}</p>
      <table class="utrecht-table utrecht-table--html-table stapel werktabel">
        <caption class="alleen-voorlezen">{tekst.stap[1]}</caption>
        <thead><tr><th scope="col" class="werktabel__kies"><span class="alleen-voorlezen">{kolommen.kies}</span></th><th scope="col" class="werktabel__breed">{kolommen.student}</th><th scope="col" class="wisselsmal">{kolommen.route}</th><th scope="col" class="werktabel__breed">{kolommen.vo}</th><th scope="col" class="werktabel__breed">{kolommen.mbo}</th><th scope="col">{kolommen.verwacht}</th></tr></thead>
        <tbody>{lijst.kandidaten.map((kandidaat) => <Rij key={kandidaat.deelnemerId} kandidaat={kandidaat} aan={gekozen === null ? staatAan(kandidaat, vraag) : gekozen.includes(kandidaat.deelnemerId)} />)}</tbody>
      </table>
      <p class="verder"><button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.controleer}</button></p>
      {lijst.volgende !== null && <p class="verder"><a class="utrecht-link utrecht-link--html-a" href={lijstadres({ ...vraag, na: lijst.volgende })}>{tekst.volgende}</a></p>}
    </form>
  )
}

/** Wie nu aan de beurt is en bij de eigen school nog in fase VO staat. */
function staatAan({ verwachtOp, kanten }: Wisselkandidaat, { overgang, deelnemerId }: Lijstvraag): boolean {
  return (verwachtOp === overgang || deelnemerId !== undefined) && kanten.some(({ eigen, route, fase }) => eigen && route !== null && fase === 'VO')
}

function Rij({ kandidaat: { deelnemerId, naam, route, verwachtOp, kanten }, aan }: { kandidaat: Wisselkandidaat, aan: boolean }) {
  const tekst = useTekst(teksten)
  const { middel } = useDatums()
  const { kolommen } = tekst
  const wie = naam ?? tekst.zonderNaam
  return (
    <tr>
      <td class="werktabel__kies"><input type="checkbox" name="student" value={deelnemerId} checked={aan} aria-label={tekst.kies(wie)} /></td>
      <th scope="row"><a class="utrecht-link utrecht-link--html-a" href={`/studenten/${deelnemerId}`}>{wie}</a></th>
      <td data-kop={kolommen.route}>{route}</td>
      <td data-kop={kolommen.vo}><Kanten kanten={kanten.filter(({ sector }) => sector !== 'MBO')} /></td>
      <td data-kop={kolommen.mbo}><Kanten kanten={kanten.filter(({ sector }) => sector === 'MBO')} /></td>
      <td data-kop={kolommen.verwacht} class="cijfers">{middel(verwachtOp)}</td>
    </tr>
  )
}

function Kanten({ kanten }: { kanten: readonly Wisselkant[] }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  if (kanten.length === 0) return <span class="meer">{tekst.geenInschrijving}</span>
  return <>{kanten.map(({ brin, school, eigen, route, fase, leerjaar }) => <span key={brin} class="wisselkant"><span class={`fasechip fasechip--${fase ?? 'geen'}`}>{begrip.fase(fase)}</span><span>{eigen ? tekst.eigen : school}{route === null && `, ${tekst.zonderRoute}`}{leerjaar !== null && `, ${tekst.leerjaarKort(leerjaar)}`}</span></span>)}</>
}
