import type { Datum } from '../kern/datum.ts'
import type { Leerweg, Leertraject, Niveau, Sector } from '../kern/leerroute.ts'

/** Over wie een bericht gaat: met zijn nummer (levering) of met onze eigen sleutel (scherm). */
export type Deelnemersleutel = { readonly persoonsnummer: string } | { readonly deelnemerId: string }

/** De persoon zoals de school hem levert. */
export interface PersoonBericht {
  /** BSN of onderwijsnummer, 9 cijfers (K-BRN-03). */
  readonly persoonsnummer: string
  /** `jjjj-mm-dd`; maand en dag kunnen `00` zijn als ze onbekend zijn. */
  readonly geboortedatum: string
  readonly geslacht?: 'M' | 'V' | 'O' | null
  /** Weggelaten of null: de bekende naam blijft staan (RO-bestanden kennen geen namen). */
  readonly naam?: string | null
  readonly woontInNederland?: boolean
}

/** Een periode zoals geleverd. Velden van de andere sector blijven leeg. */
export interface PeriodeBericht {
  readonly datumBegin: Datum
  readonly opleidingcode?: string | null
  readonly vestiging?: string | null
  readonly onderwijsaanbieder?: string | null
  readonly onderwijslocatie?: string | null
  readonly locatiecodeVsv?: string | null
  readonly indicatieBekostigbaar: 'J' | 'N'
  /** Code zoals geleverd (AN3). */
  readonly leerroute?: string | null
  readonly leerroutefase?: string | null
  readonly leerjaar?: number | null
  readonly leerweg?: Leerweg | null
  readonly leertraject?: Leertraject | null
  readonly niveau?: Niveau | null
}

/** De hele stand van één inschrijving (bron.md 2). */
export interface InschrijvingBericht {
  readonly sector: Sector
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly datumInschrijving: Datum
  readonly datumUitschrijvingGepland?: Datum | null
  /** Laatste dag, inclusief. */
  readonly datumUitschrijving?: Datum | null
  readonly redenUitschrijving?: string | null
  readonly perioden: readonly PeriodeBericht[]
  readonly extraOndersteuning?: readonly { readonly datumBegin: Datum; readonly datumEind?: Datum | null }[]
}

export interface BpvBericht {
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly bpvVolgnummer: string
  /** Dag waarop de praktijkovereenkomst is opgemaakt. */
  readonly afsluitdatum: Datum
  readonly datumBegin: Datum
  readonly datumEindeGepland: Datum
  readonly datumEindeWerkelijk?: Datum | null
  /** Totaal aantal klokuren. */
  readonly omvangUren?: number | null
  readonly leerbedrijfId?: string | null
  readonly opleidingcode?: string | null
  readonly codeKeuzedeel?: string | null
}

export interface DiplomaBericht {
  readonly brin: string
  readonly resultaatvolgnummer: string
  readonly soort: 'VMBO' | 'HAVO' | 'VWO' | 'MBO' | 'MBO_CERTIFICAAT'
  readonly niveau?: Niveau | null
  readonly opleidingcode?: string | null
  readonly datum: Datum
  readonly indicatieBekostigbaar?: 'J' | 'N' | null
  readonly inschrijvingvolgnummer?: string | null
  readonly onderwijsaanbieder?: string | null
}

export interface OnderdeelBericht {
  readonly brin: string
  readonly resultaatvolgnummer: string
  /** AMvB-onderdeel = EXAMENONDERDEEL, generiek examenonderdeel = GENERIEK, keuzedeel = KEUZEDEEL. */
  readonly soort: 'EXAMENONDERDEEL' | 'GENERIEK' | 'KEUZEDEEL' | 'BPV'
  readonly code?: string | null
  readonly datum?: Datum | null
  /** Gevuld als het onderdeel bij een diploma hoort. */
  readonly diplomaVolgnummer?: string | null
  /** Opleidingcode van dat diploma. */
  readonly opleidingcodeDiploma?: string | null
  readonly behaald: boolean
  readonly inschrijvingvolgnummer?: string | null
  readonly onderwijsaanbieder?: string | null
  /** Cijfers en vrijstellingen zoals geleverd. */
  readonly bijzonderheden?: Readonly<Record<string, string>>
}

/** Wat er met een levering gebeurde. */
export interface Geleverd {
  readonly deelnemerId: string
  readonly uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd'
}
