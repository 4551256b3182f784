import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { datum, datumInNederland } from '../src/kern/datum.ts'
import { SIGNAALCODES } from '../src/kern/signaalcode.ts'
import { bron, bronnen, inTaal, laadNormen, parameters, parametersZonderCode, regel, regels, regelsZonderCode, signaaltekst, teControleren, waardelijst } from '../src/normen/index.ts'
import { leesGevallen, leesUitgangspunten } from '../src/gevolg/index.ts'

const PROJECT = join(import.meta.dirname, '..')
const broncode = leesAlles(join(PROJECT, 'src'), (pad) => /\.tsx?$/.test(pad) && !pad.includes('.test.') && !pad.includes('/normen/'))

describe('regels/ en de code horen bij elkaar', () => {
  it('laadt zonder fouten', () => {
    expect(laadNormen().versie).toMatch(/^[0-9a-f]{16}$/)
    expect(parameters().length).toBeGreaterThan(15)
    expect(regels().length).toBeGreaterThan(85)
  })
  it('elke parameter wordt door de code opgevraagd', () => {
    expect(parametersZonderCode(parameters(), broncode)).toEqual([])
  })
  it('elke norm die de code opvraagt, bestaat', () => {
    const namen = new Set(parameters().map(({ naam }) => naam))
    const gevraagd = [...broncode.matchAll(/\.(?:getal|datum|lijst|wijzigingsdata)\('([a-z-]+\/[a-z0-9-]+)'/g)].map(([, naam]) => naam ?? '')
    expect(gevraagd.length).toBeGreaterThan(5)
    expect(gevraagd.filter((naam) => !namen.has(naam))).toEqual([])
  })
  it.each([['niveau', /niveaus/], ['leerweg', /leerwegen/]])('elke code in een parameter staat die dag in de waardelijst %s', (lijst, naam) => {
    const met = parameters().filter((parameter) => parameter.soort === 'codes' && naam.test(parameter.naam))
    expect(met.length).toBeGreaterThan(0)
    for (const { waarden } of met) {
      for (const { van, waarde } of waarden) for (const code of [waarde].flat()) expect(waardelijst(lijst).code(String(code), van).soort, String(code)).not.toBe('onbekend')
    }
  })
  it('elke regel staat in de code of zegt waarom niet', () => {
    expect(regelsZonderCode(regels(), parameters(), broncode).map(({ veld }) => veld)).toEqual([])
  })
  it('elke regel in de code is getest: in een geval of in een test die hem noemt', () => {
    const tests = leesAlles(join(PROJECT, 'src'), (pad) => pad.includes('.test.')) + leesAlles(join(PROJECT, 'test'), (pad) => pad.includes('.test.') && !pad.endsWith('regels.test.ts'))
    const inGeval = new Set(leesGevallen(leesUitgangspunten()).flatMap((geval) => geval.toetst))
    const inCode = regels().filter(({ nietInCode }) => nietInCode === null)
    expect(inCode.filter(({ id }) => !inGeval.has(id) && !tests.includes(id)).map(({ id }) => id)).toEqual([])
  })
  it('elke bron wordt gebruikt', () => {
    const tekst = leesAlles(join(PROJECT, 'regels'), (pad) => pad.endsWith('.yaml') && !pad.endsWith('bronnen.yaml'))
    expect(bronnen().filter(({ id }) => !new RegExp(`\\b${id}\\b`).test(tekst)).map(({ id }) => id)).toEqual(NIET_GEBRUIKT)
  })
})

/** De wet zelf: lezers zoeken haar, maar geen regel steunt op de gelezen tekst. */
const NIET_GEBRUIKT = ['S1b']

const TEKSTVELDEN = new Set(['titel', 'uitleg', 'kanttekening', 'nietInCode', 'watTeDoen', 'omschrijving'])
const NEDERLANDS = /gelieve|teneinde|dient te|middels|inzake|\bthe\b/i
const ENGELS = /hereby|pursuant|herein|shall\b|\b(het|een|niet|staat|wordt|naar|zijn)\b/i

describe.each([['nl', NEDERLANDS], ['en', ENGELS]] as const)('de woorden zijn kort genoeg om te lezen (B1, S-76): %s', (taal, vreemd) => {
  const zinnen = [
    ...regels().flatMap((regel) => woordenVan(inTaal(regel, taal)).map((zin) => [regel.id, zin] as const)),
    ...SIGNAALCODES.flatMap((code) => woordenVan(inTaal(signaaltekst(code), taal)).map((zin) => [code, zin] as const)),
    ...parameters().flatMap((parameter) => woordenVan(inTaal(parameter, taal)).map((zin) => [parameter.naam, zin] as const)),
  ]
  it('geen zin is langer dan 25 woorden, gemiddeld hooguit 12', () => {
    const lang = zinnen.filter(([, zin]) => zin.split(' ').length > 25)
    expect(lang).toEqual([])
    expect(zinnen.reduce((som, [, zin]) => som + zin.split(' ').length, 0) / zinnen.length).toBeLessThanOrEqual(12)
  })
  it('geen kanselarijtaal, en geen woorden van de andere taal', () => {
    expect(zinnen.filter(([, zin]) => vreemd.test(zin))).toEqual([])
  })
  it('elk geval heeft een titel, en geen twee gevallen in een bestand dezelfde', () => {
    const titels = leesGevallen(leesUitgangspunten()).map((geval) => `${geval.bestand}: ${inTaal(geval, taal).titel}`)
    expect(titels.length).toBeGreaterThan(140)
    expect(titels.filter((titel, i) => titels.indexOf(titel) !== i)).toEqual([])
    expect(titels.filter((titel) => vreemd.test(titel))).toEqual([])
  })
})

describe('bronnen zijn terug te vinden', () => {
  it('elke regel noemt een bestaande bron, en elke zekere regel een openbare of toegelichte', () => {
    for (const { id } of regels()) expect(regel(id).bronnen.every((nummer) => bron(nummer).url !== null || bron(nummer).toelichting !== null), id).toBe(true)
  })
  it('geen dag van controle ligt na vandaag', () => {
    const vandaag = datumInNederland(new Date())
    expect(parameters().filter(({ gecontroleerdOp }) => gecontroleerdOp > vandaag)).toEqual([])
  })
  it('noemt welke parameters langer dan een jaar niet zijn gecontroleerd', () => {
    const oud = teControleren(parameters(), datumInNederland(new Date()))
    for (const { naam, gecontroleerdOp } of oud) process.stderr.write(`Lees de bron opnieuw van ${naam}, voor het laatst gelezen op ${gecontroleerdOp}.\n`)
    expect(teControleren(parameters(), datum('2020-08-01'))).toEqual([])
  })
})

/** Elke zin van een ingang van regels/; een tekst die er niet is telt niet. */
function woordenVan(woorden: object): readonly string[] {
  return Object.entries(woorden).flatMap(([naam, tekst]) => TEKSTVELDEN.has(naam) && typeof tekst === 'string' ? zinnenVan(tekst) : [])
}

function zinnenVan(tekst: string): readonly string[] {
  return tekst.split(/(?<=[.?!])\s+/)
}

function leesAlles(map: string, kies: (pad: string) => boolean): string {
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .map((pad) => join(map, pad))
    .filter(kies)
    .map((pad) => readFileSync(pad, 'utf8'))
    .join('\n')
}
