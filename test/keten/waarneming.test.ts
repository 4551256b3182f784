import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isBsn, isOnderwijsnummer } from '../../src/kern/persoonsnummer.ts'
import { maakOtlpTracer } from '../../src/server/waarneming/otlp.ts'
import { leesWereld } from '../../src/server/wereld-bestanden.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'
import { accountIdVan, logIn } from '../inloggen.ts'
import { type OtlpOntvanger, startOtlpOntvanger } from '../waarneming/otlp-ontvanger.ts'

/** De echte server met logboek, metingen en traces aan: reizen door het portaal en REST, ook mislukte, en dan alles nalezen. */
const BSN = '999900006'
const log: string[] = []
let server: HeleServer
let app: FastifyInstance
let otlp: OtlpOntvanger

beforeAll(async () => {
  otlp = await startOtlpOntvanger()
  server = await startHeleServer({ niveau: 'fijn', log: (regel) => log.push(regel), tracer: maakOtlpTracer({ adres: otlp.adres, dienst: 'leerroute', spaarMs: 50 }) })
  app = server.app
}, 60_000)

afterAll(async () => {
  await server.weg()
  await otlp.stop()
})

const vraag = (verzoek: InjectOptions) => app.inject({ remoteAddress: '127.0.0.1', ...verzoek, headers: { host: '127.0.0.1', ...verzoek.headers } })

function meldAan(wie: string): Promise<string> {
  return logIn(server.eigen.database, wie)
}

interface Regel { readonly soort: string; readonly route?: string; readonly status?: number; readonly aanroeper?: string | null; readonly kenmerk?: string; readonly trace?: string; readonly fout?: { readonly code?: string } }
const regels = (): readonly Regel[] => log.map((regel) => JSON.parse(regel) as Regel)
const kenmerk = (span: { attributes: readonly { key: string; value: Readonly<Record<string, unknown>> }[] } | undefined, naam: string): unknown => Object.values(span?.attributes.find(({ key }) => key === naam)?.value ?? {})[0]

async function totSpan(vind: (naam: string) => boolean): Promise<void> {
  for (let i = 0; i < 100 && !otlp.spans.some(({ name }) => vind(name)); i++) await new Promise((klaar) => { setTimeout(klaar, 20) })
}

