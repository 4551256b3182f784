/** Rollen die bij een koppeling van het oude account naar het nieuwe gaan (T-06, T-09), en terug uit bij een ontkoppeling (T-31). */
import type { Transactie } from '../../database/index.ts'
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Accountbeeld, Organisatiebeeld, Rolbeeld } from './account.ts'
import { findAccount } from './account-store.ts'
import { voegRolToe, zetRollenIngetrokken } from './rol-store.ts'
import { findOrganisatiebeeld } from '../organisatie-store.ts'
import { type Overdraagbaar, verdeelRollen, type Weggelaten } from './rules/overdracht.ts'

export interface Overdracht {
  readonly van: string
  readonly naar: string
  /** Account-id van wie het doet: de medewerker zelf, of de beheerder. */
  readonly door: string
  readonly nu: Moment
}

export interface Overgedragen {
  readonly overgedragen: readonly Overdraagbaar[]
  readonly weggelaten: readonly Weggelaten[]
}

/** Wat er mee zou gaan, voor de bladzijde die beide kanten toont. Gooit als een van de accounts niet bestaat. */
export async function rollenVoorOverdracht(trx: Transactie, van: string, naar: string, nu: Moment): Promise<Overgedragen> {
  const { oud, nieuw, organisatie } = await laad(trx, van, naar, nu)
  return verdeelRollen({ oud, nieuw, organisatie, nu })
}

/**
 * Zet precies de rollen die nu gelden over, met hun einde en reden, en trekt ze op het oude account in. Draait als systeem in de
 * transactie van de koppeling (T-07); de aanroeper houdt het slot van de organisatie vast.
 */
export async function draagRollenOver(trx: Transactie, { van, naar, door, nu }: Overdracht): Promise<Overgedragen> {
  const { oud, nieuw, organisatie } = await laad(trx, van, naar, nu)
  const verdeling = verdeelRollen({ oud, nieuw, organisatie, nu })
  for (const rol of verdeling.overgedragen) {
    await voegRolToe(trx, { accountId: naar, rol: rol.rol, brin: rol.brin, vestiging: rol.vestiging, van: nu, voor: rol.voor, bron: 'OVERSTAP', bronSleutel: van, reden: rol.reden, door }, nu)
  }
  await zetRollenIngetrokken(trx, openstaand(oud), door, 'Overgestapt naar eHerkenning.', nu)
  return verdeling
}

/** Bij ontkoppelen: alles wat van dit oude account kwam gaat van het nieuwe af. Het oude krijgt niets terug (T-31). Geeft hoeveel rollen dat waren. */
export async function trekOverdrachtIn(trx: Transactie, { van, naar, door, nu, reden }: Overdracht & { readonly reden: string }): Promise<number> {
  const nieuw = await findAccount(trx, naar)
  if (nieuw === undefined) throw new Error('ontkoppelen van een account dat er niet is')
  const rolIds = nieuw.rollen.filter((rol) => rol.bron === 'OVERSTAP' && rol.bronSleutel === van && rol.ingetrokkenOp === null).map(({ rolId }) => rolId)
  await zetRollenIngetrokken(trx, rolIds, door, reden, nu)
  return rolIds.length
}

async function laad(trx: Transactie, van: string, naar: string, nu: Moment): Promise<{ readonly oud: Accountbeeld; readonly nieuw: Accountbeeld; readonly organisatie: Organisatiebeeld }> {
  const [oud, nieuw] = [await findAccount(trx, van), await findAccount(trx, naar)]
  if (oud === undefined || nieuw === undefined) throw new Error('overdracht tussen accounts die er niet zijn')
  if (oud.organisatieId !== nieuw.organisatieId) throw new Error('overdracht naar een andere organisatie')
  const organisatie = await findOrganisatiebeeld(trx, oud.organisatieId, datumInNederland(new Date(nu)))
  if (organisatie === undefined) throw new Error('account zonder organisatie')
  return { oud, nieuw, organisatie }
}

function openstaand({ rollen }: Accountbeeld): string[] {
  return rollen.filter((rol: Rolbeeld) => rol.ingetrokkenOp === null).map(({ rolId }) => rolId)
}
