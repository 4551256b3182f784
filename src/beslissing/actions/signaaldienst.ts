import type { Database } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import type { Normen } from '../../normen/index.ts'
import { type Actor, alsActor, brinsVan, systeemactor, zietAlles } from '../../toegang/index.ts'
import { leesOpenSignalen, leesOutboxVan, type OpenSignaal, rondOutboxAf } from '../store/signaal.ts'
import { type Herberekend, herberekenSignalenVan } from './herbereken-signalen.ts'

/** `later`: de signalen zijn nog niet uitgerekend; de luisteraar doet dat, want de outbox houdt het werk vast. */
export type SignalenNa =
  | { readonly stand: 'berekend'; readonly signalen: readonly OpenSignaal[] }
  | { readonly stand: 'later' }

export interface Signaaldienst {
  /**
   * Rekent de signalen van deze leerling uit en geeft wat er voor deze actor openstaat. Roep dit aan na de commit van de
   * levering. Wie tegelijk vraagt deelt een berekening. Gooit nooit: een levering is gelukt, ook als het rekenen later komt.
   */
  signalenNa(deelnemerId: string, actor: Actor): Promise<SignalenNa>
  /** Maakt af wat loopt; wie nog wacht krijgt `later`. */
  stop(): Promise<void>
}

export interface SignaaldienstNodig {
  readonly database: Database
  readonly normen: Normen
  readonly nu: () => Date
  readonly meld: (fout: unknown) => void
  /** Na elke berekening: wat er gebeurde en hoe lang het duurde (ms). */
  readonly bijReeks?: (gedaan: Herberekend & { readonly leerlingen: number }, ms: number) => void
  /** Bij elk antwoord `later`. */
  readonly bijLater?: () => void
  /** Zo lang wachten op leveringen die samen gaan; standaard 3 ms. */
  readonly spaarMs?: number
  /** Zo lang mag een levering hooguit op haar signalen wachten; standaard 2 s. */
  readonly geduldMs?: number
}

const MEESTE_TEGELIJK = 100
/** Bij drukte wacht een reeks per leerling van de vorige reeks zo lang langer: een grotere reeks kost nauwelijks meer dan een kleine. */
const DRUKTE_MS = 1
const LANGST_SPAREN_MS = 15
/** Staan er meer te wachten, dan is rekenen trager dan leveren en helpt wachten niemand. */
const MEESTE_WACHTEND = 1_000

export function maakSignaaldienst(nodig: SignaaldienstNodig): Signaaldienst {
  return new Dienst(nodig)
}

type Antwoord = (signalen: readonly OpenSignaal[] | undefined) => void

class Dienst implements Signaaldienst {
  readonly #nodig: SignaaldienstNodig
  #wachtend = new Map<string, Antwoord[]>()
  #klok: NodeJS.Timeout | undefined
  #bezig: Promise<void> | undefined
  #gestopt = false
  #vorigeReeks = 0

  constructor(nodig: SignaaldienstNodig) {
    this.#nodig = nodig
  }

  async signalenNa(deelnemerId: string, actor: Actor): Promise<SignalenNa> {
    const vol = this.#gestopt || this.#wachtend.size >= MEESTE_WACHTEND
    const signalen = vol ? undefined : await this.#wacht(deelnemerId)
    if (signalen === undefined) this.#nodig.bijLater?.()
    return signalen === undefined ? LATER : { stand: 'berekend', signalen: signalen.filter((signaal) => magZien(actor, signaal)) }
  }

  async stop(): Promise<void> {
    this.#gestopt = true
    clearTimeout(this.#klok)
    for (const antwoorden of this.#wachtend.values()) for (const antwoord of antwoorden) antwoord(undefined)
    this.#wachtend.clear()
    await this.#bezig
  }

  #wacht(deelnemerId: string): Promise<readonly OpenSignaal[] | undefined> {
    return new Promise((klaar) => {
      const geduld = setTimeout(() => klaar(undefined), this.#nodig.geduldMs ?? 2_000)
      const antwoord: Antwoord = (signalen) => {
        clearTimeout(geduld)
        klaar(signalen)
      }
      const samen = this.#wachtend.get(deelnemerId)
      if (samen === undefined) this.#wachtend.set(deelnemerId, [antwoord])
      else samen.push(antwoord)
      this.#plan()
    })
  }

  /** Een reeks tegelijk: wat tijdens het rekenen binnenkomt, wacht op de volgende. Zo groeit de reeks vanzelf mee met de drukte. */
  #plan(): void {
    if (this.#klok !== undefined || this.#bezig !== undefined || this.#wachtend.size === 0 || this.#gestopt) return
    this.#klok = setTimeout(() => {
      this.#klok = undefined
      this.#bezig = this.#rekenReeks().then(() => {
        this.#bezig = undefined
        this.#plan()
      })
    }, (this.#nodig.spaarMs ?? 3) + Math.min(LANGST_SPAREN_MS, Math.max(0, this.#vorigeReeks - 1) * DRUKTE_MS))
  }

  async #rekenReeks(): Promise<void> {
    const reeks = [...this.#wachtend].slice(0, MEESTE_TEGELIJK)
    for (const [deelnemerId] of reeks) this.#wachtend.delete(deelnemerId)
    this.#vorigeReeks = reeks.length
    const begin = performance.now()
    try {
      const { open, gedaan } = await this.#reken(reeks.map(([deelnemerId]) => deelnemerId))
      const perLeerling = Map.groupBy(open, (signaal) => signaal.deelnemerId)
      for (const [deelnemerId, antwoorden] of reeks) for (const antwoord of antwoorden) antwoord(perLeerling.get(deelnemerId) ?? [])
      this.#nodig.bijReeks?.({ ...gedaan, leerlingen: reeks.length }, performance.now() - begin)
    } catch (fout) {
      for (const [, antwoorden] of reeks) for (const antwoord of antwoorden) antwoord(undefined)
      this.#nodig.meld(fout)
    }
  }

  #reken(deelnemers: readonly string[]): Promise<{ readonly open: readonly OpenSignaal[]; readonly gedaan: Herberekend }> {
    const { database, normen, nu } = this.#nodig
    const ctx = { nu: momentVan(nu()) }
    return alsActor(database, systeemactor('signalen'), async (trx) => {
      // Voor het laden: wat daarna binnenkomt is nog niet meegerekend en blijft open.
      const werk = await leesOutboxVan(trx, deelnemers)
      const gedaan = await herberekenSignalenVan(trx, ctx, deelnemers, normen)
      await rondOutboxAf(trx, deelnemers, werk, ctx.nu)
      return { open: await leesOpenSignalen(trx, deelnemers), gedaan }
    })
  }
}

const LATER: SignalenNa = { stand: 'later' }

/** Dezelfde regel als row-level security op `signaal`: een school ziet wat haar aangaat. */
function magZien(actor: Actor, signaal: OpenSignaal): boolean {
  return zietAlles(actor) || (signaal.brin !== null && brinsVan(actor).includes(signaal.brin))
}
