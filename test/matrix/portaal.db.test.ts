/**
 * De matrix van rechten voor het portaal (S-87): elke bladzijde en elk formulier, voor iedereen, op het eigen, een vreemd en een
 * ontbrekend object, met echte sessies. De verwachting komt uit de opgegeven toegang en de tabel in wie.ts, niet uit mag().
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Moment, momentVan } from '../../src/kern/datum.ts'
import type { Portaalroute } from '../../src/portal/kader/route.ts'
import { bladzijden, type PortaalInstelling } from '../../src/portal/routes.ts'
import { routes as operaties } from '../../src/rest/index.ts'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { maakAccount } from '../account-proef.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { formulierbewijs, logAccountIn } from '../inloggen.ts'
import { heeftRecht, IEDEREEN, type Iemand, NU } from './wie.ts'


// Duizenden verzoeken in een toets: op een drukke machine duurt dat langer dan de gewone grens.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** Alleen de gegevens van de routes; verwerken doet de echte server. */
const ROUTES = bladzijden({ bron: {} } as unknown as PortaalInstelling)

interface Ingelogd { readonly koekje: string; readonly bewijs: string }
type Welk = 'eigen' | 'vreemd' | 'ontbreekt'
interface Uit { readonly status: number; readonly html: string; readonly naar: string }

let server: HeleServer
let cellen = 0
const sessies = new Map<string, Ingelogd>()
const objecten: Record<Welk, Record<string, string>> = { eigen: {}, vreemd: {}, ontbreekt: {} }

beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
  const { rows } = await server.eigen.database.pool.query<{ id: string; soort: string; naam: string }>(`select organisatie_id as id, soort, naam from organisatie`)
  const organisatie = (zoek: (rij: { soort: string; naam: string }) => boolean): string => rows.find(zoek)?.id ?? ''
  const [eigen, vreemd, duo] = [organisatie(({ naam }) => naam === 'Stichting ROC Lindemeer'), organisatie(({ naam }) => naam === 'Stichting Veldhoorn'), organisatie(({ soort }) => soort === 'DUO')]
  for (const iemand of IEDEREEN) sessies.set(iemand.naam, await logIn(iemand, isVanDuo(iemand) ? duo : eigen))
  const los = () => ({ rolId: randomUUID(), meldingId: randomUUID(), voorstelId: randomUUID(), mandaatId: randomUUID(), clientId: randomUUID(), signaalId: randomUUID(), conceptId: randomUUID(), stap: 'student', code: randomUUID(), controleId: randomUUID(), aanleveringId: randomUUID() })
  const student = async (welke: string): Promise<string> => (await server.eigen.database.pool.query<{ id: string }>(`select deelnemer_id as id from deelnemer_school group by 1 having ${welke} limit 1`)).rows[0]?.id ?? ''
  const [mijn, ander] = [await student(`bool_or(brin = '21MB')`), await student(`not bool_or(brin in ('11VA', '12VB', '21MB'))`)]
  if (mijn === '' || ander === '') throw new Error('de verzonnen regio heeft geen eigen en vreemde student')
  const signaal = async (brin: string): Promise<string> => (await server.eigen.database.pool.query<{ id: string }>(`select signaal_id as id from signaal where brin = $1 limit 1`, [brin])).rows[0]?.id ?? randomUUID()
  objecten.eigen = { ...los(), signaalId: await signaal('21MB'), id: mijn, accountId: accountIdVan('lindemeer-verzuim'), organisatieId: eigen, brin: '21MB' }
  objecten.vreemd = { ...los(), signaalId: await signaal('13VC'), id: ander, accountId: accountIdVan('veldhoorn-administratie'), organisatieId: vreemd, brin: '11VA' }
  objecten.ontbreekt = { ...los(), id: randomUUID(), accountId: randomUUID(), organisatieId: randomUUID(), brin: '99ZZ' }
}, 60_000)
afterAll(async () => {
  process.stdout.write(`matrix van het portaal: ${cellen} cellen, ${ROUTES.length} bladzijden en formulieren, ${IEDEREEN.length + 1} soorten bezoekers\n`)
  await server.weg()
})

