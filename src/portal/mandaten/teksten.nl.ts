import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { lang } from '../woorden/datumwoorden.ts'

export const tekst = {
  titel: 'Mandaten',
  uitleg: 'Een leverancier, zoals de maker van uw studentadministratie, werkt namens uw organisatie zolang u een mandaat geeft. Trekt u het in, dan werkt zijn systeem bij het volgende verzoek niet meer.',
  geefEen: 'Geef een mandaat',
  geefDit: 'Geef dit mandaat',
  uitlegNieuw: 'Geef niet meer dan de leverancier nodig heeft. Het mandaat geldt voor alle scholen van uw organisatie. U kunt het elke dag intrekken.',
  geen: 'Uw organisatie heeft nog geen mandaat gegeven.',
  geenLeveranciers: 'Er is nog geen leverancier geregistreerd. Vraag uw leverancier om zich te melden bij de beheerder van het register.',
  zonderSysteem: 'Leverancier zonder systeem',
  watMag: 'Wat mag de leverancier namens u?',
  gedaan: { gegeven: 'Het mandaat is gegeven. De leverancier kan ermee werken vanaf de eerste dag.', ingetrokken: 'Het mandaat is ingetrokken. De leverancier kan er niets meer mee.' },
  stand: { geldt: 'Geldt nu', straks: 'Begint nog', voorbij: 'Voorbij', ingetrokken: 'Ingetrokken' },
  nooitGebruikt: 'Nog niet gebruikt.',
  laatstGebruikt: (op: Moment) => `Laatst gebruikt op ${lang(datumInNederland(new Date(op)))}.`,
  trekIn: (naam: string) => `Trek het mandaat van ${naam} in`,
} as const
