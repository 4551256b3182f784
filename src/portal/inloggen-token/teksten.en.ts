import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Log in with your DUO token',
  intro: 'This is possible until the last day of your school. If you have linked already, log in with eHerkenning: your token does not work any more.',
  laatsteDag: (dag: string) => `You can log in with the token until ${dag}.`,
  laatsteDagen: (eerste: string, laatste: string) => `The last day of the token differs per school: from ${eerste} to ${laatste}.`,
  gebruikersnaam: 'User name',
  wachtwoord: 'Password',
  code: 'Code of your token',
  codeHulp: 'The digits that are on your token now. Each code works once.',
  knop: 'Log in with the token',
  liever: 'Log in with eHerkenning instead',
}
