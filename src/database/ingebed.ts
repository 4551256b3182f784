/**
 * PostgreSQL zonder installatie: een eigen server op 127.0.0.1 met een toevallig wachtwoord, of een die al draait.
 * Meer processen mogen dezelfde map gebruiken (server en opdrachtregel); de laatste zet PostgreSQL uit.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { ditProces, leeft, leesSlot, wachtOpSlot } from '../../scripts/slot.mjs'
import { type Cluster, EIGENAAR, maakCluster, startPostmaster, stopPostmaster, wachtOpPostmaster } from './cluster.ts'
import { zorgVoorDataMap } from './data-map.ts'
import { kanBereiken, MAP_VOOR_ROOT, type Programmas, vindProgrammas } from './postgres-programmas.ts'
import { maakTijdelijkeMap, ruimOudeMappenOp } from './tijdelijke-map.ts'
import { startWaker } from './waker.ts'

export interface IngebedPostgres {
  /** Verbinding als eigenaar van de server (superuser). */
  readonly url: string
  /** De map van het cluster; wijkt af van `dataMap` als PostgreSQL daar als andere gebruiker niet in kan. */
  readonly map: string
  stop(): Promise<void>
}

/**
 * Start PostgreSQL in `dataMap`, of sluit aan bij de server die daar al draait (ook na kill -9 van de vorige eigenaar).
 * Met `tijdelijk` komt er een eigen proefcluster onder `dataMap` zonder fsync, dat bij `stop()` verdwijnt.
 * Gooit een Error met wat eraan te doen is als het niet kan.
 */
export async function startIngebedPostgres(opties: { dataMap: string; tijdelijk?: boolean }): Promise<IngebedPostgres> {
  const programmas = vindProgrammas()
  return opties.tijdelijk === true ? startTijdelijk(opties.dataMap, programmas) : startBlijvend(resolve(opties.dataMap), programmas)
}

async function startTijdelijk(ouder: string, programmas: Programmas): Promise<IngebedPostgres> {
  await ruimOudeMappenOp([ouder])
  const plek = maakTijdelijkeMap(ouder, programmas.gebruiker)
  const cluster: Cluster = { programmas, map: plek.cluster, logboek: join(plek.map, 'postgres.log'), tijdelijk: true }
  const wachtwoord = nieuwWachtwoord()
  const stop = async (): Promise<void> => {
    await stopPostmaster(cluster.map)
    plek.verwijder()
  }
  try {
    maakCluster(cluster, wachtwoord)
    const { poort } = await startPostmaster(cluster)
    return { url: maakUrl(poort, wachtwoord, 'postgres'), map: cluster.map, stop }
  } catch (fout) {
    await stop()
    throw fout
  }
}

async function startBlijvend(dataMap: string, programmas: Programmas): Promise<IngebedPostgres> {
  zorgVoorDataMap(dataMap)
  await ruimOudeMappenOp([])
  const slot = join(dataMap, 'postgres.slot')
  const vrij = await wachtOpSlot(slot)
  try {
    const map = kiesClusterMap(dataMap, programmas)
    const cluster: Cluster = { programmas, map, logboek: join(dataMap, 'postgres.log'), tijdelijk: false }
    const wachtwoord = leesWachtwoord(dataMap, existsSync(join(map, 'PG_VERSION')))
    maakCluster(cluster, wachtwoord)
    const { poort } = (await wachtOpPostmaster(map)) ?? (await startPostmaster(cluster))
    const url = await zorgVoorDatabase(poort, wachtwoord)
    return { url, map, stop: meldGebruik(dataMap, slot, map) }
  } finally {
    vrij()
  }
}

/** Naast de andere gegevens, behalve als root in een map werkt waar PostgreSQL zelf niet in kan. */
function kiesClusterMap(dataMap: string, programmas: Programmas): string {
  const gewoon = join(dataMap, 'postgres')
  const gebruiker = programmas.gebruiker
  if (gebruiker === undefined) {
    mkdirSync(gewoon, { recursive: true, mode: 0o700 })
    return join(gewoon, 'cluster')
  }
  for (const ouder of [gewoon, join(MAP_VOOR_ROOT, 'gegevens', kenmerk(dataMap))]) {
    mkdirSync(ouder, { recursive: true, mode: 0o755 })
    chownSync(ouder, gebruiker.uid, gebruiker.gid)
    chmodSync(ouder, 0o700)
    if (!kanBereiken(ouder, gebruiker)) continue
    if (ouder !== gewoon) writeFileSync(join(ouder, 'hoort-bij.json'), JSON.stringify({ dataMap }))
    ruimVerlatenGegevensOp()
    return join(ouder, 'cluster')
  }
  throw new Error(`Gebruiker ${gebruiker.naam} kan niet in ${dataMap} komen. Zet LEERROUTE_DATA naar een map die iedereen mag openen, bijvoorbeeld /srv/leerroute.`)
}

