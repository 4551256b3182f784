import type { Schema } from '../database/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Leertraject, Leerweg, Niveau } from '../kern/leerroute.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht, PeriodeBericht } from './bericht.ts'

/** Van kolommen terug naar het bericht: het omgekeerde van `rijen.ts`, zodat wat er uitkomt ook weer in kan en dan niets verandert. */

/** Een stand met zijn periodes en ondersteuning in dezelfde rij. */
export interface InschrijvingRij extends Pick<Schema['inschrijving_stand'], 'deelnemer_id' | 'brin' | 'inschrijvingvolgnummer' | 'sector' | 'datum_inschrijving' | 'datum_uitschrijving_gepland' | 'datum_uitschrijving' | 'reden_uitschrijving' | 'inhoud_hash' | 'vastgelegd_van' | 'vastgelegd_tot'> {
  perioden: Schema['inschrijvingsperiode'][] | null
  ondersteuning: { datum_begin: Datum; datum_eind: Datum | null }[] | null
}

export function inschrijvingUit(rij: InschrijvingRij): InschrijvingBericht {
  return {
    sector: rij.sector, brin: rij.brin, inschrijvingvolgnummer: rij.inschrijvingvolgnummer, datumInschrijving: rij.datum_inschrijving,
    datumUitschrijvingGepland: rij.datum_uitschrijving_gepland, datumUitschrijving: rij.datum_uitschrijving, redenUitschrijving: rij.reden_uitschrijving,
    perioden: (rij.perioden ?? []).map(periodeUit),
    extraOndersteuning: (rij.ondersteuning ?? []).map((vak) => ({ datumBegin: vak.datum_begin, datumEind: vak.datum_eind })),
  }
}

export function bpvUit(rij: Schema['bpv_stand']): BpvBericht {
  return {
    brin: rij.brin, inschrijvingvolgnummer: rij.inschrijvingvolgnummer, bpvVolgnummer: rij.bpv_volgnummer, afsluitdatum: rij.afsluitdatum,
    datumBegin: rij.datum_begin, datumEindeGepland: rij.datum_einde_gepland, datumEindeWerkelijk: rij.datum_einde_werkelijk, omvangUren: rij.omvang_uren,
    leerbedrijfId: rij.leerbedrijf_id, opleidingcode: rij.opleidingcode, codeKeuzedeel: rij.code_keuzedeel,
  }
}

export function diplomaUit(rij: Schema['diploma_stand']): DiplomaBericht {
  return {
    brin: rij.brin, resultaatvolgnummer: rij.resultaatvolgnummer, soort: rij.soort, niveau: rij.niveau as Niveau | null, opleidingcode: rij.opleidingcode,
    datum: rij.datum, indicatieBekostigbaar: rij.indicatie_bekostigbaar === null ? null : jaNee(rij.indicatie_bekostigbaar),
    inschrijvingvolgnummer: rij.inschrijvingvolgnummer, onderwijsaanbieder: rij.onderwijsaanbieder,
  }
}

export function onderdeelUit(rij: Schema['resultaat_stand']): OnderdeelBericht {
  return {
    brin: rij.brin, resultaatvolgnummer: rij.resultaatvolgnummer, soort: rij.soort, code: rij.code, datum: rij.datum, diplomaVolgnummer: rij.diploma_volgnummer, opleidingcodeDiploma: rij.opleidingcode_diploma,
    behaald: rij.behaald, inschrijvingvolgnummer: rij.inschrijvingvolgnummer, onderwijsaanbieder: rij.onderwijsaanbieder,
    bijzonderheden: rij.bijzonderheden as Readonly<Record<string, string>>,
  }
}

function periodeUit(rij: Schema['inschrijvingsperiode']): PeriodeBericht {
  return {
    datumBegin: rij.datum_begin, opleidingcode: rij.opleidingcode, vestiging: rij.vestiging, onderwijsaanbieder: rij.onderwijsaanbieder,
    onderwijslocatie: rij.onderwijslocatie, locatiecodeVsv: rij.locatiecode_vsv, indicatieBekostigbaar: jaNee(rij.indicatie_bekostigbaar),
    leerroute: rij.leerroute_ruw, leerroutefase: rij.leerroutefase_ruw, leerjaar: rij.leerjaar, leerweg: rij.leerweg as Leerweg | null,
    leertraject: rij.leertraject as Leertraject | null, niveau: rij.niveau as Niveau | null,
  }
}

function jaNee(ja: boolean): 'J' | 'N' {
  return ja ? 'J' : 'N'
}
