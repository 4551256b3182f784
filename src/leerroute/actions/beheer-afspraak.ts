import { schrijfAudit, type Transactie } from '../../database/index.ts'
import { type Datum, parseDatum } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { findBevoegdGezag } from '../../organisatie/index.ts'
import { type Actiecontext, mag, ongeldig, toonMedewerkers, type Uitvoerder, type Vastgelegd, voerUit } from '../../toegang/index.ts'
import { type Afspraaksleutel, leesAfspraakregels, slaAfspraakbeheerOp } from '../afspraakbeheer-store.ts'
import { legOvereenkomstVast, legRegelingVast } from './leg-afspraak-vast.ts'

/** Een afspraak zoals iemand haar op een bladzijde invult: de inhoud voor alle partijen, en wie er bij het eigen bestuur over gaat. */
export interface Afspraakbericht extends Afspraaksleutel {
  /** De school namens wie; haar bestuur is partij. */
  readonly brin: string
  /** Bestuursnummers, ook het eigen; bij een regeling alleen het eigen. */
  readonly partijen: readonly string[]
  readonly van: Datum
  readonly tot: Datum | null
  readonly overstapoptie: string | null
  /** Een medewerker van de eigen organisatie. */
  readonly eigenaar: string | null
  readonly kijkOpnieuwOp: Datum | null
  /** Wat er stond toen iemand begon; null = een nieuwe afspraak. */
  readonly versie: string | null
}

export type Afspraakweigering = Weigering | { readonly soort: 'intussen-gewijzigd' }

/**
 * K-SOK-01, K-SOK-02, P9: legt een afspraak vast, wijzigt, bevestigt of beëindigt haar, samen met haar eigenaar en kijkdag. Veranderde een ander
 * haar intussen, dan gebeurt er niets.
 */
export function regelAfspraak(uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: Afspraakbericht): Promise<Uitkomst<Vastgelegd, Afspraakweigering>> {
  if (!mag(ctx.actor, 'afspraak:schrijven', { brin: bericht.brin })) return Promise.resolve(geweigerd({ soort: 'niet-gevonden' }))
  return voerUit<Vastgelegd, Afspraakweigering>(uitvoerder, ctx.actor, async (trx) => {
    const gezag = await findBevoegdGezag(trx, bericht.brin)
    if (gezag === undefined) return geweigerd({ soort: 'niet-gevonden' })
    const [staat] = await leesAfspraakregels(trx, [gezag], bericht)
    if (bericht.versie !== null && staat?.versie !== bericht.versie) return geweigerd({ soort: 'intussen-gewijzigd' })
    if (bericht.versie === null && staat !== undefined) return ongeldig(BESTAAT)
    const fouten = await controleerBeheer(trx, ctx, bericht, staat?.eigenaar ?? null)
    if (fouten.length > 0) return ongeldig(fouten)
    const vastgelegd = await legVast(trx, ctx, bericht, gezag)
    if (!vastgelegd.ok) return vastgelegd.reden.soort === 'niet-gevonden' && bericht.versie === null ? ongeldig(BESTAAT) : vastgelegd
    const beheer = await slaAfspraakbeheerOp(trx, gezag, bericht.sleutel, bericht, ctx.nu)
    if (beheer.soort === 'nieuw' || beheer.soort === 'gewijzigd') {
      await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'regelAfspraakbeheer', brin: bericht.brin, deelnemerId: null, object: ['afspraak', bericht.sleutel], gegevens: { uitkomst: beheer.soort } })
    }
    return gelukt(vastgelegd.waarde)
  })
}

const BESTAAT: readonly Veldfout[] = [{ veld: 'sleutel', regel: 'Er is al een afspraak met dit kenmerk.', watTeDoen: 'Kies een ander kenmerk, of wijzig de afspraak die er al is.' }]

function legVast(trx: Transactie, ctx: Actiecontext, { soort, sleutel, brin, partijen, van, tot, overstapoptie }: Afspraakbericht, gezag: string): Promise<Uitkomst<Vastgelegd, Weigering>> {
  return soort === 'overeenkomst'
    ? legOvereenkomstVast(trx, ctx, { kenmerk: sleutel, partijen, van, tot, overstapoptie, brin })
    : legRegelingVast(trx, ctx, { bevoegdGezag: gezag, van, tot, overstapoptie, brin })
}

/** Alleen een collega in dienst wordt eigenaar; wie het al was mag blijven staan. */
async function controleerBeheer(trx: Transactie, { actor }: Actiecontext, { eigenaar, kijkOpnieuwOp }: Afspraakbericht, was: string | null): Promise<readonly Veldfout[]> {
  const bekend = eigenaar === null || eigenaar === was || (await toonMedewerkers(trx, actor, 'afspraak:schrijven')).some(({ medewerkerId }) => medewerkerId === eigenaar)
  return [
    ...eis(bekend, 'eigenaar', 'Deze collega werkt niet bij uw organisatie.', 'Kies een collega uit de lijst.'),
    ...eis(kijkOpnieuwOp === null || parseDatum(kijkOpnieuwOp) !== undefined, 'kijkOpnieuwOp', 'Dit is geen bestaande dag.', 'Schrijf de dag als 1-8-2027.'),
  ]
}

/** De sleutel van een interne regeling. */
export function regelingsleutel(gezag: string, van: Datum): string {
  return `${gezag}-${van}`
}
