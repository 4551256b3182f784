import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besluit, DLR_MBO, DLR_VO, dossier, MBO, mbo, ORGANISATIES, VO, vo } from '../../../test/dossier-bouwer.ts'
import type { Dossier } from '../../beslissing/index.ts'
import { datum } from '../../kern/datum.ts'
import type { Leerrouteplan } from '../afspraken.ts'
import { weegPlannen } from './plan.ts'

const DERDE = { brin: '73VO', aanbieder: '173A001', gezag: '47003' } as const
const organisaties = [...ORGANISATIES, { brin: DERDE.brin, naam: 'Derde School', bevoegdGezag: DERDE.gezag, onderwijsaanbieders: [{ code: DERDE.aanbieder, sector: 'VO' as const }] }]
const plan = (van: string, voOnderwijsaanbieder: string, mboOnderwijsaanbieder: string, vastgelegdDoor: string | null, bekendOp = van): Leerrouteplan =>
  ({ van: datum(van), voOnderwijsaanbieder, mboOnderwijsaanbieder, beoogdNiveau: 'MBO-2', vastgelegdDoor, bekendOp: datum(bekendOp) })
const VAN_PAAR = plan('2024-08-01', VO.aanbieder, MBO.aanbieder, VO.brin)
const VAN_DERDE = plan('2024-09-01', DERDE.aanbieder, '282A001', DERDE.brin)
const OP = datum('2024-10-01')

const feiten = (leerrouteplannen: readonly Leerrouteplan[], meer: Partial<Dossier> = {}) =>
  dossier({ organisaties, inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })], leerrouteplannen, rioAangebodenOpleidingen: [], ...meer })
const weeg = (leerrouteplannen: readonly Leerrouteplan[], meer: Partial<Dossier> = {}) => weegPlannen(feiten(leerrouteplannen, meer), OP)

describe('K-CAS-06, Z-02: het plan van een school buiten het paar', () => {
  it('komt niet in de plaats van het plan van twee scholen die hun samenwerking registreerden', () => {
    expect(weeg([VAN_PAAR, VAN_DERDE])).toEqual({ plan: VAN_PAAR, buiten: [VAN_DERDE] })
  })
  it('ook niet als het eerder bekend was, of als het een school van het paar noemt', () => {
    const eerder = plan('2024-09-01', DERDE.aanbieder, MBO.aanbieder, DERDE.brin, '2024-01-01')
    expect(weeg([eerder, VAN_PAAR])).toEqual({ plan: VAN_PAAR, buiten: [eerder] })
  })
  it('ook niet als de derde zelf met een ander samenwerkt en de leerling inschreef, maar later kwam', () => {
    const samen = [{ partijen: [VO.gezag, MBO.gezag], van: datum('2020-08-01') }, { partijen: [DERDE.gezag, '57002'], van: datum('2020-08-01') }]
    const ingeschreven = [vo({ '2024-08-01': DLR_VO }), vo({ '2024-08-01': DLR_VO }, { brin: DERDE.brin })]
    expect(weeg([VAN_PAAR, VAN_DERDE], { samenwerkingsovereenkomsten: samen, inschrijvingenVo: ingeschreven }).plan).toBe(VAN_PAAR)
  })
  it('telt wel als het paar geen samenwerking registreerde, of maar een van de twee dat deed', () => {
    const half = [{ partijen: [VO.gezag, MBO.gezag], vastgelegdDoor: [VO.gezag], van: datum('2020-08-01') }]
    expect(weeg([VAN_PAAR, VAN_DERDE], { samenwerkingsovereenkomsten: [] }).plan).toBe(VAN_DERDE)
    expect(weeg([VAN_PAAR, VAN_DERDE], { samenwerkingsovereenkomsten: half }).plan).toBe(VAN_DERDE)
  })
  it('telt wel als geen school van het paar de leerling nog met een route heeft', () => {
    expect(weeg([VAN_PAAR, VAN_DERDE], { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO }, { datumUitschrijving: datum('2024-09-30') })] }).plan).toBe(VAN_DERDE)
  })
  it('een school van het paar gaat wel met een ander verder, en ook het systeem vervangt het plan', () => {
    const nieuw = plan('2024-09-01', VO.aanbieder, '282A001', VO.brin)
    const vanSysteem = plan('2024-09-01', DERDE.aanbieder, '282A001', null)
    expect(weeg([VAN_PAAR, nieuw])).toEqual({ plan: nieuw, buiten: [] })
    expect(weeg([VAN_PAAR, vanSysteem])).toEqual({ plan: vanSysteem, buiten: [] })
  })
})

describe('K-SOK-01: het plan van buiten het paar staat in een signaal', () => {
  it('dat beide noemt en voor alle drie de scholen is', () => {
    const signaal = besluit(feiten([VAN_PAAR, VAN_DERDE]), OP).signalen.find(({ code }) => code === 'SIG-SOK-ONTBREEKT')
    expect(signaal?.uitleg).toBe('Derde School legde een leerrouteplan vast vanaf 1 september 2024, maar werkt voor deze leerling niet samen met Heideveld en ROC Merwede. Het plan van Heideveld en ROC Merwede blijft gelden. Spreek af met wie de leerling de route doet, en laat het andere plan vervallen.')
    expect(signaal?.voor).toEqual([DERDE.brin, VO.brin, MBO.brin])
    expect(besluit(feiten([VAN_PAAR]), OP).signalen.map(({ code }) => code)).not.toContain('SIG-SOK-ONTBREEKT')
  })
})

describe('Z-02: een plan van een school buiten het paar verandert de antwoorden over het paar niet', () => {
  it('wat het ook noemt en wanneer het ook begint of bekend werd', () => {
    const dag = fc.integer({ min: 0, max: 1200 }).map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10))
    const claim = fc.record({ van: dag, bekend: dag, mboCode: fc.constantFrom(MBO.aanbieder, '282A001', '999A999'), niveau: fc.constantFrom('MBO-1', 'MBO-2', 'MBO-4') })
    fc.assert(fc.property(fc.array(claim, { minLength: 1, maxLength: 4 }), fc.boolean(), dag, (claims, inMbo, op) => {
      const ingeschreven = inMbo ? { inschrijvingenVo: [], inschrijvingenMbo: [mbo({ '2022-01-01': DLR_MBO })] } : { inschrijvingenVo: [vo({ '2022-01-01': DLR_VO })] }
      const paar = plan('2022-01-01', VO.aanbieder, MBO.aanbieder, VO.brin)
      const extra = claims.map(({ van, bekend, mboCode, niveau }) => ({ ...plan(van, DERDE.aanbieder, mboCode, DERDE.brin, bekend), beoogdNiveau: niveau as 'MBO-1' }))
      const [zonder, met] = [besluit(feiten([paar], ingeschreven), op), besluit(feiten([...extra, paar], ingeschreven), op)]
      const zonderMelding = ({ signalen, ...rest }: typeof met) => ({ ...rest, signalen: signalen.filter(({ code }) => code !== 'SIG-SOK-ONTBREEKT') })
      expect(zonderMelding(met)).toEqual(zonderMelding(zonder))
    }), { numRuns: 100 })
  })
})
