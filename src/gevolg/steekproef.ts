/** De verzonnen studenten waarmee wordt gerekend: altijd dezelfde, en nooit iemand uit het register. */
import type { Dossier } from '../beslissing/zonder-register.ts'
import type { Datum } from '../kern/datum.ts'
import { maakDossier, maakOmgeving, maakRegio, STANDAARD_PEILDATUM } from '../regio/index.ts'

export const STUDENTEN = 4_000
/** Veel meer routes en fouten dan in het echt: zo is er bij elke regel iemand om wie het gaat. */
export const ROUTES_PROCENT = 50
export const FOUTEN_PROCENT = 20
export const PEILDATUM: Datum = STANDAARD_PEILDATUM

/** Maakt de dossiers; duurt een paar honderd milliseconden, dus alleen in een eigen draad. */
export function maakSteekproef(aantal: number): readonly Dossier[] {
  const gemaakt = maakRegio({ studenten: aantal, zaad: 1, peildatum: PEILDATUM, foutenProcent: FOUTEN_PROCENT, routesProcent: ROUTES_PROCENT })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  const { kalender, maker } = gemaakt.waarde
  const gebied = gemaakt.waarde.gebied(0)
  const omgeving = maakOmgeving(gebied, kalender)
  return Array.from({ length: aantal }, (_, nummer) => maakDossier(maker.maak(nummer, gebied), omgeving))
}
