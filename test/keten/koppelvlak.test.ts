/** Het koppelvlak van `npm start`: de documentatie in een echte browser, en de voorbeelden daarin tegen de verzonnen regio. */
import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { setTimeout as wacht } from 'node:timers/promises'
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datumInNederland, momentVan, plusDagen } from '../../src/kern/datum.ts'
import { leesKoppelvlak, type Operatie } from '../../src/portal/koppelvlak/document.ts'
import { maakKluis, maakKoppeling, systeemactor, trekKoppelingIn } from '../../src/toegang/index.ts'
import { CHROMIUM_OPTIES, chromiumPad } from '../chromium.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'

const storingen: string[] = []
let server: HeleServer
let basis: string

beforeAll(async () => {
  server = await startHeleServer({ log: (regel) => { if (regel.includes('"soort":"storing"')) storingen.push(regel) } })
  basis = await server.app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)
afterAll(() => server.weg())

describe('voorbeelden in het OpenAPI-document', () => {
  const IDENTITEITEN = ['proef-lindemeer-administratie', 'proef-veldhoorn-administratie', 'proef-beheer', 'proef-duo-behandelaar']

  it('S-01, S-13: geen voorbeeld is een ongeldig verzoek of geeft een storing, met welke identiteit ook', async () => {
    const { groepen } = leesKoppelvlak(await (await fetch(`${basis}/v1/openapi.json`)).json() as Record<string, unknown>)
    // Een bestand zonder voorbeeld is leeg, en dat is terecht een fout.
    const operaties = groepen.flatMap((groep) => groep.operaties).filter(({ inhoud: [eerste] }) => eerste?.voorbeeld !== null)
    expect(operaties.length).toBeGreaterThan(20)
    const fout: string[] = []
    for (const operatie of operaties) {
      for (const identiteit of operatie.metSleutel ? IDENTITEITEN : ['']) {
        const antwoord = await fetch(basis + adresVan(operatie), verzoekVan(operatie, identiteit))
        const tekst = await antwoord.text()
        if ([400, 405, 406, 413, 415, 422, 500].includes(antwoord.status)) fout.push(`${identiteit} ${operatie.methode} ${operatie.pad} ${antwoord.status} ${tekst.slice(0, 500)}`)
        if (!operatie.antwoorden.some(({ status }) => status === String(antwoord.status))) fout.push(`${identiteit} ${operatie.id} geeft ${antwoord.status}, en dat staat niet in het document`)
        if (antwoord.headers.has('etag') && operatie.antwoorden.find(({ status }) => status === String(antwoord.status))?.koppen.includes('ETag') !== true) fout.push(`${operatie.id} geeft een ETag, en dat staat niet in het document`)
        if (antwoord.headers.get('api-version') !== '1.0.0') fout.push(`${operatie.id} zonder API-Version`)
      }
    }
    expect(fout).toEqual([])
    expect(storingen).toEqual([])
  }, 120_000)

  function adresVan({ pad, parameters }: Operatie): string {
    const van = (plaats: string) => parameters.filter((parameter) => parameter.in === plaats)
    const vraag = new URLSearchParams(van('query').filter(({ naam, voorbeeld }) => voorbeeld !== '' && naam !== 'cursor').map(({ naam, voorbeeld }) => [naam, voorbeeld])).toString()
    return `/v1${van('path').reduce((tot, { naam, voorbeeld }) => tot.replace(`{${naam}}`, encodeURIComponent(voorbeeld)), pad)}${vraag === '' ? '' : `?${vraag}`}`
  }

  function verzoekVan({ methode, parameters, inhoud: [inhoud] }: Operatie, identiteit: string): RequestInit {
    return {
      method: methode,
      headers: {
        ...(identiteit === '' ? {} : { authorization: `Bearer ${identiteit}` }),
        ...(inhoud === undefined ? {} : { 'content-type': inhoud.mediatype }),
        ...Object.fromEntries(parameters.filter((parameter) => parameter.in === 'header' && parameter.verplicht).map(({ naam, voorbeeld }) => [naam, naam === 'Idempotency-Key' ? randomUUID() : voorbeeld])),
      },
      ...(inhoud === undefined ? {} : { body: inhoud.voorbeeld ?? '' }),
    }
  }
})

describe('een sleutel van een koppeling', () => {
  it('werkt vanaf het maken tot hooguit een seconde na het intrekken, en geeft alleen de rechten van de koppeling', async () => {
    const ctx = { actor: systeemactor('beheer'), nu: momentVan(new Date()), kluis: maakKluis(server.sleutels.persoonsnummers) }
    const gemaakt = await maakKoppeling(server.eigen.database, ctx, { naam: 'Studentensysteem', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }], geldigTotEnMet: plusDagen(datumInNederland(new Date()), 30) })
    if (!gemaakt.ok) throw new Error('een koppeling maken hoort te lukken')
    const bel = (adres: string, init: RequestInit = {}) => fetch(`${basis}/v1${adres}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${gemaakt.waarde.sleutel}` } })
    expect((await bel('/deelnemers')).status).toBe(200)
    expect((await bel('/inschrijvingen', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'k' }, body: '{}' })).status).toBe(403)
    await trekKoppelingIn(server.eigen.database, ctx, gemaakt.waarde.koppelingId)
    await wacht(1_000)
    expect((await bel('/deelnemers')).status).toBe(401)
  })
})

