import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { type Afspraakfeiten, waarschuwVoor } from './afspraakwaarschuwing.ts'

const OP = datum('2026-11-24')
const GOED: Afspraakfeiten = { tot: null, kijkOpnieuwOp: datum('2027-08-01'), eigenaar: { uitDienst: false }, overstapoptie: 'Terug naar het vmbo.', zelfBevestigd: true, bevestigd: true, studenten: 12 }

describe('K-SOK-02, K-SOK-04: wat er aan een afspraak te doen is', () => {
  it('is niets bij een afspraak die klopt', () => {
    expect(waarschuwVoor(GOED, OP)).toEqual([])
  })
  it.each<[string, Partial<Afspraakfeiten>, readonly string[]]>([
    ['laatste dag gisteren', { tot: datum('2026-11-23') }, ['verlopen']],
    ['laatste dag gisteren, zonder studenten', { tot: datum('2026-11-23'), studenten: 0, eigenaar: null }, []],
    ['laatste dag vandaag geldt nog', { tot: OP }, ['loopt-af']],
    ['laatste dag over 364 dagen', { tot: datum('2027-11-23') }, ['loopt-af']],
    ['laatste dag over 365 dagen', { tot: datum('2027-11-24') }, []],
    ['loopt af zonder studenten', { tot: OP, studenten: 0 }, []],
    ['kijken vandaag', { kijkOpnieuwOp: OP }, ['kijken-voorbij']],
    ['kijken morgen', { kijkOpnieuwOp: datum('2026-11-25') }, ['kijken-nabij']],
    ['kijken over 60 dagen', { kijkOpnieuwOp: datum('2027-01-23') }, ['kijken-nabij']],
    ['kijken over 61 dagen', { kijkOpnieuwOp: datum('2027-01-24') }, []],
    ['nooit kijken', { kijkOpnieuwOp: null }, ['zonder-kijkdag']],
    ['eigenaar uit dienst', { eigenaar: { uitDienst: true } }, ['eigenaar-weg']],
    ['zonder eigenaar', { eigenaar: null }, ['zonder-eigenaar']],
    ['zelf nog niet bevestigd', { zelfBevestigd: false, bevestigd: false }, ['zelf-bevestigen']],
    ['partner nog niet bevestigd', { bevestigd: false }, ['wacht-op-partner']],
    ['K-SOK-04: zonder overstapoptie', { overstapoptie: null }, ['zonder-overstapoptie']],
    ['meer tegelijk, wat eerst moet eerst', { kijkOpnieuwOp: datum('2026-01-01'), tot: datum('2027-07-31'), zelfBevestigd: false, bevestigd: false }, ['loopt-af', 'zelf-bevestigen', 'kijken-voorbij']],
  ])('%s', (_naam, meer, verwacht) => {
    expect(waarschuwVoor({ ...GOED, ...meer }, OP)).toEqual(verwacht)
  })
})
