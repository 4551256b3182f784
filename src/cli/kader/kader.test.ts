import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { handleiding, maakOmgeving, voerOpdrachtUit } from '../main.ts'
import { OPDRACHTEN } from '../opdrachten.ts'
import { alleBladen, maakBoom, type Opdrachtblad } from './boom.ts'
import { zichtbaar } from './breedte.ts'

const geenRegister = (): Promise<never> => Promise.reject(new Error('uitleg heeft geen register nodig'))
const omgeving = maakOmgeving({ schrijf: () => undefined, meld: () => undefined, opTerminal: false, metRegister: geenRegister })
const bladen = alleBladen(maakBoom(await omgeving.heelProgramma())).slice(1)
const opdrachten = bladen.filter((b) => b.onder.length === 0)
const naamVan = ({ pad }: Opdrachtblad): string => pad.join(' ')

async function draai(argumenten: readonly string[], breedte?: number, kleur = false): Promise<{ code: number; uit: string; fout: string }> {
  let uit = ''
  let fout = ''
  const code = await voerOpdrachtUit(argumenten, { schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, metRegister: geenRegister, versie: '9.9.9', kleur, ...(breedte === undefined ? {} : { breedte }) })
  return { code, uit, fout }
}

/** Engels van commander dat nergens door mag lekken. */
const ENGELS = /\b(Usage|Options|Commands|Arguments|error|unknown|display help|default|choices|Did you mean)\b/

describe('elke opdracht', () => {
  it('staat met dezelfde uitleg in de lijst als in haar eigen bestand', () => {
    expect(OPDRACHTEN.length).toBeGreaterThan(3)
    expect(bladen.filter((b) => b.pad.length === 1).map((b) => [b.pad[0], b.uitleg])).toEqual(OPDRACHTEN.map(({ naam, uitleg }) => [naam, uitleg]))
  })

  it.each(opdrachten.map((b) => [naamVan(b), b] as const))('%s: voorbeelden, --json en uitleg bij alles', (naam, b) => {
    expect(b.over, `${naam} is gemaakt met new Opdracht(...)`).not.toBeNull()
    expect(b.over?.voorbeelden.length).toBeGreaterThan(0)
    const zonderJson = b.over?.json === null
    expect(b.opties.some((o) => o.vlaggen.includes('--json')), `${naam} --json`).toBe(!zonderJson)
    // Alleen wie zelf al een vorm voor machines geeft, heeft geen --json.
    if (zonderJson) expect(['completion']).toContain(naam)
    for (const deel of [...b.argumenten, ...b.opties]) expect(deel.uitleg, `${naam}: ${JSON.stringify(deel)}`).toMatch(/^[^\s].{4,}[^.]$/)
    expect(b.uitleg).toMatch(/^[a-z].*[^.]$/)
    for (const o of b.opties) expect(o.vorm, 'een sleutel is nooit een argument').not.toMatch(/<(sleutel|wachtwoord|token)>/)
  })

  it.each(bladen.map((b) => [naamVan(b), b] as const))('%s --help: Nederlands, binnen 60, 80 en 120 kolommen, afsluitcode 0', async (_naam, b) => {
    for (const breedte of [60, 80, 120]) {
      const { code, uit, fout } = await draai([...b.pad, '--help'], breedte)
      expect([code, fout]).toEqual([0, ''])
      expect(uit).not.toMatch(ENGELS)
      // Een naam en de regel met het gebruik worden niet gebroken.
      for (const regel of uit.split('\n')) if (/\s/.test(regel.replace(/ \\$/, '').trim()) && !regel.startsWith('Gebruik:')) expect(zichtbaar(regel), regel).toBeLessThanOrEqual(breedte)
    }
  })

  it.each(opdrachten.flatMap((b) => (b.over?.voorbeelden ?? []).map((v) => [v.regel, b] as const)))('voorbeeld: %s', async (regel, b) => {
    const [eerste, ...argumenten] = regel.split(' ')
    expect(eerste).toBe('leerroute')
    expect(argumenten.slice(0, b.pad.length)).toEqual(b.pad)
    const programma = await omgeving.heelProgramma()
    for (const c of [programma, ...programma.commands, ...programma.commands.flatMap((d) => [...d.commands, ...d.commands.flatMap((e) => e.commands)])]) c.action(() => undefined)
    await programma.parseAsync(argumenten, { from: 'user' })
    for (const pad of argumenten.filter((a) => a.startsWith('docs/'))) expect(existsSync(pad), pad).toBe(true)
  })

  it.each(opdrachten.map((b) => [naamVan(b), b] as const))('%s --onzin eindigt met 2, in het Nederlands en met een lege stdout', async (_naam, b) => {
    const { code, uit, fout } = await draai([...b.pad, '--onzin'], 80)
    expect([code, uit]).toEqual([2, ''])
    expect(fout).toContain("Onbekende optie '--onzin'")
    expect(fout).not.toMatch(ENGELS)
  })
})

describe('het programma', () => {
  it.each<[string[], string]>([
    [['toest'], "Onbekende opdracht 'toest'. Bedoelt u toets?"], [['cas'], 'Bedoelt u casus?'], [['toets', '--josn', 'x'], 'Bedoelt u --json?'],
    [['toets'], "Er ontbreekt een argument: 'bestand'"], [['completion', 'fish'], "De waarde 'fish' past niet bij 'shell'. Kies uit: bash, zsh."], [['completion', 'bash', 'zsh'], 'Te veel argumenten: bash, zsh.'],
  ])('%j eindigt met 2 en zegt wat er wel kan', async (argumenten, tekst) => {
    const { code, uit, fout } = await draai(argumenten)
    expect([code, uit]).toEqual([2, ''])
    expect(fout).toContain(tekst)
    expect(fout).not.toMatch(ENGELS)
  })
  it('--version, en help over een opdracht, ook over een die nog niet geladen was', async () => {
    expect(await draai(['--version'])).toEqual({ code: 0, uit: '9.9.9\n', fout: '' })
    expect((await draai(['help', 'toets'])).uit).toBe((await draai(['toets', '--help'])).uit)
    expect((await draai([])).code).toBe(2)
  })
  it('kleurt alleen als het mag, en zegt dan hetzelfde', async () => {
    const [kleurloos, gekleurd] = [await draai(['toets', '--help'], 80), await draai(['toets', '--help'], 80, true)]
    expect(kleurloos.uit).not.toContain('\u001B')
    expect(gekleurd.uit).toContain('\u001B[1m')
    expect(gekleurd.uit.replace(/\u001B\[\d+m/g, '')).toBe(kleurloos.uit)
  })
  it('docs/cli.md loopt niet achter; zo wel: npm run docs', async () => {
    expect(readFileSync('docs/cli.md', 'utf8'), 'docs/cli.md loopt achter bij de opdrachten. Schrijf het opnieuw met: npm run docs').toBe(await handleiding())
  })
})
