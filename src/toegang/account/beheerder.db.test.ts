import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { bevestigEersteBeheerder, stelEersteBeheerderAan } from './actions/aanstelling.ts'
import { beeindigAccount, blokkeerAccount, deblokkeerAccount, herinnerOverstap } from './actions/accountstand.ts'
import { trekRolIn, zetEinddatum } from './actions/rollen.ts'
import { exporteerGebruikers, toonGebruikers, toonOrganisaties } from './actions/toon-gebruikers.ts'
import { toonVoorstellenDuo, wijsVoorstelAf } from './actions/wat-wacht.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())
// Elke toets begint met een organisatie zonder beheerders.
beforeEach(async () => { await proef.database.pool.query(`update account set toestand = case middel when 'EHERKENNING' then 'BEEINDIGD' else 'INGETROKKEN' end`) })

const NIET_GEVONDEN = { ok: false, reden: { soort: 'niet-gevonden' } }
const beheerder = (voor?: Moment) => proef.maakAccount({ naam: 'Bea Beheer', rollen: [{ rol: 'beheerder', ...(voor === undefined ? {} : { voor }) }] })
const behandelaar = () => proef.maakAccount({ organisatieId: proef.duo, naam: 'Duo', rollen: [{ rol: 'duo-behandelaar' }] })
const rolVan = async (accountId: string, rol = 'beheerder') => (await proef.account(accountId)).rollen.find((kandidaat) => kandidaat.rol === rol)?.rolId ?? ''
const T17 = { ok: false, reden: { soort: 'ongeldig', fouten: [{ regelId: 'T-17' }] } }

describe('de laatste beheerder', () => {
  test('T-17, K-EH-12: kan niet worden ingetrokken, ingekort, geblokkeerd of beëindigd door de organisatie; elke poging staat in de audit', async () => {
    const een = await beheerder()
    const ctx = await proef.als(een)
    const rolId = await rolVan(een)
    expect(await trekRolIn(proef.database, ctx, een, rolId, 'Ik stop.')).toMatchObject(T17)
    expect(await zetEinddatum(proef.database, ctx, een, rolId, '2027-01-31T23:00:00.000Z' as Moment, 'Ik stop.')).toMatchObject(T17)
    expect(await blokkeerAccount(proef.database, ctx, een, 'Ik stop.')).toMatchObject(T17)
    expect(await beeindigAccount(proef.database, ctx, een, 'Ik stop.')).toMatchObject(T17)
    expect((await proef.audit()).filter(({ actor, handeling }) => actor === een && handeling === 'weigerRolwijziging')).toHaveLength(4)
    expect((await proef.als(een)).actor.isBeheerder).toBe(true)
  })

  test('T-17: een beheerder met een einddatum vervangt geen vaste beheerder', async () => {
    const [vast] = [await beheerder(), await beheerder('2027-01-31T23:00:00.000Z' as Moment)]
    expect(await trekRolIn(proef.database, await proef.als(vast), vast, await rolVan(vast), 'Ik stop.')).toMatchObject(T17)
    const tweede = await beheerder()
    expect(await trekRolIn(proef.database, await proef.als(tweede), vast, await rolVan(vast), 'Andere functie.')).toMatchObject({ ok: true })
  })

  test('T-17: een geblokkeerde of afgesloten collega telt niet als beheerder', async () => {
    const een = await beheerder()
    await proef.maakAccount({ toestand: 'GEBLOKKEERD', rollen: [{ rol: 'beheerder' }] })
    await proef.maakAccount({ middel: 'DUO_TOKEN', toestand: 'AFGESLOTEN', rollen: [{ rol: 'beheerder' }] })
    expect(await blokkeerAccount(proef.database, await proef.als(een), een, 'Telefoon kwijt.')).toMatchObject(T17)
    await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [{ rol: 'beheerder' }] })
    expect(await blokkeerAccount(proef.database, await proef.als(een), een, 'Telefoon kwijt.')).toMatchObject({ ok: true })
  })

  test('T-17, K-EH-12: twee beheerders die elkaar tegelijk intrekken: er blijft er precies een over', async () => {
    for (let ronde = 0; ronde < 5; ronde += 1) {
      await proef.database.pool.query(`update account set toestand = 'BEEINDIGD' where middel = 'EHERKENNING'`)
      const [een, ander] = [await beheerder(), await beheerder()]
      const [eenCtx, anderCtx] = [await proef.als(een), await proef.als(ander)]
      const [rolEen, rolAnder] = [await rolVan(een), await rolVan(ander)]
      const uitkomsten = await Promise.all([trekRolIn(proef.database, eenCtx, ander, rolAnder, 'x'), trekRolIn(proef.database, anderCtx, een, rolEen, 'x')])
      expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
      expect([(await proef.als(een)).actor.isBeheerder, (await proef.als(ander)).actor.isBeheerder].filter(Boolean)).toHaveLength(1)
    }
  })

  test('T-17: DUO kan de laatste beheerder wel intrekken, met een reden', async () => {
    const een = await beheerder()
    const ctx = await proef.als(await behandelaar())
    expect(await trekRolIn(proef.database, ctx, een, await rolVan(een), ' ')).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'reden' }] } })
    expect(await trekRolIn(proef.database, ctx, een, await rolVan(een), 'Melding van het bestuur.')).toMatchObject({ ok: true })
    expect((await proef.als(een)).actor.isBeheerder).toBe(false)
  })
})

