import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { datum } from '../kern/datum.ts'
import { NormenFout, leesVelden, melder } from './bestand.ts'
import type { Normfout } from './bestand.ts'
import type { Parameter, Soort } from './opzoeken.ts'
import { maakReeks } from './opzoeken.ts'
import { leesParameter } from './parameter.ts'
import { leesWaardelijst } from './waardelijst.ts'
import type { Waardelijst } from './waardelijst.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const OMGEVING = {
  eenheden: new Map<string, Soort>([['jaar', 'getal'], ['datum', 'datum'], ['code', 'codes'], ['maand-dag', 'maand-dagen']]),
  bronnen: new Set(['S19', 'S37']),
  regels: new Set(['K-VSV-05']),
}

/** Per kapot bestand: het veld dat de fout noemt en een stuk van de geschonden regel. */
const PARAMETERFOUTEN: Readonly<Record<string, readonly [string, string]>> = {
  'dubbele-sleutel': ['Map keys must be unique', 'elke sleutel staat één keer'],
  'niet-op-volgorde': ['waarden.2020-08-01', 'oudste eerst'],
  'onmogelijke-dag': ['waarden.2021-02-29', 'geen bestaande dag'],
  'zonder-bron': ['waarden.2020-08-01.bron', 'verplicht'],
  'zonder-zekerheid': ['waarden.2020-08-01.zekerheid', 'zeker of afgeleid'],
  'onbekende-eenheid': ['eenheid', 'lichtjaar'],
  'onbekende-bron': ['waarden.2020-08-01.bron', 'S999'],
  'ongebruikt': ['gebruikt_door', 'ten minste één regel'],
  'onbekende-regel': ['gebruikt_door', 'K-VSV-99'],
  'verkeerde-soort': ['waarden.2020-08-01.waarde', 'een getal'],
  'einde-voor-begin': ['geldig_tot_en_met', '2020-08-01'],
  'onbekend-veld': ['waarden.2020-08-01.opmerking', 'bestaat niet'],
  'geen-velden': ['(hele bestand)', 'lijst van velden'],
  'zonder-waarde': ['waarden.2020-08-01.waarde', 'verplicht'],
  'lege-waarden': ['waarden', 'ten minste één waarde'],
  'niet-gecontroleerd': ['gecontroleerd_op', 'verplicht'],
  'onbekende-status': ['waarden.2020-08-01.status', 'aangekondigd'],
  'onleesbaar': ['', 'geldige YAML'],
}

const LIJSTFOUTEN: Readonly<Record<string, readonly [string, string]>> = {
  'onbekende-code-vergeten': ['onbekende_code', 'onbekende code'],
  'code-eindigt-voor-begin': ['codes.A.geldig_tot_en_met', 'voor de eerste dag'],
  'code-zonder-bron': ['codes.A.bron', 'verplicht'],
  'zonder-codes': ['codes', 'ten minste één code'],
}

describe('een kapot parameterbestand wordt geweigerd', () => {
  it.each(Object.entries(PARAMETERFOUTEN))('%s', (naam, [veld, regel]) => {
    const { fouten } = leesFixture(naam)
    const fout = fouten.find((fout) => fout.veld.includes(veld) && fout.regel.includes(regel))
    expect(fout, JSON.stringify(fouten)).toBeDefined()
    expect(fout?.bestand).toBe(`${naam}.yaml`)
    expect(fout?.herstel).not.toBe('')
  })
  it('elk bestand in fixtures/ heeft een verwachting', () => {
    expect(namenIn(FIXTURES)).toEqual([...Object.keys(PARAMETERFOUTEN), 'goed'].sort())
    expect(namenIn(join(FIXTURES, 'waardelijst'))).toEqual([...Object.keys(LIJSTFOUTEN), 'goed'].sort())
  })
  it('de melding noemt bestand, veld, regel en herstel', () => {
    const { fouten } = leesFixture('zonder-bron')
    expect(new NormenFout(fouten).message).toContain('- zonder-bron.yaml, waarden.2020-08-01.bron: dit veld is verplicht en bevat tekst. Herstel: vul `bron:` in.')
  })
})

