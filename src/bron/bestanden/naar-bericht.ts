import type { Datum } from '../../kern/datum.ts'
import type { Leertraject, Niveau } from '../../kern/leerroute.ts'
import type { BpvBericht, DiplomaBericht, InschrijvingBericht, OnderdeelBericht, PeriodeBericht } from '../bericht.ts'
import type { BpvUitBestand, DiplomaUitBestand, InschrijvingUitBestand, OnderdeelUitBestand, PeriodeUitBestand } from './persoon.ts'

/** Een gecontroleerde inschrijving uit een bestand als dezelfde stand die een school per bericht levert. */
export function naarInschrijvingBericht(i: InschrijvingUitBestand): InschrijvingBericht {
  return {
    sector: 'MBO', brin: i.brin, inschrijvingvolgnummer: i.inschrijvingvolgnummer, datumInschrijving: i.datumInschrijving as Datum,
    datumUitschrijvingGepland: i.uitschrijvingGepland as Datum | null, datumUitschrijving: i.uitschrijvingWerkelijk as Datum | null, redenUitschrijving: i.reden,
    perioden: i.perioden.map(naarPeriode), extraOndersteuning: i.ondersteuning.map((o) => ({ datumBegin: o.datumBegin as Datum, datumEind: o.datumEind as Datum | null })),
  }
}

function naarPeriode(p: PeriodeUitBestand): PeriodeBericht {
  return {
    datumBegin: p.datumBegin as Datum, opleidingcode: p.opleidingcode, onderwijsaanbieder: p.onderwijsaanbieder, onderwijslocatie: p.onderwijslocatie,
    locatiecodeVsv: p.locatiecodeVsv, indicatieBekostigbaar: p.bekostigbaar, leerroute: p.leerroute, leerroutefase: p.leerroutefase,
    leertraject: p.leertraject as Leertraject, niveau: p.niveau as Niveau | null,
  }
}

/** Undefined als het bestand het geplande einde niet kent (OBO). */
export function naarBpvBericht(i: InschrijvingUitBestand, b: BpvUitBestand): BpvBericht | undefined {
  if (b.eindeGepland === null) return undefined
  return {
    brin: i.brin, inschrijvingvolgnummer: i.inschrijvingvolgnummer, bpvVolgnummer: b.volgnummer, afsluitdatum: b.afsluitdatum as Datum, datumBegin: b.datumBegin as Datum,
    datumEindeGepland: b.eindeGepland as Datum, datumEindeWerkelijk: b.eindeWerkelijk as Datum | null, omvangUren: b.omvang, leerbedrijfId: b.leerbedrijfId,
    opleidingcode: b.opleidingcode, codeKeuzedeel: b.keuzedeelcode,
  }
}

export function naarDiplomaBericht(d: DiplomaUitBestand): DiplomaBericht {
  return {
    brin: d.brin, resultaatvolgnummer: d.resultaatvolgnummer, soort: 'MBO', niveau: null, opleidingcode: d.opleidingcode, datum: d.datum as Datum,
    indicatieBekostigbaar: d.bekostigbaar, inschrijvingvolgnummer: d.inschrijvingvolgnummer, onderwijsaanbieder: d.onderwijsaanbieder,
  }
}

const ONDERDEEL = { AMO: 'EXAMENONDERDEEL', GEO: 'GENERIEK', KZD: 'KEUZEDEEL' } as const

export function naarOnderdeelBericht(o: OnderdeelUitBestand): OnderdeelBericht {
  return {
    brin: o.brin, resultaatvolgnummer: o.resultaatvolgnummer, soort: ONDERDEEL[o.soort], code: o.code, datum: o.datum as Datum | null, diplomaVolgnummer: o.diplomavolgnummer, opleidingcodeDiploma: o.opleidingcodeDiploma,
    // Alleen een keuzedeel zegt zelf of het behaald is; AMO en GEO staan er pas als er een resultaat is.
    behaald: o.soort !== 'KZD' || o.bijzonderheden['resultaat'] !== 'Niet behaald', inschrijvingvolgnummer: o.inschrijvingvolgnummer,
    onderwijsaanbieder: o.onderwijsaanbieder, bijzonderheden: o.bijzonderheden,
  }
}
