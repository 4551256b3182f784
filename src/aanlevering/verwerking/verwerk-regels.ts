import type { Terugkoppeling } from '../levering.ts'
import { regelsVan } from '../ontvangst/regeldeler.ts'
import type { Genummerd } from './golven.ts'
import { leesRecord } from './record.ts'
import { type Deelwerk, verwerkRecords } from './verwerk-records.ts'

/** Verwerkt een deel van een NDJSON-bestand. Een regel die geen record is, krijgt zijn antwoord en houdt de rest niet op. */
export async function verwerkRegels(werk: Deelwerk, inhoud: Buffer, vanafRegel: number): Promise<readonly Terugkoppeling[]> {
  const { records, onleesbaar } = leesRegels(inhoud, vanafRegel)
  return [...onleesbaar, ...(await verwerkRecords(werk, records))].sort((a, b) => a.regelnummer - b.regelnummer)
}

export function leesRegels(inhoud: Buffer, vanafRegel: number): { readonly records: readonly Genummerd[]; readonly onleesbaar: readonly Terugkoppeling[] } {
  const records: Genummerd[] = []
  const onleesbaar: Terugkoppeling[] = []
  for (const { regelnummer, bytes } of regelsVan(inhoud, vanafRegel)) {
    const gelezen = leesRecord(bytes)
    if (gelezen.ok) records.push({ regelnummer, record: gelezen.waarde })
    else onleesbaar.push({ regelnummer, soort: gelezen.reden.soort, uitkomst: 'afgekeurd', deelnemerId: null, fouten: gelezen.reden.fouten })
  }
  return { records, onleesbaar }
}
