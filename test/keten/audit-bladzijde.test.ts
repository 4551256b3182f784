/** De audit in een echte browser, zonder JavaScript: de auditor en de securitydesk van DUO, toegankelijk, ook op 320 px, met lege, foute en volle stand. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransactie, schrijfAudit } from '../../src/database/index.ts'
import { momentVan } from '../../src/kern/datum.ts'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { contextVan, systeemactor } from '../../src/toegang/index.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { logAccountIn } from '../inloggen.ts'

const pad = chromiumPad()
if (pad === undefined) console.warn('OVERGESLAGEN: geen Chromium gevonden; zet CHROMIUM_PATH om de browsertests te draaien')

let server: HeleServer
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
}, 60_000)
afterAll(() => server.weg())

const haal = async (medewerker: string, url: string) => server.app.inject({ url, headers: { host: '127.0.0.1', cookie: await logAccountIn(server.eigen.database, accountIdVan(medewerker)) } })

it.each(['duo-auditor', 'duo-securitydesk'])('Z-01: %s begint na het inloggen bij de audit, en ziet geen enkele student', async (medewerker) => {
  expect((await haal(medewerker, '/')).headers.location).toBe('/audit')
  const audit = await haal(medewerker, '/audit')
  expect(audit.statusCode).toBe(200)
  const { rows } = await server.eigen.database.pool.query<{ naam: string }>('select distinct naam from deelnemer_gegevens where naam is not null')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.map(({ naam }) => naam).filter((naam) => audit.body.includes(naam))).toEqual([])
  expect((await haal(medewerker, '/studenten')).statusCode).toBe(404)
})

it.each(['duo-behandelaar', 'lindemeer-beheerder', 'lindemeer-administratie'])('Z-01: %s krijgt de audit niet, ook niet als bestand', async (medewerker) => {
  for (const url of ['/audit', '/audit.csv']) expect((await haal(medewerker, url)).statusCode).toBe(404)
})

it('P-05: het bestand heeft de regels van de keuze, en dat ophalen staat zelf in de audit', async () => {
  const bestand = await haal('duo-auditor', `/audit.csv?actor=${accountIdVan('duo-securitydesk')}&handeling=leesAudit`)
  expect(bestand.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(bestand.headers['content-disposition']).toMatch(/audit-\d{4}-\d\d-\d\d\.csv/)
  expect(bestand.body.split('\r\n').filter((regel) => regel.includes('Las de audit')).length).toBeGreaterThan(0)
  const { rows } = await server.eigen.database.pool.query<{ gegevens: unknown }>(`select gegevens from audit_regel where handeling = 'exporteerAudit'`)
  expect(rows).toEqual([{ gegevens: { filter: ['handeling', 'actor'], regels: expect.any(Number) } }])
  expect((await haal('duo-auditor', '/audit.csv?van=31-4-2026')).statusCode).toBe(400)
})

it('P-01: een persoonsnummer in een zoekveld is een fout, en komt niet terug op de bladzijde en niet in de audit', async () => {
  const uit = await haal('duo-auditor', '/audit?deelnemer=999901503&actor=999901503&school=999901503')
  expect(uit.statusCode).toBe(400)
  expect(uit.body).not.toContain('999901503')
  expect((await server.eigen.database.pool.query(`select from audit_regel where gegevens::text || object_sleutel like '%999901503%'`)).rowCount).toBe(0)
})

describe.skipIf(pad === undefined)('in de browser', () => {
  let browser: Browser
  let basis: string
  beforeAll(async () => {
    await inTransactie(server.eigen.database, contextVan(systeemactor('opdrachtregel')), async (trx) => {
      for (let i = 0; i < 60; i += 1) await schrijfAudit(trx, { op: momentVan(Date.UTC(2026, 0, 5, 9, i)), actor: 'opdrachtregel', handeling: 'registreerOrganisatie', brin: '21MB', deelnemerId: null, object: ['organisatie', `21MB-${i}`] })
    })
    basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  }, 60_000)
  afterAll(() => browser.close())

  const beelden = process.env['LEERROUTE_SCHERMBEELDEN']
  async function keur(blad: Page, naam: string, breedte: number, zwaar = true): Promise<void> {
    if (beelden !== undefined) await blad.screenshot({ path: `${beelden}/${naam}-${breedte}.png`, fullPage: true })
    expect([naam, breedte, await blad.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')]).toEqual([naam, breedte, true])
    if (!zwaar) return
    const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect([naam, breedte, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' ')}`)]).toEqual([naam, breedte, []])
  }

  async function bezoekAls(breedte: number, medewerker: string): Promise<{ bezoek: BrowserContext, blad: Page }> {
    const bezoek = await browser.newContext({ viewport: { width: breedte, height: 800 } })
    await bezoek.route('**/*.js', (route) => route.abort())
    const [name = '', value = ''] = (await logAccountIn(server.eigen.database, accountIdVan(medewerker))).split('=')
    await bezoek.addCookies([{ name, value, url: basis, httpOnly: true, sameSite: 'Lax' }])
    return { bezoek, blad: await bezoek.newPage() }
  }

  it.each([1280, 320])('P-05: de auditor zoekt, bladert, ziet een lege keuze en een fout op %i px', async (breedte) => {
    const { bezoek, blad } = await bezoekAls(breedte, 'duo-auditor')
    await blad.goto(`${basis}/audit`)
    expect(await blad.innerText('section[aria-labelledby=keten]')).toContain('minder dan een minuut geleden')
    await keur(blad, 'audit', breedte, false)
    await blad.selectOption('#handeling', 'registreerOrganisatie')
    await blad.fill('#van', '5-1-2026')
    await blad.fill('#totEnMet', '5 jan 2026')
    await blad.click('button:text-is("Zoek")')
    expect(await blad.locator('.audittabel tbody tr').count()).toBe(50)
    expect(await blad.innerText('.audittabel tbody tr >> nth=0')).toContain('5-1-2026 om 10:59:00')
    await keur(blad, 'audit-gezocht', breedte, false)
    await blad.click('text=Oudere regels')
    expect(await blad.locator('.audittabel tbody tr').count()).toBe(10)
    expect(await blad.inputValue('#van')).toBe('5-1-2026')
    await keur(blad, 'audit-oudere', breedte)
    await blad.click('text=Nieuwere regels')
    expect(await blad.locator('.audittabel tbody tr').count()).toBe(50)
    await blad.fill('#school', '99ZZ')
    await blad.click('button:text-is("Zoek")')
    expect(await blad.innerText('.kader-rustig')).toContain('Geen regel bij deze keuze')
    await keur(blad, 'audit-leeg', breedte, false)
    await blad.goto(`${basis}/audit?school=99ZZ`)
    expect(await blad.innerText('.kader-rustig')).toContain('Gezocht vanaf')
    await keur(blad, 'audit-31-dagen', breedte)
    await blad.click('text=Zoek in alles')
    expect([await blad.inputValue('#periode'), await blad.inputValue('#school')]).toEqual(['alles', '99ZZ'])
    await blad.selectOption('#handeling', 'registreerOrganisatie')
    await blad.fill('#van', '31-4-2026')
    await blad.click('button:text-is("Zoek")')
    expect([await blad.inputValue('#van'), await blad.inputValue('#school'), await blad.inputValue('#handeling')]).toEqual(['31-4-2026', '99ZZ', 'registreerOrganisatie'])
    expect(await blad.title()).toContain('Fout:')
    expect(await blad.innerText('#fouten')).toContain('De eerste dag bestaat niet.')
    await keur(blad, 'audit-fout', breedte)
    await bezoek.close()
  }, 180_000)

  it('P-01: de browser verstuurt een persoonsnummer niet: het komt nooit in het adres', async () => {
    const { bezoek, blad } = await bezoekAls(1280, 'duo-securitydesk')
    await blad.goto(`${basis}/audit`)
    for (const veld of ['deelnemer', 'actor', 'trace', 'school']) {
      await blad.fill(`#${veld}`, '9999.01.503')
      await blad.click('button:text-is("Zoek")')
      expect(blad.url()).toBe(`${basis}/audit`)
      await blad.fill(`#${veld}`, '')
    }
    await bezoek.close()
  }, 60_000)
})
