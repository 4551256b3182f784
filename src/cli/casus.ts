/** `leerroute casus`: beslist over casussen uit bestanden. Leest en schrijft alleen; de regels beslissen. */
import { readFileSync, statSync } from 'node:fs'
import { beslis, leesCasus, maakBeslissing, toonCasusfout } from '../beslissing/zonder-register.ts'
import type { Besluit, Casus, Casusbeslissing } from '../beslissing/zonder-register.ts'
import type { Client } from '../client/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import { laadNormen } from '../normen/index.ts'
import type { Normen } from '../normen/index.ts'
import { schrijfBeslissing, schrijfCasus } from './casus-tekst.ts'
import { vouw } from './kader/breedte.ts'
import { VerkeerdGebruik } from './kader/einde.ts'
import { Opdracht } from './kader/opdracht.ts'
import { metServer } from './kader/serveropties.ts'
import type { Serveropties } from './kader/serveropties.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'

/** Afsluitcode 0 als elk bestand een besluit kreeg, wat de signalen ook zijn; 2 als een bestand niet te lezen is of niet klopt. */
export const casusOpdracht: MaakOpdracht = (omgeving) =>
  metServer(new Opdracht('casus', {
    uitleg: 'beslist over leerlingen in casusbestanden, met redenen',
    voorbeelden: [
      { regel: 'leerroute casus docs/voorbeelden/casus-faseverschil.json', uitleg: 'fase, bekostiging, verzuim en signalen, met de regels erbij' },
      { regel: 'leerroute casus --json docs/voorbeelden/casus-faseverschil.json', uitleg: 'hetzelfde als JSON' },
      { regel: 'leerroute casus --server http://127.0.0.1:8080 docs/voorbeelden/casus-faseverschil.json', uitleg: 'hetzelfde, door een server; een casus heeft geen sleutel nodig' },
    ],
    json: 'geeft één JSON-document: { "beslissingen": [...] }, op volgorde van de bestanden',
    codes: { 0: 'elk bestand kreeg een besluit', 2: 'een bestand is niet te lezen of klopt niet' },
  })
    .argument('<bestand...>', 'een of meer casusbestanden (JSON); - leest van de standaardinvoer'))
    .action(async (bestanden: string[], keuze: Serveropties & { readonly json?: boolean }) => {
      const server = await vindServer(keuze, omgeving)
      if (server === undefined) beslisOverBestanden(bestanden, keuze.json === true, omgeving)
      else await vraagDeServer(server, bestanden, keuze.json === true, omgeving)
    })

/** Pas geladen als er een server gekozen is: zonder server start een casus sneller. */
async function vindServer(keuze: Serveropties, omgeving: CliOmgeving): Promise<Client | undefined> {
  if ((keuze.server ?? omgeving.server.adres ?? keuze.sleutelBestand) === undefined) return undefined
  return (await import('./kader/server.ts')).kiesServer(keuze, omgeving)
}

async function vraagDeServer(server: Client, bestanden: readonly string[], json: boolean, omgeving: CliOmgeving): Promise<void> {
  const { eisAntwoord } = await import('./kader/server.ts')
  const beslissingen: Casusbeslissing[] = []
  for (const bestand of bestanden) {
    const tekst = leesTekst(bestand)
    if (!tekst.ok) throw new VerkeerdGebruik(tekst.reden)
    const inhoud = ontleed(bestand, tekst.waarde)
    // De server controleert de casus; zijn antwoord heeft dezelfde vorm als dat van deze computer.
    const antwoord = eisAntwoord(await server.vraag((api, poging) => api.POST('/casus', { ...poging, body: inhoud as never })), noem(bestand))
    beslissingen.push(...(antwoord.beslissingen as unknown as readonly Casusbeslissing[]))
  }
  omgeving.schrijf(json ? `${JSON.stringify({ beslissingen }, null, 2)}\n` : vouw(beslissingen.map(schrijfBeslissing).join('\n'), omgeving.breedte, 2))
}

