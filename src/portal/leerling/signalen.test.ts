import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { maakLeerlingbeeld } from './fixtures/dossier.ts'
import { zonderSignalen } from './fixtures/studenten.ts'
import { ordenSignalen } from './signalen.ts'

const beeld = maakLeerlingbeeld('01930000-0000-7000-8000-000000000002', zonderSignalen(), { naam: 'Daan', vandaag: '2026-09-20', peildatum: datum('2026-09-20'), bekendOp: null })

function advies(code: Signaalcode, rioMeetmoment: string | null): string | undefined {
  const signaal = maakSignaal(code, { regels: ['K-RIO-05'], uitleg: '', voor: [], feiten: [] })
  const vak = { code, niveau: signaal.niveau, van: datum('2026-08-01'), totEnMet: null, signaal }
  return ordenSignalen({ ...beeld, tijdlijn: { ...beeld.tijdlijn, signalen: [vak] }, rioMeetmoment: rioMeetmoment === null ? null : datum(rioMeetmoment) })[0]?.advies
}

describe('volgorde van de signalen', () => {
  const vak = (code: Signaalcode, voor: readonly string[], van: string) => {
    const signaal = maakSignaal(code, { regels: [], uitleg: '', voor, feiten: [] })
    return { code, niveau: signaal.niveau, van: datum(van), totEnMet: null, signaal }
  }
  const signalen = [vak('SIG-ABSOLUUT-VERZUIM', [], '2026-03-02'), vak('SIG-MBO-VERKLARING', ['21MB'], '2026-03-02'), vak('SIG-FASE-ONTBREEKT', ['11VA'], '2026-08-01')]
  const codes = (eigen: readonly string[]) => ordenSignalen({ ...beeld, tijdlijn: { ...beeld.tijdlijn, signalen } }, eigen).map(({ code }) => code)
  it('binnen een niveau komt eerst wat de eigen school moet doen', () => {
    expect(codes(['21MB'])).toEqual(['SIG-FASE-ONTBREEKT', 'SIG-MBO-VERKLARING', 'SIG-ABSOLUUT-VERZUIM'])
  })
  it('zonder eigen school (DUO) blijft de volgorde die van niveau en dag', () => {
    expect(codes([])).toEqual(['SIG-FASE-ONTBREEKT', 'SIG-ABSOLUUT-VERZUIM', 'SIG-MBO-VERKLARING'])
  })
})

describe('K-RIO-06: het advies bij een route die in RIO ontbreekt', () => {
  const herinnering = 'Doe dit voor 15 oktober: dan is het meetmoment van OCW.'
  it.each(['SIG-RIO-ONTBREEKT-VO', 'SIG-RIO-ONTBREEKT-MBO'] as const)('%s herinnert in de tijd voor het meetmoment', (code) => {
    expect(advies(code, '2026-10-15')).toMatch(new RegExp(`RIO.*${herinnering}$`))
    expect(advies(code, null)).not.toContain('15 oktober')
  })
  it('een ander signaal noemt het meetmoment niet', () => {
    expect(advies('SIG-SOK-ONTBREEKT', '2026-10-15')).not.toContain('15 oktober')
  })
})
