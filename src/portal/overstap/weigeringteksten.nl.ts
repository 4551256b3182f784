import type { Overstapweigering } from '../../toegang/index.ts'
import { lang } from '../woorden/datumwoorden.ts'

/** Een weigering in woorden: wat er niet kon, waarom, en wat iemand nu doet. */
export interface Weigeringtekst {
  readonly titel: string
  readonly zinnen: readonly string[]
  /** HTTP-status; 409 is een stap die vanuit deze toestand niet bestaat (T-32). */
  readonly status: number
}

const NIETS_VERANDERD = 'Er is niets veranderd.'

/** Elke weigering van de overstap. Een nieuwe soort zonder tekst is een fout bij het bouwen. */
export function overstapweigering(reden: Overstapweigering): Weigeringtekst {
  switch (reden.soort) {
    case 'niet-gevonden':
      return { titel: 'Dit account is er niet', zinnen: ['U ziet alleen accounts van uw eigen organisatie.', NIETS_VERANDERD], status: 404 }
    case 'ongeldig':
      return { titel: 'Er klopt iets niet', zinnen: reden.fouten.map(({ regel, watTeDoen }) => `${regel} ${watTeDoen}`), status: 400 }
    case 'overgang-niet-toegestaan':
      return { titel: 'Dat kan nu niet', zinnen: ['Dit account is in een toestand waarin deze stap niet bestaat. Misschien was een collega eerder.', 'Laad het overzicht opnieuw en kijk wat de toestand nu is.'], status: 409 }
    case 'uitnodiging-vraagt-bewijs':
      return { titel: 'Uw school werkt niet met uitnodigingen', zinnen: ['De beheerder moet dat eerst aanzetten. Koppelen kan wel met de gebruikersnaam, het wachtwoord en de code van het oude account.'], status: 409 }
    case 'niet-voor-uzelf':
      return { titel: 'Dit kunt u niet voor uzelf doen', zinnen: ['Vraag een andere beheerder. Met uw oude account, wachtwoord en code kunt u uw eigen account wel zelf koppelen.'], status: 403 }
    case 'laatste-beheerder':
      return { titel: 'Dit is de laatste beheerder', zinnen: ['Uw organisatie moet een beheerder houden. Geef eerst een ander die rol. Lukt dat niet, vraag dan DUO.'], status: 409 }
    default:
      return koppelweigering(reden)
  }
}

type Beheersoort = 'niet-gevonden' | 'ongeldig' | 'overgang-niet-toegestaan' | 'uitnodiging-vraagt-bewijs' | 'niet-voor-uzelf' | 'laatste-beheerder'
type Koppelweigering = Exclude<Overstapweigering, { readonly soort: Beheersoort }>

function koppelweigering(reden: Koppelweigering): Weigeringtekst {
  switch (reden.soort) {
    case 'bewijs-onjuist':
      return { titel: 'Dit klopt niet', zinnen: ['De gebruikersnaam, het wachtwoord of de code klopt niet, of dit account is niet meer te gebruiken.', 'Wacht op een nieuwe code en probeer het nog een keer. Blijft het misgaan? Vraag uw beheerder.'], status: 403 }
    case 'wacht':
      return { titel: 'Wacht even', zinnen: [`Na een fout wacht u steeds iets langer. Probeer het over ${wachttijd(reden.seconden)} opnieuw, met een nieuwe code.`], status: 429 }
    case 'te-vaak':
      return { titel: 'Er waren te veel fouten', zinnen: [TE_VAAK[reden.grens], 'Probeer het morgen opnieuw, of vraag uw beheerder om hulp.'], status: 429 }
    case 'uitnodiging-onjuist':
      return { titel: 'Deze code klopt niet', zinnen: ['De code is verlopen, al gebruikt, of niet goed overgenomen. Een code werkt alleen bij de organisatie die hem gaf.', 'Controleer de code, of vraag uw beheerder om een nieuwe.'], status: 403 }
    case 'geen-koppeling-begonnen':
    case 'koppeling-verlopen':
    case 'koppeling-gestopt':
      return { ...GESTOPT[reden.soort], status: 409 }
    default:
      return accountweigering(reden)
  }
}

type Pogingsoort = 'bewijs-onjuist' | 'wacht' | 'te-vaak' | 'uitnodiging-onjuist' | 'geen-koppeling-begonnen' | 'koppeling-verlopen' | 'koppeling-gestopt'

