import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { registreerOrganisatie } from '../../toegang/index.ts'
import { bel, NU, proefdeur, proefserver } from './fixtures/proefserver.ts'
import { ruimBewaardeAntwoordenOp } from './idempotentie.ts'
import { route } from './route.ts'

let eigen: EigenDatabase
let app: FastifyInstance
let gemeld: unknown[] = []
let keren = 0
let wacht: Promise<void> = Promise.resolve()
let nu = NU

const organisatie = (naam: string, nummer: string) => ({ soort: 'BEVOEGD_GEZAG' as const, naam, identificaties: [{ soort: 'BESTUURSNUMMER' as const, waarde: nummer, geldigVan: '2020-01-01' as never, geldigTotEnMet: null }] })

/** Maakt echt iets: een organisatie, met audit en outbox in dezelfde transactie. */
const maak = route({
  operationId: 'maakOrganisatie', methode: 'POST', pad: '/organisaties', groep: 'Beheer', titel: 'Maak', omschrijving: 'Maakt.', toegang: 'aangemeld', idempotent: true,
  vraag: { lichaam: Type.Object({ naam: Type.String(), nummer: Type.String(), soort: Type.Optional(Type.String()) }) },
  antwoorden: { 201: { omschrijving: 'Gemaakt.', schema: Type.Object({}) } },
  async verwerk({ lichaam, ctx, uitvoerder }) {
    keren += 1
    const gedaan = await registreerOrganisatie(uitvoerder, ctx, organisatie(lichaam.naam, lichaam.nummer))
    await wacht
    if (!gedaan.ok) return { weigering: gedaan.reden }
    if (lichaam.soort === 'storing') throw new Error('halverwege')
    if (lichaam.soort === 'persoonsnummer') return { status: 201, inhoud: { persoonsnummer: '999900006' } }
    return { status: 201, inhoud: { nummer: lichaam.nummer, keer: keren }, koppen: { location: `/v1/organisaties/${lichaam.nummer}` }, versie: 'v1' }
  },
  naCommit: (vraag, antwoord) => vraag.lichaam.soort === 'mislukt' ? Promise.reject(new Error('later')) : Promise.resolve({ ...antwoord, inhoud: { ...Object(antwoord.inhoud), na: true } }),
})
const lever = route({
  operationId: 'lever', methode: 'POST', pad: '/leveringen', groep: 'Aanleveringen', titel: 'Lever', omschrijving: 'Levert.', toegang: 'aangemeld', idempotent: true, vraag: { bestand: ['application/x-ndjson'] },
  antwoorden: { 202: { omschrijving: 'Ontvangen.', schema: Type.Object({}) } },
  async verwerk({ bestand }) {
    keren += 1
    let tekst = ''
    for await (const stuk of bestand.stroom) tekst += String(stuk)
    return { status: 202, inhoud: { lengte: tekst.length, keer: keren } }
  },
})

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  app = proefserver([maak, lever], { deur: () => ({ ...proefdeur(eigen.database), nu: () => nu, meldNaCommit: (fout) => gemeld.push(fout) }), maxBestand: 500_000 })
})
afterAll(() => eigen.weg())
beforeEach(() => { gemeld = []; keren = 0; nu = NU; wacht = Promise.resolve() })

let nummer = 10_000
const nieuw = () => String(nummer++)
const post = (sleutel: string | undefined, payload: unknown, als = 'beheer') => bel(app, { method: 'POST', url: '/v1/organisaties', als, headers: { 'content-type': 'application/json', ...(sleutel === undefined ? {} : { 'idempotency-key': sleutel }) }, payload: JSON.stringify(payload) })
const aantal = async (waarde: string) => Number((await eigen.database.pool.query<{ n: number }>('select count(*)::int as n from organisatie_identificatie where waarde = $1', [waarde])).rows[0]?.n)
const rijen = async () => (await eigen.database.pool.query<Record<string, unknown>>('select * from idempotentie')).rows

