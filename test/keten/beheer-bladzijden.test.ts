/** De bladzijden van de beheerder en van DUO in een echte browser, zonder JavaScript: toegankelijk, ook op 320 px, met lege, foute en gelukte stand. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logAccountIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

/** Wat buiten het scherm steekt als alles is opengeklapt; daarna is de bladzijde weer zoals zij was. */
const TE_BREED = `(() => {
  const dicht = [...document.querySelectorAll('details:not([open])')]
  for (const een of dicht) een.open = true
  const breed = document.documentElement.scrollWidth > document.documentElement.clientWidth
  const wie = breed ? [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((e) => e.outerHTML.slice(0, 120)) : []
  for (const een of dicht) een.open = false
  return wie
})()`

describe.skipIf(pad === undefined)('beheer in de browser', () => {
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

  const beelden = process.env['LEERROUTE_SCHERMBEELDEN']

  async function keur(blad: Page, naam: string, breedte: number, zwaar = true): Promise<void> {
    if (beelden !== undefined) await blad.screenshot({ path: `${beelden}/${naam}-${breedte}.png`, fullPage: true })
    if (!zwaar) return
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect([naam, breedte, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([naam, breedte, []])
    expect([naam, breedte, await blad.evaluate(TE_BREED)]).toEqual([naam, breedte, []])
  }

  async function bezoekAls(breedte: number, medewerker: string): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext({ viewport: { width: breedte, height: 800 } })
    // axe zelf heeft JavaScript nodig; de bladzijden gebruiken het nergens.
    await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logAccountIn(server.eigen.database, accountIdVan(medewerker))).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    return { bezoek, blad: await bezoek.newPage() }
  }

  it.each([1280, 320])('K-EH-02, K-EH-08, K-EH-09: de beheerder geeft een rol, ziet een fout en volgt de overstap op %i px', async (breedte) => {
    const { bezoek, blad } = await bezoekAls(breedte, 'lindemeer-beheerder')
    await blad.goto(`${basis}/beheer`)
    await keur(blad, 'beheer', breedte)
    await blad.goto(`${basis}/beheer/gebruikers`)
    await keur(blad, 'gebruikers', breedte)
    await blad.goto(`${basis}/beheer/gebruikers?zoek=bestaatniet`)
    await keur(blad, 'gebruikers-leeg', breedte, false)
    const wie = `${basis}/beheer/gebruikers/${accountIdVan('lindemeer-verzuim')}`
    await blad.goto(wie)
    await keur(blad, 'gebruiker', breedte, false)
    await blad.selectOption('#rol', 'raadplegen')
    await blad.fill('#totEnMet', 'ooit')
    await blad.click('text=Geef deze rol')
    expect(await blad.inputValue('#totEnMet')).toBe('ooit')
    expect(await blad.title()).toContain('Fout:')
    await keur(blad, 'gebruiker-fout', breedte, false)
    await blad.selectOption('#rol', breedte === 320 ? 'rio-beheer' : 'bsn-inzien')
    await blad.selectOption('#brin', '21MB')
    await blad.fill('#totEnMet', '31-7-2050')
    await blad.click('text=Geef deze rol')
    await keur(blad, 'gebruiker-gelukt', breedte)
    expect(await blad.innerText('[role=status]')).toContain('De rol is gegeven')
    await blad.goto(`${basis}/beheer/overstap`)
    await keur(blad, 'overstap', breedte, false)
    await blad.click('section#token summary >> nth=0')
    await blad.click('section#token details[open] button:has-text("Herinner")')
    expect(await blad.innerText('.mee')).toContain('Log met dat middel in')
    await keur(blad, 'overstap-herinner', breedte)
    await bezoek.close()
  }, 180_000)

  it.each([1280, 320])('T-18, K-EH-06: DUO ziet alle scholen, stelt datums in en een eerste beheerder aan op %i px', async (breedte) => {
    const { bezoek, blad } = await bezoekAls(breedte, 'duo-behandelaar')
    await blad.goto(`${basis}/duo/overstap`)
    await keur(blad, 'duo-overstap', breedte)
    await blad.goto(`${basis}/duo/overstap/21MB`)
    await keur(blad, 'duo-school', breedte, false)
    await blad.fill('#tokenTotEnMet', '1-1-2021')
    await blad.click('text=Zet deze datums')
    expect(await blad.title()).toContain('Fout:')
    await keur(blad, 'duo-school-fout', breedte)
    await blad.goto(`${basis}/duo/organisaties`)
    await keur(blad, 'duo-organisaties', breedte)
    const zonder = await organisatieZonderBeheerder()
    await blad.goto(`${basis}/duo/organisaties/${zonder}`)
    await keur(blad, 'duo-organisatie', breedte)
    await bezoek.close()
  }, 180_000)

  /** Een organisatie waar wel iemand inlogde, maar niemand beheerder is. */
  async function organisatieZonderBeheerder(): Promise<string> {
    const { rows } = await server.eigen.database.pool.query<{ id: string }>(`select a.organisatie_id as id from account a join organisatie o using (organisatie_id)
      where o.soort <> 'DUO' and a.middel = 'EHERKENNING' and not exists (select 1 from account_rol r join account b using (account_id) where b.organisatie_id = a.organisatie_id and r.rol = 'beheerder') limit 1`)
    const gevonden = rows[0]?.id
    if (gevonden === undefined) throw new Error('elke organisatie heeft een beheerder')
    return gevonden
  }
})
