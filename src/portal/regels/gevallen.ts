import type { RegelId } from '../../kern/reden.ts'
import { type Geval, leesGevallen, leesUitgangspunten } from '../../gevolg/index.ts'

/** Een geval met zijn plaats: `verzuim/vsv 7`. */
export interface Regelgeval {
  readonly geval: Geval
  readonly plaats: number
}

let perRegel: ReadonlyMap<string, readonly Regelgeval[]> | undefined

/** De gevallen die een regel laten zien. De eerste keer kost een kwart seconde; daarna is het een greep. */
export function gevallenBij(id: RegelId): readonly Regelgeval[] {
  perRegel ??= verdeel()
  return perRegel.get(id) ?? []
}

function verdeel(): ReadonlyMap<string, readonly Regelgeval[]> {
  const verdeeld = new Map<string, Regelgeval[]>()
  const teller = new Map<string, number>()
  for (const geval of leesGevallen(leesUitgangspunten())) {
    const plaats = (teller.get(geval.bestand) ?? 0) + 1
    teller.set(geval.bestand, plaats)
    for (const id of geval.toetst) verdeeld.set(id, [...(verdeeld.get(id) ?? []), { geval, plaats }])
  }
  return verdeeld
}

/** "vsv 7": het bestand zonder domein, met de plaats erin. */
export function gevalplek(bestand: string, plaats: number): string {
  return `${bestand.slice(bestand.indexOf('/') + 1)} ${plaats}`
}
