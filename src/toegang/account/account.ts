import type { Moment } from '../../kern/datum.ts'
import { isGeldigeRol } from './actorrollen.ts'

export type Middel = 'EHERKENNING' | 'DUO_TOKEN'

/** Een account met zijn rollen, zoals een beheerder het ziet. Nooit met het pseudoniem zelf (P-02). */
export interface Accountbeeld {
  readonly accountId: string
  readonly organisatieId: string
  readonly middel: Middel
  readonly toestand: string
  readonly toestandSinds: Moment
  readonly aangemaaktOp: Moment
  readonly laatstIngelogdOp: Moment | null
  readonly medewerker: { readonly id: string; readonly naam: string; readonly uitDienstOp: Moment | null } | null
  /** Kort begin van het pseudoniem om accounts zonder naam te onderscheiden; null bij een token. */
  readonly kort: string | null
  /** KvK-nummer van de intermediair via wie deze persoon handelt; null bij een eigen medewerker. */
  readonly intermediair: string | null
  /** Ook verlopen en ingetrokken rollen. */
  readonly rollen: readonly Rolbeeld[]
}

export interface Rolbeeld {
  readonly rolId: string
  readonly rol: string
  readonly brin: string | null
  readonly vestiging: string | null
  readonly van: Moment
  /** Vanaf dit moment geldt de rol niet meer; null = loopt door. */
  readonly voor: Moment | null
  readonly bron: 'TOEKENNING' | 'OVERSTAP' | 'DUO' | 'BESTUUR'
  readonly bronSleutel: string
  readonly reden: string
  readonly toegekendDoor: string
  readonly toegekendOp: Moment
  readonly ingetrokkenOp: Moment | null
  readonly ingetrokkenDoor: string | null
  readonly redenIntrekking: string | null
  /** Laatste keer dat een beheerder naging of de rol nog nodig is. */
  readonly beoordeeldOp: Moment | null
}

/** Een school of instelling waarover een organisatie vandaag gaat. */
export interface Schoolbereik {
  readonly brin: string
  readonly naam: string
  readonly sectoren: readonly ('VO' | 'VSO' | 'MBO')[]
  readonly vestigingen: readonly string[]
}

export interface Organisatiebeeld {
  readonly organisatieId: string
  readonly naam: string
  readonly soort: 'BEVOEGD_GEZAG' | 'INSTELLING' | 'LEVERANCIER' | 'DUO'
  readonly scholen: readonly Schoolbereik[]
}

export function geldtNu(rol: Rolbeeld, nu: Moment): boolean {
  return isGeldigeRol({ geldig_van: rol.van, geldig_voor: rol.voor, ingetrokken_op: rol.ingetrokkenOp }, nu)
}

/** Geldt nu of gaat nog gelden: waar een nieuwe rol niet mee mag botsen. */
export function looptNog(rol: Pick<Rolbeeld, 'voor' | 'ingetrokkenOp'>, nu: Moment): boolean {
  return rol.ingetrokkenOp === null && (rol.voor === null || nu < rol.voor)
}

/** Of iemand hiermee kan werken, als de rollen het geven. */
export function isBruikbaar({ toestand }: Pick<Accountbeeld, 'toestand'>): boolean {
  return toestand === 'ACTIEF' || toestand === 'ACTIEF_TOKEN'
}

export function naamVan({ medewerker, kort }: Pick<Accountbeeld, 'medewerker' | 'kort'>): string {
  return medewerker?.naam ?? `Nog zonder naam (${kort ?? 'token'})`
}
