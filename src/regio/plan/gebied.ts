/** Een gebied: de scholen die met elkaar leerlingen delen. Een regio is een rij gebieden; geen student gaat van het ene naar het andere. */
import type { Sector } from '../../kern/leerroute.ts'
import type { Kalender } from './kalender.ts'
import { plaatsnaam } from './namen.ts'

export interface Aanbieder {
  /** RIO-code `nnnAnnn`. */
  readonly code: string
  readonly naam: string
  readonly locatie: string
  readonly vestiging: string
  readonly school: School
}

export interface School {
  /** Plaats in `Gebied.scholen`. */
  readonly plaats: number
  readonly brin: string
  readonly naam: string
  readonly sector: Sector
  readonly bestuur: Bestuur
  readonly aanbieders: readonly Aanbieder[]
}

export interface Bestuur {
  readonly nummer: string
  readonly naam: string
}

/** Een vo-kant en een mbo-kant die samen een route doen. */
export interface Koppel {
  readonly vo: Aanbieder
  readonly mbo: Aanbieder
}

/** Paren waarvan één afspraak niet klopt; een student met zo'n paar krijgt precies dat ene signaal. */
export interface Fouteparen {
  readonly zonderOvereenkomst: Koppel
  readonly overeenkomstVerlopen: Koppel
  readonly regelingVerlopen: Koppel
  readonly voZonderAanbod: Koppel
  readonly voAanbodVoorbij: Koppel
  readonly mboZonderAanbod: Koppel
  readonly mboNoemtVoNiet: Koppel
  readonly niemandNoemtElkaar: Koppel
}

export interface Aanbod {
  readonly aanbieder: Aanbieder
  readonly route: 'DLR' | 'GLR'
  readonly partners: readonly Aanbieder[]
  readonly eind: string | null
}

export interface Afspraak {
  /** Twee besturen: een overeenkomst. Eén: een interne regeling. */
  readonly besturen: readonly [Bestuur] | readonly [Bestuur, Bestuur]
  readonly school: School
  readonly tot: string | null
}

export interface Gebied {
  readonly nummer: number
  readonly naam: string
  readonly scholen: readonly School[]
  readonly vo: readonly School[]
  readonly vso: readonly School[]
  /** Het ROC eerst. */
  readonly mbo: readonly [School, School]
  readonly goed: readonly Koppel[]
  readonly fout: Fouteparen
  readonly aanbod: readonly Aanbod[]
  readonly afspraken: readonly Afspraak[]
}

export const STUDENTEN_PER_GEBIED = 10_000
export const SCHOLEN_PER_GEBIED = 12
/** Scholen, aanbod en overeenkomsten gelden ruim voor de eerste inschrijving. */
export const GELDIG_VAN = '2018-08-01'
export const ROUTES_VAN = '2020-08-01'

const VO_SCHOLEN = ['College', 'Lyceum', 'Scholengemeenschap', 'Vakcollege', 'Mavo', 'Praktijkcollege', 'Campus', 'Groencollege'] as const
const AANBIEDERS_PER_SCHOOL = 2

export function maakGebied(nummer: number, kalender: Kalender): Gebied {
  const naam = plaatsnaam(nummer)
  const scholen = maakScholen(nummer, naam)
  const [vo, vso, roc, vak] = [scholen.slice(0, 8), scholen.slice(8, 9), schoolOp(scholen, 9), schoolOp(scholen, 10)]
  const stichting = schoolOp(scholen, 11)
  const paren = maakParen(vo, vso, roc, vak, stichting)
  return { nummer, naam, scholen, vo: [...vo, stichting], vso, mbo: [roc, vak], ...paren, ...maakAfspraken(paren, vo, vso, roc, vak, stichting, kalender) }
}

/** Het hoofdadres van een school: de aanbieder van alle gewone studenten. */
export function hoofd(school: School): Aanbieder {
  return aanbiederOp(school, 0)
}

function neven(school: School): Aanbieder {
  return aanbiederOp(school, 1)
}

/**
 * Plaats 0 tot en met 7 zijn vo-scholen, 8 is vso, 9 het ROC, 10 een vakinstelling, 11 een vo-school van het bestuur van het ROC zonder geldende
 * interne regeling. School 7 en de vakinstelling hebben één bestuur, school 0 en 1 ook.
 */
function maakScholen(gebied: number, plaats: string): readonly School[] {
  const bestuur = (n: number, naam: string): Bestuur => ({ nummer: String(60_000 + gebied * SCHOLEN_PER_GEBIED + n), naam })
  const samen = bestuur(0, `Stichting Samen ${plaats}`)
  const groen = bestuur(7, `Stichting Groen ${plaats}`)
  const roc = bestuur(9, `Stichting ROC ${plaats}`)
  const school = (plek: number, naam: string, sector: Sector, gezag: Bestuur): School => maakSchool(gebied * SCHOLEN_PER_GEBIED + plek, plek, naam, sector, gezag)
  return [
    ...VO_SCHOLEN.map((soort, n) => school(n, `${soort} ${plaats}`, 'VO', n < 2 ? samen : n === 7 ? groen : bestuur(n, `Vereniging ${soort} ${plaats}`))),
    school(8, `Vso De Brug ${plaats}`, 'VSO', bestuur(8, `Stichting De Brug ${plaats}`)),
    school(9, `ROC ${plaats}`, 'MBO', roc),
    school(10, `Vakinstelling Groen ${plaats}`, 'MBO', groen),
    school(11, `Vmbo ${plaats}-Zuid`, 'VO', roc),
  ]
}

