import type { Datum } from '../../kern/datum.ts'
import type { Bestandsregels } from './bestandsregels.ts'
import { dagVan, verwachtVan } from './codeveld.ts'
import type { Bestandsindeling, Recordindeling, Veld } from './indeling.ts'
import type { Meldpunt } from './melding.ts'
import { splitsVelden } from './scheiding.ts'
import { Waardelezer, type Nummerkeuze } from './waarde.ts'

/** Een gelezen record: de waarden staan op de plaats uit de indeling, leeg als het veld leeg of onleesbaar is. */
export interface GelezenRecord {
  readonly indeling: Recordindeling
  readonly regelnummer: number
  readonly waarden: readonly string[]
}

const STUURTEKEN = /[\u0000-\u001f\u007f]/

/** Waarmee een bestand gelezen wordt. */
export interface Leeskeuze {
  readonly scheiding: string
  readonly meldpunt: Meldpunt
  readonly regels: Bestandsregels
  readonly nummers?: Nummerkeuze | undefined
}

/** Leest records van één bestandssoort en meldt elke afwijking met regel, veld, waarderegel en remedie. */
export class Recordlezer {
  readonly #indeling: Bestandsindeling
  readonly #scheiding: string
  readonly #waarden: Waardelezer
  readonly #meldpunt: Meldpunt
  /** Persoonsnummers die bij deze student al gemeld zijn; elk record herhaalt ze, één melding is genoeg. */
  readonly #gemeldeNummers = new Set<string>()

  readonly #regels: Bestandsregels
  /** De velden van het record dat nu gelezen wordt; een melding zoekt er de dag in. */
  #delen: readonly string[] = []

  constructor(indeling: Bestandsindeling, { scheiding, meldpunt, regels, nummers }: Leeskeuze) {
    this.#indeling = indeling
    this.#scheiding = scheiding
    this.#meldpunt = meldpunt
    this.#waarden = new Waardelezer(indeling.datumvorm, regels, nummers)
    this.#regels = regels
  }

  /** Begint een nieuwe student. */
  begin(): void {
    this.#gemeldeNummers.clear()
  }

  /** Undefined bij een onbekende recordsoort; die is dan gemeld als afgekeurd. */
  lees(regel: string, regelnummer: number): GelezenRecord | undefined {
    const delen = splitsVelden(regel, this.#scheiding)
    const recordsoort = (delen[0] ?? '').trim()
    const indeling = this.#indeling.records.get(recordsoort)
    if (indeling === undefined) {
      this.#onbekend(recordsoort, regelnummer)
      return undefined
    }
    if (regel.includes('"')) this.#vorm(indeling, regelnummer, 'BST-AANHALING', 'Aanhalingstekens om waarden', 'Er staan aanhalingstekens om waarden. Wij lezen wat ertussen staat.')
    if (delen.length !== indeling.velden.length + 1) this.#aantalVelden(indeling, delen, regelnummer)
    this.#delen = delen
    const waarden: string[] = []
    for (let i = 0; i < indeling.velden.length; i++) {
      const veld = indeling.velden[i]
      if (veld !== undefined) waarden.push(this.#veld(indeling, veld, i + 2, delen[i + 1] ?? '', regelnummer))
    }
    return { indeling, regelnummer, waarden }
  }

  #veld(indeling: Recordindeling, veld: Veld, veldnummer: number, ruw: string, regelnummer: number): string {
    const tekst = ruw.trim()
    if (tekst !== ruw) this.#vorm(indeling, regelnummer, 'BST-SPATIES', 'Spaties rond waarden', 'Er staan spaties voor of na waarden. Wij lezen ze zonder.')
    if (tekst === '') {
      if (veld.verplicht) this.#meld(indeling, veld, veldnummer, regelnummer, { waarde: '', ernst: 'afgekeurd', uitleg: `${veld.naam} is leeg, maar moet gevuld zijn.` }, tekst)
      return ''
    }
    if (STUURTEKEN.test(tekst)) {
      this.#meld(indeling, veld, veldnummer, regelnummer, { waarde: '', ernst: 'afgekeurd', uitleg: 'Er staat een onzichtbaar stuurteken in de waarde.' }, tekst.replace(STUURTEKEN, '?'))
      return ''
    }
    const gelezen = this.#waarden.lees(veld.soort, tekst)
    if (typeof gelezen === 'string') return gelezen
    if (veld.soort.soort === 'nummer') {
      if (this.#gemeldeNummers.has(tekst)) return gelezen.waarde
      this.#gemeldeNummers.add(tekst)
    }
    this.#meld(indeling, veld, veldnummer, regelnummer, gelezen, tekst)
    return gelezen.waarde
  }

  #meld(indeling: Recordindeling, veld: Veld, veldnummer: number, regelnummer: number, a: { ernst: 'afgekeurd' | 'kijk-na' | 'anders-gelezen'; uitleg: string; waarde: string }, staat: string): void {
    this.#meldpunt.meld({
      regel: veldregel(this.#indeling.soort, indeling.recordsoort, veldnummer), titel: `${veld.naam}: ${staat === '' ? 'leeg' : a.ernst === 'anders-gelezen' ? 'anders geschreven' : 'klopt niet'}`,
      ernst: a.ernst, uitleg: a.uitleg, verwacht: verwachtVan(veld, this.#regels, veld.soort.soort === 'codes' ? this.#dag(indeling) : null), remedie: a.ernst === 'anders-gelezen' ? NIETS_TE_DOEN : veld.remedie,
      regelnummer, recordsoort: indeling.recordsoort, veld: veld.naam, veldnummer, ...(staat === '' ? {} : { waarde: staat }),
    })
  }

  #dag(indeling: Recordindeling): Datum | null {
    return dagVan((sleutel) => {
      const plaats = indeling.plaats[sleutel]
      const ruw = plaats === undefined ? '' : (this.#delen[plaats + 1] ?? '').trim()
      const gelezen = ruw === '' ? '' : this.#waarden.lees({ soort: 'datum' }, ruw)
      return typeof gelezen === 'string' ? gelezen : gelezen.waarde
    })
  }

  #vorm(indeling: Recordindeling, regelnummer: number, regel: string, titel: string, uitleg: string): void {
    this.#meldpunt.meld({ regel, titel, ernst: 'anders-gelezen', uitleg, verwacht: 'alleen de waarde', remedie: NIETS_TE_DOEN, regelnummer, recordsoort: indeling.recordsoort })
  }

