/** De talen waarin schermen en de woorden van regels bestaan. Het Nederlands is leidend. */
export const TALEN = ['nl', 'en'] as const
export type Taal = (typeof TALEN)[number]
