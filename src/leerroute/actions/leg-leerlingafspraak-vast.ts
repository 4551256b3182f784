import { type Geleverd, herzieZicht, herzieZichtNaPlan, opEigenDeelnemer, type OverDeelnemer } from '../../bron/index.ts'
import type { Transactie } from '../../database/index.ts'
import { type Datum, parseDatum } from '../../kern/datum.ts'
import { isAanbiedercode } from '../../kern/schoolcode.ts'
import { geweigerd, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import { findAanbieder } from '../../organisatie/index.ts'
import { type Actiecontext, mag, ongeldig, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { LeerrouteplanBericht, OordeelBericht } from '../bericht.ts'
import { handtekeningenOp, isOordeelVan, laatLeerrouteplanStandVervallen, laatOordeelStandVervallen, slaLeerrouteplanOp, slaOordeelOp, staatInPlan } from '../store.ts'

/**
 * K-CAS-06: met wie de leerling de route doet. Werken de twee scholen geregistreerd samen, dan ziet vanaf nu ook de genoemde school deze
 * leerling, ook zonder inschrijving: zij moet kunnen zien dat haar registratie ontbreekt (K-ROD-05, docs/adr/0028).
 */
export async function legLeerrouteplanVast(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: LeerrouteplanBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'afspraak:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...eis(parseDatum(bericht.van) !== undefined, 'van', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(isAanbiedercode(bericht.voOnderwijsaanbieder), 'voOnderwijsaanbieder', VORM_AANBIEDER, NEEM_OVER),
    ...eis(isAanbiedercode(bericht.mboOnderwijsaanbieder), 'mboOnderwijsaanbieder', VORM_AANBIEDER, NEEM_OVER),
    ...eis(!bericht.beoogdNiveau || /^MBO-[1-4]$/.test(bericht.beoogdNiveau), 'beoogdNiveau', 'Het niveau is MBO-1, MBO-2, MBO-3 of MBO-4.', 'Kies een van deze niveaus.'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    let vreemd = false
    const uitkomst = await opEigenDeelnemer(trx, ctx, bericht, { handeling: 'legLeerrouteplanVast', object: ['leerrouteplan', `vanaf ${bericht.van}`] }, async (stap, wie) => {
      const door = doorWie(ctx, bericht)
      vreemd = door !== null && !(await gaatOver(stap, wie.deelnemerId, bericht, door))
      if (vreemd) return { soort: 'ongewijzigd' }
      const vastgelegd = await slaLeerrouteplanOp(stap, wie, bericht, door)
      await herzieZichtNaPlan(stap, wie, door)
      return vastgelegd
    })
    return vreemd ? ongeldig(NIET_VAN_U) : uitkomst
  })
}

/** Een school legt alleen een plan vast waarin zij zelf staat, en vervangt alleen een plan waarin zij stond. */
async function gaatOver(trx: Transactie, deelnemerId: string, bericht: LeerrouteplanBericht, brin: string): Promise<boolean> {
  const aanbieders = [await findAanbieder(trx, bericht.voOnderwijsaanbieder), await findAanbieder(trx, bericht.mboOnderwijsaanbieder)]
  return aanbieders.some((aanbieder) => aanbieder?.brin === brin) && (await staatInPlan(trx, deelnemerId, bericht.van, brin)) !== false
}

const NIET_VAN_U = [
  { veld: 'voOnderwijsaanbieder', regelId: 'Z-02', regel: 'U kunt alleen een plan vastleggen waarin uw school staat, en geen plan van andere scholen vervangen.', watTeDoen: 'Noem een onderwijsaanbieder van uw eigen school, of vraag de scholen in het plan het te wijzigen.' },
]

/** Correctie: dit plan is er nooit geweest. */
export async function laatLeerrouteplanVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & { readonly van: Datum },
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'afspraak:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'laatLeerrouteplanVervallen', object: ['leerrouteplan', `vanaf ${bericht.van}`] },
    async (trx, wie) => {
      const door = doorWie(ctx, bericht)
      if (door !== null && (await staatInPlan(trx, wie.deelnemerId, bericht.van, door)) !== true) return { soort: 'niet-gevonden' }
      const uitkomst = await laatLeerrouteplanStandVervallen(trx, wie, bericht.van)
      await herzieZicht(trx, [wie.deelnemerId], ctx.nu)
      return uitkomst
    })
}

