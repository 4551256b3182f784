/**
 * Van wie een account is (P-04). eHerkenning geeft geen naam, dus zegt een beheerder het, en een tweede persoon bevestigt het: anders
 * zet een beheerder zijn eigen tweede account op naam van een collega, en is hij daarna voor vier ogen een ander (docs/adr/0037).
 */
import { alsSysteem, type Transactie } from '../../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { isUuid } from '../../../kern/uuid.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { type Actiecontext, magBijOrganisatie } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { schrijfAccountaudit } from '../accountaudit.ts'
import { zetMedewerkerVan } from '../account-store.ts'
import { findMedewerker, voegMedewerkerToe, zetNaam } from '../medewerker-store.ts'
import { meldAanBeheerder } from '../melding-store.ts'
import { kanBevestigen } from '../rules/kan-bevestigen.ts'
import { eisVerseInlog } from '../rules/verse-inlog.ts'
import { bevestig, doeVoorstel } from '../vier-ogen.ts'
import { findOpenVoorstel, type Voorstel } from '../vier-ogen-store.ts'
import { type Accountwerk, magBeheren, opAccount } from './op-account.ts'

/** Een medewerker die er al is, of een nieuwe naam. */
export type Medewerkerkeuze = { readonly medewerkerId: string } | { readonly naam: string }

export type Naamuitkomst =
  | { readonly uitkomst: 'bewaard'; readonly medewerkerId: string }
  | { readonly uitkomst: 'voorgesteld'; readonly voorstelId: string; readonly wieBevestigt: Voorstel['kant'] }

export const NAAM_GEVEN = 'naam-geven'

/**
 * De beheerder zegt van wie een account zonder naam is; een tweede beheerder bevestigt het, of DUO als er geen ander is. Heeft het
 * account al een medewerker, dan verbetert een nieuwe naam een typefout, zonder tweede persoon; naar een andere medewerker verhuizen
 * kan niet (T-23: een nieuw middel is een nieuw account).
 */
export function wijsMedewerkerToe(uitvoerder: Uitvoerder, ctx: Actiecontext, accountId: string, keuze: Medewerkerkeuze): Promise<Uitkomst<Naamuitkomst, Weigering>> {
  return opAccount<Naamuitkomst>(uitvoerder, ctx, accountId, async (werk) => {
    const fouten = [...('naam' in keuze ? eisNaam(keuze.naam) : []), ...eisWerkend(werk)]
    if (fouten.length > 0) return ongeldig(fouten)
    if ('medewerkerId' in keuze && !(await isEigenMedewerker(werk, keuze.medewerkerId))) return geweigerd({ soort: 'niet-gevonden' })
    if (werk.account.medewerker !== null) return verbeterNaam(werk, ctx, werk.account.medewerker, keuze)
    return werk.kant === 'SYSTEEM' ? gelukt({ uitkomst: 'bewaard', medewerkerId: await geefNaam(werk, ctx, keuze, null) }) : stelVoor(werk, ctx, keuze)
  })
}

/** De tweede persoon: alles wordt opnieuw getoetst, en dan staat het account op naam. Er komt bericht voor elke beheerder en voor de medewerker. */
export function bevestigNaam(uitvoerder: Uitvoerder, ctx: Actiecontext, voorstelId: string): Promise<Uitkomst<{ readonly accountId: string; readonly medewerkerId: string }, Weigering>> {
  return voerUit<{ readonly accountId: string; readonly medewerkerId: string }, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    if (!isBevestiger(ctx, ctx.actor.organisatieId ?? '')) return geweigerd({ soort: 'niet-gevonden' })
    const oud = eisVerseInlog(ctx)
    return oud.length > 0 ? ongeldig(oud) : alsSysteem(trx, () => bevestigAlsSysteem(trx, ctx, voorstelId))
  })
}

