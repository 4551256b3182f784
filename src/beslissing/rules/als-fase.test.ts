import fc from 'fast-check'
import { expect, test } from 'vitest'
import { willekeurigDossier } from '../../../test/dossier-willekeurig.ts'
import { datum } from '../../kern/datum.ts'
import { alsFase } from './als-fase.ts'

const DAG = datum('2026-10-01')

test('K-FASE-02: alleen de periode met een route die op de dag geldt, krijgt de fase', () => {
  fc.assert(fc.property(willekeurigDossier, fc.constantFrom('VO' as const, 'MBO' as const), (dossier, fase) => {
    const als = alsFase(dossier, fase, DAG)
    for (const soort of ['inschrijvingenVo', 'inschrijvingenMbo'] as const) {
      als[soort].forEach((inschrijving, i) => inschrijving.perioden.forEach((periode, j) => {
        const was = dossier[soort][i]?.perioden[j]
        const { leerroutefase: _nu, ...rest } = periode
        const { leerroutefase: toen, ...restToen } = was ?? periode
        expect(rest).toEqual(restToen)
        if (periode.leerroutefase !== toen) expect([periode.leerroutefase, (periode.leerroute ?? null) === null, periode.datumBegin <= DAG]).toEqual([fase, false, true])
      }))
    }
  }))
})
