/** S-78: Lighthouse op elke soort bladzijde, voor iedere rol, tegen de echte server. Schrijft de uitslag ook als tabel. */
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import lighthouse from 'lighthouse'
import { type Browser, chromium } from 'playwright-core'
import { startIngebedPostgres } from '../../src/database/index.ts'
import { type Bladzijde, type Haler, loopRond, vormVan } from '../../test/bladzijden/rondgang.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../../test/chromium.ts'
import { startServer, vrijePoort } from '../../test/serverproces.ts'
import type { Interopproef, Proefloop } from '../toegang/proef.ts'

const NAAM = 'Lighthouse'
const GRENS = { accessibility: 1, 'best-practices': 1, performance: 0.95 } as const
const ROLLEN = ['Fatima Boukari', 'Wouter Ligthart', 'Joke Rademaker', 'Ingrid Soeterbroek', 'Milan de Graaf'] as const

interface TeMeten extends Bladzijde {
  readonly koekje: string
}

export const proef: Interopproef = {
  naam: NAAM,
  draai: async (loop) => {
    const pad = chromiumPad()
    if (pad === undefined) return loop.slaOver(NAAM, 'geen Chromium gevonden; zet CHROMIUM_PATH')
    const postgres = await startIngebedPostgres({ dataMap: tmpdir(), tijdelijk: true })
    const server = await startServer(postgres.url)
    const poort = await vrijePoort()
    const browser = await chromium.launch({ executablePath: pad, args: [...CHROMIUM_OPTIES, `--remote-debugging-port=${poort}`] })
    try {
      for (const bladzijde of await zoekBladzijden(browser, server.adres)) await meet(loop, server.adres, poort, bladzijde)
    } finally {
      await browser.close()
      await server.stop()
      await postgres.stop()
    }
  },
}

/** Elke soort bladzijde een keer, bij de eerste rol die haar ziet. */
async function zoekBladzijden(browser: Browser, adres: string): Promise<readonly TeMeten[]> {
  const perVorm = new Map<string, TeMeten>()
  const haal: Haler = async (pad, koekje) => {
    const antwoord = await fetch(adres + pad, { redirect: 'manual', headers: koekje === '' ? {} : { cookie: koekje } })
    const naar = antwoord.headers.get('location')
    return { status: antwoord.status, naar: naar === null ? null : naar.replace(adres, ''), isHtml: (antwoord.headers.get('content-type') ?? '').startsWith('text/html'), html: await antwoord.text() }
  }
  const bezoekers = [{ wie: 'niemand', koekje: '' }]
  for (const naam of ROLLEN) bezoekers.push({ wie: naam, koekje: await logIn(browser, adres, naam) })
  for (const bezoeker of bezoekers) {
    for (const bladzijde of await loopRond(haal, bezoeker)) {
      const vorm = vormVan(bladzijde.pad).split('?')[0] ?? ''
      if (!perVorm.has(vorm)) perVorm.set(vorm, { ...bladzijde, koekje: bezoeker.koekje })
    }
  }
  return [...perVorm.values()]
}

/** Langs de proefmakelaar, zoals een medewerker. */
async function logIn(browser: Browser, adres: string, naam: string): Promise<string> {
  const bezoek = await browser.newContext()
  const blad = await bezoek.newPage()
  await blad.goto(`${adres}/inloggen`)
  await blad.getByText('Log in met eHerkenning').first().click()
  await blad.getByRole('button', { name: naam }).first().click()
  await blad.waitForURL(`${adres}/**`)
  const koekje = (await bezoek.cookies(adres)).map(({ name, value }) => `${name}=${value}`).join('; ')
  await bezoek.close()
  return koekje
}

async function meet(loop: Proefloop, adres: string, port: number, { wie, pad, koekje }: TeMeten): Promise<void> {
  await loop.slaagt(`${pad} als ${wie}`, async () => {
    const uitslag = await lighthouse(adres + pad, {
      port, logLevel: 'silent', output: 'json', formFactor: 'desktop', onlyCategories: Object.keys(GRENS),
      screenEmulation: { mobile: false, width: 1280, height: 900, deviceScaleFactor: 1, disabled: false }, throttlingMethod: 'provided',
      ...(koekje === '' ? {} : { extraHeaders: { Cookie: koekje } }),
    })
    assert.ok(uitslag !== undefined, 'Lighthouse gaf geen uitslag')
    const { categories, audits, runtimeError } = uitslag.lhr
    assert.equal(runtimeError, undefined, runtimeError?.message)
    for (const [naam, grens] of Object.entries(GRENS)) {
      const score = categories[naam]?.score
      const stuk = Object.values(audits).flatMap(({ id, errorMessage }) => (errorMessage === undefined ? [] : [`${id}: ${errorMessage}`]))
      assert.ok(typeof score === 'number', `${naam} kon niet gemeten worden: ${stuk.join('; ')}`)
      const waarom = categories[naam]?.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1).map(({ id }) => id) ?? []
      assert.ok(score >= grens, `${naam} ${score}: ${waarom.join(', ')}`)
    }
  })
}
