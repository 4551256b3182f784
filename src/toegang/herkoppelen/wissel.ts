/** Wat elke stap van de nieuwe inlog eerst doet: mag deze sessie dit, en welke poging loopt er (T-01, T-26). */
import type { Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../account/accountaudit.ts'
import type { EhAccount } from '../account/eh-account-store.ts'
import type { Actiecontext } from '../actor.ts'
import { laatToe } from '../overstap/toelating.ts'
import { beeindigHerkoppelpoging, type Herkoppelpoging, vergrendelHerkoppelpoging } from './poging-store.ts'
import type { Herkoppelweigering } from './weigering.ts'

/** De tijd van begin tot bevestigen. */
export const WISSEL_MS = 10 * 60_000

export interface Wissel {
  readonly nieuw: EhAccount
  readonly poging: Herkoppelpoging
}

export async function laatWisselToe(trx: Transactie, ctx: Actiecontext): Promise<Uitkomst<EhAccount, Herkoppelweigering>> {
  const eh = await laatToe(trx, ctx)
  if (eh.ok) return eh
  switch (eh.reden.soort) {
    case 'eherkenning-nodig':
    case 'verse-inlog-nodig':
    case 'ketenmachtiging':
      return geweigerd({ soort: eh.reden.soort })
    default:
      throw new Error(`onverwachte weigering bij de toelating: ${eh.reden.soort}`)
  }
}

/** Alleen in de sessie waarin zij begon, en alleen zolang zij loopt. Een gelukte poging komt mee: de aanroeper weet wat dat betekent (T-28). */
export async function pakWissel(trx: Transactie, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<Wissel, Herkoppelweigering>> {
  const nieuw = await laatWisselToe(trx, ctx)
  if (!nieuw.ok) return nieuw
  const poging = await vergrendelHerkoppelpoging(trx, sessieHash)
  if (poging === undefined || poging.nieuwAccountId !== nieuw.waarde.accountId) return geweigerd({ soort: 'geen-wissel-begonnen' })
  if (poging.einde === null && poging.verlooptOp <= ctx.nu) {
    await beeindigHerkoppelpoging(trx, poging.herkoppelpogingId, 'VERLOPEN', ctx.nu)
    return geweigerd({ soort: 'wissel-verlopen' })
  }
  if (poging.einde === 'VERLOPEN') return geweigerd({ soort: 'wissel-verlopen' })
  if (poging.einde === 'GEWEIGERD') return geweigerd(leesWeigering(poging.weigering))
  return poging.einde === null || poging.einde === 'HERKOPPELD' ? gelukt({ nieuw: nieuw.waarde, poging }) : geweigerd({ soort: 'geen-wissel-begonnen' })
}

/** T-10, T-29: weigert, met alleen een regel in de audit als spoor; een open poging eindigt. */
export async function weigerWissel(trx: Transactie, ctx: Actiecontext, reden: Herkoppelweigering, { stap, poging, oudAccountId }: { readonly stap: string; readonly poging?: Herkoppelpoging; readonly oudAccountId?: string }) {
  if (poging !== undefined) await beeindigHerkoppelpoging(trx, poging.herkoppelpogingId, 'GEWEIGERD', ctx.nu, reden.soort)
  await schrijfAccountaudit(trx, ctx, {
    handeling: 'weigerHerkoppeling', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', oudAccountId ?? ctx.actor.id],
    extra: { stap, code: reden.soort, ...(poging === undefined ? {} : { herkoppelpogingId: poging.herkoppelpogingId }) },
  })
  return geweigerd(reden)
}

const BEWAARD: readonly Herkoppelweigering['soort'][] = [
  'ketenmachtiging', 'nieuwe-inlog-heeft-rollen', 'zelfde-inlog', 'organisatie-komt-niet-overeen', 'oude-inlog-dicht', 'oude-inlog-zonder-rollen', 'andere-medewerker',
  'niet-meer-beschikbaar', 'beheerder-zonder-bereik',
]

function leesWeigering(tekst: string | null): Herkoppelweigering {
  return { soort: BEWAARD.find((soort) => soort === tekst) ?? 'geen-wissel-begonnen' }
}
