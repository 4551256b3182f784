/** Hoe lang een beller over een verzoek mag doen, op elke poort. Zonder grens houdt een trage verzender een verbinding voor altijd bezet. */

/** Een groot bestand over een trage lijn past; een lichaam dat druppelt houdt na een kwartier op (408). */
const VERZOEK_MS = 15 * 60_000
/** Koppen zijn klein: wie er langer over doet, is niet bezig met een verzoek. */
const KOPPEN_MS = 30_000
/** Zo veel verbindingen tegelijk per poort; daarboven weigert het besturingssysteem. De proxy ervoor beperkt ze per adres. */
const MEESTE_VERBINDINGEN = 5_000

/** Voor `fastify` en voor `createServer`. */
export const TIJDGRENZEN = { requestTimeout: VERZOEK_MS, headersTimeout: KOPPEN_MS } as const

export function beperkVerbindingen(server: { maxConnections: number }): void {
  server.maxConnections = MEESTE_VERBINDINGEN
}
