/** Ingelogd zijn in een test: een echte sessie in de database, zonder makelaar. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, inTransactie, type Transactie } from '../src/database/index.ts'
import { type Moment, momentVan } from '../src/kern/datum.ts'
import { leesIdentiteiten, type Identiteit, leesRegio } from '../src/server/wereld-bestanden.ts'
import { contextVan, koekjenaam, type NieuweSessie, openSessie, systeemactor } from '../src/toegang/index.ts'

/** Wat er anders moet dan een verse inlog met eHerkenning EH3. */
export interface Inlogkeuze extends Partial<Omit<NieuweSessie, 'accountId' | 'organisatieId'>> {
  /** Zonder: nu. Ook het moment van de inlog, tenzij `authnOp` iets anders zegt. */
  readonly nu?: Date
  readonly https?: boolean
}

const SYSTEEM = contextVan(systeemactor('test'))

/**
 * Geeft de kop `Cookie` van een van de verzonnen mensen (`id` in wereld/identiteiten.yaml). Heeft hij nog geen account, dan krijgt
 * hij er een bij zijn bestuur of DUO, met zijn rollen.
 */
export function logIn(database: Database, identiteitId: string, keuze: Inlogkeuze = {}): Promise<string> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    const { accountId, organisatieId } = await zorgVoorAccount(trx, identiteitId)
    return openKoekje(trx, accountId, organisatieId, keuze)
  })
}

/** Als `logIn`, voor een account dat de test zelf maakte. */
export function logAccountIn(database: Database, accountId: string, keuze: Inlogkeuze = {}): Promise<string> {
  return inTransactie(database, SYSTEEM, async (trx) => {
    const { organisatie_id } = await trx.selectFrom('account').select('organisatie_id').where('account_id', '=', accountId).executeTakeFirstOrThrow()
    return openKoekje(trx, accountId, organisatie_id, keuze)
  })
}

/** Het account van een verzonnen medewerker; altijd hetzelfde. */
export function accountIdVan(identiteitId: string): string {
  return vasteSleutel(`account ${identiteitId}`)
}

/** Het bewijs dat in elk formulier van een bladzijde staat (S-04). */
export function formulierbewijs(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

async function openKoekje(trx: Transactie, accountId: string, organisatieId: string, { nu = new Date(), https = false, ...anders }: Inlogkeuze): Promise<string> {
  const op = momentVan(nu)
  const waarde = await openSessie(trx, { accountId, organisatieId, middel: 'EHERKENNING', niveau: 'EH3', authnOp: op, ...anders }, op)
  return `${koekjenaam('sessie', https)}=${waarde}`
}

async function zorgVoorAccount(trx: Transactie, identiteitId: string): Promise<{ accountId: string; organisatieId: string }> {
  const accountId = accountIdVan(identiteitId)
  const bekend = await trx.selectFrom('account').select('organisatie_id').where('account_id', '=', accountId).executeTakeFirst()
  if (bekend !== undefined) return { accountId, organisatieId: bekend.organisatie_id }
  const mens = leesIdentiteiten().find(({ id }) => id === identiteitId)
  if (mens === undefined) throw new Error(`${identiteitId} staat niet in wereld/identiteiten.yaml`)
  const organisatieId = await findOrganisatie(trx, mens)
  const medewerkerId = vasteSleutel(`medewerker ${identiteitId}`)
  await trx.insertInto('medewerker').values({ medewerker_id: medewerkerId, organisatie_id: organisatieId, naam: mens.naam, aangemaakt_op: BEGIN, uit_dienst_op: null }).execute()
  await trx.insertInto('account').values({
    account_id: accountId, organisatie_id: organisatieId, medewerker_id: medewerkerId, middel: 'EHERKENNING', toestand: 'ACTIEF', toestand_sinds: BEGIN, aangemaakt_op: BEGIN, laatst_ingelogd_op: null,
  }).execute()
  await trx.insertInto('account_rol').values(rollenVan(mens).map(({ rol, brin }) => ({
    account_rol_id: vasteSleutel(`rol ${identiteitId} ${rol} ${brin ?? ''}`), account_id: accountId, rol, brin, vestiging: null, geldig_van: BEGIN, geldig_voor: null,
    bron: 'DUO' as const, bron_sleutel: '', reden: '', toegekend_door: 'verzonnen-regio', toegekend_op: BEGIN, ingetrokken_op: null, ingetrokken_door: null, reden_intrekking: null,
  }))).execute()
  return { accountId, organisatieId }
}

const BEGIN = '2018-08-01T00:00:00.000Z' as Moment

function rollenVan({ rol, rollen, organisaties }: Identiteit): readonly { readonly rol: string; readonly brin: string | null }[] {
  const perSchool = organisaties.flatMap((brin) => rollen.map((een) => ({ rol: een, brin })))
  if (rol === 'behandelaar') return [{ rol: 'duo-behandelaar', brin: null }]
  return rol === 'beheerder' ? [{ rol: 'beheerder', brin: null }, ...perSchool] : perSchool
}

async function findOrganisatie(trx: Transactie, { organisaties: [brin] }: Identiteit): Promise<string> {
  if (brin === undefined) {
    const duo = await trx.selectFrom('organisatie').select('organisatie_id').where('soort', '=', 'DUO').executeTakeFirst()
    if (duo !== undefined) return duo.organisatie_id
    const organisatieId = vasteSleutel('organisatie DUO')
    await trx.insertInto('organisatie').values({ organisatie_id: organisatieId, soort: 'DUO', naam: 'DUO', vastgelegd_van: BEGIN }).execute()
    return organisatieId
  }
  const bestuur = leesRegio().organisaties.find((school) => school.brin === brin)?.bevoegdGezag ?? ''
  const { rows } = await sql<{ id: string }>`select organisatie_id as id from organisatie_identificatie where soort = 'BESTUURSNUMMER' and waarde = ${bestuur} and vastgelegd_tot is null`.execute(trx)
  const [organisatie] = rows
  if (organisatie === undefined) throw new Error(`het bestuur van ${brin} staat niet in deze database`)
  return organisatie.id
}

function vasteSleutel(wat: string): string {
  const hex = createHash('sha256').update(wat).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
