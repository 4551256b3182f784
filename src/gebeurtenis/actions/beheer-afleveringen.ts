import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { schrijfAudit } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, metRechten, ongeldig, type Uitvoerder } from '../../toegang/index.ts'
import type { Aflevering, Afleverstaat } from '../abonnement.ts'
import { leesCursor, schrijfCursor } from '../cursor.ts'
import { leesAfleveringen, zetOpnieuwKlaar } from '../store/aflevering.ts'
import { opEigenAbonnement, toonAbonnement } from './beheer-abonnementen.ts'

export interface Afleveringbladzijde {
  readonly afleveringen: readonly Aflevering[]
  /** Null = dit was de laatste. */
  readonly volgende: string | null
}

const MEESTE = 250

/** Wat er naar een abonnement ging of nog moet; `opgegeven` is wat na 72 uur niet aankwam (S-44). */
export async function toonAfleveringen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, id: string, vraag: { readonly staat?: Afleverstaat | undefined; readonly na?: string | undefined; readonly aantal: number },
): Promise<Uitkomst<Afleveringbladzijde, Weigering>> {
  const abonnement = await toonAbonnement(uitvoerder, ctx.actor, id)
  if (!abonnement.ok) return abonnement
  const na = vraag.na === undefined ? 0 : leesCursor(vraag.na)
  if (na === undefined) return ongeldig([{ veld: 'cursor', regel: 'Dit is geen plaats in deze lijst.', watTeDoen: 'Neem de waarde uit het vorige antwoord over, of laat haar weg.' }])
  const aantal = Math.max(1, Math.min(MEESTE, Math.floor(vraag.aantal)))
  const rijen = await metRechten(uitvoerder, ctx.actor, (trx) => leesAfleveringen(trx, id, { staat: vraag.staat, na, aantal: aantal + 1 }))
  const bladzijde = rijen.slice(0, aantal)
  const laatste = bladzijde.at(-1)
  return gelukt({ afleveringen: bladzijde, volgende: rijen.length > aantal && laatste ? schrijfCursor(laatste.positie) : null })
}

/** Bezorgt een gebeurtenis nog een keer, met een nieuwe termijn van 72 uur. Wat nog wacht blijft gewoon wachten. */
export async function herhaalAflevering(
  uitvoerder: Uitvoerder, ctx: Actiecontext, id: string, gebeurtenisId: string,
): Promise<Uitkomst<{ readonly eerder: Afleverstaat }, Weigering>> {
  if (!isSleutel(gebeurtenisId)) return geweigerd({ soort: 'niet-gevonden' })
  return opEigenAbonnement(uitvoerder, ctx, id, async (trx, { brin }) => {
    const eerder = await zetOpnieuwKlaar(trx, id, gebeurtenisId, ctx.nu)
    if (eerder === undefined) return geweigerd({ soort: 'niet-gevonden' })
    await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'herhaalAflevering', brin, deelnemerId: null, object: ['aflevering', `${id} ${gebeurtenisId}`] })
    return gelukt({ eerder })
  })
}
