import { tekenBladzijde, type Omgeving } from './bladzijde.tsx'

/** Bladzijden voor wat niet kan. Elke zegt wat er niet kon, wat niet is veranderd en wat u kunt doen. */
export type Foutsoort = 'niet-gevonden' | 'student-onbekend' | 'verzoek-onjuist' | 'formulier-verlopen' | 'te-vaak' | 'storing'

export const FOUTSTATUS: Readonly<Record<Foutsoort, number>> = {
  'niet-gevonden': 404, 'student-onbekend': 404, 'verzoek-onjuist': 400, 'formulier-verlopen': 403, 'te-vaak': 429, storing: 500,
}

/** @param zinnen wat er alleen nu over te zeggen is. */
export function tekenFout(omgeving: Omgeving, soort: Foutsoort, kenmerk?: string, zinnen: readonly string[] = []): string {
  const { titel, uitleg, link } = TEKST[soort]
  return tekenBladzijde({
    omgeving, titel,
    children: (
      <div class="leesblok foutbladzijde">
        <h1 class="utrecht-heading-1">{titel}</h1>
        {[...zinnen, ...uitleg].map((zin) => <p key={zin} class="lees">{zin}</p>)}
        {kenmerk !== undefined && <p class="klein">{'Blijft het zo? Meld het uw beheerder en noem '}<strong>{kenmerk}</strong>.</p>}
        <p><a class="utrecht-link utrecht-link--html-a" href={link.href}>{link.tekst}</a></p>
      </div>
    ),
  })
}

const NAAR_STUDENTEN = { href: '/studenten', tekst: 'Naar alle studenten' }
const NAAR_BEGIN = { href: '/', tekst: 'Naar het begin' }
const TEKST: Readonly<Record<Foutsoort, { titel: string, uitleg: readonly string[], link: { href: string, tekst: string } }>> = {
  // Onbekend en niet toegestaan geven letterlijk hetzelfde antwoord, zodat niemand kan aftasten wie er bestaat.
  'student-onbekend': {
    titel: 'Deze student is er niet, of u mag deze niet zien',
    uitleg: ['U ziet alleen studenten van uw eigen school en van uw routes.', 'Zoek de student op naam, of vraag de partnerschool of de inschrijving al is geleverd.'],
    link: NAAR_STUDENTEN,
  },
  'niet-gevonden': {
    titel: 'Deze bladzijde is er niet', uitleg: ['Het adres klopt niet, of de bladzijde is weg. Controleer het adres.'], link: NAAR_BEGIN,
  },
  'verzoek-onjuist': {
    titel: 'Deze vraag konden wij niet lezen', uitleg: ['Er staat iets in het adres of het formulier dat hier niet hoort. Er is niets veranderd.'], link: NAAR_BEGIN,
  },
  'formulier-verlopen': {
    titel: 'Dit formulier is verlopen', uitleg: ['Er is niets veranderd. Ga terug, laad de bladzijde opnieuw en verstuur het formulier nog een keer.'], link: NAAR_BEGIN,
  },
  'te-vaak': { titel: 'Dit ging te vaak achter elkaar', uitleg: ['Deed u dit niet zelf? Vertel het uw beheerder.'], link: NAAR_BEGIN },
  storing: {
    titel: 'Deze bladzijde kon niet worden gemaakt', uitleg: ['Het register antwoordt niet. Uw gegevens zijn niet veranderd. Probeer het over een minuut opnieuw.'], link: NAAR_BEGIN,
  },
}
