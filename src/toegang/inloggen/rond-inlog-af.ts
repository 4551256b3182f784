import { inTransactie, schrijfAudit, type Transactie } from '../../database/index.ts'
import { datumInNederland, type Moment, momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { systeemactor } from '../actor.ts'
import { zetIngelogd } from '../account/account-store.ts'
import type { EhIdentiteit, Inlogaansluiting, Inlogantwoord } from '../eherkenning/identiteit.ts'
import { isTenMinste, VEREIST_NIVEAU } from '../eherkenning/niveau.ts'
import { neemTweedeBewijs } from '../herkoppelen/bewijs.ts'
import { geheimhash } from '../geheimhash.ts'
import { koekjehash } from '../sessie/koekje.ts'
import { type GevondenEhAccount, ehSleutel, findEhAccount, maakEhAccount, vergrendelEhSleutel } from '../account/eh-account-store.ts'
import { heeftRolVanBestuur } from '../account/rol-store.ts'
import { contextVan } from '../uitvoeren.ts'
import { type Inlogafwijzing, meldAfwijzing } from './afwijzing.ts'
import type { Inlogdeur } from './begin-inlog.ts'
import { gebruikBewijs } from '../gebruikt-bewijs-store.ts'
import { type Inlogverzoek, neemInlogverzoek } from './verzoek-store.ts'
import { findOrganisatieBij } from '../organisatie-store.ts'
import { legZelfdeBrowserVast } from '../sessie/browser-store.ts'
import { verwijderSessie } from '../sessie/sessie-store.ts'
import { openSessie } from '../sessie/sessies.ts'

/** Wat de browser bracht bij het antwoord van de makelaar. */
export interface Inlogterugkomst {
  readonly antwoord: Inlogantwoord
  /** De waarde van het koekje van de inlog. */
  readonly koekje: string | undefined
  /** De sessie die deze browser nu heeft; die eindigt (S-02). */
  readonly sessieHash: Buffer | null
  readonly kenmerk: string
}

export interface VoltooideInlog {
  /** De waarde van het koekje van de nieuwe sessie; null bij een tweede bewijs: de sessie van deze browser blijft (T-23). */
  readonly sessie: string | null
  readonly terug: string
}

/** `opnieuw`: de bladzijde waar iemand het nog een keer kan doen, als dat niet het inloggen is. */
export type Geweigerdeinlog = Inlogafwijzing & { readonly opnieuw?: string }

const SYSTEEM = contextVan(systeemactor('inlog'))

/**
 * K-EH-01, A-01, A-02, A-09, A-10, A-13, A-14, Z-06: van het antwoord van de makelaar naar een sessie, of niets. Het begonnen verzoek
 * is weg zodra er een antwoord op kwam, ook als dat antwoord niet klopt: een tweede poging begint opnieuw. Bewijs, account en sessie
 * komen daarna in een transactie.
 */
export async function rondInlogAf(deur: Inlogdeur, aansluiting: Inlogaansluiting, terugkomst: Inlogterugkomst, nu: Date): Promise<Uitkomst<VoltooideInlog, Geweigerdeinlog>> {
  const uitkomst = await probeer(deur, aansluiting, terugkomst, nu)
  if (!uitkomst.ok) meldAfwijzing(deur.beveiligingslog, uitkomst.reden, terugkomst.kenmerk)
  return uitkomst
}

async function probeer(deur: Inlogdeur, aansluiting: Inlogaansluiting, terugkomst: Inlogterugkomst, nu: Date): Promise<Uitkomst<VoltooideInlog, Geweigerdeinlog>> {
  const verzoek = await neemVerzoek(deur, aansluiting, terugkomst)
  if (verzoek === undefined) return geweigerd({ soort: 'ONVERWACHT', code: 'GEEN-VERZOEK' })
  const gelezen = await lees(aansluiting, terugkomst, verzoek, nu)
  const gezien: Gezien = { terugkomst, verzoek, nu, op: momentVan(nu) }
  return inTransactie(deur.database, SYSTEEM, async (trx) => {
    const uitkomst = gelezen.ok ? await (verzoek.herkoppelpogingId === null ? open(trx, deur, gelezen.waarde, gezien) : bewijs(trx, deur, gelezen.waarde, verzoek.herkoppelpogingId, gezien)) : gelezen
    // Geen terugdraaien bij een weigering: dat het bewijs gebruikt is en waarom er geen sessie kwam, moet blijven staan.
    if (!uitkomst.ok) await schrijfWeigering(trx, uitkomst.reden, gelezen.ok ? gelezen.waarde : undefined, gezien)
    return uitkomst.ok || verzoek.herkoppelpogingId === null ? uitkomst : geweigerd({ ...uitkomst.reden, opnieuw: verzoek.terug })
  })
}

interface Gezien {
  readonly terugkomst: Inlogterugkomst
  readonly verzoek: Inlogverzoek
  readonly nu: Date
  readonly op: Moment
}

/** alleen een antwoord op wat deze browser begon, en maar een keer. */
async function neemVerzoek({ database }: Inlogdeur, aansluiting: Inlogaansluiting, { antwoord, koekje }: Inlogterugkomst): Promise<Inlogverzoek | undefined> {
  const kenmerk = aansluiting.leesKenmerk(antwoord)
  if (kenmerk === undefined || koekje === undefined) return undefined
  const verzoek = await inTransactie(database, SYSTEEM, (trx) => neemInlogverzoek(trx, koekjehash(koekje), koekjehash(kenmerk)))
  return verzoek?.protocol === aansluiting.protocol ? verzoek : undefined
}

/** A-10 staat hier nog een keer: een aansluiting die het niveau vergeet, laat niemand binnen. */
async function lees(aansluiting: Inlogaansluiting, { antwoord }: Inlogterugkomst, verzoek: Inlogverzoek, nu: Date): Promise<Uitkomst<EhIdentiteit, Inlogafwijzing>> {
  if (verzoek.verlooptOp <= nu.toISOString()) return geweigerd({ soort: 'VERLOPEN', code: 'VERZOEK-VERLOPEN' })
  const gelezen = await aansluiting.controleer(antwoord, verzoek.geheim, nu)
  if (!gelezen.ok || isTenMinste(gelezen.waarde.niveau, VEREIST_NIVEAU)) return gelezen
  return geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: gelezen.waarde.niveau, code: 'NIVEAU' })
}

