/** De maten van een tekening in px, van boven naar beneden. */
export interface Maten {
  readonly soort: 'breed' | 'compact'
  readonly breedte: number
  readonly links: number
  readonly vlag: number
  readonly as: number
  readonly merken: number
  readonly baan: number
  readonly band: number
  readonly tussen: number
  readonly verzuim: number
  readonly teldata: number
  readonly signaal: number
  readonly naamregels: number
  readonly letter: number
}

export const BREED: Maten = {
  soort: 'breed', breedte: 1160, links: 188, vlag: 34, as: 52, merken: 26, baan: 52, band: 26, tussen: 6,
  verzuim: 36, teldata: 34, signaal: 30, naamregels: 3, letter: 15,
}
export const COMPACT: Maten = {
  soort: 'compact', breedte: 714, links: 172, vlag: 0, as: 40, merken: 26, baan: 40, band: 22, tussen: 6,
  verzuim: 36, teldata: 34, signaal: 30, naamregels: 2, letter: 14,
}

/** Waar elke rij begint; een rij zonder inhoud neemt geen plaats. */
export interface Rijen {
  readonly as: number
  readonly vo: number
  readonly band: number
  readonly mbo: number
  readonly onderBanen: number
  readonly verzuim: number | null
  readonly teldata: number
  readonly signalen: number | null
  readonly hoogte: number
}

export function bepaalRijen(m: Maten, inhoud: { readonly boven: boolean, readonly onder: boolean, readonly verzuim: boolean, readonly speldrijen: number }): Rijen {
  const as = m.vlag
  const vo = as + m.as + m.tussen + (inhoud.boven ? m.merken : 0)
  const band = vo + m.baan + m.tussen
  const mbo = band + m.band + m.tussen
  const onderBanen = mbo + m.baan
  const naMerken = onderBanen + (inhoud.onder ? m.merken : 0) + 14
  const teldata = naMerken + (inhoud.verzuim ? m.verzuim + 8 : 0)
  const naTeldata = teldata + m.teldata + 12
  const signalen = inhoud.speldrijen > 0 ? naTeldata : null
  return { as, vo, band, mbo, onderBanen, verzuim: inhoud.verzuim ? naMerken : null, teldata, signalen, hoogte: naTeldata + inhoud.speldrijen * m.signaal + (signalen === null ? 0 : 6) }
}
