import type { Leerlingbeeld, Signaalvak } from '../../beslissing/index.ts'
import { NIVEAU_VOLGORDE } from '../woorden/woorden.ts'

export interface Lijstsignaal extends Signaalvak {
  readonly anker: string
  readonly open: boolean
}

/** Eerst de open signalen (ergste, dan langst open), dan de gesloten (nieuwste eerst). Het anker is er voor tekening en tabel. */
export function ordenSignalen({ tijdlijn }: Leerlingbeeld): Lijstsignaal[] {
  const rang = (vak: Signaalvak) => NIVEAU_VOLGORDE.indexOf(vak.niveau)
  const open = tijdlijn.signalen.filter(({ totEnMet }) => totEnMet === null).toSorted((a, b) => rang(a) - rang(b) || opTekst(a.van, b.van))
  const gesloten = tijdlijn.signalen.filter(({ totEnMet }) => totEnMet !== null).toSorted((a, b) => opTekst(b.van, a.van))
  return [...open, ...gesloten].map((vak, i) => ({ ...vak, anker: `signaal-${i + 1}`, open: vak.totEnMet === null }))
}

/** De melding bovenaan: alleen bij een open fout, en hoogstens één. */
export function ergsteFout(signalen: readonly Lijstsignaal[]): Lijstsignaal | undefined {
  return signalen.find(({ open, niveau }) => open && niveau === 'fout')
}

function opTekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
