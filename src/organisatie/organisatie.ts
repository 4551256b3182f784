import type { Sector } from '../kern/leerroute.ts'

/** Een onderwijsaanbieder in RIO: code `nnnAnnn` en de sector waarvoor hij onderwijs aanbiedt. */
export interface Onderwijsaanbieder {
  readonly code: string
  readonly sector: Sector
}

/** Een school of instelling (BRIN) onder een bevoegd gezag (bestuursnummer, N5). */
export interface Organisatie {
  readonly brin: string
  readonly naam?: string
  readonly bevoegdGezag: string
  readonly onderwijsaanbieders: readonly Onderwijsaanbieder[]
}
