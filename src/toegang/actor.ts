import type { Moment } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import type { Kluis } from './kluis.ts'

/** Rollen van toegang.md 4.2; een rol geldt voor één BRIN. */
export type Rol = 'rio-beheer' | 'bron-inschrijving-vo' | 'bron-inschrijving-mbo' | 'raadplegen' | 'verzuim'

export interface Actor {
  /** Interne sleutel van het account of de koppeling; staat in de audit. */
  readonly id: string
  readonly soort: 'school' | 'duo' | 'systeem'
  /** Leeg bij duo en systeem. */
  readonly rollen: readonly { readonly rol: Rol; readonly brin: string }[]
}

export type Recht = 'deelnemer:lezen' | 'bestand:ophalen' | 'inschrijving:schrijven' | 'aanbod:schrijven' | 'afspraak:schrijven' | 'verzuim:schrijven' | 'organisatie:schrijven' | 'signaal:afhandelen' | 'abonnement:beheren' | 'koppeling:beheren'

/** Namens wie en wanneer een actie gebeurt. `nu` komt van buiten, zodat een levering zijn eigen moment houdt. */
export interface Actiecontext {
  readonly actor: Actor
  readonly nu: Moment
  readonly kluis: Kluis
}

/** De actor van het systeem zelf: regels, import en beheer. */
export function systeemactor(id: string): Actor {
  return { id, soort: 'systeem', rollen: [] }
}

/** De scholen waarvoor een actor werkt. */
export function brinsVan(actor: Actor): readonly string[] {
  return [...new Set(actor.rollen.map((toekenning) => toekenning.brin))]
}

/** Z-01, Z-02: niets mag, tenzij een rol op de BRIN van het record het geeft. DUO leest alles en schrijft niets van een school. */
export function mag(actor: Actor, recht: Recht, object: { readonly brin: string; readonly sector?: Sector }): boolean {
  if (actor.soort === 'systeem') return true
  if (actor.soort === 'duo') return recht === 'deelnemer:lezen'
  const nodig = rollenVoor(recht, object.sector)
  return actor.rollen.some((toekenning) => toekenning.brin === object.brin && nodig.includes(toekenning.rol))
}

function rollenVoor(recht: Recht, sector: Sector | undefined): readonly Rol[] {
  switch (recht) {
    case 'deelnemer:lezen':
      return ['raadplegen', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim']
    case 'inschrijving:schrijven':
      if (sector === undefined) return []
      return [sector === 'MBO' ? 'bron-inschrijving-mbo' : 'bron-inschrijving-vo']
    // In een bestand staan persoonsnummers: alleen wie van deze school inschrijvingen mag zien of leveren.
    case 'bestand:ophalen':
      return ['raadplegen', 'bron-inschrijving-mbo']
    case 'aanbod:schrijven':
      return ['rio-beheer']
    case 'afspraak:schrijven':
      return ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo']
    case 'verzuim:schrijven':
      return ['verzuim']
    case 'signaal:afhandelen':
    case 'abonnement:beheren':
      return ['rio-beheer', 'bron-inschrijving-vo', 'bron-inschrijving-mbo', 'verzuim']
    case 'organisatie:schrijven':
    case 'koppeling:beheren':
      return []
  }
}
