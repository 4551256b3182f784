/** Eén fout in een bericht: welk veld, welke regel, en wat de afzender kan doen. Nooit met de waarde van een persoonsnummer. */
export interface Veldfout {
  /** Pad in het bericht, bijvoorbeeld `perioden[1].datumBegin`. */
  readonly veld: string
  /** De regel als volledige zin in B1-Nederlands. */
  readonly regel: string
  readonly watTeDoen: string
  /** Regel-id uit keten.md, als er een is. */
  readonly regelId?: string
}

/** Waarom een actie niets heeft opgeslagen. De buitenkant vertaalt `soort` naar een HTTP-status, SOAP-fout of tekst. */
export type Weigering =
  /** Onbekend en niet toegestaan zijn hetzelfde antwoord: het bestaan van een ander record lekt niet (Z-02). */
  | { readonly soort: 'niet-gevonden' }
  | { readonly soort: 'ongeldig'; readonly fouten: readonly [Veldfout, ...Veldfout[]] }
  /** Er is al een stand die later is vastgelegd dan dit bericht. */
  | { readonly soort: 'ouder-dan-bekend'; readonly bekendVan: string }

/** Eén controle: leeg als het goed is, anders de fout met wat te doen. */
export function eis(goed: boolean, veld: string, regel: string, watTeDoen: string, regelId?: string): readonly Veldfout[] {
  return goed ? [] : [{ veld, regel, watTeDoen, ...(regelId === undefined ? {} : { regelId }) }]
}
