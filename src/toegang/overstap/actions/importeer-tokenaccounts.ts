import { alsSysteem, schrijfAudit, type Transactie, uuidv7 } from '../../../database/index.ts'
import { datumInNederland, type Moment } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../../kern/weigering.ts'
import { isRolnaam, isDuorol, type Rolnaam } from '../../account/rol.ts'
import type { Actiecontext } from '../../actor.ts'
import { ongeldig } from '../../afronden.ts'
import { type Uitvoerder, voerUit } from '../../uitvoeren.ts'
import { voegMedewerkerToe } from '../../account/medewerker-store.ts'
import { findOrganisatieVanBrin } from '../../organisatie-store.ts'
import { findInstelling, slaInstellingOp } from '../overstap-store.ts'
import { findTokenaccountOpNaam, leesGebruikersnaam, slaTokenaccountOp } from '../tokenaccount-store.ts'
import { type Codegenerator, hashWachtwoord, isBruikbareHash, leesCodegenerator, versleutelCodegenerator } from '../tokenmiddel.ts'

/** Eén oud account uit het systeem dat het token kende. */
export interface TeImporterenTokenaccount {
  readonly gebruikersnaam: string
  /** Precies een van de twee: het wachtwoord zelf (alleen verzonnen accounts) of een Argon2id-hash met m=19456, t=2, p=1. */
  readonly wachtwoord?: string
  readonly wachtwoordHash?: string
  /** Base32 of een otpauth-adres (totp). */
  readonly totp: string
  readonly brin: string
  readonly naam: string
  /** Bestaande medewerker; zonder komt er een nieuwe met deze naam. */
  readonly medewerkerId?: string
  /** Een rol zonder `brin` geldt voor de brin van het account; `beheerder` geldt voor de hele organisatie. */
  readonly rollen: readonly { readonly rol: string; readonly brin?: string; readonly vestiging?: string }[]
  readonly laatstGebruiktOp?: Moment | null
  /** Vaste sleutel, alleen voor een verzonnen wereld die bij elke start hetzelfde is. */
  readonly accountId?: string
}

export interface Importverslag {
  readonly nieuw: number
  /** Bestond al onder deze gebruikersnaam en is niet veranderd. */
  readonly ongewijzigd: number
}

/**
 * Zet bestaande tokenaccounts in het register, allemaal of geen. Een gebruikersnaam die er al is blijft zoals hij is: een import zet
 * nooit een vervallen middel terug (T-31). Alleen het systeem (beheer) mag dit.
 */
export async function importeerTokenaccounts(uitvoerder: Uitvoerder, ctx: Actiecontext, accounts: readonly TeImporterenTokenaccount[]): Promise<Uitkomst<Importverslag, Weigering>> {
  if (ctx.actor.soort !== 'systeem') return geweigerd({ soort: 'niet-gevonden' })
  const gelezen = accounts.map((account, i) => lees(account, `[${i}].`))
  const fouten = [...gelezen.flatMap((een) => een.fouten), ...dubbeleNamen(accounts)]
  if (fouten.length > 0) return ongeldig(fouten)
  const klaar = await Promise.all(gelezen.map(async ({ account, generator }) => ({ account, generator, hash: account.wachtwoordHash ?? await hashWachtwoord(account.wachtwoord ?? '') })))
  return voerUit(uitvoerder, ctx.actor, (trx) => alsSysteem(trx, async () => {
    let nieuw = 0
    for (const [i, een] of klaar.entries()) {
      const gezet = await zet(trx, ctx, een)
      if (gezet === 'school-onbekend') return ongeldig([{ veld: `[${i}].brin`, regel: 'Deze school is vandaag niet bekend.', watTeDoen: 'Registreer eerst de school en haar bestuur, of verbeter de BRIN.' }])
      if (gezet === 'nieuw') nieuw += 1
    }
    return gelukt({ nieuw, ongewijzigd: klaar.length - nieuw })
  }))
}

interface Klaar {
  readonly account: TeImporterenTokenaccount
  readonly generator: Codegenerator | undefined
  readonly hash: string
}

