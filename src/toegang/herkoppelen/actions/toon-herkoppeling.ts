import type { Transactie } from '../../../database/index.ts'
import type { Moment } from '../../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { geldtNu, type Rolbeeld } from '../../account/account.ts'
import { findAccount } from '../../account/account-store.ts'
import { vergrendelEhAccount } from '../../account/eh-account-store.ts'
import type { Weggelaten } from '../../account/rules/overdracht.ts'
import type { Actiecontext } from '../../actor.ts'
import { inOverstap, type Overstapdeur } from '../../overstap/deur.ts'
import { leesHerkoppelfeiten } from '../feiten.ts'
import { findHerkoppelingNaar } from '../herkoppeling-store.ts'
import { verdeelHerkoppelrollen, waaromNietHerkoppelbaar } from '../rules/herkoppelbaar.ts'
import type { Herkoppelweigering } from '../weigering.ts'
import { pakWissel, type Wissel } from '../wissel.ts'

type Toonrol = Pick<Rolbeeld, 'rol' | 'brin' | 'vestiging' | 'voor'>

/** Beide kanten, zoals iemand ze ziet voordat hij bevestigt (toegang.md 3.3). */
export interface Herkoppelvoorstel {
  readonly organisatie: string
  readonly oud: { readonly naam: string | null; readonly kort: string; readonly laatstIngelogdOp: Moment | null }
  /** `naam`: null als de beheerder nog niet zei van wie deze inlog is. */
  readonly nieuw: { readonly naam: string | null; readonly kort: string }
  readonly meegaand: readonly Toonrol[]
  readonly weggelaten: readonly Weggelaten[]
  readonly verlooptOp: Moment
}

export type Wisselstap =
  | { readonly soort: 'bewijzen'; readonly herkoppelpogingId: string; readonly verlooptOp: Moment }
  | { readonly soort: 'bevestigen'; readonly voorstel: Herkoppelvoorstel }
  | { readonly soort: 'al-gekoppeld' }

/** Waar de wissel van deze sessie is. Verandert niets aan een account. */
export function toonHerkoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<Wisselstap, Herkoppelweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const wissel = await pakWissel(trx, ctx, sessieHash)
    if (!wissel.ok) return wissel
    const { poging } = wissel.waarde
    if (poging.einde !== null) return gelukt({ soort: 'al-gekoppeld' })
    if (poging.oudAccountId === null) return gelukt({ soort: 'bewijzen', herkoppelpogingId: poging.herkoppelpogingId, verlooptOp: poging.verlooptOp })
    return maakVoorstel(trx, ctx, wissel.waarde, poging.oudAccountId)
  })
}

async function maakVoorstel(trx: Transactie, ctx: Actiecontext, { nieuw, poging }: Wissel, oudAccountId: string): Promise<Uitkomst<Wisselstap, Herkoppelweigering>> {
  const oud = await vergrendelEhAccount(trx, oudAccountId)
  if (oud === undefined) throw new Error('bewezen account verdween')
  const feiten = await leesHerkoppelfeiten(trx, { oud, nieuw, sessieHash: poging.sessieHash, nu: ctx.nu })
  if (feiten === undefined) return geweigerd({ soort: 'geen-wissel-begonnen' })
  const waarom = waaromNietHerkoppelbaar(feiten)
  if (waarom !== undefined) return geweigerd(waarom)
  const { meegaand, weggelaten } = verdeelHerkoppelrollen(feiten)
  return gelukt({
    soort: 'bevestigen', voorstel: {
      organisatie: nieuw.organisatienaam, verlooptOp: poging.verlooptOp, weggelaten, meegaand: meegaand.map(({ rol, brin, vestiging, voor }) => ({ rol, brin, vestiging, voor })),
      oud: { naam: feiten.oud.medewerker?.naam ?? null, kort: oud.kort, laatstIngelogdOp: feiten.oud.laatstIngelogdOp }, nieuw: { naam: feiten.nieuw.medewerker?.naam ?? null, kort: nieuw.kort },
    },
  })
}

/** Het bewijs van ontvangst van deze inlog; null als hij geen rollen overnam. */
export interface Herkoppelbewijs {
  readonly herkoppelpogingId: string
  readonly herkoppeldOp: Moment
  readonly oudKort: string
  readonly rollen: readonly Toonrol[]
}

export function toonHerkoppelbewijs(deur: Overstapdeur, ctx: Actiecontext): Promise<Herkoppelbewijs | null> {
  return inOverstap(deur, ctx, async (trx) => {
    const gevonden = await findHerkoppelingNaar(trx, ctx.actor.id)
    if (gevonden === undefined) return null
    const [oud, nieuw] = [await findAccount(trx, gevonden.oudAccountId), await findAccount(trx, gevonden.nieuwAccountId)]
    const rollen = (nieuw?.rollen ?? []).filter((rol) => geldtNu(rol, ctx.nu)).map(({ rol, brin, vestiging, voor }) => ({ rol, brin, vestiging, voor }))
    return { herkoppelpogingId: gevonden.herkoppelpogingId, herkoppeldOp: gevonden.herkoppeldOp, oudKort: oud?.kort ?? '', rollen }
  })
}
