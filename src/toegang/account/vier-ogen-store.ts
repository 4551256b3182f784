import { type Transactie, uuidv7 } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { isUuid } from '../../kern/uuid.ts'

/** Een voorstel dat op een tweede persoon wacht. `inhoud` is van wie het voorstelt; hij leest haar bij bevestigen zelf weer terug. */
export interface Voorstel {
  readonly voorstelId: string
  readonly soort: string
  readonly organisatieId: string
  readonly kant: 'ORGANISATIE' | 'DUO'
  readonly sleutel: string
  readonly inhoud: unknown
  readonly reden: string
  readonly voorgesteldDoor: string
  readonly voorgesteldOp: Moment
  readonly verlooptOp: Moment
}

export type NieuwVoorstel = Omit<Voorstel, 'voorstelId'>

/** Null als er al een open voorstel over hetzelfde is. Een verlopen voorstel gaat eerst dicht. */
export async function slaVoorstelOp(trx: Transactie, nieuw: NieuwVoorstel): Promise<string | null> {
  await trx.updateTable('vier_ogen').set({ besluit: 'VERLOPEN', besloten_op: nieuw.voorgesteldOp })
    .where('soort', '=', nieuw.soort).where('sleutel', '=', nieuw.sleutel).where('besluit', 'is', null).where('verloopt_op', '<=', nieuw.voorgesteldOp).execute()
  const rij = await trx.insertInto('vier_ogen').values({
    voorstel_id: uuidv7(), soort: nieuw.soort, organisatie_id: nieuw.organisatieId, kant: nieuw.kant, sleutel: nieuw.sleutel, inhoud: JSON.stringify(nieuw.inhoud), reden: nieuw.reden,
    voorgesteld_door: nieuw.voorgesteldDoor, voorgesteld_op: nieuw.voorgesteldOp, verloopt_op: nieuw.verlooptOp, besluit: null, besloten_door: null, besloten_op: null,
  }).onConflict((botsing) => botsing.columns(['soort', 'sleutel']).where('besluit', 'is', null).doNothing()).returning('voorstel_id').executeTakeFirst()
  return rij?.voorstel_id ?? null
}

/** Het open, niet verlopen voorstel met een slot op zijn rij: van twee die tegelijk bevestigen ziet de tweede niets meer. */
export async function pakOpenVoorstel(trx: Transactie, voorstelId: string, nu: Moment): Promise<Voorstel | undefined> {
  const rij = await trx.selectFrom('vier_ogen').selectAll().where('voorstel_id', '=', voorstelId).where('besluit', 'is', null).where('verloopt_op', '>', nu).forUpdate().executeTakeFirst()
  return rij === undefined ? undefined : naarVoorstel(rij)
}

/** Het open, niet verlopen voorstel over `sleutel`, van welke kant ook. */
export async function findOpenVoorstel(trx: Transactie, soort: string, sleutel: string, nu: Moment): Promise<Voorstel | undefined> {
  const rij = await trx.selectFrom('vier_ogen').selectAll().where('soort', '=', soort).where('sleutel', '=', sleutel).where('besluit', 'is', null).where('verloopt_op', '>', nu).executeTakeFirst()
  return rij && naarVoorstel(rij)
}

/** Open en niet verlopen, oudste eerst. */
export async function leesOpenVoorstellen(trx: Transactie, keuze: { readonly organisatieId?: string; readonly soort?: string; readonly kant?: Voorstel['kant'] }, nu: Moment): Promise<readonly Voorstel[]> {
  let vraag = trx.selectFrom('vier_ogen').selectAll().where('besluit', 'is', null).where('verloopt_op', '>', nu).orderBy('voorgesteld_op').orderBy('voorstel_id')
  if (keuze.organisatieId !== undefined) vraag = vraag.where('organisatie_id', '=', keuze.organisatieId)
  if (keuze.soort !== undefined) vraag = vraag.where('soort', '=', keuze.soort)
  if (keuze.kant !== undefined) vraag = vraag.where('kant', '=', keuze.kant)
  return (await vraag.execute()).map(naarVoorstel)
}

export async function zetBesluit(trx: Transactie, voorstelId: string, besluit: 'BEVESTIGD' | 'AFGEWEZEN', door: string, nu: Moment): Promise<void> {
  await trx.updateTable('vier_ogen').set({ besluit, besloten_door: door, besloten_op: nu }).where('voorstel_id', '=', voorstelId).execute()
}

/** `onbekend`: van een van beide weten wij niet van wie het is. Dat is geen bewijs dat het twee personen zijn, en ook niet dat het er een is. */
export type Persoonsvergelijking = 'zelfde' | 'ander' | 'onbekend'

/**
 * Of twee accounts van dezelfde persoon zijn. Accounts van verschillende organisaties zijn van een ander: een medewerker hoort bij een
 * organisatie (S-07). Een systeem of een koppeling is geen persoon en dus een ander.
 */
export async function vergelijkPersoon(trx: Transactie, een: string, ander: string): Promise<Persoonsvergelijking> {
  if (een === ander) return 'zelfde'
  if (!isUuid(een) || !isUuid(ander)) return 'ander'
  const [eerste, tweede] = await trx.selectFrom('account').select(['medewerker_id', 'organisatie_id']).where('account_id', 'in', [een, ander]).execute()
  if (eerste === undefined || tweede === undefined) return 'onbekend'
  if (eerste.organisatie_id !== tweede.organisatie_id) return 'ander'
  if (eerste.medewerker_id === null || tweede.medewerker_id === null) return 'onbekend'
  return eerste.medewerker_id === tweede.medewerker_id ? 'zelfde' : 'ander'
}

interface Rij {
  readonly voorstel_id: string
  readonly soort: string
  readonly organisatie_id: string
  readonly kant: Voorstel['kant']
  readonly sleutel: string
  readonly inhoud: unknown
  readonly reden: string
  readonly voorgesteld_door: string
  readonly voorgesteld_op: Moment
  readonly verloopt_op: Moment
}

function naarVoorstel(rij: Rij): Voorstel {
  return {
    voorstelId: rij.voorstel_id, soort: rij.soort, organisatieId: rij.organisatie_id, kant: rij.kant, sleutel: rij.sleutel, inhoud: rij.inhoud, reden: rij.reden,
    voorgesteldDoor: rij.voorgesteld_door, voorgesteldOp: rij.voorgesteld_op, verlooptOp: rij.verloopt_op,
  }
}
