/** Wat `npm start` laat zien als alles klaar is. */
import type { Medewerker } from '../makelaar/index.ts'
import type { Config } from './config.ts'

export interface Begroetbaar {
  /** Als wie u in de proefomgeving kunt inloggen; leeg als er geen proefmakelaar is. */
  readonly medewerkers: readonly Medewerker[]
}

export interface Gegroet {
  readonly config: Config
  readonly adres: string
  readonly plaats: string
  readonly draaiend: Begroetbaar
}

/** Zo breed is een terminal ten minste. */
const BREEDTE = 80

/** Adressen en wie u kunt zijn, als tekst voor een terminal van 80 tekens of meer. */
export function maakBegroeting({ config, adres, plaats, draaiend: { medewerkers } }: Gegroet): string {
  const regels = [
    '',
    `  Leerroute is klaar:  ${adres}`,
    '',
    `  Voor systemen        ${adres}/v1/docs`,
    `  Gereed?              ${adres}/readyz`,
    `  Gegevens             ${plaats}`,
    ...(config.modus === 'productie' ? [] : [...toonMedewerkers(medewerkers), ...toonTokens(medewerkers), '', `  Sleutel om REST te proberen: proef-${REST_MEDEWERKER}`]),
    '',
    '  Stoppen: Ctrl-C',
    '',
  ]
  return regels.join('\n')
}

/** Een medewerker met genoeg rechten om veel te proberen. */
const REST_MEDEWERKER = 'lindemeer-administratie'

function toonMedewerkers(medewerkers: readonly Medewerker[]): readonly string[] {
  if (medewerkers.length === 0) return []
  const breedte = Math.max(...medewerkers.map(({ naam }) => naam.length))
  const perOrganisatie = [...Map.groupBy(medewerkers, ({ organisatie }) => organisatie.naam)]
  return [
    '', '  Inloggen met eHerkenning (proef): kies na "Log in met eHerkenning" wie u bent.', '  Alle scholen en personen zijn verzonnen.',
    ...perOrganisatie.flatMap(([organisatie, mensen]) => ['', `    ${organisatie}`, ...mensen.map((mens) => kort(`      ${mens.naam.padEnd(breedte)}  ${mens.niveau.padEnd(4)} ${bijzonderheid(mens)}`))]),
  ]
}

function bijzonderheid({ functie, niveau, intermediair, vestigingsnummer }: Medewerker): string {
  if (intermediair !== undefined) return `${functie} bij ${intermediair.naam}`
  if (vestigingsnummer !== undefined) return `${functie}, alleen een vestiging`
  return niveau === 'EH3' || niveau === 'EH4' ? functie : `${functie}, niveau te laag om binnen te komen`
}

function toonTokens(medewerkers: readonly Medewerker[]): readonly string[] {
  const metToken = medewerkers.flatMap(({ naam, token }) => (token === undefined ? [] : [{ naam, ...token }]))
  if (metToken.length === 0) return []
  const [naamBreed, gebruikerBreed] = [Math.max(...metToken.map(({ naam }) => naam.length)), Math.max(...metToken.map(({ gebruikersnaam }) => gebruikersnaam.length))]
  return [
    '', '  Nog met een DUO-token (gebruikersnaam en wachtwoord), om over te stappen:', '',
    ...metToken.map(({ naam, gebruikersnaam, wachtwoord }) => kort(`    ${naam.padEnd(naamBreed)}  ${gebruikersnaam.padEnd(gebruikerBreed)}  ${wachtwoord}`)),
    '', '    Eenmalige code: npx leerroute beheer proefcode <gebruikersnaam>',
  ]
}

function kort(regel: string): string {
  return regel.length <= BREEDTE ? regel : `${regel.slice(0, BREEDTE - 1)}…`
}
