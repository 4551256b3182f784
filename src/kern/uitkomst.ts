/**
 * Verwachte weigeringen zijn waarden, geen uitzonderingen (ADR 0007).
 * `reden` is een gesloten unie van woorden met de waarden die de weigering veroorzaakten.
 */
export type Uitkomst<T, R> = { readonly ok: true; readonly waarde: T } | { readonly ok: false; readonly reden: R }

export function gelukt<T>(waarde: T): { readonly ok: true; readonly waarde: T } {
  return { ok: true, waarde }
}

export function geweigerd<R>(reden: R): { readonly ok: false; readonly reden: R } {
  return { ok: false, reden }
}
