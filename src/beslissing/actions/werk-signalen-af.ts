import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { type Database, schrijfAudit, uuidv7 } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Veldfout, Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, alsActor, ongeldig, toonCollegas, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import { houdSignaalVast, type Signaalrij } from '../store/signaallijst.ts'
import { voegToewijzingToe } from '../store/werklijst.ts'
import { isEigen, verklaarSignaal, zetSignaalGezien } from './handel-signaal-af.ts'

/** Wat iemand met een of meer signalen doet. `aan` leeg = weer van niemand. */
export type Signaalwerk = { readonly soort: 'gezien' } | { readonly soort: 'verklaren'; readonly verklaring: string } | { readonly soort: 'toewijzen'; readonly aan: string | null }

/** Een signaal zoals het op het scherm stond. */
export interface Schermsignaal {
  readonly signaalId: string
  readonly versie: string
}

export interface Werkuitslag {
  /** Ook wat al zo was: twee keer versturen geeft hetzelfde antwoord. */
  readonly gedaan: number
  /** De feiten veranderden nadat het scherm werd gemaakt; daar is niets mee gedaan. */
  readonly veranderd: number
  readonly nietGevonden: number
  /** Waarom het niet kon, als de vraag zelf niet klopt; dan is er nergens iets gedaan of gaat het om gesloten signalen. */
  readonly fouten: readonly Veldfout[]
}

/** Geeft een signaal aan een collega van dezelfde school die het mag afhandelen, of maakt het weer van niemand. */
export function wijsSignaalToe(uitvoerder: Uitvoerder, ctx: Actiecontext, signaalId: string, aan: string | null): Promise<Uitkomst<{ readonly toegewezenAan: string | null }, Weigering>> {
  if (!isSleutel(signaalId)) return Promise.resolve(geweigerd({ soort: 'niet-gevonden' }))
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const rij = await houdSignaalVast(trx, signaalId)
    if (!rij || !isEigen(ctx.actor, rij)) return geweigerd({ soort: 'niet-gevonden' })
    if (rij.gesloten_op !== null) return ongeldig([{ veld: 'aan', regel: 'Dit signaal is gesloten: de feiten kloppen weer.', watTeDoen: 'U hoeft niets te doen.' }])
    if (aan !== null && !(await toonCollegas(trx, ctx, 'signaal:afhandelen', rij.brin)).some(({ accountId }) => accountId === aan)) {
      return ongeldig([{ veld: 'aan', regel: 'Deze collega kan dit signaal niet krijgen.', watTeDoen: 'Kies een collega die bij deze school signalen mag afhandelen.' }])
    }
    if (rij.toegewezen_aan === aan) return gelukt({ toegewezenAan: aan })
    const toewijzingId = uuidv7()
    await voegToewijzingToe(trx, rij, { toewijzingId, aan, actor: ctx.actor.id, op: ctx.nu })
    await schrijfAudit(trx, {
      op: ctx.nu, actor: ctx.actor.id, handeling: 'wijsSignaalToe', brin: rij.brin, deelnemerId: rij.deelnemer_id, object: ['signaal', `${rij.code} ${rij.signaal_id}`], gegevens: { toewijzingId, aan },
    })
    return gelukt({ toegewezenAan: aan })
  })
}

/**
 * Doet hetzelfde met meer signalen, elk in een eigen transactie: gaat er een niet, dan gaan de andere wel. Van elk telt alleen de versie
 * die op het scherm stond. Wat al zo is telt als gedaan, dus twee keer versturen verandert een keer iets.
 */
export async function werkSignalenAf(database: Database, ctx: Actiecontext, signalen: readonly Schermsignaal[], werk: Signaalwerk): Promise<Werkuitslag> {
  const uitslag = { gedaan: 0, veranderd: 0, nietGevonden: 0, fouten: [] as Veldfout[] }
  for (const signaal of signalen) {
    const uitkomst = await werkAf(database, ctx, signaal, werk)
    if (uitkomst === 'gedaan' || uitkomst === 'veranderd') uitslag[uitkomst] += 1
    else if (uitkomst.soort === 'ongeldig') uitslag.fouten = [...uitkomst.fouten]
    else uitslag.nietGevonden += 1
  }
  return uitslag
}

function werkAf(database: Database, ctx: Actiecontext, { signaalId, versie }: Schermsignaal, werk: Signaalwerk): Promise<'gedaan' | 'veranderd' | Weigering> {
  return alsActor(database, ctx.actor, async (trx) => {
    const rij = isSleutel(signaalId) ? await houdSignaalVast(trx, signaalId) : undefined
    if (!rij || !isEigen(ctx.actor, rij)) return { soort: 'niet-gevonden' }
    if (isZoAl(rij, werk)) return 'gedaan'
    if (rij.versie !== versie) return 'veranderd'
    const uitkomst = await doe(trx, ctx, signaalId, werk)
    return uitkomst.ok ? 'gedaan' : uitkomst.reden
  })
}

function doe(trx: Uitvoerder, ctx: Actiecontext, signaalId: string, werk: Signaalwerk): Promise<Uitkomst<unknown, Weigering>> {
  if (werk.soort === 'gezien') return zetSignaalGezien(trx, ctx, signaalId)
  return werk.soort === 'verklaren' ? verklaarSignaal(trx, ctx, signaalId, werk.verklaring) : wijsSignaalToe(trx, ctx, signaalId, werk.aan)
}

/** Wie meer signalen op gezien zet, trekt een verklaring niet in: een verklaard signaal is al gezien. */
function isZoAl(rij: Signaalrij, werk: Signaalwerk): boolean {
  if (rij.gesloten_op !== null) return false
  if (werk.soort === 'gezien') return rij.afhandeling !== 'open'
  if (werk.soort === 'toewijzen') return rij.toegewezen_aan === werk.aan
  return rij.afhandeling === 'verklaard' && rij.h_verklaring === werk.verklaring.trim().replace(/\r\n?/g, '\n')
}
