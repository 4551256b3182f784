/** Een autorisatieserver met REST-deur op een echte database: twee besturen, een leverancier met een certificaat, en de machinepoort. */
import { createHash, randomBytes, randomUUID, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpsVraag } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { importPKCS8, SignJWT } from 'jose'
import { Type } from 'typebox'
import type { Database } from '../src/database/index.ts'
import { datum, datumInNederland, momentVan } from '../src/kern/datum.ts'
import { maakPogingen, registreerRest, type Route, type Verbindingslezer } from '../src/rest/index.ts'
import { maakRest } from '../src/server/rest.ts'
import { maakMachinedeur } from '../src/server/tls.ts'
import { type Actiecontext, type Actor, geefMandaat, type Kluis, maakProefpki, type NieuweMachine, type NieuwMandaat, type Proefpki, registreerMachine, registreerOrganisatie, type Scope, systeemactor } from '../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from './eigen-database.ts'

export const OIN = { een: '00000099000000010000', twee: '00000099000000020000' } as const
export const BASIS = 'https://leerroute.example'
export const EINDPUNT = `${BASIS}/oauth/token`
const VAN = datum('2018-08-01')
const ECHO_RECHTEN = ['deelnemer:lezen', 'inschrijving:schrijven', 'aanbod:schrijven', 'verzuim:schrijven', 'organisatie:schrijven', 'bestand:ophalen', 'aangemeld'] as const

export interface Machineproef {
  readonly eigen: EigenDatabase
  readonly database: Database
  readonly pki: Proefpki
  readonly map: string
  readonly org: { readonly bestuur: string; readonly ander: string }
  readonly klok: { ms: number }
  /** Twee servers op dezelfde database, zoals twee processen. */
  readonly servers: readonly [Proefserver, Proefserver]
  maakClient(anders?: Partial<NieuweMachine>): Promise<string>
  geef(anders?: Partial<NieuwMandaat>): Promise<string>
  ctx(actor?: Actor): Actiecontext
  weg(): Promise<void>
}

export interface Proefserver {
  readonly app: FastifyInstance
  readonly lezer: Verbindingslezer
  readonly gemeld: string[]
  poort(): number
}

/** @param begin de klok van de servers; de handdruk van TLS kijkt naar de echte klok, een test daarmee dus ook. */
export async function maakMachineproef({ limietPerMinuut = 0, proxyAdressen = [] as readonly string[], begin = new Date('2026-11-24T10:00:00.000Z') } = {}): Promise<Machineproef> {
  const eigen = await maakEigenDatabase()
  const map = mkdtempSync(join(tmpdir(), 'machineproef-'))
  const klok = { ms: begin.getTime() }
  const pki = await maakProefpki(new Date(klok.ms), ['localhost', '127.0.0.1'], [
    { naam: 'een', oin: OIN.een }, { naam: 'een-tweede', oin: OIN.een }, { naam: 'twee', oin: OIN.twee }, { naam: 'ingetrokken', oin: OIN.een, ingetrokken: true },
    { naam: 'verlopen', oin: OIN.een, anders: 'verlopen' }, { naam: 'doel', oin: OIN.een, anders: 'doel-server' }, { naam: 'zonder', oin: OIN.een, anders: 'zonder-oin' },
  ])
  for (const [naam, inhoud] of [['ca.pem', pki.wortel + pki.uitgever], ['crl.pem', pki.lijsten], ['server.pem', pki.server.certificaat + pki.uitgever], ['server.key', pki.server.sleutel]] as const) writeFileSync(join(map, naam), inhoud)
  const ctx = (actor: Actor = systeemactor('proef')): Actiecontext => ({ actor, nu: momentVan(klok.ms), kluis: undefined as unknown as Kluis })
  const org = await maakOrganisaties(eigen.database, ctx)
  const maakServer = (): Promise<Proefserver> => startServer(eigen.database, map, klok, limietPerMinuut, proxyAdressen)
  const servers = [await maakServer(), await maakServer()] as const
  const beheerder: Actor = { id: 'beheerder', soort: 'school', rollen: [], organisatieId: org.bestuur, isBeheerder: true }
  return {
    eigen, database: eigen.database, pki, map, org, klok, servers, ctx,
    maakClient: async (anders = {}) => {
      const uit = await registreerMachine(eigen.database, ctx(), { naam: 'SIS Een', oin: OIN.een, methode: 'private_key_jwt', ...(anders.methode === 'tls_client_auth' || anders.jwksUri !== undefined ? {} : { jwks: JSON.parse(clientVan(pki, 'een').jwks) as unknown }), vingerafdrukken: [], ...anders }, false)
      if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
      return uit.waarde.clientId
    },
    geef: async (anders = {}) => {
      const uit = await geefMandaat(eigen.database, ctx({ ...beheerder, organisatieId: anders.organisatieId ?? org.bestuur }), { leverancierOin: OIN.een, organisatieId: org.bestuur, scopes: ['bron:lezen', 'bron:mbo:inschrijven'], geldigVan: datumInNederland(new Date(klok.ms)), geldigTotEnMet: null, ...anders })
      if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
      return uit.waarde.mandaatId
    },
    weg: async () => {
      await Promise.all(servers.map(({ app }) => app.close()))
      rmSync(map, { recursive: true })
      await eigen.weg()
    },
  }
}

