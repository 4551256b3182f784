import { noteerVerwerking, type Outboxsoort, schrijfJournaal, type Standuitkomst, type Transactie } from '../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import type { Veldfout, Weigering } from '../kern/weigering.ts'
import type { Actiecontext } from './actor.ts'

/** Wat er met een levering gebeurde. */
export interface Vastgelegd {
  readonly uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd'
}

export interface Wijziging {
  /** Naam van de actie, voor de audit. */
  readonly handeling: string
  readonly brin: string | null
  readonly deelnemerId: string | null
  /** Soort en leesbare sleutel; nooit een persoonsnummer. */
  readonly object: readonly [soort: string, sleutel: string]
  readonly gevolg: Outboxsoort
}

/** Het slot van elke levering: alleen als er iets veranderde komt er een audit- en een outboxregel, in dezelfde transactie. */
export async function rondAf(
  trx: Transactie, ctx: Actiecontext, uitkomst: Standuitkomst | { readonly soort: 'niet-gevonden' }, wijziging: Wijziging,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  // Ook kijken en niets veranderen is een verwerking (S-30); bij een weigering draait de transactie terug en staat er mislukt.
  if (wijziging.deelnemerId !== null) noteerVerwerking(trx, { handeling: wijziging.handeling, deelnemerIds: [wijziging.deelnemerId], zonderAudit: true })
  switch (uitkomst.soort) {
    case 'niet-gevonden':
      return geweigerd({ soort: 'niet-gevonden' })
    case 'ouder-dan-bekend':
      return geweigerd({ soort: 'ouder-dan-bekend', bekendVan: uitkomst.bekendVan })
    case 'ongewijzigd':
      return gelukt({ uitkomst: 'ongewijzigd' })
    case 'nieuw':
    case 'gewijzigd':
      await schrijfJournaal(trx, { ...wijziging, op: ctx.nu, actor: ctx.actor.id, gegevens: { uitkomst: uitkomst.soort } })
      return gelukt({ uitkomst: uitkomst.soort })
  }
}

/** Verwacht minstens één fout; voor `if (fouten.length > 0) return ongeldig(fouten)`. */
export function ongeldig(fouten: readonly Veldfout[]): Uitkomst<never, Weigering> {
  const [eerste, ...rest] = fouten
  if (!eerste) throw new Error('ongeldig zonder fouten')
  return geweigerd({ soort: 'ongeldig', fouten: [eerste, ...rest] })
}
