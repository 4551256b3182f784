import { describe, expect, it } from 'vitest'
import { DLR_VO, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum, plusDagen } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { bepaalStand, eersteBegindatum, periodeOp } from './stand.ts'

const EERSTE = datum('2020-08-01')

describe('K-CAS-02: wanneer een inschrijving open is', () => {
  const registers = { inschrijvingenVo: [vo({ '2024-08-01': {} }, { datumUitschrijving: datum('2025-07-31') })], inschrijvingenMbo: [] }
  it.each([['2024-07-31', 0], ['2024-08-01', 1], ['2025-07-31', 1], ['2025-08-01', 0]])('op %s: %i open', (dag, aantal) => {
    expect(bepaalStand(registers, datum(dag), EERSTE).vo.open).toHaveLength(aantal)
  })

  it('een inschrijving zonder begonnen periode is open en heeft geen route en geen opgave', () => {
    const stand = bepaalStand({ inschrijvingenVo: [vo({ '2024-09-01': DLR_VO }, { datumInschrijving: datum('2024-08-01') })], inschrijvingenMbo: [] }, datum('2024-08-15'), EERSTE)
    expect(stand.vo.open[0]).toMatchObject({ periode: null, route: null, fase: null, genegeerd: false })
  })
})

describe('K-CAS-02: de periode op een dag', () => {
  const { perioden } = vo({ '2025-08-01': { leerjaar: 4 }, '2024-08-01': { leerjaar: 3 } })
  it.each([['2024-07-31', undefined], ['2024-08-01', 3], ['2025-07-31', 3], ['2025-08-01', 4], ['2030-01-01', 4]])('op %s is dat leerjaar %s', (dag, leerjaar) => {
    expect(periodeOp(perioden, datum(dag))?.leerjaar).toBe(leerjaar)
  })

  it('bij dezelfde begindag telt wat het laatst bekend werd, in welke volgorde ook', () => {
    const oud = { datumBegin: datum('2024-08-01'), indicatieBekostigbaar: 'N', bekendOp: datum('2024-08-05') } as const
    const nieuw = { datumBegin: datum('2024-08-01'), indicatieBekostigbaar: 'J', bekendOp: datum('2024-09-05') } as const
    expect(periodeOp([oud, nieuw], datum('2024-10-01'))).toBe(nieuw)
    expect(periodeOp([nieuw, oud], datum('2024-10-01'))).toBe(nieuw)
  })
})

describe('K-CAS-03: wie voor een register spreekt', () => {
  const gewoon = vo({ '2024-08-01': {} }, { inschrijvingvolgnummer: '2' })
  const op = datum('2024-10-01')
  it('wie een route of een fase heeft gaat voor wie geen van beide heeft', () => {
    for (const periode of [{ leerroute: 'DLR' }, { leerroutefase: 'VO' }] as const) {
      const { vo: register } = bepaalStand({ inschrijvingenVo: [gewoon, vo({ '2024-08-01': periode })], inschrijvingenMbo: [] }, op, EERSTE)
      expect(register.sprekend.map(({ inschrijving }) => inschrijving.inschrijvingvolgnummer)).toEqual(['1'])
    }
  })
  it('heeft niemand route of fase, dan spreken zij allemaal', () => {
    const { vo: register } = bepaalStand({ inschrijvingenVo: [gewoon, vo({ '2024-08-01': {} })], inschrijvingenMbo: [] }, op, EERSTE)
    expect(register.sprekend).toHaveLength(2)
    expect(register.metRoute).toEqual([])
  })
})

describe('K-DLR-01, K-CAS-03: een periode met route van voor 1 augustus 2020', () => {
  it.each([['2020-07-31', true, null], ['2020-08-01', false, 'DLR']])('begin %s: genegeerd is %s', (begin, genegeerd, route) => {
    const stand = bepaalStand({ inschrijvingenVo: [], inschrijvingenMbo: [mbo({ [begin]: DLR_VO })] }, datum('2020-10-01'), EERSTE)
    expect(stand.mbo.open[0]).toMatchObject({ genegeerd, route })
    expect(stand.routes).toEqual(route === null ? [] : ['DLR'])
  })
  it('zonder route is een vroege periode niet genegeerd', () => {
    const stand = bepaalStand({ inschrijvingenVo: [vo({ '2019-08-01': { leerroutefase: 'VO' } })], inschrijvingenMbo: [] }, datum('2020-10-01'), EERSTE)
    expect(stand.vo.open[0]).toMatchObject({ genegeerd: false, fase: 'VO' })
  })
  it('de eerste begindag is ook te vragen voor een dag waarop de norm nog niet gold', () => {
    const normen = laadNormen()
    expect(eersteBegindatum(normen, plusDagen(EERSTE, -400))).toBe(EERSTE)
    expect(eersteBegindatum(normen, EERSTE)).toBe(EERSTE)
  })
})
