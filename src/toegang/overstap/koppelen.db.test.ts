import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ehmens, maakOverstapproef, OPEN, type Oud, type Overstapproef, slaagt, WACHTWOORD } from '../../../test/overstap-proef.ts'
import { annuleerKoppeling, bevestigKoppeling, bewijsOudMiddel, type Gekoppeld, koekjehash, logInMetToken, startKoppeling, toonKoppeling, zetOverstapdatums, zoekSessie } from '../index.ts'

let proef: Overstapproef
beforeAll(async () => { proef = await maakOverstapproef() })
afterAll(() => proef.weg())

const MINUUT = 60_000
const start = async (mens: Ehmens, keuze?: Parameters<Overstapproef['ctx']>[1]) => startKoppeling(proef.deur, await proef.ctx(mens, keuze), mens.sessieHash)
const bevestig = async (mens: Ehmens) => bevestigKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash)
const logIn = async (oud: Pick<Oud, 'gebruikersnaam'>, anders: { wachtwoord?: string; code?: string } = {}) =>
  logInMetToken(proef.deur, { ...proef.systeem() }, { gebruikersnaam: oud.gebruikersnaam, wachtwoord: anders.wachtwoord ?? WACHTWOORD, code: anders.code ?? proef.verseCode(), oudeSessie: null, netwerk: '192.0.2.0/24' })
const rollen = async (accountId: string) => (await proef.account(accountId)).rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol, brin, vestiging, bron, bronSleutel }) => ({ rol, brin, vestiging, bron, bronSleutel }))
const nieuweSessieVan = (gekoppeld: Gekoppeld): string => ('nieuweSessie' in gekoppeld ? gekoppeld.nieuweSessie ?? '' : '')
const auditVan = async (sleutel: string) => (await proef.audit()).filter(({ object_sleutel }) => object_sleutel === sleutel)

