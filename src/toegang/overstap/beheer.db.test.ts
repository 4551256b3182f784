import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ehmens, maakOverstapproef, OPEN, type Oud, type Overstapproef, slaagt, WACHTWOORD } from '../../../test/overstap-proef.ts'
import { datum } from '../../kern/datum.ts'
import {
  type Actiecontext, bevestigKoppeling, bevestigOntkoppelen, bevestigOverstapdatums, deblokkeer, exporteerOverstap, hertoeken, importeerTokenaccounts, kiesUitnodigingAlsBewijs, koekjehash, logInMetToken,
  neemUitnodigingAan, nodigUit, openSessie, overzichtOverstap, overzichtOverstapDuo, startKoppeling, stelOntkoppelenVoor, trekMedewerkerIn, zetOverstapdatums, zoekSessie,
} from '../index.ts'

let proef: Overstapproef
let beheerderId: string
let tweedeId: string
beforeAll(async () => {
  proef = await maakOverstapproef()
  beheerderId = await proef.maakAccount({ naam: 'Bea Heer', rollen: [{ rol: 'beheerder' }] })
  tweedeId = await proef.maakAccount({ naam: 'Theo Twee', rollen: [{ rol: 'beheerder' }] })
})
afterAll(() => proef.weg())

const DAG = 24 * 3_600_000
const beheerder = () => proef.als(beheerderId)
const duo = async () => proef.als(await proef.maakAccount({ organisatieId: proef.duo, rollen: [{ rol: 'duo-behandelaar' }] }))
const vreemd = async () => proef.als(await proef.maakAccount({ organisatieId: proef.ander, rollen: [{ rol: 'beheerder' }] }))
const start = async (mens: Ehmens) => slaagt(await startKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash))
const neemAan = async (mens: Ehmens, code: string) => neemUitnodigingAan(proef.deur, await proef.ctx(mens), { sessieHash: mens.sessieHash, code })
const rollen = async (accountId: string) => (await proef.account(accountId)).rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol }) => rol)
const nietGevonden = { ok: false, reden: { soort: 'niet-gevonden' } }
const geweigerdMet = (soort: string) => ({ ok: false, reden: { soort } })
const ontkoppelen = async (oud: Oud, ctx: Actiecontext) => slaagt(await stelOntkoppelenVoor(proef.deur, ctx, { oudAccountId: oud.accountId, reden: 'Aan de verkeerde collega gekoppeld.' })).voorstelId
const sluit = (brin: string, coulance: string | null) => proef.database.pool.query(
  `update instelling_overstap set open_van = '2026-09-01', token_tot_en_met = '2026-11-20', coulance_tot_en_met = $2 where brin = $1`, [brin, coulance])
const open = (brin: string) => proef.database.pool.query(
  `update instelling_overstap set open_van = $2, token_tot_en_met = $3, coulance_tot_en_met = $4 where brin = $1`, [brin, OPEN.openVan, OPEN.tokenTotEnMet, OPEN.coulanceTotEnMet])

