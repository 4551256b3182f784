/** Loopt een stroom van de audit na, regel voor regel, zonder de database. */
import { beginVanStroom, canoniek, schakel } from '../database/index.ts'
import type { Bevinding } from './bevinding.ts'
import type { Kop } from './controlepunt.ts'
import type { Ketenregel } from './store/audit.ts'

/** Wat controlepunten over een stroom zeggen: hash per volgnummer, met wanneer dat gezegd is. */
export type Beloften = ReadonlyMap<number, readonly Belofte[]>

export interface Belofte {
  readonly hash: string
  readonly regel: number
}

type Meld = (bevinding: Bevinding) => void

export class Stroomcontrole {
  readonly #stroom: number
  readonly #beloften: Beloften
  readonly #meld: Meld
  #laatste = 0
  #hash: Buffer
  /** Na een gat is de vorige hash onbekend; de eerste regel daarna is dan niet na te rekenen. */
  #vorigeBekend = true

  constructor(stroom: number, beloften: Beloften, meld: Meld) {
    this.#stroom = stroom
    this.#beloften = beloften
    this.#meld = meld
    this.#hash = beginVanStroom(stroom)
  }

  get laatste(): number {
    return this.#laatste
  }

  bekijk({ post, volgnummer, hash }: Ketenregel): void {
    if (volgnummer !== this.#laatste + 1) this.#meldGat(this.#laatste + 1, volgnummer - 1)
    if (this.#vorigeBekend && !schakel(this.#hash, canoniek(post), this.#stroom, volgnummer).equals(hash)) {
      this.#meld({ soort: 'regel-veranderd', plaats: this.#plaats(volgnummer), uitleg: 'De inhoud past niet bij de hash: deze regel is veranderd, verplaatst of ertussen gezet.' })
    }
    for (const belofte of this.#beloften.get(volgnummer) ?? []) {
      if (belofte.hash !== hash.toString('hex')) {
        this.#meld({ soort: 'herschreven', plaats: this.#plaats(volgnummer), uitleg: `De hash is een andere dan in controlepunt ${belofte.regel}: de regels tot hier zijn na dat controlepunt herschreven.` })
      }
    }
    this.#laatste = volgnummer
    this.#hash = hash
    this.#vorigeBekend = true
  }

  /** Na de laatste regel: klopt het einde met de kop in de database en met de controlepunten? */
  sluitAf(kop: Kop | undefined): void {
    const beloofd = Math.max(0, ...this.#beloften.keys())
    if (beloofd > this.#laatste) {
      const regel = this.#beloften.get(beloofd)?.[0]?.regel ?? 0
      this.#meld({ soort: 'staart-weg', plaats: this.#plaats(this.#laatste + 1), uitleg: `Controlepunt ${regel} noemt regel ${beloofd}, en de stroom eindigt bij ${this.#laatste}: ${beloofd - this.#laatste} regels aan het eind zijn gewist.` })
    }
    const [laatste, hash] = kop === undefined ? [0, beginVanStroom(this.#stroom).toString('hex')] : [kop.volgnummer, kop.hash]
    if (laatste > this.#laatste && beloofd <= this.#laatste) {
      this.#meld({ soort: 'staart-weg', plaats: this.#plaats(this.#laatste + 1), uitleg: `De kop van de stroom staat op ${laatste}, en de stroom eindigt bij ${this.#laatste}: regels aan het eind zijn gewist.` })
    } else if (laatste !== this.#laatste || hash !== this.#hash.toString('hex')) {
      this.#meld({ soort: 'kop-veranderd', plaats: this.#plaats(this.#laatste), uitleg: 'De kop van de stroom (audit_kop) past niet bij de laatste regel.' })
    }
  }

  #meldGat(van: number, tot: number): void {
    this.#vorigeBekend = false
    const aantal = tot - van + 1
    this.#meld({ soort: 'gat', plaats: this.#plaats(van), uitleg: aantal === 1 ? 'Deze regel is gewist.' : `Deze regel en de volgende ${aantal - 1} zijn gewist.` })
  }

  #plaats(volgnummer: number): string {
    return `stroom ${this.#stroom}, regel ${volgnummer}`
  }
}
