/** S-16: een wijziging alleen op de stand die de aanroeper kent; van twee tegelijk wint er precies een. */
import { wachtOpAdres } from './idempotentie-store.ts'
import { inKadertransactie } from './kadertransactie.ts'
import { Probleemfout } from './probleem.ts'
import type { Antwoord, Deur, Route, Vraag } from './route.ts'
import { komtVoor, maakEtag } from './stuur.ts'

/** @param pad zonder vraag: daarop wacht een tweede wijziging. */
export async function metVersie(route: Route, huidigeVersie: NonNullable<Route['huidigeVersie']>, vraag: Vraag, deur: Deur, pad: string, ifMatch: string | undefined): Promise<Antwoord> {
  const { antwoord } = await inKadertransactie(deur, vraag, async (trx): Promise<{ antwoord: Antwoord }> => {
    await wachtOpAdres(trx, pad)
    const binnen: Vraag = { ...vraag, uitvoerder: trx }
    const versie = await huidigeVersie(binnen, deur)
    if (versie === undefined) return { antwoord: { weigering: { soort: 'niet-gevonden' } } }
    if (ifMatch === undefined) throw new Probleemfout({ code: 'voorwaarde-ontbreekt' })
    // Sterke vergelijking (RFC 9110 13.1.1): een zwakke ETag past nooit.
    if (ifMatch.includes('W/') || !komtVoor(maakEtag(versie), ifMatch)) throw new Probleemfout({ code: 'versie-verouderd' })
    return { antwoord: await route.verwerk(binnen, deur) }
  })
  if ('weigering' in antwoord || antwoord.status >= 400 || route.naCommit === undefined) return antwoord
  // Het gevolg staat er al: een fout hierna verandert het antwoord niet.
  return route.naCommit(vraag, antwoord, deur).catch((fout: unknown) => {
    deur.meldNaCommit?.(fout)
    return antwoord
  })
}
