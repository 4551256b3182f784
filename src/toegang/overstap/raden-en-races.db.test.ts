import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { momentNa, maakOverstapproef, type Ehmens, type Oud, type Overstapproef, slaagt, WACHTWOORD } from '../../../test/overstap-proef.ts'
import { beginVanDag, datum } from '../../kern/datum.ts'
import { bevestigKoppeling, bewijsOudMiddel, deblokkeer, koekjehash, logInMetToken, startKoppeling, werkOverstapBij, zetOverstapdatums, zoekSessie } from '../index.ts'

let proef: Overstapproef
beforeAll(async () => { proef = await maakOverstapproef() })
afterAll(() => proef.weg())

const UUR = 3_600_000
const start = async (mens: Ehmens) => startKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash)
const bevestig = async (mens: Ehmens) => bevestigKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash)
const logIn = async (gebruikersnaam: string, anders: { wachtwoord?: string; code?: string } = {}) =>
  logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam, wachtwoord: anders.wachtwoord ?? WACHTWOORD, code: anders.code ?? proef.verseCode(), oudeSessie: null, netwerk: '192.0.2.0/24' })
const fout = (gebruikersnaam: string) => logIn(gebruikersnaam, { wachtwoord: 'verkeerd-wachtwoord', code: '123456' })

/** Een begonnen en bewezen koppeling, zonder voor elk bewijs een nieuwe code te hoeven afwachten. */
async function bewezen(oud: Oud): Promise<Ehmens> {
  const mens = await proef.maakEh()
  slaagt(await start(mens))
  await proef.database.pool.query('update koppelpoging set oud_account_id = $1, bewezen_op = gestart_op where sessie_hash = $2', [oud.accountId, mens.sessieHash])
  return mens
}

describe('T-05, T-10: tegelijk koppelen', () => {
  test('T-05, T-10: vijftig tegelijk op een oud account: precies een wint, de anderen horen alleen dat het niet kan, alle vijftig in de audit', async () => {
    const oud = await proef.maakOud()
    const mensen: Ehmens[] = []
    for (let i = 0; i < 50; i += 1) mensen.push(await bewezen(oud))
    const uitkomsten = await Promise.all(mensen.map(bevestig))
    const winnaars = mensen.filter((_, i) => uitkomsten[i]?.ok === true)
    expect(winnaars.length).toBe(1)
    expect(uitkomsten.filter((uitkomst) => !uitkomst.ok && uitkomst.reden.soort === 'niet-meer-beschikbaar').length).toBe(49)
    const regels = (await proef.audit()).filter(({ object_sleutel, handeling }) => object_sleutel === oud.accountId && handeling !== 'importeerTokenaccounts')
    expect(regels.filter(({ handeling }) => handeling === 'koppelAccount').map(({ actor }) => actor)).toEqual([winnaars[0]?.accountId])
    expect(new Set(regels.map(({ actor }) => actor))).toEqual(new Set(mensen.map(({ accountId }) => accountId)))
    const { rows } = await proef.database.pool.query(`select account_id from account_rol where bron_sleutel = $1`, [oud.accountId])
    expect(rows).toEqual([{ account_id: winnaars[0]?.accountId }])
  })

  test('T-05, K-EH-10: ook zonder de code weigert de database een tweede koppeling van hetzelfde oude account', async () => {
    const oud = await proef.maakOud()
    slaagt(await proef.koppel(await proef.maakEh(), oud))
    const ander = await proef.maakEh()
    await expect(proef.database.pool.query(
      `insert into overstapkoppeling (oud_account_id, eh_account_id, wijze, gekoppeld_op, gekoppeld_door) values ($1, $2, 'ZELF', now(), 'x')`, [oud.accountId, ander.accountId])).rejects.toThrow(/overstapkoppeling_pkey/)
  })

  test('dezelfde bevestiging twintig keer tegelijk koppelt een keer en geeft een regel in de audit', async () => {
    const oud = await proef.maakOud()
    const mens = await bewezen(oud)
    const uitkomsten = await Promise.all(Array.from({ length: 20 }, () => bevestig(mens)))
    expect(uitkomsten.map((uitkomst) => (uitkomst.ok ? uitkomst.waarde.soort : uitkomst.reden.soort)).toSorted()).toEqual([...Array.from({ length: 19 }, () => 'al-gekoppeld'), 'gekoppeld'])
    expect((await proef.audit()).filter(({ object_sleutel, handeling }) => object_sleutel === oud.accountId && handeling === 'koppelAccount').length).toBe(1)
  })
})

