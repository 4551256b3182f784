import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { melder, type Normfout, type Velden } from './bestand.ts'
import { bronnen, regels } from './laden.ts'
import { REGELS_MAP } from './regelmap.ts'
import { leesStroomschema } from './lees-stroomschema.ts'

const TEKST = readFileSync(join(REGELS_MAP, 'stroomschema.yaml'), 'utf8')
const BEKEND = { bronnen: new Set(bronnen().map(({ id }) => id)), regels: new Set<string>(regels().map(({ id }) => id)) }

function fouten(verander: (tekst: string) => string): readonly string[] {
  const gevonden: Normfout[] = []
  leesStroomschema(parse(verander(TEKST)) as Velden, BEKEND, melder('stroomschema.yaml', gevonden))
  return gevonden.map(({ veld, regel }) => `${veld}: ${regel}`)
}

it('K-STR-01: elke stap is te bereiken, er is geen dood eind en geen kring', () => {
  expect(fouten((tekst) => tekst)).toEqual([])
})

it.each([
  ['een antwoord naar niets', 'naar: END-6', 'naar: END-66', 'stappen.F8.antwoorden.n.naar: END-66 is geen stap'],
  ['een einde waar niets heen gaat', 'naar: END-6', 'naar: END-1', 'END-6: elke stap en elk einde is te bereiken'],
  ['een kring', 'naar: END-0', 'naar: F1', 'F1: vanaf deze stap komt de weg hier weer terug'],
  ['terug naar een latere stap', 'naar: F4, met: j', 'naar: F7, met: j', 'stappen.F5.antwoorden.d.met: teruggaan kan alleen'],
  ['terug met een antwoord dat er niet is', 'naar: F4, met: j', 'naar: F4, met: z', 'stappen.F5.antwoorden.d.met: teruggaan kan alleen'],
  ['een voorwaarde die nooit geldt', "alleen_bij: { F3: ['2'] }", "alleen_bij: { F3: ['9'] }", 'stappen.F5.antwoorden.j.alleen_bij: F3 heeft een van deze antwoorden niet'],
  ['een vraag zonder Engels', /      vraag: Have you.*\n/, '', 'F1.en.vraag: dit veld is verplicht'],
  ['een antwoord zonder Engels', ', en: { tekst: "No", uitleg: You are still in leerjaar 1. }', '', 'F1.antwoorden.n.en: elke tekst is er ook in het Engels'],
  ['een bron die er niet is', 'bronnen: [S0, S2]', 'bronnen: [S404]', 'F1.bronnen: S404 bestaat niet'],
  ['een regel die er niet is', 'regels: [K-STR-01]', 'regels: [K-STR-99]', 'END-1.regels: K-STR-99 bestaat niet'],
  ['zonder zekerheid', /    zekerheid: afgeleid\n/, '', 'F1.zekerheid: zekerheid is zeker of afgeleid'],
  ['buiten de tekening', 'plaats: [2, 1]', 'plaats: [9, 1]', 'F1.plaats: een plaats is [kolom, rij]'],
  ['een onbekend veld', 'begin: F1', 'begin: F1\nbeggin: F1', 'beggin: dit veld bestaat niet'],
  ['een stap met een verkeerd nummer', /^  F11:/m, '  G11:', 'stappen.G11: een stap is F met een nummer'],
])('%s houdt het starten tegen', (_naam, zoek, vervang, melding) => {
  expect(fouten((tekst) => tekst.replace(zoek, vervang)).join('\n')).toContain(melding)
})
