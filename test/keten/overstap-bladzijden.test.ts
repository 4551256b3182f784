/** De bladzijden van de overstap in een echte browser, zonder JavaScript: toegankelijk, ook op 320 px, van begin tot eind te doorlopen. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leesMedewerkers } from '../../src/makelaar/index.ts'
import { accountIdVan, MEDEWERKERS_BESTAND } from '../../src/server/wereld-medewerkers.ts'
import { codeOp, leesCodegenerator } from '../../src/toegang/overstap/tokenmiddel.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logAccountIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

describe.skipIf(pad === undefined)('de overstap in de browser', () => {
  let server: HeleServer
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    server = await startHeleServer({ log: () => undefined })
    await server.eigen.database.pool.query(`update instelling_overstap set open_van = '2020-01-01', token_tot_en_met = '2099-12-31', coulance_tot_en_met = null`)
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.weg()
  })

  const meting = process.env['LEERROUTE_SCHERMBEELDEN']

  async function keur(blad: Page, naam: string, breedte: number): Promise<void> {
    if (meting !== undefined) await blad.screenshot({ path: `${meting}/${naam}-${breedte}.png`, fullPage: true })
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect([naam, breedte, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, breedte, []])
    expect([naam, breedte, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, breedte, true])
  }

  it.each([[1280, 'lindemeer-overstapper'], [320, 'lindemeer-overstapper-rio']] as const)('T-03: koppelen zonder JavaScript op %i px, elke bladzijde zonder bevinding in axe', async (breedte, medewerker) => {
    const token = leesMedewerkers(MEDEWERKERS_BESTAND).find(({ id }) => id === medewerker)?.token
    const generator = leesCodegenerator(token?.totp ?? '')
    if (token === undefined || generator === undefined) throw new Error('medewerker zonder token')
    // axe zelf heeft JavaScript nodig; de bladzijden gebruiken het nergens.
    const bezoek = await browser.newContext({ viewport: { width: breedte, height: 800 } })
    await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logAccountIn(server.eigen.database, accountIdVan('lindemeer-administratie'))).split('=')
    const blad = await bezoek.newPage()
    await blad.goto(`${basis}/inloggen/token`)
    await keur(blad, 'token', breedte)
    const velden = ['gebruikersnaam', 'wachtwoord', 'code'].map((id) => blad.locator(`#${id}`))
    expect(await Promise.all(velden.map(async (veld) => [await veld.getAttribute('type'), await veld.getAttribute('autocomplete')]))).toEqual([['text', 'username'], ['password', 'current-password'], ['text', 'one-time-code']])
    await blad.fill('#gebruikersnaam', 'onbekend')
    await blad.fill('#wachtwoord', 'verkeerd-wachtwoord')
    await blad.fill('#code', '000000')
    await blad.click('main button[type=submit]')
    expect(await blad.inputValue('#wachtwoord')).toBe('')
    await keur(blad, 'token-fout', breedte)
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    await blad.goto(`${basis}/overstap`)
    await keur(blad, 'intro', breedte)
    await blad.goto(`${basis}/overstap/uitnodiging`)
    await keur(blad, 'uitnodiging', breedte)
    await blad.goto(`${basis}/overstap/bevestig`)
    await keur(blad, 'geweigerd', breedte)
    await blad.goto(`${basis}/overstap`)
    await blad.click('form[action="/overstap/begin"] button')
    await keur(blad, 'bewijs', breedte)
    await blad.fill('#gebruikersnaam', token.gebruikersnaam)
    await blad.fill('#wachtwoord', token.wachtwoord)
    await blad.fill('#code', codeOp(generator, new Date()))
    await blad.click('form[action="/overstap/bewijs"] button')
    await keur(blad, 'bevestig', breedte)
    await blad.click('form[action="/overstap/bevestig"] button')
    expect(blad.url()).toBe(`${basis}/overstap/klaar`)
    await keur(blad, 'klaar', breedte)
    await bezoek.close()
  }, 90_000)
})
