import type { Generated } from 'kysely'
import type { Moment } from '../kern/datum.ts'
import type { Gebeurtenissoort } from '../kern/gebeurtenissoort.ts'

/** De tabellen van migratie 0020 en 0021. */
export interface GebeurtenisSchema {
  gebeurtenis_nieuw: GebeurtenisNieuwRow
  gebeurtenis_teller: { enige: boolean; laatste: number }
  gebeurtenis: GebeurtenisRow
  gebeurtenis_school: { brin: string; positie: number }
  abonnement: AbonnementRow
  abonnement_onderwerp: { abonnement_id: string; onderwerp: string; laatste: number }
  aflevering: AfleveringRow
  signaalhandeling: SignaalhandelingRow
}

interface GebeurtenisNieuwRow {
  deelnemer_id: string
  gebeurtenis_id: string
  soort: Gebeurtenissoort
  brin: string | null
  sleutel: string
  op: Moment
}

interface GebeurtenisRow {
  positie: number
  gebeurtenis_id: string
  soort: Gebeurtenissoort
  bron: string
  onderwerp: string
  deelnemer_id: string | null
  brin: string | null
  verwijzing: string
  op: Moment
}

export type Abonnementstaat = 'wacht-op-controle' | 'actief' | 'afgewezen' | 'gestopt' | 'verwijderd'

interface AbonnementRow {
  abonnement_id: string
  brin: string
  url: string
  soorten: string[]
  geheim_versleuteld: Buffer | null
  geheim_sleutel_id: string | null
  staat: Abonnementstaat
  reden: string | null
  tot_positie: number
  controle_pogingen: number
  controle_na: Moment
  bezig_tot: Moment | null
  versie: number
  aangemaakt_door: string
  aangemaakt_op: Moment
  gewijzigd_op: Moment
}

export type Afleverstaat = 'wachtend' | 'bezorgd' | 'opgegeven'

interface AfleveringRow {
  abonnement_id: string
  positie: number
  gebeurtenis_id: string
  brin: string
  onderwerp: string
  volgnummer: number
  staat: Afleverstaat
  pogingen: number
  eerste_poging_op: Moment | null
  laatste_poging_op: Moment | null
  volgende_poging_op: Moment
  laatste_uitkomst: string | null
  bezorgd_op: Moment | null
  bezig_tot: Moment | null
  bezig_door: string | null
}

export type Signaalafhandeling = 'gezien' | 'verklaard'

interface SignaalhandelingRow {
  deelnemer_id: string
  handeling_id: string
  signaal_id: string
  brin: string
  soort: Signaalafhandeling
  verklaring: string | null
  inhoud_versie: number
  actor: string
  op: Moment
}

/** Kolommen die migratie 0021 en 0060 aan `signaal` toevoegden. */
export interface SignaalAfhandelingKolommen {
  inhoud_versie: Generated<number>
  afhandeling: Generated<'open' | Signaalafhandeling>
  toegewezen_aan: Generated<string | null>
}
