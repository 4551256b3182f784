import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { NUMMER_VAN_31MB03, NUMMER_ZONDER_VESTIGING, richtSchoolIn, VESTIGINGSNUMMER } from '../../../test/portaal-proef.ts'
import { inTransactie, type Transactie, uuidv7 } from '../../database/index.ts'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { systeemactor } from '../actor.ts'
import { contextVan } from '../uitvoeren.ts'
import { inlogkoekje, koekjehash, leesKoekje, nieuweKoekjewaarde, sessiekoekje, wiskoekje } from './koekje.ts'
import type { NieuweSessie } from './sessie.ts'
import { beeindigSessiesVan, heeftRol, leesNamen, meldAf, openSessie, ruimSessiesOp, zoekSessie } from './sessies.ts'

const NU = new Date('2026-11-24T09:00:00.000Z')
const na = (minuten: number, ms = 0) => new Date(NU.getTime() + minuten * 60_000 + ms)
const op = (moment: Date) => momentVan(moment)
let eigen: EigenDatabase
let bestuur: string

const systeem = <T>(werk: (trx: Transactie) => Promise<T>): Promise<T> => inTransactie(eigen.database, contextVan(systeemactor('test')), werk)

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await richtSchoolIn(eigen.database)
  bestuur = (await eigen.database.pool.query<{ id: string }>(`select organisatie_id as id from organisatie where soort = 'BEVOEGD_GEZAG'`)).rows[0]?.id ?? ''
}, 60_000)
afterAll(() => eigen.weg())
beforeEach(async () => {
  await eigen.database.pool.query('delete from sessie; delete from account_rol; delete from eh_account; delete from account; delete from medewerker')
})

interface Rolkeuze { readonly rol: string; readonly brin?: string; readonly vestiging?: string; readonly van?: Date; readonly voor?: Date; readonly ingetrokken?: Date; readonly bron?: string }

async function maakAccount(rollen: readonly Rolkeuze[] = [], { organisatieId = bestuur } = {}): Promise<string> {
  const [accountId, medewerkerId] = [uuidv7(), uuidv7()]
  await eigen.database.pool.query('insert into medewerker values ($1, $2, $3, $4)', [medewerkerId, organisatieId, 'Noor de Wit', op(NU)])
  await eigen.database.pool.query(`insert into account values ($1, $2, $3, 'EHERKENNING', 'ACTIEF', $4, $4)`, [accountId, organisatieId, medewerkerId, op(NU)])
  for (const { rol, brin, vestiging, van = na(-60), voor, ingetrokken, bron = 'TOEKENNING' } of rollen) {
    await eigen.database.pool.query(`insert into account_rol (account_rol_id, account_id, rol, brin, vestiging, geldig_van, geldig_voor, bron, toegekend_door, toegekend_op, ingetrokken_op)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, 'proef', $5, $8)`, [accountId, rol, brin ?? null, vestiging ?? null, van, voor ?? null, bron, ingetrokken ?? null])
  }
  return accountId
}

async function open(accountId: string, anders: Partial<NieuweSessie> = {}, nu = NU, oud: readonly Buffer[] = []): Promise<Buffer> {
  const { rows } = await eigen.database.pool.query<{ id: string }>('select organisatie_id as id from account where account_id = $1', [accountId])
  const waarde = await systeem((trx) => openSessie(trx, { accountId, organisatieId: rows[0]?.id ?? '', middel: 'EHERKENNING', niveau: 'EH3', authnOp: op(nu), ...anders }, op(nu), oud))
  return koekjehash(waarde)
}

const zoek = (hash: Buffer, nu = NU) => zoekSessie(eigen.database, hash, nu)

