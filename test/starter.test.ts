import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBij } from '../scripts/installatie.mjs'
import { leeft, leesSlot, neemSlot, startVanProces, wachtOpSlot } from '../scripts/slot.mjs'

let map = ''
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'leerroute-starter-'))
})
afterEach(() => rmSync(map, { recursive: true, force: true }))

/** Een procesnummer dat zeker dood is: van een proces dat net geeindigd is. */
function dodeHouder(): { pid: number; start: string } {
  return { pid: spawnSync(process.execPath, ['-e', '']).pid, start: '1' }
}

function draai(code: string): Promise<string> {
  const kind = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'ignore'] })
  let uitvoer = ''
  kind.stdout.on('data', (deel: Buffer) => (uitvoer += deel.toString()))
  return new Promise((klaar) => kind.once('close', () => klaar(uitvoer)))
}

describe('slot', () => {
  it('is voor een tegelijk en noemt de houder', () => {
    const pad = join(map, 'a.slot')
    const eerste = neemSlot(pad, { adres: 'http://x' })
    expect(neemSlot(pad).houder).toMatchObject({ pid: process.pid, adres: 'http://x' })
    eerste.vrij?.()
    expect(existsSync(pad)).toBe(false)
    expect(neemSlot(pad).vrij).toBeTypeOf('function')
  })

  it('van een dood proces telt niet', () => {
    const pad = join(map, 'a.slot')
    writeFileSync(pad, JSON.stringify(dodeHouder()))
    expect(neemSlot(pad).vrij).toBeTypeOf('function')
    expect(leesSlot(pad)?.pid).toBe(process.pid)
  })

  it('van een hergebruikt procesnummer telt niet', () => {
    expect(leeft({ pid: process.pid, start: startVanProces(process.pid) ?? '' })).toBe(true)
    expect(leeft({ pid: process.pid, start: '1' })).toBe(false)
  })

  it('zegt waar het op vastloopt als wachten te lang duurt', async () => {
    const pad = join(map, 'a.slot')
    neemSlot(pad)
    await expect(wachtOpSlot(pad, { wachtMs: 50 })).rejects.toThrow(new RegExp(`bezet door proces ${process.pid}`))
  })

  it.each(['', 'geen json', '{"pid":'])('neemt een beschadigd slot over: %j', (inhoud) => {
    const pad = join(map, 'a.slot')
    writeFileSync(pad, inhoud)
    const slot = neemSlot(pad)
    expect(slot.houder).toBeUndefined()
    expect(leesSlot(pad)?.pid).toBe(process.pid)
  })

  it('laat van zes processen die om een dood slot vechten er nooit twee tegelijk binnen', async () => {
    const pad = join(map, 'a.slot')
    const teller = join(map, 'binnen')
    writeFileSync(pad, JSON.stringify(dodeHouder()))
    const code = `
      import { existsSync, rmSync, writeFileSync } from 'node:fs'
      import { wachtOpSlot } from ${JSON.stringify(join(process.cwd(), 'scripts/slot.mjs'))}
      const vrij = await wachtOpSlot(${JSON.stringify(pad)})
      const dubbel = existsSync(${JSON.stringify(teller)})
      writeFileSync(${JSON.stringify(teller)}, '')
      await new Promise((k) => setTimeout(k, 30))
      rmSync(${JSON.stringify(teller)}, { force: true })
      vrij()
      console.log(dubbel ? 'dubbel' : 'alleen')`
    const uitkomsten = await Promise.all(Array.from({ length: 6 }, () => draai(code)))
    expect(uitkomsten.map((tekst) => tekst.trim())).toEqual(Array.from({ length: 6 }, () => 'alleen'))
  }, 30_000)
})

