import type { ColumnType } from 'kysely'
import type { Datum, Moment } from '../kern/datum.ts'
import type { Leerroute, Leerroutefase, Niveau, Sector } from '../kern/leerroute.ts'
import type { Signaalniveau } from '../kern/signaalcode.ts'
import type { Accountschema } from './schema-account.ts'
import type { AanleveringSchema } from './schema-aanlevering.ts'
import type { Afspraakschema } from './schema-afspraak.ts'
import type { Controleschema } from './schema-controle.ts'
import type { Deurschema } from './schema-deur.ts'
import type { Logboekschema } from './schema-logboek.ts'
import type { Machineschema } from './schema-machine.ts'
import type { Overstapschema } from './schema-overstap.ts'
import type { Signaalschema } from './schema-signaal.ts'
import type { Toegangschema } from './schema-toegang.ts'
import type { GebeurtenisSchema, SignaalAfhandelingKolommen } from './schema-gebeurtenis.ts'

/**
 * De tabellen zoals de migraties ze maken. Datums komen als `jjjj-mm-dd`, momenten als ISO-tekst in UTC (zie verbinding.ts).
 * jsonb wordt als tekst geschreven (JSON.stringify) en als waarde gelezen; daarom `unknown`.
 */
export interface Schema extends GebeurtenisSchema, AanleveringSchema, Accountschema, Afspraakschema, Controleschema, Deurschema, Machineschema, Overstapschema, Signaalschema, Toegangschema, Logboekschema {
  organisatie: { organisatie_id: string; soort: 'BEVOEGD_GEZAG' | 'INSTELLING' | 'LEVERANCIER' | 'DUO'; naam: string; vastgelegd_van: Moment }
  organisatie_identificatie: OrganisatieIdentificatieRow
  organisatie_gezag: OrganisatieGezagRow
  onderwijsaanbieder: OnderwijsaanbiederRow
  rio_aangeboden_opleiding: RioAangebodenOpleidingRow
  rio_aangeboden_opleiding_partner: { aanbod_id: string; onderwijsaanbieder: string }
  deelnemer: DeelnemerRow
  deelnemer_gegevens: DeelnemerGegevensRow
  deelnemer_school: DeelnemerSchoolRow
  inschrijving_stand: InschrijvingStandRow
  inschrijvingsperiode: InschrijvingsperiodeRow
  extra_ondersteuning: { deelnemer_id: string; stand_id: string; datum_begin: Datum; datum_eind: Datum | null }
  bpv_stand: BpvStandRow
  diploma_stand: DiplomaStandRow
  resultaat_stand: ResultaatStandRow
  samenwerkingsovereenkomst: SamenwerkingsovereenkomstRow
  samenwerkingsovereenkomst_partij: { overeenkomst_id: string; bevoegd_gezag: string }
  samenwerkingsovereenkomst_bevestiging: { overeenkomst_id: string; bevoegd_gezag: string; bevestigd_op: Moment }
  interne_regeling: InterneRegelingRow
  leerrouteplan: LeerrouteplanRow
  gezamenlijk_oordeel: GezamenlijkOordeelRow
  afwezigheid: AfwezigheidRow
  schoolvakantie: SchoolvakantieRow
  verzuimmelding: VerzuimmeldingRow
  signaal: SignaalRow
}

/** Registratietijd van een onveranderlijke rij: bekend vanaf `van`, niet meer vanaf `tot` (half-open, op de milliseconde). */
export interface Vastgelegd {
  vastgelegd_van: Moment
  vastgelegd_tot: Moment | null
}

interface Geldigheid {
  geldig_van: Datum
  /** Laatste dag, inclusief. */
  geldig_tot_en_met: Datum | null
}

export type Identificatiesoort = 'BRIN' | 'VESTIGING' | 'BESTUURSNUMMER' | 'KVK' | 'RSIN' | 'OIN' | 'VESTIGINGSNUMMER'

interface OrganisatieIdentificatieRow extends Geldigheid, Vastgelegd {
  organisatie_id: string
  identificatie_id: string
  soort: Identificatiesoort
  waarde: string
  vestiging: string | null
}

interface OrganisatieGezagRow extends Geldigheid, Vastgelegd {
  brin: string
  gezag_id: string
  bevoegd_gezag: string
}

interface OnderwijsaanbiederRow extends Geldigheid, Vastgelegd {
  code: string
  aanbieder_id: string
  brin: string
  sector: Sector
  naam: string
  plaats: string | null
  telefoon: string | null
}

interface RioAangebodenOpleidingRow extends Vastgelegd {
  aanbod_id: string
  brin: string
  onderwijsaanbieder: string
  eigen_sleutel: string
  sector: Sector
  leerroute_kenmerk: 'DLR_VMBO_MBO' | 'GLR_VMBO_MBO'
  begindatum: Datum
  einddatum: Datum | null
  profiel: string | null
  opleidingcode: string | null
  niveau: Niveau | null
  inhoud_hash: Buffer
}

interface DeelnemerRow {
  deelnemer_id: string
  persoonsnummer_versleuteld: Buffer
  persoonsnummer_sleutel_id: string
  persoonsnummer_sleutel: Buffer
  persoonsnummer_soort: 'BSN' | 'ONDERWIJSNUMMER' | 'ONBEKEND'
  persoonsnummer_stelsel: 'BSN' | 'ONR' | 'PGN' | null
  aangemaakt_op: Moment
}

interface DeelnemerSchoolRow {
  deelnemer_id: string
  brin: string
  deelt_keten: ColumnType<boolean, boolean | undefined>
  partners: ColumnType<string[], string[] | undefined>
  ziet_alles: ColumnType<boolean, boolean | undefined>
  vestigingen: ColumnType<string[], string[] | undefined>
  eigen_gegevens: ColumnType<boolean, boolean | undefined>
}

