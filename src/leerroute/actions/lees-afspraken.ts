import { opZichtbareDeelnemer } from '../../bron/index.ts'
import type { Bladwijzer, Bladzijde, Geregistreerd, Transactie } from '../../database/index.ts'
import type { Datum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, brinsVan, metRechten, type Uitvoerder, zietAlles } from '../../toegang/index.ts'
import {
  findOvereenkomst, findRegeling, leesOordelenVan, leesOvereenkomstenlijst, leesPlannen, leesRegelingenlijst, type Regelingsleutel,
} from '../afspraken-store.ts'
import type { LeerrouteplanBericht, OordeelBericht, OvereenkomstBericht, RegelingBericht } from '../bericht.ts'

type Ctx = Pick<Actiecontext, 'actor'>
type Gelezen<T> = Promise<Uitkomst<T, Weigering>>

/** De overeenkomsten waarin een bestuur van de scholen van de actor partij is; DUO ziet alle. */
export function leesOvereenkomsten(uitvoerder: Uitvoerder, ctx: Ctx, bladwijzer: Bladwijzer): Gelezen<Bladzijde<Geregistreerd<OvereenkomstBericht>>> {
  return gevonden(uitvoerder, ctx, (trx) => leesOvereenkomstenlijst(trx, scholenVan(ctx), bladwijzer))
}

export function leesOvereenkomst(uitvoerder: Uitvoerder, ctx: Ctx, kenmerk: string): Gelezen<Geregistreerd<OvereenkomstBericht>> {
  return gevonden(uitvoerder, ctx, (trx) => findOvereenkomst(trx, scholenVan(ctx), kenmerk))
}

/** De interne regelingen van de besturen van de scholen van de actor; DUO ziet alle. */
export function leesRegelingen(uitvoerder: Uitvoerder, ctx: Ctx, bladwijzer: Bladwijzer): Gelezen<Bladzijde<Geregistreerd<RegelingBericht>>> {
  return gevonden(uitvoerder, ctx, (trx) => leesRegelingenlijst(trx, scholenVan(ctx), bladwijzer))
}

export function leesRegeling(uitvoerder: Uitvoerder, ctx: Ctx, sleutel: Regelingsleutel): Gelezen<Geregistreerd<RegelingBericht>> {
  return gevonden(uitvoerder, ctx, (trx) => findRegeling(trx, scholenVan(ctx), sleutel))
}

/** De leerrouteplannen van een deelnemer, zoals nu bekend. */
export function leesLeerrouteplannen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<readonly Geregistreerd<LeerrouteplanBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesLeerrouteplannen', (trx, { isEigen }) => leesPlannen(trx, deelnemerId, isEigen))
}

export function leesLeerrouteplan(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, van: Datum): Gelezen<Geregistreerd<LeerrouteplanBericht>> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesLeerrouteplannen', async (trx, { isEigen }) =>
    (await leesPlannen(trx, deelnemerId, isEigen)).find(({ inhoud }) => inhoud.van === van))
}

/** De gezamenlijke oordelen over een deelnemer, zoals nu bekend. */
export function leesGezamenlijkeOordelen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<readonly Geregistreerd<OordeelBericht>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesGezamenlijkeOordelen', (trx, blik) => leesOordelenVan(trx, deelnemerId, blik))
}

export function leesGezamenlijkOordeel(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, datum: Datum): Gelezen<Geregistreerd<OordeelBericht>> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesGezamenlijkeOordelen', async (trx, blik) =>
    (await leesOordelenVan(trx, deelnemerId, blik)).find(({ inhoud }) => inhoud.datum === datum))
}

/** Null = alle scholen. */
function scholenVan({ actor }: Ctx): readonly string[] | null {
  return zietAlles(actor) ? null : brinsVan(actor)
}

function gevonden<T>(uitvoerder: Uitvoerder, ctx: Ctx, lees: (trx: Transactie) => Promise<T | undefined>): Gelezen<T> {
  return metRechten<Uitkomst<T, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const uitkomst = await lees(trx)
    return uitkomst === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(uitkomst)
  })
}
