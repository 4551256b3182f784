/** `leerroute casus`: beslist over casussen uit bestanden. Leest en schrijft alleen; de regels beslissen. */
import { readFileSync, statSync } from 'node:fs'
import { beslis, leesCasus, maakBeslissing, toonCasusfout } from '../beslissing/zonder-register.ts'
import type { Besluit, Casus } from '../beslissing/zonder-register.ts'
import { laadNormen } from '../normen/index.ts'
import type { Normen } from '../normen/index.ts'
import { schrijfCasus } from './casus-tekst.ts'
import { vouw } from './kader/breedte.ts'
import { Opdracht } from './kader/opdracht.ts'
import type { CliOmgeving, MaakOpdracht } from './omgeving.ts'

/** Afsluitcode 0 als elk bestand een besluit kreeg, wat de signalen ook zijn; 2 als een bestand niet te lezen is of niet klopt. */
export const casusOpdracht: MaakOpdracht = (omgeving) =>
  new Opdracht('casus', {
    uitleg: 'beslist over leerlingen in casusbestanden, met redenen',
    voorbeelden: [
      { regel: 'leerroute casus docs/voorbeelden/casus-faseverschil.json', uitleg: 'fase, bekostiging, verzuim en signalen, met de regels erbij' },
      { regel: 'leerroute casus --json docs/voorbeelden/casus-faseverschil.json', uitleg: 'hetzelfde als JSON' },
    ],
    json: 'geeft één JSON-document: { "beslissingen": [...] }, op volgorde van de bestanden',
    codes: { 0: 'elk bestand kreeg een besluit', 2: 'een bestand is niet te lezen of klopt niet' },
  })
    .argument('<bestand...>', 'een of meer casusbestanden (JSON); - leest van de standaardinvoer')
    .action((bestanden: string[], keuze: { readonly json?: boolean }) => {
      beslisOverBestanden(bestanden, keuze.json === true, omgeving)
    })

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
  const naam = bestand === '-' ? 'standaardinvoer' : bestand
  let tekst: string
  try {
    if (bestand !== '-' && statSync(bestand).size > MAX_BYTES) return teGroot(naam)
    const bytes = readFileSync(bestand === '-' ? 0 : bestand)
    if (bytes.length > MAX_BYTES) return teGroot(naam)
    tekst = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (fout) {
    return `${naam}: dit bestand is niet te lezen (${waarom(fout)}). Controleer de naam en de rechten; een casus is JSON in UTF-8.`
  }
  const gelezen = leesCasus(tekst)
  if (gelezen.ok) return gelezen.waarde
  const aantal = gelezen.reden.length === 1 ? '1 fout' : `${gelezen.reden.length} fouten`
  return `${naam}: deze casus heeft ${aantal}.\n${gelezen.reden.map((fout) => `  - ${toonCasusfout(fout)}`).join('\n')}`
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
