import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { noteerVerwerking } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { signaaltekst } from '../../normen/index.ts'
import { type Actor, brinsVan, mag, metRechten, type Uitvoerder } from '../../toegang/index.ts'
import type { Afhandeling, Signaalbeeld, Signaalfilter, Signaaltelling } from '../signaalstand.ts'
import { findSignaalrij, leesSignaalrijen, type Signaalrij, telSignaalrijen } from '../store/signaallijst.ts'
import { legSignaalUit } from '../uitgelegd.ts'

export interface Signaalbladzijde {
  readonly signalen: readonly Signaalbeeld[]
  /** Moment en sleutel van de laatste regel; null = dit was de laatste bladzijde. */
  readonly volgende: readonly [op: string, signaalId: string] | null
}

const MEESTE = 250

/** De werklijst: signalen voor de scholen van de actor, oudste eerst. Een school van een ander geeft een lege lijst. */
export async function toonSignalen(
  uitvoerder: Uitvoerder, actor: Actor, filter: Signaalfilter, blad: { readonly na?: readonly string[] | undefined; readonly aantal: number },
): Promise<Uitkomst<Signaalbladzijde, Weigering>> {
  const bereik = kijkbereik(actor)
  if (bereik?.length === 0) return geweigerd({ soort: 'niet-gevonden' })
  const [op, id] = blad.na ?? []
  const na = op === undefined || id === undefined || !isSleutel(id) ? undefined : ([op, id] as const)
  const aantal = Math.max(1, Math.min(MEESTE, Math.floor(blad.aantal)))
  const rijen = await metRechten(uitvoerder, actor, async (trx) => {
    const gelezen = await leesSignaalrijen(trx, bereik, filter, na, aantal + 1)
    // Een lege lijst gaat over niemand.
    if (gelezen.length > 0) noteerVerwerking(trx, { handeling: 'toonSignalen', deelnemerIds: gelezen.slice(0, aantal).map((rij) => rij.deelnemer_id) })
    return gelezen
  })
  const bladzijde = rijen.slice(0, aantal)
  const laatste = bladzijde.at(-1)
  return gelukt({ signalen: bladzijde.map(naarBeeld), volgende: rijen.length > aantal && laatste ? [laatste.geopend_op, laatste.signaal_id] : null })
}

/** Onbekend en van een andere school is hetzelfde antwoord (Z-02). */
export async function toonSignaal(uitvoerder: Uitvoerder, actor: Actor, signaalId: string): Promise<Uitkomst<Signaalbeeld, Weigering>> {
  if (!isSleutel(signaalId)) return geweigerd({ soort: 'niet-gevonden' })
  return metRechten<Uitkomst<Signaalbeeld, Weigering>>(uitvoerder, actor, async (trx) => {
    const rij = await findSignaalrij(trx, signaalId)
    const gezien = rij && mag(actor, 'deelnemer:lezen', { brin: rij.brin ?? '' }) ? rij : undefined
    noteerVerwerking(trx, { handeling: 'toonSignaal', deelnemerIds: gezien === undefined ? [] : [gezien.deelnemer_id] })
    return gezien === undefined ? geweigerd({ soort: 'niet-gevonden' }) : gelukt(naarBeeld(gezien))
  })
}

/** Per school en code hoeveel signalen er nog zijn, en hoeveel daarvan gezien of verklaard. */
export async function telSignalen(uitvoerder: Uitvoerder, actor: Actor): Promise<Uitkomst<readonly Signaaltelling[], Weigering>> {
  const bereik = kijkbereik(actor)
  if (bereik?.length === 0) return geweigerd({ soort: 'niet-gevonden' })
  return gelukt(await metRechten(uitvoerder, actor, (trx) => telSignaalrijen(trx, bereik)))
}

export function naarBeeld(rij: Signaalrij): Signaalbeeld {
  const { titel, watTeDoen } = signaaltekst(rij.code)
  const { voor: _voor, ...uitgelegd } = legSignaalUit({ code: rij.code, niveau: rij.niveau, regels: rij.regels, uitleg: rij.uitleg, voor: [], feiten: rij.feiten, normen: rij.normen })
  return {
    ...uitgelegd, signaalId: rij.signaal_id, deelnemerId: rij.deelnemer_id, brin: rij.brin, titel, watTeDoen, staat: rij.gesloten_op === null ? rij.afhandeling : 'gesloten',
    afhandeling: afhandelingVan(rij), eersteDag: rij.eerste_dag, geopendOp: rij.geopend_op, geslotenOp: rij.gesloten_op, versie: rij.versie,
  }
}

function afhandelingVan(rij: Signaalrij): Afhandeling | null {
  if (rij.h_soort === null || rij.h_actor === null || rij.h_op === null) return null
  return { soort: rij.h_soort, verklaring: rij.h_verklaring, door: rij.h_actor, op: rij.h_op, geldt: rij.gesloten_op === null && rij.h_inhoud_versie === rij.inhoud_versie }
}

/** De scholen waarvan de actor mag lezen; null = alle. */
function kijkbereik(actor: Actor): readonly string[] | null {
  if (actor.soort !== 'school') return mag(actor, 'deelnemer:lezen', { brin: '' }) ? null : []
  return brinsVan(actor).filter((brin) => mag(actor, 'deelnemer:lezen', { brin }))
}
