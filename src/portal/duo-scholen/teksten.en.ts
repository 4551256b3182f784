import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Schools',
  telling: (scholen: number, metFouten: number) => `${scholen.toLocaleString('en-GB')} ${scholen === 1 ? 'school' : 'schools'}, ${metFouten.toLocaleString('en-GB')} with open errors`,
  rioKop: (dag: string) => `Not right in RIO yet, for the measuring day of ${dag}`,
  rioGoed: 'All schools with students in a route have that route in RIO, and name each other.',
  rioScholen: (aantal: number) => (aantal === 1 ? '1 school still has to register something.' : `${aantal.toLocaleString('en-GB')} schools still have to register something.`),
  rioUitleg: 'Registering later is allowed. On the measuring day the ministry (OCW) looks which routes are in RIO.',
  rioKolommen: ['School', 'Route missing', 'Partner does not name the other'],
  code: 'Signal',
  alle: 'All signals',
  toon: 'Show',
  kolommen: ['School', 'Sector', 'Errors', 'Tasks', 'Warnings', 'Information', 'Total'],
  leegKop: 'No school with this signal',
  leeg: 'Everything is right for this choice.',
  bijSchool: (aantal: number) => (aantal === 0 ? 'No open signals.' : aantal === 1 ? '1 open signal.' : `${aantal.toLocaleString('en-GB')} open signals.`),
  signalen: 'Signals',
  signaalKolommen: ['Signal', 'Open', 'Seen', 'Explained'],
  verder: 'More about this school',
  bekostiging: 'Funding per count date',
  overstap: 'Move to eHerkenning',
  alleSignalen: 'All signals of this school',
  studenten: 'Students of this school',
}
