import { type Geleverd, opEigenDeelnemer, type OverDeelnemer } from '../../bron/index.ts'
import { uuidv7 } from '../../database/index.ts'
import { type Datum, datumInNederland, parseDatum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, mag, ongeldig, rondAf, type Uitvoerder, type Vastgelegd, voerUit } from '../../toegang/index.ts'
import type { Schoolvakantie } from '../afwezigheid.ts'
import type { AfwezigheidBericht, VerzuimmeldingBericht } from '../bericht.ts'
import { leesMeldingen, slaAfwezigheidOp, slaMeldingOp, slaVakantieOp } from '../store.ts'

/** Legt de gemiste klokuren van één dag vast; opnieuw leveren vervangt, 0 uren trekt in (K-VZM-07, K-CAS-08). */
export async function registreerAfwezigheid(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: AfwezigheidBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'verzuim:schrijven', { brin: bericht.brin })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...eis(parseDatum(bericht.datum) !== undefined, 'datum', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(bericht.uren >= 0 && bericht.uren <= 24 && Number(bericht.uren.toFixed(2)) === bericht.uren, 'uren', 'Gemiste klokuren op een dag zijn 0 tot en met 24, met hooguit twee decimalen.', 'Reken lesuren om naar klokuren.'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'registreerAfwezigheid', object: ['afwezigheid', bericht.datum] },
    (trx, wie) => slaAfwezigheidOp(trx, wie, bericht.brin, bericht))
}

/** K-VZM-06: doet een verzuimmelding. Dezelfde melding opnieuw verandert niets; `meldingId` is dan die van de eerste keer. */
export async function meldVerzuim(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: VerzuimmeldingBericht & OverDeelnemer,
): Promise<Uitkomst<Geleverd & { readonly meldingId: string }, Weigering>> {
  if (!mag(ctx.actor, 'verzuim:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...eis(parseDatum(bericht.begin) !== undefined, 'begin', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(parseDatum(bericht.eind) !== undefined && bericht.eind >= bericht.begin, 'eind', 'De laatste dag ligt voor de eerste, of bestaat niet.', 'Geef de dag waarop de grens is bereikt.'),
    ...eis(['VO', 'MBO'].includes(bericht.partij), 'partij', 'De partij is VO of MBO.', 'Kies een van de twee.'),
    ...eis(bericht.ingediendOp === undefined || parseDatum(bericht.ingediendOp) !== undefined, 'ingediendOp', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd, of laat het veld weg voor vandaag.'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  let meldingId = uuidv7()
  const uitkomst = await opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'meldVerzuim', object: ['verzuimmelding', `${bericht.begin} t/m ${bericht.eind}`] }, async (trx, wie) => {
    const bekend = (await leesMeldingen(trx, wie.deelnemerId, bericht.brin)).find((melding) =>
      melding.ingetrokkenOp === null && melding.partij === bericht.partij && melding.begin === bericht.begin && melding.eind === bericht.eind)
    if (bekend) {
      meldingId = bekend.meldingId
      return { soort: 'ongewijzigd' }
    }
    return slaMeldingOp(trx, wie, {
      meldingId, brin: bericht.brin, partij: bericht.partij, begin: bericht.begin, eind: bericht.eind,
      ingediendOp: bericht.ingediendOp ?? datumInNederland(new Date(ctx.nu)), ingetrokkenOp: null,
    })
  })
  return uitkomst.ok ? gelukt({ ...uitkomst.waarde, meldingId }) : uitkomst
}

/** K-VZM-06: trekt een melding in (een gewone stap, geen correctie: tot die dag bestond de melding). Nooit op een dag voor het indienen. */
export async function trekMeldingIn(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: OverDeelnemer & Pick<VerzuimmeldingBericht, 'partij' | 'begin' | 'eind'> & { readonly ingetrokkenOp?: Datum },
): Promise<Uitkomst<Geleverd, Weigering>> {
  if (!mag(ctx.actor, 'verzuim:schrijven', bericht)) return geweigerd({ soort: 'niet-gevonden' })
  const ingetrokkenOp = bericht.ingetrokkenOp ?? datumInNederland(new Date(ctx.nu))
  const fouten = eis(parseDatum(ingetrokkenOp) !== undefined, 'ingetrokkenOp', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd, of laat het veld weg voor vandaag.')
  if (fouten.length > 0) return ongeldig(fouten)
  let teVroeg: Datum | undefined
  const uitkomst = await opEigenDeelnemer(uitvoerder, ctx, bericht, { handeling: 'trekMeldingIn', object: ['verzuimmelding', `${bericht.begin} t/m ${bericht.eind}`] }, async (trx, wie) => {
    const meldingen = (await leesMeldingen(trx, wie.deelnemerId, bericht.brin)).filter((melding) =>
      melding.partij === bericht.partij && melding.begin === bericht.begin && melding.eind === bericht.eind)
    const open = meldingen.find((melding) => melding.ingetrokkenOp === null)
    if (!open) return { soort: meldingen.length > 0 ? 'ongewijzigd' : 'niet-gevonden' }
    if (ingetrokkenOp < open.ingediendOp) {
      teVroeg = open.ingediendOp
      return { soort: 'ongewijzigd' }
    }
    return slaMeldingOp(trx, wie, { ...open, ingetrokkenOp })
  })
  return teVroeg === undefined ? uitkomst : ongeldig(ingetrokkenVoorIngediend(ingetrokkenOp, teVroeg))
}

function ingetrokkenVoorIngediend(ingetrokkenOp: Datum, ingediendOp: Datum): readonly Veldfout[] {
  return [{
    veld: 'ingetrokkenOp', regelId: 'K-VZM-06', regel: `De melding is ingediend op ${ingediendOp}; intrekken op ${ingetrokkenOp} kan niet.`,
    watTeDoen: 'Geef de dag van intrekken: dezelfde dag als het indienen of later.',
  }]
}

/** Legt een schoolvakantie vast, voor vo en mbo gelijk. Alleen het systeem (beheer). */
export async function registreerSchoolvakantie(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Schoolvakantie,
): Promise<Uitkomst<Vastgelegd, Weigering>> {
  if (!mag(ctx.actor, 'organisatie:schrijven', { brin: '' })) return geweigerd({ soort: 'niet-gevonden' })
  const fouten = [
    ...eis(parseDatum(bericht.van) !== undefined, 'van', 'Dit is geen bestaande datum.', 'Schrijf jjjj-mm-dd.'),
    ...eis(parseDatum(bericht.tot) !== undefined && bericht.tot >= bericht.van, 'tot', 'De laatste dag ligt voor de eerste, of bestaat niet.', 'Geef de laatste dag (inclusief).'),
  ]
  if (fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => rondAf(trx, ctx, { soort: await slaVakantieOp(trx, bericht, ctx.nu) }, {
    handeling: 'registreerSchoolvakantie', brin: null, deelnemerId: null, object: ['schoolvakantie', `${bericht.van} t/m ${bericht.tot}`], gevolg: 'schoolvakantie-gewijzigd',
  }))
}
