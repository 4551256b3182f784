import { noteerVerwerking, type Transactie } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import type { Leeshandeling } from '../../kern/verwerkingsactiviteit.ts'
import { type Actiecontext, type Actor, mag, metRechten, type Uitvoerder, zietAlles } from '../../toegang/index.ts'
import { bestaatDeelnemer, leesRelaties, type Relatie } from '../store/deelnemer.ts'
import { isDeelnemerId } from './op-eigen-deelnemer.ts'

/** Wat de actor van een deelnemer mag zien. */
export interface Blik {
  readonly deelnemerId: string
  /** De scholen met een relatie met de deelnemer namens wie de actor leest. */
  readonly scholen: readonly string[]
  /** Of de actor de kant van deze school mag zien: de eigen kant, of die van de partner in een leerroute. */
  readonly ziet: (brin: string) => boolean
  readonly isEigen: (brin: string) => boolean
  /** Er is een partner waarvan de actor de kant ziet (docs/adr/0028). */
  readonly deeltKeten: boolean
  /** Er is geen school waarvan de actor de kant niet ziet: hij mag het besluit uit het hele dossier zien. */
  readonly zietAlles: boolean
}

/** Een rol voor een vestiging reikt alleen tot een deelnemer die daar is ingeschreven (T-27). */
export function magRelatieZien(actor: Actor, { brin, vestigingen }: Pick<Relatie, 'brin' | 'vestigingen'>): boolean {
  return mag(actor, 'deelnemer:lezen', { brin }) || vestigingen.some((vestiging) => mag(actor, 'deelnemer:lezen', { brin, vestiging }))
}

/** Of de actor deze deelnemer mag zien, zonder iets van hem te lezen. */
export async function magDeelnemerZien(trx: Transactie, actor: Actor, deelnemerId: string): Promise<boolean> {
  return isDeelnemerId(deelnemerId) && (zietAlles(actor) || (await leesRelaties(trx, deelnemerId)).some((relatie) => magRelatieZien(actor, relatie)))
}

/**
 * Leest iets van een deelnemer die de actor mag zien; `handeling` zegt wat, voor het logboek (S-30) en de audit. Row-level security kijkt daarna nog eens mee. Een onbekende deelnemer, een
 * deelnemer van een andere school, en `undefined` van het werk geven hetzelfde antwoord (Z-02, P-05).
 */
export function opZichtbareDeelnemer<T>(
  uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor'>, deelnemerId: string, handeling: Leeshandeling, werk: (trx: Transactie, blik: Blik) => Promise<T | undefined>,
): Promise<Uitkomst<T, Weigering>> {
  const { actor } = ctx
  return metRechten<Uitkomst<T, Weigering>>(uitvoerder, actor, async (trx) => {
    if (!isDeelnemerId(deelnemerId)) return geweigerd({ soort: 'niet-gevonden' })
    const relaties = (await leesRelaties(trx, deelnemerId)).filter((relatie) => magRelatieZien(actor, relatie))
    // Verwijderde de laatste school haar inschrijving, dan staat de deelnemer er nog: voor DUO, niet voor een school.
    if (relaties.length === 0 && !(zietAlles(actor) && (await bestaatDeelnemer(trx, deelnemerId)))) {
      // P-05: ook wie zoekt en niets mag zien, staat in het logboek; over wie het ging blijft daar buiten.
      noteerVerwerking(trx, { handeling, deelnemerIds: [] })
      return geweigerd({ soort: 'niet-gevonden' })
    }
    const scholen = relaties.map(({ brin }) => brin)
    noteerVerwerking(trx, { handeling, deelnemerIds: [deelnemerId], ...(actor.soort === 'school' ? { brin: scholen[0] ?? null } : {}) })
    const isEigen = (brin: string): boolean => scholen.includes(brin)
    const vanPartners = new Set(relaties.flatMap(({ partners }) => partners))
    const alles = zietAlles(actor)
    const gelezen = await werk(trx, {
      deelnemerId, scholen, isEigen, ziet: (brin) => alles || isEigen(brin) || vanPartners.has(brin),
      deeltKeten: alles || vanPartners.size > 0, zietAlles: alles || relaties.some((relatie) => relatie.zietAlles),
    })
    return gelezen === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(gelezen)
  })
}
