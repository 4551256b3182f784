import { describe, expect, it } from 'vitest'
import type { InschrijvingMbo } from '../../bron/index.ts'
import { datum } from '../../kern/datum.ts'
import { bekostigingsrelevanteBpv, bepaalBekostigingsstatus, type Bpvfeit, type Teldatumfeiten } from './bekostigingsgrondslag.ts'

const DAG = datum('2025-10-01')
const inschrijving = (brin: string, nummer: string, fase: 'VO' | 'MBO' | null = 'MBO', anders: Partial<InschrijvingMbo> = {}): InschrijvingMbo => ({
  brin, inschrijvingvolgnummer: nummer, datumInschrijving: datum('2025-08-01'), perioden: [{ datumBegin: datum('2025-08-01'), indicatieBekostigbaar: 'J', leertraject: 'BOL', leerroute: fase === null ? null : 'DLR', leerroutefase: fase }], ...anders,
})
const feiten = (deel: Partial<Teldatumfeiten> = {}): Teldatumfeiten => ({
  teldatum: DAG, brin: '21MB', inschrijvingvolgnummer: '1', periode: { opleidingcode: '29998', leertraject: 'BOL', leerroutefase: 'MBO', bekostigbaar: 'J' }, bpv: [],
  besluit: { bekostiging: 'MBO', fase: 'MBO' }, inschrijvingen: [inschrijving('21MB', '1')], ...deel,
})
const periode = (deel: Partial<Teldatumfeiten['periode']>): Partial<Teldatumfeiten> => ({ periode: { ...feiten().periode, ...deel } })
const bpv = (deel: Partial<Bpvfeit> = {}): Bpvfeit => ({ afsluitdatum: '2025-09-01', datumBegin: '2025-09-15', eindeGepland: '2026-07-31', eindeWerkelijk: null, opleidingcode: '29998', ...deel })
const BBL = { ...periode({ leertraject: 'BBL' }), inschrijvingen: [inschrijving('21MB', '1', 'MBO', { perioden: [{ datumBegin: datum('2025-08-01'), indicatieBekostigbaar: 'J', leertraject: 'BBL', leerroutefase: 'MBO' }] })] }

describe('K-BEK-02, K-BEK-03, K-BEK-06: de bekostigingsstatus op een teldatum', () => {
  it.each<[string, Partial<Teldatumfeiten>, boolean | null, string | null]>([
    ['alles klopt', {}, true, null],
    ['indicatie N', periode({ bekostigbaar: 'N' }), false, null], ['leertraject OVO', periode({ leertraject: 'OVO' }), false, null], ['leertraject EX', periode({ leertraject: 'EX' }), false, null], ['fase VO', periode({ leerroutefase: 'VO' }), false, null],
    ['het vo betaalt', { besluit: { bekostiging: 'VO', fase: 'VO' } }, false, null], ['niemand betaalt', { besluit: { bekostiging: 'geen', fase: 'MBO' } }, false, null],
    ['de registers zijn het niet eens', { besluit: { bekostiging: 'onbepaald', fase: 'onbepaald' } }, null, 'fase-onbepaald'],
    ['een tweede inschrijving die ook telt', { inschrijvingen: [inschrijving('21MB', '1'), inschrijving('21MB', '2')] }, null, 'meer-inschrijvingen'],
    ['een tweede bij een andere school', { inschrijvingen: [inschrijving('21MB', '1'), inschrijving('25LX', '1')] }, null, 'meer-inschrijvingen'],
    ['een tweede die al gestopt is', { inschrijvingen: [inschrijving('21MB', '1'), inschrijving('21MB', '2', 'MBO', { datumUitschrijving: datum('2025-09-30') })] }, true, null],
    ['een tweede die op de teldatum stopt', { inschrijvingen: [inschrijving('21MB', '1'), inschrijving('21MB', '2', 'MBO', { datumUitschrijving: DAG })] }, null, 'meer-inschrijvingen'],
    ['een tweede zonder fase, naast een route in fase MBO', { inschrijvingen: [inschrijving('21MB', '1'), inschrijving('21MB', '2', null)] }, true, null],
    ['deze telt niet, de andere wel', { inschrijvingvolgnummer: '2', inschrijvingen: [inschrijving('21MB', '1'), inschrijving('21MB', '2', null)] }, false, null],
    ['bbl zonder bpv', BBL, false, null], ['bbl met bpv', { ...BBL, bpv: [bpv()] }, true, null],
    ['bbl met een bpv voor een andere opleiding', { ...BBL, bpv: [bpv({ opleidingcode: '29997' })] }, null, 'bpv-twijfel'], ['bbl met een bpv die al voorbij is', { ...BBL, bpv: [bpv({ eindeWerkelijk: '2025-09-30' })] }, false, null],
  ])('%s', (_wat, deel, status, onbekend) => {
    expect(bepaalBekostigingsstatus(feiten(deel))).toEqual({ status, onbekend })
  })
})

describe('welke bpv meetelt (afgeleid)', () => {
  it.each<[string, Partial<Bpvfeit>, number]>([
    ['begint op de teldatum', { datumBegin: '2025-10-01' }, 1], ['begint de dag erna', { datumBegin: '2025-10-02' }, 0], ['eindigt werkelijk op de teldatum', { eindeWerkelijk: '2025-10-01' }, 1],
    ['eindigt gepland de dag ervoor', { eindeGepland: '2025-09-30' }, 0], ['opgemaakt op 31 december', { afsluitdatum: '2025-12-31' }, 1], ['opgemaakt in het jaar erna', { afsluitdatum: '2026-01-01' }, 0],
  ])('%s', (_wat, deel, aantal) => {
    expect(bekostigingsrelevanteBpv([bpv(deel)], { leertraject: 'BBL', opleidingcode: '29998' }, DAG)).toHaveLength(aantal)
    expect(bekostigingsrelevanteBpv([bpv(deel)], { leertraject: 'BOL', opleidingcode: '29998' }, DAG)).toEqual([])
  })
})
