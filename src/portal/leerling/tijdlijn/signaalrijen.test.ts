import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datum, plusDagen, vanDagnummer } from '../../../kern/datum.ts'
import { maakSchaal } from './schaal.ts'
import { LABEL_LETTER, verdeelSpelden, type Speld, type Speldinvoer } from './signaalrijen.ts'
import { tekstbreedte } from './tekstbreedte.ts'

const VANDAAG = datum('2026-11-24')
const SCHAAL = maakSchaal({ van: datum('2024-08-01'), totEnMet: datum('2027-07-31') }, 188, 1156)

function signaal(van: string, extra: Partial<Speldinvoer> = {}): Speldinvoer {
  return { anker: `s-${van}-${extra.label ?? ''}`, niveau: 'fout', label: 'De fase verschilt', van: datum(van), totEnMet: null, ...extra }
}

/** Wat een speld in beslag neemt: van de punt of het label links tot het label of de streep rechts. */
function vak({ x, xEind, label, labelX, labelLinks, open }: Speld): [number, number] {
  const breed = tekstbreedte(label, LABEL_LETTER, open)
  return labelLinks ? [labelX - breed, Math.max(xEind, x + 10)] : [x - 10, Math.max(xEind, labelX + breed)]
}

describe('signalen op de tijdlijn', () => {
  test('twee die elkaar niet raken, delen een rij', () => {
    const { rijen } = verdeelSpelden([signaal('2024-08-01', { totEnMet: datum('2024-10-01') }), signaal('2026-01-01')], SCHAAL, VANDAAG)
    expect(rijen).toBe(1)
  })
  test('twee die elkaar raken, staan onder elkaar op volgorde van hun eerste dag', () => {
    const { spelden } = verdeelSpelden([signaal('2026-02-01', { label: 'later' }), signaal('2026-01-15', { label: 'eerder' })], SCHAAL, VANDAAG)
    expect(spelden.map(({ label, rij }) => [label, rij])).toEqual([['eerder', 0], ['later', 1]])
  })
  test('vier op één dag worden één speld met de vorm van het ergste en een telling', () => {
    const vier = (['waarschuwing', 'fout', 'fout', 'taak'] as const).map((niveau, i) => signaal('2025-08-01', { niveau, anker: `s${i}`, label: `l${i}` }))
    const { spelden } = verdeelSpelden(vier, SCHAAL, VANDAAG)
    expect(spelden).toMatchObject([{ aantal: 4, niveau: 'fout', label: '4 signalen op 1 aug: 2 fouten, 1 waarschuwing, 1 taak' }])
    expect(verdeelSpelden(vier.slice(1), SCHAAL, VANDAAG).spelden.map(({ aantal }) => aantal)).toEqual([1, 1, 1])
  })
  test('een bundel blijft open zolang er één open is, en loopt anders tot de laatste sluiting', () => {
    const dicht = ['2025-10-01', '2026-03-01', '2025-09-01', '2025-12-01'].map((eind, i) => signaal('2025-08-01', { anker: `s${i}`, totEnMet: datum(eind) }))
    expect(verdeelSpelden(dicht, SCHAAL, VANDAAG).spelden[0]).toMatchObject({ open: false, xEind: SCHAAL.xEinde(datum('2026-03-01')) })
    expect(verdeelSpelden([...dicht.slice(1), signaal('2025-08-01')], SCHAAL, VANDAAG).spelden[0]).toMatchObject({ open: true, xEind: SCHAAL.x(VANDAAG) })
  })
  test('bij meer dan zes rijen blijven er vijf over en een link naar de rest', () => {
    const negen = Array.from({ length: 9 }, (_, i) => signaal(plusDagen(datum('2026-08-01'), i * 3), { anker: `s${i}` }))
    const { spelden, rijen, nietGetekend } = verdeelSpelden(negen, SCHAAL, VANDAAG)
    expect([spelden.length, rijen, nietGetekend]).toEqual([5, 6, 4])
    expect(verdeelSpelden(negen.slice(0, 6), SCHAAL, VANDAAG)).toMatchObject({ rijen: 6, nietGetekend: 0 })
  })
  test('een label dat buiten de tekening valt, gaat naar links', () => {
    expect(verdeelSpelden([signaal('2027-06-01', { totEnMet: datum('2027-06-02') })], SCHAAL, VANDAAG).spelden[0]).toMatchObject({ labelLinks: true })
  })
  test('op één rij blijven spelden altijd 10 px uit elkaar, en alles is getekend of geteld', () => {
    const willekeurig = fc.record({ dag: fc.integer({ min: 19936, max: 20780 }), duur: fc.option(fc.integer({ min: 0, max: 300 })), label: fc.string({ minLength: 3, maxLength: 30 }) })
    fc.assert(fc.property(fc.array(willekeurig, { maxLength: 30 }), (lijst) => {
      const invoer = lijst.map(({ dag, duur, label }, i) => signaal(vanDagnummer(dag), { anker: `s${i}`, label, totEnMet: duur === null ? null : vanDagnummer(Math.min(dag + duur, 20780)) }))
      const { spelden, nietGetekend } = verdeelSpelden(invoer, SCHAAL, VANDAAG)
      expect(spelden.reduce((som, { aantal }) => som + aantal, 0) + nietGetekend).toBe(lijst.length)
      for (const [i, een] of spelden.entries()) {
        for (const ander of spelden.slice(i + 1).filter(({ rij }) => rij === een.rij)) expect(vak(ander)[0]).toBeGreaterThanOrEqual(vak(een)[1] + 10 - 1e-6)
      }
    }))
  })
})