describe('uitnodigen', () => {
  test('T-15: de code vervangt het oude middel alleen als de school dat koos, en werkt een keer', async () => {
    const [oud, mens] = [await proef.maakOud(), await proef.maakEh()]
    expect(await nodigUit(proef.deur, await beheerder(), oud.accountId)).toEqual(geweigerdMet('uitnodiging-vraagt-bewijs'))
    expect(slaagt(await kiesUitnodigingAlsBewijs(proef.deur, await beheerder(), { brin: '11VA', aan: true })).uitkomst).toBe('gezet')
    const { code, verlooptOp, uitnodigingId } = slaagt(await nodigUit(proef.deur, await beheerder(), oud.accountId))
    expect(code).toMatch(/^([A-Z2-7]{4}-){12}[A-Z2-7]{4}$/)
    expect(Date.parse(verlooptOp) - Date.parse(proef.nu())).toBeLessThanOrEqual(7 * DAG)
    const { rows } = await proef.database.pool.query('select uitnodiging::text as rij from uitnodiging where uitnodiging_id = $1', [uitnodigingId])
    expect(rows[0]?.rij).not.toContain(code)
    await start(mens)
    expect(await neemAan(mens, code.replace(/.$/, (teken: string) => (teken === 'A' ? 'B' : 'A')))).toEqual(geweigerdMet('uitnodiging-onjuist'))
    expect(slaagt(await neemAan(mens, code.toLowerCase().replaceAll('-', ' ')))).toMatchObject({ oud: { gebruikersnaam: oud.gebruikersnaam } })
    expect(slaagt(await bevestigKoppeling(proef.deur, await proef.ctx(mens), mens.sessieHash))).toMatchObject({ soort: 'gekoppeld' })
    const tweede = await proef.maakEh()
    await start(tweede)
    expect(await neemAan(tweede, code)).toEqual(geweigerdMet('uitnodiging-onjuist'))
  })

  test('T-15: na zeven dagen, na een nieuwe uitnodiging en bij een andere organisatie werkt de code niet', async () => {
    const oud = await proef.maakOud()
    const oude = slaagt(await nodigUit(proef.deur, await beheerder(), oud.accountId))
    const nieuwe = slaagt(await nodigUit(proef.deur, await beheerder(), oud.accountId))
    const mens = await proef.maakEh()
    await start(mens)
    expect(await neemAan(mens, oude.code)).toEqual(geweigerdMet('uitnodiging-onjuist'))
    await proef.database.pool.query('update uitnodiging set organisatie_id = $1 where uitnodiging_id = $2', [proef.ander, nieuwe.uitnodigingId])
    expect(await neemAan(mens, nieuwe.code)).toEqual(geweigerdMet('uitnodiging-onjuist'))
    await proef.database.pool.query('update uitnodiging set organisatie_id = $1, verloopt_op = $3 where uitnodiging_id = $2', [proef.bestuur, nieuwe.uitnodigingId, proef.nu()])
    expect(await neemAan(mens, nieuwe.code)).toEqual(geweigerdMet('uitnodiging-onjuist'))
  })

  test('T-16: een beheerder koppelt met een uitnodiging niets aan zichzelf, ook niet met een tweede account', async () => {
    const oud = await proef.maakOud()
    const { code } = slaagt(await nodigUit(proef.deur, await beheerder(), oud.accountId))
    const medewerkerId = (await proef.account(beheerderId)).medewerker?.id ?? ''
    const eigenTweede = await proef.maakEh({ medewerkerId })
    await start(eigenTweede)
    expect(await neemAan(eigenTweede, code)).toEqual(geweigerdMet('niet-voor-uzelf'))
    const eigenOud = await proef.maakOud({ medewerkerId })
    expect(await nodigUit(proef.deur, await beheerder(), eigenOud.accountId)).toEqual(geweigerdMet('niet-voor-uzelf'))
  })

  test('T-16: zonder naam is niet bekend van wie het account is; deelde het een browser met dat van de uitnodiger, dan koppelt het niet', async () => {
    const oud = await proef.maakOud()
    const { code } = slaagt(await nodigUit(proef.deur, await beheerder(), oud.accountId))
    const eigenTweede = await proef.maakEh()
    // De beheerder was in deze browser ingelogd toen het tweede account dat werd.
    const nu = proef.nu()
    const eerste = await proef.alsSysteem((trx) => openSessie(trx, { accountId: beheerderId, organisatieId: proef.bestuur, middel: 'EHERKENNING', niveau: 'EH3', authnOp: nu }, nu))
    const koekje = await proef.alsSysteem((trx) => openSessie(trx, { accountId: eigenTweede.accountId, organisatieId: proef.bestuur, middel: 'EHERKENNING', niveau: 'EH3', authnOp: nu }, nu, [koekjehash(eerste)]))
    const mens = { ...eigenTweede, koekje, sessieHash: koekjehash(koekje) }
    await start(mens)
    expect(await neemAan(mens, code)).toEqual(geweigerdMet('niet-voor-uzelf'))
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
  })

  test('T-15, T-11: iemand zonder naam neemt zijn uitnodiging aan, ook van een beheerder zonder naam; elke beheerder krijgt daar bericht van', async () => {
    const zonder = await proef.als(await proef.maakAccount({ naam: null, rollen: [{ rol: 'beheerder' }] }))
    const oud = await proef.maakOud()
    const { code } = slaagt(await nodigUit(proef.deur, zonder, oud.accountId))
    const mens = await proef.maakEh()
    await start(mens)
    slaagt(await neemAan(mens, code))
    const { rows } = await proef.database.pool.query('select soort from beheerdermelding where account_id = $1', [oud.accountId])
    expect(rows).toEqual([{ soort: 'UITNODIGING_ZONDER_NAAM' }])
    await proef.database.pool.query(`update account set toestand = 'BEEINDIGD' where account_id = $1`, [zonder.actor.id])
  })

  test('S-05: wie tijdens het verzoek zijn rol verliest, grijpt niet meer in en trekt niemand meer in', async () => {
    const oud = await proef.maakOud()
    const weg = await proef.als(await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] }))
    await proef.database.pool.query('update account_rol set ingetrokken_op = now() where account_id = $1', [weg.actor.id])
    expect(await nodigUit(proef.deur, weg, oud.accountId)).toEqual(nietGevonden)
    expect(await stelOntkoppelenVoor(proef.deur, weg, { oudAccountId: oud.accountId, reden: 'x' })).toEqual(nietGevonden)
    const medewerkerId = (await proef.account(oud.accountId)).medewerker?.id ?? ''
    expect(await trekMedewerkerIn(proef.deur, weg, { medewerkerId, reden: 'x' })).toEqual(nietGevonden)
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF_TOKEN')
  })

  test('Z-02: een beheerder van een ander bestuur en iemand zonder rol vinden het account niet', async () => {
    const oud = await proef.maakOud()
    for (const ctx of [await vreemd(), await proef.als(await proef.maakAccount({ rollen: [{ rol: 'raadplegen', brin: '11VA' }] }))]) {
      expect(await nodigUit(proef.deur, ctx, oud.accountId)).toEqual(nietGevonden)
      expect(await stelOntkoppelenVoor(proef.deur, ctx, { oudAccountId: oud.accountId, reden: 'x' })).toEqual(nietGevonden)
      expect(await hertoeken(proef.deur, ctx, { oudAccountId: oud.accountId, ehAccountId: beheerderId, reden: 'x' })).toEqual(nietGevonden)
      expect(await trekMedewerkerIn(proef.deur, ctx, { medewerkerId: (await proef.account(oud.accountId)).medewerker?.id ?? '', reden: 'x' })).toEqual(nietGevonden)
    }
    expect(await nodigUit(proef.deur, await proef.als(beheerderId, { geledenMinuten: 11 }), oud.accountId)).toMatchObject(geweigerdMet('ongeldig'))
  })
})

