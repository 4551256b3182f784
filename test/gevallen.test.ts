import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beslis } from '../src/beslissing/index.ts'
import type { Besluit } from '../src/beslissing/index.ts'
import { datum, plusDagen } from '../src/kern/datum.ts'
import type { Datum } from '../src/kern/datum.ts'
import { SIGNAALCODES } from '../src/kern/signaalcode.ts'
import { REGELS_MAP, bestandenIn, findRegel, laadNormen, parameters } from '../src/normen/index.ts'
import type { Normen, Normwaarde } from '../src/normen/index.ts'
import { leesGevallen, leesUitgangspunten, metAndereNormen } from '../src/gevolg/index.ts'
import type { Geval } from '../src/gevolg/index.ts'

const normen = laadNormen()
/** Normen die alleen een zin maken: een andere waarde verandert de woorden (K-RIO-06, K-BEK-08), nooit de uitkomst. */
const ALLEEN_IN_WOORDEN: Readonly<Record<string, number | readonly string[]>> = {
  'rio/meetmoment-route': ['11-01'], 'bekostiging/teldata-mbo': ['11-01'], 'bekostiging/hoofdteldatum-mbo': ['02-01'], 'bekostiging/jaren-tot-bekostigingsjaar-mbo': 3,
}
const uitgangspunten = leesUitgangspunten()
const gevallen = leesGevallen(uitgangspunten)

describe.each(bestandenIn(REGELS_MAP, 'gevallen').map(([naam]) => naam))('gevallen %s', (bestand) => {
  const hier = gevallen.filter((geval) => geval.bestand === bestand)
  it.each(hier.map((geval) => [`${geval.titel} (${geval.toetst.join(', ')})`, geval] as const))('%s', (_titel, geval) => {
    const besluit = beslis(geval.dossier, geval.vraag, metAndereNormen(normen, geval.normen))
    const { signalen, ...rest } = geval.verwacht
    const codes = besluit.signalen.map(({ code }) => code).sort()
    expect(codes).toEqual(Array.isArray(signalen) ? [...signalen].sort() : codes)
    expect(besluit).toMatchObject(rest)
  })
  it('hoort bij een regelbestand met dezelfde naam', () => {
    const [domein, naam] = bestand.split('/')
    expect(existsSync(join(import.meta.dirname, '..', 'src', domein ?? '', 'rules', `${naam ?? ''}.ts`)), `src/${domein}/rules/${naam}.ts`).toBe(true)
  })
})

describe('dekking van de gevallen', () => {
  it.each(SIGNAALCODES)('%s: een geval met en een buurgeval zonder', (code) => {
    const wel = gevallen.filter((geval) => geval.wel === code)
    const niet = gevallen.filter((geval) => geval.niet === code)
    expect(wel.length).toBeGreaterThan(0)
    expect(niet.some((geval) => wel.some((ander) => ander.bestand === geval.bestand))).toBe(true)
    for (const geval of wel) expect(signalenVan(geval), geval.titel).toContain(code)
    for (const geval of niet) expect(signalenVan(geval), geval.titel).not.toContain(code)
  })
  it('elke genoemde regel bestaat', () => {
    expect(gevallen.flatMap((geval) => geval.toetst).filter((id) => findRegel(id) === undefined)).toEqual([])
  })
  it('elke norm van een besluit heeft een geval waarin een andere waarde een ander antwoord geeft', () => {
    const anders = gevallen.filter((geval) => Object.keys(geval.normen).length > 0)
    for (const geval of anders) {
      const gewoon = beslis(geval.dossier, geval.vraag, normen)
      const nieuw = beslis(geval.dossier, geval.vraag, metAndereNormen(normen, geval.normen))
      expect(kern(nieuw), `${geval.bestand}: ${geval.titel}`).not.toEqual(kern(gewoon))
    }
    expect(gevraagdeNormen().filter((naam) => !(naam in ALLEEN_IN_WOORDEN) && !anders.some((geval) => naam in geval.normen))).toEqual([])
  })
  it.each(Object.entries(ALLEEN_IN_WOORDEN))('K-RIO-06, K-BEK-08: een andere %s verandert een zin, maar geen uitkomst', (naam, waarde) => {
    const paren = gevallen.map((geval) => [beslis(geval.dossier, geval.vraag, normen), beslis(geval.dossier, geval.vraag, metAndereNormen(normen, { [naam]: waarde }))] as const)
    for (const [gewoon, nieuw] of paren) expect(kern(nieuw)).toEqual(kern(gewoon))
    expect(paren.some(([gewoon, nieuw]) => woorden(gewoon) !== woorden(nieuw))).toBe(true)
  })
})

