/** Aanvallen op twee serverprocessen tegelijk: wat in het geheugen van de ene server staat, kan de andere niet weten. Alles moet dus uit de database komen. */
import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { importPKCS8, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Moment } from '../../src/kern/datum.ts'
import { datumInNederland } from '../../src/kern/datum.ts'
import { leesMedewerkers } from '../../src/makelaar/index.ts'
import { accountIdVan, MEDEWERKERS_BESTAND } from '../../src/server/wereld-medewerkers.ts'
import { type Actiecontext, type Actor, geefMandaat, type Kluis, registreerMachine, systeemactor, trekMandaatIn } from '../../src/toegang/index.ts'
import { codeOp, leesCodegenerator } from '../../src/toegang/overstap/tokenmiddel.ts'
import { maakAccount } from '../account-proef.ts'
import { formulierbewijs, logAccountIn } from '../inloggen.ts'
import { clientVan, JWT_BEARER } from '../machineproef.ts'
import type { Proefproces } from '../serverproces.ts'
import { LEVERANCIER_OIN, startTweeServers, type Tweeservers } from './twee-servers.ts'

let twee: Tweeservers
beforeAll(async () => {
  twee = await startTweeServers()
  await sql(`update instelling_overstap set open_van = '2020-01-01', token_tot_en_met = '2099-12-31', coulance_tot_en_met = null`)
}, 120_000)
afterAll(() => twee.weg())

async function sql<T extends object>(opdracht: string, waarden: readonly unknown[] = []): Promise<readonly T[]> {
  return (await twee.eigen.database.pool.query<T>(opdracht, [...waarden])).rows
}
const sessies = async (): Promise<number> => (await sql<{ n: number }>('select count(*)::int as n from sessie'))[0]?.n ?? -1
const omEnOm = (i: number): Proefproces => (i % 2 === 0 ? twee.a : twee.b)
const tegelijk = <T>(aantal: number, doe: (server: Proefproces, i: number) => Promise<T>): Promise<readonly T[]> => Promise.all(Array.from({ length: aantal }, (_, i) => doe(omEnOm(i), i)))
const logIn = (medewerker: string): Promise<string> => logAccountIn(twee.eigen.database, accountIdVan(medewerker))
const studenten = (server: Proefproces, cookie: string) => twee.vraag(server, { pad: '/studenten', cookie })
const csrfVan = async (server: Proefproces, cookie: string, pad = '/regels'): Promise<string> => formulierbewijs((await twee.vraag(server, { pad, cookie })).inhoud)

describe('een antwoord van de makelaar', { timeout: 60_000 }, () => {
  it('A-01, A-09: dertig keer tegelijk hetzelfde goede antwoord, verdeeld over twee processen, geeft precies een sessie', async () => {
    const { antwoordpad, koekje } = await twee.begin(twee.a, 'lindemeer-administratie')
    const voor = await sessies()
    const antwoorden = await tegelijk(30, (server) => twee.vraag(server, { pad: antwoordpad, cookie: koekje }))
    const gelukt = antwoorden.filter(({ status }) => status === 303)
    expect(gelukt).toHaveLength(1)
    expect(antwoorden.filter(({ status }) => status >= 400 && status < 500)).toHaveLength(29)
    expect(await sessies()).toBe(voor + 1)
    for (const server of [twee.a, twee.b]) expect((await studenten(server, gelukt[0]?.koekje ?? '')).status).toBe(200)
  })
  it('A-01, A-09: wat bij het ene proces is gebruikt, weigert het andere, ook onder een nieuw begonnen inlog', async () => {
    const { antwoordpad, koekje } = await twee.begin(twee.a, 'lindemeer-administratie')
    // Beginnen bij de ene server en terugkomen bij de andere werkt gewoon.
    expect((await twee.vraag(twee.b, { pad: antwoordpad, cookie: koekje })).status).toBe(303)
    const voor = await sessies()
    expect((await twee.vraag(twee.a, { pad: antwoordpad, cookie: koekje })).status).toBeGreaterThanOrEqual(400)
    const volgende = await twee.begin(twee.a, 'lindemeer-administratie')
    const geknipt = new URL(volgende.antwoordpad, twee.basisUrl)
    geknipt.searchParams.set('code', new URL(antwoordpad, twee.basisUrl).searchParams.get('code') ?? '')
    expect((await twee.vraag(twee.b, { pad: `${geknipt.pathname}${geknipt.search}`, cookie: volgende.koekje })).status).toBeGreaterThanOrEqual(400)
    expect(await sessies()).toBe(voor)
  })
})

