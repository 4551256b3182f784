import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment } from '../../kern/datum.ts'
import { actorrollen, isGeldigeRol, type Rolrij } from './actorrollen.ts'
import { DUOROLLEN, SCHOOLROLLEN } from './rol.ts'
import { blijftErEenBeheerder, isWerkendeBeheerder, type Nawijziging } from './rules/laatste-beheerder.ts'
import { isVers } from './rules/verse-inlog.ts'
import { beoordeelVoor, moetBeoordeeld } from './rules/herbeoordeling.ts'
import type { Rolbeeld } from './account.ts'

const NU = '2026-11-24T09:00:00.000Z' as Moment
const rij = (anders: Partial<Rolrij> = {}): Rolrij => ({ rol: 'verzuim', brin: '11VA', vestiging: null, geldig_van: '2026-01-01T00:00:00.000Z' as Moment, geldig_voor: null, ingetrokken_op: null, bron: 'TOEKENNING', ...anders })
const alle = [...SCHOOLROLLEN, ...DUOROLLEN, 'beheerder', 'onbekend'] as const

describe('actorrollen', () => {
  test('Z-03: een rol geldt vanaf zijn begin en niet meer op zijn einde, tot op de milliseconde', () => {
    const tussen = rij({ geldig_van: NU, geldig_voor: '2026-11-24T09:00:00.001Z' as Moment })
    expect(['2026-11-24T08:59:59.999Z', NU, '2026-11-24T09:00:00.001Z'].map((moment) => isGeldigeRol(tussen, moment as Moment))).toEqual([false, true, false])
    expect(isGeldigeRol(rij({ ingetrokken_op: NU }), NU)).toBe(false)
  })

  test('Z-06: zonder rol geen enkel recht', () => {
    expect(actorrollen([], NU)).toEqual({ soort: 'school', rollen: [], isBeheerder: false, duorollen: [] })
  })

  test('T-27, A-13: een machtiging voor een vestiging laat alleen rollen binnen die vestiging werken; een onbekende vestiging laat niets over', () => {
    const rijen = [rij(), rij({ rol: 'raadplegen', vestiging: '11VA02' }), rij({ rol: 'rio-beheer', vestiging: '11VA01' }), rij({ brin: '21MB' }), rij({ rol: 'beheerder', brin: null })]
    expect(actorrollen(rijen, NU, { vestiging: '11VA01', intermediair: false })).toEqual({ soort: 'school', isBeheerder: false, duorollen: [], rollen: [{ rol: 'verzuim', brin: '11VA', vestiging: '11VA01' }, { rol: 'rio-beheer', brin: '11VA', vestiging: '11VA01' }] })
    expect(actorrollen(rijen, NU, { vestiging: 'ONBEKEND', intermediair: false })).toEqual({ soort: 'school', rollen: [], isBeheerder: false, duorollen: [] })
  })

  test('A-14: via een intermediair werken alleen rollen die het bestuur zelf gaf, en nooit beheerder', () => {
    const rijen = [rij(), rij({ rol: 'raadplegen', bron: 'BESTUUR' }), rij({ rol: 'beheerder', brin: null, bron: 'BESTUUR' })]
    expect(actorrollen(rijen, NU, { vestiging: null, intermediair: true })).toEqual({ soort: 'school', rollen: [{ rol: 'raadplegen', brin: '11VA' }], isBeheerder: false, duorollen: [] })
  })

  test('rollen van DUO en van een school samen geven niets; een auditor is toezicht', () => {
    expect(actorrollen([rij(), rij({ rol: 'duo-behandelaar', brin: null })], NU)).toEqual({ soort: 'school', rollen: [], isBeheerder: false, duorollen: [] })
    expect(actorrollen([rij({ rol: 'auditor', brin: null })], NU)).toMatchObject({ soort: 'toezicht', duorollen: ['auditor'] })
    expect(actorrollen([rij({ rol: 'duo-behandelaar', brin: null })], NU)).toMatchObject({ soort: 'duo' })
  })

  test('Z-03, T-27: een beperking geeft nooit meer dan zonder, en elke rol komt van een geldige rij', () => {
    const rijen = fc.array(fc.record({ rol: fc.constantFrom(...alle), brin: fc.constantFrom('11VA', '21MB', null), bron: fc.constantFrom('TOEKENNING', 'BESTUUR'), geldig_voor: fc.constantFrom(null, NU) }).map((anders) => rij(anders as Partial<Rolrij>)))
    const beperking = fc.record({ vestiging: fc.constantFrom(null, '11VA01', 'ONBEKEND'), intermediair: fc.boolean() })
    fc.assert(fc.property(rijen, beperking, (invoer, grens) => {
      const [ruim, eng] = [actorrollen(invoer, NU), actorrollen(invoer, NU, grens)]
      // Met rollen van beide kanten geeft de onbeperkte sessie niets; dan valt er niets te vergelijken.
      const gemengd = invoer.some(({ rol }) => (DUOROLLEN as readonly string[]).includes(rol))
      if (!gemengd) for (const { rol, brin } of eng.rollen) expect(ruim.rollen.some((ander) => ander.rol === rol && ander.brin === brin)).toBe(true)
      if (eng.isBeheerder) expect(ruim.isBeheerder || gemengd).toBe(true)
      if (grens.vestiging === 'ONBEKEND') expect([eng.rollen.length, eng.isBeheerder, eng.duorollen.length]).toEqual([0, false, 0])
      expect(eng.rollen.every(({ rol, brin }) => invoer.some((een) => een.rol === rol && een.brin === brin && een.geldig_voor === null))).toBe(true)
    }))
  })
})

