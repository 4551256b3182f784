import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ehmens, maakOverstapproef, type Overstapproef, slaagt } from '../../../test/overstap-proef.ts'
import type { Moment } from '../../kern/datum.ts'
import { gelukt } from '../../kern/uitkomst.ts'
import {
  annuleerHerkoppeling, beeindigAccount, beeindigSessiesVan, beginInlog, bevestigHerkoppeling, bevestigOntkoppelen, blokkeerAccount, type EhIdentiteit, kenRolToe, koekjehash, openSessie, rondInlogAf, startHerkoppeling, stelOntkoppelenVoor,
  toonHerkoppelbewijs, toonHerkoppeling, trekMedewerkerIn, zoekSessie,
} from '../index.ts'
import type { Rolkeuze } from '../../../test/account-proef.ts'
import { identiteit, maakNepaansluiting } from '../inloggen/fixtures/nepaansluiting.ts'

let proef: Overstapproef
const aansluiting = maakNepaansluiting()
beforeAll(async () => {
  proef = await maakOverstapproef()
  await proef.maakAccount({ naam: 'Bea Heer', rollen: [{ rol: 'beheerder' }] })
})
afterAll(() => proef.weg())

interface Inlog extends Ehmens {
  readonly acting: string
}

async function maakInlog(keuze: Parameters<Overstapproef['maakEh']>[0] = {}): Promise<Inlog> {
  const mens = await proef.maakEh(keuze)
  const acting = `pseudoniem-${mens.accountId}`
  await proef.database.pool.query('update eh_account set acting_sleutel = $2 where account_id = $1', [mens.accountId, proef.kluis.pseudoniemsleutel(acting)])
  return { ...mens, acting }
}
const maakOude = (keuze: Parameters<Overstapproef['maakEh']>[0] = {}) => maakInlog({ naam: 'Noor de Wit', toestand: 'ACTIEF', rollen: [{ rol: 'raadplegen', brin: '11VA' }], ...keuze })
const nu = () => new Date(proef.nu())
const deur = () => ({ database: proef.database, kluis: proef.kluis, beveiligingslog: () => undefined })

interface Browser {
  readonly koekje: string
  readonly state: string
}

async function vertrek(nieuw: Inlog, poging?: string): Promise<Browser> {
  const herkoppelpogingId = poging ?? await begin(nieuw)
  const begonnen = slaagt(await beginInlog(deur(), aansluiting, { terug: '/herkoppelen/bevestig', doel: { herkoppelpogingId }, sessieHash: nieuw.sessieHash, kenmerk: 'BEGIN' }, nu()))
  if (begonnen.stap.soort !== 'ga-naar') throw new Error('geen adres')
  return { koekje: begonnen.koekje, state: new URL(begonnen.stap.adres).searchParams.get('state') ?? '' }
}

async function begin(nieuw: Inlog): Promise<string> {
  const begonnen = slaagt(await startHerkoppeling(proef.deur, await proef.ctx(nieuw), nieuw.sessieHash))
  if (begonnen.soort !== 'begonnen') throw new Error('al gekoppeld')
  return begonnen.herkoppelpogingId
}

/** De makelaar stuurt deze browser terug met het bewijs van deze inlog. */
function kom({ koekje, state }: Browser, acting: string, sessieHash: Buffer | null, anders: Partial<EhIdentiteit> & { bewijsId?: string } = {}) {
  const naam = randomBytes(4).toString('hex')
  aansluiting.zeg(naam, gelukt(identiteit(nu(), { acting, legal: { soort: 'KVK', waarde: '99000011' }, ...anders })))
  const adres = new URL(`http://localhost/inloggen/terug?${new URLSearchParams({ state, antwoord: naam }).toString()}`)
  return rondInlogAf(deur(), aansluiting, { antwoord: { methode: 'GET', adres, velden: {} }, koekje, sessieHash, kenmerk: 'TERUG' }, nu())
}

