/**
 * Waar een instelling is in de overstap (K-EH-05, K-EH-06, T-19, T-20). De dag is de kalenderdag in Nederland op het moment van het
 * verzoek: de grens ligt op 00:00 in Nederland, ook op een dag waarop de klok verspringt.
 */
import type { Datum } from '../../../kern/datum.ts'

/** De dagen die DUO instelde; null = nog niet bekend. */
export interface Overstapdatums {
  readonly openVan: Datum | null
  readonly tokenTotEnMet: Datum | null
  readonly coulanceTotEnMet: Datum | null
}

/** `GEEN`: deze instelling kent geen oud middel en stapt dus niet over. */
export type Stand = 'GEEN' | 'VOORBEREIDING' | 'OVERSTAP_OPEN' | 'OVERSTAP_DICHT'

export function bepaalStand(datums: Overstapdatums | null, dag: Datum): Stand {
  if (datums === null) return 'GEEN'
  if (datums.openVan === null || dag < datums.openVan) return 'VOORBEREIDING'
  if (datums.tokenTotEnMet === null || dag <= datums.tokenTotEnMet) return 'OVERSTAP_OPEN'
  return 'OVERSTAP_DICHT'
}

/** Na de sluitdatum is een afgesloten account nog een tijd te koppelen. */
export function isCoulance(datums: Overstapdatums | null, dag: Datum): boolean {
  const laatste = datums?.coulanceTotEnMet ?? null
  return bepaalStand(datums, dag) === 'OVERSTAP_DICHT' && laatste !== null && dag <= laatste
}

/** T-19: voor de opening geeft eHerkenning bij deze instelling nog geen rollen. */
export function geeftEherkenningRollen(stand: Stand): boolean {
  return stand !== 'VOORBEREIDING'
}

/** T-19: na de sluitdatum werkt het token niet, ook niet met de juiste code. */
export function werktToken(stand: Stand): boolean {
  return stand === 'VOORBEREIDING' || stand === 'OVERSTAP_OPEN'
}

const VOLGORDE: readonly Stand[] = ['GEEN', 'VOORBEREIDING', 'OVERSTAP_OPEN', 'OVERSTAP_DICHT']

/** De dagen kloppen met elkaar: open voor of op de laatste tokendag, en die voor of op de laatste dag van de coulance. */
export function zijnOpVolgorde({ openVan, tokenTotEnMet, coulanceTotEnMet }: Overstapdatums): boolean {
  if (tokenTotEnMet !== null && (openVan === null || tokenTotEnMet < openVan)) return false
  return coulanceTotEnMet === null || (tokenTotEnMet !== null && coulanceTotEnMet >= tokenTotEnMet)
}

/**
 * Of een wijziging de klok terugzet: een dag die al vaststond gaat naar later of vervalt, of de instelling komt vandaag in een eerdere
 * stand. Dan moeten twee mensen bij DUO het willen.
 */
export function zetTerug(oud: Overstapdatums | null, nieuw: Overstapdatums, dag: Datum): boolean {
  if (oud === null) return false
  const later = (van: Datum | null, naar: Datum | null): boolean => van !== null && (naar === null || naar > van)
  return VOLGORDE.indexOf(bepaalStand(nieuw, dag)) < VOLGORDE.indexOf(bepaalStand(oud, dag))
    || later(oud.openVan, nieuw.openVan) || later(oud.tokenTotEnMet, nieuw.tokenTotEnMet)
    || (oud.coulanceTotEnMet !== null && nieuw.coulanceTotEnMet !== null && nieuw.coulanceTotEnMet > oud.coulanceTotEnMet && dag > oud.coulanceTotEnMet)
}
