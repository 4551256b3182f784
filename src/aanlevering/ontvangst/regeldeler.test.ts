import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEESTE_BYTES_PER_REGEL, Regeldeler, regelsVan, TE_LANG } from './regeldeler.ts'

function deel(tekst: Buffer, sneden: readonly number[]) {
  const deler = new Regeldeler()
  const grenzen = [0, ...sneden.map((s) => s % (tekst.length + 1)).sort((a, b) => a - b), tekst.length]
  const delen = grenzen.slice(1).flatMap((tot, i) => [...deler.neem(tekst.subarray(grenzen[i], tot))])
  return [...delen, ...deler.sluit()]
}

describe('een stroom in delen van hele regels', () => {
  test('hoe de stroom ook geknipt is: elke regel komt terug met zijn eigen nummer', () => {
    const regel = fc.constantFrom('', ' ', '\r', '{"a":1}', '{"é":"✓"}\r', 'x'.repeat(50))
    fc.assert(fc.property(fc.array(regel, { maxLength: 1_300 }), fc.array(fc.nat(), { maxLength: 6 }), (regels, sneden) => {
      const delen = deel(Buffer.from(regels.join('\n')), sneden)
      const gelezen = delen.flatMap((d) => [...regelsVan(d.inhoud, d.vanafRegel)].map(({ regelnummer, bytes }) => [regelnummer, bytes.toString()]))
      expect(gelezen).toEqual(regels.flatMap((tekst, i) => (tekst.trim() === '' ? [] : [[i + 1, tekst]])))
      expect(delen.reduce((som, { records }) => som + records, 0)).toBe(gelezen.length)
      delen.forEach(({ vanafRegel }, i) => expect(vanafRegel).toBeGreaterThan(delen[i - 1]?.totEnMetRegel ?? 0))
      for (const { records } of delen) expect(records).toBeLessThanOrEqual(500)
    }), { numRuns: 60 })
  })

  test('een te lange regel wordt niet bewaard, de regel erna wel', () => {
    const lang = Buffer.alloc(MEESTE_BYTES_PER_REGEL + 1, 'x')
    const [enige] = deel(Buffer.concat([Buffer.from('{}\n'), lang, Buffer.from('\n{"b":2}')]), [10, 1000, 300_000])
    expect(enige === undefined ? [] : [...regelsVan(enige.inhoud, 1)].map(({ bytes }) => bytes.toString())).toEqual(['{}', TE_LANG.toString(), '{"b":2}'])
  })

  test('een bestand vol lege regels kost geen geheugen; de regel erna houdt zijn nummer', () => {
    const deler = new Regeldeler()
    const leeg = Buffer.alloc(64 * 1024, '\n')
    const delen = [...deler.neem(Buffer.from('{"a":1}\n')), ...Array.from({ length: 40 }, () => deler.neem(leeg)).flat(), ...deler.neem(Buffer.from('{"b":2}')), ...deler.sluit()]
    expect(delen.flatMap((d) => [...regelsVan(d.inhoud, d.vanafRegel)].map(({ regelnummer }) => regelnummer))).toEqual([1, 40 * 64 * 1024 + 2])
    expect(delen.reduce((som, { inhoud }) => som + inhoud.length, 0)).toBeLessThan(20_000)
  })

  test('een merkteken aan het begin hoort niet bij de eerste regel', () => {
    expect(deel(Buffer.from('\ufeff{}'), []).map(({ inhoud }) => inhoud.toString())).toEqual(['{}'])
  })
})
