/** Inloggen in een echte browser: elke bladzijde is toegankelijk en past op een telefoon, en wat de browser van koekjes en formulieren vindt klopt met wat wij denken. */
import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { geweigerd, gelukt } from '../../src/kern/uitkomst.ts'
import type { EhIdentiteit, Inlogweigering } from '../../src/toegang/index.ts'
import { identiteit, maakNepaansluiting } from '../../src/toegang/inloggen/fixtures/nepaansluiting.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { bouwPortaal, richtSchoolIn } from '../portaal-proef.ts'
import { vrijePoort } from '../serverproces.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

describe.skipIf(pad === undefined)('inloggen in de browser', () => {
  const aansluiting = maakNepaansluiting()
  let eigen: EigenDatabase
  let app: FastifyInstance
  let browser: Browser
  let basis = ''

  beforeAll(async () => {
    eigen = await maakEigenDatabase()
    await richtSchoolIn(eigen.database)
    const poort = await vrijePoort()
    basis = `http://127.0.0.1:${poort}`
    app = bouwPortaal({ database: eigen.database, aansluiting, basisUrl: basis })
    await app.listen({ port: poort, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
    await eigen.weg()
  })

  /** Begint bij ons en komt terug met dit antwoord, zonder de makelaar te bezoeken. */
  async function logIn(blad: Page, antwoord: { readonly ok: true, readonly waarde: EhIdentiteit } | { readonly ok: false, readonly reden: Inlogweigering }): Promise<void> {
    const naam = `antwoord ${Math.random()}`
    aansluiting.zeg(naam, antwoord)
    const start = await blad.request.get(`${basis}/inloggen/start`, { maxRedirects: 0 })
    const state = new URL(start.headers()['location'] ?? '').searchParams.get('state') ?? ''
    await blad.goto(`${basis}/inloggen/terug?${new URLSearchParams({ state, antwoord: naam }).toString()}`)
  }

  it.each([['1280 px', 1280], ['320 px', 320]])('A-15: axe vindt niets op %s, en niets schuift opzij', async (_naam, width) => {
    const bezoek = await browser.newContext({ viewport: { width, height: 800 } })
    const blad = await bezoek.newPage()
    const toets = async (naam: string): Promise<void> => {
      expect(await blad.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${naam} schuift niet opzij`).toBe(0)
      const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${naam}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
    }
    for (const adres of ['/inloggen', '/inloggen?reden=verlopen', '/inloggen?reden=uitgelogd', '/inloggen/terug?state=x']) {
      await blad.goto(basis + adres)
      await toets(adres)
    }
    await logIn(blad, geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: 'EH2', code: 'X' }))
    expect(await blad.getByRole('heading', { level: 1 }).textContent()).toBe('Het niveau van uw inlogmiddel is te laag')
    await toets('niveau te laag')
    await logIn(blad, gelukt(identiteit(new Date())))
    expect(blad.url()).toBe(`${basis}/geen-rol`)
    await toets('geen rol')
    await logIn(await (await browser.newContext()).newPage(), gelukt(identiteit(new Date())))
    await blad.goto(`${basis}/sessies`)
    await toets('waar u bent ingelogd')
    await blad.goto(`${basis}/inloggen?reden=opnieuw&terug=/regels`)
    await toets('opnieuw inloggen')
    await bezoek.close()
  }, 120_000)

  it('sessie S-01, sessie S-04: het koekje is niet te lezen voor een script; uitloggen met de knop wist alles', async () => {
    const bezoek = await browser.newContext()
    const blad = await bezoek.newPage()
    await logIn(blad, gelukt(identiteit(new Date())))
    expect((await bezoek.cookies()).map(({ name, httpOnly, sameSite, expires }) => ({ name, httpOnly, sameSite, expires }))).toEqual([{ name: 'leerroute-sessie', httpOnly: true, sameSite: 'Lax', expires: -1 }])
    expect(await blad.evaluate('document.cookie')).toBe('')
    await blad.getByRole('button', { name: 'Uitloggen' }).click()
    await blad.waitForURL(`${basis}/inloggen?reden=uitgelogd`)
    expect(await bezoek.cookies()).toEqual([])
    await blad.goBack()
    expect(await blad.getByRole('button', { name: 'Uitloggen' }).count(), 'ook met de knop Terug is er niets te zien').toBe(0)
    await bezoek.close()
  })

  it('sessie S-04: een formulier van een andere site verandert niets, ook al gaat het koekje van dezelfde computer mee', async () => {
    const bezoek = await browser.newContext()
    const blad = await bezoek.newPage()
    await logIn(blad, gelukt(identiteit(new Date())))
    // Een andere poort is voor een browser dezelfde site, dus SameSite houdt dit niet tegen; Origin wel.
    await bezoek.route('http://127.0.0.1:9/', (route) => route.fulfill({ contentType: 'text/html', body: `<form method="post" action="${basis}/uitloggen"><button>ga</button></form>` }))
    await blad.goto('http://127.0.0.1:9/')
    await blad.getByRole('button', { name: 'ga' }).click()
    await blad.waitForURL(`${basis}/uitloggen`)
    expect(await blad.getByRole('heading', { level: 1 }).textContent()).toBe('Dit formulier is verlopen')
    await blad.goto(`${basis}/geen-rol`)
    expect(await blad.getByRole('heading', { level: 1 }).textContent()).toBe('U hebt nog geen rol')
    await bezoek.close()
  })
})
