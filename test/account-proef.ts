import { randomBytes } from 'node:crypto'
import { type Database, inTransactie, uuidv7 } from '../src/database/index.ts'
import { datum, type Moment, momentVan } from '../src/kern/datum.ts'
import { type Aanmelding, type Actiecontext, type Actor, type Kluis, maakKluis, registreerOrganisatie, systeemactor } from '../src/toegang/index.ts'
import { actorrollen } from '../src/toegang/account/actorrollen.ts'
import type { Accountbeeld } from '../src/toegang/account/account.ts'
import { findAccount } from '../src/toegang/account/account-store.ts'
import { voegRolToe } from '../src/toegang/account/rol-store.ts'
import { maakEigenDatabase } from './eigen-database.ts'

/**
 * Accounts op een echte database: een bestuur met twee scholen (11VA vo, 21MB mbo, met vestigingen), een ander bestuur (12VB) en DUO.
 * Alles verzonnen.
 */
export interface Accountproef {
  readonly database: Database
  readonly kluis: Kluis
  readonly bestuur: string
  readonly ander: string
  readonly duo: string
  nu(): Moment
  /** Zet de klok vooruit. */
  verder(milliseconden: number): void
  maakAccount(keuze: Accountkeuze): Promise<string>
  maakMedewerker(organisatieId: string, naam: string): Promise<string>
  /** De actor zoals de sessie hem nu zou maken, met een verse inlog. */
  als(accountId: string, keuze?: { readonly geledenMinuten?: number; readonly middel?: Aanmelding['middel'] }): Promise<Actiecontext>
  account(accountId: string): Promise<Accountbeeld>
  audit(): Promise<readonly { readonly actor: string; readonly handeling: string; readonly object_sleutel: string; readonly gegevens: Readonly<Record<string, unknown>> }[]>
  weg(): Promise<void>
}

export interface Accountkeuze {
  readonly organisatieId?: string
  readonly naam?: string | null
  readonly medewerkerId?: string
  readonly middel?: 'EHERKENNING' | 'DUO_TOKEN'
  readonly toestand?: string
  readonly intermediair?: string
  readonly laatstIngelogdOp?: Moment | null
  readonly rollen?: readonly Rolkeuze[]
}

export interface Rolkeuze {
  readonly rol: string
  readonly brin?: string
  readonly vestiging?: string
  readonly van?: Moment
  readonly voor?: Moment
  readonly reden?: string
  readonly bron?: 'TOEKENNING' | 'OVERSTAP' | 'DUO' | 'BESTUUR'
}

const VAN = datum('2018-08-01')
const BEGIN = '2026-11-24T09:00:00.000Z'

export async function maakAccountproef(): Promise<Accountproef> {
  const eigen = await maakEigenDatabase()
  const { database } = eigen
  const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
  const klok = { ms: Date.parse(BEGIN) }
  const nu = (): Moment => momentVan((klok.ms += 1))
  const organisaties = await richtIn(database, kluis)
  const systeem = <T>(werk: Parameters<typeof inTransactie<T>>[2]) => inTransactie<T>(database, { organisaties: [], rol: 'systeem', actor: 'proef' }, werk)
  const maakMedewerker = (organisatieId: string, naam: string) => systeem(async (trx) => {
    const medewerkerId = uuidv7()
    await trx.insertInto('medewerker').values({ medewerker_id: medewerkerId, organisatie_id: organisatieId, naam, aangemaakt_op: nu(), uit_dienst_op: null }).execute()
    return medewerkerId
  })
  const account = (accountId: string) => systeem(async (trx) => {
    const gevonden = await findAccount(trx, accountId)
    if (!gevonden) throw new Error(`geen account ${accountId}`)
    return gevonden
  })
  return {
    database, kluis, ...organisaties, nu, maakMedewerker, account,
    verder: (milliseconden) => { klok.ms += milliseconden },
    maakAccount: async (keuze) => maakAccount(database, keuze, organisaties.bestuur, maakMedewerker, nu()),
    als: async (accountId, { geledenMinuten = 1, middel = 'EHERKENNING' } = {}) => {
      const beeld = await account(accountId)
      const moment = nu()
      return { actor: actorVan(beeld, moment), nu: moment, kluis, aanmelding: { middel, niveau: middel === 'EHERKENNING' ? 'EH3' : null, authnOp: momentVan(Date.parse(moment) - geledenMinuten * 60_000) } }
    },
    audit: async () => (await database.pool.query('select actor, handeling, object_sleutel, gegevens from audit_regel order by audit_id')).rows,
    weg: () => eigen.weg(),
  }
}

