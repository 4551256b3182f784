import { inTaal, type Regeltekst } from '../../normen/index.ts'
import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { Leegstand } from '../kader/onderdelen/melding.tsx'
import { Keuzeveld, Tekstveld } from '../kader/onderdelen/veld.tsx'
import { useTaal, useTekst } from '../kader/taal.ts'
import { useBegrippen } from '../woorden/begrippen.ts'
import { hoofdletter } from '../woorden/woorden.ts'
import { Leidend, Zekerheidwoord } from './onderdelen.tsx'
import { teksten } from './teksten.ts'
import { domeinen, isLeeg, type Regelvraag } from './vraag.ts'

/** Alle regels, met zoeken en kiezen; per onderwerp. */
export function tekenRegels(omgeving: Omgeving, vraag: Regelvraag, gevonden: readonly Regeltekst[], totaal: number): string {
  const tekst = teksten[omgeving.taal]
  const perDomein = Map.groupBy(gevonden, ({ domein }) => domein)
  return tekenBladzijde({
    omgeving, titel: tekst.titel, menu: 'regels',
    children: (
      <>
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        <div class="leesblok"><p class="lees-groot">{tekst.inleiding(totaal)}</p><Leidend /></div>
        <div class="lijst">
          <div class="zijbalk"><Zoekformulier vraag={vraag} /><Proberen /></div>
          <div class="lijst__inhoud regels" id="lijst" tabindex={-1}>
            {!isLeeg(vraag) && gevonden.length > 0 && <p class="ondertitel" role="status">{tekst.gevonden(gevonden.length)}</p>}
            {gevonden.length === 0 && <Leegstand kop={tekst.nietsKop(vraag.zoek)}><p>{tekst.nietsUitleg}</p><p><a class="utrecht-link utrecht-link--html-a" href="/regels">{tekst.wis}</a></p></Leegstand>}
            {[...perDomein].map(([domein, regels]) => <Domein key={domein} domein={domein} regels={regels} />)}
          </div>
        </div>
      </>
    ),
  })
}

function Domein({ domein, regels }: { domein: string, regels: readonly Regeltekst[] }) {
  const tekst = useTekst(teksten)
  const taal = useTaal()
  return (
    <section aria-labelledby={`onderwerp-${domein}`}>
      <h2 class="utrecht-heading-2" id={`onderwerp-${domein}`}>{domeinwoord(tekst.domein, domein)}</h2>
      <ul class="regellijst">
        {regels.map((regel) => (
          <li key={regel.id}>
            <a class="utrecht-link utrecht-link--html-a" href={`/regels/${regel.id}`}>{inTaal(regel, taal).titel}</a>
            <span class="klein regels__bij"><span>{regel.id}</span><Zekerheidwoord zekerheid={regel.zekerheid} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Zoekformulier({ vraag }: { vraag: Regelvraag }) {
  const tekst = useTekst(teksten)
  const begrip = useBegrippen()
  return (
    <form method="get" action="/regels" class="formulier" role="search" aria-label={tekst.zoekKop}>
      <Tekstveld naam="zoek" label={tekst.zoek} hint={tekst.zoekhulp} waarde={vraag.zoek} fouten={[]} lengte={60} />
      <Keuzeveld naam="onderwerp" label={tekst.onderwerp} waarde={vraag.domein} fouten={[]} keuzes={[{ waarde: '', tekst: tekst.elkOnderwerp }, ...domeinen().map((domein) => ({ waarde: domein, tekst: domeinwoord(tekst.domein, domein) }))]} />
      <Keuzeveld naam="zekerheid" label={tekst.zekerheid} waarde={vraag.zekerheid} fouten={[]} keuzes={[{ waarde: '', tekst: tekst.elkeZekerheid }, ...(['zeker', 'afgeleid'] as const).map((waarde) => ({ waarde, tekst: hoofdletter(begrip.zekerheid(waarde)) }))]} />
      <Keuzeveld naam="uitvoering" label={tekst.inCode} waarde={vraag.uitvoering} fouten={[]} keuzes={[{ waarde: '', tekst: tekst.elkeCode }, { waarde: 'wel', tekst: tekst.welInCode }, { waarde: 'niet', tekst: tekst.nietInCode }]} />
      <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.doeZoek}</button>
      {!isLeeg(vraag) && <p><a class="utrecht-link utrecht-link--html-a" href="/regels">{tekst.wis}</a></p>}
      <p class="alleen-smal"><a class="utrecht-link utrecht-link--html-a" href="#lijst">{tekst.titel}</a></p>
    </form>
  )
}

function Proberen() {
  const tekst = useTekst(teksten)
  return (
    <div class="regels__proberen">
      <h2 class="keuzes__kop">{tekst.watAls.kop}</h2>
      <p class="klein">{tekst.watAls.uitleg}</p>
      <p><a class="utrecht-link utrecht-link--html-a" href="/regels/wat-verandert">{tekst.watAls.knop}</a></p>
    </div>
  )
}

/** De naam van een map in regels/ in gewone woorden; een nieuwe map heeft nog geen woord. */
export function domeinwoord(woorden: Readonly<Record<string, string>>, domein: string): string {
  return woorden[domein] ?? hoofdletter(domein)
}