describe('koppelen', () => {
  test('K-EH-04: eHerkenning, oud middel bewijzen, bevestigen: de rollen gaan over en het token werkt niet meer', async () => {
    const oud = await proef.maakOud({ rollen: [{ rol: 'raadplegen' }, { rol: 'verzuim', vestiging: '11VA01' }] })
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    expect(slaagt(await toonKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash))).toMatchObject({ soort: 'bewijzen' })
    expect(slaagt(await proef.bewijs(mens, oud))).toMatchObject({
      soort: 'bewezen', voorstel: { oud: { gebruikersnaam: oud.gebruikersnaam, naam: 'Jan de Vries', brin: '11VA', school: 'School 11VA' }, eherkenning: { organisatie: 'Bestuur 40001' } },
    })
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
    expect(slaagt(await bevestig(mens))).toMatchObject({ soort: 'gekoppeld', gebruikersnaam: oud.gebruikersnaam, weggelaten: [] })
    expect([await proef.toestand(oud.accountId), await proef.toestand(mens.accountId)]).toEqual(['GEKOPPELD', 'ACTIEF'])
    expect(await rollen(mens.accountId)).toEqual([
      { rol: 'raadplegen', brin: '11VA', vestiging: null, bron: 'OVERSTAP', bronSleutel: oud.accountId },
      { rol: 'verzuim', brin: '11VA', vestiging: '11VA01', bron: 'OVERSTAP', bronSleutel: oud.accountId },
    ])
    expect(await rollen(oud.accountId)).toEqual([])
    expect((await proef.account(mens.accountId)).medewerker?.naam).toBe('Jan de Vries')
    expect(await logIn(oud)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
  })

  test('T-14, T-31: na het koppelen zijn wachtwoord en geheim van het oude middel weg', async () => {
    const oud = await proef.maakOud()
    slaagt(await proef.koppel(await proef.maakEh(), oud))
    const { rows } = await proef.database.pool.query('select wachtwoord_hash, geheim, geheim_sleutel_id from token_account where account_id = $1', [oud.accountId])
    expect(rows).toEqual([{ wachtwoord_hash: null, geheim: null, geheim_sleutel_id: null }])
  })

  test('T-01: alleen vers en met eHerkenning EH3', async () => {
    const mens = await proef.maakEh()
    expect(await start(mens, { geledenMinuten: 11 })).toEqual({ ok: false, reden: { soort: 'verse-inlog-nodig' } })
    expect((await start(mens, { geledenMinuten: 9 })).ok).toBe(true)
    const ctx = await proef.ctx(mens)
    for (const aanmelding of [{ ...ctx.aanmelding, niveau: 'EH2+' }, { ...ctx.aanmelding, middel: 'DUO_TOKEN', niveau: null }, undefined]) {
      expect(await startKoppeling(proef.deur, { ...ctx, aanmelding } as typeof ctx, mens.sessieHash)).toEqual({ ok: false, reden: { soort: 'eherkenning-nodig' } })
    }
  })

  test('T-02: een te laag niveau verandert niets aan het oude middel en zegt niet of het bestaat', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    const laag = { ...(await proef.ctx(mens)), aanmelding: { middel: 'EHERKENNING', niveau: 'EH2', authnOp: proef.nu() } } as const
    const antwoorden = []
    for (const gebruikersnaam of [oud.gebruikersnaam, 'bestaat-niet']) antwoorden.push(await bewijsOudMiddel(proef.deur, laag, { sessieHash: mens.sessieHash, gebruikersnaam, wachtwoord: WACHTWOORD, code: proef.verseCode() }))
    expect(antwoorden).toEqual([{ ok: false, reden: { soort: 'eherkenning-nodig' } }, { ok: false, reden: { soort: 'eherkenning-nodig' } }])
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
    expect(slaagt(await logIn(oud)).koekje).toMatch(/^[\w-]{43}$/)
  })

  test('T-03: het bewijs hoort bij de sessie die begon, en vraagt beide factoren', async () => {
    const oud = await proef.maakOud()
    const [mens, ander] = [await proef.maakEh(), await proef.maakEh()]
    slaagt(await start(mens))
    expect(await proef.bewijs(ander, oud)).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
    // Met het koekje van een ander: de poging is van het account dat begon.
    expect(await proef.bewijs({ ...ander, sessieHash: mens.sessieHash }, oud)).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
    expect(await proef.bewijs(mens, oud, { wachtwoord: 'verkeerd-wachtwoord' })).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    proef.verder(10_000)
    expect(await proef.bewijs(mens, oud, { code: '000000' })).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    proef.verder(10_000)
    expect(await bevestig(mens)).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
    expect((await proef.bewijs(mens, oud)).ok).toBe(true)
  })

  test('een code werkt niet twee keer, ook niet voor een ander doel', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    const code = proef.verseCode()
    slaagt(await logIn(oud, { code }))
    expect(await proef.bewijs(mens, oud, { code })).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
  })

  test('na tien minuten is een begonnen koppeling verlopen; afbreken kan, en opnieuw beginnen vervangt', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    slaagt(await proef.bewijs(mens, oud))
    proef.verder(10 * MINUUT)
    expect(await bevestig(mens)).toEqual({ ok: false, reden: { soort: 'koppeling-verlopen' } })
    slaagt(await start(mens))
    slaagt(await start(mens))
    expect(await bevestig(mens)).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
    slaagt(await annuleerKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash))
    expect(await annuleerKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash)).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
    const { rows } = await proef.database.pool.query('select einde from koppelpoging where eh_account_id = $1 order by koppelpoging_id', [mens.accountId])
    expect(rows.map(({ einde }) => einde)).toEqual(['VERLOPEN', 'VERVANGEN', 'GEANNULEERD'])
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
  })

  test('T-04, T-13: een andere organisatie hoort dat pas na een geslaagd bewijs, en het telt niet als fout', async () => {
    const oud = await proef.maakOud()
    await proef.alsSysteem((trx) => trx.insertInto('organisatie_identificatie').values({
      organisatie_id: proef.ander, identificatie_id: crypto.randomUUID(), soort: 'KVK', waarde: '99000022', geldig_van: '2018-08-01' as never, geldig_tot_en_met: null, vastgelegd_van: proef.nu(), vastgelegd_tot: null,
    } as never).execute())
    await proef.maakOud({ brin: '12VB' })
    slaagt(await zetOverstapdatums(proef.deur, proef.systeem(), { brin: '12VB', ...OPEN, reden: 'proef' }))
    const vreemd = await proef.maakEh({ organisatieId: proef.ander })
    await proef.database.pool.query(`update eh_account set legal_waarde = '99000022' where account_id = $1`, [vreemd.accountId])
    slaagt(await start(vreemd))
    expect(await proef.bewijs(vreemd, oud)).toEqual({ ok: false, reden: { soort: 'organisatie-komt-niet-overeen' } })
    const { rows } = await proef.database.pool.query('select gelukt from bewijspoging where oud_account_id = $1', [oud.accountId])
    expect(rows).toEqual([{ gelukt: true }])
    expect((await auditVan(oud.accountId)).at(-1)).toMatchObject({ handeling: 'weigerOverstap', gegevens: { code: 'organisatie-komt-niet-overeen', stap: 'bewijs' } })
  })

  test('T-25: na een fusie wijst het oude KvK-nummer de organisatie niet meer aan, ook al heet zij hetzelfde', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    await proef.database.pool.query(`update organisatie_identificatie set geldig_tot_en_met = '2026-11-23' where soort = 'KVK' and waarde = '99000011'`)
    expect(await proef.bewijs(mens, oud)).toEqual({ ok: false, reden: { soort: 'organisatie-komt-niet-overeen' } })
    await proef.database.pool.query(`update organisatie_identificatie set geldig_tot_en_met = '2026-11-24' where soort = 'KVK' and waarde = '99000011'`)
    expect((await proef.bewijs(mens, oud)).ok).toBe(true)
    await proef.database.pool.query(`update organisatie_identificatie set geldig_tot_en_met = null where soort = 'KVK' and waarde = '99000011'`)
  })

  test('T-24: een gesloten school en een lang niet gebruikt account zijn niet te koppelen', async () => {
    const lang = await proef.maakOud({ laatstGebruiktOp: '2024-11-24T08:00:00.000Z' as never })
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    expect(await proef.bewijs(mens, lang)).toEqual({ ok: false, reden: { soort: 'te-lang-niet-gebruikt', maanden: 24 } })
    expect(await logIn(lang)).toEqual({ ok: false, reden: { soort: 'te-lang-niet-gebruikt', maanden: 24 } })
    const oud = await proef.maakOud({ brin: '21MB' })
    await proef.database.pool.query(`update organisatie_identificatie set geldig_tot_en_met = '2026-11-23' where soort = 'BRIN' and waarde = '21MB'`)
    const uitkomst = await proef.bewijs(mens, oud)
    await proef.database.pool.query(`update organisatie_identificatie set geldig_tot_en_met = null where soort = 'BRIN' and waarde = '21MB'`)
    expect(uitkomst).toEqual({ ok: false, reden: { soort: 'organisatie-komt-niet-overeen' } })
  })

  test('T-26, K-EH-11: een ketenmachtiging koppelt nooit', async () => {
    const mens = await proef.maakEh({ intermediair: '99000099' })
    expect(await start(mens)).toEqual({ ok: false, reden: { soort: 'ketenmachtiging' } })
  })

  test('T-06: een eHerkenning-account neemt meer oude accounts van dezelfde organisatie op; elke rol houdt haar bron', async () => {
    const [een, twee] = [await proef.maakOud({ rollen: [{ rol: 'raadplegen' }] }), await proef.maakOud({ rollen: [{ rol: 'verzuim' }], brin: '21MB' })]
    const mens = await proef.maakEh()
    slaagt(await proef.koppel(mens, een))
    slaagt(await proef.koppel(mens, twee))
    expect(await rollen(mens.accountId)).toEqual([
      { rol: 'raadplegen', brin: '11VA', vestiging: null, bron: 'OVERSTAP', bronSleutel: een.accountId },
      { rol: 'verzuim', brin: '21MB', vestiging: null, bron: 'OVERSTAP', bronSleutel: twee.accountId },
    ])
  })

  test('T-09: precies wat nu geldt gaat mee: niet wat verlopen, ingetrokken of nog niet begonnen is', async () => {
    const oud = await proef.maakOud({ rollen: [{ rol: 'raadplegen' }, { rol: 'verzuim' }, { rol: 'rio-beheer' }, { rol: 'bsn-inzien' }] })
    await proef.database.pool.query(`update account_rol set geldig_voor = geldig_van + interval '1 millisecond' where account_id = $1 and rol = 'verzuim'`, [oud.accountId])
    await proef.database.pool.query(`update account_rol set ingetrokken_op = geldig_van, ingetrokken_door = 'proef' where account_id = $1 and rol = 'rio-beheer'`, [oud.accountId])
    await proef.database.pool.query(`update account_rol set geldig_van = '2027-01-01' where account_id = $1 and rol = 'bsn-inzien'`, [oud.accountId])
    const mens = await proef.maakEh()
    slaagt(await proef.koppel(mens, oud))
    expect((await rollen(mens.accountId)).map(({ rol }) => rol)).toEqual(['raadplegen'])
  })

  test('T-18: de eerste beheerder op eHerkenning komt van een oud beheerdersaccount', async () => {
    const oud = await proef.maakOud({ rollen: [{ rol: 'beheerder' }] })
    const mens = await proef.maakEh()
    slaagt(await proef.koppel(mens, oud))
    expect(await rollen(mens.accountId)).toEqual([{ rol: 'beheerder', brin: null, vestiging: null, bron: 'OVERSTAP', bronSleutel: oud.accountId }])
    expect((await proef.ctx(mens)).actor).toMatchObject({ isBeheerder: true, rollen: [] })
  })

  test('T-08, T-21, sessie S-02: de open sessie van het oude middel eindigt bij het volgende verzoek; daarna werkt alleen eHerkenning', async () => {
    const oud = await proef.maakOud()
    const { koekje } = slaagt(await logIn(oud))
    const zoek = (waarde: string) => zoekSessie(proef.database, koekjehash(waarde), new Date(proef.nu()))
    expect((await zoek(koekje))?.actor).toMatchObject({ id: oud.accountId, rollen: [{ rol: 'raadplegen', brin: '11VA' }] })
    const mens = await proef.maakEh()
    expect((await zoek(mens.koekje))?.actor.rollen).toEqual([])
    const gekoppeld = slaagt(await proef.koppel(mens, oud))
    expect(await zoek(koekje)).toBeUndefined()
    expect((await proef.database.pool.query('select 1 from sessie where account_id = $1', [oud.accountId])).rows).toEqual([])
    // S-02 (sessie): ook de eigen sessie gaat verder onder een nieuw kenmerk.
    expect(await zoek(mens.koekje)).toBeUndefined()
    expect((await zoek(nieuweSessieVan(gekoppeld)))?.actor.rollen).toEqual([{ rol: 'raadplegen', brin: '11VA' }])
  })

  test('T-28: dezelfde koppeling nog een keer meldt al gekoppeld, verandert niets en geeft geen tweede regel in de audit', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await proef.koppel(mens, oud))
    const voor = [await rollen(mens.accountId), (await auditVan(oud.accountId)).length]
    expect(slaagt(await bevestig(mens))).toEqual({ soort: 'al-gekoppeld' })
    slaagt(await start(mens))
    expect(slaagt(await proef.bewijs(mens, oud))).toEqual({ soort: 'al-gekoppeld' })
    expect([await rollen(mens.accountId), (await auditVan(oud.accountId)).length]).toEqual(voor)
    expect(await proef.toestand(oud.accountId)).toBe('GEKOPPELD')
  })

  test('T-23: een nieuw middel is een nieuw account zonder rollen, en het vervallen token bewijst niets meer', async () => {
    const oud = await proef.maakOud()
    slaagt(await proef.koppel(await proef.maakEh(), oud))
    const nieuw = await proef.maakEh()
    expect(await rollen(nieuw.accountId)).toEqual([])
    slaagt(await start(nieuw))
    expect(await proef.bewijs(nieuw, oud)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
  })

  test('T-27: met een machtiging voor een vestiging werkt in die sessie alleen wat binnen die vestiging valt', async () => {
    const oud = await proef.maakOud({ rollen: [{ rol: 'raadplegen' }] })
    const mens = await proef.maakEh()
    const koekje = nieuweSessieVan(slaagt(await proef.koppel(mens, oud)))
    await proef.database.pool.query(`insert into organisatie_identificatie (organisatie_id, identificatie_id, soort, waarde, geldig_van, vastgelegd_van)
      select organisatie_id, gen_random_uuid(), 'VESTIGINGSNUMMER', '000000000011', '2018-08-01', now() from organisatie_identificatie where soort = 'BRIN' and waarde = '11VA'`)
    await proef.database.pool.query(`update sessie set vestigingsnummer = '000000000011' where account_id = $1`, [mens.accountId])
    expect((await zoekSessie(proef.database, koekjehash(koekje), new Date(proef.nu())))?.actor.rollen).toEqual([{ rol: 'raadplegen', brin: '11VA', vestiging: '11VA01' }])
  })

  test('T-11: elke koppeling geeft de beheerder een bericht met het oude account; een andere medewerker valt op', async () => {
    const [een, twee] = [await proef.maakOud(), await proef.maakOud({ naam: 'Anna Bos' })]
    slaagt(await proef.koppel(await proef.maakEh(), een))
    slaagt(await proef.koppel(await proef.maakEh({ naam: 'Bert Klein', toestand: 'ACTIEF' }), twee))
    const { rows } = await proef.database.pool.query('select soort, account_id, organisatie_id from beheerdermelding where account_id = any($1) order by melding_id', [[een.accountId, twee.accountId]])
    expect(rows).toEqual([
      { soort: 'GEKOPPELD', account_id: een.accountId, organisatie_id: proef.bestuur },
      { soort: 'GEKOPPELD_DOOR_ANDER', account_id: twee.accountId, organisatie_id: proef.bestuur },
    ])
  })

  test('T-29: elke stap staat in de audit met wie, middel, niveau, organisatie, van, naar en kenmerk; zonder geheim', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await proef.koppel(mens, oud))
    const regels = [...await auditVan(mens.accountId), ...await auditVan(oud.accountId)].filter(({ handeling }) => handeling !== 'importeerTokenaccounts')
    expect(regels.map(({ handeling }) => handeling)).toEqual(['startKoppeling', 'bewijsOudMiddel', 'koppelAccount'])
    const kenmerken = new Set(regels.map(({ gegevens }) => gegevens['koppelpogingId']))
    expect([kenmerken.size, [...kenmerken][0]]).toEqual([1, expect.stringMatching(/^[0-9a-f-]{36}$/)])
    for (const { actor, gegevens } of regels) expect([actor, gegevens['middel'], gegevens['niveau'], gegevens['organisatieId']]).toEqual([mens.accountId, 'EHERKENNING', 'EH3', proef.bestuur])
    expect(regels.at(-1)?.gegevens).toMatchObject({ van: 'ACTIEF_TOKEN', naar: 'GEKOPPELD', ehAccountId: mens.accountId, wijze: 'ZELF' })
    const { rows } = await proef.database.pool.query(`select acting_sleutel from eh_account where account_id = $1`, [mens.accountId])
    const alles = JSON.stringify(await proef.audit())
    for (const geheim of [WACHTWOORD, 'JBSWY3DP', '$argon2id', oud.gebruikersnaam, rows[0]?.acting_sleutel.toString('hex')]) expect(alles).not.toContain(geheim)
  })
})
