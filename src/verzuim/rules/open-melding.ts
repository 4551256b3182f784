import type { Diploma } from '../../bron/index.ts'
import { leeftijdOp } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Partij } from '../../kern/leerroute.ts'
import type { GebruikteNorm } from '../../kern/reden.ts'
import type { Normen } from '../../normen/index.ts'
import type { Verzuimmelding } from '../afwezigheid.ts'
import { heeftStartkwalificatie } from './startkwalificatie.ts'
import type { Drempel } from './zestien-uur.ts'

/** Een drempel waarvoor de partij die moet of mag melden dat nog niet deed. */
export interface OpenDrempel {
  readonly drempel: Drempel
  readonly partij: Exclude<Partij, 'geen'>
  /** Onder de 18 is melden verplicht (K-VZM-02); daarboven mag het (K-VZM-03). */
  readonly verplicht: boolean
  /** K-VZM-07: op een dag die meetelt was de andere partij aan zet. */
  readonly overdrachtVan: 'VO' | 'MBO' | null
  readonly norm: GebruikteNorm
}

export interface Meldfeiten {
  readonly geboortedatum: Datum
  readonly diplomas: readonly Diploma[]
  readonly verzuimmeldingen: readonly Verzuimmelding[]
}

/** De melding die het besluit noemt (K-CAS-09). */
export interface Melding {
  readonly partij: 'VO' | 'MBO' | 'onbepaald'
  readonly begin: Datum
  readonly eind: Datum
}

/**
 * K-CAS-09: welke drempels op de dag open staan, oudste eerst. Alleen zonder startkwalificatie en onder de leeftijdsgrens (K-VSV-05)
 * op de einddatum. Bron: S11; lezing afgeleid.
 */
export function bepaalOpenDrempels(
  drempels: readonly Drempel[],
  op: Datum,
  feiten: Meldfeiten,
  partijOp: (dag: Datum) => Partij,
  normen: Normen,
): readonly OpenDrempel[] {
  const open: OpenDrempel[] = []
  for (const drempel of drempels) {
    if (drempel.eind > op || !isMeldbaar(drempel.eind, feiten, normen)) continue
    const partij = partijOp(drempel.eind)
    const volwassen = normen.getal('verzuim/volwassen-leeftijd', drempel.eind)
    // `geen` kan niet: uren tellen alleen op een dag met een open inschrijving.
    if (partij === 'geen' || volwassen.soort !== 'geldt' || isGemeld(drempel, partij, feiten.verzuimmeldingen, op)) continue
    const verplicht = leeftijdOp(feiten.geboortedatum, drempel.eind) < volwassen.waarde
    open.push({ drempel, partij, verplicht, overdrachtVan: bepaalOverdracht(drempel, partij, partijOp), norm: volwassen.norm })
  }
  return open
}

/** K-CAS-09: het antwoord is de laatste open drempel onder de 18, en anders de laatste open drempel. */
export function kiesMelding(open: readonly OpenDrempel[]): OpenDrempel | undefined {
  return open.findLast(({ verplicht }) => verplicht) ?? open.at(-1)
}

function isMeldbaar(eind: Datum, feiten: Meldfeiten, normen: Normen): boolean {
  const grens = normen.getal('verzuim/vsv-leeftijdsgrens', eind)
  return grens.soort === 'geldt' && leeftijdOp(feiten.geboortedatum, eind) < grens.waarde && !heeftStartkwalificatie(feiten.diplomas, eind, normen)
}

function isGemeld(drempel: Drempel, partij: Partij, meldingen: readonly Verzuimmelding[], op: Datum): boolean {
  return meldingen.some((melding) =>
    melding.partij === partij && isIngediend(melding, op) && melding.begin <= drempel.eind && drempel.eind <= melding.eind)
}

/** Gemeld op of voor de dag en niet ingetrokken; op de dag van intrekken zelf geldt de melding al niet meer. */
export function isIngediend(melding: Verzuimmelding, op: Datum): boolean {
  return melding.ingediendOp <= op && (!melding.ingetrokkenOp || melding.ingetrokkenOp > op)
}

/** K-VZM-07: alleen VO en MBO dragen uren over; bij een onbepaalde partij is er geen andere partij. */
function bepaalOverdracht(drempel: Drempel, partij: Partij, partijOp: (dag: Datum) => Partij): 'VO' | 'MBO' | null {
  if (partij !== 'VO' && partij !== 'MBO') return null
  const ander = partij === 'VO' ? 'MBO' : 'VO'
  return drempel.dagen.some((dag) => partijOp(dag) === ander) ? ander : null
}
