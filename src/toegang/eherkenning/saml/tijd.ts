/** Tijden in SAML zijn UTC en eindigen op Z; iets anders is geen tijd (SAML Core 1.3.3). */
const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?Z$/
const DUUR = /^P(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/

/** Milliseconden sinds 1970; undefined bij een andere vorm of een dag die niet bestaat. */
export function leesMoment(tekst: string | undefined): number | undefined {
  const delen = MOMENT.exec(tekst ?? '')
  if (delen === null) return undefined
  const ms = Date.parse(`${delen[1]}Z`)
  // Date.parse maakt van 30 februari soms 2 maart.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== delen[1]) return undefined
  return ms + Math.floor(Number(`0${delen[2] ?? ''}`) * 1000)
}

/** Een duur als `P7D` of `PT6H` in milliseconden; undefined bij een andere vorm, ook bij maanden en jaren. */
export function leesDuur(tekst: string | undefined): number | undefined {
  const delen = DUUR.exec(tekst ?? '')
  if (delen === null || delen.slice(1).every((deel) => deel === undefined)) return undefined
  const [dagen, uren, minuten, seconden] = delen.slice(1).map((deel) => Number(deel ?? 0))
  return ((((dagen ?? 0) * 24 + (uren ?? 0)) * 60 + (minuten ?? 0)) * 60 + (seconden ?? 0)) * 1000
}
