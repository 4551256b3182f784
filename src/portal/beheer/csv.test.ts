import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvBestand } from './csv.ts'

test('S-85: een naam die met = + - of @ begint wordt geen formule in een rekenblad', () => {
  const tekst = csvBestand(['naam'], [['=HYPERLINK("x")'], ['+31'], ['-1'], ['@SUM(A1)'], ['\tx'], ['Noor; "de" Wit'], [' =1+1']])
  expect(tekst.split('\r\n').slice(1, -1)).toEqual([`"'=HYPERLINK(""x"")"`, `"'+31"`, `"'-1"`, `"'@SUM(A1)"`, `"'\tx"`, '"Noor; ""de"" Wit"', `"' =1+1"`])
})

test('S-85: geen enkele cel begint na het uitpakken met een teken dat een rekenblad uitvoert', () => {
  fc.assert(fc.property(fc.string(), (waarde) => {
    const cel = csvBestand(['k'], [[waarde]]).slice('\uFEFFk\r\n'.length, -2)
    const uitgepakt = cel.startsWith('"') ? cel.slice(1, -1).replaceAll('""', '"') : cel
    expect(uitgepakt).not.toMatch(/^[=+\-@\t\r]/)
    expect(uitgepakt === waarde || uitgepakt === `'${waarde}`).toBe(true)
  }))
})