test('Z-01, T-17: een behandelaar haalt geen collega van DUO weg; de beheerder van DUO wel, maar niet zichzelf en niet de laatste', async () => {
  const auditor = await proef.maakAccount({ organisatieId: proef.duo, rollen: [{ rol: 'auditor' }] })
  const baas = await proef.maakAccount({ organisatieId: proef.duo, rollen: [{ rol: 'beheerder' }] })
  const trekIn = async (ctx: Actiecontext, accountId: string) => trekMedewerkerIn(proef.deur, ctx, { medewerkerId: (await proef.account(accountId)).medewerker?.id ?? '', reden: 'Weg.' })
  for (const accountId of [auditor, baas]) expect(await trekIn(await duo(), accountId)).toEqual(nietGevonden)
  expect(await trekIn(await proef.als(baas), baas)).toEqual(geweigerdMet('niet-voor-uzelf'))
  expect(slaagt(await trekIn(await proef.als(baas), auditor)).accounts).toBe(1)
  expect((await proef.account(auditor)).toestand).toBe('BEEINDIGD')
})

describe('T-31: ontkoppelen', () => {
  test('T-11, T-31: een tweede persoon bevestigt; de rollen gaan eraf, de sessie eindigt, het token komt niet terug', async () => {
    const [oud, mens] = [await proef.maakOud(), await proef.maakEh()]
    const gekoppeld = slaagt(await proef.koppel(mens, oud))
    const koekje = 'nieuweSessie' in gekoppeld ? gekoppeld.nieuweSessie ?? '' : ''
    const voorstelId = await ontkoppelen(oud, await beheerder())
    expect(await bevestigOntkoppelen(proef.deur, await beheerder(), voorstelId)).toMatchObject(geweigerdMet('ongeldig'))
    expect(await proef.toestand(oud.accountId)).toBe('GEKOPPELD')
    expect(await rollen(mens.accountId)).toEqual(['raadplegen'])
    expect(slaagt(await bevestigOntkoppelen(proef.deur, await proef.als(tweedeId), voorstelId))).toEqual({ rollenIngetrokken: 1 })
    expect([await proef.toestand(oud.accountId), await rollen(mens.accountId)]).toEqual(['ONTKOPPELD', []])
    expect(await zoekSessie(proef.database, koekjehash(koekje), new Date(proef.nu()))).toBeUndefined()
    expect(await logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam: oud.gebruikersnaam, wachtwoord: WACHTWOORD, code: proef.verseCode(), oudeSessie: null, netwerk: '192.0.2.0/24' })).toEqual(geweigerdMet('bewijs-onjuist'))
    expect(await stelOntkoppelenVoor(proef.deur, await beheerder(), { oudAccountId: oud.accountId, reden: 'Nog een keer.' })).toMatchObject({ ok: false, reden: { soort: 'overgang-niet-toegestaan', van: 'ONTKOPPELD' } })
  })

  test('T-05, T-31: na ontkoppelen is het oude account ook aan een ander niet meer te koppelen', async () => {
    const [oud, mens] = [await proef.maakOud(), await proef.maakEh()]
    slaagt(await proef.koppel(mens, oud))
    slaagt(await bevestigOntkoppelen(proef.deur, await proef.als(tweedeId), await ontkoppelen(oud, await beheerder())))
    const ander = await proef.maakEh()
    await start(ander)
    expect(await proef.bewijs(ander, oud)).toEqual(geweigerdMet('bewijs-onjuist'))
    await proef.database.pool.query('update koppelpoging set oud_account_id = $1, bewezen_op = gestart_op where sessie_hash = $2', [oud.accountId, ander.sessieHash])
    expect(await bevestigKoppeling(proef.deur, await proef.ctx(ander), ander.sessieHash)).toMatchObject(geweigerdMet('overgang-niet-toegestaan'))
  })

  test('T-17, K-EH-12: de laatste beheerder is niet te ontkoppelen door de organisatie, wel door DUO', async () => {
    const ander = await maakOverstapproef()
    try {
      const oud = await ander.maakOud({ rollen: [{ rol: 'beheerder' }] })
      const mens = await ander.maakEh()
      slaagt(await ander.koppel(mens, oud))
      const zelf = await ander.ctx(mens)
      expect(zelf.actor.isBeheerder).toBe(true)
      expect(await stelOntkoppelenVoor(ander.deur, zelf, { oudAccountId: oud.accountId, reden: 'Ik wil weg.' })).toEqual(geweigerdMet('laatste-beheerder'))
      const [een, twee] = [await ander.maakAccount({ organisatieId: ander.duo, naam: 'D Een', rollen: [{ rol: 'duo-behandelaar' }] }), await ander.maakAccount({ organisatieId: ander.duo, naam: 'D Twee', rollen: [{ rol: 'duo-behandelaar' }] })]
      const { voorstelId } = slaagt(await stelOntkoppelenVoor(ander.deur, await ander.als(een), { oudAccountId: oud.accountId, reden: 'Op verzoek van het bestuur.' }))
      slaagt(await bevestigOntkoppelen(ander.deur, await ander.als(twee), voorstelId))
      expect((await ander.audit()).filter(({ handeling, object_sleutel }) => handeling === 'weigerOverstap' && object_sleutel === oud.accountId).map(({ gegevens }) => gegevens['code'])).toEqual(['laatste-beheerder'])
    } finally {
      await ander.weg()
    }
  })
})

