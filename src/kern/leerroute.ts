/** De woorden die vo, mbo en DUO delen over de leerroute. Codes zoals in de bron; zie docs/begrippen.md. */
export type Leerroute = 'DLR' | 'GLR'
export type Leerroutefase = 'VO' | 'MBO'
/** Sector van een onderwijsaanbieder; in besluiten omvat VO ook vso (keten.md 14). */
export type Sector = 'VO' | 'VSO' | 'MBO'
export type Leerweg = 'BB' | 'KB' | 'GL' | 'TL'
export type Niveau = 'MBO-1' | 'MBO-2' | 'MBO-3' | 'MBO-4'
export type Leertraject = 'BOL' | 'BBL' | 'BOL_DT' | 'OVO' | 'EX' | 'ODT'
export type Partij = 'VO' | 'MBO' | 'onbepaald' | 'geen'
export type Fase = 'VO' | 'MBO' | 'onbepaald' | null
/** R verplicht, A toegestaan, W fout, E beëindigd of te beëindigen, null = niet van toepassing (K-CAS-05). */
export type Registratiecode = 'R' | 'A' | 'W' | 'E' | null