describe('Idempotency-Key', () => {
  test('S-17: zonder sleutel 400, samen met de andere fouten, en er gebeurt niets', async () => {
    const { status, json } = await post(undefined, { naam: 'x' })
    expect(status).toBe(400)
    expect(json()['errors']).toMatchObject([{ in: 'header', pointer: '#/Idempotency-Key', code: 'verplicht' }, { in: 'body', pointer: '#/nummer', code: 'verplicht' }])
    expect(keren).toBe(0)
  })
  test('S-17: hetzelfde verzoek geeft het bewaarde eerste antwoord, met inhoud, koppen en wat na de commit kwam', async () => {
    const code = nieuw()
    const eerste = await post('k-herhaal', { naam: 'Bestuur', nummer: code })
    const tweede = await post('"k-herhaal"', { nummer: code, naam: 'Bestuur' })
    expect([eerste.status, eerste.json()]).toEqual([201, { nummer: code, keer: 1, na: true }])
    expect([tweede.status, tweede.tekst, tweede.koppen['location'], tweede.koppen['etag']]).toEqual([201, eerste.tekst, eerste.koppen['location'], eerste.koppen['etag']])
    expect(tweede.koppen['idempotency-replayed']).toBe('true')
    expect([keren, await aantal(code)]).toEqual([1, 1])
  })
  test('S-17: dezelfde sleutel met andere inhoud is 422', async () => {
    await post('k-anders', { naam: 'A', nummer: nieuw() })
    const { status, json } = await post('k-anders', { naam: 'B', nummer: nieuw() })
    expect([status, json()['type']]).toEqual([422, 'https://leerroute.example/v1/problemen/sleutel-hergebruikt'])
  })
  test('S-17: een sleutel geldt per aanroeper', async () => {
    await post('k-van-mij', { naam: 'A', nummer: nieuw() })
    expect((await post('k-van-mij', { naam: 'B', nummer: nieuw() }, 'school')).status).toBe(404)
    expect(keren).toBe(2)
  })
  test('S-17: hetzelfde verzoek dat nog loopt is 409, en daarna komt het bewaarde antwoord', async () => {
    const los = Promise.withResolvers<void>()
    wacht = los.promise
    const inhoud = { naam: 'Traag', nummer: nieuw() }
    const eerste = post('k-traag', inhoud)
    await expect.poll(() => keren).toBe(1)
    const tweede = await post('k-traag', inhoud)
    los.resolve()
    expect([tweede.status, tweede.json()['type'], (await eerste).status, (await post('k-traag', inhoud)).tekst]).toEqual([409, 'https://leerroute.example/v1/problemen/verzoek-loopt-nog', 201, (await eerste).tekst])
  })
  test('S-17: een geweigerd verzoek en een storing laten niets achter; daarna mag dezelfde sleutel opnieuw', async () => {
    const voor = (await rijen()).length
    expect((await post('k-weiger', { naam: '', nummer: 'geen' })).status).toBe(400)
    const code = nieuw()
    expect((await post('k-storing', { naam: 'A', nummer: code, soort: 'storing' })).status).toBe(500)
    expect([await aantal(code), (await rijen()).length]).toEqual([0, voor])
    expect((await post('k-weiger', { naam: 'Nu goed', nummer: nieuw() })).status).toBe(201)
  })
  test('S-17: wie tegelijk levert, krijgt bij herhaling het eigen aangevulde antwoord', async () => {
    const alle = Array.from({ length: 12 }, (_leeg, i) => ({ sleutel: `k-samen-${i}`, inhoud: { naam: `B${i}`, nummer: nieuw() } }))
    const eerste = await Promise.all(alle.map(({ sleutel, inhoud }) => post(sleutel, inhoud)))
    const tweede = await Promise.all(alle.map(({ sleutel, inhoud }) => post(sleutel, inhoud)))
    eerste.forEach((antwoord, i) => {
      expect([antwoord.status, antwoord.json()]).toMatchObject([201, { nummer: alle[i]?.inhoud.nummer, na: true }])
      expect([tweede[i]?.tekst, tweede[i]?.koppen['location']]).toEqual([antwoord.tekst, antwoord.koppen['location']])
    })
  })
  test('S-17: gaat het na de commit mis, dan geldt het gewone antwoord en ziet de beheerder de fout', async () => {
    const code = nieuw()
    const { status, json } = await post('k-na', { naam: 'A', nummer: code, soort: 'mislukt' })
    expect([status, json(), await aantal(code), gemeld]).toEqual([201, { nummer: code, keer: 1 }, 1, [new Error('later')]])
  })
  test('in de tabel staat geen sleutel, inhoud of persoonsnummer, en een antwoord met een persoonsnummer wordt niet bewaard', async () => {
    await post('geheim-999900006', { naam: '999900006', nummer: nieuw() })
    const code = nieuw()
    expect((await post('k-pn', { naam: 'A', nummer: code, soort: 'persoonsnummer' })).status).toBe(500)
    expect(await aantal(code)).toBe(0)
    const alles = JSON.stringify((await rijen()).map((rij) => ({ ...rij, sleutel_hash: String(rij['sleutel_hash']), inhoud_hash: String(rij['inhoud_hash']) })))
    expect(alles).not.toMatch(/999900006|geheim-/)
  })
  test('S-17: een bestand met dezelfde inhoud geeft het eerste antwoord, een ander bestand 422', async () => {
    const stuur = (payload: string) => bel(app, { method: 'POST', url: '/v1/leveringen', headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'k-bestand' }, payload })
    const inhoud = '{"soort":"x"}\n'.repeat(20_000)
    const [eerste, tweede, anders] = [await stuur(inhoud), await stuur(inhoud), await stuur(`${inhoud} `)]
    expect([eerste.status, eerste.json(), tweede.tekst, anders.status]).toEqual([202, { lengte: inhoud.length, keer: 1 }, eerste.tekst, 422])
    expect((await stuur('x'.repeat(600_000))).status).toBe(413)
  })
  test('S-17: na dertig dagen is een sleutel vrij, en het opruimen haalt alleen oude antwoorden weg', async () => {
    const inhoud = { naam: 'Oud', nummer: nieuw() }
    await post('k-oud', inhoud)
    nu = new Date(NU.getTime() + 30 * 86_400_000 + 1)
    expect((await post('k-oud', { naam: 'Nieuw', nummer: nieuw() })).status).toBe(201)
    expect(keren).toBe(2)
    const voor = (await rijen()).length
    expect(await ruimBewaardeAntwoordenOp(eigen.database, nu)).toBe(voor - 1)
    expect((await rijen()).length).toBe(1)
  })
})
