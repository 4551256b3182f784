/** Iemand ziet waar hij nog meer is ingelogd, en kan dat daar beëindigen: na een vergeten computer hoeft niemand te wachten tot het vanzelf ophoudt. */
import { type Database, inTransactie, schrijfAudit } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { leesVorigeInlog } from '../account/account-store.ts'
import { leesNaamgevingenVan, type Naamgeving } from '../account/melding-store.ts'
import { type Actiecontext, systeemactor } from '../actor.ts'
import { contextVan } from '../uitvoeren.ts'
import { leesSessiesVan, type OpenSessie, verwijderSessie } from './sessie-store.ts'

export interface EigenSessie extends Pick<OpenSessie, 'middel' | 'begonnenOp' | 'laatstGebruiktOp'> {
  /** Begin van de hash: genoeg om haar aan te wijzen, en er valt geen koekje van te maken. */
  readonly sleutel: string
  /** De sessie van dit verzoek zelf. */
  readonly deze: boolean
}

const SYSTEEM = contextVan(systeemactor('sessie'))
const SLEUTEL_TEKENS = 16

export function toonEigenSessies(database: Database, ctx: Actiecontext, dezeHash: Buffer): Promise<readonly EigenSessie[]> {
  return inTransactie(database, SYSTEEM, async (trx) => (await leesSessiesVan(trx, ctx.actor.id, new Date(ctx.nu)))
    .map(({ sessieHash, ...rest }) => ({ ...rest, sleutel: sleutelVan(sessieHash), deze: sessieHash.equals(dezeHash) })))
}

/**
 * Beëindigt een andere sessie van hetzelfde account, of alle andere. Een onbekende sleutel, of die van een ander, verandert niets.
 * Geeft hoeveel er eindigden; de sessie van dit verzoek blijft altijd.
 */
export function beeindigEigenSessies(database: Database, ctx: Actiecontext, dezeHash: Buffer, welke: 'alle' | { readonly sleutel: string }): Promise<number> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    const andere = (await leesSessiesVan(trx, ctx.actor.id, new Date(ctx.nu))).filter(({ sessieHash }) => !sessieHash.equals(dezeHash))
    const weg = welke === 'alle' ? andere : andere.filter(({ sessieHash }) => sleutelVan(sessieHash) === welke.sleutel)
    for (const { sessieHash } of weg) await verwijderSessie(trx, sessieHash)
    if (weg.length > 0) await schrijfAudit(trx, { op: ctx.nu, actor: ctx.actor.id, handeling: 'beeindigEigenSessies', brin: null, deelnemerId: null, object: ['account', ctx.actor.id], gegevens: { aantal: weg.length } })
    return weg.length
  })
}

function sleutelVan(sessieHash: Buffer): string {
  return sessieHash.toString('hex').slice(0, SLEUTEL_TEKENS)
}

/** T-11: de accounts die op naam van deze persoon kwamen. Herkent hij er een niet, dan heeft iemand anders zijn naam. */
export function toonNaamgevingen(database: Database, ctx: Actiecontext): Promise<readonly Naamgeving[]> {
  return inTransactie(database, SYSTEEM, (trx) => leesNaamgevingenVan(trx, ctx.actor.id))
}

/** Wanneer iemand hier voor deze keer was; null = dit is de eerste keer. */
export function toonVorigeInlog(database: Database, ctx: Actiecontext): Promise<Moment | null> {
  return inTransactie(database, SYSTEEM, (trx) => leesVorigeInlog(trx, ctx.actor.id))
}
