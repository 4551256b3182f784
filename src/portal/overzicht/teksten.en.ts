import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

const VOORVAL = { vastgelegd: 'added', gewijzigd: 'changed', verwijderd: 'removed', geopend: 'opened', gesloten: 'solved', gereed: 'processed' } as const
const ONDERWERP = {
  aangebodenopleidingen: ['route in RIO', 'routes in RIO'], afwezigheden: ['absence', 'absences'], deelnemers: ['student', 'students'], diplomas: ['diploma', 'diplomas'],
  gezamenlijkeoordelen: ['joint judgement', 'joint judgements'], inschrijvingen: ['enrolment', 'enrolments'], interneregelingen: ['internal arrangement', 'internal arrangements'],
  leerrouteplannen: ['route plan', 'route plans'], onderdelen: ['achieved part', 'achieved parts'], praktijkovereenkomsten: ['training agreement', 'training agreements'],
  samenwerkingsovereenkomsten: ['agreement', 'agreements'], signalen: ['signal', 'signals'], terugkoppelingen: ['delivery', 'deliveries'], verzuimmeldingen: ['absence notice', 'absence notices'],
} as const

function gebeurd(soort: Gebeurtenissoort, aantal: number): string {
  const [onderwerp = '', voorval = ''] = soort.split('.')
  const [een, meer] = ONDERWERP[onderwerp as keyof typeof ONDERWERP]
  return `${aantal.toLocaleString('en-GB')} ${aantal === 1 ? een : meer} ${VOORVAL[voorval as keyof typeof VOORVAL]}`
}

export const en: Vertaling<typeof nl> = {
  titel: 'Overview',
  ondertitel: (school: string, dag: string) => `${school}, ${dag}`,
  zoek: 'Search a student',
  zoekknop: 'Search',
  nodig: 'What you need to do now',
  knop: { fout: 'Solve', taak: 'Do this', waarschuwing: 'Check', info: 'Read' },
  knopVoor: (titel: string) => `: ${titel}`,
  termijn: { nu: 'today', geen: 'no date', teldatum: 'count date', meetmoment: 'the ministry looks in RIO' },
  over: (dagen: number) => (dagen === 1 ? 'tomorrow' : `in ${dagen} days`),
  alleSignalen: (aantal: number) => (aantal === 1 ? 'The one open signal' : `All ${aantal.toLocaleString('en-GB')} signals`),
  nogMeer: (aantal: number) => `and ${aantal} more kinds`,
  leegKop: 'There is nothing to do now',
  leeg: 'Everything agrees between you and your partner schools, or you have seen and explained it all.',
  leegEerste: 'Signals will appear here as soon as a school delivers enrolments.',
  verder: 'Continue where you were',
  concept: { inschrijven: 'Enrolling a student', faseovergang: 'A change of fase', controleren: 'A file you are checking', aanbod: 'Registering a route', afspraak: 'Recording an agreement', anders: 'A form' },
  veranderd: (wanneer: string) => `Changed since ${wanneer}`,
  veranderdWeek: 'Changed in the last week',
  nietsVeranderd: 'Nothing has changed.',
  gebeurd,
  fasen: 'Our students in a route',
  fasenOp: (aantal: number, dag: string) => `${aantal.toLocaleString('en-GB')} ${aantal === 1 ? 'student' : 'students'}, as known today, ${dag}`,
  fasenBeeld: (delen: string) => `Students in a route: ${delen}`,
  geenRoute: 'There are no students with a route yet.',
  fase: 'Fase (phase)',
  studenten: 'Students',
  alsTabel: 'View as a table',
  bekostiging: 'Who is funded on the count date (teldatum)',
  data: 'Dates that matter',
  teldatum: 'Count date mbo (teldatum)',
  meetmoment: 'The ministry (OCW) looks which routes are in RIO',
  overgang: 'New school year: students move to fase MBO',
  bereidVoor: 'Prepare the change',
  partners: 'Partners',
  school: 'School',
  openKolom: 'Open',
  geenPartners: 'You do not share students with a partner school yet.',
}
