import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { leesToegangsregels, maakTabel, TABEL } from './toegangsregels.ts'

const regels = leesToegangsregels()

test('elke toegangsregel heeft een test met zijn nummer in de naam', () => {
  expect(regels.length).toBe(87)
  expect(regels.filter(({ tests, zonderTest }) => tests.length === 0 && zonderTest === null).map(({ id }) => id)).toEqual([])
})

test('docs/beveiliging/toegangsregels.md is bijgewerkt', () => {
  expect(readFileSync(TABEL, 'utf8'), 'draai npm run docs').toBe(maakTabel(regels))
})
