import { describe, expect, test } from 'vitest'
import { maakKluis } from '../kluis.ts'
import type { Bewaardmiddel } from './oud-middel.ts'
import { codeOp, hashWachtwoord, isBruikbareHash, leesCodegenerator, maakTokenmiddel, versleutelCodegenerator } from './tokenmiddel.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', new Uint8Array(32).fill(3)]]), opzoeksleutel: new Uint8Array(32) })
const NU = new Date('2026-11-24T10:00:10Z')
const STAP = Math.floor(NU.getTime() / 30_000)
const generator = leesCodegenerator('JBSWY3DPEHPK3PXPJBSWY3DP') ?? { geheim: '', algoritme: 'SHA1', cijfers: 6, periodeSeconden: 30 }
const hash = await hashWachtwoord('goed-wachtwoord')
const middel = (laatsteStap: number | null, accountId = 'a'): Bewaardmiddel => ({ accountId, wachtwoordHash: hash, laatsteStap, ...versleutelCodegenerator(kluis, 'a', generator) })
const controleer = (bewijs: { wachtwoord: string; code: string }, laatsteStap: number | null = null, nu = NU) => maakTokenmiddel(kluis).controleer(middel(laatsteStap), bewijs, nu)

describe('T-14: het nagebootste token achter zijn verifier', () => {
  test('T-03: beide factoren zijn nodig', async () => {
    const code = codeOp(generator, NU)
    expect(await controleer({ wachtwoord: 'goed-wachtwoord', code })).toEqual({ klopt: true, stap: STAP })
    expect(await controleer({ wachtwoord: 'goed-wachtwoord', code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).toEqual({ klopt: true, stap: STAP })
    for (const bewijs of [{ wachtwoord: 'fout-wachtwoord', code }, { wachtwoord: 'goed-wachtwoord', code: '' }, { wachtwoord: '', code }, { wachtwoord: 'goed-wachtwoord', code: `${code}0` }]) {
      expect(await controleer(bewijs)).toEqual({ klopt: false })
    }
  })
  test('een code geldt een halve minuut ervoor en erna, en nooit twee keer of na een latere', async () => {
    const bij = (seconden: number) => ({ wachtwoord: 'goed-wachtwoord', code: codeOp(generator, new Date(NU.getTime() + seconden * 1000)) })
    expect([await controleer(bij(-30)), await controleer(bij(30)), await controleer(bij(-60)), await controleer(bij(60))]).toEqual([{ klopt: true, stap: STAP - 1 }, { klopt: true, stap: STAP + 1 }, { klopt: false }, { klopt: false }])
    expect([await controleer(bij(0), STAP), await controleer(bij(-30), STAP), await controleer(bij(30), STAP)]).toEqual([{ klopt: false }, { klopt: false }, { klopt: true, stap: STAP + 1 }])
  })
  test('T-13: zonder account wordt er evenveel gerekend', async () => {
    const gerekend: string[] = []
    const telt = maakTokenmiddel(kluis, (een) => { gerekend.push(een); return Promise.resolve(true) })
    expect(await telt.controleer(null, { wachtwoord: 'x', code: '123456' }, NU)).toEqual({ klopt: false })
    await telt.controleer(middel(null), { wachtwoord: 'x', code: '123456' }, NU)
    expect(gerekend.map(isBruikbareHash)).toEqual([true, true])
  })
  test('het geheim is aan het account gebonden', async () => {
    await expect(maakTokenmiddel(kluis).controleer(middel(null, 'b'), { wachtwoord: 'x', code: '1' }, NU)).rejects.toThrow(/unable to authenticate|authenticate/i)
  })
  test('leest base32 en otpauth, en niets anders', () => {
    expect(leesCodegenerator('otpauth://totp/DUO:jdv?secret=JBSWY3DPEHPK3PXPJBSWY3DP&algorithm=SHA256&digits=8&period=60')).toEqual({ geheim: 'JBSWY3DPEHPK3PXPJBSWY3DP', algoritme: 'SHA256', cijfers: 8, periodeSeconden: 60 })
    for (const tekst of ['', 'JBSWY3DP', 'niet!', 'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=0', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DP&digits=10', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DP&period=600']) {
      expect([tekst, leesCodegenerator(tekst)]).toEqual([tekst, undefined])
    }
  })
})
