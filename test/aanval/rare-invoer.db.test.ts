/**
 * Invoer die niemand typt, in elk deel van het adres en elk veld van elke bladzijde, door iemand die er bij mag: geen storing, en niets
 * van de invoer komt als HTML, kop of SQL terug.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Portaalroute } from '../../src/portal/kader/route.ts'
import { bladzijden, type PortaalInstelling } from '../../src/portal/routes.ts'
import { accountIdVan } from '../../src/server/wereld-medewerkers.ts'
import { type Document, leesOperaties, SLEUTELS } from '../contract/operaties.ts'
import { type HeleServer, startHeleServer } from '../hele-server.ts'

import { formulierbewijs, logAccountIn } from '../inloggen.ts'

const KWAAD = '<script>kwaad()</script>'
const RAAR = [
  '\0', `x\0${KWAAD}`, KWAAD, `"><img src=x onerror=kwaad()>`, '" onfocus=kwaad() x="', "'; drop table account; --", '\r\nSet-Cookie: kwaad=1', '../../../../etc/passwd', '9'.repeat(400), '-1', '2026-13-45', '31-02-2026', '0001-01-01',
  '__proto__', 'constructor', '%s%s%n', '\u202Egnp', '\uFFFD\u{1F468}\u200D\u{1F469}', ' ', 'null', '[object Object]', '{"$ne":1}', 'infinity', '00000000-0000-0000-0000-000000000000',
] as const
/** Rauwe bytes in het adres die geen UTF-8 zijn, of die een ander teken worden na nog een keer lezen. */
const RAUW = ['%00', '%ED%A0%80', '%C0%AE%C0%AE', '%252e%252e', '%2500', '%0d%0aSet-Cookie:%20kwaad=1', '%FF'] as const
const GEWOON: Readonly<Record<string, string>> = {
  doe: 'einddatum', reden: 'proef', rol: 'verzuim', brin: '21MB', van: '24-11-2026', totEnMet: '31-12-2026', naam: 'Proef Persoon', medewerker: '', besluitBestuur: '', soort: 'x', staat: 'gezien', verklaring: 'proef', versie: '1',
  leverancierOin: '00000099000000010000', scopes: 'bron:lezen', geldigVan: '24-11-2026', geldigTotEnMet: '', openVan: '01-09-2026', tokenTotEnMet: '31-01-2027', coulanceTotEnMet: '', code: '123456', gebruikersnaam: 'x', wachtwoord: 'x',
  account: '', ehAccountId: '', formulierKenmerk: 'F-1', ondertekendDoor: 'Een Bestuurder', ondertekendOp: '01-11-2026', meldingId: '', voorstelId: '', mandaatId: '', sleutel: '', zoek: '', school: '', datum: '24-11-2026',
}

/** Alleen de gegevens van de routes; verwerken doet de echte server. Uitloggen en inloggen hebben eigen toetsen. */
const ROUTES = bladzijden({ bron: {} } as unknown as PortaalInstelling)

let server: HeleServer
let echt: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await startHeleServer({ log: () => undefined })
  const een = async (vraag: string): Promise<string> => (await server.eigen.database.pool.query<{ id: string }>(vraag)).rows[0]?.id ?? ''
  echt = {
    id: await een(`select deelnemer_id as id from deelnemer_school where brin = '21MB' limit 1`), accountId: accountIdVan('lindemeer-verzuim'), rolId: await een(`select account_rol_id as id from account_rol where account_id = '${accountIdVan('lindemeer-verzuim')}' limit 1`),
    organisatieId: await een(`select organisatie_id as id from organisatie where naam = 'Stichting ROC Lindemeer'`), brin: '21MB', signaalId: await een('select signaal_id as id from signaal limit 1'),
  }
}, 60_000)
afterAll(() => server.weg())

interface Uit { readonly status: number; readonly html: string; readonly koppen: Readonly<Record<string, unknown>> }

async function vraag(url: string, cookie: string, velden?: URLSearchParams): Promise<Uit> {
  const koppen = { host: '127.0.0.1', accept: 'text/html', cookie, ...(velden === undefined ? {} : { origin: 'http://127.0.0.1:8080', 'content-type': 'application/x-www-form-urlencoded' }) }
  const uit = await server.app.inject({ url, method: velden === undefined ? 'GET' : 'POST', headers: { ...koppen, host: '127.0.0.1:8080' }, ...(velden === undefined ? {} : { payload: velden.toString() }) })
  return { status: uit.statusCode, html: uit.body, koppen: uit.headers }
}

/** Wat er mis is; leeg is goed. */
function bezwaren({ status, html, koppen }: Uit): readonly string[] {
  const wissel = [koppen['set-cookie']].flat().map(String).join(' ')
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(/<script>kwaad|<img src=x onerror|" onfocus=kwaad/.test(html) ? ['de invoer staat als HTML op de bladzijde'] : []),
    ...(wissel.includes('kwaad') || String(koppen['location']).includes('kwaad.example') ? ['de invoer staat in een kop'] : []),
  ]
}

const pad = ({ pad: patroon }: Portaalroute, waarden: Readonly<Record<string, string>>): string => patroon.replaceAll(/:(\w+)/g, (_, naam: string) => waarden[naam] ?? randomUUID())
const inAdres = (tekst: string): string => encodeURIComponent(tekst)

