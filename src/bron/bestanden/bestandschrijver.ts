import type { Bestandsindeling } from './indeling.ts'
import type { PersoonUitBestand } from './persoon.ts'
import { Recordschrijver, REGELEINDE, type Recordwaarden } from './recordschrijver.ts'
import { schrijfStudent, type GeschrevenStudent, type Studenttoevoeging } from './studentschrijver.ts'

/** Waarom een student niet in het bestand staat. */
export type NietGeschreven = 'elfproef' | 'alleen-schuilnummer' | 'teken-in-waarde'

/** Schrijft een bestand met één record per regel: kop, studenten, sluitregel met de juiste totalen. Houdt zelf niets van de inhoud vast. */
export class Bestandschrijver {
  readonly #indeling: Bestandsindeling
  readonly #schrijver: Recordschrijver
  readonly #soorten: ReadonlySet<string>
  readonly #soepel: boolean
  readonly #tellingen = new Map<string, number>()
  readonly #leeg = new Map<string, number>()
  readonly #controle = { somOpleidingcodes: 0, bekostigbaar: 0 }
  studenten = 0
  regels = 0

  /** `soepel`: schrijft ook nummers die de elfproef niet halen (K-BRN-03), voor proefbestanden. */
  constructor(indeling: Bestandsindeling, keuze: { readonly soepel: boolean }) {
    this.#indeling = indeling
    this.#schrijver = new Recordschrijver(indeling)
    this.#soorten = new Set(indeling.records.keys())
    this.#soepel = keuze.soepel
  }

  get tellingen(): ReadonlyMap<string, number> {
    return this.#tellingen
  }

  /** Verplichte velden die leeg bleven, met hoe vaak (`ISP/Niveau`). */
  get leeg(): ReadonlyMap<string, number> {
    return this.#leeg
  }

  kop(waarden: Recordwaarden): string {
    return this.#los('VLP', waarden)
  }

  /** De regels van een student, of waarom hij er niet in kan. De tellingen lopen mee. */
  student(p: PersoonUitBestand, erbij?: Studenttoevoeging): { readonly tekst: string } | { readonly reden: NietGeschreven } {
    if (this.#indeling.soort !== 'GRONDSLAG') {
      if (p.nummer.stelsel === 'PGN') return { reden: 'alleen-schuilnummer' }
      if (!p.nummer.elfproef && !this.#soepel) return { reden: 'elfproef' }
    }
    const geschreven = schrijfStudent(this.#schrijver, this.#soorten, p, erbij)
    if ('veld' in geschreven) return { reden: 'teken-in-waarde' }
    this.#tel(p, geschreven)
    return { tekst: geschreven.regels.map(({ tekst }) => tekst + REGELEINDE).join('') }
  }

  sluitregel(): string {
    const aantal = (soort: string): number => this.#tellingen.get(soort) ?? 0
    const { slotregel } = this.#indeling
    if (slotregel === 'SLR') {
      const velden = this.#indeling.records.get('SLR')?.velden ?? []
      return this.#los('SLR', Object.fromEntries(velden.map(({ sleutel }) => [sleutel, aantal(sleutel)])))
    }
    const { somOpleidingcodes, bekostigbaar } = this.#controle
    const totaal = somOpleidingcodes + aantal('ISG') + bekostigbaar + aantal('DIP')
    return this.#los('CTR', { ISG: aantal('ISG'), DIP: aantal('DIP'), somOpleidingcodes, totaal, bekostigbaar })
  }

  #los(recordsoort: string, waarden: Recordwaarden): string {
    const geschreven = this.#schrijver.schrijf(recordsoort, waarden)
    if ('veld' in geschreven) throw new Error(`${recordsoort} is niet te schrijven: ${geschreven.veld}`)
    this.regels++
    return geschreven.regel + REGELEINDE
  }

  #tel(p: PersoonUitBestand, { regels, leeg }: GeschrevenStudent): void {
    this.studenten++
    this.regels += regels.length
    for (const { recordsoort } of regels) this.#tellingen.set(recordsoort, (this.#tellingen.get(recordsoort) ?? 0) + 1)
    for (const veld of leeg) this.#leeg.set(veld, (this.#leeg.get(veld) ?? 0) + 1)
    if (this.#indeling.slotregel === 'CTR') this.#telMee(p)
  }

  /** PvE 13.5.9: de som van de opleidingcodes in ISP, BPV en DIP, en hoe vaak de indicatie bekostigbaar J is. */
  #telMee(p: PersoonUitBestand): void {
    const perioden = p.inschrijvingen.flatMap((i) => i.perioden)
    for (const { opleidingcode } of [...perioden, ...p.inschrijvingen.flatMap((i) => i.bpv), ...p.diplomas]) this.#controle.somOpleidingcodes += Number(opleidingcode) || 0
    for (const { bekostigbaar } of [...perioden, ...p.diplomas]) if (bekostigbaar === 'J') this.#controle.bekostigbaar++
  }
}
