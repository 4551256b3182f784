import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { KVK_TOT_GISTEREN, maakProefkluis, richtSchoolIn, RSIN } from '../../../test/portaal-proef.ts'
import { type Database, openDatabase } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { geweigerd, gelukt } from '../../kern/uitkomst.ts'
import type { Beveiligingsvoorval } from '../beveiligingslog.ts'
import type { EhIdentiteit } from '../eherkenning/identiteit.ts'
import { NIVEAUS } from '../eherkenning/niveau.ts'
import { koekjehash } from '../sessie/koekje.ts'
import { zoekSessie } from '../sessie/sessies.ts'
import { beginInlog, type Inlogdeur } from './begin-inlog.ts'
import { identiteit, maakNepaansluiting, type Nepaansluiting } from './fixtures/nepaansluiting.ts'
import { ruimInlogOp } from './opruimen.ts'
import { rondInlogAf } from './rond-inlog-af.ts'

const NU = new Date('2026-11-24T09:00:00.000Z')
let eigen: EigenDatabase
/** Een tweede server: een eigen pool op dezelfde database. */
let tweede: Database
let aansluiting: Nepaansluiting
let voorvallen: Beveiligingsvoorval[]
const kluis = maakProefkluis()

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  tweede = await openDatabase({ url: eigen.url, verbindingen: 8 })
  await richtSchoolIn(eigen.database)
}, 60_000)
afterAll(async () => {
  await tweede.sluit()
  await eigen.weg()
})
beforeEach(async () => {
  await eigen.database.pool.query('delete from sessie; delete from account_rol; delete from eh_account; delete from account; delete from inlogverzoek; delete from gebruikt_bewijs')
  aansluiting = maakNepaansluiting()
  voorvallen = []
})

const deurVan = (database: Database): Inlogdeur => ({ database, kluis, beveiligingslog: (voorval) => voorvallen.push(voorval) })
const tel = async (tabel: string): Promise<number> => Number((await eigen.database.pool.query<{ n: string }>(`select count(*) as n from ${tabel}`)).rows[0]?.n)
const audit = async (handeling: string) => (await eigen.database.pool.query<{ actor: string, gegevens: Record<string, unknown> }>('select actor, gegevens from audit_regel where handeling = $1 order by audit_id', [handeling])).rows

/** Een browser die een inlog begon; `terug` brengt het antwoord met deze naam. */
async function begin({ doel = 'INLOGGEN', sessieHash = null, nu = NU }: { doel?: 'INLOGGEN' | 'OPNIEUW', sessieHash?: Buffer | null, nu?: Date } = {}) {
  const begonnen = await beginInlog(deurVan(eigen.database), aansluiting, { terug: '/studenten?school=31VA', doel, sessieHash, kenmerk: 'BEGIN' }, nu)
  if (!begonnen.ok || begonnen.waarde.stap.soort !== 'ga-naar') throw new Error('niet begonnen')
  const state = new URL(begonnen.waarde.stap.adres).searchParams.get('state') ?? ''
  return { koekje: begonnen.waarde.koekje, state }
}

interface Browser { readonly koekje: string | undefined; readonly state: string }

function rondAf({ koekje, state }: Browser, antwoord: string, anders: { database?: Database, nu?: Date, sessieHash?: Buffer | null } = {}) {
  const adres = new URL(`http://localhost/inloggen/terug?${new URLSearchParams({ state, antwoord }).toString()}`)
  return rondInlogAf(deurVan(anders.database ?? eigen.database), aansluiting, { antwoord: { methode: 'GET', adres, velden: {} }, koekje, sessieHash: anders.sessieHash ?? null, kenmerk: 'TERUG' }, anders.nu ?? NU)
}

async function logIn(wie: EhIdentiteit, keuze: Parameters<typeof begin>[0] = {}, anders: Parameters<typeof rondAf>[2] = {}) {
  const naam = randomBytes(4).toString('hex')
  aansluiting.zeg(naam, gelukt(wie))
  return rondAf(await begin(keuze), naam, anders)
}

const sessieVan = async (waarde: string | null, nu = NU) => zoekSessie(eigen.database, koekjehash(waarde ?? ''), nu)
const waardeVan = (uitkomst: Awaited<ReturnType<typeof logIn>>): string => (uitkomst.ok ? uitkomst.waarde.sessie ?? '' : '')

