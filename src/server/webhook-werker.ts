/** Geeft gebeurtenissen een plaats in het logboek en bezorgt ze bij wie een abonnement heeft, zolang de server draait. */
import type { Database } from '../database/index.ts'
import { bezorg, type Bezorgbenodigdheden, controleerAdressen, deelGebeurtenissenUit, maakVerzender, neemBezorgingen, publiceer, type Verzender } from '../gebeurtenis/index.ts'
import type { Normen } from '../normen/index.ts'
import type { Kluis } from '../toegang/index.ts'

export interface Webhookwerker {
  /** Wacht kort op wat onderweg is en stopt dan. */
  stop(): Promise<void>
}

export interface WebhookwerkerNodig {
  readonly database: Database
  readonly kluis: Kluis
  readonly normen: Normen
  readonly nu: () => Date
  /** Voor een onverwachte fout; dat een adres niet antwoordt is er geen. */
  readonly meld: (fout: unknown) => void
  /** Organisatie-identificatienummer van wie het register voert, voor de bron van elke gebeurtenis. */
  readonly oin: string
  readonly basisUrl: string
  /** Standaard over het net, met de regels van S-44. */
  readonly verzend?: Verzender
  readonly rustMs?: number
}

const RUST_MS = 500
const STOP_MS = 2_000
/** Zo veel bezorgingen tegelijk per abonnement: een traag adres houdt alleen zichzelf op. */
const TEGELIJK_PER_ABONNEMENT = 4

export function startWebhookwerker(nodig: WebhookwerkerNodig): Webhookwerker {
  return new Werker(nodig)
}

class Werker implements Webhookwerker {
  readonly #nodig: WebhookwerkerNodig
  readonly #bezorging: Bezorgbenodigdheden
  /** Wat er per abonnement onderweg is. */
  readonly #onderweg = new Map<string, number>()
  readonly #lopend = new Set<Promise<void>>()
  #klok: NodeJS.Timeout | undefined
  #bezig = Promise.resolve()
  #controle: Promise<void> | undefined
  #gestopt = false
  #storing = false

  constructor(nodig: WebhookwerkerNodig) {
    this.#nodig = nodig
    const { database, kluis, nu, basisUrl } = nodig
    // Zonder https draait de server om te ontwikkelen; dan mag een webhook naar deze computer.
    const loopbackMag = new URL(basisUrl).protocol === 'http:'
    this.#bezorging = { database, kluis, nu, basisUrl, toeval: Math.random, verzend: nodig.verzend ?? maakVerzender({ loopbackMag }) }
    this.#plan(0)
  }

  async stop(): Promise<void> {
    this.#gestopt = true
    clearTimeout(this.#klok)
    await this.#bezig
    // Wat dan nog onderweg is bezorgt een volgende server opnieuw: minstens één keer.
    const geduld = Promise.withResolvers<void>()
    const klok = setTimeout(geduld.resolve, STOP_MS)
    await Promise.race([Promise.all([...this.#lopend, this.#controle]), geduld.promise])
    clearTimeout(klok)
  }

  #plan(naMs: number): void {
    if (this.#gestopt) return
    clearTimeout(this.#klok)
    this.#klok = setTimeout(() => {
      this.#bezig = this.#ronde().catch((fout: unknown) => this.#meldStoring(fout)).then(() => this.#plan(this.#nodig.rustMs ?? RUST_MS))
    }, naMs)
  }

  async #ronde(): Promise<void> {
    await publiceer(this.#nodig.database, this.#nodig.oin)
    for (const id of await deelGebeurtenissenUit(this.#bezorging)) await this.#neem(id)
    // Een adres dat niet antwoordt houdt het bezorgen bij anderen niet op.
    this.#controle ??= controleerAdressen(this.#bezorging).then(() => undefined, (fout: unknown) => this.#meldStoring(fout)).then(() => { this.#controle = undefined })
    this.#storing = false
  }

  async #neem(abonnementId: string): Promise<void> {
    const vrij = TEGELIJK_PER_ABONNEMENT - (this.#onderweg.get(abonnementId) ?? 0)
    if (vrij <= 0 || this.#gestopt) return
    // Eerst bezet houden: intussen kan een plek die vrijkomt ook om werk vragen.
    this.#tel(abonnementId, vrij)
    const taken = await neemBezorgingen(this.#bezorging, abonnementId, vrij).catch((fout: unknown) => { this.#tel(abonnementId, -vrij); throw fout })
    this.#tel(abonnementId, taken.length - vrij)
    for (const taak of taken) {
      const loop = bezorg(this.#bezorging, taak).then(() => true, (fout: unknown) => { this.#meldStoring(fout); return false })
        .then((gelukt) => this.#klaar(abonnementId, gelukt)).finally(() => this.#lopend.delete(loop))
      this.#lopend.add(loop)
    }
  }

  /** De plek die vrijkomt gaat meteen naar de volgende van hetzelfde abonnement. */
  async #klaar(abonnementId: string, gelukt: boolean): Promise<void> {
    this.#tel(abonnementId, -1)
    if (gelukt) await this.#neem(abonnementId).catch((fout: unknown) => this.#meldStoring(fout))
  }

  #tel(abonnementId: string, erbij: number): void {
    this.#onderweg.set(abonnementId, (this.#onderweg.get(abonnementId) ?? 0) + erbij)
  }

  /** Eén melding per storing, niet elke halve seconde een. Na het stoppen is de database weg en hoort een fout daarbij. */
  #meldStoring(fout: unknown): void {
    if (this.#storing || this.#gestopt) return
    this.#storing = true
    this.#nodig.meld(fout)
  }
}
