import { randomBytes } from 'node:crypto'
import { Secret } from 'otpauth'
import type { Moment } from '../../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { eisVerseInlog } from '../../account/rules/verse-inlog.ts'
import type { Actiecontext } from '../../actor.ts'
import { geheimhash } from '../../geheimhash.ts'
import { isVoorZichzelf, pakOudAccount } from '../beheer.ts'
import { grenzenVan, inOverstap, type Overstapdeur, plusMs, weiger } from '../deur.ts'
import { overstapstand } from '../overstapstand.ts'
import { koppelVanuit } from '../rules/toestanden.ts'
import { slaUitnodigingOp } from '../uitnodiging-store.ts'
import type { Overstapweigering } from '../weigering.ts'

/** De code is hier voor het eerst en het laatst te lezen. */
export interface GemaakteUitnodiging {
  readonly uitnodigingId: string
  readonly code: string
  readonly verlooptOp: Moment
}

const DAG_MS = 24 * 3_600_000
const CODE_BYTES = 32

/** T-15: nodigt iemand uit om een oud account te koppelen. Alleen als de school koos dat een uitnodiging het oude middel vervangt. */
export function nodigUit(deur: Overstapdeur, ctx: Actiecontext, oudAccountId: string): Promise<Uitkomst<GemaakteUitnodiging, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const oud = await pakOudAccount(trx, ctx, oudAccountId, eisVerseInlog(ctx))
    if (!oud.ok) return oud
    const { accountId, organisatieId, brin, toestand } = oud.waarde
    const plaats = { stap: 'nodig-uit', organisatieId, object: ['account', accountId] } as const
    if (await isVoorZichzelf(trx, ctx, accountId)) return weiger(trx, ctx, { soort: 'niet-voor-uzelf' }, plaats)
    const overgang = koppelVanuit(toestand)
    if (!overgang.ok) return weiger(trx, ctx, overgang.reden, plaats)
    if (!(await overstapstand(trx, brin, ctx.nu)).uitnodigingVervangtBewijs) return weiger(trx, ctx, { soort: 'uitnodiging-vraagt-bewijs' }, plaats)
    const code = maakCode()
    const verlooptOp = plusMs(ctx.nu, grenzenVan(deur, ctx).uitnodigingDagen * DAG_MS)
    const uitnodigingId = await slaUitnodigingOp(trx, { organisatieId, oudAccountId: accountId, uitgenodigdDoor: ctx.actor.id, verlooptOp }, codehash(code), ctx.nu)
    await schrijfAccountaudit(trx, ctx, { handeling: 'nodigUit', organisatieId, object: ['account', accountId], extra: { uitnodigingId, verlooptOp } })
    return gelukt({ uitnodigingId, code, verlooptOp })
  })
}

/** Hash van een getypte code: streepjes, spaties en kleine letters doen er niet toe. */
export function codehash(code: string): Buffer {
  return geheimhash(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
}

/** 256 bits toeval in groepjes van vier, om over te typen. */
function maakCode(): string {
  const tekens = new Secret({ buffer: Uint8Array.from(randomBytes(CODE_BYTES)).buffer }).base32
  return (tekens.match(/.{1,4}/g) ?? []).join('-')
}
