import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMiddelVervallen, koppelVanuit, OVERGANGEN, type Overstapgebeurtenis, type Tokentoestand, volgendeBewaardeToestand, volgendeToestand } from './toestanden.ts'

const TOESTANDEN = Object.keys(OVERGANGEN) as Tokentoestand[]
const GEBEURTENISSEN: readonly Overstapgebeurtenis[] = ['start-koppeling', 'koppel', 'breek-af', 'blokkeer', 'deblokkeer', 'sluit-af', 'hertoeken', 'laat-vervallen', 'trek-in', 'ontkoppel']
const reeks = fc.array(fc.constantFrom(...GEBEURTENISSEN), { maxLength: 40 })

/** Alle toestanden na elke gebeurtenis; wat niet kan, verandert niets. */
function doorloop(van: Tokentoestand, gebeurtenissen: readonly Overstapgebeurtenis[]): readonly Tokentoestand[] {
  const pad = [van]
  for (const gebeurtenis of gebeurtenissen) {
    const nu = pad.at(-1) ?? van
    const naar = volgendeToestand(nu, gebeurtenis, pad.includes('AFGESLOTEN') ? 'AFGESLOTEN' : 'ACTIEF_TOKEN')
    pad.push(naar.ok ? naar.waarde : nu)
  }
  return pad
}

describe('T-32: de toestanden van een oud account', () => {
  test('T-32: precies deze overgangen bestaan; elke andere is de weigering overgang-niet-toegestaan', () => {
    const mogelijk = TOESTANDEN.flatMap((van) => GEBEURTENISSEN.flatMap((gebeurtenis) => {
      const naar = volgendeToestand(van, gebeurtenis)
      if (!naar.ok) expect(naar.reden).toEqual({ soort: 'overgang-niet-toegestaan', van, gebeurtenis })
      return naar.ok ? [`${van} ${gebeurtenis} ${naar.waarde}`] : []
    }))
    expect(mogelijk).toEqual([
      'ACTIEF_TOKEN start-koppeling KOPPELING_GESTART', 'ACTIEF_TOKEN blokkeer GEBLOKKEERD', 'ACTIEF_TOKEN sluit-af AFGESLOTEN', 'ACTIEF_TOKEN trek-in INGETROKKEN',
      'KOPPELING_GESTART koppel GEKOPPELD', 'KOPPELING_GESTART breek-af ACTIEF_TOKEN', 'KOPPELING_GESTART blokkeer GEBLOKKEERD', 'KOPPELING_GESTART trek-in INGETROKKEN',
      'GEBLOKKEERD deblokkeer ACTIEF_TOKEN', 'GEBLOKKEERD trek-in INGETROKKEN',
      'AFGESLOTEN start-koppeling KOPPELING_GESTART', 'AFGESLOTEN hertoeken GEKOPPELD_DOOR_BEHEERDER', 'AFGESLOTEN laat-vervallen VERVALLEN_ONGEKOPPELD', 'AFGESLOTEN trek-in INGETROKKEN',
      'GEKOPPELD trek-in INGETROKKEN', 'GEKOPPELD ontkoppel ONTKOPPELD', 'GEKOPPELD_DOOR_BEHEERDER trek-in INGETROKKEN', 'VERVALLEN_ONGEKOPPELD trek-in INGETROKKEN',
    ])
  })
  test('T-31: is het oude middel eenmaal vervallen, dan komt het na geen enkele reeks gebeurtenissen terug', () => {
    fc.assert(fc.property(fc.constantFrom(...TOESTANDEN), reeks, (van, gebeurtenissen) => {
      const pad = doorloop(van, gebeurtenissen)
      const eerste = pad.findIndex(isMiddelVervallen)
      expect(eerste < 0 || pad.slice(eerste).every(isMiddelVervallen)).toBe(true)
    }))
  })
  test('eindtoestanden blijven eindtoestanden', () => {
    fc.assert(fc.property(fc.constantFrom('INGETROKKEN' as const, 'ONTKOPPELD' as const), reeks, (van, gebeurtenissen) => {
      expect(new Set(doorloop(van, gebeurtenissen))).toEqual(new Set([van]))
    }))
  })
  test('T-21: van afgesloten komt een account nooit terug naar een werkend token, ook niet door een koppeling af te breken', () => {
    fc.assert(fc.property(reeks, (gebeurtenissen) => {
      const pad = doorloop('AFGESLOTEN', gebeurtenissen.filter((gebeurtenis) => gebeurtenis !== 'blokkeer'))
      expect(pad).not.toContain('ACTIEF_TOKEN')
    }))
    expect(volgendeToestand('KOPPELING_GESTART', 'breek-af', 'AFGESLOTEN')).toEqual({ ok: true, waarde: 'AFGESLOTEN' })
  })
  test('T-22: intrekken kan uit elke toestand die geen eindtoestand is', () => {
    expect(TOESTANDEN.filter((van) => !volgendeToestand(van, 'trek-in').ok)).toEqual(['INGETROKKEN', 'ONTKOPPELD'])
  })
  test('koppelen in een stap kan precies waar beginnen kan', () => {
    for (const van of TOESTANDEN) {
      if (van === 'KOPPELING_GESTART') continue
      expect([van, koppelVanuit(van).ok]).toEqual([van, volgendeToestand(van, 'start-koppeling').ok])
    }
    expect(volgendeBewaardeToestand('GEKOPPELD', 'deblokkeer')).toMatchObject({ ok: false, reden: { van: 'GEKOPPELD', gebeurtenis: 'deblokkeer' } })
  })
})