describe('T-22: iemand gaat weg', () => {
  test('T-22: elk account van die medewerker eindigt, aan beide kanten, met rollen, sessies, uitnodiging en begonnen koppeling', async () => {
    const medewerkerId = await proef.maakMedewerker(proef.bestuur, 'Weg Gaand')
    const [token, gekoppeld] = [await proef.maakOud({ medewerkerId }), await proef.maakOud({ medewerkerId })]
    const mens = await proef.maakEh({ medewerkerId })
    slaagt(await proef.koppel(mens, gekoppeld))
    const { koekje } = slaagt(await logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam: token.gebruikersnaam, wachtwoord: WACHTWOORD, code: proef.verseCode(), oudeSessie: null, netwerk: '192.0.2.0/24' }))
    const { code } = slaagt(await nodigUit(proef.deur, await beheerder(), token.accountId))
    expect(slaagt(await trekMedewerkerIn(proef.deur, await beheerder(), { medewerkerId, reden: 'Uit dienst.' })).accounts).toBe(3)
    expect([await proef.toestand(token.accountId), await proef.toestand(gekoppeld.accountId), await proef.toestand(mens.accountId)]).toEqual(['INGETROKKEN', 'INGETROKKEN', 'BEEINDIGD'])
    expect([await rollen(token.accountId), await rollen(mens.accountId)]).toEqual([[], []])
    expect(await zoekSessie(proef.database, koekjehash(koekje), new Date(proef.nu()))).toBeUndefined()
    const ander = await proef.maakEh()
    await start(ander)
    expect(await neemAan(ander, code)).toEqual(geweigerdMet('uitnodiging-onjuist'))
    expect(await proef.bewijs(ander, token)).toEqual(geweigerdMet('bewijs-onjuist'))
    expect(slaagt(await trekMedewerkerIn(proef.deur, await beheerder(), { medewerkerId, reden: 'Nog een keer.' })).accounts).toBe(3)
    expect((await proef.audit()).filter(({ handeling, object_sleutel }) => handeling === 'trekMedewerkerIn' && object_sleutel === token.accountId).length).toBe(1)
  })

  test('T-17: een beheerder trekt zichzelf niet in', async () => {
    const eigen = (await proef.account(beheerderId)).medewerker?.id ?? ''
    expect(await trekMedewerkerIn(proef.deur, await beheerder(), { medewerkerId: eigen, reden: 'Ik ga weg.' })).toEqual(geweigerdMet('niet-voor-uzelf'))
  })

  test('T-17: wie bij de organisatie is, haalt haar laatste beheerder niet weg', async () => {
    const token = await proef.als(tweedeId)
    await proef.database.pool.query(`update account_rol set geldig_voor = $2 where account_id = $1 and rol = 'beheerder'`, [tweedeId, new Date(Date.parse(token.nu) + DAG)])
    const medewerkerId = (await proef.account(beheerderId)).medewerker?.id ?? ''
    expect(await trekMedewerkerIn(proef.deur, await proef.als(tweedeId), { medewerkerId, reden: 'Uit dienst.' })).toEqual(geweigerdMet('laatste-beheerder'))
    await proef.database.pool.query(`update account_rol set geldig_voor = null where account_id = $1`, [tweedeId])
    expect(await proef.toestand(beheerderId)).toBe('ACTIEF')
  })
})