describe('eenmalig en van deze browser', () => {
  test('A-01: het antwoord op een begonnen inlog geeft een sessie, en brengt naar waar iemand heen wilde', async () => {
    const uitkomst = await logIn(identiteit(NU))
    expect(uitkomst).toEqual(gelukt({ sessie: expect.stringMatching(/^[\w-]{43}$/), terug: '/studenten?school=31VA' }))
    const [regel] = await audit('inloggen')
    expect(regel?.gegevens).toMatchObject({ middel: 'EHERKENNING', niveau: 'EH3', protocol: 'OIDC', kenmerk: 'TERUG' })
  })
  test('A-01: zonder het koekje van deze browser, of met dat van een andere, is een antwoord niets', async () => {
    aansluiting.zeg('goed', gelukt(identiteit(NU)))
    const [mijn, ander] = [await begin(), await begin()]
    for (const browser of [{ ...mijn, koekje: undefined }, { ...mijn, koekje: ander.koekje }, { ...mijn, koekje: 'x'.repeat(43) }]) {
      expect(await rondAf(browser, 'goed')).toEqual(geweigerd({ soort: 'ONVERWACHT', code: 'GEEN-VERZOEK' }))
    }
    expect([aansluiting.gecontroleerd(), await tel('sessie')]).toEqual([0, 0])
    expect((await rondAf(mijn, 'goed')).ok, 'de poging van een ander maakt mijn inlog niet stuk').toBe(true)
  })
  test('A-01, A-09: twintig keer hetzelfde antwoord tegelijk, bij twee servers, geeft precies een sessie', async () => {
    aansluiting.zeg('goed', gelukt(identiteit(NU)))
    const browser = await begin()
    const uitkomsten = await Promise.all(Array.from({ length: 20 }, (_, i) => rondAf(browser, 'goed', { database: i % 2 === 0 ? eigen.database : tweede })))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect([await tel('sessie'), await tel('account'), aansluiting.gecontroleerd()]).toEqual([1, 1, 1])
  })
  test('A-01: een tweede poging met hetzelfde antwoord is er een op niets, ook als de eerste niet lukte', async () => {
    const browser = await begin()
    expect((await rondAf(browser, 'onbekend')).ok).toBe(false)
    aansluiting.zeg('goed', gelukt(identiteit(NU)))
    expect(await rondAf(browser, 'goed')).toEqual(geweigerd({ soort: 'ONVERWACHT', code: 'GEEN-VERZOEK' }))
  })
  test('A-01: na tien minuten is een begonnen inlog verlopen, en het bericht wordt niet meer gelezen', async () => {
    aansluiting.zeg('goed', gelukt(identiteit(NU)))
    const na = (ms: number) => new Date(NU.getTime() + ms)
    expect(await rondAf(await begin(), 'goed', { nu: na(600_000) })).toEqual(geweigerd({ soort: 'VERLOPEN', code: 'VERZOEK-VERLOPEN' }))
    expect(aansluiting.gecontroleerd()).toBe(0)
    expect((await rondAf(await begin(), 'goed', { nu: na(599_999) })).ok).toBe(true)
  })
  test('A-02: een antwoord waar niemand om vroeg wordt geweigerd, en staat in het beveiligingslog', async () => {
    aansluiting.zeg('goed', gelukt(identiteit(NU)))
    expect(await rondAf({ koekje: undefined, state: 'a'.repeat(43) }, 'goed')).toEqual(geweigerd({ soort: 'ONVERWACHT', code: 'GEEN-VERZOEK' }))
    expect(voorvallen).toEqual([{ soort: 'inlog-onverwacht', code: 'GEEN-VERZOEK', kenmerk: 'TERUG' }])
  })
  test('A-09: hetzelfde bewijs in een andere begonnen inlog wordt geweigerd en staat in de audit; twintig tegelijk geven een sessie', async () => {
    const bewijsId = randomBytes(8).toString('hex')
    aansluiting.zeg('bewijs', gelukt(identiteit(NU, { bewijsId })))
    const browsers = await Promise.all(Array.from({ length: 20 }, () => begin()))
    const voor = (await audit('inlogGeweigerd')).length
    const uitkomsten = await Promise.all(browsers.map((browser, i) => rondAf(browser, 'bewijs', { database: i % 2 === 0 ? eigen.database : tweede })))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await tel('sessie')).toBe(1)
    const geweigerden = (await audit('inlogGeweigerd')).slice(voor)
    expect(geweigerden.map(({ gegevens }) => gegevens['soort'])).toEqual(Array.from({ length: 19 }, () => 'HERGEBRUIKT'))
    expect(voorvallen.filter(({ soort }) => soort === 'antwoord-hergebruikt')).toHaveLength(19)
  })
  test('A-09: opruimen wist alleen bewijs dat toch al te oud is', async () => {
    const wie = identiteit(NU)
    await logIn(wie)
    await begin()
    await ruimInlogOp(eigen.database, new Date(NU.getTime() + 299_999))
    expect([await tel('gebruikt_bewijs'), await tel('inlogverzoek')]).toEqual([1, 1])
    await ruimInlogOp(eigen.database, new Date(NU.getTime() + 600_000))
    expect([await tel('gebruikt_bewijs'), await tel('inlogverzoek')]).toEqual([0, 0])
  })
})

