/** De bouwregels van docs/adr/0001 en 0005 als functie over een verzameling bestanden. Geeft elke overtreding met bestand, regel en uitleg. */
import { posix } from 'node:path'
import { type Broncode, leesBroncode, regelVan } from './broncode.ts'

/** Van links naar rechts: een domein mag alleen domeinen in een eerdere rij gebruiken. */
export const VOLGORDE: readonly (readonly string[])[] = [
  ['kern'],
  // De proefmakelaar is een eigen proces: hij kent niets van het register.
  ['normen', 'database', 'makelaar'],
  ['organisatie'],
  ['toegang'],
  ['rio', 'bron'],
  ['leerroute', 'aanmelden'],
  ['bekostiging', 'verzuim', 'verklaring'],
  ['beslissing'],
  ['aanlevering', 'gebeurtenis'],
  ['logboek'],
  ['regio'],
  ['gevolg'],
  ['portal', 'rest', 'client'],
  ['cli'],
  ['server'],
]

/** De samenstelling: kent alles, wordt door niemand gebruikt. */
const SAMENSTELLING = 'server'

/** `bestanden`: pad vanaf de projectmap naar inhoud. Tests vallen buiten de regels. */
export function vindOvertredingen(bestanden: ReadonlyMap<string, string>): string[] {
  const bronnen = [...bestanden]
    .filter(([pad]) => pad.startsWith('src/') && !/\.test\.tsx?$/.test(pad))
    .map(([pad, inhoud]) => leesBroncode(pad, inhoud))
  return [...bronnen.flatMap((bron) => [...controleerImports(bron), ...controleerZuiverheid(bron), ...controleerSql(bron), ...controleerOmgeving(bron)]), ...vindKringen(bronnen)]
}

function domeinVan(pad: string): string {
  const delen = pad.split('/')
  return delen.length > 2 ? (delen[1] ?? '') : SAMENSTELLING
}

function rijVan(domein: string): number {
  return VOLGORDE.findIndex((rij) => rij.includes(domein))
}

function doelVan(bron: Broncode, doel: string): string | undefined {
  return doel.startsWith('.') ? posix.normalize(posix.join(posix.dirname(bron.pad), doel)) : undefined
}

function controleerImports(bron: Broncode): string[] {
  if (rijVan(domeinVan(bron.pad)) < 0) return [`${bron.pad}: domein "${domeinVan(bron.pad)}" heeft geen plaats in VOLGORDE (test/grenzen.ts)`]
  return bron.imports.flatMap(({ doel, regel }) => {
    const pad = doelVan(bron, doel)
    const bezwaren = pad === undefined ? [] : [richting(bron.pad, pad), voordeur(bron.pad, pad), laag(bron.pad, pad), buitenSrc(bron.pad, pad)]
    return bezwaren.filter((bezwaar) => bezwaar !== undefined).map((bezwaar) => `${bron.pad}:${regel}: ${bezwaar}`)
  })
}

function richting(van: string, naar: string): string | undefined {
  if (!naar.startsWith('src/')) return undefined
  const [eigen, ander] = [domeinVan(van), domeinVan(naar)]
  if (eigen === ander || rijVan(ander) < rijVan(eigen)) return undefined
  return `${eigen} mag ${ander} niet gebruiken: dat staat er niet links van`
}

/** De gewone deur, en de lichte voor wat zonder register werkt (ADR 0027). */
const VOORDEUREN = ['index.ts', 'zonder-register.ts']

/** `kern` is de woordenschat en heeft geen voordeur; de samenstelling in src/ zelf hoort bij server. */
function voordeur(van: string, naar: string): string | undefined {
  if (!naar.startsWith('src/')) return undefined
  const ander = domeinVan(naar)
  if (ander === domeinVan(van) || ander === 'kern' || VOORDEUREN.some((deur) => naar === `src/${ander}/${deur}`)) return undefined
  return `${naar} is binnenwerk van ${ander}: gebruik src/${ander}/index.ts`
}

