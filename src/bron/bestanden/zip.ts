import type { FileHandle } from 'node:fs/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/**
 * Schrijft een zip met bestanden na elkaar, als stroom: de omvang en de controlesom komen achter elk bestand (data descriptor) en
 * in de inhoudsopgave. Zonder Zip64: elk bestand en het geheel blijven onder 4 GB, anders gooit het.
 */
export class Zipschrijver {
  readonly #uit: FileHandle
  readonly #ingang: Ingang[] = []
  #plaats = 0

  constructor(uit: FileHandle) {
    this.#uit = uit
  }

  async voegToe(naam: string, inhoud: AsyncIterable<Buffer>, moment: Date): Promise<void> {
    const begin = this.#plaats
    const tijd = dosTijd(moment)
    await this.#schrijf(lokaleKop(naam, tijd))
    const deflate = createDeflateRaw()
    let crc = 0
    let omvang = 0
    const pers = (async () => {
      for await (const stuk of inhoud) {
        crc = crc32(stuk, crc)
        omvang += stuk.length
        if (!deflate.write(stuk)) await new Promise((verder) => deflate.once('drain', verder))
      }
      deflate.end()
    })().catch((fout: unknown) => deflate.destroy(fout instanceof Error ? fout : new Error(String(fout))))
    const voor = this.#plaats
    for await (const stuk of deflate as AsyncIterable<Buffer>) await this.#schrijf(stuk)
    await pers
    const ingang = { naam, tijd, crc, omvang, geperst: this.#plaats - voor, begin }
    await this.#schrijf(getallen([DESCRIPTOR, 4], [crc, 4], [ingang.geperst, 4], [omvang, 4]))
    this.#ingang.push(ingang)
  }

  /** Schrijft de inhoudsopgave. Daarna is de zip af. */
  async sluit(): Promise<void> {
    const begin = this.#plaats
    for (const ingang of this.#ingang) await this.#schrijf(opgave(ingang))
    const aantal = this.#ingang.length
    await this.#schrijf(getallen([EINDE, 4], [0, 2], [0, 2], [aantal, 2], [aantal, 2], [this.#plaats - begin, 4], [begin, 4], [0, 2]))
  }

  async #schrijf(stuk: Buffer): Promise<void> {
    await this.#uit.write(stuk)
    this.#plaats += stuk.length
    if (this.#plaats > MAX) throw new RangeError('een zip zonder Zip64 kan niet groter zijn dan 4 GB')
  }
}

interface Ingang {
  readonly naam: string
  readonly tijd: readonly [tijd: number, dag: number]
  readonly crc: number
  readonly omvang: number
  readonly geperst: number
  readonly begin: number
}

const MAX = 0xffff_ffff
const LOKAAL = 0x04034b50
const DESCRIPTOR = 0x08074b50
const OPGAVE = 0x02014b50
const EINDE = 0x06054b50
const VERSIE = 20
/** Bit 3: omvang en controlesom staan achter de inhoud. Bit 11: de naam is UTF-8. */
const VLAGGEN = (1 << 3) | (1 << 11)
const DEFLATE = 8

function lokaleKop(naam: string, [tijd, dag]: readonly [number, number]): Buffer {
  const tekst = Buffer.from(naam)
  return Buffer.concat([getallen([LOKAAL, 4], [VERSIE, 2], [VLAGGEN, 2], [DEFLATE, 2], [tijd, 2], [dag, 2], [0, 4], [0, 4], [0, 4], [tekst.length, 2], [0, 2]), tekst])
}

function opgave({ naam, tijd: [tijd, dag], crc, omvang, geperst, begin }: Ingang): Buffer {
  const tekst = Buffer.from(naam)
  return Buffer.concat([getallen([OPGAVE, 4], [VERSIE, 2], [VERSIE, 2], [VLAGGEN, 2], [DEFLATE, 2], [tijd, 2], [dag, 2], [crc, 4], [geperst, 4], [omvang, 4], [tekst.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [begin, 4]), tekst])
}

/** Achter elkaar, het laagste byte eerst. */
function getallen(...delen: readonly (readonly [waarde: number, bytes: 2 | 4])[]): Buffer {
  const uit = Buffer.alloc(delen.reduce((som, [, bytes]) => som + bytes, 0))
  let plaats = 0
  for (const [waarde, bytes] of delen) plaats = bytes === 2 ? uit.writeUInt16LE(waarde, plaats) : uit.writeUInt32LE(waarde, plaats)
  return uit
}

/** MS-DOS-tijd: stappen van twee seconden, in UTC, vanaf 1980. */
function dosTijd(m: Date): readonly [number, number] {
  return [
    (m.getUTCHours() << 11) | (m.getUTCMinutes() << 5) | (m.getUTCSeconds() >> 1),
    (Math.max(m.getUTCFullYear() - 1980, 0) << 9) | ((m.getUTCMonth() + 1) << 5) | m.getUTCDate(),
  ]
}
