import { tekenBladzijde, type Omgeving } from '../kader/bladzijde.tsx'
import { Zin } from './opmaak.tsx'

export interface Probleembeeld {
  readonly code: string
  readonly status: number
  readonly titel: string
  readonly uitleg: string
  readonly watTeDoen: string
}

/** De bladzijde achter het `type` van een foutmelding. */
export function tekenProbleem(omgeving: Omgeving, { code, status, titel, uitleg, watTeDoen }: Probleembeeld): string {
  return tekenBladzijde({
    omgeving, titel,
    children: (
      <article class="leesblok">
        <nav aria-label="U bent hier" class="kruimelpad"><a class="utrecht-link utrecht-link--html-a" href="/v1/docs">Koppelvlak</a><span aria-hidden="true">/</span><a class="utrecht-link utrecht-link--html-a" href="/v1/problemen">Fouten</a><span aria-hidden="true">/</span><span>{code}</span></nav>
        <h1 class="utrecht-heading-1">{titel}</h1>
        <p class="ondertitel">HTTP-status <code>{status}</code>, code <code>{code}</code></p>
        <p class="lees-groot"><Zin tekst={uitleg} /></p>
        <h2 class="utrecht-heading-2">Wat u kunt doen</h2>
        <p class="lees"><Zin tekst={watTeDoen} /></p>
      </article>
    ),
  })
}

export function tekenProblemen(omgeving: Omgeving, alle: readonly Probleembeeld[]): string {
  return tekenBladzijde({
    omgeving, titel: 'Fouten van het koppelvlak',
    children: (
      <div class="leesblok">
        <nav aria-label="U bent hier" class="kruimelpad"><a class="utrecht-link utrecht-link--html-a" href="/v1/docs">Koppelvlak</a><span aria-hidden="true">/</span><span>Fouten</span></nav>
        <h1 class="utrecht-heading-1">Fouten van het koppelvlak</h1>
        <p class="lees-groot">Elke fout heeft een vast adres in <code>type</code>. Daar staat wat hij betekent en wat u kunt doen.</p>
        <ul class="velden">
          {alle.map(({ code, status, titel, uitleg }) => (
            <li key={code}><p><code>{status}</code> <a class="utrecht-link utrecht-link--html-a" href={`/v1/problemen/${code}`}>{titel}</a></p><p class="klein"><Zin tekst={uitleg} /></p></li>
          ))}
        </ul>
      </div>
    ),
  })
}
