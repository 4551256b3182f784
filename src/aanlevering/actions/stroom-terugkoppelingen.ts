import { Readable } from 'node:stream'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { type Actiecontext, type Uitvoerder } from '../../toegang/index.ts'
import type { Recorduitkomst } from '../levering.ts'
import type { TerugkoppelingMetSignalen } from '../store/terugkoppeling.ts'
import { leesTerugkoppelingen } from './toon.ts'

const PER_KEER = 1_000

/** Alle terugkoppelingen als NDJSON, op volgorde, met vast geheugen. */
export async function stroomTerugkoppelingen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, verzoek: { readonly aanleveringId: string; readonly uitkomst?: Recorduitkomst }, naarJson: (regel: TerugkoppelingMetSignalen) => unknown = (regel) => regel,
): Promise<Uitkomst<Readable, { readonly soort: 'niet-gevonden' }>> {
  const eerste = await leesTerugkoppelingen(uitvoerder, ctx, { ...verzoek, aantal: PER_KEER })
  if (!eerste.ok) return geweigerd(eerste.reden)
  async function* regels(): AsyncGenerator<string> {
    for (let blad = eerste; blad.ok;) {
      yield blad.waarde.regels.map((regel) => `${JSON.stringify(naarJson(regel))}\n`).join('')
      if (blad.waarde.volgende === null) return
      blad = await leesTerugkoppelingen(uitvoerder, ctx, { ...verzoek, na: Number(blad.waarde.volgende), aantal: PER_KEER })
    }
  }
  return gelukt(Readable.from(regels(), { objectMode: false }))
}
