import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bevinding } from '../bron/index.ts'
import { cel, csvRegel } from './bevindingen-csv.ts'
import { voerOpdrachtUit } from './main.ts'

const PER = 'PER|999000019||2009-04-12|V'
const ISG = 'ISG|999000019||E1|2025-08-01|2027-07-31||'
const ISP = 'ISP|999000019||E1|2025-08-01|29998|BOL|MBO-2|J||999A001|999X001|DLR|'
const KOP = 'VLP|99ZZ|2025-08-01|2026-07-31|2026-03-01'
const SLOT = 'SLR|1|1|1|0|0|0|0|0|0'
const bestand = (...regels: string[]): string => `${[KOP, ...regels, SLOT].join('\r\n')}\r\n`

let map = ''
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'leerroute-toets-'))
  writeFileSync(join(map, 'goed.csv'), bestand(PER, ISG, `${ISP}MBO`))
  writeFileSync(join(map, 'fase.csv'), bestand(PER, ISG, ISP))
  writeFileSync(join(map, 'formule.csv'), bestand(PER, ISG, ISP.replace('BOL', '=1+1')))
  writeFileSync(join(map, 'leeg.csv'), '')
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

async function toets(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = ''
  let fout = ''
  const geen = (): Promise<never> => Promise.reject(new Error('toets heeft geen database nodig'))
  const code = await voerOpdrachtUit(['toets', ...argumenten.map((a) => (a.endsWith('.csv') ? join(map, a) : a))], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, metRegister: geen,
  })
  return { code, uit, fout }
}

describe('leerroute toets', () => {
  it('eindigt met 0 bij een goed bestand en zegt dat het klaar is', async () => {
    const { code, uit } = await toets('goed.csv')
    expect(uit).toContain('Klaar om te leveren: geen fouten')
    expect(code).toBe(0)
  })

  it('K-FASE-06: noemt regel, veld, wat er hoort en hoe het te verbeteren is, en eindigt met 1', async () => {
    const { code, uit } = await toets('fase.csv')
    expect(code).toBe(1)
    for (const deel of ['Niet klaar om te leveren: 1 fout', 'Moet u verbeteren (1)', 'SIG-FASE-ONTBREEKT', 'veld 14 ‘Leerroutefase’ in ISP', 'regel 4', 'VO of MBO, verplicht bij DLR en GLR', 'Zo verbetert u het: Vul bij de periode', 'Per student (1)', '••••••019']) expect(uit).toContain(deel)
    expect(uit).not.toContain('999000019')
  })

  it('gaat na een onleesbaar bestand door met de volgende en eindigt met 2', async () => {
    const { code, uit, fout } = await toets('leeg.csv', 'fase.csv')
    expect(code).toBe(2)
    expect(fout).toContain('leeg.csv: Het bestand is leeg.')
    expect(uit).toContain('SIG-FASE-ONTBREEKT')
  })

  it('geeft met --json één geldig document met elke bevinding', async () => {
    const { uit } = await toets('--json', 'leeg.csv', 'fase.csv')
    const { bestanden } = JSON.parse(uit) as { bestanden: { onleesbaar: { code: string } | null; bevindingen: Bevinding[]; perStudent?: unknown[]; perRegel?: unknown[] }[] }
    expect(bestanden[0]).toMatchObject({ onleesbaar: { code: 'leeg' }, bevindingen: [] })
    expect(bestanden[1]).toMatchObject({ bevindingen: [{ regel: 'K-FASE-06', regelnummer: 4, persoon: '••••••019' }], perStudent: [{ regelnummer: 2, moetVerbeteren: 1 }], perRegel: [{ aantal: 1 }] })
    expect(uit).not.toContain('999000019')
  })

  it('geeft met --csv regels waarin niets een formule is', async () => {
    const { uit, code } = await toets('--csv', 'formule.csv')
    expect(code).toBe(1)
    expect(uit.split('\r\n')[0]).toMatch(/^bestand;regelnummer;/)
    expect(uit).toContain(`;"'=1+1";`)
    expect(uit).not.toMatch(/(^|;)"?[=+@]/m)
  })

  it.each([[['--json', '--csv', 'goed.csv']], [[]], [['--onzin', 'goed.csv']]])('eindigt met 2 bij verkeerd gebruik: %j', async (argumenten) => expect((await toets(...argumenten)).code).toBe(2))

  it('kent --help', async () => expect(await toets('--help')).toMatchObject({ code: 0, uit: expect.stringMatching(/zonder\s+iets\s+op\s+te\s+slaan/) }))
})

describe('CSV voor een rekenblad', () => {
  it.each(['=1', '+1', '-1', '@A1', '\t=1', '\r=1'])('maakt %j onschadelijk', (waarde) => expect(cel(waarde)).toBe(`"'${waarde}"`))
  it('zet aanhalingstekens om wat anders de regel breekt, en laat getallen met rust', () => {
    expect([cel('a;b'), cel('a"b'), cel('a\nb'), cel(-1), cel('gewoon')]).toEqual(['"a;b"', '"a""b"', '"a\nb"', '-1', 'gewoon'])
    expect(csvRegel({ bestand: '=x' } as Bevinding)).toMatch(/^"'=x";/)
  })
})
