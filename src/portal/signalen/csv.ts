import { Readable } from 'node:stream'
import type { Werksignaal } from '../../beslissing/index.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { csvBestand, isoDag } from '../beheer/csv.ts'
import type { Taal } from '../kader/taal.ts'
import { begrippenIn } from '../woorden/begrippen.ts'
import { teksten } from './teksten.ts'

export interface Csvgegevens {
  readonly stukken: AsyncIterable<readonly Werksignaal[]>
  /** Namen bij accounts, voor een stuk tegelijk. */
  readonly leesNamen: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly taal: Taal
}

/** De werklijst als bestand, stuk voor stuk: dagen als jjjj-mm-dd, formules onschadelijk (S-85), nooit een persoonsnummer. */
export function signalenCsv(gegevens: Csvgegevens): Readable {
  return Readable.from(schrijf(gegevens))
}

async function* schrijf({ stukken, leesNamen, taal }: Csvgegevens): AsyncGenerator<string> {
  yield csvBestand(teksten[taal].csv, [])
  for await (const stuk of stukken) {
    const namen = await leesNamen(stuk.flatMap(({ toegewezenAan }) => toegewezenAan ?? []))
    yield csvBestand([], stuk.map((signaal) => regelVan(signaal, namen, taal))).slice('\uFEFF\r\n'.length)
  }
}

function regelVan({ naam, school, partners, code, niveau, uitleg, staat, afhandeling, eersteDag, geslotenOp, toegewezenAan, signaalId }: Werksignaal, namen: ReadonlyMap<string, string>, taal: Taal): readonly string[] {
  const { titel, watTeDoen } = inTaal(signaaltekst(code), taal)
  const verklaring = staat === 'verklaard' ? afhandeling?.verklaring ?? '' : ''
  return [
    naam ?? '', school, partners.join(', '), code, titel, begrippenIn(taal).niveau(niveau), uitleg, watTeDoen, teksten[taal].standen[staat], verklaring,
    eersteDag, isoDag(geslotenOp), toegewezenAan === null ? '' : namen.get(toegewezenAan) ?? teksten[taal].onbekend, signaalId,
  ]
}
