/** Stroomschema en routes zoeken in een echte browser: een leerling komt van een route naar zijn uitkomst, met en zonder JavaScript, ook op 320 px en in het Engels. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { nederlandseWoorden } from '../taal.ts'

// Veel bladzijden in een toets: op een drukke machine duurt dat langer dan de gewone grens.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

const beelden = process.env['LEERROUTE_SCHERMBEELDEN']
const WEG = '/stroomschema?f1=j&f2=j&f3=3&f4=j&f7=1&route=101A001-201A001'
/** Elke soort bladzijde en stand. */
const BLADEN = [
  ['routes', '/routes'], ['routes-gevonden', '/routes?zoek=zorg&plaats=Noorderveen'], ['routes-leeg', '/routes?zoek=bestaatniet'], ['route', '/routes/102A001-202A001'],
  ['vraag', '/stroomschema?f1=j&f2=j&f3=3&vraag=f4'], ['vraag-fout', '/stroomschema?f1=j&f2=j&f3=3&na=f4'], ['uitkomst-vo', WEG],
  ['uitkomst-inschrijven', '/stroomschema?f1=j&f2=j&f3=3&f4=j&f7=3&f8=n'], ['uitkomst-stoppen', '/stroomschema?f1=j&f2=j&f3=2&f4=n&f5=j&f6=j&f7=3&f8=j&f9=n&f10=j'],
  ['uitkomst-geen-route', '/stroomschema?f1=j&f2=n'], ['lijst', '/stroomschema/lijst?f1=j&f2=j'],
] as const

describe.skipIf(pad === undefined)('openbare bladzijden in de browser', () => {
  let server: HeleServer
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    server = await startHeleServer({ log: () => undefined })
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run', '--disable-background-networking'] })
  })
  afterAll(async () => {
    await browser.close()
    await server.weg()
  })

  async function open(breedte: number, keuze: { readonly script?: boolean, readonly engels?: boolean } = {}): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext({ viewport: { width: breedte, height: 900 } })
    // axe heeft zelf JavaScript nodig; zo blijft alleen dat van de bladzijden weg.
    if (keuze.script === false) await bezoek.route('**/*.js', (route) => route.abort())
    if (keuze.engels === true) await bezoek.addCookies([{ name: 'taal', value: 'en', url: basis }])
    return { bezoek, blad: await bezoek.newPage() }
  }

  it.each([true, false])('K-STR-01: van een route naar de uitkomst, met terug en wijzigen (JavaScript: %s)', async (script) => {
    const { bezoek, blad } = await open(1280, { script })
    await blad.goto(`${basis}/routes`)
    await blad.getByLabel('Plaats, school of profiel').fill('veldhoorn zorg')
    await blad.getByRole('button', { name: 'Zoek routes' }).click()
    await blad.getByRole('link', { name: 'Veldhoorn College' }).first().click()
    await blad.getByRole('link', { name: 'Start de vragen met deze scholen' }).click()
    for (const antwoord of ['Ja', 'Ja', 'Niveau 3', 'Ja, ik wil allebei']) {
      await blad.getByLabel(antwoord, { exact: true }).check()
      await blad.getByRole('button', { name: 'Volgende vraag' }).click()
    }
    await blad.getByRole('button', { name: 'Volgende vraag' }).click()
    expect(await blad.title()).toMatch(/^Fout: Vraag 5/)
    await blad.getByRole('link', { name: 'Vorige vraag' }).click()
    expect(await blad.getByLabel('Ja, ik wil allebei').isChecked()).toBe(true)
    await blad.getByRole('button', { name: 'Volgende vraag' }).click()
    await blad.getByLabel('Jaar 1').check()
    await blad.getByRole('button', { name: 'Volgende vraag' }).click()
    const uitkomst = await blad.locator('.uitkomst').innerText()
    expect(uitkomst).toContain('Doorlopende leerroute, fase VO')
    expect(uitkomst).toContain('Veldhoorn College, je vo-school')
    expect(uitkomst).toContain('085 000 00 01')
    expect(uitkomst).toMatch(/1 augustus 20\d\d: je gaat naar fase MBO/)
    expect(await blad.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(script)
    expect(blad.url()).not.toContain('na=')
    await blad.goBack()
    expect(await blad.title()).toMatch(/^Vraag 5/)
    await bezoek.close()
  })

  it.each([[1280, false], [320, false], [320, true]])('S-70, S-76: elke stand is toegankelijk en past op %i px (Engels: %s)', async (breedte, engels) => {
    const { bezoek, blad } = await open(breedte, { engels })
    for (const [naam, adres] of BLADEN) {
      await blad.goto(`${basis}${adres}`)
      if (beelden !== undefined) await blad.screenshot({ path: `${beelden}/${naam}-${breedte}${engels ? '-en' : ''}.png`, fullPage: true })
      // De Engelse bladzijde heeft dezelfde onderdelen.
      if (!engels) {
        const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
        expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, []])
      }
      expect([naam, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, true])
      if (engels) expect([naam, nederlandseWoorden(await blad.content(), NAMEN)]).toEqual([naam, []])
    }
    await bezoek.close()
  })

  it('de afdruk: de uitkomst staand op het eerste vel, de tekening liggend op het tweede', async () => {
    const { bezoek, blad } = await open(1280)
    await blad.goto(`${basis}${WEG}`)
    const vellen = [...(await blad.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/MediaBox ?\[0 0 (?<breed>[\d.]+) (?<hoog>[\d.]+)\]/g)].map(({ groups }) => Number(groups?.['breed']) > Number(groups?.['hoog']) ? 'liggend' : 'staand')
    expect(vellen).toEqual(['staand', 'liggend'])
    await bezoek.close()
  })
})

/** Namen van scholen en plaatsen, en wat een school zelf typte. */
const NAMEN = ['Veldhoorn College', 'Scholengemeenschap Noorderveen', 'Interconfessionele Scholengemeenschap De Wetering en Omstreken', 'Vso Het Vlierpad', 'ROC Lindemeer', 'Groene Delta mbo, voor groen, voeding, zorg en welzijn', 'De Wetering']