describe('T-07: alles of niets', () => {
  const TABELLEN = [['overstapkoppeling', 'insert'], ['account_rol', 'insert'], ['account_rol', 'update'], ['account', 'update'], ['token_account', 'update'], ['sessie', 'delete'], ['koppelpoging', 'update'], ['beheerdermelding', 'insert'], ['audit_regel', 'insert']] as const

  test.each(TABELLEN)('T-07: mislukt %s %s, dan is er niets gekoppeld en werkt het token nog', async (tabel, opdracht) => {
    const oud = await proef.maakOud()
    const { koekje } = slaagt(await logIn(oud.gebruikersnaam))
    const mens = await bewezen(oud)
    const { pool } = proef.database
    await pool.query(`create function stuk() returns trigger language plpgsql as $$ begin raise exception 'met opzet stuk'; end $$`)
    await pool.query(`create trigger stuk before ${opdracht} on ${tabel} for each row execute function stuk()`)
    try {
      await expect(bevestig(mens)).rejects.toThrow(/met opzet stuk/)
    } finally {
      await pool.query('drop function stuk cascade')
    }
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
    expect((await proef.account(mens.accountId)).rollen).toEqual([])
    const tellingen = await pool.query('select (select count(*)::int from overstapkoppeling where oud_account_id = $1) as k, (select count(*)::int from beheerdermelding where account_id = $1) as m', [oud.accountId])
    expect(tellingen.rows).toEqual([{ k: 0, m: 0 }])
    expect((await zoekSessie(proef.database, koekjehash(koekje), new Date(proef.nu())))?.actor.id).toBe(oud.accountId)
    slaagt(await logIn(oud.gebruikersnaam))
    slaagt(await bevestig(mens))
  })
})

