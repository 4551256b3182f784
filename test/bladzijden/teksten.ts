/** Alle teksten van het portaal en van de regels, per taal, om na te kijken op spelling en lengte. */
import { globSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parameters, regels, signaaltekst, inTaal } from '../../src/normen/index.ts'
import { SIGNAALCODES } from '../../src/kern/signaalcode.ts'
import type { Taal } from '../../src/kern/taal.ts'

export interface Tekst {
  /** Waar hij staat. */
  readonly waar: string
  readonly tekst: string
}

const PORTAAL = fileURLToPath(new URL('../../src/portal/', import.meta.url))

export async function leesTeksten(taal: Taal): Promise<readonly Tekst[]> {
  const gevonden: Tekst[] = []
  for (const bestand of globSync(`**/*teksten.${taal}.ts`, { cwd: PORTAAL }).toSorted()) {
    const module = (await import(pathToFileURL(`${PORTAAL}${bestand}`).href)) as Readonly<Record<string, unknown>>
    for (const [naam, waarde] of Object.entries(module)) verzamel(`${bestand} ${naam}`, waarde, gevonden)
  }
  for (const regel of regels()) for (const veld of ['titel', 'uitleg', 'kanttekening', 'nietInCode'] as const) verzamel(`${regel.id} ${veld}`, inTaal(regel, taal)[veld], gevonden)
  for (const code of SIGNAALCODES) for (const veld of ['titel', 'uitleg', 'watTeDoen'] as const) verzamel(`${code} ${veld}`, inTaal(signaaltekst(code), taal)[veld], gevonden)
  for (const parameter of parameters()) verzamel(`${parameter.naam} omschrijving`, inTaal(parameter, taal).omschrijving, gevonden)
  return gevonden
}

/** Van een functie tellen de vaste stukken: wat tussen aanhalingstekens staat, met een gat waar iets ingevuld wordt. */
function verzamel(waar: string, waarde: unknown, uit: Tekst[]): void {
  if (typeof waarde === 'string') uit.push({ waar, tekst: waarde })
  else if (typeof waarde === 'function') for (const stuk of vasteStukken(Function.prototype.toString.call(waarde))) uit.push({ waar, tekst: stuk })
  else if (Array.isArray(waarde)) waarde.forEach((een, i) => verzamel(`${waar}.${i}`, een, uit))
  else if (typeof waarde === 'object' && waarde !== null) for (const [naam, een] of Object.entries(waarde)) verzamel(`${waar}.${naam}`, een, uit)
}

function vasteStukken(code: string): readonly string[] {
  const zonderCode = code.replaceAll(/toLocaleString\([^)]*\)/g, '')
  const quotes = [...zonderCode.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(([, een, twee]) => een ?? twee ?? '')
  const sjablonen = [...zonderCode.matchAll(/`((?:[^`\\]|\\.)*)`/g)].map(([, inhoud]) => (inhoud ?? '').replaceAll(/\$\{[^}]*\}/g, ' … '))
  return [...quotes, ...sjablonen].filter((stuk) => /\p{L}{2}/u.test(stuk))
}