/** Bestuur 50001 heeft een mbo en een vo-school; bestuur 40001 een vo-school. */
async function maakOrganisaties(database: Database, ctx: () => Actiecontext): Promise<{ readonly bestuur: string; readonly ander: string }> {
  const maak = async (bericht: Parameters<typeof registreerOrganisatie>[2]): Promise<void> => {
    const uit = await registreerOrganisatie(database, ctx(), bericht)
    if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  }
  for (const [nummer, naam] of [['50001', 'Bestuur Lindemeer'], ['40001', 'Ander bestuur']] as const) await maak({ soort: 'BEVOEGD_GEZAG', naam, identificaties: [{ soort: 'BESTUURSNUMMER', waarde: nummer, geldigVan: VAN }] })
  for (const [brin, gezag, code, sector] of [['21MB', '50001', '201A001', 'MBO'], ['11VA', '50001', '101A001', 'VO'], ['12VB', '40001', '102A001', 'VO']] as const) {
    await maak({ soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }], bevoegdGezag: [{ bestuursnummer: gezag, geldigVan: VAN }], onderwijsaanbieders: [{ code, sector, geldigVan: VAN }] })
  }
  const id = async (nummer: string): Promise<string> => (await database.pool.query<{ organisatie_id: string }>('select organisatie_id from organisatie_identificatie where soort = \'BESTUURSNUMMER\' and waarde = $1', [nummer])).rows[0]?.organisatie_id ?? ''
  return { bestuur: await id('50001'), ander: await id('40001') }
}

/** Elke route zegt wie er belt: `/v1/echo/<recht>`. */
const ECHO: readonly Route[] = ECHO_RECHTEN.map((toegang) => ({
  operationId: `echo-${toegang}`, methode: 'GET', pad: `/echo/${toegang.replace(':', '-')}`, groep: 'Beheer', titel: 'Echo', omschrijving: 'Zegt wie er belt.', toegang, vraag: { query: Type.Object({ brin: Type.Optional(Type.String()) }) },
  antwoorden: { 200: { omschrijving: 'Wie.', schema: Type.Unknown() } }, verwerk: ({ actor }) => Promise.resolve({ status: 200, inhoud: { actor } }),
}))

