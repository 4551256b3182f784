import { isUtf8 } from 'node:buffer'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eersteOngeldigeByte, geenUtf8, ONLEESBAAR, regelTeLang, type Onleesbaar } from './onleesbaar.ts'

/** Langste regel die wij lezen, in bytes. Het langste record van DUO blijft ruim onder 1 kB. */
export const MAX_REGEL = 64 * 1024

const LF = 10
const CR = '\r'

/**
 * Knipt een bytestroom in regels. Houdt nooit meer vast dan één stuk plus `MAX_REGEL` bytes, dus een regel van 2 GB
 * wordt geweigerd zonder hem te bewaren. UTF-8 is streng; de plaats van de eerste foute byte staat in de weigering.
 */
export class Regelsplitser {
  #rest: Buffer = Buffer.alloc(0)
  #begonnen = false
  #byte = 0
  readonly #maximum: number
  /** Nummer van de eerste regel die de volgende `push` teruggeeft. */
  volgendeRegel = 1
  bom = false
  crlf = 0
  lf = 0
  /** Waar als de laatste regel geen regeleinde had. */
  zonderSlot = false

  constructor(maximum = MAX_REGEL) {
    this.#maximum = maximum
  }

  push(stuk: Uint8Array): Uitkomst<readonly string[], Onleesbaar> {
    const blok = this.#rest.length === 0 ? naarBuffer(stuk) : Buffer.concat([this.#rest, stuk])
    const eind = blok.lastIndexOf(LF) + 1
    const rest = blok.subarray(eind)
    if (rest.length > this.#maximum) return geweigerd(this.#telang(blok.subarray(0, eind)))
    this.#rest = Buffer.from(rest)
    return eind === 0 ? gelukt([]) : this.#lees(blok.subarray(0, eind))
  }

  end(): Uitkomst<readonly string[], Onleesbaar> {
    if (this.#rest.length === 0) return gelukt([])
    this.zonderSlot = true
    const slot = this.#rest
    this.#rest = Buffer.alloc(0)
    return this.#lees(slot)
  }

  #lees(blok: Buffer): Uitkomst<readonly string[], Onleesbaar> {
    const bytes = this.#begonnen ? blok : this.#zonderBom(blok)
    this.#begonnen = true
    if (bytes.includes(0)) return geweigerd(ONLEESBAAR.binair)
    if (!isUtf8(bytes)) return geweigerd(this.#foutPlaats(bytes))
    const regels = bytes.toString('utf8').split('\n')
    if (regels.at(-1) === '') regels.pop()
    for (let i = 0; i < regels.length; i++) {
      const regel = regels[i] ?? ''
      if (regel.length > this.#maximum) return geweigerd(regelTeLang(this.volgendeRegel + i, this.#maximum))
      if (regel.endsWith(CR)) {
        regels[i] = regel.slice(0, -1)
        this.crlf++
      } else this.lf++
    }
    if (this.zonderSlot) this.lf--
    this.#byte += bytes.length
    this.volgendeRegel += regels.length
    return gelukt(regels)
  }

  #zonderBom(blok: Buffer): Buffer {
    this.bom = blok[0] === 0xef && blok[1] === 0xbb && blok[2] === 0xbf
    if (!this.bom) return blok
    this.#byte += 3
    return blok.subarray(3)
  }

  #foutPlaats(bytes: Buffer): Onleesbaar {
    const plaats = Math.max(eersteOngeldigeByte(bytes), 0)
    const regel = this.volgendeRegel + telRegeleinden(bytes.subarray(0, plaats))
    return geenUtf8(this.#byte + plaats, bytes[plaats] ?? 0, regel)
  }

  #telang(ervoor: Buffer): Onleesbaar {
    return regelTeLang(this.volgendeRegel + telRegeleinden(ervoor), this.#maximum)
  }
}

function naarBuffer(stuk: Uint8Array): Buffer {
  return Buffer.isBuffer(stuk) ? stuk : Buffer.from(stuk.buffer, stuk.byteOffset, stuk.byteLength)
}

function telRegeleinden(bytes: Buffer): number {
  let n = 0
  for (let i = bytes.indexOf(LF); i !== -1; i = bytes.indexOf(LF, i + 1)) n++
  return n
}
