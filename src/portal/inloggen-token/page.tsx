import { type Omgeving, tekenBladzijde } from '../kader/bladzijde.tsx'
import { Formulierbewijs } from '../kader/formulierbewijs.tsx'
import { Invoerveld, Weigeringmelding } from '../overstap/veld.tsx'
import type { Weigeringtekst } from '../overstap/weigering.ts'
import { teksten } from './teksten.ts'

export interface Tokenbladzijde {
  readonly omgeving: Omgeving
  readonly fout: Weigeringtekst | null
  readonly getypt: string
  /** De laatste dagen van het token, per school in woorden; leeg als DUO nog niets bepaalde. */
  readonly laatsteDagen: readonly string[]
}

/** Inloggen met het oude middel, zolang dat nog kan. Noemt tot en met welke dag. */
export function tekenTokeninlog({ omgeving, fout, getypt, laatsteDagen }: Tokenbladzijde): string {
  const tekst = teksten[omgeving.taal]
  return tekenBladzijde({
    omgeving, titel: tekst.titel, fout: fout !== null,
    children: (
      <div class="leesblok">
        <h1 class="utrecht-heading-1">{tekst.titel}</h1>
        {fout !== null && <Weigeringmelding {...fout} />}
        <p class="lees">{tekst.intro}</p>
        {laatsteDagen.map((zin) => <p key={zin} class="lees"><strong>{zin}</strong></p>)}
        <form method="post" action="/inloggen/token" class="overstap-formulier">
          <Formulierbewijs omgeving={omgeving} />
          <Invoerveld naam="gebruikersnaam" label={tekst.gebruikersnaam} getypt={getypt} autocomplete="username" />
          <Invoerveld naam="wachtwoord" label={tekst.wachtwoord} geheim autocomplete="current-password" />
          <Invoerveld naam="code" label={tekst.code} hulp={tekst.codeHulp} autocomplete="one-time-code" cijfers />
          <button type="submit" class="utrecht-button utrecht-button--submit utrecht-button--primary-action">{tekst.knop}</button>
        </form>
        <p><a class="utrecht-link utrecht-link--html-a" href="/inloggen">{tekst.liever}</a></p>
      </div>
    ),
  })
}
