/** De opdrachten als gegevens: hieruit komen de aanvulling voor de shell, docs/cli.md en de test op het kader. */
import type { Argument, Command, Option } from 'commander'
import { toonStandaard } from './keuzen.ts'
import { Opdracht, type Opdrachtuitleg } from './opdracht.ts'

/** Wat er op een plek ingevuld wordt, voor de aanvulling: een bestand, een map, een van de keuzen, of vrije tekst. */
export interface Invulling {
  readonly naam: string
  readonly soort: 'bestand' | 'map' | 'vrij'
  readonly keuzen: readonly string[]
}

export interface Argumentblad extends Invulling {
  readonly verplicht: boolean
  readonly meer: boolean
  readonly uitleg: string
}

export interface Optieblad {
  /** Zoals in de uitleg: `--server <url>`. */
  readonly vorm: string
  readonly vlaggen: readonly string[]
  readonly uitleg: string
  readonly standaard: string | null
  /** Null: een vlag zonder waarde. */
  readonly waarde: Invulling | null
}

export interface Opdrachtblad {
  /** Bijvoorbeeld `['beheer', 'koppeling', 'maak']`; leeg is het programma zelf. */
  readonly pad: readonly string[]
  readonly uitleg: string
  readonly argumenten: readonly Argumentblad[]
  readonly opties: readonly Optieblad[]
  readonly onder: readonly Opdrachtblad[]
  /** Null bij een groep, die zelf niets doet. */
  readonly over: Opdrachtuitleg | null
}

export function maakBoom(opdracht: Command, pad: readonly string[] = []): Opdrachtblad {
  return {
    pad, uitleg: opdracht.description(), argumenten: opdracht.registeredArguments.map(naarArgument), opties: zichtbareOpties(opdracht).map(naarOptie),
    onder: opdracht.commands.map((onder) => maakBoom(onder, [...pad, onder.name()])), over: opdracht instanceof Opdracht ? opdracht.over : null,
  }
}

/** Alle bladen, ook de groepen, van boven naar beneden. */
export function alleBladen(blad: Opdrachtblad): readonly Opdrachtblad[] {
  return [blad, ...blad.onder.flatMap(alleBladen)]
}

function zichtbareOpties(opdracht: Command): readonly Option[] {
  return opdracht.createHelp().visibleOptions(opdracht)
}

function naarArgument(argument: Argument): Argumentblad {
  return { naam: argument.name(), soort: soortVan(argument.name()), keuzen: argument.argChoices ?? [], verplicht: argument.required, meer: argument.variadic, uitleg: argument.description }
}

function naarOptie(optie: Option): Optieblad {
  const waarde = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(optie.flags)?.[1]
  return {
    vorm: optie.flags, vlaggen: [optie.short, optie.long].filter((vlag) => vlag !== undefined && vlag !== null), uitleg: optie.description,
    standaard: toonStandaard(optie.defaultValue, optie.defaultValueDescription),
    waarde: waarde === undefined ? null : { naam: waarde, soort: soortVan(waarde), keuzen: optie.argChoices ?? [] },
  }
}

/** De naam van een plek zegt wat er komt: `<bestand>`, `<casusbestand...>`, `<map>`, `<uitmap>`. */
function soortVan(naam: string): Invulling['soort'] {
  if (/bestand/i.test(naam)) return 'bestand'
  return /map$/i.test(naam) ? 'map' : 'vrij'
}
