import { describe, expect, it } from 'vitest'
import { Afgebroken } from './kader/einde.ts'
import { maakOmgeving } from './main.ts'
import { maakVoortgang, type Omvang } from './voortgang.ts'

const NAAM = 'RO_21MB_20250801_20270731.CSV'

function loop({ opTerminal, omvang, perStap = 0, breedte }: { opTerminal: boolean; omvang?: Omvang; perStap?: number; breedte?: number }): string {
  let uit = ''
  let nu = 0
  const omgeving = maakOmgeving({
    schrijf: () => undefined, meld: (tekst) => { uit += tekst }, opTerminal, klok: () => nu, metRegister: () => Promise.reject(new Error('niet nodig')), ...(breedte === undefined ? {} : { breedte }),
  })
  const voortgang = maakVoortgang(omgeving, NAAM, omvang)
  for (const deel of [0.1, 0.3, 0.6, 0.9, 1]) {
    nu += perStap
    voortgang.zet(deel)
  }
  voortgang.klaar()
  return uit
}

describe('voortgang', () => {
  it('blijft op een terminal op één regel, wist zichzelf en laat de cursor met rust', () => {
    const uit = loop({ opTerminal: true })
    expect(uit).toContain('%')
    expect(uit).not.toContain('\n')
    expect(uit).not.toContain('\u001B[?')
    // Het laatste stuk: naar het begin van de regel en de regel leeg.
    expect(uit.endsWith('\u001B[1G\u001B[2K')).toBe(true)
  })
  it.each([60, 80, 120])('past met snelheid en resterende tijd in %i kolommen', (breedte) => {
    const uit = loop({ opTerminal: true, perStap: 60_000, omvang: { totaal: 900_000_000, eenheid: 'bytes' }, breedte })
    // Een balk staat tussen twee verplaatsingen van de cursor.
    for (const beeld of uit.split(/\u001B\[[0-9]*[GK]/)) expect([...beeld].length).toBeLessThan(breedte)
  })
  it('geeft in een pijp gewone regels, en niets over 100%', () => {
    expect(loop({ opTerminal: false })).toBe(`${NAAM}: 25%\n${NAAM}: 50%\n${NAAM}: 75%\n`)
  })
  it('noemt de snelheid en wat er nog bij komt', () => {
    const uit = loop({ opTerminal: false, perStap: 10_000, omvang: { totaal: 100_000_000, eenheid: 'bytes' } })
    expect(uit).toBe(`${NAAM}: 25% (1,5 MB/s, nog 47 s)\n${NAAM}: 50% (2 MB/s, nog 20 s)\n${NAAM}: 75% (2,3 MB/s, nog 4 s)\n`)
    expect(loop({ opTerminal: false, perStap: 60_000, omvang: { totaal: 40_000, eenheid: 'records' } })).toContain('50% (133 records/s, nog 2 min 0 s)')
    expect(loop({ opTerminal: false, perStap: 3_600_000 })).toContain('25% (nog 4 u 40 min)')
  })
  it.each([true, false])('stopt na Ctrl-C bij de volgende stap (terminal: %s)', (opTerminal) => {
    const stop = new AbortController()
    const omgeving = maakOmgeving({ schrijf: () => undefined, meld: () => undefined, opTerminal, stop: () => stop.signal, metRegister: () => Promise.reject(new Error('niet nodig')) })
    const voortgang = maakVoortgang(omgeving, NAAM)
    voortgang.zet(0.1)
    stop.abort()
    expect(() => voortgang.zet(0.2)).toThrow(Afgebroken)
    voortgang.klaar()
  })
})
