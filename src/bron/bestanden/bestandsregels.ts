import type { Datum } from '../../kern/datum.ts'
import { laadNormen, waardelijst } from '../../normen/index.ts'
import type { Code, Normen } from '../../normen/index.ts'

/** De waardelijsten uit regels/ die in bestanden van DUO voorkomen. */
export type Lijstnaam = 'geslacht' | 'leertraject' | 'leerroute' | 'leerroutefase' | 'niveau' | 'reden-uitschrijving' | 'status-bepaling'

/** Een waardelijst, klaargezet om een miljoen regels snel te lezen. */
export interface Codelijst {
  readonly codes: ReadonlySet<string>
  /** Andere schrijfwijzen die wij herkennen (hoofdletters, een weggelaten nul vooraan), met de code die bedoeld is. */
  readonly schrijfwijzen: ReadonlyMap<string, string>
  /** `weigeren`: een onbekende code keurt de student af; `bewaren_en_melden`: zij gaat mee, met een bevinding. */
  readonly onbekendeCode: 'weigeren' | 'bewaren_en_melden'
  /** Codes die niet zolang gelden als hun lijst: later begonnen of vervallen. Van alle andere codes zegt de dag niets. */
  readonly tijdelijk: ReadonlyMap<string, Code>
  /** De codes die op een dag gelden, voor een melding; zonder dag alle codes. */
  geldigOp(dag: Datum | null): readonly string[]
}

/** Alles uit regels/ wat het lezen van een bestand nodig heeft; één keer klaargezet en daarna doorgegeven. */
export interface Bestandsregels {
  readonly normen: Normen
  readonly lijsten: Readonly<Record<Lijstnaam, Codelijst>>
}

/** Leest regels/ de eerste keer; daarna steeds hetzelfde. Gooit NormenFout als regels/ niet klopt. */
export function laadBestandsregels(): Bestandsregels {
  gelezen ??= {
    normen: laadNormen(),
    lijsten: {
      geslacht: maakCodelijst('geslacht'), leertraject: maakCodelijst('leertraject'), leerroute: maakCodelijst('leerroute'), leerroutefase: maakCodelijst('leerroutefase'),
      niveau: maakCodelijst('niveau'), 'reden-uitschrijving': maakCodelijst('reden-uitschrijving'), 'status-bepaling': maakCodelijst('status-bepaling'),
    },
  }
  return gelezen
}

let gelezen: Bestandsregels | undefined

function maakCodelijst(naam: Lijstnaam): Codelijst {
  const lijst = waardelijst(naam)
  const begin = lijst.codes.reduce((eerste, { geldigVan }) => (geldigVan < eerste ? geldigVan : eerste), lijst.codes[0]?.geldigVan ?? '')
  return {
    codes: new Set(lijst.codes.map(({ code }) => code)),
    schrijfwijzen: new Map(lijst.codes.flatMap(({ code }) => (code.startsWith('0') ? [[code.slice(1), code]] : [[code.toLowerCase(), code]]))),
    onbekendeCode: lijst.onbekendeCode,
    tijdelijk: new Map(lijst.codes.filter(({ geldigVan, geldigTotEnMet }) => geldigVan > begin || geldigTotEnMet !== null).map((code) => [code.code, code])),
    geldigOp: (dag) => lijst.codes.filter(({ code }) => dag === null || lijst.code(code, dag).soort === 'geldt').map(({ code }) => code),
  }
}
