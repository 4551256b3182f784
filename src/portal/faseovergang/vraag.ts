import { overgangen, type Wisselvraag } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { isBrin } from '../../kern/schoolcode.ts'
import { isUuid } from '../../kern/uuid.ts'
import { tekstVan } from '../kader/invoer.ts'

export const LEERJAREN = [3, 4, 5] as const

export interface Lijstvraag extends Wisselvraag {
  readonly na: string | null
}

/** `undefined` als er iets in staat dat wij niet zelf maakten. Zonder overgang: de komende 1 augustus. */
export function leesLijstvraag(query: unknown, vandaag: Datum): Lijstvraag | undefined {
  const [op, school, leerjaar, opleiding, partner, student, na] = ['op', 'school', 'leerjaar', 'opleiding', 'partner', 'student', 'na'].map((naam) => tekstVan(query, naam))
  const [komend] = overgangen(vandaag)
  const overgang = op ? overgangen(vandaag).find((dag) => dag === op) : komend
  const jaar = LEERJAREN.find((een) => String(een) === leerjaar)
  if (overgang === undefined || (leerjaar && jaar === undefined) || [school, partner].some((brin) => brin && !isBrin(brin)) || [student, na].some((id) => id && !isUuid(id))) return undefined
  // Een code die nergens op lijkt geeft gewoon niemand.
  return { overgang, school: school || undefined, leerjaar: jaar, opleiding: opleiding?.slice(0, 5) || undefined, partner: partner || undefined, deelnemerId: student || undefined, na: na || null }
}

export function lijstadres({ overgang, school, leerjaar, opleiding, partner, deelnemerId, na }: Lijstvraag): string {
  const delen = new URLSearchParams({ op: overgang })
  for (const [naam, waarde] of Object.entries({ school, leerjaar: leerjaar?.toString(), opleiding, partner, student: deelnemerId, na: na ?? undefined })) if (waarde !== undefined) delen.set(naam, waarde)
  return `/faseovergang?${delen.toString()}`
}
