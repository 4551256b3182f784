/** De opdrachtregel: registreert de opdrachten en vertaalt hun einde naar een afsluitcode. */
import { Command, CommanderError } from 'commander'
import { casusOpdracht } from './casus.ts'
import { importeerOpdracht } from './importeer.ts'
import { toetsOpdracht } from './toets.ts'
import type { Afsluitcode, CliOmgeving, MaakOpdracht } from './omgeving.ts'

const OPDRACHTEN: readonly MaakOpdracht[] = [casusOpdracht, toetsOpdracht, importeerOpdracht]

/** Voert `leerroute ARGUMENTEN` uit en geeft de afsluitcode (zie `Afsluitcode`). */
export async function voerOpdrachtUit(argumenten: readonly string[], buiten: Omit<CliOmgeving, 'eindigMet'>): Promise<Afsluitcode> {
  let afsluitcode: Afsluitcode = 0
  const omgeving: CliOmgeving = {
    ...buiten,
    eindigMet: (code) => {
      if (code > afsluitcode) afsluitcode = code
    },
  }
  try {
    await maakProgramma(omgeving).parseAsync(argumenten, { from: 'user' })
    return afsluitcode
  } catch (fout) {
    // --help en --version eindigen ook met een CommanderError, maar met code 0.
    if (fout instanceof CommanderError) return fout.exitCode === 0 ? 0 : 2
    buiten.meld(isDatabaseWeg(fout) ? DATABASE_WEG : `Fout in Leerroute: ${fout instanceof Error ? fout.message : String(fout)}\n`)
    return 3
  }
}

const DATABASE_WEG =
  'De database is tijdens het werk weggevallen. Wat al was opgeslagen, blijft staan. Geef dezelfde opdracht opnieuw: die gaat verder met wat er nog niet in staat.\n'

/** PostgreSQL dat stopt (57P..), een verbroken verbinding (08..., ECONN...), of wat pg daarna over die verbinding zegt. */
function isDatabaseWeg(fout: unknown): boolean {
  if (!(fout instanceof Error)) return false
  return /^(57P0|08|ECONN|EPIPE)/.test('code' in fout ? String(fout.code) : '') || /Connection terminated|not queryable/.test(fout.message)
}

function maakProgramma(omgeving: CliOmgeving): Command {
  const programma = new Command('leerroute')
    .description('Open register voor de doorlopende en geïntegreerde leerroute vmbo-mbo')
    .helpCommand('help [opdracht]', 'toont uitleg over een opdracht')
    .addHelpText('after', '\nAfsluitcodes: 0 goed, 1 bevindingen, 2 verkeerd gebruik of onleesbare invoer, 3 fout in Leerroute.')
  for (const maak of OPDRACHTEN) programma.addCommand(maak(omgeving))
  for (const opdracht of [programma, ...programma.commands]) neemUitvoerOver(opdracht, omgeving)
  return programma
}

/** Commander stopt anders zelf het proces en schrijft buiten de omgeving om. */
function neemUitvoerOver(opdracht: Command, omgeving: CliOmgeving): void {
  opdracht
    .exitOverride()
    .configureOutput({ writeOut: omgeving.schrijf, writeErr: omgeving.meld, outputError: (tekst, schrijf) => schrijf(vertaal(tekst)) })
    .helpOption('-h, --help', 'toont deze uitleg')
    .configureHelp({ styleTitle: vertaal, styleUsage: vertaalPlekken, styleSubcommandTerm: vertaalPlekken })
  for (const onder of opdracht.commands) if (onder !== opdracht) neemUitvoerOver(onder, omgeving)
}

function vertaalPlekken(gebruik: string): string {
  return gebruik.replace('[options]', '[opties]').replace('[command]', '[opdracht]')
}

const WOORDEN: readonly (readonly [RegExp, string])[] = [
  [/^Usage:/, 'Gebruik:'],
  [/^Arguments:/, 'Argumenten:'],
  [/^Options:/, 'Opties:'],
  [/^Commands:/, 'Opdrachten:'],
  [/^error: unknown command (.*)/, 'Onbekende opdracht $1. Bekijk de lijst met: leerroute --help'],
  [/^error: unknown option (.*)/, 'Onbekende optie $1. Bekijk de opties met --help'],
  [/^error: missing required argument (.*)/, 'Er ontbreekt een argument: $1. Bekijk het gebruik met --help'],
  [/^error: option (.*) argument missing/, 'Bij de optie $1 hoort een waarde. Bekijk het gebruik met --help'],
  [/^error: too many arguments.*/, 'Te veel argumenten. Bekijk het gebruik met --help'],
  [/^error: /, ''],
]

/** Commander spreekt Engels; de gebruiker krijgt Nederlands. */
function vertaal(tekst: string): string {
  return WOORDEN.reduce((vertaald, [vorm, woord]) => vertaald.replace(vorm, woord), tekst)
}
