import type { GelezenRecord } from './recordlezer.ts'

export const VERBETER = 'Verbeter de datum in uw pakket. Maak daarna het bestand opnieuw.'

/** De plaats van een record, voor in een melding. */
export function op(r: GelezenRecord): { regelnummer: number; recordsoort: string } {
  return { regelnummer: r.regelnummer, recordsoort: r.indeling.recordsoort }
}
