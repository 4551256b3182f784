/**
 * De matrix van rechten (S-87): elke REST-operatie, voor iedereen, op elk soort object. De verwachting komt uit de opgegeven toegang en
 * uit de tabel van toegang.md 4.2 (wie.ts), niet uit mag(). Wat niet mag verandert niets, en vreemd en onbekend zijn niet te onderscheiden.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Route, routes } from '../../src/rest/index.ts'
import { maakRestproef, type Restproef } from '../rest-proef.ts'
import { DELEN, maakStudenten, type Student } from './objecten.ts'
import { actorVan, heeftRecht, IEDEREEN, type Iemand, leestBij } from './wie.ts'

// Duizenden verzoeken in een toets: op een drukke machine duurt dat langer dan de gewone grens.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let proef: Restproef
let studenten: readonly Student[]
let cellen = 0
beforeAll(async () => {
  proef = await maakRestproef([], new Map(IEDEREEN.map((iemand) => [sleutelVan(iemand), actorVan(iemand)])))
  studenten = await maakStudenten(proef)
})
afterAll(async () => {
  process.stdout.write(`matrix van de REST-operaties: ${cellen} cellen, ${routes.length} operaties, ${IEDEREEN.length + 1} soorten aanroepers\n`)
  await proef.weg()
})

interface Uit { readonly status: number; readonly inhoud: string }

test('Z-01: elke operatie noemt haar toegang, en de matrix kent elk recht', () => {
  expect(routes.length).toBeGreaterThan(80)
  for (const { toegang, operationId } of routes) {
    expect(toegang, operationId).toBeTypeOf('string')
    if (toegang !== 'openbaar' && toegang !== 'aangemeld') expect(() => IEDEREEN.map((iemand) => heeftRecht(iemand, toegang)), operationId).not.toThrow()
  }
})

test('Z-01, S-87: zonder sleutel is elke operatie die niet openbaar is 401, en er verandert niets', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const een of routes) {
    const { status } = await bel(een, undefined, studenten[0])
    if ((status === 401) === (een.toegang === 'openbaar')) fouten.push(`${een.operationId}: ${status}`)
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('Z-01, Z-03, Z-06, S-87: wie het recht niet heeft krijgt 403, wie het wel heeft niet, en er verandert niets', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const een of routes.filter(({ methode, toegang }) => methode === 'GET' || (toegang !== 'openbaar' && toegang !== 'aangemeld'))) {
    for (const iemand of IEDEREEN) {
      const mag = een.toegang === 'openbaar' || een.toegang === 'aangemeld' || heeftRecht(iemand, een.toegang)
      // Wie mag, wijzigt hier niets: het object is er niet en de ETag klopt niet.
      if (mag && een.methode === 'POST' && !een.pad.includes('{')) continue
      const { status } = await bel(een, iemand, studenten.at(-1))
      if ((status === 403) === mag || status === 401 || status >= 500) fouten.push(`${iemand.naam}: ${een.operationId} ${status}`)
    }
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('Z-02, T-27, S-87: een student van een ander is niet te zien en niet te wijzigen, en geeft letterlijk hetzelfde antwoord als een student die er niet is', async () => {
  const vooraf = await afdruk()
  const fouten: string[] = []
  for (const een of routes.filter(({ pad }) => pad.includes('{deelnemerId}'))) {
    for (const iemand of IEDEREEN.filter((kandidaat) => een.toegang === 'aangemeld' || heeftRecht(kandidaat, een.toegang))) {
      const ontbreekt = await bel(een, iemand, studenten.at(-1))
      if (ontbreekt.status < 400) fouten.push(`${iemand.naam}: ${een.operationId} op niets ${ontbreekt.status}`)
      for (const student of studenten.filter(({ soort, brins }) => soort !== 'ontbreekt' && !leestBij(iemand, brins))) {
        const vreemd = await bel(een, iemand, student)
        if (vreemd.status !== ontbreekt.status || vreemd.inhoud !== ontbreekt.inhoud) fouten.push(`${iemand.naam}: ${een.operationId} op ${student.soort} ${vreemd.status} ${vreemd.inhoud} / ${ontbreekt.status} ${ontbreekt.inhoud}`)
      }
    }
  }
  expect(fouten).toEqual([])
  expect(await afdruk()).toEqual(vooraf)
})

test('Z-02, S-87: een student van de eigen school of van de partner is te lezen voor wie een leesrol heeft', async () => {
  const fouten: string[] = []
  for (const een of routes.filter(({ pad, methode, operationId }) => methode === 'GET' && (/^\/deelnemers\/\{deelnemerId\}(\/[a-z-]+)?$/.test(pad) || operationId === 'toonInschrijving'))) {
    for (const iemand of IEDEREEN) {
      for (const student of studenten.filter(({ soort, brins }) => soort !== 'ontbreekt' && leestBij(iemand, brins))) {
        const { status } = await bel(een, iemand, student)
        if (status !== 200) fouten.push(`${iemand.naam}: ${een.operationId} op ${student.soort} ${status}`)
      }
    }
  }
  expect(fouten).toEqual([])
})

test('Z-02, S-87: een lijst noemt alleen studenten die de aanroeper mag zien', async () => {
  const fouten: string[] = []
  for (const iemand of IEDEREEN.filter((kandidaat) => heeftRecht(kandidaat, 'deelnemer:lezen'))) {
    for (const pad of ['/deelnemers', '/signalen?pageSize=100', '/gebeurtenissen']) {
      const { inhoud } = await roep('GET', pad, iemand)
      for (const student of studenten) {
        if (inhoud.includes(student.deelnemerId) && !leestBij(iemand, student.brins)) fouten.push(`${iemand.naam}: ${pad} noemt ${student.soort}`)
      }
    }
  }
  expect(fouten).toEqual([])
})

function sleutelVan({ naam }: Iemand): string {
  return naam.replaceAll(/[^a-z0-9]/gi, '-')
}

function bel(een: Route, iemand: Iemand | undefined, student: Student | undefined): Promise<Uit> {
  const pad = een.pad.replaceAll(/\{(\w+)\}/g, (_, naam: string) => encodeURIComponent(waardeVoor(naam, student)))
  return roep(een.methode, pad + vraagdeel(een), iemand, een)
}

function waardeVoor(naam: string, student: Student | undefined): string {
  if (naam === 'deelnemerId' || naam === 'inschrijvingId') return student?.[naam] ?? ''
  const waarde = DELEN[naam]
  if (waarde === undefined) throw new Error(`de matrix kent het deel {${naam}} niet: zet het in DELEN`)
  return waarde
}

/** Wat de operatie in de vraag verplicht, met een school die van niemand in de matrix alleen is. */
function vraagdeel({ vraag }: Route): string {
  const verplicht = (vraag.query as { readonly required?: readonly string[] } | undefined)?.required ?? []
  const waarden: Readonly<Record<string, string>> = { brin: '21MB', bekostigingsjaar: '2027', studiejaar: '2025', van: '2025-08-01', totEnMet: '2026-07-31', peildatum: '2026-11-24' }
  return verplicht.length === 0 ? '' : `?${verplicht.map((naam) => `${naam}=${waarden[naam] ?? '1'}`).join('&')}`
}

