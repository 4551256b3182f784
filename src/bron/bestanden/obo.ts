import { mag, record, type Bestandsindeling, type Veld } from './indeling.ts'
import {
  brin, BSN, datum, datumDeels, datumOfLeeg, GESLACHT, getal, INSCHRIJVINGVOLGNUMMER, JA_NEE, LEERROUTE, LEERROUTEFASE, LEERTRAJECT, NIVEAU, ONR,
  OPLEIDINGCODE, patroon, RESULTAATVOLGNUMMER, volgnummer, vrij,
} from './velden.ts'

const P: readonly Veld[] = [BSN, ONR]
const TELDATUM_J_N: readonly Veld[] = [JA_NEE('opEenOktober', 'Geldig op 1 oktober'), JA_NEE('opEenFebruari', 'Geldig op 1 februari')]

/**
 * Overzicht bekostiging onderwijs, voor de accountant. K-BEK-07: route en fase staan erin, zodat een school kan vergelijken. Let op: hier staat de leerroute vóór de indicatie bekostigbaar.
 * Bron: PvE mbo-instelling hoofdstuk 13. De velden van VLP na de BRIN zijn niet beschreven; wij lezen ze zonder controle.
 */
export const OBO: Bestandsindeling = {
  soort: 'OBO', naam: 'Overzicht bekostiging onderwijs (OBO)', scheiding: '|', datumvorm: 'ccyy-mm-dd', slotregel: 'CTR',
  records: new Map([
    record('VLP', 'PvE 13.5.1', [brin(), vrij('veld3', 'Veld 3'), vrij('veld4', 'Veld 4'), vrij('veld5', 'Veld 5')]),
    record('PER', 'PvE 13.5.2', [...P, datumDeels('geboortedatum', 'Geboortedatum'), GESLACHT]),
    record('VBT', 'PvE 13.5.3', [...P, datumDeels('datumBegin', 'Datum begin'), mag(datumDeels('datumEind', 'Datum eind')), patroon('verblijfstitel', 'Verblijfstitel', /^[0-9A-Z]{1,2}$/, '2 tekens (BRP)', 2)]),
    record('NAT', 'PvE 13.5.4', [...P, patroon('nationaliteit', 'Nationaliteit', /^[0-9]{4}$/, '4 cijfers (BRP-tabel 32)', 4), datumDeels('datumBegin', 'Datum begin'), mag(datumDeels('datumEind', 'Datum eind'))]),
    record('ISG', 'PvE 13.5.5', [...P, INSCHRIJVINGVOLGNUMMER, datum('datumInschrijving', 'Datum inschrijving'), datumOfLeeg('uitschrijvingWerkelijk', 'Datum uitschrijving werkelijk'), ...TELDATUM_J_N]),
    record('ISP', 'PvE 13.5.6', [
      ...P, INSCHRIJVINGVOLGNUMMER, datum('datumBegin', 'Datum begin'), OPLEIDINGCODE, LEERTRAJECT, NIVEAU, LEERROUTE, LEERROUTEFASE,
      JA_NEE('bekostigbaar', 'Indicatie bekostigbaar'), ...TELDATUM_J_N,
    ]),
    record('BPV', 'PvE 13.5.7', [
      ...P, INSCHRIJVINGVOLGNUMMER, volgnummer('volgnummer', 'Volgnummer bpv'), datum('afsluitdatum', 'Afsluitdatum'), datum('datumBegin', 'Datum begin'),
      datumOfLeeg('eindeWerkelijk', 'Datum einde werkelijk'), mag({ ...OPLEIDINGCODE }),
    ]),
    record('DIP', 'PvE 13.5.8', [...P, RESULTAATVOLGNUMMER, OPLEIDINGCODE, datum('datum', 'Datum resultaat'), JA_NEE('bekostigbaar', 'Indicatie bekostigbaar'), INSCHRIJVINGVOLGNUMMER]),
    record('CTR', 'PvE 13.5.9', [
      getal('ISG', 'Aantal ISG', 0, 999_999_999), getal('DIP', 'Aantal DIP', 0, 999_999_999), getal('somOpleidingcodes', 'Som van de opleidingcodes', 0, 1e15),
      getal('totaal', 'Totaal generaal', 0, 1e15), getal('bekostigbaar', 'Aantal bekostigbaar', 0, 999_999_999),
    ]),
  ]),
}
