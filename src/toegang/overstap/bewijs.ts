/** Het bewijs met het oude middel: tellen, controleren, boeken. Hetzelfde werk bij koppelen en bij inloggen (T-03, T-12, T-13, T-14). */
import type { Moment } from '../../kern/datum.ts'
import { schrijfAccountaudit } from '../account/accountaudit.ts'
import type { Transactie } from '../../database/index.ts'
import type { Actiecontext } from '../actor.ts'
import { meldAanBeheerder } from '../account/melding-store.ts'
import { maakBeurten } from './beurten.ts'
import { boekPoging, telFouten, vergrendelPogingen, zetGelukt } from './bewijspoging-store.ts'
import { grenzenVan, inOverstap, oudMiddelVan, type Overstapdeur, plusMs } from './deur.ts'
import { findTokenaccountOpNaam, gebruikStap, leesGebruikersnaam, type Tokenaccount, vergrendelTokenaccount, zetTokentoestand } from './tokenaccount-store.ts'
import type { Oudbewijs } from './oud-middel.ts'
import { beoordeelPoging, type Pogingoordeel } from './rules/bewijsgrenzen.ts'
import { volgendeBewaardeToestand } from './rules/toestanden.ts'
import { beeindigSessiesVan } from '../sessie/sessies.ts'

export type Bewijsvraag = Oudbewijs & { readonly gebruikersnaam: string } & (
  /** `netwerk`: waar het verzoek vandaan kwam (`grofNetwerkVan`), alleen om bij drukte eerlijk te verdelen. */
  | { readonly doel: 'INLOGGEN'; readonly eh: null; readonly netwerk: string }
  /** `eh`: wie er met eHerkenning is ingelogd. */
  | { readonly doel: 'KOPPELEN'; readonly eh: { readonly accountId: string; readonly organisatieId: string } }
)

export type Bewijsuitkomst =
  | { readonly soort: 'klopt'; readonly account: Tokenaccount }
  /** `account`: welk account de naam noemde, alleen voor de audit en voor wie al gekoppeld is. */
  | { readonly soort: 'onjuist'; readonly account: Tokenaccount | undefined }
  | Exclude<Pogingoordeel, { readonly soort: 'mag' }>

const VENSTER_MS = 24 * 3_600_000

/** Controleert beide factoren. Een fout blijft tellen, ook als de aanroeper daarna weigert. */
export async function leverBewijs(deur: Overstapdeur, ctx: Actiecontext, vraag: Bewijsvraag): Promise<Bewijsuitkomst> {
  return await BEURTEN.neem(vraag.eh === null ? `netwerk ${vraag.netwerk}` : `account ${vraag.eh.accountId}`, () => controleer(deur, ctx, vraag)) ?? { soort: 'wacht', seconden: DRUK_SECONDEN }
}

/** Voor het hele proces samen: twee tegelijk laten een kern vrij voor al het andere. */
const BEURTEN = maakBeurten(2, 60)
const DRUK_SECONDEN = 5

async function controleer(deur: Overstapdeur, ctx: Actiecontext, vraag: Bewijsvraag): Promise<Bewijsuitkomst> {
  const begin = await inOverstap(deur, ctx, (trx) => boek(trx, deur, ctx, vraag))
  if (!('pogingId' in begin)) return begin
  // Een dichte organisatie krijgt bij inloggen hetzelfde antwoord na hetzelfde werk: anders verraadt het dat de naam bestaat.
  const middel = begin.dicht ? null : begin.account?.middel ?? null
  const oordeel = await oudMiddelVan(deur, ctx).controleer(middel, { wachtwoord: vraag.wachtwoord, code: vraag.code }, new Date(ctx.nu))
  return inOverstap(deur, ctx, async (trx) => {
    const { account, pogingId } = begin
    if (oordeel.klopt && account !== undefined && await gebruikStap(trx, account.accountId, oordeel.stap)) {
      await zetGelukt(trx, pogingId)
      return { soort: 'klopt', account }
    }
    // Ook voor een naam die niet bestaat: dezelfde vraag aan de database (T-13).
    const { opNaam } = await telFouten(trx, { naamSleutel: begin.naamSleutel, ehAccountId: null, organisatieId: null }, ctx.nu, naamVanaf(ctx.nu, account))
    if (account !== undefined && opNaam >= grenzenVan(deur, ctx).bewijsfoutenPerAccount) await blokkeer(trx, ctx, account.accountId)
    return { soort: 'onjuist', account }
  })
}

interface Geboekt {
  readonly pogingId: string
  readonly naamSleutel: Buffer
  readonly account: Tokenaccount | undefined
  readonly dicht: boolean
}

async function boek(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, { gebruikersnaam, doel, eh }: Bewijsvraag): Promise<Geboekt | Exclude<Pogingoordeel, { readonly soort: 'mag' }>> {
  const naam = leesGebruikersnaam(gebruikersnaam)
  const naamSleutel = ctx.kluis.zoeksleutel(`gebruikersnaam:${naam}`)
  const account = await findTokenaccountOpNaam(trx, naam)
  const sleutel = { naamSleutel, ehAccountId: eh?.accountId ?? null, organisatieId: eh?.organisatieId ?? account?.organisatieId ?? null }
  await vergrendelPogingen(trx, sleutel)
  const telling = await telFouten(trx, sleutel, plusMs(ctx.nu, -VENSTER_MS), naamVanaf(ctx.nu, account))
  const oordeel = beoordeelPoging(telling, grenzenVan(deur, ctx), Date.parse(ctx.nu))
  const dicht = doel === 'INLOGGEN' && oordeel.soort === 'te-vaak' && oordeel.grens === 'organisatie'
  if (oordeel.soort !== 'mag' && !dicht) return oordeel
  const pogingId = await boekPoging(trx, sleutel, doel, account?.accountId ?? null, ctx.nu)
  return { pogingId, naamSleutel, account, dicht }
}

/** T-12: de tiende fout in een etmaal blokkeert het account, tot een beheerder het deblokkeert. */
async function blokkeer(trx: Transactie, ctx: Actiecontext, accountId: string): Promise<void> {
  const account = await vergrendelTokenaccount(trx, accountId)
  if (account === undefined) return
  const naar = volgendeBewaardeToestand(account.toestand, 'blokkeer')
  if (!naar.ok) return
  await zetTokentoestand(trx, accountId, naar.waarde, ctx.nu)
  await beeindigSessiesVan(trx, accountId)
  await meldAanBeheerder(trx, account.organisatieId, 'GEBLOKKEERD', accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, { handeling: 'blokkeerTokenaccount', organisatieId: account.organisatieId, object: ['account', accountId], van: account.toestand, naar: naar.waarde, reden: 'te veel fouten in 24 uur' })
}

/** Na deblokkeren tellen eerdere fouten niet meer. */
function naamVanaf(nu: Moment, account: Pick<Tokenaccount, 'foutenTellenVanaf'> | undefined): Moment {
  const venster = plusMs(nu, -VENSTER_MS)
  const vanaf = account?.foutenTellenVanaf ?? null
  return vanaf !== null && vanaf > venster ? vanaf : venster
}
