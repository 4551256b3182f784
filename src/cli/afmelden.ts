/** `leerroute afmelden`: vergeet het token van een server. */
import { Adresfout } from '../client/index.ts'
import { kiesAdres } from './aanmelden.ts'
import { meldAf } from './aanmelding.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { MaakOpdracht } from './omgeving.ts'

export const afmeldenOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('afmelden', {
    uitleg: 'vergeet de aanmelding bij een server',
    toelichting: 'Het token wordt op deze computer gewist en loopt bij de server binnen een kwartier af. Wilt u dat uw systeem nergens meer werkt, laat dan de school het mandaat intrekken.',
    voorbeelden: [{ regel: 'leerroute afmelden --server https://leerroute.example.nl', uitleg: 'opdrachten met --server vragen daarna weer om een sleutel' }],
    json: 'geeft { "server", "uitkomst": "afgemeld" of "ongewijzigd" } als JSON',
    codes: { 0: 'afgemeld, of dat was al zo' },
  })
    .option('--server <url>', 'het adres van de server; anders LEERROUTE_SERVER')
    .action(({ server, json }: { readonly server?: string; readonly json?: true }) => {
      try {
        const adres = kiesAdres(server, omgeving)
        const uitkomst = meldAf(omgeving, adres) ? 'afgemeld' : 'ongewijzigd'
        omgeving.schrijf(json ? `${JSON.stringify({ server: adres, uitkomst })}\n` : uitkomst === 'afgemeld' ? `Afgemeld bij ${adres}.\n` : `U was niet aangemeld bij ${adres}.\n`)
      } catch (fout) {
        throw fout instanceof Adresfout ? new VerkeerdGebruik(fout.message) : fout
      }
    })
