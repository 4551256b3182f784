import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mboInschrijving, persoon, type Restproef, maakRestproef, voInschrijving } from '../../test/rest-proef.ts'
import { activiteitBij } from '../kern/verwerkingsactiviteit.ts'
import { type Route, routes } from '../rest/index.ts'

const RO = '/exportbestanden/ro?brin=21MB&van=2025-08-01&totEnMet=2027-07-31'
let proef: Restproef
const deelnemers: string[] = []

beforeAll(async () => {
  proef = await maakRestproef()
  for (const n of [1, 2, 3]) {
    const wie = persoon(n)
    const mbo = await proef.bel({ als: 'mbo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: wie, inschrijving: mboInschrijving() } })
    await proef.bel({ als: 'vo', methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: wie, inschrijving: voInschrijving('MBO') } })
    deelnemers.push(mbo.json['deelnemerId'] as unknown as string)
  }
})
afterAll(() => proef.weg())

interface Regel { naam: string; status: string; activiteit: string; betrokkene: string | null; trace_id: string }
const tot = async (): Promise<number> => (await proef.database.pool.query<{ n: number }>('select coalesce(max(regel_id), 0) as n from verwerking_regel')).rows[0]?.n ?? 0
const sinds = async (n: number): Promise<readonly Regel[]> =>
  (await proef.database.pool.query<Regel>(`select naam, status, activiteit, encode(betrokkene, 'hex') as betrokkene, trace_id from verwerking_regel where regel_id > $1 order by regel_id`, [n])).rows
const pseudoniem = (id: string): string => proef.database.pseudoniemen.maak(id).waarde.toString('hex')

/** Elke deelnemer die in een antwoord te herkennen is, ook in een verwijzing. */
function genoemd(tekst: string): ReadonlySet<string> {
  return new Set(deelnemers.filter((id) => tekst.includes(id)))
}

const PAD_VAN: Readonly<Record<string, string>> = {
  deelnemerId: '', brin: '21MB', inschrijvingvolgnummer: 'E1', inschrijvingId: '21MB.E1', teldatum: '2026-10-01', tellingId: '21MB.2026-10-01', datum: '2026-09-01',
}

async function vulIn(route: Route, deelnemerId: string): Promise<string> {
  const signaal = (await proef.database.pool.query<{ id: string }>('select signaal_id as id from signaal where brin = $1 and deelnemer_id = $2 limit 1', ['21MB', deelnemerId])).rows[0]?.id ?? ''
  return route.pad.replaceAll(/\{(\w+)\}/g, (_, naam: string) => (naam === 'deelnemerId' ? deelnemerId : naam === 'signaalId' ? signaal : (PAD_VAN[naam] ?? 'x')))
}

const LEZEN = routes.filter(({ methode, toegang, pad }) => methode === 'GET' && toegang !== 'openbaar' && !pad.startsWith('/exportbestanden'))
/** Een telling noemt niemand, maar beslist over elke student van de school: een regel voor elk. */
const OVER_ALLEN: ReadonlySet<string> = new Set(['toonTelling'])

/** Geen JSON, dus niet langs `bel`. */
async function haalBestand(): Promise<{ readonly status: number; readonly tekst: string }> {
  const { statusCode, body } = await proef.app.inject({ url: `/v1${RO}`, headers: { authorization: 'Bearer mbo' } })
  return { status: statusCode, tekst: body }
}

describe('elke leesvraag van de REST-deur', () => {
  test.each(LEZEN.map((route) => [route.operationId, route] as const))('S-30: %s geeft precies een verwerkingsregel per deelnemer in het antwoord, en een auditregel over wie keek', async (_naam, route) => {
    const voor = await tot()
    const [deelnemerId = ''] = deelnemers
    const pad = await vulIn(route, deelnemerId)
    const antwoord = await proef.bel({ als: 'mbo', url: pad })
    if (antwoord.status !== 200) return
    const wie = OVER_ALLEN.has(route.operationId) ? new Set(deelnemers) : new Set([...genoemd(antwoord.tekst), ...genoemd(pad)])
    const regels = await sinds(voor)
    const betrokkenen = regels.flatMap(({ betrokkene }) => betrokkene ?? [])
    expect(new Set(betrokkenen)).toEqual(new Set([...wie].map(pseudoniem)))
    expect(betrokkenen.length, 'een regel per betrokkene').toBe(wie.size)
    for (const { naam, activiteit, status } of regels) expect([activiteit, status]).toEqual([activiteitBij(naam), 'OK'])
    if (wie.size === 0) return
    const { rows } = await proef.database.pool.query('select actor, handeling from audit_regel where trace_id = any($1)', [[...new Set(regels.map(({ trace_id }) => trace_id))]])
    expect(rows).toEqual([{ actor: 'administratie-21MB', handeling: regels[0]?.naam }])
  })

  test('de vragen hierboven geven samen genoeg antwoorden om iets te bewijzen', async () => {
    const gelukt: string[] = []
    for (const route of LEZEN) if ((await proef.bel({ als: 'mbo', url: await vulIn(route, deelnemers[0] ?? '') })).status === 200) gelukt.push(route.operationId)
    expect(gelukt).toEqual(expect.arrayContaining(['toonDeelnemers', 'toonDeelnemer', 'toonInschrijvingen', 'toonSignalen', 'toonSignaal', 'toonGebeurtenissen']))
    expect(gelukt.length).toBeGreaterThan(15)
  })

  test('S-30, S-33: een bestand geeft een regel per student erin, en een auditregel over wie het haalde', async () => {
    const voor = await tot()
    const { status, tekst } = await haalBestand()
    expect([status, tekst.split('\r\n').length > 3]).toEqual([200, true])
    const regels = await sinds(voor)
    expect(regels.map(({ naam, betrokkene }) => `${naam} ${betrokkene}`).sort()).toEqual(deelnemers.map((id) => `exporteerBestand ${pseudoniem(id)}`).sort())
    const { rows } = await proef.database.pool.query(`select actor, gegevens->'studenten' as studenten from audit_regel where trace_id = any($1) and handeling = 'exporteerBestand'`, [regels.map(({ trace_id }) => trace_id)])
    expect(rows).toEqual([{ actor: 'administratie-21MB', studenten: deelnemers.length }])
  })

  test('P-05: een zoekvraag zonder uitkomst en een deelnemer van een ander staan in het logboek, zonder te zeggen over wie', async () => {
    const voor = await tot()
    const gezocht = await proef.bel({ als: 'ander', methode: 'POST', url: '/deelnemers/_zoek', lichaam: { persoonsnummer: persoon(1).persoonsnummer } })
    expect((gezocht.json['regels'] as unknown as unknown[]).length).toBe(0)
    expect((await proef.bel({ als: 'ander', url: `/deelnemers/${deelnemers[0]}` })).status).toBe(404)
    const regels = await sinds(voor)
    expect(regels.map(({ naam, betrokkene }) => [naam, betrokkene])).toEqual([['zoekDeelnemers', null], ['leesDeelnemer', null]])
    const { rows } = await proef.database.pool.query<{ t: string; handeling: string }>('select handeling, a::text as t from audit_regel a where trace_id = any($1) order by op', [regels.map(({ trace_id }) => trace_id)])
    expect(rows.map(({ handeling }) => handeling)).toEqual(['zoekDeelnemers', 'leesDeelnemer'])
    for (const { t } of rows) expect(t).not.toContain(deelnemers[0])
  })
})

describe('elke wijziging', () => {
  test('S-30: een levering geeft een regel, ook als zij niets verandert; een geweigerde staat er als mislukt', async () => {
    const lever = (url: string, lichaam: unknown) => proef.bel({ als: 'mbo', methode: 'POST', url, lichaam })
    const voor = await tot()
    const bericht = { persoon: persoon(9), inschrijving: mboInschrijving() }
    const eerste = await lever('/inschrijvingen', bericht)
    await lever('/inschrijvingen', bericht)
    const [id] = [eerste.json['deelnemerId'] as unknown as string]
    const eigen = (await sinds(voor)).filter(({ naam }) => naam === 'leverInschrijving')
    expect(eigen.map(({ status, betrokkene }) => [status, betrokkene])).toEqual([['OK', pseudoniem(id)], ['OK', pseudoniem(id)]])
  })

  test('S-90, S-34: met bekende nummers en namen staat er in audit, verwerkingen, outbox, gebeurtenissen en afleveringen geen persoonsnummer, naam of geboortedatum', async () => {
    await proef.bel({ als: 'ander', methode: 'POST', url: '/deelnemers/_zoek', lichaam: { persoonsnummer: persoon(2).persoonsnummer } })
    let alles = ''
    for (const tabel of ['audit_regel', 'verwerking_regel', 'outbox', 'gebeurtenis_nieuw', 'gebeurtenis', 'aflevering', 'signaalhandeling', 'logboekpositie', 'audit_kop']) {
      alles += (await proef.database.pool.query<{ t: string }>(`select string_agg(t::text, E'\\n') as t from ${tabel} t`)).rows[0]?.t ?? ''
    }
    expect(alles.length).toBeGreaterThan(2_000)
    for (const n of [1, 2, 3, 9]) for (const woord of [persoon(n).persoonsnummer, persoon(n).naam, persoon(n).geboortedatum]) expect(alles).not.toContain(woord)
    // S-34: in het logboek van verwerkingen staat ook niet wie het deed.
    const { rows } = await proef.database.pool.query<{ t: string }>(`select string_agg(t::text, E'\\n') as t from verwerking_regel t`)
    for (const wie of ['administratie-', 'duo', 'proef-beheer', 'systeem']) expect(rows[0]?.t).not.toContain(wie)
  })
})
