import { describe, expect, test } from 'vitest'
import { inschrijving, NUMMERS } from '../fixtures/proef.ts'
import { leesRecord } from './record.ts'

const goed = JSON.stringify(inschrijving(NUMMERS[0] ?? ''))
const lees = (tekst: string | Buffer) => leesRecord(Buffer.from(tekst))

describe('een regel lezen als record', () => {
  test('een goed record, ook met spaties en een regeleinde van Windows', () => {
    expect([lees(goed).ok, lees(` ${goed}\r`).ok]).toEqual([true, true])
  })
  test.each<[string, string | Buffer, string, RegExp]>([
    ['geen JSON', '{', '', /geen geldige JSON/],
    ['geen object', '[1]', '', /geen object/],
    ['geen UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), '', /UTF-8/],
    ['zonder soort', '{}', 'soort', /heeft een soort/],
    ['onbekende soort', '{"soort":"toString"}', 'soort', /bestaat niet/],
    ['een veld dat twee keer voorkomt', goed.replace('"brin"', '"brin":"11VA","brin"'), 'inschrijving.brin', /twee keer/],
    ['een nulteken', goed.replace('Proef Persoon', 'Proef\\u0000'), 'persoon.naam', /nulteken/],
    ['een dag die niet bestaat', goed.replace('2026-08-01', '2026-02-30'), 'inschrijving.datumInschrijving', /bestaande dag/],
  ])('S-11: %s noemt veld, regel en wat te doen', (_naam, tekst, veld, regel) => {
    const gelezen = lees(tekst)
    expect(gelezen).toMatchObject({ ok: false, reden: { fouten: [{ veld, regel: expect.stringMatching(regel), watTeDoen: expect.stringMatching(/.{10}/) }] } })
  })
  test('P-01: een persoonsnummer als naam van een veld komt niet in de fout', () => {
    const nummer = NUMMERS[1] ?? ''
    for (const tekst of [goed.replace('"persoonsnummer"', `"${nummer}":1,"persoonsnummer"`), goed.replace('"brin"', `"${nummer}":1,"${nummer}":2,"brin"`)]) {
      const gelezen = lees(tekst)
      expect([gelezen.ok, JSON.stringify(gelezen).includes(nummer)]).toEqual([false, false])
    }
  })
})
