import type { Sector } from '../kern/leerroute.ts'
import type { Organisatie } from './organisatie.ts'

/** Een onderwijsaanbieder met de school waar hij bij hoort. */
export interface GevondenAanbieder {
  readonly code: string
  readonly sector: Sector
  readonly organisatie: Organisatie
}

/** De school die deze onderwijsaanbieder heeft; `undefined` als geen van de organisaties de code noemt. */
export function vindAanbieder(organisaties: readonly Organisatie[], code: string): GevondenAanbieder | undefined {
  for (const organisatie of organisaties) {
    for (const aanbieder of organisatie.onderwijsaanbieders) {
      if (aanbieder.code === code) return { code, sector: aanbieder.sector, organisatie }
    }
  }
  return undefined
}

/** De naam van een school zoals die in een zin staat; zonder naam de BRIN. */
export function naamVanSchool(organisaties: readonly Organisatie[], brin: string): string {
  for (const organisatie of organisaties) {
    if (organisatie.brin === brin) return organisatie.naam ?? brin
  }
  return brin
}
