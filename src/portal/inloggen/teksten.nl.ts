import type { Inlogafwijzing } from '../../toegang/index.ts'

export const tekst = {
  titel: 'Inloggen voor scholen',
  intro: 'U logt in met eHerkenning. Uw middel moet niveau EH3 of EH4 hebben. Ook hebt u een machtiging van uw school nodig.',
  knop: 'Log in met eHerkenning',
  knopOpnieuw: 'Log opnieuw in met eHerkenning',
  knopHint: 'U gaat naar de site van uw eHerkenningsleverancier. Daarna komt u hier terug.',
  token: 'Ik heb nog een DUO-token',
  tokenUitleg: 'Log in met uw token zolang uw school nog niet is overgestapt.',
  geenMiddel: 'Ik heb nog geen eHerkenning',
  geenMiddelUitleg: 'Vraag het aan de machtigingenbeheerder van uw school. Leerroute kan dat niet voor u regelen.',
  pakket: 'Ons pakket levert zelf',
  pakketUitleg: 'Een koppeling met een LAS of SIS gebruikt een eigen sleutel of certificaat, geen eHerkenning.',
  nietVanSchool: 'Niet van een school?',
  leesRegels: 'Lees de regels',
  nummer: 'Belt u ons? Noem dan dit nummer:',
  opnieuw: 'Log opnieuw in',
  kanNiet: 'Inloggen met eHerkenning is op deze server niet ingesteld. Vraag uw beheerder wanneer het weer kan.',
  verder: 'Verder naar eHerkenning',
  verderUitleg: 'Druk op de knop om naar de site van uw eHerkenningsleverancier te gaan.',
  niets: 'U bent niet ingelogd en er is niets veranderd.',
  nietsAnders: 'Er is niets veranderd: u bent nog ingelogd zoals u was.',
  niveauKop: 'Zo komt u wel binnen',
  uwMiddel: 'uw middel',
  nodig: 'nodig',
} as const

/** Waarom iemand hier komt; elke andere reden in het adres telt niet. */
export const REDENEN: Readonly<Record<string, { readonly kop: string; readonly zin: string }>> = {
  verlopen: { kop: 'Uw sessie is verlopen', zin: 'U deed langer dan 15 minuten niets, of u was langer dan 2 uur ingelogd. Het kan ook dat deze inlog ergens anders is beëindigd. Wat u nog niet had bewaard, is weg. Log opnieuw in om verder te gaan.' },
  opnieuw: { kop: 'Log nog een keer in', zin: 'Voor deze bladzijde moet u hooguit 10 minuten geleden zijn ingelogd. Zo weten wij zeker dat u het bent. Daarna komt u terug op de bladzijde waar u was.' },
  uitgelogd: { kop: 'U bent uitgelogd', zin: 'Gebruikt u een computer met anderen samen? Sluit dan ook de browser.' },
}

export interface Afwijzingtekst {
  readonly titel: string
  readonly zinnen: readonly string[]
  /** Genummerd: zo komt iemand wel binnen. */
  readonly stappen: readonly string[]
  readonly status: number
}

/** neutraal. Geen van deze teksten zegt of een account bestaat voordat iemand met zijn eigen middel bewees wie hij is. */
export const AFWIJZINGEN: Readonly<Record<Inlogafwijzing['soort'], Afwijzingtekst>> = {
  NIVEAU_TE_LAAG: {
    titel: 'Het niveau van uw inlogmiddel is te laag', zinnen: ['Voor Leerroute is niveau EH3 of EH4 nodig.'], status: 403,
    stappen: ['Vraag bij uw eHerkenningsleverancier een hoger niveau aan: EH3.', 'Vraag de machtigingenbeheerder van uw school om een machtiging voor deze dienst.', 'Log daarna hier opnieuw in.'],
  },
  GEANNULEERD: { titel: 'U hebt het inloggen gestopt', zinnen: [], stappen: [], status: 200 },
  VERLOPEN: { titel: 'Het inloggen duurde te lang', zinnen: ['Tussen het begin en het eind mag hooguit 10 minuten zitten.'], stappen: [], status: 400 },
  ONVERWACHT: {
    titel: 'Het inloggen is niet afgemaakt', zinnen: ['Dit antwoord hoort niet bij een inlog die in deze browser is begonnen, of het is al gebruikt.'], status: 400,
    stappen: ['Sta koekjes (cookies) toe voor deze site.', 'Gebruik één tabblad om in te loggen, en niet de knop Terug.', 'Log opnieuw in.'],
  },
  ONGELDIG: { titel: 'Het inloggen is niet gelukt', zinnen: ['Het antwoord van uw eHerkenningsleverancier klopt niet.'], stappen: ['Log opnieuw in.', 'Gaat het weer mis? Bel ons en noem het nummer hieronder.'], status: 400 },
  HERGEBRUIKT: { titel: 'Dit antwoord is al gebruikt', zinnen: ['Met elk antwoord van uw eHerkenningsleverancier kan een keer worden ingelogd.'], stappen: [], status: 400 },
  MAKELAAR_NIET_BEREIKBAAR: { titel: 'eHerkenning is nu niet te bereiken', zinnen: ['De storing ligt niet bij u.'], stappen: ['Probeer het over een paar minuten opnieuw.', 'Duurt het langer? Kijk op eherkenning.nl of er een storing is.'], status: 503 },
  ORGANISATIE_ONBEKEND: {
    titel: 'Deze organisatie kennen wij niet', zinnen: ['U logde in voor een organisatie met een nummer dat bij ons bij geen bestuur hoort.'], status: 403,
    stappen: ['Kies bij het inloggen de organisatie waar u nu voor werkt.', 'Klopt de keuze? Vraag het bestuur van uw school om zijn KvK-nummer bij DUO door te geven.'],
  },
  INTERMEDIAIR: {
    titel: 'U kunt hier niet namens een ander inloggen', zinnen: ['U logde in als medewerker van een bedrijf dat voor een school werkt. Dat kan hier alleen als het bestuur van die school u daar rollen voor gaf.'], status: 403,
    stappen: ['Vraag het bestuur van de school.', 'Werkt u zelf bij de school? Log dan in met het middel van de school.'],
  },
  ACCOUNT_DICHT: { titel: 'U kunt met dit account niet inloggen', zinnen: ['Uw account is geblokkeerd of beëindigd.'], stappen: ['Vraag de beheerder Mijn DUO van uw school waarom, en of het account weer open kan.'], status: 403 },
}

export const zonderRol = {
  titel: 'U hebt nog geen rol',
  uitleg: 'U bent ingelogd, maar u mag nog niets zien of wijzigen. De beheerder Mijn DUO van uw school geeft rollen.',
  beperkt: 'Geldt uw machtiging voor één vestiging? Dan werken alleen uw rollen bij die vestiging.',
  kop: 'Wat u kunt doen',
  vraag: 'Vraag uw beheerder om een rol. Noem daarbij uw naam en dat u met eHerkenning bent ingelogd.',
  daarna: 'Zodra u een rol hebt, werkt deze site meteen. U hoeft niet opnieuw in te loggen.',
  oud: 'Ik heb een oud account met een token',
  oudUitleg: 'Stap over: uw rollen gaan dan mee naar dit account.',
  anders: 'Werkt u ook voor een andere organisatie? Log dan uit, en log in voor die organisatie.',
} as const
