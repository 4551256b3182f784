import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { leesToken, tekenToken } from './toegangstoken.ts'
import { maakTokensleutels, type Tokensleutels, wisselTokensleutel } from './tokensleutels.ts'

const map = mkdtempSync(join(tmpdir(), 'tokens-'))
afterAll(() => { rmSync(map, { recursive: true }) })
const keuze = { bestand: join(map, 'tokensleutels.json'), productie: false }
const adressen = { uitgever: 'https://proef.example', ontvanger: 'https://proef.example/v1' }
const inhoud = { clientId: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5b', organisatieId: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5c', mandaatId: '019a1b2c-3d4e-7f60-8a9b-0c1d2e3f4a5d', scopes: ['bron:lezen'] as const }
const begin = Date.parse('2026-11-24T10:00:00.000Z')
const na = (seconden: number): Date => new Date(begin + seconden * 1000)
let ms = begin
let sleutels: Tokensleutels
let token = ''
beforeAll(async () => {
  sleutels = maakTokensleutels(keuze, () => ms)
  token = await tekenToken(sleutels, adressen, inhoud, 'jti-1', na(0))
})

test('S-26: dezelfde bytes worden maar een keer met de sleutel nagerekend, en de inhoud blijft dezelfde', async () => {
  const nagerekend = vi.spyOn(crypto.subtle, 'verify')
  for (let i = 0; i < 3; i += 1) expect(await leesToken(sleutels, adressen, token, na(i))).toEqual(inhoud)
  expect(nagerekend).toHaveBeenCalledTimes(1)
  nagerekend.mockRestore()
})

test('S-26: ook een token dat al nagekeken is begint en verloopt op tijd, met vijf seconden speling', async () => {
  expect(await leesToken(sleutels, adressen, token, na(0))).toEqual(inhoud)
  for (const [seconden, geldt] of [[-6, false], [-5, true], [904, true], [905, false], [0, true]] as const) {
    expect([seconden, (await leesToken(sleutels, adressen, token, na(seconden))) !== undefined]).toEqual([seconden, geldt])
  }
})

test('S-26: een ander teken in de handtekening, een andere ontvanger of uitgever is een ander token', async () => {
  expect(await leesToken(sleutels, adressen, token, na(0))).toEqual(inhoud)
  const [kop = '', midden = '', handtekening = ''] = token.split('.')
  expect(await leesToken(sleutels, adressen, `${kop}.${midden}.${handtekening.startsWith('A') ? 'B' : 'A'}${handtekening.slice(1)}`, na(0))).toBeUndefined()
  expect(await leesToken(sleutels, { ...adressen, ontvanger: 'https://ander.example/v1' }, token, na(0))).toBeUndefined()
  expect(await leesToken(sleutels, { ...adressen, uitgever: 'https://ander.example' }, token, na(0))).toBeUndefined()
})

test('S-26: een nagekeken token valt weg met de sleutel waarmee het getekend is', async () => {
  expect(await leesToken(sleutels, adressen, token, na(0))).toEqual(inhoud)
  await wisselTokensleutel(keuze)
  ms += 5_000
  expect(await leesToken(sleutels, adressen, token, na(5))).toEqual(inhoud)
  await wisselTokensleutel(keuze)
  ms += 5_000
  expect(await leesToken(sleutels, adressen, token, na(10))).toBeUndefined()
})
