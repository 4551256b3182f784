import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maakBeurten } from './beurten.ts'

/** Werk dat pas klaar is als de toets dat zegt; `begonnen` zegt wie al aan de beurt was. */
function maakWerk() {
  const begonnen: string[] = []
  const poort = Promise.withResolvers<void>()
  return { begonnen, laatGaan: poort.resolve, werk: (naam: string) => async () => { begonnen.push(naam); await poort.promise; return naam } }
}

describe('beurten om een wachtwoord na te rekenen', () => {
  test('nooit meer tegelijk dan de grens, de rest wacht, en wie niet past hoort het meteen', async () => {
    const beurten = maakBeurten(2, 3)
    const poorten = Array.from({ length: 6 }, () => Promise.withResolvers<void>())
    let [bezig, meeste] = [0, 0]
    const klaar: number[] = []
    const uitkomsten = poorten.map((poort, i) => beurten.neem('een', async () => {
      bezig += 1
      meeste = Math.max(meeste, bezig)
      await poort.promise
      bezig -= 1
      klaar.push(i)
      return i
    }))
    expect(await uitkomsten[5]).toBeUndefined()
    for (const { resolve } of poorten) resolve()
    expect(await Promise.all(uitkomsten)).toEqual([0, 1, 2, 3, 4, undefined])
    expect([meeste, klaar]).toEqual([2, [0, 1, 2, 3, 4]])
    expect(await beurten.neem('een', () => Promise.resolve('weer'))).toBe('weer')
  })

  test('een beurt die mislukt geeft haar plaats terug', async () => {
    const beurten = maakBeurten(1, 0)
    await expect(beurten.neem('een', () => Promise.reject(new Error('stuk')))).rejects.toThrow('stuk')
    expect(await beurten.neem('een', () => Promise.resolve(1))).toBe(1)
  })

  test('T-12: een vloed uit een netwerk houdt een ander niet op: die past in een volle rij en is als eerstvolgende aan de beurt', async () => {
    const beurten = maakBeurten(1, 60)
    const { begonnen, laatGaan, werk } = maakWerk()
    const vloed = Array.from({ length: 100 }, (_, i) => beurten.neem('vloed', werk(`vloed ${i}`)))
    const ander = beurten.neem('ander', werk('ander'))
    laatGaan()
    expect(await ander).toBe('ander')
    await Promise.all(vloed)
    expect(begonnen.slice(0, 3)).toEqual(['vloed 0', 'vloed 1', 'ander'])
    expect(begonnen).toHaveLength(61)
  })

  test('T-12: is de rij vol van allemaal verschillende bronnen, dan wijkt niemand', async () => {
    const beurten = maakBeurten(1, 2)
    const { laatGaan, werk } = maakWerk()
    const eerder = ['a', 'b', 'c'].map((bron) => beurten.neem(bron, werk(bron)))
    expect(await beurten.neem('d', werk('d'))).toBeUndefined()
    laatGaan()
    expect(await Promise.all(eerder)).toEqual(['a', 'b', 'c'])
  })

  test('T-12: in welke volgorde ook, wie minder vraagt dan zijn deel van de rij krijgt altijd zijn beurt, en elke vraag krijgt een antwoord', async () => {
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(Array.from({ length: 40 }, (_, i) => i), { minLength: 40 }), async (volgorde) => {
      const beurten = maakBeurten(2, 8)
      const { laatGaan, werk } = maakWerk()
      // Vraag 0 is van de rustige bron, de andere zijn van drie vloeden.
      const uitkomsten = volgorde.map((nummer) => [nummer, beurten.neem(nummer === 0 ? 'rustig' : `vloed ${nummer % 3}`, werk(String(nummer)))] as const)
      laatGaan()
      const antwoorden = new Map(await Promise.all(uitkomsten.map(async ([nummer, uitkomst]) => [nummer, await uitkomst] as const)))
      expect(antwoorden.get(0)).toBe('0')
      expect([...antwoorden.values()].filter((antwoord) => antwoord !== undefined)).toHaveLength(10)
    }), { numRuns: 50 })
  })
})
