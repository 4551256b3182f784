/** De overgang van fase VO naar fase MBO, voor een student en een school (P5). Beslist niets over de fase: de registratie beslist (K-FASE-04). */
import type { Inschrijving } from '../../bron/index.ts'
import { beginSchooljaar, type Datum, plusDagen } from '../../kern/datum.ts'
import { beginVanRoute, eersteBegindatum, isOpen, peil, type Peiling, vmboDiplomaOp } from '../../leerroute/zonder-register.ts'
import type { Normen } from '../../normen/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Fasewissel, Wisselpunt, Wisselstap } from '../fasewissel.ts'
import { beslisBekend, telVerzuim } from './beslis.ts'
import { bekendDossier } from './kennis.ts'

/** De overgangen die er nu toe doen: de komende 1 augustus, en de vorige voor wie er te laat mee is. */
export function overgangen(vandaag: Datum): readonly [komend: Datum, vorig: Datum] {
  const vorig = beginSchooljaar(vandaag)
  return [beginSchooljaar(plusDagen(vorig, 366)), vorig]
}

/** K-FASE-01, K-FASE-02: de eerste dag van fase MBO bij een route die op deze dag begon; undefined als het aantal jaren niet vastligt. */
export function eersteDagFaseMbo(begin: Datum, normen: Normen, op: Datum): Datum | undefined {
  const norm = normen.getal('leerroute/jaren-fase-vo', op)
  return norm.soort === 'geldt' ? jaarVerder(beginSchooljaar(begin), norm.waarde) : undefined
}

/** De laatste dag waarop een route kon beginnen die op `overgang` in fase MBO hoort te zijn. */
export function laatsteBegin(overgang: Datum, normen: Normen): Datum | undefined {
  const norm = normen.getal('leerroute/jaren-fase-vo', overgang)
  return norm.soort === 'geldt' ? plusDagen(jaarVerder(beginSchooljaar(overgang), 1 - norm.waarde), -1) : undefined
}

/** Wat `eigen` verandert, wat beide scholen moeten nagaan, en wat er daarna geldt. Met alles wat nu bekend is. */
export function bepaalFasewissel(dossier: Dossier, overgang: Datum, eigen: readonly string[], normen: Normen): Fasewissel {
  const nu = bekendDossier(dossier, null)
  const peiling = peil(nu, overgang, normen)
  const stappen = bepaalStappen(peiling, eigen)
  const straks = pasToe(nu, stappen)
  const besluit = beslisBekend(straks, telVerzuim(straks, normen), { peildatum: overgang, bekendOp: null }, normen)
  const begin = beginVanRoute(nu, eersteBegindatum(normen, overgang))
  return {
    overgang, verwachtOp: begin === undefined ? null : eersteDagFaseMbo(begin, normen, overgang) ?? null,
    stand: standVan(peiling, stappen, eigen), punten: bepaalPunten(peiling), stappen,
    na: { fase: besluit.fase, verzuim: besluit.verzuim, bekostiging: besluit.bekostiging }, signalen: besluit.signalen,
  }
}

/**
 * K-ROD-06, K-ROD-07: zijn de vo-activiteiten klaar en staat de student dan bij het mbo, dan eindigt de vo-inschrijving de dag voor de overgang.
 * Anders krijgt elke eigen inschrijving met een route in fase VO een periode in fase MBO (K-FASE-07). Zonder mbo-inschrijving eindigt het vo
 * nooit: dan stond de leerling nergens (afgeleid).
 */
function bepaalStappen({ stand, op, voActiviteitenAfgerond }: Peiling, eigen: readonly string[]): readonly Wisselstap[] {
  const bijMbo = stand.mbo.metRoute.length > 0
  const mijn = (brin: string): boolean => eigen.includes(brin)
  const sleutel = ({ brin, inschrijvingvolgnummer }: Inschrijving) => ({ brin, inschrijvingvolgnummer })
  const vo = stand.vo.metRoute.filter(({ inschrijving }) => mijn(inschrijving.brin)).flatMap(({ inschrijving, fase }): readonly Wisselstap[] => {
    if (voActiviteitenAfgerond && bijMbo && inschrijving.datumInschrijving < op) return [{ soort: 'uitschrijven', ...sleutel(inschrijving), sector: 'VO', dag: plusDagen(op, -1) }]
    return fase === 'MBO' ? [] : [{ soort: 'wissel', ...sleutel(inschrijving), sector: 'VO', dag: op }]
  })
  const mbo = stand.mbo.metRoute.filter(({ inschrijving, fase }) => mijn(inschrijving.brin) && fase !== 'MBO')
    .map(({ inschrijving }): Wisselstap => ({ soort: 'wissel', ...sleutel(inschrijving), sector: 'MBO', dag: op }))
  return [...vo, ...mbo]
}

