import type { Datum } from '../../../kern/datum.ts'
import { telt } from '../../../kern/bekend.ts'
import type { Fase, Partij, Sector } from '../../../kern/leerroute.ts'
import type { Signaalcode } from '../../../kern/signaalcode.ts'
import type { Diploma } from '../../../bron/index.ts'
import type { Leerlingbeeld } from '../../../beslissing/index.ts'
import { weegPlannen } from '../../../leerroute/index.ts'
import { type Woorden, woordenIn } from '../teksten.ts'
import type { Lijstsignaal } from '../signalen.ts'
import { adresMet } from '../vraag.ts'
import { verzuimdagen, verzuimhaken, type Verzuimdag, type Verzuimhaak } from './afwezigheidsdagen.ts'
import { leesPerioden, type Tijdlijnperiode } from './periodes.ts'
import { bepaalBereik, valtIn, type Bereik } from './schaal.ts'
import type { Speldinvoer } from './signaalrijen.ts'

/** Alles wat getekend wordt, in dagen; de drie tekeningen en de tabellen lezen hetzelfde beeld. */
export interface Tijdlijnbeeld {
  readonly woorden: Woorden
  readonly bereik: Bereik
  readonly vandaag: Datum
  readonly peildatum: Datum
  readonly bekendOp: Datum | null
  readonly banen: readonly [Baan, Baan]
  readonly fasevakken: readonly { readonly van: Datum, readonly totEnMet: Datum, readonly fase: Fase }[]
  readonly teldata: readonly Telpunt[]
  readonly diplomas: readonly Diplomamerk[]
  readonly stages: readonly { readonly datum: Datum, readonly label: string }[]
  readonly verzuim: { readonly dagen: readonly Verzuimdag[], readonly haken: readonly Verzuimhaak[] }
  readonly spelden: readonly Speldinvoer[]
  readonly beginRoute: Datum | null
  /** Aantal perioden dat pas na de kennisdatum bekend werd. */
  readonly verborgen: number
  /** De tekening in één zin. */
  readonly omschrijving: string
}

export interface Baan {
  readonly register: 'VO' | 'MBO'
  readonly sector: Sector
  readonly school: string
  readonly perioden: readonly Baanperiode[]
  readonly ontbreekt: { readonly van: Datum, readonly totEnMet: Datum, readonly open: boolean, readonly label: string } | null
}

export interface Baanperiode extends Tijdlijnperiode {
  /** Bij twee inschrijvingen tegelijk deelt de baan zich in gelijke helften, de oudste boven. */
  readonly rij: number
  readonly rijen: number
}

export interface Telpunt {
  readonly datum: Datum
  /** null = nog niet geweest. */
  readonly betaler: Partij | null
  readonly href: string
}

export interface Diplomamerk {
  readonly datum: Datum
  readonly plaats: 'boven' | 'onder'
  readonly label: string
}

export function maakTijdlijnbeeld(beeld: Leerlingbeeld, signalen: readonly Lijstsignaal[], titel: (code: Signaalcode) => string, woorden: Woorden = woordenIn('nl')): Tijdlijnbeeld {
  const { dossier, besluit, vandaag, tijdlijn } = beeld
  const { perioden, verborgen } = leesPerioden(dossier, besluit.bekendOp, beeld.opleidingsnamen ?? {}, woorden)
  const bereik = bepaalBereik(perioden.map(({ van }) => van), [...perioden.map(({ totEnMet }) => totEnMet), ...signalen.filter(({ open }) => open).map(() => null)], vandaag)
  const dagen = verzuimdagen(dossier, besluit.bekendOp).filter(({ datum }) => valtIn(datum, bereik))
  return {
    woorden, bereik, vandaag, peildatum: besluit.peildatum, bekendOp: besluit.bekendOp, verborgen, beginRoute: tijdlijn.beginRouteSchooljaar,
    banen: [baan('VO', perioden, signalen, beeld, woorden), baan('MBO', perioden, signalen, beeld, woorden)],
    fasevakken: voegSamen(tijdlijn.tijdvakken.filter(({ van }) => van <= vandaag), vandaag),
    teldata: telpunten(beeld, bereik),
    diplomas: dossier.diplomas.filter((diploma) => telt(diploma, besluit.bekendOp) && valtIn(diploma.datum, bereik)).map((diploma) => diplomamerk(diploma, woorden)),
    stages: beeld.bpv.filter(({ begin }) => valtIn(begin, bereik)).map(({ begin }) => ({ datum: begin, label: woorden.tekst.tl.stage(woorden.datum.kort(begin)) })),
    verzuim: { dagen, haken: verzuimhaken(dossier, besluit, dagen, woorden) },
    spelden: signalen.filter(({ van }) => van <= bereik.totEnMet).map(({ anker, niveau, code, van, totEnMet }) => ({ anker, niveau, label: titel(code), van, totEnMet })),
    omschrijving: omschrijf(beeld, signalen, woorden),
  }
}

/** De registraties die volgens een signaal ontbreken; de tekening zoekt ze niet zelf. */
const ONTBREEKT: readonly { readonly code: Signaalcode, readonly register: 'VO' | 'MBO', readonly label: 'mboOntbreekt' | 'voOntbreekt' }[] = [
  { code: 'SIG-MBO-INSCHRIJVING-ONTBREEKT', register: 'MBO', label: 'mboOntbreekt' },
  { code: 'SIG-VO-UITSCHRIJVING-TE-VROEG', register: 'VO', label: 'voOntbreekt' },
]