describe('het koekje', () => {
  test('sessie S-01: 256 bits toeval, en in de database alleen de hash', async () => {
    const waarde = await systeem(async (trx) => openSessie(trx, { accountId: await maakAccount(), organisatieId: bestuur, middel: 'EHERKENNING', niveau: 'EH3', authnOp: op(NU) }, op(NU)))
    expect(Buffer.from(waarde, 'base64url')).toHaveLength(32)
    const { rows } = await eigen.database.pool.query<{ rij: string, hash: Buffer }>('select s::text as rij, sessie_hash as hash from sessie s')
    expect(rows[0]?.rij).not.toContain(waarde)
    expect(rows[0]?.rij).not.toContain(Buffer.from(waarde, 'base64url').toString('hex'))
    expect(rows[0]?.hash).toEqual(koekjehash(waarde))
  })
  test('sessie S-01: op https `__Host-`, Secure, HttpOnly en SameSite=Lax; nooit een Domain', () => {
    expect(sessiekoekje('w', true)).toBe('__Host-leerroute-sessie=w; Path=/; HttpOnly; SameSite=Lax; Secure')
    expect(sessiekoekje('w', false)).toBe('leerroute-sessie=w; Path=/; HttpOnly; SameSite=Lax')
    expect(wiskoekje('sessie', true)).toBe('__Host-leerroute-sessie=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure')
  })
  test('sessie S-01: het koekje van de inlog leeft tien minuten, en mag alleen voor een formulier van SAML op https van een andere site komen', () => {
    expect(inlogkoekje('w', true, true)).toBe('__Host-leerroute-inlog=w; Path=/; HttpOnly; SameSite=None; Max-Age=600; Secure')
    expect(inlogkoekje('w', true, false)).toContain('SameSite=Lax')
    expect(inlogkoekje('w', false, true)).toBe('leerroute-inlog=w; Path=/; HttpOnly; SameSite=Lax; Max-Age=600')
  })
  test('sessie S-01: op https telt het koekje zonder `__Host-` niet, en twee tellen samen voor geen', () => {
    const waarde = nieuweKoekjewaarde()
    expect(leesKoekje(`a=1; __Host-leerroute-sessie=${waarde}; b=2`, 'sessie', true)).toBe(waarde)
    expect(leesKoekje(`leerroute-sessie=${waarde}`, 'sessie', true)).toBeUndefined()
    expect(leesKoekje(`leerroute-sessie=${waarde}; leerroute-sessie=${nieuweKoekjewaarde()}`, 'sessie', false)).toBeUndefined()
    expect(leesKoekje(`leerroute-inlog=${waarde}`, 'sessie', false)).toBeUndefined()
  })
  test('sessie S-01: wat er ook in de kop staat, er komt een waarde van 43 tekens uit of niets', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((tekst) => `leerroute-sessie=${tekst}`)), (kop) => {
      expect(leesKoekje(kop, 'sessie', false) ?? 'a'.repeat(43)).toMatch(/^[\w-]{43}$/)
    }))
  })
})

describe('hoe lang', () => {
  test('sessie S-03: een kwartier stil is voorbij; een verzoek daarvoor telt opnieuw', async () => {
    const hash = await open(await maakAccount())
    expect(await zoek(hash, na(15, -1))).toBeDefined()
    expect(await zoek(hash, na(30, -2)), 'vanaf het laatste verzoek').toBeDefined()
    expect(await zoek(hash, na(45, -2))).toBeUndefined()
  })
  test('sessie S-03: twee uur na het inloggen is voorbij, ook voor wie steeds bezig is', async () => {
    const hash = await open(await maakAccount())
    for (let minuut = 10; minuut < 120; minuut += 10) expect(await zoek(hash, na(minuut)), `na ${minuut} minuten`).toBeDefined()
    expect(await zoek(hash, na(120, -1))).toBeDefined()
    expect(await zoek(hash, na(120))).toBeUndefined()
  })
  test('wanneer een sessie gebruikt is wordt hooguit eens per minuut geschreven', async () => {
    const hash = await open(await maakAccount())
    const gebruikt = async () => (await eigen.database.pool.query<{ op: Moment }>('select laatst_gebruikt_op as op from sessie')).rows[0]?.op
    await zoek(hash, na(1))
    expect(await gebruikt()).toBe(op(NU))
    await zoek(hash, na(1, 1))
    expect(await gebruikt()).toBe(op(na(1, 1)))
  })
  test('opruimen wist alleen sessies die toch al niet meer werken', async () => {
    const [stil, bezig] = [await open(await maakAccount()), await open(await maakAccount())]
    await zoek(bezig, na(10))
    await ruimSessiesOp(eigen.database, na(15))
    expect([await zoek(bezig, na(16)), await zoek(stil, na(16))]).toEqual([expect.anything(), undefined])
    expect((await eigen.database.pool.query('select 1 from sessie')).rowCount).toBe(1)
  })
})

