/** Sluit elke testronde af met precies `N passed, M failed`. Bestanden die niet laden en fouten buiten een test tellen als gezakt. */
import { writeFileSync, writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export default class Telling implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], fouten: readonly SerializedError[]): void {
    const { geslaagd, gezakt } = tel(modules)
    const mislukt = gezakt + fouten.length
    if (mislukt > 0 || geslaagd === 0) process.exitCode = 1
    const bestand = process.env['LEERROUTE_TELLING']
    if (bestand !== undefined) writeFileSync(bestand, '')
    // Na de gewone samenvatting, en synchroon: dit is de laatste regel, ook als de uitvoer een pijp is.
    process.once('exit', () => writeSync(1, `${geslaagd} passed, ${mislukt} failed\n`))
  }
}

export function tel(modules: readonly TestModule[]): { geslaagd: number; gezakt: number } {
  let geslaagd = 0
  let gezakt = 0
  for (const module of modules) {
    let gezakteTests = 0
    for (const test of module.children.allTests()) {
      const uitkomst = test.result().state
      if (uitkomst === 'passed') geslaagd++
      if (uitkomst === 'failed') gezakteTests++
    }
    // Een bestand dat zakt zonder gezakte test (syntaxfout, fout in beforeAll) is ook een fout.
    gezakt += gezakteTests === 0 && !module.ok() ? 1 : gezakteTests
  }
  return { geslaagd, gezakt }
}
