import { isDeelnemerId as isSleutel } from '../../bron/index.ts'
import { schrijfAudit, type Transactie, uuidv7 } from '../../database/index.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { eis, type Veldfout, type Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, type Actor, type Adresregels, brinsVan, controleerUrl, type Kluis, mag, metRechten, ongeldig, type Uitvoerder, voerUit } from '../../toegang/index.ts'
import type { Abonnement, AbonnementBericht } from '../abonnement.ts'
import {
  findAbonnement, houdAbonnementVast, leesAbonnementen, telAbonnementen, verwijderAbonnementRij, type VersleuteldGeheim, voegAbonnementToe, wijzigAbonnementRij,
} from '../store/abonnement.ts'
import { controleerGeheim } from '../webhook/handtekening.ts'

const MEESTE_PER_SCHOOL = 10

/**
 * Een school wil gebeurtenissen op een eigen adres ontvangen (S-44). Het adres wordt daarna gecontroleerd; pas als het
 * instemt gaat er iets heen. Het geheim wordt versleuteld bewaard en nooit meer gegeven.
 */
export async function maakAbonnement(
  uitvoerder: Uitvoerder, ctx: Actiecontext, bericht: AbonnementBericht & { readonly brin?: string | undefined }, regels: Adresregels,
): Promise<Uitkomst<Abonnement, Weigering>> {
  const brin = bericht.brin ?? enigeSchool(ctx.actor)
  if (brin === undefined) return ongeldig([{ veld: 'school', regel: 'Het is niet duidelijk voor welke school dit is.', watTeDoen: 'Noem de BRIN in `school`.' }])
  if (!magBeheren(ctx.actor, brin)) return geweigerd({ soort: 'niet-gevonden' })
  const { geheim } = bericht
  const fouten = [...controleer(bericht, regels), ...(geheim === undefined ? controleerGeheim('') : [])]
  if (geheim === undefined || fouten.length > 0) return ongeldig(fouten)
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    if ((await telAbonnementen(trx, brin)) >= MEESTE_PER_SCHOOL) {
      return ongeldig([{ veld: 'url', regel: `Deze school heeft al ${MEESTE_PER_SCHOOL} abonnementen.`, watTeDoen: 'Wijzig er een, of verwijder er eerst een.' }])
    }
    const id = uuidv7()
    await voegAbonnementToe(trx, { id, brin, url: bericht.url, soorten: bericht.soorten, geheim: versleutel(ctx.kluis, id, geheim), door: ctx.actor.id, nu: ctx.nu })
    await audit(trx, ctx, 'maakAbonnement', { id, brin })
    return teruglezen(trx, id)
  })
}

/** Zet het hele abonnement. Een ander adres moet eerst weer instemmen; zonder `geheim` blijft het oude. */
export async function wijzigAbonnement(
  uitvoerder: Uitvoerder, ctx: Actiecontext, id: string, bericht: AbonnementBericht, regels: Adresregels,
): Promise<Uitkomst<Abonnement, Weigering>> {
  return opEigenAbonnement(uitvoerder, ctx, id, async (trx, { brin }) => {
    const fouten = controleer(bericht, regels)
    if (fouten.length > 0) return ongeldig(fouten)
    const geheim = bericht.geheim === undefined ? undefined : versleutel(ctx.kluis, id, bericht.geheim)
    await wijzigAbonnementRij(trx, id, { url: bericht.url, soorten: bericht.soorten, geheim, nu: ctx.nu })
    await audit(trx, ctx, 'wijzigAbonnement', { id, brin })
    return teruglezen(trx, id)
  })
}

/** Er gaat niets meer naar dit adres, ook niet wat nog wachtte. */
export async function verwijderAbonnement(uitvoerder: Uitvoerder, ctx: Actiecontext, id: string): Promise<Uitkomst<null, Weigering>> {
  return opEigenAbonnement(uitvoerder, ctx, id, async (trx, { brin }) => {
    await verwijderAbonnementRij(trx, id, ctx.nu)
    await audit(trx, ctx, 'verwijderAbonnement', { id, brin })
    return gelukt(null)
  })
}

