import { type Datum, plusDagen } from '../../kern/datum.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import type { Auditplaats, Auditvraag } from '../../logboek/index.ts'
import { type Getypt, getyptUit, tekstVan } from '../kader/invoer.ts'
import { type Datumfout, leesDatum } from '../woorden/datuminvoer.ts'

export const VELDEN = ['periode', 'van', 'totEnMet', 'school', 'handeling', 'actor', 'trace', 'deelnemer'] as const

/**
 * Zonder eerste dag zoeken wij zover terug: anders leest een vraag zonder uitkomst de hele audit. Niet bij een sleutel van een account,
 * trace of deelnemer: daar is een index voor, en wie vraagt wie er bij iemand keek wil alles.
 */
export const PERIODE_DAGEN = 31

export interface Gelezenvraag {
  readonly vraag: Auditvraag
  readonly plaats: Auditplaats
  readonly fouten: readonly Veldfout[]
  readonly getypt: Getypt
  /** De eerste dag die wij zelf kozen; null als de lezer hem koos, of alles vroeg. */
  readonly vanaf: Datum | null
}

/** De keuzes uit het adres. Wat een nummer van een persoon kan zijn, komt nergens terug (P-01). */
export function leesAuditvraag(query: unknown, vandaag: Datum): Gelezenvraag {
  const getypt = Object.fromEntries(Object.entries(getyptUit(query, VELDEN)).map(([naam, waarde]) => [naam, DAGEN.includes(naam) || !PERSOONSNUMMER.test(waarde) ? waarde.slice(0, 200) : '']))
  const veld = (naam: (typeof VELDEN)[number]): string | null => {
    const waarde = tekstVan(query, naam)
    return waarde === '' ? null : waarde
  }
  const [van, totEnMet] = [leesDag(veld('van'), 'van', 'De eerste dag'), leesDag(veld('totEnMet'), 'totEnMet', 'De laatste dag')]
  const school = veld('school')
  const vrij = veld('periode') === ALLES || (['van', 'actor', 'trace', 'deelnemer'] as const).some((naam) => veld(naam) !== null)
  const vanaf = vrij ? null : plusDagen(totEnMet.datum ?? vandaag, 1 - PERIODE_DAGEN)
  return {
    getypt, vanaf, plaats: leesPlaats(query),
    fouten: [...van.fouten, ...totEnMet.fouten, ...eis(school === null || (!PERSOONSNUMMER.test(school) && !STUURTEKEN.test(school)), 'school', 'Dit is geen BRIN en geen naam van een organisatie.', 'Typ een BRIN, bijvoorbeeld 21MB, of het begin van de naam.')],
    vraag: {
      van: van.datum ?? vanaf, totEnMet: totEnMet.datum, school, handeling: veld('handeling'), actor: veld('actor'),
      traceId: veld('trace')?.toLowerCase().replaceAll('-', '') ?? null, deelnemerId: veld('deelnemer')?.toLowerCase() ?? null,
    },
  }
}

/** Waarde van het veld `periode`: zonder grens terug. */
export const ALLES = 'alles'

/** Acht of negen cijfers, ook met punten, spaties of streepjes: een burgerservicenummer of onderwijsnummer. */
const PERSOONSNUMMER = /^\d([. -]?\d){7,8}$/
const DAGEN: readonly string[] = ['van', 'totEnMet']
const STUURTEKEN = /\p{Cc}/u

function leesPlaats(query: unknown): Auditplaats {
  const [na, voor] = [tekstVan(query, 'na'), tekstVan(query, 'voor')]
  if (na !== '') return { na }
  return voor === '' ? null : { voor }
}

function leesDag(invoer: string | null, naam: string, welke: string): { readonly datum: Datum | null; readonly fouten: readonly Veldfout[] } {
  if (invoer === null) return { datum: null, fouten: [] }
  const gelezen = leesDatum(invoer)
  return gelezen.ok ? { datum: gelezen.waarde, fouten: [] } : { datum: null, fouten: eis(false, naam, `${welke} ${DATUMFOUT[gelezen.reden]}.`, 'Schrijf de dag als 1-8-2026 of 1 aug 2026.') }
}

const DATUMFOUT: Readonly<Record<Datumfout, string>> = {
  onleesbaar: 'konden wij niet lezen', 'jaar-kort': 'heeft een jaar van minder dan vier cijfers', 'bestaat-niet': 'bestaat niet', 'buiten-bereik': 'ligt te ver weg',
}

/** Het adres met deze keuzes; een sleutel van een regel zegt waar de bladzijde begint. */
export function auditadres(pad: string, getypt: Getypt, plaats: Auditplaats = null): string {
  const delen = new URLSearchParams(Object.entries({ ...getypt, ...plaats }).filter(([, waarde]) => waarde !== ''))
  return delen.size === 0 ? pad : `${pad}?${delen.toString()}`
}
