import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakKluis } from './kluis.ts'
import { laadSleutels, maakSleutelbestand } from './sleutels.ts'

let map = ''
beforeAll(async () => { map = await mkdtemp(join(tmpdir(), 'sleutels-')) })
afterAll(() => rm(map, { recursive: true }))

describe('sleutels in ontwikkeling', () => {
  test('maakt bij de eerste start een bestand dat alleen de eigenaar leest, en gebruikt het daarna weer; ook als er drie tegelijk starten', async () => {
    const keuze = { modus: 'ontwikkeling', sleutelBestand: join(map, 'nieuw', 'sleutels.json') } as const
    const drie = await Promise.all([laadSleutels(keuze), laadSleutels(keuze), laadSleutels(keuze)])
    const later = await laadSleutels(keuze)
    const zoek = drie.concat(later).map((s) => (s.ok ? maakKluis(s.waarde.persoonsnummers).zoeksleutel('999900006').toString('hex') : 'geen'))
    expect(new Set(zoek).size).toBe(1)
    expect(zoek[0]).toMatch(/^[0-9a-f]{64}$/)
    expect((await stat(keuze.sleutelBestand)).mode & 0o777).toBe(0o600)
  })

  test('overschrijft een bestand met een fout nooit', async () => {
    const sleutelBestand = join(map, 'stuk.json')
    await writeFile(sleutelBestand, '{"actief":"k1"', { mode: 0o600 })
    expect(await laadSleutels({ modus: 'ontwikkeling', sleutelBestand })).toMatchObject({ ok: false, reden: { bestand: sleutelBestand } })
    expect(await readFile(sleutelBestand, 'utf8')).toBe('{"actief":"k1"')
  })
})

describe('sleutels in productie', () => {
  test('weigert zonder bestand en maakt er geen', async () => {
    const sleutelBestand = join(map, 'ontbreekt.json')
    expect(await laadSleutels({ modus: 'productie', sleutelBestand })).toMatchObject({ ok: false })
    await expect(stat(sleutelBestand)).rejects.toThrow(/ENOENT/)
  })

  test.each([
    ['sleutels van een ontwikkelomgeving', maakSleutelbestand(true), 0o600],
    ['een bestand dat anderen kunnen lezen', maakSleutelbestand(false), 0o640],
    ['een te korte sleutel', maakSleutelbestand(false).replace(/("sessie": ")[^"]+/, '$1a2xlaW4='), 0o600],
    ['een actieve sleutel die er niet is', maakSleutelbestand(false).replace('"actief": "k1"', '"actief": "k2"'), 0o600],
  ])('weigert %s, zonder de inhoud te noemen', async (_wat, inhoud, rechten) => {
    const sleutelBestand = join(map, 'productie.json')
    await writeFile(sleutelBestand, inhoud)
    await chmod(sleutelBestand, rechten)
    const uitkomst = await laadSleutels({ modus: 'productie', sleutelBestand })
    expect(uitkomst.ok).toBe(false)
    const geheimen = inhoud.match(/[A-Za-z0-9+/]{40,}=*/g) ?? []
    for (const geheim of geheimen) expect(JSON.stringify(uitkomst)).not.toContain(geheim)
  })

  test('neemt goede sleutels', async () => {
    const sleutelBestand = join(map, 'goed.json')
    await writeFile(sleutelBestand, maakSleutelbestand(false), { mode: 0o600 })
    expect(await laadSleutels({ modus: 'productie', sleutelBestand })).toMatchObject({ ok: true })
  })
})

describe('P-01: de kluis', () => {
  const sleutels = (actief: string) => ({ actief, versleutelsleutels: new Map([['k1', Buffer.alloc(32, 1)], ['k2', Buffer.alloc(32, 2)]]), opzoeksleutel: Buffer.alloc(32, 3) })

  test('versleutelt elke keer anders, leest terug, ook na het wisselen van de sleutel', () => {
    const oud = maakKluis(sleutels('k1'))
    const [a, b] = [oud.versleutel('999900006', 'd1'), oud.versleutel('999900006', 'd1')]
    expect(a.versleuteld.equals(b.versleuteld)).toBe(false)
    const nieuw = maakKluis(sleutels('k2'))
    expect(nieuw.ontsleutel(a.versleuteld, a.sleutelId, 'd1')).toBe('999900006')
    expect(nieuw.versleutel('999900006', 'd1').sleutelId).toBe('k2')
    expect(nieuw.zoeksleutel('999900006').equals(oud.zoeksleutel('999900006'))).toBe(true)
  })

  test('weigert een gewijzigde cijfertekst, een andere deelnemer en een onbekende sleutel', () => {
    const kluis = maakKluis(sleutels('k1'))
    const { versleuteld } = kluis.versleutel('999900006', 'd1')
    const gewijzigd = Buffer.from(versleuteld)
    gewijzigd[14] = (gewijzigd[14] ?? 0) ^ 1
    expect(() => kluis.ontsleutel(gewijzigd, 'k1', 'd1')).toThrow(/authenticate/)
    expect(() => kluis.ontsleutel(versleuteld, 'k1', 'd2')).toThrow(/authenticate/)
    expect(() => kluis.ontsleutel(versleuteld, 'k9', 'd1')).toThrow(/k9 ontbreekt/)
  })
})

describe('S-92: de sleutels van de logboeken', () => {
  const zonder = (ontwikkeling: boolean): string => {
    const { logboek: _logboek, ...rest } = JSON.parse(maakSleutelbestand(ontwikkeling)) as Record<string, unknown>
    return JSON.stringify(rest)
  }

  test('een bestand van een ontwikkelomgeving zonder deze sleutels krijgt ze erbij; de andere blijven', async () => {
    const sleutelBestand = join(map, 'oud.json')
    await writeFile(sleutelBestand, zonder(true), { mode: 0o600 })
    const eerste = await laadSleutels({ modus: 'ontwikkeling', sleutelBestand })
    const weer = await laadSleutels({ modus: 'ontwikkeling', sleutelBestand })
    expect(eerste).toEqual(weer)
    expect(eerste.ok && eerste.waarde.logboek.controlepunten.sleutels.get('c1')?.length).toBe(32)
    expect(JSON.parse(await readFile(sleutelBestand, 'utf8'))).toMatchObject(JSON.parse(zonder(true).replace(/.*/s, '{"actief":"k1","ontwikkeling":true}')) as object)
    expect((await stat(sleutelBestand)).mode & 0o777).toBe(0o600)
  })

  test('in productie is het een weigering die zegt wat te doen, en het bestand verandert niet', async () => {
    const sleutelBestand = join(map, 'oud-productie.json')
    const inhoud = zonder(false)
    await writeFile(sleutelBestand, inhoud, { mode: 0o600 })
    expect(await laadSleutels({ modus: 'productie', sleutelBestand })).toMatchObject({ ok: false, reden: { uitleg: expect.stringContaining('docs/beheer/sleutels.md') } })
    expect(await readFile(sleutelBestand, 'utf8')).toBe(inhoud)
  })
})
