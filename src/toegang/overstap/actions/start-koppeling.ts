import type { Transactie } from '../../../database/index.ts'
import type { Datum, Moment } from '../../../kern/datum.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import type { Actiecontext } from '../../actor.ts'
import { grenzenVan, inOverstap, type Overstapdeur, plusMs, weiger } from '../deur.ts'
import { beeindigKoppelpoging, slaKoppelpogingOp, vergrendelKoppelpoging } from '../koppelpoging-store.ts'
import { overstapstanden } from '../overstapstand.ts'
import type { Schoolstand } from '../schoolstand.ts'
import { laatToe } from '../toelating.ts'
import type { Overstapweigering } from '../weigering.ts'

export interface BegonnenKoppeling {
  readonly koppelpogingId: string
  readonly verlooptOp: Moment
}

/** K-EH-04, T-01: begint een koppeling in deze sessie, tien minuten geldig. Een eerdere in dezelfde sessie stopt dan; het oude account verandert nog niet. */
export function startKoppeling(deur: Overstapdeur, ctx: Actiecontext, sessieHash: Buffer): Promise<Uitkomst<BegonnenKoppeling, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const plaats = { stap: 'start', organisatieId: ctx.actor.organisatieId ?? '', object: ['account', ctx.actor.id] } as const
    const eh = await laatToe(trx, ctx)
    if (!eh.ok) return weiger(trx, ctx, eh.reden, plaats)
    const standen = await overstapstanden(trx, eh.waarde.organisatieId, ctx.nu)
    if (!standen.some((stand) => stand.stand === 'OVERSTAP_OPEN' || stand.coulance)) return weiger(trx, ctx, waaromDicht(standen), plaats)
    await vervangEerdere(trx, sessieHash, ctx.nu)
    const verlooptOp = plusMs(ctx.nu, grenzenVan(deur, ctx).koppeltijdMinuten * 60_000)
    const koppelpogingId = await slaKoppelpogingOp(trx, sessieHash, eh.waarde.accountId, ctx.nu, verlooptOp)
    await schrijfAccountaudit(trx, ctx, { handeling: 'startKoppeling', organisatieId: eh.waarde.organisatieId, object: ['account', eh.waarde.accountId], extra: { koppelpogingId } })
    return gelukt({ koppelpogingId, verlooptOp })
  })
}

async function vervangEerdere(trx: Transactie, sessieHash: Buffer, nu: Moment): Promise<void> {
  const eerdere = await vergrendelKoppelpoging(trx, sessieHash)
  if (eerdere?.einde === null) await beeindigKoppelpoging(trx, eerdere.koppelpogingId, eerdere.verlooptOp <= nu ? 'VERLOPEN' : 'VERVANGEN', nu)
}

function waaromDicht(standen: readonly Schoolstand[]): Overstapweigering {
  const nogNiet = standen.filter(({ stand }) => stand === 'VOORBEREIDING')
  if (standen.length > 0 && nogNiet.length === 0) return { soort: 'coulance-voorbij' }
  const dagen = nogNiet.flatMap(({ openVan }) => openVan ?? []).sort()
  return { soort: 'overstap-niet-open', openVan: dagen[0] as Datum | undefined ?? null }
}