/** Vanaf hier klopt het bericht. Alles in een transactie: zonder sessie ook geen account. */
async function open(trx: Transactie, { kluis }: Inlogdeur, identiteit: EhIdentiteit, { terugkomst, verzoek, nu, op }: Gezien): Promise<Uitkomst<VoltooideInlog, Inlogafwijzing>> {
  const { bewijs, makelaar } = identiteit
  if (!(await gebruikBewijs(trx, makelaar, geheimhash(bewijs.id), bewijs.geldigTot))) return geweigerd({ soort: 'HERGEBRUIKT', code: `${bewijs.protocol}-HERGEBRUIK` })
  const organisatieId = await findOrganisatieBij(trx, identiteit.legal, datumInNederland(nu))
  if (organisatieId === undefined) return geweigerd({ soort: 'ORGANISATIE_ONBEKEND', code: `${identiteit.legal.soort}-ONBEKEND` })
  const gevonden = await zorgVoorAccount(trx, identiteit, organisatieId, kluis.pseudoniemsleutel(identiteit.acting), op)
  if (!gevonden.ok) return gevonden
  const { accountId } = gevonden.waarde
  const terug = await sluitEerdere(trx, accountId, verzoek, terugkomst, op)
  const sessie = await openSessie(trx, {
    accountId, organisatieId, middel: 'EHERKENNING', niveau: identiteit.niveau, authnOp: identiteit.authnOp,
    vestigingsnummer: identiteit.vestigingsnummer, intermediair: identiteit.intermediair, makelaar, bewijsHash: bewijs.hash,
  }, op)
  await zetIngelogd(trx, accountId, op)
  await schrijfAudit(trx, {
    op, actor: accountId, handeling: 'inloggen', brin: null, deelnemerId: null, object: ['account', accountId],
    gegevens: { middel: 'EHERKENNING', niveau: identiteit.niveau, protocol: bewijs.protocol, organisatieId, doel: verzoek.doel, kenmerk: terugkomst.kenmerk },
  })
  return gelukt({ sessie, terug })
}

