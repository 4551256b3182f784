import { createHash } from 'node:crypto'
import type { Datum } from '../kern/datum.ts'
import type { RegelId } from '../kern/reden.ts'
import type { Signaalcode } from '../kern/signaalcode.ts'
import type { Normen, Normwaarde } from './normen.ts'
import { maakReeks } from './opzoeken.ts'
import type { Parameter, Reeks, Waarde } from './opzoeken.ts'
import { REGELS_MAP, leesRegelmap } from './regelmap.ts'
import type { Regelmap } from './regelmap.ts'
import type { Bron, Regeltekst, Signaaltekst } from './regeltekst.ts'
import type { Stroomschema } from './stroomschema.ts'
import type { Waardelijst } from './waardelijst.ts'

export interface Laadkeuze {
  /** Tel ook waarden met `status: aangekondigd` mee. Standaard niet. */
  readonly aangekondigd?: boolean
}

/**
 * Leest en controleert regels/ en zet alle parameters klaar. Eenmalig bij het starten; opvragen leest niets meer.
 * @throws NormenFout als een bestand niet klopt, met alle fouten erin.
 */
export function laadNormen(map: string = REGELS_MAP, keuze: Laadkeuze = {}): Normen {
  return maakNormen(regelmap(map).parameters, keuze)
}

/** Normen met een eigen lijst van parameters: om te rekenen met een waarde die niet in regels/ staat. */
export function normenMet(parameters: readonly Parameter[]): Normen {
  return maakNormen(parameters, {})
}

/** De parameters met hun hele tijdlijn, voor schermen die laten zien hoe een waarde verandert. */
export function parameters(): readonly Parameter[] {
  return regelmap().parameters
}

/** De tekst van een regel. Gooit bij een onbekend nummer: dat is een fout in de code. Voor invoer van buiten: `findRegel`. */
export function regel(id: RegelId): Regeltekst {
  return getuige(regelmap().regels.get(id), `regel ${id}`)
}

export function findRegel(id: string): Regeltekst | undefined {
  return regelmap().regels.get(id as RegelId)
}

export function regels(): readonly Regeltekst[] {
  return [...regelmap().regels.values()]
}

export function signaaltekst(code: Signaalcode): Signaaltekst {
  return getuige(regelmap().signalen.get(code), `signaal ${code}`)
}

/** Een bron bij zijn nummer, bijvoorbeeld `S19`. Gooit bij een onbekend nummer. */
export function bron(id: string): Bron {
  return getuige(regelmap().bronnen.get(id), `bron ${id}`)
}

export function bronnen(): readonly Bron[] {
  return [...regelmap().bronnen.values()]
}

/** Een waardelijst bij zijn naam, bijvoorbeeld `leertraject`. Gooit bij een onbekende naam. */
export function waardelijst(naam: string): Waardelijst {
  return getuige(regelmap().waardelijsten.get(naam), `waardelijst ${naam}`)
}

/** De vragen van het stroomschema, en waar een weg eindigt. */
export function stroomschema(): Stroomschema {
  return regelmap().stroomschema
}

const gelezen = new Map<string, Regelmap>()

/** regels/ verandert niet terwijl het programma loopt; elke map wordt hooguit één keer gelezen. */
function regelmap(map: string = REGELS_MAP): Regelmap {
  const eerder = gelezen.get(map)
  if (eerder !== undefined) return eerder
  const inhoud = leesRegelmap(map)
  gelezen.set(map, inhoud)
  return inhoud
}

function getuige<T>(waarde: T | undefined, wat: string): T {
  if (waarde === undefined) throw new RangeError(`${wat} staat niet in regels/`)
  return waarde
}

function maakNormen(parameters: readonly Parameter[], keuze: Laadkeuze): Normen {
  const reeksen = new Map<string, Reeks>()
  for (const parameter of parameters) {
    const reeks = maakReeks(parameter, keuze.aangekondigd ?? false)
    if (reeks !== undefined) reeksen.set(parameter.naam, reeks)
  }
  const zoek = (naam: string, op: Datum, vorm: Reeks['vorm']): Normwaarde<Waarde> => {
    const reeks = reeksen.get(naam)
    if (reeks === undefined) return ONBEKEND
    if (reeks.vorm !== vorm) throw new TypeError(`de norm ${naam} is een ${reeks.vorm}, geen ${vorm}`)
    return reeks.antwoord(op)
  }
  return {
    getal: (naam, op) => zoek(naam, op, 'getal') as Normwaarde<number>,
    datum: (naam, op) => zoek(naam, op, 'datum') as Normwaarde<Datum>,
    lijst: (naam, op) => zoek(naam, op, 'lijst') as Normwaarde<readonly string[]>,
    wijzigingsdata: (naam) => reeksen.get(naam)?.data ?? [],
    versie: vingerafdruk(parameters, keuze),
  }
}

const ONBEKEND: Normwaarde<Waarde> = Object.freeze({ soort: 'onbekend' })

/** Verandert zodra een waarde, dag, bron of zekerheid verandert; niet door opmaak of commentaar. */
function vingerafdruk(parameters: readonly Parameter[], keuze: Laadkeuze): string {
  const delen = parameters.map(({ naam, eenheid, waarden, geldigTotEnMet }) => [naam, eenheid, waarden.map(({ en: _engels, ...waarde }) => waarde), geldigTotEnMet])
  return createHash('sha256').update(JSON.stringify([keuze.aangekondigd ?? false, delen])).digest('hex').slice(0, 16)
}
