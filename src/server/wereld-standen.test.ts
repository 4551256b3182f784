import { describe, expect, it } from 'vitest'
import type { InschrijvingMbo, InschrijvingVo } from '../bron/index.ts'
import { datum } from '../kern/datum.ts'
import { leesWereld } from './wereld-bestanden.ts'
import { maakLeveringen } from './wereld-standen.ts'

const { studenten } = leesWereld()
const leveringenVan = (records: readonly (InschrijvingVo | InschrijvingMbo)[]) => maakLeveringen<InschrijvingVo | InschrijvingMbo>(records)
const dossierVan = (naam: string) => {
  const student = studenten.find((kandidaat) => kandidaat.naam === naam)
  if (student === undefined) throw new Error(`${naam} zit niet in de verzonnen regio`)
  return student.dossier
}

describe('leveringen van een inschrijving', () => {
  it('K-CAS-01: de wijziging van 2 oktober komt als eigen levering na de eerdere standen', () => {
    const leveringen = maakLeveringen(dossierVan('Mila Hoekstra').inschrijvingenMbo)
    expect(leveringen.map(({ moment, stand }) => [moment.slice(0, 10), stand.perioden.length])).toEqual([['2025-01-11', 1], ['2025-07-04', 2], ['2026-10-02', 3]])
    expect(leveringen[2]?.moment).toBe('2026-10-02T07:41:00.000Z')
  })

  it('K-CAS-01: een correctie vervangt de stand, met hetzelfde volgnummer', () => {
    const leveringen = maakLeveringen(dossierVan('Romy Kiewiet').inschrijvingenMbo)
    expect(leveringen.map(({ moment, stand }) => [moment.slice(0, 10), stand.perioden[0]?.indicatieBekostigbaar])).toEqual([['2026-07-11', 'N'], ['2026-10-20', 'J']])
    expect(new Set(leveringen.map(({ stand }) => stand.inschrijvingvolgnummer)).size).toBe(1)
  })

  it('K-CAS-01: een laat gemelde uitschrijving staat pas in de levering van die dag', () => {
    const leveringen = maakLeveringen(dossierVan('Ismail Warsame').inschrijvingenVo)
    expect(leveringen.at(-2)?.stand.datumUitschrijving).toBeNull()
    expect(leveringen.at(-1)?.stand.datumUitschrijving).toBe('2026-10-09')
    expect(leveringen.at(-1)?.moment.slice(0, 10)).toBe('2026-10-12')
  })

  it('eindigt bij elke student met precies de feiten die nu gelden', () => {
    for (const { naam, dossier } of studenten) {
      for (const records of [dossier.inschrijvingenVo, dossier.inschrijvingenMbo]) {
        const geldig = records.filter(({ vervallenOp }) => !vervallenOp)
        const laatste = new Map(leveringenVan(records).map(({ stand }) => [`${stand.brin} ${stand.inschrijvingvolgnummer}`, stand]))
        for (const record of geldig) {
          const stand = laatste.get(`${record.brin} ${record.inschrijvingvolgnummer}`)
          expect(stand?.perioden.map(({ datumBegin }) => datumBegin), naam).toEqual(record.perioden.map(({ datumBegin }) => datumBegin))
          expect(stand?.datumUitschrijving ?? null, naam).toBe(record.datumUitschrijving ?? null)
        }
      }
    }
  })

  it('levert per inschrijving in volgorde van tijd, en altijd voor vandaag', () => {
    for (const { dossier } of studenten) {
      const momenten = maakLeveringen(dossier.inschrijvingenVo).map(({ moment }) => moment)
      expect(momenten).toEqual(momenten.toSorted())
      expect(momenten.every((moment) => moment.slice(0, 10) < datum('2026-11-24'))).toBe(true)
    }
  })
})
