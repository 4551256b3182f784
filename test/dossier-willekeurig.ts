/** Willekeurige dossiers voor eigenschapstests: weinig verschillende dagen en codes, zodat feiten elkaar vaak raken. */
import fc from 'fast-check'
import type { Dossier } from '../src/beslissing/index.ts'
import type { InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from '../src/bron/index.ts'
import { datum, plusDagen } from '../src/kern/datum.ts'
import type { Datum } from '../src/kern/datum.ts'
import { DLR_MBO, DLR_VO, GLR_VO, MBO, ORGANISATIES, VO, aanbod, dossier, gemist, mbo, vo } from './dossier-bouwer.ts'

const RANDEN = ['2020-07-31', '2020-08-01', '2021-08-01', '2022-02-28', '2022-07-31', '2022-08-01', '2022-10-01', '2022-10-02', '2023-02-01', '2023-08-01', '2023-10-01', '2024-03-11', '2024-08-01', '2025-12-31', '2026-01-01']

export const EERSTE_DAG = datum('2020-07-01')

export const dag: fc.Arbitrary<Datum> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...RANDEN).map(datum) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2190 }).map((dagen) => plusDagen(EERSTE_DAG, dagen)) },
)
const dagOfLeeg = fc.option(dag, { nil: null, freq: 2 })
const bekend = { bekendOp: fc.option(dag, { nil: null, freq: 1 }), vervallenOp: fc.option(dag, { nil: null, freq: 6 }) }
const nietBekend = { bekendOp: fc.constant(null), vervallenOp: fc.constant(null) }
const route = fc.constantFrom('DLR', 'DLR', 'GLR', null)
const fase = fc.constantFrom('VO', 'MBO', null)
const indicatie = fc.constantFrom('J', 'J', 'J', 'N')
const NIVEAUS = ['MBO-1', 'MBO-2', 'MBO-3', 'MBO-4', null] as const

type Tijden = typeof bekend | typeof nietBekend

const periodeVo = (tijden: Tijden): fc.Arbitrary<PeriodeVo> => fc.record({
  datumBegin: dag, leerjaar: fc.constantFrom(2, 3, 4, null), leerweg: fc.constantFrom('BB', 'BB', 'KB', 'TL', null), indicatieBekostigbaar: indicatie,
  onderwijsaanbieder: fc.constantFrom(VO.aanbieder, VO.aanbieder, '172A001', null), leerroute: route, leerroutefase: fase, ...tijden,
})
const periodeMbo = (tijden: Tijden): fc.Arbitrary<PeriodeMbo> => fc.record({
  datumBegin: dag, niveau: fc.constantFrom(...NIVEAUS), indicatieBekostigbaar: indicatie,
  onderwijsaanbieder: fc.constantFrom(MBO.aanbieder, MBO.aanbieder, '282A001', null), leerroute: route, leerroutefase: fase, ...tijden,
})

function inschrijvingen<P extends PeriodeVo | PeriodeMbo>(brin: string, periode: fc.Arbitrary<P>, tijden: Tijden) {
  const een = fc.record({
    datumInschrijving: dag, datumUitschrijving: dagOfLeeg, uitschrijvingBekendOp: tijden === bekend ? dagOfLeeg : fc.constant(null),
    perioden: fc.uniqueArray(periode, { minLength: 1, maxLength: 3, selector: ({ datumBegin }) => datumBegin }), ...tijden,
  })
  return fc.array(een, { maxLength: 3 }).map((lijst) => lijst.map((inschrijving, i) => ({ ...inschrijving, brin, inschrijvingvolgnummer: String(i + 1) })))
}

const diploma = (tijden: Tijden) => fc.record({ soort: fc.constantFrom('VMBO', 'VMBO', 'HAVO', 'MBO_CERTIFICAAT', 'MBO'), datum: dag, ...tijden })
  .chain((diploma) => fc.constantFrom('MBO-1', 'MBO-2', 'MBO-3').map((niveau) => ({ ...diploma, niveau: diploma.soort === 'MBO' ? niveau : null })))

