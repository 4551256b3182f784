import { describe, expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { OrganisatieBericht } from '../bericht.ts'
import { controleerOrganisatie } from './controleer-organisatie.ts'

const VAN = datum('2018-08-01')
const school = (...extra: OrganisatieBericht['identificaties']): OrganisatieBericht => ({ soort: 'INSTELLING', naam: 'School', identificaties: [{ soort: 'BRIN', waarde: '31VA', geldigVan: VAN }, ...extra] })
const velden = (bericht: OrganisatieBericht) => controleerOrganisatie(bericht).map(({ veld }) => veld)

describe('een vestigingsnummer en zijn vestiging', () => {
  test('A-13: een vestigingsnummer mag zijn vestiging noemen, of niets', () => {
    expect(velden(school({ soort: 'VESTIGINGSNUMMER', waarde: '999900000901', vestiging: '31VA02', geldigVan: VAN }, { soort: 'VESTIGINGSNUMMER', waarde: '999900000902', geldigVan: VAN }))).toEqual([])
  })
  test.each(['31MB02', '31VA', '31va02', '31VA021', ''])('A-13: %j is geen vestiging van deze school', (vestiging) => {
    expect(velden(school({ soort: 'VESTIGINGSNUMMER', waarde: '999900000901', vestiging, geldigVan: VAN }))).toEqual(['identificaties[1].vestiging'])
  })
  test('A-13: een andere code noemt geen vestiging', () => {
    expect(velden(school({ soort: 'VESTIGING', waarde: '31VA02', vestiging: '31VA02', geldigVan: VAN }))).toEqual(['identificaties[1].vestiging'])
  })
})