async function startServer(database: Database, map: string, klok: { ms: number }, limietPerMinuut: number, proxyAdressen: readonly string[]): Promise<Proefserver> {
  const nu = (): Date => new Date(klok.ms)
  const gemeld: string[] = []
  const machinepoort = { poort: 0, certificaat: join(map, 'server.pem'), sleutel: join(map, 'server.key'), url: 'https://localhost' }
  const config = { basisUrl: BASIS, limietPerMinuut, maxBestand: 1_000, machinepoort, modus: 'ontwikkeling' as const, proxyAdressen, tokensleutelBestand: join(map, 'tokensleutels.json'), clientcertificaten: { uitgevers: join(map, 'ca.pem'), lijsten: join(map, 'crl.pem') }, host: '127.0.0.1' }
  const deur = maakMachinedeur(config, (regel) => gemeld.push(regel), nu)
  const app = fastify({ logger: false })
  const klaar = { deur: { database, kluis: undefined as unknown as Kluis, normen: undefined as never, nu, basisUrl: BASIS }, sleutelbronnen: { proefactoren: new Map(), pogingen: maakPogingen(0, nu) } }
  registreerRest(app, { ...maakRest({ config, https: true, klaar: () => klaar, lezer: deur.lezer, nu, meldStoring: (_kenmerk, fout) => { gemeld.push(String(fout)) }, beveiligingslog: ({ soort, code }) => { gemeld.push(`${soort} ${code}`) } }), routes: ECHO })
  const tls = deur.hang(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  if (tls !== undefined && !tls.listening) await new Promise<void>((open) => { tls.once('listening', open) })
  return { app, lezer: deur.lezer, gemeld, poort: () => { const adres = tls?.address(); return typeof adres === 'object' && adres !== null ? adres.port : 0 } }
}

export function clientVan(pki: Proefpki, naam: string): Proefpki['clients'][number] {
  const gevonden = pki.clients.find((client) => client.naam === naam)
  if (gevonden === undefined) throw new Error(naam)
  return gevonden
}

export interface Assertiekeuze {
  readonly clientId: string
  readonly klok: { readonly ms: number }
  readonly kop?: Readonly<Record<string, unknown>>
  readonly inhoud?: Readonly<Record<string, unknown>>
  /** PEM; standaard die van `een`. */
  readonly sleutel?: string
}

export async function maakAssertie(pki: Proefpki, { clientId, klok, kop = {}, inhoud = {}, sleutel }: Assertiekeuze): Promise<string> {
  const nu = Math.floor(klok.ms / 1000)
  const kid = createHash('sha256').update(new X509Certificate(clientVan(pki, 'een').certificaat).raw).digest('hex').slice(0, 16)
  return new SignJWT({ iss: clientId, sub: clientId, aud: EINDPUNT, jti: randomBytes(24).toString('base64url'), iat: nu, exp: nu + 60, ...inhoud })
    .setProtectedHeader({ alg: 'ES256', kid, ...kop }).sign(await importPKCS8(sleutel ?? clientVan(pki, 'een').sleutel, 'ES256'))
}

export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export async function vraagToken({ app }: Proefserver, velden: Readonly<Record<string, string>> | string, koppen: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly json: Record<string, string>; readonly koppen: Record<string, unknown> }> {
  const payload = typeof velden === 'string' ? velden : new URLSearchParams({ grant_type: 'client_credentials', ...velden }).toString()
  const uit = await app.inject({ method: 'POST', url: '/oauth/token', headers: { 'content-type': 'application/x-www-form-urlencoded', ...koppen }, payload })
  return { status: uit.statusCode, json: uit.json<Record<string, string>>(), koppen: uit.headers }
}

/** Het hele token, met een verse assertion. */
export async function haalToken(proef: Machineproef, clientId: string, extra: Readonly<Record<string, string>> = {}, server = proef.servers[0]): Promise<string> {
  const { status, json } = await vraagToken(server, { client_assertion_type: JWT_BEARER, client_assertion: await maakAssertie(proef.pki, { clientId, klok: proef.klok }), ...extra })
  if (status !== 200) throw new Error(JSON.stringify(json))
  return json['access_token'] ?? ''
}

export async function bel({ app }: Proefserver, token: string, recht: (typeof ECHO_RECHTEN)[number] = 'aangemeld', koppen: Readonly<Record<string, string>> = {}): Promise<{ readonly status: number; readonly json: { actor: Actor; detail: string }; readonly koppen: Record<string, unknown> }> {
  const uit = await app.inject({ url: `/v1/echo/${recht.replace(':', '-')}`, headers: { authorization: `Bearer ${token}`, ...koppen } })
  return { status: uit.statusCode, json: uit.json(), koppen: uit.headers }
}

export interface TlsAntwoord {
  readonly status: number
  readonly json: Record<string, unknown>
}

/** Over een echte TLS-verbinding met de machinepoort. Gooit als de handdruk niet lukt. */
export function belTls(server: Proefserver, pki: Proefpki, client: { readonly certificaat: string; readonly sleutel: string } | undefined, verzoek: { readonly pad: string; readonly methode?: string; readonly koppen?: Readonly<Record<string, string>>; readonly inhoud?: string; readonly tls?: Readonly<Record<string, unknown>> }): Promise<TlsAntwoord> {
  return new Promise((klaar, misluk) => {
    const vraag = httpsVraag({
      host: '127.0.0.1', port: server.poort(), path: verzoek.pad, method: verzoek.methode ?? 'GET', agent: false, ca: pki.wortel, servername: 'localhost',
      ...(client === undefined ? {} : { cert: client.certificaat + pki.uitgever, key: client.sleutel }), headers: { connection: 'close', ...verzoek.koppen }, ...verzoek.tls,
    }, (antwoord) => {
      let tekst = ''
      antwoord.on('data', (stuk) => { tekst += String(stuk) }).on('end', () => klaar({ status: antwoord.statusCode ?? 0, json: JSON.parse(tekst) as Record<string, unknown> })).on('error', misluk)
    })
    vraag.on('error', misluk).end(verzoek.inhoud)
  })
}

export const FORMULIER = { 'content-type': 'application/x-www-form-urlencoded' }
export const alleScopes: readonly Scope[] = ['rio:lezen', 'rio:aanbod:schrijven', 'bron:vo:inschrijven', 'bron:mbo:inschrijven', 'bron:lezen', 'verzuim:melden']
export const nieuwJti = (): string => `${randomUUID()}${randomUUID()}`
