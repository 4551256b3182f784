/** De opdrachtregel: kiest de opdracht, voert haar uit en vertaalt haar einde naar een afsluitcode. */
import { CommanderError } from 'commander'
import { vouw } from './kader/breedte.ts'
import { Afgebroken, Mislukt, UitvoerDicht, VerkeerdGebruik } from './kader/einde.ts'
import { maakBoom } from './kader/boom.ts'
import { maakHandleiding } from './kader/handleiding.ts'
import { maakProgramma } from './kader/programma.ts'
import type { Afsluitcode, Buiten, CliOmgeving } from './omgeving.ts'
import { OPDRACHTEN } from './opdrachten.ts'

/** Voert `leerroute ARGUMENTEN` uit en geeft de afsluitcode (zie `Afsluitcode`). */
export async function voerOpdrachtUit(argumenten: readonly string[], buiten: Buiten): Promise<Afsluitcode> {
  let afsluitcode: Afsluitcode = 0
  const opruimen: (() => void)[] = []
  let zegNaAfbreken = (): string => 'Er is niets opgeslagen.'
  const omgeving: CliOmgeving = {
    ...maakOmgeving(buiten),
    eindigMet: (code) => {
      if (code > afsluitcode) afsluitcode = code
    },
    bijAfbreken: (zeg) => { zegNaAfbreken = zeg },
    naAfloop: (ruimOp) => opruimen.push(ruimOp),
  }
  try {
    const gevraagd = vraagtOm(argumenten)
    await (await maakProgramma(OPDRACHTEN, omgeving, (naam) => naam === gevraagd)).parseAsync(argumenten, { from: 'user' })
    return afsluitcode
  } catch (fout) {
    ruimOp(opruimen)
    return eindeVan(fout, omgeving, zegNaAfbreken)
  } finally {
    ruimOp(opruimen)
  }
}

function ruimOp(opruimen: (() => void)[]): void {
  for (const stap of opruimen.splice(0)) stap()
}

/** Een omgeving voor opdrachten, met een gewone waarde voor alles wat van buiten niet komt. */
export function maakOmgeving(buiten: Buiten): CliOmgeving {
  const nooit = new AbortController().signal
  const omgeving: CliOmgeving = {
    kleur: false, versie: 'onbekend', klok: () => 0, stop: () => nooit, server: {}, ...buiten,
    breedte: buiten.breedte, eindigMet: () => undefined, bijAfbreken: () => undefined, naAfloop: () => undefined, heelProgramma: () => maakProgramma(OPDRACHTEN, omgeving, () => true),
  }
  return omgeving
}

/** De tekst van docs/cli.md. */
export async function handleiding(): Promise<string> {
  const zwijgend = maakOmgeving({ schrijf: () => undefined, meld: () => undefined, opTerminal: false, metRegister: () => Promise.reject(new Error('een handleiding heeft geen register')) })
  return maakHandleiding(maakBoom(await zwijgend.heelProgramma()))
}

/** Alleen de genoemde opdracht wordt geladen: `leerroute toets ...` en `leerroute help toets`. */
function vraagtOm(argumenten: readonly string[]): string | undefined {
  const [eerste, tweede] = argumenten.filter((a) => !a.startsWith('-'))
  return eerste === 'help' ? tweede : eerste
}

function eindeVan(fout: unknown, { meld, stop, breedte }: CliOmgeving, zegNaAfbreken: () => string): Afsluitcode {
  if (fout instanceof UitvoerDicht) return 0
  // --help en --version eindigen ook met een CommanderError, maar met code 0.
  if (fout instanceof CommanderError) return fout.exitCode === 0 ? 0 : 2
  if (fout instanceof VerkeerdGebruik) {
    meld(`${vouw(fout.message, breedte, 2)}\n`)
    return 2
  }
  if (fout instanceof Afgebroken || stop().aborted) {
    meld(`${vouw(`Afgebroken. ${zegNaAfbreken()}`, breedte)}\n`)
    return 130
  }
  if (fout instanceof Mislukt) {
    meld(`${vouw(fout.message, breedte, 2)}\n`)
    return 3
  }
  meld(`${vouw(isDatabaseWeg(fout) ? DATABASE_WEG : `Fout in Leerroute: ${fout instanceof Error ? fout.message : String(fout)}`, breedte)}\n`)
  return 3
}

const DATABASE_WEG =
  'De database is tijdens het werk weggevallen. Wat al was opgeslagen, blijft staan. Geef dezelfde opdracht opnieuw: die gaat verder met wat er nog niet in staat.'

/** PostgreSQL dat stopt (57P..), een verbroken verbinding (08..., ECONN...), of wat pg daarna over die verbinding zegt. */
function isDatabaseWeg(fout: unknown): boolean {
  if (!(fout instanceof Error)) return false
  return /^(57P0|08|ECONN|EPIPE)/.test('code' in fout ? String(fout.code) : '') || /Connection terminated|not queryable/.test(fout.message)
}
