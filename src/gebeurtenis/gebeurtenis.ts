import type { Moment } from '../kern/datum.ts'
import type { Gebeurtenissoort } from '../kern/gebeurtenissoort.ts'

/** Een regel van het logboek: wat er gebeurde, zonder de inhoud. */
export interface Gebeurtenis {
  /** Plaats in het logboek, vanaf 1, zonder gaten. */
  readonly positie: number
  readonly id: string
  readonly soort: Gebeurtenissoort
  /** `urn:nld:oin:<OIN>:systeem:leerroute` (S-41). */
  readonly bron: string
  /** Ondoorzichtige eigen sleutel (S-42). */
  readonly onderwerp: string
  /** De school die het aangaat; null als er geen is. */
  readonly brin: string | null
  /** Pad waar de inhoud met een sleutel is op te halen. */
  readonly verwijzing: string
  /** Moment van registratie (S-43). */
  readonly op: Moment
}

/** Een gebeurtenis op de draad: CloudEvents 1.0 met het NL GOV-profiel, gestructureerde JSON. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  /** Alleen bij een webhook: 1, 2, 3 ... per abonnement en onderwerp. */
  readonly sequence?: string
  readonly sequencetype?: 'Integer'
  readonly data: { readonly school: string | null; readonly verwijzing: string }
}
