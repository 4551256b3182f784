import { describe, expect, test } from 'vitest'
import { leesImportbestand } from './importbestand.ts'

const CSV = 'gebruikersnaam;wachtwoordHash;totp;brin;naam;rollen;laatstGebruiktOp\njdv;$argon2id$v=19$x;JBSWY3DPEHPK3PXP;21MB;Jan de Vries;raadplegen, verzuim:21MB01,beheerder;2026-10-02\n'
const VERWACHT = {
  gebruikersnaam: 'jdv', wachtwoordHash: '$argon2id$v=19$x', totp: 'JBSWY3DPEHPK3PXP', brin: '21MB', naam: 'Jan de Vries', laatstGebruiktOp: '2026-10-02T12:00:00.000Z',
  rollen: [{ rol: 'raadplegen' }, { rol: 'verzuim', brin: '21MB', vestiging: '21MB01' }, { rol: 'beheerder' }],
}

describe('een bestand met oude accounts', () => {
  test('CSV en JSON geven hetzelfde, ook met BOM en Windows-regels', () => {
    const json = JSON.stringify([{ ...VERWACHT, rollen: ['raadplegen', 'verzuim:21MB01', 'beheerder'], laatstGebruiktOp: '2026-10-02' }])
    for (const inhoud of [CSV, `\uFEFF${CSV.replaceAll('\n', '\r\n')}`, json]) expect(leesImportbestand(inhoud)).toEqual({ ok: true, waarde: [VERWACHT] })
  })
  test.each([
    ['geen accounts', '[]', 'geen account'], ['lege CSV', 'gebruikersnaam;totp\n', 'geen account'], ['onbekende kolom', 'gebruikersnaam;pin\n', 'Onbekende kolom "pin"'],
    ['te veel kolommen', 'gebruikersnaam;naam\na;b;c\n', 'Regel 2 heeft 3 kolommen in plaats van 2'], ['kapotte JSON', '[{', 'geen geldige JSON'], ['onbekend veld', '[{"pin":"1"}]', 'onbekend veld "pin"'],
    ['verkeerd soort', '[{"naam":1}]', 'naam is tekst'], ['geen object', '[1]', 'Account 1 is geen object'], ['dag die niet bestaat', 'gebruikersnaam;laatstGebruiktOp\na;2026-02-30\n', 'Account 1: laatstGebruiktOp'],
  ])('weigert %s met waar en waarom', (_wat, inhoud, zin) => {
    expect(leesImportbestand(inhoud)).toEqual({ ok: false, reden: expect.stringContaining(zin) })
  })
  test('een leesfout noemt nooit een wachtwoord of geheim', () => {
    const uitkomst = leesImportbestand('gebruikersnaam;wachtwoord\na;geheim-een;geheim-twee\n')
    expect(JSON.stringify(uitkomst)).not.toContain('geheim')
  })
})
