import { alsSysteem, type Transactie } from '../../../database/index.ts'
import { datumInNederland, type Moment } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import type { Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, zietAlles } from '../../actor.ts'
import { metRechten, type Uitvoerder } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import type { Accountbeeld, Organisatiebeeld } from '../account.ts'
import { findOrganisatieVan, leesAccounts } from '../account-store.ts'
import { leesHerinneringen, leesMedewerkers, type Medewerker } from '../medewerker-store.ts'
import { findOrganisatiebeeld, leesOrganisatiebeelden } from '../../organisatie-store.ts'
import { isWerkendeBeheerder } from '../rules/laatste-beheerder.ts'
import { magBeheren } from './op-account.ts'

export interface Gebruikersbeeld {
  readonly organisatie: Organisatiebeeld
  readonly accounts: readonly Accountbeeld[]
  /** Wie in dienst is: om een nieuw account aan te koppelen. */
  readonly medewerkers: readonly Medewerker[]
  /** Laatste herinnering aan de overstap, per account. */
  readonly herinnerd: ReadonlyMap<string, Moment>
}

/** T-30, K-EH-09: alle accounts van de organisatie met rollen, middel, toestand en laatste inlog. Een school leest met haar eigen rechten in de database. */
export function toonGebruikers(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string): Promise<Uitkomst<Gebruikersbeeld, Weigering>> {
  return metRechten<Uitkomst<Gebruikersbeeld, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    if (!isUuid(organisatieId) || !magBeheren(ctx, organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    const beeld = await metZicht(trx, ctx, () => leesBeeld(trx, ctx, organisatieId))
    return beeld === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(beeld)
  })
}

/** Een account met zijn rollen en de organisatie erbij. Een vreemd en een onbekend account zijn hetzelfde antwoord (Z-02). */
export function toonGebruiker(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string): Promise<Uitkomst<Gebruikersbeeld & { readonly account: Accountbeeld }, Weigering>> {
  return metRechten<Uitkomst<Gebruikersbeeld & { readonly account: Accountbeeld }, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const organisatieId = isUuid(accountId) ? await metZicht(trx, ctx, () => findOrganisatieVan(trx, accountId)) : undefined
    if (organisatieId === undefined || !magBeheren(ctx, organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    const beeld = await metZicht(trx, ctx, () => leesBeeld(trx, ctx, organisatieId))
    const account = beeld?.accounts.find((kandidaat) => kandidaat.accountId === accountId)
    return beeld === undefined || account === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt({ ...beeld, account })
  })
}

/** T-30: als `toonGebruikers`, voor een bestand. Wie het ophaalt staat in de audit. */
export async function exporteerGebruikers(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string): Promise<Uitkomst<Gebruikersbeeld, Weigering>> {
  return metRechten<Uitkomst<Gebruikersbeeld, Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    const beeld = await toonGebruikers(trx, ctx, organisatieId)
    if (beeld.ok) await schrijfAccountaudit(trx, ctx, { handeling: 'exporteerGebruikers', organisatieId, object: ['organisatie', organisatieId], extra: { regels: beeld.waarde.accounts.length } })
    return beeld
  })
}

/** Een organisatie in het overzicht van DUO: heeft zij een beheerder, en wie wacht er. */
export interface Organisatieregel {
  readonly organisatie: Organisatiebeeld
  readonly werkendeBeheerders: number
  readonly accounts: number
  /** eHerkenning-accounts zonder rol: kandidaten voor een eerste beheerder. */
  readonly nieuw: number
}

/** Voor behandelaars van DUO: elke school of elk bestuur met accounts. */
export function toonOrganisaties(uitvoerder: Uitvoerder, ctx: Actiecontext): Promise<Uitkomst<readonly Organisatieregel[], Weigering>> {
  return metRechten<Uitkomst<readonly Organisatieregel[], Weigering>>(uitvoerder, ctx.actor, async (trx) => {
    if (ctx.actor.duorollen?.includes('duo-behandelaar') !== true) return geweigerd({ soort: 'niet-gevonden' })
    return alsSysteem(trx, async () => {
      const regels: Organisatieregel[] = []
      for (const organisatie of await leesOrganisatiebeelden(trx, datumInNederland(new Date(ctx.nu)))) {
        const accounts = organisatie.soort === 'DUO' ? [] : await leesAccounts(trx, { organisatieId: organisatie.organisatieId })
        if (accounts.length === 0) continue
        regels.push({
          organisatie, accounts: accounts.length, werkendeBeheerders: accounts.filter((account) => isWerkendeBeheerder(account, ctx.nu)).length,
          nieuw: accounts.filter(({ toestand }) => toestand === 'NIEUW').length,
        })
      }
      return gelukt(regels)
    })
  })
}

async function leesBeeld(trx: Transactie, ctx: Actiecontext, organisatieId: string): Promise<Gebruikersbeeld | undefined> {
  const organisatie = await findOrganisatiebeeld(trx, organisatieId, datumInNederland(new Date(ctx.nu)))
  if (organisatie === undefined) return undefined
  return { organisatie, accounts: await leesAccounts(trx, { organisatieId }), medewerkers: await leesMedewerkers(trx, organisatieId), herinnerd: await leesHerinneringen(trx, organisatieId) }
}

/** DUO heeft in deze tabellen geen eigen leesrecht: na magBeheren kijkt het systeem voor haar. */
function metZicht<T>(trx: Transactie, { actor }: Actiecontext, werk: () => Promise<T>): Promise<T> {
  return zietAlles(actor) ? alsSysteem(trx, werk) : werk()
}
