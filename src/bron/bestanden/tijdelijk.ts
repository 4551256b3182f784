import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Bytesbron } from './stroom.ts'

/** Een bestand zonder naam: eerst schrijven, dan zo vaak lezen als nodig. */
export class TijdelijkBestand implements Bytesbron {
  readonly #bestand: FileHandle
  bytes = 0

  private constructor(bestand: FileHandle) {
    this.#bestand = bestand
  }

  /** Er staan persoonsnummers in. Daarom verliest het bestand zijn naam zodra het open is: ook na kill -9 blijft er niets staan. */
  static async maak(): Promise<TijdelijkBestand> {
    const map = await mkdtemp(join(tmpdir(), 'leerroute-bestand-'))
    return new TijdelijkBestand(await open(join(map, 'inhoud'), 'wx+', 0o600).finally(() => rm(map, { recursive: true, force: true })))
  }

  async schrijf(stuk: string | Buffer): Promise<void> {
    const bytes = typeof stuk === 'string' ? Buffer.from(stuk) : stuk
    await this.#bestand.appendFile(bytes)
    this.bytes += bytes.length
  }

  /** Telkens vanaf het begin. Meer lezers mogen tegelijk, en een lezer mag eerder ophouden. */
  async *lees(): AsyncIterable<Buffer> {
    for (let positie = 0; ;) {
      const { bytesRead, buffer } = await this.#bestand.read(Buffer.allocUnsafe(STUK), 0, STUK, positie)
      if (bytesRead === 0) return
      positie += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  }

  /** De inhoud als stroom die het bestand aan het eind zelf sluit; daarna is de inhoud weg. */
  stroom(): Readable {
    return this.#bestand.createReadStream({ start: 0, autoClose: true, highWaterMark: STUK })
  }

  /** Daarna is de inhoud weg. */
  sluit(): Promise<void> {
    return this.#bestand.close()
  }
}

const STUK = 256 * 1024
