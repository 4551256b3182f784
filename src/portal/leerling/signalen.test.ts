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
