/** Een student inschrijven in een route, in een echte browser: vo en mbo, met fouten, voorbeeld, nakijken en bewijs; toegankelijk, ook op 320 px en in het Engels. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logAccountIn } from '../inloggen.ts'
import { nederlandseWoorden } from '../taal.ts'

vi.setConfig({ testTimeout: 150_000 })
const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

/** Een nummer dat de elfproef haalt en van niemand in de verzonnen regio is. */
const NIEUW = nummerUit('90000321')
/** Mees Postma uit wereld/studenten: fase VO bij een partnerschool, en in het plan van Lindemeer. */
const BEKEND = '999900419'
const beelden = process.env['LEERROUTE_SCHERMBEELDEN']

describe.skipIf(pad === undefined)('inschrijven in de browser', () => {
  let server: HeleServer
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    server = await startHeleServer({ log: () => undefined })
    await server.eigen.database.pool.query(`update instelling_overstap set open_van = '2020-01-01', token_tot_en_met = '2099-12-31', coulance_tot_en_met = null`)
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run'] })
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await server.weg()
  })

  async function keur(blad: Page, naam: string, breedte: number): Promise<void> {
    if (beelden !== undefined) await blad.screenshot({ path: `${beelden}/inschrijven-${naam}-${breedte}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, []])
    expect([naam, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, true])
  }

  async function bezoekAls(medewerker: string, breedte: number, taal: 'nl' | 'en' = 'nl'): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext({ viewport: { width: breedte, height: 800 } })
    await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logAccountIn(server.eigen.database, accountIdVan(medewerker))).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }, { name: 'taal', value: taal, url: basis }])
    return { bezoek, blad: await bezoek.newPage() }
  }

  const kies = async (blad: Page, naam: string, waarde: string): Promise<void> => {
    await blad.locator(`input[name="${naam}"][value="${waarde}"]`).check()
    await blad.locator('main form.formulier button[type=submit]').first().click()
  }
  const vul = async (blad: Page, velden: Readonly<Record<string, string>>): Promise<void> => {
    for (const [naam, waarde] of Object.entries(velden)) await blad.locator(`main input[name="${naam}"]`).fill(waarde)
    await blad.locator('main form.formulier button[type=submit]').first().click()
  }
  const stap = (blad: Page): string => new URL(blad.url()).pathname.split('/').at(-1) ?? ''

  it('K-FASE-01, S-74, S-17: een vo-school schrijft een nieuwe student in, ziet vooraf het besluit en krijgt een bewijs', async () => {
    const { bezoek, blad } = await bezoekAls('veldhoorn-administratie', 1280)
    await blad.goto(`${basis}/inschrijven`)
    await keur(blad, 'begin', 1280)
    await blad.locator('main form.formulier button').first().click()
    if (stap(blad) === 'plaats') { await keur(blad, 'plaats', 1280); await blad.locator('input[name="plaats"]').first().check(); await blad.locator('main form.formulier button').first().click() }
    expect(stap(blad)).toBe('student')
    await vul(blad, { persoonsnummer: '123456789' })
    expect(await blad.title()).toMatch(/^Fout: Stap \d+ van \d+: Wie is de student\?/)
    expect(await blad.locator('#fouten a').getAttribute('href')).toBe('#persoonsnummer')
    expect(blad.url()).not.toContain('123456789')
    await keur(blad, 'fout', 1280)
    await vul(blad, { persoonsnummer: NIEUW })
    await vul(blad, { geboortedatum: '12 mei 2011', voornaam: 'Noor', achternaam: 'Verzonnen' })
    await kies(blad, 'leerjaar', '3')
    await kies(blad, 'leerweg', 'KB')
    await vul(blad, { profiel: '' })
    await kies(blad, 'route', 'DLR')
    await keur(blad, 'partner', 1280)
    await blad.locator('input[name="partner"]').first().check()
    await blad.locator('main form.formulier button').first().click()
    await vul(blad, { begin: '1-8-2026' })
    expect(await blad.locator('input[name="fase"]:checked').getAttribute('value')).toBe('VO')
    expect(await blad.locator('main').innerText()).toContain('Ons voorstel: fase VO')
    await keur(blad, 'fase', 1280)
    await kies(blad, 'fase', 'VO')
    expect(stap(blad)).toBe('voorbeeld')
    await keur(blad, 'voorbeeld', 1280)
    const voorbeeld = await blad.locator('main').innerText()
    expect(voorbeeld).toMatch(/Op de teldatum 1 (oktober|februari) \d{4} telt de student bij: vo\./)
    expect(voorbeeld).toMatch(/Wat .+ doet/)
    expect(await aantal('inschrijving_stand', 'LR%')).toBe(0)
    await blad.getByRole('link', { name: 'Kijk uw antwoorden na' }).click()
    await keur(blad, 'nakijken', 1280)
    expect(await blad.locator('main').innerText()).not.toContain(NIEUW)
    await blad.getByRole('link', { name: 'Wijzig Leerjaar' }).click()
    await kies(blad, 'leerjaar', '4')
    expect(stap(blad)).toBe('nakijken')
    const adres = blad.url()
    await blad.getByRole('button', { name: 'Verstuur de inschrijving' }).click()
    expect(stap(blad)).toBe('bewijs')
    await keur(blad, 'bewijs', 1280)
    expect(await blad.locator('.ontvangst').innerText()).toMatch(/LR[0-9A-F]{10}/)
    await blad.goto(adres)
    expect(stap(blad)).toBe('bewijs')
    expect(await aantal('inschrijving_stand', 'LR%')).toBe(1)
    await blad.getByRole('link', { name: 'Open de student' }).click()
    expect(await blad.locator('h1').innerText()).toBe('Noor Verzonnen')
    await bezoek.close()
  })

  it('K-BRN-02, K-FASE-02, S-72, S-76: een mbo-instelling schrijft op 320 px een bekende student in: de naam wordt niet opnieuw gevraagd; in het Engels staat er geen Nederlands', async () => {
    const { bezoek, blad } = await bezoekAls('lindemeer-administratie', 320, 'en')
    await blad.goto(`${basis}/inschrijven`)
    await blad.locator('main form.formulier button').first().click()
    if (stap(blad) === 'plaats') { await blad.locator('input[name="plaats"]').first().check(); await blad.locator('main form.formulier button').first().click() }
    await vul(blad, { persoonsnummer: BEKEND })
    expect(stap(blad)).toBe('opleiding')
    await keur(blad, 'opleiding-en', 320)
    await blad.locator('input[name="opleidingsoort"][value="domein"]').check()
    await vul(blad, { opleidingcode: '79060' })
    await kies(blad, 'niveau', 'MBO-3')
    await kies(blad, 'leertraject', 'BOL')
    await kies(blad, 'bekostiging', 'J')
    if (stap(blad) === 'route') await kies(blad, 'route', 'DLR')
    if (stap(blad) === 'partner') { await blad.locator('input[name="partner"]').first().check(); await blad.locator('main form.formulier button').first().click() }
    await vul(blad, { begin: '1 jun 2027' })
    await keur(blad, 'fase-en', 320)
    expect(await blad.locator('main').innerText()).toContain('Fase VO, and fase MBO from 1 August 2027')
    await kies(blad, 'fase', 'VO-MBO')
    await keur(blad, 'voorbeeld-en', 320)
    expect(nederlandseWoorden(await blad.content(), [])).toEqual([])
    await blad.goto(blad.url().replace('voorbeeld', 'nakijken'))
    await keur(blad, 'nakijken-en', 320)
    expect(await blad.locator('main').innerText()).toContain('from the register')
    expect(nederlandseWoorden(await blad.content(), [])).toEqual([])
    await bezoek.close()
  })

  async function aantal(tabel: string, volgnummer: string): Promise<number> {
    const { rows } = await server.eigen.database.pool.query<{ aantal: string }>(`select count(*) as aantal from ${tabel} where inschrijvingvolgnummer like $1`, [volgnummer])
    return Number(rows[0]?.aantal ?? 0)
  }
})

/** Acht cijfers en het negende dat de elfproef sluitend maakt. */
function nummerUit(acht: string): string {
  for (let laatste = 0; laatste <= 9; laatste += 1) {
    const nummer = `${acht}${laatste}`
    const som = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((tot, gewicht, i) => tot + gewicht * Number(nummer[i]), 0)
    if (som % 11 === 0) return nummer
  }
  return nummerUit(String(Number(acht) + 1))
}
