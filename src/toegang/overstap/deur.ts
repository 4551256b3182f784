import { type Database, inTransactie, type Transactie } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { geweigerd } from '../../kern/uitkomst.ts'
import type { Normen } from '../../normen/index.ts'
import { schrijfAccountaudit } from '../account/accountaudit.ts'
import type { Actiecontext } from '../actor.ts'
import { leesOverstapgrenzen, type Overstapgrenzen } from './grenzen.ts'
import type { OudMiddel } from './oud-middel.ts'
import { maakTokenmiddel } from './tokenmiddel.ts'
import type { Overstapweigering } from './weigering.ts'

/** Wat een actie van de overstap nodig heeft. */
export interface Overstapdeur {
  readonly database: Database
  readonly normen: Normen
  /** Standaard het nagebootste DUO-token. */
  readonly oudMiddel?: OudMiddel
}

/**
 * Een transactie als systeem, op naam van wie de actie doet. Anders dan `voerUit` draait een weigering niet terug: fouten moeten
 * blijven tellen en een weigering komt in de audit. Een actie weigert daarom altijd vóór haar eerste wijziging.
 */
export function inOverstap<T>(deur: Overstapdeur, ctx: Actiecontext, werk: (trx: Transactie) => Promise<T>): Promise<T> {
  return inTransactie(deur.database, { organisaties: [], rol: 'systeem', actor: ctx.actor.id }, werk)
}

export function grenzenVan(deur: Overstapdeur, { nu }: Pick<Actiecontext, 'nu'>): Overstapgrenzen {
  return leesOverstapgrenzen(deur.normen, nu)
}

export function oudMiddelVan(deur: Overstapdeur, { kluis }: Pick<Actiecontext, 'kluis'>): OudMiddel {
  return deur.oudMiddel ?? maakTokenmiddel(kluis)
}

export function plusMs(op: Moment, ms: number): Moment {
  return momentVan(Date.parse(op) + ms)
}

/** Waarop een weigering slaat; alleen sleutels. */
interface Weigeringsplaats {
  readonly stap: string
  readonly organisatieId: string
  readonly object: readonly ['account' | 'organisatie' | 'voorstel', string]
  readonly koppelpogingId?: string
}

/** T-10, T-29, T-32: weigert, met alleen een regel in de audit als spoor. */
export async function weiger(trx: Transactie, ctx: Actiecontext, reden: Overstapweigering, { stap, organisatieId, object, koppelpogingId }: Weigeringsplaats) {
  const overgang = reden.soort === 'overgang-niet-toegestaan' ? { van: reden.van, gebeurtenis: reden.gebeurtenis } : {}
  await schrijfAccountaudit(trx, ctx, { handeling: 'weigerOverstap', organisatieId, object, extra: { stap, code: reden.soort, ...overgang, ...(koppelpogingId === undefined ? {} : { koppelpogingId }) } })
  return geweigerd(reden)
}
