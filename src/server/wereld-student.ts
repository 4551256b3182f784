/** Alle handelingen over een student uit de verzonnen regio, in volgorde van tijd. */
import {
  leverInschrijving, registreerBpv, registreerDiploma, registreerOnderdeel, registreerVoAfgerond,
  type InschrijvingBericht, type InschrijvingMbo, type InschrijvingVo, type PersoonBericht,
} from '../bron/index.ts'
import { plusDagen, type Datum, type Moment } from '../kern/datum.ts'
import type { Sector } from '../kern/leerroute.ts'
import { legLeerrouteplanVast, legOordeelVast } from '../leerroute/index.ts'
import { vindAanbieder } from '../organisatie/index.ts'
import { meldVerzuim, registreerAfwezigheid, trekMeldingIn } from '../verzuim/index.ts'
import type { WereldStudent } from './wereld-bestanden.ts'
import { maakLeveringen, type Levering } from './wereld-standen.ts'
import { momentVan, opZijnVroegst, type Stap } from './wereld-stap.ts'

/** De stappen; die van hetzelfde moment staan in de volgorde waarin zij van elkaar afhangen. */
export function maakStudentstappen(student: WereldStudent): readonly Stap[] {
  const inschrijvingen = inschrijvingstappen(student)
  const eerste = new Map<string | null, Moment>()
  for (const { brin, moment } of inschrijvingen.toSorted(opMoment).toReversed()) eerste.set(brin, moment)
  const later = [...afspraakstappen(student), ...resultaatstappen(student), ...verzuimstappen(student)].map((stap) => ({ ...stap, moment: opZijnVroegst(stap.moment, eerste.get(stap.brin) ?? stap.moment) }))
  return [...inschrijvingen, ...later].sort(opMoment)
}

function opMoment(a: Stap, b: Stap): number {
  if (a.moment === b.moment) return 0
  return a.moment < b.moment ? -1 : 1
}

function inschrijvingstappen(student: WereldStudent): readonly Stap[] {
  const { dossier } = student
  const persoon = maakPersoon(student)
  const leveringen: readonly Levering<InschrijvingVo | InschrijvingMbo>[] = [
    ...maakLeveringen(dossier.inschrijvingenVo), ...maakLeveringen(dossier.inschrijvingenMbo),
  ]
  return leveringen.map(({ moment, stand }) => ({
    moment, brin: stand.brin, wat: `inschrijving ${stand.brin}-${stand.inschrijvingvolgnummer}`,
    voer: (uitvoerder, ctx) => leverInschrijving(uitvoerder, ctx, { persoon, inschrijving: maakBericht(student, stand) }),
  }))
}

function maakPersoon(student: WereldStudent): PersoonBericht {
  const { dossier: { leerling }, naam, geslacht } = student
  return { persoonsnummer: nummerVan(student), geboortedatum: leerling.geboortedatum, geslacht, naam, woontInNederland: leerling.woontInNederland }
}

function maakBericht({ dossier }: WereldStudent, stand: InschrijvingVo | InschrijvingMbo): InschrijvingBericht {
  const { brin, inschrijvingvolgnummer, datumInschrijving, datumUitschrijving, perioden } = stand
  const sector = sectorVan(dossier, perioden[0]?.onderwijsaanbieder)
  return {
    sector, brin, inschrijvingvolgnummer, datumInschrijving, datumUitschrijving: datumUitschrijving ?? null,
    // Wat alleen over de kennis gaat, hoort niet in een bericht.
    perioden: perioden.map(({ bekendOp: _b, vervallenOp: _v, vastgelegdOp: _o, ...periode }) => periode),
  }
}

function sectorVan({ organisaties }: WereldStudent['dossier'], aanbieder: string | null | undefined): Sector {
  const gevonden = aanbieder ? vindAanbieder(organisaties, aanbieder) : undefined
  if (gevonden === undefined) throw new Error(`onderwijsaanbieder ${aanbieder ?? '(leeg)'} staat niet in wereld/regio.yaml`)
  return gevonden.sector
}

