import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, type Verzoek, voInschrijving } from '../../../test/rest-proef.ts'
import { routes } from './index.ts'
import * as voorbeeld from './voorbeelden.ts'

let proef: Restproef
let deelnemerId = ''
let meldingId = ''
const nummer = persoon(1).persoonsnummer

beforeAll(async () => {
  proef = await maakRestproef()
  await vul()
})
afterAll(() => proef.weg())

/** Levert alles (weer): wat er al staat verandert niet. */
async function vul(): Promise<void> {
  const post = (url: string, lichaam: object, als: 'mbo' | 'vo' = 'mbo') => proef.bel({ als, methode: 'POST', url, lichaam })
  deelnemerId = String((await post('/inschrijvingen', { persoon: persoon(1), inschrijving: mboInschrijving('MBO', { inschrijvingvolgnummer: 'E9001' }) })).json['deelnemerId'])
  await post('/inschrijvingen', { persoon: persoon(1), inschrijving: voInschrijving() }, 'vo')
  await post('/diplomas', { persoonsnummer: nummer, diploma: voorbeeld.DIPLOMA })
  await post('/onderdelen', { persoonsnummer: nummer, onderdeel: voorbeeld.ONDERDEEL })
  await post('/praktijkovereenkomsten', { persoonsnummer: nummer, bpv: voorbeeld.BPV })
  await post('/leerrouteplannen', { persoonsnummer: nummer, brin: '21MB', leerrouteplan: voorbeeld.LEERROUTEPLAN })
  await post('/gezamenlijke-oordelen', { persoonsnummer: nummer, brin: '21MB', oordeel: voorbeeld.OORDEEL })
  await post('/aangeboden-opleidingen', voorbeeld.AANBOD)
  await post('/samenwerkingsovereenkomsten', voorbeeld.OVEREENKOMST)
  await post('/afwezigheden', { persoonsnummer: nummer, brin: '21MB', afwezigheid: voorbeeld.AFWEZIGHEID })
  meldingId = String((await post('/verzuimmeldingen', { persoonsnummer: nummer, brin: '21MB', verzuimmelding: voorbeeld.MELDING })).json['meldingId'])
}

/** Tabellen die vastleggen dat er iets gebeurde, niet wat er is. */
const LOGBOEKEN = /^(audit_|logboekpositie|outbox|idempotentie|verwerking|gebeurtenis|koppeling)/

/** Een vingerafdruk van elke tabel buiten de logboeken. */
async function toestand(): Promise<Readonly<Record<string, string>>> {
  const { pool } = proef.database
  const { rows } = await pool.query<{ naam: string }>(`select relname as naam from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  const paren = rows.filter(({ naam }) => !LOGBOEKEN.test(naam)).map(async ({ naam }) => {
    const gelezen = await pool.query<{ som: string | null }>(`select md5(string_agg(t::text, '|' order by t::text)) as som from ${naam} t`)
    return [naam, gelezen.rows[0]?.som ?? 'leeg'] as const
  })
  return Object.fromEntries(await Promise.all(paren))
}

test('S-07: geen enkele GET verandert een rij buiten de logboeken', async () => {
  const waarden: Readonly<Record<string, string>> = {
    deelnemerId, meldingId, inschrijvingId: '21MB-E9001', diplomaId: '21MB-D1', onderdeelId: '21MB-KEUZEDEEL-O1', praktijkovereenkomstId: '21MB-E9001_B1', van: '2026-08-01', datum: '2026-06-20',
    aanbodId: '21MB-Zorg GLR 201A001', kenmerk: 'SOK 2026-12', brin: '21MB', teldatum: '2026-10-01', code: '21MB',
  }
  // Een operatie met een verplichte vraag (een bestand van een school en een jaar) heeft haar eigen toets.
  const paden = routes.filter(({ methode, vraag }) => methode === 'GET' && (vraag.query?.required ?? []).length === 0).map(({ pad }) => pad)
  const ingevuld = paden.map((pad) => pad.replace(/\{(\w+)\}/g, (_heel, naam: string) => encodeURIComponent(waarden[naam] ?? '!'))).filter((pad) => !pad.includes('!'))
  expect(ingevuld.length).toBeGreaterThan(22)
  const voor = await toestand()
  const statussen = new Map<string, number>()
  for (const url of ingevuld) statussen.set(url, (await proef.bel({ url })).status)
  expect([...statussen].filter(([, status]) => status >= 400)).toEqual([])
  expect(await toestand()).toEqual(voor)
})

const ADRESSEN = {
  'inschrijvingen/21MB-E9001': mboInschrijving('MBO', { inschrijvingvolgnummer: 'E9001' }), 'diplomas/21MB-D1': voorbeeld.DIPLOMA, 'onderdelen/21MB-KEUZEDEEL-O1': voorbeeld.ONDERDEEL,
  'praktijkovereenkomsten/21MB-E9001_B1': voorbeeld.BPV, 'leerrouteplannen/2026-08-01': voorbeeld.LEERROUTEPLAN, 'gezamenlijke-oordelen/2026-06-20': voorbeeld.OORDEEL,
} as const
const WIJZIGING: Readonly<Record<keyof typeof ADRESSEN, (n: number) => object>> = {
  'inschrijvingen/21MB-E9001': (n) => ({ datumUitschrijvingGepland: `2030-0${n}-01` }), 'diplomas/21MB-D1': (n) => ({ datum: `2026-0${n}-01` }),
  'onderdelen/21MB-KEUZEDEEL-O1': (n) => ({ code: `K000${n}` }), 'praktijkovereenkomsten/21MB-E9001_B1': (n) => ({ omvangUren: n * 100 }),
  'leerrouteplannen/2026-08-01': (n) => ({ beoogdNiveau: `MBO-${(n % 4) + 1}` }), 'gezamenlijke-oordelen/2026-06-20': (n) => ({ ondertekendMbo: n % 2 === 0 }),
}
const metSchool = (adres: string) => (/^(leerroute|gezamen)/.test(adres) ? '?brin=21MB' : '')

const stap = fc.record({ adres: fc.constantFrom(...(Object.keys(ADRESSEN) as (keyof typeof ADRESSEN)[])), methode: fc.constantFrom('PUT', 'PUT', 'PUT', 'DELETE'), n: fc.integer({ min: 1, max: 6 }) })

test('S-07: een PUT of DELETE herhalen, met de oude of de nieuwe ETag, laat dezelfde toestand achter', async () => {
  await fc.assert(fc.asyncProperty(fc.array(stap, { minLength: 1, maxLength: 5 }), async (stappen) => {
    await vul()
    for (const { adres, methode, n } of stappen) {
      const url = `/deelnemers/${deelnemerId}/${adres}${metSchool(adres)}`
      const verzoek: Verzoek = { methode: methode as 'PUT' | 'DELETE', url, ...(methode === 'PUT' ? { lichaam: { ...ADRESSEN[adres], ...WIJZIGING[adres](n) } } : {}) }
      const { koppen } = await proef.bel({ url: `/deelnemers/${deelnemerId}/${adres}` })
      const oud = { 'if-match': koppen['etag'] ?? '"weg"' }
      const eerste = await proef.bel({ ...verzoek, koppen: oud })
      expect([200, 204, 404]).toContain(eerste.status)
      const na = await toestand()
      expect([200, 404, 412]).toContain((await proef.bel({ ...verzoek, koppen: oud })).status)
      expect([200, 404]).toContain((await proef.wijzig(verzoek)).status)
      expect(await toestand()).toEqual(na)
    }
  }), { numRuns: 10 })
}, 60_000)
