import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Where you are logged in',
  uitleg: 'Do you see a login you do not know? End it, and tell the administrator (beheerder Mijn DUO) of your school.',
  deze: 'This browser',
  andere: 'Another browser',
  begonnen: (wanneer: string) => `logged in on ${wanneer}`,
  gebruikt: (wanneer: string) => `last used on ${wanneer}`,
  middel: { EHERKENNING: 'with eHerkenning', DUO_TOKEN: 'with a DUO token' },
  beeindig: 'End this login',
  alle: 'End all others',
  geenAndere: 'You are not logged in anywhere else.',
  beeindigd: (aantal: number) => (aantal === 1 ? '1 login was ended.' : `${aantal} logins were ended.`),
  wissel: 'I have a new eHerkenning login',
  nietGevonden: 'This login was already over. Nothing has changed.',
  opUwNaam: 'Accounts in your name',
  opUwNaamUitleg: 'Is there an account you do not know? Tell another administrator of your school, or DUO, at once.',
  naamGegeven: (wanneer: string) => `On ${wanneer} an administrator put an account in your name,`,
  uitnodigingAangenomen: (wanneer: string) => `On ${wanneer} someone accepted the invitation to link your old account.`,
}
