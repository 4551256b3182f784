/** De mandaten in een echte browser, zonder JavaScript: toegankelijk, ook op 320 px, met lege, foute en gelukte stand. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { momentVan } from '../../src/kern/datum.ts'
import { type Kluis, maakProefpki, registreerMachine, systeemactor } from '../../src/toegang/index.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')
const OIN = '00000099000000010000'

describe.skipIf(pad === undefined)('mandaten in de browser', () => {
  let server: HeleServer
  let browser: Browser
  let basis = ''
  beforeAll(async () => {
    server = await startHeleServer({ log: () => undefined })
    const pki = await maakProefpki(new Date(), ['localhost'], [{ naam: 'een', oin: OIN }])
    const ctx = { actor: systeemactor('proef'), nu: momentVan(new Date()), kluis: undefined as unknown as Kluis }
    await registreerMachine(server.eigen.database, ctx, { naam: 'Voorbeeld SIS', oin: OIN, methode: 'private_key_jwt', jwks: JSON.parse(pki.clients[0]?.jwks ?? '') as unknown, vingerafdrukken: [] }, false)
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run'] })
  }, 90_000)
  afterAll(async () => {
    await browser.close()
    await server.weg()
  })

  async function keur(blad: Page, naam: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, []])
    expect([naam, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, true])
  }

  it.each([['veldhoorn-beheerder', 320], ['lindemeer-beheerder', 1280]])('M-01: %s geeft een mandaat en trekt het in op %i px', { timeout: 60_000 }, async (wie, width) => {
    const bezoek = await browser.newContext({ viewport: { width, height: 800 } })
    await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logIn(server.eigen.database, wie)).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    const blad = await bezoek.newPage()
    await blad.goto(`${basis}/beheer/mandaten`)
    await keur(blad, 'leeg')
    await blad.click('text=Geef een mandaat')
    await blad.click('text=Geef dit mandaat')
    await keur(blad, 'fout')
    await blad.getByLabel('Leverancier').selectOption(OIN)
    await blad.getByLabel(/zonder persoonsnummer/).check()
    await blad.click('text=Geef dit mandaat')
    expect(await blad.textContent('[role=status]')).toContain('Het mandaat is gegeven.')
    await keur(blad, 'gegeven')
    await blad.click('text=Trek het mandaat van Voorbeeld SIS in')
    expect(await blad.textContent('[role=status]')).toContain('Het mandaat is ingetrokken.')
    await bezoek.close()
  })
})
