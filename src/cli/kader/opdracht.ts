import { Command } from 'commander'
import type { Afsluitcode } from '../omgeving.ts'
import { vouw } from './breedte.ts'

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

  constructor(naam: string, over: Opdrachtuitleg) {
    super(naam)
    this.over = over
    this.description(over.uitleg)
    if (over.json !== null) this.option('--json', over.json)
    this.addHelpText('after', ({ command }) => vouw(naschrift(over), command.configureHelp().helpWidth))
  }
}

function naschrift({ toelichting, voorbeelden, codes }: Opdrachtuitleg): string {
  return [
    ...(toelichting === undefined ? [] : ['', toelichting]),
    '', 'Voorbeelden:', ...voorbeelden.flatMap(({ regel, uitleg }) => [`  ${regel}`, `      ${uitleg}`]),
    '', 'Afsluitcodes:', ...afsluitcodes(codes).map(([code, wat]) => `  ${code.padEnd(3)} ${wat}`),
  ].join('\n')
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
    this.description(uitleg)
  }
}