describe('op elke grens van een norm: de dag ervoor en de eerste dag', () => {
  const grenzen = parameters().flatMap(({ naam }) => normen.wijzigingsdata(naam).map((dag) => [naam, dag] as const))
  it.each(grenzen)('%s vanaf %s', (naam, dag) => {
    for (const { dossier } of uitgangspunten.values()) {
      for (const peildatum of [plusDagen(dag, -1), dag]) {
        const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
        expect(normenIn(besluit).filter((norm) => norm.geldigVan > peildatum), `${naam} op ${peildatum}`).toEqual([])
      }
    }
  })
})

describe('dekking in de tijd', () => {
  const dagen = eersteDagen('2020-08', '2028-11')
  it.each([...uitgangspunten.keys()])('%s: op elke eerste van de maand precies één antwoord', (naam) => {
    const dossier = uitgangspunten.get(naam)?.dossier
    if (dossier === undefined) throw new Error(naam)
    for (const peildatum of dagen) {
      const besluit = beslis(dossier, { peildatum, bekendOp: null }, normen)
      expect(['VO', 'MBO', 'onbepaald', null]).toContain(besluit.fase)
      for (const partij of [besluit.verzuim, besluit.bekostiging, besluit.vsv]) expect(['VO', 'MBO', 'onbepaald', 'geen']).toContain(partij)
      const codes = besluit.signalen.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(besluit.motivering.length).toBeGreaterThan(0)
    }
  })
  it('elke parameter heeft op elk van die dagen een waarde', () => {
    for (const parameter of parameters()) {
      const leesbaar = { getal: normen.getal, datum: normen.datum, codes: normen.lijst, 'maand-dagen': normen.lijst }[parameter.soort]
      for (const dag of dagen) expect(leesbaar(parameter.naam, dag).soort, `${parameter.naam} op ${dag}`).toBe('geldt')
    }
  })
})

function signalenVan(geval: Geval): readonly string[] {
  return beslis(geval.dossier, geval.vraag, metAndereNormen(normen, geval.normen)).signalen.map(({ code }) => code)
}

/** Het antwoord zonder de woorden: die mogen niet het enige zijn wat verandert. */
function kern(besluit: Besluit): unknown {
  const { motivering: _motivering, signalen, ...rest } = besluit
  return { ...rest, signalen: signalen.map(({ code }) => code) }
}

function woorden({ motivering, signalen }: Besluit): string {
  return [...motivering, ...signalen].map(({ uitleg }) => uitleg).join('\n')
}

function normenIn(besluit: Besluit): readonly { readonly geldigVan: string }[] {
  return [...besluit.motivering, ...besluit.signalen].flatMap((deel) => deel.normen ?? [])
}

/** De namen die het beslissen van alle gevallen echt opvraagt. */
function gevraagdeNormen(): readonly string[] {
  const gevraagd = new Set<string>()
  const luister = <T>(vraag: (naam: string, op: Datum) => Normwaarde<T>) => (naam: string, op: Datum) => {
    gevraagd.add(naam)
    return vraag(naam, op)
  }
  const afgeluisterd: Normen = { ...normen, getal: luister(normen.getal), datum: luister(normen.datum), lijst: luister(normen.lijst) }
  for (const geval of gevallen) beslis(geval.dossier, geval.vraag, afgeluisterd)
  return [...gevraagd]
}

function eersteDagen(van: string, totEnMet: string): readonly Datum[] {
  const dagen: Datum[] = []
  for (let jaar = Number(van.slice(0, 4)), maand = Number(van.slice(5)); ; maand === 12 ? (jaar++, maand = 1) : maand++) {
    const dag = datum(`${jaar}-${String(maand).padStart(2, '0')}-01`)
    if (dag.slice(0, 7) > totEnMet) return dagen
    dagen.push(dag)
  }
}
