import { tekenBladzijde, type Omgeving } from './bladzijde.tsx'
import { fouten } from './foutteksten.ts'

/** Bladzijden voor wat niet kan. Elke zegt wat er niet kon, wat niet is veranderd en wat u kunt doen. */
export type Foutsoort = 'niet-gevonden' | 'student-onbekend' | 'verzoek-onjuist' | 'formulier-verlopen' | 'te-vaak' | 'storing'

export const FOUTSTATUS: Readonly<Record<Foutsoort, number>> = {
  'niet-gevonden': 404, 'student-onbekend': 404, 'verzoek-onjuist': 400, 'formulier-verlopen': 403, 'te-vaak': 429, storing: 500,
}

/**
 * Onbekend en niet toegestaan geven letterlijk hetzelfde antwoord, zodat niemand kan aftasten wie er bestaat (Z-02).
 * @param zinnen wat er alleen nu over te zeggen is.
 */
export function tekenFout(omgeving: Omgeving, soort: Foutsoort, kenmerk?: string, zinnen: readonly string[] = []): string {
  const tekst = fouten[omgeving.taal]
  const { titel, uitleg } = tekst[soort]
  const link = soort === 'student-onbekend' ? { href: '/studenten', tekst: tekst.naarStudenten } : { href: '/', tekst: tekst.naarBegin }
  return tekenBladzijde({
    omgeving, titel,
    children: (
      <div class="leesblok foutbladzijde">
        <h1 class="utrecht-heading-1">{titel}</h1>
        {[...zinnen, ...uitleg].map((zin) => <p key={zin} class="lees">{zin}</p>)}
        {kenmerk !== undefined && <p class="klein">{tekst.blijft}{' '}<strong>{kenmerk}</strong>.</p>}
        <p><a class="utrecht-link utrecht-link--html-a" href={link.href}>{link.tekst}</a></p>
      </div>
    ),
  })
}
