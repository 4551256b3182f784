import type { Generated } from 'kysely'
import type { Datum, Moment } from '../kern/datum.ts'

/** De overstap van DUO-token naar eHerkenning (migraties 0032 en 0033). */
export interface Overstapschema {
  token_account: TokenAccountRow
  instelling_overstap: InstellingOverstapRow
  uitnodiging: UitnodigingRow
  koppelpoging: KoppelpogingRow
  overstapkoppeling: OverstapkoppelingRow
  herkoppelpoging: HerkoppelpogingRow
  herkoppeling: HerkoppelingRow
  bewijspoging: BewijspogingRow
  beheerdermelding: BeheerdermeldingRow
}

interface TokenAccountRow {
  account_id: string
  gebruikersnaam: string
  brin: string
  wachtwoord_hash: string | null
  geheim: Buffer | null
  geheim_sleutel_id: string | null
  laatste_stap: number | null
  fouten_tellen_vanaf: Moment | null
}

interface InstellingOverstapRow {
  brin: string
  open_van: Datum | null
  token_tot_en_met: Datum | null
  coulance_tot_en_met: Datum | null
  uitnodiging_vervangt_bewijs: Generated<boolean>
  gewijzigd_op: Moment
  gewijzigd_door: string
}

interface UitnodigingRow {
  uitnodiging_id: string
  code_hash: Buffer
  organisatie_id: string
  oud_account_id: string
  uitgenodigd_door: string
  uitgenodigd_op: Moment
  verloopt_op: Moment
  gebruikt_op: Moment | null
  gebruikt_door: string | null
  ingetrokken_op: Moment | null
}

interface KoppelpogingRow {
  koppelpoging_id: string
  sessie_hash: Buffer
  eh_account_id: string
  gestart_op: Moment
  verloopt_op: Moment
  oud_account_id: string | null
  uitnodiging_id: string | null
  bewezen_op: Moment | null
  mislukt: Generated<number>
  einde: 'GEKOPPELD' | 'GEANNULEERD' | 'VERLOPEN' | 'MISLUKT' | 'VERVANGEN' | 'GEWEIGERD' | null
  geeindigd_op: Moment | null
}

interface OverstapkoppelingRow {
  oud_account_id: string
  eh_account_id: string
  wijze: 'ZELF' | 'UITNODIGING' | 'HERTOEKENING'
  koppelpoging_id: string | null
  gekoppeld_op: Moment
  gekoppeld_door: string
  ontkoppeld_op: Moment | null
  ontkoppeld_door: string | null
  reden_ontkoppeling: string | null
}

interface HerkoppelpogingRow {
  herkoppelpoging_id: string
  sessie_hash: Buffer
  nieuw_account_id: string
  gestart_op: Moment
  verloopt_op: Moment
  geheim_hash: Buffer | null
  oud_account_id: string | null
  bewezen_op: Moment | null
  weigering: string | null
  einde: 'HERKOPPELD' | 'GEANNULEERD' | 'VERLOPEN' | 'VERVANGEN' | 'GEWEIGERD' | null
  geeindigd_op: Moment | null
}

interface HerkoppelingRow {
  oud_account_id: string
  nieuw_account_id: string
  herkoppelpoging_id: string
  herkoppeld_op: Moment
}

interface BewijspogingRow {
  poging_id: string
  naam_sleutel: Buffer
  doel: 'INLOGGEN' | 'KOPPELEN'
  oud_account_id: string | null
  eh_account_id: string | null
  organisatie_id: string | null
  op: Moment
  gelukt: Generated<boolean>
}

interface BeheerdermeldingRow {
  melding_id: string
  organisatie_id: string
  soort: 'GEKOPPELD' | 'GEKOPPELD_DOOR_ANDER' | 'GEKOPPELD_DOOR_BEHEERDER' | 'GEBLOKKEERD' | 'ONTKOPPELD' | 'INGETROKKEN' | 'HERKOPPELD' | 'NAAM_GEGEVEN' | 'NAAM_VERBETERD' | 'UITNODIGING_ZONDER_NAAM'
  account_id: string
  op: Moment
  gezien_op: Moment | null
  gezien_door: string | null
}
