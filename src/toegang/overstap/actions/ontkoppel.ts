import type { Transactie } from '../../../database/index.ts'
import { gelukt, type Uitkomst } from '../../../kern/uitkomst.ts'
import { eisVerseInlog } from '../../account/rules/verse-inlog.ts'
import { schrijfAccountaudit } from '../../account/accountaudit.ts'
import { trekOverdrachtIn } from '../../account/rolovergang.ts'
import { bevestig, doeVoorstel } from '../../account/vier-ogen.ts'
import type { Actiecontext } from '../../actor.ts'
import { meldAanBeheerder } from '../../account/melding-store.ts'
import { findHuidigAccount } from '../../herkoppelen/herkoppeling-store.ts'
import { eisIngreep, houdtBeheerder, pakOudAccount } from '../beheer.ts'
import { inOverstap, type Overstapdeur, weiger } from '../deur.ts'
import { findOverstapkoppeling, zetOntkoppeld } from '../overstap-store.ts'
import { volgendeBewaardeToestand } from '../rules/toestanden.ts'
import { type Tokenaccount, zetTokentoestand } from '../tokenaccount-store.ts'
import { beeindigSessiesVan } from '../../sessie/sessies.ts'
import type { Overstapweigering } from '../weigering.ts'

const SOORT = 'ontkoppelen'

/** T-11, T-31: stelt voor om een verkeerde koppeling ongedaan te maken; een tweede persoon bevestigt. Het oude middel komt daarmee niet terug. */
export function stelOntkoppelenVoor(deur: Overstapdeur, ctx: Actiecontext, { oudAccountId, reden }: { readonly oudAccountId: string; readonly reden: string }): Promise<Uitkomst<{ readonly voorstelId: string }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const oud = await pakOudAccount(trx, ctx, oudAccountId, eisIngreep(ctx, reden))
    if (!oud.ok) return oud
    const { accountId, organisatieId, toestand } = oud.waarde
    const plaats = { stap: 'stel-ontkoppelen-voor', organisatieId, object: ['account', accountId] } as const
    const naar = volgendeBewaardeToestand(toestand, 'ontkoppel')
    if (!naar.ok) return weiger(trx, ctx, naar.reden, plaats)
    if (!(await kanZonder(trx, ctx, oud.waarde))) return weiger(trx, ctx, { soort: 'laatste-beheerder' }, plaats)
    return zonderOuder(await doeVoorstel(trx, ctx, { soort: SOORT, organisatieId, sleutel: accountId, inhoud: { oudAccountId: accountId }, reden }))
  })
}

/** De tweede persoon: ontkoppelt, neemt de rollen terug die meekwamen en beëindigt de sessies van het eHerkenning-account. */
export function bevestigOntkoppelen(deur: Overstapdeur, ctx: Actiecontext, voorstelId: string): Promise<Uitkomst<{ readonly rollenIngetrokken: number }, Overstapweigering>> {
  return inOverstap(deur, ctx, async (trx) => {
    const voorstel = zonderOuder(await bevestig(trx, ctx, voorstelId, SOORT))
    if (!voorstel.ok) return voorstel
    const oud = await pakOudAccount(trx, ctx, voorstel.waarde.sleutel, eisVerseInlog(ctx))
    if (!oud.ok) return terugdraaien(oud.reden)
    const { accountId, organisatieId, toestand } = oud.waarde
    const naar = volgendeBewaardeToestand(toestand, 'ontkoppel')
    if (!naar.ok) return terugdraaien(naar.reden)
    if (!(await kanZonder(trx, ctx, oud.waarde))) return terugdraaien({ soort: 'laatste-beheerder' })
    const koppeling = await findOverstapkoppeling(trx, accountId)
    if (koppeling === undefined) throw new Error('gekoppeld account zonder koppeling')
    const { reden } = voorstel.waarde
    // Ging de medewerker intussen met een andere inlog verder, dan staan de rollen daar (T-23).
    const huidig = await findHuidigAccount(trx, koppeling.ehAccountId)
    const rollenIngetrokken = await trekOverdrachtIn(trx, { van: accountId, naar: huidig, door: ctx.actor.id, nu: ctx.nu, reden })
    await zetOntkoppeld(trx, accountId, ctx.actor.id, reden, ctx.nu)
    await zetTokentoestand(trx, accountId, naar.waarde, ctx.nu)
    await beeindigSessiesVan(trx, huidig)
    await meldAanBeheerder(trx, organisatieId, 'ONTKOPPELD', accountId, ctx.nu)
    await schrijfAccountaudit(trx, ctx, {
      handeling: 'ontkoppelAccount', organisatieId, object: ['account', accountId], van: toestand, naar: naar.waarde, reden, extra: { ehAccountId: huidig, voorstelId, rollenIngetrokken },
    })
    return gelukt({ rollenIngetrokken })
  }).catch((fout: unknown) => naarUitkomst(deur, ctx, voorstelId, fout))
}

/** T-17: de rollen die van dit oude account kwamen gaan weg; blijft er dan een beheerder? */
async function kanZonder(trx: Transactie, ctx: Actiecontext, oud: Tokenaccount): Promise<boolean> {
  const koppeling = await findOverstapkoppeling(trx, oud.accountId)
  const huidig = koppeling === undefined ? undefined : await findHuidigAccount(trx, koppeling.ehAccountId)
  return houdtBeheerder(trx, ctx, oud.organisatieId, (account) => (account.accountId !== huidig ? undefined : {
    toestand: account.toestand, rollen: account.rollen.filter(({ bron, bronSleutel }) => !(bron === 'OVERSTAP' && bronSleutel === oud.accountId)),
  }))
}

/** Het voorstel is dan al bevestigd in deze transactie: zij moet helemaal terug. */
function terugdraaien(reden: Overstapweigering): never {
  throw new Teruggedraaid(reden)
}

/** De bevestiging is weg, de poging blijft zichtbaar (T-32). */
function naarUitkomst(deur: Overstapdeur, ctx: Actiecontext, voorstelId: string, fout: unknown): Promise<Uitkomst<never, Overstapweigering>> {
  if (!(fout instanceof Teruggedraaid)) throw fout
  return inOverstap(deur, ctx, (trx) => weiger(trx, ctx, fout.reden, { stap: 'bevestig-ontkoppelen', organisatieId: ctx.actor.organisatieId ?? '', object: ['voorstel', voorstelId] }))
}

class Teruggedraaid extends Error {
  readonly reden: Overstapweigering
  constructor(reden: Overstapweigering) {
    super('weigering')
    this.reden = reden
  }
}

/** Vier ogen weigert nooit met "ouder dan bekend": dat hoort bij leveringen. */
export function zonderOuder<T>(uitkomst: Uitkomst<T, Overstapweigering | { readonly soort: 'ouder-dan-bekend'; readonly bekendVan: string }>): Uitkomst<T, Overstapweigering> {
  if (uitkomst.ok || uitkomst.reden.soort !== 'ouder-dan-bekend') return uitkomst as Uitkomst<T, Overstapweigering>
  throw new Error('een voorstel kent geen volgorde van leveringen')
}