const pad = chromiumPad()
const ZONDER_NETWERK = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const BREED = { viewport: { width: 1280, height: 900 } }
const TELEFOON = { viewport: { width: 320, height: 700 } }

describe.skipIf(pad === undefined)('de documentatie in de browser', () => {
  let browser: Browser
  beforeAll(async () => { browser = await chromium.launch({ executablePath: pad ?? '', args: [...CHROMIUM_OPTIES, ...ZONDER_NETWERK] }) })
  afterAll(() => browser.close())

  async function open(adres: string, keuze: BrowserContextOptions = BREED) {
    const bezoek = await browser.newContext(keuze)
    const blad = await bezoek.newPage()
    const elders: string[] = []
    blad.on('request', (verzoek) => { if (!verzoek.url().startsWith(basis)) elders.push(verzoek.url()) })
    const fouten: string[] = []
    blad.on('console', (regel) => { if (regel.type() === 'error') fouten.push(regel.text()) })
    await blad.goto(basis + adres)
    return { bezoek, blad, elders, fouten }
  }

  it.each([['1280 px', BREED], ['320 px', TELEFOON]] as const)('axe vindt niets op %s, met alles open, en niets schuift opzij', async (_naam, venster) => {
    for (const adres of ['/v1/problemen', '/v1/problemen/verzoek-ongeldig', '/v1/docs']) {
      const { bezoek, blad, elders, fouten } = await open(adres, venster)
      await blad.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })')
      expect(await blad.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), adres).toBe(0)
      // Elke operatie heeft dezelfde opbouw: axe kijkt naar de eerste negen, anders duurt het minuten.
      await blad.evaluate('document.querySelectorAll(".operatie").forEach((operatie, i) => { if (i > 8) operatie.remove() })')
      const { violations } = await new AxeBuilder({ page: blad }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      expect(violations.map(({ id, nodes }) => `${adres}: ${id} ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
      expect([elders, fouten]).toEqual([[], []])
      await bezoek.close()
    }
  }, 300_000)

  it('probeer het: vraagt op met een sleutel, en laat status, koppen en inhoud zien', async () => {
    const { bezoek, blad, fouten } = await open('/v1/docs#toonDeelnemers')
    const blok = blad.locator('#toonDeelnemers [data-probeer]')
    await blok.locator('summary').click()
    await blok.getByLabel('Uw sleutel').fill('proef-lindemeer-administratie')
    await blok.getByRole('button', { name: 'Vraag op' }).click()
    const uitkomst = blok.locator('[data-uitkomst]')
    await uitkomst.getByText('200 gelukt').waitFor()
    expect(await uitkomst.innerText()).toMatch(/api-version: 1\.0\.0[\s\S]*deelnemerId/)
    expect(fouten).toEqual([])
    // De sleutel geldt voor de hele bladzijde, en is na herladen weg.
    expect(await blad.locator('[data-sleutel]').last().inputValue()).toBe('proef-lindemeer-administratie')
    await blad.reload()
    expect(await blad.locator('[data-sleutel]').first().inputValue()).toBe('')
    await bezoek.close()
  })

  it('zonder sleutel staat er wat er misging', async () => {
    const { bezoek, blad } = await open('/v1/docs')
    const blok = blad.locator('#toonDeelnemers [data-probeer]')
    await blok.locator('summary').click()
    await blok.getByRole('button', { name: 'Vraag op' }).click()
    await blok.getByText('401 niet gelukt').waitFor()
    expect(await blok.locator('[data-uitkomst]').innerText()).toContain('Stuur de kop `Authorization: Bearer <token>` mee')
    await bezoek.close()
  })

  it('is zonder JavaScript te lezen, zonder knoppen die niets doen', async () => {
    const { bezoek, blad } = await open('/v1/docs', { ...BREED, javaScriptEnabled: false })
    expect(await blad.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(20)
    expect(await blad.getByRole('button').count()).toBe(0)
    await blad.locator('.menugroep > summary').first().click()
    expect(await blad.locator('.menugroep a').first().isVisible()).toBe(true)
    await bezoek.close()
  })
})
