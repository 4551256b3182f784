import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datum, leeftijdOp } from '../../kern/datum.ts'
import type { InschrijvingBericht, PeriodeBericht } from '../bericht.ts'
import { controleerInschrijving, controleerPersoon, controleerSleutel } from './controleer-inschrijving.ts'
import { leesGeboortedatum } from './geboortedatum.ts'

const PERIODE: PeriodeBericht = { datumBegin: datum('2025-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'MBO' }
const GOED: InschrijvingBericht = { sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2025-08-01'), datumUitschrijving: datum('2025-08-01'), perioden: [PERIODE] }
const velden = (bericht: InschrijvingBericht) => controleerInschrijving(bericht).map(({ veld }) => veld)
const metPeriode = (anders: Partial<PeriodeBericht>): InschrijvingBericht => ({ ...GOED, perioden: [{ ...PERIODE, ...anders }] })

test.each([['999900006', '999900006', 1], ['012345672', '12345672', 1], ['999900006', 'E1', 0], ['999900006', '999900018', 0]])('P-01: nummer %s met volgnummer %s geeft %i fout, zonder het nummer te noemen', (persoonsnummer, inschrijvingvolgnummer, aantal) => {
  const fouten = controleerSleutel({ persoonsnummer, geboortedatum: '2009-01-01' }, { inschrijvingvolgnummer })
  expect(fouten.map(({ veld }) => veld)).toEqual(Array(aantal).fill('inschrijvingvolgnummer'))
  expect(JSON.stringify(fouten)).not.toContain(persoonsnummer)
})

describe('K-BRN-01: een stand van een inschrijving', () => {
  test('een goede stand geeft geen fout; een dag ingeschreven zijn mag', () => {
    expect(controleerInschrijving(GOED)).toEqual([])
  })

  test.each<[string, InschrijvingBericht, string]>([
    ['uitschrijving de dag voor inschrijving', { ...GOED, datumUitschrijving: datum('2025-07-31') }, 'datumUitschrijving'],
    ['een dag die niet bestaat', { ...GOED, datumUitschrijvingGepland: '2026-02-30' as typeof GOED.datumInschrijving }, 'datumUitschrijvingGepland'],
    ['geen periode', { ...GOED, perioden: [] }, 'perioden'],
    ['eerste periode een dag later', metPeriode({ datumBegin: datum('2025-08-02') }), 'perioden[0].datumBegin'],
    ['twee perioden op een dag', { ...GOED, datumUitschrijving: null, perioden: [PERIODE, PERIODE] }, 'perioden[1].datumBegin'],
    ['periode na de uitschrijving', { ...GOED, perioden: [PERIODE, { ...PERIODE, datumBegin: datum('2025-08-02') }] }, 'perioden[1].datumBegin'],
    ['volgnummer met een streepje', { ...GOED, inschrijvingvolgnummer: 'E-1' }, 'inschrijvingvolgnummer'],
    ['onbekende leerroute', metPeriode({ leerroute: 'DLP' }), 'perioden[0].leerroute'],
    ['vo-veld bij het mbo', metPeriode({ leerweg: 'BB' }), 'perioden[0].leerweg'],
    ['mbo-veld bij het vo', { ...GOED, sector: 'VO', perioden: [{ ...PERIODE, opleidingcode: '9201' }] }, 'perioden[0].leertraject'],
    ['crebo van vier cijfers', metPeriode({ opleidingcode: '9201' }), 'perioden[0].opleidingcode'],
  ])('weigert %s', (_wat, bericht, veld) => {
    expect(velden(bericht)).toContain(veld)
  })

  test('elke fout zegt wat te doen', () => {
    const fouten = controleerInschrijving({ ...metPeriode({ leerroute: 'X', niveau: 'MBO-9' as 'MBO-1' }), brin: 'x' })
    expect(fouten).toHaveLength(3)
    for (const fout of fouten) expect([fout.regel, fout.watTeDoen].every((zin) => zin.endsWith('.'))).toBe(true)
  })

  test('een leerroute zonder fase is geen afkeur maar een signaal (K-FASE-06)', () => {
    expect(velden(metPeriode({ leerroutefase: null }))).toEqual([])
  })
})

describe('K-BRN-03: de persoon', () => {
  test('noemt nooit het nummer in de fout', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{9}$/), (persoonsnummer) => {
      expect(JSON.stringify(controleerPersoon({ persoonsnummer, geboortedatum: '2009-01-01' }))).not.toContain(persoonsnummer)
    }))
  })

  test.each([['999900006', []], ['101000012', []], ['123456789', ['persoonsnummer']], ['99990006', ['persoonsnummer']]])('%s', (persoonsnummer, verwacht) => {
    expect(controleerPersoon({ persoonsnummer, geboortedatum: '2009-01-01' }).map(({ veld }) => veld)).toEqual(verwacht)
  })
})

describe('een geboortedatum met onbekende delen', () => {
  test.each([
    ['2009-02-14', '2009-02-14'], ['2009-02-00', '2009-02-28'], ['2008-02-00', '2008-02-29'], ['2009-00-00', '2009-12-31'],
    ['2009-00-14', undefined], ['2009-02-30', undefined], ['2009-13-00', undefined], ['onzin', undefined],
  ])('%s wordt %s', (ruw, verwacht) => {
    expect(leesGeboortedatum(ruw)).toBe(verwacht)
  })

  test('maakt niemand te vroeg 18', () => {
    const gelezen = leesGeboortedatum('2008-11-00')
    expect(gelezen && leeftijdOp(gelezen, datum('2026-11-29'))).toBe(17)
  })
})
