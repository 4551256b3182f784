/**
 * Vier ogen: een voorstel gebeurt pas als een tweede persoon van dezelfde kant het bevestigt (toegang.md 3.1, 3.3, 4.2). Het recht
 * zelf vraagt de aanroeper met mag(); deze functies draaien als systeem in zijn transactie.
 */
import type { Transactie } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'
import { isUuid } from '../../kern/uuid.ts'
import { eis, type Weigering } from '../../kern/weigering.ts'
import type { Actiecontext } from '../actor.ts'
import { ongeldig } from '../afronden.ts'
import { schrijfAccountaudit } from './accountaudit.ts'
import { pakOpenVoorstel, slaVoorstelOp, type Voorstel, vergelijkPersoon, zetBesluit } from './vier-ogen-store.ts'

/** Zo lang wacht een voorstel op de tweede persoon. */
const GELDIG_MS = 7 * 24 * 3_600_000

export interface Voorstelvraag {
  /** Vaste naam, bijvoorbeeld `ontkoppelen`. */
  readonly soort: string
  readonly organisatieId: string
  /** Waar het over gaat; per soort en sleutel is er hooguit een open voorstel. */
  readonly sleutel: string
  readonly inhoud: Readonly<Record<string, unknown>>
  readonly reden: string
  /** Wie bevestigt; zonder: dezelfde kant als wie voorstelt. Een school met een beheerder vraagt soms DUO. */
  readonly kant?: Voorstel['kant']
}

/** Legt een voorstel klaar. Geweigerd als er al een open voorstel over hetzelfde is, of zonder reden. */
export async function doeVoorstel(trx: Transactie, ctx: Actiecontext, vraag: Voorstelvraag): Promise<Uitkomst<{ readonly voorstelId: string }, Weigering>> {
  const reden = vraag.reden.trim()
  const fouten = eis(reden !== '' && reden.length <= 500, 'reden', 'Een voorstel heeft een reden van hooguit 500 tekens.', 'Schrijf in een of twee zinnen waarom dit nodig is.')
  if (fouten.length > 0) return ongeldig(fouten)
  const verlooptOp = momentVan(Date.parse(ctx.nu) + GELDIG_MS)
  const voorstelId = await slaVoorstelOp(trx, { ...vraag, reden, kant: vraag.kant ?? kantVan(ctx), voorgesteldDoor: ctx.actor.id, voorgesteldOp: ctx.nu, verlooptOp })
  if (voorstelId === null) return ongeldig(eis(false, 'voorstel', 'Er wacht al een voorstel hierover.', 'Laat een collega dat voorstel bevestigen of afwijzen.'))
  await schrijfAccountaudit(trx, ctx, { handeling: 'doeVoorstel', organisatieId: vraag.organisatieId, object: ['voorstel', voorstelId], reden, extra: { soort: vraag.soort, sleutel: vraag.sleutel } })
  return gelukt({ voorstelId })
}

/**
 * Bevestigt een voorstel en geeft het terug; de aanroeper voert het daarna in dezelfde transactie uit. Een voorstel van een andere
 * kant, een andere organisatie of een ander soort bestaat niet. De voorsteller zelf, ook met een tweede account, kan niet bevestigen;
 * en ook niet wie het zou kunnen zijn, omdat een van beide accounts geen naam heeft (docs/adr/0037).
 */
export async function bevestig(trx: Transactie, ctx: Actiecontext, voorstelId: string, soort: string): Promise<Uitkomst<Voorstel, Weigering>> {
  const voorstel = await pakVoorstel(trx, ctx, voorstelId, soort)
  if (voorstel === undefined) return geweigerd({ soort: 'niet-gevonden' })
  const wie = await vergelijkPersoon(trx, voorstel.voorgesteldDoor, ctx.actor.id)
  if (wie === 'zelfde') return ongeldig(eis(false, 'voorstel', 'U deed dit voorstel zelf.', 'Vraag een collega met dezelfde taak om het te bevestigen.'))
  if (wie === 'onbekend') return ongeldig(eis(false, 'voorstel', 'Uw account of dat van wie dit voorstelde heeft nog geen naam. Dan weten wij niet of u twee personen bent.', 'Laat eerst een naam bij het account zetten, of vraag een andere collega om te bevestigen.', 'Z-04'))
  await zetBesluit(trx, voorstelId, 'BEVESTIGD', ctx.actor.id, ctx.nu)
  await schrijfAccountaudit(trx, ctx, { handeling: 'bevestigVoorstel', organisatieId: voorstel.organisatieId, object: ['voorstel', voorstelId], reden: voorstel.reden, extra: { soort, sleutel: voorstel.sleutel, voorgesteldDoor: voorstel.voorgesteldDoor } })
  return gelukt(voorstel)
}

/** Wijst een voorstel af; dat mag de voorsteller ook zelf, ook als de andere kant bevestigt. */
export async function wijsAf(trx: Transactie, ctx: Actiecontext, voorstelId: string, soort: string): Promise<Uitkomst<Voorstel, Weigering>> {
  const voorstel = await pakVoorstel(trx, ctx, voorstelId, soort, ctx.actor.id)
  if (voorstel === undefined) return geweigerd({ soort: 'niet-gevonden' })
  await zetBesluit(trx, voorstelId, 'AFGEWEZEN', ctx.actor.id, ctx.nu)
  await schrijfAccountaudit(trx, ctx, { handeling: 'wijsVoorstelAf', organisatieId: voorstel.organisatieId, object: ['voorstel', voorstelId], reden: voorstel.reden, extra: { soort, sleutel: voorstel.sleutel } })
  return gelukt(voorstel)
}

async function pakVoorstel(trx: Transactie, ctx: Actiecontext, voorstelId: string, soort: string, ookVan?: string): Promise<Voorstel | undefined> {
  if (!isUuid(voorstelId)) return undefined
  const voorstel = await pakOpenVoorstel(trx, voorstelId, ctx.nu)
  if (voorstel === undefined || voorstel.soort !== soort) return undefined
  if (voorstel.voorgesteldDoor === ookVan) return voorstel
  if (voorstel.kant !== kantVan(ctx)) return undefined
  return voorstel.kant === 'DUO' || voorstel.organisatieId === ctx.actor.organisatieId ? voorstel : undefined
}

function kantVan({ actor }: Actiecontext): Voorstel['kant'] {
  return actor.soort === 'duo' || actor.soort === 'toezicht' ? 'DUO' : 'ORGANISATIE'
}
