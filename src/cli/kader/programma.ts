/** Maakt van de lijst met opdrachten een commander-programma, in het Nederlands en zonder buiten de omgeving om te schrijven. */
import { type Argument, Command, type Option } from 'commander'
import type { CliOmgeving, MaakOpdracht } from '../omgeving.ts'
import { vouw } from './breedte.ts'
import { metKeuzen, toonStandaard } from './keuzen.ts'
import { maakStijl } from './stijl.ts'
import { vertaal, vertaalPlekken } from './woorden.ts'

/** Eén regel in de lijst. `laad` haalt het bestand pas op als de opdracht gevraagd wordt: zo start elke andere snel. */
export interface Opdrachtregel {
  readonly naam: string
  /** Dezelfde zin als in de opdracht zelf; een test vergelijkt ze. */
  readonly uitleg: string
  readonly laad: () => Promise<MaakOpdracht>
}

const AFSLUITCODES = '\nAfsluitcodes:\n  0   goed\n  1   bevindingen\n  2   verkeerd gebruik of onleesbare invoer\n  3   fout in Leerroute\n  130 afgebroken met Ctrl-C\n\nUitleg over een opdracht: leerroute OPDRACHT --help'

/** `nodig`: de opdrachten die echt geladen worden; de andere staan alleen met hun uitleg in de lijst. */
export async function maakProgramma(lijst: readonly Opdrachtregel[], omgeving: CliOmgeving, nodig: (naam: string) => boolean): Promise<Command> {
  const programma = new Command('leerroute')
    .description('Open register voor de doorlopende en geïntegreerde leerroute vmbo-mbo')
    .helpCommand('help [opdracht]', 'toont uitleg over een opdracht')
    .version(omgeving.versie, '-V, --version', 'toont de versie')
    .addHelpText('after', () => vouw(AFSLUITCODES, omgeving.breedte))
  for (const regel of lijst) {
    programma.addCommand(nodig(regel.naam) ? (await regel.laad())(omgeving) : new Command(regel.naam).description(regel.uitleg))
  }
  neemUitvoerOver(programma, omgeving)
  return programma
}

function neemUitvoerOver(opdracht: Command, omgeving: CliOmgeving): void {
  const { kop, zacht } = maakStijl(omgeving)
  opdracht
    .exitOverride()
    .configureOutput({
      writeOut: omgeving.schrijf, writeErr: omgeving.meld, outputError: (tekst, schrijf) => schrijf(`${vouw(vertaal(tekst).trimEnd(), omgeving.breedte)}\n`),
      getOutHelpWidth: () => omgeving.breedte ?? BREED, getErrHelpWidth: () => omgeving.breedte ?? BREED, getOutHasColors: () => omgeving.kleur,
    })
    .helpOption('-h, --help', 'toont deze uitleg')
    .configureHelp({
      helpWidth: omgeving.breedte ?? BREED, minWidthToWrap: SMAL, optionDescription: beschrijfOptie, argumentDescription: beschrijfArgument, subcommandTerm: noemOpdracht,
      styleTitle: (tekst) => kop(vertaal(tekst)), styleUsage: vertaalPlekken, styleOptionTerm: zacht, styleArgumentTerm: zacht,
    })
  for (const onder of opdracht.commands) neemUitvoerOver(onder, omgeving)
}

/** Zonder terminal hoeft uitleg niet smal te zijn, maar een regel van honderden tekens leest niemand. */
const BREED = 100
/** Smaller dan dit breekt commander een uitleg niet af. */
const SMAL = 20

/** Korter dan commander het doet: in een lijst met opdrachten zegt `[opties]` niets. */
function noemOpdracht(opdracht: Command): string {
  const argumenten = opdracht.registeredArguments.map((a) => (a.required ? `<${a.name()}${a.variadic ? '...' : ''}>` : `[${a.name()}${a.variadic ? '...' : ''}]`))
  return [opdracht.name(), ...argumenten].join(' ')
}

function beschrijfOptie({ description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  return metKeuzen(description, argChoices ?? [], toonStandaard(defaultValue, defaultValueDescription))
}

function beschrijfArgument({ description, argChoices }: Argument): string {
  return metKeuzen(description, argChoices ?? [], null)
}