describe('na de sluiting', () => {
  test('T-24, Z-04: een beheerder zet rollen van een afgesloten account over, met reden en niet voor zichzelf', async () => {
    const [oud, mens] = [await proef.maakOud({ brin: '21MB', rollen: [{ rol: 'verzuim' }] }), await proef.maakEh({ naam: 'Jan de Vries' })]
    const naamloos = await proef.maakEh()
    const vraag = { oudAccountId: oud.accountId, ehAccountId: mens.accountId, reden: 'Kon niet op tijd koppelen.' }
    expect(await hertoeken(proef.deur, await beheerder(), vraag)).toMatchObject({ ok: false, reden: { soort: 'overgang-niet-toegestaan', van: 'ACTIEF_TOKEN', gebeurtenis: 'hertoeken' } })
    await sluit('21MB', null)
    expect(await hertoeken(proef.deur, await beheerder(), { ...vraag, ehAccountId: beheerderId })).toEqual(geweigerdMet('niet-voor-uzelf'))
    expect(await hertoeken(proef.deur, await beheerder(), { ...vraag, ehAccountId: oud.accountId })).toEqual(nietGevonden)
    expect(await hertoeken(proef.deur, await beheerder(), { ...vraag, ehAccountId: naamloos.accountId })).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'ehAccountId', regelId: 'P-04' }] } })
    expect(slaagt(await hertoeken(proef.deur, await beheerder(), vraag)).overgedragen.map(({ rol }) => rol)).toEqual(['verzuim'])
    expect([await proef.toestand(oud.accountId), await rollen(mens.accountId)]).toEqual(['GEKOPPELD_DOOR_BEHEERDER', ['verzuim']])
    expect(await hertoeken(proef.deur, await beheerder(), vraag)).toMatchObject(geweigerdMet('overgang-niet-toegestaan'))
    await open('21MB')
  })

  test('T-19, T-31: deblokkeren na de laatste tokendag geeft geen werkend token terug', async () => {
    const oud = await proef.maakOud({ brin: '21MB' })
    await proef.database.pool.query(`update account set toestand = 'GEBLOKKEERD' where account_id = $1`, [oud.accountId])
    await sluit('21MB', '2026-11-30')
    slaagt(await deblokkeer(proef.deur, await beheerder(), { oudAccountId: oud.accountId, reden: 'Was zijn code kwijt.' }))
    expect(await proef.toestand(oud.accountId)).toBe('AFGESLOTEN')
    expect(await logInMetToken(proef.deur, proef.systeem(), { gebruikersnaam: oud.gebruikersnaam, wachtwoord: WACHTWOORD, code: proef.verseCode(), oudeSessie: null, netwerk: '192.0.2.0/24' })).toMatchObject(geweigerdMet('token-gesloten'))
    slaagt(await proef.koppel(await proef.maakEh(), oud))
    await open('21MB')
  })

  test('T-19: in de coulance koppelt iemand een afgesloten account nog zelf; daarna niet meer', async () => {
    const [oud, mens] = [await proef.maakOud({ brin: '21MB' }), await proef.maakEh()]
    await sluit('21MB', '2026-11-30')
    expect(slaagt(await proef.koppel(mens, oud)).soort).toBe('gekoppeld')
    const laat = await proef.maakOud({ brin: '21MB' })
    await sluit('21MB', '2026-11-23')
    const ander = await proef.maakEh()
    await start(ander)
    expect(await proef.bewijs(ander, laat)).toMatchObject(geweigerdMet('overgang-niet-toegestaan'))
    expect(await proef.toestand(laat.accountId)).toBe('VERVALLEN_ONGEKOPPELD')
    await open('21MB')
  })
})

