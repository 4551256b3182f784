import { alsSysteem, type Transactie } from '../../../database/index.ts'
import { datumInNederland } from '../../../kern/datum.ts'
import { geweigerd, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { alsActor, type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { type Accountbeeld, geldtNu, isBruikbaar, type Organisatiebeeld } from '../account.ts'
import { findAccount, findOrganisatieVan, leesAccounts, vergrendelOrganisatie } from '../account-store.ts'
import { findOrganisatiebeeld } from '../../organisatie-store.ts'
import { blijftErEenBeheerder, isWerkendeBeheerder, type Nawijziging } from '../rules/laatste-beheerder.ts'
import { eisVerseInlog } from '../rules/verse-inlog.ts'

/** Wat een wijziging van een account ziet. Alles is gelezen nadat het slot van de organisatie er was. */
export interface Accountwerk {
  readonly trx: Transactie
  readonly account: Accountbeeld
  /** Alle accounts van de organisatie, ook dit. */
  readonly accounts: readonly Accountbeeld[]
  readonly organisatie: Organisatiebeeld
  readonly kant: 'ORGANISATIE' | 'DUO' | 'SYSTEEM'
  /** Wie het doet en om wie het gaat zijn dezelfde persoon (Z-04), ook met een tweede account. */
  readonly isZelf: boolean
}

type Werk<T> = (werk: Accountwerk) => Promise<Uitkomst<T, Weigering>>

/** Pogingen die ook bij weigering in de audit komen: iemand probeert meer te krijgen of de laatste beheerder weg te halen (P-07). */
const POGINGEN: ReadonlySet<string> = new Set(['Z-04', 'T-17', 'T-16', 'A-14'])

/**
 * Het kader van elke wijziging aan een account: bestaat het voor deze actor (Z-02), is de inlog vers (S-03), en heeft hij het recht ook nu
 * nog (S-05). `magHet`: wie dit mag, als dat een ander is dan wie accounts beheert. Een slot per organisatie maakt dat twee beheerders elkaar niet tegelijk kunnen wegdoen (T-17).
 */
export async function opAccount<T>(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, werk: Werk<T>, magHet: typeof magBeheren = magBeheren): Promise<Uitkomst<T, Weigering>> {
  let organisatieId: string | undefined
  const uitkomst = await voerUit<T, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    const gevonden = isUuid(accountId) ? await alsSysteem(trx, () => findOrganisatieVan(trx, accountId)) : undefined
    if (gevonden === undefined || !magHet(ctx, gevonden)) return geweigerd({ soort: 'niet-gevonden' })
    organisatieId = gevonden
    const oud = eisVerseInlog(ctx)
    if (oud.length > 0) return ongeldig(oud)
    return alsSysteem(trx, () => onderSlot(trx, ctx, gevonden, accountId, werk))
  })
  if (!uitkomst.ok && organisatieId !== undefined) await legPogingVast(uitvoerder, ctx, organisatieId, accountId, uitkomst.reden)
  return uitkomst
}

/** Z-01: de beheerder bij de eigen organisatie; DUO bij alle andere. De accounts van DUO zelf beheert alleen de beheerder van DUO. */
export function magBeheren({ actor }: Pick<Actiecontext, 'actor'>, organisatieId: string): boolean {
  return magBijOrganisatie(actor, 'account:beheren', organisatieId) && (actor.soort !== 'duo' || actor.organisatieId !== organisatieId || actor.isBeheerder === true)
}

async function onderSlot<T>(trx: Transactie, ctx: Actiecontext, organisatieId: string, accountId: string, werk: Werk<T>): Promise<Uitkomst<T, Weigering>> {
  await vergrendelOrganisatie(trx, organisatieId)
  const accounts = await leesAccounts(trx, { organisatieId })
  const account = accounts.find((kandidaat) => kandidaat.accountId === accountId)
  const organisatie = await findOrganisatiebeeld(trx, organisatieId, datumInNederland(new Date(ctx.nu)))
  const gever = accounts.find((kandidaat) => kandidaat.accountId === ctx.actor.id) ?? (isUuid(ctx.actor.id) ? await findAccount(trx, ctx.actor.id) : undefined)
  if (account === undefined || organisatie === undefined || !magNogSteeds(ctx, gever)) return geweigerd({ soort: 'niet-gevonden' })
  const isZelf = accountId === ctx.actor.id || (account.medewerker !== null && account.medewerker.id === gever?.medewerker?.id)
  const kant = ctx.actor.soort === 'systeem' ? 'SYSTEEM' : organisatieId === ctx.actor.organisatieId ? 'ORGANISATIE' : 'DUO'
  return werk({ trx, account, accounts, organisatie, kant, isZelf })
}

/** Leest onder het slot van de organisatie of de actor nog mag beheren; voor wie niet door `opAccount` gaat. */
export async function magNogBeheren(trx: Transactie, ctx: Actiecontext): Promise<boolean> {
  return magNogSteeds(ctx, isUuid(ctx.actor.id) ? await findAccount(trx, ctx.actor.id) : undefined)
}

/** Tussen het begin van het verzoek en het slot kan een ander het recht hebben weggenomen. */
function magNogSteeds({ actor, nu }: Actiecontext, gever: Accountbeeld | undefined): boolean {
  if (actor.soort === 'systeem') return true
  if (gever === undefined || !isBruikbaar(gever)) return false
  return actor.isBeheerder === true ? isWerkendeBeheerder(gever, nu) : gever.rollen.some((rol) => rol.rol === 'duo-behandelaar' && geldtNu(rol, nu))
}

/** T-17, K-EH-12: de organisatie zelf haalt haar laatste beheerder niet weg; DUO kan dat met een reden. */
export function eisBeheerder({ accounts, kant }: Accountwerk, na: readonly Nawijziging[], { nu }: Pick<Actiecontext, 'nu'>): readonly Veldfout[] {
  return eis(
    kant !== 'ORGANISATIE' || blijftErEenBeheerder(accounts, na, nu), 'account', 'Uw organisatie houdt dan geen beheerder over.',
    'Maak eerst een collega beheerder, zonder einddatum. Kan dat niet? Vraag DUO om hulp.', 'T-17',
  )
}

export function eisReden(reden: string): readonly Veldfout[] {
  const schoon = reden.trim()
  return eis(schoon !== '' && schoon.length <= 500, 'reden', 'Geef een reden van hooguit 500 tekens.', 'Schrijf in een zin waarom, zonder namen van leerlingen.')
}

async function legPogingVast(uitvoerder: Uitvoerder, ctx: Actiecontext, organisatieId: string, accountId: string, reden: Weigering): Promise<void> {
  if (!('kysely' in uitvoerder) || reden.soort !== 'ongeldig') return
  const regels = reden.fouten.flatMap(({ regelId }) => (regelId !== undefined && POGINGEN.has(regelId) ? [regelId] : []))
  if (regels.length === 0) return
  await alsActor(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, () => schrijfAccountaudit(trx, ctx, { handeling: 'weigerRolwijziging', organisatieId, object: ['account', accountId], extra: { regels } })))
}
