const VORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of dit een UUID is zoals wij hem schrijven: in kleine letters. Dan is gelijke tekst ook dezelfde sleutel. */
export function isUuid(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && VORM.test(waarde)
}