export async function toonAbonnementen(uitvoerder: Uitvoerder, actor: Actor): Promise<Uitkomst<readonly Abonnement[], Weigering>> {
  const brins = actor.soort === 'systeem' ? null : brinsVan(actor).filter((brin) => magBeheren(actor, brin))
  if (brins?.length === 0) return geweigerd({ soort: 'niet-gevonden' })
  return gelukt(await metRechten(uitvoerder, actor, (trx) => leesAbonnementen(trx, { brins })))
}

export async function toonAbonnement(uitvoerder: Uitvoerder, actor: Actor, id: string): Promise<Uitkomst<Abonnement, Weigering>> {
  const gevonden = isSleutel(id) ? await metRechten(uitvoerder, actor, (trx) => findAbonnement(trx, id)) : undefined
  return gevonden && magBeheren(actor, gevonden.brin) ? gelukt(gevonden) : geweigerd({ soort: 'niet-gevonden' })
}

/** De versie van nu, vastgehouden tot het einde van de transactie. */
export async function versieVanAbonnement(uitvoerder: Uitvoerder, actor: Actor, id: string): Promise<string | undefined> {
  const gevonden = isSleutel(id) ? await metRechten(uitvoerder, actor, (trx) => houdAbonnementVast(trx, id)) : undefined
  return gevonden && magBeheren(actor, gevonden.brin) ? String(gevonden.versie) : undefined
}

/** Voert iets uit op een abonnement van een school van de actor; onbekend en van een ander is hetzelfde antwoord (Z-02). */
export async function opEigenAbonnement<T>(
  uitvoerder: Uitvoerder, ctx: Actiecontext, id: string, werk: (trx: Transactie, abonnement: Abonnement) => Promise<Uitkomst<T, Weigering>>,
): Promise<Uitkomst<T, Weigering>> {
  if (!isSleutel(id)) return geweigerd({ soort: 'niet-gevonden' })
  return voerUit(uitvoerder, ctx.actor, async (trx) => {
    const abonnement = await houdAbonnementVast(trx, id)
    return abonnement && magBeheren(ctx.actor, abonnement.brin) ? werk(trx, abonnement) : geweigerd({ soort: 'niet-gevonden' })
  })
}

/** Ook nodig om te lezen: wie abonnementen beheert ziet elke gebeurtenis van de school. */
function magBeheren(actor: Actor, brin: string): boolean {
  return mag(actor, 'abonnement:beheren', { brin }) && mag(actor, 'deelnemer:lezen', { brin })
}

function enigeSchool(actor: Actor): string | undefined {
  const brins = brinsVan(actor)
  return brins.length === 1 ? brins[0] : undefined
}

function controleer(bericht: AbonnementBericht, regels: Adresregels): readonly Veldfout[] {
  return [
    ...controleerUrl(bericht.url, regels),
    ...eis(new Set(bericht.soorten).size === bericht.soorten.length, 'soorten', 'Een soort staat er twee keer in.', 'Noem elke soort één keer, of laat de lijst leeg voor alle soorten.'),
    ...(bericht.geheim === undefined ? [] : controleerGeheim(bericht.geheim)),
  ]
}

function versleutel(kluis: Kluis, id: string, geheim: string): VersleuteldGeheim {
  return kluis.versleutelBytes(Buffer.from(geheim), geheimplaats(id))
}

/** Waar het geheim hoort: in de rij van een ander abonnement is het niet te lezen. */
export function geheimplaats(abonnementId: string): string {
  return `abonnement:${abonnementId}`
}

async function teruglezen(trx: Transactie, id: string): Promise<Uitkomst<Abonnement, Weigering>> {
  const gevonden = await findAbonnement(trx, id)
  return gevonden ? gelukt(gevonden) : geweigerd({ soort: 'niet-gevonden' })
}

async function audit(trx: Transactie, ctx: Actiecontext, handeling: string, { id, brin }: { readonly id: string; readonly brin: string }): Promise<void> {
  await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling, brin, deelnemerId: null, object: ['abonnement', id] })
}
