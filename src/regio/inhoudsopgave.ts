import type { Kalender } from './plan/index.ts'
import type { Regiowens } from './maak-student.ts'
import type { Regio } from './regio.ts'
import type { Regiotelling } from './telling.ts'

/** De inhoud van `regio.json`: wat erin zit en in welke volgorde het geleverd wordt. */
export interface Inhoudsopgave {
  readonly versie: 1
  readonly wens: Regiowens
  readonly geldig: { readonly van: string; readonly totEnMet: string }
  readonly rondes: readonly { readonly ronde: number; readonly naam: string; readonly moment: string }[]
  readonly scholen: readonly Schoolregel[]
  /** Op volgorde van levering, na `00-beheer.ndjson`. */
  readonly bestanden: readonly Bestandsregel[]
  readonly telling: Regiotelling
}

export interface Schoolregel {
  readonly brin: string
  readonly naam: string
  readonly sector: string
  readonly bestuur: string
}

export interface Bestandsregel {
  readonly ronde: number
  readonly brin: string
  readonly bestand: string
  readonly records: number
}

export const BEHEERBESTAND = '00-beheer.ndjson'
export const PLANTBESTAND = 'geplant.ndjson'
export const INHOUDSBESTAND = 'regio.json'
export const LEESMIJBESTAND = 'LEESMIJ.md'

export function maakInhoudsopgave({ wens, kalender }: Regio, scholen: readonly Schoolregel[], bestanden: readonly Bestandsregel[], telling: Regiotelling): Inhoudsopgave {
  return {
    versie: 1, wens, geldig: geldigheid(kalender),
    rondes: kalender.rondes.map(({ nummer, naam, moment }) => ({ ronde: nummer, naam, moment })),
    scholen, bestanden: bestanden.toSorted((a, b) => a.ronde - b.ronde), telling,
  }
}

/** Binnen deze dagen verandert er niets, dus daar geldt elke verwachting. */
export function geldigheid({ jaar }: Pick<Kalender, 'jaar'>): Inhoudsopgave['geldig'] {
  return { van: `${jaar}-11-01`, totEnMet: `${jaar + 1}-07-31` }
}

/** Leest `regio.json`; undefined als het geen regio van ons is. */
export function leesInhoudsopgave(tekst: string): Inhoudsopgave | undefined {
  let gelezen: unknown
  try {
    gelezen = JSON.parse(tekst)
  } catch {
    return undefined
  }
  if (typeof gelezen !== 'object' || gelezen === null || Reflect.get(gelezen, 'versie') !== 1) return undefined
  const { geldig, scholen, bestanden } = gelezen as Partial<Inhoudsopgave>
  if (!Array.isArray(scholen) || !Array.isArray(bestanden) || typeof geldig?.van !== 'string' || typeof geldig.totEnMet !== 'string') return undefined
  return gelezen as Inhoudsopgave
}
