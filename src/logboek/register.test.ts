import { expect, test } from 'vitest'
import { VERWERKINGSACTIVITEITEN } from '../kern/verwerkingsactiviteit.ts'
import { leesVerwerkingsregister } from './register.ts'

test('P-05, S-31: elke activiteit in de code staat met doel, grond en bewaartermijn in het register, en andersom; de URI is vast', () => {
  const register = leesVerwerkingsregister()
  const nieuwste = new Map(register.map(({ id }) => id.split(':') as [string, string]).map(([naam, versie]) => [naam, Number(versie)]))
  expect(Object.fromEntries(nieuwste)).toEqual(VERWERKINGSACTIVITEITEN)
  for (const { grond, uri } of register) expect([grond.avg, uri]).toEqual([expect.stringMatching(/^6\.1\.[a-f]$/), expect.stringMatching(/^urn:leerroute:verwerkingsactiviteit:[a-z]+:[0-9]+$/)])
})

const GOED = `- { naam: x, versie: 1, titel: t, doel: d, grond: { avg: 6.1.c, wet: w }, gegevens: [a], ontvangers: [b], bewaren_maanden: 1 }`
test.each([
  ['geen lijst', 'naam: x', 'geen lijst'], ['geen blok', '- x', 'geen blok'], ['zonder doel', GOED.replace('doel: d, ', ''), 'doel ontbreekt'], ['zonder wet', GOED.replace(', wet: w', ''), 'grond ontbreekt'],
  ['een vreemd veld', GOED.replace('titel: t', 'titel: t, kleur: rood'), 'kleur bestaat niet'], ['een halve maand', GOED.replace('maanden: 1', 'maanden: 0.5'), 'bewaren_maanden'], ['een lege lijst', GOED.replace('[a]', '[]'), 'gegevens'],
  ['twee keer dezelfde versie', `${GOED}\n${GOED}`, 'twee keer'],
])('weigert %s', (_wat, tekst, uitleg) => {
  expect(leesVerwerkingsregister(GOED)).toHaveLength(1)
  expect(() => leesVerwerkingsregister(tekst)).toThrow(uitleg)
})
