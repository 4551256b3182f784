/**
 * Een wachtwoord narekenen kost met opzet veel geheugen en rekentijd. Zonder grens legt wie veel namen tegelijk probeert de server
 * stil; daarom een paar tegelijk, en wie dan nog niet in de rij past hoort dat hij even moet wachten.
 */
export interface Beurten {
  /** Undefined: de rij is vol en er is niets gedaan. */
  neem<T>(werk: () => Promise<T>): Promise<T | undefined>
}

export function maakBeurten(tegelijk: number, inDeRij: number): Beurten {
  const rij: (() => void)[] = []
  let bezig = 0
  return {
    async neem(werk) {
      if (bezig >= tegelijk && rij.length >= inDeRij) return undefined
      // Wie wacht krijgt de beurt van wie klaar is; `bezig` blijft dan gelijk.
      if (bezig >= tegelijk) await new Promise<void>((klaar) => { rij.push(klaar) })
      else bezig += 1
      try {
        return await werk()
      } finally {
        const volgende = rij.shift()
        if (volgende === undefined) bezig -= 1
        else volgende()
      }
    },
  }
}
