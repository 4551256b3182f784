/** K-STR-01: de verzonnen leerling bij een weg door het stroomschema. Alles wat niet gevraagd is, klopt: dan gaat het besluit over de antwoorden. */
import type { InschrijvingMbo, InschrijvingVo } from '../../bron/index.ts'
import { beginSchooljaar, type Datum, plusDagen } from '../../kern/datum.ts'
import type { Leerroute, Niveau } from '../../kern/leerroute.ts'
import type { Normen } from '../../normen/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Schemaantwoorden, Schemaweg } from './stroomschema.ts'

/** Wat de antwoorden zeggen over de leerling, voor wie de weg af is. */
export interface Stroomcasus {
  readonly dossier: Dossier
  /** De dag waarover beslist wordt: vandaag, of de eerste dag van een route die nog moet beginnen. */
  readonly peildatum: Datum
  readonly route: Leerroute | null
}

interface Situatie {
  readonly route: Leerroute
  readonly niveau: Niveau
  readonly begin: Datum
  /** Eerste dag van fase MBO. */
  readonly beginMbo: Datum
  readonly vandaag: Datum
}

export function maakStroomcasus(weg: Pick<Schemaweg, 'schakels' | 'antwoorden'>, vandaag: Datum, normen: Normen): Stroomcasus {
  const route = routeVan(weg)
  const schooljaar = beginSchooljaar(vandaag)
  const begin = jarenVerder(schooljaar, 1 - Number(weg.antwoorden['F7'] ?? '1'))
  const jaren = normen.getal('leerroute/jaren-fase-vo', begin)
  const situatie: Situatie | null = route && {
    route, begin, vandaag, beginMbo: jarenVerder(beginSchooljaar(begin), jaren.soort === 'geldt' ? jaren.waarde : 0), niveau: `MBO-${weg.antwoorden['F3'] ?? '2'}` as Niveau,
  }
  return { peildatum: begin > vandaag ? begin : vandaag, route, dossier: maakDossier(situatie, weg.antwoorden, begin, schooljaar) }
}

/** De laatste route op de weg: wie eerst het een koos en terugging, volgt het ander. */
function routeVan({ schakels }: Pick<Schemaweg, 'schakels'>): Leerroute | null {
  return schakels.reduce<Leerroute | null>((route, schakel) => ('einde' in schakel ? schakel.einde.route ?? route : route), null)
}

export const VERZONNEN_VO = { brin: '00VO', aanbieder: '000A001', gezag: '00001' } as const
export const VERZONNEN_MBO = { brin: '00MB', aanbieder: '000A002', gezag: '00002' } as const

function maakDossier(situatie: Situatie | null, antwoorden: Schemaantwoorden, begin: Datum, schooljaar: Datum): Dossier {
  const klaarMetVmbo = situatie !== null && antwoorden['F9'] === 'j'
  const klaarMetMbo = situatie !== null && antwoorden['F11'] === 'j'
  const gisteren = situatie === null ? null : plusDagen(situatie.vandaag, -1)
  return {
    leerling: { geboortedatum: jarenVerder(begin, -LEEFTIJD_BIJ_BEGIN), woontInNederland: true },
    // Voor fase MBO begon; een vmbo-diploma staat hieronder.
    voActiviteitenAfgerondOp: klaarMetVmbo && situatie.route === 'GLR' ? plusDagen(situatie.beginMbo, -1) : null,
    organisaties: [
      { brin: VERZONNEN_VO.brin, bevoegdGezag: VERZONNEN_VO.gezag, onderwijsaanbieders: [{ code: VERZONNEN_VO.aanbieder, sector: 'VO' }] },
      { brin: VERZONNEN_MBO.brin, bevoegdGezag: VERZONNEN_MBO.gezag, onderwijsaanbieders: [{ code: VERZONNEN_MBO.aanbieder, sector: 'MBO' }] },
    ],
    leerrouteplannen: situatie === null ? [] : [{ van: begin, voOnderwijsaanbieder: VERZONNEN_VO.aanbieder, mboOnderwijsaanbieder: VERZONNEN_MBO.aanbieder, beoogdNiveau: situatie.niveau }],
    ...afspraken(situatie),
    inschrijvingenVo: situatie === null ? [gewoonVmbo(schooljaar)] : [voInschrijving(situatie, klaarMetMbo ? gisteren : null)],
    inschrijvingenMbo: situatie === null || antwoorden['F8'] !== 'j' ? [] : [mboInschrijving(situatie, klaarMetMbo ? gisteren : null)],
    diplomas: [
      ...(klaarMetVmbo && situatie.route === 'DLR' ? [{ soort: 'VMBO', datum: plusDagen(situatie.beginMbo, -1) } as const] : []),
      ...(klaarMetMbo && gisteren !== null ? [{ soort: 'MBO', niveau: situatie.niveau, datum: gisteren } as const] : []),
    ],
    behaaldeOnderdelen: [], afwezigheid: [], schoolvakanties: [], verzuimmeldingen: [],
  }
}

