/** Zoveel verschillende studenten onthouden wij om een herhaling te zien in een bestand dat niet oploopt. */
const MAX_ONTHOUDEN = 100_000

/**
 * Kijkt of alle records van een student bij elkaar staan, met vast geheugen. In een oplopend bestand kan een student
 * niet terugkomen. Loopt het niet op en zijn er te veel studenten om te onthouden, dan gaan wij uit van verspreid.
 */
export class Volgorde {
  #huidige: string | null = null
  #oplopendAlsTekst = true
  #oplopendAlsGetal = true
  #gezien: Set<string> | null = new Set()
  #herhaald = false
  eersteVerspringing: number | null = null

  zie(sleutel: string, regelnummer: number): void {
    if (sleutel === this.#huidige) return
    if (this.#huidige !== null) this.#vergelijk(this.#huidige, sleutel, regelnummer)
    if (this.#gezien !== null) {
      if (this.#gezien.has(sleutel)) this.#herhaal(regelnummer)
      else if (this.#gezien.size >= MAX_ONTHOUDEN) this.#gezien = null
      else this.#gezien.add(sleutel)
    }
    this.#huidige = sleutel
  }

  get oplopendAlsGetal(): boolean {
    return this.#oplopendAlsGetal
  }

  get oplopend(): boolean {
    return this.#oplopendAlsTekst || this.#oplopendAlsGetal
  }

  get aaneengesloten(): boolean {
    return this.oplopend || (!this.#herhaald && this.#gezien !== null)
  }

  #vergelijk(vorige: string, nu: string, regelnummer: number): void {
    // Wie alleen een onderwijsnummer heeft staat achteraan (PvE 15.2).
    const [a, b] = [klasse(vorige), klasse(nu)]
    if (a > b || (a === b && vorige >= nu)) this.#oplopendAlsTekst = false
    if (a > b || (a === b && (vorige.length > nu.length || (vorige.length === nu.length && vorige >= nu)))) this.#oplopendAlsGetal = false
    if (!this.oplopend && this.eersteVerspringing === null) this.eersteVerspringing = regelnummer
  }

  #herhaal(regelnummer: number): void {
    if (!this.#herhaald) this.eersteVerspringing = regelnummer
    this.#herhaald = true
  }
}

function klasse(sleutel: string): number {
  return sleutel.startsWith('|') ? 1 : 0
}