describe('wie zijn toegang kwijt is', { timeout: 60_000 }, () => {
  it('sessie S-04, sessie S-05: uitloggen bij het ene proces telt bij het volgende verzoek aan het andere', async () => {
    const cookie = await logIn('lindemeer-administratie')
    expect((await studenten(twee.b, cookie)).status).toBe(200)
    expect((await twee.vraag(twee.a, { pad: '/uitloggen', cookie, velden: { csrf: await csrfVan(twee.a, cookie) } })).status).toBe(303)
    expect((await studenten(twee.b, cookie)).naar).toMatch(/^\/inloggen\?/)
  })
  it('Z-03, sessie S-05: een rol die bij het ene proces is ingetrokken, werkt bij het andere niet meer', async () => {
    const [beheerder, cookie, id] = [await logIn('lindemeer-beheerder'), await logIn('lindemeer-administratie'), accountIdVan('lindemeer-administratie')]
    expect((await studenten(twee.b, cookie)).status).toBe(200)
    const csrf = await csrfVan(twee.a, beheerder)
    for (const { account_rol_id } of await sql<{ account_rol_id: string }>('select account_rol_id from account_rol where account_id = $1', [id])) {
      const ingetrokken = await twee.vraag(twee.a, { pad: `/beheer/gebruikers/${id}/rollen/${account_rol_id}`, cookie: beheerder, velden: { csrf, doe: 'intrekken', reden: 'andere functie' } })
      expect(ingetrokken.status).toBe(303)
    }
    expect((await studenten(twee.b, cookie)).status).toBe(404)
  })
  it('T-32, sessie S-05: een account dat bij het ene proces is geblokkeerd, is bij het andere uitgelogd', async () => {
    const [beheerder, cookie, id] = [await logIn('lindemeer-beheerder'), await logIn('lindemeer-verzuim'), accountIdVan('lindemeer-verzuim')]
    expect((await studenten(twee.b, cookie)).status).toBe(200)
    expect((await twee.vraag(twee.a, { pad: `/beheer/gebruikers/${id}/stand`, cookie: beheerder, velden: { csrf: await csrfVan(twee.a, beheerder), doe: 'blokkeer', reden: 'gestolen telefoon' } })).status).toBe(303)
    expect((await studenten(twee.b, cookie)).naar).toMatch(/^\/inloggen\?/)
  })
})

describe('het oude middel', { timeout: 60_000 }, () => {
  it('T-05, T-10: vijftig tegelijk op een oud account, verdeeld over twee processen: precies een wint', async () => {
    const [oud] = await sql<{ account_id: string; organisatie_id: string }>(`select account_id, organisatie_id from account join token_account using (account_id) where gebruikersnaam = 'myilmaz'`)
    const nu = new Date().toISOString() as Moment
    const mensen = await Promise.all(Array.from({ length: 50 }, async () => {
      const accountId = await maakAccount(twee.eigen.database, { naam: null, toestand: 'NIEUW' }, oud?.organisatie_id ?? '', () => Promise.reject(new Error('geen naam')), nu)
      return { accountId, cookie: await logAccountIn(twee.eigen.database, accountId) }
    }))
    // Van dezelfde organisatie als het oude account (T-04).
    await sql(`update eh_account set legal_waarde = '00000501' where account_id = any($1)`, [mensen.map(({ accountId }) => accountId)])
    const begonnen = await Promise.all(mensen.map(async ({ cookie }, i) => {
      const csrf = await csrfVan(omEnOm(i), cookie)
      return { cookie, csrf, begin: (await twee.vraag(omEnOm(i), { pad: '/overstap/begin', cookie, velden: { csrf } })).status }
    }))
    expect(begonnen.filter(({ begin }) => begin === 303)).toHaveLength(50)
    // Het bewijs zelf vraagt vijftig codes na elkaar; de wedloop gaat over de bevestiging.
    await sql('update koppelpoging set oud_account_id = $1, bewezen_op = gestart_op', [oud?.account_id])
    const uitkomsten = await tegelijk(50, (server, i) => twee.vraag(server, { pad: '/overstap/bevestig', cookie: begonnen[i]?.cookie ?? '', velden: { csrf: begonnen[i]?.csrf ?? '' } }))
    expect(uitkomsten.filter(({ status, naar }) => status === 303 && naar === '/overstap/klaar')).toHaveLength(1)
    expect(uitkomsten.filter(({ status }) => status >= 400 && status < 500)).toHaveLength(49)
    const winnaar = mensen[uitkomsten.findIndex(({ status }) => status === 303)]?.accountId
    expect(await sql('select distinct account_id from account_rol where bron_sleutel = $1', [oud?.account_id])).toEqual([{ account_id: winnaar }])
  })
  it('T-12: een code van het token die bij het ene proces is gebruikt, werkt bij het andere niet', async () => {
    const velden = tokenVan('veldhoorn-overstapper')
    expect((await twee.vraag(twee.a, { pad: '/inloggen/token', velden })).status).toBe(303)
    const voor = await sessies()
    expect((await twee.vraag(twee.b, { pad: '/inloggen/token', velden })).status).toBe(403)
    expect(await sessies()).toBe(voor)
  })
})

