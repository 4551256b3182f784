/** Wat elke actie van een beheerder of DUO bij de overstap eerst doet. */
import type { Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isUuid } from '../../kern/uuid.ts'
import { eis, type Veldfout } from '../../kern/weigering.ts'
import { type Accountbeeld } from '../account/account.ts'
import { leesAccounts, vergrendelOrganisatie } from '../account/account-store.ts'
import { magNogBeheren } from '../account/actions/op-account.ts'
import { blijftErEenBeheerder } from '../account/rules/laatste-beheerder.ts'
import { eisVerseInlog } from '../account/rules/verse-inlog.ts'
import { vergelijkPersoon } from '../account/vier-ogen-store.ts'
import { type Actiecontext, magBijOrganisatie } from '../actor.ts'
import { findTokenaccount, type Tokenaccount, vergrendelTokenaccount } from './tokenaccount-store.ts'
import type { Overstapweigering } from './weigering.ts'

/** Een verse inlog en een reden: dat vraagt elke ingreep in het account van een ander (S-03, T-29). */
export function eisIngreep(ctx: Actiecontext, reden: string): readonly Veldfout[] {
  const kort = reden.trim()
  return [
    ...eisVerseInlog(ctx),
    ...eis(kort !== '' && kort.length <= 500, 'reden', 'Een reden is verplicht en heeft hooguit 500 tekens.', 'Schrijf in een of twee zinnen waarom dit nodig is.'),
  ]
}

/** Verwacht minstens één fout. */
export function weigerInvoer(fouten: readonly Veldfout[]): Uitkomst<never, Overstapweigering> {
  const [eerste, ...rest] = fouten
  if (eerste === undefined) throw new Error('ongeldig zonder fouten')
  return geweigerd({ soort: 'ongeldig', fouten: [eerste, ...rest] })
}

/** Houdt de organisatie en daarna het oude account vast, en leest het recht van de actor dan opnieuw (S-05). Een account van een ander bestaat niet (Z-02). */
export async function pakOudAccount(trx: Transactie, ctx: Actiecontext, oudAccountId: string, fouten: readonly Veldfout[]): Promise<Uitkomst<Tokenaccount, Overstapweigering>> {
  const gevonden = isUuid(oudAccountId) ? await findTokenaccount(trx, oudAccountId) : undefined
  if (gevonden === undefined || !magBijOrganisatie(ctx.actor, 'account:beheren', gevonden.organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
  if (fouten.length > 0) return weigerInvoer(fouten)
  await vergrendelOrganisatie(trx, gevonden.organisatieId)
  if (!(await magNogBeheren(trx, ctx))) return geweigerd({ soort: 'niet-gevonden' })
  const account = await vergrendelTokenaccount(trx, oudAccountId)
  if (account === undefined) throw new Error('account verdween onder een slot')
  return gelukt(account)
}

/** Z-04, T-16: een ingreep is nooit voor het eigen account, ook niet via een tweede account van dezelfde medewerker. */
export async function isVoorZichzelf(trx: Transactie, { actor }: Actiecontext, accountId: string): Promise<boolean> {
  return actor.soort !== 'systeem' && await vergelijkPersoon(trx, actor.id, accountId) === 'zelfde'
}

/** T-17, K-EH-12: na deze wijziging houdt de organisatie een beheerder die kan werken. Alleen DUO (bij een ander) en het systeem mogen de laatste weghalen. */
export async function houdtBeheerder(trx: Transactie, { actor, nu }: Actiecontext, organisatieId: string, wijzig: (account: Accountbeeld) => Pick<Accountbeeld, 'toestand' | 'rollen'> | undefined): Promise<boolean> {
  if (actor.soort === 'systeem' || actor.organisatieId !== organisatieId) return true
  const accounts = await leesAccounts(trx, { organisatieId })
  const na = accounts.flatMap((account) => {
    const anders = wijzig(account)
    return anders === undefined ? [] : [{ accountId: account.accountId, ...anders }]
  })
  return blijftErEenBeheerder(accounts, na, nu)
}
