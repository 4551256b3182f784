/** Laat hooguit een vast aantal werken tegelijk lopen; de rest wacht, in volgorde van vragen. */
export class Beurten {
  readonly #tegelijk: number
  readonly #rij: (() => void)[] = []
  #bezig = 0

  constructor(tegelijk: number) {
    this.#tegelijk = tegelijk
  }

  /** Geeft het antwoord van `werk`; ook na een fout is de volgende aan de beurt. */
  async opBeurt<T>(werk: () => Promise<T>): Promise<T> {
    if (this.#bezig >= this.#tegelijk) await new Promise<void>((begin) => { this.#rij.push(begin) })
    else this.#bezig += 1
    try {
      return await werk()
    } finally {
      // De plaats gaat over op wie wacht: niemand kruipt ertussen.
      const volgende = this.#rij.shift()
      if (volgende === undefined) this.#bezig -= 1
      else volgende()
    }
  }
}
