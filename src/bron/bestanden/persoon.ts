/** Een student zoals hij in één bestand staat. Datums zijn al `jjjj-mm-dd`; null = niet geleverd. */
export interface PersoonUitBestand {
  readonly nummer: { readonly stelsel: 'BSN' | 'ONR' | 'PGN'; readonly waarde: string; readonly elfproef: boolean }
  /** Dag of maand kan 00 zijn; null in GRONDSLAG, dat kent geen geboortedatum. */
  readonly geboortedatum: string | null
  readonly geslacht: 'M' | 'V' | 'O' | null
  readonly inschrijvingen: readonly InschrijvingUitBestand[]
  readonly diplomas: readonly DiplomaUitBestand[]
  readonly onderdelen: readonly OnderdeelUitBestand[]
  readonly regelnummer: number
  /** Aantal regels van deze student in het bestand. */
  readonly regels: number
}

export interface InschrijvingUitBestand {
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly datumInschrijving: string
  readonly uitschrijvingGepland: string | null
  readonly uitschrijvingWerkelijk: string | null
  readonly reden: string | null
  readonly perioden: readonly PeriodeUitBestand[]
  readonly ondersteuning: readonly { readonly datumBegin: string; readonly datumEind: string | null; readonly regelnummer: number }[]
  readonly bpv: readonly BpvUitBestand[]
  readonly regelnummer: number
}

export interface PeriodeUitBestand {
  readonly datumBegin: string
  /** Alleen in GRONDSLAG; elders volgt het einde uit de volgende periode. */
  readonly datumEind: string | null
  readonly opleidingcode: string
  readonly leertraject: string
  readonly niveau: string | null
  readonly bekostigbaar: 'J' | 'N'
  readonly locatiecodeVsv: string | null
  readonly onderwijsaanbieder: string | null
  readonly onderwijslocatie: string | null
  readonly leerroute: string | null
  readonly leerroutefase: 'VO' | 'MBO' | null
  readonly regelnummer: number
}

export interface BpvUitBestand {
  readonly volgnummer: string
  readonly afsluitdatum: string
  readonly datumBegin: string
  /** Null in OBO. */
  readonly eindeGepland: string | null
  readonly eindeWerkelijk: string | null
  readonly omvang: number | null
  readonly leerbedrijfId: string | null
  readonly opleidingcode: string | null
  readonly keuzedeelcode: string | null
  readonly regelnummer: number
}

export interface DiplomaUitBestand {
  readonly brin: string
  readonly resultaatvolgnummer: string
  readonly opleidingcode: string
  readonly datum: string
  readonly bekostigbaar: 'J' | 'N'
  readonly inschrijvingvolgnummer: string | null
  readonly onderwijsaanbieder: string | null
  readonly regelnummer: number
}

export interface OnderdeelUitBestand {
  readonly soort: 'AMO' | 'GEO' | 'KZD'
  readonly brin: string
  readonly resultaatvolgnummer: string
  readonly diplomavolgnummer: string | null
  readonly opleidingcodeDiploma: string | null
  readonly code: string
  readonly datum: string | null
  readonly inschrijvingvolgnummer: string | null
  readonly onderwijsaanbieder: string | null
  /** Cijfers, vrijstellingen, certificaat en resultaat zoals geleverd. */
  readonly bijzonderheden: Readonly<Record<string, string>>
  readonly regelnummer: number
}
