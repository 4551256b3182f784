import type { Transactie } from '../../../database/index.ts'
import { type Datum, datumInNederland, parseDatum } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Veldfout } from '../../../kern/weigering.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { eisVerseInlog } from '../../account/rules/verse-inlog.ts'
import { bevestig, doeVoorstel } from '../../account/vier-ogen.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { eisIngreep, weigerInvoer } from '../beheer.ts'
import { inOverstap, type Overstapdeur } from '../deur.ts'
import { findOrganisatieVanBrin, leesBrinsVanOrganisatie } from '../../organisatie-store.ts'
import { type Instellingoverstap, slaInstellingOp, vergrendelInstelling } from '../overstap-store.ts'
import { type Overstapdatums, zetTerug, zijnOpVolgorde } from '../rules/overstapstand.ts'
import type { Overstapweigering } from '../weigering.ts'
import { zonderOuder } from './ontkoppel.ts'

export interface Datumwijziging extends Overstapdatums {
  readonly brin: string
  readonly reden: string
}

export type Datumuitkomst =
  | { readonly uitkomst: 'gezet' | 'ongewijzigd' }
  /** De klok gaat terug: een tweede medewerker van DUO moet het ook willen. */
  | { readonly uitkomst: 'voorgesteld'; readonly voorstelId: string }

const SOORT = 'overstapdatums'

/** K-EH-06: DUO stelt de dagen van een school in. Terugzetten van een dag die al vaststaat wordt een voorstel (vier ogen). */
export function zetOverstapdatums(deur: Overstapdeur, ctx: Actiecontext, wijziging: Datumwijziging): Promise<Uitkomst<Datumuitkomst, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const organisatie = await findOrganisatieVanBrin(trx, wijziging.brin, vandaag(ctx))
    if (organisatie === undefined || !magBijOrganisatie(ctx.actor, 'overstap:leiden', organisatie.organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    const fouten = [...eisIngreep(ctx, wijziging.reden), ...controleer(wijziging)]
    if (fouten.length > 0) return weigerInvoer(fouten)
    const oud = await vergrendelInstelling(trx, wijziging.brin)
    if (oud !== undefined && zijnGelijk(oud, wijziging)) return gelukt({ uitkomst: 'ongewijzigd' })
    if (!zetTerug(oud ?? null, wijziging, vandaag(ctx))) return gelukt(await zet(trx, ctx, organisatie.organisatieId, oud, wijziging))
    const { brin, openVan, tokenTotEnMet, coulanceTotEnMet, reden } = wijziging
    const voorstel = zonderOuder(await doeVoorstel(trx, ctx, { soort: SOORT, organisatieId: organisatie.organisatieId, sleutel: brin, inhoud: { openVan, tokenTotEnMet, coulanceTotEnMet }, reden }))
    return voorstel.ok ? gelukt({ uitkomst: 'voorgesteld', voorstelId: voorstel.waarde.voorstelId }) : voorstel
  })
}

/** De tweede medewerker van DUO. */
export function bevestigOverstapdatums(deur: Overstapdeur, ctx: Actiecontext, voorstelId: string): Promise<Uitkomst<Datumuitkomst, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    if (ctx.actor.duorollen?.includes('duo-behandelaar') !== true) return geweigerd({ soort: 'niet-gevonden' })
    const fouten = eisVerseInlog(ctx)
    if (fouten.length > 0) return weigerInvoer(fouten)
    const voorstel = zonderOuder(await bevestig(trx, ctx, voorstelId, SOORT))
    if (!voorstel.ok) return voorstel
    const { sleutel: brin, inhoud, reden, organisatieId } = voorstel.waarde
    const oud = await vergrendelInstelling(trx, brin)
    return gelukt(await zet(trx, ctx, organisatieId, oud, { brin, reden, ...leesDatums(inhoud) }))
  })
}

