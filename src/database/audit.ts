import type { Auditregel, Verwerking } from './boek.ts'
import { spoorhaak } from './spoor.ts'
import { boekVan, kijktAlsSysteem, type Kaleverbinding, schrijfTussendoor, type Transactie } from './transactie.ts'

/**
 * Legt vast dat iemand iets deed waarop geen ander werk volgt (geen outbox), zoals het ophalen van een bestand. De regel wordt
 * geschreven vlak voor de commit van deze transactie; lukt dat niet, dan mislukt zij (P-06).
 */
export function schrijfAudit(trx: Transactie | Kaleverbinding, regel: Auditregel): Promise<void> {
  spoorhaak().bijHandeling(regel.handeling)
  const boek = boekVan(trx)
  if (regel.brin !== null && isSysteem(trx)) boek.alsSysteem = true
  boek.voegAuditToe(regel)
  return Promise.resolve()
}

/** Op een kale verbinding schrijft alleen de bulkweg, en die werkt als systeem. */
function isSysteem(trx: Transactie | Kaleverbinding): boolean {
  return !('selectFrom' in trx) || kijktAlsSysteem(trx)
}

/**
 * Van wie deze handeling gegevens verwerkt: een regel per betrokkene in het logboek van verwerkingen (S-30), en in de audit wie keek.
 * Mislukt de transactie, dan komen dezelfde regels er met de stand mislukt.
 */
export function noteerVerwerking(trx: Transactie | Kaleverbinding, verwerking: Verwerking): void {
  spoorhaak().bijHandeling(verwerking.handeling)
  boekVan(trx).noteer(verwerking)
}

/**
 * Schrijft wat er tot nu toe genoteerd is meteen en bevestigd weg. Voor werk dat gegevens uitgeeft terwijl de transactie nog loopt,
 * zoals een bestand: eerst het logboek, dan de uitgifte.
 */
export function bevestigVerwerkingen(trx: Transactie): Promise<void> {
  return schrijfTussendoor(trx)
}