async function zet(trx: Transactie, ctx: Actiecontext, { account, generator, hash }: Klaar): Promise<'nieuw' | 'ongewijzigd' | 'school-onbekend'> {
  const { nu, kluis, actor } = ctx
  const gebruikersnaam = leesGebruikersnaam(account.gebruikersnaam)
  if (await findTokenaccountOpNaam(trx, gebruikersnaam) !== undefined) return 'ongewijzigd'
  const organisatie = await findOrganisatieVanBrin(trx, account.brin, datumInNederland(new Date(nu)))
  if (organisatie === undefined || generator === undefined) return 'school-onbekend'
  const { organisatieId } = organisatie
  const accountId = account.accountId ?? uuidv7()
  const medewerkerId = account.medewerkerId ?? await voegMedewerkerToe(trx, organisatieId, account.naam.trim(), nu)
  const rollen = account.rollen.map(({ rol, brin, vestiging }) => ({ rol, brin: rol === 'beheerder' ? null : brin ?? account.brin, vestiging: vestiging ?? null }))
  await slaTokenaccountOp(trx, {
    accountId, organisatieId, medewerkerId, gebruikersnaam, brin: account.brin, wachtwoordHash: hash, ...versleutelCodegenerator(kluis, accountId, generator),
    laatstIngelogdOp: account.laatstGebruiktOp ?? null, rollen,
  }, actor.id, nu)
  // Zonder dagen is de school in voorbereiding: het token werkt, koppelen kan nog niet.
  if (await findInstelling(trx, account.brin) === undefined) {
    await slaInstellingOp(trx, { brin: account.brin, openVan: null, tokenTotEnMet: null, coulanceTotEnMet: null, uitnodigingVervangtBewijs: false }, actor.id, nu)
  }
  await schrijfAudit(trx, { op: nu, actor: actor.id, handeling: 'importeerTokenaccounts', brin: account.brin, deelnemerId: null, object: ['account', accountId], gegevens: { organisatieId, naar: 'ACTIEF_TOKEN', rollen } })
  return 'nieuw'
}

function lees(account: TeImporterenTokenaccount, pad: string): { readonly account: TeImporterenTokenaccount; readonly generator: Codegenerator | undefined; readonly fouten: readonly Veldfout[] } {
  const generator = leesCodegenerator(account.totp)
  const gebruikersnaam = leesGebruikersnaam(account.gebruikersnaam)
  const metWachtwoord = account.wachtwoord !== undefined
  const fouten = [
    ...eis(gebruikersnaam !== '' && gebruikersnaam.length <= 100, `${pad}gebruikersnaam`, 'Een gebruikersnaam heeft 1 tot en met 100 tekens.', 'Neem hem over zoals de medewerker hem typt.'),
    ...eis(metWachtwoord !== (account.wachtwoordHash !== undefined), `${pad}wachtwoord`, 'Er is een wachtwoord of een hash, niet allebei.', 'Lever de hash; een wachtwoord alleen bij verzonnen accounts.'),
    ...eis(!metWachtwoord || (account.wachtwoord ?? '').length >= 8, `${pad}wachtwoord`, 'Een wachtwoord heeft ten minste 8 tekens.', 'Geef een langer wachtwoord.'),
    ...eis(account.wachtwoordHash === undefined || isBruikbareHash(account.wachtwoordHash), `${pad}wachtwoordHash`, 'De hash is Argon2id met m=19456, t=2, p=1.', 'Maak de hash opnieuw met deze waarden: een lichtere hash verraadt door zijn tijd dat het account bestaat.'),
    ...eis(generator !== undefined, `${pad}totp`, 'Het geheim van de codegenerator is niet te lezen.', 'Geef het als base32 (ten minste 16 tekens) of als otpauth://totp/-adres.'),
    ...eis(/^\d{2}[A-Z]{2}$/.test(account.brin), `${pad}brin`, 'Een BRIN is twee cijfers en twee hoofdletters.', 'Bijvoorbeeld 21MB.'),
    ...eis(account.naam.trim() !== '' && account.naam.length <= 200, `${pad}naam`, 'Een medewerker heeft een naam van 1 tot en met 200 tekens.', 'Vul de naam in.'),
    ...account.rollen.flatMap(({ rol, brin }, i) => [
      ...eis(isRolVanSchool(rol), `${pad}rollen[${i}].rol`, 'Deze rol bestaat niet bij een school.', 'Gebruik beheerder, rio-beheer, bron-inschrijving-vo, bron-inschrijving-mbo, raadplegen, bsn-inzien of verzuim.'),
      ...eis(brin === undefined || /^\d{2}[A-Z]{2}$/.test(brin), `${pad}rollen[${i}].brin`, 'Een BRIN is twee cijfers en twee hoofdletters.', 'Bijvoorbeeld 21MB.'),
    ]),
  ]
  return { account, generator, fouten }
}

function isRolVanSchool(rol: string): rol is Rolnaam {
  return isRolnaam(rol) && !isDuorol(rol)
}

function dubbeleNamen(accounts: readonly TeImporterenTokenaccount[]): readonly Veldfout[] {
  const eerder = new Set<string>()
  return accounts.flatMap(({ gebruikersnaam }, i) => {
    const naam = leesGebruikersnaam(gebruikersnaam)
    const dubbel = eerder.has(naam)
    eerder.add(naam)
    return eis(!dubbel, `[${i}].gebruikersnaam`, 'Deze gebruikersnaam staat al eerder in het bestand.', 'Haal een van de twee weg.')
  })
}
