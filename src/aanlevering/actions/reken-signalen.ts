import { verwerkOutboxVan } from '../../beslissing/index.ts'
import { inSpoor, meldGebeurtenissen, metHerstelpunt, type Transactie } from '../../database/index.ts'
import { alsActor, brinsVan } from '../../toegang/index.ts'
import { heropenVoorBreed, neemOpgeslagenDeel, zetDeelKlaar } from '../store/deel.ts'
import { findAfTeRonden, findLevering, zetKlaar } from '../store/levering.ts'
import { noemStoring, weegStoring } from '../verwerking/storing.ts'
import { moment, VERWERKER, type Verwerkomgeving } from './omgeving.ts'

/** Rekent de signalen uit van wie in een opgeslagen deel veranderde. Antwoordt of er werk was. */
export async function rekenVolgendDeel(omgeving: Verwerkomgeving): Promise<boolean> {
  return alsActor(omgeving.database, VERWERKER, async (trx) => {
    const deel = await neemOpgeslagenDeel(trx)
    if (deel === undefined) return false
    await inSpoor('aanlevering-signalen', { leerlingen: deel.deelnemers.length }, () => reken(trx, omgeving, deel.deelnemers))
    await zetDeelKlaar(trx, deel)
    return true
  })
}

/** Een leerling waarop het rekenen stukloopt houdt de levering niet op: hij wordt gemeld en overgeslagen. */
async function reken(trx: Transactie, omgeving: Verwerkomgeving, deelnemers: readonly string[]): Promise<void> {
  const [eerste] = deelnemers
  if (eerste === undefined) return
  try {
    await metHerstelpunt(trx, () => verwerkOutboxVan(trx, { nu: moment(omgeving) }, deelnemers, omgeving.normen))
  } catch (fout) {
    if (weegStoring(fout) !== 'inhoud') throw fout
    if (deelnemers.length === 1) return omgeving.meld?.(`Signalen van deelnemer ${eerste} zijn niet uit te rekenen: ${noemStoring(fout)}`)
    const midden = Math.ceil(deelnemers.length / 2)
    await reken(trx, omgeving, deelnemers.slice(0, midden))
    await reken(trx, omgeving, deelnemers.slice(midden))
  }
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
