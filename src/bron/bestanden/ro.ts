import { mag, record, veld, type Bestandsindeling, type Veld } from './indeling.ts'
import {
  BPV_OPLEIDING, brin, BSN, CIJFERS, datum, datumDeels, datumOfLeeg, DIPLOMANUMMER, GESLACHT, getal, INSCHRIJVINGVOLGNUMMER, JA_NEE, KEUZEDEEL,
  LEERBEDRIJF, LEERROUTE, LEERROUTEFASE, LEERTRAJECT, LOCATIE_VSV, NIVEAU, ONDERWIJSAANBIEDER, ONDERWIJSLOCATIE, ONR, OPLEIDINGCODE, patroon, REDEN,
  RESULTAATVOLGNUMMER, volgnummer,
} from './velden.ts'

const P: readonly Veld[] = [BSN, ONR]
const ISG_NUMMER_OF_LEEG = mag(INSCHRIJVINGVOLGNUMMER)
const OPLEIDING_DIPLOMA = mag({ ...OPLEIDINGCODE, sleutel: 'opleidingcodeDiploma', naam: 'Opleidingcode diploma' })

/** K-ROD-03: ISP bevat Leerroute en Leerroutefase. Registratieoverzicht: de stand van de inschrijvingen en resultaten van één instelling. Bron: PvE mbo-instelling hoofdstuk 15. */
export const RO: Bestandsindeling = {
  soort: 'RO', naam: 'Registratieoverzicht (RO)', scheiding: '|', datumvorm: 'ccyy-mm-dd', slotregel: 'SLR',
  records: new Map([
    record('VLP', 'PvE 15.5.1', [brin(), datum('begin', 'Begindatum overzicht'), datum('einde', 'Einddatum overzicht'), datum('aanmaak', 'Aanmaakdatum')]),
    record('PER', 'PvE 15.5.2', [...P, datumDeels('geboortedatum', 'Geboortedatum'), GESLACHT]),
    record('ISG', 'PvE 15.5.3', [
      ...P, INSCHRIJVINGVOLGNUMMER, datum('datumInschrijving', 'Datum inschrijving'), datum('uitschrijvingGepland', 'Datum uitschrijving gepland'),
      datumOfLeeg('uitschrijvingWerkelijk', 'Datum uitschrijving werkelijk'), REDEN,
    ]),
    record('ISP', 'PvE 15.5.4', [
      ...P, INSCHRIJVINGVOLGNUMMER, datum('datumBegin', 'Datum begin'), OPLEIDINGCODE, LEERTRAJECT, NIVEAU, JA_NEE('bekostigbaar', 'Indicatie bekostigbaar'),
      LOCATIE_VSV, ONDERWIJSAANBIEDER, ONDERWIJSLOCATIE, LEERROUTE, LEERROUTEFASE,
    ]),
    record('ISE', 'PvE 15.5.5', [...P, INSCHRIJVINGVOLGNUMMER, datum('datumBegin', 'Datum begin'), datumOfLeeg('datumEind', 'Datum eind')]),
    record('BPV', 'PvE 15.5.6', [
      ...P, INSCHRIJVINGVOLGNUMMER, volgnummer('volgnummer', 'Volgnummer bpv'), datum('afsluitdatum', 'Afsluitdatum'), datum('datumBegin', 'Datum begin'),
      datum('eindeGepland', 'Datum einde gepland'), datumOfLeeg('eindeWerkelijk', 'Datum einde werkelijk'), mag(getal('omvang', 'Omvang', 0, 9999)),
      LEERBEDRIJF, BPV_OPLEIDING, KEUZEDEEL,
    ]),
    record('DIP', 'PvE 15.5.7', [
      ...P, RESULTAATVOLGNUMMER, OPLEIDINGCODE, datum('datum', 'Datum resultaat'), mag(veld('leeg', 'Leeg veld', { soort: 'leeg' }, 'niets')),
      JA_NEE('bekostigbaar', 'Indicatie bekostigbaar'), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('AMO', 'PvE 15.5.8', [
      ...P, DIPLOMANUMMER, OPLEIDING_DIPLOMA, RESULTAATVOLGNUMMER, patroon('code', 'Code AMvB-onderdeel', /^C[0-9]{4}$/, 'C en 4 cijfers, zoals C9998'),
      datumOfLeeg('datum', 'Datum resultaat'), mag(JA_NEE('certificaat', 'Indicatie certificaat')), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('GEO', 'PvE 15.5.9', [
      ...P, DIPLOMANUMMER, OPLEIDING_DIPLOMA, RESULTAATVOLGNUMMER, patroon('code', 'Code generiek examenonderdeel', /^[0-9]{4}$/, '4 cijfers, zoals 3005'),
      datumOfLeeg('datum', 'Datum resultaat'), ...CIJFERS, ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('KZD', 'PvE 15.5.10', [
      ...P, DIPLOMANUMMER, OPLEIDING_DIPLOMA, RESULTAATVOLGNUMMER, { ...KEUZEDEEL, sleutel: 'code', verplicht: true },
      datumOfLeeg('datum', 'Datum resultaat'), keuzedeelResultaat(), mag(JA_NEE('certificaat', 'Indicatie certificaat')), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('SLR', 'PvE 15.5.11', ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'].map((s) => getal(s, `Aantal ${s}`, 0, 999_999_999))),
  ]),
}

function keuzedeelResultaat(): Veld {
  return veld('resultaat', 'Resultaat', { soort: 'lijst', waarden: ['Behaald', 'Niet behaald'], anders: { BEHAALD: 'Behaald', 'NIET BEHAALD': 'Niet behaald' } }, 'Behaald of Niet behaald')
}
