import type { Auditbestand } from '../../logboek/index.ts'
import { csvBestand } from '../beheer/csv.ts'
import { handelingWoord } from './handelingwoorden.ts'
import { isoInNederland, wieWoorden } from './woorden.ts'

const KOP = ['moment (Nederlandse tijd)', 'moment (UTC)', 'wie', 'waar', 'sleutel van wie', 'handeling', 'woord in de audit', 'BRIN', 'soort object', 'sleutel van het object', 'sleutel van de deelnemer', 'middel', 'niveau', 'trace']

/** De regels van de bladzijde, met de sleutels voluit. Een afgekapt bestand zegt dat op zijn laatste regel. Altijd in het Nederlands: de koppen en woorden zijn een vaste vorm voor andere programma's. */
export function auditCsv({ regels, afgekapt }: Auditbestand): string {
  const rijen = regels.map(({ op, wie, actor, handeling, brin, objectSoort, objectSleutel, deelnemerId, middel, niveau, traceId }) => {
    const { kop, bij } = wieWoorden(wie, actor, 'nl')
    return [isoInNederland(op), op, kop, bij, actor, handelingWoord(handeling, 'nl'), handeling, brin ?? '', objectSoort, objectSleutel, deelnemerId ?? '', middel ?? '', niveau ?? '', traceId ?? '']
  })
  return csvBestand(KOP, afgekapt ? [...rijen, ['Er zijn meer regels dan in dit bestand gaan. Kies een kortere periode.', ...KOP.slice(1).map(() => '')]] : rijen)
}
