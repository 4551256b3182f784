/** Uren met hooguit twee decimalen, zonder nullen erachter. */
export function schrijfUren(uren: number): string {
  return String(Math.round(uren * 100) / 100).replace('.', ',')
}
