import { writeSync } from 'node:fs'

const EVEN_MS = 2
const BLOK = 64 * 1024

export interface Uitvoer {
  schrijf(tekst: string): void
  /** Geeft door wat er nog in het blok staat. Leest er niemand meer, dan is dat aan het eind geen fout. */
  sluit(): void
}

/**
 * Schrijft naar stdout en wacht tot de lezer het heeft. Zonder wachten stapelt een verslag van gigabytes zich op in het
 * geheugen als de lezer (`less`, een trage schijf) langzamer is. `opDicht` wordt geroepen als er niemand meer leest.
 */
export function maakUitvoer(fd: number, { meteen, opDicht }: { readonly meteen: boolean; readonly opDicht: () => Error }): Uitvoer {
  let blok: string[] = []
  let tekens = 0
  const leeg = (): void => {
    if (tekens === 0) return
    const bytes = Buffer.from(blok.join(''), 'utf8')
    blok = []
    tekens = 0
    schrijfAlles(fd, bytes)
  }
  const schrijf = (tekst: string): void => {
    blok.push(tekst)
    tekens += tekst.length
    if (meteen || tekens >= BLOK) leeg()
  }
  const sluit = (): void => {
    try {
      leeg()
    } catch (fout) {
      if (!(fout instanceof Dicht)) throw fout
    }
  }
  return { schrijf: (tekst) => metEigenFout(() => schrijf(tekst), opDicht), sluit }
}

class Dicht extends Error {}

function metEigenFout(werk: () => void, opDicht: () => Error): void {
  try {
    werk()
  } catch (fout) {
    throw fout instanceof Dicht ? opDicht() : fout
  }
}

function schrijfAlles(fd: number, bytes: Buffer): void {
  for (let van = 0; van < bytes.length;) {
    try {
      van += writeSync(fd, bytes, van)
    } catch (fout) {
      const code = fout instanceof Error && 'code' in fout ? fout.code : undefined
      if (code === 'EPIPE') throw new Dicht()
      // De pijp is vol en staat op niet-wachten (dat kan het andere uiteinde zo ingesteld hebben).
      if (code !== 'EAGAIN') throw fout
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EVEN_MS)
    }
  }
}
