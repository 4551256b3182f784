import type { Dossier } from '../../beslissing/zonder-register.ts'
import { datum } from '../../kern/datum.ts'
import type { Velden } from './samenvoegen.ts'
import { alleen, getal, isVelden, keuze, lijst, tekst, velden } from './samenvoegen.ts'

const SECTOREN = ['VO', 'VSO', 'MBO'] as const
const ROUTES = ['DLR', 'GLR'] as const
const FASEN = ['VO', 'MBO'] as const
const LEERWEGEN = ['BB', 'KB', 'GL', 'TL'] as const
const NIVEAUS = ['MBO-1', 'MBO-2', 'MBO-3', 'MBO-4'] as const
const LEERTRAJECTEN = ['BOL', 'BBL', 'BOL_DT', 'OVO', 'EX', 'ODT'] as const
const DIPLOMAS = ['VMBO', 'HAVO', 'VWO', 'MBO', 'MBO_CERTIFICAAT'] as const
const JA_NEE = ['J', 'N'] as const
const FEITEN = [
  'geboortedatum', 'woontInNederland', 'voActiviteitenAfgerondOp', 'scholen', 'plan', 'aanbod', 'overeenkomst', 'interneRegeling', 'oordeel',
  'vo', 'mbo', 'diplomas', 'onderdelen', 'verzuimuren', 'verzuimSector', 'vakanties', 'meldingen',
]
const PERIODEVELDEN = [
  'leerjaar', 'leerweg', 'leertraject', 'niveau', 'indicatieBekostigbaar', 'leerroute', 'leerroutefase', 'onderwijsaanbieder', 'bekendOp', 'vervallenOp',
]

interface School {
  readonly brin: string
  readonly code: string
  readonly gezag: string
}

/** Maakt van de korte vorm in regels/ een volledig dossier. Een onbekend veld is een fout: anders test een typefout niets. */
export function bouwDossier(feiten: Velden): Dossier {
  alleen(feiten, FEITEN, 'gegeven')
  const scholen = velden(feiten, 'scholen')
  const school = (naam: string): School => leesSchool(velden(scholen, naam))
  return {
    leerling: { geboortedatum: datum(tekst(feiten, 'geboortedatum')), woontInNederland: feiten['woontInNederland'] !== false },
    voActiviteitenAfgerondOp: dagOf(feiten, 'voActiviteitenAfgerondOp'),
    organisaties: Object.keys(scholen).map((naam) => bouwOrganisatie(velden(scholen, naam))),
    leerrouteplannen: een(feiten, 'plan', (plan) => ({
      van: datum(tekst(plan, 'van')),
      voOnderwijsaanbieder: school('vo').code,
      mboOnderwijsaanbieder: school('mbo').code,
      beoogdNiveau: keuze(plan, 'beoogdNiveau', NIVEAUS),
    })),
    rioAangebodenOpleidingen: Object.values(velden(feiten, 'aanbod')).filter(isVelden).map((aanbod) => bouwAanbod(aanbod, scholen)),
    samenwerkingsovereenkomsten: een(feiten, 'overeenkomst', (overeenkomst) => ({
      partijen: [school('vo').gezag, school('mbo').gezag], van: datum(tekst(overeenkomst, 'van')), tot: dagOf(overeenkomst, 'tot'),
    })),
    interneRegelingen: een(feiten, 'interneRegeling', (regeling) => ({
      bevoegdGezag: school('vo').gezag, van: datum(tekst(regeling, 'van')), tot: dagOf(regeling, 'tot'),
    })),
    gezamenlijkeOordelen: een(feiten, 'oordeel', (oordeel) => ({
      datum: datum(tekst(oordeel, 'datum')), ondertekendVo: oordeel['ondertekendVo'] === true, ondertekendMbo: oordeel['ondertekendMbo'] === true,
    })),
    inschrijvingenVo: een(feiten, 'vo', (vo) => bouwInschrijving(vo, school('vo'))),
    inschrijvingenMbo: een(feiten, 'mbo', (mbo) => bouwInschrijving(mbo, school('mbo'))),
    diplomas: lijst(feiten, 'diplomas').map((diploma) => ({
      soort: verplicht(keuze(diploma, 'soort', DIPLOMAS), 'soort'), niveau: keuze(diploma, 'niveau', NIVEAUS), datum: datum(tekst(diploma, 'datum')),
    })),
    behaaldeOnderdelen: lijst(feiten, 'onderdelen').map((onderdeel) => ({ datum: datum(tekst(onderdeel, 'datum')) })),
    afwezigheid: bouwAfwezigheid(feiten),
    schoolvakanties: lijst(feiten, 'vakanties').map((vakantie) => ({ van: datum(tekst(vakantie, 'van')), tot: datum(tekst(vakantie, 'tot')) })),
    verzuimmeldingen: lijst(feiten, 'meldingen').map((melding) => ({
      partij: verplicht(keuze(melding, 'partij', FASEN), 'partij'),
      begin: datum(tekst(melding, 'begin')),
      eind: datum(tekst(melding, 'eind')),
      ingediendOp: datum(tekst(melding, 'ingediendOp')),
      ingetrokkenOp: dagOf(melding, 'ingetrokkenOp'),
    })),
  }
}

