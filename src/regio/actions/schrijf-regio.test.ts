import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leesInhoudsopgave } from '../inhoudsopgave.ts'
import type { Regiowens } from '../maak-student.ts'
import { maakRegio, type Regio } from '../regio.ts'
import { schrijfRegio } from './schrijf-regio.ts'

let map: string
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'regio-'))
})
afterAll(() => rmSync(map, { recursive: true }))

function regio(wens: Partial<Regiowens>): Regio {
  const gemaakt = maakRegio({ studenten: 300, zaad: 5, peildatum: '2026-11-24', foutenProcent: 5, routesProcent: 1.5, ...wens })
  if (!gemaakt.ok) throw new Error(gemaakt.reden)
  return gemaakt.waarde
}

function alleBestanden(van: string): ReadonlyMap<string, string> {
  const paden = readdirSync(van, { recursive: true, encoding: 'utf8' }).filter((pad) => statSync(join(van, pad)).isFile()).sort()
  return new Map(paden.map((pad) => [pad, readFileSync(join(van, pad), 'utf8')]))
}

describe('een regio als bestanden', () => {
  test('elk bestand uit regio.json staat er, met zoveel records, en niets anders', async () => {
    const uit = join(map, 'een')
    const geschreven = await schrijfRegio(regio({}), uit, { draden: 1 })
    if (!geschreven.ok) throw new Error(geschreven.reden)
    const bestanden = alleBestanden(uit)
    const opgave = leesInhoudsopgave(bestanden.get('regio.json') ?? '')
    expect(opgave?.bestanden.map(({ bestand }) => bestand).concat('00-beheer.ndjson', 'LEESMIJ.md', 'geplant.ndjson', 'regio.json').sort()).toEqual([...bestanden.keys()])
    const regelsIn = (bestand: string): number => (bestanden.get(bestand) ?? '').trimEnd().split('\n').length
    for (const { bestand, records } of opgave?.bestanden ?? []) expect(regelsIn(bestand), bestand).toBe(records)
    const records = (opgave?.bestanden ?? []).reduce((som, bestand) => som + bestand.records, regelsIn('00-beheer.ndjson'))
    expect([geschreven.waarde.records, opgave?.telling.records]).toEqual([records, records])
    expect(opgave?.bestanden.map(({ ronde }) => ronde)).toEqual(opgave?.bestanden.map(({ ronde }) => ronde).toSorted((a, b) => a - b))
  })

  test('een naam van een bestand komt in de hele regio één keer voor, zodat een levering terug te vinden is', async () => {
    const opgave = leesInhoudsopgave(readFileSync(join(map, 'een', 'regio.json'), 'utf8'))
    const namen = (opgave?.bestanden ?? []).map(({ bestand }) => bestand.split('/').at(-1))
    expect(new Set(namen).size).toBe(namen.length)
  })

  test('P-01: de lijst met geplante fouten noemt geen persoonsnummer en geen naam', () => {
    const [lijst, leveringen] = [readFileSync(join(map, 'een', 'geplant.ndjson'), 'utf8'), [...alleBestanden(join(map, 'een'))].filter(([pad]) => pad.includes('/')).map(([, tekst]) => tekst).join('')]
    const nummers = [...leveringen.matchAll(/"persoonsnummer":"(\d{9})"/g)].map(([, nummer]) => nummer ?? '')
    expect(nummers.length).toBeGreaterThan(300)
    expect(nummers.some((nummer) => lijst.includes(nummer))).toBe(false)
  })

  test('draden veranderen de bytes niet', async () => {
    // Drie gebieden over twee draden.
    const groot = { studenten: 20_200, zaad: 9, foutenProcent: 2 }
    await schrijfRegio(regio(groot), join(map, 'alleen'), { draden: 1 })
    await schrijfRegio(regio(groot), join(map, 'samen'), { draden: 2 })
    const [alleen, samen] = [alleBestanden(join(map, 'alleen')), alleBestanden(join(map, 'samen'))]
    expect([...samen.keys()]).toEqual([...alleen.keys()])
    expect([...alleen].filter(([pad, tekst]) => samen.get(pad) !== tekst).map(([pad]) => pad)).toEqual([])
  }, 60_000)

  test('een map met inhoud blijft zoals zij is', async () => {
    const vol = mkdtempSync(join(map, 'vol-'))
    writeFileSync(join(vol, 'van-mij.txt'), 'blijf af')
    expect(await schrijfRegio(regio({}), vol, { draden: 1 })).toMatchObject({ ok: false, reden: expect.stringContaining('niet leeg') })
    expect(readdirSync(vol)).toEqual(['van-mij.txt'])
  })

  test.each(['', '{}', '[]', 'null', '{"versie":2}', '{"versie":1,"geldig":{},"scholen":[],"bestanden":[]}'])('regio.json met %j is geen regio', (tekst) => {
    expect(leesInhoudsopgave(tekst)).toBeUndefined()
  })
})
