/** Een PostgreSQL-cluster op schijf: maken, starten, een draaiende server herkennen, stoppen. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { startVanProces } from '../../scripts/slot.mjs'
import { alsGebruiker, POSTGRES_OMGEVING, type Programmas } from './postgres-programmas.ts'

export interface Cluster {
  readonly programmas: Programmas
  readonly map: string
  readonly logboek: string
  /** Zonder fsync en met kleine buffers: alleen voor gegevens die weg mogen. */
  readonly tijdelijk: boolean
}

export interface Postmaster {
  readonly pid: number
  readonly poort: number
  readonly toestand: string
}

export const EIGENAAR = 'leerroute'
const HOOFDVERSIE = '18'
const LOGBOEK_MAX_BYTES = 10_000_000
const START_MS = 120_000
const STOP_MS = 30_000

/** Maakt het cluster als het er niet is. Eerst opzij, dan hernoemen: een afgebroken poging laat nooit een half cluster staan. */
export function maakCluster(cluster: Cluster, wachtwoord: string): void {
  if (existsSync(join(cluster.map, 'PG_VERSION'))) return controleerVersie(cluster.map)
  const werk = `${cluster.map}.nieuw`
  const wachtwoordBestand = `${cluster.map}.initdb`
  rmSync(werk, { recursive: true, force: true })
  writeFileSync(wachtwoordBestand, wachtwoord, { mode: 0o600 })
  const gebruiker = cluster.programmas.gebruiker
  if (gebruiker !== undefined) chownSync(wachtwoordBestand, gebruiker.uid, gebruiker.gid)
  const opties = ['-D', werk, '-U', EIGENAAR, '-E', 'UTF8', '-A', 'scram-sha-256', '--pwfile', wachtwoordBestand]
  const taal = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const uitvoer = spawnSync(cluster.programmas.initdb, [...opties, ...taal, ...(cluster.tijdelijk ? ['--no-sync'] : [])], {
    ...alsGebruiker(gebruiker),
    env: POSTGRES_OMGEVING,
    cwd: '/',
    encoding: 'utf8',
  })
  rmSync(wachtwoordBestand, { force: true })
  if (uitvoer.status !== 0) {
    rmSync(werk, { recursive: true, force: true })
    throw new Error(`PostgreSQL kon geen gegevensmap maken in ${cluster.map}: ${(uitvoer.stderr || String(uitvoer.error ?? '')).trim()}`)
  }
  renameSync(werk, cluster.map)
}

/** De server die nu op dit cluster draait, ook als hij door een gestorven proces gestart is. */
export function vindPostmaster(map: string): Postmaster | undefined {
  const regels = leesPidBestand(map)
  const pid = Number(regels[0])
  if (!isPostgresVan(pid, map)) return undefined
  return { pid, poort: Number(regels[3]), toestand: (regels[7] ?? '').trim() }
}

/** Start de server en wacht tot hij vragen aanneemt. Gooit met het einde van het logboek als dat niet lukt. */
export async function startPostmaster(cluster: Cluster): Promise<Postmaster> {
  verwijderVreemdPidBestand(cluster.map)
  const einde = Date.now() + START_MS
  let laatsteFout = ''
  for (let poging = 0; poging < 5 && Date.now() < einde; poging++) {
    const poort = await vrijePoort()
    const begin = logboekLengte(cluster.logboek)
    const pid = startProces(cluster, poort)
    const gestart = await wachtTotKlaar(cluster.map, pid, einde)
    if (gestart !== undefined) return gestart
    laatsteFout = readFileSync(cluster.logboek).subarray(begin).toString('utf8').trim()
    // Een backend van een gedode server kan nog even leven; een poort kan net vergeven zijn. Beide gaan over.
    await wacht(500)
  }
  throw new Error(`PostgreSQL start niet op ${cluster.map}. Laatste regels van ${cluster.logboek}:\n${laatsteFout.split('\n').slice(-6).join('\n')}`)
}

/** Wacht tot een al gestarte server klaar is, of undefined als hij intussen stopt. */
export async function wachtOpPostmaster(map: string): Promise<Postmaster | undefined> {
  const pid = vindPostmaster(map)?.pid
  return pid === undefined ? undefined : wachtTotKlaar(map, pid, Date.now() + START_MS)
}

