import { type Database, noteerVerwerking, schrijfAudit, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie, metRechten, systeemactor } from '../../toegang/index.ts'
import type { Verwerkingsregel } from '../ldv.ts'
import { findDeelnemerOpSleutel, findNummer, type Kijker, leesAfleveringenOver, leesKijkers, leesRijen, leesTabellen, type Tabelrijen } from '../store/inzage.ts'
import { leesVerwerkingenVan } from '../store/verwerking.ts'

export type Inzagevraag = { readonly deelnemerId: string } | { readonly persoonsnummer: string }

/** Een verwerking van gegevens van de deelnemer, met wie haar deed. */
export interface Verwerkt extends Pick<Verwerkingsregel, 'naam' | 'status' | 'beginOp' | 'eindOp' | 'activiteit' | 'traceId'> {
  readonly door: readonly Pick<Kijker, 'actor' | 'brin' | 'handeling'>[]
}

export interface Inzage {
  readonly gemaaktOp: Moment
  readonly deelnemerId: string
  readonly persoonsnummer: { readonly nummer: string; readonly soort: string; readonly bekendSinds: Moment }
  /** Alle rijen uit elke tabel die de deelnemer noemt, met wat wanneer bekend was. */
  readonly gegevens: Readonly<Record<string, readonly Tabelrijen[]>>
  /** Berichten aan scholen die hem noemen. */
  readonly afleveringen: readonly Tabelrijen[]
  /** Het logboek van verwerkingen, met wie keek of schreef. */
  readonly verwerkingen: readonly Verwerkt[]
}

/**
 * S-95: alles over een deelnemer. Een besluit wordt nooit bewaard, maar uit deze gegevens uitgerekend; wat een signaal toen wist staat bij
 * het signaal (feiten en normen). De vraag zelf staat ook in de audit en in het logboek, ook als er niemand gevonden is.
 */
export async function maakInzage(database: Database, ctx: Actiecontext, vraag: Inzagevraag): Promise<Uitkomst<Inzage, Weigering>> {
  if (!magBijOrganisatie(ctx.actor, 'inzage:maken', '')) return geweigerd({ soort: 'niet-gevonden' })
  // Wie inzage mag maken kijkt over alle scholen heen; in de logboeken staat hij zelf.
  return metRechten<Uitkomst<Inzage, Weigering>>(database, { ...systeemactor(ctx.actor.id) }, async (trx) => {
    const deelnemerId = 'deelnemerId' in vraag ? (isUuid(vraag.deelnemerId) ? vraag.deelnemerId.toLowerCase() : undefined) : await findDeelnemerOpSleutel(trx, ctx.kluis.zoeksleutel(vraag.persoonsnummer))
    const nummer = deelnemerId === undefined ? undefined : await findNummer(trx, deelnemerId)
    if (deelnemerId === undefined || nummer === undefined) {
      noteerVerwerking(trx, { handeling: 'maakInzage', deelnemerIds: [] })
      return geweigerd({ soort: 'niet-gevonden' })
    }
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'maakInzage', brin: null, deelnemerId, object: ['deelnemer', deelnemerId] })
    return gelukt({
      gemaaktOp: ctx.nu, deelnemerId,
      persoonsnummer: { nummer: ctx.kluis.ontsleutel(nummer.versleuteld, nummer.sleutelId, deelnemerId), soort: nummer.soort, bekendSinds: nummer.aangemaaktOp },
      gegevens: await leesGegevens(trx, deelnemerId), afleveringen: await leesAfleveringenOver(trx, deelnemerId),
      verwerkingen: await leesVerwerkt(trx, database, deelnemerId),
    })
  })
}

async function leesGegevens(trx: Transactie, deelnemerId: string): Promise<Inzage['gegevens']> {
  const uit: Record<string, readonly Tabelrijen[]> = {}
  for (const tabel of await leesTabellen(trx)) uit[tabel] = await leesRijen(trx, tabel, deelnemerId)
  return uit
}

async function leesVerwerkt(trx: Transactie, { pseudoniemen }: Database, deelnemerId: string): Promise<readonly Verwerkt[]> {
  const regels = await leesVerwerkingenVan(trx, pseudoniemen.alle(deelnemerId).map(({ waarde }) => waarde))
  const kijkers = Map.groupBy(await leesKijkers(trx, [...new Set(regels.map(({ traceId }) => traceId))]), ({ traceId }) => traceId)
  return regels.map(({ naam, status, beginOp, eindOp, activiteit, traceId }) => ({
    naam, status, beginOp, eindOp, activiteit, traceId,
    door: uniek((kijkers.get(traceId) ?? []).filter(({ handeling }) => handeling === naam || handeling === 'verwerkingMislukt').map(({ actor, brin, handeling }) => ({ actor, brin, handeling }))),
  }))
}

function uniek<T>(rijen: readonly T[]): readonly T[] {
  return [...new Map(rijen.map((rij) => [JSON.stringify(rij), rij])).values()]
}

function isUuid(tekst: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(tekst)
}
