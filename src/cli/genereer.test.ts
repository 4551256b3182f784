import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { voerOpdrachtUit } from './index.ts'
import type { Register } from './omgeving.ts'

const map = mkdtempSync(join(tmpdir(), 'genereer-'))
afterAll(() => rmSync(map, { recursive: true }))

async function genereer(argumenten: readonly string[], register?: Partial<Register>) {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['genereer', ...argumenten], {
    schrijf: (tekst) => { uit += tekst },
    meld: (tekst) => { fout += tekst },
    opTerminal: false,
    metRegister: (werk) => (register === undefined ? Promise.reject(new Error('geen register nodig')) : werk(register as Register)),
  })
  return { code, uit, fout }
}

describe('leerroute genereer', () => {
  it('schrijft een regio zonder register, en zegt wat er te doen is', async () => {
    const naar = join(map, 'regio')
    const { code, uit } = await genereer(['--studenten', '60', '--zaad', '3', '--fouten', '10', '--uit', naar])
    expect([code, uit]).toEqual([0, expect.stringMatching(/^60 studenten en [\d.]+ records geschreven/)])
    expect(uit).toContain('LEESMIJ.md')
    expect(readFileSync(join(naar, 'LEESMIJ.md'), 'utf8')).toContain('--studenten 60 --zaad 3 --peildatum 2026-11-24 --fouten 10 --routes 1.5')
  })

  it('--json geeft een document met de tellingen', async () => {
    const { code, uit } = await genereer(['--studenten', '40', '--json', '--uit', join(map, 'json')])
    expect(code).toBe(0)
    expect(JSON.parse(uit)).toMatchObject({ map: join(map, 'json'), studenten: 40, records: expect.any(Number), signalen: expect.any(Object) })
  })

  it('zonder keuze is de peildatum vast: er is geen klok, dus dezelfde opdracht geeft morgen dezelfde bytes', async () => {
    for (const naam of ['een', 'twee']) await genereer(['--studenten', '30', '--uit', join(map, naam)])
    const lees = (naam: string): string => readdirSync(join(map, naam), { recursive: true, encoding: 'utf8' }).filter((pad) => /\.\w+$/.test(pad)).sort().map((pad) => readFileSync(join(map, naam, pad), 'utf8')).join('')
    expect(lees('een').length).toBeGreaterThan(10_000)
    expect(lees('twee')).toBe(lees('een'))
  })

  it.each<[readonly string[], string]>([
    [['--studenten', '10'], '--uit MAP'],
    [['--uit', join(map, 'x')], '--studenten'],
    [['--studenten', '0', '--uit', join(map, 'x')], 'heel getal van 1 tot en met 4000000'],
    [['--studenten', '10', '--fouten', '60', '--uit', join(map, 'x')], '0 tot en met 50'],
    [['--studenten', '10', '--fouten', 'veel', '--uit', join(map, 'x')], 'percentage'],
    [['--studenten', '10', '--peildatum', '2026-09-01', '--uit', join(map, 'x')], '1 november tot en met 31 juli'],
    [['--studenten', '10', '--uit', join(map, 'een')], 'niet leeg'],
  ])('%j is verkeerd gebruik', async (argumenten, uitleg) => {
    const { code, uit, fout } = await genereer(argumenten)
    expect([code, uit]).toEqual([2, ''])
    expect(fout.replaceAll(/\s+/g, ' ')).toContain(uitleg)
  })

  it('in productie komt er geen verzonnen school in het register', async () => {
    const { code, fout } = await genereer(['--studenten', '10', '--register'], { productie: true })
    expect([code, fout]).toEqual([2, expect.stringContaining('productie')])
  })
})
