import { mag, record, veld, type Bestandsindeling, type Veld } from './indeling.ts'
import {
  BPV_OPLEIDING, brin, CIJFERS, codes, datum, datumOfLeeg, DIPLOMANUMMER, EEN_NUL, GESLACHT, getal, INSCHRIJVINGVOLGNUMMER, JA_NEE, KEUZEDEEL,
  LEERBEDRIJF, LEERROUTE, LEERROUTEFASE, LEERTRAJECT, lijst, LOCATIE_VSV, NIVEAU, ONDERWIJSAANBIEDER, ONDERWIJSLOCATIE, OPLEIDINGCODE,
  patroon, PGN, REDEN, RESULTAATVOLGNUMMER, volgnummer, vrij,
} from './velden.ts'

const K: readonly Veld[] = [PGN, brin()]
const ISG_NUMMER_OF_LEEG = mag(INSCHRIJVINGVOLGNUMMER)
const STATUS = codes('status', 'Status bepaling', 'status-bepaling')
const land = (sleutel: string, naam: string): Veld => mag(patroon(sleutel, naam, /^[0-9]{4}$/, '4 cijfers (landcode)', 4))
/** Datum en tijd DT15; de scheiding tussen datum en tijd is afgeleid. */
const datumtijd = mag(patroon('datumtijd', 'Datum en tijd bepaling', /^[0-9]{8}[ T]?[0-9]{6}$/, 'jjjjmmdd uummss'))
const bedrag = (sleutel: string, naam: string): Veld => mag(getal(sleutel, naam, 0, 999_999_999, 6))
const leeftijd = (n: number): Veld => mag(getal(`leeftijd${n}`, `Leeftijd ${n}`, 0, 120))

