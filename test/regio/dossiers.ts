/**
 * Bouwt uit de leveringen van een gebied het dossier van elke student, zoals een register dat zou doen: de laatste stand van elk ding telt. Leest alleen de
 * regels, zodat de proef ook ziet of zij te lezen zijn; het plan van de student komt hier niet in voor.
 */
import type { Leveringsrecord } from '../../src/aanlevering/index.ts'
import type { Dossier } from '../../src/beslissing/index.ts'
import type { InschrijvingMbo, InschrijvingVo } from '../../src/bron/index.ts'
import { leesGeboortedatum } from '../../src/bron/rules/geboortedatum.ts'
import type { Gebiedsleveringen } from '../../src/regio/leveringen.ts'

type Record<S extends Leveringsrecord['soort']> = Extract<Leveringsrecord, { soort: S }>

export interface Gelezen {
  readonly dossier: Dossier
  /** Het eerste record van de student. */
  readonly verwijzing: string
}

interface Stapel {
  readonly verwijzing: string
  readonly persoon: Record<'inschrijving'>['persoon']
  readonly dingen: Map<string, Leveringsrecord>
}

/** Per persoonsnummer. `overslaan`: regels die afgekeurd horen te worden, als `bestand:regel`. */
export function leesDossiers({ leveringen }: Pick<Gebiedsleveringen, 'leveringen'>, referentie: readonly Leveringsrecord[], overslaan: ReadonlySet<string>): ReadonlyMap<string, Gelezen> {
  const stapels = new Map<string, Stapel>()
  const algemeen: Leveringsrecord[] = [...referentie]
  for (const { bestand, regels } of leveringen) {
    for (const [i, regel] of regels.entries()) {
      const plek = `${bestand}:${i + 1}`
      if (overslaan.has(plek)) continue
      const record = JSON.parse(regel) as Leveringsrecord
      const nummer = nummerVan(record)
      if (nummer === undefined) algemeen.push(record)
      else stapelOp(stapels, nummer, plek, record)
    }
  }
  const omgeving = leesOmgeving(algemeen)
  return new Map([...stapels].map(([nummer, stapel]) => [nummer, { verwijzing: stapel.verwijzing, dossier: maakDossier(stapel, omgeving) }]))
}

function nummerVan(record: Leveringsrecord): string | undefined {
  if (record.soort === 'inschrijving') return record.persoon.persoonsnummer
  return 'persoonsnummer' in record ? record.persoonsnummer : undefined
}

function stapelOp(stapels: Map<string, Stapel>, nummer: string, plek: string, record: Leveringsrecord): void {
  let stapel = stapels.get(nummer)
  if (stapel === undefined) {
    if (record.soort !== 'inschrijving') throw new Error(`${plek}: het eerste record van een student is zijn inschrijving`)
    stapel = { verwijzing: plek, persoon: record.persoon, dingen: new Map() }
    stapels.set(nummer, stapel)
  }
  const sleutel = sleutelVan(record)
  // Een nieuwe stand komt achteraan: zo blijft het ding op zijn plek en telt het laatste.
  stapel.dingen.set(sleutel, record)
}

/** De sleutel waaronder het register een ding kent. */
function sleutelVan(record: Leveringsrecord): string {
  switch (record.soort) {
    case 'inschrijving': return `inschrijving ${record.inschrijving.brin} ${record.inschrijving.inschrijvingvolgnummer}`
    case 'diploma': return `diploma ${record.diploma.brin} ${record.diploma.resultaatvolgnummer}`
    case 'onderdeel': return `onderdeel ${record.onderdeel.brin} ${record.onderdeel.resultaatvolgnummer}`
    case 'bpv': return `bpv ${record.bpv.brin} ${record.bpv.bpvVolgnummer}`
    case 'leerrouteplan': return `plan ${record.leerrouteplan.van}`
    case 'oordeel': return `oordeel ${record.oordeel.datum}`
    case 'afwezigheid': return `afwezig ${record.brin} ${record.afwezigheid.datum} ${record.afwezigheid.geoorloofd}`
    case 'verzuimmelding': return `melding ${record.brin} ${record.verzuimmelding.begin} ${record.verzuimmelding.eind}`
    case 'vo-afgerond': return 'vo-afgerond'
    default: throw new Error(`een regio levert geen ${record.soort} over een student`)
  }
}