function bouwOrganisatie(school: Velden): Dossier['organisaties'][number] {
  const { brin, code, gezag } = leesSchool(school)
  return { brin, naam: tekst(school, 'naam'), bevoegdGezag: gezag, onderwijsaanbieders: [{ code, sector: verplicht(keuze(school, 'sector', SECTOREN), 'sector') }] }
}

function leesSchool(school: Velden): School {
  return { brin: tekst(school, 'brin'), code: tekst(school, 'code'), gezag: tekst(school, 'bevoegdGezag') }
}

function bouwAanbod(aanbod: Velden, scholen: Velden): Dossier['rioAangebodenOpleidingen'][number] {
  alleen(aanbod, ['school', 'route', 'partners', 'begindatum', 'einddatum'], 'aanbod')
  const school = velden(scholen, tekst(aanbod, 'school'))
  const partners = aanbod['partners']
  return {
    onderwijsaanbieder: tekst(school, 'code'),
    sector: verplicht(keuze(school, 'sector', SECTOREN), 'sector'),
    leerrouteKenmerk: keuze(aanbod, 'route', ROUTES) === 'GLR' ? 'GLR_VMBO_MBO' : 'DLR_VMBO_MBO',
    samenwerkendeOnderwijsaanbieders: Array.isArray(partners) ? partners.map((naam) => tekst(velden(scholen, String(naam)), 'code')) : [],
    begindatum: datum(tekst(aanbod, 'begindatum')),
    einddatum: dagOf(aanbod, 'einddatum'),
  }
}

type Inschrijving = Dossier['inschrijvingenVo'][number] & Dossier['inschrijvingenMbo'][number]

/** Elke periode erft van de vorige: een geval noemt alleen wat verandert. */
function bouwInschrijving(inschrijving: Velden, school: School): Inschrijving {
  alleen(inschrijving, ['perioden', 'datumInschrijving', 'datumUitschrijving', 'uitschrijvingBekendOp'], 'inschrijving')
  const perioden: Inschrijving['perioden'][number][] = []
  let vorige: Velden = {}
  for (const [begin, inhoud] of Object.entries(velden(inschrijving, 'perioden')).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isVelden(inhoud)) continue
    vorige = { ...vorige, bekendOp: null, vervallenOp: null, ...inhoud }
    perioden.push(bouwPeriode(begin, vorige, school))
  }
  const eerste = perioden[0]
  if (eerste === undefined) throw new Error('een inschrijving heeft ten minste één periode')
  return {
    brin: school.brin,
    inschrijvingvolgnummer: '1',
    datumInschrijving: dagOf(inschrijving, 'datumInschrijving') ?? eerste.datumBegin,
    datumUitschrijving: dagOf(inschrijving, 'datumUitschrijving'),
    uitschrijvingBekendOp: dagOf(inschrijving, 'uitschrijvingBekendOp'),
    perioden,
  }
}

function bouwPeriode(begin: string, periode: Velden, school: School): Inschrijving['perioden'][number] {
  alleen(periode, PERIODEVELDEN, `periode ${begin}`)
  return {
    datumBegin: datum(begin),
    onderwijsaanbieder: school.code,
    indicatieBekostigbaar: keuze(periode, 'indicatieBekostigbaar', JA_NEE) ?? 'J',
    leerjaar: getal(periode, 'leerjaar'),
    leerweg: keuze(periode, 'leerweg', LEERWEGEN),
    leertraject: keuze(periode, 'leertraject', LEERTRAJECTEN),
    niveau: keuze(periode, 'niveau', NIVEAUS),
    leerroute: keuze(periode, 'leerroute', ROUTES),
    leerroutefase: keuze(periode, 'leerroutefase', FASEN),
    bekendOp: dagOf(periode, 'bekendOp'),
    vervallenOp: dagOf(periode, 'vervallenOp'),
  }
}

function bouwAfwezigheid(feiten: Velden): Dossier['afwezigheid'] {
  const uren = velden(feiten, 'verzuimuren')
  const sector = keuze(feiten, 'verzuimSector', FASEN) ?? 'VO'
  return Object.entries(uren).map(([dag, aantal]) => ({ datum: datum(dag), uren: Number(aantal), geoorloofd: false, sector }))
}

function een<T>(feiten: Velden, naam: string, bouw: (inhoud: Velden) => T): readonly T[] {
  const inhoud = feiten[naam]
  return isVelden(inhoud) ? [bouw(inhoud)] : []
}

function dagOf(inhoud: Velden, naam: string): ReturnType<typeof datum> | null {
  const waarde = inhoud[naam]
  return waarde === undefined || waarde === null ? null : datum(tekst(inhoud, naam))
}

function verplicht<T>(waarde: T | null, naam: string): T {
  if (waarde === null) throw new Error(`${naam} is verplicht`)
  return waarde
}
