import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Routetekening } from './tekening.tsx'
import { teksten } from './teksten.ts'

/** Zegt een vreemde in tien seconden wat dit is, en stuurt ieder naar zijn deur. */
export function tekenStart(omgeving: Omgeving): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel,
    children: (
      <>
        <div class="start">
          <div>
            <h1 class="vraag">{tekst.kop}</h1>
            <p class="lees-groot">{tekst.intro}</p>
            <ul class="keuzelijst">
              {tekst.keuzes.map(({ href, naam, uitleg }) => <li key={href} class="keuzelijst__punt"><a class="keuze__naam" href={href}>{naam}</a><span class="keuze__rol">{uitleg}</span></li>)}
            </ul>
          </div>
          <section aria-labelledby="voorbeeld">
            <h2 class="utrecht-heading-3" id="voorbeeld">{tekst.voorbeeldKop}</h2>
            <Routetekening />
            <p>{tekst.voorbeeldUitleg}</p>
            <details>
              <summary class="linkknop">{tekst.alsTabel}</summary>
              <table class="utrecht-table utrecht-table--html-table">
                <caption class="alleen-voorlezen">{tekst.voorbeeldKop}</caption>
                <thead><tr>{tekst.kolommen.map((kolom) => <th key={kolom} scope="col">{kolom}</th>)}</tr></thead>
                <tbody>{tekst.rijen.map(([jaar, fase, wie]) => <tr key={jaar}><th scope="row">{jaar}</th><td>{fase}</td><td>{wie}</td></tr>)}</tbody>
              </table>
            </details>
          </section>
        </div>
        <section aria-labelledby="wat">
          <h2 class="utrecht-heading-2" id="wat">{tekst.watKop}</h2>
          <ul class="driekolom">{tekst.wat.map(([kop, zin]) => <li key={kop}><h3 class="utrecht-heading-3">{kop}</h3><p>{zin}</p></li>)}</ul>
        </section>
      </>
    ),
  })
}
