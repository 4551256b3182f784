import type { Moment } from '../kern/datum.ts'

/** Accounts, rollen, inlog en sessies (migratie 0030). */
export interface Toegangschema {
  medewerker: { medewerker_id: string; organisatie_id: string; naam: string; aangemaakt_op: Moment; uit_dienst_op: Moment | null }
  account: AccountRow
  eh_account: EhAccountRow
  account_rol: AccountRolRow
  inlogverzoek: InlogverzoekRow
  gebruikt_bewijs: { uitgever: string; bewijs_hash: Buffer; geldig_tot: Moment }
  sessie: SessieRow
}

interface AccountRow {
  account_id: string
  organisatie_id: string
  medewerker_id: string | null
  middel: 'EHERKENNING' | 'DUO_TOKEN'
  toestand: string
  toestand_sinds: Moment
  aangemaakt_op: Moment
  laatst_ingelogd_op: Moment | null
  vorige_inlog_op: Moment | null
}

interface EhAccountRow {
  account_id: string
  acting_sleutel: Buffer
  acting_kort: string
  legal_soort: 'KVK' | 'RSIN'
  legal_waarde: string
  intermediair: string
}

interface AccountRolRow {
  account_rol_id: string
  account_id: string
  rol: string
  brin: string | null
  vestiging: string | null
  geldig_van: Moment
  geldig_voor: Moment | null
  bron: 'TOEKENNING' | 'OVERSTAP' | 'DUO' | 'BESTUUR'
  bron_sleutel: string
  reden: string
  toegekend_door: string
  toegekend_op: Moment
  ingetrokken_op: Moment | null
  ingetrokken_door: string | null
  reden_intrekking: string | null
}

interface InlogverzoekRow {
  koekje_hash: Buffer
  kenmerk_hash: Buffer
  protocol: 'OIDC' | 'SAML'
  geheim: unknown
  terug: string
  doel: 'INLOGGEN' | 'OPNIEUW' | 'HERKOPPELEN'
  herkoppelpoging_id: string | null
  aangemaakt_op: Moment
  verloopt_op: Moment
  sessie_hash: Buffer | null
}

interface SessieRow {
  sessie_hash: Buffer
  account_id: string
  organisatie_id: string
  middel: 'EHERKENNING' | 'DUO_TOKEN'
  niveau: string | null
  authn_op: Moment
  vestigingsnummer: string | null
  intermediair: string | null
  makelaar: string | null
  bewijs_hash: Buffer | null
  aangemaakt_op: Moment
  laatst_gebruikt_op: Moment
  verloopt_op: Moment
}
