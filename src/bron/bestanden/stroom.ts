import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Onleesbaar } from './onleesbaar.ts'
import { Regelsplitser } from './regelsplitser.ts'

/** Een bestand dat niet op schijf staat, zoals een versleuteld bewaarde levering. Wordt meer dan eens van begin tot eind gelezen. */
export interface Bytesbron {
  readonly bytes: number
  lees(): AsyncIterable<Buffer>
}

/** Waar de bytes vandaan komen: een pad of een bron zonder bestand. */
export type Bestandsbron = string | Bytesbron

export interface Regelblok {
  /** Nummer van de eerste regel in dit blok, vanaf 1. */
  readonly eerste: number
  readonly regels: readonly string[]
  /** Bytes van het bestand die tot en met dit blok gelezen zijn. */
  readonly gelezenBytes: number
}

const STUK = 256 * 1024

/** Leest een bestand (of een bron, of een al geopend bestand, vanaf het begin) als blokken van regels. Stopt na de eerste weigering. De splitser houdt bij wat over het hele bestand geldt. */
export async function* leesRegelblokken(bron: Bestandsbron | FileHandle, splitser = new Regelsplitser()): AsyncGenerator<Uitkomst<Regelblok, Onleesbaar>> {
  const stroom = openBron(bron)
  let gelezenBytes = 0
  try {
    for await (const stuk of stroom.stukken) {
      gelezenBytes += stuk.length
      const eerste = splitser.volgendeRegel
      const uitkomst = splitser.push(stuk)
      if (!uitkomst.ok) return yield geweigerd(uitkomst.reden)
      if (uitkomst.waarde.length > 0) yield gelukt({ eerste, regels: uitkomst.waarde, gelezenBytes })
    }
    const eerste = splitser.volgendeRegel
    const slot = splitser.end()
    if (!slot.ok) return yield geweigerd(slot.reden)
    if (slot.waarde.length > 0) yield gelukt({ eerste, regels: slot.waarde, gelezenBytes })
  } finally {
    stroom.sluit()
  }
}

/** De bytes van een bron, en hoe zij dichtgaat. */
export function openBron(bron: Bestandsbron | FileHandle, stukgrootte = STUK): { readonly stukken: AsyncIterable<Buffer>; sluit(): void } {
  if (typeof bron !== 'string' && 'lees' in bron) return { stukken: bron.lees(), sluit: () => undefined }
  const stroom = typeof bron === 'string' ? createReadStream(bron, { highWaterMark: stukgrootte }) : bron.createReadStream({ highWaterMark: stukgrootte, start: 0 })
  return { stukken: stroom as AsyncIterable<Buffer>, sluit: () => stroom.destroy() }
}
