/** Wie mag koppelen: een verse sessie met eHerkenning op EH3 of hoger, zonder intermediair (T-01, T-02, T-26). */
import type { Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Actiecontext } from '../actor.ts'
import { isTenMinste, VEREIST_NIVEAU } from '../eherkenning/niveau.ts'
import { type EhAccount, vergrendelEhAccount } from '../account/eh-account-store.ts'
import { findOrganisatieBij, leesBrinsVanOrganisatie } from '../organisatie-store.ts'
import type { Overstapgrenzen } from './grenzen.ts'
import type { Tokenaccount } from './tokenaccount-store.ts'
import { datumInNederland } from '../../kern/datum.ts'
import type { Overstapweigering } from './weigering.ts'

/** Controleert de sessie en houdt het account van eHerkenning vast. */
export async function laatToe(trx: Transactie, { actor, aanmelding, nu }: Actiecontext, { verseInlogMinuten }: Overstapgrenzen): Promise<Uitkomst<EhAccount, Overstapweigering>> {
  if (aanmelding?.middel !== 'EHERKENNING' || aanmelding.niveau === null || !isTenMinste(aanmelding.niveau, VEREIST_NIVEAU)) return geweigerd({ soort: 'eherkenning-nodig' })
  const geleden = Date.parse(nu) - Date.parse(aanmelding.authnOp)
  if (!(geleden >= 0 && geleden <= verseInlogMinuten * 60_000)) return geweigerd({ soort: 'verse-inlog-nodig' })
  const eh = await vergrendelEhAccount(trx, actor.id)
  if (eh === undefined || (eh.toestand !== 'NIEUW' && eh.toestand !== 'ACTIEF')) return geweigerd({ soort: 'eherkenning-nodig' })
  return eh.heeftIntermediair ? geweigerd({ soort: 'ketenmachtiging' }) : gelukt(eh)
}

/**
 * T-04, T-25: het KvK-nummer of RSIN van de inlog wijst vandaag de organisatie van het oude account aan, en de school van dat account
 * hoort daar vandaag bij. Na een fusie klopt dat niet meer; een gelijke naam telt niet.
 */
export async function isZelfdeOrganisatie(trx: Transactie, eh: EhAccount, oud: Pick<Tokenaccount, 'organisatieId' | 'brin'>, { nu }: Pick<Actiecontext, 'nu'>): Promise<boolean> {
  const dag = datumInNederland(new Date(nu))
  if (eh.organisatieId !== oud.organisatieId || await findOrganisatieBij(trx, eh.legal, dag) !== eh.organisatieId) return false
  return (await leesBrinsVanOrganisatie(trx, eh.organisatieId, dag)).includes(oud.brin)
}
