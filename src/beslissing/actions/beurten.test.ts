import { expect, test } from 'vitest'
import { Beurten } from './beurten.ts'

test('S-18: hooguit twee werken tegelijk, de rest in volgorde van vragen, en een fout houdt niemand op', async () => {
  const beurten = new Beurten(2)
  const begonnen: number[] = []
  const werken = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
  const klaar = werken.map(({ promise }, nummer) => beurten.opBeurt(async () => {
    begonnen.push(nummer)
    await promise
  }).catch((fout: unknown) => fout))
  await Promise.resolve()
  expect(begonnen).toEqual([0, 1])
  werken[1]?.reject(new Error('mis'))
  await klaar[1]
  expect(begonnen).toEqual([0, 1, 2])
  werken[0]?.resolve()
  await klaar[0]
  expect(begonnen).toEqual([0, 1, 2, 3])
  for (const { resolve } of werken) resolve()
  await Promise.all(klaar)
  expect(begonnen).toEqual([0, 1, 2, 3, 4])
  expect(await beurten.opBeurt(() => Promise.resolve('vrij'))).toBe('vrij')
})
