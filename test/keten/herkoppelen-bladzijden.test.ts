/** Verder met een andere inlog van eHerkenning, in een echte browser: de makelaar stuurt terug, met en zonder JavaScript, ook op 320 px en in het Engels. */
import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { geweigerd, gelukt } from '../../src/kern/uitkomst.ts'
import type { Moment } from '../../src/kern/datum.ts'
import { identiteit, MAKELAAR_ADRES, maakNepaansluiting } from '../../src/toegang/inloggen/fixtures/nepaansluiting.ts'
import { maakAccount } from '../account-proef.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { bouwPortaal, maakProefkluis, richtSchoolIn } from '../portaal-proef.ts'
import { vrijePoort } from '../serverproces.ts'
import { nederlandseWoorden } from '../taal.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

describe.skipIf(pad === undefined)('verder met een andere inlog, in de browser', () => {
  const aansluiting = maakNepaansluiting()
  const kluis = maakProefkluis()
  let eigen: EigenDatabase
  let app: FastifyInstance
  let browser: Browser
  let basis = ''
  let bestuur = ''

  beforeAll(async () => {
    eigen = await maakEigenDatabase()
    await richtSchoolIn(eigen.database)
    bestuur = (await eigen.database.pool.query<{ id: string }>(`select organisatie_id as id from organisatie where naam = 'Stichting Proef'`)).rows[0]?.id ?? ''
    const poort = await vrijePoort()
    basis = `http://127.0.0.1:${poort}`
    app = bouwPortaal({ database: eigen.database, aansluiting, kluis, basisUrl: basis })
    await app.listen({ port: poort, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    await app.close()
    await eigen.weg()
  })

  interface Makelaar {
    /** Wie er bij de makelaar inlogt; null: iemand stopt. */
    wie: string | null
  }

  /** De makelaar: stuurt meteen terug met wie er nu inlogt. */
  async function open(javaScriptEnabled: boolean, width: number): Promise<{ bezoek: BrowserContext, blad: Page, makelaar: Makelaar }> {
    const bezoek = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
    const makelaar: Makelaar = { wie: null }
    await bezoek.route(`${MAKELAAR_ADRES}*`, async (route) => {
      const naam = `antwoord ${Math.random()}`
      aansluiting.zeg(naam, makelaar.wie === null ? geweigerd({ soort: 'GEANNULEERD', code: 'X' }) : gelukt(identiteit(new Date(), { acting: makelaar.wie })))
      const state = new URL(route.request().url()).searchParams.get('state') ?? ''
      const terug = `${basis}/inloggen/terug?${new URLSearchParams({ state, antwoord: naam }).toString()}`
      await route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="nl"><title>Makelaar</title><a href="${terug.replaceAll('&', '&amp;')}">terug</a></html>` })
    })
    return { bezoek, blad: await bezoek.newPage(), makelaar }
  }

  async function viaMakelaar(blad: Page, knop: string): Promise<void> {
    await blad.click(knop)
    await blad.click('text=terug')
  }

  async function maakOude(acting: string): Promise<string> {
    const op = '2026-01-01T00:00:00.000Z' as Moment
    const accountId = await maakAccount(eigen.database, { organisatieId: bestuur, naam: 'Noor de Wit', medewerkerId: await maakMedewerker(), rollen: [{ rol: 'raadplegen', brin: '31VA' }] }, bestuur, maakMedewerker, op)
    await eigen.database.pool.query(`update eh_account set acting_sleutel = $2, legal_waarde = '00000901' where account_id = $1`, [accountId, kluis.pseudoniemsleutel(acting)])
    return accountId
  }

  async function maakMedewerker(): Promise<string> {
    const { rows } = await eigen.database.pool.query<{ id: string }>(`insert into medewerker (medewerker_id, organisatie_id, naam, aangemaakt_op) values (gen_random_uuid(), $1, 'Noor de Wit', now()) returning medewerker_id as id`, [bestuur])
    return rows[0]?.id ?? ''
  }

  async function keur(blad: Page, naam: string, taal: 'nl' | 'en', metAxe: boolean): Promise<void> {
    const html = await blad.content()
    expect(await blad.getAttribute('html', 'lang')).toBe(taal)
    if (taal === 'en') expect([naam, nederlandseWoorden(html, ['Medewerker van Stichting Proef', 'Noor de Wit', 'Stichting Proef'])]).toEqual([naam, []])
    if (!metAxe) return
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect([naam, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: stuk }) => stuk).join(' ')}`)]).toEqual([naam, []])
    expect([naam, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, true])
  }

  it.each([['zonder JavaScript, Nederlands', false, 1280, 'nl'], ['met JavaScript, Engels, 320 px', true, 320, 'en']] as const)('T-23, S-02, S-70: van een nieuwe inlog zonder rol naar werken, %s', async (naam, metScript, breedte, taal) => {
    const [oud, nieuw] = [`oud ${naam}`, `nieuw ${naam}`]
    const oudeId = await maakOude(oud)
    const { bezoek, blad, makelaar } = await open(metScript, breedte)
    if (taal === 'en') await bezoek.addCookies([{ name: 'taal', value: 'en', url: basis }])
    const toets = (wat: string) => keur(blad, wat, taal, metScript)
    makelaar.wie = nieuw
    await blad.goto(`${basis}/inloggen`)
    await viaMakelaar(blad, 'main a.knoplink')
    expect(new URL(blad.url()).pathname).toBe('/geen-rol')
    const eerste = (await bezoek.cookies()).find(({ name }) => name.includes('sessie'))?.value
    await toets('geen-rol')
    await blad.click('a[href="/herkoppelen"]')
    await toets('intro')
    await blad.click('form[action="/herkoppelen/begin"] button')
    await toets('bewijs')
    // Wie bij de makelaar stopt, gaat terug naar waar hij was en is nog ingelogd.
    makelaar.wie = null
    await viaMakelaar(blad, 'main a.knoplink')
    await toets('gestopt bij de makelaar')
    await blad.click('main a.knoplink')
    expect(new URL(blad.url()).pathname).toBe('/herkoppelen/bewijs')
    makelaar.wie = oud
    await viaMakelaar(blad, 'main a.knoplink')
    expect(new URL(blad.url()).pathname).toBe('/herkoppelen/bevestig')
    expect((await bezoek.cookies()).find(({ name }) => name.includes('sessie'))?.value, 'het tweede bewijs vervangt de sessie niet').toBe(eerste)
    expect(await blad.locator('main').innerText()).toContain('Noor de Wit')
    await toets('bevestig')
    await blad.click('form[action="/herkoppelen/bevestig"] button')
    expect(new URL(blad.url()).pathname).toBe('/herkoppelen/klaar')
    expect((await bezoek.cookies()).find(({ name }) => name.includes('sessie'))?.value).not.toBe(eerste)
    await toets('klaar')
    expect((await eigen.database.pool.query('select toestand from account where account_id = $1', [oudeId])).rows).toEqual([{ toestand: 'BEEINDIGD' }])
    await blad.goto(`${basis}/herkoppelen`)
    await blad.click('form[action="/herkoppelen/begin"] button')
    expect(new URL(blad.url()).search, 'T-28').toBe('?al=ja')
    await bezoek.close()
  }, 120_000)

  it('T-23, A-01: twee keer dezelfde inlog, stoppen, en een adres zonder poging', async () => {
    const { bezoek, blad, makelaar } = await open(true, 320)
    makelaar.wie = 'alleen nieuw'
    await blad.goto(`${basis}/inloggen`)
    await viaMakelaar(blad, 'main a.knoplink')
    await blad.goto(`${basis}/inloggen/start?doel=herkoppelen`)
    expect(new URL(blad.url()).pathname, 'zonder poging gaat niemand naar de makelaar').toBe('/herkoppelen/bewijs')
    await keur(blad, 'niet begonnen', 'nl', true)
    await blad.goto(`${basis}/herkoppelen`)
    await blad.click('form[action="/herkoppelen/begin"] button')
    await viaMakelaar(blad, 'main a.knoplink')
    expect(await blad.title()).toMatch(/^Fout: U gebruikte twee keer dezelfde inlog/)
    await keur(blad, 'dezelfde', 'nl', true)
    await blad.goto(`${basis}/herkoppelen`)
    await blad.click('form[action="/herkoppelen/begin"] button')
    await blad.click('form[action="/herkoppelen/annuleer"] button')
    expect(blad.url()).toBe(`${basis}/herkoppelen?gestopt=ja`)
    await keur(blad, 'gestopt', 'nl', true)
    await bezoek.close()
  }, 120_000)
})