function tokenVan(id: string): { readonly gebruikersnaam: string; readonly wachtwoord: string; readonly code: string } {
  const token = leesMedewerkers(MEDEWERKERS_BESTAND).find((een) => een.id === id)?.token
  const generator = leesCodegenerator(token?.totp ?? '')
  if (token === undefined || generator === undefined) throw new Error(`${id} heeft geen token`)
  return { gebruikersnaam: token.gebruikersnaam, wachtwoord: token.wachtwoord, code: codeOp(generator, new Date()) }
}

describe('een systeem van een leverancier', { timeout: 60_000 }, () => {
  let clientId = ''
  let mandaatId = ''
  let beheerder: Actor
  beforeAll(async () => { ({ clientId, mandaatId, beheerder } = await maakLeverancier()) })
  it('M-04: dezelfde client assertion bij twee processen tegelijk geeft precies een token', async () => {
    const client_assertion = await assertieVan(clientId)
    const antwoorden = await tegelijk(12, (server) => vraagToken(server, client_assertion))
    expect(antwoorden.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(antwoorden.filter(({ status }) => status === 401)).toHaveLength(11)
    expect((await vraagToken(twee.b, client_assertion)).status).toBe(401)
    expect((await vraagToken(twee.b, await assertieVan(clientId))).status).toBe(200)
  })
  it('M-02: een mandaat dat is ingetrokken werkt bij het volgende verzoek aan elk proces niet meer', async () => {
    const { access_token } = JSON.parse((await vraagToken(twee.a, await assertieVan(clientId))).inhoud) as { readonly access_token: string }
    const bel = async (server: Proefproces): Promise<number> => (await twee.vraag(server, { pad: '/v1/deelnemers', koppen: { authorization: `Bearer ${access_token}`, accept: 'application/json' } })).status
    expect([await bel(twee.a), await bel(twee.b)]).toEqual([200, 200])
    const ingetrokken = await trekMandaatIn(twee.eigen.database, ctx(beheerder), mandaatId)
    expect(ingetrokken.ok).toBe(true)
    expect([await bel(twee.b), await bel(twee.a)]).toEqual([401, 401])
  })
})

const ctx = (actor: Actor): Actiecontext => ({ actor, nu: new Date().toISOString() as Moment, kluis: undefined as unknown as Kluis })

async function maakLeverancier(): Promise<{ readonly clientId: string; readonly mandaatId: string; readonly beheerder: Actor }> {
  const { database } = twee.eigen
  const [bestuur] = await sql<{ organisatie_id: string }>('select organisatie_id from account where account_id = $1', [accountIdVan('lindemeer-beheerder')])
  const organisatieId = bestuur?.organisatie_id ?? ''
  const beheerder: Actor = { id: 'beheerder', soort: 'school', rollen: [], organisatieId, isBeheerder: true }
  const machine = await registreerMachine(database, ctx(systeemactor('proef')), { naam: 'SIS', oin: LEVERANCIER_OIN, methode: 'private_key_jwt', jwks: JSON.parse(clientVan(twee.pki, 'sis').jwks) as unknown, vingerafdrukken: [] }, false)
  const mandaat = await geefMandaat(database, ctx(beheerder), { leverancierOin: LEVERANCIER_OIN, organisatieId, scopes: ['bron:lezen'], geldigVan: datumInNederland(new Date()), geldigTotEnMet: null })
  if (!machine.ok || !mandaat.ok) throw new Error(JSON.stringify([machine, mandaat]))
  return { clientId: machine.waarde.clientId, mandaatId: mandaat.waarde.mandaatId, beheerder }
}

async function assertieVan(clientId: string): Promise<string> {
  const { certificaat, sleutel } = clientVan(twee.pki, 'sis')
  const kid = createHash('sha256').update(new X509Certificate(certificaat).raw).digest('hex').slice(0, 16)
  const nu = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: clientId, sub: clientId, aud: `${twee.basisUrl}/oauth/token`, jti: randomBytes(24).toString('base64url'), iat: nu, exp: nu + 60 }).setProtectedHeader({ alg: 'ES256', kid }).sign(await importPKCS8(sleutel, 'ES256'))
}

const vraagToken = (server: Proefproces, client_assertion: string) => twee.vraag(server, { pad: '/oauth/token', velden: { grant_type: 'client_credentials', client_assertion_type: JWT_BEARER, client_assertion }, koppen: { accept: 'application/json' } })