interface DeelnemerGegevensRow extends Vastgelegd {
  deelnemer_id: string
  /** Null = de gedeelde gegevens; anders de versie die alleen deze school ziet. */
  brin: ColumnType<string | null, string | null | undefined, never>
  geleverd_door: ColumnType<string | null, string | null | undefined, never>
  gegevens_id: string
  geboortedatum: Datum
  geboortedatum_ruw: string
  geslacht: 'M' | 'V' | 'O' | null
  naam: string | null
  /** Kleine letters zonder accenten. */
  zoeknaam: string
  woont_in_nederland: boolean
  vo_activiteiten_afgerond_op: Datum | null
}

interface InschrijvingStandRow extends Vastgelegd {
  deelnemer_id: string
  stand_id: string
  brin: string
  inschrijvingvolgnummer: string
  sector: Sector
  datum_inschrijving: Datum
  datum_uitschrijving_gepland: Datum | null
  datum_uitschrijving: Datum | null
  reden_uitschrijving: string | null
  inhoud_hash: Buffer
}

interface InschrijvingsperiodeRow {
  deelnemer_id: string
  stand_id: string
  datum_begin: Datum
  opleidingcode: string | null
  vestiging: string | null
  onderwijsaanbieder: string | null
  onderwijslocatie: string | null
  locatiecode_vsv: string | null
  indicatie_bekostigbaar: boolean
  leerroute: Leerroute | null
  leerroute_ruw: string | null
  leerroutefase: Leerroutefase | null
  leerroutefase_ruw: string | null
  leerjaar: number | null
  leerweg: string | null
  leertraject: string | null
  niveau: string | null
}

interface BpvStandRow extends Vastgelegd {
  deelnemer_id: string
  stand_id: string
  brin: string
  inschrijvingvolgnummer: string
  bpv_volgnummer: string
  afsluitdatum: Datum
  datum_begin: Datum
  datum_einde_gepland: Datum
  datum_einde_werkelijk: Datum | null
  omvang_uren: number | null
  leerbedrijf_id: string | null
  opleidingcode: string | null
  code_keuzedeel: string | null
  inhoud_hash: Buffer
}

interface DiplomaStandRow extends Vastgelegd {
  deelnemer_id: string
  stand_id: string
  brin: string
  resultaatvolgnummer: string
  soort: 'VMBO' | 'HAVO' | 'VWO' | 'MBO' | 'MBO_CERTIFICAAT'
  niveau: string | null
  opleidingcode: string | null
  datum: Datum
  indicatie_bekostigbaar: boolean | null
  inschrijvingvolgnummer: string | null
  onderwijsaanbieder: string | null
  inhoud_hash: Buffer
}

interface ResultaatStandRow extends Vastgelegd {
  deelnemer_id: string
  stand_id: string
  brin: string
  resultaatvolgnummer: string
  soort: 'EXAMENONDERDEEL' | 'GENERIEK' | 'KEUZEDEEL' | 'BPV'
  code: string | null
  datum: Datum | null
  diploma_volgnummer: string | null
  opleidingcode_diploma: string | null
  behaald: boolean
  inschrijvingvolgnummer: string | null
  onderwijsaanbieder: string | null
  bijzonderheden: unknown
  inhoud_hash: Buffer
}

interface SamenwerkingsovereenkomstRow extends Geldigheid, Vastgelegd {
  overeenkomst_id: string
  kenmerk: string
  overstapoptie: string | null
  inhoud_hash: Buffer
}

interface InterneRegelingRow extends Geldigheid, Vastgelegd {
  regeling_id: string
  bevoegd_gezag: string
  overstapoptie: string | null
  inhoud_hash: Buffer
}

interface LeerrouteplanRow extends Vastgelegd {
  deelnemer_id: string
  plan_id: string
  geldig_van: Datum
  vo_onderwijsaanbieder: string
  mbo_onderwijsaanbieder: string
  beoogd_niveau: string | null
  vastgelegd_door: string | null
  inhoud_hash: Buffer
}

interface GezamenlijkOordeelRow extends Vastgelegd {
  deelnemer_id: string
  oordeel_id: string
  datum: Datum
  ondertekend_vo: boolean
  ondertekend_mbo: boolean
  vastgelegd_door: string | null
  inhoud_hash: Buffer
}

interface AfwezigheidRow extends Vastgelegd {
  deelnemer_id: string
  afwezigheid_id: string
  brin: string
  datum: Datum
  /** Klokuren. */
  uren: number
  geoorloofd: boolean
  sector: 'VO' | 'MBO' | null
  inhoud_hash: Buffer
}

interface SchoolvakantieRow extends Vastgelegd {
  vakantie_id: string
  van: Datum
  tot_en_met: Datum
}

interface VerzuimmeldingRow extends Vastgelegd {
  deelnemer_id: string
  stand_id: string
  melding_id: string
  brin: string
  partij: 'VO' | 'MBO'
  begin_op: Datum
  eind_op: Datum
  ingediend_op: Datum
  ingetrokken_op: Datum | null
  inhoud_hash: Buffer
}

interface SignaalRow extends SignaalAfhandelingKolommen {
  deelnemer_id: string
  signaal_id: string
  code: string
  niveau: Signaalniveau
  brin: string | null
  eerste_dag: Datum
  regels: string[]
  uitleg: string
  feiten: unknown
  normen: unknown
  normen_versie: string
  geopend_op: Moment
  gesloten_op: Moment | null
}
