/** T-12: hoeveel fouten met het oude middel mogen, en hoelang iemand na een fout wacht. */
import type { Overstapgrenzen } from '../grenzen.ts'

/** Fouten in de laatste 24 uur. */
export interface Foutentelling {
  /** Met deze gebruikersnaam, of die nu bestaat of niet. */
  readonly opNaam: number
  /** Met deze gebruikersnaam sinds de laatste keer dat het goed ging. */
  readonly opNaamOpRij: number
  readonly laatsteFoutMs: number | null
  readonly opMiddel: number
  readonly opOrganisatie: number
}

export type Pogingoordeel =
  | { readonly soort: 'mag' }
  | { readonly soort: 'wacht'; readonly seconden: number }
  | { readonly soort: 'te-vaak'; readonly grens: 'account' | 'middel' | 'organisatie' }

export function beoordeelPoging(telling: Foutentelling, grenzen: Overstapgrenzen, nuMs: number): Pogingoordeel {
  if (telling.opOrganisatie >= grenzen.bewijsfoutenPerOrganisatie) return { soort: 'te-vaak', grens: 'organisatie' }
  if (telling.opMiddel >= grenzen.bewijsfoutenPerMiddel) return { soort: 'te-vaak', grens: 'middel' }
  if (telling.opNaam >= grenzen.bewijsfoutenPerAccount) return { soort: 'te-vaak', grens: 'account' }
  const klaarMs = (telling.laatsteFoutMs ?? 0) + wachttijdSeconden(telling.opNaamOpRij, grenzen.wachttijdMinuten) * 1000
  return nuMs < klaarMs ? { soort: 'wacht', seconden: Math.ceil((klaarMs - nuMs) / 1000) } : { soort: 'mag' }
}

/** 1, 2, 4, 8 ... seconden na de eerste, tweede, derde ... fout op rij, tot het maximum. */
export function wachttijdSeconden(foutenOpRij: number, maximumMinuten: number): number {
  return foutenOpRij <= 0 ? 0 : Math.min(2 ** (Math.min(foutenOpRij, 30) - 1), maximumMinuten * 60)
}
