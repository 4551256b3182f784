import { maskeer } from '../../bron/index.ts'
import { BEVINDINGEN_PER_BLAD, type Controlegroep, type Controleregel, type Groepkop, type Groepsoort } from './controle.ts'

export interface Gevonden extends Controleregel {
  /** Onderscheidt studenten met hetzelfde gemaskeerde nummer; null als het niet om een student gaat. */
  readonly student: string | number | null
  /** Zo vaak; alleen bij wat samen geteld is meer dan 1. */
  readonly aantal: number
  /** Heel nummer, om de student bij op te zoeken; wordt nooit bewaard. */
  readonly nummer?: string
}

export interface Blad {
  readonly groep: number
  readonly blad: number
  readonly regels: readonly (Controleregel & { readonly nummer?: string })[]
}

interface Groep extends Groepkop {
  readonly nummer: number
  aantal: number
  studenten: number
  laatste: string | number | null
  bladen: number
  readonly voorbeelden: Controleregel[]
  open: (Controleregel & { readonly nummer?: string })[]
}

const MEESTE_GROEPEN = 300
const MEESTE_BEWAARD = 100_000
const MEESTE_REGELS = 2_000_000
const VOORBEELDEN = 3

/** Telt bevindingen per soort met vast geheugen, en geeft ze in bladzijden door om te bewaren. */
export class Verzamelaar {
  readonly #groepen = new Map<string, Groep>()
  readonly #wachtend: Blad[] = []
  readonly #regels = new Set<number>()
  #bewaard = 0
  afgekapt = false

  voegToe(kop: Groepkop, gevonden: Gevonden): void {
    const groep = this.#groepVan(kop)
    if (groep === undefined) return
    const { student, aantal, ...regel } = gevonden
    groep.aantal += aantal
    if (student !== null && groep.laatste !== student) groep.studenten += 1
    groep.laatste = student
    if (regel.regelnummer !== null && aantal === 1 && this.#regels.size < MEESTE_REGELS) this.#regels.add(regel.regelnummer)
    if (groep.voorbeelden.length < VOORBEELDEN) {
      const { nummer: _nummer, ...voorbeeld } = regel
      groep.voorbeelden.push(voorbeeld)
    }
    if (this.#bewaard >= MEESTE_BEWAARD) {
      this.afgekapt = true
      return
    }
    this.#bewaard += 1
    groep.open.push(regel)
    if (groep.open.length >= BEVINDINGEN_PER_BLAD) this.#sluitBlad(groep)
  }

  /** Regels waar iets over te zeggen is. */
  get aantalRegels(): number {
    return this.#regels.size
  }

  /** Volle bladzijden die nog bewaard moeten worden; na `sluit` ook de laatste van elke soort. */
  neemBladen(): readonly Blad[] {
    return this.#wachtend.splice(0)
  }

  sluit(): void {
    for (const groep of this.#groepen.values()) if (groep.open.length > 0) this.#sluitBlad(groep)
  }

  /** De soorten, ergste stapel eerst en daarin de vaakst voorkomende. */
  groepen(): readonly (Omit<Controlegroep, 'voorbeelden'> & { readonly voorbeelden: readonly Controleregel[] })[] {
    return [...this.#groepen.values()]
      .map(({ open: _open, laatste: _laatste, ...groep }) => ({ ...groep, voorbeelden: [...groep.voorbeelden] }))
      .toSorted((a, b) => VOLGORDE.indexOf(a.soort) - VOLGORDE.indexOf(b.soort) || b.aantal - a.aantal || a.nummer - b.nummer)
  }

  #groepVan(kop: Groepkop): Groep | undefined {
    const sleutel = `${kop.soort}/${kop.onderwerp}/${kop.regels.join(' ')}/${kop.titel}`
    const bekend = this.#groepen.get(sleutel)
    if (bekend !== undefined) return bekend
    if (this.#groepen.size >= MEESTE_GROEPEN) {
      this.afgekapt = true
      return undefined
    }
    const nieuw: Groep = { ...kop, nummer: this.#groepen.size, aantal: 0, studenten: 0, laatste: null, bladen: 0, voorbeelden: [], open: [] }
    this.#groepen.set(sleutel, nieuw)
    return nieuw
  }

  #sluitBlad(groep: Groep): void {
    this.#wachtend.push({ groep: groep.nummer, blad: groep.bladen, regels: groep.open })
    groep.bladen += 1
    groep.open = []
  }
}

const VOLGORDE: readonly Groepsoort[] = ['moet-u-verbeteren', 'kijk-na', 'anders-gelezen', 'verschilt', 'alleen-bestand', 'alleen-register']

/** Tekst uit een bestand, kort en zonder iets dat een persoonsnummer kan zijn. */
export function zonderNummers(tekst: string, lengte = 300): string {
  const schoon = tekst.replaceAll(/[0-9]{9,}/g, (cijfers) => maskeer(cijfers))
  return schoon.length > lengte ? `${schoon.slice(0, lengte)}…` : schoon
}