function ontleed(bestand: string, tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    throw new VerkeerdGebruik(`${noem(bestand)}: dit is geen JSON. Controleer haken, komma's en aanhalingstekens.`)
  }
}

interface BeslisteCasus {
  readonly casus: Casus
  readonly besluiten: readonly Besluit[]
}

/** Alles of niets: bij één fout bestand komt er geen antwoord, zodat niemand een half document verwerkt. */
function beslisOverBestanden(bestanden: readonly string[], json: boolean, omgeving: CliOmgeving): void {
  const casussen: Casus[] = []
  const fouten: string[] = []
  for (const bestand of bestanden) {
    const gelezen = leesBestand(bestand)
    if (typeof gelezen === 'object') casussen.push(gelezen)
    else fouten.push(gelezen)
  }
  if (fouten.length > 0) {
    omgeving.meld(vouw(fouten.map((fout) => `${fout}\n`).join(''), omgeving.breedte, 2))
    omgeving.eindigMet(2)
    return
  }
  const normen = laadNormen()
  const beslist = casussen.map((casus) => beslisCasus(casus, normen))
  omgeving.schrijf(json
    ? `${JSON.stringify({ beslissingen: beslist.map(({ casus, besluiten }) => maakBeslissing(casus, besluiten)) }, null, 2)}\n`
    : vouw(beslist.map(({ casus, besluiten }) => schrijfCasus(casus, besluiten)).join('\n'), omgeving.breedte, 2))
}

function beslisCasus(casus: Casus, normen: Normen): BeslisteCasus {
  return { casus, besluiten: casus.vragen.map((vraag) => beslis(casus.dossier, vraag, normen)) }
}

/** Een casus, of de tekst van wat er mis is. */
function leesBestand(bestand: string): Casus | string {
  const tekst = leesTekst(bestand)
  if (!tekst.ok) return tekst.reden
  const gelezen = leesCasus(tekst.waarde)
  if (gelezen.ok) return gelezen.waarde
  const aantal = gelezen.reden.length === 1 ? '1 fout' : `${gelezen.reden.length} fouten`
  return `${noem(bestand)}: deze casus heeft ${aantal}.\n${gelezen.reden.map((fout) => `  - ${toonCasusfout(fout)}`).join('\n')}`
}

function leesTekst(bestand: string): Uitkomst<string, string> {
  try {
    if (bestand !== '-' && statSync(bestand).size > MAX_BYTES) return geweigerd(teGroot(noem(bestand)))
    const bytes = readFileSync(bestand === '-' ? 0 : bestand)
    if (bytes.length > MAX_BYTES) return geweigerd(teGroot(noem(bestand)))
    return gelukt(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fout) {
    return geweigerd(`${noem(bestand)}: dit bestand is niet te lezen (${waarom(fout)}). Controleer de naam en de rechten; een casus is JSON in UTF-8.`)
  }
}

function noem(bestand: string): string {
  return bestand === '-' ? 'standaardinvoer' : bestand
}

/** Een casus van een leerling is een paar kB; veel meer is een verkeerd bestand, en dat hoeft niet in het geheugen. */
const MAX_BYTES = 5_000_000

function teGroot(naam: string): string {
  return `${naam}: dit bestand is groter dan 5 MB. Een casus gaat over één leerling en is veel kleiner. Controleer of dit het goede bestand is.`
}

const OORZAKEN: Readonly<Record<string, string>> = {
  ENOENT: 'het bestaat niet',
  EACCES: 'u mag het niet lezen',
  EISDIR: 'het is een map',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'het is geen UTF-8',
}

function waarom(fout: unknown): string {
  const code = fout instanceof Error && 'code' in fout ? String(fout.code) : ''
  return OORZAKEN[code] ?? (fout instanceof Error ? fout.message : String(fout))
}
