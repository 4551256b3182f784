/** Elke weigering van de overstap in woorden. */
import type { Overstapweigering } from '../../toegang/index.ts'
import { maakTeksten, type Taal } from '../kader/taal.ts'
import { datumsIn } from '../woorden/datums.ts'
import { en } from './weigeringteksten.en.ts'
import { nl } from './weigeringteksten.nl.ts'

/** Een weigering in woorden: wat er niet kon, waarom, en wat iemand nu doet. */
export interface Weigeringtekst {
  readonly titel: string
  readonly zinnen: readonly string[]
  /** De zinnen komen uit een actie en zijn er alleen in het Nederlands. */
  readonly alleenNederlands?: true
  /** HTTP-status; 409 is een stap die vanuit deze toestand niet bestaat (T-32). */
  readonly status: number
}

const teksten = maakTeksten(nl, en)

/** Een nieuwe soort zonder tekst of status is een fout bij het bouwen. @param taal Nederlands waar de tekst tussen andere Nederlandse foutzinnen komt */
export function overstapweigering(reden: Overstapweigering, taal: Taal = 'nl'): Weigeringtekst {
  const [{ vast, ongeldig, wacht, teVaak, nietOpen, tokenGesloten, ongebruikt }, { lang }, status] = [teksten[taal], datumsIn(taal), STATUS[reden.soort]]
  switch (reden.soort) {
    case 'ongeldig':
      return { titel: ongeldig, zinnen: reden.fouten.map(({ regel, watTeDoen }) => `${regel} ${watTeDoen}`), alleenNederlands: true, status }
    case 'wacht':
      return { titel: wacht.titel, zinnen: [wacht.zin(wachttijd(reden.seconden, taal))], status }
    case 'te-vaak':
      return { titel: teVaak.titel, zinnen: [teVaak.grens[reden.grens], teVaak.watNu], status }
    case 'overstap-niet-open':
      return { titel: nietOpen.titel, zinnen: [reden.openVan === null ? nietOpen.zonderDag : nietOpen.vanaf(lang(reden.openVan))], status }
    case 'te-lang-niet-gebruikt':
      return { titel: ongebruikt.titel, zinnen: [ongebruikt.zin(reden.maanden), ongebruikt.watNu], status }
    case 'token-gesloten': {
      const { tokenTotEnMet, coulanceTotEnMet } = reden
      const zinnen = [tokenTotEnMet === null ? tokenGesloten.zonderDag : tokenGesloten.konTot(lang(tokenTotEnMet)), coulanceTotEnMet === null ? tokenGesloten.logIn : tokenGesloten.koppelenTot(lang(coulanceTotEnMet))]
      return { titel: tokenGesloten.titel, zinnen, status }
    }
    default:
      return { ...vast[reden.soort], status }
  }
}

const STATUS: Readonly<Record<Overstapweigering['soort'], number>> = {
  'niet-gevonden': 404, ongeldig: 400, 'overgang-niet-toegestaan': 409, 'uitnodiging-vraagt-bewijs': 409, 'niet-voor-uzelf': 403, 'laatste-beheerder': 409,
  'bewijs-onjuist': 403, wacht: 429, 'te-vaak': 429, 'uitnodiging-onjuist': 403, 'geen-koppeling-begonnen': 409, 'koppeling-verlopen': 409, 'koppeling-gestopt': 409,
  'eherkenning-nodig': 403, 'verse-inlog-nodig': 403, ketenmachtiging: 403, 'overstap-niet-open': 409, 'organisatie-komt-niet-overeen': 403, 'account-geblokkeerd': 403,
  'coulance-voorbij': 409, 'token-gesloten': 403, 'te-lang-niet-gebruikt': 403, 'niet-meer-beschikbaar': 409,
}

function wachttijd(seconden: number, taal: Taal): string {
  return seconden < 60 ? teksten[taal].seconden(seconden) : teksten[taal].minuten(Math.ceil(seconden / 60))
}
