import type { Datum } from '../../kern/datum.ts'
import type { Onderwerp } from '../../kern/reden.ts'
import { schrijfMaandDag } from '../../kern/zinnen.ts'
import type { Besluit } from '../../beslissing/index.ts'
import type { Veldfout } from './vraag.ts'

export const tekst = {
  studenten: 'Studenten',
  kruimelpad: 'U bent hier',
  zonderNaam: (geboren: string) => `Student, geboren ${geboren}`,
  geboren: 'Geboren',
  route: 'Route',
  geenRoute: 'geen leerroute',
  vanNaar: 'Van en naar',
  persoonsnummer: 'Persoonsnummer',
  verborgen: 'verborgen',
  afdrukken: 'Afdrukken',
  besluitVoor: 'Besluit voor',
  zoalsBekendOp: 'Zoals bekend op',
  datumhulp: 'Bijvoorbeeld 1-8-2026 of 1 aug 2026',
  toekomst: 'Deze dag moet nog komen. Dit is de uitkomst als er niets verandert.',
  toon: 'Toon besluit',
  gaNaar: 'Ga naar',
  vandaag: 'vandaag',
  zoLostUOp: 'Zo lost u dit op',
  watTeDoen: 'Wat te doen',
  tijdlijn: 'Tijdlijn',
  alsTabel: 'Bekijk als tabel',
  signalen: 'Signalen',
  open: 'open',
  gesloten: 'gesloten',
  voorMeetmoment: (meetmoment: Datum) => `Doe dit voor ${schrijfMaandDag(meetmoment.slice(5))}: dan is het meetmoment van OCW.`,
  geenSignalen: 'Geen signalen',
  geenSignalenUitleg: 'Alles wat wij controleren, klopt bij deze student.',
  waaromDitSignaal: 'Waarom dit signaal?',
  zeker: 'zeker: staat in de bron',
  afgeleid: 'afgeleid: onze lezing',
  nietGezocht: 'U kijkt met de kennis van nu.',
} as const

const FOUT_WAT: Readonly<Record<Veldfout['veld'], string>> = { datum: 'Besluit voor', bekend: 'Zoals bekend op' }
const FOUT_HOE: Readonly<Record<Veldfout['reden'], string>> = {
  onleesbaar: 'dit is geen datum. Typ bijvoorbeeld 1-8-2026 of 1 aug 2026.',
  'jaar-kort': 'schrijf het jaar met vier cijfers, bijvoorbeeld 2026.',
  'bestaat-niet': 'deze dag bestaat niet. Controleer de dag en de maand.',
  'buiten-bereik': 'kies een jaar van 1990 tot en met 2100.',
  toekomst: 'kies vandaag of een eerdere dag. Wat later bekend wordt, weten wij nog niet.',
}

export function foutzin({ veld, reden }: Veldfout): string {
  return `${FOUT_WAT[veld]}: ${FOUT_HOE[reden]}`
}

/** De vraag boven de redenen van één onderwerp, in de vorm die bij de uitkomst past. */
export function waaromvraag(onderwerp: Onderwerp, besluit: Besluit): string {
  const { fase, bekostiging, verzuim, melding, vsv, mboVerklaring, absoluutVerzuim, ispPerioden } = besluit
  switch (onderwerp) {
    case 'fase': return fase === null ? 'Waarom is er geen leerroute?' : fase === 'onbepaald' ? 'Waarom is de fase onbepaald?' : `Waarom is het fase ${fase}?`
    case 'bekostiging': return bekostiging === 'onbepaald' ? 'Waarom is de bekostiging niet te bepalen?' : bekostiging === 'geen' ? 'Waarom is er geen bekostiging?' : `Waarom wordt het ${bekostiging.toLowerCase()} bekostigd?`
    case 'verzuim': return verzuim === 'onbepaald' ? 'Waarom is niet bekend wie verzuim meldt?' : verzuim === 'geen' ? 'Waarom meldt niemand verzuim?' : `Waarom meldt het ${verzuim.toLowerCase()} verzuim?`
    case 'melding': return melding === null ? 'Waarom is er geen verzuimmelding nodig?' : 'Waarom is er een verzuimmelding nodig?'
    case 'vsv': return vsv === 'geen' ? 'Waarom is dit geen voortijdig schoolverlater?' : 'Waarom telt deze student als voortijdig schoolverlater?'
    case 'registraties': return 'Waarom zijn deze inschrijvingen nodig?'
    case 'mboVerklaring': return mboVerklaring ? 'Waarom heeft de student recht op een mbo-verklaring?' : 'Waarom is er geen mbo-verklaring?'
    case 'absoluutVerzuim': return absoluutVerzuim ? 'Waarom is dit absoluut verzuim?' : 'Waarom is dit geen absoluut verzuim?'
    case 'inschrijvingen': return ispPerioden === null ? 'Waarom zijn er geen mbo-perioden?' : 'Hoe zijn de mbo-perioden geteld?'
  }
}
