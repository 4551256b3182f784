import { SIGNAALNIVEAU, type Signaalcode } from '../../kern/signaalcode.ts'

/**
 * Hoe zwaar een bevinding weegt.
 * - `afgekeurd`: het record wordt niet opgeslagen; de instelling moet het verbeteren.
 * - `kijk-na`: het record mag mee, maar er is iets om na te kijken.
 * - `anders-gelezen`: DUO schrijft het anders; wij lezen het wel (bijvoorbeeld 1-8-2026 als 2026-08-01).
 */
export type Ernst = 'afgekeurd' | 'kijk-na' | 'anders-gelezen'

/** Wat er mis is op één plek in een bestand. Bevat nooit een heel persoonsnummer. */
export interface Bevinding {
  readonly bestand: string
  /** Regelnummer vanaf 1; null als het om het hele bestand gaat. */
  readonly regelnummer: number | null
  readonly recordsoort: string | null
  readonly veld: string | null
  readonly veldnummer: number | null
  /** Wat er staat; een persoonsnummer alleen gemaskeerd; null = leeg of niet van toepassing. */
  readonly waarde: string | null
  /** Onze code van de waarderegel (`RO-ISP-06`) of een regel-id uit de keten (`K-FASE-06`). */
  readonly regel: string
  readonly titel: string
  readonly ernst: Ernst
  readonly uitleg: string
  /** Wat er hoort te staan. */
  readonly verwacht: string
  readonly remedie: string
  /** Gemaskeerd nummer van de student, of null. */
  readonly persoon: string | null
  /** Regel waarop de student begint; onderscheidt studenten met hetzelfde gemaskeerde nummer. */
  readonly persoonRegel: number | null
  /** Hoe vaak dit voorkomt; alleen bij `anders-gelezen` wordt samengeteld. */
  readonly aantal: number
  /** Het ketensignaal dat het register hiervoor geeft. */
  readonly signaal?: Signaalcode
}

/** De drie stapels waarin een gebruiker bevindingen ziet. */
export type Stapel = 'moet-u-verbeteren' | 'kijk-na' | 'anders-gelezen'

/** Een ketensignaal van niveau fout moet ook verbeterd worden, al wordt het record wel opgeslagen. */
export function stapel(b: Pick<Bevinding, 'ernst' | 'signaal'>): Stapel {
  if (b.ernst === 'afgekeurd') return 'moet-u-verbeteren'
  if (b.signaal !== undefined && SIGNAALNIVEAU[b.signaal] === 'fout') return 'moet-u-verbeteren'
  return b.ernst
}

/** Ontvangt bevindingen één voor één, zodat het geheugen niet met het bestand meegroeit. */
export type Melder = (bevinding: Bevinding) => void

/** Maakt een persoonsnummer onherkenbaar: alleen het eind blijft staan. */
export function maskeer(nummer: string): string {
  const zichtbaar = nummer.length > 6 ? 3 : 1
  return '•'.repeat(Math.max(nummer.length - zichtbaar, 3)) + nummer.slice(-zichtbaar)
}
