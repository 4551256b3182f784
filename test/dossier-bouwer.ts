/** Bouwt dossiers in domeinwoorden voor tests. Een test noemt alleen wat telt; RIO, overeenkomst en plan kloppen vanzelf. Scholen zijn verzonnen. */
import type { Besluit, Dossier } from '../src/beslissing/index.ts'
import { beslis } from '../src/beslissing/index.ts'
import type { InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from '../src/bron/index.ts'
import { datum } from '../src/kern/datum.ts'
import type { Signaalcode } from '../src/kern/signaalcode.ts'
import { laadNormen } from '../src/normen/index.ts'
import type { RioAangebodenOpleiding } from '../src/rio/index.ts'
import type { Afwezigheid } from '../src/verzuim/index.ts'

export const normen = laadNormen()
export const VO = { brin: '71VO', aanbieder: '171A001', gezag: '47001' } as const
export const MBO = { brin: '81MB', aanbieder: '281A001', gezag: '57001' } as const

export const ORGANISATIES: Dossier['organisaties'] = [
  { brin: VO.brin, naam: 'Heideveld', bevoegdGezag: VO.gezag, onderwijsaanbieders: [{ code: VO.aanbieder, sector: 'VO' }] },
  { brin: '72VS', naam: 'De Brug', bevoegdGezag: '47002', onderwijsaanbieders: [{ code: '172A001', sector: 'VSO' }] },
  { brin: MBO.brin, naam: 'ROC Merwede', bevoegdGezag: MBO.gezag, onderwijsaanbieders: [{ code: MBO.aanbieder, sector: 'MBO' }] },
  { brin: '82MB', naam: 'Vakschool Zuid', bevoegdGezag: '57002', onderwijsaanbieders: [{ code: '282A001', sector: 'MBO' }] },
]

export function aanbod(route: 'DLR' | 'GLR', sector: 'VO' | 'MBO', meer: Partial<RioAangebodenOpleiding> = {}): RioAangebodenOpleiding {
  const [eigen, ander] = sector === 'VO' ? [VO, MBO] : [MBO, VO]
  return {
    onderwijsaanbieder: eigen.aanbieder, sector, leerrouteKenmerk: `${route}_VMBO_MBO`, samenwerkendeOnderwijsaanbieders: [ander.aanbieder],
    begindatum: datum('2020-08-01'), ...meer,
  }
}

/** Een dossier zonder inschrijvingen, waarin alles rond de route klopt. */
export function dossier(meer: Partial<Dossier> = {}): Dossier {
  return {
    leerling: { geboortedatum: datum('2008-05-10'), woontInNederland: true },
    voActiviteitenAfgerondOp: null,
    organisaties: ORGANISATIES,
    leerrouteplannen: [{ van: datum('2020-08-01'), voOnderwijsaanbieder: VO.aanbieder, mboOnderwijsaanbieder: MBO.aanbieder, beoogdNiveau: 'MBO-2' }],
    rioAangebodenOpleidingen: [aanbod('DLR', 'VO'), aanbod('DLR', 'MBO'), aanbod('GLR', 'VO'), aanbod('GLR', 'MBO')],
    samenwerkingsovereenkomsten: [{ partijen: [VO.gezag, MBO.gezag], van: datum('2020-08-01') }],
    interneRegelingen: [],
    gezamenlijkeOordelen: [{ datum: datum('2020-08-01'), ondertekendVo: true, ondertekendMbo: true }],
    inschrijvingenVo: [],
    inschrijvingenMbo: [],
    diplomas: [],
    behaaldeOnderdelen: [],
    afwezigheid: [],
    schoolvakanties: [],
    verzuimmeldingen: [],
    ...meer,
  }
}

type Perioden<P> = Readonly<Record<string, Partial<P>>>

/** Een vo-inschrijving; de perioden erven niets van elkaar. Standaard BB, leerjaar 3, J, zonder route. */
export function vo(perioden: Perioden<PeriodeVo>, meer: Partial<InschrijvingVo> = {}): InschrijvingVo {
  const lijst = Object.entries(perioden).map(([begin, periode]): PeriodeVo => ({
    datumBegin: datum(begin), leerjaar: 3, leerweg: 'BB', onderwijsaanbieder: VO.aanbieder, indicatieBekostigbaar: 'J', ...periode,
  }))
  return { brin: VO.brin, inschrijvingvolgnummer: '1', datumInschrijving: lijst[0]?.datumBegin ?? datum('2024-08-01'), perioden: lijst, ...meer }
}

/** Een mbo-inschrijving; standaard BOL, niveau 2, J, zonder route. */
export function mbo(perioden: Perioden<PeriodeMbo>, meer: Partial<InschrijvingMbo> = {}): InschrijvingMbo {
  const lijst = Object.entries(perioden).map(([begin, periode]): PeriodeMbo => ({
    datumBegin: datum(begin), leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: MBO.aanbieder, indicatieBekostigbaar: 'J', ...periode,
  }))
  return { brin: MBO.brin, inschrijvingvolgnummer: '1', datumInschrijving: lijst[0]?.datumBegin ?? datum('2024-08-01'), perioden: lijst, ...meer }
}

export const DLR_VO = { leerroute: 'DLR', leerroutefase: 'VO' } as const
export const DLR_MBO = { leerroute: 'DLR', leerroutefase: 'MBO' } as const
export const GLR_VO = { leerroute: 'GLR', leerroutefase: 'VO' } as const
export const GLR_MBO = { leerroute: 'GLR', leerroutefase: 'MBO' } as const

/** Ongeoorloofde uren per dag. */
export function gemist(uren: Readonly<Record<string, number>>): readonly Afwezigheid[] {
  return Object.entries(uren).map(([dag, aantal]) => ({ datum: datum(dag), uren: aantal, geoorloofd: false }))
}

export function besluit(feiten: Partial<Dossier>, peildatum: string, bekendOp: string | null = null): Besluit {
  return beslis(dossier(feiten), { peildatum: datum(peildatum), bekendOp: bekendOp === null ? null : datum(bekendOp) }, normen)
}

export function codes(feiten: Partial<Dossier>, peildatum: string, bekendOp: string | null = null): readonly Signaalcode[] {
  return besluit(feiten, peildatum, bekendOp).signalen.map(({ code }) => code).sort()
}
