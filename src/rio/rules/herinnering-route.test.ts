import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { herinnerAanMeetmoment } from './herinnering-route.ts'

const normen = laadNormen()

describe('K-RIO-06: herinneren aan het meetmoment', () => {
  it.each([
    ['2026-08-31', null], ['2026-09-01', '2026-10-15'], ['2026-10-14', '2026-10-15'], ['2026-10-15', null], ['2026-12-31', null], ['2027-02-01', null],
    ['2020-09-01', '2020-10-15'], ['2019-09-15', null],
  ])('op %s: %s', (op, meetmoment) => {
    expect(herinnerAanMeetmoment(datum(op), normen)).toBe(meetmoment)
  })
})