/** T-23: de oude inlog, terwijl iemand met zijn nieuwe is ingelogd. Geen sessie, geen account en geen inlog; wat ervan kwam staat in de poging. */
async function bewijs(trx: Transactie, { kluis }: Inlogdeur, identiteit: EhIdentiteit, herkoppelpogingId: string, { terugkomst, verzoek, op }: Gezien): Promise<Uitkomst<VoltooideInlog, Inlogafwijzing>> {
  const { bewijs: { id, geldigTot, protocol }, makelaar } = identiteit
  if (!(await gebruikBewijs(trx, makelaar, geheimhash(id), geldigTot))) return geweigerd({ soort: 'HERGEBRUIKT', code: `${protocol}-HERGEBRUIK` })
  const { koekje, sessieHash, kenmerk } = terugkomst
  const uitkomst = await neemTweedeBewijs(trx, kluis, identiteit, { herkoppelpogingId, geheimHash: koekjehash(koekje ?? ''), sessieHash, kenmerk }, op)
  return uitkomst === 'ONVERWACHT' ? geweigerd({ soort: 'ONVERWACHT', code: 'GEEN-WISSEL' }) : gelukt({ sessie: null, terug: verzoek.terug })
}

/** Vindt het account, of maakt er een zonder rollen (Z-06, T-23). K-EH-11, A-14: een intermediair krijgt er nooit vanzelf een. */
async function zorgVoorAccount(trx: Transactie, identiteit: EhIdentiteit, organisatieId: string, actingSleutel: Buffer, op: Moment): Promise<Uitkomst<GevondenEhAccount, Inlogafwijzing>> {
  const sleutel = ehSleutel(identiteit, actingSleutel)
  await vergrendelEhSleutel(trx, sleutel)
  const account = await findEhAccount(trx, sleutel)
  if (identiteit.intermediair !== null && (account === undefined || !(await heeftRolVanBestuur(trx, account.accountId, op)))) return geweigerd({ soort: 'INTERMEDIAIR', code: 'INTERMEDIAIR' })
  if (account === undefined) return gelukt(await maakEhAccount(trx, organisatieId, sleutel, op))
  // T-25: het nummer hoort nu bij een ander bestuur. Een account verhuist nooit mee.
  if (account.organisatieId !== organisatieId) return geweigerd({ soort: 'ACCOUNT_DICHT', code: 'ANDERE-ORGANISATIE' })
  return account.toestand === 'NIEUW' || account.toestand === 'ACTIEF' ? gelukt(account) : geweigerd({ soort: 'ACCOUNT_DICHT', code: account.toestand })
}

/** S-02: de sessies van deze browser eindigen. S-03: wie opnieuw zou inloggen maar een ander blijkt, komt niet op de bladzijde van de eerste. */
async function sluitEerdere(trx: Transactie, accountId: string, verzoek: Inlogverzoek, { sessieHash }: Inlogterugkomst, op: Moment): Promise<string> {
  const accounts = []
  for (const hash of [verzoek.sessieHash, sessieHash]) if (hash !== null) accounts.push(await verwijderSessie(trx, hash))
  await legZelfdeBrowserVast(trx, accountId, accounts, op)
  return verzoek.doel === 'OPNIEUW' && !accounts.includes(accountId) ? '/' : verzoek.terug
}

/** T-29, A-09: wie het was staat er niet bij; dat weten wij van een geweigerd bericht niet zeker. */
function schrijfWeigering(trx: Transactie, { soort, code }: Inlogafwijzing, identiteit: EhIdentiteit | undefined, { terugkomst, verzoek, op }: Gezien): Promise<void> {
  return schrijfAudit(trx, {
    op, actor: 'inlog', handeling: 'inlogGeweigerd', brin: null, deelnemerId: null, object: ['inlog', terugkomst.kenmerk],
    gegevens: { soort, code, middel: 'EHERKENNING', protocol: verzoek.protocol, ...(identiteit === undefined ? {} : { niveau: identiteit.niveau }) },
  })
}
