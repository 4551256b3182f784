import { describe, expect, it } from 'vitest'
import { maakVoortgang } from './voortgang.ts'
import type { CliOmgeving } from './omgeving.ts'

function loop(opTerminal: boolean): string {
  let uit = ''
  const omgeving: CliOmgeving = {
    schrijf: () => undefined, meld: (tekst) => { uit += tekst }, opTerminal, eindigMet: () => undefined, metRegister: () => Promise.reject(new Error('niet nodig')),
  }
  const voortgang = maakVoortgang(omgeving, 'RO_21MB_20250801_20270731.CSV')
  for (const deel of [0.1, 0.3, 0.6, 0.9, 1]) voortgang.zet(deel)
  voortgang.klaar()
  return uit
}

describe('voortgang', () => {
  it('blijft op een terminal op één regel, wist zichzelf en laat de cursor met rust', () => {
    const uit = loop(true)
    expect(uit).toContain('%')
    expect(uit).not.toContain('\n')
    expect(uit).not.toContain('\u001B[?')
    // Het laatste stuk: naar het begin van de regel en de regel leeg.
    expect(uit.endsWith('\u001B[1G\u001B[2K')).toBe(true)
  })
  it('geeft in een pijp gewone regels, en niets over 100%', () => {
    expect(loop(false)).toBe('RO_21MB_20250801_20270731.CSV: 25%\nRO_21MB_20250801_20270731.CSV: 50%\nRO_21MB_20250801_20270731.CSV: 75%\n')
  })
})
