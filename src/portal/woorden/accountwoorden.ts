/** Woorden over accounts en rollen in de taal van de bladzijde; overal hetzelfde. */
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Accountbeeld } from '../../toegang/index.ts'
import { maakTeksten, perTaal, type Taal, useTekst } from '../kader/taal.ts'
import { datumsIn } from './datums.ts'

const NL = {
  rol: {
    beheerder: 'Beheerder', 'rio-beheer': 'RIO-beheer', 'bron-inschrijving-vo': 'Inschrijving vo', 'bron-inschrijving-mbo': 'Inschrijving mbo', raadplegen: 'Raadplegen',
    'bsn-inzien': 'Persoonsnummers inzien', verzuim: 'Verzuim', 'duo-behandelaar': 'Behandelaar bij DUO', 'duo-securitydesk': 'Securitydesk van DUO', auditor: 'Auditor',
  },
  /** Wat iemand met de rol kan, in een zin; voor wie de rol geeft. */
  uitleg: {
    beheerder: 'Geeft rollen en trekt ze in. Ziet geen studenten.', 'rio-beheer': 'Registreert het aanbod en de afspraken van de school.',
    'bron-inschrijving-vo': 'Levert inschrijvingen vo.', 'bron-inschrijving-mbo': 'Levert inschrijvingen mbo.', raadplegen: 'Leest studenten, zonder persoonsnummer.',
    'bsn-inzien': 'Haalt bestanden op waar persoonsnummers in staan.', verzuim: 'Meldt verzuim.', 'duo-behandelaar': 'Helpt scholen en leidt de overstap.',
    'duo-securitydesk': 'Bewaakt de beveiliging.', auditor: 'Leest alleen het logboek.',
  },
  toestand: {
    NIEUW: 'nieuw, nog zonder rol', ACTIEF: 'actief', GEBLOKKEERD: 'geblokkeerd', BEEINDIGD: 'beëindigd', ACTIEF_TOKEN: 'actief met token', AFGESLOTEN: 'afgesloten', GEKOPPELD: 'overgestapt',
    GEKOPPELD_DOOR_BEHEERDER: 'overgestapt, rollen opnieuw gegeven', VERVALLEN_ONGEKOPPELD: 'vervallen', INGETROKKEN: 'ingetrokken', ONTKOPPELD: 'ontkoppeld',
  },
  middel: { EHERKENNING: 'eHerkenning', DUO_TOKEN: 'DUO-token' },
  bij: (rol: string, plaats: string) => `${rol} bij ${plaats}`,
  zonderNaam: (wat: string) => `Zonder naam (${wat})`,
  nooit: 'nog nooit',
  vandaag: 'vandaag',
} as const

const teksten = maakTeksten(NL, {
  rol: {
    beheerder: 'Administrator', 'rio-beheer': 'RIO management', 'bron-inschrijving-vo': 'Enrolment vo', 'bron-inschrijving-mbo': 'Enrolment mbo', raadplegen: 'Consult',
    'bsn-inzien': 'See personal numbers', verzuim: 'Absence', 'duo-behandelaar': 'Case handler at DUO', 'duo-securitydesk': 'Security desk of DUO', auditor: 'Auditor',
  },
  uitleg: {
    beheerder: 'Grants and withdraws roles. Sees no students.', 'rio-beheer': 'Registers the offering and the agreements of the school.',
    'bron-inschrijving-vo': 'Delivers vo enrolments.', 'bron-inschrijving-mbo': 'Delivers mbo enrolments.', raadplegen: 'Reads students, without personal number.',
    'bsn-inzien': 'Fetches files that contain personal numbers.', verzuim: 'Reports absence.', 'duo-behandelaar': 'Helps schools and leads the move.',
    'duo-securitydesk': 'Guards the security.', auditor: 'Reads the log only.',
  },
  toestand: {
    NIEUW: 'new, no role yet', ACTIEF: 'active', GEBLOKKEERD: 'blocked', BEEINDIGD: 'ended', ACTIEF_TOKEN: 'active with token', AFGESLOTEN: 'closed', GEKOPPELD: 'moved',
    GEKOPPELD_DOOR_BEHEERDER: 'moved, roles granted again', VERVALLEN_ONGEKOPPELD: 'lapsed', INGETROKKEN: 'withdrawn', ONTKOPPELD: 'unlinked',
  },
  middel: { EHERKENNING: 'eHerkenning', DUO_TOKEN: 'DUO token' },
  bij: (rol: string, plaats: string) => `${rol} at ${plaats}`,
  zonderNaam: (wat: string) => `Without a name (${wat})`,
  nooit: 'never',
  vandaag: 'today',
})

export interface Accountwoorden {
  /** Een onbekende rol staat er zoals hij heet. */
  readonly rol: (rol: string) => string
  readonly uitleg: (rol: string) => string
  readonly toestand: (toestand: string) => string
  readonly middel: (middel: 'EHERKENNING' | 'DUO_TOKEN') => string
  /** "Verzuim bij 11VA", "Raadplegen bij 11VA01", "Beheerder". */
  readonly autorisatie: (toekenning: { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }) => string
  readonly naam: (account: Pick<Accountbeeld, 'medewerker' | 'kort' | 'middel'>) => string
  readonly dag: (moment: Moment) => string
  readonly laatstIngelogd: (op: Moment | null, nu: Moment) => string
}

const WOORDEN = perTaal(maakWoorden)

export function accountwoordenIn(taal: Taal): Accountwoorden {
  return WOORDEN[taal]
}

export function useAccountwoorden(): Accountwoorden {
  return useTekst(WOORDEN)
}

function maakWoorden(taal: Taal): Accountwoorden {
  const [tekst, { middel }] = [teksten[taal], datumsIn(taal)]
  const rol = (welke: string): string => kies(tekst.rol, welke) ?? welke
  const dag = (moment: Moment): string => middel(datumInNederland(new Date(moment)))
  return {
    rol, dag,
    uitleg: (welke) => kies(tekst.uitleg, welke) ?? '',
    toestand: (toestand) => kies(tekst.toestand, toestand) ?? toestand.toLowerCase(),
    middel: (soort) => tekst.middel[soort],
    autorisatie: ({ rol: welke, brin, vestiging }) => ((vestiging ?? brin) === null ? rol(welke) : tekst.bij(rol(welke), vestiging ?? brin ?? '')),
    naam: ({ medewerker, kort, middel: soort }) => medewerker?.naam ?? tekst.zonderNaam(kort ?? tekst.middel[soort]),
    laatstIngelogd: (op, nu) => (op === null ? tekst.nooit : datumInNederland(new Date(op)) === datumInNederland(new Date(nu)) ? tekst.vandaag : dag(op)),
  }
}

function kies(woorden: Readonly<Record<string, string>>, sleutel: string): string | undefined {
  return Object.hasOwn(woorden, sleutel) ? woorden[sleutel] : undefined
}
