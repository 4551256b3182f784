import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leesTraceparent, maakTraceparent, nieuweSpanId, nieuweTraceId } from './traceparent.ts'

const GOED = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

describe('S-32: traceparent', () => {
  test('een goede kop wordt voortgezet', () => {
    expect(leesTraceparent(GOED)).toEqual({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', ouderId: '00f067aa0ba902b7', meten: true })
    expect(leesTraceparent(GOED.replace(/01$/, '00'))).toMatchObject({ meten: false })
    expect(leesTraceparent(`${GOED.replace(/^00/, '01')}-later`), 'een latere versie mag meer zeggen').toMatchObject({ meten: true })
  })

  test.each([
    ['geen kop', undefined], ['twee koppen', [GOED, GOED]], ['leeg', ''], ['hoofdletters', GOED.toUpperCase()], ['versie ff', GOED.replace(/^00/, 'ff')],
    ['trace van nullen', GOED.replace(/4bf92f3577b34da6a3ce929d0e0e4736/, '0'.repeat(32))], ['span van nullen', GOED.replace('00f067aa0ba902b7', '0'.repeat(16))],
    ['iets achter versie 00', `${GOED}-x`], ['te kort', GOED.slice(0, -1)], ['een persoonsnummer', '999900006'],
  ])('%s begint een nieuwe trace', (_wat, kop) => {
    expect(leesTraceparent(kop)).toBeUndefined()
  })

  test('geen enkele tekst geeft een fout, en wat wij maken lezen wij terug', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (tekst) => void leesTraceparent(tekst)))
    const [trace, span] = [nieuweTraceId(), nieuweSpanId()]
    expect(leesTraceparent(maakTraceparent(trace, span, false))).toEqual({ traceId: trace, ouderId: span, meten: false })
  })
})
