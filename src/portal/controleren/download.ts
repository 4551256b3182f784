/** Bevindingen en verschillen als bestand, als stroom: het geheugen groeit niet mee. */
import { Readable } from 'node:stream'
import { type Controle, type Controlegroep, type Controleregel, stroomBevindingen } from '../../aanlevering/index.ts'
import { csvBestand, csvRegel } from '../beheer/csv.ts'
import type { Bezoek, Portaalantwoord } from '../kader/route.ts'
import { teksten } from './teksten.ts'

export function maakDownload({ deur, ctx, omgeving }: Bezoek, controle: Controle, vorm: 'csv' | 'ndjson', groep: number | null): Portaalantwoord {
  const stroom = stroomBevindingen(deur.database, ctx(), controle, groep)
  const kop = csvBestand(teksten[omgeving.taal].csvKop, [])
  const naam = `${controle.doel === 'controleren' ? 'bevindingen' : 'verschillen'}-${controle.controleId.slice(-8)}.${vorm}`
  return {
    soort: 'bestand', naam, mediatype: vorm === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    inhoud: Readable.from(vorm === 'csv' ? alsCsv(stroom, kop) : alsNdjson(stroom), { objectMode: false }),
  }
}

type Stroom = ReturnType<typeof stroomBevindingen>

async function* alsCsv(stroom: Stroom, kop: string): AsyncGenerator<string> {
  yield kop
  for await (const [groep, regels] of stroom) yield regels.map((regel) => csvRegel(cellen(groep, regel))).join('')
}

async function* alsNdjson(stroom: Stroom): AsyncGenerator<string> {
  // Ook een leeg bestand heeft een begin.
  yield ''
  for await (const [{ soort, onderwerp, titel, regels: regelIds, verwacht, remedie }, regels] of stroom) {
    yield regels.map((regel) => `${JSON.stringify({ stapel: soort, ...(onderwerp === '' ? {} : { onderwerp }), titel, regelIds, verwacht, remedie, ...regel })}\n`).join('')
  }
}

function cellen({ soort, titel, regels, verwacht, remedie, onderwerp }: Controlegroep, r: Controleregel): readonly string[] {
  return [soort, titel === '' ? onderwerp : titel, regels.join(' '), r.regelnummer === null ? '' : String(r.regelnummer), r.persoon ?? '', r.recordsoort ?? '', r.veld ?? '', r.waarde ?? '', r.register ?? '', r.uitleg, verwacht, remedie]
}
