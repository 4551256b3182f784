import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bladAntwoord, leesBlad } from './blad.ts'
import { proefdeur } from './fixtures/proefserver.ts'

const { kluis } = proefdeur()
const antwoord = (volgende: readonly string[] | null, vraag: Record<string, unknown> = {}) => bladAntwoord(kluis, 'toonBoeken', 'https://leerroute.example/v1/boeken', vraag, { regels: [1], volgende })
const cursorVan = (volgende: readonly string[]) => String(Reflect.get(Object(antwoord(volgende).inhoud), 'volgende'))

describe('S-15: bladeren', () => {
  test('wat erin gaat komt eruit, en de Link houdt de eigen vraag', () => {
    const { koppen } = antwoord(['2026-01-01', 'é'], { brin: '21MB', cursor: 'oud', soort: ['a', 'b'], leeg: undefined })
    const link = /^<([^>]+)>; rel="next"$/.exec(koppen?.['link'] ?? '')?.[1] ?? ''
    const url = new URL(link)
    expect([url.searchParams.get('brin'), url.searchParams.getAll('soort'), url.searchParams.has('leeg')]).toEqual(['21MB', ['a', 'b'], false])
    expect(leesBlad(kluis, 'toonBoeken', { cursor: url.searchParams.get('cursor') ?? '' })).toEqual({ ok: true, waarde: { na: ['2026-01-01', 'é'], aantal: 50 } })
  })
  test('de laatste bladzijde heeft geen Link', () => {
    expect(antwoord(null)).toEqual({ status: 200, inhoud: { regels: [1], volgende: null } })
  })
  test('een cursor laat niet zien wat erin staat, en hoort bij een lijst', () => {
    const cursor = cursorVan(['Mila de Vries'])
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('Mila')
    expect(leesBlad(kluis, 'andereLijst', { cursor })).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'cursor' }] } })
  })
  test('elke veranderde of verzonnen cursor is een fout in het veld, nooit een uitzondering', () => {
    const goed = cursorVan(['a'])
    fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String(), fc.nat({ max: goed.length - 2 }).map((i) => goed.slice(0, i) + (goed[i] === 'A' ? 'B' : 'A') + goed.slice(i + 1))), (cursor) => {
      fc.pre(createHash('md5').update(Buffer.from(cursor, 'base64url')).digest('hex') !== createHash('md5').update(Buffer.from(goed, 'base64url')).digest('hex'))
      expect(leesBlad(kluis, 'toonBoeken', { cursor }).ok).toBe(false)
    }))
  })
})
