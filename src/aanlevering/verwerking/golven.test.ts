import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Leveringsrecord } from '../leveringsrecord.ts'
import { type Genummerd, maakGolven } from './golven.ts'

const los = (persoonsnummer: string) => ({ soort: 'vo-afgerond', persoonsnummer, brin: '11VA', afgerondOp: null })
const reeks = (persoonsnummer: string) => ({ soort: 'onderdeel', persoonsnummer, onderdeel: {} })
const school = { soort: 'organisatie', organisatie: {} }
const nummer = fc.constantFrom('a', 'b', 'c')
const records = fc.array(fc.oneof(nummer.map(los), nummer.map(reeks), fc.constant(school)), { maxLength: 40 })

describe('records in golven', () => {
  test('K-CAS-01: de records van een leerling blijven op volgorde, en op een school wacht alles', () => {
    fc.assert(fc.property(records, (alle) => {
      const genummerd = alle.map((record, i) => ({ regelnummer: i + 1, record: record as unknown as Leveringsrecord }))
      const volgorde = maakGolven(genummerd).flatMap(({ reeks: samen, los: apart }) => [...samen, ...apart])
      expect(volgorde.map(({ regelnummer }) => regelnummer).sort((a, b) => a - b)).toEqual(genummerd.map(({ regelnummer }) => regelnummer))
      for (const wie of ['a', 'b', 'c']) expect(regelsVan(volgorde, wie)).toEqual(regelsVan(genummerd, wie))
      for (const [plaats, { record, regelnummer }] of volgorde.entries()) {
        if (record.soort === 'organisatie') expect(volgorde.slice(0, plaats).every((eerder) => eerder.regelnummer < regelnummer)).toBe(true)
      }
    }))
  })

  test('wat samen kan gaat samen: een bestand per leerling geschreven is een golf', () => {
    const alle = Array.from({ length: 100 }, (_leeg, i) => [reeks(`p${i}`), reeks(`p${i}`), los(`p${i}`)]).flat()
    expect(maakGolven(alle.map((record, i) => ({ regelnummer: i, record: record as unknown as Leveringsrecord })))).toHaveLength(1)
  })
})

function regelsVan(alle: readonly Genummerd[], wie: string): number[] {
  return alle.filter(({ record }) => 'persoonsnummer' in record && record.persoonsnummer === wie).map(({ regelnummer }) => regelnummer)
}
