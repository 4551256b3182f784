import { type Datum, parseDatum } from '../../kern/datum.ts'

/**
 * Een geboortedatum kan `00` als maand of dag hebben (PvE 13.5.2). Om te rekenen nemen wij de laatste dag die het kan zijn,
 * zodat niemand te vroeg 18 wordt en een meldplicht vervalt. [afgeleid]
 */
export function leesGeboortedatum(ruw: string): Datum | undefined {
  const delen = /^(\d{4})-(\d{2})-(\d{2})$/.exec(ruw)
  if (!delen) return undefined
  const [jaar, maand, dag] = [delen[1], delen[2], delen[3]]
  if (maand === '00') return dag === '00' ? parseDatum(`${jaar}-12-31`) : undefined
  if (dag !== '00') return parseDatum(ruw)
  return ['31', '30', '29', '28'].map((laatste) => parseDatum(`${jaar}-${maand}-${laatste}`)).find((datum) => datum !== undefined)
}
