import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_REGEL, Regelsplitser } from './regelsplitser.ts'

function splits(stukken: readonly Uint8Array[], maximum = MAX_REGEL): { regels: string[]; fout: string | undefined; byte: number | undefined; regel: number | undefined } {
  const s = new Regelsplitser(maximum)
  const regels: string[] = []
  for (const stuk of [...stukken, undefined]) {
    const uit = stuk === undefined ? s.end() : s.push(stuk)
    if (!uit.ok) return { regels, fout: uit.reden.code, byte: uit.reden.byte, regel: uit.reden.regelnummer }
    regels.push(...uit.waarde)
  }
  return { regels, fout: undefined, byte: undefined, regel: undefined }
}

function knip(bytes: Uint8Array, grenzen: readonly number[]): Uint8Array[] {
  const plaatsen = [0, ...grenzen.map((g) => g % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return plaatsen.slice(1).map((tot, i) => bytes.subarray(plaatsen[i], tot))
}

describe('regels uit een bytestroom', () => {
  it('geeft dezelfde regels, waar de stukken ook geknipt zijn', () => {
    const regel = fc.string({ unit: 'grapheme' }).map((t) => t.replace(/[\r\n\0\ufeff]/g, '')).filter((t) => t !== '')
    fc.assert(fc.property(fc.array(regel, { minLength: 1 }), fc.array(fc.nat(5_000)), fc.constantFrom('\n', '\r\n'), (regels, grenzen, einde) => {
      const bytes = new TextEncoder().encode(regels.map((r) => r + einde).join(''))
      expect(splits(knip(bytes, grenzen)).regels).toEqual(regels)
    }))
  })

  it('leest een laatste regel zonder regeleinde, en slaat een BOM over', () => {
    expect(splits([Buffer.from('\ufeffa\r\nb')]).regels).toEqual(['a', 'b'])
  })

  it('weigert een eindeloze regel zonder hem te bewaren', () => {
    const s = new Regelsplitser()
    const megabyte = Buffer.alloc(1 << 20, 65)
    expect(s.push(Buffer.from('VLP\n')).ok).toBe(true)
    const uit = s.push(megabyte)
    expect(uit).toMatchObject({ ok: false, reden: { code: 'regel-te-lang', regelnummer: 2 } })
  })

  it('meldt de langste regel die mag niet, en een byte meer wel', () => {
    expect(splits([Buffer.from(`${'a'.repeat(10)}\n`)], 10).fout).toBeUndefined()
    expect(splits([Buffer.from(`${'a'.repeat(11)}\n`)], 10).fout).toBe('regel-te-lang')
  })

  it('noemt regel en byte van het eerste teken dat geen UTF-8 is', () => {
    const bytes = Buffer.concat([Buffer.from('VLP\r\nPER|é\r\nISG|'), Buffer.from([0xe9]), Buffer.from('|\r\n')])
    for (const grenzen of [[], [3], [9], [14], [1, 8, 15]]) expect(splits(knip(bytes, grenzen))).toMatchObject({ fout: 'geen-utf-8', byte: 17, regel: 3 })
  })

  it('weigert nulbytes als binair', () => {
    expect(splits([Buffer.from('VLP\0\n')]).fout).toBe('binair')
  })
})
