/**
 * Telt zelf, zonder code van het product, wat er in de RO's hoort te staan: alles wat mbo-scholen leverden en niet geweigerd of
 * ingetrokken is.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Telling {
  readonly studenten: number
  readonly inschrijvingen: number
  readonly bpv: number
  readonly diplomas: number
}

interface Regel {
  readonly soort: string
  readonly brin?: string
  readonly persoonsnummer?: string
  readonly inschrijvingvolgnummer?: string
  readonly resultaatvolgnummer?: string
  readonly persoon?: { readonly persoonsnummer: string }
  readonly inschrijving?: { readonly sector: string; readonly brin: string; readonly inschrijvingvolgnummer: string }
  readonly bpv?: { readonly brin: string; readonly inschrijvingvolgnummer: string; readonly bpvVolgnummer: string }
  readonly diploma?: { readonly soort: string; readonly brin: string; readonly resultaatvolgnummer: string }
}

export async function telBestanden(map: string, bestanden: readonly string[]): Promise<Telling> {
  const geweigerd = new Set(readFileSync(join(map, 'geplant.ndjson'), 'utf8').split('\n').filter((r) => r.includes('"soort":"weigering"')).map((r) => {
    const { bestand, regel } = JSON.parse(r) as { readonly bestand: string; readonly regel: number }
    return `${bestand}:${regel}`
  }))
  const inschrijvingen = new Set<string>()
  const bpv = new Set<string>()
  const diplomas = new Set<string>()
  for (const bestand of bestanden) {
    let nummer = 0
    for await (const tekst of createInterface({ input: createReadStream(join(map, bestand)), crlfDelay: Infinity })) {
      nummer += 1
      if (geweigerd.has(`${bestand}:${nummer}`)) continue
      neem(JSON.parse(tekst) as Regel, { inschrijvingen, bpv, diplomas })
    }
  }
  const studenten = new Set([...inschrijvingen, ...diplomas].map((sleutel) => sleutel.split('|').slice(0, 2).join('|')))
  return { studenten: studenten.size, inschrijvingen: inschrijvingen.size, bpv: bpv.size, diplomas: diplomas.size }
}

function neem(r: Regel, { inschrijvingen, bpv, diplomas }: Readonly<Record<'inschrijvingen' | 'bpv' | 'diplomas', Set<string>>>): void {
  const nummer = r.persoon?.persoonsnummer ?? r.persoonsnummer ?? ''
  if (r.inschrijving?.sector === 'MBO') inschrijvingen.add(`${r.inschrijving.brin}|${nummer}|${r.inschrijving.inschrijvingvolgnummer}`)
  if (r.soort === 'inschrijving-verwijderd') inschrijvingen.delete(`${r.brin}|${nummer}|${r.inschrijvingvolgnummer}`)
  if (r.bpv !== undefined) bpv.add(`${r.bpv.brin}|${nummer}|${r.bpv.inschrijvingvolgnummer}|${r.bpv.bpvVolgnummer}`)
  if (r.diploma?.soort === 'MBO') diplomas.add(`${r.diploma.brin}|${nummer}|${r.diploma.resultaatvolgnummer}`)
  if (r.soort === 'diploma-vervallen') diplomas.delete(`${r.brin}|${nummer}|${r.resultaatvolgnummer}`)
}

/** Telt de regels van elk soort record. */
export function telRo(paden: readonly string[]): Telling {
  const tel = { PER: 0, ISG: 0, BPV: 0, DIP: 0 }
  for (const pad of paden) {
    for (const regel of readFileSync(pad, 'latin1').split('\r\n')) {
      const soort = regel.slice(0, 3)
      if (soort in tel) tel[soort as keyof typeof tel] += 1
    }
  }
  return { studenten: tel.PER, inschrijvingen: tel.ISG, bpv: tel.BPV, diplomas: tel.DIP }
}
