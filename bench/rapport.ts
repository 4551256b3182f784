import type { Machine } from './machine.ts'
import { getal, type Meting } from './meting.ts'

/** Het rapport in Markdown; `bench/rapport.md` is de laatst vastgelegde ronde. */
export function maakRapport(machine: Machine, metingen: readonly Meting[], klein: boolean): string {
  const kop = [
    '# Metingen',
    '',
    `Gemaakt met \`npm run bench${klein ? ' -- --klein' : ''}\`. Waar mediaan staat, is dat van een paar rondes, om en om met een kale`,
    'vergelijking in dezelfde ronde. De verhouding zegt meer dan het getal: die blijft op een andere machine ongeveer gelijk.',
    '',
    `Machine: ${machine.kernen} kernen ${machine.processor}, ${machine.geheugenGb} GB, Node ${machine.node}. Belasting tijdens de ronde: ${getal(machine.belasting)}${machine.belasting > machine.kernen ? ' (er draaide meer op deze machine; op een rustige zijn de tijden korter)' : ''}.`,
    '',
    '| Meting | Doel | Gehaald |',
    '|---|---|---|',
    ...metingen.map(({ naam, doel, gehaald }) => `| ${naam} | ${doel} | ${gehaald ? 'ja' : 'nee'} |`),
  ]
  return `${[...kop, ...metingen.flatMap(maakDeel)].join('\n')}\n`
}

function maakDeel({ naam, uitleg, uitkomsten }: Meting): string[] {
  return ['', `## ${naam}`, '', uitleg, '', '| Wat | Uitkomst |', '|---|---|', ...uitkomsten.map(({ wat, waarde }) => `| ${wat} | ${waarde} |`)]
}
