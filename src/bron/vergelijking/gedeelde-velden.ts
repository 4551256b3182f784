import type { Bestandssoort } from '../bestanden/indeling.ts'
import { INDELINGEN } from '../bestanden/lees-bestand.ts'
import { RECORDSLEUTELS } from './beeld.ts'
import { tbgiVelden } from './uit-tbgi.ts'

type Velden = ReadonlyMap<string, ReadonlySet<string>>

/** Moment van bepalen: elke uitdraai een ander, en het zegt niets over de student. */
const NOOIT: ReadonlySet<string> = new Set(['datumtijd'])

/**
 * Wat twee soorten bestanden allebei over een student zeggen: per record de velden die in allebei de indelingen staan. Is er een TBG-i
 * bij, dan gaat het om de stand op de teldata (`opTeldata`).
 */
export function gedeeldeVelden(a: Bestandssoort, b: Bestandssoort): Velden {
  const metTbgi = a === 'TBGI' || b === 'TBGI'
  const [eigen, ander] = [veldenVan(a, metTbgi), veldenVan(b, metTbgi)]
  const uit = new Map<string, ReadonlySet<string>>()
  for (const [recordsoort, velden] of eigen) {
    const andere = ander.get(recordsoort)
    const sleutel = RECORDSLEUTELS[recordsoort] ?? []
    if (andere !== undefined) uit.set(recordsoort, new Set([...velden].filter((veld) => andere.has(veld) && !sleutel.includes(veld) && !NOOIT.has(veld))))
  }
  return uit
}

function veldenVan(soort: Bestandssoort, metTbgi: boolean): Velden {
  if (soort === 'TBGI') return tbgiVelden()
  const { records } = INDELINGEN[soort]
  const van = (...soorten: readonly string[]): ReadonlySet<string> => new Set(soorten.flatMap((een) => Object.keys(records.get(een)?.plaats ?? {})))
  if (metTbgi) return new Map([['ISG', van('ISG')], ['TEL', van('ISP', 'BII')], ['DIP', van('DIP', 'BID')]])
  return new Map([...records.keys()].filter((een) => RECORDSLEUTELS[een] !== undefined).map((een) => [een, van(een)]))
}

/** De naam van een veld zoals die in het PvE en in pakketten staat; een element van de TBG-i houdt zijn eigen naam. */
export function veldnaam(recordsoort: string, veld: string): string {
  for (const { records } of [INDELINGEN.RO, INDELINGEN.OBO, INDELINGEN.GRONDSLAG]) {
    for (const soort of recordsoort === 'TEL' ? ['ISP', 'BII'] : recordsoort === 'DIP' ? ['DIP', 'BID'] : [recordsoort]) {
      const gevonden = records.get(soort)?.velden.find(({ sleutel }) => sleutel === veld)
      if (gevonden !== undefined) return gevonden.naam
    }
  }
  return veld
}
