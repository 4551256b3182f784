/**
 * Stuurt het logboek van verwerkingen naar een ontvanger, minstens een keer en op volgorde. Alleen wat bevestigd is telt als verstuurd;
 * is de ontvanger er niet, dan blijft alles in de database staan en gaat het later verder (S-33, S-36).
 */
import type { Database } from '../database/index.ts'
import { momentVan } from '../kern/datum.ts'
import { alsActor, systeemactor } from '../toegang/index.ts'
import { maakZending, type Verzender as Afzender } from './ldv.ts'
import { leesPositie, leesVerwerkingen, type Peiling, peil, zetPositie } from './store/verwerking.ts'

export interface Verzendnodig {
  readonly database: Database
  /** Basisadres; `/v1/traces` komt erachter. */
  readonly adres: string
  readonly afzender: Afzender
  readonly nu: () => Date
}

const SYSTEEM = systeemactor('ldv-verzender')
const PER_ZENDING = 512
const GEDULD_MS = 10_000

export class Ldvverzender {
  readonly #nodig: Verzendnodig
  /** De vorige peilingen: een nummer is pas zeker als alles wat toen liep, en alles wat kort daarna begon, klaar is. */
  #peilingen: readonly Peiling[] = []

  constructor(nodig: Verzendnodig) {
    this.#nodig = nodig
  }

  /** Stuurt wat zeker is en geeft hoeveel regels er bevestigd zijn. Gooit als de ontvanger niet bevestigt; de positie blijft dan staan. */
  async ronde(): Promise<number> {
    const { database, adres } = this.#nodig
    const grens = await this.#zekereGrens()
    let verstuurd = 0
    for (;;) {
      const na = await alsActor(database, SYSTEEM, (trx) => leesPositie(trx, adres))
      const regels = await alsActor(database, SYSTEEM, (trx) => leesVerwerkingen(trx, na, grens, PER_ZENDING))
      const laatste = regels.at(-1)
      if (laatste === undefined) return verstuurd
      await this.#stuur(JSON.stringify(maakZending(regels, this.#nodig.afzender)))
      await alsActor(database, SYSTEEM, (trx) => zetPositie(trx, adres, laatste.regelId, momentVan(this.#nodig.nu())))
      verstuurd += regels.length
    }
  }

  /**
   * Peiling P zag nummer n. Wie een nummer tot n kreeg, had bij de peiling daarna (Q) een transactienummer. Is alles tot aan Q klaar, dan
   * zijn alle nummers tot n vastgelegd of voor altijd leeg.
   */
  async #zekereGrens(): Promise<number> {
    const nu = await alsActor(this.#nodig.database, SYSTEEM, peil)
    const alle = [...this.#peilingen, nu]
    let zeker = 0
    let van = 0
    for (let i = 0; i + 1 < alle.length; i++) {
      const [p, q] = [alle[i], alle[i + 1]]
      if (p === undefined || q === undefined || nu.oudsteLopende < q.volgende) break
      zeker = p.hoogste
      van = i
    }
    this.#peilingen = alle.slice(van).slice(-MEESTE_PEILINGEN)
    return zeker
  }

  async #stuur(lichaam: string): Promise<void> {
    const antwoord = await fetch(`${this.#nodig.adres}/v1/traces`, {
      method: 'POST', body: lichaam, headers: { 'content-type': 'application/json', 'user-agent': 'Leerroute' }, redirect: 'error', signal: AbortSignal.timeout(GEDULD_MS),
    })
    const tekst = await antwoord.text()
    if (!antwoord.ok) throw new Error(`de ontvanger van het logboek antwoordde HTTP ${antwoord.status}`)
    if (geweigerd(tekst) > 0) throw new Error(`de ontvanger van het logboek nam ${geweigerd(tekst)} regels niet aan`)
  }
}

/** Bij een lange transactie lopen de peilingen op; de oudste is dan de nuttigste, dus die blijft. */
const MEESTE_PEILINGEN = 10_000

/** OTLP: een 200 kan toch regels weigeren. */
function geweigerd(tekst: string): number {
  try {
    const gelezen = JSON.parse(tekst === '' ? '{}' : tekst) as { partialSuccess?: { rejectedSpans?: unknown } } | null
    return Number(gelezen?.partialSuccess?.rejectedSpans ?? 0)
  } catch {
    return 0
  }
}
