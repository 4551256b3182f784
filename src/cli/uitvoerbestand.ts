import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { VerkeerdGebruik } from './kader/einde.ts'

const BUFFER_TEKENS = 1 << 20
const LANGSTE_BEZIG_MS = 24 * 60 * 60_000
/** Zo staat in de naam welk proces op welke computer eraan werkt: een map kan gedeeld zijn. */
const COMPUTER = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const TIJDELIJK = /^\.leerroute-(?:([0-9a-f]{8})-(\d+)-)?[0-9a-f]{12}\.bezig$/

/**
 * Schrijft een bestand in één keer: eerst onder een tijdelijke naam in dezelfde map, pas als alles erin staat onder zijn eigen naam.
 * Lukt het werk niet, dan blijft er niets staan; wat een afgebroken proces (kill -9, stroom weg) achterliet, ruimt de volgende op. Alleen de gebruiker zelf mag het lezen: er kunnen persoonsnummers in staan.
 */
export class Uitvoerbestand {
  readonly #map: string
  readonly #tijdelijk: string
  readonly bestand: FileHandle
  #wachtend = ''
  bytes = 0

  private constructor(map: string, tijdelijk: string, bestand: FileHandle) {
    this.#map = map
    this.#tijdelijk = tijdelijk
    this.bestand = bestand
  }

  static async maak(map: string): Promise<Uitvoerbestand> {
    const tijdelijk = join(map, `.leerroute-${COMPUTER}-${process.pid}-${randomBytes(6).toString('hex')}.bezig`)
    try {
      await mkdir(map, { recursive: true })
      await ruimResten(map)
      return new Uitvoerbestand(map, tijdelijk, await open(tijdelijk, 'wx+', 0o600))
    } catch (fout) {
      throw new VerkeerdGebruik(`In de map ${map} kan niet geschreven worden (${fout instanceof Error && 'code' in fout ? String(fout.code) : 'fout'}). Kies een andere map met --uit.`)
    }
  }

  /** Verzamelt kleine stukken, zodat niet elke regel een schijfopdracht is. */
  async schrijf(stuk: string): Promise<void> {
    this.#wachtend += stuk
    if (this.#wachtend.length >= BUFFER_TEKENS) await this.#leeg()
  }

  /** Geeft het bestand zijn naam. Een bestaand bestand blijft staan, tenzij overschrijven mag. */
  async geefNaam(naam: string, overschrijf: boolean): Promise<string> {
    await this.#leeg()
    const doel = join(this.#map, naam)
    if (!overschrijf && existsSync(doel)) throw new VerkeerdGebruik(bestaatAl(doel))
    await this.bestand.sync()
    await this.bestand.close()
    await rename(this.#tijdelijk, doel)
    return doel
  }

  /** Ruimt op wat geen naam kreeg; na `geefNaam` doet dit niets. */
  async ruimOp(): Promise<void> {
    await this.bestand.close().catch(() => undefined)
    await rm(this.#tijdelijk, { force: true })
  }

  /** De inhoud tot nu toe, voor wie haar nog wil lezen. */
  async lees(): Promise<AsyncIterable<Buffer>> {
    await this.#leeg()
    return this.bestand.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>
  }

  async #leeg(): Promise<void> {
    if (this.#wachtend === '') return
    const bytes = Buffer.from(this.#wachtend)
    this.#wachtend = ''
    this.bytes += bytes.length
    await this.bestand.appendFile(bytes)
  }
}

/** Er staan persoonsnummers in: een half bestand van een proces dat niet meer bestaat, of van langer dan een dag geleden, gaat weg. */
async function ruimResten(map: string): Promise<void> {
  for (const naam of await readdir(map)) {
    const delen = TIJDELIJK.exec(naam)
    if (delen === null) continue
    const [, computer, proces] = delen
    const pad = join(map, naam)
    const gewijzigd = await stat(pad).then(({ mtimeMs }) => mtimeMs, () => Date.now())
    const verlaten = computer === COMPUTER && proces !== undefined && !leeft(Number(proces))
    // Een rest die niet weg mag (van iemand anders) houdt nieuw werk niet tegen.
    if (verlaten || Date.now() - gewijzigd > LANGSTE_BEZIG_MS) await rm(pad, { force: true }).catch(() => undefined)
  }
}

function leeft(proces: number): boolean {
  try {
    return process.kill(proces, 0)
  } catch (fout) {
    return fout instanceof Error && 'code' in fout && fout.code === 'EPERM'
  }
}

export function bestaatAl(doel: string): string {
  return `${doel} bestaat al en blijft zoals het is. Kies een andere map met --uit, of geef --overschrijf.`
}
