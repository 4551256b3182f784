import { describe, expect, it } from 'vitest'
import { laadBestandsregels } from './bestandsregels.ts'
import type { Bevinding } from './bevinding.ts'
import { BSN, ONRS } from './fixtures/proef.ts'
import type { Veld } from './indeling.ts'
import { INDELINGEN } from './lees-bestand.ts'
import { Meldpunt } from './melding.ts'
import { Recordlezer, veldregel } from './recordlezer.ts'

const REGELS = laadBestandsregels()

/** Een goede en een foute waarde voor elke soort veld; `undefined` = er bestaat geen foute waarde. */
function goed(v: Veld, datumvorm: string): string {
  const s = v.soort
  switch (s.soort) {
    case 'datum': case 'datum-deels': return datumvorm === 'ccyymmdd' ? '20250801' : '2025-08-01'
    case 'nummer': return s.stelsel === 'BSN' ? BSN : s.stelsel === 'ONR' ? ONRS[0] ?? '' : '100001'
    case 'lijst': return Object.entries(s.anders ?? {}).find(([van]) => van.length === 1 && s.waarden.includes('J'))?.[0] ?? s.waarden[0] ?? ''
    case 'codes': return REGELS.lijsten[s.lijst].codes.values().next().value ?? ''
    case 'getal': return String(Math.max(s.min, 1))
    case 'leeg': return ''
    case 'vrij': return 'x'
    case 'patroon': return VOORBEELDEN.find((w) => s.patroon.test(w)) ?? ''
  }
}

const VOORBEELDEN = ['99ZZ', 'K9998', 'C9998', '999A001', '999X001', '100000001', '29998', '3005', '20251119 090000', 'DLR', 'E1', 'MBO', '30']

function fout(v: Veld): string | undefined {
  switch (v.soort.soort) {
    case 'datum': return '2025-02-30'
    case 'datum-deels': return '2008-00-12'
    case 'nummer': return '12-34'
    case 'lijst': case 'codes': return '@@'
    case 'getal': return 'twee'
    case 'patroon': return '?'
    case 'leeg': return 'iets'
    case 'vrij': return undefined
  }
}

function lees(indeling: (typeof INDELINGEN)[keyof typeof INDELINGEN], soort: string, velden: readonly string[], nummers?: 'soepel'): readonly Bevinding[] {
  const uit: Bevinding[] = []
  const m = new Meldpunt('proef', (b) => uit.push(b))
  new Recordlezer(indeling, { scheiding: indeling.scheiding, meldpunt: m, regels: REGELS, nummers }).lees([soort, ...velden].join(indeling.scheiding), 7)
  m.sluit()
  return uit
}

const alle = Object.values(INDELINGEN).flatMap((indeling) => [...indeling.records.values()].flatMap((r) => r.velden.map((v, i) => ({ naam: veldregel(indeling.soort, r.recordsoort, i + 2), indeling, r, v, i }))))

describe('waarderegels per veld', () => {
  it.each(alle)('$naam zwijgt bij een goede waarde en meldt een foute', ({ naam, indeling, r, v, i }) => {
    const velden = r.velden.map((w) => goed(w, indeling.datumvorm))
    expect(lees(indeling, r.recordsoort, velden).filter((b) => b.regel === naam)).toEqual([])
    const slecht = fout(v)
    if (slecht === undefined) return
    const bevinding = lees(indeling, r.recordsoort, velden.with(i, slecht)).find((b) => b.regel === naam)
    expect(bevinding).toMatchObject({ regelnummer: 7, recordsoort: r.recordsoort, veld: v.naam, veldnummer: i + 2, remedie: expect.stringMatching(/.{10}/), verwacht: expect.stringMatching(/.+/) })
    expect(bevinding?.ernst).toBe(v.soort.soort === 'leeg' || (v.soort.soort === 'codes' && REGELS.lijsten[v.soort.lijst].onbekendeCode === 'bewaren_en_melden') ? 'kijk-na' : 'afgekeurd')
  })

  it.each(alle.filter(({ v }) => v.verplicht))('$naam is verplicht', ({ naam, indeling, r, i }) => {
    const velden = r.velden.map((w) => goed(w, indeling.datumvorm)).with(i, '')
    expect(lees(indeling, r.recordsoort, velden).find((b) => b.regel === naam)).toMatchObject({ ernst: 'afgekeurd', waarde: null })
  })

  it.each(alle.filter(({ v }) => !v.verplicht))('$naam mag leeg zijn', ({ naam, indeling, r, i }) => {
    const velden = r.velden.map((w) => goed(w, indeling.datumvorm)).with(i, '')
    expect(lees(indeling, r.recordsoort, velden).filter((b) => b.regel === naam)).toEqual([])
  })
})

describe('anders geschreven, wel gelezen', () => {
  const per = (nummer: string, datum: string): readonly Bevinding[] => lees(INDELINGEN.RO, 'PER', [nummer, '', datum, 'V'])
  it.each([['1-8-2009', 'RO-PER-04'], ['20090801', 'RO-PER-04'], ['01/08/2009', 'RO-PER-04']])('datum %s', (datum, regel) => {
    expect(per(BSN, datum)).toMatchObject([{ regel, ernst: 'anders-gelezen' }])
  })
  it.each([['2008-11-00'], ['2008-00-00']])('geboortedatum %s heeft een onbekend deel en is goed', (datum) => expect(per(BSN, datum)).toEqual([]))
  it('K-BRN-03: vult verloren nullen aan, en keurt een nummer af dat de elfproef niet haalt', () => {
    expect(per('10000008', '2009-08-01')).toMatchObject([{ ernst: 'anders-gelezen' }])
    const [b] = per('999000001', '2009-08-01')
    expect(b).toMatchObject({ ernst: 'afgekeurd', waarde: '••••••001', uitleg: 'Het nummer haalt de elfproef niet. Vaak een typefout.' })
    expect(lees(INDELINGEN.RO, 'PER', ['999000001', '', '2009-08-01', 'V'], 'soepel')).toMatchObject([{ ernst: 'kijk-na' }])
  })
  it.each(['BSN1', '2'])('K-BRN-03: neemt schuilnummer %s mee, gemeld', (nummer) => {
    expect(per(nummer, '2009-08-01')).toMatchObject([{ ernst: 'kijk-na' }])
  })
  it.each(['99900001', '9999000060'])('K-BRN-03: een cijfer te weinig of te veel (%s) is een fout', (nummer) => {
    expect(per(nummer, '2009-08-01')).toMatchObject([{ ernst: 'afgekeurd' }])
  })
  it('toont een persoonsnummer in een verschoven veld niet', () => {
    expect(JSON.stringify(lees(INDELINGEN.RO, 'PER', ['', BSN, BSN, BSN]))).not.toContain(BSN)
  })
})
