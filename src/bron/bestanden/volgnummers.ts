/** Volgorde van nummers die als tekst komen: eerst de kortste, dan op teken. Zo staat C2 voor C10 en BSN9 voor BSN10. */
export function vergelijkNummers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** PvE 15.2: oplopend op burgerservicenummer; wie alleen een onderwijsnummer heeft, komt achteraan. */
export function vergelijkPersonen(a: { readonly stelsel: string; readonly waarde: string }, b: { readonly stelsel: string; readonly waarde: string }): number {
  return Number(a.stelsel === 'ONR') - Number(b.stelsel === 'ONR') || vergelijkNummers(a.waarde, b.waarde)
}