async function bevestigAlsSysteem(trx: Transactie, ctx: Actiecontext, voorstelId: string): Promise<Uitkomst<{ readonly accountId: string; readonly medewerkerId: string }, Weigering>> {
  const bevestigd = await bevestig(trx, ctx, voorstelId, NAAM_GEVEN)
  if (!bevestigd.ok) return bevestigd
  const { accountId, keuze } = leesInhoud(bevestigd.waarde)
  return opAccount(trx, ctx, accountId, async (werk) => {
    const fouten = [
      ...eisWerkend(werk), ...eis(werk.account.medewerker === null, 'account', 'Dit account heeft intussen al een naam.', 'Wijs dit voorstel af.'),
      ...eis(!werk.isZelf, 'account', 'Dit voorstel gaat over uw eigen account.', 'Vraag een andere beheerder om het te bevestigen.', 'Z-04'),
    ]
    if (fouten.length > 0) return ongeldig(fouten)
    if ('medewerkerId' in keuze && !(await isEigenMedewerker(werk, keuze.medewerkerId))) return ongeldig(eis(false, 'medewerker', 'Deze medewerker is uit dienst.', 'Wijs dit voorstel af.'))
    return gelukt({ accountId, medewerkerId: await geefNaam(werk, ctx, keuze, bevestigd.waarde.voorgesteldDoor) })
  }, isBevestiger)
}

/** Het open voorstel om dit account een naam te geven, wie het ook bevestigt. Voor wie het account mag zien. */
export function toonNaamvoorstel(uitvoerder: Uitvoerder, ctx: Actiecontext, { accountId, organisatieId }: { readonly accountId: string; readonly organisatieId: string }): Promise<Uitkomst<Voorstel | undefined, Weigering>> {
  return voerUit<Voorstel | undefined, Weigering>(uitvoerder, ctx.actor, async (trx) => {
    if (!magBeheren(ctx, organisatieId)) return geweigerd({ soort: 'niet-gevonden' })
    const voorstel = await alsSysteem(trx, () => findOpenVoorstel(trx, NAAM_GEVEN, accountId, ctx.nu))
    return gelukt(voorstel?.organisatieId === organisatieId ? voorstel : undefined)
  })
}

/** Een beheerder van de organisatie, of een behandelaar van DUO: die ook bij DUO zelf, waar alleen de beheerder voorstelt. */
function isBevestiger({ actor }: Pick<Actiecontext, 'actor'>, organisatieId: string): boolean {
  return actor.duorollen?.includes('duo-behandelaar') === true || magBijOrganisatie(actor, 'eigen-organisatie:beheren', organisatieId)
}

async function stelVoor({ trx, account, accounts }: Accountwerk, ctx: Actiecontext, keuze: Medewerkerkeuze): Promise<Uitkomst<Naamuitkomst, Weigering>> {
  const { accountId, organisatieId } = account
  const eigenBeheerder = accounts.find((kandidaat) => kandidaat.accountId === ctx.actor.id)
  const wieBevestigt = eigenBeheerder !== undefined && ctx.actor.soort !== 'duo' && ctx.actor.soort !== 'toezicht' && kanBevestigen(accounts, eigenBeheerder, accountId, ctx.nu) ? 'ORGANISATIE' : 'DUO'
  const inhoud = { accountId, ...('naam' in keuze ? { naam: keuze.naam.trim() } : { medewerkerId: keuze.medewerkerId }) }
  const voorstel = await doeVoorstel(trx, ctx, { soort: NAAM_GEVEN, organisatieId, sleutel: accountId, inhoud, reden: 'Naam bij een account zonder naam', kant: wieBevestigt })
  return voorstel.ok ? gelukt({ uitkomst: 'voorgesteld', voorstelId: voorstel.waarde.voorstelId, wieBevestigt }) : voorstel
}

