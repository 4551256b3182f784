import type { Reeksbericht } from '../../bron/index.ts'
import type { Leveringsrecord, Recordsoort } from '../leveringsrecord.ts'

/** Een leesbaar record met zijn regel. */
export interface Genummerd<R extends Leveringsrecord = Leveringsrecord> {
  readonly regelnummer: number
  readonly record: R
}

export type Reeksrecord = Extract<Leveringsrecord, { soort: Reeksbericht['soort'] }>

/** Eerst de reeks, in een keer; daarna de losse records, een voor een. */
export interface Golf {
  readonly reeks: Genummerd<Reeksrecord>[]
  readonly los: Genummerd[]
}

/**
 * Verdeelt records zo dat er zo veel mogelijk samen kan, terwijl de records van een leerling op volgorde blijven. Tussen
 * leerlingen is de volgorde vrij. Een school die verandert raakt iedereen: daar wacht alles op.
 */
export function maakGolven(records: readonly Genummerd[]): readonly Golf[] {
  const golven: Golf[] = []
  let begin = 0
  let beurt = new Map<string, { golf: number; los: boolean }>()
  const golf = (nummer: number): Golf => {
    while (golven.length <= nummer) golven.push({ reeks: [], los: [] })
    return golven[nummer] as Golf
  }
  for (const genummerd of records) {
    const { record } = genummerd
    if (record.soort === 'organisatie') {
      golf(golven.length).los.push(genummerd)
      begin = golven.length
      beurt = new Map()
      continue
    }
    const wie = nummerVan(record)
    const vorige = wie === null ? undefined : beurt.get(wie)
    if (isReeksrecord(record)) {
      // Een losse stap van deze leerling komt na de reeks van zijn golf; dit record moet dus naar de volgende.
      const nummer = vorige === undefined ? begin : vorige.los ? vorige.golf + 1 : vorige.golf
      golf(nummer).reeks.push({ ...genummerd, record })
      if (wie !== null) beurt.set(wie, { golf: nummer, los: false })
    } else {
      const nummer = vorige?.golf ?? begin
      golf(nummer).los.push(genummerd)
      if (wie !== null) beurt.set(wie, { golf: nummer, los: true })
    }
  }
  return golven
}

const REEKS: ReadonlySet<Recordsoort> = new Set(['inschrijving', 'bpv', 'diploma', 'onderdeel'])

export function isReeksrecord(record: Leveringsrecord): record is Reeksrecord {
  return REEKS.has(record.soort)
}

function nummerVan(record: Leveringsrecord): string | null {
  if (record.soort === 'inschrijving') return record.persoon.persoonsnummer
  return 'persoonsnummer' in record ? record.persoonsnummer : null
}

/** Verandert iets dat ook andere leerlingen raakt. */
export function isBreed(soort: string | null): boolean {
  return soort !== null && BREED.has(soort)
}

const BREED: ReadonlySet<string> = new Set(['organisatie', 'schoolvakantie', 'aanbod', 'aanbod-vervallen', 'overeenkomst', 'regeling'])