describe('wie er binnenkomt', () => {
  test.each(NIVEAUS.slice(0, 3))('K-EH-01, A-10, T-02: %s is te laag: geen sessie, geen account, ook als de aansluiting het vergeet', async (niveau) => {
    expect(await logIn(identiteit(NU, { niveau }))).toEqual(geweigerd({ soort: 'NIVEAU_TE_LAAG', behaald: niveau, code: 'NIVEAU' }))
    expect([await tel('sessie'), await tel('account'), await tel('eh_account')]).toEqual([0, 0, 0])
    expect(voorvallen.at(-1)).toMatchObject({ soort: 'niveau-te-laag' })
  })
  test('A-10: of een account bestaat maakt voor een te laag niveau niets uit', async () => {
    const onbekend = await logIn(identiteit(NU, { niveau: 'EH2' }))
    await logIn(identiteit(NU))
    const bekend = await logIn(identiteit(NU, { niveau: 'EH2' }))
    expect(bekend).toEqual(onbekend)
    expect((await audit('inlogGeweigerd')).at(-1)).toEqual((await audit('inlogGeweigerd')).at(-2))
  })
  test.each(['EH3', 'EH4'] as const)('A-10: %s komt binnen, en staat zo in de sessie', async (niveau) => {
    const uitkomst = await logIn(identiteit(NU, { niveau }))
    expect((await sessieVan(uitkomst.ok ? uitkomst.waarde.sessie : ''))?.aanmelding).toEqual({ middel: 'EHERKENNING', niveau, authnOp: NU.toISOString() })
  })
  test('Z-06: een nieuwe medewerker krijgt een account zonder rol; dezelfde persoon krijgt later hetzelfde, ook met RSIN een ander', async () => {
    const eerste = await logIn(identiteit(NU))
    const sessie = await sessieVan(eerste.ok ? eerste.waarde.sessie : '')
    expect(sessie).toMatchObject({ naam: null, organisatie: { naam: 'Stichting Proef' }, actor: { soort: 'school', rollen: [] } })
    await logIn(identiteit(NU))
    expect(await tel('account')).toBe(1)
    await logIn(identiteit(NU, { legal: { soort: 'RSIN', waarde: RSIN } }))
    expect(await tel('account'), 'het paar is de sleutel').toBe(2)
  })
  test('P-02: het pseudoniem staat nergens leesbaar in de database', async () => {
    await logIn(identiteit(NU))
    const { rows } = await eigen.database.pool.query<{ alles: string }>(`select (select string_agg(e::text, '') from eh_account e) || (select string_agg(s::text, '') from sessie s) || (select string_agg(a::text, '') from audit_regel a) as alles`)
    expect(rows[0]?.alles).not.toContain(identiteit(NU).acting)
    expect((await eigen.database.pool.query<{ kort: string }>('select acting_kort as kort from eh_account')).rows[0]?.kort).toHaveLength(8)
  })
  test('twee eerste inlogs van dezelfde persoon tegelijk maken een account', async () => {
    const uitkomsten = await Promise.all(Array.from({ length: 8 }, (_, i) => logIn(identiteit(NU), {}, { database: i % 2 === 0 ? eigen.database : tweede })))
    expect(uitkomsten.every(({ ok }) => ok)).toBe(true)
    expect([await tel('account'), await tel('eh_account'), await tel('sessie')]).toEqual([1, 1, 8])
  })
  test.each([['een onbekend nummer', '00000999'], ['een nummer dat gisteren ophield (T-25)', KVK_TOT_GISTEREN]])('%s hoort bij niemand: geen account', async (_naam, waarde) => {
    expect(await logIn(identiteit(NU, { legal: { soort: 'KVK', waarde } }))).toEqual(geweigerd({ soort: 'ORGANISATIE_ONBEKEND', code: 'KVK-ONBEKEND' }))
    expect(await tel('account')).toBe(0)
  })
  test('een nummer geldt tot en met zijn laatste dag in Nederland', async () => {
    const laat = new Date('2026-11-23T22:59:59.000Z')
    expect((await logIn(identiteit(laat, { legal: { soort: 'KVK', waarde: KVK_TOT_GISTEREN } }), { nu: laat }, { nu: laat })).ok).toBe(true)
    const vroeg = new Date('2026-11-23T23:00:00.000Z')
    expect((await logIn(identiteit(vroeg, { legal: { soort: 'KVK', waarde: KVK_TOT_GISTEREN } }), { nu: vroeg }, { nu: vroeg })).ok).toBe(false)
  })
  test.each(['GEBLOKKEERD', 'BEEINDIGD'])('een account dat %s is komt er niet in', async (toestand) => {
    await logIn(identiteit(NU))
    await eigen.database.pool.query('update account set toestand = $1', [toestand])
    expect(await logIn(identiteit(NU))).toEqual(geweigerd({ soort: 'ACCOUNT_DICHT', code: toestand }))
  })
  test('A-14, K-EH-11: een intermediair komt er niet in en krijgt geen account, tot het bestuur hem een rol gaf', async () => {
    const wie = () => identiteit(NU, { intermediair: '00000777' })
    const dicht = geweigerd({ soort: 'INTERMEDIAIR', code: 'INTERMEDIAIR' })
    expect(await logIn(wie())).toEqual(dicht)
    expect(await tel('account')).toBe(0)
    await logIn(identiteit(NU))
    await eigen.database.pool.query(`update eh_account set intermediair = '00000777'`)
    await geefRol('beheerder', null, 'TOEKENNING')
    expect(await logIn(wie()), 'een gewone toekenning is niet genoeg').toEqual(dicht)
    await geefRol('raadplegen', '31VA', 'BESTUUR')
    await geefRol('beheerder', null, 'BESTUUR')
    const binnen = await logIn(wie())
    const sessie = await sessieVan(binnen.ok ? binnen.waarde.sessie : '')
    expect(sessie?.actor.rollen).toEqual([{ rol: 'raadplegen', brin: '31VA' }])
    expect(sessie?.actor.isBeheerder).not.toBe(true)
  })
  test('een valse handtekening telt apart in het beveiligingslog (P-07)', async () => {
    expect((await rondAf(await begin(), 'onbekend')).ok).toBe(false)
    expect(voorvallen).toEqual([{ soort: 'handtekening-onjuist', code: 'NEP-HANDTEKENING', kenmerk: 'TERUG' }])
  })
})

