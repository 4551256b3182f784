import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { tekst } from './teksten.nl.ts'

/** Iemand als wie u in de proefomgeving kunt kijken; bestaat alleen in ontwikkelstand op deze computer. */
export interface Proefidentiteit {
  readonly sleutel: string
  readonly naam: string
  readonly rol: string
  readonly organisatie: string
  /** BRIN van de eigen scholen; leeg bij DUO. Bepaalt welk signaal vooraan staat, niet wat iemand mag zien. */
  readonly brinnen?: readonly string[]
}

/** De keuze bij het begin, zolang er nog geen inlog met eHerkenning is. */
export function tekenIdentiteitskeuze(omgeving: Omgeving, identiteiten: readonly Proefidentiteit[], csrf: string): string {
  return tekenBladzijde({
    omgeving, titel: tekst.titel,
    children: (
      <div class="leesblok identiteit">
        <h1 class="vraag">{tekst.titel}</h1>
        <p class="lees-groot">{tekst.intro}</p>
        {identiteiten.length === 0 ? <p class="kader-rustig">{tekst.leeg}</p> : (
          <form method="post" action="/identiteit">
            <input type="hidden" name="csrf" value={csrf} />
            <ul class="keuzelijst">
              {identiteiten.map((wie) => (
                <li key={wie.sleutel}>
                  <button type="submit" name="wie" value={wie.sleutel} class="keuze">
                    <span class="keuze__naam">{wie.naam}</span>
                    <span class="keuze__rol">{`${wie.organisatie} · ${wie.rol}`}</span>
                  </button>
                </li>
              ))}
            </ul>
          </form>
        )}
        <p class="klein">{tekst.waarschuwing}</p>
      </div>
    ),
  })
}
