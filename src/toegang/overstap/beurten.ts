/**
 * Een wachtwoord narekenen kost met opzet veel geheugen en rekentijd. Zonder grens legt wie veel namen tegelijk probeert de server
 * stil; daarom een paar tegelijk, en wie dan nog niet in de rij past hoort dat hij even moet wachten. Elke bron (een netwerk, of een
 * account) heeft een eigen rij en om de beurt komt er een uit elke rij: wie veel stuurt wacht op zichzelf, niet een ander op hem.
 */
export interface Beurten {
  /** Undefined: er was geen plaats, of de plaats ging naar een bron die er minder had. Er is dan niets gedaan. */
  neem<T>(bron: string, werk: () => Promise<T>): Promise<T | undefined>
}

type Wachtende = (magVerder: boolean) => void

export function maakBeurten(tegelijk: number, inDeRij: number): Beurten {
  const rijen = new Rijen(inDeRij)
  let bezig = 0
  return {
    async neem(bron, werk) {
      // Wie wacht krijgt de beurt van wie klaar is; `bezig` blijft dan gelijk.
      if (bezig < tegelijk) bezig += 1
      else if (!(await rijen.wacht(bron))) return undefined
      try {
        return await werk()
      } finally {
        if (!rijen.laatVolgende()) bezig -= 1
      }
    },
  }
}

/** De wachtenden per bron. De volgorde van de Map is de volgorde waarin de bronnen aan de beurt zijn. */
class Rijen {
  readonly #perBron = new Map<string, Wachtende[]>()
  readonly #meeste: number
  #aantal = 0

  constructor(meeste: number) {
    this.#meeste = meeste
  }

  wacht(bron: string): Promise<boolean> {
    const eigen = this.#perBron.get(bron)?.length ?? 0
    if (this.#aantal >= this.#meeste && !this.#maakPlaats(eigen)) return Promise.resolve(false)
    return new Promise((klaar) => {
      const rij = this.#perBron.get(bron)
      if (rij === undefined) this.#perBron.set(bron, [klaar])
      else rij.push(klaar)
      this.#aantal += 1
    })
  }

  /** De oudste uit de bron die aan de beurt is; daarna sluit die bron achteraan. Onwaar als er niemand wacht. */
  laatVolgende(): boolean {
    const [eerste] = this.#perBron
    if (eerste === undefined) return false
    const [bron, rij] = eerste
    const klaar = rij.shift()
    this.#perBron.delete(bron)
    if (rij.length > 0) this.#perBron.set(bron, rij)
    this.#aantal -= 1
    klaar?.(true)
    return true
  }

  /** De laatste van de langste rij gaat weg, als die rij met een minder nog niet korter is dan die van de nieuwe. */
  #maakPlaats(eigen: number): boolean {
    let langste: Wachtende[] = []
    for (const rij of this.#perBron.values()) if (rij.length > langste.length) langste = rij
    if (langste.length <= eigen + 1) return false
    langste.pop()?.(false)
    this.#aantal -= 1
    return true
  }
}
