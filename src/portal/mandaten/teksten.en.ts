import type { Vertaling } from '../kader/taal.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  titel: 'Mandates',
  uitleg: 'A supplier, such as the maker of your software, works for your organisation as long as you give a mandate. If you withdraw it, the next request of its system is refused.',
  geefEen: 'Give a mandate',
  geefDit: 'Give this mandate',
  uitlegNieuw: 'Give no more than the supplier needs. The mandate holds for all schools of your organisation. You can withdraw it any day.',
  geen: 'Your organisation has not given a mandate yet.',
  geenLeveranciers: 'No supplier has been registered yet. Ask your supplier to report to the administrator of the register.',
  zonderSysteem: 'Supplier without a system',
  watMag: 'What may the supplier do for you?',
  gedaan: { gegeven: 'The mandate is given. The supplier can work with it from the first day.', ingetrokken: 'The mandate is withdrawn. The supplier can do nothing with it any more.' },
  stand: { geldt: 'Valid now', straks: 'Not begun yet', voorbij: 'Over', ingetrokken: 'Withdrawn' },
  nooitGebruikt: 'Not used yet.',
  laatstGebruikt: (dag: string) => `Last used on ${dag}.`,
  trekIn: (naam: string) => `Withdraw the mandate of ${naam}`,
  geldig: (van: string, totEnMet: string | null) => `From ${van} ${totEnMet === null ? 'until you withdraw it' : `to ${totEnMet}`}.`,
  leverancier: 'Supplier',
  kiesLeverancier: 'Choose a supplier',
  eersteDag: 'First day',
  eersteDagHint: 'Empty is today',
  laatsteDag: 'Last day',
  laatsteDagHint: 'For example 31-7-2027; empty is until you withdraw it',
}
