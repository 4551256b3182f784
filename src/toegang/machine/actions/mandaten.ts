/** M-01, K-EH-07: de beheerder van een organisatie geeft, ziet en beëindigt mandaten; een systeem heeft geen eHerkenning nodig. */
import { alsSysteem, schrijfAudit } from '../../../database/index.ts'
import { datumInNederland, parseDatum } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import type { Mandaat, NieuwMandaat } from '../mandaat.ts'
import { findMandaat, leesLeveranciers, leesMandaten, slaMandaatOp, zetMandaatIngetrokken } from '../mandaat-store.ts'
import { isScope } from '../rules/scopes.ts'

export interface Leverancier {
  readonly oin: string
  readonly naam: string
}

export interface Mandatenbeeld {
  readonly mandaten: readonly Mandaat[]
  /** Waaruit de beheerder kan kiezen. */
  readonly leveranciers: readonly Leverancier[]
}

export async function geefMandaat(uitvoerder: Uitvoerder, ctx: Actiecontext, nieuw: NieuwMandaat): Promise<Uitkomst<{ readonly mandaatId: string }, Weigering>> {
  if (!magBijOrganisatie(ctx.actor, 'mandaat:beheren', nieuw.organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    const leveranciers = await leesLeveranciers(trx)
    const fouten = controleer(nieuw, ctx, leveranciers)
    if (fouten.length > 0) return ongeldig(fouten)
    const mandaatId = await slaMandaatOp(trx, nieuw, ctx.actor.id, ctx.nu)
    if (mandaatId === undefined) return ongeldig(eis(false, 'geldigVan', 'Deze leverancier heeft op een of meer van deze dagen al een mandaat.', 'Trek dat mandaat eerst in, of kies een dag na de laatste dag ervan.', 'M-01'))
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'geefMandaat', brin: null, deelnemerId: null, object: ['mandaat', mandaatId], gegevens: { oin: nieuw.leverancierOin, organisatie: nieuw.organisatieId, scopes: nieuw.scopes, van: nieuw.geldigVan, totEnMet: nieuw.geldigTotEnMet } })
    return gelukt({ mandaatId })
  }))
}

/** Werkt bij het volgende verzoek (M-02). Een mandaat van een ander is er niet (Z-02); nog een keer intrekken verandert niets. */
export async function trekMandaatIn(uitvoerder: Uitvoerder, ctx: Actiecontext, mandaatId: string): Promise<Uitkomst<{ readonly uitkomst: 'ingetrokken' | 'ongewijzigd' }, Weigering>> {
  if (!isUuid(mandaatId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async (): Promise<Uitkomst<{ readonly uitkomst: 'ingetrokken' | 'ongewijzigd' }, Weigering>> => {
    const mandaat = await findMandaat(trx, mandaatId)
    if (mandaat === undefined || !magBijOrganisatie(ctx.actor, 'mandaat:beheren', mandaat.organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    if (mandaat.ingetrokkenOp !== null) return gelukt({ uitkomst: 'ongewijzigd' })
    await zetMandaatIngetrokken(trx, mandaatId, ctx.actor.id, ctx.nu)
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'trekMandaatIn', brin: null, deelnemerId: null, object: ['mandaat', mandaatId], gegevens: { oin: mandaat.leverancierOin, organisatie: mandaat.organisatieId } })
    return gelukt({ uitkomst: 'ingetrokken' })
  }))
}

/** De mandaten van een organisatie, nieuwste eerst, en de leveranciers die er zijn. */
export async function toonMandaten(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string): Promise<Uitkomst<Mandatenbeeld, Weigering>> {
  if (!magBijOrganisatie(ctx.actor, 'mandaat:beheren', organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => gelukt({ mandaten: await leesMandaten(trx, organisatieId), leveranciers: await leesLeveranciers(trx) })))
}

function controleer({ leverancierOin, scopes, geldigVan, geldigTotEnMet }: NieuwMandaat, { nu }: Actiecontext, leveranciers: readonly Leverancier[]): readonly Veldfout[] {
  const vandaag = datumInNederland(new Date(nu))
  const dagGoed = parseDatum(geldigVan) !== undefined
  return [
    ...eis(leveranciers.some(({ oin }) => oin === leverancierOin), 'leverancierOin', leverancierOin === '' ? 'U koos nog geen leverancier.' : 'Deze leverancier heeft hier geen systeem.', 'Kies een leverancier uit de lijst, of vraag de leverancier zich te laten registreren.', 'M-01'),
    ...eis(scopes.length > 0 && scopes.every(isScope) && new Set(scopes).size === scopes.length, 'scopes', 'Een mandaat geeft ten minste een recht, en elk recht een keer.', 'Vink aan wat de leverancier namens u mag doen.', 'M-07'),
    ...eis(dagGoed && geldigVan >= vandaag, 'geldigVan', 'Een mandaat begint vandaag of later.', 'Kies vandaag of een latere dag, bijvoorbeeld 31-7-2027, of laat leeg voor vandaag.', 'M-01'),
    ...eis(geldigTotEnMet === null || (parseDatum(geldigTotEnMet) !== undefined && (!dagGoed || geldigTotEnMet >= geldigVan)), 'geldigTotEnMet', 'De laatste dag ligt op of na de eerste dag.', 'Kies een latere dag, of laat leeg tot u het mandaat intrekt.', 'M-01'),
  ]
}
