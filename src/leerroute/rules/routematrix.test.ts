import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { maakRoutematrix, type Matrixaanbieder, type Matrixaanbod } from './routematrix.ts'

const VO: Matrixaanbieder = { code: '101A001', sector: 'VO', brin: '11VA', school: 'Veldhoorn' }
const VO2: Matrixaanbieder = { code: '102A001', sector: 'VO', brin: '12VB', school: 'Noorderveen' }
const MBO: Matrixaanbieder = { code: '201A001', sector: 'MBO', brin: '21MB', school: 'Lindemeer' }
const ALLE = [VO, VO2, MBO]
const OP = datum('2026-10-01')

function aanbod(van: Matrixaanbieder, partners: readonly Matrixaanbieder[], meer: Partial<Matrixaanbod> = {}): Matrixaanbod {
  return {
    eigenSleutel: `${van.code} ${meer.profiel ?? ''}`, onderwijsaanbieder: van.code, sector: van.sector, brin: van.brin, leerrouteKenmerk: 'DLR_VMBO_MBO',
    samenwerkendeOnderwijsaanbieders: partners.map(({ code }) => code), begindatum: datum('2024-08-01'), profiel: 'Zorg', ...meer,
  }
}

const stand = (aanbodlijst: readonly Matrixaanbod[], brin: string, rij = 0) => maakRoutematrix(ALLE, aanbodlijst, OP)[rij]?.cellen.get(brin)

describe('K-RIO-01, K-RIO-03: wie doet mee', () => {
  it('twee scholen die elkaar noemen zijn beide geregistreerd, met de dag', () => {
    const lijst = [aanbod(VO, [MBO]), aanbod(MBO, [VO])]
    expect([stand(lijst, '11VA'), stand(lijst, '21MB')]).toMatchObject([{ stand: 'geregistreerd', dag: '2024-08-01' }, { stand: 'geregistreerd', dag: '2024-08-01' }])
    expect(stand(lijst, '12VB')).toBeUndefined()
  })
  it('een profiel en een kenmerk zijn samen een rij; aanbod zonder profiel staat apart, achteraan', () => {
    const rijen = maakRoutematrix(ALLE, [aanbod(VO, [MBO]), aanbod(VO, [MBO], { leerrouteKenmerk: 'GLR_VMBO_MBO' }), aanbod(VO, [MBO], { profiel: null }), aanbod(VO, [MBO], { profiel: 'Bouw' })], OP)
    expect(rijen.map(({ route, profiel }) => [profiel, route])).toEqual([['Bouw', 'DLR'], ['Zorg', 'DLR'], ['Zorg', 'GLR'], [null, 'DLR']])
  })
})

describe('K-RIO-05: een genoemde school zonder aanbod', () => {
  it('ontbreekt, en weet wie haar noemt', () => {
    expect(stand([aanbod(VO, [MBO])], '21MB')).toMatchObject({ stand: 'ontbreekt', dag: null, genoemdDoor: [VO] })
    expect(stand([aanbod(VO, [MBO])], '11VA')?.stand).toBe('geregistreerd')
  })
  it.each([
    ['begint op de dag', { begindatum: OP }, 'geregistreerd', '2026-10-01'],
    ['begint een dag later', { begindatum: datum('2026-10-02') }, 'begint', '2026-10-02'],
    ['eindigt op de dag', { einddatum: OP }, 'geregistreerd', '2024-08-01'],
    ['eindigde een dag eerder', { einddatum: datum('2026-09-30') }, 'ontbreekt', '2026-09-30'],
    ['K-RIO-02: het veld van een andere sector', { sector: 'VO' as const }, 'ontbreekt', null],
    ['een ander profiel', { profiel: 'Groen' }, 'ander-profiel', '2024-08-01'],
  ])('aanbod dat %s', (_naam, meer, verwacht, dag) => {
    expect(stand([aanbod(VO, [MBO]), aanbod(MBO, [VO], meer)], '21MB', 'profiel' in meer ? 1 : 0)).toMatchObject({ stand: verwacht, dag })
  })
  it('is de periode van alle scholen voorbij, dan ontbreekt er niemand', () => {
    const einddatum = datum('2026-07-31')
    const lijst = [aanbod(VO, [MBO], { einddatum }), aanbod(MBO, [VO], { einddatum })]
    expect([stand(lijst, '11VA'), stand(lijst, '21MB')]).toMatchObject([{ stand: 'voorbij', dag: '2026-07-31' }, { stand: 'voorbij', dag: '2026-07-31' }])
  })
  it('laat zien dat een route eindigt', () => {
    const einddatum = datum('2027-07-31')
    expect(stand([aanbod(VO, [MBO], { einddatum }), aanbod(MBO, [VO])], '11VA')).toMatchObject({ stand: 'geregistreerd', totEnMet: '2027-07-31' })
  })
})

