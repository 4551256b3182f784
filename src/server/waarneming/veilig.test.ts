import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBsn, isOnderwijsnummer } from '../../kern/persoonsnummer.ts'
import { beschrijfFout, foutAlsTekst, maskeer } from './veilig.ts'

/** Zoals pg een fout geeft: de tekst en detail noemen de waarde. */
function databasefout(velden: Record<string, unknown>): Error {
  const fout = Object.assign(new Error('duplicate key value (naam)=(Zoë Ådel) 999900006 already exists'), velden)
  fout.name = 'error'
  fout.stack = `error: ${fout.message}\n    at Parser.parseErrorMessage (/x/node_modules/pg-protocol/dist/parser.js:285:98)\n    at async file:///x/src/bron/store/deelnemer.ts:61:21`
  return fout
}

describe('S-90: wat van een fout in het logboek mag', () => {
  test('een fout van PostgreSQL: SQLSTATE, tabel, constraint en plaats, nooit tekst of detail', () => {
    const beschreven = beschrijfFout(databasefout({ code: '23505', table: 'deelnemer', constraint: 'deelnemer_pkey', detail: 'Key (naam)=(Zoë Ådel)', where: 'COPY imp, line 1: "999900006"' }))
    expect(beschreven).toEqual({ fout: 'error', code: '23505', tabel: 'deelnemer', constraint: 'deelnemer_pkey', plaats: ['src/bron/store/deelnemer.ts:61'] })
    expect(foutAlsTekst(beschreven)).toBe('error, 23505, tabel deelnemer, constraint deelnemer_pkey bij src/bron/store/deelnemer.ts:61')
  })

  test('een waarde die zich voordoet als code of als plaats gaat niet mee', () => {
    const fout = databasefout({ code: 'Zoë Ådel', table: 'Zoë', column: '999900006' })
    fout.message = 'kapot\n    at src/Jansen.ts:1:1'
    fout.stack = `error: ${fout.message}\n    at lees (/x/node_modules/pg/lib/query.js:1:1)`
    expect(JSON.stringify(beschrijfFout(fout))).toBe('{"fout":"error"}')
  })

  test('een eigen fout houdt zijn tekst, zonder lange getallen; de oorzaak van buiten niet', () => {
    const beschreven = beschrijfFout(new Error('deelnemer 123456 zonder gegevens', { cause: databasefout({ code: '57P01' }) }))
    expect(beschreven).toMatchObject({ fout: 'Error', bericht: 'deelnemer # zonder gegevens', oorzaak: { code: '57P01' } })
    expect(beschreven.plaats?.[0]).toMatch(/^src\/server\/waarneming\/veilig\.test\.ts:\d+$/)
    expect(JSON.stringify(beschreven)).not.toContain('Zoë')
  })

  test('een fout die Node zelf maakt kan de waarde aanhalen: alleen soort en plaats', () => {
    const gemaakt = (werk: () => unknown): unknown => { try { return werk() } catch (fout) { return fout } }
    const beschreven = beschrijfFout(gemaakt(() => JSON.parse('Zoë Ådel 999900006')))
    expect(beschreven).toMatchObject({ fout: 'SyntaxError' })
    expect(JSON.stringify(beschreven)).not.toMatch(/Zo|9999/)
    expect(beschrijfFout('999900006')).toEqual({ fout: 'string' })
    expect(beschrijfFout(gemaakt(() => { throw Object.assign(new TypeError('x 999900006')) }))).not.toHaveProperty('bericht')
  })

  test('een kring van oorzaken stopt', () => {
    const fout = new Error('een')
    fout.cause = fout
    expect(() => JSON.stringify(beschrijfFout(fout))).not.toThrow()
  })
})

describe('S-90: het laatste vangnet', () => {
  test('geen enkel nummer dat de elfproef haalt komt erdoor, hoe het ook in de regel staat', () => {
    const grens = fc.constantFrom('', ' ', '"', ':', '-', '/', '(', '=', '\n', ',')
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999 }), grens, grens, (getal, voor, na) => {
      const nummer = String(getal).padStart(9, '0')
      const uit = maskeer(`a${voor || ' '}${nummer}${na}`)
      if (isBsn(nummer) || isOnderwijsnummer(nummer)) expect(uit).not.toContain(nummer)
      else expect(uit).toContain(nummer)
    }))
  })

  test('een trace-id en een moment blijven heel', () => {
    const regel = '{"tijd":"2026-11-24T10:00:00.000Z","trace":"4bf92f3577b34da6a3ce929d0e0e4736","ms":1234567890123}'
    expect(maskeer(regel)).toBe(regel)
  })
})
