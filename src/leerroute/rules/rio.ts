import type { Bekend } from '../../kern/bekend.ts'
import type { Leerroute } from '../../kern/leerroute.ts'
import type { Feit, GebruikteNorm } from '../../kern/reden.ts'
import { maakSignaal } from '../../kern/signaal.ts'
import type { Signaal } from '../../kern/signaal.ts'
import { opsomming, schrijfMaandDag } from '../../kern/zinnen.ts'
import type { GevondenAanbieder } from '../../organisatie/index.ts'
import type { RioAangebodenOpleiding } from '../../rio/index.ts'
import { maakFeit } from './feiten.ts'
import type { Peiling } from './peiling.ts'

/**
 * K-RIO-05: elke kant heeft voor elke route op de dag een aangeboden opleiding met dat kenmerk, op het veld van de eigen sector.
 * Ook een kant zonder inschrijving (K-RIO-01). K-RIO-06: het meetmoment van OCW is geen uiterste dag. Bron: S32, S5; voor mbo en het vergelijken afgeleid.
 */
export function signaleerRioOntbreekt(peiling: Peiling): readonly Signaal[] {
  const signalen: Signaal[] = []
  const vo = zonderAanbod(peiling, peiling.kanten.vo)
  const mbo = zonderAanbod(peiling, peiling.kanten.mbo)
  if (vo.length > 0) signalen.push(maakOntbreekt('SIG-RIO-ONTBREEKT-VO', vo, peiling))
  if (mbo.length > 0) signalen.push(maakOntbreekt('SIG-RIO-ONTBREEKT-MBO', mbo, peiling))
  return signalen
}

/**
 * K-RIO-04: hebben beide kanten de route in RIO, dan noemen zij elkaar. Heeft een kant geen aanbod, dan geldt alleen K-RIO-05. Afgeleid.
 */
export function signaleerRioPartner(peiling: Peiling): Signaal | undefined {
  const zinnen: string[] = []
  const brinnen: string[] = []
  const feiten: Feit[] = []
  for (const vo of peiling.kanten.vo) {
    for (const mbo of peiling.kanten.mbo) {
      for (const route of peiling.stand.routes) {
        const [voAanbod, mboAanbod] = [passendAanbod(peiling, vo, route), passendAanbod(peiling, mbo, route)]
        if (voAanbod.length === 0 || mboAanbod.length === 0) continue
        const [voNoemt, mboNoemt] = [noemt(voAanbod, mbo), noemt(mboAanbod, vo)]
        if (voNoemt && mboNoemt) continue
        zinnen.push(beschrijfPartner(vo, mbo, route, voNoemt, mboNoemt))
        brinnen.push(vo.organisatie.brin, mbo.organisatie.brin)
        feiten.push(...[...voAanbod, ...mboAanbod].map(feitVanAanbod))
      }
    }
  }
  if (zinnen.length === 0) return undefined
  return maakSignaal('SIG-RIO-PARTNER', { regels: ['K-RIO-04', 'K-RIO-03'], uitleg: zinnen.join(' '), voor: brinnen, feiten })
}

interface Gemis {
  readonly kant: GevondenAanbieder
  readonly route: Leerroute
}

function zonderAanbod(peiling: Peiling, kanten: readonly GevondenAanbieder[]): readonly Gemis[] {
  const gemis: Gemis[] = []
  for (const kant of kanten) {
    for (const route of peiling.stand.routes) {
      if (!peiling.feiten.rioAangebodenOpleidingen.some((aanbod) => past(aanbod, kant, route, peiling.op))) gemis.push({ kant, route })
    }
  }
  return gemis
}