function* resultaatstappen(student: WereldStudent): Generator<Stap> {
  const { dossier, bpv } = student
  const deelnemer = { persoonsnummer: nummerVan(student) }
  const [vo, mbo] = [dossier.inschrijvingenVo[0], dossier.inschrijvingenMbo[0]]
  for (const [index, diploma] of dossier.diplomas.entries()) {
    const bij = diploma.soort.startsWith('MBO') ? mbo : vo
    if (bij === undefined) continue
    const bericht = { deelnemer, brin: bij.brin, resultaatvolgnummer: `D${index + 1}`, soort: diploma.soort, niveau: diploma.niveau ?? null, datum: diploma.datum, inschrijvingvolgnummer: bij.inschrijvingvolgnummer }
    yield stap(diploma, diploma.datum, bij.brin, 'diploma', (uitvoerder, ctx) => registreerDiploma(uitvoerder, ctx, bericht))
  }
  if (vo !== undefined && dossier.voActiviteitenAfgerondOp !== null) {
    const bericht = { deelnemer, brin: vo.brin, afgerondOp: dossier.voActiviteitenAfgerondOp }
    yield stap({}, dossier.voActiviteitenAfgerondOp, vo.brin, 'vo-activiteiten afgerond', (uitvoerder, ctx) => registreerVoAfgerond(uitvoerder, ctx, bericht))
  }
  if (mbo === undefined) return
  for (const [index, onderdeel] of dossier.behaaldeOnderdelen.entries()) {
    const bericht = { deelnemer, brin: mbo.brin, resultaatvolgnummer: `O${index + 1}`, soort: onderdeel.soort ?? 'EXAMENONDERDEEL', datum: onderdeel.datum, behaald: true, inschrijvingvolgnummer: mbo.inschrijvingvolgnummer } as const
    yield stap(onderdeel, onderdeel.datum, mbo.brin, 'onderdeel', (uitvoerder, ctx) => registreerOnderdeel(uitvoerder, ctx, bericht))
  }
  for (const stage of bpv) {
    const bericht = {
      deelnemer, brin: stage.brin, inschrijvingvolgnummer: mbo.inschrijvingvolgnummer, bpvVolgnummer: stage.volgnummer, afsluitdatum: stage.afsluitdatum,
      datumBegin: stage.begin, datumEindeGepland: stage.eindGepland, datumEindeWerkelijk: stage.eindWerkelijk, omvangUren: stage.omvang, leerbedrijfId: stage.leerbedrijf,
    }
    yield stap({}, stage.afsluitdatum, stage.brin, 'bpv', (uitvoerder, ctx) => registreerBpv(uitvoerder, ctx, bericht))
  }
}

function* afspraakstappen(student: WereldStudent): Generator<Stap> {
  const { dossier } = student
  const brin = (dossier.inschrijvingenVo[0] ?? dossier.inschrijvingenMbo[0])?.brin
  if (brin === undefined) return
  const over = { deelnemer: { persoonsnummer: nummerVan(student) }, brin }
  for (const { van, voOnderwijsaanbieder, mboOnderwijsaanbieder, beoogdNiveau, ...feit } of dossier.leerrouteplannen) {
    const bericht = { ...over, van, voOnderwijsaanbieder, mboOnderwijsaanbieder, beoogdNiveau: beoogdNiveau ?? null }
    yield stap(feit, plusDagen(van, -DAGEN_PLAN_VOORAF), brin, 'leerrouteplan', (uitvoerder, ctx) => legLeerrouteplanVast(uitvoerder, ctx, bericht))
  }
  for (const { datum, ondertekendVo, ondertekendMbo, ...feit } of dossier.gezamenlijkeOordelen) {
    // Beide handtekeningen in een keer: dat kan alleen het systeem. Een mbo zonder inschrijving kent de leerling nog niet.
    const bericht = { ...over, datum, ondertekendVo, ondertekendMbo }
    yield { ...stap(feit, datum, brin, 'gezamenlijk oordeel', (uitvoerder, ctx) => legOordeelVast(uitvoerder, ctx, bericht)), namens: 'systeem' }
  }
}

/** Zo veel dagen voor het begin van de route spreken de scholen af met wie. */
const DAGEN_PLAN_VOORAF = 20

function* verzuimstappen(student: WereldStudent): Generator<Stap> {
  const { dossier } = student
  const deelnemer = { persoonsnummer: nummerVan(student) }
  const brinVoor = (sector: 'VO' | 'MBO'): string | undefined => (sector === 'VO' ? dossier.inschrijvingenVo : dossier.inschrijvingenMbo)[0]?.brin
  for (const { datum, uren, geoorloofd, sector = 'VO', ...feit } of dossier.afwezigheid) {
    const brin = brinVoor(sector)
    if (brin === undefined) throw new Error(`afwezigheid bij ${sector} zonder inschrijving daar, in wereld/studenten`)
    yield stap(feit, datum, brin, 'afwezigheid', (uitvoerder, ctx) => registreerAfwezigheid(uitvoerder, ctx, { deelnemer, brin, datum, uren, geoorloofd, sector }))
  }
  for (const { partij, begin, eind, ingediendOp, ingetrokkenOp, ...feit } of dossier.verzuimmeldingen) {
    const brin = brinVoor(partij)
    if (brin === undefined) throw new Error(`verzuimmelding van ${partij} zonder inschrijving daar, in wereld/studenten`)
    yield stap(feit, ingediendOp, brin, 'verzuimmelding', (uitvoerder, ctx) => meldVerzuim(uitvoerder, ctx, { deelnemer, brin, partij, begin, eind, ingediendOp }))
    if (ingetrokkenOp) yield stap({}, ingetrokkenOp, brin, 'intrekken van een melding', (uitvoerder, ctx) => trekMeldingIn(uitvoerder, ctx, { deelnemer, brin, partij, begin, eind, ingetrokkenOp }))
  }
}

function stap(feit: Parameters<typeof momentVan>[0], dag: Datum, brin: string, wat: string, voer: Stap['voer']): Stap {
  return { moment: momentVan(feit, dag), brin, wat: `${wat} bij ${brin}`, voer }
}

function nummerVan({ burgerservicenummer, onderwijsnummer }: WereldStudent): string {
  const nummer = burgerservicenummer ?? onderwijsnummer
  if (nummer === null) throw new Error('een student in wereld/studenten heeft geen persoonsnummer')
  return nummer
}
