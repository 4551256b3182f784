import type { Werktelling } from '../../beslissing/index.ts'
import { SIGNAALCODES, type Signaalniveau } from '../../kern/signaalcode.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import type { Omgeving } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { SignaalIcoon } from '../kader/iconen.tsx'
import { Keuzeveld } from '../kader/onderdelen/veld.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { NIVEAU_VOLGORDE } from '../woorden/woorden.ts'
import { teksten } from './teksten.ts'
import { ALLES, schrijfKeuze, signaaladres, STATEN, type Werkvraag } from './vraag.ts'

export interface Filterkeuzes {
  readonly scholen: readonly { readonly brin: string; readonly naam: string }[]
  readonly partners: readonly { readonly brin: string; readonly naam: string }[]
  readonly collegas: readonly { readonly accountId: string; readonly naam: string }[]
}

/** Waarop iemand kiest, met hoeveel er van alles zijn. De naam van een student gaat in een eigen formulier, nooit in het adres. */
export function Filter({ omgeving, vraag, alles, keuzes }: { omgeving: Omgeving, vraag: Werkvraag, alles: Werktelling, keuzes: Filterkeuzes }) {
  const tekst = useTekst(teksten)
  const dicht = vraag.staten === 'gesloten'
  return (
    <div class="zijbalk werkfilter">
      <p class="alleen-smal"><a class="utrecht-link utrecht-link--html-a" href="#signalen">{tekst.naarLijst}</a></p>
      <form method="get" action="/signalen" aria-label={tekst.filterkop}>
        {vraag.student !== null && <input type="hidden" name="student" value={vraag.student} />}
        {dicht && <input type="hidden" name="staat" value="gesloten" />}
        <Niveaus vraag={vraag} alles={alles} />
        {!dicht && <Standen vraag={vraag} alles={alles} />}
        <Regelkeuze vraag={vraag} />
        {keuzes.scholen.length > 1 && <Lijst naam="school" label={tekst.school} leeg={tekst.alleScholen} waarde={vraag.school} opties={keuzes.scholen.map(({ brin, naam }) => [brin, naam])} />}
        {keuzes.partners.length > 0 && <Lijst naam="partner" label={tekst.partner} leeg={tekst.allePartners} waarde={vraag.partner} opties={keuzes.partners.map(({ brin, naam }) => [brin, naam])} />}
        {keuzes.collegas.length > 0 && <Lijst naam="van" label={tekst.vanWie} leeg={tekst.iedereen} waarde={vraag.van} opties={[['mij', `${tekst.mij} (${tekst.teller(alles.mij.aantal, alles.mij.meer)})`], ['niemand', `${tekst.niemand} (${tekst.teller(alles.niemand.aantal, alles.niemand.meer)})`], ...keuzes.collegas.map(({ accountId, naam }) => [accountId, naam] as const)]} />}
        <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.toon}</button>
      </form>
      <p class="werkfilter__dicht"><a class="utrecht-link utrecht-link--html-a" href={signaaladres({ ...ALLES, student: vraag.student, school: vraag.school, staten: dicht ? [] : 'gesloten' })}>{dicht ? tekst.weerOpen : tekst.dicht}</a></p>
      <Studentzoek omgeving={omgeving} vraag={vraag} />
    </div>
  )
}

function Niveaus({ vraag, alles }: { vraag: Werkvraag, alles: Werktelling }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  return (
    <fieldset class="vinkgroep">
      <legend>{tekst.niveau}</legend>
      {NIVEAU_VOLGORDE.map((niveau) => <Vink key={niveau} naam="niveau" waarde={niveau} gekozen={vraag.niveaus.length === 0 || vraag.niveaus.includes(niveau)} icoon={niveau} woord={begrip.niveau(niveau)} telling={vraag.staten === 'gesloten' ? null : tel(alles.niveaus.get(niveau), tekst)} />)}
    </fieldset>
  )
}

function Standen({ vraag, alles }: { vraag: Werkvraag, alles: Werktelling }) {
  const tekst = useTekst(teksten)
  return (
    <fieldset class="vinkgroep">
      <legend>{tekst.stand}</legend>
      {STATEN.map((staat) => <Vink key={staat} naam="staat" waarde={staat} gekozen={vraag.staten.length === 0 || vraag.staten.includes(staat)} woord={tekst.standen[staat]} telling={tel(alles.staten.get(staat), tekst)} />)}
    </fieldset>
  )
}

function tel(telling: { readonly aantal: number, readonly meer: boolean } | undefined, tekst: { readonly teller: (aantal: number, meer: boolean) => string }): string {
  return tekst.teller(telling?.aantal ?? 0, telling?.meer ?? false)
}

function Vink({ naam, waarde, gekozen, icoon, woord, telling }: { naam: string, waarde: string, gekozen: boolean, icoon?: Signaalniveau, woord: string, telling: string | null }) {
  return (
    <label class="vink">
      <input type="checkbox" name={naam} value={waarde} checked={gekozen} />
      {icoon !== undefined && <SignaalIcoon niveau={icoon} maat={18} />}
      <span>{woord}</span>
      {telling !== null && <span class="teller">{telling}</span>}
    </label>
  )
}

function Regelkeuze({ vraag }: { vraag: Werkvraag }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  return <Lijst naam="code" label={tekst.regel} leeg={tekst.alleRegels} waarde={vraag.code} opties={SIGNAALCODES.map((code) => [code, inTaal(signaaltekst(code), taal).titel])} />
}

function Lijst({ naam, label, leeg, waarde, opties }: { naam: string, label: string, leeg: string, waarde: string | null, opties: readonly (readonly [string, string])[] }) {
  return <Keuzeveld naam={naam} label={label} waarde={waarde ?? ''} fouten={[]} keuzes={[{ waarde: '', tekst: leeg }, ...opties.map(([optie, woord]) => ({ waarde: optie, tekst: woord }))]} />
}

function Studentzoek({ omgeving, vraag }: { omgeving: Omgeving, vraag: Werkvraag }) {
  const tekst = useTekst(teksten)
  return (
    <form method="post" action="/signalen" class="zoekformulier" role="search">
      <Formulierbewijs omgeving={omgeving} />
      <input type="hidden" name="keuze" value={schrijfKeuze({ ...vraag, na: null })} />
      <label class="utrecht-form-label" for="zoek">{tekst.zoek}</label>
      <p class="klein" id="zoekhulp">{tekst.zoekhulp}</p>
      <input class="utrecht-textbox utrecht-textbox--html-input" id="zoek" name="zoek" autocomplete="off" aria-describedby="zoekhulp" maxlength={60} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--secondary-action">{tekst.zoekknop}</button>
    </form>
  )
}
