/** De bewaarde antwoorden en het slot per sleutel (S-17), en het slot per adres voor voorwaardelijke wijzigingen (S-16). */
import { sql } from 'kysely'
import { inTransactie, type Database, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'

export interface Bewaard {
  readonly inhoudHash: Buffer
  readonly status: number
  readonly koppen: Readonly<Record<string, string>>
  readonly inhoud: string | null
}

/** Waar als dit verzoek de sleutel nu als enige heeft, tot het einde van de transactie. */
export async function neemSleutel(trx: Transactie, aanroeper: string, sleutelHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ gelukt: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`idempotentie ${aanroeper} ${sleutelHash.toString('hex')}`}, 0)) as gelukt`.execute(trx)
  return rows[0]?.gelukt === true
}

/** Wacht tot geen ander verzoek dit adres wijzigt. */
export async function wachtOpAdres(trx: Transactie, adres: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`versie ${adres}`}, 0))`.execute(trx)
}

/** @param vanaf een ouder antwoord telt niet meer mee. */
export async function findBewaard(trx: Transactie, aanroeper: string, sleutelHash: Buffer, vanaf: Moment): Promise<Bewaard | undefined> {
  const rij = await trx.selectFrom('idempotentie').selectAll()
    .where('aanroeper', '=', aanroeper).where('sleutel_hash', '=', sleutelHash).where('aangemaakt_op', '>=', vanaf).executeTakeFirst()
  if (rij === undefined) return undefined
  return { inhoudHash: rij.inhoud_hash, status: rij.status, koppen: rij.koppen as Record<string, string>, inhoud: rij.inhoud }
}

export interface TeBewaren extends Bewaard {
  readonly aanroeper: string
  readonly sleutelHash: Buffer
  readonly operatie: string
  readonly op: Moment
}

/** Bewaart het antwoord, of vervangt een verlopen of voorlopig antwoord. */
export async function bewaar(trx: Transactie, wat: TeBewaren): Promise<void> {
  const antwoord = { inhoud_hash: wat.inhoudHash, operatie: wat.operatie, status: wat.status, koppen: JSON.stringify(wat.koppen), inhoud: wat.inhoud, aangemaakt_op: wat.op }
  await trx.insertInto('idempotentie').values({ aanroeper: wat.aanroeper, sleutel_hash: wat.sleutelHash, ...antwoord })
    .onConflict((botsing) => botsing.columns(['aanroeper', 'sleutel_hash']).doUpdateSet(antwoord)).execute()
}

export type Bijwerking = Pick<TeBewaren, 'sleutelHash' | 'status' | 'koppen' | 'inhoud'>

/** Vervangt antwoorden van een aanroeper door wat er na de commit bij kwam, in een opdracht. */
export async function werkBij(trx: Transactie, aanroeper: string, wat: readonly Bijwerking[]): Promise<void> {
  const kolom = <K extends keyof Bijwerking>(naam: K): Bijwerking[K][] => wat.map((een) => een[naam])
  await sql`update idempotentie i set status = r.status, koppen = r.koppen, inhoud = r.inhoud
    from unnest(${kolom('sleutelHash')}::bytea[], ${kolom('status')}::smallint[], ${kolom('koppen').map((koppen) => JSON.stringify(koppen))}::jsonb[], ${kolom('inhoud')}::text[])
      as r(sleutel_hash, status, koppen, inhoud)
    where i.aanroeper = ${aanroeper} and i.sleutel_hash = r.sleutel_hash`.execute(trx)
}

const PER_KEER = 5_000

/** Verwijdert antwoorden van voor `voor`, in kleine stappen. Geeft hoeveel. */
export async function ruimAntwoordenOp(database: Database, voor: Moment): Promise<number> {
  let totaal = 0
  for (;;) {
    const weg = await inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'opruimen' }, async (trx) => {
      const { numAffectedRows } = await sql`delete from idempotentie where ctid = any(array(select ctid from idempotentie where aangemaakt_op < ${voor} limit ${PER_KEER}))`.execute(trx)
      return Number(numAffectedRows ?? 0)
    })
    totaal += weg
    if (weg < PER_KEER) return totaal
  }
}
