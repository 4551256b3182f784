import { describe, expect, test } from 'vitest'
import { maakLeerlingbeeld } from '../fixtures/dossier.ts'
import { afgesloten, dubbel, mila, zonderMbo } from '../fixtures/studenten.ts'
import { ordenSignalen } from '../signalen.ts'
import { maakTijdlijnbeeld } from './beeld.ts'
import type { Dossier } from '../../../beslissing/index.ts'

const ID = '01930000-0000-7000-8000-000000000001'

function beeld(dossier: Dossier, peildatum = '2026-10-01', bekendOp: string | null = null) {
  const leerling = maakLeerlingbeeld(ID, dossier, { naam: 'Mila Hoekstra', vandaag: '2026-11-24', peildatum, bekendOp })
  return maakTijdlijnbeeld(leerling, ordenSignalen(leerling), (code) => code)
}

describe('wat er op de tijdlijn staat', () => {
  test('K-CAS-01: een vervallen stand wordt niet getekend', () => {
    expect(beeld(mila()).banen[1].perioden.map(({ van, fase }) => [van, fase])).toEqual([['2025-02-01', 'VO'], ['2026-08-01', 'MBO']])
  })
  test('K-CAS-01: met de kennis van toen ontbreekt wat later bekend werd, en dat wordt gezegd', () => {
    const toen = beeld(mila(), '2026-10-01', '2026-10-01')
    expect(toen.banen[1].perioden.map(({ van, totEnMet }) => [van, totEnMet])).toEqual([['2025-02-01', null]])
    expect(toen.verborgen).toBe(1)
    expect(beeld(mila()).verborgen).toBe(0)
  })
  test('de fase loopt tot en met vandaag en nooit verder', () => {
    expect(beeld(mila()).fasevakken).toEqual([{ van: '2024-08-01', totEnMet: '2026-07-31', fase: 'VO' }, { van: '2026-08-01', totEnMet: '2026-11-24', fase: 'onbepaald' }])
  })
  test('K-BEK-08: elke teldatum in beeld, een latere nog zonder betaler', () => {
    expect(beeld(mila()).teldata.map(({ datum: dag, betaler }) => [dag, betaler])).toEqual([
      ['2024-10-01', 'VO'], ['2025-02-01', 'VO'], ['2025-10-01', 'VO'], ['2026-02-01', 'VO'], ['2026-10-01', 'onbepaald'], ['2027-02-01', null],
    ])
  })
  test('K-ROD-05: een ontbrekende mbo-inschrijving staat er van de eerste verplichte dag tot en met vandaag, bij de school van het plan', () => {
    expect(beeld(zonderMbo()).banen[1]).toMatchObject({ school: 'ROC Lindemeer', ontbreekt: { van: '2026-08-01', totEnMet: '2026-11-24', open: true } })
    expect(beeld(mila()).banen[1].ontbreekt).toBeNull()
  })
  test('twee inschrijvingen tegelijk delen de baan, de oudste boven; alleen zolang ze samen lopen', () => {
    expect(beeld(dubbel()).banen[0].perioden.map(({ van, rij, rijen }) => [van, rij, rijen])).toEqual([['2025-08-01', 0, 1], ['2026-08-01', 0, 2], ['2026-09-15', 1, 2]])
  })
  test('een uitschrijving sluit de laatste periode; het diploma staat bij zijn sector', () => {
    const { banen, diplomas } = beeld(afgesloten(), '2022-10-01')
    expect(banen[0].perioden.at(-1)).toMatchObject({ totEnMet: '2023-07-10', isUitschrijving: true })
    expect(diplomas.map(({ datum: dag, plaats }) => [dag, plaats])).toEqual([['2023-06-15', 'boven'], ['2024-07-04', 'onder']])
  })
  test('de haak staat onder de gemelde dagen met de som van de uren', () => {
    expect(beeld(mila()).verzuim.haken).toEqual([{ van: '2026-03-24', totEnMet: '2026-04-15', label: '16 uur op 15 apr' }])
  })
  test('de tekening in één zin noemt de fasen en de open signalen', () => {
    expect(beeld(mila()).omschrijving).toBe('Mila Hoekstra: fase VO, vanaf 1 augustus 2026 onbepaald; 1 open signaal.')
  })
  test('een teldatum in beeld houdt de kennisdatum vast in zijn adres', () => {
    expect(beeld(mila(), '2026-10-01', '2026-10-01').teldata[0]?.href).toBe(`/studenten/${ID}?datum=1-10-2024&bekend=1-10-2026`)
  })
})
