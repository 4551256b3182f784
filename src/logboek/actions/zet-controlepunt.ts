import type { Database } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { alsActor, systeemactor } from '../../toegang/index.ts'
import { type Controlepunt, type Controlepuntreden, type Kop, type Ondertekenaar, schrijfRegel, vingerafdruk } from '../controlepunt.ts'
import { laatsteRegel, voegRegelToe } from '../controlepuntbestand.ts'
import { leesKoppen } from '../store/audit.ts'

/** Schrijft controlepunten in een bestand. Een tegelijk per bestand. */
export class Controlepuntschrijver {
  readonly #database: Database
  readonly #ondertekenaar: Ondertekenaar
  readonly #pad: string
  /** Wat het vorige controlepunt van dit proces al noemde. */
  readonly #genoemd = new Map<number, number>()
  #vorige: string | undefined

  constructor(database: Database, ondertekenaar: Ondertekenaar, pad: string) {
    this.#database = database
    this.#ondertekenaar = ondertekenaar
    this.#pad = pad
  }

  /** Gooit als lezen of schrijven niet lukt: zonder controlepunt is de staart niet te bewijzen (P-07). */
  async zet(reden: Controlepuntreden, nu: Moment): Promise<Controlepunt> {
    this.#vorige ??= vorigeVan(await laatsteRegel(this.#pad))
    const alle = await alsActor(this.#database, systeemactor('controlepunt'), leesKoppen)
    const koppen = reden === 'tijd' ? alle.filter((kop) => this.#genoemd.get(kop.stroom) !== kop.volgnummer) : alle
    const punt: Controlepunt = { op: nu, reden, koppen, vorige: this.#vorige }
    const regel = schrijfRegel(punt, this.#ondertekenaar)
    await voegRegelToe(this.#pad, regel)
    this.#vorige = vingerafdruk(regel)
    this.#onthoud(alle)
    return punt
  }

  #onthoud(koppen: readonly Kop[]): void {
    for (const { stroom, volgnummer } of koppen) this.#genoemd.set(stroom, volgnummer)
  }
}

function vorigeVan(regel: string | undefined): string {
  return regel === undefined ? '' : vingerafdruk(regel)
}
