/** De studentpagina in een echte browser: toegankelijk, met het toetsenbord te bedienen, ook op 320 px en zonder JavaScript. */
import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ID, maakProefbron } from '../../src/portal/leerling/fixtures/bron.ts'
import { momentVan } from '../../src/kern/datum.ts'
import { maakProefdeur, maakProefsessies, proefkoekje } from '../../src/portal/leerling/fixtures/sessies.ts'
import { bouwApp } from '../../src/server/app.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'

const pad = chromiumPad()
const NU = new Date('2026-11-24T10:04:00Z')
const ZONDER_NETWERK = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const MILA = `/studenten/${ID.mila}?datum=1-10-2026`
const BREED = { viewport: { width: 1280, height: 900 } }
const TELEFOON = { viewport: { width: 320, height: 700 }, deviceScaleFactor: 2 }

if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

describe.skipIf(pad === undefined)('studentpagina in de browser', () => {
  let app: FastifyInstance
  let browser: Browser
  let basis: string

  beforeAll(async () => {
    app = bouwApp({
      config: { host: '127.0.0.1', ontwikkeling: true }, bron: maakProefbron(), sessies: maakProefsessies(momentVan(NU)), deur: maakProefdeur(() => NU), sleutels: { sessie: Buffer.alloc(32, 7) },
      nu: () => NU, isGereed: () => Promise.resolve(true), meldStoring: (_kenmerk, fout) => console.error(fout),
    })
    basis = await app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, ...ZONDER_NETWERK] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  async function kijk(keuze: BrowserContextOptions = BREED): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext(keuze)
    const blad = await bezoek.newPage()
    const [name = '', value = ''] = proefkoekje('21MB').split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    await blad.goto(`${basis}/studenten`)
    return { bezoek, blad }
  }

  const bladzijden: readonly (readonly [string, string])[] = [
    ['de lijst', '/studenten'], ['een student met een fout', MILA], ['met de kennis van toen', `${MILA}&bekend=1-10-2026`],
    ['een student met veel signalen', `/studenten/${ID.veel}`], ['een student zonder signalen', `/studenten/${ID.geen}`], ['een student zonder mbo-inschrijving', `/studenten/${ID.zonderMbo}`],
    ['een afgesloten route', `/studenten/${ID.afgesloten}?datum=1-10-2022`], ['twee inschrijvingen tegelijk', `/studenten/${ID.dubbel}`],
    ['een verkeerde datum', `/studenten/${ID.mila}?datum=31-2-2026&bekend=morgen`], ['een onbekende student', '/studenten/01930000-0000-7000-8000-000000000099'],
    ['de regels', '/regels'], ['een regel', '/regels/K-FASE-05'],
  ]
  // Op de telefoon alleen de bladzijden met een eigen smalle vorm; opzij schuiven wordt overal nagemeten.
  const SMAL = new Set(['de lijst', 'een student met een fout', 'een student met veel signalen', 'een verkeerde datum'])
  it.each([['1280 px', BREED, undefined], ['320 px', TELEFOON, SMAL]] as const)('axe vindt niets op %s, met alle uitleg open', async (_naam, venster, alleen) => {
    const { bezoek, blad } = await kijk(venster)
    for (const [naam, adres] of bladzijden) {
      await blad.goto(basis + adres)
      await blad.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })')
      expect(await blad.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${naam} schuift niet opzij`).toBe(0)
      if (alleen && !alleen.has(naam)) continue
      const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${naam}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
    }
    await bezoek.close()
  }, 300_000)

  it('blijft onder 150 kB en vraagt niets van buiten', async () => {
    const { bezoek, blad } = await kijk()
    const verzoeken: string[] = []
    let bytes = 0
    blad.on('response', async (antwoord) => {
      verzoeken.push(new URL(antwoord.url()).origin)
      bytes += (await antwoord.request().sizes()).responseBodySize
    })
    // De cache staat uit: dit is het eerste bezoek.
    await (await bezoek.newCDPSession(blad)).send('Network.setCacheDisabled', { cacheDisabled: true })
    await blad.goto(basis + MILA, { waitUntil: 'networkidle' })
    expect(await blad.getByRole('heading', { name: 'Besluit voor 1 oktober 2026' }).isVisible()).toBe(true)
    expect(await blad.locator('svg.tl').count()).toBe(3)
    expect(new Set(verzoeken)).toEqual(new Set([basis]))
    expect(bytes).toBeLessThan(150_000)
    const tekeningen = String(await blad.evaluate('[...document.querySelectorAll("svg.tl")].map((svg) => svg.outerHTML.length).join()')).split(',').map(Number)
    expect(Math.max(...tekeningen)).toBeLessThan(25_000)
    await bezoek.close()
  })

  it('werkt zonder JavaScript: kiezen, zoeken, een datum typen en de reden lezen', async () => {
    const { bezoek, blad } = await kijk({ ...BREED, javaScriptEnabled: false })
    await blad.getByLabel('Zoek op naam').fill('hoekstra')
    await blad.getByRole('button', { name: 'Zoek', exact: true }).click()
    expect(blad.url(), 'een naam komt niet in het adres').toBe(`${basis}/studenten`)
    await blad.getByRole('link', { name: 'Mila Hoekstra' }).click()
    await blad.getByRole('textbox', { name: 'Besluit voor' }).fill('1 aug 2026')
    await blad.getByRole('button', { name: 'Toon besluit' }).click()
    expect(await blad.getByRole('textbox', { name: 'Besluit voor' }).inputValue()).toBe('1 augustus 2026')
    expect(await blad.getByRole('heading', { name: 'Waarom is de fase onbepaald?' }).isVisible()).toBe(true)
    await blad.getByText('Waarom is de bekostiging niet te bepalen?').click()
    expect(await blad.locator('#waarom-bekostiging .reden').first().isVisible()).toBe(true)
    expect(await blad.getByRole('button', { name: 'Afdrukken' }).count()).toBe(0)
    await bezoek.close()
  })

  it('gaat met Tab in de volgorde van het scherm, en een pil op de tijdlijn kiest die teldatum', async () => {
    const { bezoek, blad } = await kijk()
    await blad.goto(basis + MILA)
    await blad.keyboard.press('Tab')
    expect(await blad.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud')
    const plekken: number[] = []
    for (let i = 0; i < 27; i++) {
      await blad.keyboard.press('Tab')
      plekken.push(Number(await blad.evaluate('document.activeElement.getBoundingClientRect().top + scrollY')))
    }
    const grofweg = plekken.map((top) => Math.round(top / 60))
    expect(grofweg.every((top, i) => i === 0 || top >= (grofweg[i - 1] ?? 0) - 1), plekken.join(', ')).toBe(true)
    await blad.locator('.tl-breed').getByRole('link', { name: 'Kies teldatum 1 februari 2026: vo wordt bekostigd' }).press('Enter')
    await blad.waitForURL(/datum=1-2-2026/)
    expect(await blad.getByRole('heading', { name: 'Besluit voor 1 februari 2026' }).isVisible()).toBe(true)
    await bezoek.close()
  })

  it('toont dat het besluit op die dag zelf anders was, en brengt u daarheen', async () => {
    const { bezoek, blad } = await kijk()
    await blad.goto(basis + MILA)
    await blad.getByRole('link', { name: 'Toon zoals bekend op 1 oktober 2026' }).click()
    expect(await blad.getByText('U kijkt met de kennis van 1 oktober 2026.').isVisible()).toBe(true)
    expect(await blad.locator('.besluit__uitkomst').first().textContent()).toBe('fase VO')
    await bezoek.close()
  })

  it('houdt een verkeerde datum vast en zegt wat te doen', async () => {
    const { bezoek, blad } = await kijk()
    await blad.goto(`${basis}/studenten/${ID.mila}?datum=31-2-2026`)
    expect(await blad.title()).toMatch(/^Fout: /)
    expect(await blad.getByRole('textbox', { name: 'Besluit voor' }).inputValue()).toBe('31-2-2026')
    await blad.getByRole('link', { name: /Besluit voor: deze dag bestaat niet/ }).click()
    expect(await blad.evaluate('location.hash')).toBe('#veld-datum')
    await bezoek.close()
  })

  it('toont op een telefoon de tijdlijn van boven naar beneden', async () => {
    const { bezoek, blad } = await kijk(TELEFOON)
    await blad.goto(basis + MILA)
    expect(await Promise.all(['.tl-breed', '.tl-compact', '.tl-staand'].map((soort) => blad.locator(soort).isVisible()))).toEqual([false, false, true])
    await bezoek.close()
  })

  it('is op papier zonder menu en knoppen, met de tabel van inschrijvingen', async () => {
    const { bezoek, blad } = await kijk()
    await blad.goto(basis + MILA)
    await blad.emulateMedia({ media: 'print' })
    expect(await Promise.all(['.kop', '.datumformulier', '.tl-breed', '.tl-compact', '.alleen-papier table'].map((deel) => blad.locator(deel).first().isVisible()))).toEqual([false, false, false, true, true])
    await bezoek.close()
  })

  it('een school zet een signaal op gezien en legt het uit, zonder JavaScript; een fout blijft bij het veld staan', async () => {
    const { bezoek, blad } = await kijk({ ...BREED, javaScriptEnabled: false })
    await blad.goto(`${basis}/studenten/${ID.mila}`)
    const signaal = blad.locator('li.signaal:has(.afhandeling)').first()
    await signaal.locator('summary').click()
    await signaal.getByRole('button', { name: 'Zet op gezien' }).click()
    expect(blad.url()).toContain('opgeslagen=')
    expect(await signaal.getByRole('status').textContent()).toBe('Opgeslagen.')
    expect(await signaal.locator('.stand').textContent()).toBe('gezien')
    expect(await signaal.getByText('ROC Lindemeer heeft dit gezien op 24-11-2026 om 11:04 door Fatima Boukari.').isVisible()).toBe(true)
    await signaal.getByLabel('Leg uit waarom het zo klopt').fill('   ')
    await signaal.getByRole('button', { name: 'Bewaar de verklaring' }).click()
    expect(await blad.title()).toMatch(/^Fout: /)
    expect(await blad.getByRole('alert').textContent()).toContain('niet leeg')
    expect(await signaal.getByLabel('Leg uit waarom het zo klopt').getAttribute('aria-invalid')).not.toBeNull()
    await signaal.getByLabel('Leg uit waarom het zo klopt').fill('Besproken met de vo-school. <b>Klopt</b>')
    await signaal.getByRole('button', { name: 'Bewaar de verklaring' }).click()
    expect(await signaal.locator('blockquote').textContent()).toBe('Besproken met de vo-school. <b>Klopt</b>')
    expect(await signaal.locator('.stand').textContent()).toBe('verklaard')
    await bezoek.close()
  })

  it('een formulier bij een signaal werkt niet zonder kenmerk van de sessie', async () => {
    const { bezoek, blad } = await kijk()
    await blad.goto(`${basis}/studenten/${ID.mila}`)
    const actie = await blad.locator('.afhandeling form').first().getAttribute('action')
    for (const csrf of [undefined, 'x']) {
      const antwoord = await bezoek.request.post(basis + String(actie), { form: { staat: 'gezien', versie: '0', ...(csrf === undefined ? {} : { csrf }) }, maxRedirects: 0 })
      expect([csrf, antwoord.status()]).toEqual([csrf, 403])
    }
    await bezoek.close()
  })
})
