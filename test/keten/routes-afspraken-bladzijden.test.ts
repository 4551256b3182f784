/** Routes naast scholen en afspraken in een echte browser, met en zonder JavaScript: toegankelijk, ook op 320 px, met lege, foute en gelukte stand. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

describe.skipIf(pad === undefined)('routes en afspraken in de browser', () => {
  let server: HeleServer
  let browser: Browser
  let basis = ''
  beforeAll(async () => {
    server = await startHeleServer({ log: () => undefined })
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run'] })
  }, 90_000)
  afterAll(async () => {
    await browser.close()
    await server.weg()
  })

  async function bezoekVan(wie: string, width: number, metScript: boolean): Promise<BrowserContext> {
    const bezoek = await browser.newContext({ viewport: { width, height: 800 } })
    if (!metScript) await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logIn(server.eigen.database, wie)).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    return bezoek
  }

  async function keur(blad: Page, naam: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, []])
    expect([naam, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, true])
  }

  const kop = (blad: Page) => blad.textContent('h1')

  it('K-RIO-01, K-RIO-04, K-RIO-05, K-DLR-07: wat ontbreekt registreren, op domein, en dan staat het in de matrix (zonder JavaScript, 320 px)', { timeout: 300_000 }, async () => {
    const bezoek = await bezoekVan('lindemeer-administratie', 320, false)
    const blad = await bezoek.newPage()
    await blad.goto(`${basis}/routematrix`)
    await keur(blad, 'matrix smal')
    await blad.click('text=Registreer uw deel')
    expect(await kop(blad)).toBe('Stap 3 van 6: Wat leren de studenten?')
    await blad.click('button:has-text("Verder")')
    expect(await blad.title()).toMatch(/^Fout: Stap 3 van 6/)
    await keur(blad, 'fout bij opleiding')
    await blad.getByLabel('Nee, de route is nog op domein').check()
    await blad.click('button:has-text("Verder")')
    await blad.getByLabel('RIO-codes van andere partners').fill('999A999')
    await blad.click('button:has-text("Verder")')
    expect(await blad.textContent('#fouten')).toContain('De code 999A999 hoort bij geen school.')
    await blad.getByLabel('RIO-codes van andere partners').fill('')
    await blad.click('button:has-text("Verder")')
    await blad.getByLabel('Eerste dag').fill('1 aug 2026')
    await blad.click('button:has-text("Verder")')
    expect(await blad.textContent('.voornemen')).toContain('noemt u ook. In orde.')
    await keur(blad, 'nakijken')
    await blad.click('text=Registreer in RIO')
    expect(await kop(blad)).toBe('De route staat in RIO')
    await keur(blad, 'bewijs')
    await blad.reload()
    expect(await kop(blad)).toBe('De route staat in RIO')
    await blad.goto(`${basis}/routematrix`)
    expect(await blad.locator('text=uw deel ontbreekt').count()).toBe(0)
    await bezoek.close()
  })

  it('K-RIO-01: wijzigen, stoppen en een vergissing verwijderen; een collega die ertussen kwam wordt niet overschreven', { timeout: 300_000 }, async () => {
    const bezoek = await bezoekVan('veldhoorn-administratie', 1280, true)
    const [blad, collega] = [await bezoek.newPage(), await bezoek.newPage()]
    for (const een of [blad, collega]) {
      await een.goto(`${basis}/routematrix`)
      await een.getByRole('row', { name: /Groen/ }).getByRole('link', { name: /bekijk/ }).click()
      await een.click('text=Beëindig of verwijder dit aanbod')
    }
    await keur(blad, 'stoppen')
    await blad.getByLabel('Laatste dag van de route').fill('31-7-2019')
    await blad.click('text=Beëindig de route')
    expect(await blad.title()).toMatch(/^Fout:/)
    await blad.getByLabel('Laatste dag van de route').fill('31-7-2028')
    await blad.click('text=Beëindig de route')
    expect(await blad.textContent('[role=status]')).toContain('De route heeft nu een laatste dag.')
    await collega.click('text=Verwijder dit aanbod')
    expect(await collega.textContent('main')).toContain('Een collega veranderde dit aanbod terwijl u bezig was.')
    await collega.click('text=Beëindig of verwijder dit aanbod')
    await collega.click('text=Verwijder dit aanbod')
    expect(await collega.textContent('[role=status]')).toContain('Het aanbod is verwijderd.')
    await keur(collega, 'matrix breed')
    await collega.goto(`${basis}/routematrix?profiel=Bestaat+niet&op=31-31-2026`)
    await keur(collega, 'matrix zonder resultaat en met een dag die niet kan')
    await bezoek.close()
  })

  it('K-SOK-01, K-SOK-04, P9: vastleggen met eigenaar en kijkdag; de partner bevestigt', { timeout: 300_000 }, async () => {
    const bezoek = await bezoekVan('lindemeer-administratie', 1280, false)
    const blad = await bezoek.newPage()
    await blad.goto(`${basis}/afspraken`)
    await keur(blad, 'afspraken')
    await blad.click('text=Leg een afspraak vast')
    await blad.click('button:has-text("Verder")')
    expect(await blad.title()).toMatch(/^Fout: Stap 1 van 5/)
    await keur(blad, 'fout bij partijen')
    await blad.getByLabel('Samenwerkingsovereenkomst').check()
    await blad.getByLabel('Stichting Veldhoorn (40001)').check()
    await blad.click('button:has-text("Verder")')
    await blad.getByLabel('Kenmerk van de overeenkomst').fill('SOK Groen 2026')
    await blad.getByLabel('Eerste dag').fill('1-8-2026')
    await blad.click('button:has-text("Verder")')
    await blad.getByLabel(/Overstapoptie/).fill('De leerling gaat terug naar het vmbo en doet daar examen.')
    await blad.click('button:has-text("Verder")')
    await blad.getByLabel('Collega die over de afspraak gaat').selectOption({ label: 'Fatima Boukari' })
    await blad.getByLabel(/Wanneer kijkt u er weer naar/).fill('1-3-2030')
    await blad.click('button:has-text("Verder")')
    await keur(blad, 'nakijken van een afspraak')
    await blad.click('text=Leg vast namens ons bestuur')
    expect(await kop(blad)).toBe('De afspraak is vastgelegd')
    await bezoek.close()

    const partner = await bezoekVan('veldhoorn-administratie', 320, true)
    const blad2 = await partner.newPage()
    await blad2.goto(`${basis}/afspraken`)
    expect(await blad2.textContent('main')).not.toContain('Fatima Boukari')
    await keur(blad2, 'afspraken smal')
    await blad2.getByRole('link', { name: 'Bevestig SOK Groen 2026' }).click()
    await keur(blad2, 'bevestigen')
    await blad2.click('text=Bevestig namens ons bestuur')
    expect(await blad2.textContent('[role=status]')).toContain('Uw bestuur heeft de afspraak bevestigd.')
    await blad2.getByRole('link', { name: 'Beëindig SOK Groen 2026' }).click()
    await blad2.getByLabel('Laatste dag').fill('31-7-2025')
    await blad2.click('text=Beëindig de afspraak')
    expect(await blad2.title()).toMatch(/^Fout: Stoppen met deze afspraak/)
    await keur(blad2, 'fout bij stoppen')
    await partner.close()
  })
})
