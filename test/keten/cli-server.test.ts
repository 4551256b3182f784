/** Dezelfde opdrachten op deze computer en bij een server: het echte bin-bestand, een echte server, een eigen database. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schrijfRoBestand } from '../../bench/ro-bestand.ts'
import { type Proefproces, startServer } from '../serverproces.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

const BIN = 'bin/leerroute.mjs'
const RO = 'docs/voorbeelden/RO_21MB_20250801_20270731.CSV'
const CASUS = 'docs/voorbeelden/casus-faseverschil.json'
let eigen: EigenDatabase
let server: Proefproces
let map = ''
let sleutelbestand = ''

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-cli-server-'))
  server = await startServer(eigen.url, { dataMap: map })
  sleutelbestand = join(map, 'lindemeer.sleutel')
}, 90_000)
afterAll(async () => {
  await server.stop()
  await eigen.weg()
  rmSync(map, { recursive: true, force: true })
})

const env = (): NodeJS.ProcessEnv => ({ ...process.env, DATABASE_URL: eigen.url, LEERROUTE_DATA: map, XDG_CONFIG_HOME: map })

interface Uitkomst { readonly code: number | null; readonly uit: string; readonly fout: string }

function draai(...argumenten: string[]): Promise<Uitkomst> {
  const kind = spawn(process.execPath, [BIN, ...argumenten], { env: env(), stdio: ['ignore', 'pipe', 'pipe'] })
  let [uit, fout] = ['', '']
  kind.stdout.on('data', (deel: Buffer) => { uit += deel.toString() })
  kind.stderr.on('data', (deel: Buffer) => { fout += deel.toString() })
  return new Promise((klaar) => kind.once('close', (code) => klaar({ code, uit, fout })))
}
const bijServer = (...argumenten: string[]) => draai(...argumenten, '--server', server.adres, '--sleutel-bestand', sleutelbestand)
const json = <T>(uit: string): T => JSON.parse(uit) as T

interface Leverantwoord { aanleveringen: { aanlevering: { aanleveringId: string; staat: string; tellingen: Record<string, number> }; groepen?: { soort: string; veld: string; aantal: number; regelnummers: number[] }[]; signalen?: Record<string, number> | null }[] }

describe('met een sleutel van een koppeling', { timeout: 60_000 }, () => {
  it('Z-01: de beheerder maakt een sleutel; zonder sleutel mag er niets', async () => {
    const [gemaakt, zonder] = await Promise.all([
      draai('beheer', 'koppeling', 'maak', '--naam', 'Proef', '--rol', 'bron-inschrijving-mbo:21MB', '--rol', 'raadplegen:21MB', '--geldig-tot-en-met', '2099-12-31', '--sleutel-naar', sleutelbestand, '--json'),
      draai('lever', RO, '--server', server.adres),
    ])
    expect([gemaakt.code, gemaakt.fout]).toEqual([0, ''])
    expect(zonder).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('leerroute aanmelden') })
  })

  it('lever: ontvangen, verwerkt, en nog eens leveren verandert niets', async () => {
    const { code, uit, fout } = await bijServer('lever', RO, RO, '--json')
    expect(code, fout).toBe(0)
    const [een, twee] = json<Leverantwoord>(uit).aanleveringen
    expect(een).toMatchObject({ aanlevering: { staat: 'klaar' }, groepen: [] })
    expect(Object.values(een?.aanlevering.tellingen ?? {}).reduce((som, n) => som + n, 0)).toBe(23)
    expect(twee?.aanlevering.tellingen).toMatchObject({ nieuw: 0, gewijzigd: 0, ongewijzigd: 23 })
  })

  it('Z-02: lever --geen-wacht geeft een nummer, en --volg haalt het verslag later op; niets voor een andere school', async () => {
    const pad = foutbestand()
    const { aanleveringen: [gestuurd] } = json<Leverantwoord>((await bijServer('lever', pad, '--geen-wacht', '--json')).uit)
    const id = gestuurd?.aanlevering.aanleveringId ?? ''
    const [gevolgd, onbekend] = await Promise.all([bijServer('lever', '--volg', id, '--json'), bijServer('lever', '--volg', '01930000-0000-7000-8000-00000000dead')])
    expect(gevolgd.code).toBe(1)
    expect(json<Leverantwoord>(gevolgd.uit).aanleveringen).toMatchObject([{ aanlevering: { aanleveringId: id, tellingen: { afgekeurd: 2, 'geen-recht': 1 } }, groepen: expect.arrayContaining([expect.objectContaining({ veld: 'persoonsnummer', aantal: 1, regelnummers: [2] })]) }])
    expect(onbekend).toMatchObject({ code: 2, uit: '' })
  })
})

function foutbestand(): string {
  const pad = join(map, 'fout.ndjson')
  const andereSchool = { soort: 'inschrijving-verwijderd', persoonsnummer: '999990202', brin: '22MB', sector: 'MBO', inschrijvingvolgnummer: 'E0' }
  writeFileSync(pad, `{"soort":"onzin"}\n{"soort":"bpv","persoonsnummer":"x"}\n${JSON.stringify(andereSchool)}\n`)
  return pad
}

describe('op deze computer en bij de server hetzelfde antwoord', { timeout: 60_000 }, () => {
  it('casus en signalen, tot op de letter', async () => {
    const [casusHier, casusDaar, hier, daar] = await Promise.all([
      draai('casus', '--json', CASUS), draai('casus', '--json', CASUS, '--server', server.adres), draai('signalen', '--brin', '21MB', '--json'), bijServer('signalen', '--brin', '21MB', '--json'),
    ])
    expect(casusDaar).toEqual(casusHier)
    expect(json<{ signalen: unknown[] }>(hier.uit).signalen.length).toBeGreaterThan(0)
    expect(daar).toEqual(hier)
    expect(hier.code).toBe(1)
  })
  it('signalen van een school die niet bestaat is verkeerd gebruik, geen goed nieuws', async () => {
    expect(await draai('signalen', '--brin', '99ZZ')).toMatchObject({ code: 2, uit: '' })
  })
  it('toets van een RO: hetzelfde oordeel', async () => {
    for (const { code, uit } of await Promise.all([draai('toets', RO), bijServer('toets', RO)])) {
      expect(code).toBe(1)
      expect(uit).toContain('Niet klaar om te leveren: 1 fout')
    }
  })
  it('toets van records legt niets vast en zegt wat er zou gebeuren', async () => {
    const { code, uit } = await bijServer('toets', foutbestand())
    expect(code).toBe(1)
    expect(uit).toContain('Dit was een toets: er is niets vastgelegd.')
    expect(uit).toContain('Regel 2: bpv, afgekeurd')
  })
  it('K-BEK-08: de telling van de opdrachtregel is die van REST', async () => {
    const { telling, studenten } = json<{ telling: object; studenten: unknown[] }>((await draai('telling', '--brin', '21MB', '--teldatum', '2026-10-01', '--json')).uit)
    const antwoord = await fetch(`${server.adres}/v1/tellingen/21MB/2026-10-01`, { headers: { authorization: 'Bearer proef-lindemeer-administratie' } })
    expect(await antwoord.json()).toEqual(telling)
    expect(telling).toMatchObject({ studenten: studenten.length })
  })
})

describe('als het misgaat', { timeout: 60_000 }, () => {
  it('Ctrl-C tijdens de verwerking: 130, en het nummer om verder te volgen', async () => {
    const groot = join(map, 'RO_21MB_20250801_20270731.CSV')
    await schrijfRoBestand(groot, 20_000)
    const kind = spawn(process.execPath, [BIN, 'lever', groot, '--server', server.adres, '--sleutel-bestand', sleutelbestand], { env: env(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let fout = ''
    let gestopt = false
    kind.stderr.on('data', (deel: Buffer) => {
      fout += deel.toString()
      if (gestopt || !fout.includes('verwerken: 25%')) return
      gestopt = true
      process.kill(-(kind.pid ?? 0), 'SIGINT')
    })
    const code = await new Promise((klaar) => kind.once('close', klaar))
    expect([gestopt, code], fout).toEqual([true, 130])
    const id = /--volg\s+([0-9a-f-]{36})/.exec(fout)?.[1] ?? ''
    const gevolgd = await bijServer('lever', '--volg', id, '--json')
    expect(json<Leverantwoord>(gevolgd.uit).aanleveringen[0]?.aanlevering.staat).toBe('klaar')
  })
  it('een server die er niet is: 3, een verkeerd adres: 2', async () => {
    const [weg, verkeerd, onveilig] = await Promise.all([
      draai('casus', CASUS, '--server', 'http://127.0.0.1:9'), draai('casus', CASUS, '--server', 'leerroute.example'), draai('toets', RO, '--server', 'http://leerroute.example', '--sleutel-bestand', sleutelbestand),
    ])
    expect(weg).toMatchObject({ code: 3, uit: '', fout: expect.stringContaining('niet bereikbaar') })
    expect(verkeerd).toMatchObject({ code: 2, uit: '' })
    expect(onveilig.fout).toContain('alleen over https')
  })
})