async function geefNaam({ trx, account: { accountId, organisatieId } }: Accountwerk, ctx: Actiecontext, keuze: Medewerkerkeuze, voorgesteldDoor: string | null): Promise<string> {
  const medewerkerId = 'naam' in keuze ? await voegMedewerkerToe(trx, organisatieId, keuze.naam.trim(), ctx.nu) : keuze.medewerkerId
  await zetMedewerkerVan(trx, accountId, medewerkerId)
  await meldAanBeheerder(trx, organisatieId, 'NAAM_GEGEVEN', accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'wijsMedewerkerToe', organisatieId, object: ['account', accountId], van: 'zonder naam', naar: medewerkerId,
    extra: { veld: 'medewerker', oudeMedewerkerId: null, nieuweMedewerkerId: medewerkerId, nieuweMedewerker: 'naam' in keuze, ...(voorgesteldDoor === null ? {} : { voorgesteldDoor }) },
  })
  return medewerkerId
}

/** De audit zegt dat de naam verbeterd is, niet van wat naar wat: een naam staat daar nooit (P-02). */
async function verbeterNaam({ trx, account: { accountId, organisatieId } }: Accountwerk, ctx: Actiecontext, { id, naam }: { readonly id: string; readonly naam: string }, keuze: Medewerkerkeuze): Promise<Uitkomst<Naamuitkomst, Weigering>> {
  if ('medewerkerId' in keuze && keuze.medewerkerId !== id) return ongeldig(eis(false, 'medewerker', 'Dit account is al van een andere medewerker.', 'Laat de andere medewerker met een eigen middel inloggen; dat wordt een nieuw account.', 'T-23'))
  const nieuw = 'naam' in keuze ? keuze.naam.trim() : naam
  if (nieuw === naam) return gelukt({ uitkomst: 'bewaard', medewerkerId: id })
  await zetNaam(trx, id, nieuw)
  await meldAanBeheerder(trx, organisatieId, 'NAAM_VERBETERD', accountId, ctx.nu)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'wijsMedewerkerToe', organisatieId, object: ['account', accountId], van: id, naar: id, extra: { veld: 'naam', naamVerbeterd: true, oudeMedewerkerId: id, nieuweMedewerkerId: id },
  })
  return gelukt({ uitkomst: 'bewaard', medewerkerId: id })
}

function eisNaam(naam: string): readonly Veldfout[] {
  const schoon = naam.trim()
  return eis(schoon !== '' && schoon.length <= 200, 'naam', 'Een naam heeft 1 tot en met 200 tekens.', 'Vul de voornaam en achternaam van de medewerker in.', 'P-04')
}

function eisWerkend({ account }: Accountwerk): readonly Veldfout[] {
  return eis(account.toestand !== 'BEEINDIGD', 'account', 'Dit account is beëindigd.', 'Kies een account dat nog werkt.')
}

async function isEigenMedewerker({ trx, account }: Accountwerk, medewerkerId: string): Promise<boolean> {
  const medewerker = isUuid(medewerkerId) ? await findMedewerker(trx, medewerkerId) : undefined
  return medewerker?.organisatieId === account.organisatieId && medewerker.uitDienstOp === null
}

/** `inhoud` schreef deze module zelf; iets anders is een kapotte rij. */
function leesInhoud({ inhoud }: Voorstel): { readonly accountId: string; readonly keuze: Medewerkerkeuze } {
  const tekst = (naam: string): string | undefined => {
    const waarde: unknown = typeof inhoud === 'object' && inhoud !== null ? Reflect.get(inhoud, naam) : undefined
    return typeof waarde === 'string' ? waarde : undefined
  }
  const [accountId, naam, medewerkerId] = [tekst('accountId'), tekst('naam'), tekst('medewerkerId')]
  if (accountId === undefined) throw new Error('voorstel voor een naam zonder account')
  if (naam !== undefined) return { accountId, keuze: { naam } }
  if (medewerkerId === undefined) throw new Error('voorstel voor een naam zonder naam')
  return { accountId, keuze: { medewerkerId } }
}
