import type { Opdrachtregel } from './kader/programma.ts'

/** Alle opdrachten, in de volgorde van de uitleg. Een nieuwe: één bestand in deze map en één regel hier. */
export const OPDRACHTEN: readonly Opdrachtregel[] = [
  { naam: 'casus', uitleg: 'beslist over leerlingen in casusbestanden, met redenen', laad: async () => (await import('./casus.ts')).casusOpdracht },
  { naam: 'toets', uitleg: 'controleert bestanden van DUO (RO, GRONDSLAG, OBO, TBG-i) zonder iets op te slaan', laad: async () => (await import('./toets.ts')).toetsOpdracht },
  { naam: 'importeer', uitleg: 'bewaart inschrijvingen, bpv en diploma\'s uit bestanden van DUO (RO, GRONDSLAG)', laad: async () => (await import('./importeer.ts')).importeerOpdracht },
  { naam: 'lever', uitleg: 'levert records aan het register en toont de terugkoppeling', laad: async () => (await import('./lever.ts')).leverOpdracht },
  { naam: 'exporteer', uitleg: 'schrijft een RO, TBG-i, GRONDSLAG of OBO uit het register, zoals DUO het schrijft', laad: async () => (await import('./exporteer.ts')).exporteerOpdracht },
  { naam: 'vergelijk', uitleg: 'vergelijkt twee bestanden van DUO, of een bestand met het register', laad: async () => (await import('./vergelijk.ts')).vergelijkOpdracht },
  { naam: 'signalen', uitleg: 'toont de signalen van een school, oudste eerst', laad: async () => (await import('./signalen.ts')).signalenOpdracht },
  { naam: 'telling', uitleg: 'telt per school wie er op een teldatum betaalt, met redenen', laad: async () => (await import('./telling.ts')).tellingOpdracht },
  { naam: 'genereer', uitleg: 'maakt een verzonnen regio met scholen, studenten en geplante fouten', laad: async () => (await import('./genereer.ts')).genereerOpdracht },
  { naam: 'aanmelden', uitleg: 'meldt uw systeem aan bij een server, voor opdrachten met --server', laad: async () => (await import('./aanmelden.ts')).aanmeldenOpdracht },
  { naam: 'afmelden', uitleg: 'vergeet de aanmelding bij een server', laad: async () => (await import('./afmelden.ts')).afmeldenOpdracht },
  { naam: 'beheer', uitleg: 'beheert het register: systemen van leveranciers, koppelingen en controle', laad: async () => (await import('./beheer.ts')).beheerOpdracht },
  { naam: 'completion', uitleg: 'geeft het script waarmee Tab opdrachten, opties en bestanden aanvult', laad: async () => (await import('./completion.ts')).completionOpdracht },
]
