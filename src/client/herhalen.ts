/** Wanneer een vraag opnieuw gesteld wordt, en hoe lang daarvoor gewacht wordt. */

const EERSTE_WACHT_MS = 500
const LANGSTE_WACHT_MS = 30_000
/** Vraagt een server om langer, dan beslist de gebruiker; stil wachten lijkt op hangen. */
const LANGSTE_VERZOEK_MS = 120_000

/** 429 en 503: de server heeft niets gedaan en vraagt om later terug te komen. */
export function isLater(status: number): boolean {
  return status === 429 || status === 503
}

/**
 * Milliseconden tot de volgende poging, of undefined als wachten geen zin heeft. `Retry-After` (seconden of datum) gaat voor; anders
 * verdubbelt de wacht per poging, met toeval erbij zodat niet iedereen tegelijk terugkomt.
 * @param poging de poging die net mislukte, vanaf 1
 * @param toeval van 0 tot 1
 */
export function wachttijd(poging: number, retryAfter: string | null, nuMs: number, toeval: number): number | undefined {
  const gevraagd = leesRetryAfter(retryAfter, nuMs)
  if (gevraagd !== undefined) return gevraagd > LANGSTE_VERZOEK_MS ? undefined : gevraagd
  const langste = Math.min(LANGSTE_WACHT_MS, EERSTE_WACHT_MS * 2 ** (poging - 1))
  return Math.round(langste * (0.5 + toeval / 2))
}

function leesRetryAfter(kop: string | null, nuMs: number): number | undefined {
  if (kop === null) return undefined
  if (/^\d+$/.test(kop)) return Number(kop) * 1_000
  const moment = Date.parse(kop)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - nuMs)
}
