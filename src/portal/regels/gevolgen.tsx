import { zinInTaal } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { type Gevolgen, type Gevolgenstand, STEEKPROEF_PEILDATUM, type VeranderdGeval, type Verschil, type Voorbeeld, type Wijziging } from '../../gevolg/index.ts'
import { inTaal, type Parameter } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { Nederlands } from '../kader/onderdelen/nederlands.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { datumsIn, useDatums } from '../woorden/datums.ts'
import { gevalplek } from './gevallen.ts'
import { Chips, Signaalwoord } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { verschilwoorden } from './verschilwoorden.ts'
import { geldigOp, type Invulling, WAT_VERANDERT, Wijzigformulier } from './wat-verandert.tsx'
import { schrijfWaarde } from './waardewoorden.ts'

export interface Gevolgbladzijde {
  readonly omgeving: Omgeving
  readonly parameter: Parameter
  readonly wijziging: Wijziging
  readonly vandaag: Datum
  readonly getypt: Invulling
  readonly stand: Gevolgenstand
  /** Het pad van deze bladzijde, om te delen en te verversen. */
  readonly adres: string
}

/** Stap 3: wat er verandert, of hoe ver de berekening is. */
export function tekenGevolgen(bladzijde: Gevolgbladzijde): string {
  const { omgeving, stand } = bladzijde
  const tekst = teksten[omgeving.taal]
  const titel = { klaar: tekst.anders.resultaat, bezig: tekst.anders.bezig, vol: tekst.anders.vol, mislukt: tekst.anders.mislukt }[stand.soort]
  return tekenBladzijde({
    omgeving, titel, menu: 'regels',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.titel, '/regels'], [tekst.anders.kies, WAT_VERANDERT]]} hier={titel} />
        <h1 class="utrecht-heading-1 gevolg__titel">{titel}</h1>
        <Wijzigingszin bladzijde={bladzijde} />
        {stand.soort === 'klaar' ? <Uitkomst bladzijde={bladzijde} gevolgen={stand.gevolgen} /> : <NietKlaar stand={stand} adres={bladzijde.adres} />}
        <section class="gevolg__opnieuw" aria-labelledby="opnieuw">
          <h2 class="utrecht-heading-2" id="opnieuw">{tekst.anders.opnieuw}</h2>
          <Wijzigformulier parameter={bladzijde.parameter} getypt={bladzijde.getypt} fouten={[]} primair={false} />
          <p><a class="utrecht-link utrecht-link--html-a" href={WAT_VERANDERT}>{tekst.anders.anderGetal}</a></p>
        </section>
      </>
    ),
  })
}

function Wijzigingszin({ bladzijde: { parameter, wijziging, vandaag } }: { bladzijde: Gevolgbladzijde }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  const [nu, dan, dag] = [geldigOp(parameter, vandaag).woord(taal), schrijfWaarde(parameter, wijziging.waarde, taal), datumsIn(taal).lang(wijziging.vanaf)]
  return <p class="lees-groot leesblok">{inTaal(parameter, taal).omschrijving}{' '}<strong>{nu === dan ? tekst.anders.nieuw(dan, dag) : tekst.anders.wijziging(nu, dan, dag)}</strong></p>
}

function NietKlaar({ stand, adres }: { stand: Exclude<Gevolgenstand, { soort: 'klaar' }>, adres: string }) {
  const { anders } = useTekst(teksten)
  const uitleg = stand.soort === 'bezig' ? anders.bezigUitleg(stand.voor) : stand.soort === 'vol' ? anders.volUitleg : anders.misluktUitleg
  return (
    <div class="kader-rustig gevolg__bezig" role="status">
      <p>{uitleg}</p>
      <p><a class="utrecht-button utrecht-button--primary-action regelknop" href={adres}>{anders.ververs}</a></p>
    </div>
  )
}

function Uitkomst({ bladzijde, gevolgen }: { bladzijde: Gevolgbladzijde, gevolgen: Gevolgen }) {
  const { anders } = useTekst(teksten)
  const { lang } = useDatums()
  const { gevallen, studenten } = gevolgen
  const laat = bladzijde.wijziging.vanaf > STEEKPROEF_PEILDATUM
  const niets = gevallen.veranderd.length === 0 && studenten.veranderd === 0
  return (
    <>
      {niets && <Leegstand goed kop={anders.niets}><p>{laat ? anders.naPeildatum(lang(STEEKPROEF_PEILDATUM)) : anders.nietsUitleg}</p></Leegstand>}
      {!niets && <Tellingen gevolgen={gevolgen} laat={laat} />}
      {studenten.groepen.length > 0 && <Groepentabel gevolgen={gevolgen} />}
      {studenten.voorbeelden.length > 0 && (
        <section aria-labelledby="voorbeelden">
          <h2 class="utrecht-heading-2" id="voorbeelden">{anders.voorbeeldenKop}</h2>
          {studenten.voorbeelden.map((voorbeeld, i) => <Voorbeeldblok key={voorbeeld.student} voorbeeld={voorbeeld} open={i === 0} />)}
        </section>
      )}
      {gevallen.veranderd.length > 0 && <Casussen gevallen={gevallen.veranderd} />}
      <p class="klein">{anders.delen}</p>
    </>
  )
}

function Tellingen({ gevolgen: { gevallen, studenten }, laat }: { gevolgen: Gevolgen, laat: boolean }) {
  const { anders } = useTekst(teksten)
  const { lang } = useDatums()
  const taal = useTaal()
  const totaal = studenten.totaal.toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB')
  return (
    <>
      <ul class="gevolg__tellingen">
        <li><strong>{gevallen.veranderd.length}</strong><span>{anders.casussen(gevallen.veranderd.length, gevallen.totaal)}</span></li>
        <li><strong>{studenten.veranderd}</strong><span>{anders.studenten(studenten.veranderd, totaal, lang(studenten.peildatum))}</span></li>
      </ul>
      <p class="klein leesblok">{laat ? anders.naPeildatum(lang(studenten.peildatum)) : anders.nietVoorbeeld}</p>
    </>
  )
}