describe('een sessie na een andere', () => {
  test('sessie S-02: inloggen geeft een nieuw koekje en de oude sessie eindigt, ook als de browser haar niet meestuurt', async () => {
    const eerste = await logIn(identiteit(NU))
    const oud = koekjehash(waardeVan(eerste))
    const tweedeInlog = await logIn(identiteit(NU), { sessieHash: oud, doel: 'OPNIEUW' })
    expect(tweedeInlog).toMatchObject({ ok: true, waarde: { terug: '/studenten?school=31VA' } })
    expect(await zoekSessie(eigen.database, oud, NU)).toBeUndefined()
    const derde = await logIn(identiteit(NU), {}, { sessieHash: koekjehash(waardeVan(tweedeInlog)) })
    expect(derde.ok).toBe(true)
    expect(await tel('sessie')).toBe(1)
  })
  test('sessie S-03: wie opnieuw moet inloggen en een ander blijkt, komt niet op de bladzijde van de eerste', async () => {
    const eerste = await logIn(identiteit(NU))
    const uitkomst = await logIn(identiteit(NU, { acting: 'pseudoniem-van-een-ander@0022' }), { sessieHash: koekjehash(waardeVan(eerste)), doel: 'OPNIEUW' })
    expect(uitkomst).toMatchObject({ ok: true, waarde: { terug: '/' } })
    expect(await tel('sessie'), 'de eerste is uitgelogd').toBe(1)
  })
})

async function geefRol(rol: string, brin: string | null, bron: string): Promise<void> {
  await eigen.database.pool.query(`insert into account_rol (account_rol_id, account_id, rol, brin, geldig_van, bron, toegekend_door, toegekend_op)
    select gen_random_uuid(), account_id, $1, $2, $4::timestamptz, $3, 'proef', $4::timestamptz from account`, [rol, brin, bron, '2026-01-01T00:00:00.000Z' as Moment])
}
