/** Wie mag koppelen: een verse sessie met eHerkenning op EH3 of hoger, zonder intermediair (T-01, T-02, T-26). */
import type { Transactie } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isVers } from '../account/rules/verse-inlog.ts'
import type { Actiecontext } from '../actor.ts'
import { isTenMinste, VEREIST_NIVEAU } from '../eherkenning/niveau.ts'
import { type EhAccount, vergrendelEhAccount } from '../account/eh-account-store.ts'
import { findOrganisatieBij, leesBrinsVanOrganisatie } from '../organisatie-store.ts'
import { grenzenVan, type Overstapdeur } from './deur.ts'
import { type NietKoppelbaar, waaromNietKoppelbaar } from './rules/koppelbaar.ts'
import type { Schoolstand } from './schoolstand.ts'
import type { Tokenaccount } from './tokenaccount-store.ts'
import type { Overstapweigering } from './weigering.ts'

/** Controleert de sessie en houdt het account van eHerkenning vast. */
export async function laatToe(trx: Transactie, { actor, aanmelding, nu }: Actiecontext): Promise<Uitkomst<EhAccount, Overstapweigering>> {
  if (aanmelding?.middel !== 'EHERKENNING' || aanmelding.niveau === null || !isTenMinste(aanmelding.niveau, VEREIST_NIVEAU)) return geweigerd({ soort: 'eherkenning-nodig' })
  if (!isVers(aanmelding, nu)) return geweigerd({ soort: 'verse-inlog-nodig' })
  const eh = await vergrendelEhAccount(trx, actor.id)
  if (eh === undefined || (eh.toestand !== 'NIEUW' && eh.toestand !== 'ACTIEF')) return geweigerd({ soort: 'eherkenning-nodig' })
  return eh.heeftIntermediair ? geweigerd({ soort: 'ketenmachtiging' }) : gelukt(eh)
}

/** Of dit oude account nu aan deze kant van eHerkenning te koppelen is, als het bewijs al geslaagd is. `stand`: die van de school van het oude account. */
export async function toetsKoppelbaar(trx: Transactie, deur: Overstapdeur, ctx: Actiecontext, eh: EhAccount, oud: Tokenaccount, stand: Schoolstand): Promise<NietKoppelbaar | undefined> {
  return waaromNietKoppelbaar({
    toestand: oud.toestand, laatstGebruiktOp: oud.laatstIngelogdOp ?? oud.aangemaaktOp, stand, nu: ctx.nu,
    zelfdeOrganisatie: await isZelfdeOrganisatie(trx, eh, oud, ctx), ongebruiktMaanden: grenzenVan(deur, ctx).ongebruiktMaanden,
  })
}

/**
 * T-04, T-25: het KvK-nummer of RSIN van de inlog wijst vandaag de organisatie van het oude account aan, en de school van dat account
 * hoort daar vandaag bij. Na een fusie klopt dat niet meer; een gelijke naam telt niet.
 */
async function isZelfdeOrganisatie(trx: Transactie, eh: EhAccount, oud: Pick<Tokenaccount, 'organisatieId' | 'brin'>, { nu }: Pick<Actiecontext, 'nu'>): Promise<boolean> {
  const dag = datumInNederland(new Date(nu))
  if (eh.organisatieId !== oud.organisatieId || await findOrganisatieBij(trx, eh.legal, dag) !== eh.organisatieId) return false
  return (await leesBrinsVanOrganisatie(trx, eh.organisatieId, dag)).includes(oud.brin)
}
