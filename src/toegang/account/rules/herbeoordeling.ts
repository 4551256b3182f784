import { type Moment, momentVan } from '../../../kern/datum.ts'
import { geldtNu, type Rolbeeld } from '../account.ts'
import { isDuorol } from '../rol.ts'

const DAG_MS = 24 * 3_600_000
/**
 * BIO2 (ISO 27002 5.18, 8.2): toegangsrechten worden van tijd tot tijd nagekeken, ruime rechten vaker. Hoe vaak staat niet in de norm;
 * dit is onze keuze: een keer per jaar, en elk half jaar voor wie rollen uitdeelt, persoonsnummers ziet of bij DUO werkt.
 */
const NA_DAGEN = 365
const RUIM_NA_DAGEN = 182

/** Of een beheerder moet nagaan of deze rol nog nodig is. De klok begint bij toekennen en bij elke beoordeling opnieuw. */
export function moetBeoordeeld(rol: Rolbeeld, nu: Moment): boolean {
  return geldtNu(rol, nu) && Date.parse(nu) >= Date.parse(beoordeelVoor(rol))
}

/** Het moment waarop de volgende beoordeling moet. */
export function beoordeelVoor({ rol, toegekendOp, beoordeeldOp }: Rolbeeld): Moment {
  const ruim = rol === 'beheerder' || rol === 'bsn-inzien' || isDuorol(rol)
  const laatst = beoordeeldOp !== null && beoordeeldOp > toegekendOp ? beoordeeldOp : toegekendOp
  return momentVan(Date.parse(laatst) + (ruim ? RUIM_NA_DAGEN : NA_DAGEN) * DAG_MS)
}