function standVan({ stand, kanten }: Peiling, stappen: readonly Wisselstap[], eigen: readonly string[]): Fasewissel['stand'] {
  if (stappen.length > 0) return 'kan'
  if (stand.routes.length === 0) return 'geen'
  // Een fase zonder route is geen route (K-FASE-06): daar is niets om te wisselen.
  if ([...stand.vo.open, ...stand.mbo.open].some(({ inschrijving, route }) => route === null && eigen.includes(inschrijving.brin))) return 'route'
  const isMboKant = kanten.mbo.some(({ organisatie }) => eigen.includes(organisatie.brin))
  return isMboKant && stand.mbo.open.length === 0 ? 'inschrijven' : 'klaar'
}

/** De controle van P5, in de volgorde waarin scholen het doen. */
function bepaalPunten({ stand, feiten, op, voActiviteitenAfgerond }: Peiling): readonly Wisselpunt[] {
  const oordeel = feiten.gezamenlijkeOordelen.find(({ datum, ondertekendVo, ondertekendMbo }) => datum <= op && ondertekendVo && ondertekendMbo)
  const diploma = vmboDiplomaOp(feiten.diplomas, op)
  const voOpen = stand.vo.metRoute
  const mboMetFase = stand.mbo.metRoute.some(({ fase }) => fase === 'MBO')
  return [
    ...(stand.routes.includes('GLR') ? [punt('oordeel', oordeel !== undefined, 'samen', ['K-DLR-06'], oordeel?.datum)] : []),
    punt('mboInschrijving', stand.mbo.open.length > 0, 'MBO', ['K-ROD-05'], stand.mbo.open[0]?.inschrijving.datumInschrijving),
    punt('mboFase', mboMetFase, 'MBO', ['K-FASE-01', 'K-BEK-03']),
    ...(voOpen.length > 0 ? [punt('voFase', voOpen.every(({ fase }) => fase === 'MBO'), 'VO', ['K-FASE-01', 'K-ROD-06'])] : []),
    { ...punt('diploma', voActiviteitenAfgerond, 'VO', ['K-ROD-06', 'K-ROD-09'], diploma?.datum ?? feiten.voActiviteitenAfgerondOp), stand: voActiviteitenAfgerond ? 'klaar' : 'later' },
    { ...punt('voUitschrijving', voOpen.length === 0, 'VO', ['K-ROD-07']), stand: voOpen.length === 0 ? 'klaar' : voActiviteitenAfgerond ? 'nodig' : 'later' },
  ]
}

function punt(wat: Wisselpunt['wat'], klaar: boolean, wie: Wisselpunt['wie'], regels: Wisselpunt['regels'], dag: Datum | null = null): Wisselpunt {
  return { wat, stand: klaar ? 'klaar' : 'nodig', wie, regels, dag }
}

/** Het dossier na de stappen, om te beslissen wat er dan geldt. */
function pasToe(dossier: Dossier, stappen: readonly Wisselstap[]): Dossier {
  if (stappen.length === 0) return dossier
  return { ...dossier, inschrijvingenVo: dossier.inschrijvingenVo.map((een) => naStap(een, stappen)), inschrijvingenMbo: dossier.inschrijvingenMbo.map((een) => naStap(een, stappen)) }
}

function naStap<I extends Inschrijving>(inschrijving: I, stappen: readonly Wisselstap[]): I {
  const stap = stappen.find(({ brin, inschrijvingvolgnummer, dag }) => brin === inschrijving.brin && inschrijvingvolgnummer === inschrijving.inschrijvingvolgnummer && isOpen(inschrijving, dag))
  if (stap === undefined) return inschrijving
  if (stap.soort === 'uitschrijven') return { ...inschrijving, datumUitschrijving: stap.dag, uitschrijvingBekendOp: null }
  const lopend = inschrijving.perioden.filter(({ datumBegin }) => datumBegin <= stap.dag).toSorted((a, b) => a.datumBegin.localeCompare(b.datumBegin)).at(-1)
  if (lopend === undefined) return inschrijving
  return { ...inschrijving, perioden: [...inschrijving.perioden.filter(({ datumBegin }) => datumBegin !== stap.dag), { ...lopend, datumBegin: stap.dag, leerroutefase: 'MBO' }] }
}

function jaarVerder(dag: Datum, jaren: number): Datum {
  return `${String(Number(dag.slice(0, 4)) + jaren).padStart(4, '0')}${dag.slice(4)}` as Datum
}
