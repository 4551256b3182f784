import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum, plusDagen, weekdag } from '../../kern/datum.ts'
import { perWeek } from './weken.ts'

const dag = (wanneer: string, uren: number, geoorloofd = false) => ({ datum: datum(wanneer), uren, geoorloofd, vastgelegdOp: '2026-01-01' as never, vervallenOp: null })

test('K-VZM-07: uren op een dag bij twee scholen tellen in dezelfde week op, en een week zonder uren staat ertussen', () => {
  const weken = perWeek([dag('2026-04-01', 2), dag('2026-04-01', 3), dag('2026-04-14', 4), dag('2026-04-15', 1, true)], { begin: datum('2026-04-10'), eind: datum('2026-04-20') })
  expect(weken).toEqual([
    { vanaf: '2026-03-30', ongeoorloofd: 5, geoorloofd: 0, dagen: 1, teltMee: false },
    { vanaf: '2026-04-06', ongeoorloofd: 0, geoorloofd: 0, dagen: 0, teltMee: false },
    { vanaf: '2026-04-13', ongeoorloofd: 4, geoorloofd: 1, dagen: 2, teltMee: true },
  ])
})

test('zonder uren is er niets te tekenen', () => expect(perWeek([dag('2026-04-01', 0)], null)).toEqual([]))

test('K-VZM-02: elke week begint op maandag, sluit aan op de vorige, en de laatste weken gaan er nooit af', () => {
  fc.assert(fc.property(fc.array(fc.record({ dagen: fc.integer({ min: 0, max: 400 }), uren: fc.integer({ min: 1, max: 8 }), geoorloofd: fc.boolean() }), { minLength: 1, maxLength: 40 }), (lijst) => {
    const afwezigheid = lijst.map(({ dagen, uren, geoorloofd }) => dag(plusDagen(datum('2025-08-01'), dagen), uren, geoorloofd))
    const weken = perWeek(afwezigheid, null)
    expect(weken.every(({ vanaf }, i) => weekdag(vanaf) === weekdag(datum('2026-11-23')) && (i === 0 || vanaf === plusDagen(weken[i - 1]?.vanaf ?? vanaf, 7)))).toBe(true)
    const laatste = afwezigheid.map(({ datum: een }) => een).toSorted().at(-1) ?? ''
    expect((weken.at(-1)?.vanaf ?? '') <= laatste && laatste <= plusDagen(weken.at(-1)?.vanaf ?? datum('2025-01-01'), 6)).toBe(true)
  }))
})
