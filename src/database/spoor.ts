/**
 * Waar waarneming (logboek, traces) meekijkt met het werk, zonder dat domeinen daarvan weten. De server hangt er bij het
 * starten een haak aan; zonder haak kost dit niets en gebeurt er niets.
 */
/** Alleen vaste woorden en aantallen: nooit een naam, een nummer of een sleutel van een persoon. */
export type Spoorkenmerken = Readonly<Record<string, string | number | boolean>>

export interface Spoorhaak {
  /** Om een stuk werk heen, bijvoorbeeld een deel van een aanlevering. */
  om<T>(naam: string, kenmerken: Spoorkenmerken, werk: () => Promise<T>): Promise<T>
  omTransactie<T>(context: { readonly rol: string; readonly actor: string }, werk: () => Promise<T>): Promise<T>
  /** De naam van de actie die de lopende transactie uitvoert. */
  bijHandeling(handeling: string): void
  /** W3C traceparent om met een uitgaand verzoek mee te sturen; undefined buiten een trace. */
  traceparent(): string | undefined
  /** De trace van het lopende verzoek, ook als niemand hem meet (S-31). */
  spoor?(): Lopendspoor | undefined
  /** Na een mislukte verwerking lukte ook het vastleggen daarvan niet (P-07). */
  bijLogboekfout?(fout: unknown): void
}

export interface Lopendspoor {
  /** 32 hexcijfers. */
  readonly traceId: string
  /** 16 hexcijfers: het stuk bij de aanroeper; null als de trace hier begon. */
  readonly ouderId: string | null
}

const GEEN: Spoorhaak = {
  om: (_naam, _kenmerken, werk) => werk(),
  omTransactie: (_context, werk) => werk(),
  bijHandeling: () => undefined,
  traceparent: () => undefined,
}

let haak: Spoorhaak = GEEN

/** Een keer bij het starten; undefined haalt de haak weg. */
export function zetSpoorhaak(nieuw: Spoorhaak | undefined): void {
  haak = nieuw ?? GEEN
}

/** Voert werk uit als een eigen stuk van de trace. De naam is vast, bijvoorbeeld `outbox-ronde`. */
export function inSpoor<T>(naam: string, kenmerken: Spoorkenmerken, werk: () => Promise<T>): Promise<T> {
  return haak.om(naam, kenmerken, werk)
}

/** S-32: mee te sturen met een uitgaand verzoek. */
export function uitgaandeTraceparent(): string | undefined {
  return haak.traceparent()
}

/** Alleen voor src/database. */
export function spoorhaak(): Spoorhaak {
  return haak
}