/** T-15: de beheerder kiest of een uitnodiging bij deze school het oude middel mag vervangen. */
export function kiesUitnodigingAlsBewijs(deur: Overstapdeur, ctx: Actiecontext, { brin, aan }: { readonly brin: string; readonly aan: boolean }): Promise<Uitkomst<{ readonly uitkomst: 'gezet' | 'ongewijzigd' }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const { organisatieId } = ctx.actor
    const eigen = organisatieId !== undefined && magBijOrganisatie(ctx.actor, 'account:beheren', organisatieId) && (await leesBrinsVanOrganisatie(trx, organisatieId, vandaag(ctx))).includes(brin)
    const oud = eigen ? await vergrendelInstelling(trx, brin) : undefined
    if (oud === undefined || organisatieId === undefined) return geweigerd({ soort: 'niet-gevonden' })
    const fouten = eisVerseInlog(ctx)
    if (fouten.length > 0) return weigerInvoer(fouten)
    if (oud.uitnodigingVervangtBewijs === aan) return gelukt({ uitkomst: 'ongewijzigd' })
    await slaInstellingOp(trx, { ...oud, uitnodigingVervangtBewijs: aan }, ctx.actor.id, ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'kiesUitnodigingAlsBewijs', organisatieId, object: ['organisatie', organisatieId], van: String(!aan), naar: String(aan), extra: { brin } })
    return gelukt({ uitkomst: 'gezet' })
  })
}

async function zet(trx: Transactie, ctx: Actiecontext, organisatieId: string, oud: Instellingoverstap | undefined, { brin, reden, openVan, tokenTotEnMet, coulanceTotEnMet }: Datumwijziging): Promise<Datumuitkomst> {
  const datums = { openVan, tokenTotEnMet, coulanceTotEnMet }
  await slaInstellingOp(trx, { brin, ...datums, uitnodigingVervangtBewijs: oud?.uitnodigingVervangtBewijs ?? false }, ctx.actor.id, ctx.nu)
  const eerder = oud === undefined ? null : { openVan: oud.openVan, tokenTotEnMet: oud.tokenTotEnMet, coulanceTotEnMet: oud.coulanceTotEnMet }
  await schrijfAccountaudit(trx, ctx, { handeling: 'zetOverstapdatums', organisatieId, object: ['organisatie', organisatieId], reden: reden.trim(), extra: { brin, eerder, datums } })
  return { uitkomst: 'gezet' }
}

function controleer(wijziging: Datumwijziging): readonly Veldfout[] {
  const dagen = Object.entries({ openVan: wijziging.openVan, tokenTotEnMet: wijziging.tokenTotEnMet, coulanceTotEnMet: wijziging.coulanceTotEnMet })
  const onmogelijk = dagen.flatMap(([veld, dag]) => eis(dag === null || parseDatum(dag) !== undefined, veld, 'Dit is geen bestaande dag.', 'Schrijf de dag als jjjj-mm-dd.'))
  return onmogelijk.length > 0 ? onmogelijk : eis(
    zijnOpVolgorde(wijziging), 'tokenTotEnMet', 'De dagen staan niet op volgorde.', 'Eerst gaat de overstap open, dan komt de laatste dag van het token, dan de laatste dag van de coulance.',
  )
}

function leesDatums(inhoud: unknown): Overstapdatums {
  const dag = (naam: string): Datum | null => {
    const waarde: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined
    if (waarde === null) return null
    const gelezen = typeof waarde === 'string' ? parseDatum(waarde) : undefined
    if (gelezen === undefined) throw new Error(`voorstel zonder ${naam}`)
    return gelezen
  }
  return { openVan: dag('openVan'), tokenTotEnMet: dag('tokenTotEnMet'), coulanceTotEnMet: dag('coulanceTotEnMet') }
}

function zijnGelijk(a: Overstapdatums, b: Overstapdatums): boolean {
  return a.openVan === b.openVan && a.tokenTotEnMet === b.tokenTotEnMet && a.coulanceTotEnMet === b.coulanceTotEnMet
}

function vandaag({ nu }: Pick<Actiecontext, 'nu'>): Datum {
  return datumInNederland(new Date(nu))
}
