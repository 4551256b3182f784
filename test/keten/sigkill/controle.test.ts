import { describe, expect, test } from 'vitest'
import { controleer, type Lezer } from './controle.ts'
import { BRIN, maakVerzending, volgnummerVan } from './verzending.ts'

const verzending = maakVerzending(40)

interface Verhaal { regels: { regelnummer: number; uitkomst: string; deelnemerId: string | null }[]; lijst: string[]; standen: number }

function goed(): Verhaal {
  return {
    regels: verzending.verwacht.map(({ regelnummer, uitkomst, student }) => ({ regelnummer, uitkomst, deelnemerId: student === null ? null : `d${student}` })),
    lijst: verzending.studenten.map((_student, i) => `d${i}`), standen: 0,
  }
}

/** Een register dat vertelt wat in het verhaal staat. */
function lezerVan(verhaal: Verhaal): Lezer {
  return {
    tekst: async () => verhaal.regels.map((regel) => JSON.stringify(regel)).join('\n'),
    json: async (pad) => {
      if (pad.startsWith('/v1/deelnemers?')) return { regels: verhaal.lijst.map((deelnemerId) => ({ deelnemerId, naam: 'Proef Sigkill 1' })), volgende: null }
      const i = Number(/\/deelnemers\/d(\d+)\//.exec(pad)?.[1])
      const student = verzending.studenten[i]
      if (pad.endsWith('/standen')) return { regels: Array.from({ length: (student?.standen ?? 0) + verhaal.standen }) }
      if (pad.endsWith('/afwezigheden')) return { regels: student?.afwezig ? [{}] : [] }
      return { regels: [{ inschrijvingId: `${BRIN}-${volgnummerVan(i)}`, inschrijving: { datumUitschrijving: student?.uitgeschreven ? '2026-11-01' : null } }] }
    },
  }
}

describe('de controle na het doden', () => {
  test('heeft niets aan te merken op een register dat klopt', async () => {
    expect(await controleer(lezerVan(goed()), 'x', verzending, 40)).toEqual([])
  })
  test.each<[string, (verhaal: Verhaal) => void, RegExp]>([
    ['een record zonder antwoord', (v) => { v.regels.pop() }, /geen antwoord/],
    ['een record met twee antwoorden', (v) => { v.regels.push(v.regels.at(-1) ?? { regelnummer: 1, uitkomst: 'nieuw', deelnemerId: null }) }, /twee antwoorden/],
    ['een deel dat twee keer verwerkt is', (v) => { v.regels = v.regels.map((r) => (r.regelnummer < 10 && r.uitkomst === 'nieuw' ? { ...r, uitkomst: 'ongewijzigd' } : r)) }, /ander antwoord/],
    ['een student die dubbel gemaakt is', (v) => { v.regels = v.regels.map((r) => (r.uitkomst === 'gewijzigd' ? { ...r, deelnemerId: `${r.deelnemerId}x` } : r)) }, /twee sleutels/],
    ['een student die verloren is', (v) => { v.lijst.pop() }, /niet in de lijst/],
    ['een student zonder antwoord', (v) => { v.lijst.push('d99') }, /zonder antwoord/],
    ['een stand te veel', (v) => { v.standen = 1 }, /iets anders/],
  ])('ziet %s', async (_naam, verander, wat) => {
    const verhaal = goed()
    verander(verhaal)
    expect((await controleer(lezerVan(verhaal), 'x', verzending, 40)).map((b) => b.wat).join('; ')).toMatch(wat)
  })
})