describe('T-12, T-13: raden', () => {
  test('T-12: na vijf fouten stopt de koppeling; opnieuw beginnen houdt de eerdere fouten', async () => {
    const oud = await proef.maakOud()
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    for (let i = 1; i <= 4; i += 1) {
      expect(await proef.bewijs(mens, oud, { wachtwoord: 'verkeerd-wachtwoord' })).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    }
    expect(await proef.bewijs(mens, oud, { wachtwoord: 'verkeerd-wachtwoord' })).toEqual({ ok: false, reden: { soort: 'koppeling-gestopt' } })
    expect(await proef.bewijs(mens, oud)).toEqual({ ok: false, reden: { soort: 'koppeling-gestopt' } })
    slaagt(await start(mens))
    const { rows } = await proef.database.pool.query('select count(*)::int as fouten from bewijspoging where oud_account_id = $1 and not gelukt', [oud.accountId])
    expect(rows).toEqual([{ fouten: 5 }])
    slaagt(await proef.bewijs(mens, oud))
  })

  test('T-12: de tiende fout in een etmaal blokkeert, tot een beheerder met een reden deblokkeert', async () => {
    const oud = await proef.maakOud()
    for (let i = 1; i <= 10; i += 1) {
      expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
      proef.verder(15 * 60_000)
      expect(await fout(oud.gebruikersnaam)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    }
    expect(await proef.toestand(oud.accountId)).toBe('GEBLOKKEERD')
    expect(await logIn(oud.gebruikersnaam)).toEqual({ ok: false, reden: { soort: 'te-vaak', grens: 'account' } })
    proef.verder(24 * UUR)
    expect(await logIn(oud.gebruikersnaam)).toEqual({ ok: false, reden: { soort: 'account-geblokkeerd' } })
    const beheerder = await proef.als(await proef.maakAccount({ naam: 'Bea Heer', rollen: [{ rol: 'beheerder' }] }))
    expect(await deblokkeer(proef.deur, beheerder, { oudAccountId: oud.accountId, reden: ' ' })).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'reden' }] } })
    slaagt(await deblokkeer(proef.deur, beheerder, { oudAccountId: oud.accountId, reden: 'Was zijn wachtwoord vergeten.' }))
    expect(await deblokkeer(proef.deur, beheerder, { oudAccountId: oud.accountId, reden: 'Nog een keer.' })).toMatchObject({ ok: false, reden: { soort: 'overgang-niet-toegestaan', van: 'ACTIEF_TOKEN', gebeurtenis: 'deblokkeer' } })
    slaagt(await logIn(oud.gebruikersnaam))
    const { rows } = await proef.database.pool.query('select soort from beheerdermelding where account_id = $1', [oud.accountId])
    expect(rows).toEqual([{ soort: 'GEBLOKKEERD' }])
  })

  test('T-12: tegelijk raden geeft niet meer kansen dan na elkaar', async () => {
    const oud = await proef.maakOud()
    const uitkomsten = await Promise.all(Array.from({ length: 20 }, () => fout(oud.gebruikersnaam)))
    expect(uitkomsten.filter((uitkomst) => !uitkomst.ok && uitkomst.reden.soort === 'bewijs-onjuist').length).toBe(1)
    expect(uitkomsten.filter((uitkomst) => !uitkomst.ok && uitkomst.reden.soort === 'wacht').length).toBe(19)
  })

  test('T-12: wie over veel accounts raadt, wordt op zijn middel gestopt', async () => {
    const [mens, doel] = [await proef.maakEh(), await proef.maakOud()]
    for (let i = 0; i < 20; i += 1) {
      if (i % 4 === 0) slaagt(await start(mens))
      expect(await proef.bewijs(mens, { gebruikersnaam: `gok-${i}` })).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    }
    slaagt(await start(mens))
    expect(await proef.bewijs(mens, doel)).toEqual({ ok: false, reden: { soort: 'te-vaak', grens: 'middel' } })
  })

  test('T-12, T-13: is een organisatie aan haar grens, dan zegt inloggen niet of een naam bestaat', async () => {
    const oud = await proef.maakOud()
    const nu = proef.nu()
    await proef.database.pool.query(`insert into bewijspoging (poging_id, naam_sleutel, doel, organisatie_id, op)
      select gen_random_uuid(), sha256(i::text::bytea), 'INLOGGEN', $1, $2 from generate_series(1, 100) i`, [proef.bestuur, momentNa(nu, -UUR)])
    const teller = proef.nagerekend()
    expect(await logIn(oud.gebruikersnaam)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    expect(await logIn('naam-die-niet-bestaat')).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    expect(proef.nagerekend() - teller).toBe(2)
    const mens = await proef.maakEh()
    slaagt(await start(mens))
    expect(await proef.bewijs(mens, oud)).toEqual({ ok: false, reden: { soort: 'te-vaak', grens: 'organisatie' } })
    await proef.database.pool.query('delete from bewijspoging where organisatie_id = $1', [proef.bestuur])
  })

  test('T-13: onbekend, fout wachtwoord, foute code, gekoppeld door een ander en ingetrokken: hetzelfde antwoord na evenveel rekenwerk', async () => {
    const [goed, gekoppeld, weg] = [await proef.maakOud(), await proef.maakOud(), await proef.maakOud()]
    slaagt(await proef.koppel(await proef.maakEh(), gekoppeld))
    await proef.database.pool.query(`update account set toestand = 'INGETROKKEN' where account_id = $1`, [weg.accountId])
    await proef.database.pool.query('update token_account set wachtwoord_hash = null, geheim = null, geheim_sleutel_id = null where account_id = $1', [weg.accountId])
    const gevallen = [['onbekend', {}], [goed.gebruikersnaam, { wachtwoord: 'verkeerd-wachtwoord' }], [goed.gebruikersnaam, { code: '000000' }], [gekoppeld.gebruikersnaam, {}], [weg.gebruikersnaam, {}], ['', {}]] as const
    for (const [gebruikersnaam, anders] of gevallen) {
      proef.verder(60_000)
      let teller = proef.nagerekend()
      expect(await logIn(gebruikersnaam, anders)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
      expect([gebruikersnaam, proef.nagerekend() - teller]).toEqual([gebruikersnaam, 1])
      const mens = await proef.maakEh()
      slaagt(await start(mens))
      proef.verder(60_000)
      teller = proef.nagerekend()
      expect(await proef.bewijs(mens, { gebruikersnaam }, anders)).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
      expect([gebruikersnaam, proef.nagerekend() - teller]).toEqual([gebruikersnaam, 1])
    }
  })

  test('T-13: ook de wachttijd geldt voor een naam die niet bestaat', async () => {
    expect(await fout('spook')).toEqual({ ok: false, reden: { soort: 'bewijs-onjuist' } })
    expect(await fout('SPOOK ')).toEqual({ ok: false, reden: { soort: 'wacht', seconden: 1 } })
  })
})

test('T-12: honderd anonieme pogingen tegelijk uit een netwerk houden een medewerker in een ander netwerk niet op', async () => {
  const oud = await proef.maakOud()
  const code = proef.verseCode()
  const klaar: string[] = []
  const vloed = Array.from({ length: 100 }, async (_, i) => {
    const uit = await logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam: `vloed${i}`, wachtwoord: 'x', code: '123456', oudeSessie: null, netwerk: '198.51.100.0/24' })
    if (!uit.ok && uit.reden.soort === 'bewijs-onjuist') klaar.push('vloed')
    return uit.ok ? 'binnen' : uit.reden.soort
  })
  const medewerker = logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam: oud.gebruikersnaam, wachtwoord: WACHTWOORD, code, oudeSessie: null, netwerk: '192.0.2.0/24' }).then((uit) => { klaar.push('medewerker'); return uit })
  slaagt(await medewerker)
  const geteld = Map.groupBy(await Promise.all(vloed), (soort) => soort)
  // Twee tegelijk en zestig in de rij; een daarvan maakte plaats voor de medewerker.
  expect([geteld.get('bewijs-onjuist')?.length, geteld.get('wacht')?.length]).toEqual([61, 39])
  expect(klaar.indexOf('medewerker')).toBeLessThan(8)
})

