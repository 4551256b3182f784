/** Start de proefmakelaar als eigen proces, naast de server en pas als die klaar is. Alleen in ontwikkeling. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import type { MakelaarGestart, MakelaarStart } from '../makelaar/index.ts'
import { maakProefinstelling, type OidcInstelling } from '../toegang/index.ts'

export interface Makelaarkeuze {
  readonly modus: 'ontwikkeling' | 'productie'
  readonly projectMap: string
  readonly poort: number
  readonly redirectAdres: string
  readonly medewerkersBestand: string
  readonly meld: (regel: string) => void
}

export interface Makelaarproces {
  /** Start zo nodig en wacht tot hij luistert; undefined als dat niet lukt. */
  haal(): Promise<OidcInstelling | undefined>
  /** Klaar als het proces weg is. */
  stop(): Promise<void>
}

/** De dienst in de verzonnen dienstencatalogus. */
export const PROEFDIENST = '5f9c6d9e-0000-4000-8000-000000000801'
const CLIENT_ID = 'leerroute-proef'
const START_MS = 20_000
const STOP_MS = 3_000
/** Meer schrijft een proces dat niet start niet; de rest leest niemand. */
const MEESTE_UITVOER = 2_000

/** Maakt nog geen proces: dat gebeurt bij de eerste `haal`. Een proces dat wegvalt, komt bij de volgende inlog terug. */
export function maakMakelaarproces(keuze: Makelaarkeuze): Makelaarproces {
  if (keuze.modus !== 'ontwikkeling') throw new Error('de proefmakelaar start alleen in ontwikkeling')
  let lopend: { readonly proces: ChildProcess; readonly instelling: Promise<OidcInstelling | undefined> } | undefined
  let gestopt = false
  const start = (): Promise<OidcInstelling | undefined> => {
    const proces = maakProces(keuze.projectMap)
    const instelling = begin(proces, keuze).catch((fout: unknown) => {
      if (!gestopt) keuze.meld(`De proefmakelaar start niet: ${fout instanceof Error ? fout.message : String(fout)}`)
      if (lopend?.proces === proces) lopend = undefined
      proces.kill('SIGKILL')
      return undefined
    })
    proces.once('exit', () => { if (lopend?.proces === proces) lopend = undefined })
    lopend = { proces, instelling }
    return instelling
  }
  return {
    haal: () => (gestopt ? Promise.resolve(undefined) : lopend?.instelling ?? start()),
    stop: async () => {
      gestopt = true
      if (lopend !== undefined) await beeindig(lopend.proces)
    },
  }
}

/** Dezelfde lader als de server. De omgeving gaat niet mee: de makelaar leest haar niet en hoeft niets van de database te weten. */
function maakProces(projectMap: string): ChildProcess {
  const tsx = pathToFileURL(createRequire(join(projectMap, 'package.json')).resolve('tsx')).href
  return spawn(process.execPath, ['--import', tsx, join(projectMap, 'src/makelaar/main.ts')], {
    cwd: projectMap, stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(projectMap, 'tsconfig.json'), TMPDIR: process.env['TMPDIR'] },
  })
}

async function begin(proces: ChildProcess, { modus, poort, redirectAdres, medewerkersBestand }: Makelaarkeuze): Promise<OidcInstelling> {
  let uitvoer = ''
  proces.stderr?.on('data', (stuk: Buffer) => { uitvoer = `${uitvoer}${stuk.toString()}`.slice(-MEESTE_UITVOER) })
  const antwoord = wachtOpAntwoord(proces, () => uitvoer)
  // Wie op de sleutels wacht, mist anders een proces dat intussen al misging.
  antwoord.catch(() => undefined)
  const { publicKey, privateKey } = await generateKeyPair('PS256')
  const clientSleutel = { ...(await exportJWK(publicKey)), kid: 'leerroute-proef-1', use: 'sig', alg: 'PS256' }
  proces.send({ soort: 'start', modus, poort, redirectAdres, medewerkersBestand, clientId: CLIENT_ID, serviceUuid: PROEFDIENST, clientSleutel } satisfies MakelaarStart)
  const gestart = await antwoord
  if (gestart.soort === 'mislukt') throw new Error(gestart.waarom)
  return maakProefinstelling({ issuer: gestart.issuer, clientId: CLIENT_ID, serviceUuid: PROEFDIENST, sleutel: privateKey, sleutelId: clientSleutel.kid }, redirectAdres)
}

function wachtOpAntwoord(proces: ChildProcess, uitvoer: () => string): Promise<MakelaarGestart> {
  return new Promise((klaar, mis) => {
    const ongeduld = setTimeout(() => mis(new Error('hij antwoordt niet')), START_MS)
    ongeduld.unref()
    proces.once('message', (bericht) => { clearTimeout(ongeduld); klaar(bericht as MakelaarGestart) })
    proces.once('error', (fout) => { clearTimeout(ongeduld); mis(fout) })
    proces.once('exit', (code) => { clearTimeout(ongeduld); mis(new Error(`het proces stopte met code ${code ?? 'geen'} ${uitvoer()}`.trim())) })
  })
}

async function beeindig(proces: ChildProcess): Promise<void> {
  if (proces.exitCode !== null || proces.signalCode !== null) return
  const weg = new Promise<void>((klaar) => { proces.once('exit', () => klaar()) })
  proces.kill('SIGTERM')
  const ongeduld = setTimeout(() => proces.kill('SIGKILL'), STOP_MS)
  await weg
  clearTimeout(ongeduld)
}
