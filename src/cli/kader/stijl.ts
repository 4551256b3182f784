type Verf = (tekst: string) => string

/** Kleur zegt nooit iets wat er niet ook in woorden staat: zonder kleur blijft de tekst volledig. */
export interface Stijl {
  readonly kop: Verf
  readonly goed: Verf
  readonly fout: Verf
  readonly letOp: Verf
  readonly zacht: Verf
}

export function maakStijl({ kleur }: { readonly kleur: boolean }): Stijl {
  const verf = (aan: number, uit: number): Verf => (kleur ? (tekst) => (tekst === '' ? '' : `\u001B[${aan}m${tekst}\u001B[${uit}m`) : (tekst) => tekst)
  return { kop: verf(1, 22), goed: verf(32, 39), fout: verf(31, 39), letOp: verf(33, 39), zacht: verf(2, 22) }
}