describe('wat iemand mag, nu', () => {
  const SCHOOL = { rol: 'raadplegen', brin: '31VA' }

  test('sessie S-05, Z-03: een rol begint, eindigt en wordt ingetrokken vanaf het volgende verzoek', async () => {
    const hash = await open(await maakAccount([{ ...SCHOOL, voor: na(10) }, { rol: 'verzuim', brin: '31VA', van: na(5) }]))
    const rollenOp = async (nu: Date) => (await zoek(hash, nu))?.actor.rollen.map(({ rol }) => rol)
    expect(await rollenOp(na(5, -1))).toEqual(['raadplegen'])
    expect((await rollenOp(na(5)))?.toSorted()).toEqual(['raadplegen', 'verzuim'])
    expect(await rollenOp(na(10))).toEqual(['verzuim'])
    await eigen.database.pool.query(`update account_rol set ingetrokken_op = $1`, [na(11)])
    expect(await rollenOp(na(11))).toEqual([])
  })
  test.each(['GEBLOKKEERD', 'BEEINDIGD'])('sessie S-05: een account dat %s wordt heeft bij het volgende verzoek geen sessie meer', async (toestand) => {
    const hash = await open(await maakAccount([SCHOOL]))
    expect(await zoek(hash)).toBeDefined()
    await eigen.database.pool.query('update account set toestand = $1', [toestand])
    expect(await zoek(hash)).toBeUndefined()
  })
  test('sessie S-05, T-22: wie uit dienst is heeft geen sessie meer', async () => {
    const hash = await open(await maakAccount([SCHOOL]))
    await eigen.database.pool.query('update medewerker set uit_dienst_op = $1', [na(5)])
    expect([await zoek(hash, na(5, -1)), await zoek(hash, na(5))]).toEqual([expect.anything(), undefined])
  })
  test('sessie S-07: een sessie is van een account en een organisatie; verhuist het account, dan is zij weg', async () => {
    const hash = await open(await maakAccount([SCHOOL]))
    expect((await zoek(hash))?.actor.organisatieId).toBe(bestuur)
    await eigen.database.pool.query(`update account set organisatie_id = (select organisatie_id from organisatie where naam = 'School 31VA')`)
    expect(await zoek(hash)).toBeUndefined()
  })
  test('A-13, T-27: een machtiging voor een vestiging geeft alleen rollen binnen die vestiging, en geen beheer', async () => {
    const account = await maakAccount([SCHOOL, { rol: 'verzuim', brin: '31VA', vestiging: '31VA02' }, { rol: 'bron-inschrijving-vo', brin: '31VA', vestiging: '31VA03' }, { rol: 'raadplegen', brin: '31MB' }, { rol: 'beheerder' }])
    const { actor } = (await zoek(await open(account, { vestigingsnummer: VESTIGINGSNUMMER }))) ?? {}
    expect(actor?.rollen.toSorted((a, b) => a.rol.localeCompare(b.rol))).toEqual([{ rol: 'raadplegen', brin: '31VA', vestiging: '31VA02' }, { rol: 'verzuim', brin: '31VA', vestiging: '31VA02' }])
    expect(actor?.isBeheerder).not.toBe(true)
    expect((await zoek(await open(account)))?.actor, 'zonder beperking alles').toMatchObject({ isBeheerder: true, rollen: { length: 4 } })
  })
  test('A-13: bij een school met meer vestigingen telt alleen een nummer waarvan zij zei bij welke het hoort', async () => {
    const account = await maakAccount([{ rol: 'raadplegen', brin: '31MB' }])
    const rollenMet = async (vestigingsnummer: string) => (await zoek(await open(account, { vestigingsnummer })))?.actor.rollen
    expect(await rollenMet(NUMMER_VAN_31MB03)).toEqual([{ rol: 'raadplegen', brin: '31MB', vestiging: '31MB03' }])
    expect(await rollenMet(NUMMER_ZONDER_VESTIGING)).toEqual([])
  })
  test('A-13: een vestiging die wij niet kennen geeft geen enkel recht', async () => {
    const account = await maakAccount([SCHOOL, { rol: 'beheerder' }])
    const { actor } = (await zoek(await open(account, { vestigingsnummer: '000000000001' }))) ?? {}
    expect(actor).toMatchObject({ rollen: [], isBeheerder: false })
    expect(actor && heeftRol(actor)).toBe(false)
  })
  test('A-14: met een intermediair tellen alleen rollen van het bestuur, en nooit beheer', async () => {
    const account = await maakAccount([SCHOOL, { rol: 'verzuim', brin: '31VA', bron: 'BESTUUR' }, { rol: 'beheerder', bron: 'BESTUUR' }])
    expect((await zoek(await open(account, { intermediair: '00000777' })))?.actor).toMatchObject({ rollen: [{ rol: 'verzuim', brin: '31VA' }], isBeheerder: false })
  })
  test('Z-01: een rol van DUO telt alleen bij DUO, en een rol van een school daar niet', async () => {
    const duo = uuidv7()
    await eigen.database.pool.query(`insert into organisatie values ($1, 'DUO', 'DUO', $2)`, [duo, op(NU)])
    const bij = async (organisatieId: string, rollen: readonly Rolkeuze[]) => (await zoek(await open(await maakAccount(rollen, { organisatieId }))))?.actor
    expect(await bij(bestuur, [{ rol: 'duo-behandelaar' }])).toMatchObject({ soort: 'school', rollen: [] })
    expect(await bij(duo, [SCHOOL])).toMatchObject({ soort: 'toezicht', rollen: [] })
    expect(await bij(duo, [{ rol: 'duo-behandelaar' }])).toMatchObject({ soort: 'duo', duorollen: ['duo-behandelaar'] })
    expect(await bij(duo, [{ rol: 'auditor' }])).toMatchObject({ soort: 'toezicht', duorollen: ['auditor'] })
    expect(await bij(duo, [])).toMatchObject({ soort: 'toezicht', duorollen: [] })
  })
})

