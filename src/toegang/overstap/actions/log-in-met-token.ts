import type { Transactie } from '../../../database/index.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { findAccount, zetIngelogd } from '../../account/account-store.ts'
import type { Actiecontext } from '../../actor.ts'
import { type Tokenaccount, vergrendelTokenaccount } from '../tokenaccount-store.ts'
import { leverBewijs } from '../bewijs.ts'
import { grenzenVan, inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { isTeLangNietGebruikt } from '../rules/koppelbaar.ts'
import { werktToken } from '../rules/overstapstand.ts'
import type { Schoolstand } from '../schoolstand.ts'
import { werkTijdBij } from '../tijd.ts'
import { openSessie } from '../../sessie/sessies.ts'
import type { Overstapweigering } from '../weigering.ts'

export interface Tokeninlog {
  readonly gebruikersnaam: string
  readonly wachtwoord: string
  readonly code: string
  /** De sessie die deze browser al had; zij eindigt (S-02). */
  readonly oudeSessie: Buffer | null
  /** Zie `grofNetwerkVan`. */
  readonly netwerk: string
}

/**
 * T-19, T-21: inloggen met het oude middel, zolang de school het kent en het account niet gekoppeld is. Geeft de waarde van het koekje.
 * Een gekoppeld account heeft geen geheim meer en krijgt dus hetzelfde antwoord als een verkeerd wachtwoord (T-08, T-13).
 */
export async function logInMetToken(deur: Overstapdeur, ctx: Actiecontext, { oudeSessie, ...bewijs }: Tokeninlog): Promise<Uitkomst<{ readonly koekje: string }, Overstapweigering>> {
  const geleverd = await leverBewijs(deur, ctx, { ...bewijs, doel: 'INLOGGEN', eh: null })
  if (geleverd.soort !== 'klopt') {
    const reden: Overstapweigering = geleverd.soort === 'onjuist' ? { soort: 'bewijs-onjuist' } : geleverd
    const account = geleverd.soort === 'onjuist' ? geleverd.account : undefined
    return inOverstap(deur, ctx, (trx) => weiger(trx, ctx, reden, { stap: 'inloggen', organisatieId: account?.organisatieId ?? '', object: ['account', account?.accountId ?? 'onbekend'] }))
  }
  return inOverstap(deur, ctx, async (trx) => {
    const gelezen = await vergrendelTokenaccount(trx, geleverd.account.accountId)
    if (gelezen === undefined) throw new Error('bewezen account is weg')
    const { account, stand } = await werkTijdBij(trx, ctx, gelezen)
    const waarom = await waaromNiet(trx, deur, ctx, account, stand)
    if (waarom !== undefined) return weiger(trx, ctx, waarom, { stap: 'inloggen', organisatieId: account.organisatieId, object: ['account', account.accountId] })
    const koekje = await openSessie(trx, { accountId: account.accountId, organisatieId: account.organisatieId, middel: 'DUO_TOKEN', niveau: null, authnOp: ctx.nu }, ctx.nu, oudeSessie === null ? [] : [oudeSessie])
    await zetIngelogd(trx, account.accountId, ctx.nu)
    await schrijfAccountaudit(trx, { ...ctx, actor: { ...ctx.actor, id: account.accountId } }, { handeling: 'logInMetToken', organisatieId: account.organisatieId, object: ['account', account.accountId], extra: { middel: 'DUO_TOKEN' } })
    return gelukt({ koekje })
  })
}

async function waaromNiet(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, account: Tokenaccount, stand: Schoolstand): Promise<Overstapweigering | undefined> {
  if (account.toestand === 'GEBLOKKEERD') return { soort: 'account-geblokkeerd' }
  if (account.toestand === 'AFGESLOTEN' || account.toestand === 'VERVALLEN_ONGEKOPPELD' || !werktToken(stand.stand)) {
    return { soort: 'token-gesloten', tokenTotEnMet: stand.tokenTotEnMet, coulanceTotEnMet: account.toestand === 'AFGESLOTEN' && stand.coulance ? stand.coulanceTotEnMet : null }
  }
  // Tussen bewijs en dit moment gekoppeld of ingetrokken: hetzelfde antwoord als zonder geheim.
  if (account.toestand !== 'ACTIEF_TOKEN') return { soort: 'bewijs-onjuist' }
  const uitDienstOp = (await findAccount(trx, account.accountId))?.medewerker?.uitDienstOp ?? null
  if (uitDienstOp !== null && uitDienstOp <= ctx.nu) return { soort: 'bewijs-onjuist' }
  // Anders maakte een inlog een vergeten account weer koppelbaar (T-24).
  const { ongebruiktMaanden } = grenzenVan(deur, ctx)
  if (isTeLangNietGebruikt(account.laatstIngelogdOp ?? account.aangemaaktOp, ctx.nu, ongebruiktMaanden)) return { soort: 'te-lang-niet-gebruikt', maanden: ongebruiktMaanden }
  return undefined
}
