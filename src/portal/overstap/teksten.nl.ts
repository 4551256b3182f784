import { lang } from '../woorden/datumwoorden.ts'
import type { Datum } from '../../kern/datum.ts'
import { rolWoord } from '../woorden/rolwoorden.ts'

export const tekst = {
  titel: 'Oud account koppelen',
  intro: 'U bent ingelogd met eHerkenning. Koppel nu uw oude account: uw rollen gaan mee, en daarna werkt uw DUO-token niet meer.',
  nodigKop: 'Dit hebt u nodig',
  nodig: ['uw gebruikersnaam van het oude account', 'het wachtwoord dat daarbij hoort', 'uw token, voor een eenmalige code'],
  stappenKop: 'Zo gaat het',
  stappen: ['U bewijst dat het oude account van u is.', 'U ziet beide accounts naast elkaar en controleert ze.', 'U bevestigt. Uw rollen gaan over en uw token stopt meteen.'],
  tijd: 'U hebt hier tien minuten voor. Stopt u onderweg, dan verandert er niets.',
  begin: 'Begin met koppelen',
  scholenKop: 'Tot wanneer uw token werkt',
  uitnodiging: 'Ik heb een code van mijn beheerder',
  geenOud: 'Had u nooit een DUO-token? Dan hoeft u niets te koppelen. Vraag uw beheerder om rollen.',
  geenScholen: 'Bij uw organisatie is niets te koppelen: geen van uw scholen gebruikt een DUO-token.',
  laatste: (gebruikersnaam: string) => `U koppelde eerder het account ${gebruikersnaam}. Hebt u nog een oud account bij deze organisatie? Dat kunt u ook koppelen.`,
  bewijsTitel: 'Bewijs dat het oude account van u is',
  stap: (nummer: number) => `Stap ${nummer} van 3`,
  gebruikersnaam: 'Gebruikersnaam van het oude account',
  gebruikersnaamKort: 'Gebruikersnaam',
  wachtwoord: 'Wachtwoord van het oude account',
  code: 'Code van uw token',
  codeHulp: 'De cijfers die nu op uw token staan. Elke code werkt één keer.',
  verder: 'Controleer',
  stop: 'Stop met koppelen',
  gestopt: 'U bent gestopt. Er is niets veranderd aan uw oude account.',
  bevestigTitel: 'Klopt dit?',
  bevestigIntro: 'Controleer beide kanten. Zijn ze niet allebei van u, bevestig dan niet en vraag uw beheerder.',
  oudKop: 'Uw oude account',
  ehKop: 'Uw eHerkenning',
  school: 'School',
  organisatie: 'Organisatie',
  naam: 'Op naam van',
  kenmerk: 'Kenmerk',
  kenmerkHulp: 'Het begin van het nummer dat uw eHerkenning ons gaf.',
  rollenKop: 'Deze rollen gaan mee',
  geenRollen: 'Dit oude account heeft nu geen rollen die mee kunnen. Uw token werkt na het bevestigen toch niet meer.',
  weggelatenKop: 'Deze rollen gaan niet mee',
  gevolg: 'Na het bevestigen werkt uw DUO-token meteen niet meer, ook niet in een andere browser. Dat is niet terug te draaien.',
  bevestig: 'Koppel en stop mijn token',
  andereNaam: 'De namen zijn niet gelijk',
  andereNaamUitleg: 'Het oude account staat op naam van een andere medewerker dan uw eHerkenning. Koppel alleen een account dat van uzelf is. Uw beheerder ziet elke koppeling.',
  bevestigVoor: (wanneer: string) => `U kunt bevestigen tot ${wanneer}. Daarna begint u opnieuw.`,
  klaarTitel: 'Uw account is gekoppeld',
  klaar: (gebruikersnaam: string, wanneer: string) => `Het oude account ${gebruikersnaam} is gekoppeld op ${wanneer}. Vanaf nu logt u alleen in met eHerkenning.`,
  klaarRollen: 'Deze rollen hebt u nu',
  klaarGeen: 'Er gingen geen rollen mee. Vraag uw beheerder welke rollen u krijgt.',
  klaarBeheerder: 'Uw beheerder krijgt hiervan bericht. Lever uw token in zoals uw school dat vraagt.',
  naarBegin: 'Naar mijn werk',
  alGekoppeld: 'Dit oude account was al aan uw eHerkenning gekoppeld. Er is niets veranderd.',
  uitnodigingTitel: 'Koppelen met een code van uw beheerder',
  uitnodigingIntro: 'Uw beheerder gaf u een code. Typ of plak hem hier. Streepjes, spaties en kleine letters maken niet uit.',
  uitnodigingCode: 'Code van uw beheerder',
  uitnodigingHulp: '52 tekens, in groepjes van vier.',
  opnieuw: 'Begin opnieuw',
  metEherkenning: 'Log in met eHerkenning',
  terug: 'Terug naar het begin',
} as const

/** Tot wanneer het token van een school werkt, in een zin. */
export function tokenzin(stand: { readonly stand: string; readonly coulance: boolean; readonly openVan: Datum | null; readonly tokenTotEnMet: Datum | null; readonly coulanceTotEnMet: Datum | null }): string {
  if (stand.stand === 'VOORBEREIDING') return stand.openVan === null ? 'koppelen kan nog niet, uw token blijft werken' : `koppelen kan vanaf ${lang(stand.openVan)}`
  if (stand.stand === 'OVERSTAP_OPEN') return stand.tokenTotEnMet === null ? 'uw token werkt tot u koppelt' : `uw token werkt tot en met ${lang(stand.tokenTotEnMet)}`
  return stand.coulance && stand.coulanceTotEnMet !== null ? `het token werkt niet meer; koppelen kan nog tot en met ${lang(stand.coulanceTotEnMet)}` : 'het token werkt niet meer en koppelen kan niet meer'
}

export const WEGGELATEN = {
  NIET_VAN_DEZE_ORGANISATIE: 'deze school hoort niet meer bij uw organisatie',
  ROL_MAG_NIET_OVER: 'deze rol kan niet op een account van een school',
  COMBINATIE_ZONDER_REDEN: 'beheerder en inschrijvingen samen vraagt een reden; vraag een andere beheerder',
} as const

/** Een rol met waar zij geldt; een vestiging valt op. */
export function rolwoord({ rol, brin, vestiging }: { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }): string {
  return brin === null ? rolWoord(rol) : `${rolWoord(rol)}, ${vestiging === null ? brin : `alleen vestiging ${vestiging}`}`
}