describe('K-EH-06: de dagen van een school', () => {
  test('DUO zet ze; later zetten wordt een voorstel dat een tweede medewerker bevestigt', async () => {
    const wijziging = { brin: '12VB', ...OPEN, reden: 'Sector vo.' }
    expect(await zetOverstapdatums(proef.deur, await beheerder(), wijziging)).toEqual(nietGevonden)
    const een = await duo()
    expect(slaagt(await zetOverstapdatums(proef.deur, een, wijziging))).toEqual({ uitkomst: 'gezet' })
    expect(slaagt(await zetOverstapdatums(proef.deur, een, wijziging))).toEqual({ uitkomst: 'ongewijzigd' })
    const later = slaagt(await zetOverstapdatums(proef.deur, een, { ...wijziging, tokenTotEnMet: datum('2027-07-15'), reden: 'Uitstel.' }))
    if (later.uitkomst !== 'voorgesteld') throw new Error('verwacht een voorstel')
    expect(await bevestigOverstapdatums(proef.deur, een, later.voorstelId)).toMatchObject(geweigerdMet('ongeldig'))
    expect(await bevestigOverstapdatums(proef.deur, await beheerder(), later.voorstelId)).toEqual(nietGevonden)
    expect(slaagt(await bevestigOverstapdatums(proef.deur, await duo(), later.voorstelId))).toEqual({ uitkomst: 'gezet' })
    const { rows } = await proef.database.pool.query(`select token_tot_en_met::text as dag from instelling_overstap where brin = '12VB'`)
    expect(rows).toEqual([{ dag: '2027-07-15' }])
    expect(slaagt(await zetOverstapdatums(proef.deur, await duo(), { ...wijziging, tokenTotEnMet: datum('2027-05-01'), reden: 'Eerder.' }))).toEqual({ uitkomst: 'gezet' })
    expect(await zetOverstapdatums(proef.deur, await duo(), { ...wijziging, openVan: datum('2027-08-01') })).toMatchObject(geweigerdMet('ongeldig'))
    expect(await zetOverstapdatums(proef.deur, await duo(), { ...wijziging, reden: ' ' })).toMatchObject(geweigerdMet('ongeldig'))
  })
})

