import { isDeelnemerId } from '../../bron/index.ts'
import { type Bladwijzer, type Bladzijde, noteerVerwerking } from '../../database/index.ts'
import { datumInNederland } from '../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, metRechten, ongeldig, type Uitvoerder } from '../../toegang/index.ts'
import type { LeerlingRegel } from '../leerlingbeeld.ts'
import { type Deelnemerfilter, leesDeelnemerlijst } from '../store/deelnemerlijst.ts'
import { kijkbereik, vulAan } from './toon-leerlingen.ts'

type Filter = Omit<Deelnemerfilter, 'zoeksleutel'>

/** De deelnemers van de scholen van de actor, in vaste volgorde om doorheen te lopen. Een school van een ander vragen geeft een lege lijst. */
export function toonDeelnemers(
  uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, filter: Filter, bladwijzer: Bladwijzer,
): Promise<Uitkomst<Bladzijde<LeerlingRegel>, Weigering>> {
  return lijst(uitvoerder, ctx, 'toonDeelnemers', filter, bladwijzer)
}

const KORTSTE_NAAM = 2

/**
 * Zoekt een persoon binnen de eigen scholen, op persoonsnummer of op een deel van de naam (S-90, P-05). Een onbekend nummer en een
 * nummer van een andere school geven dezelfde lege lijst.
 */
export async function zoekDeelnemers(
  uitvoerder: Uitvoerder, ctx: Actiecontext, zoek: { readonly persoonsnummer?: string; readonly naam?: string }, bladwijzer: Bladwijzer,
): Promise<Uitkomst<Bladzijde<LeerlingRegel>, Weigering>> {
  const { persoonsnummer, naam } = zoek
  const fouten = [
    ...eis((persoonsnummer === undefined) !== (naam === undefined), 'persoonsnummer', 'Zoek op een persoonsnummer of op een naam, niet op beide en niet op geen van beide.', 'Geef een van de twee velden.'),
    ...eis(naam === undefined || naam.trim().length >= KORTSTE_NAAM, 'naam', `Een naam om op te zoeken heeft minstens ${KORTSTE_NAAM} letters.`, 'Geef meer letters van de naam.'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return lijst(uitvoerder, ctx, 'zoekDeelnemers', persoonsnummer === undefined ? { naam: naam ?? '' } : { zoeksleutel: ctx.kluis.zoeksleutel(persoonsnummer) }, bladwijzer)
}

function lijst(
  uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'nu'>, handeling: 'toonDeelnemers' | 'zoekDeelnemers', filter: Deelnemerfilter, bladwijzer: Bladwijzer,
): Promise<Uitkomst<Bladzijde<LeerlingRegel>, Weigering>> {
  const grens = bladwijzer.na ?? bladwijzer.voor ?? null
  const fouten = eis(grens === null || isDeelnemerId(grens), 'cursor', 'Deze cursor hoort niet bij deze lijst.', 'Begin zonder cursor, of neem hem over uit `volgende` of `vorige`.')
  if (fouten.length > 0) return Promise.resolve(ongeldig(fouten))
  const bereik = kijkbereik(ctx.actor)
  if (bereik?.length === 0) return Promise.resolve(gelukt({ regels: [], volgende: null, vorige: null }))
  return metRechten(uitvoerder, ctx.actor, async (trx) => {
    const bladzijde = await leesDeelnemerlijst(trx, filter, bereik, bladwijzer)
    // Ook een zoekvraag zonder uitkomst staat in het logboek (P-05); waarop gezocht is niet, alleen of het een nummer of een naam was.
    noteerVerwerking(trx, { handeling, deelnemerIds: bladzijde.regels.map(({ deelnemerId }) => deelnemerId), gegevens: { gezochtOp: 'zoeksleutel' in filter ? 'persoonsnummer' : 'naam' in filter ? 'naam' : 'lijst' } })
    return gelukt({ ...bladzijde, regels: await vulAan(trx, bladzijde.regels, datumInNederland(new Date(ctx.nu))) })
  })
}