/** Uitgeweken gegevens van een proef in de tijdelijke map die zelf al weg is. Gegevens van een gewone map blijven altijd staan. */
function ruimVerlatenGegevensOp(): void {
  const plek = join(MAP_VOOR_ROOT, 'gegevens')
  if (!existsSync(plek)) return
  for (const naam of readdirSync(plek)) {
    const dataMap = leesSlot(join(plek, naam, 'hoort-bij.json'))?.['dataMap']
    if (typeof dataMap !== 'string' || existsSync(dataMap) || !dataMap.startsWith(join(tmpdir(), '/'))) continue
    if (existsSync(join(plek, naam, 'cluster', 'postmaster.pid'))) continue
    rmSync(join(plek, naam), { recursive: true, force: true })
  }
}

function kenmerk(dataMap: string): string {
  return createHash('sha256').update(dataMap).digest('hex').slice(0, 16)
}

function nieuwWachtwoord(): string {
  return randomBytes(24).toString('base64url')
}

function leesWachtwoord(dataMap: string, clusterBestaat: boolean): string {
  const pad = join(dataMap, 'postgres.wachtwoord')
  if (existsSync(pad)) return readFileSync(pad, 'utf8').trim()
  if (clusterBestaat) {
    throw new Error(`Het wachtwoord van de database ontbreekt (${pad}). Zet het bestand terug uit een reservekopie, of kies met LEERROUTE_DATA een nieuwe map.`)
  }
  const wachtwoord = nieuwWachtwoord()
  writeFileSync(pad, `${wachtwoord}\n`, { mode: 0o600 })
  return wachtwoord
}

async function zorgVoorDatabase(poort: number, wachtwoord: string): Promise<string> {
  const verbinding = new pg.Client({ connectionString: maakUrl(poort, wachtwoord, 'postgres') })
  verbinding.on('error', () => undefined)
  await verbinding.connect()
  try {
    const gevonden = await verbinding.query('select 1 from pg_database where datname = $1', [EIGENAAR])
    if (gevonden.rowCount === 0) await verbinding.query(`create database ${EIGENAAR}`)
  } finally {
    await verbinding.end()
  }
  return maakUrl(poort, wachtwoord, EIGENAAR)
}

function maakUrl(poort: number, wachtwoord: string, database: string): string {
  return `postgres://${EIGENAAR}:${wachtwoord}@127.0.0.1:${poort}/${database}`
}

/** Tekent dit proces in als gebruiker; de laatste levende gebruiker die stopt, stopt ook PostgreSQL. Na kill -9 doet de waker dat. */
function meldGebruik(dataMap: string, slot: string, cluster: string): () => Promise<void> {
  const map = join(dataMap, 'gebruikers')
  mkdirSync(map, { recursive: true })
  const eigen = join(map, `${process.pid}-${randomBytes(4).toString('hex')}.json`)
  writeFileSync(eigen, JSON.stringify(ditProces()))
  const stuurWakerWeg = startWaker(dataMap, slot, cluster)
  return async () => {
    if (!existsSync(eigen)) return
    const vrij = await wachtOpSlot(slot)
    try {
      rmSync(eigen, { force: true })
      if (levendeGebruikers(map) === 0) await stopPostmaster(cluster)
    } finally {
      vrij()
      stuurWakerWeg()
    }
  }
}

function levendeGebruikers(map: string): number {
  let levend = 0
  for (const naam of readdirSync(map)) {
    const pad = join(map, naam)
    const gebruiker = leesSlot(pad)
    if (gebruiker !== undefined && leeft(gebruiker)) levend++
    else rmSync(pad, { force: true })
  }
  return levend
}