function feiten(tijden: Tijden): fc.Arbitrary<Dossier> {
  return fc.record({
    leerling: fc.record({ geboortedatum: fc.constantFrom('2004-02-29', '2005-10-01', '2006-08-01', '1999-05-05', '2008-12-31').map(datum), woontInNederland: fc.constantFrom(true, true, false) }),
    voActiviteitenAfgerondOp: dagOfLeeg,
    organisaties: fc.constantFrom(ORGANISATIES, ORGANISATIES.map((school) => ({ ...school, bevoegdGezag: VO.gezag }))),
    leerrouteplannen: fc.uniqueArray(fc.record({
      van: dag, voOnderwijsaanbieder: fc.constantFrom(VO.aanbieder, '172A001'), mboOnderwijsaanbieder: fc.constantFrom(MBO.aanbieder, '282A001'), beoogdNiveau: fc.constantFrom(...NIVEAUS), ...tijden,
    }), { maxLength: 2, selector: ({ van }) => van }),
    rioAangebodenOpleidingen: fc.array(fc.record({
      onderwijsaanbieder: fc.constantFrom(VO.aanbieder, MBO.aanbieder, '172A001'), sector: fc.constantFrom('VO', 'VSO', 'MBO', 'MBO'), leerrouteKenmerk: fc.constantFrom('DLR_VMBO_MBO', 'GLR_VMBO_MBO'),
      samenwerkendeOnderwijsaanbieders: fc.subarray([VO.aanbieder, MBO.aanbieder, '172A001']), begindatum: dag, einddatum: dagOfLeeg, ...tijden,
    }), { maxLength: 5 }),
    samenwerkingsovereenkomsten: fc.array(fc.record({ partijen: fc.subarray(['47001', '47002', '57001', '57002'], { minLength: 2 }), van: dag, tot: dagOfLeeg, ...tijden }), { maxLength: 2 }),
    interneRegelingen: fc.array(fc.record({ bevoegdGezag: fc.constant<string>(VO.gezag), van: dag, tot: dagOfLeeg, ...tijden }), { maxLength: 1 }),
    gezamenlijkeOordelen: fc.array(fc.record({ datum: dag, ondertekendVo: fc.boolean(), ondertekendMbo: fc.boolean(), ...tijden }), { maxLength: 2 }),
    inschrijvingenVo: inschrijvingen(VO.brin, periodeVo(tijden), tijden) as fc.Arbitrary<InschrijvingVo[]>,
    inschrijvingenMbo: inschrijvingen(MBO.brin, periodeMbo(tijden), tijden) as fc.Arbitrary<InschrijvingMbo[]>,
    diplomas: fc.array(diploma(tijden), { maxLength: 2 }),
    behaaldeOnderdelen: fc.array(fc.record({ datum: dag, ...tijden }), { maxLength: 2 }),
    afwezigheid: fc.array(fc.record({ datum: dag, uren: fc.constantFrom(1.6, 4, 8, 12), geoorloofd: fc.constantFrom(false, false, false, true), ...tijden }), { maxLength: 12 }),
    schoolvakanties: fc.array(fc.record({ van: dag, lengte: fc.integer({ min: 0, max: 40 }) }).map(({ van, lengte }) => ({ van, tot: plusDagen(van, lengte) })), { maxLength: 2 }),
    verzuimmeldingen: fc.array(fc.record({ partij: fc.constantFrom('VO', 'MBO'), begin: dag, eind: dag, ingediendOp: dag, ingetrokkenOp: dagOfLeeg, ...tijden }), { maxLength: 2 }),
  }).map((velden) => dossier(velden as Partial<Dossier>))
}

/** Records met bekend-op en vervallen-op. */
export const willekeurigDossier = feiten(bekend)
/** Alles is altijd al bekend. */
export const bekendWillekeurigDossier = feiten(nietBekend)

/** Een route die bijna klopt: alles is er, maar elk einde valt op een willekeurige dag. Zo hangt het antwoord vaak aan precies één dag. */
export const bijnaGoedDossier: fc.Arbitrary<Dossier> = fc.record({
  route: fc.constantFrom(DLR_VO, DLR_VO, GLR_VO), beginMbo: dag, voEinde: dagOfLeeg, mboEinde: dagOfLeeg, faseMbo: dag, voAanbod: dagOfLeeg, mboAanbod: dagOfLeeg, tot: dagOfLeeg,
  afgerond: dagOfLeeg, oordeel: dag, diplomas: fc.array(diploma(nietBekend), { maxLength: 1 }), onderdeel: dag, plan: dag,
  verzuim: dag, partij: fc.constantFrom('VO', 'MBO'), gemeld: dag, ingetrokken: dagOfLeeg,
}).map((keuze) => dossier({
  leerling: { geboortedatum: datum('2006-02-28'), woontInNederland: true },
  inschrijvingenVo: [vo({ '2020-08-01': keuze.route, [keuze.faseMbo]: { ...keuze.route, leerroutefase: 'MBO' } }, { datumUitschrijving: keuze.voEinde, datumInschrijving: datum('2020-08-01') })],
  inschrijvingenMbo: [mbo({ [keuze.beginMbo]: { ...DLR_MBO, leerroute: keuze.route.leerroute } }, { datumUitschrijving: keuze.mboEinde })],
  rioAangebodenOpleidingen: [aanbod(keuze.route.leerroute, 'VO', { einddatum: keuze.voAanbod }), aanbod(keuze.route.leerroute, 'MBO', { einddatum: keuze.mboAanbod })],
  samenwerkingsovereenkomsten: [{ partijen: [VO.gezag, MBO.gezag], van: datum('2020-08-01'), tot: keuze.tot }],
  gezamenlijkeOordelen: [{ datum: keuze.oordeel, ondertekendVo: true, ondertekendMbo: true }],
  voActiviteitenAfgerondOp: keuze.afgerond,
  diplomas: keuze.diplomas,
  behaaldeOnderdelen: [{ datum: keuze.onderdeel }],
  afwezigheid: gemist({ [keuze.verzuim]: 8, [plusDagen(keuze.verzuim, 9)]: 8 }),
  verzuimmeldingen: [{ partij: keuze.partij, begin: keuze.verzuim, eind: plusDagen(keuze.verzuim, 9), ingediendOp: keuze.gemeld, ingetrokkenOp: keuze.ingetrokken }],
  leerrouteplannen: [{ van: keuze.plan, voOnderwijsaanbieder: VO.aanbieder, mboOnderwijsaanbieder: MBO.aanbieder, beoogdNiveau: 'MBO-2' }],
}))
