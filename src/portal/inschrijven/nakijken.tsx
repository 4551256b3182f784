import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { type Antwoordregel, Antwoorden, Formulier, Kruimelpad } from '../kader/onderdelen/formulier.tsx'
import { Aandacht } from '../kader/onderdelen/melding.tsx'
import type { Taal } from '../kader/taal.ts'
import { isBekend, type Stap, STAPPEN, uitRegister } from './antwoorden.ts'
import { antwoordwoord } from './antwoordwoorden.ts'
import type { Formulierstand } from './laad.ts'
import { teksten } from './teksten.ts'

/** Alle antwoorden met een weg om elk te veranderen, en de knop die verstuurt. */
export function tekenNakijken({ omgeving, stand }: { readonly omgeving: Omgeving, readonly stand: Formulierstand }): string {
  const tekst = teksten[omgeving.taal]
  const { conceptId, stappen, antwoorden } = stand
  const titel = tekst.stap(stappen.length + 2, stappen.length + 2, tekst.nakijken)
  return tekenBladzijde({
    omgeving, titel, menu: 'studenten',
    children: (
      <>
        <Kruimelpad stappen={[[tekst.studenten, '/studenten'], [tekst.titel, '/inschrijven']]} hier={tekst.nakijken} />
        <div class="titelrij"><h1 class="utrecht-heading-1">{titel}</h1></div>
        {antwoorden['alIngeschreven'] === 'ja' && <Aandacht kop={tekst.alIngeschreven}><p>{`${tekst.alIngeschrevenUitleg} `}<a class="utrecht-link utrecht-link--html-a" href={`/studenten/${antwoorden['deelnemerId'] ?? ''}`}>{tekst.openStudent}</a></p></Aandacht>}
        <p class="ondertitel">{tekst.nakijkenZin}</p>
        <Antwoorden regels={antwoordregels(stand, omgeving.taal)} />
        <div class="inschrijven">
          <Formulier omgeving={omgeving} actie={`/inschrijven/${conceptId}/versturen`} knop={tekst.verstuur} soort="primary" />
          <p><a class="utrecht-link utrecht-link--html-a" href={`/inschrijven/${conceptId}/voorbeeld`}>{tekst.bekijkVoorbeeld}</a></p>
        </div>
      </>
    ),
  })
}

/** Ook wat het register al wist: dat vroegen wij niet, maar het hoort bij de inschrijving. */
export function antwoordregels(stand: Formulierstand, taal: Taal): readonly Antwoordregel[] {
  const tekst = teksten[taal]
  const bekend = uitRegister(stand.antwoorden)
  const toont = (stap: Stap) => stap === 'plaats' || stap === 'gegevens' || stand.stappen.includes(stap)
  return STAPPEN.filter(toont).map((stap) => {
    const woord = antwoordwoord(stap, stand, taal)
    const isVast = !stand.stappen.includes(stap)
    const uit = bekend.includes(stap) || (stap === 'gegevens' && isBekend(stand.antwoorden))
    return {
      vraag: tekst.kort[stap],
      antwoord: woord === '' ? <span class="klein">{tekst.geenAntwoord}</span> : <>{woord}{uit && <span class="klein">{` (${tekst.uitRegister})`}</span>}</>,
      ...(isVast ? {} : { wijzig: `/inschrijven/${stand.conceptId}/${stap}?terug=nakijken` }),
    }
  })
}
