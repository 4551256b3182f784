import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ASVS_TABEL, bezwaarTegen, leesAsvs, maakAsvsTabel } from './asvs.ts'

const rijen = leesAsvs()

test('S-80: elke eis van niveau 1 en 2 heeft een rij, en niveau 3 van V8, V10, V14 en V16', () => {
  const perNiveau = [1, 2, 3].map((niveau) => rijen.filter((rij) => rij.niveau === niveau).length)
  expect(perNiveau).toEqual([70, 176, 18])
})

test('S-80: elke rij heeft een test die bestaat of een uitleg', () => {
  expect(rijen.flatMap((rij) => bezwaarTegen(rij) ?? [])).toEqual([])
})

test('S-80: een rij zonder bewijs of met een test die er niet is, wordt gevonden', () => {
  expect(bezwaarTegen({ id: 'V0.0.0', niveau: 1, stand: 'ja', test: null, uitleg: null })).toMatch(/ontbreekt/)
  expect(bezwaarTegen({ id: 'V0.0.0', niveau: 1, stand: 'ja', test: 'src/bestaat-niet', uitleg: null })).toMatch(/geen test/)
})

test('docs/beveiliging/asvs.md is bijgewerkt', () => {
  expect(readFileSync(ASVS_TABEL, 'utf8'), 'draai npm run docs').toBe(maakAsvsTabel(rijen))
})
