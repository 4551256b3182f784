import type { Database } from '../../database/index.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'
import { ondoorzichtig } from '../onderwerp.ts'
import { bronVan } from '../rules/cloudevent.ts'
import { plaatsVan } from '../rules/plaats.ts'
import { neemNieuwe, neemTeller, type NieuweLogregel, schrijfLog, type Uitgenomen } from '../store/log.ts'

const REEKS = 1_000

/**
 * Geeft klaargelegde gebeurtenissen hun plaats in het logboek, tot er geen meer zijn. Eén publicist tegelijk: zolang hij het
 * slot heeft komt er niemand tussen, en een positie is pas te zien als alle eerdere dat zijn (S-45). Uit de wachtrij en in
 * het logboek is één transactie: na een onderbreking is er niets kwijt en niets dubbel. Geeft het aantal.
 */
export async function publiceer(database: Database, oin: string): Promise<number> {
  const bron = bronVan(oin)
  let totaal = 0
  for (;;) {
    const aantal = await alsActor(database, systeemactor('publicist'), async (trx) => {
      const laatste = await neemTeller(trx)
      if (laatste === undefined) return 0
      const nieuw = await neemNieuwe(trx, REEKS)
      if (nieuw.length > 0) await schrijfLog(trx, nieuw.map((g, i) => naarRegel(g, laatste + i + 1, bron)))
      return nieuw.length
    })
    totaal += aantal
    if (aantal < REEKS) return totaal
  }
}

function naarRegel(g: Uitgenomen, positie: number, bron: string): NieuweLogregel {
  const { onderwerp, verwijzing, ook } = plaatsVan(g)
  return {
    positie, id: g.id, soort: g.soort, bron, onderwerp: 'id' in onderwerp ? onderwerp.id : ondoorzichtig(onderwerp.naam),
    brin: g.brin, verwijzing, op: g.op, deelnemerId: g.deelnemerId, ook,
  }
}
