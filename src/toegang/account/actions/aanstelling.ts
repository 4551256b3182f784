import { alsSysteem, type Transactie } from '../../../database/index.ts'
import { datum } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import type { Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { isFormulierGebruikt, legAanstellingVast } from '../aanstelling-store.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { zetMedewerkerVan, zetToestand } from '../account-store.ts'
import { voegMedewerkerToe } from '../medewerker-store.ts'
import { voegRolToe } from '../rol-store.ts'
import { type Aanstellingsformulier, toetsAanstelling } from '../rules/toets-aanstelling.ts'
import { eisVerseInlog } from '../rules/verse-inlog.ts'
import { bevestig, doeVoorstel } from '../vier-ogen.ts'
import type { Voorstel } from '../vier-ogen-store.ts'
import { type Accountwerk, opAccount } from './op-account.ts'

const SOORT = 'eerste-beheerder'

/**
 * T-18: een behandelaar van DUO legt klaar dat dit account de beheerder van zijn organisatie wordt, op een formulier van het bestuur. Een
 * tweede behandelaar bevestigt het met `bevestigEersteBeheerder`; tot dan verandert er niets.
 */
export function stelEersteBeheerderAan(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, formulier: Aanstellingsformulier): Promise<Uitkomst<{ readonly voorstelId: string }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const fouten = await toets(werk, ctx, formulier)
    if (fouten.length > 0) return ongeldig(fouten)
    const { organisatieId } = werk.account
    const inhoud = { accountId, naam: formulier.naam.trim(), formulierKenmerk: formulier.formulierKenmerk.trim(), ondertekendOp: formulier.ondertekendOp, ondertekendDoor: formulier.ondertekendDoor.trim() }
    return doeVoorstel(werk.trx, ctx, { soort: SOORT, organisatieId, sleutel: organisatieId, inhoud, reden: `Formulier ${inhoud.formulierKenmerk}` })
  })
}

/** De tweede behandelaar: alles wordt opnieuw getoetst, en dan krijgt het account zijn naam en de rol beheerder. */
export async function bevestigEersteBeheerder(uitvoerder: Uitvoerder, ctx: Actiecontext, voorstelId: string): Promise<Uitkomst<{ readonly accountId: string }, Weigering>> {
  return metVoorstel(uitvoerder, ctx, async (trx) => {
    const bevestigd = await bevestig(trx, ctx, voorstelId, SOORT)
    if (!bevestigd.ok) return bevestigd
    const { accountId, formulier } = leesInhoud(bevestigd.waarde)
    return opAccount(trx, ctx, accountId, async (werk) => {
      const fouten = await toets(werk, ctx, formulier)
      if (fouten.length > 0) return ongeldig(fouten)
      await stelAan(werk, ctx, formulier, bevestigd.waarde.voorgesteldDoor)
      return gelukt({ accountId })
    })
  })
}

function metVoorstel<T>(uitvoerder: Uitvoerder, ctx: Actiecontext, werk: (trx: Transactie) => Promise<Uitkomst<T, Weigering>>): Promise<Uitkomst<T, Weigering>> {
  return voerUit<T, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    if (!isBehandelaar(ctx)) return geweigerd({ soort: 'niet-gevonden' })
    const oud = eisVerseInlog(ctx)
    return oud.length > 0 ? ongeldig(oud) : alsSysteem(trx, () => werk(trx))
  })
}

function isBehandelaar({ actor }: Actiecontext): boolean {
  return actor.duorollen?.includes('duo-behandelaar') === true
}

async function toets({ trx, account, accounts, organisatie, kant }: Accountwerk, { nu }: Actiecontext, formulier: Aanstellingsformulier) {
  const formulierGebruikt = await isFormulierGebruikt(trx, formulier.formulierKenmerk.trim())
  return toetsAanstelling(formulier, { account, accounts, organisatie, isDuoBijAnder: kant === 'DUO', formulierGebruikt, nu })
}

async function stelAan({ trx, account }: Accountwerk, ctx: Actiecontext, { naam, formulierKenmerk, ondertekendOp, ondertekendDoor }: Aanstellingsformulier, aangesteldDoor: string): Promise<void> {
  const { accountId, organisatieId } = account
  if (account.medewerker === null) await zetMedewerkerVan(trx, accountId, await voegMedewerkerToe(trx, organisatieId, naam, ctx.nu))
  await legAanstellingVast(trx, { organisatieId, accountId, formulierKenmerk, ondertekendOp, ondertekendDoor, aangesteldDoor, bevestigdDoor: ctx.actor.id }, ctx.nu)
  const rolId = await voegRolToe(trx, { accountId, rol: 'beheerder', brin: null, vestiging: null, van: ctx.nu, voor: null, bron: 'DUO', bronSleutel: formulierKenmerk, reden: `Formulier ${formulierKenmerk}`, door: ctx.actor.id }, ctx.nu)
  if (account.toestand !== 'ACTIEF') await zetToestand(trx, accountId, 'ACTIEF', ctx.nu)
  await schrijfAccountaudit(trx, ctx, { handeling: 'stelEersteBeheerderAan', organisatieId, object: ['account', accountId], van: account.toestand, naar: 'ACTIEF', reden: `Formulier ${formulierKenmerk}`, extra: { rolId, aangesteldDoor } })
}

/** `inhoud` schreef deze module zelf; iets anders is een kapotte rij. */
function leesInhoud({ inhoud }: Voorstel): { readonly accountId: string; readonly formulier: Aanstellingsformulier } {
  const tekst = (naam: string): string => {
    const waarde: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined
    if (typeof waarde !== 'string') throw new Error(`voorstel voor een eerste beheerder zonder ${naam}`)
    return waarde
  }
  return { accountId: tekst('accountId'), formulier: { naam: tekst('naam'), formulierKenmerk: tekst('formulierKenmerk'), ondertekendOp: datum(tekst('ondertekendOp')), ondertekendDoor: tekst('ondertekendDoor') } }
}
