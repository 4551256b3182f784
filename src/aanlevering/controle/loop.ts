import { type Bytesbron, zichtbareDeelnemers } from '../../bron/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { type Actiecontext, alsActor } from '../../toegang/index.ts'
import { moment, VERWERKER, type Verwerkomgeving } from '../actions/omgeving.ts'
import { bewaardeBytes } from './bron.ts'
import { type Controleregel, type Controlestap, type Controleverslag, type Controlewerk, type Groepkop, LEEG_VERSLAG } from './controle.ts'
import { zoekFragmenten } from './fragment.ts'
import { bewaarBlad, zetAfgerond, zetStand } from './store.ts'
import { type Blad, type Gevonden, Verzamelaar } from './verzamelaar.ts'

/** De eigenaar stopte of wiste het bestand: het werk houdt op. */
export class Gestopt extends Error {}

const STAND_MS = 400

/** Een controle die loopt: verzamelt bevindingen, en bewaart nu en dan hoever zij is, zodat de eigenaar ze ziet groeien. */
export class Loop {
  readonly omgeving: Verwerkomgeving
  readonly werk: Controlewerk
  readonly bron: Bytesbron
  readonly #verzamelaar = new Verzamelaar()
  #stap: Controlestap = 'vorm'
  #voortgang = 0
  #verslag: Controleverslag = LEEG_VERSLAG
  #laatst = Number.NEGATIVE_INFINITY

  constructor(omgeving: Verwerkomgeving, werk: Controlewerk) {
    this.omgeving = omgeving
    this.werk = werk
    const inTransactie = <T>(lees: Parameters<typeof alsActor<T>>[2]): Promise<T> => alsActor(omgeving.database, VERWERKER, lees)
    this.bron = bewaardeBytes(inTransactie, omgeving.kluis, werk.controleId, werk.bytes, () => this.bewaarStand())
  }

  ctx(nu: Moment): Actiecontext {
    return { actor: this.werk.actor, nu, kluis: this.omgeving.kluis }
  }

  vind([kop, gevonden]: readonly [Groepkop, Gevonden]): void {
    this.#verzamelaar.voegToe(kop, gevonden)
  }

  zet(stap: Controlestap, voortgang: number): void {
    this.#stap = stap
    this.#voortgang = voortgang
  }

  deelVerslag(deel: Partial<Controleverslag>): void {
    this.#verslag = { ...this.#verslag, ...deel }
  }

  /** Nu en dan, niet bij elke aanroep. Gooit `Gestopt` als de eigenaar dat wil. */
  async bewaarStand(): Promise<void> {
    const nu = performance.now()
    if (nu - this.#laatst < STAND_MS) return
    this.#laatst = nu
    await this.#bewaarBladen()
    const verslag = { ...this.#verslag, groepen: this.#groepen() }
    const loopt = await alsActor(this.omgeving.database, VERWERKER, (trx) => zetStand(trx, this.omgeving.kluis, this.werk.controleId, { stap: this.#stap, voortgang: this.#voortgang, verslag }, moment(this.omgeving)))
    if (!loopt) throw new Gestopt()
  }

  async rondAf(deel: Partial<Controleverslag>): Promise<void> {
    this.#verzamelaar.sluit()
    await this.#bewaarBladen()
    const kaal = this.#verzamelaar.groepen()
    const fragmenten = this.werk.doel === 'controleren' ? await zoekFragmenten(this.bron, kaal.flatMap(({ voorbeelden }) => voorbeelden)) : new Map<Controleregel, never>()
    const groepen = kaal.map((groep) => ({ ...groep, voorbeelden: groep.voorbeelden.map((voorbeeld) => ({ ...voorbeeld, fragment: fragmenten.get(voorbeeld) ?? null })) }))
    const samen = { ...this.#verslag, ...deel }
    const verslag: Controleverslag = {
      ...samen, groepen, afgekapt: this.#verzamelaar.afgekapt, zonderOpmerking: this.werk.doel === 'controleren' && samen.onleesbaar === null ? Math.max(0, samen.regels - this.#verzamelaar.aantalRegels) : null,
    }
    await alsActor(this.omgeving.database, VERWERKER, (trx) => zetAfgerond(trx, this.omgeving.kluis, this.werk.controleId, 'klaar', verslag, moment(this.omgeving)))
  }

  #groepen(): Controleverslag['groepen'] {
    return this.#verzamelaar.groepen().map((groep) => ({ ...groep, voorbeelden: groep.voorbeelden.map((voorbeeld) => ({ ...voorbeeld, fragment: null })) }))
  }

  async #bewaarBladen(): Promise<void> {
    for (const blad of this.#verzamelaar.neemBladen()) {
      const regels = await this.#metStudenten(blad)
      await alsActor(this.omgeving.database, VERWERKER, (trx) => bewaarBlad(trx, this.omgeving.kluis, this.werk.controleId, blad.groep, blad.blad, regels))
    }
  }

  /** Een link naar een student krijgt alleen wie hem in het register ziet; het nummer zelf gaat eraf. */
  async #metStudenten({ regels }: Blad): Promise<readonly Controleregel[]> {
    const { kluis } = this.omgeving
    const sleutels = new Map(regels.flatMap(({ nummer }) => (nummer === undefined ? [] : [[nummer, kluis.zoeksleutel(nummer)] as const])))
    const bekend = sleutels.size === 0 ? new Map<string, string>() : await alsActor(this.omgeving.database, this.werk.actor, (trx) => zichtbareDeelnemers(trx, [...sleutels.values()]))
    return regels.map(({ nummer, ...regel }) => ({ ...regel, deelnemerId: nummer === undefined ? regel.deelnemerId : (bekend.get(sleutels.get(nummer)?.toString('hex') ?? '') ?? null) }))
  }
}
