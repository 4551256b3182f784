/** Meten zonder gokken: een paar keer, om en om met de kale vergelijking, en de mediaan telt. */
export interface Meting {
  readonly naam: string
  /** Wat de lezer moet weten om het getal te begrijpen. */
  readonly uitleg: string
  readonly uitkomsten: readonly Uitkomstregel[]
  readonly doel: string
  readonly gehaald: boolean
}

export interface Uitkomstregel {
  readonly wat: string
  readonly waarde: string
}

export interface Benchkeuze {
  /** Minder herhalingen en kleinere aantallen; de verhoudingen zijn dan grover. */
  readonly klein: boolean
  meld(tekst: string): void
}

export function mediaan(getallen: readonly number[]): number {
  const gesorteerd = getallen.toSorted((a, b) => a - b)
  const midden = Math.floor(gesorteerd.length / 2)
  const [laag, hoog] = [gesorteerd[midden - 1] ?? NaN, gesorteerd[midden] ?? NaN]
  return gesorteerd.length % 2 === 1 ? hoog : (laag + hoog) / 2
}

/** De waarde waar 95 van de 100 metingen onder blijven. */
export function p95(getallen: readonly number[]): number {
  return getallen.toSorted((a, b) => a - b)[Math.ceil(getallen.length * 0.95) - 1] ?? NaN
}

/** Duur van `werk` in milliseconden. */
export async function duurMs(werk: () => unknown): Promise<number> {
  const begin = performance.now()
  await werk()
  return performance.now() - begin
}

/** 1234567 wordt `1.234.567`; onder de tien met twee decimalen. */
export function getal(waarde: number): string {
  return waarde.toLocaleString('nl-NL', { maximumFractionDigits: waarde < 10 ? 2 : waarde < 100 ? 1 : 0 })
}