function actorVan(beeld: Accountbeeld, nu: Moment): Actor {
  const rijen = beeld.rollen.map((rol) => ({ ...rol, geldig_van: rol.van, geldig_voor: rol.voor, ingetrokken_op: rol.ingetrokkenOp }))
  return { id: beeld.accountId, organisatieId: beeld.organisatieId, ...actorrollen(rijen, nu) }
}

export async function maakAccount(database: Database, keuze: Accountkeuze, bestuur: string, maakMedewerker: Accountproef['maakMedewerker'], nu: Moment): Promise<string> {
  const { organisatieId = bestuur, naam = 'Noor de Wit', middel = 'EHERKENNING', rollen = [], intermediair = '' } = keuze
  const accountId = uuidv7()
  const medewerkerId = keuze.medewerkerId ?? (naam === null ? null : await maakMedewerker(organisatieId, naam))
  await inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'proef' }, async (trx) => {
    await trx.insertInto('account').values({
      account_id: accountId, organisatie_id: organisatieId, medewerker_id: medewerkerId, middel, toestand: keuze.toestand ?? (middel === 'EHERKENNING' ? 'ACTIEF' : 'ACTIEF_TOKEN'),
      toestand_sinds: nu, aangemaakt_op: nu, laatst_ingelogd_op: keuze.laatstIngelogdOp ?? null,
    }).execute()
    if (middel === 'EHERKENNING') {
      await trx.insertInto('eh_account').values({ account_id: accountId, acting_sleutel: randomBytes(32), acting_kort: randomBytes(3).toString('hex'), legal_soort: 'KVK', legal_waarde: '99000011', intermediair }).execute()
    }
    for (const rol of rollen) {
      await voegRolToe(trx, {
        accountId, rol: rol.rol, brin: rol.brin ?? null, vestiging: rol.vestiging ?? null, van: rol.van ?? '2026-01-01T00:00:00.000Z' as Moment, voor: rol.voor ?? null,
        bron: rol.bron ?? 'TOEKENNING', bronSleutel: '', reden: rol.reden ?? '', door: 'proef',
      }, '2026-01-01T00:00:00.000Z' as Moment)
    }
  })
  return accountId
}

async function richtIn(database: Database, kluis: Kluis): Promise<{ readonly bestuur: string; readonly ander: string; readonly duo: string }> {
  const ctx = { actor: systeemactor('proef'), nu: '2018-08-01T08:00:00.000Z' as Moment, kluis }
  const scholen = [['11VA', '40001', '101A001', 'VO', '11VA01'], ['21MB', '40001', '201A001', 'MBO', '21MB00'], ['12VB', '40002', '102A001', 'VO', '12VB00']] as const
  for (const [brin, gezag, code, sector, vestiging] of scholen) {
    await registreerOrganisatie(database, ctx, {
      soort: 'INSTELLING', naam: `School ${brin}`, bevoegdGezag: [{ bestuursnummer: gezag, geldigVan: VAN }], onderwijsaanbieders: [{ code, sector, geldigVan: VAN }],
      identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }, { soort: 'VESTIGING', waarde: vestiging, geldigVan: VAN }],
    })
  }
  for (const nummer of ['40001', '40002']) {
    await registreerOrganisatie(database, ctx, { soort: 'BEVOEGD_GEZAG', naam: `Bestuur ${nummer}`, identificaties: [{ soort: 'BESTUURSNUMMER', waarde: nummer, geldigVan: VAN }] })
  }
  const duo = uuidv7()
  return inTransactie(database, { organisaties: [], rol: 'systeem', actor: 'proef' }, async (trx) => {
    await trx.insertInto('organisatie').values({ organisatie_id: duo, soort: 'DUO', naam: 'DUO', vastgelegd_van: ctx.nu }).execute()
    const bestuur = async (nummer: string): Promise<string> => (await trx.selectFrom('organisatie_identificatie').select('organisatie_id').where('soort', '=', 'BESTUURSNUMMER').where('waarde', '=', nummer).executeTakeFirstOrThrow()).organisatie_id
    return { bestuur: await bestuur('40001'), ander: await bestuur('40002'), duo }
  })
}