const LAGEN: readonly { readonly van: RegExp; readonly niet: RegExp; readonly uitleg: string }[] = [
  { van: /\/store\.ts$|\/store\//, niet: /\/actions\/|\/(rest|soap)\.tsx?$|\/(rest|soap)\//, uitleg: 'een store kent geen actions, rest of soap' },
  { van: /\/rules\//, niet: /\/actions\/|\/store(\.ts$|\/)|\/(rest|soap)(\.tsx?$|\/)|^src\/database\//, uitleg: 'een regel kent geen actions, store, database, rest of soap' },
  { van: /\/actions\//, niet: /\/(rest|soap)(\.tsx?$|\/)/, uitleg: 'een action kent geen rest of soap' },
]

function laag(van: string, naar: string): string | undefined {
  return LAGEN.find((regel) => regel.van.test(van) && regel.niet.test(naar))?.uitleg
}

function buitenSrc(van: string, naar: string): string | undefined {
  if (naar.startsWith('src/') || (naar === 'scripts/slot.mjs' && /^src\/(database|server)\//.test(van))) return undefined
  return `${naar} ligt buiten src/`
}

const ONZUIVER: readonly { readonly vorm: RegExp; readonly naam: string }[] = [
  { vorm: /\bawait\b/g, naam: 'await' },
  { vorm: /\bDate\.now\b/g, naam: 'Date.now' },
  { vorm: /\bnew Date\(\s*\)/g, naam: 'new Date()' },
  { vorm: /(?<!new\s+)\bDate\(\s*\)/g, naam: 'Date()' },
  { vorm: /\bperformance\.now\b/g, naam: 'performance.now' },
  { vorm: /\bMath\.random\b/g, naam: 'Math.random' },
  { vorm: /\bcrypto\.(randomUUID|getRandomValues)\b/g, naam: 'crypto' },
  { vorm: /\bprocess\b/g, naam: 'process' },
  { vorm: /\b(fetch|setTimeout|setInterval)\(/g, naam: 'fetch of een timer' },
]

function isZuiver(pad: string): boolean {
  return /^src\/kern\/|\/rules\//.test(pad)
}

function controleerZuiverheid(bron: Broncode): string[] {
  if (!isZuiver(bron.pad)) return []
  const code = ONZUIVER.flatMap(({ vorm, naam }) =>
    [...bron.kaleCode.matchAll(vorm)].map((gevonden) => `${bron.pad}:${regelVan(bron.kaleCode, gevonden.index)}: ${naam} mag niet in rules/ en kern/; geef het als argument`),
  )
  const imports = bron.imports.filter(({ doel }) => !doel.startsWith('.')).map(({ doel, regel }) => `${bron.pad}:${regel}: ${doel} mag niet in rules/ en kern/: geen invoer, uitvoer of raamwerk`)
  return [...code, ...imports]
}

const SQL_TEKST = /\b(select\s[\s\S]+?\sfrom\s|insert\s+into\s+\w|delete\s+from\s+\w|update\s+[\w".]+\s+set\s|create\s+(unlogged\s+|temp\s+)?table\s|copy\s+\w+\s*(\([^)]*\)\s*)?(from|to)\s)/i
const SQL_CODE = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(|\bsql\s*(<[^>]*>)?\s*`/g

function magSql(pad: string): boolean {
  return pad.startsWith('src/database/') || /\/(store|[a-z-]+-store)\.ts$|\/store\//.test(pad)
}

function controleerSql(bron: Broncode): string[] {
  if (magSql(bron.pad)) return []
  const melding = 'SQL staat alleen in store.ts en src/database/'
  const code = [...bron.kaleCode.matchAll(SQL_CODE)].map((gevonden) => `${bron.pad}:${regelVan(bron.kaleCode, gevonden.index)}: ${melding}`)
  const teksten = bron.teksten.filter(({ inhoud }) => SQL_TEKST.test(inhoud)).map(({ regel }) => `${bron.pad}:${regel}: ${melding}`)
  const imports = bron.imports.filter(({ doel }) => /^(pg|kysely|pg-copy-streams)$/.test(doel)).map(({ doel, regel }) => `${bron.pad}:${regel}: ${doel} hoort in store.ts of src/database/`)
  return [...code, ...teksten, ...imports]
}

function controleerOmgeving(bron: Broncode): string[] {
  if (domeinVan(bron.pad) === SAMENSTELLING) return []
  return [...bron.kaleCode.matchAll(/\bprocess\s*\.\s*env\b|\bprocess\s*\[/g)].map(
    (gevonden) => `${bron.pad}:${regelVan(bron.kaleCode, gevonden.index)}: alleen src/server leest process.env (src/server/config.ts)`,
  )
}

/** Wat een bestand aan pakketten meeneemt als het geladen wordt, ook langs andere bestanden. Typen en wat pas later geladen wordt tellen niet. */
export function pakkettenVan(begin: string, bestanden: ReadonlyMap<string, string>): ReadonlySet<string> {
  const pakketten = new Set<string>()
  const gezien = new Set<string>()
  const loop = (pad: string): void => {
    const inhoud = bestanden.get(pad)
    if (gezien.has(pad) || inhoud === undefined) return
    gezien.add(pad)
    const zonderTypen = inhoud.replace(/^(import|export) type [^;]*? from '[^']*'$/gm, '').replaceAll('import(', '(')
    for (const { doel } of leesBroncode(pad, zonderTypen).imports) {
      if (doel.startsWith('.')) loop(posix.normalize(posix.join(posix.dirname(pad), doel)))
      else pakketten.add(doel)
    }
  }
  loop(begin)
  return pakketten
}

/** Kringen tussen bestanden, elke kring een keer, als pad dat op zijn begin eindigt. */
function vindKringen(bronnen: readonly Broncode[]): string[] {
  const buren = new Map(bronnen.map((bron) => [bron.pad, bron.imports.map(({ doel }) => doelVan(bron, doel)).filter((pad) => pad !== undefined)]))
  const klaar = new Set<string>()
  const kringen: string[] = []
  const loop = (pad: string, spoor: readonly string[]): void => {
    const eerder = spoor.indexOf(pad)
    if (eerder >= 0) kringen.push(`kring: ${[...spoor.slice(eerder), pad].join(' -> ')}`)
    if (eerder >= 0 || klaar.has(pad)) return
    for (const buur of buren.get(pad) ?? []) loop(buur, [...spoor, pad])
    klaar.add(pad)
  }
  for (const pad of buren.keys()) loop(pad, [])
  return kringen
}
