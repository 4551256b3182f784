import type { Diploma } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'

interface VoActiviteiten {
  readonly voActiviteitenAfgerondOp: Datum | null
  readonly diplomas: readonly Diploma[]
}

/**
 * K-ROD-06: de vo-activiteiten zijn klaar vanaf de dag van het vmbo-diploma, of vanaf de dag na de vastgelegde laatste dag.
 * Geldt ook voor een GLR met vo-delen. Bron: S2; lezing afgeleid.
 */
export function zijnVoActiviteitenAfgerond(feiten: VoActiviteiten, op: Datum): boolean {
  if (feiten.voActiviteitenAfgerondOp !== null && feiten.voActiviteitenAfgerondOp < op) return true
  return vmboDiplomaOp(feiten.diplomas, op) !== undefined
}

/** Het vroegste vmbo-diploma op of voor de dag (K-CAS-02). */
export function vmboDiplomaOp(diplomas: readonly Diploma[], op: Datum): Diploma | undefined {
  let vroegste: Diploma | undefined
  for (const diploma of diplomas) {
    if (diploma.soort === 'VMBO' && diploma.datum <= op && (vroegste === undefined || diploma.datum < vroegste.datum)) vroegste = diploma
  }
  return vroegste
}
