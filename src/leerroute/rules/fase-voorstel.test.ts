import { describe, expect, it } from 'vitest'
import { datum } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { stelFaseVoor } from './fase-voorstel.ts'

const normen = laadNormen()
const LEEG = { inschrijvingenVo: [], inschrijvingenMbo: [] }
const vo = (begin: string) => ({ ...LEEG, inschrijvingenVo: [{ brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: datum(begin), perioden: [{ datumBegin: datum(begin), indicatieBekostigbaar: 'J' as const, leerroute: 'DLR' as const }] }] })

describe('voorstel voor de fase', () => {
  it('K-FASE-01: zonder eerdere periode is dit jaar 1, dus fase VO, en fase MBO begint op 1 augustus na twee schooljaren', () => {
    expect(stelFaseVoor(LEEG, { sector: 'VO', leerroute: 'DLR', begin: datum('2026-08-01') }, normen)).toMatchObject({ fase: 'VO', faseMboVanaf: '2028-08-01', kentEerderePeriode: false, reden: { regels: ['K-FASE-01', 'K-FASE-02'] } })
  })

  it('K-FASE-02: de route begon eerder bij de andere school: dan telt dat jaar', () => {
    expect(stelFaseVoor(vo('2025-08-01'), { sector: 'MBO', leerroute: 'DLR', begin: datum('2027-08-01') }, normen)).toMatchObject({ fase: 'MBO', faseMboVanaf: '2027-08-01', kentEerderePeriode: true })
    expect(stelFaseVoor(vo('2025-08-01'), { sector: 'MBO', leerroute: 'DLR', begin: datum('2027-06-01') }, normen)).toMatchObject({ fase: 'VO', faseMboVanaf: '2027-08-01' })
  })

  it('K-FASE-02: voor de eerste begindatum van de wet is er geen voorstel', () => {
    expect(stelFaseVoor(LEEG, { sector: 'VO', leerroute: 'DLR', begin: datum('2019-08-01') }, normen)).toBeUndefined()
  })
})