async function roep(methode: Route['methode'], pad: string, iemand: Iemand | undefined, een?: Route): Promise<Uit> {
  cellen += 1
  const { lichaam, bestand, voorbeeld } = een?.vraag ?? {}
  const inhoud = bestand === undefined ? (lichaam === undefined ? undefined : JSON.stringify(voorbeeld)) : '{}'
  const uit = await proef.app.inject({
    method: methode, url: `/v1${pad}`, ...(inhoud === undefined ? {} : { payload: inhoud }),
    headers: {
      ...(iemand === undefined ? {} : { authorization: `Bearer ${sleutelVan(iemand)}` }), ...(inhoud === undefined ? {} : { 'content-type': bestand?.[0] ?? 'application/json' }),
      ...(een?.idempotent === true ? { 'idempotency-key': randomUUID() } : {}), ...(methode === 'PUT' || methode === 'PATCH' || methode === 'DELETE' ? { 'if-match': '"niet-deze"' } : {}),
    },
  })
  return { status: uit.statusCode, inhoud: zonderKenmerk(uit.body) }
}

/** Alles behalve waar het adres of het verzoek zelf in staat. */
function zonderKenmerk(tekst: string): string {
  return tekst.replaceAll(/"(instance|kenmerk|correlatieId)":"[^"]*",?/g, '')
}

/** Hoeveel rijen er in elke tabel van het register staan; logboeken horen mee te groeien en tellen niet. */
async function afdruk(): Promise<unknown> {
  const { rows } = await proef.database.pool.query<{ tabel: string }>(`select table_name as tabel from information_schema.columns where table_schema = 'public' and column_name = 'vastgelegd_van' union select unnest(array['abonnement', 'aanlevering', 'signaal', 'deelnemer']) order by 1`)
  const aantallen = await Promise.all(rows.map(async ({ tabel }) => [tabel, await proef.tel(tabel)]))
  return Object.fromEntries(aantallen) as unknown
}
