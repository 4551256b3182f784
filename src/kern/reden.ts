/** Een regel-id uit keten.md, bijvoorbeeld `K-FASE-05`. */
export type RegelId = `K-${string}-${number}`

/** Zeker = staat in de bron; afgeleid = onze lezing ([inferred] in keten.md). Altijd zichtbaar voor de gebruiker. */
export type Zekerheid = 'zeker' | 'afgeleid'

/** Een gedateerde norm zoals hij bij een besluit is gebruikt. */
export interface GebruikteNorm {
  /** Naam uit regels/, bijvoorbeeld `leerroute/jaren-fase-vo`. */
  readonly norm: string
  readonly omschrijving: string
  readonly waarde: number | string | readonly (number | string)[]
  readonly eenheid: string
  readonly geldigVan: string
  readonly bron: string
  readonly zekerheid: Zekerheid
}

/** Een verwijzing naar het geregistreerde feit waarop een reden steunt, zodat het scherm het record en het moment van vastleggen kan tonen. */
export interface Feit {
  readonly soort: 'inschrijvingVo' | 'inschrijvingMbo' | 'aanbod' | 'diploma' | 'overeenkomst' | 'oordeel' | 'afwezigheid' | 'melding' | 'plan'
  /** Leesbare sleutel: `11VA-1, periode vanaf 2026-08-01`. Nooit een BSN. */
  readonly sleutel: string
  readonly vastgelegdOp?: string
}

/** Waarover een reden gaat; het scherm zet de redenen per onderwerp achter één "Waarom?". */
export type Onderwerp = 'fase' | 'bekostiging' | 'verzuim' | 'melding' | 'vsv' | 'registraties' | 'mboVerklaring' | 'absoluutVerzuim' | 'inschrijvingen'

/** Eén stap in de motivering van een besluit. Scherm, API en CLI tonen dezelfde `uitleg`. */
export interface Reden {
  readonly onderwerp: Onderwerp
  readonly regels: readonly [RegelId, ...RegelId[]]
  /** Eén woord of waarde: `VO`, `onbepaald`, `R`. */
  readonly uitkomst: string
  /** Volledige zin in B1-Nederlands; de kern eerst. */
  readonly uitleg: string
  readonly feiten?: readonly Feit[]
  readonly normen?: readonly GebruikteNorm[]
}
