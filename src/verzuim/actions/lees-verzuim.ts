import { isDeelnemerId, opZichtbareDeelnemer } from '../../bron/index.ts'
import type { Geregistreerd } from '../../database/index.ts'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import type { Schoolvakantie } from '../afwezigheid.ts'
import type { AfwezigheidBericht } from '../bericht.ts'
import { laadVakanties, leesAfwezigheidVan, leesMeldingenVan, type MeldingRij } from '../store.ts'

type Ctx = Pick<Actiecontext, 'actor'>
type Gelezen<T> = Promise<Uitkomst<T, Weigering>>

/** De gemiste klokuren per dag; bij een leerroute ook die bij de andere school (K-VZM-07: alle uren tellen samen). */
export function leesAfwezigheden(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<readonly Geregistreerd<AfwezigheidBericht & { readonly brin: string }>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesAfwezigheden', async (trx, { ziet }) => (await leesAfwezigheidVan(trx, deelnemerId)).filter(({ inhoud }) => ziet(inhoud.brin)))
}

/** De gedane meldingen, ook ingetrokken. */
export function leesVerzuimmeldingen(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string): Gelezen<readonly Geregistreerd<MeldingRij>[]> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesVerzuimmeldingen', async (trx, { ziet }) => (await leesMeldingenVan(trx, deelnemerId)).filter(({ inhoud }) => ziet(inhoud.brin)))
}

export function leesVerzuimmelding(uitvoerder: Uitvoerder, ctx: Ctx, deelnemerId: string, meldingId: string): Gelezen<Geregistreerd<MeldingRij>> {
  return opZichtbareDeelnemer(uitvoerder, ctx, deelnemerId, 'leesVerzuimmeldingen', async (trx, { ziet }) =>
    (isDeelnemerId(meldingId) ? await leesMeldingenVan(trx, deelnemerId) : []).find(({ inhoud }) => inhoud.meldingId === meldingId && ziet(inhoud.brin)))
}

/** De schoolvakanties zijn voor iedereen gelijk en openbaar. */
export function leesSchoolvakanties(uitvoerder: Uitvoerder, ctx: Ctx): Gelezen<readonly Schoolvakantie[]> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => gelukt(await laadVakanties(trx)))
}
