/**
 * Alles langs Prism als controlerende tussenschakel: antwoordt de server anders dan zijn OpenAPI-document zegt, dan maakt Prism
 * daar een 500 van. Zo is elke gedocumenteerde status van elke operatie ten minste één keer echt gezien (S-100).
 */
import { randomBytes } from 'node:crypto'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datumInNederland, momentVan } from '../../src/kern/datum.ts'
import { maakKluis, maakKoppeling, systeemactor } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'
import { type Document, leesOperaties, type Operatie, SLEUTELS } from './operaties.ts'
import { maakOordeel, type Oordeel } from './oordeel.ts'
import type { Plek } from './paden.ts'
import { beeindig, type Proefproces, startServer, vrijePoort, wachtTotGereed } from '../serverproces.ts'
import { type Bel, type Gezien, gewoneRonde, type Ronde, stukkeRonde } from './statussen.ts'

const MINUUT = 60_000
const OVER_EEN_JAAR = datumInNederland(new Date(Date.now() + 365 * 24 * 60 * MINUUT))
let eigen: EigenDatabase
let map: string
let armeSleutels: readonly string[] = []
const plekken = new Map<string, Plek>()
const gezien: Gezien = new Set()
const afwijkingen: string[] = []
let operaties: readonly Operatie[] = []
let oordeel: Oordeel = () => []

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-prism-'))
  const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
  const ctx = { actor: systeemactor('proef'), nu: momentVan(new Date()), kluis }
  armeSleutels = await Promise.all(([['rio-beheer', '21MB'], ['raadplegen', '21MB'], ['verzuim', '21MB'], ['bsn-inzien', '11VA']] as const).map(async ([rol, brin]) => {
    const gemaakt = await maakKoppeling(eigen.database, ctx, { naam: `alleen ${rol}`, soort: 'school', rollen: [{ rol, brin }], geldigTotEnMet: OVER_EEN_JAAR })
    if (!gemaakt.ok) throw new Error(JSON.stringify(gemaakt.reden))
    return gemaakt.waarde.sleutel
  }))
}, MINUUT)
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await eigen.weg()
})

describe('S-100: elke operatie en elke gedocumenteerde status, langs een controlerende tussenschakel', () => {
  it('gewone verzoeken, goede en foute', async () => {
    await metPrism({ LEERROUTE_MAX_BESTAND_MB: '1' }, async (ronde) => {
      await gewoneRonde(operaties, ronde)
      await gewoneRonde(operaties.filter(({ methode }) => methode === 'POST'), ronde)
      await eigen.database.pool.query(IN_DE_TOEKOMST)
      await gewoneRonde(operaties.filter(({ methode }) => methode === 'PUT' || methode === 'DELETE'), ronde, () => ['409'])
    })
    expect(gezien.size).toBeGreaterThan(operaties.length * 4)
  }, 10 * MINUUT)

  it('S-18: te veel verzoeken', async () => {
    await metPrism({ LEERROUTE_LIMIET_PER_MINUUT: '1' }, (ronde) => stukkeRonde(operaties, ronde, 2))
    expect(operaties.filter(({ operationId }) => !gezien.has(`${operationId} 429`))).toEqual([])
  }, 3 * MINUUT)

  it('een server zonder database', async () => {
    await metPrism({}, async (ronde, server) => {
      await zonderVerbindingen(eigen.url, true)
      try {
        await stukkeRonde(operaties, ronde)
        expect(server.fouten()).not.toMatch(/select |insert /)
      } finally {
        await zonderVerbindingen(eigen.url, false)
      }
    })
  }, 3 * MINUUT)

  it('S-10: een storing binnen geeft een kenmerk, en niets over de binnenkant', async () => {
    await metPrism({}, async (ronde, server) => {
      await eigen.database.pool.query('revoke all on all tables in schema public from leerroute_app')
      await stukkeRonde(operaties, ronde)
      expect(server.fouten()).not.toMatch(/permission denied|select |insert /)
    })
  }, 3 * MINUUT)

  it('geen enkel antwoord week af van het document', () => expect(afwijkingen.slice(0, 20)).toEqual([]))

  it('elke gedocumenteerde status is gezien', () => {
    const gedocumenteerd = operaties.flatMap(({ operationId, responses }) => Object.keys(responses).map((status) => `${operationId} ${status}`))
    const gemist = gedocumenteerd.filter((paar) => !gezien.has(paar) && !(paar in ELDERS))
    console.log(`${gedocumenteerd.length} paren van operatie en status; gezien: ${gedocumenteerd.length - gemist.length}\n${perStatus(gedocumenteerd.filter((paar) => gezien.has(paar)))}`)
    expect(operaties.length).toBeGreaterThan(50)
    expect(gemist).toEqual([])
  })
})

/** Wat hier niet op te roepen is, met de reden of de test die het wel doet. */
const ELDERS: Readonly<Record<string, string>> = {
  'beslisCasus 500': 'raakt de database niet', 'beslisCasus 503': 'raakt de database niet',
  'toonGebeurtenisschema 500': 'een vast document', 'toonGebeurtenisschema 503': 'een vast document',
  ...Object.fromEntries(['wijzigOnderdeel', 'laatOnderdeelVervallen', 'wijzigPraktijkovereenkomst', 'laatPraktijkovereenkomstVervallen'].map((naam) => [`${naam} 409`, 'een onderdeel uit de toekomst is niet te lezen, dus er is geen ETag om mee te wijzigen'])),
  'herhaalAflevering 202': 'na 72 uur mislukken; src/server/webhook-werker.db.test.ts', 'herhaalAflevering 422': 'idem',
}

