/** De kolommen per tabel in de volgorde waarin de bulkweg ze schrijft. */
export const KOLOMMEN = {
  deelnemer: ['deelnemer_id', 'persoonsnummer_versleuteld', 'persoonsnummer_sleutel_id', 'persoonsnummer_sleutel', 'persoonsnummer_soort', 'persoonsnummer_stelsel', 'aangemaakt_op'],
  deelnemer_gegevens: ['deelnemer_id', 'gegevens_id', 'geboortedatum', 'geboortedatum_ruw', 'geslacht', 'naam', 'zoeknaam', 'woont_in_nederland', 'vo_activiteiten_afgerond_op', 'geleverd_door', 'vastgelegd_van'],
  deelnemer_school: ['deelnemer_id', 'brin', 'ziet_alles', 'vestigingen'],
  inschrijving_stand: ['deelnemer_id', 'stand_id', 'brin', 'inschrijvingvolgnummer', 'sector', 'datum_inschrijving', 'datum_uitschrijving_gepland', 'datum_uitschrijving', 'reden_uitschrijving', 'inhoud_hash', 'vastgelegd_van'],
  inschrijvingsperiode: [
    'deelnemer_id', 'stand_id', 'datum_begin', 'opleidingcode', 'vestiging', 'onderwijsaanbieder', 'onderwijslocatie', 'locatiecode_vsv', 'indicatie_bekostigbaar',
    'leerroute', 'leerroute_ruw', 'leerroutefase', 'leerroutefase_ruw', 'leerjaar', 'leerweg', 'leertraject', 'niveau',
  ],
  extra_ondersteuning: ['deelnemer_id', 'stand_id', 'datum_begin', 'datum_eind'],
  bpv_stand: [
    'deelnemer_id', 'stand_id', 'brin', 'inschrijvingvolgnummer', 'bpv_volgnummer', 'afsluitdatum', 'datum_begin', 'datum_einde_gepland', 'datum_einde_werkelijk',
    'omvang_uren', 'leerbedrijf_id', 'opleidingcode', 'code_keuzedeel', 'inhoud_hash', 'vastgelegd_van',
  ],
  diploma_stand: [
    'deelnemer_id', 'stand_id', 'brin', 'resultaatvolgnummer', 'soort', 'niveau', 'opleidingcode', 'datum', 'indicatie_bekostigbaar', 'inschrijvingvolgnummer',
    'onderwijsaanbieder', 'inhoud_hash', 'vastgelegd_van',
  ],
  resultaat_stand: [
    'deelnemer_id', 'stand_id', 'brin', 'resultaatvolgnummer', 'soort', 'code', 'datum', 'diploma_volgnummer', 'opleidingcode_diploma', 'behaald', 'inschrijvingvolgnummer',
    'onderwijsaanbieder', 'bijzonderheden', 'inhoud_hash', 'vastgelegd_van',
  ],
  outbox: ['deelnemer_id', 'outbox_id', 'soort', 'gegevens', 'aangemaakt_op', 'verwerkt_op'],
  gebeurtenis_nieuw: ['deelnemer_id', 'gebeurtenis_id', 'soort', 'brin', 'sleutel', 'op'],
} as const

export type Bulktabel = keyof typeof KOLOMMEN
export type Bulkwaarde = string | number | boolean | null | Buffer
export type Bulkrij = Readonly<Record<string, Bulkwaarde>>

/** Een rij in het tekstformaat van COPY: tab tussen waarden, `\N` voor leeg, bytes als hex. */
export function copyRegel(tabel: Bulktabel, rij: Bulkrij): string {
  let uit = ''
  for (const kolom of KOLOMMEN[tabel]) uit += `${uit === '' ? '' : '\t'}${copyWaarde(rij[kolom])}`
  return `${uit}\n`
}

function copyWaarde(waarde: Bulkwaarde | undefined): string {
  if (waarde === null || waarde === undefined) return '\\N'
  if (typeof waarde === 'string') return /[\\\t\n\r]/.test(waarde) ? waarde.replace(/[\\\t\n\r]/g, (t) => ESCAPES[t] ?? t) : waarde
  if (typeof waarde === 'boolean') return waarde ? 't' : 'f'
  return typeof waarde === 'number' ? String(waarde) : `\\\\x${waarde.toString('hex')}`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
