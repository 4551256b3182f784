import { type Database, schrijfAudit } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'
import { leesVerwerkingsregister } from '../register.ts'
import { wisVerwerkingen } from '../store/opruimen.ts'

export interface Opgeruimd {
  /** `naam:versie`. */
  readonly activiteit: string
  readonly voor: Moment
  readonly regels: number
}

const PER_KEER = 10_000

/**
 * S-94, S-35: wist verwerkingsregels waarvan de bewaartermijn van hun activiteit voorbij is, als een eigen rol. Elke keer dat er iets weggaat
 * staat in de audit: hoeveel, over welke activiteit en tot welk moment. De audit zelf wordt nooit gewist.
 */
export async function ruimLogboekOp(database: Database, nu: Date): Promise<readonly Opgeruimd[]> {
  const uit: Opgeruimd[] = []
  for (const { id, bewarenMaanden } of leesVerwerkingsregister()) {
    const voor = maandenEerder(nu, bewarenMaanden)
    let regels = 0
    for (let weg = PER_KEER; weg === PER_KEER;) {
      weg = await alsActor(database, systeemactor('opruimer'), async (trx) => {
        const gewist = await wisVerwerkingen(trx, id, voor, PER_KEER)
        if (gewist > 0) await schrijfAudit(trx, { op: momentVan(nu), actor: 'opruimer', handeling: 'ruimLogboekOp', brin: null, deelnemerId: null, object: ['verwerkingsactiviteit', id], gegevens: { regels: gewist, voor } })
        return gewist
      })
      regels += weg
    }
    if (regels > 0) uit.push({ activiteit: id, voor, regels })
  }
  return uit
}

/** Dezelfde dag zoveel maanden eerder; bestaat die dag niet (31 juni, 29 februari), dan de laatste dag van die maand. */
export function maandenEerder(nu: Date, maanden: number): Moment {
  const eerste = new Date(Date.UTC(nu.getUTCFullYear(), nu.getUTCMonth() - maanden, 1, nu.getUTCHours(), nu.getUTCMinutes(), nu.getUTCSeconds(), nu.getUTCMilliseconds()))
  const laatsteDag = new Date(Date.UTC(eerste.getUTCFullYear(), eerste.getUTCMonth() + 1, 0)).getUTCDate()
  eerste.setUTCDate(Math.min(nu.getUTCDate(), laatsteDag))
  return momentVan(eerste)
}
