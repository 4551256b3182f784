import type { Transactie } from '../../../database/index.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { looptNog, type Rolbeeld } from '../../account/account.ts'
import { vergrendelOrganisatie, zetMedewerkerVan, zetToestand } from '../../account/account-store.ts'
import { vergrendelEhAccount } from '../../account/eh-account-store.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { voegRollenToe, zetRollenIngetrokken } from '../../account/rol-store.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../../overstap/deur.ts'
import { beeindigSessiesVan, vervangSessie } from '../../sessie/sessies.ts'
import { leesHerkoppelfeiten } from '../feiten.ts'
import { findHerkoppelingNaar, slaHerkoppelingOp } from '../herkoppeling-store.ts'
import { beeindigHerkoppelpoging } from '../poging-store.ts'
import { type Herkoppelfeiten, verdeelHerkoppelrollen, waaromNietHerkoppelbaar } from '../rules/herkoppelbaar.ts'
import type { Herkoppelweigering } from '../weigering.ts'
import { pakWissel, weigerWissel, type Wissel } from '../wissel.ts'

export type Herkoppeld =
  /** `nieuweSessie`: de waarde van het koekje waarmee de browser verdergaat (S-02); null als de sessie intussen gesloten is. */
  | { readonly soort: 'herkoppeld'; readonly nieuweSessie: string | null }
  /** T-28: deze wissel was er al; er verandert niets en de audit krijgt geen tweede regel. */
  | { readonly soort: 'al-gekoppeld' }

/**
 * T-07, T-23: in een transactie gaan de rollen over, eindigt de oude inlog met zijn sessies, en komen de audit en het bericht aan de
 * beheerder erbij; of geen van alle. Alles wat bij het bewijs gold wordt hier opnieuw nagegaan.
 */
export function bevestigHerkoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<Herkoppeld, Herkoppelweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    // Eerst het slot van de organisatie, dan pas accounts: zo doet alles wat rollen verandert het, en wacht niemand in een kring.
    if (ctx.actor.organisatieId !== undefined) await vergrendelOrganisatie(trx, ctx.actor.organisatieId)
    const wissel = await pakWissel(trx, ctx, sessieHash)
    if (!wissel.ok) return weigerWissel(trx, ctx, wissel.reden, { stap: 'bevestig' })
    return wissel.waarde.poging.einde === 'HERKOPPELD' ? gelukt({ soort: 'al-gekoppeld' }) : bevestig(trx, ctx, wissel.waarde)
  })
}

async function bevestig(trx: Transactie, ctx: Actiecontext, { nieuw, poging }: Wissel): Promise<Uitkomst<Herkoppeld, Herkoppelweigering>> {
  const { oudAccountId, herkoppelpogingId, sessieHash } = poging
  if (oudAccountId === null) return weigerWissel(trx, ctx, { soort: 'geen-wissel-begonnen' }, { stap: 'bevestig' })
  const plaats = { stap: 'bevestig', poging, oudAccountId }
  const oud = await vergrendelEhAccount(trx, oudAccountId)
  if (oud === undefined) throw new Error('bewezen account verdween')
  if (oud.toestand === 'BEEINDIGD' && (await findHerkoppelingNaar(trx, nieuw.accountId))?.oudAccountId === oudAccountId) {
    await beeindigHerkoppelpoging(trx, herkoppelpogingId, 'HERKOPPELD', ctx.nu)
    return gelukt({ soort: 'al-gekoppeld' })
  }
  const feiten = await leesHerkoppelfeiten(trx, { oud, nieuw, sessieHash, nu: ctx.nu })
  if (feiten === undefined) return weigerWissel(trx, ctx, { soort: 'geen-wissel-begonnen' }, { stap: 'bevestig' })
  const waarom = waaromNietHerkoppelbaar(feiten)
  if (waarom !== undefined) return weigerWissel(trx, ctx, waarom, plaats)
  const gezet = await slaHerkoppelingOp(trx, { oudAccountId, nieuwAccountId: nieuw.accountId, herkoppelpogingId, herkoppeldOp: ctx.nu })
  if (!gezet) return weigerWissel(trx, ctx, { soort: 'niet-meer-beschikbaar' }, plaats)
  await voerDoor(trx, ctx, feiten, herkoppelpogingId)
  return gelukt({ soort: 'herkoppeld', nieuweSessie: await vervangSessie(trx, sessieHash, ctx.nu) })
}

/** Beide accounts houden de medewerker van het oude: zo blijft te zien dat dit dezelfde persoon is. */
async function voerDoor(trx: Transactie, ctx: Actiecontext, feiten: Herkoppelfeiten, herkoppelpogingId: string): Promise<void> {
  const { oud, nieuw, nu } = feiten
  const { meegaand, weggelaten } = verdeelHerkoppelrollen(feiten)
  await voegRollenToe(trx, meegaand.map((rol) => verhuisd(rol, nieuw.accountId, ctx)), nu)
  await zetRollenIngetrokken(trx, oud.rollen.filter((rol) => looptNog(rol, nu)).map(({ rolId }) => rolId), ctx.actor.id, 'Verder met een andere inlog van eHerkenning.', nu)
  await zetToestand(trx, oud.accountId, 'BEEINDIGD', nu)
  await beeindigSessiesVan(trx, oud.accountId)
  if (nieuw.toestand === 'NIEUW') await zetToestand(trx, nieuw.accountId, 'ACTIEF', nu)
  if (oud.medewerker !== null && nieuw.medewerker === null) await zetMedewerkerVan(trx, nieuw.accountId, oud.medewerker.id)
  await beeindigHerkoppelpoging(trx, herkoppelpogingId, 'HERKOPPELD', nu)
  await meldAanBeheerder(trx, nieuw.organisatieId, 'HERKOPPELD', nieuw.accountId, nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'herkoppelAccount', organisatieId: nieuw.organisatieId, object: ['account', oud.accountId], van: oud.toestand, naar: 'BEEINDIGD',
    extra: { nieuwAccountId: nieuw.accountId, herkoppelpogingId, rollen: meegaand.map(({ rol, brin, vestiging }) => ({ rol, brin, vestiging })), weggelaten },
  })
}

/** T-09, Z-04: herkomst, einde, reden en wie hem gaf blijven wat zij waren; niemand geeft hier een rol. */
function verhuisd({ rol, brin, vestiging, voor, bron, bronSleutel, reden, toegekendDoor, toegekendOp }: Rolbeeld, accountId: string, { nu }: Actiecontext) {
  return { accountId, rol, brin, vestiging, van: nu, voor, bron, bronSleutel, reden, door: toegekendDoor, toegekendOp }
}