function Groepentabel({ gevolgen: { studenten } }: { gevolgen: Gevolgen }) {
  const { anders } = useTekst(teksten)
  const taal = useTaal()
  const { groepKolommen: kolommen } = anders
  return (
    <section aria-labelledby="groepen">
      <h2 class="utrecht-heading-2" id="groepen">{anders.groepenKop}</h2>
      <table class="utrecht-table utrecht-table--html-table stapel groepentabel">
        <caption class="alleen-voorlezen">{anders.groepenKop}</caption>
        <thead><tr><th scope="col">{kolommen.wat}</th><th scope="col">{kolommen.van}</th><th scope="col">{kolommen.naar}</th><th scope="col" class="getalcel">{kolommen.aantal}</th></tr></thead>
        <tbody>
          {studenten.groepen.map(({ verschil, studenten: aantal }) => {
            const woord = verschilwoorden(verschil, taal)
            return (
              <tr key={JSON.stringify(verschil)}>
                <th scope="row">{verschil.soort === 'signaal' ? <Signaalwoord code={verschil.code} /> : woord.wat}</th>
                <td data-kop={kolommen.van}>{woord.van}</td>
                <td data-kop={kolommen.naar}><strong>{woord.naar}</strong></td>
                <td data-kop={kolommen.aantal} class="cijfers getalcel">{aantal}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Voorbeeldblok({ voorbeeld, open }: { voorbeeld: Voorbeeld, open: boolean }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  const waar = voorbeeld.inschrijvingen.map(({ sector, leerroute, fase }) => tekst.inschrijving(begrip.sector(sector), [leerroute, fase === null ? null : `fase ${fase}`].filter((deel) => deel !== null).join(', ')))
  return (
    <details class="verandering" open={open}>
      <summary><span class="verandering__kop">{tekst.anders.voorbeeld(voorbeeld.student, voorbeeld.leeftijd)}</span><span class="klein">{waar.length === 0 ? tekst.nergens : waar.join(' · ')}</span></summary>
      <Verandering verschillen={voorbeeld.verschillen} redenen={voorbeeld.redenen} />
    </details>
  )
}

/** Meer dan dit maakt de bladzijde te zwaar; de rest staat er met alleen zijn titel. */
const MEESTE_MET_REDENEN = 12

function Casussen({ gevallen }: { gevallen: readonly VeranderdGeval[] }) {
  const { anders } = useTekst(teksten)
  const taal = useTaal()
  const { lang } = useDatums()
  const rest = gevallen.slice(MEESTE_MET_REDENEN)
  return (
    <section aria-labelledby="casussen">
      <h2 class="utrecht-heading-2" id="casussen">{anders.casussenKop}</h2>
      {gevallen.slice(0, MEESTE_MET_REDENEN).map((geval, i) => (
        <details key={gevalplek(geval.bestand, geval.plaats)} class="verandering" open={i === 0}>
          <summary><span class="verandering__kop">{inTaal(geval, taal).titel}</span><span class="klein">{anders.casusOp(gevalplek(geval.bestand, geval.plaats), lang(geval.peildatum))}</span></summary>
          <Verandering verschillen={geval.verschillen} redenen={geval.redenen} />
        </details>
      ))}
      {rest.length > 0 && (
        <details class="verandering">
          <summary><span class="verandering__kop">{anders.nogMeer(rest.length)}</span></summary>
          <ul class="zijlijst">{rest.map((geval) => <li key={gevalplek(geval.bestand, geval.plaats)}>{inTaal(geval, taal).titel}<span class="klein">{anders.casusOp(gevalplek(geval.bestand, geval.plaats), lang(geval.peildatum))}</span></li>)}</ul>
        </details>
      )}
    </section>
  )
}

/** Nu en dan naast elkaar, met de zinnen die verschillen. */
function Verandering({ verschillen, redenen }: Pick<VeranderdGeval, 'verschillen' | 'redenen'>) {
  const { anders } = useTekst(teksten)
  return (
    <div class="verandering__naast">
      <Kant kop={anders.nuZegt} kant="van" verschillen={verschillen} zinnen={redenen.oud} />
      <Kant kop={anders.danZegt} kant="naar" verschillen={verschillen} zinnen={redenen.nieuw} />
    </div>
  )
}

function Kant({ kop, kant, verschillen, zinnen }: { kop: string, kant: 'van' | 'naar', verschillen: readonly Verschil[], zinnen: VeranderdGeval['redenen']['oud'] }) {
  const { anders } = useTekst(teksten)
  const taal = useTaal()
  return (
    <div class={`kant kant--${kant}`}>
      <h3 class="kant__kop">{kop}</h3>
      <dl class="kant__uitkomsten">
        {verschillen.map((verschil) => {
          const woord = verschilwoorden(verschil, taal)
          return <div key={JSON.stringify(verschil)}><dt>{verschil.soort === 'signaal' ? <Signaalwoord code={verschil.code} /> : woord.wat}</dt><dd>{woord[kant]}</dd></div>
        })}
      </dl>
      {zinnen.length === 0 ? <p class="klein">{anders.geenZin}</p> : <ul class="kant__redenen">{zinnen.map(({ uitleg, regels }) => <li key={uitleg}>{zinInTaal(uitleg, taal) ?? <Nederlands>{uitleg}</Nederlands>}{' '}<Chips ids={regels} /></li>)}</ul>}
    </div>
  )
}
