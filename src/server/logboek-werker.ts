/**
 * Zet controlepunten van de audit: elke vijf minuten, aan het eind van de dag, bij het starten en bij netjes stoppen. En stuurt het logboek
 * van verwerkingen naar een ontvanger, als die is ingesteld.
 */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Database } from '../database/index.ts'
import { datumInNederland, type Moment, momentVan } from '../kern/datum.ts'
import { type Controlepuntreden, Controlepuntschrijver, Ldvverzender, maakOndertekenaar } from '../logboek/index.ts'
import type { Logboeksleutels } from '../toegang/index.ts'

export interface LogboekwerkerNodig {
  readonly database: Database
  readonly sleutels: Logboeksleutels
  /** Het bestand met controlepunten. */
  readonly controlepunten: string
  readonly nu: () => Date
  readonly register: Registry
  /** P-07: een controlepunt dat niet lukt is een alarm. */
  readonly meld: (fout: unknown) => void
  /** Ontbreekt: het logboek van verwerkingen blijft alleen in de database. */
  readonly ldv?: { readonly adres: string; readonly oin: string; readonly versie: string }
  readonly rustMs?: number
  readonly ldvRustMs?: number
}

export interface Logboekwerker {
  /** Wanneer het laatste controlepunt lukte; null als er sinds het starten nog geen lukte. */
  laatste(): Moment | null
  /** Zet nog een controlepunt. */
  stop(): Promise<void>
}

const RUST_MS = 300_000
const LDV_RUST_MS = 2_000

export function startLogboekwerker(nodig: LogboekwerkerNodig): Logboekwerker {
  return new Werker(nodig)
}

class Werker implements Logboekwerker {
  readonly #nodig: LogboekwerkerNodig
  readonly #schrijver: Controlepuntschrijver
  readonly #mislukt: Counter
  readonly #verzending: { stop(): Promise<void> } | undefined
  #gelukt = performance.now()
  #laatste: Moment | null = null
  #dag: string
  #klok: NodeJS.Timeout | undefined
  #gestopt = false
  #bezig: Promise<void>

  constructor(nodig: LogboekwerkerNodig) {
    this.#nodig = nodig
    const { actief, sleutels } = nodig.sleutels.controlepunten
    const zaad = sleutels.get(actief)
    if (zaad === undefined) throw new Error('de actieve sleutel voor controlepunten ontbreekt in het sleutelbestand')
    this.#schrijver = new Controlepuntschrijver(nodig.database, maakOndertekenaar(actief, zaad), nodig.controlepunten)
    this.#mislukt = new Counter({ name: 'leerroute_controlepunten_mislukt_total', help: 'Controlepunten van de audit die niet te schrijven waren (P-07).', registers: [nodig.register] })
    const leeftijd = (): number => (performance.now() - this.#gelukt) / 1000
    nodig.register.registerMetric(new Gauge({ name: 'leerroute_controlepunt_age_seconds', help: 'Hoe lang het laatste gelukte controlepunt geleden is; hoort onder 600 te blijven.', registers: [], collect() { this.set(leeftijd()) } }))
    this.#dag = datumInNederland(nodig.nu())
    this.#verzending = nodig.ldv === undefined ? undefined : startVerzending(nodig, nodig.ldv)
    this.#bezig = this.#zet('start')
    this.#plan()
  }

  laatste(): Moment | null {
    return this.#laatste
  }

  async stop(): Promise<void> {
    this.#gestopt = true
    clearTimeout(this.#klok)
    await this.#verzending?.stop()
    await this.#bezig
    await this.#zet('stop')
  }

  /** Op hele veelvouden van de rust: dan valt er een op middernacht, in zomer- en wintertijd. */
  #plan(): void {
    // Een controlepunt dat bij het stoppen nog bezig was, begint daarna geen nieuwe ronde.
    if (this.#gestopt) return
    const rust = this.#nodig.rustMs ?? RUST_MS
    this.#klok = setTimeout(() => {
      this.#bezig = this.#zet(this.#reden()).then(() => this.#plan())
    }, rust - (this.#nodig.nu().getTime() % rust))
    this.#klok.unref()
  }

  #reden(): Controlepuntreden {
    const dag = datumInNederland(this.#nodig.nu())
    const nieuw = dag !== this.#dag
    this.#dag = dag
    return nieuw ? 'dageinde' : 'tijd'
  }

  async #zet(reden: Controlepuntreden): Promise<void> {
    try {
      this.#laatste = (await this.#schrijver.zet(reden, momentVan(this.#nodig.nu()))).op
      this.#gelukt = performance.now()
    } catch (fout) {
      this.#mislukt.inc()
      this.#nodig.meld(fout)
    }
  }
}

/** Een ontvanger die er niet is, is een melding per storing; de regels blijven in de database staan. */
function startVerzending({ database, nu, register, meld, ldvRustMs }: LogboekwerkerNodig, { adres, oin, versie }: { readonly adres: string; readonly oin: string; readonly versie: string }): { stop(): Promise<void> } {
  const verzender = new Ldvverzender({ database, adres, afzender: { oin, versie }, nu })
  const verstuurd = new Counter({ name: 'leerroute_ldv_verstuurd_total', help: 'Verwerkingsregels die de ontvanger bevestigde.', registers: [register] })
  const mislukt = new Counter({ name: 'leerroute_ldv_mislukt_total', help: 'Pogingen om verwerkingsregels te versturen die mislukten.', registers: [register] })
  let [klok, storing, gestopt]: [NodeJS.Timeout | undefined, boolean, boolean] = [undefined, false, false]
  let bezig = Promise.resolve()
  const ronde = async (): Promise<void> => {
    try {
      verstuurd.inc(await verzender.ronde())
      storing = false
    } catch (fout) {
      mislukt.inc()
      if (!storing) meld(fout)
      storing = true
    }
  }
  const plan = (): void => {
    if (gestopt) return
    klok = setTimeout(() => { bezig = ronde().then(plan) }, ldvRustMs ?? LDV_RUST_MS)
    klok.unref()
  }
  plan()
  return {
    stop: () => {
      gestopt = true
      clearTimeout(klok)
      return bezig
    },
  }
}
