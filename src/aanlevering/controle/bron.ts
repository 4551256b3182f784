import type { Bytesbron } from '../../bron/index.ts'
import type { Transactie } from '../../database/index.ts'
import type { Kluis } from '../../toegang/index.ts'
import { leesStuk } from './store.ts'

/** Elk stuk in een eigen transactie, of alle in een. */
export type InTransactie = <T>(werk: (trx: Transactie) => Promise<T>) => Promise<T>

/** Het bewaarde bestand, stuk voor stuk ontsleuteld; nergens staat het in zijn geheel. `bijStuk` mag gooien om te stoppen. */
export function bewaardeBytes(inTransactie: InTransactie, kluis: Kluis, controleId: string, bytes: number, bijStuk: () => Promise<void> = () => Promise.resolve()): Bytesbron {
  return {
    bytes,
    async *lees() {
      for (let nummer = 0; ; nummer++) {
        const stuk = await inTransactie((trx) => leesStuk(trx, kluis, controleId, nummer))
        if (stuk === undefined) return
        await bijStuk()
        yield stuk
      }
    },
  }
}
