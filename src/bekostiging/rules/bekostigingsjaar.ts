import { datum, schooljaar } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { GebruikteNorm } from '../../kern/reden.ts'
import type { Normen } from '../../normen/index.ts'

export interface Bekostigingsjaar {
  /** Het kalenderjaar T waarover de mbo-instelling geld krijgt. */
  readonly jaar: number
  /** Op de hoofdteldatum tellen de inschrijvingen; een andere teldatum telt alleen voor de correctie tussen de twee tellingen. */
  readonly telling: 'inschrijvingen' | 'correctie'
  /** Het kalenderjaar waarvan de diploma's voor hetzelfde bekostigingsjaar tellen. */
  readonly diplomajaar: number
  readonly normen: readonly GebruikteNorm[]
}

/**
 * K-BEK-08: het bekostigingsjaar waarvoor een teldatum telt: 1 oktober T-2, met de diploma's van kalenderjaar T-2, en 1 februari T-1
 * alleen voor de correctie. Geen teldatum, of nog geen norm: undefined. Bron: S30, S36; zeker.
 */
export function bepaalBekostigingsjaar(op: Datum, normen: Normen): Bekostigingsjaar | undefined {
  const teldata = normen.lijst('bekostiging/teldata-mbo', op)
  const dag = op.slice(5)
  if (teldata.soort !== 'geldt' || !teldata.waarde.includes(dag)) return undefined
  const hoofdteldata = normen.lijst('bekostiging/hoofdteldatum-mbo', op)
  const jaren = normen.getal('bekostiging/jaren-tot-bekostigingsjaar-mbo', op)
  if (hoofdteldata.soort !== 'geldt' || jaren.soort !== 'geldt') return undefined
  // Beide teldata liggen in studiejaar T-2/T-1, dus het begin van het studiejaar geeft voor allebei hetzelfde jaar.
  const diplomajaar = schooljaar(op)
  return {
    jaar: diplomajaar + jaren.waarde,
    telling: hoofdteldata.waarde.includes(dag) ? 'inschrijvingen' : 'correctie',
    diplomajaar,
    normen: [teldata.norm, hoofdteldata.norm, jaren.norm],
  }
}

/**
 * K-BEK-08: de teldata van het bekostigingsjaar, oplopend, en het studiejaar waarin ze liggen. Undefined als er voor dat jaar geen norm is.
 * Bron: S30, S36; zeker.
 */
export function teldataVanBekostigingsjaar(jaar: number, normen: Normen): { readonly studiejaar: number; readonly teldata: readonly Datum[] } | undefined {
  for (let studiejaar = jaar - 1; studiejaar >= jaar - MEESTE_JAREN; studiejaar -= 1) {
    const dagen = normen.lijst('bekostiging/teldata-mbo', datum(`${studiejaar}-10-01`))
    if (dagen.soort !== 'geldt') continue
    const teldata = dagen.waarde.map((dag) => datum(`${dag >= '08-01' ? studiejaar : studiejaar + 1}-${dag}`)).filter((dag) => bepaalBekostigingsjaar(dag, normen)?.jaar === jaar)
    if (teldata.length > 0) return { studiejaar, teldata: teldata.toSorted() }
  }
  return undefined
}

/** Verder ligt een teldatum niet voor zijn bekostigingsjaar. */
const MEESTE_JAREN = 5