async function bewijs(nieuw: Inlog, oud: Pick<Inlog, 'acting'>, anders: Parameters<typeof kom>[3] = {}): Promise<void> {
  expect(await kom(await vertrek(nieuw), oud.acting, nieuw.sessieHash, anders)).toEqual(gelukt({ sessie: null, terug: '/herkoppelen/bevestig' }))
}

const toon = async (nieuw: Inlog) => toonHerkoppeling(proef.deur, await proef.ctx(nieuw), nieuw.sessieHash)
const bevestig = async (nieuw: Inlog) => bevestigHerkoppeling(proef.deur, await proef.ctx(nieuw), nieuw.sessieHash)
const geweigerdMet = (soort: string) => ({ ok: false, reden: { soort } })
const audit = async (handeling: string, accountId: string) => (await proef.audit()).filter((regel) => regel.handeling === handeling && regel.object_sleutel === accountId)
const geldig = async (accountId: string) => (await proef.account(accountId)).rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null)

async function weigerNaBewijs(nieuw: Inlog, oud: Pick<Inlog, 'acting'>, soort: string, anders: Parameters<typeof kom>[3] = {}): Promise<void> {
  await bewijs(nieuw, oud, anders)
  expect(await toon(nieuw)).toEqual(geweigerdMet(soort))
  expect(await bevestig(nieuw)).toEqual(geweigerdMet(soort))
}

