import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dagnummer, vanDagnummer } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import type { Afwezigheid, Schoolvakantie } from '../afwezigheid.ts'
import { telDrempels } from './zestien-uur.ts'

const normen = laadNormen()
const BEGIN = dagnummer('2026-01-05' as Parameters<typeof dagnummer>[0])

describe('K-CAS-08: 16 uur binnen vier schoolweken', () => {
  it('geeft hetzelfde als dag voor dag tellen zoals de regel het zegt', () => {
    fc.assert(fc.property(afwezigheden, vakanties, (afwezigheid, schoolvakanties) => {
      const gevonden = telDrempels({ afwezigheid, schoolvakanties }, () => true, normen)
      expect(gevonden.map(({ begin, eind, uren }) => ({ begin, eind, uren }))).toEqual(telLangzaam(afwezigheid, schoolvakanties))
    }))
  })
})

const afwezigheden: fc.Arbitrary<readonly Afwezigheid[]> = fc.array(
  fc.record({ dag: fc.integer({ min: 0, max: 120 }), uren: fc.integer({ min: 1, max: 8 }), geoorloofd: fc.boolean() }), { maxLength: 30 },
).map((lijst) => lijst.map(({ dag, uren, geoorloofd }) => ({ datum: vanDagnummer(BEGIN + dag), uren, geoorloofd })))

const vakanties: fc.Arbitrary<readonly Schoolvakantie[]> = fc.array(
  fc.record({ dag: fc.integer({ min: 0, max: 110 }), duur: fc.integer({ min: 0, max: 16 }) }), { maxLength: 4 },
).map((lijst) => lijst.map(({ dag, duur }) => ({ van: vanDagnummer(BEGIN + dag), tot: vanDagnummer(BEGIN + dag + duur) })))

/** Letterlijk de zinnen van de regel, zonder elke slimmigheid. */
function telLangzaam(afwezigheid: readonly Afwezigheid[], schoolvakanties: readonly Schoolvakantie[]) {
  const vrij = (dag: number): boolean => schoolvakanties.some(({ van, tot }) => dagnummer(van) <= dag && dag <= dagnummer(tot))
  const uren = (dag: number): number => afwezigheid.filter(({ datum, geoorloofd }) => !geoorloofd && dagnummer(datum) === dag && !vrij(dag)).reduce((som, een) => som + een.uren, 0)
  const isSchoolweek = (maandag: number): boolean => [0, 1, 2, 3, 4].some((d) => !vrij(maandag + d))
  const drempels = []
  let naDag = -Infinity
  for (let dag = BEGIN; dag <= BEGIN + 140; dag += 1) {
    if (uren(dag) === 0) continue
    let maandag = dag - ((dag - BEGIN) % 7)
    for (let nog = 3; nog > 0; ) {
      maandag -= 7
      if (isSchoolweek(maandag)) nog -= 1
    }
    const dagen = Array.from({ length: dag - maandag + 1 }, (_, i) => maandag + i).filter((d) => d > naDag && uren(d) > 0)
    const som = dagen.reduce((totaal, d) => totaal + uren(d), 0)
    if (som < 16) continue
    drempels.push({ begin: vanDagnummer(dagen[0] ?? dag), eind: vanDagnummer(dag), uren: som })
    naDag = dag
  }
  return drempels
}
