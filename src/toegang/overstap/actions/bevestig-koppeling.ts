import type { Transactie } from '../../../database/index.ts'
import type { Moment } from '../../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { vergrendelOrganisatie, zetMedewerkerVan, zetToestand } from '../../account/account-store.ts'
import { draagRollenOver, type Overgedragen } from '../../account/rolovergang.ts'
import type { Actiecontext } from '../../actor.ts'
import type { EhAccount } from '../../account/eh-account-store.ts'
import { inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { beeindigKoppelpoging } from '../koppelpoging-store.ts'
import { type OpenKoppeling, pakKoppeling } from '../open-koppeling.ts'
import { findOverstapkoppeling, slaOverstapkoppelingOp } from '../overstap-store.ts'
import { werkTijdBij } from '../tijd.ts'
import { type Tokenaccount, vergrendelTokenaccount, zetTokentoestand } from '../tokenaccount-store.ts'
import { toetsKoppelbaar } from '../toelating.ts'
import { beeindigSessiesVan, vervangSessie } from '../../sessie/sessies.ts'
import { trekUitnodigingenIn, vergrendelUitnodiging, zetUitnodigingGebruikt } from '../uitnodiging-store.ts'
import type { Overstapweigering } from '../weigering.ts'

export type Gekoppeld =
  /** `nieuweSessie`: de waarde van het koekje waarmee de browser verdergaat (S-02); null als de sessie intussen gesloten is. */
  | (Overgedragen & { readonly soort: 'gekoppeld'; readonly gekoppeldOp: Moment; readonly gebruikersnaam: string; readonly nieuweSessie: string | null })
  /** T-28: deze koppeling was er al; er verandert niets en de audit krijgt geen tweede regel. */
  | { readonly soort: 'al-gekoppeld' }

/**
 * K-EH-04, K-EH-10, T-07: koppelt in één transactie. De koppeling, het vervallen van het oude middel en zijn sessies, de rollen, de
 * audit en het bericht aan de beheerder komen er samen of geen van alle.
 */
export function bevestigKoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<Gekoppeld, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    // Eerst het slot van de organisatie, dan pas accounts: zo doet alles wat rollen verandert het, en wacht niemand in een kring.
    if (ctx.actor.organisatieId !== undefined) await vergrendelOrganisatie(trx, ctx.actor.organisatieId)
    const open = await pakKoppeling(trx, ctx, sessieHash)
    if (!open.ok) return weiger(trx, ctx, open.reden, { stap: 'bevestig', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id] })
    if (open.waarde.poging.einde === 'GEKOPPELD') return gelukt({ soort: 'al-gekoppeld' })
    return bevestig(trx, deur, ctx, open.waarde, sessieHash)
  })
}

async function bevestig(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, { eh, poging }: OpenKoppeling, sessieHash: Buffer): Promise<Uitkomst<Gekoppeld, Overstapweigering>> {
  const { koppelpogingId, oudAccountId, uitnodigingId } = poging
  const gelezen = oudAccountId === null ? undefined : await vergrendelTokenaccount(trx, oudAccountId)
  if (gelezen === undefined) return weiger(trx, ctx, { soort: 'geen-koppeling-begonnen' }, { stap: 'bevestig', organisatieId: eh.organisatieId, object: ['account', eh.accountId], koppelpogingId })
  const plaats = { stap: 'bevestig', organisatieId: eh.organisatieId, object: ['account', gelezen.accountId], koppelpogingId } as const
  if (gelezen.toestand === 'GEKOPPELD') return naGekoppeld(trx, ctx, eh, gelezen, plaats)
  const { account: oud, stand } = await werkTijdBij(trx, ctx, gelezen)
  const waarom = await toetsKoppelbaar(trx, deur, ctx, eh, oud, stand)
  if (waarom !== undefined) return weigerEnSluit(trx, ctx, waarom, plaats)
  if (uitnodigingId !== null && await vergrendelUitnodiging(trx, { uitnodigingId }, eh.organisatieId, ctx.nu) === undefined) return weigerEnSluit(trx, ctx, { soort: 'uitnodiging-onjuist' }, plaats)
  const wijze = uitnodigingId === null ? 'ZELF' : 'UITNODIGING'
  const gezet = await slaOverstapkoppelingOp(trx, { oudAccountId: oud.accountId, ehAccountId: eh.accountId, wijze, koppelpogingId, gekoppeldOp: ctx.nu, gekoppeldDoor: ctx.actor.id })
  if (!gezet) return weigerEnSluit(trx, ctx, { soort: 'niet-meer-beschikbaar' }, plaats)
  const gekoppeld = await voerDoor(trx, ctx, eh, oud, { koppelpogingId, uitnodigingId, wijze })
  return gelukt({ ...gekoppeld, nieuweSessie: await vervangSessie(trx, sessieHash, ctx.nu) })
}

