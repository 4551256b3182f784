import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leesTestnamen } from '../toegangsregels.ts'
import { AANVALTABEL, bezwaarTegen, leesAanvallen, maakAanvaltabel } from './aanvallen.ts'

describe('docs/beveiliging/aanvallen.yaml', () => {
  const aanvallen = leesAanvallen()
  const testnamen = leesTestnamen()
  it('elke aanval heeft een test die er is', () => {
    expect(aanvallen.flatMap(({ naam, bewijs }) => (bewijs.length === 0 ? [`${naam}: geen bewijs`] : bewijs.flatMap((een) => bezwaarTegen(een, testnamen) ?? [])))).toEqual([])
  })
  it('elk gevolg is een zin', () => {
    expect(aanvallen.filter(({ gevolg }) => !/^[A-Z].*[a-z0-9]\.$/.test(gevolg)).map(({ naam }) => naam)).toEqual([])
  })
  it('een bewijs dat niet bestaat valt op', () => {
    const bestand = 'src/toegang/limiet.test.ts'
    expect(bezwaarTegen(`${bestand} > S-18: van IPv6 telt het netwerk`, testnamen)).toBeUndefined()
    for (const [onjuist, waarom] of [[`${bestand} > een test die er niet is`, 'die test is er niet'], ['src/toegang/bestaat-niet.test.ts > x', 'dat bestand is er niet'], [`${bestand} >> een geval dat er niet is`, 'die test is er niet'], ['src/toegang/limiet.ts > x', 'dat bestand is er niet']] as const) {
      expect(bezwaarTegen(onjuist, testnamen)).toBe(`${onjuist}: ${waarom}`)
    }
  })
  it('docs/beveiliging/aanvallen.md is gemaakt uit deze lijst (npm run docs)', () => {
    expect(readFileSync(AANVALTABEL, 'utf8')).toBe(maakAanvaltabel(aanvallen))
  })
})
