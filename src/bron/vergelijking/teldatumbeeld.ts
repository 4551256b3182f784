import { maakRij, type Beeldrij, type Studentbeeld } from './beeld.ts'

/**
 * Een TBG-i kent geen perioden maar de stand op elke teldatum. Dit maakt van een RO, OBO of GRONDSLAG hetzelfde: per inschrijving en
 * teldatum de waarden van de periode die dan liep, met wat BII erover zegt.
 */
export function opTeldata(beeld: Studentbeeld, teldata: readonly string[]): Studentbeeld {
  const rijen: Beeldrij[] = []
  for (const rij of beeld.rijen) {
    if (rij.recordsoort === 'ISG') rijen.push(rij, ...teldata.flatMap((dag) => opDag(beeld, rij, dag) ?? []))
    else if (rij.recordsoort === 'DIP') rijen.push({ ...rij, velden: { ...rij.velden, ...bijDiploma(beeld, rij.sleutel) } })
  }
  return { ...beeld, rijen }
}

function opDag(beeld: Studentbeeld, isg: Beeldrij, dag: string): Beeldrij | undefined {
  const einde = isg.velden['uitschrijvingWerkelijk']
  if ((isg.velden['datumInschrijving'] ?? '') > dag || (einde !== undefined && einde < dag)) return undefined
  const perioden = beeld.rijen.filter((rij) => rij.recordsoort === 'ISP' && rij.sleutel.startsWith(`${isg.sleutel} `))
  const begin = (rij: Beeldrij): string => rij.sleutel.slice(isg.sleutel.length + 1)
  const periode = perioden.filter((rij) => begin(rij) <= dag).toSorted((a, b) => (begin(a) < begin(b) ? -1 : 1)).at(-1)
  if (periode === undefined) return undefined
  const bii = beeld.rijen.find((rij) => rij.recordsoort === 'BII' && rij.sleutel === `${isg.sleutel} ${dag}`)
  return maakRij('TEL', { ...periode.velden, ...bii?.velden, inschrijvingvolgnummer: isg.sleutel, teldatum: dag })
}

function bijDiploma(beeld: Studentbeeld, resultaatvolgnummer: string): Readonly<Record<string, string>> {
  return beeld.rijen.find((rij) => rij.recordsoort === 'BID' && rij.sleutel === resultaatvolgnummer)?.velden ?? {}
}