interface Koppelwijze {
  readonly koppelpogingId: string
  readonly uitnodigingId: string | null
  readonly wijze: 'ZELF' | 'UITNODIGING'
}

async function voerDoor(trx: Transactie, ctx: Actiecontext, eh: EhAccount, oud: Tokenaccount, { koppelpogingId, uitnodigingId, wijze }: Koppelwijze): Promise<Omit<Extract<Gekoppeld, { soort: 'gekoppeld' }>, 'nieuweSessie'>> {
  const rollen = await draagRollenOver(trx, { van: oud.accountId, naar: eh.accountId, door: ctx.actor.id, nu: ctx.nu })
  await zetTokentoestand(trx, oud.accountId, 'GEKOPPELD', ctx.nu)
  await beeindigSessiesVan(trx, oud.accountId)
  if (eh.toestand === 'NIEUW') await zetToestand(trx, eh.accountId, 'ACTIEF', ctx.nu)
  const soort = await verbindMedewerker(trx, eh, oud)
  if (uitnodigingId !== null) await zetUitnodigingGebruikt(trx, uitnodigingId, eh.accountId, ctx.nu)
  await trekUitnodigingenIn(trx, oud.accountId, ctx.nu)
  await beeindigKoppelpoging(trx, koppelpogingId, 'GEKOPPELD', ctx.nu)
  await meldAanBeheerder(trx, eh.organisatieId, soort, oud.accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'koppelAccount', organisatieId: eh.organisatieId, object: ['account', oud.accountId], van: oud.toestand, naar: 'GEKOPPELD',
    extra: { ehAccountId: eh.accountId, wijze, koppelpogingId, rollen: rollen.overgedragen.map(({ rol, brin, vestiging }) => ({ rol, brin, vestiging })), weggelaten: rollen.weggelaten },
  })
  return { ...rollen, soort: 'gekoppeld', gekoppeldOp: ctx.nu, gebruikersnaam: oud.gebruikersnaam }
}

/** Een account zonder naam krijgt de medewerker van de andere kant. Zijn het twee verschillende, dan ziet de beheerder dat (T-11). */
async function verbindMedewerker(trx: Transactie, eh: EhAccount, oud: Tokenaccount): Promise<'GEKOPPELD' | 'GEKOPPELD_DOOR_ANDER'> {
  if (eh.medewerkerId === null && oud.medewerkerId !== null) await zetMedewerkerVan(trx, eh.accountId, oud.medewerkerId)
  if (eh.medewerkerId !== null && oud.medewerkerId === null) await zetMedewerkerVan(trx, oud.accountId, eh.medewerkerId)
  return eh.medewerkerId !== null && oud.medewerkerId !== null && eh.medewerkerId !== oud.medewerkerId ? 'GEKOPPELD_DOOR_ANDER' : 'GEKOPPELD'
}

type Plaats = Parameters<typeof weiger>[3] & { readonly koppelpogingId: string }

/** T-10, T-28: dezelfde koppeling nog een keer is geen fout; wie net te laat was hoort alleen dat het niet kan. */
async function naGekoppeld(trx: Transactie, ctx: Actiecontext, eh: EhAccount, oud: Tokenaccount, plaats: Plaats): Promise<Uitkomst<Gekoppeld, Overstapweigering>> {
  const koppeling = await findOverstapkoppeling(trx, oud.accountId)
  if (koppeling?.ehAccountId !== eh.accountId) return weigerEnSluit(trx, ctx, { soort: 'niet-meer-beschikbaar' }, plaats)
  await beeindigKoppelpoging(trx, plaats.koppelpogingId, 'GEKOPPELD', ctx.nu)
  return gelukt({ soort: 'al-gekoppeld' })
}

async function weigerEnSluit(trx: Transactie, ctx: Actiecontext, reden: Overstapweigering, plaats: Plaats) {
  await beeindigKoppelpoging(trx, plaats.koppelpogingId, 'GEWEIGERD', ctx.nu)
  return weiger(trx, ctx, reden, plaats)
}
