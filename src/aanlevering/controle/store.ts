import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { alsSysteem, type Transactie } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import type { Actor, Kluis } from '../../toegang/index.ts'
import type { Bestandsinhoud } from '../ontvangst/herken.ts'
import { BEWAARUREN, type Controle, type Controledoel, type Controleregel, type Controlestap, type Controleverslag, type Controlewerk } from './controle.ts'

export interface NieuweControle {
  readonly controleId: string
  readonly actor: Actor
  readonly doel: Controledoel
  readonly bestandsnaam: string | null
  readonly op: Moment
}

const UUR_MS = 3_600_000

/** Onwaar: deze controle is er al; wacht zo nodig tot de ander klaar is met beginnen. */
export async function maakControle(trx: Transactie, { controleId, actor, doel, bestandsnaam, op }: NieuweControle): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx.insertInto('controle').values({
    controle_id: controleId, account: actor.id, rollen: JSON.stringify({ soort: actor.soort, rollen: actor.rollen, organisatieId: actor.organisatieId }), doel, bestandsnaam, soort: null, bytes: 0,
    staat: 'ontvangst', aangeboden_op: op, begonnen_op: null, hartslag_op: null, klaar_op: null, verloopt_op: momentVan(Date.parse(op) + BEWAARUREN * UUR_MS), verslag: null, sleutel_id: null, aanlevering_id: null,
  }).onConflict((botsing) => botsing.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Tot het einde van de transactie telt en begint niemand anders een controle van dit account: wie veel tegelijk verstuurt, komt zo niet over de grens. */
export async function wachtOpAccount(trx: Transactie, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`controle:${account}`}, 0))`.execute(trx)
}

export async function telControles(trx: Transactie, account: string, nu: Moment): Promise<number> {
  const { aantal } = await trx.selectFrom('controle').select((q) => q.fn.countAll<number>().as('aantal')).where('account', '=', account).where('verloopt_op', '>', nu).executeTakeFirstOrThrow()
  return Number(aantal)
}

export async function zetOntvangen(trx: Transactie, controleId: string, bytes: number, soort: Bestandsinhoud): Promise<void> {
  await trx.updateTable('controle').set({ bytes, soort, staat: 'wachtend' }).where('controle_id', '=', controleId).where('staat', '=', 'ontvangst').execute()
}

export async function wisControle(trx: Transactie, account: string, controleId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('controle').where('controle_id', '=', controleId).where('account', '=', account).executeTakeFirst()
  return numDeletedRows === 1n
}

export async function wisVerlopen(trx: Transactie, nu: Moment): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('controle').where('verloopt_op', '<=', nu).executeTakeFirst()
  return Number(numDeletedRows)
}

/** `vast`: niemand anders verandert de controle tot het einde van de transactie. Met verslag als er een kluis is. */
export async function findControle(trx: Transactie, account: string, controleId: string, nu: Moment, { kluis, vast = false }: { readonly kluis?: Kluis; readonly vast?: boolean } = {}): Promise<Controle | undefined> {
  const vraag = trx.selectFrom('controle').selectAll().where('controle_id', '=', controleId).where('account', '=', account).where('verloopt_op', '>', nu)
  const rij = await (vast ? vraag.forUpdate() : vraag).executeTakeFirst()
  return rij && { ...naarControle(rij), verslag: kluis === undefined ? null : verslagVan(kluis, rij) }
}

/** De bestanden van een account die er nog zijn, nieuwste eerst. */
export async function leesControles(trx: Transactie, account: string, doel: Controledoel, nu: Moment, kluis: Kluis): Promise<readonly Controle[]> {
  const rijen = await trx.selectFrom('controle').selectAll().where('account', '=', account).where('doel', '=', doel).where('verloopt_op', '>', nu).where('staat', '<>', 'ontvangst').orderBy('aangeboden_op', 'desc').limit(50).execute()
  return rijen.map((rij) => ({ ...naarControle(rij), verslag: verslagVan(kluis, rij) }))
}

/** Kiest de oudste die wacht, of waarvan de werker te lang zweeg, of een bepaalde. Wat een ander vasthoudt wordt overgeslagen. */
export async function claimControle(trx: Transactie, nu: Moment, stilVoor: Moment, controleId: string | null): Promise<Controlewerk | undefined> {
  const { rows: [gekozen] } = await sql<{ id: string }>`
    with kandidaat as (select controle_id from controle where verloopt_op > ${nu} and (staat = 'wachtend' or (staat = 'bezig' and hartslag_op < ${stilVoor}))
      and (${controleId}::uuid is null or controle_id = ${controleId}) order by aangeboden_op for update skip locked limit 1)
    update controle c set staat = 'bezig', begonnen_op = coalesce(begonnen_op, ${nu}), hartslag_op = ${nu}, pogingen = pogingen + 1, stap = 'vorm', voortgang = 0
    from kandidaat k where c.controle_id = k.controle_id returning c.controle_id as id`.execute(trx)
  if (gekozen === undefined) return undefined
  const rij = await trx.selectFrom('controle').selectAll().where('controle_id', '=', gekozen.id).executeTakeFirstOrThrow()
  // Een eerdere poging kan al bevindingen bewaard hebben.
  await trx.deleteFrom('controle_bevinding').where('controle_id', '=', gekozen.id).execute()
  const { soort, rollen, organisatieId } = rij.rollen as Pick<Actor, 'soort' | 'rollen' | 'organisatieId'>
  return { ...naarControle(rij), pogingen: rij.pogingen, actor: { id: rij.account, soort, rollen, ...(organisatieId === undefined ? {} : { organisatieId }) } }
}

export interface Stand {
  readonly stap: Controlestap
  readonly voortgang: number
  readonly verslag: Controleverslag
}

/** Onwaar: er is gestopt of gewist; de werker houdt dan op. */
export async function zetStand(trx: Transactie, kluis: Kluis, controleId: string, { stap, voortgang, verslag }: Stand, nu: Moment): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('controle').set({ stap, voortgang: Math.min(1, Math.max(0, voortgang)), hartslag_op: nu, ...pakVerslag(kluis, controleId, verslag) })
    .where('controle_id', '=', controleId).where('staat', '=', 'bezig').executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function zetAfgerond(trx: Transactie, kluis: Kluis, controleId: string, staat: 'klaar' | 'mislukt', verslag: Controleverslag, nu: Moment): Promise<void> {
  await trx.updateTable('controle').set({ staat, voortgang: 1, klaar_op: nu, ...pakVerslag(kluis, controleId, verslag) }).where('controle_id', '=', controleId).where('staat', '=', 'bezig').execute()
}

/** Alleen wat nog loopt; het bestand verdwijnt meteen. */
export async function zetGestopt(trx: Transactie, account: string, controleId: string, nu: Moment): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('controle').set({ staat: 'gestopt', klaar_op: nu }).where('controle_id', '=', controleId).where('account', '=', account).where('staat', 'in', ['wachtend', 'bezig']).executeTakeFirst()
  if (numUpdatedRows === 1n) await wisDelen(trx, controleId)
  return numUpdatedRows === 1n
}

export async function zetGeleverd(trx: Transactie, controleId: string, aanleveringId: string): Promise<void> {
  await trx.updateTable('controle').set({ aanlevering_id: aanleveringId }).where('controle_id', '=', controleId).execute()
  await wisDelen(trx, controleId)
}

async function wisDelen(trx: Transactie, controleId: string): Promise<void> {
  await trx.deleteFrom('controle_deel').where('controle_id', '=', controleId).execute()
}

export async function bewaarStuk(trx: Transactie, kluis: Kluis, controleId: string, nummer: number, inhoud: Buffer): Promise<void> {
  const pak = pakIn(kluis, inhoud, `controle ${controleId} deel ${nummer}`)
  await trx.insertInto('controle_deel').values({ controle_id: controleId, nummer, ...pak }).execute()
}

/** Undefined: dit was het laatste stuk. */
export async function leesStuk(trx: Transactie, kluis: Kluis, controleId: string, nummer: number): Promise<Buffer | undefined> {
  const rij = await trx.selectFrom('controle_deel').select(['inhoud', 'sleutel_id']).where('controle_id', '=', controleId).where('nummer', '=', nummer).executeTakeFirst()
  return rij && pakUit(kluis, rij.inhoud, rij.sleutel_id, `controle ${controleId} deel ${nummer}`)
}

export async function bewaarBlad(trx: Transactie, kluis: Kluis, controleId: string, groep: number, blad: number, regels: readonly Controleregel[]): Promise<void> {
  await alsSysteem(trx, () => trx.insertInto('controle_bevinding').values({ controle_id: controleId, groep, blad, ...pakIn(kluis, Buffer.from(JSON.stringify(regels)), plaatsVan(controleId, groep, blad)) }).execute())
}

export async function leesBlad(trx: Transactie, kluis: Kluis, controleId: string, groep: number, blad: number): Promise<readonly Controleregel[]> {
  const rij = await trx.selectFrom('controle_bevinding').select(['inhoud', 'sleutel_id']).where('controle_id', '=', controleId).where('groep', '=', groep).where('blad', '=', blad).executeTakeFirst()
  return rij === undefined ? [] : JSON.parse(pakUit(kluis, rij.inhoud, rij.sleutel_id, plaatsVan(controleId, groep, blad)).toString('utf8')) as readonly Controleregel[]
}

function plaatsVan(controleId: string, groep: number, blad: number): string {
  return `controle ${controleId} groep ${groep} blad ${blad}`
}

function pakVerslag(kluis: Kluis, controleId: string, verslag: Controleverslag): { readonly verslag: Buffer; readonly sleutel_id: string } {
  const { inhoud, sleutel_id } = pakIn(kluis, Buffer.from(JSON.stringify(verslag)), `controle ${controleId} verslag`)
  return { verslag: inhoud, sleutel_id }
}

function verslagVan(kluis: Kluis, rij: { controle_id: string; verslag: Buffer | null; sleutel_id: string | null }): Controleverslag | null {
  if (rij.verslag === null || rij.sleutel_id === null) return null
  return JSON.parse(pakUit(kluis, rij.verslag, rij.sleutel_id, `controle ${rij.controle_id} verslag`).toString('utf8')) as Controleverslag
}

function pakIn(kluis: Kluis, inhoud: Uint8Array, plaats: string): { readonly inhoud: Buffer; readonly sleutel_id: string } {
  const { versleuteld, sleutelId } = kluis.versleutelBytes(deflateRawSync(inhoud, { level: 1 }), plaats)
  return { inhoud: versleuteld, sleutel_id: sleutelId }
}

/** Wij pakten het zelf in; meer dan dit was het nooit. */
const MEESTE_BYTES = 64 * 1024 * 1024

function pakUit(kluis: Kluis, inhoud: Buffer, sleutelId: string, plaats: string): Buffer {
  return inflateRawSync(kluis.ontsleutelBytes(inhoud, sleutelId, plaats), { maxOutputLength: MEESTE_BYTES })
}

interface Rij {
  controle_id: string; doel: Controledoel; bestandsnaam: string | null; soort: Bestandsinhoud | null; bytes: number; staat: Controle['staat']; stap: Controlestap; voortgang: number
  aangeboden_op: Moment; begonnen_op: Moment | null; klaar_op: Moment | null; verloopt_op: Moment; aanlevering_id: string | null
}

function naarControle(rij: Rij): Omit<Controle, 'verslag'> {
  return {
    controleId: rij.controle_id, doel: rij.doel, bestandsnaam: rij.bestandsnaam, soort: rij.soort, bytes: Number(rij.bytes), staat: rij.staat, stap: rij.stap, voortgang: rij.voortgang,
    aangebodenOp: rij.aangeboden_op, begonnenOp: rij.begonnen_op, klaarOp: rij.klaar_op, verlooptOp: rij.verloopt_op, aanleveringId: rij.aanlevering_id,
  }
}
