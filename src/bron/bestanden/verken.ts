import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Bestandsindeling } from './indeling.ts'
import type { Onleesbaar } from './onleesbaar.ts'
import { Regelsplitser } from './regelsplitser.ts'
import { isLeeg, splitsVelden } from './scheiding.ts'
import { leesRegelblokken, type Bestandsbron } from './stroom.ts'
import { Volgorde } from './volgorde.ts'

/** Wat een eerste keer lezen over het hele bestand leert. Er wordt nog niets gecontroleerd of opgeslagen. */
export interface Verkenning {
  readonly regels: number
  /** Aantal records per recordsoort, ook onbekende. */
  readonly tellingen: ReadonlyMap<string, number>
  readonly voorlopen: readonly Regel[]
  readonly sluitregels: readonly Regel[]
  readonly legeRegels: { aantal: number; eerste: number }
  readonly bom: boolean
  readonly lfZonderCr: number
  readonly laatsteSoort: string
  /** Staan alle records van een student bij elkaar? Zo niet, dan sorteren wij eerst. */
  readonly aaneengesloten: boolean
  readonly oplopend: boolean
  /** Oplopend met korte nummers voor lange; zo sorteren wij zelf ook. */
  readonly oplopendAlsGetal: boolean
  readonly eersteVerspringing: number | null
  readonly controlegetallen: Controlegetallen
}

export interface Regel {
  readonly regelnummer: number
  readonly tekst: string
}

/** De sommen van de sluitregel van een OBO (CTR). */
export interface Controlegetallen {
  somOpleidingcodes: number
  bekostigbaar: number
}

/** Leest het bestand één keer helemaal door, met vast geheugen. */
export async function verken(pad: Bestandsbron, indeling: Bestandsindeling, scheiding: string, opBytes?: (bytes: number) => void): Promise<Uitkomst<Verkenning, Onleesbaar>> {
  const splitser = new Regelsplitser()
  const verkenner = new Verkenner(indeling, scheiding)
  for await (const blok of leesRegelblokken(pad, splitser)) {
    if (!blok.ok) return geweigerd(blok.reden)
    blok.waarde.regels.forEach((tekst, i) => verkenner.regel(tekst, blok.waarde.eerste + i))
    opBytes?.(blok.waarde.gelezenBytes)
  }
  return gelukt({ ...verkenner.uitkomst(), regels: splitser.volgendeRegel - 1, bom: splitser.bom, lfZonderCr: splitser.lf })
}

/** De student van een record: BSN of onderwijsnummer, of het schuilnummer in GRONDSLAG. */
export function persoonsleutel(regel: string, indeling: Bestandsindeling, scheiding: string): string {
  if (regel.includes('"')) {
    const delen = splitsVelden(regel, scheiding)
    return indeling.soort === 'GRONDSLAG' ? (delen[1] ?? '').trim() : `${(delen[1] ?? '').trim()}|${(delen[2] ?? '').trim()}`
  }
  const een = regel.indexOf(scheiding, 4)
  const eerste = regel.slice(4, een === -1 ? undefined : een).trim()
  if (indeling.soort === 'GRONDSLAG' || een === -1) return indeling.soort === 'GRONDSLAG' ? eerste : `${eerste}|`
  const twee = regel.indexOf(scheiding, een + 1)
  return `${eerste}|${regel.slice(een + 1, twee === -1 ? undefined : twee).trim()}`
}

export function recordsoortVan(regel: string): string {
  return regel.startsWith('"') ? regel.slice(1, 4) : regel.slice(0, 3)
}

const ZONDER_PERSOON = new Set(['VLP', 'SLR', 'CTR'])
/** Bij meer kop- of sluitregels dan dit is het bestand hoe dan ook afgekeurd; meer bewaren helpt niet. */
const MAX_BEWAARD = 3

class Verkenner {
  readonly #indeling: Bestandsindeling
  readonly #scheiding: string
  readonly #tellingen = new Map<string, number>()
  readonly #voorlopen: Regel[] = []
  readonly #sluitregels: Regel[] = []
  readonly #lege = { aantal: 0, eerste: 0 }
  readonly #controle: Controlegetallen = { somOpleidingcodes: 0, bekostigbaar: 0 }
  readonly #volgorde = new Volgorde()
  #laatste = ''

  constructor(indeling: Bestandsindeling, scheiding: string) {
    this.#indeling = indeling
    this.#scheiding = scheiding
  }

  regel(tekst: string, regelnummer: number): void {
    if (isLeeg(tekst, this.#scheiding)) {
      if (this.#lege.aantal++ === 0) this.#lege.eerste = regelnummer
      return
    }
    const soort = recordsoortVan(tekst)
    this.#laatste = soort
    if (!this.#indeling.records.has(soort)) return this.#tel('onbekend')
    this.#tel(soort)
    if (soort === 'VLP') bewaar(this.#voorlopen, { regelnummer, tekst })
    else if (soort === this.#indeling.slotregel) bewaar(this.#sluitregels, { regelnummer, tekst })
    if (!ZONDER_PERSOON.has(soort)) this.#volgorde.zie(persoonsleutel(tekst, this.#indeling, this.#scheiding), regelnummer)
    if (this.#indeling.soort === 'OBO') this.#telMee(soort, tekst)
  }

  uitkomst(): Omit<Verkenning, 'regels' | 'bom' | 'lfZonderCr'> {
    const { aaneengesloten, oplopend, oplopendAlsGetal, eersteVerspringing } = this.#volgorde
    return {
      tellingen: this.#tellingen, voorlopen: this.#voorlopen, sluitregels: this.#sluitregels, legeRegels: this.#lege, laatsteSoort: this.#laatste,
      aaneengesloten, oplopend, oplopendAlsGetal, eersteVerspringing, controlegetallen: this.#controle,
    }
  }

  #tel(soort: string): void {
    this.#tellingen.set(soort, (this.#tellingen.get(soort) ?? 0) + 1)
  }

  #telMee(soort: string, tekst: string): void {
    const plaats = this.#indeling.records.get(soort)?.plaats
    if (plaats === undefined || (soort !== 'ISP' && soort !== 'BPV' && soort !== 'DIP')) return
    const delen = splitsVelden(tekst, this.#scheiding)
    this.#controle.somOpleidingcodes += Number(delen[(plaats['opleidingcode'] ?? -1) + 1]) || 0
    const bekostigbaar = plaats['bekostigbaar']
    if (bekostigbaar !== undefined && delen[bekostigbaar + 1] === 'J') this.#controle.bekostigbaar++
  }
}

function bewaar(lijst: Regel[], regel: Regel): void {
  if (lijst.length < MAX_BEWAARD) lijst.push(regel)
}
