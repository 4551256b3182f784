import { verwerkOutboxVan } from '../../beslissing/index.ts'
import { inSpoor, meldGebeurtenissen } from '../../database/index.ts'
import { alsActor, brinsVan } from '../../toegang/index.ts'
import { heropenVoorBreed, neemOpgeslagenDeel, zetDeelKlaar } from '../store/deel.ts'
import { findAfTeRonden, findLevering, zetKlaar } from '../store/levering.ts'
import { moment, VERWERKER, type Verwerkomgeving } from './omgeving.ts'

/** Rekent de signalen uit van wie in een opgeslagen deel veranderde. Antwoordt of er werk was. */
export async function rekenVolgendDeel(omgeving: Verwerkomgeving): Promise<boolean> {
  return alsActor(omgeving.database, VERWERKER, async (trx) => {
    const deel = await neemOpgeslagenDeel(trx)
    if (deel === undefined) return false
    if (deel.deelnemers.length > 0) {
      await inSpoor('aanlevering-signalen', { leerlingen: deel.deelnemers.length }, () => verwerkOutboxVan(trx, { nu: moment(omgeving) }, deel.deelnemers, omgeving.normen))
    }
    await zetDeelKlaar(trx, deel)
    return true
  })
}

/**
 * Maakt leveringen klaar waarvan alle delen klaar zijn. Veranderde een later deel iets dat eerdere records raakt, dan gaan
 * eerst hun signalen opnieuw. Antwoordt of er iets veranderde.
 */
export async function rondLeveringenAf(omgeving: Verwerkomgeving): Promise<boolean> {
  return alsActor(omgeving.database, VERWERKER, async (trx) => {
    let veranderd = false
    for (const aanleveringId of await findAfTeRonden(trx)) {
      const opnieuw = await heropenVoorBreed(trx, aanleveringId)
      if (opnieuw) veranderd = true
      else if (await zetKlaar(trx, aanleveringId, moment(omgeving))) {
        veranderd = true
        const levering = await findLevering(trx, aanleveringId)
        const brins = levering === undefined ? [] : brinsVan(levering.afzender)
        await meldGebeurtenissen(trx, brins.map((brin) => ({ soort: 'terugkoppelingen.gereed', brin, deelnemerId: null, sleutel: aanleveringId, op: moment(omgeving) })))
      }
    }
    return veranderd
  })
}
