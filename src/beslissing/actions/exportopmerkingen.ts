import type { NietGeschreven } from '../../bron/index.ts'
import type { Geschreven } from './exportwerk.ts'
import type { Exportvraag } from './exportvraag.ts'

/** Wat bij elk bestand van deze soort hoort te weten: alles wat niemand hier weet blijft leeg, en een twijfel staat erbij. */
const ALTIJD: Readonly<Record<Exportvraag['soort'], readonly string[]>> = {
  RO: ['Een geplande uitschrijving telt niet: zolang de werkelijke leeg is, loopt de inschrijving door.'],
  OBO: [
    'VBT en NAT staan er niet in: het register kent geen verblijfstitel en geen nationaliteit.',
    'Welke inschrijvingen en diploma’s in een OBO horen is afgeleid: dezelfde als in de TBG-i van dit studiejaar.',
    'In de kop staat alleen de BRIN; de andere velden van de kop zijn niet openbaar beschreven.',
  ],
  GRONDSLAG: [
    'Elke student heeft een schuilnummer (PGN) dat alleen in dit bestand geldt.',
    'Leeftijden, postcode, herkomst, verblijfstitel en nationaliteit zijn leeg: het register bewaart ze niet.',
    'De bekostigingsstatus is ons voorlopige oordeel. Niet beoordeeld: het verblijf, en of de opleiding zelf bekostigd wordt. Factoren en bijdragen zijn leeg.',
  ],
  TBGI: [
    'De bekostigingsstatus is ons voorlopige oordeel (V). Niet beoordeeld: het verblijf, en of de opleiding zelf bekostigd wordt.',
    'Factoren, prijs, bijdragen, eerder bekostigde diploma’s en specialistendiploma’s zijn nil: alleen DUO kent die.',
    'Signalen zijn nil: de codes van DUO zijn niet openbaar. Onze signalen ziet u op de studentpagina.',
  ],
}

const NIET_GESCHREVEN: Readonly<Record<NietGeschreven, string>> = {
  elfproef: 'Het persoonsnummer haalt de elfproef niet (K-BRN-03). Verbeter het nummer, of gebruik soepel voor een proefbestand.',
  'alleen-schuilnummer': 'Van de student is alleen een schuilnummer bekend; dat kan niet in dit bestand.',
  'teken-in-waarde': 'Er staat een teken in een waarde dat het bestand zou breken. Lever de student opnieuw zonder dat teken.',
}

const ONBEKEND: Readonly<Record<string, string>> = {
  'fase-onbepaald': 'de registers noemen elk een andere fase',
  'meer-inschrijvingen': 'de student heeft meer dan één inschrijving die in aanmerking komt',
  'bpv-twijfel': 'of de bpv meetelt is niet zeker',
}

export function opmerkingenBij(soort: Exportvraag['soort'], { nietGeschreven, leeg, onbekend }: Geschreven): readonly string[] {
  return [
    ...Object.entries(nietGeschreven).map(([reden, aantal]) => `Niet geschreven: ${aantal}. ${NIET_GESCHREVEN[reden as NietGeschreven]}`),
    ...Object.entries(leeg).map(([veld, aantal]) => `Leeg, maar hoort gevuld: ${veld}, ${aantal} keer. Het register heeft deze waarde niet.`),
    ...Object.entries(onbekend).map(([reden, aantal]) => `Bekostigingsstatus leeg: ${aantal} keer, want ${ONBEKEND[reden] ?? reden}.`),
    ...ALTIJD[soort],
  ]
}
