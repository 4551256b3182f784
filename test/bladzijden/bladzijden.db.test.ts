/** Wat voor elke bladzijde geldt, voor iedere rol: klein, zonder vreemde adressen, met een kop, en in het Engels zonder Nederlands. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nederlandseWoorden } from '../taal.ts'
import { namenUitDeWereld, type Portaalwereld, startPortaalwereld } from './portaalwereld.ts'
import { type Bladzijde, haalUit, loopRond, vormVan } from './rondgang.ts'

const MEESTE_BYTES = 150_000
const NOG_NIET_ER = /^\/(stroomschema|routes|signalen)(\?|$)/

let wereld: Portaalwereld
let nederlands: readonly Bladzijde[] = []
let engels: readonly Bladzijde[] = []

beforeAll(async () => {
  wereld = await startPortaalwereld()
  const rond = async (koekje: string): Promise<readonly Bladzijde[]> => {
    const alle: Bladzijde[] = []
    for (const bezoeker of wereld.bezoekers) alle.push(...(await loopRond(haalUit(wereld.server.app), { ...bezoeker, koekje: [bezoeker.koekje, koekje].filter((deel) => deel !== '').join('; ') })))
    return alle
  }
  nederlands = await rond('')
  engels = await rond('taal=en')
}, 180_000)
afterAll(() => wereld.weg())

describe('elke bladzijde die iemand kan bereiken', () => {
  test('is er: geen link gaat naar een bladzijde die er niet is of omvalt', () => {
    expect(nederlands.length).toBeGreaterThan(40)
    expect(nederlands.filter(({ pad, status }) => status !== 200 && !NOG_NIET_ER.test(pad)).map(({ wie, pad, status }) => `${wie} ${pad}: ${status}`)).toEqual([])
  })

  test('S-76: heeft de taal die de bezoeker koos', () => {
    expect(engels.filter(({ html }) => !html.includes('<html lang="en">')).map(({ wie, pad }) => `${wie} ${pad}`)).toEqual([])
  })

  test('S-76: is in het Engels zonder Nederlands, behalve wat als Nederlands gemerkt is', () => {
    const namen = namenUitDeWereld()
    const gevonden = engels.map(({ wie, pad, html }) => ({ wie, pad, woorden: nederlandseWoorden(html, namen) })).filter(({ woorden }) => woorden.length > 0)
    const perVorm = new Map(gevonden.map(({ wie, pad, woorden }) => [vormVan(pad), `${wie} ${pad}: ${woorden.join(' ')}`]))
    expect([...perVorm.values()]).toEqual([])
  })

  test('S-74: heeft een eigen titel en precies een kop van niveau 1', () => {
    expect(nederlands.filter(({ html }) => (html.match(/<h1\b/g) ?? []).length !== 1).map(({ wie, pad }) => `${wie} ${pad}`)).toEqual([])
    expect(nederlands.filter(({ html }) => !/<title>[^<]{3,}<\/title>/.test(html)).map(({ wie, pad }) => `${wie} ${pad}`)).toEqual([])
  })

  test('S-73, S-78: haalt niets van een andere site en heeft geen script of stijl in de tekst', () => {
    const vreemd = /<(?:script|img|link|iframe|source)\b[^>]*\s(?:src|href)="(?:https?:)?\/\/|<script(?![^>]*\ssrc=)|\sstyle="|\son[a-z]+="/
    expect(nederlands.filter(({ html }) => vreemd.test(html)).map(({ wie, pad, html }) => `${wie} ${pad}: ${vreemd.exec(html)?.[0]}`)).toEqual([])
  })

  test('P-01: noemt geen persoonsnummer in een adres of titel', () => {
    const nummer = /(?<![0-9a-f])9999\d{5}(?![0-9a-f])/
    expect(nederlands.filter(({ pad, html }) => nummer.test(pad) || nummer.test(/<title>[^<]*/.exec(html)?.[0] ?? '') || [...html.matchAll(/(?:href|action)="([^"]*)"/g)].some(([, adres]) => nummer.test(adres ?? ''))).map(({ wie, pad }) => `${wie} ${pad}`)).toEqual([])
  })

  test('is met alles erbij kleiner dan 150 kB', async () => {
    const gewicht = new Map<string, Promise<number>>()
    const weeg = (url: string): Promise<number> => gewicht.get(url) ?? gewicht.set(url, wereld.server.app.inject({ url, headers: { 'accept-encoding': 'br' } }).then(({ rawPayload }) => rawPayload.length)).get(url) ?? Promise.resolve(0)
    const teZwaar: string[] = []
    for (const { wie, pad, html } of nederlands) {
      const delen = [...html.matchAll(/(?:src|href)="(\/stijl\/[^"]+)"/g)].map(([, url]) => url ?? '')
      const bytes = Buffer.byteLength(html) + (await Promise.all([...new Set(delen)].map(weeg))).reduce((som, deel) => som + deel, 0)
      if (bytes > MEESTE_BYTES) teZwaar.push(`${wie} ${pad}: ${bytes}`)
    }
    expect(teZwaar).toEqual([])
  })
})