function baan(register: 'VO' | 'MBO', alle: readonly Tijdlijnperiode[], signalen: readonly Lijstsignaal[], beeld: Leerlingbeeld, { tekst: { tl } }: Woorden): Baan {
  const perioden = alle.filter((periode) => periode.register === register)
  const mist = ONTBREEKT.find((regel) => regel.register === register && signalen.some(({ code }) => code === regel.code))
  const signaal = mist && signalen.find(({ code, open }) => code === mist.code && open) || signalen.find(({ code }) => code === mist?.code)
  const scholen = [...new Set(perioden.toReversed().map(({ school }) => school))]
  return {
    register, sector: perioden.at(-1)?.sector ?? register, school: scholen.join(tl.eerder) || schoolUitPlan(register, beeld) || tl.geenInschrijving,
    perioden: metRijen(perioden),
    ontbreekt: mist && signaal ? { van: signaal.van, totEnMet: signaal.totEnMet ?? beeld.vandaag, open: signaal.open, label: tl[mist.label] } : null,
  }
}

/** Zonder inschrijving noemt het leerrouteplan de school (K-CAS-06). */
function schoolUitPlan(register: 'VO' | 'MBO', { dossier, besluit }: Leerlingbeeld): string | undefined {
  const leerrouteplannen = dossier.leerrouteplannen.filter((een) => telt(een, besluit.bekendOp))
  const plan = leerrouteplannen.length === 1 ? leerrouteplannen[0] : weegPlannen({ ...dossier, leerrouteplannen }, besluit.peildatum).plan
  const code = register === 'VO' ? plan?.voOnderwijsaanbieder : plan?.mboOnderwijsaanbieder
  return dossier.organisaties.find(({ onderwijsaanbieders }) => onderwijsaanbieders.some((aanbieder) => aanbieder.code === code))?.naam
}

function metRijen(perioden: readonly Tijdlijnperiode[]): Baanperiode[] {
  return perioden.map((periode) => {
    const tegelijk = perioden.filter((ander) => isAndere(periode, ander) && overlapt(periode, ander))
    const inschrijvingen = [...new Set([periode, ...tegelijk].toSorted((a, b) => (begin(perioden, a) < begin(perioden, b) ? -1 : 1)).map(sleutel))]
    return { ...periode, rij: inschrijvingen.indexOf(sleutel(periode)), rijen: inschrijvingen.length }
  })
}

function begin(perioden: readonly Tijdlijnperiode[], periode: Tijdlijnperiode): Datum {
  return perioden.find((ander) => sleutel(ander) === sleutel(periode))?.van ?? periode.van
}

function sleutel({ brin, inschrijving }: Tijdlijnperiode): string {
  return `${brin}/${inschrijving}`
}

function isAndere(a: Tijdlijnperiode, b: Tijdlijnperiode): boolean {
  return sleutel(a) !== sleutel(b)
}

function overlapt(a: Tijdlijnperiode, b: Tijdlijnperiode): boolean {
  return (b.totEnMet === null || a.van <= b.totEnMet) && (a.totEnMet === null || b.van <= a.totEnMet)
}

/** Aaneengesloten vakken met dezelfde fase worden één vlak; tot en met vandaag, nooit verder. */
function voegSamen(vakken: Leerlingbeeld['tijdlijn']['tijdvakken'], vandaag: Datum): { van: Datum, totEnMet: Datum, fase: Fase }[] {
  const uit: { van: Datum, totEnMet: Datum, fase: Fase }[] = []
  for (const { van, totEnMet, fase } of vakken) {
    const eind = totEnMet < vandaag ? totEnMet : vandaag
    const vorige = uit.at(-1)
    if (vorige && vorige.fase === fase) vorige.totEnMet = eind
    else uit.push({ van, totEnMet: eind, fase })
  }
  return uit
}

function telpunten({ tijdlijn, vandaag, deelnemerId, besluit }: Leerlingbeeld, bereik: Bereik): Telpunt[] {
  const uitBesluit = new Map(tijdlijn.teldata.map(({ datum, betaler }) => [datum, betaler]))
  const jaren = Array.from({ length: Number(bereik.totEnMet.slice(0, 4)) - Number(bereik.van.slice(0, 4)) + 1 }, (_, i) => Number(bereik.van.slice(0, 4)) + i)
  return jaren.flatMap((jaar) => [`${jaar}-02-01`, `${jaar}-10-01`] as Datum[]).filter((datum) => valtIn(datum, bereik))
    .map((datum) => ({ datum, betaler: datum > vandaag ? null : (uitBesluit.get(datum) ?? 'geen'), href: adresMet(deelnemerId, datum, besluit.bekendOp) }))
}

function diplomamerk({ soort, niveau, datum }: Diploma, { tekst: { tl }, datum: { middel } }: Woorden): Diplomamerk {
  if (soort === 'MBO_CERTIFICAAT') return { datum, plaats: 'onder', label: tl.certificaat(middel(datum)) }
  if (soort === 'MBO') return { datum, plaats: 'onder', label: tl.diploma('mbo', niveau?.slice(4) ?? '', middel(datum)) }
  return { datum, plaats: 'boven', label: tl.diploma(soort.toLowerCase(), '', middel(datum)) }
}

function omschrijf({ naam, tijdlijn, vandaag }: Leerlingbeeld, signalen: readonly Lijstsignaal[], { tekst: { tl }, begrip, datum }: Woorden): string {
  const vakken = voegSamen(tijdlijn.tijdvakken.filter(({ van }) => van <= vandaag), vandaag)
  const delen = vakken.map(({ van, fase }, i) => i === 0 ? begrip.fase(fase) : tl.vanaf(datum.lang(van), begrip.fase(fase)))
  const open = signalen.filter((signaal) => signaal.open).length
  return tl.zin(naam ?? 'Student', delen.join(', ') || tl.geenBesluiten, tl.open(open))
}