/** K-DLR-06: het oordeel van beide scholen. Wie voor het vo werkt, zet of wist alleen de handtekening van het vo; mbo net zo. */
export async function legOordeelVast(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OordeelBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const magVo = mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'VO' })
  const magMbo = mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })
  if (!magVo && !magMbo) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = eis(parseDatum(bericht.datum) !== undefined, 'datum', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.')
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    let vreemd = false
    let vanAnderen = false
    const uitkomst = await opEigenDeelnemer(trx, ctx, bericht, { handeling: 'legOordeelVast', object: ['gezamenlijk oordeel', bericht.datum] }, async (stap, wie) => {
      vanAnderen = await isVanAnderen(stap, ctx, wie.deelnemerId, bericht)
      const nu = await handtekeningenOp(stap, wie.deelnemerId, bericht.datum)
      vreemd = (!magVo && bericht.ondertekendVo !== nu.vo) || (!magMbo && bericht.ondertekendMbo !== nu.mbo)
      return vreemd || vanAnderen ? { soort: 'ongewijzigd' } : slaOordeelOp(stap, wie, bericht, doorWie(ctx, bericht))
    })
    if (vanAnderen) return ongeldig(OORDEEL_VAN_ANDEREN)
    if (!vreemd) return uitkomst
    return ongeldig([{
      veld: magVo ? 'ondertekendMbo' : 'ondertekendVo', regelId: 'K-DLR-06', regel: 'U kunt alleen de handtekening van uw eigen school zetten of wissen.',
      watTeDoen: 'Vraag de andere school om zelf te ondertekenen.',
    }])
  })
}

/** Correctie: dit oordeel is er nooit geweest. Staat de handtekening van de andere school er, dan kan alleen die haar wissen (K-DLR-06). */
export async function laatOordeelVervallen(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Pick<OordeelBericht, 'datum'>,
): Promise<Uitkomst<Geleverd, Weigering>> {
  const magVo = mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'VO' })
  const magMbo = mag(ctx.actor, 'inschrijving:schrijven', { brin: bericht.brin, sector: 'MBO' })
  if (!magVo && !magMbo) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    let vreemd = false
    const uitkomst = await opEigenDeelnemer(trx, ctx, bericht, { handeling: 'laatOordeelVervallen', object: ['gezamenlijk oordeel', bericht.datum] }, async (stap, wie) => {
      if (await isVanAnderen(stap, ctx, wie.deelnemerId, bericht)) return { soort: 'niet-gevonden' }
      const nu = await handtekeningenOp(stap, wie.deelnemerId, bericht.datum)
      vreemd = (!magVo && nu.vo) || (!magMbo && nu.mbo)
      return vreemd ? { soort: 'ongewijzigd' } : laatOordeelStandVervallen(stap, wie, bericht.datum)
    })
    if (!vreemd) return uitkomst
    return ongeldig([{
      veld: magVo ? 'ondertekendMbo' : 'ondertekendVo', regelId: 'K-DLR-06', regel: 'De andere school heeft dit oordeel ondertekend.',
      watTeDoen: 'Wis alleen uw eigen handtekening, of vraag de andere school eerst de hare te wissen.',
    }])
  })
}

/** Z-02: een school met alleen een eigen inschrijving komt niet aan het oordeel van twee andere scholen, ook niet als zij voor dezelfde kant tekent. */
async function isVanAnderen(trx: Transactie, ctx: Actiecontext, deelnemerId: string, bericht: Pick<OordeelBericht, 'datum'> & OverDeelnemer): Promise<boolean> {
  const door = doorWie(ctx, bericht)
  return door !== null && (await isOordeelVan(trx, deelnemerId, bericht.datum, door)) === false
}

const OORDEEL_VAN_ANDEREN = [
  { veld: 'datum', regelId: 'Z-02', regel: 'Op deze datum kunt u bij deze student geen oordeel vastleggen.', watTeDoen: 'Controleer de datum van uw oordeel, of vraag de school met wie u samen oordeelt het vast te leggen.' },
] as const

/** Het systeem legt vast namens beide scholen. */
function doorWie({ actor }: Actiecontext, { brin }: OverDeelnemer): string | null {
  return actor.soort === 'systeem' ? null : brin
}
const VORM_AANBIEDER = 'Een onderwijsaanbiedercode is 3 cijfers, A en 3 cijfers.'
const NEEM_OVER = 'Neem de code over uit RIO.'
