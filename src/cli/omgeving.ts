import type { Command } from 'commander'
import type { Database } from '../database/index.ts'
import type { Moment } from '../kern/datum.ts'
import type { Kluis } from '../toegang/index.ts'

/** 0 goed; 1 bevindingen; 2 verkeerd gebruik of onleesbare invoer; 3 fout in Leerroute zelf. */
export type Afsluitcode = 0 | 1 | 2 | 3

/** Wat een opdracht van buiten krijgt. Zo leest geen opdracht zelf de omgeving of een klok. */
export interface CliOmgeving {
  /** Naar stdout: alleen het antwoord, zodat `--json` altijd te lezen is. */
  schrijf(tekst: string): void
  /** Naar stderr: voortgang, uitleg en fouten. */
  meld(tekst: string): void
  /** Is stderr een terminal? Alleen dan een voortgangsbalk. */
  readonly opTerminal: boolean
  /** Legt de afsluitcode vast; de laatste hoogste telt. */
  eindigMet(code: Afsluitcode): void
  /** Geeft het ingestelde register (DATABASE_URL of het meegeleverde) zolang `werk` duurt. */
  metRegister<T>(werk: (register: Register) => Promise<T>): Promise<T>
}

/** Wat een opdracht nodig heeft om iets vast te leggen. */
export interface Register {
  readonly database: Database
  readonly kluis: Kluis
  nu(): Moment
}

/** Uitleg van de optie --soepel van toets en importeer. */
export const SOEPEL = 'neemt persoonsnummers mee die de elfproef niet halen, voor proefbestanden met verzonnen nummers'

/** Elke opdracht is een functie in `src/cli/<naam>.ts` die een commander-opdracht maakt. */
export type MaakOpdracht = (omgeving: CliOmgeving) => Command
