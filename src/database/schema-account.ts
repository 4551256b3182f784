import type { Datum, Moment } from '../kern/datum.ts'

/** Beoordeling van rollen, vier ogen, aanstelling en herinneringen (migraties 0034 en 0067). */
export interface Accountschema {
  rolbeoordeling: {
    beoordeling_id: string
    account_rol_id: string
    organisatie_id: string
    oordeel: 'BLIJFT' | 'INTREKKEN'
    beoordeeld_door: string
    beoordeeld_op: Moment
  }
  vier_ogen: VierOgenRow
  aanstelling: {
    aanstelling_id: string
    organisatie_id: string
    account_id: string
    formulier_kenmerk: string
    ondertekend_op: Datum
    ondertekend_door: string
    aangesteld_door: string
    bevestigd_door: string
    aangesteld_op: Moment
  }
  melding_gezien: { melding_id: string; gezien_door: string; gezien_op: Moment }
  zelfde_browser: { een_account_id: string; ander_account_id: string; gezien_op: Moment }
  overstap_herinnering: { herinnering_id: string; account_id: string; organisatie_id: string; herinnerd_door: string; herinnerd_op: Moment }
}

interface VierOgenRow {
  voorstel_id: string
  soort: string
  organisatie_id: string
  kant: 'ORGANISATIE' | 'DUO'
  sleutel: string
  inhoud: unknown
  reden: string
  voorgesteld_door: string
  voorgesteld_op: Moment
  verloopt_op: Moment
  besluit: 'BEVESTIGD' | 'AFGEWEZEN' | 'VERLOPEN' | null
  besloten_door: string | null
  besloten_op: Moment | null
}
