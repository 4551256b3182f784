import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leesCasus } from './casus.ts'
import { vindDubbeleSleutels } from './dubbele-sleutels.ts'

describe('een sleutel die twee keer in één object staat', () => {
  it.each<[string, readonly string[]]>([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"b":{"a":1}}', []],
    ['{"lijst":[{"x":1},{"x":1,"y":[],"x":2}]}', ['lijst[1].x']],
    ['{"a":"{\\"a\\":1,","b":", a:"}', []],
    ['{"\\u0061":1,"a":2}', ['a']],
    ['[{"a":1},{"a":1}]', []],
  ])('%s', (tekst, paden) => {
    expect(vindDubbeleSleutels(tekst)).toEqual(paden)
  })
  it('leest ook een waarde van miljoenen tekens', () => {
    expect(vindDubbeleSleutels(`{"a":"${'x'.repeat(20_000_000)}","a":1}`)).toEqual(['a'])
  })
  it('staat nooit in wat JSON.stringify schrijft', () => {
    fc.assert(fc.property(fc.json(), (tekst) => {
      expect(vindDubbeleSleutels(JSON.stringify(JSON.parse(tekst)))).toEqual([])
    }))
  })
  it('laat een casus weigeren, met het veld', () => {
    expect(leesCasus('{"id":"A","id":"B"}')).toMatchObject({ ok: false, reden: [{ veld: 'id', regel: 'dit veld staat er twee keer' }] })
  })
})
