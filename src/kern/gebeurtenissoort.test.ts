import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ALLEEN_AUDIT, GEBEURTENISSOORTEN, gebeurtenisBij, HANDELINGEN, isGebeurtenissoort } from './gebeurtenissoort.ts'

test('S-45: elke handeling die de code vastlegt heeft een gebeurtenis, of staat er met opzet zonder', async () => {
  const gevonden = new Set<string>()
  for await (const pad of glob('src/**/*.ts')) {
    if (pad.endsWith('.test.ts')) continue
    for (const [, naam] of readFileSync(pad, 'utf8').matchAll(/(?<![a-z])handeling: '([A-Za-z]+)'/g)) if (naam) gevonden.add(naam)
  }
  expect(gevonden.size).toBeGreaterThan(15)
  expect([...gevonden].filter((naam) => !(naam in HANDELINGEN) && !ALLEEN_AUDIT.includes(naam))).toEqual([])
})

test('elke handeling met een onderwerp geeft bij elke uitkomst een bestaande soort', () => {
  for (const [naam, onderwerp] of Object.entries(HANDELINGEN)) {
    for (const uitkomst of ['nieuw', 'gewijzigd']) {
      const soort = gebeurtenisBij(naam, uitkomst)
      if (onderwerp === null) expect(soort).toBeUndefined()
      else expect([naam, soort !== undefined && isGebeurtenissoort(soort), soort?.startsWith(`${onderwerp}.`)]).toEqual([naam, true, true])
    }
  }
  expect(gebeurtenisBij('leverInschrijving', 'nieuw')).toBe('inschrijvingen.vastgelegd')
  expect(gebeurtenisBij('laatDiplomaVervallen', 'gewijzigd')).toBe('diplomas.verwijderd')
})

test('S-41: een soort is een meervoudig zelfstandig naamwoord en een voltooid deelwoord, elk hooguit een keer', () => {
  expect(new Set(GEBEURTENISSOORTEN).size).toBe(GEBEURTENISSOORTEN.length)
  for (const soort of GEBEURTENISSOORTEN) expect(soort).toMatch(/^[a-z]+(en|s)\.(vastgelegd|gewijzigd|verwijderd|geopend|gesloten|gereed)$/)
})
