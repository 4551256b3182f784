import { lijst } from './velden.ts'
import { record, type Bestandsindeling, type Recordindeling, type Veld } from './indeling.ts'
import { RECORDSLEUTELS } from '../vergelijking/beeld.ts'
import { OBO } from './obo.ts'

/** De records waarvan een verschillijst bestaat; van elk is er een eigen bestand. Bron: PvE mbo-instelling hoofdstuk 14. */
const OBOV_RECORDS = ['PER', 'VBT', 'NAT', 'ISG', 'ISP', 'BPV', 'DIP'] as const
export type ObovRecord = (typeof OBOV_RECORDS)[number]

/**
 * De verschillijst bij het OBO, afgeleid van de indeling van het OBO zelf: het persoonsnummer, de sleutel, elk ander veld als vorige en
 * huidige waarde, en de soort: T toegevoegd, W gewijzigd, V vervallen. De volgorde van de kolommen is afgeleid; ook leerroute en fase
 * staan er als paar, al noemt het PvE ze één keer (14.5.6, een kennelijke vergissing).
 */
export const OBOV: Bestandsindeling = {
  ...OBO, naam: 'Verschillijst bij het OBO (OBOV)',
  records: new Map([...OBO.records].filter(([soort]) => soort === 'VLP' || isObovRecord(soort)).map(([soort, indeling]) => (isObovRecord(soort) ? verschilrecord(soort, indeling) : [soort, indeling]))),
}

/** De eerste regel van een verschillijst: de namen van de kolommen. */
export function obovKopregel(soort: ObovRecord): string {
  return ['Recordsoort', ...(OBOV.records.get(soort)?.velden ?? []).map(({ naam }) => naam)].join(OBOV.scheiding)
}

function isSleutelVan(soort: ObovRecord, veld: string): boolean {
  return veld === 'bsn' || veld === 'onr' || (RECORDSLEUTELS[soort] ?? []).includes(veld)
}

function isObovRecord(soort: string): soort is ObovRecord {
  return (OBOV_RECORDS as readonly string[]).includes(soort)
}

function verschilrecord(soort: ObovRecord, { velden }: Recordindeling): [string, Recordindeling] {
  const sleutels = velden.filter(({ sleutel }) => isSleutelVan(soort, sleutel))
  const paren = velden.filter(({ sleutel }) => !isSleutelVan(soort, sleutel)).flatMap((veld) => [paar(veld, 'vorig'), paar(veld, 'huidig')])
  return record(soort, 'PvE 14.5', [...sleutels, ...paren, lijst('mutatie', 'Soort mutatie', ['T', 'W', 'V'])])
}

function paar(veld: Veld, kant: 'vorig' | 'huidig'): Veld {
  return { ...veld, sleutel: `${veld.sleutel}.${kant}`, naam: `${veld.naam} ${kant}`, verplicht: false }
}
