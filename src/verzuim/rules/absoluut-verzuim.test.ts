import { describe, expect, it } from 'vitest'
import { DLR_VO, besluit, codes, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'

const weg: Partial<Dossier> = { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, { datumUitschrijving: datum('2025-03-01') })] }

describe('K-VSV-04: absoluut verzuim', () => {
  it('vanaf de dag na de uitschrijving tot de 18e verjaardag', () => {
    expect(['2025-03-01', '2025-03-02', '2026-05-09', '2026-05-10'].map((op) => besluit(weg, op).absoluutVerzuim)).toEqual([false, true, true, false])
  })
  it('K-CAS-02: geboren op 29 februari is in een gewoon jaar 18 op 1 maart', () => {
    const schrikkel = { ...weg, leerling: { geboortedatum: datum('2008-02-29'), woontInNederland: true } }
    expect(['2026-02-28', '2026-03-01'].map((op) => besluit(schrikkel, op).absoluutVerzuim)).toEqual([true, false])
  })
  it.each<[string, Partial<Dossier>]>([
    ['wie niet in Nederland woont', { ...weg, leerling: { geboortedatum: datum('2008-05-10'), woontInNederland: false } }],
    ['met een startkwalificatie', { ...weg, diplomas: [{ soort: 'HAVO', datum: datum('2025-04-01') }] }],
    ['voor de eerste bekende inschrijving', { inschrijvingenVo: [vo({ '2025-08-01': DLR_VO })] }],
    ['zonder bekende inschrijving', {}],
    ['die elders is ingeschreven', { inschrijvingenVo: [...weg.inschrijvingenVo ?? [], vo({ '2025-03-02': {} }, { brin: '72VS' })] }],
  ])('niet voor iemand %s', (_naam, feiten) => {
    expect(besluit(feiten, '2025-04-01').absoluutVerzuim).toBe(false)
    expect(codes(feiten, '2025-04-01')).not.toContain('SIG-ABSOLUUT-VERZUIM')
  })
  it('is voor de gemeente, niet voor een school', () => {
    expect(besluit(weg, '2025-04-01').signalen.find(({ code }) => code === 'SIG-ABSOLUUT-VERZUIM')).toMatchObject({ niveau: 'taak', voor: [] })
  })
})