describe('T-23: verder met een andere inlog', () => {
  test('T-07, T-08, T-09, T-11, T-23, T-29, S-02: rollen gaan ongewijzigd over, de oude inlog eindigt, beide houden dezelfde medewerker', async () => {
    const tot = '2027-03-01T00:00:00.000Z' as Moment
    const rollen: readonly Rolkeuze[] = [{ rol: 'raadplegen', brin: '11VA', voor: tot, bron: 'DUO' }, { rol: 'bron-inschrijving-vo', brin: '11VA', reden: 'Kleine school.' }, { rol: 'beheerder' }, { rol: 'verzuim', brin: '11VA', voor: '2026-06-01T00:00:00.000Z' as Moment }]
    const [oud, nieuw] = [await maakOude({ rollen }), await maakInlog()]
    const voor = await proef.account(oud.accountId)
    await bewijs(nieuw, oud)
    const stap = slaagt(await toon(nieuw))
    expect(stap).toMatchObject({ soort: 'bevestigen', voorstel: { oud: { naam: 'Noor de Wit' }, nieuw: { naam: null }, weggelaten: [] } })
    expect(stap.soort === 'bevestigen' && stap.voorstel.meegaand.map(({ rol }) => rol).toSorted()).toEqual(['beheerder', 'bron-inschrijving-vo', 'raadplegen'])
    const klaar = slaagt(await bevestig(nieuw))
    const koekje = klaar.soort === 'herkoppeld' ? klaar.nieuweSessie ?? '' : ''
    expect(await zoekSessie(proef.database, nieuw.sessieHash, nu())).toBeUndefined()
    expect(await zoekSessie(proef.database, oud.sessieHash, nu())).toBeUndefined()
    expect((await zoekSessie(proef.database, koekjehash(koekje), nu()))?.actor).toMatchObject({ id: nieuw.accountId, isBeheerder: true })
    const [na, oudNa] = [await proef.account(nieuw.accountId), await proef.account(oud.accountId)]
    expect([oudNa.toestand, na.toestand, na.medewerker?.id, oudNa.medewerker?.id]).toEqual(['BEEINDIGD', 'ACTIEF', voor.medewerker?.id, voor.medewerker?.id])
    const kern = (lijst: typeof na.rollen) => lijst.map(({ rol, brin, voor: einde, bron, bronSleutel, reden, toegekendDoor, toegekendOp }) => ({ rol, brin, einde, bron, bronSleutel, reden, toegekendDoor, toegekendOp }))
    expect(kern(await geldig(nieuw.accountId))).toEqual(kern(voor.rollen.filter(({ rol }) => rol !== 'verzuim')))
    expect((await geldig(oud.accountId)).map(({ rol }) => rol), 'wat verlopen was, blijft zoals het was').toEqual(['verzuim'])
    expect(await audit('herkoppelAccount', oud.accountId)).toMatchObject([{ actor: nieuw.accountId, gegevens: { van: 'ACTIEF', naar: 'BEEINDIGD', middel: 'EHERKENNING', niveau: 'EH3', nieuwAccountId: nieuw.accountId } }])
    const { rows } = await proef.database.pool.query('select soort from beheerdermelding where account_id = $1', [nieuw.accountId])
    expect(rows).toEqual([{ soort: 'HERKOPPELD' }])
    expect(await toonHerkoppelbewijs(proef.deur, await proef.ctx(nieuw))).toMatchObject({ rollen: [{ rol: 'beheerder' }, { rol: 'bron-inschrijving-vo' }, { rol: 'raadplegen', voor: tot }] })
  })
  test('T-23, S-02: het tweede bewijs opent geen sessie, maakt geen account en telt niet als inlog', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    const tel = async () => (await proef.database.pool.query('select (select count(*) from sessie) as sessies, (select count(*) from account) as accounts')).rows
    const voor = await tel()
    await bewijs(nieuw, oud)
    await bewijs(nieuw, { acting: 'nog-nooit-gezien' })
    expect([await tel(), (await proef.account(oud.accountId)).laatstIngelogdOp, await audit('inloggen', oud.accountId)]).toEqual([voor, null, []])
    expect(await zoekSessie(proef.database, nieuw.sessieHash, nu()), 'de sessie van de nieuwe inlog blijft').toBeDefined()
  })
  test('T-28: dezelfde twee nog een keer is al gekoppeld, zonder tweede gebeurtenis', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    slaagt(await bevestig(nieuw))
    expect(await bevestig(nieuw)).toEqual(gelukt({ soort: 'al-gekoppeld' }))
    expect(await startHerkoppeling(proef.deur, await proef.ctx(nieuw), nieuw.sessieHash)).toEqual(gelukt({ soort: 'al-gekoppeld' }))
    expect([(await audit('herkoppelAccount', oud.accountId)).length, (await geldig(nieuw.accountId)).length]).toEqual([1, 1])
  })
  test('T-11: de beheerder maakt een verkeerde wissel ongedaan: de rollen gaan weg, de oude inlog komt niet terug', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    const klaar = slaagt(await bevestig(nieuw))
    const beheerder = await proef.als(await proef.maakAccount({ naam: 'Theo Twee', rollen: [{ rol: 'beheerder' }] }))
    slaagt(await beeindigAccount(proef.database, beheerder, nieuw.accountId, 'Dit was iemand anders.'))
    expect([await geldig(nieuw.accountId), await proef.toestand(oud.accountId), await zoekSessie(proef.database, koekjehash(klaar.soort === 'herkoppeld' ? klaar.nieuweSessie ?? '' : ''), nu())]).toEqual([[], 'BEEINDIGD', undefined])
  })
  test('T-31: ontkoppelen van het oude token haalt de rollen ook weg bij wie intussen met een andere inlog verderging', async () => {
    const [token, eerste, tweede] = [await proef.maakOud(), await maakInlog(), await maakInlog()]
    slaagt(await proef.koppel(eerste, token))
    await bewijs(tweede, eerste)
    slaagt(await bevestig(tweede))
    expect(await geldig(tweede.accountId)).toMatchObject([{ bron: 'OVERSTAP', bronSleutel: token.accountId }])
    const [een, twee] = [await proef.als(await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] })), await proef.als(await proef.maakAccount({ naam: 'Een Ander', rollen: [{ rol: 'beheerder' }] }))]
    const { voorstelId } = slaagt(await stelOntkoppelenVoor(proef.deur, een, { oudAccountId: token.accountId, reden: 'Verkeerde collega.' }))
    expect(slaagt(await bevestigOntkoppelen(proef.deur, twee, voorstelId))).toEqual({ rollenIngetrokken: 1 })
    expect(await geldig(tweede.accountId)).toEqual([])
  })
})

