import type { Duorol, Rol } from '../actor.ts'

/** Alles wat een account kan zijn: een rol bij een school, beheerder van de organisatie (K-EH-02), of een rol bij DUO. */
export type Rolnaam = Rol | Duorol | 'beheerder'

export const SCHOOLROLLEN = ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'raadplegen', 'bsn-inzien', 'verzuim'] as const satisfies readonly Rol[]
export const DUOROLLEN = ['duo-behandelaar', 'duo-securitydesk', 'auditor'] as const satisfies readonly Duorol[]

/** K-EH-08: een autorisatie is een rol bij een kenmerk (BRIN), zo nodig beperkt tot een vestiging. */
export interface Autorisatie {
  readonly rol: Rolnaam
  /** Null bij beheerder en bij de rollen van DUO: die gelden voor de hele organisatie. */
  readonly brin: string | null
  readonly vestiging: string | null
}

export function isSchoolrol(tekst: string): tekst is Rol {
  return (SCHOOLROLLEN as readonly string[]).includes(tekst)
}

export function isDuorol(tekst: string): tekst is Duorol {
  return (DUOROLLEN as readonly string[]).includes(tekst)
}

export function isRolnaam(tekst: string): tekst is Rolnaam {
  return tekst === 'beheerder' || isSchoolrol(tekst) || isDuorol(tekst)
}

/** Z-05: wie rollen uitdeelt en wie inschrijvingen levert is liefst niet dezelfde. */
export function isBronrol(rol: string): boolean {
  return rol === 'bron-inschrijving-vo' || rol === 'bron-inschrijving-mbo'
}
