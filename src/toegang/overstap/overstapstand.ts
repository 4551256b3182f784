/** De overstap zoals andere onderdelen haar vragen: per school, op het moment van het verzoek (T-19, T-20). */
import { alsSysteem, type Database, inTransactie, type Transactie } from '../../database/index.ts'
import { type Datum, datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Aanmelding } from '../actor.ts'
import { findInstelling, leesInstellingenVanOrganisatie, leesTokendagenVanaf } from './overstap-store.ts'
import { bepaalStand, geeftEherkenningRollen, isCoulance, type Overstapdatums, type Stand, werktToken } from './rules/overstapstand.ts'
import type { Schoolstand } from './schoolstand.ts'
import { findTokenaccount } from './tokenaccount-store.ts'

/** De stand van een school; `GEEN` als zij geen oud middel kent. */
export async function overstapstand(trx: Transactie, brin: string, nu: Moment): Promise<Schoolstand> {
  const instelling = await alsSysteem(trx, () => findInstelling(trx, brin))
  return instelling === undefined ? { brin, stand: 'GEEN', coulance: false, openVan: null, tokenTotEnMet: null, coulanceTotEnMet: null, uitnodigingVervangtBewijs: false } : metStand(instelling, vandaag(nu))
}

/** De stand van elke school van een organisatie die overstapt, op BRIN. */
export async function overstapstanden(trx: Transactie, organisatieId: string, nu: Moment): Promise<readonly Schoolstand[]> {
  const dag = vandaag(nu)
  const instellingen = await alsSysteem(trx, () => leesInstellingenVanOrganisatie(trx, organisatieId, dag))
  return instellingen.map((instelling) => metStand(instelling, dag))
}

/** Wat de overstap van een sessie laat werken. */
export interface Overstapbeperking {
  /** Onwaar bij een token na de sluitdatum van zijn school: de sessie eindigt. Bij eHerkenning altijd waar. */
  readonly middelWerkt: boolean
  /** Of een rol bij deze school werkt; null = een rol voor de hele organisatie (beheerder). */
  rolWerkt(brin: string | null): boolean
}

/** Wordt bij elk verzoek gevraagd, zodat een sluitdatum op de seconde telt, ook voor een open sessie. */
export async function leesOverstapbeperking(
  trx: Transactie, { accountId, organisatieId, middel }: { readonly accountId: string; readonly organisatieId: string; readonly middel: Aanmelding['middel'] }, nu: Moment,
): Promise<Overstapbeperking> {
  if (middel === 'DUO_TOKEN') {
    const account = await alsSysteem(trx, () => findTokenaccount(trx, accountId))
    const werkt = account !== undefined && account.toestand === 'ACTIEF_TOKEN' && werktToken((await overstapstand(trx, account.brin, nu)).stand)
    return { middelWerkt: werkt, rolWerkt: () => werkt }
  }
  const standen = await overstapstanden(trx, organisatieId, nu)
  const inVoorbereiding = new Set(standen.filter(({ stand }) => !geeftEherkenningRollen(stand)).map(({ brin }) => brin))
  const alles = standen.length > 0 && inVoorbereiding.size === standen.length
  return { middelWerkt: true, rolWerkt: (brin) => (brin === null ? !alles : !inVoorbereiding.has(brin)) }
}

/** De laatste dagen van het token die nog komen, over alle scholen: openbaar, op de inlogbladzijde. */
export function leesLaatsteTokendagen(database: Database, nu: Date): Promise<readonly Datum[]> {
  return inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'overstap' }, (trx) => leesTokendagenVanaf(trx, datumInNederland(nu)))
}

function metStand<T extends Overstapdatums>(instelling: T, dag: Datum): T & { stand: Stand; coulance: boolean } {
  return { ...instelling, stand: bepaalStand(instelling, dag), coulance: isCoulance(instelling, dag) }
}

function vandaag(nu: Moment): Datum {
  return datumInNederland(new Date(nu))
}
