/** Wanneer een signaal ertoe doet: de eerste dag waarop er iets van afhangt. De termijn is onze lezing; het signaal zelf heeft er geen. */
import { datum, type Datum } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import type { Normen } from '../../normen/index.ts'

export interface Termijn {
  readonly dag: Datum
  /** `nu`: elke dag telt. `teldatum`: dan telt DUO (K-BEK-03). `meetmoment`: dan kijkt OCW in RIO (K-RIO-06). */
  readonly soort: 'nu' | 'teldatum' | 'meetmoment'
}

const NU: ReadonlySet<Signaalcode> = new Set<Signaalcode>(['SIG-VERZUIM-16U', 'SIG-VERZUIM-OVERDRACHT', 'SIG-VERZUIM-VERKEERDE-PARTIJ', 'SIG-VSV', 'SIG-ABSOLUUT-VERZUIM'])
const TELDATUM: ReadonlySet<Signaalcode> = new Set<Signaalcode>([
  'SIG-FASE-VERSCHIL', 'SIG-FASE-ONTBREEKT', 'SIG-ROUTE-ONTBREEKT', 'SIG-ROUTE-VERSCHIL', 'SIG-MBO-INSCHRIJVING-ONTBREEKT', 'SIG-VO-UITSCHRIJVING-TE-VROEG', 'SIG-BEKOSTIGBAAR',
])
const MEETMOMENT: ReadonlySet<Signaalcode> = new Set<Signaalcode>(['SIG-RIO-ONTBREEKT-VO', 'SIG-RIO-ONTBREEKT-MBO', 'SIG-RIO-PARTNER'])

/** Null: er hangt geen dag aan. Afgeleid uit K-VZM-01, K-BEK-03 en K-RIO-06. */
export function termijnVan(code: Signaalcode, vandaag: Datum, normen: Normen): Termijn | null {
  if (NU.has(code)) return { dag: vandaag, soort: 'nu' }
  if (TELDATUM.has(code)) return volgende('bekostiging/teldata-mbo', 'teldatum', vandaag, normen)
  if (MEETMOMENT.has(code)) return volgende('rio/meetmoment-route', 'meetmoment', vandaag, normen)
  return null
}

/** De eerstvolgende teldatum van het mbo, vandaag meegerekend (K-BEK-03). */
export function volgendeTeldatum(vandaag: Datum, normen: Normen): Datum | null {
  return volgende('bekostiging/teldata-mbo', 'teldatum', vandaag, normen)?.dag ?? null
}

/** Het eerstvolgende meetmoment van OCW in RIO (K-RIO-06). */
export function volgendMeetmoment(vandaag: Datum, normen: Normen): Datum | null {
  return volgende('rio/meetmoment-route', 'meetmoment', vandaag, normen)?.dag ?? null
}

function volgende(norm: 'bekostiging/teldata-mbo' | 'rio/meetmoment-route', soort: Termijn['soort'], vandaag: Datum, normen: Normen): Termijn | null {
  const dagen = normen.lijst(norm, vandaag)
  if (dagen.soort !== 'geldt') return null
  const jaar = Number(vandaag.slice(0, 4))
  const dag = [jaar, jaar + 1].flatMap((dit) => dagen.waarde.map((maanddag) => datum(`${dit}-${maanddag}`))).filter((een) => een >= vandaag).toSorted()[0]
  return dag === undefined ? null : { dag, soort }
}
