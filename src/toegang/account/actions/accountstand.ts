import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import type { Uitvoerder } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { type Accountbeeld, looptNog } from '../account.ts'
import { zetMedewerkerVan, zetToestand } from '../account-store.ts'
import { findMedewerker, legHerinneringVast, voegMedewerkerToe, zetNaam } from '../medewerker-store.ts'
import { zetRollenIngetrokken } from '../rol-store.ts'
import { beeindigSessiesVan } from '../../sessie/sessies.ts'
import { type Accountwerk, eisBeheerder, eisReden, opAccount } from './op-account.ts'

/** Een medewerker die er al is, of een nieuwe naam. */
export type Medewerkerkeuze = { readonly medewerkerId: string } | { readonly naam: string }

/**
 * P-04: eHerkenning geeft geen naam; de beheerder zegt van wie een nieuw account is. Heeft het account al een medewerker, dan verbetert een
 * nieuwe naam een typefout; naar een andere medewerker verhuizen kan niet (T-23: een nieuw middel is een nieuw account).
 */
export function wijsMedewerkerToe(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, keuze: Medewerkerkeuze): Promise<Uitkomst<{ readonly medewerkerId: string }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const { trx, account } = werk
    const fouten = [...('naam' in keuze ? eisNaam(keuze.naam) : []), ...eis(account.toestand !== 'BEEINDIGD', 'account', 'Dit account is beëindigd.', 'Kies een account dat nog werkt.')]
    if (fouten.length > 0) return ongeldig(fouten)
    const medewerkerId = 'naam' in keuze ? await legNaamVast(werk, ctx, keuze.naam.trim()) : await findEigenMedewerker(werk, keuze.medewerkerId)
    if (medewerkerId === undefined) return geweigerd({ soort: 'niet-gevonden' })
    if (account.medewerker !== null && account.medewerker.id !== medewerkerId) {
      return ongeldig(eis(false, 'medewerker', 'Dit account is al van een andere medewerker.', 'Laat de andere medewerker met een eigen middel inloggen; dat wordt een nieuw account.', 'T-23'))
    }
    await zetMedewerkerVan(trx, accountId, medewerkerId)
    await schrijfAccountaudit(trx, ctx, { handeling: 'wijsMedewerkerToe', organisatieId: account.organisatieId, object: ['account', accountId], ...(account.medewerker === null ? { van: 'zonder naam' } : {}), naar: medewerkerId })
    return gelukt({ medewerkerId })
  })
}

export function eisNaam(naam: string): readonly Veldfout[] {
  const schoon = naam.trim()
  return eis(schoon !== '' && schoon.length <= 200, 'naam', 'Een naam heeft 1 tot en met 200 tekens.', 'Vul de voornaam en achternaam van de medewerker in.', 'P-04')
}

async function legNaamVast({ trx, account }: Accountwerk, { nu }: Actiecontext, naam: string): Promise<string> {
  if (account.medewerker === null) return voegMedewerkerToe(trx, account.organisatieId, naam, nu)
  await zetNaam(trx, account.medewerker.id, naam)
  return account.medewerker.id
}

async function findEigenMedewerker({ trx, account }: Accountwerk, medewerkerId: string): Promise<string | undefined> {
  const medewerker = isUuid(medewerkerId) ? await findMedewerker(trx, medewerkerId) : undefined
  return medewerker?.organisatieId === account.organisatieId && medewerker.uitDienstOp === null ? medewerkerId : undefined
}

/** Blokkeert een eHerkenning-account: open sessies eindigen, de rollen blijven staan tot de blokkade eraf gaat. */
export function blokkeerAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'GEBLOKKEERD' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'blokkeerAccount', van: ['NIEUW', 'ACTIEF'], naar: 'GEBLOKKEERD' })
}

/** Heft de blokkade op. De eigen blokkade opheffen kan niet: een geblokkeerde beheerder logt niet in. */
export function deblokkeerAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'ACTIEF' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'deblokkeerAccount', van: ['GEBLOKKEERD'], naar: 'ACTIEF' })
}

/** Beëindigt een eHerkenning-account voorgoed: alle rollen worden ingetrokken en het account komt niet terug. */
export function beeindigAccount(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string): Promise<Uitkomst<{ readonly toestand: 'BEEINDIGD' }, Weigering>> {
  return wisselToestand(uitvoerder, ctx, accountId, reden, { handeling: 'beeindigAccount', van: ['NIEUW', 'ACTIEF', 'GEBLOKKEERD'], naar: 'BEEINDIGD' })
}

interface Wissel<T extends string> {
  readonly handeling: string
  readonly van: readonly string[]
  readonly naar: T
}

function wisselToestand<T extends string>(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, reden: string, { handeling, van, naar }: Wissel<T>): Promise<Uitkomst<{ readonly toestand: T }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async (werk) => {
    const { trx, account } = werk
    const na: Accountbeeld = { ...account, toestand: naar, rollen: naar === 'BEEINDIGD' ? [] : account.rollen }
    const fouten = [
      ...eis(account.middel === 'EHERKENNING' && van.includes(account.toestand), 'account', 'Dit kan niet met dit account zoals het nu is.', 'Laad de bladzijde opnieuw en kijk wat de stand is.', 'T-32'),
      ...eis(naar !== 'ACTIEF' || !werk.isZelf, 'account', 'U kunt uw eigen account niet vrijgeven.', 'Vraag een andere beheerder om dit te doen.', 'Z-04'),
      ...eisReden(reden), ...eisBeheerder(werk, [na], ctx),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    await zetToestand(trx, accountId, naar, ctx.nu)
    if (naar !== 'ACTIEF') await beeindigSessiesVan(trx, accountId)
    const lopend = naar === 'BEEINDIGD' ? account.rollen.filter((rol) => looptNog(rol, ctx.nu)).map(({ rolId }) => rolId) : []
    await zetRollenIngetrokken(trx, lopend, ctx.actor.id, reden.trim(), ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling, organisatieId: account.organisatieId, object: ['account', accountId], van: account.toestand, naar, reden: reden.trim(), ...(lopend.length === 0 ? {} : { extra: { rollen: lopend } }) })
    return gelukt({ toestand: naar })
  })
}

/** K-EH-09: legt vast dat een collega die nog een token gebruikt aan de overstap herinnerd is. Versturen doet de beheerder zelf. */
export function herinnerOverstap(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string): Promise<Uitkomst<{ readonly naam: string }, Weigering>> {
  return opAccount(uitvoerder, ctx, accountId, async ({ trx, account }) => {
    const kan = account.middel === 'DUO_TOKEN' && (account.toestand === 'ACTIEF_TOKEN' || account.toestand === 'AFGESLOTEN')
    if (!kan) return ongeldig(eis(false, 'account', 'Deze medewerker hoeft niet meer over te stappen.', 'Laad de bladzijde opnieuw en kijk wat de stand is.', 'K-EH-09'))
    await legHerinneringVast(trx, accountId, account.organisatieId, ctx.actor.id, ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'herinnerOverstap', organisatieId: account.organisatieId, object: ['account', accountId] })
    return gelukt({ naam: account.medewerker?.naam ?? '' })
  })
}
