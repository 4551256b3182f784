/** `leerroute aanmelden`: haalt een token bij een server en bewaart het voor opdrachten met --server. */
import { resolve } from 'node:path'
import { Adresfout } from '../client/index.ts'
import { type Aanmelding, meldAan } from './aanmelding.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'

interface Opties {
  readonly server?: string
  readonly clientId: string
  readonly sleutel: string
  readonly kid?: string
  readonly organisatie?: string
  readonly scope?: string
  readonly json?: true
}

const TOELICHTING = `Uw systeem is door de beheerder van het register geregistreerd met een client-id en een openbare sleutel, en een school gaf u een mandaat. Met de geheime sleutel haalt deze opdracht een token. Daarna gebruikt elke opdracht met --server dat token vanzelf, en vernieuwt het zolang het mandaat geldt.

Het token en het pad van uw sleutel staan in ~/.config/leerroute/aanmelding.json, dat alleen u kunt lezen. De sleutel zelf blijft waar hij is.`

export const aanmeldenOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('aanmelden', {
    uitleg: 'meldt uw systeem aan bij een server, voor opdrachten met --server',
    toelichting: TOELICHTING,
    voorbeelden: [
      { regel: 'leerroute aanmelden --server https://leerroute.example.nl --client-id 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b --sleutel sis.key', uitleg: 'met het enige mandaat dat u heeft' },
      { regel: 'leerroute aanmelden --server https://leerroute.example.nl --client-id 019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b --sleutel sis.key --organisatie 21MB --scope bron:lezen', uitleg: 'voor een van uw scholen, met minder dan het hele mandaat' },
    ],
    json: 'geeft { "server", "scope", "geldigSeconden" } als JSON, zonder token',
    codes: { 0: 'aangemeld', 2: 'de server weigert, of een gegeven klopt niet; er is niets bewaard', 3: 'de server is niet bereikbaar' },
  })
    .option('--server <url>', 'het adres van de server; anders LEERROUTE_SERVER')
    .verplicht('--client-id <id>', 'de client-id die u van de beheerder van het register kreeg')
    .verplicht('--sleutel <bestand>', 'uw geheime sleutel in PEM, in een bestand dat alleen u kunt lezen')
    .option('--kid <kid>', 'welke sleutel het is, als er meer geregistreerd zijn')
    .option('--organisatie <code>', 'OIN, BRIN, bestuursnummer of KvK-nummer van de school; nodig als u meer mandaten heeft')
    .option('--scope <scopes>', 'minder dan het hele mandaat: scopes met spaties ertussen')
    .action((opties: Opties) => voerUit(opties, omgeving))

async function voerUit({ server, clientId, sleutel, kid, organisatie, scope, json }: Opties, omgeving: CliOmgeving): Promise<void> {
  const adres = kiesAdres(server, omgeving)
  const aanmelding: Omit<Aanmelding, 'token' | 'verlooptOp'> = { clientId, sleutelbestand: resolve(sleutel), ...(kid === undefined ? {} : { kid }), ...(organisatie === undefined ? {} : { organisatie }), ...(scope === undefined ? {} : { scope }) }
  try {
    const gegeven = await meldAan(omgeving, adres, aanmelding)
    if (json) omgeving.schrijf(`${JSON.stringify({ server: adres, scope: gegeven.scope, geldigSeconden: gegeven.geldigS })}\n`)
    else omgeving.schrijf(vouw(`Aangemeld bij ${adres}.\nU mag: ${gegeven.scope.replaceAll(' ', ', ')}.\nOpdrachten met --server ${adres} gebruiken dit vanzelf. Stoppen: leerroute afmelden --server ${adres}\n`, omgeving.breedte, 2))
  } catch (fout) {
    throw fout instanceof Adresfout ? new VerkeerdGebruik(fout.message) : fout
  }
}

/** Zonder `/v1`, zoals de server zich noemt. */
export function kiesAdres(server: string | undefined, omgeving: CliOmgeving): string {
  const adres = server ?? omgeving.server.adres
  if (adres === undefined) throw new VerkeerdGebruik('Geef --server met het adres van de server, of zet LEERROUTE_SERVER.')
  return adres.replace(/\/+$/, '').replace(/\/v1$/, '')
}
