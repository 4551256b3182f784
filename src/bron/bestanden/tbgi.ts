import { mag, type Veld } from './indeling.ts'
import { brin, BSN, codes, datum, datumOfLeeg, getal, INSCHRIJVINGVOLGNUMMER, LEERTRAJECT, lijst, NIVEAU, ONR, OPLEIDINGCODE, patroon, RESULTAATVOLGNUMMER, volgnummer, vrij } from './velden.ts'

/** Een groep elementen van een TBG-i. De sleutel van een veld is de elementnaam zoals wij die bewaren. */
export interface Groepindeling {
  readonly naam: string
  /** Elementnaam in kleine letters -> veld. Zo lezen wij de schrijfwijze van het PvE en die van de bestanden. */
  readonly velden: ReadonlyMap<string, Veld>
  readonly groepen: ReadonlyMap<string, Groepindeling>
  readonly bron: string
}

const WAAR = (sleutel: string, naam: string): Veld => lijst(sleutel, naam, ['true', 'false'])
const MOMENT = patroon('DatumTijdBepalingBekostigingsgrondslagen', 'DatumTijdBepalingBekostigingsgrondslagen', /^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?$/, 'jjjj-mm-dd uu:mm:ss')
const STATUS = codes('StatusBepalingBekostigingsstatus', 'StatusBepalingBekostigingsstatus', 'status-bepaling')
const bedrag = (naam: string): Veld => mag(getal(naam, naam, 0, 999_999_999, 6))

const PARAMETER = groep('Parameter', 'PvE 16.5.5', { Parametervolgnummer: volgnummer('nr', 'Parametervolgnummer'), Parameternaam: vrij('naam', 'Parameternaam'), Parameterwaarde: vrij('waarde', 'Parameterwaarde') })
const SIGNAAL = groep('Signaal', 'PvE 16.5.4', {
  Signaalvolgnummer: volgnummer('nr', 'Signaalvolgnummer'), Signaalcode: patroon('code', 'Signaalcode', /^[0-9A-Za-z]{1,3}$/, '1 tot 3 letters of cijfers'), Signaalomschrijving: vrij('omschrijving', 'Signaalomschrijving'),
}, [PARAMETER])
const BPV = groep('BekostigingsrelevanteBPV', 'PvE 16.5.3', {
  Inschrijvingvolgnummer: INSCHRIJVINGVOLGNUMMER, Volgnummer: volgnummer('Volgnummer', 'Volgnummer'), Afsluitdatum: datum('Afsluitdatum', 'Afsluitdatum'), DatumBegin: datum('DatumBegin', 'DatumBegin'),
  DatumEindGepland: datum('DatumEindGepland', 'DatumEindGepland'), DatumEindWerkelijk: datumOfLeeg('DatumEindWerkelijk', 'DatumEindWerkelijk'), Opleidingcode: mag(OPLEIDINGCODE),
}, [], { datumeindegepland: 'DatumEindGepland', datumeindewerkelijk: 'DatumEindWerkelijk' })
const TELDATUM = groep('Teldatum', 'PvE 16.5.2', {
  Teldatum: datum('Teldatum', 'Teldatum'), DatumTijdBepalingBekostigingsgrondslagen: MOMENT, StatusBepalingBekostigingsstatus: STATUS,
  LeeftijdOpEenAugustusStudiejaar: getal('leeftijd', 'LeeftijdOpEenAugustusStudiejaar', 0, 120), Opleidingcode: OPLEIDINGCODE, Niveau: { ...NIVEAU, verplicht: true },
  Leertraject: LEERTRAJECT, Leerroutefase: mag(codes('Leerroutefase', 'Leerroutefase', 'leerroutefase')), IndicatieBekostigbaar: WAAR('IndicatieBekostigbaar', 'IndicatieBekostigbaar'),
  Bekostigingsstatus: mag(WAAR('Bekostigingsstatus', 'Bekostigingsstatus')), InschrijvingVoorCorrectiefactor: WAAR('correctie', 'InschrijvingVoorCorrectiefactor'),
  BBLBOLFactor: bedrag('BBLBOLFactor'), PrijsfactorMBO: bedrag('PrijsfactorMBO'), AantalBekostigdeVerblijfsjarenMBO: mag(getal('jaren', 'AantalBekostigdeVerblijfsjarenMBO', 0, 99)),
  Verblijfsjaarfactor: bedrag('Verblijfsjaarfactor'), BijdrageInschrijvingAanDeelnemerswaarde: bedrag('BijdrageInschrijvingAanDeelnemerswaarde'),
}, [BPV, SIGNAAL])

/** De records van een TBG-i. K-BEK-07: van de route staat er alleen de fase, per teldatum. Bron: PvE mbo-instelling hoofdstuk 16. */
export const TBGI_RECORDS: ReadonlyMap<string, Groepindeling> = new Map([
  ['inschrijving', groep('Inschrijving', 'PvE 16.5.1', {
    BRIN: brin('BRIN'), Burgerservicenummer: BSN, Onderwijsnummer: ONR, Inschrijvingvolgnummer: INSCHRIJVINGVOLGNUMMER, DatumInschrijving: datum('DatumInschrijving', 'DatumInschrijving'),
    DatumUitschrijvingGepland: datum('DatumUitschrijvingGepland', 'DatumUitschrijvingGepland'), DatumUitschrijvingWerkelijk: datumOfLeeg('DatumUitschrijvingWerkelijk', 'DatumUitschrijvingWerkelijk'),
    NiveauHoogstBekostigdeDiploma: NIVEAU,
  }, [TELDATUM])],
  ['diploma', groep('Diploma', 'PvE 16.5.6', {
    BRIN: brin('BRIN'), Burgerservicenummer: BSN, Onderwijsnummer: ONR, Resultaatvolgnummer: RESULTAATVOLGNUMMER, Opleidingcode: OPLEIDINGCODE, Inschrijvingvolgnummer: INSCHRIJVINGVOLGNUMMER,
    DatumBehaald: datum('DatumBehaald', 'DatumBehaald'), Niveau: { ...NIVEAU, verplicht: true }, IndicatieSpecialistendiploma: WAAR('specialist', 'IndicatieSpecialistendiploma'),
    NiveauHoogstBekostigdeDiploma: NIVEAU, IndicatieHoogstBekostigdeDiplomaIsSpecialist: mag(WAAR('hoogsteSpecialist', 'IndicatieHoogstBekostigdeDiplomaIsSpecialist')),
    DatumTijdBepalingBekostigingsgrondslagen: MOMENT, StatusBepalingBekostigingsstatus: STATUS, Bekostigingsstatus: mag(WAAR('Bekostigingsstatus', 'Bekostigingsstatus')),
    BijdrageDiplomawaarde: bedrag('BijdrageDiplomawaarde'),
  }, [SIGNAAL])],
])

function groep(naam: string, bron: string, velden: Readonly<Record<string, Veld>>, groepen: readonly Groepindeling[] = [], ook: Readonly<Record<string, string>> = {}): Groepindeling {
  const lijst = new Map(Object.entries(velden).map(([element, v]) => [element.toLowerCase(), { ...v, sleutel: element, naam: element }]))
  for (const [anders, element] of Object.entries(ook)) {
    const v = lijst.get(element.toLowerCase())
    if (v !== undefined) lijst.set(anders, v)
  }
  return { naam, bron, velden: lijst, groepen: new Map(groepen.map((g) => [g.naam.toLowerCase(), g])) }
}
