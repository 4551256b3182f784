import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voerOpdrachtUit } from './main.ts'

let map = ''
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'leerroute-aanvulling-'))
  for (const shell of ['bash', 'zsh']) writeFileSync(join(map, `${shell}.sh`), await script(shell))
  mkdirSync(join(map, 'werk/een map'), { recursive: true })
  for (const naam of ['RO een.csv', 'RO_twee.csv', 'casus.json']) writeFileSync(join(map, 'werk', naam), '')
})
afterAll(() => rmSync(map, { recursive: true, force: true }))

async function script(shell: string): Promise<string> {
  let uit = ''
  const code = await voerOpdrachtUit(['completion', shell], { schrijf: (t) => { uit += t }, meld: () => undefined, opTerminal: false, metRegister: () => Promise.reject(new Error('geen register')) })
  expect(code).toBe(0)
  return uit
}

/** Wat bash aanvult bij de woorden tot nu toe; het laatste woord is waar de cursor staat. */
function bashVult(...woorden: string[]): string[] {
  const lijst = ['leerroute', ...woorden].map((w) => `'${w.replaceAll("'", `'\\''`)}'`).join(' ')
  const code = `source ${join(map, 'bash.sh')}; complete -p leerroute >&2; COMP_WORDS=(${lijst}); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); _leerroute; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-u', '-c', code], { cwd: join(map, 'werk'), encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, 'complete -F _leerroute leerroute\n'])
  return stdout.split('\n').filter((regel) => regel !== '').toSorted()
}

describe('leerroute completion bash, in een echte bash', () => {
  it('vult opdrachten aan, ook na help niets anders', () => {
    expect(bashVult('to')).toEqual(['toets'])
    expect(bashVult('')).toEqual(expect.arrayContaining(['casus', 'completion', 'help', 'importeer', 'toets']))
    expect(bashVult('toets', 'casus', 'x')).toEqual([])
  })
  it('vult opties aan van de opdracht zelf', () => {
    expect(bashVult('toets', '--')).toEqual(expect.arrayContaining(['--csv', '--help', '--json', '--soepel']))
    expect(bashVult('toets', '--cs')).toEqual(['--csv'])
    expect(bashVult('casus', '--cs')).toEqual([])
    expect(bashVult('--v')).toEqual(['--version'])
  })
  it('vult bestanden aan, ook met een spatie en ook het tweede', () => {
    expect(bashVult('toets', 'RO')).toEqual(['RO een.csv', 'RO_twee.csv'])
    expect(bashVult('toets', '--csv', 'RO een.csv', 'RO_')).toEqual(['RO_twee.csv'])
  })
  it('vult keuzen aan', () => expect(bashVult('completion', 'z')).toEqual(['zsh']))
})

const zsh = spawnSync('zsh', ['--version']).status === 0
if (!zsh) process.stderr.write('\n*** GEEN ZSH: het aanvulscript voor zsh wordt alleen op vorm gecontroleerd. ***\n')

describe('leerroute completion zsh', () => {
  it.skipIf(!zsh)('wordt door een echte zsh gelezen en meldt zich aan', () => {
    const { status, stdout, stderr } = spawnSync('zsh', ['-f', '-c', `autoload -U compinit; compinit -u -D; source ${join(map, 'zsh.sh')}; print -r -- $_comps[leerroute]; whence -w _leerroute_toets`], { encoding: 'utf8' })
    expect([status, stderr, stdout]).toEqual([0, '', '_leerroute\n_leerroute_toets: function\n'])
  })
  it('kent elke opdracht met haar opties en bestanden', async () => {
    const uit = await script('zsh')
    expect(uit).toMatch(/^#compdef leerroute\n/)
    expect(uit).toContain(`_leerroute_toets() {\n  _arguments -s -S '--json[`)
    expect(uit).toContain(`'*:bestand:_files'`)
    expect(uit).toContain(`'1:shell:(bash zsh)'`)
    expect(uit.split('{').length).toBe(uit.split('}').length)
  })
})
