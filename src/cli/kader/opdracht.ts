import { Command, Option } from 'commander'
import type { Afsluitcode } from '../omgeving.ts'
import { vouw } from './breedte.ts'
import { VerkeerdGebruik } from './einde.ts'

export interface Voorbeeld {
  /** De hele regel, beginnend met `leerroute`. */
  readonly regel: string
  readonly uitleg: string
}

export interface Opdrachtuitleg {
  /** Eén zin, zonder hoofdletter en punt. */
  readonly uitleg: string
  /** Alinea's die meer vertellen, gescheiden door een lege regel. */
  readonly toelichting?: string
  readonly voorbeelden: readonly Voorbeeld[]
  /** Wat `--json` geeft. Null alleen als de uitvoer zelf al voor een machine is. */
  readonly json: string | null
  readonly codes: Readonly<Partial<Record<Afsluitcode, string>>>
}

/** Een commander-opdracht die ook haar voorbeelden, JSON en afsluitcodes kent; `--json` hoort er altijd bij. */
export class Opdracht extends Command {
  readonly over: Opdrachtuitleg
  readonly #verplicht: Option[] = []

  constructor(naam: string, over: Opdrachtuitleg) {
    super(naam)
    this.over = over
    this.description(over.uitleg)
    if (over.json !== null) this.option('--json', over.json)
    this.hook('preAction', () => this.#eisVerplichte())
    this.addHelpText('after', ({ command }) => naschrift(over, command.configureHelp().helpWidth))
  }

  /**
   * Een optie die niet weg mag. Anders dan met `requiredOption` wordt eerst gekeken of er een optie verkeerd geschreven is: wie `--brn`
   * typt hoort dat, en niet dat `--brin` ontbreekt.
   */
  verplicht<T = string>(vorm: string, uitleg: string, lees?: (tekst: string) => T): this {
    const optie = new Option(vorm, `${uitleg} (verplicht)`)
    if (lees !== undefined) optie.argParser(lees)
    this.#verplicht.push(optie)
    return this.addOption(optie)
  }

  #eisVerplichte(): void {
    const mist = this.#verplicht.find((optie) => this.getOptionValue(optie.attributeName()) === undefined)
    if (mist !== undefined) throw new VerkeerdGebruik(`De optie '${mist.flags}' is verplicht. Bekijk het gebruik met --help`)
  }
}

function naschrift({ toelichting, voorbeelden, codes }: Opdrachtuitleg, breedte: number | undefined): string {
  return [
    ...(toelichting === undefined ? [] : ['', vouw(toelichting, breedte)]),
    '', 'Voorbeelden:', ...voorbeelden.flatMap(({ regel, uitleg }) => [vouw(`  # ${uitleg}`, breedte, 2), vouwOpdracht(`  ${regel}`, breedte)]),
    '', 'Afsluitcodes:', ...afsluitcodes(codes).map(([code, wat]) => vouw(`  ${code.padEnd(3)} ${wat}`, breedte, CODEBREEDTE)),
  ].join('\n')
}

const CODEBREEDTE = 4

/** Een voorbeeld blijft over te nemen: een afgebroken regel eindigt met een schuine streep. */
function vouwOpdracht(regel: string, breedte: number | undefined): string {
  return breedte === undefined ? regel : vouw(regel, breedte - 2, 4).replaceAll('\n', ' \\\n')
}

/** Alle codes die deze opdracht kent, op volgorde. Verkeerd gebruik en een fout in Leerroute kan overal. */
export function afsluitcodes(codes: Opdrachtuitleg['codes']): readonly (readonly [string, string])[] {
  const alle = { 0: 'gelukt', 2: 'verkeerd gebruik', 3: 'fout in Leerroute', ...codes }
  return Object.entries(alle)
}

/** Een groep met opdrachten eronder, zoals `beheer koppeling`; zij doet zelf niets. */
export class Groep extends Command {
  constructor(naam: string, uitleg: string) {
    super(naam)
    this.description(uitleg).helpCommand('help [opdracht]', 'toont uitleg over een opdracht')
  }
}
