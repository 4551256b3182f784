import type { Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import type { Rechtspersoon } from '../eherkenning/identiteit.ts'

/** De kant van eHerkenning bij een koppeling. */
export interface EhAccount {
  readonly accountId: string
  readonly organisatieId: string
  readonly organisatienaam: string
  readonly medewerkerId: string | null
  readonly toestand: 'NIEUW' | 'ACTIEF' | 'GEBLOKKEERD' | 'BEEINDIGD'
  readonly legal: Rechtspersoon
  /** Begin van het pseudoniem, om op het scherm te herkennen (P-02). */
  readonly kort: string
  readonly heeftIntermediair: boolean
}

/** Vastgehouden tot het einde van de transactie; undefined als er geen account van eHerkenning met deze sleutel is. */
export async function vergrendelEhAccount(trx: Transactie, accountId: string): Promise<EhAccount | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId)) return undefined
  await trx.selectFrom('account').select('account_id').where('account_id', '=', accountId).forUpdate().execute()
  const rij = await trx.selectFrom('eh_account as e').innerJoin('account as a', 'a.account_id', 'e.account_id').innerJoin('organisatie as o', 'o.organisatie_id', 'a.organisatie_id')
    .select(['a.account_id', 'a.organisatie_id', 'o.naam', 'a.medewerker_id', 'a.toestand', 'e.legal_soort', 'e.legal_waarde', 'e.acting_kort', 'e.intermediair'])
    .where('a.account_id', '=', accountId).executeTakeFirst()
  return rij && {
    accountId: rij.account_id, organisatieId: rij.organisatie_id, organisatienaam: rij.naam, medewerkerId: rij.medewerker_id, toestand: rij.toestand as EhAccount['toestand'],
    legal: { soort: rij.legal_soort, waarde: rij.legal_waarde }, kort: rij.acting_kort, heeftIntermediair: rij.intermediair !== '',
  }
}

export async function zetEhToestand(trx: Transactie, accountId: string, toestand: EhAccount['toestand'], op: Moment): Promise<void> {
  await trx.updateTable('account').set({ toestand, toestand_sinds: op }).where('account_id', '=', accountId).execute()
}
