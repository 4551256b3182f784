import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datum, plusDagen } from '../../kern/datum.ts'
import { SIGNAALCODES } from '../../kern/signaalcode.ts'
import { laadNormen } from '../../normen/index.ts'
import { termijnVan, volgendeTeldatum, volgendMeetmoment } from './termijn.ts'

const NORMEN = laadNormen()

test.each([
  ['SIG-VERZUIM-16U', '2026-11-24', { dag: '2026-11-24', soort: 'nu' }],
  ['SIG-FASE-VERSCHIL', '2026-11-24', { dag: '2027-02-01', soort: 'teldatum' }],
  ['SIG-FASE-VERSCHIL', '2026-10-01', { dag: '2026-10-01', soort: 'teldatum' }],
  ['SIG-RIO-PARTNER', '2026-11-24', { dag: '2027-10-15', soort: 'meetmoment' }],
  ['SIG-NIVEAU-LEERWEG', '2026-11-24', null],
] as const)('K-VZM-01, K-BEK-03, K-RIO-06: %s heeft op %s als termijn %j', (code, dag, verwacht) => expect(termijnVan(code, datum(dag), NORMEN)).toEqual(verwacht))

test('K-BEK-03, K-RIO-06: een termijn ligt nooit in het verleden en hooguit een jaar vooruit', () => {
  fc.assert(fc.property(fc.constantFrom(...SIGNAALCODES), fc.integer({ min: 0, max: 4000 }), (code, dagen) => {
    const vandaag = plusDagen(datum('2020-08-01'), dagen)
    const termijn = termijnVan(code, vandaag, NORMEN)
    expect(termijn === null || (termijn.dag >= vandaag && termijn.dag <= plusDagen(vandaag, 366))).toBe(true)
  }))
})

test('K-BEK-03, K-RIO-06: voor de eerste norm is er geen dag', () => {
  expect([volgendeTeldatum(datum('2015-01-01'), NORMEN), volgendMeetmoment(datum('2015-01-01'), NORMEN)]).toEqual([null, null])
})