/** Stopt netjes (lopende vragen afgebroken, alles weggeschreven); na 30 s hard, dan herstelt de volgende start. */
export async function stopPostmaster(map: string): Promise<void> {
  const pid = vindPostmaster(map)?.pid
  if (pid === undefined) return
  for (const [signaal, ms] of [['SIGINT', STOP_MS], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    stuur(pid, signaal)
    const einde = Date.now() + ms
    while (Date.now() < einde) {
      if (startVanProces(pid) === undefined) return
      await wacht(15)
    }
  }
  throw new Error(`PostgreSQL (proces ${pid}) wil niet stoppen.`)
}

function controleerVersie(map: string): void {
  const versie = readFileSync(join(map, 'PG_VERSION'), 'utf8').trim()
  if (versie === HOOFDVERSIE) return
  throw new Error(
    `De gegevens in ${map} zijn gemaakt door PostgreSQL ${versie}; deze versie heeft ${HOOFDVERSIE}. ` +
      'Kies met LEERROUTE_DATA een nieuwe map, of zet DATABASE_URL naar een server met de oude versie.',
  )
}

function leesPidBestand(map: string): string[] {
  try {
    return readFileSync(join(map, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Een oud pid-bestand kan een nummer noemen dat nu van een ander programma is: kijk naar opdrachtregel of werkmap. */
function isPostgresVan(pid: number, map: string): boolean {
  if (startVanProces(pid) === undefined) return false
  if (!existsSync('/proc/self/cmdline')) return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(map)
  } catch {
    return false
  }
}

/** Leeft het genoemde nummer als ander programma, dan weigert PostgreSQL te starten; alleen dan halen wij het bestand weg. */
function verwijderVreemdPidBestand(map: string): void {
  const pid = Number(leesPidBestand(map)[0])
  if (startVanProces(pid) !== undefined && !isPostgresVan(pid, map)) rmSync(join(map, 'postmaster.pid'), { force: true })
}

function startProces(cluster: Cluster, poort: number): number {
  const log = openSync(cluster.logboek, 'a', 0o600)
  const instellingen = Object.entries(instellingenVoor(cluster)).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`])
  // Eigen procesgroep: Ctrl-C in de terminal stopt eerst de toepassing, en die stopt daarna PostgreSQL.
  const kind = spawn(cluster.programmas.postgres, ['-D', cluster.map, '-p', String(poort), ...instellingen], {
    ...alsGebruiker(cluster.programmas.gebruiker),
    env: POSTGRES_OMGEVING,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  kind.on('error', () => undefined)
  kind.unref()
  return kind.pid ?? 0
}

function instellingenVoor(cluster: Cluster): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    jit: 'off',
    max_connections: '100',
    // Waarden uit een bericht (namen, nummers) horen niet in het logboek: geen DETAIL en geen vraagtekst bij fouten.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(cluster.tijdelijk
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB', autovacuum: 'on' }
      : { shared_buffers: '256MB', max_wal_size: '2GB' }),
  }
}

async function wachtTotKlaar(map: string, pid: number, einde: number): Promise<Postmaster | undefined> {
  while (Date.now() < einde) {
    const postmaster = vindPostmaster(map)
    if (postmaster?.pid === pid && postmaster.toestand === 'ready') return postmaster
    if (startVanProces(pid) === undefined) return undefined
    await wacht(10)
  }
  throw new Error(`PostgreSQL is na ${START_MS / 1000} s nog niet klaar met starten op ${map}.`)
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const server = createServer()
    server.once('error', mislukt)
    server.listen(0, '127.0.0.1', () => {
      const adres = server.address()
      server.close(() => (adres !== null && typeof adres === 'object' ? klaar(adres.port) : mislukt(new Error('geen vrije poort'))))
    })
  })
}

function logboekLengte(logboek: string): number {
  if (!existsSync(logboek)) return 0
  if (statSync(logboek).size > LOGBOEK_MAX_BYTES) truncateSync(logboek, 0)
  return statSync(logboek).size
}

function stuur(pid: number, signaal: NodeJS.Signals): void {
  try {
    process.kill(pid, signaal)
  } catch {
    // Al weg.
  }
}
