import { type Database, schrijfAudit } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Actiecontext, alsActor } from '../../toegang/index.ts'
import { herversleutelGroep, telOudeSleutels } from '../store/herversleutelen.ts'

export interface Herversleuteld {
  /** De sleutel waar alle nummers nu onder staan. */
  readonly sleutel: string
  readonly nummers: number
}

const PER_KEER = 500

/**
 * Zet elk persoonsnummer onder de actieve versleutelsleutel (S-93). Groep voor groep, elk vastgelegd: afbreken kan, en opnieuw beginnen gaat
 * verder waar het was. Leveringen mogen doorgaan. Er wordt niets getoond en over niemand iets anders vastgelegd, dus alleen de audit zegt dat het gebeurde.
 */
export async function herversleutel(database: Database, ctx: Actiecontext, opVoortgang: (deel: number) => void = () => undefined): Promise<Uitkomst<Herversleuteld, { readonly soort: 'niet-gevonden' }>> {
  if (ctx.actor.soort !== 'systeem') return geweigerd({ soort: 'niet-gevonden' })
  const sleutel = ctx.kluis.versleutelBytes(new Uint8Array(), 'proef').sleutelId
  const totaal = await alsActor(database, ctx.actor, (trx) => telOudeSleutels(trx, sleutel))
  let nummers = 0
  for (;;) {
    const gedaan = await alsActor(database, ctx.actor, async (trx) => {
      const aantal = await herversleutelGroep(trx, ctx.kluis, sleutel, PER_KEER)
      if (aantal > 0) await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'herversleutel', brin: null, deelnemerId: null, object: ['versleutelsleutel', sleutel], gegevens: { nummers: aantal } })
      return aantal
    })
    nummers += gedaan
    if (gedaan === 0) return gelukt({ sleutel, nummers })
    opVoortgang(Math.min(1, nummers / Math.max(1, totaal)))
  }
}