describe('weigeringen', () => {
  test('T-01, S-03: langer dan tien minuten geleden ingelogd, of met een token: geen begin', async () => {
    const nieuw = await maakInlog()
    const start = async (keuze: Parameters<Overstapproef['als']>[1]) => startHerkoppeling(proef.deur, await proef.als(nieuw.accountId, keuze), nieuw.sessieHash)
    expect(await start({ geledenMinuten: 11 })).toEqual(geweigerdMet('verse-inlog-nodig'))
    expect(await start({ middel: 'DUO_TOKEN' })).toEqual(geweigerdMet('eherkenning-nodig'))
  })
  test('T-23: verwisselde inlogs zijn een weigering, aan het begin en als de rol er later bij komt', async () => {
    const oud = await maakOude()
    const nieuw = await maakInlog({ medewerkerId: (await proef.account(oud.accountId)).medewerker?.id ?? '' })
    expect(await startHerkoppeling(proef.deur, await proef.ctx(oud), oud.sessieHash)).toEqual(geweigerdMet('nieuwe-inlog-heeft-rollen'))
    await bewijs(nieuw, { acting: oud.acting })
    const beheerder = await proef.als(await proef.maakAccount({ naam: 'Theo Twee', rollen: [{ rol: 'beheerder' }] }))
    slaagt(await kenRolToe(proef.database, beheerder, nieuw.accountId, { rol: 'verzuim', brin: '11VA', vestiging: null, van: proef.nu(), voor: null, reden: '', besluitBestuur: '' }))
    expect(await bevestig(nieuw)).toEqual(geweigerdMet('nieuwe-inlog-heeft-rollen'))
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF')
  })
  test('A-14, T-26: via een intermediair nooit, aan geen van beide kanten', async () => {
    const tussen = await maakInlog({ intermediair: '00000902' })
    expect(await startHerkoppeling(proef.deur, await proef.ctx(tussen), tussen.sessieHash)).toEqual(geweigerdMet('ketenmachtiging'))
    await weigerNaBewijs(await maakInlog(), await maakOude(), 'ketenmachtiging', { intermediair: '00000902' })
  })
  test('T-04: een oude inlog van een andere organisatie', async () => {
    const oud = await maakOude()
    await weigerNaBewijs(await maakInlog(), oud, 'organisatie-komt-niet-overeen', { legal: { soort: 'KVK', waarde: '99000012' } })
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF')
  })
  test('T-16: twee inlogs van verschillende medewerkers', async () => {
    const oud = await maakOude()
    await weigerNaBewijs(await maakInlog({ naam: 'Jan Ander' }), oud, 'andere-medewerker')
    expect((await audit('weigerHerkoppeling', oud.accountId)).map(({ gegevens }) => gegevens['code'])).toContain('andere-medewerker')
  })
  test('T-13, T-23: twee keer dezelfde, een onbekende en een zonder rollen; alleen na het bewijs', async () => {
    const nieuw = await maakInlog()
    await weigerNaBewijs(nieuw, nieuw, 'zelfde-inlog')
    await weigerNaBewijs(nieuw, { acting: 'nooit-gezien' }, 'oude-inlog-zonder-rollen')
    await weigerNaBewijs(nieuw, await maakInlog(), 'oude-inlog-zonder-rollen')
    expect((await audit('weigerHerkoppeling', nieuw.accountId)).map(({ gegevens }) => gegevens['code'])).toContain('zelfde-inlog')
  })
  test('T-23: wie geblokkeerd wordt tussen bewijs en bevestigen, houdt zijn rollen niet vast', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    slaagt(await blokkeerAccount(proef.database, await proef.als(await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] })), oud.accountId, 'Middel kwijt.'))
    expect(await bevestig(nieuw)).toEqual(geweigerdMet('oude-inlog-dicht'))
    expect(await geldig(nieuw.accountId)).toEqual([])
  })
  test('T-22: wie uit dienst gaat tussen bewijs en bevestigen neemt niets mee', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    const medewerkerId = (await proef.account(oud.accountId)).medewerker?.id ?? ''
    slaagt(await trekMedewerkerIn(proef.deur, await proef.als(await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] })), { medewerkerId, reden: 'Uit dienst.' }))
    expect(await bevestig(nieuw)).toEqual(geweigerdMet('niet-meer-beschikbaar'))
    expect([await geldig(nieuw.accountId), await proef.toestand(nieuw.accountId)]).toEqual([[], 'NIEUW'])
  })
  test('A-10: een oude inlog op EH2 bewijst niets', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    expect(await kom(await vertrek(nieuw), oud.acting, nieuw.sessieHash, { niveau: 'EH2' })).toMatchObject({ ok: false, reden: { soort: 'NIVEAU_TE_LAAG', opnieuw: '/herkoppelen/bevestig' } })
    expect(await toon(nieuw)).toMatchObject({ ok: true, waarde: { soort: 'bewijzen' } })
  })
  test('A-13, T-17, T-27: de enige beheerder met een machtiging voor een vestiging; zonder die grens gaat hij in een stap over', async () => {
    const eigen = await maakOverstapproef()
    const vorige = proef
    proef = eigen
    try {
      const oud = await maakOude({ rollen: [{ rol: 'beheerder' }] })
      const nieuw = await maakInlog()
      const grens = async (vestigingsnummer: string | null): Promise<Inlog> => {
        const op = eigen.nu()
        const koekje = await eigen.alsSysteem((trx) => openSessie(trx, { accountId: nieuw.accountId, organisatieId: eigen.bestuur, middel: 'EHERKENNING', niveau: 'EH3', authnOp: op, vestigingsnummer }, op))
        return { ...nieuw, koekje, sessieHash: koekjehash(koekje) }
      }
      await weigerNaBewijs(await grens('000012345678'), oud, 'beheerder-zonder-bereik')
      const vrij = await grens(null)
      await bewijs(vrij, oud)
      expect(slaagt(await bevestig(vrij)).soort).toBe('herkoppeld')
      expect((await eigen.ctx(nieuw)).actor.isBeheerder).toBe(true)
    } finally {
      proef = vorige
      await eigen.weg()
    }
  })
})

