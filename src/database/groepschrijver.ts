/**
 * De logboekregels van leesvragen, van veel verzoeken tegelijk in een transactie (docs/adr/0035). Wie leest wacht tot zijn regels
 * bevestigd op schijf staan en antwoordt dan pas: zonder regel geen antwoord (P-06). Wie iets vastlegt schrijft zijn regels zelf.
 */
import type pg from 'pg'
import type { Boek, Postenlijst } from './boek.ts'
import { schrijfGroep } from './boeken.ts'
import { contextwaarden, SQL_CONTEXT } from './context.ts'
import { inKaleTransactie } from './kale-transactie.ts'
import type { Pseudoniemen } from './pseudoniem.ts'
import type { Database } from './verbinding.ts'
import { MET_VOLGENDE } from './voorbereid.ts'

export interface Groepsdeel {
  readonly boek: Boek
  readonly posten: Postenlijst
}

interface Wachtende extends Groepsdeel {
  readonly klaar: () => void
  readonly mislukt: (fout: unknown) => void
}

/** Hooguit zo veel regels van een soort in een groep: de keten van een groep wordt in een opdracht uitgerekend. */
const MEESTE_IN_GROEP = 200
/** Een leesvraag met meer regels schrijft ze zelf; dan is er aan samen schrijven niets te winnen. */
const MEESTE_PER_VRAAG = 20

/** Of deze regels klein genoeg zijn om met die van anderen mee te gaan. */
export function pastInGroep({ audit, verwerkingen }: Postenlijst): boolean {
  return audit.length <= MEESTE_PER_VRAAG && verwerkingen.length <= MEESTE_PER_VRAAG
}

const SCHRIJVERS = new WeakMap<pg.Pool, Groepschrijver>()

/** Klaar als de regels bevestigd zijn; gooit als dat niet lukt, en dan staan ze er niet. */
export function schrijfInGroep({ logboekpool, pseudoniemen }: Database, deel: Groepsdeel): Promise<void> {
  let schrijver = SCHRIJVERS.get(logboekpool)
  if (schrijver === undefined) SCHRIJVERS.set(logboekpool, schrijver = new Groepschrijver(logboekpool, pseudoniemen))
  return schrijver.schrijf(deel)
}

/** Een groep tegelijk: wat intussen binnenkomt is de volgende. Zonder drukte is een groep een enkel verzoek en wacht niemand op een ander. */
class Groepschrijver {
  readonly #pool: pg.Pool
  readonly #pseudoniemen: Pseudoniemen
  #wachtend: Wachtende[] = []
  #bezig = false

  constructor(pool: pg.Pool, pseudoniemen: Pseudoniemen) {
    this.#pool = pool
    this.#pseudoniemen = pseudoniemen
  }

  schrijf(deel: Groepsdeel): Promise<void> {
    return new Promise((klaar, mislukt) => {
      this.#wachtend.push({ ...deel, klaar, mislukt })
      if (!this.#bezig) void this.#werk()
    })
  }

  async #werk(): Promise<void> {
    this.#bezig = true
    while (this.#wachtend.length > 0) await this.#doe(this.#neem())
    this.#bezig = false
  }

  #neem(): readonly Wachtende[] {
    let [aantal, audit, verwerkingen] = [0, 0, 0]
    for (const { posten } of this.#wachtend) {
      audit += posten.audit.length
      verwerkingen += posten.verwerkingen.length
      if (aantal > 0 && (audit > MEESTE_IN_GROEP || verwerkingen > MEESTE_IN_GROEP)) break
      aantal += 1
    }
    return this.#wachtend.splice(0, aantal)
  }

  /** Gooit nooit: elke wachtende hoort zelf hoe het afliep. */
  async #doe(groep: readonly Wachtende[]): Promise<void> {
    try {
      await this.#legVast(groep)
      for (const { klaar } of groep) klaar()
    } catch (fout) {
      // Een regel die de database weigert mag de anderen niet meenemen. Na een andere fout, zoals een verbroken verbinding, is niet zeker of de groep er staat: nog eens schrijven kan dan dubbel zijn.
      if (groep.length > 1 && isGeweigerdeRegel(fout)) for (const een of groep) await this.#doe([een])
      else for (const { mislukt } of groep) mislukt(fout)
    }
  }

  #legVast(groep: readonly Groepsdeel[]): Promise<void> {
    return inKaleTransactie(this.#pool, 'begin', async (verbinding) => {
      // Alles tot en met de commit in een bericht. Als systeem: de regels zijn van verschillende scholen.
      await verbinding.query(`${MET_VOLGENDE}${SQL_CONTEXT}`, contextwaarden({ organisaties: [], rol: 'systeem', actor: 'logboek' }))
      await schrijfGroep((tekst, waarden) => verbinding.query(tekst, waarden), this.#pseudoniemen, groep)
    })
  }
}

/** Klasse 22 (waarde kan niet) en 23 (regel van de tabel): de transactie is dan zeker teruggedraaid. */
function isGeweigerdeRegel(fout: unknown): boolean {
  return fout instanceof Error && 'code' in fout && /^2[23]...$/.test(String(fout.code))
}
