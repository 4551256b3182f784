import { leesStudenten } from '../../bron/index.ts'
import { inTransactie, schrijfAudit, type Database } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Normen } from '../../normen/index.ts'
import { contextVan, mag, type Actiecontext } from '../../toegang/index.ts'
import { schrijfRegelbestand } from './exporteer-regels.ts'
import { schrijfTbgi } from './exporteer-tbgi.ts'
import { opmerkingenBij } from './exportopmerkingen.ts'
import { maakExportplan, type Exportvraag } from './exportvraag.ts'
import type { Exportuitgang, Exportverslag } from './exportwerk.ts'

/**
 * Schrijft een bestand zoals DUO het schrijft uit de open standen van één school, op één moment van het register, met vast geheugen.
 * Er staan persoonsnummers in: alleen voor wie bij deze school inschrijvingen mag zien of leveren, en met een auditregel per bestand.
 */
export async function exporteerBestand(database: Database, ctx: Actiecontext, vraag: Exportvraag, uit: Exportuitgang, normen: Normen): Promise<Uitkomst<Exportverslag, Weigering>> {
  if (!mag(ctx.actor, 'bestand:ophalen', { brin: vraag.brin, sector: 'MBO' })) return geweigerd({ soort: 'niet-gevonden' })
  const nu = new Date(ctx.nu)
  const plan = maakExportplan(vraag, datumInNederland(nu), normen)
  if (!plan.ok) return plan
  return inTransactie(database, contextVan(ctx.actor), async (trx) => {
    const studenten = await leesStudenten(trx, ctx.kluis, vraag.brin, plan.waarde.venster)
    const werk = { trx, plan: plan.waarde, studenten, normen, nu, uit, genoteerd: new Set<string>() }
    const geschreven = plan.waarde.soort === 'TBGI' ? await schrijfTbgi(werk) : await schrijfRegelbestand(werk)
    const { naam, soort, brin } = plan.waarde
    await schrijfAudit(trx, {
      op: ctx.nu, actor: ctx.actor.id, handeling: uit.handeling ?? 'exporteerBestand', brin, deelnemerId: null, object: ['bestand', naam],
      gegevens: { soort, regels: geschreven.regels, studenten: geschreven.studenten },
    })
    return gelukt({ naam, soort, brin, ...geschreven, opmerkingen: opmerkingenBij(soort, geschreven) })
  }, { momentopname: true })
}
