import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normen } from '../../../test/dossier-bouwer.ts'
import { bekendWillekeurigDossier, bijnaGoedDossier, dag, willekeurigDossier } from '../../../test/dossier-willekeurig.ts'
import { plusDagen } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Besluit } from '../besluit.ts'
import type { Dossier } from '../dossier.ts'
import type { Tijdlijn } from '../leerlingbeeld.ts'
import { beslis } from './beslis.ts'
import { beslisOverTijd } from './beslis-over-tijd.ts'

const REEKS = 420

/** Het besluit van elke dag apart; de tijdlijn moet hetzelfde zeggen. */
function dagVoorDag(feiten: Dossier, van: Datum, totEnMet: Datum, bekendOp: Datum | null): readonly Besluit[] {
  const besluiten: Besluit[] = []
  for (let peildatum = van; peildatum <= totEnMet; peildatum = plusDagen(peildatum, 1)) besluiten.push(beslis(feiten, { peildatum, bekendOp }, normen))
  return besluiten
}

/** De dagen waarop de tijdlijn iets anders zegt dan het besluit van die dag. */
function afwijkendeDagen(tijdlijn: Tijdlijn, besluiten: readonly Besluit[]): readonly Datum[] {
  return besluiten.filter(({ peildatum: op, fase, verzuim, bekostiging, signalen }) => {
    const [vak, ...meer] = tijdlijn.tijdvakken.filter(({ van, totEnMet }) => van <= op && op <= totEnMet)
    const codes = tijdlijn.signalen.filter(({ van, totEnMet }) => van <= op && (totEnMet === null || op <= totEnMet)).map(({ code }) => code).sort().join()
    const gelijk = vak?.fase === fase && vak.verzuim === verzuim && vak.bekostiging === bekostiging && meer.length === 0
    return !gelijk || codes !== signalen.map(({ code }) => code).sort().join()
  }).map(({ peildatum }) => peildatum)
}

describe('beslisOverTijd', () => {
  it('K-CAS-02, K-FASE-02: is gelijk aan elke dag apart beslissen', () => {
    const feiten = fc.oneof({ weight: 1, arbitrary: willekeurigDossier }, { weight: 1, arbitrary: bekendWillekeurigDossier }, { weight: 2, arbitrary: bijnaGoedDossier })
    fc.assert(fc.property(feiten, dag, fc.option(dag, { nil: null }), (feiten, van, bekendOp) => {
      const totEnMet = plusDagen(van, REEKS)
      expect(afwijkendeDagen(beslisOverTijd(feiten, { van, totEnMet, bekendOp }, normen), dagVoorDag(feiten, van, totEnMet, bekendOp))).toEqual([])
    }), { numRuns: 150 })
  })

  it('de uitleg van een signaal is die van de laatste dag van zijn vak', () => {
    fc.assert(fc.property(fc.oneof(bekendWillekeurigDossier, bijnaGoedDossier), dag, (feiten, van) => {
      const totEnMet = plusDagen(van, REEKS)
      for (const vak of beslisOverTijd(feiten, { van, totEnMet, bekendOp: null }, normen).signalen) {
        const { signalen } = beslis(feiten, { peildatum: vak.totEnMet ?? totEnMet, bekendOp: null }, normen)
        expect(signalen).toContainEqual(vak.signaal)
      }
    }), { numRuns: 40 })
  })

  it('K-BEK-08: geeft elke 1 oktober en 1 februari in de reeks, met de betaler van die dag', () => {
    fc.assert(fc.property(bekendWillekeurigDossier, dag, (feiten, van) => {
      const totEnMet = plusDagen(van, REEKS)
      const verwacht = dagVoorDag(feiten, van, totEnMet, null).filter(({ peildatum }) => /-(10|02)-01$/.test(peildatum))
      expect(beslisOverTijd(feiten, { van, totEnMet, bekendOp: null }, normen).teldata).toEqual(verwacht.map(({ peildatum, bekostiging }) => ({ datum: peildatum, betaler: bekostiging })))
    }), { numRuns: 15 })
  })
})
