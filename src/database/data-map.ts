import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Maakt de gegevensmap als die er niet is. Gooit met wat in te stellen als wij er niet mogen schrijven. */
export function zorgVoorDataMap(dataMap: string): void {
  try {
    mkdirSync(dataMap, { recursive: true })
    const proef = join(dataMap, `.proef-${process.pid}`)
    writeFileSync(proef, '')
    rmSync(proef)
  } catch (fout) {
    const code = fout instanceof Error && 'code' in fout ? String(fout.code) : String(fout)
    throw new Error(
      `De gegevensmap ${dataMap} is niet te maken of niet beschrijfbaar (${code}). ` +
        'Zet LEERROUTE_DATA naar een map waarin u mag schrijven, bijvoorbeeld: LEERROUTE_DATA=~/leerroute npm start',
      { cause: fout },
    )
  }
}
