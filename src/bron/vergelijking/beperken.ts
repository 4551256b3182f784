import type { Tijdvak, Venster } from '../bestanden/selectie.ts'
import { BIJ_INSCHRIJVING, type Beeldrij, type Studentbeeld } from './beeld.ts'

/** Wat twee bestanden allebei beslaan; `null` = dat beslaan ze niet allebei. */
export interface Gedeeld {
  readonly inschrijvingen: Tijdvak | null
  readonly diplomas: Tijdvak | null
  readonly onderdelen: Tijdvak | null
}

export function gedeeldVenster(a: Venster, b: Venster): Gedeeld {
  return {
    inschrijvingen: doorsnede(a.inschrijvingen, b.inschrijvingen), diplomas: doorsnede(a.diplomas, b.diplomas),
    onderdelen: a.onderdelen === null || b.onderdelen === null ? null : doorsnede(a.onderdelen, b.onderdelen),
  }
}

export function isZelfdeVenster(a: Venster, b: Venster): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Laat van een student alleen staan wat binnen het gedeelde venster valt. Undefined als er dan niets over hem te vergelijken is. */
export function beperk(beeld: Studentbeeld, gedeeld: Gedeeld): Studentbeeld | undefined {
  const inschrijvingen = new Set(beeld.rijen.filter((rij) => rij.recordsoort === 'ISG' && isGeldigIn(rij, gedeeld.inschrijvingen)).map((rij) => rij.sleutel))
  const diplomas = new Map(beeld.rijen.filter((rij) => rij.recordsoort === 'DIP').map((rij) => [rij.sleutel, valtIn(rij.velden['datum'], gedeeld.diplomas)]))
  const rijen = beeld.rijen.filter((rij) => {
    if (BIJ_INSCHRIJVING.has(rij.recordsoort)) return inschrijvingen.has(rij.recordsoort === 'ISG' ? rij.sleutel : rij.sleutel.slice(0, rij.sleutel.indexOf(' ')))
    switch (rij.recordsoort) {
      case 'DIP': case 'BID': return diplomas.get(rij.sleutel) === true
      case 'AMO': case 'GEO': case 'KZD': return gedeeld.onderdelen !== null && onderdeelTelt(rij, diplomas, gedeeld.onderdelen)
      default: return true
    }
  })
  return rijen.some((rij) => rij.recordsoort !== 'PER' && rij.recordsoort !== 'VBT' && rij.recordsoort !== 'NAT') ? { ...beeld, rijen } : undefined
}

function onderdeelTelt(rij: Beeldrij, diplomas: ReadonlyMap<string, boolean>, vak: Tijdvak): boolean {
  return diplomas.get(rij.velden['diplomavolgnummer'] ?? '') ?? (rij.velden['datum'] === undefined || valtIn(rij.velden['datum'], vak))
}

function isGeldigIn(isg: Beeldrij, vak: Tijdvak | null): boolean {
  const [begin, einde] = [isg.velden['datumInschrijving'] ?? '', isg.velden['uitschrijvingWerkelijk']]
  return vak !== null && begin <= vak.totEnMet && (einde === undefined || einde >= vak.van)
}

function valtIn(dag: string | undefined, vak: Tijdvak | null): boolean {
  return vak !== null && dag !== undefined && dag >= vak.van && dag <= vak.totEnMet
}

function doorsnede(a: Tijdvak, b: Tijdvak): Tijdvak | null {
  const van = a.van > b.van ? a.van : b.van
  const totEnMet = a.totEnMet < b.totEnMet ? a.totEnMet : b.totEnMet
  return van <= totEnMet ? { van, totEnMet } : null
}
