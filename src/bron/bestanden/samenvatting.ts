import type { Signaalcode } from '../../kern/signaalcode.ts'
import { stapel, type Bevinding, type Ernst, type Stapel } from './bevinding.ts'

/** Alles wat één waarderegel in een bestand vond. */
export interface PerRegel {
  readonly regel: string
  readonly titel: string
  readonly stapel: Stapel
  readonly ernst: Ernst
  readonly signaal: Signaalcode | null
  aantal: number
  /** Studenten bij wie dit voorkomt. */
  studenten: number
  readonly voorbeelden: Bevinding[]
}

/** Wat er bij één student gevonden is. Het nummer is gemaskeerd; de regel wijst de student aan. */
export interface PerStudent {
  readonly persoon: string
  readonly regelnummer: number
  moetVerbeteren: number
  kijkNa: number
  readonly regels: Set<string>
}

export const MAX_VOORBEELDEN = 10
const MAX_STUDENTEN = 1_000

/** Telt bevindingen met vast geheugen: per regel enkele voorbeelden, per student de eerste duizend. */
export class Samenvatting {
  readonly perRegel = new Map<string, PerRegel & { laatste: number | null }>()
  readonly perStudent = new Map<number, PerStudent>()
  readonly aantallen: Record<Stapel, number> = { 'moet-u-verbeteren': 0, 'kijk-na': 0, 'anders-gelezen': 0 }
  afgekeurd = 0
  /** Studenten met iets om te verbeteren of na te kijken, ook die niet meer in `perStudent` staan. */
  studenten = 0
  #laatste: number | null = null

  voegToe(b: Bevinding): void {
    const waar = stapel(b)
    this.aantallen[waar] += b.aantal
    if (b.ernst === 'afgekeurd') this.afgekeurd += b.aantal
    this.#telRegel(b, waar)
    if (b.persoonRegel !== null && waar !== 'anders-gelezen') this.#telStudent(b, b.persoonRegel, waar)
  }

  /** De regels per stapel, de vaakst voorkomende eerst. */
  regelsVan(waar: Stapel): readonly PerRegel[] {
    return [...this.perRegel.values()].filter((r) => r.stapel === waar).toSorted((a, b) => b.aantal - a.aantal || (a.regel < b.regel ? -1 : 1))
  }

  #telRegel(b: Bevinding, waar: Stapel): void {
    const sleutel = `${b.regel}/${b.titel}`
    let r = this.perRegel.get(sleutel)
    if (r === undefined) {
      r = { regel: b.regel, titel: b.titel, stapel: waar, ernst: b.ernst, signaal: b.signaal ?? null, aantal: 0, studenten: 0, voorbeelden: [], laatste: null }
      this.perRegel.set(sleutel, r)
    }
    r.aantal += b.aantal
    if (r.voorbeelden.length < MAX_VOORBEELDEN) r.voorbeelden.push(b)
    if (b.persoonRegel !== null && r.laatste !== b.persoonRegel) {
      r.studenten++
      r.laatste = b.persoonRegel
    }
  }

  #telStudent(b: Bevinding, regelnummer: number, waar: Stapel): void {
    if (this.#laatste !== regelnummer) this.studenten++
    this.#laatste = regelnummer
    let s = this.perStudent.get(regelnummer)
    if (s === undefined) {
      if (this.perStudent.size >= MAX_STUDENTEN) return
      s = { persoon: b.persoon ?? '', regelnummer, moetVerbeteren: 0, kijkNa: 0, regels: new Set() }
      this.perStudent.set(regelnummer, s)
    }
    if (waar === 'moet-u-verbeteren') s.moetVerbeteren++
    else s.kijkNa++
    if (s.regels.size < MAX_VOORBEELDEN) s.regels.add(b.regel)
  }
}