test('Z-01: elke bladzijde noemt haar toegang, en de matrix kent elk recht', () => {
  expect(ROUTES.length).toBeGreaterThan(25)
  for (const { toegang, pad } of ROUTES) {
    expect(toegang, pad).toBeTypeOf('string')
    if (!isAlgemeen(toegang)) expect(() => IEDEREEN.map((iemand) => heeftRecht(iemand, toegang)), pad).not.toThrow()
  }
})

test('Z-01: de server kent geen adres dat niet als bladzijde is opgegeven, behalve de korte lijst van wat voor iedereen is', () => {
  const opgegeven = new Set([...ROUTES.map(({ methode, pad }) => `${methode} ${pad}`), ...operaties.map(({ methode, pad }) => `${methode} /v1${pad.replaceAll(/\{(\w+)\}/g, ':$1')}`)])
  const gevonden = leesAdressen(server.app.printRoutes({ commonPrefix: false }))
  expect(gevonden.length).toBeGreaterThan(ROUTES.length - 1)
  expect(gevonden.filter((adres) => !opgegeven.has(adres) && !VOOR_IEDEREEN.has(adres))).toEqual([])
})

test('Z-01, S-87: zonder sessie leidt elke bladzijde die niet openbaar is naar het inloggen', async () => {
  const fouten: string[] = []
  for (const route of ROUTES.filter(({ toegang }) => toegang !== 'openbaar')) {
    const { status, naar } = await roep(route, null, 'eigen')
    if (status !== 303 || !naar.startsWith('/inloggen')) fouten.push(`${route.methode} ${route.pad}: ${status} ${naar}`)
  }
  expect(fouten).toEqual([])
})