/** Wat nu geldt is dan later vastgelegd dan elk bericht van nu. */
const IN_DE_TOEKOMST = `do $$ declare t text; begin
  for t in select table_name from information_schema.columns where table_schema = 'public' and column_name = 'vastgelegd_tot' loop
    execute format('update %I set vastgelegd_van = now() + interval ''1 hour'' where vastgelegd_tot is null', t);
  end loop; end $$`

async function metPrism(omgeving: Readonly<Record<string, string>>, werk: (ronde: Ronde, server: Proefproces) => Promise<void>): Promise<void> {
  // Dit zijn veel verzoeken in een minuut: zonder grens, tenzij het daar juist om gaat.
  const server = await startServer(eigen.url, { omgeving: { LEERROUTE_LIMIET_PER_MINUUT: '0', ...omgeving } })
  let prism: { readonly proces: ChildProcess; readonly bel: Bel } | undefined
  try {
    prism = await startPrism(server)
    const direct: Bel = (methode, pad, koppen, lichaam) => belDirect(`${server.adres}/v1`, methode, pad, koppen, lichaam)
    await werk({ bel: prism.bel, direct, sleutels: [...SLEUTELS], armeSleutels, gezien, plekken }, server)
  } finally {
    if (prism !== undefined) await beeindig(prism.proces)
    await server.stop()
  }
}

async function startPrism(server: Proefproces): Promise<{ readonly proces: ChildProcess; readonly bel: Bel }> {
  const document = (await (await fetch(`${server.adres}/v1/openapi.json`)).json()) as Document
  operaties = leesOperaties(document)
  const bestand = join(map, `openapi-${randomBytes(4).toString('hex')}.json`)
  oordeel = maakOordeel(document)
  writeFileSync(bestand, JSON.stringify(zonderBeveiliging({ ...document, servers: [{ url: `${server.adres}/v1` }] })))
  const poort = await vrijePoort()
  const proces = spawn(process.execPath, ['node_modules/@stoplight/prism-cli/dist/index.js', 'proxy', bestand, `${server.adres}/v1`, '--errors', '--validate-request=false', '-p', String(poort)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let uitvoer = ''
  for (const stroom of [proces.stdout, proces.stderr]) stroom.on('data', (stuk: Buffer) => { uitvoer = `${uitvoer}${stuk.toString()}`.slice(-20_000) })
  await wachtTotGereed(proces, `http://127.0.0.1:${poort}/organisaties`, () => uitvoer)
  return { proces, bel: (methode, pad, koppen, lichaam) => belLangsPrism(`http://127.0.0.1:${poort}`, methode, pad, koppen, lichaam) }
}

/** Prism weigert anders zelf verzoeken zonder sleutel, en dan komt ons antwoord niet aan bod. */
function zonderBeveiliging(document: Document): unknown {
  return JSON.parse(JSON.stringify(document, (naam, waarde: unknown) => (naam === 'security' ? undefined : waarde)))
}

async function belDirect(adres: string, methode: string, pad: string, koppen: Readonly<Record<string, string>>, lichaam?: string) {
  const antwoord = await fetch(`${adres}${pad}`, { method: methode, headers: koppen, redirect: 'manual', ...(lichaam === undefined ? {} : { body: lichaam }) })
  const tekst = await antwoord.text()
  const operatie = operaties.find((o) => o.methode === methode && new RegExp(`^${o.pad.replaceAll(/\{[^}]*\}/g, '[^/]+')}$`).test(pad.split('?')[0] ?? ''))
  if (operatie !== undefined) afwijkingen.push(...oordeel(operatie, { status: antwoord.status, koppen: antwoord.headers, tekst }).map((zin) => `${methode} ${pad}: ${zin}`))
  return { status: antwoord.status, koppen: antwoord.headers, tekst }
}

async function belLangsPrism(adres: string, methode: string, pad: string, koppen: Readonly<Record<string, string>>, lichaam?: string) {
  const antwoord = await fetch(`${adres}${pad}`, { method: methode, headers: koppen, redirect: 'manual', ...(lichaam === undefined ? {} : { body: lichaam }) })
  const tekst = await antwoord.text()
  if (/stoplight\.io\/prism\/errors/.test(tekst)) afwijkingen.push(`${methode} ${pad}: ${tekst.slice(0, 800)}`)
  return { status: antwoord.status, koppen: antwoord.headers, tekst }
}

async function zonderVerbindingen(url: string, dicht: boolean): Promise<void> {
  const naam = new URL(url).pathname.slice(1)
  const beheer = new URL(url)
  beheer.pathname = '/postgres'
  const client = new pg.Client({ connectionString: beheer.href })
  await client.connect()
  await client.query(`alter database ${naam} allow_connections ${String(!dicht)}`)
  if (dicht) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [naam])
  await client.end()
}

function perStatus(paren: readonly string[]): string {
  const tel = new Map<string, number>()
  for (const paar of paren) tel.set(paar.split(' ')[1] ?? '', (tel.get(paar.split(' ')[1] ?? '') ?? 0) + 1)
  return [...tel].toSorted(([a], [b]) => Number(a) - Number(b)).map(([status, n]) => `${status}: ${n} operaties`).join('\n')
}
