/** De weg van de studentenadministratie door een echte browser: kiezen, verslag, leveren, antwoord per record, vergelijken. Met en zonder JavaScript. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namenUitDeWereld } from '../bladzijden/portaalwereld.ts'
import { CHROMIUM_OPTIES, chromiumPad, inCi } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { formulierbewijs, logIn } from '../inloggen.ts'
import { vrijePoort } from '../serverproces.ts'
import { nederlandseWoorden } from '../taal.ts'

const pad = chromiumPad()
const RO = readFileSync(new URL('../../docs/voorbeelden/RO_21MB_20250801_20270731.CSV', import.meta.url))
const NAAM = 'RO_21MB_20250801_20270731.CSV'
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
let server: HeleServer
let koekje = ''
let basis = ''
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
  koekje = await logIn(server.eigen.database, 'lindemeer-administratie')
  const poort = await vrijePoort()
  basis = `http://127.0.0.1:${poort}`
  await server.app.listen({ port: poort, host: '127.0.0.1' })
}, 180_000)
afterAll(() => server.weg())

test('er kan niets stil overgeslagen worden in CI', () => expect(!inCi() || pad !== undefined).toBe(true))

async function stuur(delen: readonly (readonly [naam: string, waarde: string | Buffer])[]): Promise<number> {
  const formulier = new FormData()
  for (const [naam, waarde] of delen) formulier.append(naam, typeof waarde === 'string' ? waarde : new Blob([new Uint8Array(waarde)]), ...(typeof waarde === 'string' ? [] : [NAAM]) as [])
  return (await fetch(`${basis}/controleren`, { method: 'POST', body: formulier, redirect: 'manual', headers: { cookie: koekje, origin: basis } })).status
}

test('S-04: een bestand zonder bewijs, met een verkeerd bewijs of met het bewijs erachter wordt niet bewaard', async () => {
  const bewijs = formulierbewijs(await (await fetch(`${basis}/controleren`, { headers: { cookie: koekje } })).text())
  const id = crypto.randomUUID()
  expect(bewijs).not.toBe('')
  expect(await stuur([['controleId', id], ['bestand', RO]])).toBe(403)
  expect(await stuur([['csrf', 'verzonnen'], ['controleId', id], ['bestand', RO]])).toBe(403)
  expect(await stuur([['controleId', id], ['bestand', RO], ['csrf', bewijs]])).toBe(403)
  expect((await server.eigen.database.pool.query('select 1 from controle')).rowCount).toBe(0)
  expect(await stuur([['csrf', bewijs], ['controleId', id], ['bestand', RO]])).toBe(303)
})

describe.skipIf(pad === undefined)('in de browser', () => {
  let browser: Browser
  beforeAll(async () => { browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES] }) })
  afterAll(() => browser.close())

  const open = async (javaScriptEnabled: boolean, { breedte = 1280, taal = 'nl' } = {}): Promise<BrowserContext> => {
    const bezoek = await browser.newContext({ javaScriptEnabled, viewport: { width: breedte, height: 900 }, bypassCSP: true })
    const [naam = '', waarde = ''] = koekje.split('=')
    await bezoek.addCookies([{ name: naam, value: waarde, url: basis }, { name: 'taal', value: taal, url: basis }])
    return bezoek
  }

  async function kies(blad: Page, adres: string, knop: string, inhoud: Buffer = RO): Promise<void> {
    await blad.goto(`${basis}${adres}`)
    await blad.setInputFiles('#bestand', { name: NAAM, mimeType: 'text/csv', buffer: inhoud })
    await blad.getByRole('button', { name: knop }).click()
    for (let i = 0; i < 40 && (await blad.locator('h1').textContent())?.includes('wordt'); i++) {
      await blad.waitForTimeout(250)
      await blad.reload()
    }
  }

  test('S-73, S-74, 3.3.7: zonder JavaScript controleren, leveren en het antwoord per record lezen', async () => {
    const bezoek = await open(false)
    const blad = await bezoek.newPage()
    await kies(blad, '/controleren', 'Controleer dit bestand')
    expect(await blad.locator('h1').textContent()).toBe('Niet klaar om te leveren: 1 fout')
    expect(await blad.content()).not.toMatch(/9999\d{5}/)
    await blad.getByRole('button', { name: 'Lever zonder de fout' }).click()
    expect(new URL(blad.url()).pathname).toMatch(/^\/leveringen\/[0-9a-f-]{36}$/)
    for (let i = 0; i < 80 && !(await blad.locator('h1').textContent())?.startsWith('Geleverd'); i++) {
      await blad.waitForTimeout(250)
      await blad.reload()
    }
    expect(await blad.locator('#antwoorden').textContent()).toBe('Antwoord per record')
    await bezoek.close()
  }, 120_000)

  test('S-74: zonder bestand staat de fout bij het veld en begint de titel met Fout', async () => {
    const bezoek = await open(false)
    const blad = await bezoek.newPage()
    await blad.goto(`${basis}/controleren`)
    await blad.getByRole('button', { name: 'Controleer dit bestand' }).click()
    expect(await blad.title()).toMatch(/^Fout:/)
    expect(await blad.getByRole('alert').locator('a').getAttribute('href')).toBe('#bestand')
    await bezoek.close()
  })

  test('S-70, S-76: elke bladzijde zonder bevinding van axe, op 320 px niet opzij, in het Engels zonder Nederlands', async () => {
    const maak = await open(true)
    const eerste = await maak.newPage()
    await kies(eerste, '/controleren', 'Controleer dit bestand')
    const verslag = new URL(eerste.url()).pathname
    await kies(eerste, '/vergelijken', 'Vergelijk dit bestand', Buffer.from(RO.toString('utf8').replaceAll('|BBL|', '|BOL|')))
    const verschil = new URL(eerste.url()).pathname
    const groep = await eerste.locator('.verschilregel a').first().getAttribute('href') ?? ''
    await maak.close()
    const bezoek = await open(true, { breedte: 320 })
    const engels = await open(false, { taal: 'en' })
    const [blad, en] = [await bezoek.newPage(), await engels.newPage()]
    const gevonden: string[] = []
    for (const adres of ['/controleren', verslag, '/vergelijken', verschil, groep, '/leveringen']) {
      await blad.goto(basis + adres)
      const { violations } = await new AxeBuilder({ page: blad }).withTags(WCAG).analyze()
      const opzij = await blad.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      await en.goto(basis + adres)
      const woorden = nederlandseWoorden(await en.content(), [...namenUitDeWereld(), NAAM])
      gevonden.push(...violations.map(({ id, nodes }) => `${adres}: ${id} ${nodes[0]?.html.slice(0, 120)}`), ...(opzij === 0 ? [] : [`${adres}: ${String(opzij)} px opzij`]), ...(woorden.length === 0 ? [] : [`${adres}: ${woorden.join(' ')}`]))
    }
    expect(gevonden).toEqual([])
    await Promise.all([bezoek.close(), engels.close()])
  }, 180_000)
})