/** Iemand die bij deze bladzijde mag: anders komt de invoer niet verder dan de deur. */
function mensVoor({ pad: patroon, toegang }: Portaalroute): string {
  if (patroon.startsWith('/duo') || toegang.startsWith('overstap:leiden')) return 'duo-behandelaar'
  return /^(account|mandaat|eigen-organisatie|overstap|audit):/.test(toegang) ? 'lindemeer-beheerder' : 'lindemeer-administratie'
}

async function bezoek(route: Portaalroute, pogingen: readonly { readonly url: string; readonly velden?: Readonly<Record<string, string>> }[]): Promise<readonly string[]> {
  const gevonden: string[] = []
  const cookie = await logAccountIn(server.eigen.database, accountIdVan(mensVoor(route)))
  const csrf = formulierbewijs((await vraag('/regels', cookie)).html)
  for (const { url, velden } of pogingen) {
    const uit = await vraag(url, cookie, velden === undefined ? undefined : new URLSearchParams({ ...velden, csrf }))
    gevonden.push(...bezwaren(uit).map((bezwaar) => `${route.methode} ${url} ${JSON.stringify(velden ?? {})}: ${bezwaar}`))
  }
  return gevonden
}

describe('rare invoer', { timeout: 240_000 }, () => {
  it('in elk deel van het pad en in elk stuk van de vraag', async () => {
    const gevonden: string[] = []
    for (const route of ROUTES.filter(({ methode }) => methode === 'GET')) {
      const namen = [...route.pad.matchAll(/:(\w+)/g)].map(([, naam]) => naam ?? '')
      const inPad = namen.flatMap((naam) => [...RAAR.map(inAdres), ...RAUW].map((waarde) => ({ url: pad(route, { ...echt, [naam]: waarde }) })))
      const inVraag = ['zoek', 'cursor', 'datum', 'gelukt', 'code', 'terug'].flatMap((naam, i) => [RAAR[i], RAAR[i + 6], RAAR[i + 12], RAUW[i]].map((waarde) => ({ url: `${pad(route, echt)}?${naam}=${waarde?.startsWith('%') === true ? waarde : inAdres(waarde ?? '')}` })))
      gevonden.push(...await bezoek(route, [...inPad, ...inVraag]))
    }
    expect(gevonden).toEqual([])
  })
  it('in elk veld van elk formulier, een voor een en alle tegelijk', async () => {
    const gevonden: string[] = []
    for (const route of ROUTES.filter(({ methode }) => methode === 'POST')) {
      const url = pad(route, echt)
      const alle = RAAR.slice(0, 6).map((waarde) => ({ url, velden: Object.fromEntries(Object.keys(GEWOON).map((naam) => [naam, waarde])) }))
      const perVeld = Object.keys(GEWOON).map((naam, i) => ({ url, velden: { ...GEWOON, [naam]: RAAR[i % RAAR.length] ?? '' } }))
      gevonden.push(...await bezoek(route, [...alle, ...perVeld]))
    }
    expect(gevonden).toEqual([])
  })
  it('in elk tekstveld van elk voorbeeld van het koppelvlak', async () => {
    const document = (await server.app.inject({ url: '/v1/openapi.json', headers: { host: '127.0.0.1' } })).json<Document>()
    const stuur = (methode: string, url: string, sleutel: string, lichaam: unknown) => server.app.inject({
      method: methode as 'POST', url: `/v1${url}`, headers: { host: '127.0.0.1', authorization: `Bearer ${sleutel}`, 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '"1"' }, payload: JSON.stringify(lichaam),
    })
    const gevonden: string[] = []
    let verzonden = 0
    for (const { methode, pad: patroon, parameters, requestBody } of leesOperaties(document)) {
      const inhoud = requestBody?.content['application/json']
      const voorbeelden = [inhoud?.example, ...Object.values(inhoud?.examples ?? {}).map(({ value }) => value)].filter((een) => een !== undefined).slice(0, 2)
      const url = patroon.replaceAll(/\{(\w+)\}/g, (_, naam: string) => encodeURIComponent(String(parameters.find(({ name }) => name === naam)?.example ?? echt[naam] ?? randomUUID())))
      for (const voorbeeld of voorbeelden) {
        const sleutel = await eersteDieMag(SLEUTELS, async (een) => (await stuur(methode, url, een, voorbeeld)).statusCode)
        for (const lichaam of verminkt(voorbeeld, ['a\0b', '\uD800', KWAAD])) {
          const uit = await stuur(methode, url, sleutel, lichaam)
          verzonden += 1
          if (uit.statusCode >= 500) gevonden.push(`${methode} ${url} ${JSON.stringify(lichaam)}: ${uit.statusCode}`)
        }
      }
    }
    expect(verzonden).toBeGreaterThan(500)
    expect(gevonden).toEqual([])
  })
})

async function eersteDieMag(sleutels: readonly string[], status: (sleutel: string) => Promise<number>): Promise<string> {
  for (const sleutel of sleutels) if (![401, 403].includes(await status(sleutel))) return sleutel
  return sleutels[0] ?? ''
}

/** Elke tekst in een voorbeeld een keer vervangen door elke waarde. */
function verminkt(voorbeeld: unknown, waarden: readonly string[]): readonly unknown[] {
  if (typeof voorbeeld === 'string') return waarden
  if (Array.isArray(voorbeeld)) return voorbeeld.flatMap((deel, i) => verminkt(deel, waarden).map((anders) => voorbeeld.with(i, anders)))
  if (typeof voorbeeld !== 'object' || voorbeeld === null) return []
  return Object.entries(voorbeeld).flatMap(([naam, deel]) => verminkt(deel, waarden).map((anders) => ({ ...voorbeeld, [naam]: anders })))
}
