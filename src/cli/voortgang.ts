import { SingleBar } from 'cli-progress'
import { Writable } from 'node:stream'
import { stopAlsGevraagd } from './kader/einde.ts'
import type { CliOmgeving } from './omgeving.ts'

/** Laat zien hoever lang werk is: een balk op een terminal, anders enkele gewone regels. */
export interface Voortgang {
  /** Deel van het werk dat klaar is, van 0 tot 1. Gooit `Afgebroken` na Ctrl-C: dit is het punt waar lang werk netjes stopt. */
  zet(deel: number): void
  klaar(): void
}

/** Hoeveel werk er is, voor een snelheid per seconde. */
export interface Omvang {
  readonly totaal: number
  readonly eenheid: 'bytes' | 'records' | 'studenten'
}

const PROCENT = 100
const STAP = 25
const SECONDE = 1_000
/** Eerder zegt een snelheid niets. */
const MINSTENS_MS = 500
const SMALSTE_BALK = 10
const BREEDSTE_BALK = 40
/** Ruimte voor `100% 1.234,5 MB/s, nog 59 min 59 s  ` naast de balk en de naam. */
const TEKST = 38

export function maakVoortgang(omgeving: CliOmgeving, naam: string, omvang?: Omvang): Voortgang {
  const stop = omgeving.stop()
  const tempo = maakTempo(omgeving, omvang)
  const beeld = omgeving.opTerminal ? balk(omgeving, naam, tempo) : regels(omgeving, naam, tempo)
  omgeving.naAfloop(beeld.klaar)
  return {
    zet: (deel) => {
      if (stop.aborted) beeld.klaar()
      stopAlsGevraagd(stop)
      beeld.zet(Math.min(1, Math.max(0, deel)))
    },
    klaar: beeld.klaar,
  }
}

type Tempo = (deel: number) => string

/** Bijvoorbeeld `7,2 MB/s, nog 12 s`; leeg zolang er te weinig gemeten is. */
function maakTempo({ klok }: CliOmgeving, omvang: Omvang | undefined): Tempo {
  const begin = klok()
  return (deel) => {
    const verstreken = klok() - begin
    if (verstreken < MINSTENS_MS || deel <= 0 || deel >= 1) return ''
    const rest = `nog ${duur((verstreken / deel) * (1 - deel))}`
    return omvang === undefined ? rest : `${snelheid((omvang.totaal * deel * SECONDE) / verstreken, omvang.eenheid)}, ${rest}`
  }
}

function snelheid(perSeconde: number, eenheid: Omvang['eenheid']): string {
  if (eenheid === 'bytes') return `${(perSeconde / 1e6).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB/s`
  return `${Math.round(perSeconde).toLocaleString('nl-NL')} ${eenheid}/s`
}

function duur(ms: number): string {
  const s = Math.max(1, Math.round(ms / SECONDE))
  if (s < 60) return `${s} s`
  return s < 3600 ? `${Math.floor(s / 60)} min ${s % 60} s` : `${Math.floor(s / 3600)} u ${Math.floor((s % 3600) / 60)} min`
}

function balk({ meld, breedte = 80 }: CliOmgeving, naam: string, tempo: Tempo): Voortgang {
  // Schrijft meteen door: wist de balk zich pas later, dan raakt het verslag eronder beschadigd.
  const stroom = new Writable({ write: (stuk: Buffer, _codering, klaar) => { meld(stuk.toString('utf8')); klaar() } })
  // Zonder isTTY zet de balk elke stap op een nieuwe regel. De cursor en het afbreken van regels blijven zoals ze zijn, ook na Ctrl-C.
  const kolommen = breedte - 1
  const terminal = Object.assign(stroom, { isTTY: true, columns: kolommen })
  const barsize = Math.max(SMALSTE_BALK, Math.min(BREEDSTE_BALK, kolommen - naam.length - TEKST))
  const b = new SingleBar({
    format: `{bar} {percentage}% {tempo}${naam}`, barsize, hideCursor: false, linewrap: true, clearOnComplete: true, stream: terminal, barCompleteChar: '█', barIncompleteChar: '░',
  })
  b.start(PROCENT, 0, { tempo: '' })
  return {
    zet: (deel) => {
      const nu = tempo(deel)
      b.update(Math.floor(deel * PROCENT), { tempo: nu === '' ? '' : `${nu}  ` })
    },
    klaar: () => b.stop(),
  }
}

/** In een pijp: een regel per kwart, en niets bij werk dat in één stap klaar is. */
function regels({ meld }: CliOmgeving, naam: string, tempo: Tempo): Voortgang {
  let vorige = 0
  return {
    zet: (deel) => {
      const procent = Math.floor((deel * PROCENT) / STAP) * STAP
      if (procent <= vorige || procent >= PROCENT) return
      vorige = procent
      const nu = tempo(deel)
      meld(`${naam}: ${procent}%${nu === '' ? '' : ` (${nu})`}\n`)
    },
    klaar: () => undefined,
  }
}