describe('K-RIO-04: partners noemen elkaar', () => {
  it('noemt een van beide de ander niet, dan staat het bij beide, en bij wie het ligt', () => {
    const lijst = [aanbod(VO, [VO2]), aanbod(MBO, [VO])]
    expect([stand(lijst, '11VA'), stand(lijst, '21MB')]).toMatchObject([{ stand: 'niet-wederzijds', mist: [{ van: VO, naar: MBO }] }, { stand: 'niet-wederzijds', mist: [{ van: VO, naar: MBO }] }])
  })
  it('telt wie de ander onder een ander profiel noemt: RIO kent geen profiel', () => {
    const lijst = [aanbod(VO, [MBO]), aanbod(VO, [], { profiel: 'Groen' }), aanbod(MBO, [VO], { profiel: 'Groen' })]
    expect(maakRoutematrix(ALLE, lijst, OP).map(({ cellen }) => cellen.get('21MB')?.stand)).toEqual(['geregistreerd', 'ander-profiel'])
  })
  it('heeft de ander de route niet op de dag, dan geldt alleen dat zij ontbreekt', () => {
    const lijst = [aanbod(VO, [MBO]), aanbod(MBO, [VO2], { einddatum: datum('2026-09-30') })]
    expect([stand(lijst, '11VA')?.stand, stand(lijst, '21MB')?.stand]).toEqual(['geregistreerd', 'ontbreekt'])
  })
})

describe('K-RIO-04, K-RIO-05: de matrix als geheel', () => {
  const willekeurig = fc.array(fc.record({
    van: fc.constantFrom(...ALLE), partners: fc.uniqueArray(fc.constantFrom(...ALLE), { minLength: 1 }), profiel: fc.constantFrom('Zorg', 'Groen', null), kenmerk: fc.constantFrom('DLR_VMBO_MBO' as const, 'GLR_VMBO_MBO' as const),
    begin: fc.constantFrom('2024-08-01', '2026-10-01', '2027-08-01'), eind: fc.constantFrom(null, '2027-07-31'),
  }), { maxLength: 10 }).map((lijst) => lijst.map(({ van, partners, profiel, kenmerk, begin, eind }, i) => aanbod(van, partners.filter(({ code }) => code !== van.code), {
    eigenSleutel: `k${i}`, profiel, leerrouteKenmerk: kenmerk, begindatum: datum(begin), einddatum: eind === null || eind < begin ? null : datum(eind),
  })))
  it('hangt niet af van de volgorde van het aanbod', () => {
    fc.assert(fc.property(willekeurig, (lijst) => {
      const kern = (uit: ReturnType<typeof maakRoutematrix>) => uit.map(({ route, profiel, cellen }) => [profiel, route, [...cellen].map(([brin, { stand: s, dag }]) => [brin, s, dag]).toSorted()])
      expect(kern(maakRoutematrix(ALLE, lijst.toReversed(), OP))).toEqual(kern(maakRoutematrix(ALLE, lijst, OP)))
    }))
  })
  it('een paar dat elkaar niet noemt staat bij beide scholen van een rij waarin beide meedoen', () => {
    fc.assert(fc.property(willekeurig, (lijst) => {
      const halve = maakRoutematrix(ALLE, lijst, OP).flatMap(({ cellen }) => [...cellen].flatMap(([brin, { mist }]) => mist.filter(({ van, naar }) => {
        const ander = cellen.get(van.brin === brin ? naar.brin : van.brin)
        return ander !== undefined && !ander.mist.some((een) => een.van === van && een.naar === naar)
      })))
      expect(halve).toEqual([])
    }))
  })
})
