import { isDeelnemerId as isUuid } from '../../bron/index.ts'
import { type Database, noteerVerwerking } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Actiecontext, alsActor } from '../../toegang/index.ts'
import { VERWERKER } from '../actions/omgeving.ts'
import type { Controle, Controledoel, Controlegroep, Controleregel } from './controle.ts'
import { findControle, leesBlad, leesControles, wisControle, wisVerlopen, zetGestopt } from './store.ts'

type NietGevonden = { readonly soort: 'niet-gevonden' }

/** Onbekend, van een ander, verlopen of een ander doel: hetzelfde antwoord (Z-02). */
export async function toonControle(database: Database, ctx: Actiecontext, doel: Controledoel, controleId: string): Promise<Uitkomst<Controle, NietGevonden>> {
  if (!isUuid(controleId)) return geweigerd({ soort: 'niet-gevonden' })
  const controle = await alsActor(database, ctx.actor, (trx) => findControle(trx, ctx.actor.id, controleId, ctx.nu, { kluis: ctx.kluis }))
  return controle === undefined || controle.doel !== doel ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(controle)
}

/** De eigen bestanden die er nog zijn; ook na een nieuwe inlog (S-75). */
export function toonControles(database: Database, ctx: Actiecontext, doel: Controledoel): Promise<readonly Controle[]> {
  return alsActor(database, ctx.actor, (trx) => leesControles(trx, ctx.actor.id, doel, ctx.nu, ctx.kluis))
}

export interface Groepblad {
  readonly controle: Controle
  readonly groep: Controlegroep
  readonly blad: number
  readonly regels: readonly Controleregel[]
}

/** Een bladzijde met bevindingen van een soort; `blad` vanaf 0. */
export async function toonBevindingen(database: Database, ctx: Actiecontext, doel: Controledoel, controleId: string, groep: number, blad: number): Promise<Uitkomst<Groepblad, NietGevonden>> {
  const controle = await toonControle(database, ctx, doel, controleId)
  if (!controle.ok) return controle
  const gevonden = controle.waarde.verslag?.groepen.find(({ nummer }) => nummer === groep)
  if (gevonden === undefined || !Number.isInteger(blad) || blad < 0 || (blad > 0 && blad >= gevonden.bladen)) return geweigerd({ soort: 'niet-gevonden' })
  const regels = await alsActor(database, ctx.actor, async (trx) => {
    const gelezen = await leesBlad(trx, ctx.kluis, controleId, groep, blad)
    const deelnemerIds = [...new Set(gelezen.flatMap(({ deelnemerId }) => deelnemerId ?? []))]
    if (deelnemerIds.length > 0) noteerVerwerking(trx, { handeling: 'vergelijkMetRegister', deelnemerIds })
    return gelezen
  })
  return gelukt({ controle: controle.waarde, groep: gevonden, blad, regels })
}

/** Alle bewaarde bevindingen, groep na groep, met vast geheugen. `groep`: alleen deze. */
export async function* stroomBevindingen(database: Database, ctx: Actiecontext, controle: Controle, groep: number | null): AsyncGenerator<readonly [Controlegroep, readonly Controleregel[]]> {
  for (const een of controle.verslag?.groepen ?? []) {
    if (groep !== null && een.nummer !== groep) continue
    for (let blad = 0; blad < een.bladen; blad++) {
      const gelezen = await toonBevindingen(database, ctx, controle.doel, controle.controleId, een.nummer, blad)
      // Gewist of verlopen terwijl er gelezen wordt: dan is er niets meer te geven.
      if (!gelezen.ok) return
      yield [een, gelezen.waarde.regels]
    }
  }
}

/** Wat loopt stopt, wat klaar is verdwijnt. Onwaar: er was niets. */
export async function stopControle(database: Database, ctx: Actiecontext, controleId: string): Promise<boolean> {
  if (!isUuid(controleId)) return false
  return alsActor(database, ctx.actor, async (trx) => (await zetGestopt(trx, ctx.actor.id, controleId, ctx.nu)) || wisControle(trx, ctx.actor.id, controleId))
}

/** Verwijdert van iedereen wat langer dan een dag staat. */
export function ruimControlesOp(database: Database, nu: Date): Promise<number> {
  return alsActor(database, VERWERKER, (trx) => wisVerlopen(trx, momentVan(nu)))
}