const GESTOPT = {
  'geen-koppeling-begonnen': { titel: 'U bent nog niet begonnen', zinnen: ['Er is in deze sessie geen koppeling bezig. Begin bij het begin.'] },
  'koppeling-verlopen': { titel: 'De tijd is voorbij', zinnen: ['U had tien minuten om te koppelen. Uw oude account is niet veranderd. Begin opnieuw.'] },
  'koppeling-gestopt': { titel: 'Het koppelen is gestopt', zinnen: ['Er waren te veel fouten achter elkaar. Uw oude account is niet veranderd.', 'Zoek uw gegevens rustig op en begin opnieuw. Na tien fouten op een dag wordt het oude account geblokkeerd.'] },
} as const

const TE_VAAK = {
  account: 'Met deze gebruikersnaam ging het op een dag tien keer mis.',
  middel: 'Met uw eHerkenning ging het op een dag te vaak mis.',
  organisatie: 'Bij uw organisatie ging het op een dag heel vaak mis. Daarom kan niemand daar nu koppelen.',
} as const

function accountweigering(reden: Exclude<Koppelweigering, { readonly soort: Pogingsoort }>): Weigeringtekst {
  switch (reden.soort) {
    case 'eherkenning-nodig':
      return { titel: 'Log in met eHerkenning', zinnen: ['Koppelen kan alleen als u met eHerkenning bent ingelogd, op niveau EH3 of hoger.'], status: 403 }
    case 'verse-inlog-nodig':
      return { titel: 'Log nog een keer in', zinnen: ['Koppelen kan tot tien minuten na het inloggen. Log opnieuw in met eHerkenning en begin opnieuw.'], status: 403 }
    case 'ketenmachtiging':
      return { titel: 'Koppelen kan niet via een ander bedrijf', zinnen: ['U logt in namens een administratiekantoor of een ander bedrijf. Alleen een medewerker van de school zelf kan een oud account koppelen.', 'Vraag het bestuur welke rollen u kunt krijgen.'], status: 403 }
    case 'overstap-niet-open':
      return { titel: 'De overstap is nog niet open', zinnen: [reden.openVan === null ? 'DUO heeft nog geen dag bepaald. Gebruik zolang uw token.' : `Koppelen kan vanaf ${lang(reden.openVan)}. Gebruik zolang uw token.`], status: 409 }
    case 'organisatie-komt-niet-overeen':
      return { titel: 'De organisaties komen niet overeen', zinnen: ['Uw eHerkenning is van een andere organisatie dan uw oude account. Is uw school gefuseerd? Dan telt het nummer van de nieuwe organisatie.', 'Log in met eHerkenning van de organisatie van uw oude account, of vraag uw beheerder om u opnieuw rollen te geven.'], status: 403 }
    case 'account-geblokkeerd':
      return { titel: 'Uw oude account is geblokkeerd', zinnen: ['Er waren te veel fouten met dit account. Vraag uw beheerder om het te deblokkeren.'], status: 403 }
    case 'coulance-voorbij':
      return { titel: 'Koppelen kan niet meer', zinnen: ['De dagen waarop u uw oude account kon koppelen, zijn voorbij. Vraag uw beheerder om u opnieuw rollen te geven.'], status: 409 }
    case 'token-gesloten':
      return { titel: 'Het token werkt niet meer', zinnen: tokenGesloten(reden), status: 403 }
    case 'te-lang-niet-gebruikt':
      return { titel: 'Uw oude account is te lang niet gebruikt', zinnen: [`Een account dat ${reden.maanden} maanden niet is gebruikt, werkt niet meer en kan niet worden gekoppeld.`, 'Log in met eHerkenning en vraag uw beheerder om u rollen te geven.'], status: 403 }
    case 'niet-meer-beschikbaar':
      return { titel: 'Dit account is niet meer beschikbaar', zinnen: ['Het oude account is intussen niet meer te koppelen. Vraag uw beheerder wat ermee is gebeurd.'], status: 409 }
  }
}

function tokenGesloten({ tokenTotEnMet, coulanceTotEnMet }: Extract<Overstapweigering, { soort: 'token-gesloten' }>): readonly string[] {
  return [
    tokenTotEnMet === null ? 'Uw school gebruikt het DUO-token niet meer.' : `Inloggen met het DUO-token kon tot en met ${lang(tokenTotEnMet)}.`,
    coulanceTotEnMet === null ? 'Log in met eHerkenning. Hebt u daar nog geen rollen, vraag dan uw beheerder.' : `Log in met eHerkenning. U kunt uw oude account nog koppelen tot en met ${lang(coulanceTotEnMet)}.`,
  ]
}

function wachttijd(seconden: number): string {
  if (seconden < 60) return seconden === 1 ? '1 seconde' : `${seconden} seconden`
  const minuten = Math.ceil(seconden / 60)
  return minuten === 1 ? '1 minuut' : `${minuten} minuten`
}