/** Wie aan leerjaar 3 begint is meestal 14 of 15: na twee jaar nog geen 18. */
const LEEFTIJD_BIJ_BEGIN = 15

/** Aanbod in RIO, overeenkomst en oordeel zijn er: de vragen gaan daar niet over. */
function afspraken(situatie: Situatie | null): Pick<Dossier, 'rioAangebodenOpleidingen' | 'samenwerkingsovereenkomsten' | 'interneRegelingen' | 'gezamenlijkeOordelen'> {
  if (situatie === null) return { rioAangebodenOpleidingen: [], samenwerkingsovereenkomsten: [], interneRegelingen: [], gezamenlijkeOordelen: [] }
  const { route, begin } = situatie
  const leerrouteKenmerk = `${route}_VMBO_MBO` as const
  return {
    rioAangebodenOpleidingen: [
      { onderwijsaanbieder: VERZONNEN_VO.aanbieder, sector: 'VO', leerrouteKenmerk, samenwerkendeOnderwijsaanbieders: [VERZONNEN_MBO.aanbieder], begindatum: begin },
      { onderwijsaanbieder: VERZONNEN_MBO.aanbieder, sector: 'MBO', leerrouteKenmerk, samenwerkendeOnderwijsaanbieders: [VERZONNEN_VO.aanbieder], begindatum: begin },
    ],
    samenwerkingsovereenkomsten: [{ partijen: [VERZONNEN_VO.gezag, VERZONNEN_MBO.gezag], van: begin }],
    interneRegelingen: [],
    gezamenlijkeOordelen: route === 'GLR' ? [{ datum: begin, ondertekendVo: true, ondertekendMbo: true }] : [],
  }
}

function gewoonVmbo(schooljaar: Datum): InschrijvingVo {
  return {
    brin: VERZONNEN_VO.brin, inschrijvingvolgnummer: '1', datumInschrijving: schooljaar,
    perioden: [{ datumBegin: schooljaar, leerjaar: 2, onderwijsaanbieder: VERZONNEN_VO.aanbieder, indicatieBekostigbaar: 'J' }],
  }
}

/** De scholen hebben de fase op tijd omgezet; of dat ook moet, zegt het besluit. */
function voInschrijving({ route, begin, beginMbo, vandaag }: Situatie, uit: Datum | null): InschrijvingVo {
  const periode = { onderwijsaanbieder: VERZONNEN_VO.aanbieder, indicatieBekostigbaar: 'J', leerroute: route, leerweg: route === 'GLR' ? 'BB' : null } as const
  // Leerjaar 2 deed hij al op deze school: zo is ook wie nog moet beginnen een leerling.
  const leerjaar2 = jarenVerder(begin, -1)
  return {
    brin: VERZONNEN_VO.brin, inschrijvingvolgnummer: '1', datumInschrijving: leerjaar2, datumUitschrijving: uit,
    perioden: [
      { datumBegin: leerjaar2, leerjaar: 2, onderwijsaanbieder: VERZONNEN_VO.aanbieder, indicatieBekostigbaar: 'J' },
      { ...periode, datumBegin: begin, leerjaar: 3, leerroutefase: 'VO' },
      ...(beginMbo <= vandaag ? [{ ...periode, datumBegin: beginMbo, leerjaar: 4, leerroutefase: 'MBO' } as const] : []),
    ],
  }
}

function mboInschrijving({ route, niveau, beginMbo }: Situatie, uit: Datum | null): InschrijvingMbo {
  return {
    brin: VERZONNEN_MBO.brin, inschrijvingvolgnummer: '1', datumInschrijving: beginMbo, datumUitschrijving: uit,
    perioden: [{ datumBegin: beginMbo, leertraject: 'BOL', niveau, onderwijsaanbieder: VERZONNEN_MBO.aanbieder, indicatieBekostigbaar: 'J', leerroute: route, leerroutefase: 'MBO' }],
  }
}

/** Dezelfde dag, zo veel jaren later. De dag is altijd 1 augustus en bestaat dus elk jaar. */
function jarenVerder(dag: Datum, jaren: number): Datum {
  return `${String(Number(dag.slice(0, 4)) + jaren).padStart(4, '0')}${dag.slice(4)}` as Datum
}
