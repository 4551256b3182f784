import { randomBytes } from 'node:crypto'
import { type Moment, momentVan } from '../kern/datum.ts'
import { activiteitBij } from '../kern/verwerkingsactiviteit.ts'
import type { Auditpost } from './auditketen.ts'
import { spoorhaak } from './spoor.ts'
import { uuidv7 } from './uuid.ts'

/** Een regel in de audit, zoals een actie haar geeft. */
export interface Auditregel {
  readonly op: Moment
  readonly actor: string
  readonly handeling: string
  readonly brin: string | null
  readonly deelnemerId: string | null
  readonly object: readonly [soort: string, sleutel: string]
  readonly gegevens?: Readonly<Record<string, unknown>>
}

/** Van wie een handeling gegevens verwerkte. */
export interface Verwerking {
  readonly handeling: string
  /** Leeg: er is gezocht en niemand gevonden (P-05). */
  readonly deelnemerIds: readonly string[]
  readonly brin?: string | null
  /** Voor de audit, bijvoorbeeld hoeveel er gezocht is. Nooit een naam of nummer. */
  readonly gegevens?: Readonly<Record<string, unknown>>
  /** Er is niets getoond en niets veranderd: alleen het logboek van verwerkingen. */
  readonly zonderAudit?: true
}

export interface Verwerkingspost {
  readonly naam: string
  readonly activiteit: string
  readonly deelnemerId: string | null
  readonly status: 'OK' | 'ERROR'
}

/** Wat een leeshandeling in de audit moet zetten; ontbreekt als de actie dat zelf doet. */
interface Leesnotitie {
  readonly deelnemers: Set<string>
  brin: string | null
  gegevens: Readonly<Record<string, unknown>>
}

export interface Postenlijst {
  readonly audit: readonly Auditpost[]
  readonly verwerkingen: readonly Verwerkingspost[]
}

/**
 * Wat een transactie in de logboeken moet zetten, gespaard tot vlak voor de commit: dan gaat het in een opdracht mee en is een stroom
 * van de audit maar kort bezet. Lukt het schrijven niet, dan mislukt de transactie (P-06).
 */
export class Boek {
  readonly actor: string
  readonly traceId: string
  readonly ouderId: string | null
  readonly operationId = randomBytes(8).toString('hex')
  readonly begonnenOp = Date.now()
  /** Een van de regels is geschreven als systeem, namens een andere school dan die van de actor. */
  alsSysteem = false
  #audit: Auditregel[] = []
  /** Op handeling en deelnemer: dezelfde twee keer in een transactie is een verwerking. */
  readonly #posten = new Map<string, Verwerkingspost>()
  readonly #gelezen = new Map<string, Leesnotitie>()

  constructor(actor: string) {
    const spoor = spoorhaak().spoor?.()
    this.actor = actor
    this.traceId = spoor?.traceId ?? randomBytes(16).toString('hex')
    this.ouderId = spoor?.ouderId ?? null
  }

  voegAuditToe(regel: Auditregel): void {
    this.#audit.push(regel)
    const { handeling, deelnemerId } = regel
    if (deelnemerId !== null) this.#voegPostToe(handeling, deelnemerId)
    this.#gelezen.delete(handeling)
  }

  noteer({ handeling, deelnemerIds, brin, gegevens, zonderAudit }: Verwerking): void {
    for (const id of deelnemerIds) this.#voegPostToe(handeling, id)
    if (deelnemerIds.length === 0) this.#voegPostToe(handeling, null)
    if (zonderAudit === true) return
    const notitie = this.#gelezen.get(handeling) ?? { deelnemers: new Set<string>(), brin: null, gegevens: {} }
    for (const id of deelnemerIds) notitie.deelnemers.add(id.toLowerCase())
    notitie.brin = brin ?? notitie.brin
    notitie.gegevens = gegevens ?? notitie.gegevens
    this.#gelezen.set(handeling, notitie)
  }

