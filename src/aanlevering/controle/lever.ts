import { isDeelnemerId as isUuid } from '../../bron/index.ts'
import type { Database } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, magErgens, ongeldig, voerUit } from '../../toegang/index.ts'
import { neemAanleveringAan } from '../actions/neem-aan.ts'
import { bewaardeBytes } from './bron.ts'
import { isTeLeveren } from './controle.ts'
import { findControle, zetGeleverd } from './store.ts'

/**
 * Levert precies de bytes die gecontroleerd zijn, zonder ze opnieuw te versturen (3.3.7). Twee keer versturen geeft een levering: de
 * tweede krijgt de sleutel van de eerste (S-17). Het gecontroleerde bestand verdwijnt in dezelfde transactie.
 */
export async function leverControle(database: Database, ctx: Actiecontext, controleId: string): Promise<Uitkomst<string, Weigering>> {
  if (!isUuid(controleId) || !magErgens(ctx.actor, 'inschrijving:schrijven')) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(database, ctx.actor, async (trx) => {
    const controle = await findControle(trx, ctx.actor.id, controleId, ctx.nu, { kluis: ctx.kluis, vast: true })
    if (controle === undefined || controle.doel !== 'controleren') return geweigerd({ soort: 'niet-gevonden' })
    if (controle.aanleveringId !== null) return gelukt(controle.aanleveringId)
    if (!isTeLeveren(controle)) return ongeldig([NIET_TE_LEVEREN])
    const bron = bewaardeBytes((werk) => werk(trx), ctx.kluis, controleId, controle.bytes)
    const aangenomen = await neemAanleveringAan(trx, ctx, bron.lees(), { naam: controle.bestandsnaam })
    if (!aangenomen.ok) return aangenomen
    await zetGeleverd(trx, controleId, aangenomen.waarde.aanleveringId)
    return gelukt(aangenomen.waarde.aanleveringId)
  })
}

const NIET_TE_LEVEREN = { veld: 'bestand', regel: 'Dit bestand is niet te leveren.', watTeDoen: 'Lees bij het resultaat waarom. Controleer daarna een verbeterd bestand.' }
