/** De opdrachtregel zoals een gebruiker hem start: het echte bin-bestand in een eigen proces, zonder server. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schrijfRoBestand } from '../../bench/ro-bestand.ts'

const BIN = 'bin/leerroute.mjs'
const RO = 'docs/voorbeelden/RO_21MB_20250801_20270731.CSV'
const CASUS = 'docs/voorbeelden/casus-faseverschil.json'
let map = ''
let groot = ''
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'leerroute-cli-'))
  groot = join(map, 'RO_21MB_20250801_20270731.CSV')
  await schrijfRoBestand(groot, 200_000)
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

const env = (): NodeJS.ProcessEnv => ({ ...process.env, LEERROUTE_DATA: join(map, 'gegevens') })

function draai(...argumenten: string[]): { code: number | null; uit: string; fout: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argumenten], { encoding: 'utf8', env: env(), maxBuffer: 1e8 })
  return { code: status, uit: stdout, fout: stderr }
}

describe('leerroute zonder server', () => {
  it('de voorbeelden uit de uitleg werken', () => {
    expect(draai('casus', CASUS)).toMatchObject({ code: 0, fout: '', uit: expect.stringContaining('Besluit voor') })
    expect(draai('toets', RO)).toMatchObject({ code: 1, fout: '', uit: expect.stringContaining('Niet klaar om te leveren: 1 fout') })
  })
  it('--json is een geldig document en niets anders op stdout, ook van een groot bestand', () => {
    const { code, uit } = draai('toets', '--json', groot, RO)
    expect(code).toBe(1)
    expect((JSON.parse(uit) as { bestanden: { verslag: { regels: number } }[] }).bestanden.map((b) => b.verslag.regels)).toEqual([expect.any(Number), 45])
  })
  it('leest een casus van de standaardinvoer', () => {
    const { status, stdout } = spawnSync('sh', ['-c', `cat ${CASUS} | ${process.execPath} ${BIN} casus --json -`], { encoding: 'utf8', env: env() })
    expect([status, (JSON.parse(stdout) as { beslissingen: unknown[] }).beslissingen.length]).toEqual([0, 1])
  })
  it('een lezer die ophoudt is geen fout: stil, en afsluitcode 0', () => {
    const { stdout, stderr } = spawnSync('bash', ['-c', `${process.execPath} ${BIN} toets --csv ${groot} | head -1; echo "\${PIPESTATUS[0]}"`], { encoding: 'utf8', env: env() })
    expect(stdout).toMatch(/^bestand;regelnummer;.*\r\n0\n$/)
    expect(stderr.replaceAll(/^\S+: \d+%.*\n/gm, '')).toBe('')
  })
  it('verkeerd gebruik: 2, met een suggestie; --version: 0', () => {
    expect(draai('toest', RO)).toMatchObject({ code: 2, uit: '', fout: expect.stringContaining('Bedoelt u toets?') })
    expect(draai('toets', 'bestaat-niet.csv').code).toBe(2)
    expect(draai('--version')).toMatchObject({ code: 0, fout: '', uit: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  })
  it('Ctrl-C stopt netjes: 130, met wat er is opgeslagen', async () => {
    const bestanden = Array.from({ length: 40 }, () => groot)
    // Een eigen groep, zoals een terminal doet: Ctrl-C gaat naar de starter en de opdracht tegelijk.
    const kind = spawn(process.execPath, [BIN, 'toets', ...bestanden], { env: env(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    let fout = ''
    let gestopt = false
    kind.stderr.on('data', (deel: Buffer) => {
      fout += deel.toString()
      if (gestopt || !fout.includes('25%')) return
      gestopt = true
      process.kill(-(kind.pid ?? 0), 'SIGINT')
    })
    const code = await new Promise((klaar) => kind.once('close', klaar))
    expect([code, fout.split('\n').at(-2)]).toEqual([130, 'Afgebroken. Er is niets opgeslagen.'])
  })
})

const script = spawnSync('script', ['--version']).status === 0
if (!script) process.stderr.write('\n*** GEEN script(1): de opdrachtregel op een terminal wordt niet getest. ***\n')

describe('leerroute op een terminal', () => {
  const opTerminal = (opdracht: string, kleur: Record<string, string> = {}): string =>
    spawnSync('script', ['-qec', `stty cols 80; ${process.execPath} ${BIN} ${opdracht}`, '/dev/null'], { encoding: 'utf8', env: { ...env(), TERM: 'xterm', NO_COLOR: '', ...kleur } }).stdout

  it.skipIf(!script)('kleurt, past in 80 kolommen, en toont een balk met snelheid die zichzelf opruimt', () => {
    const uit = opTerminal(`toets ${groot}`)
    expect(uit).toContain('\u001B[1m')
    expect(uit).toMatch(/[█░]+ \d+% [\d,]+ MB\/s, nog \d+ s {2}RO_21MB/)
    const regels = uit.replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, '').split('\r\n').filter((regel) => !/[█░]/.test(regel))
    expect(regels.length).toBeGreaterThan(3)
    for (const regel of regels) expect([...regel].length, regel).toBeLessThanOrEqual(80)
  })
  it.skipIf(!script)('NO_COLOR laat de kleur weg', () => expect(opTerminal(`toets ${RO}`, { NO_COLOR: '1' })).not.toMatch(/\u001B\[\d+m/))
})