describe('het einde', () => {
  test('sessie S-02: een nieuwe sessie heeft een ander koekje, en de sessies die zij vervangt zijn weg', async () => {
    const account = await maakAccount()
    const eerste = await open(account)
    const tweede = await open(account, {}, NU, [eerste])
    expect([await zoek(eerste), await zoek(tweede)]).toEqual([undefined, expect.anything()])
  })
  test('uitloggen wist de rij, en staat een keer in de audit', async () => {
    const account = await maakAccount()
    const hash = await open(account)
    await meldAf(eigen.database, hash, NU)
    await meldAf(eigen.database, hash, NU)
    expect(await zoek(hash)).toBeUndefined()
    expect((await eigen.database.pool.query(`select 1 from audit_regel where handeling = 'uitloggen' and actor = $1`, [account])).rowCount).toBe(1)
  })
  test('T-08: alle sessies van een account eindigen in de transactie van wie dat beslist', async () => {
    const [account, ander] = [await maakAccount(), await maakAccount()]
    const [een, twee, blijft] = [await open(account), await open(account), await open(ander)]
    await expect(systeem(async (trx) => {
      await beeindigSessiesVan(trx, account)
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    expect(await zoek(een)).toBeDefined()
    expect(await systeem((trx) => beeindigSessiesVan(trx, account))).toBe(2)
    expect([await zoek(een), await zoek(twee), await zoek(blijft)]).toEqual([undefined, undefined, expect.anything()])
  })
  test('een onbekend koekje is geen sessie', async () => {
    expect(await zoek(koekjehash(randomBytes(32).toString('base64url')))).toBeUndefined()
  })
  test('namen zijn alleen te lezen binnen de eigen organisatie', async () => {
    const account = await maakAccount()
    const actor = { id: account, soort: 'school', rollen: [], organisatieId: bestuur } as const
    expect(await leesNamen(eigen.database, actor, [account, 'koppeling:1'])).toEqual(new Map([[account, 'Noor de Wit']]))
    expect(await leesNamen(eigen.database, { ...actor, organisatieId: uuidv7() }, [account])).toEqual(new Map())
  })
})
