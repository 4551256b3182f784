import { randomBytes } from 'node:crypto'
import { leverReeks, type Reeksbericht } from '../../bron/index.ts'
import { type Kaleverbinding, metHerstelpunt, type Transactie } from '../../database/index.ts'
import type { Actiecontext } from '../../toegang/index.ts'
import type { Terugkoppeling } from '../levering.ts'
import { naarTerugkoppeling, storingBijRecord, type Recordantwoord } from './antwoord.ts'
import { type Genummerd, maakGolven } from './golven.ts'
import { noemStoring, weegStoring } from './storing.ts'
import { voerLos } from './voer-los.ts'

/** De transactie van een deel. */
export interface Deelwerk {
  readonly trx: Transactie
  readonly verbinding: Kaleverbinding
  /** `nu` is het moment van ontvangst van de levering. */
  readonly ctx: Actiecontext
  readonly aanleveringId: string
  readonly meld: (regel: string) => void
}

const POGINGEN_BIJ_BOTSING = 5

/**
 * Legt records vast in de transactie van het deel en geeft op elk een antwoord. Struikelt de database over de inhoud, dan
 * wordt de groep gehalveerd tot alleen het schuldige record overblijft; de andere gaan gewoon door. Een storing van de
 * omgeving gooit: dan moet het hele deel later opnieuw.
 */
export async function verwerkRecords(werk: Deelwerk, records: readonly Genummerd[]): Promise<readonly Terugkoppeling[]> {
  if (records.length === 0) return []
  for (let poging = 1; ; poging++) {
    try {
      return await metHerstelpunt(werk.trx, () => pasToe(werk, records))
    } catch (fout) {
      const storing = weegStoring(fout)
      if (storing === 'botsing' && poging < POGINGEN_BIJ_BOTSING) continue
      if (storing !== 'inhoud') throw fout
      return splits(werk, records, fout)
    }
  }
}

async function splits(werk: Deelwerk, records: readonly Genummerd[], fout: unknown): Promise<readonly Terugkoppeling[]> {
  const [eerste] = records
  if (records.length === 1 && eerste !== undefined) {
    const kenmerk = randomBytes(4).toString('hex').toUpperCase()
    werk.meld(`Aanlevering ${werk.aanleveringId}, regel ${eerste.regelnummer} (${eerste.record.soort}): storing ${kenmerk}: ${noemStoring(fout)}`)
    return [storingBijRecord(eerste.regelnummer, eerste.record.soort, kenmerk)]
  }
  const midden = Math.ceil(records.length / 2)
  return [...(await verwerkRecords(werk, records.slice(0, midden))), ...(await verwerkRecords(werk, records.slice(midden)))]
}

async function pasToe(werk: Deelwerk, records: readonly Genummerd[]): Promise<readonly Terugkoppeling[]> {
  const uit: Terugkoppeling[] = []
  for (const golf of maakGolven(records)) {
    if (golf.reeks.length > 0) {
      const antwoorden = await leverReeks(werk.trx, werk.ctx, golf.reeks.map(({ record }) => record as Reeksbericht), {
        verbinding: werk.verbinding, signalenVolgen: true, herkomst: { aanlevering: werk.aanleveringId },
      })
      golf.reeks.forEach(({ regelnummer, record }, i) => uit.push(naarTerugkoppeling(regelnummer, record.soort, antwoorden[i] as Recordantwoord)))
    }
    for (const { regelnummer, record } of golf.los) uit.push(naarTerugkoppeling(regelnummer, record.soort, await voerLos(werk.trx, werk.ctx, record)))
  }
  return uit
}
