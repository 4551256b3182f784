import { noteerVerwerking } from '../../database/index.ts'
import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actor, brinsVan, mag, metRechten, ongeldig, type Uitvoerder, zietAlles } from '../../toegang/index.ts'
import { leesCursor, schrijfCursor } from '../cursor.ts'
import type { Gebeurtenis } from '../gebeurtenis.ts'
import { leesLog } from '../store/log.ts'

export interface Gebeurtenisvraag {
  /** Waar de vorige bladzijde eindigde; leeg = vanaf het begin. */
  readonly na?: string | undefined
  readonly soorten?: readonly Gebeurtenissoort[]
  /** 1 tot en met 250. */
  readonly aantal: number
}

export interface Gebeurtenisbladzijde {
  readonly gebeurtenissen: readonly Gebeurtenis[]
  /** Altijd gevuld, ook op een lege bladzijde: hiermee later verder. */
  readonly volgende: string
  /** Of er nu al meer is. */
  readonly meer: boolean
}

const MEESTE = 250

/** S-45: het hele logboek van de scholen van de actor, op volgorde. Wie met `volgende` verder leest mist niets en krijgt niets dubbel. */
export async function toonGebeurtenissen(uitvoerder: Uitvoerder, actor: Actor, vraag: Gebeurtenisvraag): Promise<Uitkomst<Gebeurtenisbladzijde, Weigering>> {
  const brins = zietAlles(actor) ? null : brinsVan(actor).filter((brin) => mag(actor, 'deelnemer:lezen', { brin }))
  if (brins?.length === 0) return geweigerd({ soort: 'niet-gevonden' })
  const na = vraag.na === undefined ? 0 : leesCursor(vraag.na)
  if (na === undefined) {
    return ongeldig([{ veld: 'na', regel: 'Dit is geen plaats in het logboek.', watTeDoen: 'Neem de waarde van `volgende` uit het vorige antwoord ongewijzigd over, of laat `na` weg om vooraan te beginnen.' }])
  }
  const aantal = Math.max(1, Math.min(MEESTE, Math.floor(vraag.aantal)))
  const { rijen, laatste } = await metRechten(uitvoerder, actor, async (trx) => {
    const gelezen = await leesLog(trx, { brins, na, soorten: vraag.soorten ?? [], aantal: aantal + 1 })
    // De verwijzing in een gebeurtenis noemt de deelnemer. Een lege bladzijde gaat over niemand.
    const deelnemerIds = gelezen.deelnemers.slice(0, aantal).filter((id) => id !== null)
    if (deelnemerIds.length > 0) noteerVerwerking(trx, { handeling: 'toonGebeurtenissen', deelnemerIds })
    return gelezen
  })
  const bladzijde = rijen.slice(0, aantal)
  const meer = rijen.length > aantal
  // Een cursor voorbij het einde (van een andere server) schuift niet terug.
  const tot = meer ? (bladzijde.at(-1)?.positie ?? na) : Math.max(na, laatste)
  return gelukt({ gebeurtenissen: bladzijde, volgende: schrijfCursor(tot), meer })
}
