/**
 * Elke soort bladzijde in een echte browser: axe en HTML_CodeSniffer vinden niets, en op een telefoon schuift niets opzij. De Nu-checker
 * leest de HTML zelf; die vraagt Java.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_OPTIES, chromiumPad, inCi } from '../chromium.ts'
import { vrijePoort } from '../serverproces.ts'
import { type Portaalwereld, startPortaalwereld } from './portaalwereld.ts'
import { type Bladzijde, haalUit, loopRond, vormVan } from './rondgang.ts'

const pad = chromiumPad()
const heeftJava = spawnSync('java', ['-version']).status === 0
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')
if (!heeftJava) console.warn('OVERGESLAGEN: geen Java gevonden; de Nu-checker draait niet')

const vanHier = createRequire(import.meta.url)
const CODESNIFFER = readFileSync(vanHier.resolve('html_codesniffer/build/HTMLCS.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let wereld: Portaalwereld
let bladzijden: readonly (Bladzijde & { readonly koekje: string })[] = []

beforeAll(async () => {
  wereld = await startPortaalwereld()
  const perVorm = new Map<string, Bladzijde & { readonly koekje: string }>()
  for (const bezoeker of wereld.bezoekers) {
    for (const bladzijde of await loopRond(haalUit(wereld.server.app), bezoeker)) {
      const vorm = `${vormVan(bladzijde.pad)} ${bezoeker.wie === 'niemand' ? 'buiten' : 'binnen'}`
      if (!perVorm.has(vorm)) perVorm.set(vorm, { ...bladzijde, koekje: bezoeker.koekje })
    }
  }
  bladzijden = [...perVorm.values()]
}, 180_000)
afterAll(() => wereld.weg())

test('er kan niets stil overgeslagen worden in CI', () => expect(!inCi() || (pad !== undefined && heeftJava)).toBe(true))

test.skipIf(!heeftJava)('S-71: de Nu-checker vindt geen fout in de HTML van enige bladzijde', () => {
  const map = mkdtempSync(join(tmpdir(), 'leerroute-nu-'))
  try {
    const waar = new Map(bladzijden.map(({ wie, pad: adres, html }, i) => {
      writeFileSync(join(map, `${i}.html`), html)
      return [`${i}.html`, `${wie} ${adres}`]
    }))
    const uitvoer = execNu(map)
    expect(uitvoer.map(({ url, message, extract }) => `${waar.get(url.split('/').at(-1) ?? '')}: ${message} ${extract ?? ''}`)).toEqual([])
  } finally {
    rmSync(map, { recursive: true })
  }
}, 120_000)

describe.skipIf(pad === undefined)('in de browser', () => {
  let browser: Browser
  let basis = ''
  beforeAll(async () => {
    const poort = await vrijePoort()
    basis = `http://127.0.0.1:${poort}`
    await wereld.server.app.listen({ port: poort, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES] })
  }, 60_000)
  afterAll(() => browser.close())

  const bijElke = async (breedte: number, kijk: (blad: Page, waar: string) => Promise<readonly string[]>): Promise<readonly string[]> => {
    const gevonden: string[] = []
    const perKoekje = Map.groupBy(bladzijden, ({ koekje }) => koekje)
    for (const [koekje, groep] of perKoekje) {
      const bezoek = await browser.newContext({ viewport: { width: breedte, height: 900 }, bypassCSP: true, ...(koekje === '' ? {} : { extraHTTPHeaders: { cookie: koekje } }) })
      const blad = await bezoek.newPage()
      for (const { wie, pad: adres } of groep) {
        await blad.goto(basis + adres)
        gevonden.push(...(await kijk(blad, `${wie} ${adres}`)))
      }
      await bezoek.close()
    }
    return gevonden
  }

  test('S-70, S-71: axe en HTML_CodeSniffer vinden niets', async () => {
    expect(await bijElke(1280, async (blad, waar) => {
      const { violations } = await new AxeBuilder({ page: blad }).withTags(WCAG).analyze()
      await blad.addScriptTag({ content: CODESNIFFER })
      const fouten = await blad.evaluate(SNUFFEL)
      return [...violations.map(({ id, nodes }) => `${waar}: axe ${id} ${nodes[0]?.html.slice(0, 160)}`), ...(fouten as readonly string[]).map((fout) => `${waar}: ${fout}`)]
    })).toEqual([])
  }, 300_000)

  test('S-71: HTML_CodeSniffer ziet het als een plaatje geen tekst heeft', async () => {
    const blad = await browser.newPage()
    await blad.setContent('<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body><img src="data:,"></body></html>')
    await blad.addScriptTag({ content: CODESNIFFER })
    expect(await blad.evaluate(SNUFFEL)).toContainEqual(expect.stringContaining('H37'))
    await blad.close()
  })

  test('S-72: voor het einde van de sessie komt een waarschuwing; wie blijft, verlengt haar zonder iets kwijt te raken', async () => {
    const koekje = wereld.bezoekers.find(({ wie }) => wie === 'mbo')?.koekje ?? ''
    const bezoek = await browser.newContext({ extraHTTPHeaders: { cookie: koekje } })
    const blad = await bezoek.newPage()
    // De klok van de bladzijde staat op een seconde; de rest is de echte server.
    await blad.route('**/overzicht', async (route) => {
      const antwoord = await route.fetch()
      await route.fulfill({ response: antwoord, body: (await antwoord.text()).replace('data-sessie="780"', 'data-sessie="1"') })
    })
    await blad.goto(`${basis}/overzicht`)
    await blad.getByLabel('Zoek een student').fill('half getypt')
    const balk = blad.locator('[data-sessie]')
    await balk.waitFor({ state: 'visible' })
    const verlengd = blad.waitForResponse((antwoord) => antwoord.url().endsWith('/sessies') && antwoord.ok())
    await blad.getByRole('button', { name: 'Blijf ingelogd' }).click()
    await verlengd
    await balk.waitFor({ state: 'hidden' })
    expect(await blad.getByLabel('Zoek een student').inputValue()).toBe('half getypt')
    await bezoek.close()
  }, 60_000)

  test('S-70: op 320 px (1280 px op 400 %) schuift niets opzij', async () => {
    expect(await bijElke(320, async (blad, waar) => {
      const opzij = await blad.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      return opzij === 0 ? [] : [`${waar}: schuift ${String(opzij)} px opzij`]
    })).toEqual([])
  }, 300_000)
})

/** Alleen fouten; HTML_CodeSniffer zegt bij waarschuwingen en opmerkingen dat een mens moet kijken. */
const SNUFFEL = `new Promise((klaar) => HTMLCS.process('WCAG2AA', document, () => klaar(
  HTMLCS.getMessages().filter((m) => m.type === HTMLCS.ERROR).map((m) => m.code + ' ' + m.msg + ' ' + m.element.outerHTML.slice(0, 160)))))`

interface Numelding {
  readonly url: string
  readonly message: string
  readonly extract?: string
}

function execNu(map: string): readonly Numelding[] {
  const jar = join(vanHier.resolve('vnu-jar/package.json'), '..', 'build', 'dist', 'vnu.jar')
  const uit = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', '--exit-zero-always', map], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 })
  return (JSON.parse(uit.stderr === '' ? uit.stdout : uit.stderr) as { readonly messages: readonly Numelding[] }).messages
}
