const BRIN = /^\d{2}[A-Z]{2}$/
const AANBIEDER = /^\d{3}A\d{3}$/

/** Of dit de vorm van een BRIN heeft: 2 cijfers en 2 hoofdletters. */
export function isBrin(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && BRIN.test(waarde)
}

/** Of dit de vorm heeft van de code van een onderwijsaanbieder in RIO: 3 cijfers, A en 3 cijfers. */
export function isAanbiedercode(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && AANBIEDER.test(waarde)
}