/** Grondslag voor de bekostiging (GRONDSLAG IP). Personen hebben een schuilnummer (PGN). Bron: PvE mbo-instelling hoofdstuk 17. */
export const GRONDSLAG: Bestandsindeling = {
  soort: 'GRONDSLAG', naam: 'Grondslag bekostiging (GRONDSLAG IP)', scheiding: ';', datumvorm: 'ccyymmdd', slotregel: 'SLR',
  records: new Map([
    record('VLP', 'PvE 17.5', [brin(), getal('studiejaar', 'Studiejaar', 1990, 2100), datum('aanmaak', 'Aanmaakdatum'), { ...STATUS, sleutel: 'bekostiging', naam: 'Bekostiging' }]),
    record('PER', 'PvE 17.5', [
      PGN, leeftijd(1), leeftijd(2), leeftijd(3), leeftijd(4), GESLACHT, mag(patroon('postcodecijfers', 'Postcodecijfers', /^[0-9]{4}$/, '4 cijfers', 4)),
      datumOfLeeg('overlijden', 'Datum overlijden'), datumOfLeeg('vestigingNl', 'Datum vestiging in Nederland'), datumOfLeeg('vertrekNl', 'Datum vertrek uit Nederland'),
      land('geboorteland', 'Geboorteland'), land('geboortelandOuder1', 'Geboorteland ouder 1'), land('geboortelandOuder2', 'Geboorteland ouder 2'),
      land('landVertrokken', 'Land waarheen vertrokken'), vrij('verblijfstitel', 'Verblijfstitel'), land('nationaliteit1', 'Nationaliteit 1'),
      land('nationaliteit2', 'Nationaliteit 2'), vrij('postcodeKopie', 'Kopie postcode'), vrij('verblijfstitelKopie', 'Kopie verblijfstitel'), vrij('nationaliteitKopie', 'Kopie nationaliteit'),
      // De bestanden hebben achter het laatste veld nog een scheidingsteken.
      mag(veld('leeg', 'Leeg veld', { soort: 'leeg' }, 'niets')),
    ]),
    record('ISG', 'PvE 17.5', [
      ...K, INSCHRIJVINGVOLGNUMMER, datum('datumInschrijving', 'Datum inschrijving'), datum('uitschrijvingGepland', 'Datum uitschrijving gepland'),
      datumOfLeeg('uitschrijvingWerkelijk', 'Datum uitschrijving werkelijk'), REDEN,
    ]),
    record('ISP', 'PvE 17.5', [
      ...K, INSCHRIJVINGVOLGNUMMER, datum('datumBegin', 'Datum begin'), datumOfLeeg('datumEind', 'Datum eind'), OPLEIDINGCODE, NIVEAU, LEERTRAJECT, LOCATIE_VSV,
      EEN_NUL('bekostigbaar', 'Indicatie bekostigbaar'), ONDERWIJSAANBIEDER, ONDERWIJSLOCATIE, LEERROUTE, LEERROUTEFASE,
    ]),
    record('ISE', 'PvE 17.5', [...K, INSCHRIJVINGVOLGNUMMER, datum('datumBegin', 'Datum begin'), datumOfLeeg('datumEind', 'Datum eind')]),
    record('BPV', 'PvE 17.5', [
      ...K, INSCHRIJVINGVOLGNUMMER, volgnummer('volgnummer', 'Volgnummer bpv'), datum('afsluitdatum', 'Afsluitdatum'), datum('datumBegin', 'Datum begin'),
      datum('eindeGepland', 'Datum einde gepland'), datumOfLeeg('eindeWerkelijk', 'Datum einde werkelijk'), getal('omvang', 'Omvang', 0, 9999),
      LEERBEDRIJF, BPV_OPLEIDING, KEUZEDEEL,
    ]),
    record('BII', 'PvE 17.5', [
      ...K, INSCHRIJVINGVOLGNUMMER, datum('teldatum', 'Teldatum'), datumtijd, STATUS, mag(JA_NEE('bekostigingsstatus', 'Bekostigingsstatus')),
      mag(JA_NEE('correctiefactor', 'Inschrijving voor correctiefactor')), bedrag('bblbolFactor', 'BBLBOL-factor'), bedrag('prijsfactor', 'Prijsfactor'),
      mag(getal('verblijfsjaren', 'Aantal bekostigde verblijfsjaren', 0, 99)), bedrag('verblijfsjaarfactor', 'Verblijfsjaarfactor'), bedrag('bijdrage', 'Bijdrage inschrijving'),
    ]),
    record('DIP', 'PvE 17.5', [...K, RESULTAATVOLGNUMMER, OPLEIDINGCODE, datum('datum', 'Datum resultaat'), EEN_NUL('bekostigbaar', 'Indicatie bekostigbaar'), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER]),
    record('BID', 'PvE 17.5', [
      ...K, RESULTAATVOLGNUMMER, NIVEAU, mag(JA_NEE('specialist', 'Indicatie specialistendiploma')), mag({ ...codes('hoogsteNiveau', 'Niveau hoogst bekostigde diploma', 'niveau') }),
      mag(JA_NEE('hoogsteSpecialist', 'Hoogst bekostigde diploma is specialist')), datumtijd, mag(lijst('status', 'Status bepaling', ['V', 'D', 'J', 'N'])),
      mag(JA_NEE('bekostigingsstatus', 'Bekostigingsstatus')), bedrag('bijdrage', 'Bijdrage diplomawaarde'),
    ]),
    record('AMO', 'PvE 17.5', [
      ...K, DIPLOMANUMMER, RESULTAATVOLGNUMMER, patroon('code', 'Code AMvB-onderdeel', /^C[0-9]{4}$/, 'C en 4 cijfers, zoals C9998'),
      mag(EEN_NUL('certificaat', 'Indicatie certificaat')), datumOfLeeg('datum', 'Datum resultaat'), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('GEO', 'PvE 17.5', [
      ...K, DIPLOMANUMMER, RESULTAATVOLGNUMMER, patroon('code', 'Code generiek examenonderdeel', /^[0-9]{4,5}$/, '4 of 5 cijfers, zoals 3005'), ...CIJFERS,
      datumOfLeeg('datum', 'Datum resultaat'), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('KZD', 'PvE 17.5', [
      ...K, DIPLOMANUMMER, RESULTAATVOLGNUMMER, { ...KEUZEDEEL, sleutel: 'code', verplicht: true }, keuzedeelResultaat(),
      mag(EEN_NUL('certificaat', 'Indicatie certificaat')), datumOfLeeg('datum', 'Datum resultaat'), ISG_NUMMER_OF_LEEG, ONDERWIJSAANBIEDER,
    ]),
    record('SLR', 'PvE 17.5', ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'BII', 'DIP', 'BID', 'AMO', 'GEO', 'KZD'].map((s) => getal(s, `Aantal ${s}`, 0, 999_999_999))),
  ]),
}

function keuzedeelResultaat(): Veld {
  return veld('resultaat', 'Resultaat', { soort: 'lijst', waarden: ['Behaald', 'Niet behaald'], anders: { BEHAALD: 'Behaald', 'NIET BEHAALD': 'Niet behaald' }, schrijf: { Behaald: 'BEHAALD', 'Niet behaald': 'NIET BEHAALD' } }, 'BEHAALD of NIET BEHAALD')
}
