import type { DiplomaUitBestand, InschrijvingUitBestand, OnderdeelUitBestand, PeriodeUitBestand, PersoonUitBestand } from './persoon.ts'
import type { Onschrijfbaar, Recordschrijver, Recordwaarden } from './recordschrijver.ts'
import { vergelijkNummers } from './volgnummers.ts'

/** Wat een bestandssoort toevoegt aan de records die elk bestand heeft; weggelaten = niets. */
export interface Studenttoevoeging {
  readonly per?: Recordwaarden
  readonly isg?: (inschrijving: InschrijvingUitBestand) => Recordwaarden
  readonly isp?: (periode: PeriodeUitBestand, inschrijving: InschrijvingUitBestand) => Recordwaarden
  /** Records na de bpv van een inschrijving (BII). */
  readonly naInschrijving?: (inschrijving: InschrijvingUitBestand) => readonly (readonly [string, Recordwaarden])[]
  /** Records na de onderdelen van een diploma (BID). */
  readonly naDiploma?: (diploma: DiplomaUitBestand) => readonly (readonly [string, Recordwaarden])[]
}

/** De regels van één student met hun recordsoort, en de verplichte velden die leeg bleven. */
export interface GeschrevenStudent {
  readonly regels: readonly { readonly recordsoort: string; readonly tekst: string }[]
  /** `ISP/Niveau` en zo verder; één keer per record. */
  readonly leeg: readonly string[]
}

const ONDERDELEN = ['AMO', 'GEO', 'KZD'] as const

/**
 * De records van een student in de volgorde van PvE 15.2 en 17.2: PER, elke inschrijving met ISP, ISE en BPV, elk diploma met AMO,
 * GEO en KZD, en dan de losse onderdelen. `soorten` zijn de records die dit bestand kent. Binnen een soort staat het PvE geen volgorde
 * voor; wij nemen datum en volgnummer, zoals in de bestanden.
 */
export function schrijfStudent(schrijver: Recordschrijver, soorten: ReadonlySet<string>, p: PersoonUitBestand, erbij: Studenttoevoeging = {}): GeschrevenStudent | Onschrijfbaar {
  const uit = new Verzamelaar(schrijver, soorten, nummervelden(p))
  uit.voegToe('PER', { geboortedatum: p.geboortedatum, geslacht: p.geslacht }, erbij.per ?? {})
  for (const i of p.inschrijvingen.toSorted(opInschrijving)) {
    uit.voegToe('ISG', i, erbij.isg?.(i) ?? {})
    for (const periode of i.perioden.toSorted(opBegin)) uit.voegToe('ISP', periode, i, erbij.isp?.(periode, i) ?? {})
    for (const vak of i.ondersteuning.toSorted(opBegin)) uit.voegToe('ISE', vak, i)
    for (const bpv of i.bpv.toSorted((a, b) => vergelijkNummers(a.volgnummer, b.volgnummer))) uit.voegToe('BPV', bpv, i)
    for (const [soort, waarden] of erbij.naInschrijving?.(i) ?? []) uit.voegToe(soort, waarden, i)
  }
  const los = new Set(p.onderdelen)
  for (const d of p.diplomas.toSorted((a, b) => vergelijkNummers(a.resultaatvolgnummer, b.resultaatvolgnummer))) {
    uit.voegToe('DIP', d)
    const eigen = p.onderdelen.filter((o) => o.diplomavolgnummer === d.resultaatvolgnummer && o.brin === d.brin)
    for (const o of eigen) los.delete(o)
    schrijfOnderdelen(uit, eigen)
    for (const [soort, waarden] of erbij.naDiploma?.(d) ?? []) uit.voegToe(soort, waarden, d)
  }
  schrijfOnderdelen(uit, [...los])
  return uit.uitkomst()
}

function schrijfOnderdelen(uit: Verzamelaar, onderdelen: readonly OnderdeelUitBestand[]): void {
  for (const soort of ONDERDELEN) {
    const deze = onderdelen.filter((o) => o.soort === soort).toSorted((a, b) => vergelijkNummers(a.resultaatvolgnummer, b.resultaatvolgnummer))
    for (const o of deze) uit.voegToe(soort, o, o.bijzonderheden)
  }
}

function nummervelden({ nummer }: PersoonUitBestand): Recordwaarden {
  switch (nummer.stelsel) {
    case 'BSN': return { bsn: nummer.waarde }
    case 'ONR': return { onr: nummer.waarde }
    case 'PGN': return { pgn: nummer.waarde }
  }
}

class Verzamelaar {
  readonly #schrijver: Recordschrijver
  readonly #soorten: ReadonlySet<string>
  readonly #nummer: Recordwaarden
  readonly #regels: { recordsoort: string; tekst: string }[] = []
  readonly #leeg: string[] = []
  #fout: Onschrijfbaar | undefined

  constructor(schrijver: Recordschrijver, soorten: ReadonlySet<string>, nummer: Recordwaarden) {
    this.#schrijver = schrijver
    this.#soorten = soorten
    this.#nummer = nummer
  }

  voegToe(recordsoort: string, ...bronnen: readonly Recordwaarden[]): void {
    if (this.#fout !== undefined || !this.#soorten.has(recordsoort)) return
    const geschreven = this.#schrijver.schrijf(recordsoort, ...bronnen, this.#nummer)
    if ('veld' in geschreven) {
      this.#fout = geschreven
      return
    }
    this.#regels.push({ recordsoort, tekst: geschreven.regel })
    for (const veld of geschreven.leeg) this.#leeg.push(`${recordsoort}/${veld}`)
  }

  uitkomst(): GeschrevenStudent | Onschrijfbaar {
    return this.#fout ?? { regels: this.#regels, leeg: this.#leeg }
  }
}

function opInschrijving(a: InschrijvingUitBestand, b: InschrijvingUitBestand): number {
  return a.datumInschrijving < b.datumInschrijving ? -1 : a.datumInschrijving > b.datumInschrijving ? 1 : vergelijkNummers(a.inschrijvingvolgnummer, b.inschrijvingvolgnummer)
}

function opBegin(a: { readonly datumBegin: string }, b: { readonly datumBegin: string }): number {
  return a.datumBegin < b.datumBegin ? -1 : 1
}
