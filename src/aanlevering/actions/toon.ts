import { noteerVerwerking } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { type Actiecontext, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { isDeelnemerId as isUuid } from '../../bron/index.ts'
import type { Levering, Recorduitkomst, Tellingen } from '../levering.ts'
import { findLevering, leesLeveringen, leesStand, type Stand } from '../store/levering.ts'
import { leesRegels, type TerugkoppelingMetSignalen } from '../store/terugkoppeling.ts'

/** Een levering met hoever zij is. */
export interface Aanlevering extends Omit<Levering, 'afzender'> {
  readonly tellingen: Tellingen
  /** Records die een antwoord hebben. */
  readonly verwerkt: number
  /** Deel van het werk dat af is, van 0 tot 1; null zolang het aantal records onbekend is. */
  readonly voortgang: number | null
  readonly recordsPerSeconde: number | null
  readonly verwachtKlaarOp: Moment | null
}

type NietGevonden = { readonly soort: 'niet-gevonden' }

/** Een levering van de afzender zelf, of van een school waarvoor de actor voor alle scholen erin werkt. */
export async function toonAanlevering(uitvoerder: Uitvoerder, ctx: Actiecontext, aanleveringId: string): Promise<Uitkomst<Aanlevering, NietGevonden>> {
  if (!isUuid(aanleveringId)) return geweigerd({ soort: 'niet-gevonden' })
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const levering = await findLevering(trx, aanleveringId)
    return levering === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(metStand(levering, await leesStand(trx, aanleveringId), ctx.nu))
  })
}

export interface Lijstverzoek {
  /** Sleutel waar de vorige bladzijde eindigde. */
  readonly na?: string | null
  /** 1 tot en met 250. */
  readonly aantal: number
  /** Alleen leveringen van een bestand met deze naam. */
  readonly naam?: string
}

export interface Bladzijde<T> {
  readonly regels: readonly T[]
  /** Voor de volgende bladzijde; null = dit was de laatste. */
  readonly volgende: string | null
}

/** De leveringen die de actor mag zien, nieuwste eerst. */
export async function toonAanleveringen(uitvoerder: Uitvoerder, ctx: Actiecontext, verzoek: Lijstverzoek): Promise<Bladzijde<Aanlevering>> {
  const aantal = begrens(verzoek.aantal)
  const na = verzoek.na ?? null
  if (na !== null && !isUuid(na)) return { regels: [], volgende: null }
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const lijst = await leesLeveringen(trx, { na, aantal: aantal + 1, ...(verzoek.naam === undefined ? {} : { naam: verzoek.naam }) })
    const regels: Aanlevering[] = []
    for (const levering of lijst.slice(0, aantal)) regels.push(metStand(levering, await leesStand(trx, levering.aanleveringId), ctx.nu))
    return { regels, volgende: lijst.length > aantal ? (regels.at(-1)?.aanleveringId ?? null) : null }
  })
}

export interface Terugkoppelverzoek {
  readonly aanleveringId: string
  readonly uitkomst?: Recorduitkomst
  /** Regelnummer waar de vorige bladzijde eindigde. */
  readonly na?: number
  readonly aantal: number
}

/**
 * De antwoorden per record, op volgorde van het bestand. Antwoorden komen er in die volgorde bij, dus bladeren terwijl de
 * levering loopt slaat niets over. Bij een inschrijving staan de signalen die voor de lezer open stonden toen de levering klaar was.
 */
export async function leesTerugkoppelingen(uitvoerder: Uitvoerder, ctx: Actiecontext, verzoek: Terugkoppelverzoek): Promise<Uitkomst<Bladzijde<TerugkoppelingMetSignalen>, NietGevonden>> {
  if (!isUuid(verzoek.aanleveringId)) return geweigerd({ soort: 'niet-gevonden' })
  const aantal = begrens(verzoek.aantal, MEESTE_TERUGKOPPELINGEN)
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const levering = await findLevering(trx, verzoek.aanleveringId)
    if (levering === undefined) return geweigerd({ soort: 'niet-gevonden' })
    const gelezen = await leesRegels(trx, { ...verzoek, na: verzoek.na ?? 0, aantal: aantal + 1, signalenOp: levering.klaarOp })
    const regels = gelezen.slice(0, aantal)
    const deelnemerIds = regels.map(({ deelnemerId }) => deelnemerId).filter((id) => id !== null)
    if (deelnemerIds.length > 0) noteerVerwerking(trx, { handeling: 'leesTerugkoppelingen', deelnemerIds })
    return gelukt({ regels, volgende: gelezen.length > aantal ? String(regels.at(-1)?.regelnummer) : null })
  })
}

const MEESTE_TERUGKOPPELINGEN = 1_000

function begrens(aantal: number, meeste = 250): number {
  return Math.max(1, Math.min(meeste, Math.floor(aantal)))
}

/** Opslaan en signalen uitrekenen wegen even zwaar. */
function metStand(levering: Levering, stand: Stand, nu: Moment): Aanlevering {
  const { afzender: _afzender, ...zichtbaar } = levering
  const klaar = levering.staat === 'klaar' || levering.staat === 'mislukt'
  const voortgang = klaar ? 1 : levering.records === null || levering.records === 0 ? null : (stand.opgeslagen + stand.klaar) / (2 * levering.records)
  const verlopenMs = levering.begonnenOp === null ? 0 : Date.parse(levering.klaarOp ?? nu) - Date.parse(levering.begonnenOp)
  const gedaan = klaar ? somVan(stand.tellingen) : (stand.opgeslagen + stand.klaar) / 2
  return {
    ...zichtbaar, tellingen: stand.tellingen, verwerkt: klaar ? somVan(stand.tellingen) : stand.opgeslagen, voortgang,
    recordsPerSeconde: verlopenMs > 0 ? Math.round((gedaan * 10_000) / verlopenMs) / 10 : null,
    verwachtKlaarOp: klaar || voortgang === null || voortgang === 0 || verlopenMs <= 0 ? null : (momentVan(Date.parse(nu) + (verlopenMs * (1 - voortgang)) / voortgang)),
  }
}

function somVan(tellingen: Tellingen): number {
  return Object.values(tellingen).reduce((som, aantal) => som + aantal, 0)
}
