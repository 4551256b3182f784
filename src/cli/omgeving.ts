import type { Command } from 'commander'
import type { Database } from '../database/index.ts'
import type { Moment } from '../kern/datum.ts'
import type { Kluis, Logboeksleutels } from '../toegang/index.ts'

/** 0 goed; 1 bevindingen; 2 verkeerd gebruik of onleesbare invoer; 3 fout in Leerroute zelf; 130 afgebroken met Ctrl-C. */
export type Afsluitcode = 0 | 1 | 2 | 3 | 130

/** Wat de samenstelling (`src/main.ts`) meegeeft. Zo leest geen opdracht zelf de omgeving, een klok of een terminal. */
export interface Buiten {
  /** Naar stdout: alleen het antwoord, zodat `--json` altijd te lezen is. Gooit `UitvoerDicht` als niemand meer leest. */
  schrijf(tekst: string): void
  /** Naar stderr: voortgang, uitleg en fouten. */
  meld(tekst: string): void
  /** Is stderr een terminal? Alleen dan een voortgangsbalk. */
  readonly opTerminal: boolean
  /** Geeft het ingestelde register (DATABASE_URL of het meegeleverde) zolang `werk` duurt. */
  metRegister<T>(werk: (register: Register) => Promise<T>): Promise<T>
  /** Kolommen waarbinnen tekst blijft; zonder breedte worden regels niet afgebroken. */
  readonly breedte?: number
  /** Is stdout een terminal die kleur kan, en vraagt NO_COLOR niet om wit op zwart? */
  readonly kleur?: boolean
  readonly versie?: string
  /** Verstreken milliseconden sinds een willekeurig begin. */
  klok?(): number
  /** Gaat af bij Ctrl-C. Pas na de eerste aanroep vangt het proces het signaal zelf op. */
  stop?(): AbortSignal
  /** LEERROUTE_SERVER en LEERROUTE_SLEUTEL. */
  readonly server?: Serverinstelling
}

export interface Serverinstelling {
  readonly adres?: string | undefined
  readonly sleutel?: string | undefined
  /** Waar `aanmelden` bewaart bij welke servers u bent aangemeld. */
  readonly aanmeldbestand?: string | undefined
}

/** Wat een opdracht krijgt: alles van buiten, met een waarde voor wat daar ontbrak. */
export interface CliOmgeving extends Required<Omit<Buiten, 'breedte'>> {
  readonly breedte: number | undefined
  /** Legt de afsluitcode vast; de laatste hoogste telt. */
  eindigMet(code: Afsluitcode): void
  /** Alle opdrachten geladen, voor wie over opdrachten vertelt. */
  heelProgramma(): Promise<Command>
  /** Loopt altijd aan het eind, ook na een fout: een balk die blijft lopen houdt het proces wakker. */
  naAfloop(ruimOp: () => void): void
  /** Wat er na Ctrl-C gezegd wordt over wat al gedaan is. De laatste telt. */
  bijAfbreken(zeg: () => string): void
}

/** Wat een opdracht nodig heeft om iets vast te leggen. */
export interface Register {
  readonly database: Database
  readonly kluis: Kluis
  /** De sleutels van de logboeken en waar de controlepunten staan. */
  readonly logboek?: { readonly sleutels: Logboeksleutels; readonly controlepunten: string }
  /** Verzonnen scholen en studenten mogen er dan niet in. */
  readonly productie?: boolean
  nu(): Moment
}

/** Uitleg van de optie --soepel van toets en importeer. */
export const SOEPEL = 'neemt persoonsnummers mee die de elfproef niet halen, voor proefbestanden met verzonnen nummers'

/** Elke opdracht is een functie in `src/cli/<naam>.ts` die een commander-opdracht maakt. */
export type MaakOpdracht = (omgeving: CliOmgeving) => Command