describe('T-30, K-EH-09: het overzicht', () => {
  test('T-30: alleen de eigen organisatie, met rollen, middel, toestand, laatste inlog en gevolg; ophalen als bestand staat in de audit', async () => {
    const oud = await proef.maakOud({ naam: 'Ovi Zicht', rollen: [{ rol: 'raadplegen' }], laatstGebruiktOp: '2026-10-01T08:00:00.000Z' as never })
    const overzicht = slaagt(await overzichtOverstap(proef.database, await beheerder(), proef.bestuur))
    expect(overzicht.scholen.map(({ brin, stand }) => [brin, stand])).toEqual([['11VA', 'OVERSTAP_OPEN'], ['21MB', 'OVERSTAP_OPEN']])
    expect(overzicht.regels.find(({ accountId }) => accountId === oud.accountId)).toMatchObject({
      naam: 'Ovi Zicht', middel: 'DUO_TOKEN', toestand: 'ACTIEF_TOKEN', gebruikersnaam: oud.gebruikersnaam, laatstIngelogdOp: '2026-10-01T08:00:00.000Z', gekoppeldAan: null,
      rollen: [{ rol: 'raadplegen', brin: '11VA', bron: 'DUO' }], gevolg: { soort: 'sluit-na', tokenTotEnMet: OPEN.tokenTotEnMet },
    })
    expect(JSON.stringify(overzicht)).not.toContain('argon2')
    expect(await overzichtOverstap(proef.database, await vreemd(), proef.bestuur)).toEqual(nietGevonden)
    expect(await exporteerOverstap(proef.database, await vreemd(), proef.bestuur)).toEqual(nietGevonden)
    slaagt(await exporteerOverstap(proef.database, await beheerder(), proef.bestuur))
    expect((await proef.audit()).filter(({ handeling }) => handeling === 'exporteerOverstap')).toMatchObject([{ actor: beheerderId, object_sleutel: proef.bestuur }])
  })

  test('DUO ziet per school de aantallen en geen namen', async () => {
    const uitkomst = slaagt(await overzichtOverstapDuo(proef.database, await duo()))
    expect(uitkomst.map(({ brin }) => brin)).toEqual(['11VA', '21MB'])
    expect(uitkomst[0]?.aantallen['ACTIEF_TOKEN']).toBeGreaterThan(0)
    expect(JSON.stringify(uitkomst)).not.toContain('Jan de Vries')
    expect(await overzichtOverstapDuo(proef.database, await beheerder())).toEqual(nietGevonden)
  })
})

describe('importeren', () => {
  const goed = { gebruikersnaam: 'nieuw-account', wachtwoord: 'een-lang-genoeg-wachtwoord', totp: 'JBSWY3DPEHPK3PXPJBSWY3DP', brin: '11VA', naam: 'Nieuw Mens', rollen: [{ rol: 'raadplegen' }] }

  test.each([
    ['gebruikersnaam', { gebruikersnaam: ' ' }, '[0].gebruikersnaam'], ['hash en wachtwoord', { wachtwoordHash: 'x' }, '[0].wachtwoord'], ['kort wachtwoord', { wachtwoord: 'kort' }, '[0].wachtwoord'],
    ['lichte hash', { wachtwoord: undefined, wachtwoordHash: '$argon2id$v=19$m=4096,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, '[0].wachtwoordHash'],
    ['geheim', { totp: 'niet base32!' }, '[0].totp'], ['hotp in plaats van totp', { totp: 'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DP&counter=1' }, '[0].totp'],
    ['brin', { brin: '1' }, '[0].brin'], ['naam', { naam: '' }, '[0].naam'], ['rol van DUO', { rollen: [{ rol: 'duo-behandelaar' }] }, '[0].rollen[0].rol'], ['onbekende school', { brin: '99ZZ' }, '[0].brin'],
  ])('weigert %s en zet dan niets', async (_wat, anders, veld) => {
    const uitkomst = await importeerTokenaccounts(proef.database, proef.systeem(), [{ ...goed, ...anders } as typeof goed])
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'ongeldig' } })
    expect(!uitkomst.ok && uitkomst.reden.soort === 'ongeldig' && uitkomst.reden.fouten.map((fout) => fout.veld)).toContain(veld)
    const { rows } = await proef.database.pool.query(`select 1 from token_account where gebruikersnaam = 'nieuw-account'`)
    expect(rows).toEqual([])
  })

  test('T-31: nog een keer importeren zet een gekoppeld account niet terug', async () => {
    const oud = await proef.maakOud()
    slaagt(await proef.koppel(await proef.maakEh(), oud))
    expect(slaagt(await importeerTokenaccounts(proef.database, proef.systeem(), [{ ...goed, gebruikersnaam: oud.gebruikersnaam.toUpperCase() }]))).toEqual({ nieuw: 0, ongewijzigd: 1 })
    expect(await proef.toestand(oud.accountId)).toBe('GEKOPPELD')
    expect(await importeerTokenaccounts(proef.database, await beheerder(), [goed])).toEqual(nietGevonden)
    expect(await importeerTokenaccounts(proef.database, proef.systeem(), [goed, { ...goed, gebruikersnaam: 'Nieuw-Account ' }])).toMatchObject({ ok: false, reden: { fouten: [{ veld: '[1].gebruikersnaam' }] } })
  })
})
