/** De regels en "wat verandert" in een echte browser, voor wie niet is ingelogd: met en zonder JavaScript, toegankelijk, ook op 320 px en in het Engels. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'

// De eerste berekening start een draad; op een drukke machine duurt dat langer dan de gewone grens.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

let server: HeleServer
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
})
afterAll(() => server.weg())

it('de regels zijn openbaar en lezen geen student: zonder sessie, zonder regel in de audit', async () => {
  const tel = async (): Promise<unknown> => (await server.eigen.database.pool.query('select count(*) from audit_regel')).rows[0]
  const vooraf = await tel()
  for (const url of ['/regels', '/regels/K-VSV-05', '/regels/wat-verandert', '/regels/wat-verandert?getal=verzuim/drempel-uren']) expect((await server.app.inject({ url })).statusCode, url).toBe(200)
  expect(await tel()).toEqual(vooraf)
})

describe.skipIf(pad === undefined)('in de browser', () => {
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES] })
  })
  afterAll(() => browser.close())

  const open = async (opties: Parameters<Browser['newContext']>[0], kijk: (blad: Page, bezoek: BrowserContext) => Promise<void>): Promise<void> => {
    const bezoek = await browser.newContext(opties)
    try {
      await kijk(await bezoek.newPage(), bezoek)
    } finally {
      await bezoek.close()
    }
  }

  it.each([[true, 1280], [false, 320]])('van een regel naar wat er verandert (JavaScript %s, %i breed)', async (javaScriptEnabled, width) => {
    await open({ javaScriptEnabled, viewport: { width, height: 900 } }, async (blad) => {
      await blad.goto(`${basis}/regels`)
      await blad.getByLabel('Woord of nummer').fill('16 uur verplicht')
      await blad.getByRole('button', { name: 'Zoek' }).click()
      await blad.getByRole('link', { name: 'Onder 18 is melden bij 16 uur verplicht' }).click()
      expect(await blad.getByRole('img').first().getAttribute('aria-label')).toContain('16 uur, zeker')
      await blad.getByRole('link', { name: /^Probeer: Bij dit aantal uren/ }).click()
      await blad.getByLabel('Andere waarde').fill('zestien')
      await blad.getByRole('button', { name: 'Bereken wat er verandert' }).click()
      expect(await blad.title()).toMatch(/^Fout: /)
      await blad.getByRole('alert').getByRole('link').first().click()
      expect(await blad.evaluate(() => document.activeElement?.id)).toBe('waarde')
      await blad.getByLabel('Andere waarde').fill('17')
      await blad.getByRole('button', { name: 'Bereken wat er verandert' }).click()
      for (let keer = 0; keer < 30 && (await blad.getByRole('heading', { level: 1 }).textContent()) !== 'Dit verandert er'; keer += 1) await blad.getByRole('link', { name: 'Ververs' }).click()
      expect(await blad.getByRole('table').first().innerText()).toContain('Meld het verzuim van 16 uur')
      // Het adres is te delen: wie het opent, ziet hetzelfde.
      const gezien = await blad.getByRole('main').innerText()
      await blad.goto(blad.url())
      expect(await blad.getByRole('main').innerText()).toBe(gezien)
    })
  })

  it.each([[1280, 'nl'], [320, 'en']] as const)('S-70: toegankelijk en zonder opzij schuiven, ook bij een fout (%i breed, %s)', async (width, taal) => {
    await open({ viewport: { width, height: 900 } }, async (blad, bezoek) => {
      await bezoek.addCookies([{ name: 'taal', value: taal, url: basis }])
      for (const adres of ['/regels', '/regels/K-VSV-05', '/regels/wat-verandert', '/regels/wat-verandert?getal=leerroute/glr-niveaus&vanaf=x', '/regels/wat-verandert?getal=verzuim/drempel-uren&waarde=17&vanaf=2009-08-01']) {
        await blad.goto(basis + adres)
        expect((await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => [adres, id, nodes[0]?.html])).toEqual([])
        expect(await blad.evaluate(() => document.documentElement.scrollWidth - innerWidth), adres).toBeLessThanOrEqual(0)
      }
    })
  })
})
