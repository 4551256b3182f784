import { Worker } from 'node:worker_threads'
import type { Gevolgen, Wijziging } from '../gevolg.ts'
import type { Antwoord, Opdracht } from './draad.ts'

export type Gevolgenstand =
  | { readonly soort: 'klaar'; readonly gevolgen: Gevolgen }
  /** `voor`: hoeveel berekeningen er nog voor deze komen. */
  | { readonly soort: 'bezig'; readonly voor: number }
  /** Er wachten er al te veel; er is niets begonnen. */
  | { readonly soort: 'vol' }
  /** Het duurde te lang of ging mis. Een volgende vraag begint opnieuw. */
  | { readonly soort: 'mislukt' }

export interface Gevolgenteller {
  /** Het antwoord als het er is, of binnen `geduldMs` komt; anders hoe ver het is. Rekenen gebeurt nooit in deze draad, en hooguit één tegelijk. */
  vraag(wijziging: Wijziging, geduldMs: number): Promise<Gevolgenstand>
  sluit(): Promise<void>
}

export interface Tellerkeuze {
  /** Zo veel berekeningen mogen wachten, de lopende meegeteld. */
  readonly meesteWachtend?: number
  /** Zo veel antwoorden blijven bewaard; het oudste gaat eruit. */
  readonly meesteBewaard?: number
  /** Zo lang mag één berekening duren, met het starten van de draad. */
  readonly langsteMs?: number
  /** Zonder vragen stopt de draad na deze tijd; zijn geheugen is dan weer vrij. */
  readonly stilMs?: number
}

/** Elke wijziging wordt één keer berekend, ook als er veel mensen tegelijk naar vragen. */
export function maakGevolgenteller({ meesteWachtend = 8, meesteBewaard = 200, langsteMs = 30_000, stilMs = 120_000 }: Tellerkeuze = {}): Gevolgenteller {
  return new Teller({ meesteWachtend, meesteBewaard, langsteMs, stilMs })
}

interface Werk {
  readonly sleutel: string
  readonly opdracht: Opdracht
  readonly klaar: Promise<void>
  readonly meld: () => void
}

class Teller implements Gevolgenteller {
  readonly #keuze: Required<Tellerkeuze>
  readonly #bewaard = new Map<string, Gevolgen>()
  readonly #rij: Werk[] = []
  readonly #mislukt = new Set<string>()
  #draad: Worker | null = null
  #klok: NodeJS.Timeout | undefined
  #nummer = 0

  constructor(keuze: Required<Tellerkeuze>) {
    this.#keuze = keuze
  }

  async vraag(wijziging: Wijziging, geduldMs: number): Promise<Gevolgenstand> {
    const sleutel = JSON.stringify([wijziging.naam, wijziging.waarde, wijziging.vanaf])
    const klaar = this.#bewaard.get(sleutel)
    if (klaar !== undefined) return { soort: 'klaar', gevolgen: klaar }
    if (this.#mislukt.delete(sleutel)) return { soort: 'mislukt' }
    const werk = this.#rij.find((een) => een.sleutel === sleutel) ?? this.#zetInRij(sleutel, wijziging)
    if (werk === undefined) return { soort: 'vol' }
    await Promise.race([werk.klaar, wacht(geduldMs)])
    return this.#stand(sleutel)
  }

  async sluit(): Promise<void> {
    for (const werk of this.#rij.splice(0)) werk.meld()
    await this.#stop()
  }

  #stand(sleutel: string): Gevolgenstand {
    const gevolgen = this.#bewaard.get(sleutel)
    if (gevolgen !== undefined) return { soort: 'klaar', gevolgen }
    const plaats = this.#rij.findIndex((werk) => werk.sleutel === sleutel)
    if (plaats >= 0) return { soort: 'bezig', voor: plaats }
    this.#mislukt.delete(sleutel)
    return { soort: 'mislukt' }
  }

  #zetInRij(sleutel: string, wijziging: Wijziging): Werk | undefined {
    if (this.#rij.length >= this.#keuze.meesteWachtend) return undefined
    const { promise: klaar, resolve: meld } = Promise.withResolvers<void>()
    this.#nummer += 1
    const werk: Werk = { sleutel, opdracht: { nummer: this.#nummer, wijziging }, klaar, meld }
    this.#rij.push(werk)
    if (this.#rij.length === 1) this.#begin(werk)
    return werk
  }

  #begin({ opdracht }: Werk): void {
    this.#zetKlok(this.#keuze.langsteMs, () => this.#mislukking())
    this.#openDraad().postMessage(opdracht)
  }

  #openDraad(): Worker {
    if (this.#draad !== null) return this.#draad
    const draad = new Worker(new URL('draad.ts', import.meta.url), { resourceLimits: GEHEUGEN })
    // De server mag stoppen terwijl er een draad is.
    draad.unref()
    draad.on('message', (antwoord: Antwoord) => this.#klaar(antwoord))
    draad.on('error', () => this.#mislukking())
    this.#draad = draad
    return draad
  }

  #klaar({ nummer, gevolgen }: Antwoord): void {
    const werk = this.#rij[0]
    if (werk === undefined || werk.opdracht.nummer !== nummer) return
    const oudste = this.#bewaard.keys().next().value
    if (this.#bewaard.size >= this.#keuze.meesteBewaard && oudste !== undefined) this.#bewaard.delete(oudste)
    this.#bewaard.set(werk.sleutel, gevolgen)
    this.#volgende(werk)
  }

  /** Te laat of stuk: de draad gaat weg, de volgende vraag krijgt een nieuwe. */
  #mislukking(): void {
    const werk = this.#rij[0]
    void this.#stop()
    if (werk === undefined) return
    this.#mislukt.add(werk.sleutel)
    this.#volgende(werk)
  }

  #volgende(klaar: Werk): void {
    this.#rij.shift()
    klaar.meld()
    const volgend = this.#rij[0]
    if (volgend === undefined) this.#zetKlok(this.#keuze.stilMs, () => void this.#stop())
    else this.#begin(volgend)
  }

  #zetKlok(ms: number, doe: () => void): void {
    clearTimeout(this.#klok)
    this.#klok = setTimeout(doe, ms)
    this.#klok.unref()
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#klok)
    const draad = this.#draad
    this.#draad = null
    draad?.removeAllListeners()
    await draad?.terminate()
  }
}

/** De regels, de gevallen en vierduizend dossiers passen er ruim in. */
const GEHEUGEN = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 } as const

function wacht(ms: number): Promise<void> {
  return new Promise((klaar) => {
    setTimeout(klaar, ms).unref()
  })
}
