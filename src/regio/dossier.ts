/** Een verzonnen student als dossier, zonder register: wat de scholen in de laatste ronde hebben geleverd. */
import type { Dossier } from '../beslissing/index.ts'
import type { InschrijvingMbo, InschrijvingVo } from '../bron/index.ts'
import type { Datum } from '../kern/datum.ts'
import type { Leerroute, Leerroutefase } from '../kern/leerroute.ts'
import { type Gebied, type Inschrijving, type Kalender, type Studentplan } from './plan/index.ts'
import { aanbodrecords } from './referentierecords.ts'

type Omgeving = Pick<Dossier, 'organisaties' | 'rioAangebodenOpleidingen' | 'samenwerkingsovereenkomsten' | 'interneRegelingen' | 'schoolvakanties'>
type Feit = Studentplan['feiten'][number]['record']
type Soort<S extends Feit['soort']> = Extract<Feit, { soort: S }>

/** Wat voor alle studenten van een gebied gelijk is: scholen, aanbod, afspraken en vakanties. */
export function maakOmgeving(gebied: Gebied, { vakanties }: Kalender): Omgeving {
  const records = gebied.scholen.flatMap((school) => aanbodrecords(gebied, school))
  return {
    organisaties: gebied.scholen.map(({ brin, naam, bestuur, sector, aanbieders }) => ({ brin, naam, bevoegdGezag: bestuur.nummer, onderwijsaanbieders: aanbieders.map(({ code }) => ({ code, sector })) })),
    rioAangebodenOpleidingen: van(records, 'aanbod').map(({ aanbod: { eigenSleutel: _sleutel, ...aanbod } }) => ({ ...aanbod, begindatum: aanbod.begindatum as Datum, einddatum: dag(aanbod.einddatum) })),
    samenwerkingsovereenkomsten: van(records, 'overeenkomst').map(({ overeenkomst }) => ({ partijen: overeenkomst.partijen, van: overeenkomst.van as Datum, tot: dag(overeenkomst.tot) })),
    interneRegelingen: van(records, 'regeling').map(({ regeling }) => ({ bevoegdGezag: regeling.bevoegdGezag, van: regeling.van as Datum, tot: dag(regeling.tot) })),
    schoolvakanties: vakanties,
  }
}

/** Alles over één student, zoals het na de laatste levering bekend is. Er is geen persoonsnummer en geen naam meer. */
export function maakDossier({ persoon, feiten }: Studentplan, omgeving: Omgeving): Dossier {
  const records = feiten.map(({ record }) => record)
  const inschrijvingen = laatsteStanden(van(records, 'inschrijving').map(({ inschrijving }) => inschrijving))
  return {
    ...omgeving,
    leerling: { geboortedatum: persoon.geboortedatum as Datum, woontInNederland: persoon.woontInNederland !== false },
    voActiviteitenAfgerondOp: dag(van(records, 'vo-afgerond').at(-1)?.afgerondOp),
    leerrouteplannen: van(records, 'leerrouteplan').map(({ brin, leerrouteplan }) => ({ ...leerrouteplan, van: leerrouteplan.van as Datum, vastgelegdDoor: brin })),
    gezamenlijkeOordelen: van(records, 'oordeel').map(({ oordeel }) => ({ ...oordeel, datum: oordeel.datum as Datum })),
    inschrijvingenVo: inschrijvingen.filter(({ sector }) => sector !== 'MBO').map(naarVo),
    inschrijvingenMbo: inschrijvingen.filter(({ sector }) => sector === 'MBO').map(naarMbo),
    diplomas: van(records, 'diploma').map(({ diploma: { soort, niveau, datum } }) => ({ soort, niveau: niveau ?? null, datum: datum as Datum })),
    behaaldeOnderdelen: van(records, 'onderdeel').flatMap(({ onderdeel: { behaald, datum } }) => (behaald && datum ? [{ datum: datum as Datum }] : [])),
    afwezigheid: van(records, 'afwezigheid').map(({ afwezigheid: { datum, uren, geoorloofd, sector } }) => ({ datum: datum as Datum, uren, geoorloofd, ...(sector ? { sector } : {}) })),
    verzuimmeldingen: van(records, 'verzuimmelding').map(({ verzuimmelding: { partij, begin, eind, ingediendOp } }) => ({ partij, begin: begin as Datum, eind: eind as Datum, ingediendOp: (ingediendOp ?? eind) as Datum })),
  }
}

function van<S extends Feit['soort']>(records: readonly Feit[], soort: S): readonly Soort<S>[] {
  return records.filter((record): record is Soort<S> => record.soort === soort)
}

/** De feiten staan in volgorde van levering: de laatste stand van een inschrijving geldt. */
function laatsteStanden(standen: readonly Inschrijving[]): readonly Inschrijving[] {
  return [...new Map(standen.map((stand) => [`${stand.brin} ${stand.inschrijvingvolgnummer}`, stand])).values()]
}

function naarVo(inschrijving: Inschrijving): InschrijvingVo {
  return { ...kop(inschrijving), perioden: inschrijving.perioden.map((periode) => ({ ...deel(periode), leerjaar: periode.leerjaar ?? null, leerweg: periode.leerweg ?? null })) }
}

function naarMbo(inschrijving: Inschrijving): InschrijvingMbo {
  return { ...kop(inschrijving), perioden: inschrijving.perioden.map((periode) => ({ ...deel(periode), leertraject: periode.leertraject ?? null, niveau: periode.niveau ?? null })) }
}

function kop({ brin, inschrijvingvolgnummer, datumInschrijving, datumUitschrijving }: Inschrijving) {
  return { brin, inschrijvingvolgnummer, datumInschrijving: datumInschrijving as Datum, datumUitschrijving: dag(datumUitschrijving) }
}

function deel({ datumBegin, opleidingcode, onderwijsaanbieder, indicatieBekostigbaar, leerroute, leerroutefase }: Inschrijving['perioden'][number]) {
  return {
    datumBegin: datumBegin as Datum, opleidingcode: opleidingcode ?? null, onderwijsaanbieder: onderwijsaanbieder ?? null, indicatieBekostigbaar,
    leerroute: (leerroute ?? null) as Leerroute | null, leerroutefase: (leerroutefase ?? null) as Leerroutefase | null,
  }
}

function dag(waarde: string | null | undefined): Datum | null {
  return (waarde ?? null) as Datum | null
}