/** Een project in het klein, met een nep-npm die bijhoudt hoe vaak hij geroepen wordt en dan de administratie schrijft. */
function maakProject(): { wortel: string; aanroepen(): number; installatie(): string } {
  const wortel = join(map, 'project')
  mkdirSync(join(wortel, 'node_modules/tsx'), { recursive: true })
  writeFileSync(join(wortel, 'node_modules/tsx/package.json'), '{}')
  writeFileSync(
    join(wortel, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0', dev: true }, 'node_modules/mac': { version: '1.0.0', optional: true } } }),
  )
  const log = join(map, 'npm.log')
  const npm = join(map, 'npm.cjs')
  writeFileSync(
    npm,
    `const fs = require('fs'); fs.appendFileSync(${JSON.stringify(log)}, 'x');
     setTimeout(() => fs.writeFileSync(${JSON.stringify(join(wortel, 'node_modules/.package-lock.json'))},
       JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' }, 'node_modules/b': { version: '1.0.0' } } })), 200)`,
  )
  const bron = JSON.stringify(join(process.cwd(), 'scripts/installatie.mjs'))
  return {
    wortel,
    aanroepen: () => (existsSync(log) ? readFileSync(log, 'utf8').length : 0),
    installatie: () => `
      process.env.npm_execpath = ${JSON.stringify(npm)}
      const { zorgVoorInstallatie } = await import(${bron})
      await zorgVoorInstallatie(${JSON.stringify(wortel)}, { ontwikkeling: true }).then(() => console.log('klaar'), (f) => console.log(f.message))`,
  }
}

describe('installatie', () => {
  it('twee starts tegelijk installeren samen een keer', async () => {
    const project = maakProject()
    const uitkomsten = await Promise.all([draai(project.installatie()), draai(project.installatie())])
    expect(uitkomsten).toEqual(['klaar\n', 'klaar\n'])
    expect(project.aanroepen()).toBe(1)
    expect(await draai(project.installatie())).toBe('klaar\n')
    expect(project.aanroepen()).toBe(1)
  })

  it('installeert opnieuw als package-lock.json een andere versie vraagt', async () => {
    const project = maakProject()
    await draai(project.installatie())
    const administratie = join(project.wortel, 'node_modules/.package-lock.json')
    writeFileSync(administratie, readFileSync(administratie, 'utf8').replace('2.0.0', '1.9.9'))
    await draai(project.installatie())
    expect(project.aanroepen()).toBe(2)
  })

  it('een server heeft de ontwikkelpakketten niet nodig', () => {
    const { wortel } = maakProject()
    writeFileSync(join(wortel, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '2.0.0' } } }))
    expect(isBij(wortel, { ontwikkeling: false })).toBe(true)
    expect(isBij(wortel, { ontwikkeling: true })).toBe(false)
  })

  it('Node en PostgreSQL zijn nodig op hun eigen platform en nergens anders', () => {
    const { wortel } = maakProject()
    const metProgramma = (os: string) => writeFileSync(join(wortel, 'package-lock.json'), JSON.stringify({ packages: {
      '': { optionalDependencies: { programma: '1.0.0' } },
      'node_modules/programma': { version: '1.0.0', optional: true, os: [os], cpu: [process.arch] },
      'node_modules/ander': { version: '1.0.0', optional: true },
    } }))
    writeFileSync(join(wortel, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }))
    metProgramma(process.platform)
    expect(isBij(wortel, { ontwikkeling: false })).toBe(false)
    metProgramma('elders')
    expect(isBij(wortel, { ontwikkeling: false })).toBe(true)
  })
})

describe('starter', () => {
  it('zegt op een te oude Node wat nodig is, en het bestand is voor die Node te lezen', async () => {
    const bron = readFileSync('scripts/go.mjs', 'utf8')
    expect(bron.replaceAll(/\/\/.*/g, '')).not.toMatch(/^\s*import\s[^(]|=>|`|\bconst\b|\blet\b|\?\.|\?\?|\bawait\b/m)
    const oud = bron.replace('process.versions.node.split', '"18.20.4".split')
    const uitvoer = spawnSync(process.execPath, ['--input-type=module', '-e', oud], { encoding: 'utf8' })
    expect(uitvoer.stderr).toContain('20.19')
    expect(uitvoer.status).toBe(2)
  })

  it('weigert een onbekend onderdeel met de lijst', () => {
    const uitvoer = spawnSync(process.execPath, ['scripts/go.mjs', 'strat'], { encoding: 'utf8' })
    expect(uitvoer.status).toBe(2)
    expect(uitvoer.stderr).toContain('start, leerroute, test')
  })

  it('leerroute zonder opdracht geeft uitleg, met een verkeerde opdracht code 2', () => {
    const uitleg = spawnSync(process.execPath, ['bin/leerroute.mjs', '--help'], { encoding: 'utf8' })
    expect(uitleg.status).toBe(0)
    expect(uitleg.stdout).toContain('Afsluitcodes')
    expect(spawnSync(process.execPath, ['bin/leerroute.mjs', 'bestaat-niet'], { encoding: 'utf8' }).status).toBe(2)
  })
})

it('een afgebroken proef laat geen map achter voor altijd', async () => {
  const { ruimOudeMappenOp } = await import('../src/database/tijdelijke-map.ts')
  const verlaten = join(map, 'leerroute-proef-dood')
  const levend = join(map, 'leerroute-proef-levend')
  for (const pad of [verlaten, levend]) mkdirSync(pad)
  writeFileSync(join(verlaten, 'eigenaar.json'), JSON.stringify(dodeHouder()))
  writeFileSync(join(levend, 'eigenaar.json'), JSON.stringify({ pid: process.pid, start: startVanProces(process.pid) }))
  await ruimOudeMappenOp([map])
  expect([existsSync(verlaten), existsSync(levend)]).toEqual([false, true])
})
