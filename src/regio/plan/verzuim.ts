/** Afwezigheid (K-CAS-08, K-CAS-09): wat zonder gevolgen blijft, en wat precies op 16 uur uitkomt. */
import { type Datum, plusDagen } from '../../kern/datum.ts'
import type { Inschrijvingsplan } from './inschrijvingsplan.ts'
import type { Student } from './student.ts'
import type { Toeval } from './toeval.ts'

export interface Drempel {
  readonly begin: Datum
  /** De dag van het zestiende uur. */
  readonly eind: Datum
}

/** Elke reeks haalt 16 uur op de laatste dag en niet eerder. */
const REEKSEN = [[8, 8], [4, 4, 4, 4], [6, 5, 5], [3.5, 4.5, 8], [7.5, 7.5, 1], [2, 6, 4, 4], [1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6]] as const
/** Nooit 16 uur bij elkaar. */
const KLEIN = [[2], [1, 3], [4, 4], [3, 3, 3], [2.25, 1.5], [8, 7.75], [1, 1, 1, 1]] as const
const LEEFTIJD_GEEN_VERZUIM = 23

/** 16 uur ongeoorloofd verzuim in september van jaar Y, binnen drie schoolweken. */
export function bereikDrempel(student: Student, bij: Inschrijvingsplan): Drempel {
  const { toeval, kalender } = student.grond
  const dagen = zetUren(student, bij, kies(toeval, kalender.septemberdagen, toeval.kies(REEKSEN)), false)
  const [begin, eind] = [dagen[0], dagen.at(-1)]
  if (begin === undefined || eind === undefined) throw new Error('een reeks heeft uren')
  return { begin, eind }
}

/** De melding van een drempel, een paar dagen later. */
export function meldDrempel(student: Student, bij: Inschrijvingsplan, partij: 'VO' | 'MBO', { begin, eind }: Drempel): void {
  student.meld(bij, partij, begin, eind, plusDagen(eind, student.grond.toeval.tussen(1, 6)))
}

/**
 * Wat er in een gewone klas gebeurt, bij iemand die heel september is ingeschreven en voor wie `partij` meldt. Meestal niets. Wie 16 uur haalt,
 * is meestal gemeld; anders staat er een taak (onder de 18) of een mogelijkheid (18 of ouder) open.
 */
export function gewoonVerzuim(student: Student, bij: Inschrijvingsplan, partij: 'VO' | 'MBO', leeftijd: number): void {
  const { toeval, kalender } = student.grond
  const soort = toeval.gewogen(SOORTEN)
  if (soort === 'ziek') zetUren(student, bij, kies(toeval, kalender.septemberdagen, toeval.kies(ZIEKTE)), true)
  if (soort === 'klein') zetUren(student, bij, kies(toeval, kalender.septemberdagen, toeval.kies(KLEIN)), false)
  if (soort === 'maart' && kalender.maartdagen.every((dag) => bij.isOpenOp(dag))) zetUren(student, bij, kies(toeval, kalender.maartdagen, toeval.kies(KLEIN)), false)
  if (soort !== 'gemeld' && soort !== 'open') return
  // Rond de 18e verjaardag en de leeftijdsgrens hangt het antwoord aan de precieze dag; dat hoort in een test, niet in een regio.
  if (leeftijd === 17 || leeftijd >= LEEFTIJD_GEEN_VERZUIM || student.startkwalificatie) return
  const drempel = bereikDrempel(student, bij)
  if (soort === 'gemeld') meldDrempel(student, bij, partij, drempel)
  else student.verwacht(leeftijd < 17 ? 'SIG-VERZUIM-16U' : 'SIG-VERZUIM-18PLUS-MOGELIJK', [bij.brin], 'vanzelf')
}

const SOORTEN = [[78, 'niets'], [9, 'ziek'], [6, 'klein'], [4.5, 'maart'], [2, 'gemeld'], [0.5, 'open']] as const
/** Geoorloofd telt nooit mee, hoe veel het ook is. */
const ZIEKTE = [[8, 8, 8, 8, 8], [8], [4, 8], [6, 6, 6]] as const

/** De uren op even veel dagen, oplopend gekozen. */
function kies(toeval: Toeval, uit: readonly Datum[], uren: readonly number[]): readonly (readonly [Datum, number])[] {
  const over = [...uit]
  const gekozen = uren.flatMap(() => over.splice(toeval.tussen(0, over.length - 1), 1)).sort()
  return gekozen.map((dag, i) => [dag, uren[i] ?? 0])
}

function zetUren(student: Student, bij: Inschrijvingsplan, uren: readonly (readonly [Datum, number])[], geoorloofd: boolean): readonly Datum[] {
  for (const [datum, aantal] of uren) student.afwezig(bij, datum, aantal, geoorloofd)
  return uren.map(([datum]) => datum)
}