  #aantalVelden(indeling: Recordindeling, delen: readonly string[], regelnummer: number): void {
    const hoort = indeling.velden.length + 1
    const teveel = delen.slice(hoort).some((d) => d.trim() !== '')
    this.#meldpunt.meld({
      regel: 'BST-VELDEN', titel: teveel ? 'Te veel velden in een record' : 'Ander aantal velden', ernst: teveel ? 'afgekeurd' : 'anders-gelezen',
      uitleg: teveel
        ? `Een ${indeling.recordsoort} heeft ${hoort} velden, hier staan er ${delen.length}. Wij weten niet welke waarde waar hoort.`
        : `Een ${indeling.recordsoort} heeft ${hoort} velden. Hier ${delen.length > hoort ? 'staan er lege velden achter' : 'ontbreken lege velden aan het eind'}.`,
      verwacht: `${hoort} velden`, remedie: teveel ? 'Controleer of er een scheidingsteken in een waarde staat. Maak daarna het bestand opnieuw.' : NIETS_TE_DOEN,
      regelnummer, recordsoort: indeling.recordsoort,
    })
  }

  #onbekend(recordsoort: string, regelnummer: number): void {
    this.#meldpunt.meld({
      regel: 'BST-RECORDSOORT', titel: 'Onbekende recordsoort', ernst: 'afgekeurd', uitleg: `Deze regel begint niet met een recordsoort die in een ${this.#indeling.soort} voorkomt.`,
      verwacht: [...this.#indeling.records.keys()].join(', '), remedie: 'Haal de regel weg of herstel het begin van de regel.', regelnummer,
      waarde: /^[A-Z]{1,4}$/.test(recordsoort) ? recordsoort : '(onleesbaar)',
    })
  }
}

export const NIETS_TE_DOEN = 'U hoeft niets te doen. Wij lezen het zoals het bedoeld is.'

/** Onze code voor een waarderegel: bestand, recordsoort en veldnummer, bijvoorbeeld `RO-ISP-06`. */
export function veldregel(soort: string, recordsoort: string, veldnummer: number): string {
  return `${soort}-${recordsoort}-${String(veldnummer).padStart(2, '0')}`
}