function maakOntbreekt(code: 'SIG-RIO-ONTBREEKT-VO' | 'SIG-RIO-ONTBREEKT-MBO', gemis: readonly Gemis[], peiling: Peiling): Signaal {
  const zinnen = gemis.map(({ kant, route }) =>
    `${naam(kant)} (${kant.code}) heeft in RIO geen geldige aangeboden opleiding met ${route}_VMBO_MBO voor de sector ${kant.sector}.`)
  const scholen = opsomming([...new Set(gemis.map(({ kant }) => naam(kant)))])
  const meetmoment = leesMeetmoment(peiling)
  return maakSignaal(code, {
    regels: meetmoment === undefined ? ['K-RIO-05', 'K-RIO-01'] : ['K-RIO-05', 'K-RIO-01', 'K-RIO-06'],
    uitleg: `${zinnen.join(' ')} Alleen ${scholen} kan dit zelf in RIO registreren.${meetmoment?.zin ?? ''}`,
    voor: gemis.map(({ kant }) => kant.organisatie.brin),
    feiten: [],
    ...(meetmoment === undefined ? {} : { normen: [meetmoment.norm] }),
  })
}

/** K-RIO-06: registreren mag het hele jaar. De zin hangt alleen af van de norm, niet van de dag. */
function leesMeetmoment({ normen, op }: Peiling): { readonly zin: string; readonly norm: GebruikteNorm } | undefined {
  const gevonden = normen.lijst('rio/meetmoment-route', op)
  if (gevonden.soort !== 'geldt') return undefined
  return { zin: ` Dat mag het hele jaar: ${opsomming(gevonden.waarde.map(schrijfMaandDag))} is een meetmoment van OCW, geen uiterste dag.`, norm: gevonden.norm }
}

function passendAanbod(peiling: Peiling, kant: GevondenAanbieder, route: Leerroute): readonly RioAangebodenOpleiding[] {
  return peiling.feiten.rioAangebodenOpleidingen.filter((aanbod) => past(aanbod, kant, route, peiling.op))
}

/** Zelfde aanbieder, zelfde route, het veld van de eigen sector (K-RIO-02), en geldig op de dag. */
export function past(aanbod: Omit<RioAangebodenOpleiding, keyof Bekend>, kant: Pick<GevondenAanbieder, 'code' | 'sector'>, route: Leerroute, op: string): boolean {
  return aanbod.onderwijsaanbieder === kant.code && aanbod.sector === kant.sector && aanbod.leerrouteKenmerk === KENMERK[route]
    && aanbod.begindatum <= op && (!aanbod.einddatum || aanbod.einddatum >= op)
}

export const KENMERK = { DLR: 'DLR_VMBO_MBO', GLR: 'GLR_VMBO_MBO' } as const

export function noemt(aanbod: readonly Pick<RioAangebodenOpleiding, 'samenwerkendeOnderwijsaanbieders'>[], ander: Pick<GevondenAanbieder, 'code'>): boolean {
  return aanbod.some((opleiding) => opleiding.samenwerkendeOnderwijsaanbieders.includes(ander.code))
}

function beschrijfPartner(vo: GevondenAanbieder, mbo: GevondenAanbieder, route: Leerroute, voNoemt: boolean, mboNoemt: boolean): string {
  if (!voNoemt && !mboNoemt) return `${naam(vo)} en ${naam(mbo)} hebben de ${route} in RIO, maar noemen elkaar niet als partner. Vul beide in RIO de ander in.`
  const [zwijger, ander] = voNoemt ? [mbo, vo] : [vo, mbo]
  return `${naam(zwijger)} noemt ${naam(ander)} (${ander.code}) niet als partner bij de ${route} in RIO, andersom wel. Voeg de partner toe in RIO.`
}

function feitVanAanbod(aanbod: RioAangebodenOpleiding): Feit {
  return maakFeit('aanbod', `${aanbod.onderwijsaanbieder} ${aanbod.leerrouteKenmerk} vanaf ${aanbod.begindatum}`, aanbod.vastgelegdOp)
}

function naam(kant: GevondenAanbieder): string {
  return kant.organisatie.naam ?? kant.organisatie.brin
}
