/** De woorden die vo, mbo en DUO delen over de leerroute. Codes zoals in de bron; zie docs/begrippen.md. */
export type Leerroute = 'DLR' | 'GLR'
export type Leerroutefase = 'VO' | 'MBO'
/** Sector van een onderwijsaanbieder; in besluiten omvat VO ook vso (keten.md 14). */
export type Sector = (typeof SECTOREN)[number]
export const SECTOREN = ['VO', 'VSO', 'MBO'] as const
export type Leerweg = (typeof LEERWEGEN)[number]
export const LEERWEGEN = ['BB', 'KB', 'GL', 'TL'] as const
export type Niveau = (typeof NIVEAUS)[number]
export const NIVEAUS = ['MBO-1', 'MBO-2', 'MBO-3', 'MBO-4'] as const
export type Leertraject = (typeof LEERTRAJECTEN)[number]
export const LEERTRAJECTEN = ['BOL', 'BBL', 'BOL_DT', 'OVO', 'EX', 'ODT'] as const
export type Partij = 'VO' | 'MBO' | 'onbepaald' | 'geen'
export type Fase = 'VO' | 'MBO' | 'onbepaald' | null
/** R verplicht, A toegestaan, W fout, E beëindigd of te beëindigen, null = niet van toepassing (K-CAS-05). */
export type Registratiecode = 'R' | 'A' | 'W' | 'E' | null
