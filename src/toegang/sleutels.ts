import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { geweigerd, gelukt, type Uitkomst } from '../kern/uitkomst.ts'
import type { Persoonsnummersleutels } from './kluis.ts'
import { leesLogboeksleutels, LOGBOEK_ONTBREEKT, type Logboeksleutels, maakLogboeksleutels } from './logboeksleutels.ts'

export interface Sleutels {
  readonly persoonsnummers: Persoonsnummersleutels
  /** 32 bytes voor het ondertekenen van sessies. */
  readonly sessie: Uint8Array
  readonly logboek: Logboeksleutels
}

export interface Sleutelkeuze {
  readonly modus: 'ontwikkeling' | 'productie'
  readonly sleutelBestand: string
}

export interface Sleutelfout {
  readonly bestand: string
  /** Zin die zegt wat er mis is en wat te doen; nooit met de inhoud van het bestand. */
  readonly uitleg: string
}

/**
 * Leest de sleutels. In ontwikkeling worden ze bij de eerste start gemaakt (0600). In productie moeten ze er zijn, alleen
 * leesbaar voor de eigenaar, en niet de sleutels van een ontwikkelomgeving.
 */
export async function laadSleutels(keuze: Sleutelkeuze): Promise<Uitkomst<Sleutels, Sleutelfout>> {
  const weiger = (uitleg: string) => geweigerd({ bestand: keuze.sleutelBestand, uitleg })
  const gevonden = await leesBestand(keuze)
  if (gevonden === undefined) {
    return weiger('Er zijn geen sleutels. Maak in productie zelf een sleutelbestand (docs/beheer/sleutels.md) en wijs het aan met LEERROUTE_SLEUTELBESTAND.')
  }
  const inhoud = leesInhoud(await vulAanInOntwikkeling(keuze, gevonden))
  if (!inhoud) {
    return weiger('Het sleutelbestand is niet te lezen: verwacht JSON met actief, versleutelsleutels, opzoeksleutel en sessie, elke sleutel 32 bytes in base64.')
  }
  if (inhoud.sleutels === undefined) return weiger(LOGBOEK_ONTBREEKT)
  if (keuze.modus === 'ontwikkeling') return gelukt(inhoud.sleutels)
  if (inhoud.voorOntwikkeling) return weiger('Deze sleutels zijn gemaakt voor ontwikkeling. Maak voor productie nieuwe sleutels.')
  if (((await stat(keuze.sleutelBestand)).mode & 0o077) !== 0) {
    return weiger('Anderen dan de eigenaar kunnen het sleutelbestand lezen. Zet de rechten op 0600.')
  }
  return gelukt(inhoud.sleutels)
}

/** Nieuwe sleutels als tekst voor een sleutelbestand. */
export function maakSleutelbestand(voorOntwikkeling: boolean): string {
  const nieuw = (): string => randomBytes(32).toString('base64')
  const inhoud = {
    ...(voorOntwikkeling ? { ontwikkeling: true } : {}),
    actief: 'k1', versleutelsleutels: { k1: nieuw() }, opzoeksleutel: nieuw(), sessie: nieuw(), logboek: maakLogboeksleutels(),
  }
  return `${JSON.stringify(inhoud, null, 2)}\n`
}

async function leesBestand(keuze: Sleutelkeuze): Promise<string | undefined> {
  const eerste = await probeerTeLezen(keuze.sleutelBestand)
  if (eerste !== undefined || keuze.modus === 'productie') return eerste
  await maakBestand(keuze.sleutelBestand)
  return probeerTeLezen(keuze.sleutelBestand)
}

async function probeerTeLezen(pad: string): Promise<string | undefined> {
  try {
    return await readFile(pad, 'utf8')
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout && fout.code === 'ENOENT') return undefined
    throw fout
  }
}

/** link() slaagt maar voor één proces: starten er twee tegelijk, dan gebruiken beide dezelfde sleutels, en nooit een half bestand. */
async function maakBestand(pad: string): Promise<void> {
  await mkdir(dirname(pad), { recursive: true })
  const tijdelijk = `${pad}.${randomBytes(6).toString('hex')}`
  await writeFile(tijdelijk, maakSleutelbestand(true), { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(tijdelijk, pad)
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout
  } finally {
    await unlink(tijdelijk)
  }
}

/** Een ontwikkelomgeving van voor de logboeksleutels krijgt ze erbij; een productiebestand veranderen wij nooit. */
async function vulAanInOntwikkeling({ modus, sleutelBestand }: Sleutelkeuze, tekst: string): Promise<string> {
  const inhoud = modus === 'ontwikkeling' ? leesJson(tekst) : undefined
  if (!isRecord(inhoud) || inhoud['logboek'] !== undefined || leesInhoud(tekst) === undefined) return tekst
  const nieuw = `${JSON.stringify({ ...inhoud, logboek: maakLogboeksleutels() }, null, 2)}\n`
  const tijdelijk = `${sleutelBestand}.${randomBytes(6).toString('hex')}`
  await writeFile(tijdelijk, nieuw, { mode: 0o600, flag: 'wx', flush: true })
  await rename(tijdelijk, sleutelBestand)
  return nieuw
}

function leesInhoud(tekst: string): { sleutels: Sleutels | undefined; voorOntwikkeling: boolean } | undefined {
  const gelezen = leesJson(tekst)
  if (!isRecord(gelezen) || !isRecord(gelezen['versleutelsleutels'])) return undefined
  const actief = gelezen['actief']
  const opzoeksleutel = leesSleutel(gelezen['opzoeksleutel'])
  const sessie = leesSleutel(gelezen['sessie'])
  const versleutelsleutels = new Map<string, Uint8Array>()
  for (const [id, waarde] of Object.entries(gelezen['versleutelsleutels'])) {
    const sleutel = leesSleutel(waarde)
    if (!sleutel) return undefined
    versleutelsleutels.set(id, sleutel)
  }
  if (typeof actief !== 'string' || !versleutelsleutels.has(actief) || !opzoeksleutel || !sessie) return undefined
  const logboek = leesLogboeksleutels(gelezen['logboek'])
  const sleutels = logboek && { persoonsnummers: { actief, versleutelsleutels, opzoeksleutel }, sessie, logboek }
  return { sleutels, voorOntwikkeling: gelezen['ontwikkeling'] === true }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst)
  } catch {
    return undefined
  }
}

function leesSleutel(waarde: unknown): Uint8Array | undefined {
  if (typeof waarde !== 'string') return undefined
  const bytes = Buffer.from(waarde, 'base64')
  return bytes.length === 32 ? bytes : undefined
}

function isRecord(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
