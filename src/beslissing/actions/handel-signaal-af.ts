import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { schrijfAudit, type Transactie, uuidv7 } from '../../database/index.ts'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, type Actor, mag, metRechten, ongeldig, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Signaalbeeld } from '../signaalstand.ts'
import { findSignaalrij, houdSignaalVast, type Signaalrij, voegHandelingToe } from '../store/signaallijst.ts'
import { naarBeeld } from './toon-signalen.ts'

export const LANGSTE_VERKLARING = 500

/** De school heeft het signaal gezien. Bij een verklaard signaal trekt dit de verklaring in; zij blijft in de geschiedenis. */
export function zetSignaalGezien(uitvoerder: Uitvoerder, ctx: Actiecontext, signaalId: string): Promise<Uitkomst<Signaalbeeld, Weigering>> {
  return handelAf(uitvoerder, ctx, signaalId, { handeling: 'zetSignaalGezien', soort: 'gezien', verklaring: null })
}

/**
 * De school legt uit waarom het zo klopt. Het signaal blijft: sluiten doen alleen de feiten. Veranderen de feiten, dan geldt
 * de verklaring niet meer (docs/adr/0021).
 */
export async function verklaarSignaal(uitvoerder: Uitvoerder, ctx: Actiecontext, signaalId: string, tekst: string): Promise<Uitkomst<Signaalbeeld, Weigering>> {
  const verklaring = tekst.trim().replace(/\r\n?/g, '\n')
  const fouten = [
    ...eis(verklaring.length > 0, 'verklaring', 'Een verklaring is niet leeg.', 'Schrijf kort waarom het zo klopt, of kies gezien.'),
    ...eis([...verklaring].length <= LANGSTE_VERKLARING, 'verklaring', `Een verklaring is hooguit ${LANGSTE_VERKLARING} tekens.`, 'Maak de tekst korter.'),
    ...eis(!/[^\P{Cc}\n\t]/u.test(verklaring), 'verklaring', 'De tekst bevat tekens die niet te lezen zijn.', 'Typ de tekst opnieuw.'),
    ...eis(!bevatPersoonsnummer(verklaring), 'verklaring', 'De tekst bevat een persoonsnummer.', 'Laat het nummer weg: het signaal hoort al bij deze leerling.'),
  ]
  if (fouten.length > 0) return isSleutel(signaalId) && (await magAfhandelen(uitvoerder, ctx.actor, signaalId)) ? ongeldig(fouten) : geweigerd({ soort: 'niet-gevonden' })
  return handelAf(uitvoerder, ctx, signaalId, { handeling: 'verklaarSignaal', soort: 'verklaard', verklaring })
}

/** De versie van nu, vastgehouden tot het einde van de transactie; undefined als de actor dit signaal niet mag afhandelen. */
export async function versieVanSignaal(uitvoerder: Uitvoerder, actor: Actor, signaalId: string): Promise<string | undefined> {
  if (!isSleutel(signaalId)) return undefined
  const rij = await metRechten(uitvoerder, actor, (trx) => houdSignaalVast(trx, signaalId))
  return rij && isEigen(actor, rij) ? rij.versie : undefined
}

interface Stap {
  readonly handeling: 'zetSignaalGezien' | 'verklaarSignaal'
  readonly soort: 'gezien' | 'verklaard'
  readonly verklaring: string | null
}

async function handelAf(uitvoerder: Uitvoerder, ctx: Actiecontext, signaalId: string, stap: Stap): Promise<Uitkomst<Signaalbeeld, Weigering>> {
  if (!isSleutel(signaalId)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const rij = await houdSignaalVast(trx, signaalId)
    if (!rij || !isEigen(ctx.actor, rij)) return geweigerd({ soort: 'niet-gevonden' })
    if (rij.gesloten_op !== null) {
      return ongeldig([{ veld: 'staat', regel: 'Dit signaal is gesloten: de feiten kloppen weer.', watTeDoen: 'U hoeft niets te doen.' }])
    }
    const isZoAl = rij.afhandeling === stap.soort && rij.h_verklaring === stap.verklaring
    if (!isZoAl) await legVast(trx, ctx, rij, stap)
    const nu = await findSignaalrij(trx, signaalId)
    return nu ? gelukt(naarBeeld(nu)) : geweigerd({ soort: 'niet-gevonden' })
  })
}

/** De tekst zelf staat alleen bij het signaal, niet ook in de audit. */
async function legVast(trx: Transactie, ctx: Actiecontext, rij: Signaalrij & { readonly brin: string }, { handeling, soort, verklaring }: Stap): Promise<void> {
  const handelingId = uuidv7()
  await voegHandelingToe(trx, rij, { handelingId, soort, verklaring, actor: ctx.actor.id, op: ctx.nu })
  await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling, brin: rij.brin, deelnemerId: rij.deelnemer_id, object: ['signaal', `${rij.code} ${rij.signaal_id}`], gegevens: { handelingId } })
}

async function magAfhandelen(uitvoerder: Uitvoerder, actor: Actor, signaalId: string): Promise<boolean> {
  const rij = await metRechten(uitvoerder, actor, (trx) => findSignaalrij(trx, signaalId))
  return rij !== undefined && isEigen(actor, rij)
}

/** Alleen de school waarvoor het signaal is. Zonder school is er niemand die het hier afhandelt. */
export function isEigen(actor: Actor, rij: Signaalrij): rij is Signaalrij & { readonly brin: string } {
  return rij.brin !== null && mag(actor, 'signaal:afhandelen', { brin: rij.brin }) && mag(actor, 'deelnemer:lezen', { brin: rij.brin })
}

function bevatPersoonsnummer(tekst: string): boolean {
  return [...tekst.matchAll(/(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g)].some(([gevonden]) => {
    const cijfers = gevonden.replace(/\D/g, '')
    return isBsn(cijfers) || isOnderwijsnummer(cijfers)
  })
}