describe('T-19, T-20: de klok', () => {
  test('T-20: om 00:00 in Nederland na de laatste dag werkt het token niet meer, ook niet in een open sessie; koppelen kan nog in de coulance', async () => {
    const [inSessie, later] = [await proef.maakOud({ brin: '21MB' }), await proef.maakOud({ brin: '21MB' })]
    slaagt(await zetOverstapdatums(proef.deur, proef.systeem(), { brin: '21MB', openVan: datum('2026-09-01'), tokenTotEnMet: datum('2027-03-27'), coulanceTotEnMet: datum('2027-03-28'), reden: 'proef' }))
    // In de nacht van 27 op 28 maart 2027 gaat de klok vooruit.
    const grens = Date.parse(beginVanDag(datum('2027-03-28')))
    proef.verder(grens - 120_000 - Date.parse(proef.nu()))
    const { koekje } = slaagt(await logIn(inSessie.gebruikersnaam))
    const zoek = () => zoekSessie(proef.database, koekjehash(koekje), new Date(proef.nu()))
    expect(await zoek()).toBeDefined()
    proef.verder(grens - Date.parse(proef.nu()) - 3)
    expect(await zoek()).toBeDefined()
    proef.verder(3)
    expect(await zoek()).toBeUndefined()
    expect(await logIn(later.gebruikersnaam)).toEqual({ ok: false, reden: { soort: 'token-gesloten', tokenTotEnMet: '2027-03-27', coulanceTotEnMet: '2027-03-28' } })
    expect(await proef.toestand(later.accountId)).toBe('AFGESLOTEN')
    expect(await proef.toestand(inSessie.accountId)).toBe('ACTIEF_TOKEN')
    expect(await werkOverstapBij(proef.database, new Date(proef.nu()))).toBe(1)
    expect(await proef.toestand(inSessie.accountId)).toBe('AFGESLOTEN')
    slaagt(await proef.koppel(await proef.maakEh(), later))
    // 28 maart duurt 23 uur.
    proef.verder(Date.parse(beginVanDag(datum('2027-03-29'))) - Date.parse(proef.nu()))
    expect(await werkOverstapBij(proef.database, new Date(proef.nu()))).toBe(1)
    expect(await proef.toestand(inSessie.accountId)).toBe('VERVALLEN_ONGEKOPPELD')
    expect(await werkOverstapBij(proef.database, new Date(proef.nu()))).toBe(0)
    expect((await proef.audit()).filter(({ object_sleutel }) => object_sleutel === inSessie.accountId).map(({ handeling, gegevens }) => [handeling, gegevens['van'], gegevens['naar']]).slice(-2)).toEqual([
      ['sluitTokenaccountAf', 'ACTIEF_TOKEN', 'AFGESLOTEN'], ['laatTokenaccountVervallen', 'AFGESLOTEN', 'VERVALLEN_ONGEKOPPELD']])
  })

  test('T-19: voor de opening geeft eHerkenning geen rollen en is er niets te koppelen; het token werkt', async () => {
    const oud = await proef.maakOud({ brin: '11VA' })
    await proef.database.pool.query(`update instelling_overstap set open_van = '2028-01-01', token_tot_en_met = null, coulance_tot_en_met = null`)
    const mens = await proef.maakEh({ rollen: [{ rol: 'raadplegen', brin: '11VA' }], toestand: 'ACTIEF' })
    expect((await zoekSessie(proef.database, mens.sessieHash, new Date(proef.nu())))?.actor.rollen).toEqual([])
    expect(await start(mens)).toEqual({ ok: false, reden: { soort: 'overstap-niet-open', openVan: '2028-01-01' } })
    slaagt(await logIn(oud.gebruikersnaam))
  })
})

test('T-03: een bewijs zonder begonnen koppeling rekent niets na', async () => {
  const mens = await proef.maakEh()
  const teller = proef.nagerekend()
  expect(await bewijsOudMiddel(proef.deur, await proef.ctx(mens), { sessieHash: mens.sessieHash, gebruikersnaam: 'x', wachtwoord: 'y', code: 'z' })).toEqual({ ok: false, reden: { soort: 'geen-koppeling-begonnen' } })
  expect(proef.nagerekend()).toBe(teller)
})
