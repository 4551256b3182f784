import { datumInNederland, type Moment } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'

/** De getallen van de overstap, uit regels/toegang/parameters. */
export interface Overstapgrenzen {
  readonly koppeltijdMinuten: number
  readonly bewijsfoutenPerStart: number
  readonly bewijsfoutenPerAccount: number
  readonly bewijsfoutenPerMiddel: number
  readonly bewijsfoutenPerOrganisatie: number
  readonly wachttijdMinuten: number
  readonly uitnodigingDagen: number
  readonly ongebruiktMaanden: number
}

/** De grenzen op de dag van `nu`. Gooit als er voor die dag geen waarde is: zonder grens koppelt niemand. */
export function leesOverstapgrenzen(normen: Normen, nu: Moment): Overstapgrenzen {
  const dag = datumInNederland(new Date(nu))
  const getal = (norm: ReturnType<Normen['getal']>, naam: string): number => {
    if (norm.soort !== 'geldt') throw new Error(`de grens ${naam} heeft geen waarde op ${dag}`)
    return norm.waarde
  }
  return {
    koppeltijdMinuten: getal(normen.getal('toegang/koppeltijd-minuten', dag), 'koppeltijd-minuten'),
    bewijsfoutenPerStart: getal(normen.getal('toegang/bewijsfouten-per-start', dag), 'bewijsfouten-per-start'),
    bewijsfoutenPerAccount: getal(normen.getal('toegang/bewijsfouten-per-account', dag), 'bewijsfouten-per-account'),
    bewijsfoutenPerMiddel: getal(normen.getal('toegang/bewijsfouten-per-middel', dag), 'bewijsfouten-per-middel'),
    bewijsfoutenPerOrganisatie: getal(normen.getal('toegang/bewijsfouten-per-organisatie', dag), 'bewijsfouten-per-organisatie'),
    wachttijdMinuten: getal(normen.getal('toegang/wachttijd-minuten', dag), 'wachttijd-minuten'),
    uitnodigingDagen: getal(normen.getal('toegang/uitnodiging-dagen', dag), 'uitnodiging-dagen'),
    ongebruiktMaanden: getal(normen.getal('toegang/ongebruikt-maanden', dag), 'ongebruikt-maanden'),
  }
}