type Omgeving = Pick<Dossier, 'organisaties' | 'rioAangebodenOpleidingen' | 'samenwerkingsovereenkomsten' | 'interneRegelingen' | 'schoolvakanties'>

function leesOmgeving(records: readonly Leveringsrecord[]): Omgeving {
  const van = <S extends Leveringsrecord['soort']>(soort: S): readonly Record<S>[] => records.filter((record): record is Record<S> => record.soort === soort)
  return {
    organisaties: van('organisatie').flatMap(({ organisatie: { soort, naam, identificaties, bevoegdGezag, onderwijsaanbieders } }) => soort !== 'INSTELLING' ? [] : [{
      brin: identificaties.find((code) => code.soort === 'BRIN')?.waarde ?? '', naam, bevoegdGezag: bevoegdGezag?.[0]?.bestuursnummer ?? '',
      onderwijsaanbieders: (onderwijsaanbieders ?? []).map(({ code, sector }) => ({ code, sector })),
    }]),
    rioAangebodenOpleidingen: van('aanbod').map(({ aanbod: { eigenSleutel: _sleutel, ...aanbod } }) => ({ ...aanbod, einddatum: aanbod.einddatum ?? null })),
    samenwerkingsovereenkomsten: van('overeenkomst').map(({ overeenkomst: { partijen, van: begin, tot } }) => ({ partijen, van: begin, tot: tot ?? null })),
    interneRegelingen: van('regeling').map(({ regeling: { bevoegdGezag, van: begin, tot } }) => ({ bevoegdGezag, van: begin, tot: tot ?? null })),
    schoolvakanties: van('schoolvakantie').map(({ schoolvakantie }) => schoolvakantie),
  }
}

function maakDossier({ persoon, dingen }: Stapel, omgeving: Omgeving): Dossier {
  const records = [...dingen.values()]
  const van = <S extends Leveringsrecord['soort']>(soort: S): readonly Record<S>[] => records.filter((record): record is Record<S> => record.soort === soort)
  const geboortedatum = leesGeboortedatum(persoon.geboortedatum)
  if (geboortedatum === undefined) throw new Error('een student heeft een geboortedatum')
  const inschrijvingen = van('inschrijving').map(({ inschrijving }) => inschrijving)
  return {
    ...omgeving,
    leerling: { geboortedatum, woontInNederland: persoon.woontInNederland ?? true },
    voActiviteitenAfgerondOp: van('vo-afgerond').at(-1)?.afgerondOp ?? null,
    leerrouteplannen: van('leerrouteplan').map(({ leerrouteplan }) => leerrouteplan),
    gezamenlijkeOordelen: van('oordeel').map(({ oordeel }) => oordeel),
    inschrijvingenVo: inschrijvingen.filter(({ sector }) => sector !== 'MBO') as unknown as readonly InschrijvingVo[],
    inschrijvingenMbo: inschrijvingen.filter(({ sector }) => sector === 'MBO') as unknown as readonly InschrijvingMbo[],
    diplomas: van('diploma').map(({ diploma: { soort, niveau, datum } }) => ({ soort, niveau: niveau ?? null, datum })),
    behaaldeOnderdelen: van('onderdeel').flatMap(({ onderdeel: { soort, datum, behaald } }) => (behaald && datum ? [soort === 'GENERIEK' ? { datum } : { soort, datum }] : [])),
    afwezigheid: van('afwezigheid').map(({ afwezigheid: { datum, uren, geoorloofd, sector } }) => ({ datum, uren, geoorloofd, ...(sector ? { sector } : {}) })),
    verzuimmeldingen: van('verzuimmelding').map(({ verzuimmelding }) => ({ ...verzuimmelding, ingediendOp: verzuimmelding.ingediendOp ?? verzuimmelding.eind })),
  }
}
