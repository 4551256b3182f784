import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { VerkeerdGebruik } from './kader/einde.ts'

const BUFFER_TEKENS = 1 << 20

/**
 * Schrijft een bestand in één keer: eerst onder een tijdelijke naam in dezelfde map, pas als alles erin staat onder zijn eigen naam.
 * Lukt het werk niet, dan blijft er niets staan. Alleen de gebruiker zelf mag het lezen: er kunnen persoonsnummers in staan.
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
    const tijdelijk = join(map, `.leerroute-${randomBytes(6).toString('hex')}.bezig`)
    try {
      await mkdir(map, { recursive: true })
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

export function bestaatAl(doel: string): string {
  return `${doel} bestaat al en blijft zoals het is. Kies een andere map met --uit, of geef --overschrijf.`
}
