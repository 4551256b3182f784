import { SingleBar } from 'cli-progress'
import { Writable } from 'node:stream'
import type { CliOmgeving } from './omgeving.ts'

/** Laat zien hoever lang werk is: een balk op een terminal, anders enkele gewone regels. */
export interface Voortgang {
  zet(deel: number): void
  klaar(): void
}

const PROCENT = 100
const STAP = 25
/** Smaller dan de smalste terminal die wij verwachten; een langere naam wordt afgekapt. */
const BREEDTE = 79

export function maakVoortgang(omgeving: CliOmgeving, naam: string): Voortgang {
  return omgeving.opTerminal ? balk(omgeving, naam) : regels(omgeving, naam)
}

function balk(omgeving: CliOmgeving, naam: string): Voortgang {
  // Schrijft meteen door: wist de balk zich pas later, dan raakt het verslag eronder beschadigd.
  const stroom = new Writable({ write: (stuk: Buffer, _codering, klaar) => { omgeving.meld(stuk.toString('utf8')); klaar() } })
  // Zonder isTTY zet de balk elke stap op een nieuwe regel. De cursor en het afbreken van regels blijven zoals ze zijn, ook na Ctrl-C.
  const terminal = Object.assign(stroom, { isTTY: true, columns: BREEDTE })
  const b = new SingleBar({ format: `{bar} {percentage}% ${naam}`, hideCursor: false, linewrap: true, clearOnComplete: true, stream: terminal, barCompleteChar: '█', barIncompleteChar: '░' })
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
