/**
 * Wat de proef verstuurt, en wat daarop het antwoord hoort te zijn. Staat los van de code van het register: alleen de afspraken
 * van de REST-deur komen hier voor.
 */
export interface Verwachting {
  readonly regelnummer: number
  readonly uitkomst: string
  /** Nummer van de student in de proef; null bij een regel die geen record is. */
  readonly student: number | null
}

export interface Verzending {
  readonly tekst: string
  readonly verwacht: readonly Verwachting[]
  /** Per student: hoeveel standen zijn inschrijving heeft, en of hij is uitgeschreven. */
  readonly studenten: readonly { readonly standen: number; readonly uitgeschreven: boolean; readonly afwezig: boolean }[]
}

export const BRIN = '21MB'
const ANDERE_SCHOOL = '22MC'
/** Zo veel regels later komt het vervolg op een student: dan zit hij in een ander deel. */
const LATER = 700

export function maakVerzending(studenten: number): Verzending {
  const regels: string[] = []
  const verwacht: Verwachting[] = []
  const stand = Array.from({ length: studenten }, (_leeg, i) => ({ standen: 1, uitgeschreven: i % 10 === 0, afwezig: i % 7 === 2 }))
  const later: { vanaf: number; tekst: string; uitkomst: string; student: number | null }[] = []
  const schrijf = (tekst: string, uitkomst: string, student: number | null): void => {
    regels.push(tekst)
    verwacht.push({ regelnummer: regels.length, uitkomst, student })
  }
  for (let i = 0; i < studenten; i += 1) {
    while (later[0] !== undefined && later[0].vanaf <= regels.length) {
      const vervolg = later.shift()
      if (vervolg !== undefined) schrijf(vervolg.tekst, vervolg.uitkomst, vervolg.student)
    }
    schrijf(inschrijving(i, BRIN, false), 'nieuw', i)
    if (i % 13 === 4) schrijf('{"soort": "inschrijving", "persoon"', 'afgekeurd', null)
    if (i % 17 === 5) schrijf(inschrijving(i, ANDERE_SCHOOL, false), 'geen-recht', null)
    for (const vervolg of vervolgen(i)) later.push({ vanaf: regels.length + LATER, student: i, ...vervolg })
  }
  for (const vervolg of later) schrijf(vervolg.tekst, vervolg.uitkomst, vervolg.student)
  const standen = stand.map((student) => ({ ...student, standen: student.uitgeschreven ? 2 : 1 }))
  return { tekst: `${regels.join('\n')}\n`, verwacht, studenten: standen }
}

export function volgnummerVan(student: number): string {
  return `S${student}`
}

function vervolgen(i: number): { tekst: string; uitkomst: string }[] {
  const persoonsnummer = nummerVan(i)
  const uit: { tekst: string; uitkomst: string }[] = []
  if (i % 10 === 0) uit.push({ tekst: inschrijving(i, BRIN, true), uitkomst: 'gewijzigd' })
  if (i % 10 === 1) uit.push({ tekst: inschrijving(i, BRIN, false), uitkomst: 'ongewijzigd' })
  if (i % 7 === 2) uit.push({ tekst: JSON.stringify({ soort: 'afwezigheid', persoonsnummer, brin: BRIN, afwezigheid: { datum: '2026-10-01', uren: 3, geoorloofd: false } }), uitkomst: 'nieuw' })
  if (i % 11 === 3) {
    const bpv = { brin: BRIN, inschrijvingvolgnummer: volgnummerVan(i), bpvVolgnummer: 'B1', afsluitdatum: '2026-08-20', datumBegin: '2026-09-01', datumEindeGepland: '2027-01-31' }
    uit.push({ tekst: JSON.stringify({ soort: 'bpv', persoonsnummer, bpv }), uitkomst: 'nieuw' })
  }
  return uit
}

function inschrijving(i: number, brin: string, uitgeschreven: boolean): string {
  return JSON.stringify({
    soort: 'inschrijving', persoon: { persoonsnummer: nummerVan(i), geboortedatum: `${2004 + (i % 5)}-0${1 + (i % 9)}-15`, naam: `Proef Sigkill ${i}` },
    inschrijving: {
      sector: 'MBO', brin, inschrijvingvolgnummer: volgnummerVan(i), datumInschrijving: '2026-08-01', ...(uitgeschreven ? { datumUitschrijving: '2026-11-01' } : {}),
      perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', indicatieBekostigbaar: 'J', ...(i % 4 === 0 ? { leerroute: 'DLR', leerroutefase: 'MBO' } : {}) }],
    },
  })
}

const nummers: string[] = []
let volgende = 998_000_000

/** Het i-de nummer uit de reeks voor proeven dat de elfproef haalt. */
function nummerVan(i: number): string {
  for (; nummers.length <= i; volgende += 1) {
    const cijfers = [...String(volgende)].map(Number)
    if (cijfers.reduce((som, cijfer, plaats) => som + cijfer * (plaats === 8 ? -1 : 9 - plaats), 0) % 11 === 0) nummers.push(String(volgende))
  }
  return nummers[i] ?? ''
}
