import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Datum } from '../kern/datum.ts'
import { NormenFout, isVelden, leesVelden, melder } from './bestand.ts'
import type { Normfout } from './bestand.ts'
import type { Normen, Normwaarde } from './normen.ts'
import { maakReeks } from './opzoeken.ts'
import type { Parameter, Reeks, Soort, Waarde } from './opzoeken.ts'
import { leesParameter } from './parameter.ts'
import type { Omgeving } from './parameter.ts'

/** De map regels/ van het project, gevonden vanaf dit bestand en niet vanaf de werkmap. */
export const REGELS_MAP = join(import.meta.dirname, '..', '..', 'regels')

export interface Laadkeuze {
  /** Tel ook waarden met `status: aangekondigd` mee. Standaard niet (anchors 11.4). */
  readonly aangekondigd?: boolean
}

/**
 * Leest en controleert alle parameters in regels/. Eenmalig bij het starten; opvragen leest niets meer.
 * @throws NormenFout als een bestand niet klopt, met alle fouten erin.
 */
export function laadNormen(map: string = REGELS_MAP, keuze: Laadkeuze = {}): Normen {
  return maakNormen(laadParameters(map), keuze)
}

/** De parameterbestanden zelf, voor schermen die de hele tijdlijn van een waarde tonen. */
export function laadParameters(map: string = REGELS_MAP): readonly Parameter[] {
  const fouten: Normfout[] = []
  const omgeving = leesOmgeving(map, fouten)
  const parameters: Parameter[] = []
  for (const [naam, pad] of bestandenIn(map, 'parameters')) {
    const meld = melder(relative(map, pad), fouten)
    const velden = leesVelden(pad, meld)
    const parameter = velden === undefined ? undefined : leesParameter(naam, velden, omgeving, meld)
    if (parameter !== undefined) parameters.push(parameter)
  }
  if (fouten.length > 0) throw new NormenFout(fouten)
  return parameters
}

function maakNormen(parameters: readonly Parameter[], keuze: Laadkeuze): Normen {
  const reeksen = new Map<string, Reeks>()
  for (const parameter of parameters) {
    const reeks = maakReeks(parameter, keuze.aangekondigd ?? false)
    if (reeks !== undefined) reeksen.set(parameter.naam, reeks)
  }
  const zoek = (naam: string, op: Datum, ...soorten: readonly Soort[]): Normwaarde<Waarde> => {
    const reeks = reeksen.get(naam)
    if (reeks === undefined) return ONBEKEND
    if (!soorten.includes(reeks.soort)) throw new TypeError(`de norm ${naam} is van de soort ${reeks.soort}, niet ${soorten.join(' of ')}`)
    return reeks.antwoord(op)
  }
  return {
    getal: (naam, op) => zoek(naam, op, 'getal') as Normwaarde<number>,
    datum: (naam, op) => zoek(naam, op, 'datum') as Normwaarde<Datum>,
    lijst: (naam, op) => zoek(naam, op, 'codes', 'maand-dagen') as Normwaarde<readonly string[]>,
    wijzigingsdata: (naam) => reeksen.get(naam)?.data ?? [],
    versie: vingerafdruk(parameters, keuze),
  }
}

const ONBEKEND: Normwaarde<Waarde> = Object.freeze({ soort: 'onbekend' })

/** Verandert zodra een waarde, dag, bron of zekerheid verandert; niet door opmaak of commentaar. */
function vingerafdruk(parameters: readonly Parameter[], keuze: Laadkeuze): string {
  const inhoud = JSON.stringify([keuze.aangekondigd ?? false, parameters.map(({ naam, eenheid, waarden, geldigTotEnMet }) => [naam, eenheid, waarden, geldigTotEnMet])])
  return createHash('sha256').update(inhoud).digest('hex').slice(0, 16)
}

/** Paren van naam (`verzuim/drempel-uren`) en pad, op naam. */
export function bestandenIn(map: string, soort: 'parameters' | 'waardelijsten' | 'gevallen'): readonly (readonly [string, string])[] {
  const gevonden: [string, string][] = []
  for (const domein of readdirSync(map, { withFileTypes: true })) {
    const onder = join(map, domein.name, soort)
    if (!domein.isDirectory() || !existsSync(onder)) continue
    for (const bestand of readdirSync(onder)) {
      if (bestand.endsWith('.yaml')) gevonden.push([`${domein.name}/${bestand.slice(0, -'.yaml'.length)}`, join(onder, bestand)])
    }
  }
  return gevonden.sort(([a], [b]) => (a < b ? -1 : 1))
}

function leesOmgeving(map: string, fouten: Normfout[]): Omgeving {
  return {
    eenheden: leesEenheden(map, fouten),
    bronnen: new Set(Object.keys(leesVelden(join(map, 'bronnen.yaml'), melder('bronnen.yaml', fouten)) ?? {})),
    regels: new Set(Object.keys(leesVelden(join(map, 'regels.yaml'), melder('regels.yaml', fouten)) ?? {})),
  }
}

const SOORTEN: readonly string[] = ['getal', 'datum', 'codes', 'maand-dagen']

function leesEenheden(map: string, fouten: Normfout[]): ReadonlyMap<string, Soort> {
  const meld = melder('eenheden.yaml', fouten)
  const eenheden = new Map<string, Soort>()
  for (const [naam, inhoud] of Object.entries(leesVelden(join(map, 'eenheden.yaml'), meld) ?? {})) {
    const soort = isVelden(inhoud) ? inhoud['soort'] : undefined
    if (typeof soort === 'string' && SOORTEN.includes(soort)) eenheden.set(naam, soort as Soort)
    else meld(`${naam}.soort`, `soort is een van: ${SOORTEN.join(', ')}`, 'kies een van deze soorten')
  }
  return eenheden
}
