import { alsSysteem, type Transactie } from '../../../database/index.ts'
import { datumInNederland } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import type { EhIdentiteit } from '../../eherkenning/identiteit.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { zetMedewerkerVan, zetToestand } from '../account-store.ts'
import { ehSleutel, findEhAccount, maakEhAccount, vergrendelEhSleutel } from '../eh-account-store.ts'
import { voegMedewerkerToe } from '../medewerker-store.ts'
import { voegRolToe } from '../rol-store.ts'
import { findOrganisatieBij } from '../../organisatie-store.ts'
import { isRolnaam } from '../rol.ts'

/** Een verzonnen medewerker die al eHerkenning heeft, zoals de proefmakelaar hem noemt. */
export interface Proefaccount extends Pick<EhIdentiteit, 'acting' | 'legal' | 'intermediair'> {
  /** Bij elke start dezelfde. */
  readonly accountId: string
  readonly medewerkerId: string
  readonly naam: string
  readonly rollen: readonly { readonly rol: string; readonly brin?: string; readonly vestiging?: string }[]
}

/**
 * Geeft verzonnen medewerkers hun account en rollen, zodat er in ontwikkeling iets te zien is. Een account dat er al is blijft zoals het
 * is. Alleen het systeem mag dit; de server roept het in productie nooit aan.
 */
export async function maakProefaccounts(uitvoerder: Uitvoerder, ctx: Actiecontext, accounts: readonly Proefaccount[]): Promise<Uitkomst<{ readonly nieuw: number }, Weigering>> {
  if (ctx.actor.soort !== 'systeem') return geweigerd({ soort: 'niet-gevonden' })
  const fouten = accounts.flatMap(({ rollen }, i) => rollen.flatMap(({ rol }, j) => eis(isRolnaam(rol), `[${i}].rollen[${j}].rol`, 'Deze rol bestaat niet.', 'Verbeter de rol.')))
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    let nieuw = 0
    for (const [i, account] of accounts.entries()) {
      const gemaakt = await maak(trx, ctx, account)
      if (gemaakt === 'organisatie-onbekend') return ongeldig([{ veld: `[${i}].legal`, regel: 'Bij dit nummer hoort vandaag geen bestuur.', watTeDoen: 'Registreer eerst het bestuur met dit nummer.' }])
      if (gemaakt === 'nieuw') nieuw += 1
    }
    return gelukt({ nieuw })
  }))
}

async function maak(trx: Transactie, ctx: Actiecontext, { accountId, medewerkerId, naam, rollen, ...wie }: Proefaccount): Promise<'nieuw' | 'bestond' | 'organisatie-onbekend'> {
  const { nu, kluis, actor } = ctx
  const sleutel = ehSleutel(wie, kluis.pseudoniemsleutel(wie.acting))
  await vergrendelEhSleutel(trx, sleutel)
  if (await findEhAccount(trx, sleutel) !== undefined) return 'bestond'
  const organisatieId = await findOrganisatieBij(trx, wie.legal, datumInNederland(new Date(nu)))
  if (organisatieId === undefined) return 'organisatie-onbekend'
  await maakEhAccount(trx, organisatieId, sleutel, nu, accountId)
  await voegMedewerkerToe(trx, organisatieId, naam, nu, medewerkerId)
  await zetMedewerkerVan(trx, accountId, medewerkerId)
  await zetToestand(trx, accountId, 'ACTIEF', nu)
  for (const { rol, brin = null, vestiging = null } of rollen) {
    await voegRolToe(trx, { accountId, rol, brin, vestiging, van: nu, voor: null, bron: 'DUO', bronSleutel: '', reden: '', door: actor.id }, nu)
  }
  await schrijfAccountaudit(trx, { ...ctx, nu }, { handeling: 'maakProefaccounts', organisatieId, object: ['account', accountId], naar: 'ACTIEF', extra: { rollen } })
  return 'nieuw'
}
