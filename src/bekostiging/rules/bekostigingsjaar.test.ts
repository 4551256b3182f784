import { describe, expect, it } from 'vitest'
import { DLR_MBO, DLR_VO, besluit, mbo, vo } from '../../../test/dossier-bouwer.ts'
import { datum } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { bepaalBekostigingsjaar } from './bekostigingsjaar.ts'

const normen = laadNormen()

describe('K-BEK-08: het bekostigingsjaar van een teldatum', () => {
  it.each([
    ['2025-10-01', { jaar: 2027, telling: 'inschrijvingen', diplomajaar: 2025 }],
    ['2026-02-01', { jaar: 2027, telling: 'correctie', diplomajaar: 2025 }],
    ['2026-10-01', { jaar: 2028, telling: 'inschrijvingen', diplomajaar: 2026 }],
    ['2020-02-01', { jaar: 2021, telling: 'correctie', diplomajaar: 2019 }],
  ])('%s', (op, verwacht) => {
    expect(bepaalBekostigingsjaar(datum(op), normen)).toMatchObject(verwacht)
  })
  it.each(['2026-09-30', '2026-10-02', '2026-01-31', '2026-02-02', '2019-02-01'])('%s is geen teldatum waarvoor een norm geldt', (op) => {
    expect(bepaalBekostigingsjaar(datum(op), normen)).toBeUndefined()
  })
})

describe('K-BEK-08: het besluit noemt het bekostigingsjaar als het mbo betaalt', () => {
  const reden = (op: string, feiten: Parameters<typeof besluit>[0]) => besluit(feiten, op).motivering.find(({ onderwerp }) => onderwerp === 'bekostiging')
  const inMbo = { inschrijvingenMbo: [mbo({ '2024-08-01': DLR_MBO })] }
  it('op 1 oktober, met de diploma\'s en de normen erbij', () => {
    expect(reden('2026-10-01', inMbo)).toMatchObject({
      uitkomst: 'MBO', regels: ['K-BEK-03', 'K-BEK-02', 'K-BEK-08'],
      uitleg: 'Het mbo betaalt: er is een open mbo-inschrijving met de route, fase MBO en indicatie J. Deze teldatum telt voor bekostigingsjaar 2028, samen met de diploma’s van 2026.',
      normen: [{ norm: 'bekostiging/teldata-mbo' }, { norm: 'bekostiging/hoofdteldatum-mbo' }, { norm: 'bekostiging/jaren-tot-bekostigingsjaar-mbo', waarde: 2 }],
    })
  })
  it('op 1 februari alleen voor de correctie', () => {
    expect(reden('2027-02-01', inMbo)?.uitleg).toContain('Deze teldatum telt voor bekostigingsjaar 2028, maar alleen voor de correctie.')
  })
  it('ook zonder route', () => {
    expect(reden('2026-10-01', { inschrijvingenMbo: [mbo({ '2024-08-01': {} })] })?.regels).toEqual(['K-CAS-07', 'K-BEK-08'])
  })
  it('op een andere dag niet', () => {
    expect(reden('2026-10-02', inMbo)).toMatchObject({ regels: ['K-BEK-03', 'K-BEK-02'], uitleg: expect.not.stringContaining('bekostigingsjaar') })
  })
  it('bij een vo-betaler niet: het vo telt anders', () => {
    expect(reden('2026-10-01', { inschrijvingenVo: [vo({ '2024-08-01': DLR_VO })] })).toMatchObject({ uitkomst: 'VO', uitleg: expect.not.stringContaining('bekostigingsjaar') })
  })
})
