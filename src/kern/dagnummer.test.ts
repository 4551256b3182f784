import { describe, expect, it } from 'vitest'
import { dagnummer, vanDagnummer } from './datum.ts'

describe('dagnummer', () => {
  it('K-CAS-02: loopt elke dag met een op en is hetzelfde als de kalender van JavaScript, van 1600 tot 2400', () => {
    const eerste = Date.UTC(1600, 0, 1) / 86_400_000
    const laatste = Date.UTC(2400, 11, 31) / 86_400_000
    for (let nummer = eerste; nummer <= laatste; nummer += 1) {
      const dag = vanDagnummer(nummer)
      if (dagnummer(dag) !== nummer) expect(dagnummer(dag), dag).toBe(nummer)
    }
    expect(laatste - eerste).toBe(292_559)
  })
})
