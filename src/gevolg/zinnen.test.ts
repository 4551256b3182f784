import { describe, expect, it } from 'vitest'
import { nederlandseWoorden } from '../../test/taal.ts'
import { beslis, zinInTaal } from '../beslissing/zonder-register.ts'
import { datum } from '../kern/datum.ts'
import { maakRekenbasis } from './bereken.ts'

const basis = maakRekenbasis(2_000)
/** Ook op teldata en in eerdere jaren: daar staan andere zinnen. */
const eerder = ['2024-10-01', '2025-02-01', '2026-02-01', '2026-10-01'].flatMap((dag) => basis.studenten.slice(0, 400).map(({ dossier }) => beslis(dossier, { peildatum: datum(dag), bekendOp: null }, basis.normen)))
const besluiten = [...[...basis.gevallen, ...basis.studenten].map(({ nu }) => nu), ...eerder]
const zinnen = [...new Set(besluiten.flatMap(({ motivering, signalen }) => [...motivering, ...signalen].map(({ uitleg }) => uitleg)))]
const namen = [...new Set([...basis.gevallen.map(({ geval: { dossier } }) => dossier), ...basis.studenten.slice(0, 1).map(({ dossier }) => dossier)].flatMap(({ organisaties }) => organisaties.map(({ naam }) => naam ?? '')))].toSorted((a, b) => b.length - a.length)

describe('S-76: de zinnen van een besluit in het Engels', () => {
  it('elke zin van alle gevallen en verzonnen studenten is er ook in het Engels', () => {
    expect(zinnen.length).toBeGreaterThan(300)
    expect(zinnen.filter((zin) => zinInTaal(zin, 'en') === undefined)).toEqual([])
  })
  it('en daar staat geen Nederlands meer in', () => {
    expect(zinnen.map((zin) => zinInTaal(zin, 'en') ?? '').filter((zin) => nederlandseWoorden(zin, namen).length > 0)).toEqual([])
  })
  it('dagen, getallen en scholen gaan mee', () => {
    expect(zinInTaal('De leerling is voortijdig schoolverlater: ingeschreven op 1 oktober 2025, op 1 oktober 2026 niet in bekostigd onderwijs en zonder startkwalificatie. Dit telt bij het mbo, dat op de eerste datum aan zet was.', 'en'))
      .toBe('The pupil is an early school leaver: enrolled on 1 October 2025, on 1 October 2026 not in funded education and without a basic qualification. This counts at the mbo, which was responsible on the first date.')
    expect(zinInTaal('Een zin die er niet is.', 'en')).toBeUndefined()
    expect(zinInTaal('Een zin die er niet is.', 'nl')).toBe('Een zin die er niet is.')
  })
})

it('S-76: een naam met "en" blijft zoals hij is, en tussen namen komt "and"', () => {
  const zin = zinInTaal('De fase verschilt: Veldhoorn College zegt fase VO en Groene Delta mbo, voor zorg en welzijn zegt fase MBO. Stem de fase af en lever haar bij alle scholen gelijk aan.', 'en')
  expect(zin).toContain('Veldhoorn College says fase VO and Groene Delta mbo, voor zorg en welzijn says fase MBO')
})
