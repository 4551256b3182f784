import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, dossier, MBO, mbo, normen, VO, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import type { Vraag } from '../dossier.ts'
import { telStudent } from './tel-student.ts'

const OP: Vraag = { peildatum: datum('2026-10-01'), bekendOp: null }
const tel = (brin: string, d: Parameters<typeof dossier>[0], vraag = OP) => telStudent(dossier(d), brin, vraag, normen)

describe('wat een student op de teldatum voor een school betekent', () => {
  const beide = { inschrijvingenVo: [vo({ '2026-08-01': DLR_MBO })], inschrijvingenMbo: [mbo({ '2026-08-01': DLR_MBO })] }
  it('K-BEK-02, K-BEK-03: in fase MBO telt hij bij het mbo en niet bij het vo', () => {
    expect(tel(MBO.brin, beide)).toMatchObject({ betaler: 'MBO', status: 'telt', fase: 'MBO', ookGevraagdDoor: [], regels: expect.arrayContaining(['K-BEK-03']) })
    expect(tel(VO.brin, beide)).toMatchObject({ betaler: 'MBO', status: 'elders' })
  })
  it('K-BEK-02: in fase VO telt hij bij het vo, ook met een inschrijving bij het mbo', () => {
    const inVo = { inschrijvingenVo: [vo({ '2026-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2026-08-01': DLR_VO })] }
    expect(tel(VO.brin, inVo)).toMatchObject({ betaler: 'VO', status: 'telt' })
    expect(tel(MBO.brin, inVo)).toMatchObject({ betaler: 'VO', status: 'elders', uitleg: 'Het vo betaalt: de fase is VO en er is een open vo-inschrijving met indicatie J.' })
  })
  it('K-FASE-05: noemen de scholen een andere fase, dan wacht de claim van allebei', () => {
    const verschil = { inschrijvingenVo: [vo({ '2026-08-01': DLR_VO })], inschrijvingenMbo: [mbo({ '2026-08-01': DLR_MBO })] }
    expect([tel(VO.brin, verschil)?.status, tel(MBO.brin, verschil)?.status]).toEqual(['wacht', 'wacht'])
  })
  it('K-BEK-06: op N betaalt niemand', () => {
    expect(tel(MBO.brin, { inschrijvingenMbo: [mbo({ '2026-08-01': { ...DLR_MBO, indicatieBekostigbaar: 'N' } })] })?.status).toBe('niemand')
  })
  it('K-CAS-07: twee scholen in dezelfde sector vragen geld; elk ziet de ander', () => {
    const twee = { inschrijvingenMbo: [mbo({ '2026-08-01': {} }), mbo({ '2026-08-01': { onderwijsaanbieder: '282A001' } }, { brin: '82MB' })] }
    expect(tel(MBO.brin, twee)).toMatchObject({ status: 'telt', ookGevraagdDoor: ['82MB'] })
    expect(tel('82MB', twee)).toMatchObject({ status: 'telt', ookGevraagdDoor: [MBO.brin] })
  })
  it.each([['2026-09-30', false], ['2026-10-01', true], ['2026-10-02', true]])('uitgeschreven op %s: ingeschreven op 1 oktober is %s', (laatste, telt) => {
    expect(tel(MBO.brin, { inschrijvingenMbo: [mbo({ '2026-08-01': {} }, { datumUitschrijving: datum(laatste) })] }) !== undefined).toBe(telt)
  })
  it('wie er die dag niet staat, of alleen bij een andere school, komt niet in de telling', () => {
    expect(tel(MBO.brin, { inschrijvingenMbo: [mbo({ '2026-10-02': {} })] })).toBeUndefined()
    expect(tel(MBO.brin, { inschrijvingenVo: [vo({ '2026-08-01': DLR_VO })] })).toBeUndefined()
  })
  it('K-CAS-01: wat op de kennisdag nog niet bekend was, telt niet', () => {
    const laat = { inschrijvingenMbo: [mbo({ '2026-08-01': {} }, { bekendOp: datum('2026-10-05') })] }
    expect(tel(MBO.brin, laat, { peildatum: OP.peildatum, bekendOp: datum('2026-10-04') })).toBeUndefined()
    expect(tel(MBO.brin, laat, { peildatum: OP.peildatum, bekendOp: datum('2026-10-05') })?.status).toBe('telt')
  })
})
