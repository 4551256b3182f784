/** Leest TypeScript zo ver als een grenscontrole nodig heeft: de code zonder commentaar, de teksten apart, en de imports. */
export interface Importregel {
  readonly doel: string
  readonly regel: number
}

export interface Broncode {
  readonly pad: string
  readonly imports: readonly Importregel[]
  /** De code met commentaar en de inhoud van teksten vervangen door spaties; regelnummers kloppen. */
  readonly kaleCode: string
  readonly teksten: readonly { readonly inhoud: string; readonly regel: number }[]
}

export function leesBroncode(pad: string, bron: string): Broncode {
  const stukken = splits(bron)
  const zonderCommentaar = stukken.map((stuk) => (stuk.soort === 'commentaar' ? leeg(stuk.tekst) : stuk.tekst)).join('')
  const kaleCode = stukken.map((stuk) => (stuk.soort === 'code' ? stuk.tekst : leeg(stuk.tekst))).join('')
  return { pad, imports: leesImports(zonderCommentaar), kaleCode, teksten: leesTeksten(stukken) }
}

export function regelVan(tekst: string, plaats: number): number {
  return tekst.slice(0, plaats).split('\n').length
}

interface Stuk {
  readonly soort: 'code' | 'tekst' | 'commentaar'
  readonly tekst: string
}

// Een gewone tekst loopt nooit over een regel; een losse apostrof in JSX-tekst ("zo'n") blijft daardoor code.
const STUK = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g
const INVOEGING = /(\$\{[^}]*\})/

function splits(bron: string): Stuk[] {
  const stukken: Stuk[] = []
  let vanaf = 0
  for (const gevonden of bron.matchAll(STUK)) {
    stukken.push({ soort: 'code', tekst: bron.slice(vanaf, gevonden.index) })
    stukken.push(...ontleedStuk(gevonden[0]))
    vanaf = gevonden.index + gevonden[0].length
  }
  stukken.push({ soort: 'code', tekst: bron.slice(vanaf) })
  return stukken
}

/** Wat in een sjabloontekst tussen ${ en } staat is weer code: daar mag ook geen klok in staan. */
function ontleedStuk(tekst: string): Stuk[] {
  if (tekst.startsWith('/')) return [{ soort: 'commentaar', tekst }]
  if (!tekst.startsWith('`')) return [{ soort: 'tekst', tekst }]
  return tekst.split(INVOEGING).map((deel) => ({ soort: deel.startsWith('${') ? 'code' : 'tekst', tekst: deel }))
}

function leeg(tekst: string): string {
  return tekst.replaceAll(/[^\n]/g, ' ')
}

const IMPORT = /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])([^'"\n]+)\1|\bimport\s*\(?\s*(['"])([^'"\n]+)\3/g

function leesImports(code: string): Importregel[] {
  return [...code.matchAll(IMPORT)].map((gevonden) => ({ doel: gevonden[2] ?? gevonden[4] ?? '', regel: regelVan(code, gevonden.index) }))
}

function leesTeksten(stukken: readonly Stuk[]): { inhoud: string; regel: number }[] {
  const teksten: { inhoud: string; regel: number }[] = []
  let regel = 1
  for (const stuk of stukken) {
    if (stuk.soort === 'tekst') teksten.push({ inhoud: stuk.tekst, regel })
    regel += stuk.tekst.split('\n').length - 1
  }
  return teksten
}
