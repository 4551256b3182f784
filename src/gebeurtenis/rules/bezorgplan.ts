/** S-44: hoe lang een bezorging opnieuw wordt geprobeerd, en hoe lang ertussen. */
const EERSTE_WACHT_MS = 5_000
const LANGSTE_WACHT_MS = 6 * 3_600_000
export const OPGEVEN_NA_MS = 72 * 3_600_000

export interface Poging {
  /** Hoeveel pogingen er nu gedaan zijn, deze meegeteld. */
  readonly pogingen: number
  readonly eersteMs: number
  readonly nuMs: number
  /** 0 tot 1; spreidt ontvangers die samen uitvielen. */
  readonly toeval: number
  /** Zo lang vraagt de ontvanger zelf te wachten (`Retry-After`). */
  readonly gevraagdMs?: number
}

/** Wanneer de volgende poging is, in ms sinds 1970; undefined = opgeven, want die zou later dan 72 uur na de eerste zijn. */
export function volgendePoging({ pogingen, eersteMs, nuMs, toeval, gevraagdMs = 0 }: Poging): number | undefined {
  const vol = Math.min(LANGSTE_WACHT_MS, EERSTE_WACHT_MS * 2 ** Math.min(pogingen - 1, 30))
  const wacht = Math.max(vol * (0.5 + toeval / 2), Math.min(gevraagdMs, LANGSTE_WACHT_MS))
  const volgende = Math.round(nuMs + wacht)
  return volgende - eersteMs > OPGEVEN_NA_MS ? undefined : volgende
}
