import type { Diploma } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'

/** K-VSV-01: havo, vwo of mbo niveau 2 of hoger, gehaald op of voor de dag. Een vmbo- of entreediploma is er geen. Bron: S37. */
export function heeftStartkwalificatie(diplomas: readonly Diploma[], op: Datum, normen: Normen): boolean {
  return diplomas.some((diploma) => diploma.datum <= op && isStartkwalificatie(diploma, op, normen))
}

function isStartkwalificatie(diploma: Diploma, op: Datum, normen: Normen): boolean {
  if (diploma.soort === 'MBO') {
    const niveaus = normen.lijst('verzuim/startkwalificatie-niveaus', op)
    return niveaus.soort === 'geldt' && typeof diploma.niveau === 'string' && niveaus.waarde.includes(diploma.niveau)
  }
  const soorten = normen.lijst('verzuim/startkwalificatie-diplomas', op)
  return soorten.soort === 'geldt' && soorten.waarde.includes(diploma.soort)
}
