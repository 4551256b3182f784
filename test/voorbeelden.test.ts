import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** De voorbeelden uit README.md, zoals een lezer ze intikt. */
function leerroute(...argumenten: string[]) {
  return spawnSync(process.execPath, ['bin/leerroute.mjs', ...argumenten], { encoding: 'utf8' })
}

describe('voorbeelden uit README.md', () => {
  it('casus: op 1 oktober was de fase VO, en met wat later bekend werd onbepaald (K-FASE-05)', () => {
    const { status, stdout } = leerroute('casus', '--json', 'docs/voorbeelden/casus-faseverschil.json')
    expect(status).toBe(0)
    const { beslissingen } = JSON.parse(stdout)
    expect(JSON.stringify(beslissingen)).toContain('SIG-FASE-VERSCHIL')
  })

  it('toets: wijst de regel zonder fase aan en eindigt met code 1 (K-FASE-06)', () => {
    const { status, stdout } = leerroute('toets', 'docs/voorbeelden/RO_21MB_20250801_20270731.CSV')
    expect(status).toBe(1)
    expect(stdout).toMatch(/K-FASE-06[\s\S]*regel 30/)
    expect(stdout, 'geen persoonsnummer op het scherm').not.toMatch(/\b9999\d{5}\b/)
  })

  it('een lezer die eerder stopt is geen fout', () => {
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" bin/leerroute.mjs toets --json docs/voorbeelden/RO_21MB_20250801_20270731.CSV | head -c 20`], { encoding: 'utf8' })
    expect(stderr).not.toContain('EPIPE')
  })
})
