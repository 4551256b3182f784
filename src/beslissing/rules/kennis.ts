import type { Bekend } from '../../kern/bekend.ts'
import { telt } from '../../kern/bekend.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Inschrijving } from '../../bron/index.ts'
import type { Dossier } from '../dossier.ts'

/**
 * K-CAS-01: het dossier zoals het op de kennisdatum bekend was; null = alles wat nu bekend is. Alle andere regels zien alleen dit.
 * Niets wordt gekopieerd als alles telt. Afgeleid.
 */
export function bekendDossier(dossier: Dossier, bekendOp: Datum | null): Dossier {
  return {
    ...dossier,
    leerrouteplannen: bekend(dossier.leerrouteplannen, bekendOp),
    rioAangebodenOpleidingen: bekend(dossier.rioAangebodenOpleidingen, bekendOp),
    samenwerkingsovereenkomsten: bekend(dossier.samenwerkingsovereenkomsten, bekendOp),
    interneRegelingen: bekend(dossier.interneRegelingen, bekendOp),
    gezamenlijkeOordelen: bekend(dossier.gezamenlijkeOordelen, bekendOp),
    inschrijvingenVo: bekendeInschrijvingen(dossier.inschrijvingenVo, bekendOp),
    inschrijvingenMbo: bekendeInschrijvingen(dossier.inschrijvingenMbo, bekendOp),
    diplomas: bekend(dossier.diplomas, bekendOp),
    behaaldeOnderdelen: bekend(dossier.behaaldeOnderdelen, bekendOp),
    afwezigheid: bekend(dossier.afwezigheid, bekendOp),
    verzuimmeldingen: bekend(dossier.verzuimmeldingen, bekendOp),
  }
}

function bekend<T extends Bekend>(records: readonly T[], bekendOp: Datum | null): readonly T[] {
  for (const record of records) {
    if (!telt(record, bekendOp)) return records.filter((ander) => telt(ander, bekendOp))
  }
  return records
}

/** Een periode van een inschrijving die niet telt, telt ook niet. Een uitschrijving die nog niet bekend was, is er nog niet. */
function bekendeInschrijvingen<T extends Inschrijving>(inschrijvingen: readonly T[], bekendOp: Datum | null): readonly T[] {
  const tellend = bekend(inschrijvingen, bekendOp)
  if (tellend.every((inschrijving) => isGeheelBekend(inschrijving, bekendOp))) return tellend
  return tellend.map((inschrijving) => {
    const perioden = bekend(inschrijving.perioden, bekendOp)
    return isUitschrijvingBekend(inschrijving, bekendOp) ? { ...inschrijving, perioden } : { ...inschrijving, perioden, datumUitschrijving: null }
  })
}

function isGeheelBekend(inschrijving: Inschrijving, bekendOp: Datum | null): boolean {
  return isUitschrijvingBekend(inschrijving, bekendOp) && inschrijving.perioden.every((periode) => telt(periode, bekendOp))
}

function isUitschrijvingBekend(inschrijving: Inschrijving, bekendOp: Datum | null): boolean {
  return bekendOp === null || !inschrijving.uitschrijvingBekendOp || inschrijving.uitschrijvingBekendOp <= bekendOp
}
