import type { Bezoek, Portaalantwoord, Portaalroute } from '../kader/route.ts'
import { heeftToegang } from '../kader/toegang.ts'
import type { Portaalbron } from '../portaal.ts'
import { tekenLeerlingen } from './page.tsx'
import { teksten } from './teksten.ts'
import { leesLijstvraag, lijstadres } from './vraag.ts'

export function leerlingenroutes(bron: Portaalbron): readonly Portaalroute[] {
  return [
    { methode: 'GET', pad: '/studenten', toegang: 'deelnemer:lezen', menu: { nl: teksten.nl.titel, en: teksten.en.titel }, verwerk: (bezoek, { query }) => toonLijst(bron, bezoek, query) },
    { methode: 'POST', pad: '/studenten', toegang: 'deelnemer:lezen', verwerk: (bezoek, { body }) => zoek(bron, bezoek, body) },
  ]
}

/** Zonder naam kan de vraag in het adres staan; met een naam nooit. */
async function zoek(bron: Portaalbron, bezoek: Bezoek, invoer: unknown): Promise<Portaalantwoord> {
  const vraag = leesLijstvraag(invoer)
  return vraag?.zoek === null ? { soort: 'ga-naar', pad: lijstadres(vraag) } : toonLijst(bron, bezoek, invoer)
}

async function toonLijst(bron: Portaalbron, { wie, omgeving }: Bezoek, invoer: unknown): Promise<Portaalantwoord> {
  const vraag = leesLijstvraag(invoer)
  if (wie === null) return { soort: 'fout', fout: 'niet-gevonden' }
  if (!vraag) return { soort: 'fout', fout: 'verzoek-onjuist' }
  const antwoord = await bron.toonLeerlingen(wie, vraag)
  return { soort: 'bladzijde', html: tekenLeerlingen({ omgeving, vraag, antwoord, organisatie: wie.organisatie.naam, magInschrijven: heeftToegang(wie.actor, 'inschrijving:schrijven') }) }
}
