import type { Datum } from '../../kern/datum.ts'
import type { Taal } from '../kader/taal.ts'
import { accountwoordenIn } from '../woorden/accountwoorden.ts'
import { datumsIn } from '../woorden/datums.ts'
import { teksten } from './teksten.ts'

/** Tot wanneer het token van een school werkt, in een zin. */
export function tokenzin(stand: { readonly stand: string; readonly coulance: boolean; readonly openVan: Datum | null; readonly tokenTotEnMet: Datum | null; readonly coulanceTotEnMet: Datum | null }, taal: Taal): string {
  const [{ token }, { lang }] = [teksten[taal], datumsIn(taal)]
  if (stand.stand === 'VOORBEREIDING') return stand.openVan === null ? token.nogNiet : token.vanaf(lang(stand.openVan))
  if (stand.stand === 'OVERSTAP_OPEN') return stand.tokenTotEnMet === null ? token.totKoppelen : token.totEnMet(lang(stand.tokenTotEnMet))
  return stand.coulance && stand.coulanceTotEnMet !== null ? token.alleenKoppelen(lang(stand.coulanceTotEnMet)) : token.voorbij
}

/** Een rol met waar zij geldt; een vestiging valt op. */
export function rolwoord({ rol, brin, vestiging }: { readonly rol: string; readonly brin: string | null; readonly vestiging: string | null }, taal: Taal): string {
  const woord = accountwoordenIn(taal).rol(rol)
  return brin === null ? woord : `${woord}, ${vestiging === null ? brin : teksten[taal].vestiging(vestiging)}`
}
