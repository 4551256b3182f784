/** Signalen en de overgang van fase in een echte browser, met en zonder JavaScript: het werk van een administratie, ook op 320 px en in het Engels. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { formulierbewijs, logAccountIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

let server: HeleServer
beforeAll(async () => { server = await startHeleServer({ log: () => undefined }) }, 120_000)
afterAll(() => server.weg())

const koekjeVan = (medewerker: string): Promise<string> => logAccountIn(server.eigen.database, accountIdVan(medewerker))
const haal = (cookie: string, url: string) => server.app.inject({ url, headers: { host: '127.0.0.1', cookie } })
async function stuur(cookie: string, url: string, velden: readonly (readonly [string, string])[]) {
  const csrf = formulierbewijs((await haal(cookie, '/signalen')).body)
  return server.app.inject({ method: 'POST', url, headers: { host: '127.0.0.1', cookie, origin: 'http://127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams([['csrf', csrf], ...velden.map(([a, b]) => [a, b])]).toString() })
}

it('S-85: het bestand met signalen is veilig, met ISO-dagen en zonder persoonsnummer', async () => {
  const koekje = await koekjeVan('lindemeer-administratie')
  await server.eigen.database.pool.query(`update deelnemer_gegevens set naam = '=' || naam where naam = 'Mila Hoekstra'`)
  const { headers, body, statusCode } = await haal(koekje, '/signalen.csv?niveau=fout')
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  const regels = body.trim().split('\r\n')
  expect(regels.length).toBeGreaterThan(5)
  expect(regels.filter((regel) => /^=|;=/.test(regel))).toEqual([])
  expect(body).toContain(`"'=Mila Hoekstra"`)
  expect(regels[1]).toMatch(/;\d{4}-\d\d-\d\d;/)
  expect(body).not.toMatch(/(?<!\d)9999\d{5}(?!\d)/)
  await server.eigen.database.pool.query(`update deelnemer_gegevens set naam = 'Mila Hoekstra' where naam = '=Mila Hoekstra'`)
})

it('Z-02: een signaal van een andere school is er niet, en een onzinnige keuze is een fout', async () => {
  const koekje = await koekjeVan('wetering-administratie')
  const { rows } = await server.eigen.database.pool.query<{ id: string }>(`select signaal_id as id from signaal where brin = '21MB' limit 1`)
  expect((await haal(koekje, `/signalen/${rows[0]?.id ?? ''}`)).statusCode).toBe(404)
  for (const vraag of ['code=X', 'niveau=erg', 'staat=dicht', 'school=1', 'student=Mila', 'na=morgen', 'van=Joris']) expect([vraag, (await haal(koekje, `/signalen?${vraag}`)).statusCode]).toEqual([vraag, 400])
  expect((await stuur(koekje, '/signalen/doe', [['keuze', ''], ['doe', 'gezien'], ['signaal', `${rows[0]?.id ?? ''}.x`]])).headers.location).toBe('/signalen?nietGevonden=1')
})

it('S-74: zonder gekozen signaal of collega staat er wat u moet doen, en blijft staan wat u typte', async () => {
  const koekje = await koekjeVan('lindemeer-administratie')
  const leeg = await stuur(koekje, '/signalen/doe', [['keuze', ''], ['doe', 'verklaren'], ['verklaring', 'Besproken met Veldhoorn.']])
  expect(leeg.statusCode).toBe(400)
  for (const tekst of ['<title>Fout: ', 'Er is geen signaal gekozen.', 'Besproken met Veldhoorn.']) expect(leeg.body).toContain(tekst)
})

describe.skipIf(pad === undefined)('in de browser', () => {
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  }, 60_000)
  afterAll(() => browser.close())

  const beelden = process.env['LEERROUTE_SCHERMBEELDEN']
  async function keur(blad: Page, naam: string, zwaar = true): Promise<void> {
    for (const breedte of [320, 1280]) {
      await blad.setViewportSize({ width: breedte, height: 800 })
      if (beelden !== undefined) await blad.screenshot({ path: `${beelden}/${naam}-${breedte}.png`, fullPage: true })
      expect([naam, breedte, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, breedte, true])
    }
    if (!zwaar) return
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' ')}`)]).toEqual([naam, []])
  }

  async function bezoekAls(medewerker: string, metScript: boolean): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    // Geen enkel script komt aan; zo kan axe wel op de bladzijde kijken.
    if (!metScript) await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await koekjeVan(medewerker)).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    bezoek.setDefaultTimeout(20_000)
    return { bezoek, blad: await bezoek.newPage() }
  }

  it('P3, ADR 0021: van de lijst naar een signaal, samen op gezien, geven, verklaren, en zoeken op naam zonder naam in het adres', async () => {
    const { bezoek, blad } = await bezoekAls('lindemeer-administratie', false)
    await blad.goto(`${basis}/signalen`)
    await keur(blad, 'signalen', false)
    await blad.check('.werktabel tbody tr >> nth=0 >> input')
    await blad.check('.werktabel tbody tr >> nth=3 >> input')
    await blad.click('button:text-is("Zet op gezien")')
    expect(await blad.innerText('.gelukt')).toContain('2 signalen bijgewerkt.')
    await blad.reload()
    expect(await blad.locator('.werkstand:has-text("gezien")').count()).toBe(2)
    await blad.fill('#zoek', 'Mila')
    await blad.click('.zoekformulier button')
    expect(blad.url()).toMatch(/\?student=[0-9a-f-]{36}$/)
    await blad.click('.werktabel summary >> nth=0')
    await blad.click('text=Alles over dit signaal')
    expect(await blad.innerText('h1')).toContain('De fase verschilt')
    await blad.selectOption('#aan', { index: 1 })
    await blad.click('button:text-is("Geef")')
    await blad.fill('#verklaring', 'Veldhoorn levert morgen fase MBO.')
    await blad.click('button:text-is("Bewaar de uitleg")')
    expect(await blad.innerText('#geschiedenis ~ ol')).toContain('Veldhoorn levert morgen fase MBO.')
    expect(await blad.innerText('#geschiedenis ~ ol')).toContain('gaf het aan')
    await keur(blad, 'signaal')
    await blad.goto(`${basis}/signalen?staat=gesloten`)
    await keur(blad, 'signalen-gesloten', false)
    await bezoek.close()
  }, 180_000)

  it.each([['zonder', false, 'lindemeer-administratie', 'Yusuf Demir'], ['met', true, 'veldhoorn-administratie', 'Yusuf Demir']] as const)('P5, P11, S-75: %s JavaScript kiest iemand studenten, controleert, legt vast en krijgt een bewijs; de partner ziet wat zij nog moet', async (naam, js, wie, student) => {
    const { bezoek, blad } = await bezoekAls(wie, js)
    await blad.goto(`${basis}/faseovergang`)
    await keur(blad, `overgang-1-${naam}`, js)
    while ((await blad.locator('.werktabel tbody input:checked').count()) > 0) await blad.locator('.werktabel tbody input:checked').first().uncheck()
    await blad.click('text=Controleer de gekozen studenten')
    expect(await blad.title()).toMatch(/^Fout: /)
    await blad.check(`input[aria-label="Kies ${student}"]`)
    await blad.click('text=Controleer de gekozen studenten')
    expect(await blad.innerText('.wissel')).toContain('fase MBO vanaf 1 aug 2027')
    expect(await blad.innerText('.wissel')).toContain('Meldt het verzuim')
    await keur(blad, `overgang-2-${naam}`)
    const adres = blad.url()
    await blad.click('text=Leg de overgang vast voor 1 student')
    expect(blad.url()).toBe(adres)
    expect(await blad.innerText('.ontvangst')).toContain('De overgang is vastgelegd voor 1 student')
    expect(await blad.innerText('.werktabel tbody')).toContain(js ? 'niets' : 'fase MBO vastleggen of uitschrijven')
    await keur(blad, `overgang-3-${naam}`)
    const { rows } = await server.eigen.database.pool.query(`select count(*)::int as n from audit_regel where handeling = 'wijzigInschrijving' and actor = $1`, [accountIdVan(wie)])
    expect(rows).toEqual([{ n: 1 }])
    await bezoek.close()
  }, 180_000)
})
