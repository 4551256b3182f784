import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { datumsIn } from '../woorden/datums.ts'
import { maakTaalkoekje, taalUit } from './taal.ts'

test.each([
  [undefined, 'nl'], ['', 'nl'], ['taal=en', 'en'], ['sessie=abc; taal=en', 'en'], ['taal=nl', 'nl'], ['taal=de', 'nl'], ['mijntaal=en', 'nl'], ['taal=english', 'nl'],
])('S-76: het koekje %j geeft %s', (koekjes, taal) => expect(taalUit(koekjes)).toBe(taal))

test('S-76: het koekje van de taal is voor de hele site en alleen voor de server', () => {
  expect(maakTaalkoekje('en', true)).toBe('taal=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure')
  expect(maakTaalkoekje('nl', false)).not.toContain('Secure')
})

test('S-76: een dag in beide talen', () => {
  const dag = datum('2026-10-01')
  expect([datumsIn('nl').lang(dag), datumsIn('en').lang(dag)]).toEqual(['1 oktober 2026', '1 October 2026'])
  expect([datumsIn('nl').middel(dag), datumsIn('en').middel(dag)]).toEqual(['1 okt 2026', '1 Oct 2026'])
  expect(datumsIn('en').moment('2026-11-24T23:30:00.000Z')).toBe('25 Nov 2026, 00:30')
})
