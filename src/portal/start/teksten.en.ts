import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'One route through vmbo and mbo',
  kop: 'One route through vmbo and mbo. Two schools, one answer.',
  intro: 'In the Netherlands a pupil can follow vmbo (prevocational education) and mbo (vocational education) as one route. Two schools teach the pupil together. Leerroute says for every day who is responsible, and why.',
  keuzes: [
    { href: '/stroomschema', naam: 'I am a pupil, parent or mentor', uitleg: 'Answer a few questions and see whether a route fits.' },
    { href: '/routes', naam: 'I am looking for a route', uitleg: 'Find a school and an mbo college that offer a route together.' },
    { href: '/inloggen', naam: 'I work at a school or at DUO', uitleg: 'Log in with eHerkenning and see what you have to do now.' },
    { href: '/regels', naam: 'I want to know the rules', uitleg: 'Read every rule with its source, and what changes when a number changes.' },
    { href: '/v1/docs', naam: 'I make a system for schools', uitleg: 'Try the interface with invented pupils.' },
  ],
  voorbeeldKop: 'How a continuous route (DLR) runs',
  voorbeeldUitleg: 'The continuous route (doorlopende leerroute, DLR) ends with two diplomas. The integrated route (geïntegreerde leerroute, GLR) ends with an mbo diploma at level 2.',
  tekening: 'Years 3 and 4 of vmbo: fase VO, the vo school is responsible. After that fase MBO: the mbo college is responsible.',
  alsTabel: 'View as a table',
  kolommen: ['Year of the route', 'Fase (phase)', 'Funded, and reports absence'],
  rijen: [['Year 1: vmbo year 3', 'fase VO', 'vo school'], ['Year 2: vmbo year 4, with the vmbo diploma', 'fase VO', 'vo school'], ['Year 3: mbo', 'fase MBO', 'mbo college'], ['Year 4: mbo, with the mbo diploma', 'fase MBO', 'mbo college']],
  jaar: (nummer: number) => `year ${nummer}`,
  vmbodiploma: 'vmbo diploma',
  mbodiploma: 'mbo diploma',
  watKop: 'What you find here',
  wat: [
    ['One answer about two registers', 'RIO says what schools offer. ROD (formerly BRON) says who follows it. Leerroute puts them side by side.'],
    ['With the reason and the source', 'Each decision names the rule that applies, since when, and how certain it is.'],
    ['Before you deliver', 'Check a file, compare it with the register and see beforehand who is paid on 1 October.'],
  ],
}
