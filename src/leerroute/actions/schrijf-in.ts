import { type Geleverd, type InschrijvingBericht, leverInschrijving, type PersoonBericht } from '../../bron/index.ts'
import { metHerstelpunt, type Transactie } from '../../database/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { findAanbieder } from '../../organisatie/index.ts'
import { type Actiecontext, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { LeerrouteplanBericht, OordeelBericht } from '../bericht.ts'
import { handtekeningenOp, isOordeelVan, staatInPlan } from '../store.ts'
import { legLeerrouteplanVast, legOordeelVast } from './leg-leerlingafspraak-vast.ts'

/** Een student inschrijven in een route: de inschrijving, en wat er nog niet stond van met wie en of beide scholen akkoord zijn. */
export interface Inschrijfbericht {
  readonly persoon: PersoonBericht
  readonly inschrijving: InschrijvingBericht
  /** Null: er verandert niets aan het plan. */
  readonly plan: LeerrouteplanBericht | null
  /** K-DLR-06: de school zet haar handtekening onder het oordeel van die dag; null: er wordt nu niet ondertekend. */
  readonly oordeel: Pick<OordeelBericht, 'datum'> | null
}

export interface Ingeschreven extends Geleverd {
  /** Wat er niet bij kwam, omdat het op die dag bij deze student van andere scholen is. */
  readonly nietVastgelegd: readonly ('plan' | 'oordeel')[]
}

/**
 * Legt inschrijving, plan en handtekening samen vast: alles of niets, ook in de transactie van een ander. Bij een weigering zegt
 * `veld` waar het aan ligt: velden van het plan beginnen met `plan.`, die van het oordeel met `oordeel.`. Is er die dag al een plan of
 * oordeel van andere scholen, dan blijft de inschrijving staan: werd alles teruggedraaid, dan was zonder een spoor te vragen of een
 * nummer elders een route heeft (P-05).
 */
export async function schrijfIn(uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Inschrijfbericht): Promise<Uitkomst<Ingeschreven, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    try {
      return await metHerstelpunt(trx, async () => {
        const geleverd = eis(await leverInschrijving(trx, ctx, bericht), '')
        const over = { deelnemer: { deelnemerId: geleverd.waarde.deelnemerId }, brin: bericht.inschrijving.brin }
        const nietVastgelegd = await vanAnderen(trx, ctx, geleverd.waarde.deelnemerId, bericht)
        if (bericht.plan !== null && !nietVastgelegd.includes('plan')) eis(await legLeerrouteplanVast(trx, ctx, { ...bericht.plan, ...over }), 'plan.')
        if (bericht.oordeel !== null && !nietVastgelegd.includes('oordeel')) eis(await legOordeelVast(trx, ctx, { ...(await metEigenHandtekening(trx, geleverd.waarde.deelnemerId, bericht)), ...over }), 'oordeel.')
        return gelukt({ ...geleverd.waarde, nietVastgelegd })
      })
    } catch (fout) {
      if (fout instanceof Geweigerd) return geweigerd(fout.reden)
      throw fout
    }
  })
}

async function vanAnderen(trx: Transactie, { actor }: Actiecontext, deelnemerId: string, { inschrijving: { brin }, plan, oordeel }: Inschrijfbericht): Promise<Ingeschreven['nietVastgelegd']> {
  if (actor.soort === 'systeem') return []
  const isPlan = plan !== null && parseDatum(plan.van) !== undefined && (await staatErZelfIn(trx, plan, brin)) && (await staatInPlan(trx, deelnemerId, plan.van, brin)) === false
  const isOordeel = oordeel !== null && parseDatum(oordeel.datum) !== undefined && (await isOordeelVan(trx, deelnemerId, oordeel.datum, brin)) === false
  return [...(isPlan ? ['plan' as const] : []), ...(isOordeel ? ['oordeel' as const] : [])]
}

/** Een plan zonder de eigen school is een fout van de vrager, wie de student ook is. */
async function staatErZelfIn(trx: Transactie, { voOnderwijsaanbieder, mboOnderwijsaanbieder }: LeerrouteplanBericht, brin: string): Promise<boolean> {
  return [await findAanbieder(trx, voOnderwijsaanbieder), await findAanbieder(trx, mboOnderwijsaanbieder)].some((aanbieder) => aanbieder?.brin === brin)
}

/** De handtekening van de andere school blijft zoals zij is. */
async function metEigenHandtekening(trx: Transactie, deelnemerId: string, { inschrijving, oordeel }: Inschrijfbericht): Promise<OordeelBericht> {
  if (oordeel === null) throw new Error('er is geen oordeel om te ondertekenen')
  const nu = parseDatum(oordeel.datum) === undefined ? GEEN_HANDTEKENING : await handtekeningenOp(trx, deelnemerId, oordeel.datum)
  const isMbo = inschrijving.sector === 'MBO'
  return { datum: oordeel.datum, ondertekendVo: !isMbo || nu.vo, ondertekendMbo: isMbo || nu.mbo }
}

const GEEN_HANDTEKENING = { vo: false, mbo: false }

function eis(uitkomst: Uitkomst<Geleverd, Weigering>, deel: string): { readonly ok: true; readonly waarde: Geleverd } {
  if (uitkomst.ok) return uitkomst
  const { reden } = uitkomst
  if (reden.soort !== 'ongeldig') throw new Geweigerd(reden)
  const [eerste, ...rest] = reden.fouten
  const metDeel = (fout: typeof eerste) => ({ ...fout, veld: `${deel}${fout.veld}` })
  throw new Geweigerd({ soort: 'ongeldig', fouten: [metDeel(eerste), ...rest.map(metDeel)] })
}

/** Alleen om bij het herstelpunt uit te komen. */
class Geweigerd extends Error {
  readonly reden: Weigering
  constructor(reden: Weigering) {
    super('weigering')
    this.reden = reden
  }
}
