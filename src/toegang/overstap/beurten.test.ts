import { describe, expect, test } from 'vitest'
import { maakBeurten } from './beurten.ts'

describe('beurten om een wachtwoord na te rekenen', () => {
  test('nooit meer tegelijk dan de grens, de rest wacht, en wie niet past hoort het meteen', async () => {
    const beurten = maakBeurten(2, 3)
    const poorten = Array.from({ length: 6 }, () => Promise.withResolvers<void>())
    let [bezig, meeste] = [0, 0]
    const klaar: number[] = []
    const uitkomsten = poorten.map((poort, i) => beurten.neem(async () => {
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
    expect(await beurten.neem(() => Promise.resolve('weer'))).toBe('weer')
  })
  test('een beurt die mislukt geeft haar plaats terug', async () => {
    const beurten = maakBeurten(1, 0)
    await expect(beurten.neem(() => Promise.reject(new Error('stuk')))).rejects.toThrow('stuk')
    expect(await beurten.neem(() => Promise.resolve(1))).toBe(1)
  })
})
