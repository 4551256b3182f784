import { type Geleverd, type InschrijvingBericht, leverInschrijving, type PersoonBericht } from '../../bron/index.ts'
import { metHerstelpunt, type Transactie } from '../../database/index.ts'
import { parseDatum } from '../../kern/datum.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { LeerrouteplanBericht, OordeelBericht } from '../bericht.ts'
import { handtekeningenOp } from '../store.ts'
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

/**
 * Legt inschrijving, plan en handtekening samen vast: alles of niets, ook in de transactie van een ander. Bij een weigering zegt
 * `veld` waar het aan ligt: velden van het plan beginnen met `plan.`, die van het oordeel met `oordeel.`.
 */
export async function schrijfIn(uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Inschrijfbericht): Promise<Uitkomst<Geleverd, Weigering>> {
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    try {
      return await metHerstelpunt(trx, async () => {
        const geleverd = eis(await leverInschrijving(trx, ctx, bericht), '')
        const over = { deelnemer: { deelnemerId: geleverd.waarde.deelnemerId }, brin: bericht.inschrijving.brin }
        if (bericht.plan !== null) eis(await legLeerrouteplanVast(trx, ctx, { ...bericht.plan, ...over }), 'plan.')
        if (bericht.oordeel !== null) eis(await legOordeelVast(trx, ctx, { ...(await metEigenHandtekening(trx, geleverd.waarde.deelnemerId, bericht)), ...over }), 'oordeel.')
        return geleverd
      })
    } catch (fout) {
      if (fout instanceof Geweigerd) return geweigerd(fout.reden)
      throw fout
    }
  })
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