describe('waarneming van de draaiende server', () => {
  let student = ''
  let koekje = ''

  it('een verzoek staat in het logboek met patroon, status en aanroeper; nooit met het adres', async () => {
    koekje = await meldAan('lindemeer-administratie')
    const { rows } = await server.eigen.database.pool.query<{ id: string }>(`select deelnemer_id as id from deelnemer_school where brin = '21MB' limit 1`)
    student = rows[0]?.id ?? ''
    expect((await vraag({ url: `/studenten/${student}?datum=1-10-2026`, headers: { cookie: koekje } })).statusCode).toBe(200)
    expect(regels().at(-1)).toMatchObject({ soort: 'verzoek', methode: 'GET', status: 200, aanroeper: accountIdVan('lindemeer-administratie') })
    expect(regels().at(-1)?.route).toMatch(/^\/studenten\/:\w+$/)
    expect(log.join('')).not.toContain(student)
  })

  it('S-32: een traceparent wordt voortgezet tot in de transactie; een kapotte begint een nieuwe trace', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    await vraag({ url: `/studenten/${student}`, headers: { cookie: koekje, traceparent: `00-${trace}-00f067aa0ba902b7-01` } })
    expect(regels().at(-1)?.trace).toBe(trace)
    expect((await vraag({ url: '/regels', headers: { traceparent: 'kapot' } })).statusCode).toBe(200)
    expect(regels().at(-1)?.trace).toMatch(/^[0-9a-f]{32}$/)
    await totSpan((naam) => naam === 'GET /regels')
    const wortel = otlp.spans.find(({ traceId, parentSpanId }) => traceId === trace && parentSpanId === '00f067aa0ba902b7')
    expect(wortel?.name).toMatch(/^GET \/studenten\/:\w+$/)
    expect(kenmerk(wortel, 'leerroute.aanroeper')).toBe(accountIdVan('lindemeer-administratie'))
    // De eerste zoekt als systeem de sessie; daarna werkt het verzoek met de rechten van wie ingelogd is.
    const transacties = otlp.spans.filter(({ traceId, parentSpanId, name }) => traceId === trace && parentSpanId === wortel?.spanId && name === 'transactie')
    expect(transacties.map((transactie) => kenmerk(transactie, 'leerroute.rol'))).toEqual(expect.arrayContaining(['systeem', 'school']))
  })

  it('elke ronde op de outbox en elke actie is een stuk van een trace', async () => {
    await totSpan((naam) => naam === 'outbox-ronde')
    const ronde = otlp.spans.find(({ name }) => name === 'outbox-ronde')
    expect(Number(kenmerk(ronde, 'regels'))).toBeGreaterThan(0)
    expect(otlp.spans.some(({ parentSpanId }) => parentSpanId === ronde?.spanId)).toBe(true)
  })

  it('een storing staat erin met hetzelfde kenmerk als in het antwoord, zonder tekst van de database', async () => {
    await server.eigen.database.pool.query('alter table deelnemer_gegevens rename to weg')
    const { statusCode, body } = await vraag({ url: `/studenten/${student}`, headers: { cookie: koekje, accept: 'text/html' } })
    await server.eigen.database.pool.query('alter table weg rename to deelnemer_gegevens')
    expect(statusCode).toBe(500)
    const storing = regels().find(({ soort }) => soort === 'storing')
    expect(storing).toMatchObject({ fout: { fout: 'error', code: '42P01' } })
    expect(body).toContain(storing?.kenmerk)
    expect(regels().find(({ soort, status }) => soort === 'verzoek' && status === 500)?.kenmerk).toBe(storing?.kenmerk)
  })

  it('S-90: leveren door REST, los en als bestand, ook als het misgaat: alleen patroon, status en SQLSTATE', async () => {
    const inschrijving = {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'W1', datumInschrijving: '2026-08-01',
      perioden: [{ datumBegin: '2026-08-01', opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'MBO' }],
    }
    const persoon = { persoonsnummer: BSN, geboortedatum: '2009-04-12', naam: 'Zoë Ådel' }
    const koppen = (sleutel: string) => ({ authorization: 'Bearer proef-lindemeer-administratie', 'content-type': 'application/json', 'idempotency-key': sleutel })
    const lever = (sleutel: string, inhoud: object) => vraag({ method: 'POST', url: '/v1/inschrijvingen', headers: koppen(sleutel), payload: JSON.stringify(inhoud) })
    const goed = await lever(BSN, { persoon, inschrijving })
    expect(goed.statusCode, goed.body).toBe(201)
    expect(goed.json<Record<string, unknown>>()['signalenBerekend']).toBe(true)
    expect((await lever(`${BSN}-2`, { persoon: { ...persoon, persoonsnummer: '123456789' }, inschrijving })).statusCode).toBe(400)
    expect((await lever(BSN, { persoon, inschrijving: { ...inschrijving, inschrijvingvolgnummer: 'W2' } })).statusCode).toBe(422)
    expect((await vraag({ method: 'POST', url: '/v1/deelnemers/_zoek', headers: koppen('x'), payload: JSON.stringify({ persoonsnummer: BSN }) })).statusCode).toBe(200)
    // PostgreSQL haalt bij deze fout de hele rij aan, met de naam erin.
    await server.eigen.database.pool.query(`alter table deelnemer_gegevens add constraint proef_geen_naam check (naam is null or naam not like 'Zoë%') not valid`)
    const kapot = await lever('k-3', { persoon: { ...persoon, naam: 'Zoë Ådel-Anders' }, inschrijving })
    await server.eigen.database.pool.query('alter table deelnemer_gegevens drop constraint proef_geen_naam')
    expect(kapot.statusCode).toBe(500)
    const storing = regels().findLast(({ soort }) => soort === 'storing')
    expect(storing).toMatchObject({ kenmerk: kapot.json<Record<string, unknown>>()['kenmerk'], fout: { code: '23514', tabel: 'deelnemer_gegevens', constraint: 'proef_geen_naam' } })
    const record = JSON.stringify({ soort: 'inschrijving', persoon, inschrijving: { ...inschrijving, inschrijvingvolgnummer: 'W3' } })
    const bestand = await vraag({ method: 'POST', url: '/v1/aanleveringen', headers: { ...koppen('k-4'), 'content-type': 'application/x-ndjson', 'content-disposition': `attachment; filename="${BSN}.ndjson"` }, payload: `${record}\n{"soort":"inschrijving","persoon":{"persoonsnummer":"${BSN}"}}\n` })
    expect(bestand.statusCode, bestand.body).toBe(202)
    await totSpan((naam) => naam === 'aanlevering-deel')
    expect(otlp.spans.some(({ name }) => name === 'aanlevering-deel')).toBe(true)
    expect(regels().some(({ route, status, aanroeper }) => route === '/v1/inschrijvingen' && status === 201 && aanroeper === 'lindemeer-administratie')).toBe(true)
    expect(otlp.spans.some((span) => kenmerk(span, 'leerroute.handeling') === 'leverInschrijving')).toBe(true)
    expect(log.join('')).not.toMatch(/Zoë|Ådel|999900006|123456789/)
  })

  it('/metrics geeft verzoeken per patroon, signalen, outbox en verbindingen; buiten deze computer bestaat het niet', async () => {
    const { statusCode, body } = await vraag({ url: '/metrics' })
    expect(statusCode).toBe(200)
    expect(body).toMatch(/leerroute_http_request_duration_seconds_count\{method="GET",route="\/studenten\/:\w+",status="200"\} \d/)
    const open = await server.eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from signaal where gesloten_op is null and code = 'SIG-FASE-VERSCHIL'`)
    expect(body).toContain(`leerroute_signalen_open{code="SIG-FASE-VERSCHIL",niveau="fout"} ${open.rows[0]?.n}`)
    expect(body).toMatch(/leerroute_outbox_rows 0\n/)
    expect(body).toMatch(/leerroute_signalen_geopend_total\{door="luisteraar"\} [1-9]/)
    expect(body).toMatch(/leerroute_db_connections\{state="idle"\} \d/)
    expect(body).toContain('leerroute_storingen_total 2')
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
    expect((await vraag({ url: '/metrics', remoteAddress: '192.0.2.7' })).statusCode).toBe(404)
  })

  it('S-90: geen persoonsnummer, naam, adres of lichaam in logboek, metingen en traces, ook niet na fouten', async () => {
    const fouten: InjectOptions[] = [
      { url: `/v1/deelnemers/${BSN}` }, { url: `/v1/deelnemers?bsn=${BSN}` }, { url: `/${BSN}` }, { url: `/studenten/${BSN}`, headers: { cookie: koekje } },
      { url: `/studenten?zoek=${BSN}`, headers: { cookie: koekje } }, { url: '/studenten?zoek=Mila', headers: { cookie: koekje } }, { url: `/%ff${BSN}` },
      { url: '/v1/inschrijvingen', method: 'POST', headers: { authorization: 'Bearer proef-lindemeer-administratie', 'content-type': 'application/json', 'idempotency-key': BSN }, payload: `{"persoon":{"persoonsnummer":"${BSN}","naam":"Zoë Ådel"` },
      { url: '/v1/inschrijvingen', method: 'POST', headers: { authorization: `Bearer ${BSN}`, 'content-type': 'application/json', 'user-agent': BSN, referer: `https://x/${BSN}` }, payload: JSON.stringify({ persoon: { persoonsnummer: BSN, naam: 'Zoë Ådel' } }) },
      { url: '/inloggen/token', method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `wie=${BSN}` },
      { url: '/regels', headers: { host: BSN } }, { url: '/regels', headers: { traceparent: BSN } },
    ]
    for (const fout of fouten) await vraag(fout)
    const metingen = (await vraag({ url: '/metrics' })).body
    await server.stopWerk()
    const alles = [...log, metingen, ...otlp.tekst].join('\n')
    const { studenten } = leesWereld()
    const nummers = studenten.flatMap(({ burgerservicenummer, onderwijsnummer }) => [burgerservicenummer, onderwijsnummer]).filter((nummer) => nummer !== null && nummer !== undefined)
    expect(nummers.length).toBeGreaterThan(40)
    for (const woord of [BSN, student, 'Zoë', 'Ådel', 'Mila', 'zoek=', ...nummers]) expect(alles, woord).not.toContain(woord)
    // De waarde van een meting is een getal (bytes, seconden) en kan toevallig op een nummer lijken; de namen en labels niet.
    const zonderWaarden = [...log, metingen.replace(/ [-+.\de]+$/gm, ''), ...otlp.tekst].join('\n')
    const losse = zonderWaarden.match(/(?<![0-9A-Za-z])\d{9}(?![0-9A-Za-z])/g) ?? []
    expect(losse.filter((nummer) => isBsn(nummer) || isOnderwijsnummer(nummer))).toEqual([])
    expect(otlp.spans.length).toBeGreaterThan(25)
    expect(log.length).toBeGreaterThan(20)
  })
})
