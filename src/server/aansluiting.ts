/** Kiest de makelaar: die uit LEERROUTE_MAKELAAR_BESTAND, in een proefomgeving zonder zo'n bestand de proefmakelaar, en anders geen. */
import { readFile, stat } from 'node:fs/promises'
import { leesMedewerkers, type Medewerker } from '../makelaar/index.ts'
import { type Inlogaansluiting, leesOidcInstelling, maakOidcAansluiting, maakSamlAansluitingUit, maakSamlMetadataUit } from '../toegang/index.ts'
import { isProefomgeving } from './app.ts'
import type { Config } from './config.ts'
import { maakMakelaarproces } from './makelaar.ts'
import { MEDEWERKERS_BESTAND } from './wereld-medewerkers.ts'

export interface Aansluiting {
  /** Undefined: niemand kan inloggen met eHerkenning. */
  readonly inlog: Inlogaansluiting | undefined
  /** De ondertekende metadata die een SAML-makelaar van ons ophaalt; undefined bij OIDC. */
  readonly metadata: string | undefined
  /** Als wie u bij de proefmakelaar kunt inloggen; leeg bij een echte makelaar en zonder. */
  readonly medewerkers: readonly Medewerker[]
  /** Zet klaar wat de eerste inlog nodig heeft. Wie dit niet roept, wacht bij de eerste inlog iets langer. */
  naStart(): void
  stop(): Promise<void>
}

type Keuze = Pick<Config, 'modus' | 'host' | 'basisUrl' | 'projectMap' | 'makelaarBestand' | 'makelaarPoort'>

export const TERUGPAD = '/inloggen/terug'

/** Gooit als het bestand er niet is of niet klopt: een server waar niemand in kan, start niet stil. */
export async function maakAansluiting(config: Keuze, meld: (regel: string) => void): Promise<Aansluiting> {
  const terug = `${config.basisUrl}${TERUGPAD}`
  if (config.makelaarBestand !== undefined) return { ...await leesAansluiting(config.makelaarBestand, config.modus, terug), ...NIETS_TE_DOEN }
  const openbareHosts = [new URL(config.basisUrl).hostname.replace(/^\[|\]$/g, '')]
  if (!isProefomgeving({ host: config.host, ontwikkeling: config.modus === 'ontwikkeling', openbareHosts })) return { inlog: undefined, metadata: undefined, ...NIETS_TE_DOEN }
  const proces = maakMakelaarproces({ modus: config.modus, projectMap: config.projectMap, poort: config.makelaarPoort, redirectAdres: terug, medewerkersBestand: MEDEWERKERS_BESTAND, meld })
  return { inlog: maakOidcAansluiting(proces.haal), metadata: undefined, medewerkers: leesMedewerkers(MEDEWERKERS_BESTAND), naStart: () => { void proces.haal() }, stop: proces.stop }
}

const NIETS_TE_DOEN: Pick<Aansluiting, 'medewerkers' | 'naStart' | 'stop'> = { medewerkers: [], naStart: () => undefined, stop: () => Promise.resolve() }

async function leesAansluiting(pad: string, modus: Config['modus'], terug: string): Promise<Pick<Aansluiting, 'inlog' | 'metadata'>> {
  const bestand = await leesBestand(pad, modus)
  switch (bestand['protocol']) {
    case 'OIDC': {
      const gelezen = await leesOidcInstelling(bestand, terug)
      if (!gelezen.ok) throw fout(pad, gelezen.reden.map(({ veld, uitleg }) => `${veld}: ${uitleg}`))
      return { inlog: maakOidcAansluiting(() => Promise.resolve(gelezen.waarde)), metadata: undefined }
    }
    case 'SAML': {
      const [inlog, metadata] = await Promise.all([maakSamlAansluitingUit(bestand, terug), maakSamlMetadataUit(bestand, terug)])
      if (!inlog.ok) throw fout(pad, inlog.reden)
      return { inlog: inlog.waarde, metadata: metadata.ok ? metadata.waarde : undefined }
    }
    default:
      throw fout(pad, ['protocol: moet OIDC of SAML zijn'])
  }
}

/** In het bestand staat een privésleutel: in productie mag alleen de eigenaar het lezen. */
async function leesBestand(pad: string, modus: Config['modus']): Promise<Readonly<Record<string, unknown>>> {
  const tekst = await readFile(pad, 'utf8').catch(() => { throw fout(pad, ['het bestand is er niet, of de server mag het niet lezen']) })
  if (modus === 'productie' && ((await stat(pad)).mode & 0o077) !== 0) throw fout(pad, ['anderen dan de eigenaar kunnen het bestand lezen, en er staat een privésleutel in. Zet de rechten op 0600'])
  const gelezen = leesJson(tekst)
  if (typeof gelezen !== 'object' || gelezen === null || Array.isArray(gelezen)) throw fout(pad, ['het bestand is geen JSON-object'])
  return gelezen as Readonly<Record<string, unknown>>
}

/** De melding van JSON.parse noemt een stuk van de inhoud, en daar staat een sleutel in. */
function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function fout(pad: string, uitleg: readonly string[]): Error {
  return new Error(`LEERROUTE_MAKELAAR_BESTAND (${pad}) klopt niet:\n${uitleg.map((regel) => `  ${regel}`).join('\n')}\nZie docs/beheer/eherkenning.md.`)
}