  /** Om bij een herstelpunt op terug te komen. */
  merk(): Merk {
    return { audit: this.#audit.length, posten: this.#posten.size }
  }

  /** Wat na het herstelpunt gebeurde is teruggedraaid: niet gedaan, wel verwerkt. */
  terugNaar({ audit, posten }: Merk): void {
    this.#audit.length = audit
    for (const [sleutel, post] of [...this.#posten].slice(posten)) this.#posten.set(sleutel, { ...post, status: 'ERROR' })
  }

  get heeftVerwerkingen(): boolean {
    return this.#posten.size > 0
  }

  /** Er is verwerkt, en niets gedaan dat zelf een auditregel vraagt. */
  get alleenGelezen(): boolean {
    return this.#audit.length === 0 && this.#posten.size > 0
  }

  /** Alles wat nog geschreven moet. */
  neem(): Postenlijst {
    const gelezen = [...this.#gelezen].map(([naam, notitie]) => this.#leesregel(naam, notitie))
    return { audit: [...this.#audit, ...gelezen].map((regel) => this.#naarPost(regel)), verwerkingen: [...this.#posten.values()] }
  }

  /** Wat `neem` gaf is geschreven, terwijl de transactie nog verder gaat. */
  wis(): void {
    this.#audit = []
    this.#posten.clear()
    this.#gelezen.clear()
  }

  /** Na terugdraaien: wat er wel verwerkt is, met de stand mislukt (S-30), en een auditregel over wie het probeerde. */
  neemMislukt(): Postenlijst {
    const verwerkingen = [...this.#posten.values()].map((post) => ({ ...post, status: 'ERROR' as const }))
    const audit = [...new Set(verwerkingen.map(({ naam }) => naam))].map((naam) => {
      const wie = new Set(verwerkingen.flatMap((post) => (post.naam === naam && post.deelnemerId !== null ? [post.deelnemerId] : [])))
      return this.#naarPost({ op: this.#moment(), actor: this.actor, handeling: 'verwerkingMislukt', brin: null, deelnemerId: enige(wie), object: ['handeling', naam], gegevens: { aantal: wie.size } })
    })
    return { audit, verwerkingen }
  }

  #voegPostToe(naam: string, deelnemerId: string | null): void {
    const activiteit = activiteitBij(naam)
    if (activiteit === undefined) throw new Error(`handeling ${naam} gaat over een deelnemer en heeft geen verwerkingsactiviteit (src/kern/verwerkingsactiviteit.ts)`)
    const wie = deelnemerId?.toLowerCase() ?? null
    this.#posten.set(`${naam} ${wie ?? ''}`, { naam, activiteit, deelnemerId: wie, status: 'OK' })
  }

  #leesregel(handeling: string, { deelnemers, brin, gegevens }: Leesnotitie): Auditregel {
    const een = enige(deelnemers)
    return {
      op: this.#moment(), actor: this.actor, handeling, brin, deelnemerId: een,
      object: een === null ? ['deelnemers', String(deelnemers.size)] : ['deelnemer', een], gegevens: { aantal: deelnemers.size, ...gegevens },
    }
  }

  #moment(): Moment {
    return momentVan(this.begonnenOp)
  }

  #naarPost({ op, deelnemerId, gegevens, ...regel }: Auditregel): Auditpost {
    // Zoals de database ze teruggeeft; anders klopt de hash later niet met dezelfde regel.
    return {
      ...regel, auditId: uuidv7(), op: momentVan(op), deelnemerId: deelnemerId?.toLowerCase() ?? null,
      gegevens: JSON.parse(JSON.stringify(gegevens ?? {})), traceId: this.traceId, operationId: this.operationId,
    }
  }
}

function enige(deelnemers: ReadonlySet<string>): string | null {
  const [een, ...meer] = deelnemers
  return een !== undefined && meer.length === 0 ? een : null
}

interface Merk {
  readonly audit: number
  readonly posten: number
}
