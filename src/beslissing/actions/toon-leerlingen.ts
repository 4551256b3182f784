import { noteerVerwerking, type Transactie } from '../../database/index.ts'
import { isDeelnemerId } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { type Actor, brinsVan, mag } from '../../toegang/index.ts'
import type { LeerlingRegel } from '../leerlingbeeld.ts'
import {
  type Kijkbereik, leesBladzijde, leesScholen, leesSignalen, type Lijstfilter, type Lijstrij, type Schooltelling, telPerCode, telPerSchool, telRelaties,
} from '../store/lijst.ts'

export interface Lijstverzoek extends Lijstfilter {
  /** Waar de vorige bladzijde eindigde; ondoorzichtig. */
  readonly na?: string | null
  /** 1 tot en met 100. */
  readonly aantal: number
}

export interface Leerlinglijst {
  readonly regels: readonly LeerlingRegel[]
  /** Voor de volgende bladzijde; null = dit was de laatste. */
  readonly volgende: string | null
  /** Hoeveel leerlingen aan de vraag voldoen. */
  readonly totaal: number
  readonly scholen: readonly Schooltelling[]
  readonly codes: readonly { readonly code: Signaalcode; readonly aantal: number }[]
}

const MEESTE_PER_BLADZIJDE = 100

/** De leerlingen die de actor mag zien, op naam, met open signalen. Een school van een ander vragen geeft een lege lijst. */
export async function toonLeerlingen(
  trx: Transactie, actor: Actor, verzoek: Lijstverzoek, vandaag: Datum,
): Promise<Uitkomst<Leerlinglijst, { readonly soort: 'niet-gevonden' }>> {
  const bereik = kijkbereik(actor)
  if (bereik !== null && bereik.length === 0) return geweigerd({ soort: 'niet-gevonden' })
  const na = verzoek.na ?? null
  if (na !== null && !isDeelnemerId(na)) return geweigerd({ soort: 'niet-gevonden' })
  const aantal = Math.max(1, Math.min(MEESTE_PER_BLADZIJDE, Math.floor(verzoek.aantal)))
  const { rijen, totaal } = await leesBladzijde(trx, verzoek, bereik, na, aantal + 1)
  const bladzijde = rijen.slice(0, aantal)
  noteerVerwerking(trx, { handeling: 'toonLeerlingen', deelnemerIds: bladzijde.map(({ deelnemerId }) => deelnemerId), gegevens: { gezocht: (verzoek.zoek ?? null) !== null } })
  const scholen = await telPerSchool(trx, bereik)
  return gelukt({
    regels: await vulAan(trx, bladzijde, vandaag),
    volgende: rijen.length > aantal ? (bladzijde.at(-1)?.deelnemerId ?? null) : null,
    totaal: totaal ?? (await telRelaties(trx, verzoek, bereik, scholen)),
    scholen,
    codes: await telPerCode(trx, bereik),
  })
}

/** De scholen waar de actor leerlingen van mag lezen; null = alle. */
export function kijkbereik(actor: Actor): Kijkbereik {
  if (actor.soort !== 'school') return mag(actor, 'deelnemer:lezen', { brin: '' }) ? null : []
  return brinsVan(actor).filter((brin) => mag(actor, 'deelnemer:lezen', { brin }))
}

/** De scholen en open signalen bij elke regel, voor zover de actor ze mag zien. */
export async function vulAan(trx: Transactie, bladzijde: readonly Lijstrij[], vandaag: Datum): Promise<readonly LeerlingRegel[]> {
  const deelnemers = bladzijde.map((rij) => rij.deelnemerId)
  const scholen = await leesScholen(trx, deelnemers, vandaag)
  const signalen = await leesSignalen(trx, deelnemers)
  return bladzijde.map((rij) => ({ ...rij, scholen: scholen.get(rij.deelnemerId) ?? [], openSignalen: signalen.get(rij.deelnemerId) ?? [] }))
}