test('Z-01, Z-03, Z-06, S-87: wie het recht niet heeft krijgt dezelfde 404 als bij een bladzijde die niet bestaat; wie het heeft niet', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const iemand of IEDEREEN) {
    const nergens = await vraag('GET', '/bestaat-echt-niet', sessies.get(iemand.naam) ?? null)
    for (const route of ROUTES.filter(({ toegang }) => !isAlgemeen(toegang))) {
      const mag = heeftRecht(iemand, route.toegang)
      if (mag && (route.methode === 'POST' || route.pad.includes(':'))) continue
      const { status, html } = await roep(route, iemand, 'eigen')
      if (mag ? status === 404 || status >= 500 : status !== 404 || html !== nergens.html) fouten.push(`${iemand.naam}: ${route.methode} ${route.pad} ${status}`)
    }
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('Z-02, S-87: een vreemd object en een object dat er niet is geven letterlijk dezelfde bladzijde, en er verandert niets', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const iemand of IEDEREEN.filter((kandidaat) => !isVanDuo(kandidaat))) {
    for (const route of ROUTES.filter(({ pad, toegang }) => /:(accountId|organisatieId|brin|id|signaalId)\b/.test(pad) && (isAlgemeen(toegang) || heeftRecht(iemand, toegang)))) {
      const [vreemd, ontbreekt] = [await roep(route, iemand, 'vreemd'), await roep(route, iemand, 'ontbreekt')]
      if (vreemd.status < 400 || vreemd.status >= 500 || vreemd.status !== ontbreekt.status || vreemd.html !== ontbreekt.html) fouten.push(`${iemand.naam}: ${route.methode} ${route.pad} ${vreemd.status} / ${ontbreekt.status}`)
    }
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('Z-02, S-87: de beheerder ziet een account van de eigen organisatie, DUO van elke organisatie', async () => {
  const route = ROUTES.find(({ methode, pad }) => methode === 'GET' && pad === '/beheer/gebruikers/:accountId')
  if (route === undefined) throw new Error('de bladzijde van een gebruiker is weg')
  for (const iemand of IEDEREEN.filter((kandidaat) => heeftRecht(kandidaat, 'account:beheren'))) {
    expect([iemand.naam, (await roep(route, iemand, 'eigen')).status, (await roep(route, iemand, 'vreemd')).status]).toEqual([iemand.naam, 200, isVanDuo(iemand) ? 200 : 404])
  }
})

test('sessie S-04, S-87: geen enkel formulier werkt zonder het bewijs van de sessie', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const route of ROUTES.filter(({ methode, vanBuiten }) => methode === 'POST' && vanBuiten !== true)) {
    for (const iemand of IEDEREEN.filter((kandidaat) => isAlgemeen(route.toegang) || heeftRecht(kandidaat, route.toegang))) {
      const sessie = sessies.get(iemand.naam)
      const { status } = await roep(route, iemand, 'eigen', { koekje: sessie?.koekje ?? '', bewijs: 'verzonnen' })
      if (status !== 403) fouten.push(`${iemand.naam}: ${route.pad} ${status}`)
    }
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('sessie S-03, S-87: wat een verse inlog vraagt leidt na tien minuten eerst naar opnieuw inloggen', async () => {
  const fouten: string[] = []
  const oud = momentVan(Date.now() - 11 * 60_000)
  for (const iemand of IEDEREEN.filter(({ naam }) => naam === 'beheerder' || naam === 'duo-behandelaar')) {
    const sessie = await logIn(iemand, iemand.naam === 'beheerder' ? objecten.eigen['organisatieId'] ?? '' : await duoOrganisatie(), oud)
    for (const route of ROUTES.filter(({ vers, toegang }) => vers === true && !isAlgemeen(toegang) && heeftRecht(iemand, toegang))) {
      const { status, naar } = await roep(route, iemand, 'eigen', sessie)
      if (status !== 303 || !naar.includes('reden=opnieuw')) fouten.push(`${iemand.naam}: ${route.pad} ${status} ${naar}`)
    }
  }
  expect(fouten).toEqual([])
})

/** Met opzet zonder recht: de gezondheid van de server, de stijl (`*`), het in- en uitloggen zelf, en wat een systeem vooraf moet weten. */
const VOOR_IEDEREEN: ReadonlySet<string> = new Set([
  'GET /', 'GET /metrics', 'GET /healthz', 'GET /readyz', 'GET /*', 'GET /inloggen', 'GET /inloggen/start', 'GET /inloggen/terug', 'POST /inloggen/terug', 'GET /inloggen/token', 'POST /inloggen/token',
  'GET /inloggen/metadata', 'GET /taal/:taal', 'GET /.well-known/security.txt', 'GET /geen-rol', 'POST /uitloggen',
  // De uitleg van het koppelvlak, en waar een systeem zijn token haalt.
  'GET /v1/openapi.json', 'GET /v1/docs', 'GET /v1/problemen', 'GET /v1/problemen/:code', 'POST /oauth/token', 'GET /oauth/jwks.json', 'GET /.well-known/oauth-authorization-server',
])

/** De boom die Fastify van zijn adressen tekent, als lijst van methode en pad. */
function leesAdressen(boom: string): readonly string[] {
  const boven: string[] = []
  return boom.split('\n').flatMap((regel) => {
    const [, inspringing = '', stuk = '', methoden = ''] = /^([│ ]*)[├└]── (\S+) \((.*)\)$/.exec(regel) ?? []
    if (stuk === '') return []
    const diepte = inspringing.length / 4
    const pad = `${boven[diepte - 1] ?? ''}${stuk}`
    boven.splice(diepte, boven.length, pad)
    return methoden.split(', ').filter((methode) => methode !== 'HEAD').map((methode) => `${methode} ${pad}`)
  })
}

function isAlgemeen(toegang: Portaalroute['toegang']): boolean {
  return toegang === 'openbaar' || toegang === 'aangemeld'
}

/** Rollen van DUO horen bij accounts van DUO. */
function isVanDuo({ rijen }: Iemand): boolean {
  return rijen.length > 0 && rijen.every(({ rol }) => rol.startsWith('duo-') || rol === 'auditor')
}

async function duoOrganisatie(): Promise<string> {
  return (await server.eigen.database.pool.query<{ id: string }>(`select organisatie_id as id from organisatie where soort = 'DUO'`)).rows[0]?.id ?? ''
}

async function logIn(iemand: Iemand, organisatieId: string, authnOp?: Moment): Promise<Ingelogd> {
  const rollen = iemand.rijen.map(({ rol, brin, vestiging, geldig_van, geldig_voor }) => ({
    rol, ...(brin === null ? {} : { brin }), ...(vestiging === null ? {} : { vestiging }),
    van: (geldig_van > NU ? '2099-01-01T00:00:00.000Z' : '2020-01-01T00:00:00.000Z') as Moment, ...(geldig_voor === null ? {} : { voor: '2020-02-01T00:00:00.000Z' as Moment }),
  }))
  const { database } = server.eigen
  const accountId = await maakAccount(database, { organisatieId, naam: null, rollen, ...(iemand.beperking?.intermediair === true ? { intermediair: '99000022' } : {}) }, organisatieId, () => Promise.resolve(''), '2020-01-01T00:00:00.000Z' as Moment)
  if (iemand.rijen.some(({ ingetrokken_op }) => ingetrokken_op !== null)) await database.pool.query(`update account_rol set ingetrokken_op = now(), ingetrokken_door = 'x', reden_intrekking = 'x' where account_id = $1`, [accountId])
  const koekje = await logAccountIn(database, accountId, {
    ...(authnOp === undefined ? {} : { authnOp }), ...(iemand.beperking?.vestiging === 'ONBEKEND' ? { vestigingsnummer: '000000000000' } : {}), ...(iemand.beperking?.intermediair === true ? { intermediair: '99000022' } : {}),
  })
  return { koekje, bewijs: formulierbewijs((await server.app.inject({ url: '/regels', headers: { cookie: koekje, host: '127.0.0.1' } })).body) }
}

function roep(route: Portaalroute, iemand: Iemand | null, welk: Welk, sessie: Ingelogd | null = iemand === null ? null : sessies.get(iemand.naam) ?? null): Promise<Uit> {
  const pad = route.pad.replaceAll(/:(\w+)/g, (_, naam: string) => objecten[welk][naam] ?? randomUUID())
  return vraag(route.methode, pad, sessie)
}

async function vraag(methode: 'GET' | 'POST', pad: string, sessie: Ingelogd | null): Promise<Uit> {
  cellen += 1
  const uit = await server.app.inject({
    method: methode, url: pad, headers: { host: '127.0.0.1', ...(sessie === null ? {} : { cookie: sessie.koekje }), ...(methode === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1' } : {}) },
    ...(methode === 'POST' ? { payload: new URLSearchParams({ csrf: sessie?.bewijs ?? '', reden: 'Matrix.', doe: 'blokkeer', rol: 'verzuim', brin: '21MB' }).toString() } : {}),
  })
  return { status: uit.statusCode, html: uit.body, naar: String(uit.headers.location ?? '') }
}

/** Alles wat een formulier van het portaal zou kunnen veranderen. */
async function afdruk(): Promise<unknown> {
  const { rows } = await server.eigen.database.pool.query(`select (select count(*) from account_rol) as rollen, (select count(*) from account_rol where ingetrokken_op is not null) as weg, (select count(*) from vier_ogen) as voorstellen,
    (select string_agg(toestand, ',' order by account_id) from account) as toestanden, (select count(*) from medewerker) as medewerkers, (select count(*) from uitnodiging) as uitnodigingen, (select count(*) from mandaat) as mandaten,
    (select count(*) from overstap_herinnering) as herinneringen, (select count(*) from rolbeoordeling) as beoordelingen,
    (select count(*) from rio_aangeboden_opleiding) as aanbod, (select count(*) from samenwerkingsovereenkomst) as overeenkomsten, (select count(*) from samenwerkingsovereenkomst_bevestiging) as bevestigingen, (select count(*) from interne_regeling) as regelingen, (select count(*) from afspraakbeheer) as afspraakbeheer, (select count(*) from controle) as controles, (select count(*) from aanlevering) as leveringen, (select count(*) from herkoppeling) as wissels`)
  return rows
}