describe('accounts', () => {
  test('T-32: blokkeren, vrijgeven en beëindigen volgen de toestanden; blokkeren sluit de open sessies, beëindigen trekt de rollen in', async () => {
    const ctx = await proef.als(await beheerder())
    const wie = await proef.maakAccount({ rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    await proef.database.pool.query(`insert into sessie (sessie_hash, account_id, organisatie_id, middel, niveau, authn_op, aangemaakt_op, laatst_gebruikt_op, verloopt_op) values (sha256($1::text::bytea), $1::uuid, $2, 'EHERKENNING', 'EH3', now(), now(), now(), now() + interval '1 hour')`, [wie, proef.bestuur])
    const nu = () => ({ ...ctx, nu: proef.nu() })
    expect(await deblokkeerAccount(proef.database, nu(), wie, 'x')).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'T-32' }] } })
    expect(await blokkeerAccount(proef.database, nu(), wie, 'Telefoon kwijt.')).toMatchObject({ ok: true })
    expect((await proef.database.pool.query('select 1 from sessie where account_id = $1', [wie])).rowCount).toBe(0)
    expect(await deblokkeerAccount(proef.database, nu(), wie, 'Gevonden.')).toMatchObject({ ok: true })
    expect((await proef.als(wie)).actor.rollen).toHaveLength(1)
    expect(await beeindigAccount(proef.database, nu(), wie, 'Uit dienst.')).toMatchObject({ ok: true })
    expect((await proef.account(wie)).rollen).toMatchObject([{ redenIntrekking: 'Uit dienst.' }])
    expect(await deblokkeerAccount(proef.database, nu(), wie, 'Toch niet.')).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'T-32' }] } })
  })

  test('K-EH-09, T-30: het overzicht noemt per gebruiker rollen, middel, toestand en laatste inlog, alleen van de eigen organisatie; ophalen als bestand staat in de audit', async () => {
    const een = await beheerder()
    const token = await proef.maakAccount({ naam: 'Anna Token', middel: 'DUO_TOKEN', laatstIngelogdOp: '2026-11-01T09:00:00.000Z' as Moment, rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    const vreemd = await proef.maakAccount({ organisatieId: proef.ander, naam: 'Vreemd' })
    const ctx = await proef.als(een)
    const beeld = await toonGebruikers(proef.database, ctx, proef.bestuur)
    if (!beeld.ok) throw new Error('geweigerd')
    expect(beeld.waarde.accounts.find(({ accountId }) => accountId === token)).toMatchObject({ middel: 'DUO_TOKEN', toestand: 'ACTIEF_TOKEN', laatstIngelogdOp: '2026-11-01T09:00:00.000Z', medewerker: { naam: 'Anna Token' }, rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    expect(beeld.waarde.accounts.some(({ accountId }) => accountId === vreemd)).toBe(false)
    expect(beeld.waarde.organisatie.scholen.map(({ brin, vestigingen, sectoren }) => [brin, vestigingen, sectoren])).toEqual([['11VA', ['11VA01'], ['VO']], ['21MB', ['21MB00'], ['MBO']]])
    expect(await toonGebruikers(proef.database, ctx, proef.ander)).toEqual(NIET_GEVONDEN)
    expect(await toonGebruikers(proef.database, await proef.als(token, { middel: 'DUO_TOKEN' }), proef.bestuur)).toEqual(NIET_GEVONDEN)
    expect(await exporteerGebruikers(proef.database, ctx, proef.bestuur)).toMatchObject({ ok: true })
    expect((await proef.audit()).at(-1)).toMatchObject({ actor: een, handeling: 'exporteerGebruikers', object_sleutel: proef.bestuur })
  })

  test('K-EH-09: een herinnering aan de overstap wordt vastgelegd, alleen bij wie nog een token heeft', async () => {
    const ctx = await proef.als(await beheerder())
    const token = await proef.maakAccount({ middel: 'DUO_TOKEN' })
    expect(await herinnerOverstap(proef.database, ctx, token)).toMatchObject({ ok: true })
    expect(await herinnerOverstap(proef.database, ctx, await proef.maakAccount({}))).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'K-EH-09' }] } })
    const beeld = await toonGebruikers(proef.database, ctx, proef.bestuur)
    expect(beeld.ok && beeld.waarde.herinnerd.get(token)).toBe(ctx.nu)
  })

  test('Z-01: een behandelaar beheert geen accounts van DUO zelf', async () => {
    const [een, ander] = [await behandelaar(), await behandelaar()]
    expect(await blokkeerAccount(proef.database, await proef.als(een), ander, 'x')).toEqual(NIET_GEVONDEN)
    const baas = await proef.maakAccount({ organisatieId: proef.duo, naam: 'Baas', rollen: [{ rol: 'beheerder' }] })
    expect(await blokkeerAccount(proef.database, await proef.als(baas), ander, 'x')).toMatchObject({ ok: true })
  })
})

