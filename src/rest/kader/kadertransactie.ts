/** Uit een transactie van het kader komen zonder iets op te slaan: een weigering of foutstatus heeft geen gevolg. */
import type { Transactie } from '../../database/index.ts'
import { alsActor } from '../../toegang/index.ts'
import type { Antwoord, Deur, Vraag } from './route.ts'

/** Draait `werk` in een transactie met de rechten van de aanroeper. Is het antwoord geen succes, dan is er niets opgeslagen. */
export async function inKadertransactie<T extends { readonly antwoord: Antwoord }>(deur: Deur, vraag: Vraag, werk: (trx: Transactie) => Promise<T>): Promise<T> {
  try {
    return await alsActor(deur.database, vraag.actor, async (trx) => {
      const uitkomst = await werk(trx)
      if ('weigering' in uitkomst.antwoord || uitkomst.antwoord.status >= 400) throw new Afgebroken(uitkomst)
      return uitkomst
    })
  } catch (fout) {
    if (fout instanceof Afgebroken) return fout.uitkomst as T
    throw fout
  }
}

class Afgebroken extends Error {
  readonly uitkomst: unknown
  constructor(uitkomst: unknown) {
    super('geen succes')
    this.uitkomst = uitkomst
  }
}