describe('een goed parameterbestand geeft op elke dag één antwoord', () => {
  const reeks = maakReeks(goed(), false)
  const metAangekondigd = maakReeks(goed(), true)
  it.each([
    ['2020-07-31', { soort: 'nog-niet-van-kracht', vanaf: '2020-08-01' }],
    ['2020-08-01', { soort: 'geldt', waarde: 23 }],
    ['2025-12-31', { soort: 'geldt', waarde: 23 }],
    ['2026-01-01', { soort: 'geldt', waarde: 27 }],
    ['2028-01-01', { soort: 'geldt', waarde: 27 }],
    ['2029-12-31', { soort: 'geldt', waarde: 27 }],
    ['2030-01-01', { soort: 'vervallen', geldigTotEnMet: '2029-12-31' }],
  ])('op %s', (dag, antwoord) => {
    expect(reeks?.antwoord(datum(dag))).toMatchObject(antwoord)
  })
  it('een aangekondigde waarde telt alleen op verzoek', () => {
    expect(metAangekondigd?.antwoord(datum('2028-01-01'))).toMatchObject({ waarde: 30 })
    expect(metAangekondigd?.antwoord(datum('2027-12-31'))).toMatchObject({ waarde: 27 })
    expect(reeks?.data).toEqual(['2020-08-01', '2026-01-01'])
    expect(metAangekondigd?.data).toEqual(['2020-08-01', '2026-01-01', '2028-01-01'])
  })
  it('hetzelfde antwoord is hetzelfde object: opzoeken maakt niets nieuws', () => {
    expect(reeks?.antwoord(datum('2026-01-01'))).toBe(reeks?.antwoord(datum('2027-05-05')))
  })
})

describe('een kapotte waardelijst wordt geweigerd', () => {
  it.each(Object.entries(LIJSTFOUTEN))('%s', (naam, [veld, regel]) => {
    const { fouten } = leesLijst(naam)
    expect(fouten).toContainEqual(expect.objectContaining({ veld, regel: expect.stringContaining(regel) }))
  })
  it('een goede lijst antwoordt per dag, laatste dag inclusief', () => {
    const { lijst, fouten } = leesLijst('goed')
    expect(fouten).toEqual([])
    expect(lijst?.code('A', datum('2020-07-31'))).toEqual({ soort: 'nog-niet-van-kracht', vanaf: '2020-08-01' })
    expect(lijst?.code('A', datum('2020-08-01'))).toMatchObject({ soort: 'geldt', code: { label: 'eerste' } })
    expect(lijst?.code('A', datum('2023-07-31'))).toMatchObject({ soort: 'geldt' })
    expect(lijst?.code('A', datum('2023-08-01'))).toEqual({ soort: 'vervallen', geldigTotEnMet: '2023-07-31' })
    expect(lijst?.code('B', datum('2021-01-01'))).toEqual({ soort: 'onbekend', onbekendeCode: 'bewaren_en_melden' })
  })
})

function leesFixture(naam: string): { readonly parameter: Parameter | undefined; readonly fouten: readonly Normfout[] } {
  const fouten: Normfout[] = []
  const meld = melder(`${naam}.yaml`, fouten)
  const velden = leesVelden(join(FIXTURES, `${naam}.yaml`), meld)
  return { parameter: velden === undefined ? undefined : leesParameter(`test/${naam}`, velden, OMGEVING, meld), fouten }
}

function leesLijst(naam: string): { readonly lijst: Waardelijst | undefined; readonly fouten: readonly Normfout[] } {
  const fouten: Normfout[] = []
  const meld = melder(`${naam}.yaml`, fouten)
  const velden = leesVelden(join(FIXTURES, 'waardelijst', `${naam}.yaml`), meld)
  return { lijst: velden === undefined ? undefined : leesWaardelijst(naam, velden, OMGEVING.bronnen, meld), fouten }
}

function goed(): Parameter {
  const { parameter, fouten } = leesFixture('goed')
  if (parameter === undefined) throw new Error(`fixture goed.yaml is kapot: ${JSON.stringify(fouten)}`)
  return parameter
}

function namenIn(map: string): readonly string[] {
  return readdirSync(map).filter((naam) => naam.endsWith('.yaml')).map((naam) => naam.slice(0, -5)).sort()
}
