import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { RegelId } from '../kern/reden.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import { NormenFout, isVelden, leesVelden, melder } from './bestand.ts'
import type { Normfout } from './bestand.ts'
import type { Parameter, Soort } from './opzoeken.ts'
import { leesParameter } from './parameter.ts'
import type { Omgeving } from './parameter.ts'
import { leesStroomschema } from './lees-stroomschema.ts'
import { leesBronnen, leesRegels, leesSignalen } from './regeltekst.ts'
import type { Bron, Regeltekst, Signaaltekst } from './regeltekst.ts'
import type { Stroomschema } from './stroomschema.ts'
import { leesWaardelijst } from './waardelijst.ts'
import type { Waardelijst } from './waardelijst.ts'

/** De map regels/ van het project, gevonden vanaf dit bestand en niet vanaf de werkmap. */
export const REGELS_MAP = join(import.meta.dirname, '..', '..', 'regels')

/** Alles uit regels/, gecontroleerd. */
export interface Regelmap {
  readonly bronnen: ReadonlyMap<string, Bron>
  readonly regels: ReadonlyMap<RegelId, Regeltekst>
  readonly signalen: ReadonlyMap<Signaalcode, Signaaltekst>
  readonly parameters: readonly Parameter[]
  readonly waardelijsten: ReadonlyMap<string, Waardelijst>
  readonly stroomschema: Stroomschema
}

/**
 * Leest en controleert een hele map regels/.
 * @throws NormenFout als een bestand niet klopt, met alle fouten erin.
 */
export function leesRegelmap(map: string): Regelmap {
  const fouten: Normfout[] = []
  const bronnen = leesBronnen(leesOptioneel(map, 'bronnen.yaml', fouten), melder('bronnen.yaml', fouten))
  const bronIds = new Set(bronnen.keys())
  const regels = leesAlleRegels(map, bronIds, fouten)
  const regelIds: ReadonlySet<string> = new Set(regels.keys())
  const signalen = leesSignalen(leesOptioneel(map, 'signalen.yaml', fouten), regelIds, melder('signalen.yaml', fouten))
  const omgeving = { eenheden: leesEenheden(map, fouten), bronnen: bronIds, regels: regelIds }
  const parameters = leesAlleParameters(map, omgeving, fouten)
  const waardelijsten = leesAlleWaardelijsten(map, bronIds, fouten)
  const stroomschema = leesStroomschema(leesOptioneel(map, 'stroomschema.yaml', fouten), { bronnen: bronIds, regels: regelIds }, melder('stroomschema.yaml', fouten))
  if (fouten.length > 0) throw new NormenFout(fouten)
  return { bronnen, regels, signalen, parameters, waardelijsten, stroomschema }
}

function leesAlleParameters(map: string, omgeving: Omgeving, fouten: Normfout[]): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const [naam, pad] of bestandenIn(map, 'parameters')) {
    const meld = melder(relative(map, pad), fouten)
    const velden = leesVelden(pad, meld)
    const parameter = velden === undefined ? undefined : leesParameter(naam, velden, omgeving, meld)
    if (parameter !== undefined) parameters.push(parameter)
  }
  return parameters
}

function leesAlleWaardelijsten(map: string, bronnen: ReadonlySet<string>, fouten: Normfout[]): ReadonlyMap<string, Waardelijst> {
  const lijsten = new Map<string, Waardelijst>()
  for (const [domeinNaam, pad] of bestandenIn(map, 'waardelijsten')) {
    const naam = domeinNaam.slice(domeinNaam.indexOf('/') + 1)
    const meld = melder(relative(map, pad), fouten)
    const velden = leesVelden(pad, meld)
    if (lijsten.has(naam)) meld('(bestandsnaam)', `er is al een waardelijst ‘${naam}’`, 'geef een van de twee bestanden een andere naam')
    const lijst = velden === undefined ? undefined : leesWaardelijst(naam, velden, bronnen, meld)
    if (lijst !== undefined) lijsten.set(naam, lijst)
  }
  return lijsten
}

function leesAlleRegels(map: string, bronnen: ReadonlySet<string>, fouten: Normfout[]): ReadonlyMap<RegelId, Regeltekst> {
  const regels = new Map<RegelId, Regeltekst>()
  for (const domein of domeinenIn(map)) {
    const bestand = join(domein, 'regels.yaml')
    const meld = melder(bestand, fouten)
    for (const regel of leesRegels(domein, leesOptioneel(map, bestand, fouten), bronnen, meld)) {
      if (regels.has(regel.id)) meld(regel.id, 'elke regel staat één keer in regels/', 'haal de regel uit een van de twee bestanden')
      regels.set(regel.id, regel)
    }
  }
  return regels
}

const SOORTEN: readonly string[] = ['getal', 'datum', 'codes', 'maand-dagen']

function leesEenheden(map: string, fouten: Normfout[]): ReadonlyMap<string, Soort> {
  const meld = melder('eenheden.yaml', fouten)
  const eenheden = new Map<string, Soort>()
  for (const [naam, inhoud] of Object.entries(leesOptioneel(map, 'eenheden.yaml', fouten))) {
    const soort = isVelden(inhoud) ? inhoud['soort'] : undefined
    if (typeof soort === 'string' && SOORTEN.includes(soort)) eenheden.set(naam, soort as Soort)
    else meld(`${naam}.soort`, `soort is een van: ${SOORTEN.join(', ')}`, 'kies een van deze soorten')
  }
  return eenheden
}

/** Een bestand dat mag ontbreken: dan is het leeg en vertellen de verwijzingen ernaar wat er mist. */
function leesOptioneel(map: string, bestand: string, fouten: Normfout[]): Readonly<Record<string, unknown>> {
  const pad = join(map, bestand)
  return existsSync(pad) ? (leesVelden(pad, melder(bestand, fouten)) ?? {}) : {}
}

function domeinenIn(map: string): readonly string[] {
  return readdirSync(map, { withFileTypes: true }).filter((ingang) => ingang.isDirectory()).map((ingang) => ingang.name).sort()
}

/** Paren van naam (`verzuim/drempel-uren`) en pad, op naam. */
export function bestandenIn(map: string, soort: 'parameters' | 'waardelijsten' | 'gevallen'): readonly (readonly [string, string])[] {
  const gevonden: [string, string][] = []
  for (const domein of domeinenIn(map)) {
    const onder = join(map, domein, soort)
    if (!existsSync(onder)) continue
    for (const bestand of readdirSync(onder).sort()) {
      if (bestand.endsWith('.yaml')) gevonden.push([`${domein}/${bestand.slice(0, -'.yaml'.length)}`, join(onder, bestand)])
    }
  }
  return gevonden
}