describe('laatste beheerder en nakijken', () => {
  const rol = (anders: Partial<Rolbeeld>): Rolbeeld => ({ rolId: 'r', rol: 'beheerder', brin: null, vestiging: null, van: '2026-01-01T00:00:00.000Z' as Moment, voor: null, bron: 'TOEKENNING', bronSleutel: '', reden: '', toegekendDoor: 'x', toegekendOp: '2026-01-01T00:00:00.000Z' as Moment, ingetrokkenOp: null, ingetrokkenDoor: null, redenIntrekking: null, beoordeeldOp: null, ...anders })
  const einde = fc.constantFrom<Moment | null>(null, '2026-11-01T00:00:00.000Z' as Moment, '2027-01-01T00:00:00.000Z' as Moment, '2027-06-01T00:00:00.000Z' as Moment)
  const account = fc.record({ toestand: fc.constantFrom('ACTIEF', 'ACTIEF_TOKEN', 'GEBLOKKEERD', 'NIEUW', 'AFGESLOTEN'), eindes: fc.array(einde, { maxLength: 2 }) })

  test('T-17, K-EH-12: wat de regel toelaat houdt altijd een werkende beheerder over, en niets weigeren als er geen was', () => {
    fc.assert(fc.property(fc.array(account, { minLength: 1, maxLength: 4 }), fc.nat(3), account, (voor, plek, na) => {
      const bouw = ({ toestand, eindes }: { toestand: string; eindes: readonly (Moment | null)[] }, i: number): Nawijziging => ({ accountId: String(i), toestand, rollen: eindes.map((op) => rol({ voor: op })) })
      const accounts = voor.map(bouw)
      const wijziging = bouw(na, plek % voor.length)
      const achteraf = accounts.map((een) => (een.accountId === wijziging.accountId ? wijziging : een))
      const wasEr = accounts.some((een) => isWerkendeBeheerder(een, NU))
      const isEr = achteraf.some((een) => isWerkendeBeheerder(een, NU))
      const mag = blijftErEenBeheerder(accounts, [wijziging], NU)
      expect({ wasEr, isEr, mag }).not.toMatchObject({ wasEr: true, isEr: false, mag: true })
      expect({ wasEr, mag }).not.toEqual({ wasEr: false, mag: false })
    }))
  })

  test('sessie S-03: vers is tot en met tien minuten', () => {
    expect(['2026-11-24T08:50:00.000Z', '2026-11-24T08:49:59.999Z'].map((op) => isVers({ authnOp: op as Moment }, NU))).toEqual([true, false])
  })

  test('Z-03: gewone rollen worden elk jaar nagekeken, ruime elk half jaar, te rekenen vanaf de laatste keer (BIO2)', () => {
    const gewoon = rol({ rol: 'verzuim', toegekendOp: NU, van: NU })
    expect(beoordeelVoor(gewoon)).toBe('2027-11-24T09:00:00.000Z')
    expect(beoordeelVoor(rol({ toegekendOp: NU }))).toBe('2027-05-25T09:00:00.000Z')
    expect(moetBeoordeeld(gewoon, '2027-11-24T08:59:59.999Z' as Moment)).toBe(false)
    expect(moetBeoordeeld(gewoon, '2027-11-24T09:00:00.000Z' as Moment)).toBe(true)
    expect(moetBeoordeeld({ ...gewoon, beoordeeldOp: '2027-11-01T09:00:00.000Z' as Moment }, '2027-11-24T09:00:00.000Z' as Moment)).toBe(false)
    expect(moetBeoordeeld({ ...gewoon, ingetrokkenOp: NU }, '2028-11-24T09:00:00.000Z' as Moment)).toBe(false)
  })
})
