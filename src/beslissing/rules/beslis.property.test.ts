import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aanbod, mbo, normen, vo } from '../../../test/dossier-bouwer.ts'
import { dag, willekeurigDossier } from '../../../test/dossier-willekeurig.ts'
import { datum, plusDagen } from '../../kern/datum.ts'
import { SIGNAALNIVEAU } from '../../kern/signaalcode.ts'
import type { Besluit } from '../besluit.ts'
import type { Dossier } from '../dossier.ts'
import { beslis } from './beslis.ts'

const kennisdatum = fc.option(dag, { nil: null, freq: 2 })
const opDag = (feiten: Dossier, peildatum: Parameters<typeof plusDagen>[0], bekendOp: Besluit['bekendOp']) => beslis(feiten, { peildatum, bekendOp }, normen)

/** Het antwoord zonder de woorden. */
function kern({ signalen, motivering, ...rest }: Besluit): unknown {
  return { ...rest, signalen: signalen.map(({ code }) => code).sort(), redenen: motivering.length }
}

const VELDEN = [
  'leerrouteplannen', 'rioAangebodenOpleidingen', 'samenwerkingsovereenkomsten', 'interneRegelingen', 'gezamenlijkeOordelen', 'inschrijvingenVo',
  'inschrijvingenMbo', 'diplomas', 'behaaldeOnderdelen', 'afwezigheid', 'schoolvakanties', 'verzuimmeldingen',
] as const

function omgekeerd(feiten: Dossier): Dossier {
  const gedraaid = Object.fromEntries(VELDEN.map((veld) => [veld, feiten[veld].toReversed()]))
  const perioden = <P, I extends { readonly perioden: readonly P[] }>(lijst: readonly I[]) => lijst.toReversed().map((een) => ({ ...een, perioden: een.perioden.toReversed() }))
  return { ...feiten, ...gedraaid, organisaties: feiten.organisaties.toReversed(), inschrijvingenVo: perioden(feiten.inschrijvingenVo), inschrijvingenMbo: perioden(feiten.inschrijvingenMbo) }
}

describe('elk besluit', () => {
  it('K-CAS-10: elk signaal hoogstens één keer, met zijn niveau, regels en een zin; bij elke beslissing een reden', () => {
    fc.assert(fc.property(willekeurigDossier, dag, kennisdatum, (feiten, peildatum, bekendOp) => {
      const { signalen, motivering } = opDag(feiten, peildatum, bekendOp)
      expect(new Set(signalen.map(({ code }) => code)).size).toBe(signalen.length)
      for (const { code, niveau, regels, uitleg } of signalen) {
        expect(niveau).toBe(SIGNAALNIVEAU[code])
        expect(regels.length).toBeGreaterThan(0)
        expect(uitleg).toMatch(/^[A-Z0-9].*\.$/)
        expect(uitleg).not.toMatch(/null|undefined|NaN/)
      }
      for (const { uitleg } of motivering) expect(uitleg).not.toMatch(/null|undefined|NaN/)
      const onderwerpen = new Set(motivering.map(({ onderwerp }) => onderwerp))
      expect([...onderwerpen].sort()).toEqual(['absoluutVerzuim', 'bekostiging', 'fase', 'inschrijvingen', 'mboVerklaring', 'melding', 'registraties', 'verzuim', 'vsv'])
    }), { numRuns: 300 })
  })

  it('K-BEK-02, K-CAS-07: nooit twee keer betaald, en alleen wie J heeft', () => {
    fc.assert(fc.property(willekeurigDossier, dag, (feiten, peildatum) => {
      const { bekostiging, fase } = opDag(feiten, peildatum, null)
      if (fase === 'VO') expect(['VO', 'geen']).toContain(bekostiging)
      if (fase === 'MBO') expect(['MBO', 'geen']).toContain(bekostiging)
      if (fase === 'onbepaald') expect(bekostiging).toBe('onbepaald')
      const zonderJ = (lijst: Dossier['inschrijvingenVo']) => lijst.map((een) => ({ ...een, perioden: een.perioden.map((periode) => ({ ...periode, indicatieBekostigbaar: 'N' as const })) }))
      const allesN = { ...feiten, inschrijvingenVo: zonderJ(feiten.inschrijvingenVo), inschrijvingenMbo: zonderJ(feiten.inschrijvingenMbo) as Dossier['inschrijvingenMbo'] }
      expect(['geen', 'onbepaald']).toContain(opDag(allesN, peildatum, null).bekostiging)
    }), { numRuns: 300 })
  })

  it('de volgorde van records verandert niets', () => {
    fc.assert(fc.property(willekeurigDossier, dag, kennisdatum, (feiten, peildatum, bekendOp) => {
      expect(kern(opDag(omgekeerd(feiten), peildatum, bekendOp))).toEqual(kern(opDag(feiten, peildatum, bekendOp)))
    }), { numRuns: 300 })
  })

  it('een aanbod van een school die niet meedoet verandert niets', () => {
    fc.assert(fc.property(willekeurigDossier, dag, fc.constantFrom('DLR', 'GLR'), (feiten, peildatum, route) => {
      const vreemd = { brin: '99XX', bevoegdGezag: '99999', onderwijsaanbieders: [{ code: '999A999', sector: 'MBO' as const }] }
      const meer = { ...feiten, organisaties: [vreemd, ...feiten.organisaties], rioAangebodenOpleidingen: [aanbod(route, 'MBO', { onderwijsaanbieder: '999A999' }), ...feiten.rioAangebodenOpleidingen] }
      expect(opDag(meer, peildatum, null)).toEqual(opDag(feiten, peildatum, null))
    }), { numRuns: 200 })
  })

  it('K-CAS-01: wat na de kennisdatum bekend werd of verviel, verandert het antwoord van toen niet', () => {
    fc.assert(fc.property(willekeurigDossier, dag, dag, (feiten, peildatum, bekendOp) => {
      const toen = opDag(feiten, peildatum, bekendOp)
      const later = plusDagen(bekendOp, 1)
      const correctie = {
        ...feiten,
        inschrijvingenVo: [...feiten.inschrijvingenVo.map((een) => ({ ...een, vervallenOp: een.vervallenOp ?? later })), vo({ '2020-08-01': { leerroute: 'GLR' } }, { inschrijvingvolgnummer: '9', bekendOp: later })],
        inschrijvingenMbo: [...feiten.inschrijvingenMbo, mbo({ '2020-08-01': {} }, { inschrijvingvolgnummer: '9', bekendOp: later })],
        diplomas: [...feiten.diplomas, { soort: 'VWO' as const, datum: datum('2020-01-01'), bekendOp: later }],
      }
      expect(kern(opDag(correctie, peildatum, bekendOp))).toEqual(kern(toen))
    }), { numRuns: 300 })
  })
})
