import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'

/** Een handeling in het logboek, met het aantal ervoor: "3 inschrijvingen veranderd". */
const VOORVAL = { vastgelegd: 'erbij', gewijzigd: 'veranderd', verwijderd: 'verwijderd', geopend: 'geopend', gesloten: 'opgelost', gereed: 'verwerkt' } as const
const ONDERWERP = {
  aangebodenopleidingen: ['route in RIO', 'routes in RIO'], afwezigheden: ['afwezigheid', 'afwezigheden'], deelnemers: ['student', 'studenten'], diplomas: ['diploma', 'diploma’s'],
  gezamenlijkeoordelen: ['gezamenlijk oordeel', 'gezamenlijke oordelen'], inschrijvingen: ['inschrijving', 'inschrijvingen'], interneregelingen: ['interne regeling', 'interne regelingen'],
  leerrouteplannen: ['leerrouteplan', 'leerrouteplannen'], onderdelen: ['behaald onderdeel', 'behaalde onderdelen'], praktijkovereenkomsten: ['praktijkovereenkomst', 'praktijkovereenkomsten'],
  samenwerkingsovereenkomsten: ['overeenkomst', 'overeenkomsten'], signalen: ['signaal', 'signalen'], terugkoppelingen: ['levering', 'leveringen'], verzuimmeldingen: ['verzuimmelding', 'verzuimmeldingen'],
} as const

function gebeurd(soort: Gebeurtenissoort, aantal: number): string {
  const [onderwerp = '', voorval = ''] = soort.split('.')
  const [een, meer] = ONDERWERP[onderwerp as keyof typeof ONDERWERP]
  return `${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? een : meer} ${VOORVAL[voorval as keyof typeof VOORVAL]}`
}

export const nl = {
  titel: 'Overzicht',
  ondertitel: (school: string, dag: string) => `${school}, ${dag}`,
  zoek: 'Zoek een student',
  zoekknop: 'Zoek',
  nodig: 'Dit heeft u nu nodig',
  knop: { fout: 'Los op', taak: 'Doe dit', waarschuwing: 'Kijk na', info: 'Lees' },
  knopVoor: (titel: string) => `: ${titel}`,
  termijn: { nu: 'vandaag', geen: 'geen datum', teldatum: 'teldatum', meetmoment: 'OCW kijkt in RIO' },
  over: (dagen: number) => (dagen === 1 ? 'morgen' : `over ${dagen} dagen`),
  alleSignalen: (aantal: number) => (aantal === 1 ? 'Het ene open signaal' : `Alle ${aantal.toLocaleString('nl-NL')} signalen`),
  nogMeer: (aantal: number) => `en nog ${aantal} soorten`,
  leegKop: 'Er is nu niets te doen',
  leeg: 'Alles klopt tussen u en uw partnerscholen, of u zag en verklaarde alles al.',
  leegEerste: 'Hier komen signalen te staan zodra een school inschrijvingen levert.',
  verder: 'Verder waar u was',
  concept: { inschrijven: 'Een student inschrijven', faseovergang: 'Een overgang van fase', controleren: 'Een bestand dat u controleert', aanbod: 'Een route registreren', afspraak: 'Een afspraak vastleggen', anders: 'Een formulier' },
  veranderd: (wanneer: string) => `Veranderd sinds ${wanneer}`,
  veranderdWeek: 'Veranderd in de laatste week',
  nietsVeranderd: 'Er is niets veranderd.',
  gebeurd,
  fasen: 'Onze studenten in een route',
  fasenOp: (aantal: number, dag: string) => `${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? 'student' : 'studenten'}, zoals vandaag bekend op ${dag}`,
  fasenBeeld: (delen: string) => `Studenten in een route: ${delen}`,
  geenRoute: 'Er zijn nog geen studenten met een route.',
  fase: 'Fase',
  studenten: 'Studenten',
  alsTabel: 'Bekijk als tabel',
  bekostiging: 'Wie wordt bekostigd op de teldatum',
  data: 'Data die tellen',
  teldatum: 'Teldatum mbo',
  meetmoment: 'OCW kijkt welke routes in RIO staan',
  overgang: 'Nieuw schooljaar: studenten gaan naar fase MBO',
  bereidVoor: 'Bereid de overgang voor',
  partners: 'Partners',
  school: 'School',
  openKolom: 'Open',
  geenPartners: 'U deelt nog geen studenten met een partnerschool.',
} as const
