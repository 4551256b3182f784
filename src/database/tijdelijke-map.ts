/** Tijdelijke mappen voor proefclusters: weg bij het stoppen, en wat een gedood proces achterliet wordt de volgende keer opgeruimd. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ditProces, leeft, leesSlot } from '../../scripts/slot.mjs'
import { stopPostmaster } from './cluster.ts'
import { type Gebruiker, kanBereiken } from './postgres-programmas.ts'

const VOORVOEGSEL = 'leerroute-proef-'
const EIGENAARSBESTAND = 'eigenaar.json'
const ZONDER_EIGENAAR_MS = 3_600_000

export interface TijdelijkeMap {
  readonly map: string
  /** Waar het cluster in komt; de map erboven is van ons. */
  readonly cluster: string
  verwijder(): void
}

/** Maakt een map die `gebruiker` kan bereiken, bij voorkeur onder `voorkeur`. */
export function maakTijdelijkeMap(voorkeur: string, gebruiker: Gebruiker | undefined): TijdelijkeMap {
  for (const ouder of new Set([voorkeur, tmpdir(), '/tmp', '/var/tmp'])) {
    const map = probeer(ouder, gebruiker)
    if (map !== undefined) return { map, cluster: join(map, 'cluster'), verwijder: () => rmSync(map, { recursive: true, force: true }) }
  }
  throw new Error(`Geen tijdelijke map te maken in ${voorkeur}, ${tmpdir()}, /tmp of /var/tmp. Zet TMPDIR naar een map met schrijfrechten.`)
}

/** Stopt en verwijdert proefclusters waarvan de eigenaar dood is. */
export async function ruimOudeMappenOp(ouders: readonly string[]): Promise<void> {
  for (const ouder of new Set([...ouders, tmpdir(), '/tmp', '/var/tmp'])) {
    for (const map of lijst(ouder)) {
      if (!isVerlaten(map)) continue
      try {
        await stopPostmaster(join(map, 'cluster'))
        rmSync(map, { recursive: true, force: true })
      } catch {
        // Van een andere gebruiker, of net door een ander opgeruimd: geen reden om niet te starten.
      }
    }
  }
}

function probeer(ouder: string, gebruiker: Gebruiker | undefined): string | undefined {
  try {
    mkdirSync(ouder, { recursive: true })
    const map = mkdtempSync(join(ouder, VOORVOEGSEL))
    writeFileSync(join(map, EIGENAARSBESTAND), JSON.stringify(ditProces()), { mode: 0o600 })
    if (gebruiker !== undefined) {
      chownSync(map, gebruiker.uid, gebruiker.gid)
      chmodSync(map, 0o700)
    }
    if (kanBereiken(map, gebruiker)) return map
    rmSync(map, { recursive: true, force: true })
  } catch {
    // Geen schrijfrecht hier: probeer de volgende plek.
  }
  return undefined
}

function lijst(ouder: string): string[] {
  try {
    return readdirSync(ouder).filter((naam) => naam.startsWith(VOORVOEGSEL)).map((naam) => join(ouder, naam))
  } catch {
    return []
  }
}

function isVerlaten(map: string): boolean {
  const eigenaar = leesSlot(join(map, EIGENAARSBESTAND))
  if (eigenaar !== undefined) return !leeft(eigenaar)
  try {
    return Date.now() - statSync(map).mtimeMs > ZONDER_EIGENAAR_MS
  } catch {
    return false
  }
}
