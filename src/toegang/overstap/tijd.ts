/** Wat de klok met een oud account doet: afsluiten na de sluitdatum, vervallen na de coulance (T-19, T-20). Bij elk verzoek, en elk uur voor de rest. */
import type { Database, Transactie } from '../../database/index.ts'
import { inTransactie } from '../../database/index.ts'
import { datumInNederland, momentVan } from '../../kern/datum.ts'
import { schrijfAccountaudit } from '../account/accountaudit.ts'
import { type Actiecontext, systeemactor } from '../actor.ts'
import { type Tokenaccount, vergrendelTokenaccount, zetTokentoestand } from './tokenaccount-store.ts'
import { verwijderPogingenVoor } from './bewijspoging-store.ts'
import { plusMs } from './deur.ts'
import { sluitVerlopenKoppelpogingen } from './koppelpoging-store.ts'
import { leesAccountsNaSluiting } from './overzicht-store.ts'
import { overstapstand } from './overstapstand.ts'
import type { Schoolstand } from './schoolstand.ts'
import { type Bewaardetoestand, volgendeBewaardeToestand } from './rules/toestanden.ts'
import { beeindigSessiesVan } from '../sessie/sessies.ts'

type Klokcontext = Pick<Actiecontext, 'actor' | 'aanmelding' | 'nu'>

/** Brengt een vastgehouden account bij de tijd en geeft het zoals het nu is. */
export async function werkTijdBij(trx: Transactie, ctx: Klokcontext, account: Tokenaccount): Promise<{ readonly account: Tokenaccount; readonly stand: Schoolstand }> {
  const stand = await overstapstand(trx, account.brin, ctx.nu)
  let toestand = account.toestand
  if (stand.stand === 'OVERSTAP_DICHT') {
    if (toestand === 'ACTIEF_TOKEN') toestand = await zet(trx, ctx, account, toestand, 'sluit-af')
    if (toestand === 'AFGESLOTEN' && stand.coulanceTotEnMet !== null && !stand.coulance) toestand = await zet(trx, ctx, account, toestand, 'laat-vervallen')
  }
  return { account: toestand === account.toestand ? account : { ...account, toestand, toestandSinds: ctx.nu }, stand }
}

/** Elk uur: accounts die niemand meer gebruikt, verlopen koppelingen en oude pogingen. Geeft hoeveel accounts er veranderden. */
export async function werkOverstapBij(database: Database, nu: Date): Promise<number> {
  const ctx = { actor: systeemactor('overstap'), nu: momentVan(nu) }
  const alsSysteem = <T>(werk: (trx: Transactie) => Promise<T>) => inTransactie(database, { organisaties: [], rol: 'systeem', actor: ctx.actor.id }, werk)
  const accountIds = await alsSysteem(async (trx) => {
    await sluitVerlopenKoppelpogingen(trx, ctx.nu)
    await verwijderPogingenVoor(trx, plusMs(ctx.nu, -BEWAREN_MS))
    return leesAccountsNaSluiting(trx, datumInNederland(nu))
  })
  let veranderd = 0
  for (const accountId of accountIds) {
    const anders = await alsSysteem(async (trx) => {
      const account = await vergrendelTokenaccount(trx, accountId)
      return account !== undefined && (await werkTijdBij(trx, ctx, account)).account.toestand !== account.toestand
    })
    if (anders) veranderd += 1
  }
  return veranderd
}

const BEWAREN_MS = 30 * 24 * 3_600_000

const HANDELING = {
  'sluit-af': { handeling: 'sluitTokenaccountAf', reden: 'de laatste dag van het token is voorbij' },
  'laat-vervallen': { handeling: 'laatTokenaccountVervallen', reden: 'de coulancetijd is voorbij' },
} as const

async function zet(trx: Transactie, ctx: Klokcontext, account: Tokenaccount, van: Bewaardetoestand, gebeurtenis: keyof typeof HANDELING): Promise<Bewaardetoestand> {
  const naar = volgendeBewaardeToestand(van, gebeurtenis)
  if (!naar.ok) throw new Error(`${gebeurtenis} hoort te kunnen vanuit ${van}`)
  await zetTokentoestand(trx, account.accountId, naar.waarde, ctx.nu)
  await beeindigSessiesVan(trx, account.accountId)
  await schrijfAccountaudit(trx, ctx, { ...HANDELING[gebeurtenis], organisatieId: account.organisatieId, object: ['account', account.accountId], van, naar: naar.waarde })
  return naar.waarde
}