describe('A-01: het bewijs hoort bij deze poging en deze browser', () => {
  test('A-01: zonder het koekje, met dat van een ander, of in een andere sessie: niets', async () => {
    const [oud, nieuw, vreemd] = [await maakOude(), await maakInlog(), await maakInlog()]
    const [mijn, ander] = [await vertrek(nieuw), await vertrek(vreemd)]
    expect(await kom({ ...mijn, koekje: ander.koekje }, oud.acting, nieuw.sessieHash)).toMatchObject(geweigerdMet('ONVERWACHT'))
    expect(await kom(mijn, oud.acting, vreemd.sessieHash)).toMatchObject(geweigerdMet('ONVERWACHT'))
    expect([await toon(nieuw), await toon(vreemd)]).toMatchObject([{ waarde: { soort: 'bewijzen' } }, { waarde: { soort: 'bewijzen' } }])
    expect(await bevestig(nieuw)).toEqual(geweigerdMet('geen-wissel-begonnen'))
  })
  test('A-01: een formulier van de makelaar brengt de sessie niet mee; het koekje van deze browser is dan genoeg', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    expect((await kom(await vertrek(nieuw), oud.acting, null)).ok).toBe(true)
    expect(await toon(nieuw)).toMatchObject({ ok: true, waarde: { soort: 'bevestigen' } })
  })
  test('S-02: is de sessie van de nieuwe inlog intussen weg, dan bewijst het antwoord niets', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    const browser = await vertrek(nieuw)
    await proef.alsSysteem((trx) => beeindigSessiesVan(trx, nieuw.accountId))
    expect(await kom(browser, oud.acting, null)).toMatchObject(geweigerdMet('ONVERWACHT'))
    expect((await proef.account(oud.accountId)).toestand).toBe('ACTIEF')
  })
  test('A-01, A-09: het antwoord werkt een keer; hetzelfde bewijs in een tweede poging niet', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    const browser = await vertrek(nieuw)
    expect((await kom(browser, oud.acting, nieuw.sessieHash, { bewijsId: 'een-keer' })).ok).toBe(true)
    expect(await kom(browser, oud.acting, nieuw.sessieHash)).toMatchObject(geweigerdMet('ONVERWACHT'))
    expect(await kom(await vertrek(nieuw), oud.acting, nieuw.sessieHash, { bewijsId: 'een-keer' })).toMatchObject(geweigerdMet('HERGEBRUIKT'))
  })
  test('T-03: het bewijs geldt niet in een andere sessie van dezelfde inlog', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    const op = proef.nu()
    const koekje = await proef.alsSysteem((trx) => openSessie(trx, { accountId: nieuw.accountId, organisatieId: proef.bestuur, middel: 'EHERKENNING', niveau: 'EH3', authnOp: op }, op))
    expect(await bevestig({ ...nieuw, sessieHash: koekjehash(koekje) })).toEqual(geweigerdMet('geen-wissel-begonnen'))
  })
  test('A-01: een tweede keer vertrekken of stoppen maakt het eerste antwoord waardeloos; het geheim staat er alleen als hash', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    const poging = await begin(nieuw)
    const [eerste, tweede] = [await vertrek(nieuw, poging), await vertrek(nieuw, poging)]
    const { rows } = await proef.database.pool.query<{ rij: string }>('select herkoppelpoging::text as rij from herkoppelpoging where herkoppelpoging_id = $1', [poging])
    expect(rows[0]?.rij).not.toContain(tweede.koekje)
    expect(await kom(eerste, oud.acting, nieuw.sessieHash)).toMatchObject(geweigerdMet('ONVERWACHT'))
    slaagt(await annuleerHerkoppeling(proef.deur, await proef.ctx(nieuw), nieuw.sessieHash))
    expect(await kom(tweede, oud.acting, nieuw.sessieHash)).toMatchObject(geweigerdMet('ONVERWACHT'))
  })
  test('T-03: na tien minuten is de poging voorbij', async () => {
    const [oud, nieuw] = [await maakOude(), await maakInlog()]
    await bewijs(nieuw, oud)
    proef.verder(10 * 60_000)
    expect(await bevestig(nieuw)).toEqual(geweigerdMet('wissel-verlopen'))
    expect(await proef.toestand(oud.accountId)).toBe('ACTIEF')
  })
})

