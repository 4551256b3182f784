import { describe, expect, it } from 'vitest'
import { datum, vanDagnummer } from '../../kern/datum.ts'
import { beginVenster, leesVakanties } from './schoolweken.ts'

const begin = (dag: string, vakanties: readonly (readonly [string, string])[] = []) =>
  vanDagnummer(beginVenster(datum(dag), 3, leesVakanties(vakanties.map(([van, tot]) => ({ van: datum(van), tot: datum(tot) })))))

describe('K-CAS-08: het venster van vier schoolweken', () => {
  it.each([['2024-11-25', '2024-11-04'], ['2024-11-27', '2024-11-04'], ['2024-12-01', '2024-11-04'], ['2024-12-02', '2024-11-11']])('%s begint op maandag %s', (dag, maandag) => {
    expect(begin(dag)).toBe(maandag)
  })
  it('een week met vakantie van maandag tot en met vrijdag wordt overgeslagen', () => {
    expect(begin('2024-11-27', [['2024-11-11', '2024-11-15']])).toBe('2024-10-28')
  })
  it('een week met één vrije werkdag is een schoolweek', () => {
    expect(begin('2024-11-27', [['2024-11-11', '2024-11-14']])).toBe('2024-11-04')
  })
  it('een weekend buiten de vakantie maakt nog geen schoolweek', () => {
    expect(begin('2024-11-27', [['2024-11-11', '2024-11-15'], ['2024-11-18', '2024-11-22']])).toBe('2024-10-21')
  })
  it('de eigen week telt niet mee, ook als zij vakantie is', () => {
    expect(begin('2024-11-30', [['2024-11-25', '2024-11-29']])).toBe('2024-11-04')
  })
})
