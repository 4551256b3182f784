import type { Leerroute, Leerroutefase } from '../kern/leerroute.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht, PeriodeBericht } from './bericht.ts'

/**
 * Van bericht naar kolommen. Eén levering en een bestand met honderdduizend regels gebruiken deze zelfde functies, dus
 * dezelfde inhoud geeft langs beide wegen dezelfde hash en dus geen nieuwe stand.
 */
export function inschrijvingRij(bericht: InschrijvingBericht) {
  return {
    sector: bericht.sector,
    datum_inschrijving: bericht.datumInschrijving,
    datum_uitschrijving_gepland: bericht.datumUitschrijvingGepland ?? null,
    datum_uitschrijving: bericht.datumUitschrijving ?? null,
    reden_uitschrijving: bericht.redenUitschrijving ?? null,
  }
}

export function periodeRijen(bericht: InschrijvingBericht) {
  return [...bericht.perioden].sort((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1)).map(periodeRij)
}

export function ondersteuningRijen(bericht: InschrijvingBericht) {
  return [...(bericht.extraOndersteuning ?? [])].sort((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1))
    .map((vak) => ({ datum_begin: vak.datumBegin, datum_eind: vak.datumEind ?? null }))
}

/** Wat naast de rij zelf bij de stand hoort, voor de hash. Zonder ondersteuning leeg, zodat weglaten en een lege lijst gelijk zijn. */
export function inschrijvingKinderen(bericht: InschrijvingBericht) {
  const ondersteuning = ondersteuningRijen(bericht)
  return { perioden: periodeRijen(bericht), ondersteuning: ondersteuning.length > 0 ? ondersteuning : null }
}

export function bpvRij(bericht: BpvBericht) {
  return {
    afsluitdatum: bericht.afsluitdatum,
    datum_begin: bericht.datumBegin,
    datum_einde_gepland: bericht.datumEindeGepland,
    datum_einde_werkelijk: bericht.datumEindeWerkelijk ?? null,
    omvang_uren: bericht.omvangUren ?? null,
    leerbedrijf_id: bericht.leerbedrijfId ?? null,
    opleidingcode: bericht.opleidingcode ?? null,
    code_keuzedeel: bericht.codeKeuzedeel ?? null,
  }
}

export function diplomaRij(bericht: DiplomaBericht) {
  return {
    soort: bericht.soort,
    niveau: bericht.niveau ?? null,
    opleidingcode: bericht.opleidingcode ?? null,
    datum: bericht.datum,
    indicatie_bekostigbaar: bericht.indicatieBekostigbaar ? bericht.indicatieBekostigbaar === 'J' : null,
    inschrijvingvolgnummer: bericht.inschrijvingvolgnummer ?? null,
    onderwijsaanbieder: bericht.onderwijsaanbieder ?? null,
  }
}

export function onderdeelRij(bericht: OnderdeelBericht) {
  return {
    code: bericht.code ?? null,
    datum: bericht.datum ?? null,
    diploma_volgnummer: bericht.diplomaVolgnummer ?? null,
    opleidingcode_diploma: bericht.opleidingcodeDiploma ?? null,
    behaald: bericht.behaald,
    inschrijvingvolgnummer: bericht.inschrijvingvolgnummer ?? null,
    onderwijsaanbieder: bericht.onderwijsaanbieder ?? null,
    bijzonderheden: JSON.stringify(bericht.bijzonderheden ?? {}),
  }
}

function periodeRij(periode: PeriodeBericht) {
  return {
    datum_begin: periode.datumBegin,
    opleidingcode: periode.opleidingcode ?? null,
    vestiging: periode.vestiging ?? null,
    onderwijsaanbieder: periode.onderwijsaanbieder ?? null,
    onderwijslocatie: periode.onderwijslocatie ?? null,
    locatiecode_vsv: periode.locatiecodeVsv ?? null,
    indicatie_bekostigbaar: periode.indicatieBekostigbaar === 'J',
    leerroute: bekendeRoute(periode.leerroute),
    leerroute_ruw: periode.leerroute ?? null,
    leerroutefase: bekendeFase(periode.leerroutefase),
    leerroutefase_ruw: periode.leerroutefase ?? null,
    leerjaar: periode.leerjaar ?? null,
    leerweg: periode.leerweg ?? null,
    leertraject: periode.leertraject ?? null,
    niveau: periode.niveau ?? null,
  }
}

/** Een code die wij niet kennen blijft alleen als ruwe code staan (bron.md 2.3). */
function bekendeRoute(code: string | null | undefined): Leerroute | null {
  return code === 'DLR' || code === 'GLR' ? code : null
}

function bekendeFase(code: string | null | undefined): Leerroutefase | null {
  return code === 'VO' || code === 'MBO' ? code : null
}
