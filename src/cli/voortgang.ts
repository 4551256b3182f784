import { SingleBar } from 'cli-progress'
import { PassThrough } from 'node:stream'
import type { CliOmgeving } from './omgeving.ts'

/** Laat zien hoever lang werk is: een balk op een terminal, anders enkele gewone regels. */
export interface Voortgang {
  zet(deel: number): void
  klaar(): void
}

const PROCENT = 100
const STAP = 25

export function maakVoortgang(omgeving: CliOmgeving, naam: string): Voortgang {
  return omgeving.opTerminal ? balk(omgeving, naam) : regels(omgeving, naam)
}

function balk(omgeving: CliOmgeving, naam: string): Voortgang {
  const stroom = new PassThrough()
  stroom.on('data', (stuk: Buffer) => omgeving.meld(stuk.toString('utf8')))
  const b = new SingleBar({ format: `${naam} {bar} {percentage}%`, hideCursor: true, clearOnComplete: true, stream: stroom, noTTYOutput: true, forceRedraw: true, barCompleteChar: '█', barIncompleteChar: '░' })
  b.start(PROCENT, 0)
  return { zet: (deel) => b.update(Math.floor(deel * PROCENT)), klaar: () => b.stop() }
}

/** In een pijp: een regel per kwart, en niets bij werk dat in één stap klaar is. */
function regels(omgeving: CliOmgeving, naam: string): Voortgang {
  let vorige = 0
  return {
    zet: (deel) => {
      const procent = Math.floor((deel * PROCENT) / STAP) * STAP
      if (procent <= vorige || procent >= PROCENT) return
      vorige = procent
      omgeving.meld(`${naam}: ${procent}%\n`)
    },
    klaar: () => undefined,
  }
}
