/** Een record van een student, met waarden per sleutel van de indeling. Lege waarden staan er niet in. */
export interface Beeldrij {
  readonly recordsoort: string
  /** Waaraan het record binnen de student te herkennen is, zoals `E1 2025-08-01`. */
  readonly sleutel: string
  readonly velden: Readonly<Record<string, string>>
}

/** Een student zoals een bestand hem laat zien, in een vorm die voor elke bestandssoort gelijk is. */
export interface Studentbeeld {
  /** 1 = onderwijsnummer; die komen achteraan. Een schuilnummer (PGN) telt als 0. */
  readonly klasse: 0 | 1
  readonly nummer: string
  readonly rijen: readonly Beeldrij[]
  /** De regels zoals ze in het bestand staan. Zijn die gelijk, dan is de student gelijk en hoeft niemand ze te lezen. */
  readonly ruw?: string | undefined
}

/** De velden die samen zeggen welk record het is. PER heeft er geen: daar is er één van. */
export const RECORDSLEUTELS: Readonly<Record<string, readonly string[]>> = {
  PER: [], ISG: ['inschrijvingvolgnummer'], ISP: ['inschrijvingvolgnummer', 'datumBegin'], ISE: ['inschrijvingvolgnummer', 'datumBegin'],
  BPV: ['inschrijvingvolgnummer', 'volgnummer'], BII: ['inschrijvingvolgnummer', 'teldatum'], DIP: ['resultaatvolgnummer'], BID: ['resultaatvolgnummer'],
  AMO: ['resultaatvolgnummer'], GEO: ['resultaatvolgnummer'], KZD: ['resultaatvolgnummer'], VBT: ['verblijfstitel', 'datumBegin'], NAT: ['nationaliteit', 'datumBegin'],
  TEL: ['inschrijvingvolgnummer', 'teldatum'], TBP: ['inschrijvingvolgnummer', 'teldatum', 'volgnummer'], SIG: ['inschrijvingvolgnummer', 'teldatum', 'signaalvolgnummer'],
}

/** Records die bij een inschrijving horen; het eerste deel van hun sleutel is het inschrijvingvolgnummer. */
export const BIJ_INSCHRIJVING: ReadonlySet<string> = new Set(['ISG', 'ISP', 'ISE', 'BPV', 'BII', 'TEL', 'TBP', 'SIG'])

/** Maakt een rij; `waarden` mag ook lege waarden en velden van de sleutel hebben. */
export function maakRij(recordsoort: string, waarden: Readonly<Record<string, string>>): Beeldrij {
  const delen = RECORDSLEUTELS[recordsoort] ?? []
  const velden: Record<string, string> = {}
  for (const [sleutel, waarde] of Object.entries(waarden)) if (waarde !== '' && !ZONDER_BETEKENIS.has(sleutel) && !delen.includes(sleutel)) velden[sleutel] = waarde
  return { recordsoort, sleutel: delen.map((deel) => waarden[deel] ?? '').join(' '), velden }
}

/** De student zelf, de school van het bestand, en velden die DUO leeg laat. */
export const ZONDER_BETEKENIS: ReadonlySet<string> = new Set(['bsn', 'onr', 'pgn', 'brin', 'leeg'])

/** De volgorde van studenten: eerst wie een burgerservicenummer heeft; korte (schuil)nummers voor lange. */
export function vergelijkBeelden(a: Pick<Studentbeeld, 'klasse' | 'nummer'>, b: Pick<Studentbeeld, 'klasse' | 'nummer'>): number {
  return a.klasse - b.klasse || a.nummer.length - b.nummer.length || (a.nummer < b.nummer ? -1 : a.nummer > b.nummer ? 1 : 0)
}
