import type { Datum, Moment } from '../kern/datum.ts'

/** Van een bestuur alleen: wie over een afspraak gaat en wanneer er weer naar gekeken wordt (migratie 0064). */
export interface Afspraakschema {
  afspraakbeheer: AfspraakbeheerRow
}

interface AfspraakbeheerRow {
  beheer_id: string
  bevoegd_gezag: string
  afspraak: string
  eigenaar: string | null
  kijk_opnieuw_op: Datum | null
  inhoud_hash: Buffer
  vastgelegd_van: Moment
  vastgelegd_tot: Moment | null
}