test('T-07, T-10: van twee nieuwe inlogs die tegelijk bevestigen wint er precies een; de ander staat in de audit', async () => {
  const oud = await maakOude()
  const nieuwen = [await maakInlog(), await maakInlog(), await maakInlog()]
  for (const nieuw of nieuwen) await bewijs(nieuw, oud)
  const uitkomsten = await Promise.all(nieuwen.map((nieuw) => bevestig(nieuw)))
  expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
  expect(uitkomsten.filter(({ ok }) => !ok)).toEqual([geweigerdMet('niet-meer-beschikbaar'), geweigerdMet('niet-meer-beschikbaar')])
  const rollen = await Promise.all(nieuwen.map(async ({ accountId }) => (await geldig(accountId)).length))
  expect(rollen.toSorted()).toEqual([0, 0, 1])
  expect([(await audit('herkoppelAccount', oud.accountId)).length, (await audit('weigerHerkoppeling', oud.accountId)).length]).toEqual([1, 2])
})

test('T-10, T-28: dezelfde bevestiging tien keer tegelijk heeft een gevolg', async () => {
  const [oud, nieuw] = [await maakOude(), await maakInlog()]
  await bewijs(nieuw, oud)
  const uitkomsten = await Promise.all(Array.from({ length: 10 }, () => bevestig(nieuw)))
  expect(uitkomsten.filter((een) => een.ok && een.waarde.soort === 'herkoppeld')).toHaveLength(1)
  expect(uitkomsten.filter((een) => een.ok && een.waarde.soort === 'al-gekoppeld')).toHaveLength(9)
  expect((await geldig(nieuw.accountId)).length).toBe(1)
})
