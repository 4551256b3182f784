import { uuidv7 } from '../../database/index.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import { findDeelnemer } from '../store/deelnemer.ts'
import { type Deelnemergegevens, leesDeelnemer } from './lees-register.ts'

/**
 * De student met dit nummer, als de vrager hem al ziet. Onbekend en van een andere school geven hetzelfde antwoord, na hetzelfde werk
 * (Z-02, P-05): aan een nummer is niet te zien of het register het kent.
 */
export function vindStudent(uitvoerder: Uitvoerder, ctx: Pick<Actiecontext, 'actor' | 'kluis'>, persoonsnummer: string): Promise<Uitkomst<Deelnemergegevens, Weigering>> {
  return metRechten(uitvoerder, ctx.actor, async (trx) => leesDeelnemer(trx, ctx, (await findDeelnemer(trx, ctx.kluis, persoonsnummer)) ?? uuidv7()))
}
