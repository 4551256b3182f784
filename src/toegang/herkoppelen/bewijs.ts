/**
 * Het tweede bewijs: wie zijn oude inlog gebruikt terwijl hij met zijn nieuwe is ingelogd. Opent geen sessie, maakt geen account en
 * telt niet als inlog (T-23, S-02).
 */
import { schrijfAudit, type Transactie } from '../../database/index.ts'
import { datumInNederland, type Moment } from '../../kern/datum.ts'
import { findOrganisatieVan, vergrendelOrganisatie } from '../account/account-store.ts'
import { type EhAccount, ehSleutel, findEhAccount, vergrendelEhAccount } from '../account/eh-account-store.ts'
import type { EhIdentiteit } from '../eherkenning/identiteit.ts'
import type { Kluis } from '../kluis.ts'
import { findOrganisatieBij } from '../organisatie-store.ts'
import { leesHerkoppelfeiten } from './feiten.ts'
import { findHerkoppelingNaar } from './herkoppeling-store.ts'
import { beeindigHerkoppelpoging, findNieuwAccount, type Herkoppelpoging, neemGeheim, zetOudBewezen } from './poging-store.ts'
import { type NietHerkoppelbaar, waaromNietHerkoppelbaar } from './rules/herkoppelbaar.ts'

export interface TweedeBewijs {
  readonly herkoppelpogingId: string
  /** SHA-256 van wat alleen de browser heeft die naar de makelaar ging. */
  readonly geheimHash: Buffer
  /** De sessie die de browser nu meestuurt; null bij een formulier van de makelaar, dat haar niet meestuurt. */
  readonly sessieHash: Buffer | null
  readonly kenmerk: string
}

/** `ONVERWACHT`: dit antwoord hoort niet bij een lopende poging van deze browser. Anders staat de uitkomst in de poging. */
export async function neemTweedeBewijs(trx: Transactie, kluis: Kluis, identiteit: EhIdentiteit, { herkoppelpogingId, geheimHash, sessieHash, kenmerk }: TweedeBewijs, nu: Moment): Promise<'IN-POGING' | 'ONVERWACHT'> {
  const nieuw = await houdNieuwVast(trx, herkoppelpogingId)
  const poging = await neemGeheim(trx, herkoppelpogingId, geheimHash)
  if (nieuw === undefined || poging === undefined || poging.verlooptOp <= nu) return 'ONVERWACHT'
  if (sessieHash !== null && !sessieHash.equals(poging.sessieHash)) return 'ONVERWACHT'
  const oordeel = await beoordeel(trx, kluis, identiteit, nieuw, poging, nu)
  if (oordeel === 'ONVERWACHT') return oordeel
  const { oudAccountId, waarom } = oordeel
  if (waarom === 'al-gekoppeld') await beeindigHerkoppelpoging(trx, herkoppelpogingId, 'HERKOPPELD', nu)
  else if (waarom !== undefined || oudAccountId === null) await beeindigHerkoppelpoging(trx, herkoppelpogingId, 'GEWEIGERD', nu, waarom?.soort ?? 'oude-inlog-zonder-rollen')
  else await zetOudBewezen(trx, herkoppelpogingId, oudAccountId, nu)
  const code = typeof waarom === 'object' ? waarom.soort : waarom
  await schrijfAudit(trx, {
    op: nu, actor: poging.nieuwAccountId, handeling: code === undefined || code === 'al-gekoppeld' ? 'bewijsOudeInlog' : 'weigerHerkoppeling', brin: null, deelnemerId: null, object: ['account', oudAccountId ?? poging.nieuwAccountId],
    gegevens: { middel: 'EHERKENNING', niveau: identiteit.niveau, herkoppelpogingId, kenmerk, stap: 'bewijs', ...(code === undefined ? {} : { code }) },
  })
  return 'IN-POGING'
}

interface Oordeel {
  readonly oudAccountId: string | null
  readonly waarom: NietHerkoppelbaar | 'al-gekoppeld' | undefined
}

/** Dezelfde volgorde van sloten als bij het bevestigen: organisatie, nieuw account, poging, oud account. */
async function houdNieuwVast(trx: Transactie, herkoppelpogingId: string): Promise<EhAccount | undefined> {
  const accountId = await findNieuwAccount(trx, herkoppelpogingId)
  const organisatieId = accountId === undefined ? undefined : await findOrganisatieVan(trx, accountId)
  if (accountId === undefined || organisatieId === undefined) return undefined
  await vergrendelOrganisatie(trx, organisatieId)
  return vergrendelEhAccount(trx, accountId)
}

async function beoordeel(trx: Transactie, kluis: Kluis, identiteit: EhIdentiteit, nieuw: EhAccount, poging: Herkoppelpoging, nu: Moment): Promise<Oordeel | 'ONVERWACHT'> {
  if (identiteit.intermediair !== null) return { oudAccountId: null, waarom: { soort: 'ketenmachtiging' } }
  // T-04: voor een andere organisatie is er niets te zoeken.
  if (await findOrganisatieBij(trx, identiteit.legal, datumInNederland(new Date(nu))) !== nieuw.organisatieId) return { oudAccountId: null, waarom: { soort: 'organisatie-komt-niet-overeen' } }
  const gevonden = await findEhAccount(trx, ehSleutel(identiteit, kluis.pseudoniemsleutel(identiteit.acting)))
  const oud = gevonden === undefined ? undefined : await vergrendelEhAccount(trx, gevonden.accountId)
  if (oud === undefined) return { oudAccountId: null, waarom: { soort: 'oude-inlog-zonder-rollen' } }
  const feiten = await leesHerkoppelfeiten(trx, { oud, nieuw, sessieHash: poging.sessieHash, nu })
  if (feiten === undefined) return 'ONVERWACHT'
  if (oud.toestand === 'BEEINDIGD' && (await findHerkoppelingNaar(trx, nieuw.accountId))?.oudAccountId === oud.accountId) return { oudAccountId: oud.accountId, waarom: 'al-gekoppeld' }
  return { oudAccountId: oud.accountId, waarom: waaromNietHerkoppelbaar(feiten) }
}
