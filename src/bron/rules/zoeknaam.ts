/** De naam zoals wij hem opzoeken en sorteren: kleine letters, zonder accenten, met enkele spaties. */
export function maakZoeknaam(naam: string): string {
  return naam.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
