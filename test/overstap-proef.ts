/** Oude accounts met een token, mensen met eHerkenning en de stappen ertussen, op een echte database. Alles verzonnen. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inTransactie, type Transactie } from '../src/database/index.ts'
import { datum, type Moment, momentVan } from '../src/kern/datum.ts'
import type { Uitkomst } from '../src/kern/uitkomst.ts'
import { laadNormen } from '../src/normen/index.ts'
import {
  type Actiecontext, bevestigKoppeling, bewijsOudMiddel, importeerTokenaccounts, koekjehash, openSessie, type Overstapdeur, startKoppeling, systeemactor,
  type TeImporterenTokenaccount, zetOverstapdatums,
} from '../src/toegang/index.ts'
import { maakTokenmiddel, codeOp, hashWachtwoord, leesCodegenerator } from '../src/toegang/overstap/tokenmiddel.ts'
import { type Accountproef, maakAccountproef } from './account-proef.ts'

export const WACHTWOORD = 'een-verzonnen-wachtwoord'
const TOTP = 'JBSWY3DPEHPK3PXPJBSWY3DP'
export const OPEN = { openVan: datum('2026-09-01'), tokenTotEnMet: datum('2027-06-30'), coulanceTotEnMet: datum('2027-08-31') }

export interface Oud {
  readonly accountId: string
  readonly gebruikersnaam: string
}

export interface Ehmens {
  readonly accountId: string
  readonly sessieHash: Buffer
  /** Het koekje van de sessie zelf. */
  readonly koekje: string
}

export interface Overstapproef extends Accountproef {
  readonly deur: Overstapdeur
  /** Hoe vaak er een wachtwoord is nagerekend. */
  nagerekend(): number
  maakOud(keuze?: Partial<TeImporterenTokenaccount>): Promise<Oud>
  maakEh(keuze?: Parameters<Accountproef['maakAccount']>[0]): Promise<Ehmens>
  ctx(mens: Pick<Ehmens, 'accountId'>, keuze?: Parameters<Accountproef['als']>[1]): Promise<Actiecontext>
  systeem(): Actiecontext
  /** De code die nu op het token staat; de klok gaat eerst een halve minuut verder, zodat zij nog niet gebruikt is. */
  verseCode(): string
  bewijs(mens: Ehmens, oud: Pick<Oud, 'gebruikersnaam'>, anders?: { readonly wachtwoord?: string; readonly code?: string }): ReturnType<typeof bewijsOudMiddel>
  koppel(mens: Ehmens, oud: Oud): ReturnType<typeof bevestigKoppeling>
  alsSysteem<T>(werk: (trx: Transactie) => Promise<T>): Promise<T>
  toestand(accountId: string): Promise<string>
}

export async function maakOverstapproef(): Promise<Overstapproef> {
  const proef = await maakAccountproef()
  const hash = await hashWachtwoord(WACHTWOORD)
  const generator = leesCodegenerator(TOTP)
  if (generator === undefined) throw new Error('proefgeheim')
  let nagerekend = 0
  const { verify } = await import('@node-rs/argon2')
  const deur: Overstapdeur = { database: proef.database, normen: laadNormen(), oudMiddel: maakTokenmiddel(proef.kluis, (een, ander) => { nagerekend += 1; return verify(een, ander) }) }
  const systeem = (): Actiecontext => ({ actor: systeemactor('proef'), nu: proef.nu(), kluis: proef.kluis })
  const alsSysteem = <T>(werk: (trx: Transactie) => Promise<T>): Promise<T> => inTransactie(proef.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, werk)
  await alsSysteem((trx) => sql`insert into organisatie_identificatie (organisatie_id, identificatie_id, soort, waarde, geldig_van, vastgelegd_van)
    values (${proef.bestuur}, gen_random_uuid(), 'KVK', '99000011', '2018-08-01', '2018-08-01')`.execute(trx).then(() => undefined))
  const ctx: Overstapproef['ctx'] = ({ accountId }, keuze) => proef.als(accountId, keuze)
  const verseCode = () => {
    proef.verder(30_000)
    return codeOp(generator, new Date(proef.nu()))
  }
  const maakOud: Overstapproef['maakOud'] = async (keuze = {}) => {
    const gebruikersnaam = keuze.gebruikersnaam ?? `jdv${randomBytes(5).toString('hex')}`
    slaagt(await importeerTokenaccounts(proef.database, systeem(), [{ gebruikersnaam, wachtwoordHash: hash, totp: TOTP, brin: '11VA', naam: 'Jan de Vries', rollen: [{ rol: 'raadplegen' }], ...keuze }]))
    const { rows } = await proef.database.pool.query<{ account_id: string }>('select account_id from token_account where gebruikersnaam = $1', [gebruikersnaam])
    return { gebruikersnaam, accountId: rows[0]?.account_id ?? '' }
  }
  const maakEh: Overstapproef['maakEh'] = async (keuze = {}) => {
    const accountId = await proef.maakAccount({ naam: null, toestand: 'NIEUW', ...keuze })
    const { organisatieId } = await proef.account(accountId)
    const nu = proef.nu()
    const koekje = await alsSysteem((trx) => openSessie(trx, { accountId, organisatieId, middel: 'EHERKENNING', niveau: 'EH3', authnOp: nu }, nu))
    return { accountId, koekje, sessieHash: koekjehash(koekje) }
  }
  const bewijs: Overstapproef['bewijs'] = async (mens, { gebruikersnaam }, { wachtwoord = WACHTWOORD, code } = {}) => {
    const getypt = code ?? verseCode()
    return bewijsOudMiddel(deur, await ctx(mens), { sessieHash: mens.sessieHash, gebruikersnaam, wachtwoord, code: getypt })
  }
  for (const brin of ['11VA', '21MB']) slaagt(await zetOverstapdatums(deur, systeem(), { brin, ...OPEN, reden: 'proef' }))
  return {
    ...proef, deur, systeem, alsSysteem, ctx, verseCode, maakOud, maakEh, bewijs, nagerekend: () => nagerekend,
    koppel: async (mens, oud) => {
      slaagt(await startKoppeling(deur, await ctx(mens), mens.sessieHash))
      slaagt(await bewijs(mens, oud))
      return bevestigKoppeling(deur, await ctx(mens), mens.sessieHash)
    },
    toestand: async (accountId) => (await proef.account(accountId)).toestand,
  }
}

export function slaagt<T>(uitkomst: Uitkomst<T, unknown>): T {
  if (!uitkomst.ok) throw new Error(`geweigerd: ${JSON.stringify(uitkomst.reden)}`)
  return uitkomst.waarde
}

export function momentNa(op: Moment, ms: number): Moment {
  return momentVan(Date.parse(op) + ms)
}
