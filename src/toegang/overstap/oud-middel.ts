/** Wat iemand met het oude middel laat zien. Gaat van het formulier naar de verifier en nergens anders heen (T-14). */
export interface Oudbewijs {
  readonly wachtwoord: string
  /** De eenmalige code van het token. */
  readonly code: string
}

/** Wat er van een oud middel bewaard is; het geheim is nog versleuteld. */
export interface Bewaardmiddel {
  readonly accountId: string
  readonly wachtwoordHash: string
  readonly geheim: Buffer
  readonly geheimSleutelId: string
  /** De tijdstap van de laatst gebruikte code. */
  readonly laatsteStap: number | null
}

export type Middeloordeel = { readonly klopt: false } | { readonly klopt: true; readonly stap: number }

/**
 * T-14: de enige plek waar het oude geheim wordt vergeleken. Zonder account (onbekend of vervallen) doet de verifier hetzelfde werk,
 * zodat de tijd niets zegt over wat er bestaat (T-13).
 */
export interface OudMiddel {
  controleer(middel: Bewaardmiddel | null, bewijs: Oudbewijs, nu: Date): Promise<Middeloordeel>
}