describe('de eerste beheerder', () => {
  const formulier = (kenmerk: string, anders: object = {}) => ({ naam: 'Eerste Beheerder', formulierKenmerk: kenmerk, ondertekendOp: datum('2026-11-20'), ondertekendDoor: 'De voorzitter', ...anders })

  test('T-18: twee behandelaars van DUO stellen aan op een formulier van het bestuur; pas na de tweede is er een beheerder', async () => {
    const [een, ander] = [await proef.als(await behandelaar()), await proef.als(await behandelaar())]
    const nieuw = await proef.maakAccount({ naam: null, toestand: 'NIEUW' })
    const voorstel = await stelEersteBeheerderAan(proef.database, een, nieuw, formulier('F-1'))
    if (!voorstel.ok) throw new Error('geweigerd')
    expect((await proef.als(nieuw)).actor.isBeheerder).toBe(false)
    expect(await toonVoorstellenDuo(proef.database, ander)).toMatchObject({ ok: true, waarde: [{ inhoud: { formulierKenmerk: 'F-1', naam: 'Eerste Beheerder' } }] })
    expect(await bevestigEersteBeheerder(proef.database, { ...een, nu: proef.nu() }, voorstel.waarde.voorstelId)).toMatchObject({ ok: false, reden: { fouten: [{ regel: 'U deed dit voorstel zelf.' }] } })
    expect(await bevestigEersteBeheerder(proef.database, { ...ander, nu: proef.nu() }, voorstel.waarde.voorstelId)).toEqual({ ok: true, waarde: { accountId: nieuw } })
    expect(await proef.account(nieuw)).toMatchObject({ toestand: 'ACTIEF', medewerker: { naam: 'Eerste Beheerder' }, rollen: [{ rol: 'beheerder', bron: 'DUO', bronSleutel: 'F-1' }] })
    expect((await proef.als(nieuw)).actor.isBeheerder).toBe(true)
    expect((await proef.audit()).findLast(({ handeling }) => handeling === 'stelEersteBeheerderAan')).toMatchObject({ handeling: 'stelEersteBeheerderAan', gegevens: { aangesteldDoor: een.actor.id, organisatieId: proef.bestuur } })
  })

  test('T-18: niet als er al een beheerder is, niet met een oud of gebruikt formulier, niet voor een token of intermediair', async () => {
    const duo = await proef.als(await behandelaar())
    const nieuw = await proef.maakAccount({ naam: null, toestand: 'NIEUW' })
    const weiger = async (accountId: string, form: ReturnType<typeof formulier>) => {
      const uitkomst = await stelEersteBeheerderAan(proef.database, duo, accountId, form)
      return uitkomst.ok || uitkomst.reden.soort !== 'ongeldig' ? uitkomst : uitkomst.reden.fouten.map(({ veld }) => veld)
    }
    expect(await weiger(nieuw, formulier('F-1'))).toEqual(['formulierKenmerk'])
    expect(await weiger(nieuw, formulier('F-2', { ondertekendOp: '2026-08-01' }))).toEqual(['ondertekendOp'])
    expect(await weiger(nieuw, formulier('F-2', { ondertekendOp: '2026-11-25' }))).toEqual(['ondertekendOp'])
    expect(await weiger(nieuw, formulier(' ', { naam: '', ondertekendDoor: '' }))).toEqual(['naam', 'formulierKenmerk', 'ondertekendDoor'])
    expect(await weiger(await proef.maakAccount({ middel: 'DUO_TOKEN' }), formulier('F-2'))).toEqual(['account'])
    expect(await weiger(await proef.maakAccount({ intermediair: '99000022' }), formulier('F-2'))).toEqual(['account'])
    await beheerder()
    expect(await weiger(nieuw, formulier('F-2'))).toEqual(['organisatie'])
  })

  test('T-18, Z-02: een school stelt zichzelf niet aan en ziet het voorstel niet; afwijzen laat niets na', async () => {
    const een = await beheerder()
    const nieuw = await proef.maakAccount({ naam: null, toestand: 'NIEUW' })
    expect(await stelEersteBeheerderAan(proef.database, await proef.als(een), nieuw, formulier('F-3'))).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
    expect(await toonVoorstellenDuo(proef.database, await proef.als(een))).toEqual(NIET_GEVONDEN)
    const elders = await proef.maakAccount({ organisatieId: proef.ander, naam: null, toestand: 'NIEUW' })
    const duo = await proef.als(await behandelaar())
    const voorstel = await stelEersteBeheerderAan(proef.database, duo, elders, formulier('F-4'))
    if (!voorstel.ok) throw new Error('geweigerd')
    expect(await bevestigEersteBeheerder(proef.database, await proef.als(een), voorstel.waarde.voorstelId)).toEqual(NIET_GEVONDEN)
    expect(await wijsVoorstelAf(proef.database, await proef.als(een), voorstel.waarde.voorstelId, 'eerste-beheerder')).toEqual(NIET_GEVONDEN)
    expect(await wijsVoorstelAf(proef.database, { ...duo, nu: proef.nu() }, voorstel.waarde.voorstelId, 'eerste-beheerder')).toMatchObject({ ok: true })
    expect((await proef.account(elders)).rollen).toEqual([])
    expect(await toonOrganisaties(proef.database, duo)).toMatchObject({ ok: true })
    expect(await toonOrganisaties(proef.database, await proef.als(een))).toEqual(NIET_GEVONDEN)
  })
})