/** BRIN vanaf 60AA en RIO-codes vanaf 300A000: buiten alles wat in gebruik is en buiten `wereld/`. */
function maakSchool(volgnummer: number, plaats: number, naam: string, sector: Sector, bestuur: Bestuur): School {
  const brin = `${60 + Math.floor(volgnummer / 676)}${letter(Math.floor(volgnummer / 26) % 26)}${letter(volgnummer % 26)}`
  const aanbieders: Aanbieder[] = []
  const school: School = { plaats, brin, naam, sector, bestuur, aanbieders }
  for (let n = 0; n < AANBIEDERS_PER_SCHOOL; n += 1) {
    const code = volgnummer * AANBIEDERS_PER_SCHOOL + n
    const [voor, na] = [String(300 + Math.floor(code / 1000)), String(code % 1000).padStart(3, '0')]
    aanbieders.push({ code: `${voor}A${na}`, locatie: `${voor}X${na}`, vestiging: `${brin}0${n}`, naam: n === 0 ? naam : `${naam}, tweede locatie`, school })
  }
  return school
}

function maakParen(vo: readonly School[], vso: readonly School[], roc: School, vak: School, zuid: School): { readonly goed: readonly Koppel[]; readonly fout: Fouteparen } {
  const bij = (plaats: number, mbo: School): Koppel => ({ vo: hoofd(schoolOp(vo, plaats)), mbo: hoofd(mbo) })
  return {
    goed: [...vo, ...vso].map((school) => ({ vo: hoofd(school), mbo: hoofd(roc) })).concat([bij(5, vak), bij(7, vak)]),
    fout: {
      zonderOvereenkomst: bij(6, vak),
      overeenkomstVerlopen: bij(4, vak),
      regelingVerlopen: { vo: hoofd(zuid), mbo: hoofd(roc) },
      voZonderAanbod: { vo: neven(schoolOp(vo, 3)), mbo: hoofd(roc) },
      voAanbodVoorbij: { vo: neven(schoolOp(vo, 1)), mbo: hoofd(roc) },
      mboZonderAanbod: { vo: hoofd(schoolOp(vo, 0)), mbo: neven(roc) },
      mboNoemtVoNiet: bij(2, vak),
      niemandNoemtElkaar: bij(3, vak),
    },
  }
}

function maakAfspraken(
  { goed, fout }: { readonly goed: readonly Koppel[]; readonly fout: Fouteparen }, vo: readonly School[], vso: readonly School[],
  roc: School, vak: School, zuid: School, { jaar }: Kalender,
): Pick<Gebied, 'aanbod' | 'afspraken'> {
  const einde = `${jaar}-07-31`
  const metVak = [fout.zonderOvereenkomst.vo, fout.overeenkomstVerlopen.vo, ...goed.filter(({ mbo }) => mbo.school === vak).map(({ vo }) => vo)]
  const partnersVan = (school: School): readonly Aanbieder[] => {
    const noemtVak = metVak.some((aanbieder) => aanbieder.school === school) || fout.mboNoemtVoNiet.vo.school === school
    return noemtVak ? [hoofd(roc), hoofd(vak)] : [hoofd(roc)]
  }
  const beide = (aanbieder: Aanbieder, partners: readonly Aanbieder[], eind: string | null = null): readonly Aanbod[] =>
    (['DLR', 'GLR'] as const).map((route) => ({ aanbieder, route, partners, eind }))
  const vanVo = [...vo, ...vso, zuid]
  const overeenkomst = (school: School, mbo: School, tot: string | null = null): Afspraak => ({ besturen: [school.bestuur, mbo.bestuur], school, tot })
  return {
    aanbod: [
      ...vanVo.flatMap((school) => beide(hoofd(school), partnersVan(school))),
      ...beide(fout.voAanbodVoorbij.vo, [hoofd(roc)], einde),
      ...beide(hoofd(roc), [...vanVo.map(hoofd), fout.voZonderAanbod.vo, fout.voAanbodVoorbij.vo]),
      ...beide(hoofd(vak), metVak),
    ],
    afspraken: [
      // School 0 en 1 hebben één bestuur, dus één overeenkomst.
      ...[...vo.slice(1), ...vso].map((school) => overeenkomst(school, roc)),
      ...[5, 2, 3].map((plaats) => overeenkomst(schoolOp(vo, plaats), vak)),
      overeenkomst(fout.overeenkomstVerlopen.vo.school, vak, einde),
      { besturen: [vak.bestuur], school: vak, tot: null },
      { besturen: [roc.bestuur], school: roc, tot: einde },
    ],
  }
}

function schoolOp(scholen: readonly School[], plaats: number): School {
  const school = scholen[plaats]
  if (school === undefined) throw new Error(`een gebied heeft een school op plaats ${plaats}`)
  return school
}

function aanbiederOp(school: School, plaats: number): Aanbieder {
  const aanbieder = school.aanbieders[plaats]
  if (aanbieder === undefined) throw new Error(`school ${school.brin} heeft een aanbieder op plaats ${plaats}`)
  return aanbieder
}

function letter(nummer: number): string {
  return String.fromCharCode(65 + nummer)
}
