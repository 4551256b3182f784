import { describe, expect, test } from 'vitest'
import type { GeplanteWeigering } from '../leveringen.ts'
import { type GevondenWeigering, vergelijkSignalen, vergelijkWeigeringen } from './vergelijk.ts'

const geplant: GeplanteWeigering = { soort: 'weigering', misstap: 'elfproef', uitkomst: 'afgekeurd', veld: 'persoon.persoonsnummer', bestand: 'a.ndjson', regel: 3 }
const gevonden = (meer: Partial<GevondenWeigering['terugkoppeling']> = {}, bestand = 'a.ndjson'): GevondenWeigering => ({
  bestand, terugkoppeling: { regelnummer: 3, uitkomst: 'afgekeurd', fouten: [{ veld: 'persoon.persoonsnummer', regel: 'De elfproef klopt niet.' }], ...meer },
})

describe('weigeringen', () => {
  test('gepland en gevonden op dezelfde regel, met het veld ergens tussen de fouten', () => {
    expect(vergelijkWeigeringen([geplant], [gevonden()])).toEqual([])
    expect(vergelijkWeigeringen([geplant], [gevonden({ fouten: [{ veld: 'persoon.naam', regel: '' }, { veld: 'persoon.persoonsnummer', regel: '' }] })])).toEqual([])
    expect(vergelijkWeigeringen([{ ...geplant, veld: null }], [gevonden({ fouten: [] })])).toEqual([])
  })

  test('een andere uitkomst of een ander veld is anders', () => {
    expect(vergelijkWeigeringen([geplant], [gevonden({ uitkomst: 'geen-recht' })])).toMatchObject([{ wat: 'anders', plaats: 'a.ndjson:3', uitleg: expect.stringContaining('geen-recht') }])
    expect(vergelijkWeigeringen([geplant], [gevonden({ fouten: [{ veld: 'persoon', regel: '' }] })])).toMatchObject([{ wat: 'anders' }])
    expect(vergelijkWeigeringen([geplant], [gevonden({ fouten: [] })])).toMatchObject([{ wat: 'anders', uitleg: expect.stringContaining('geen veld') }])
  })

  test('op een andere regel of in een ander bestand ontbreekt de ene en is de andere onverwacht', () => {
    for (const een of [gevonden({ regelnummer: 4 }), gevonden({}, 'b.ndjson')]) expect(vergelijkWeigeringen([geplant], [een]).map(({ wat }) => wat)).toEqual(['ontbreekt', 'onverwacht'])
  })
})

describe('signalen van een student', () => {
  const signaal = { code: 'SIG-VSV', scholen: ['60AA'], misstap: null }

  test('elke school telt; zonder school is het een signaal voor de gemeente', () => {
    expect(vergelijkSignalen('a:1', [signaal, { code: 'SIG-ABSOLUUT-VERZUIM', scholen: [], misstap: null }], [{ code: 'SIG-ABSOLUUT-VERZUIM', brin: null }, { code: 'SIG-VSV', brin: '60AA' }])).toEqual([])
    expect(vergelijkSignalen('a:1', [{ ...signaal, scholen: ['60AA', '60AB'] }], [{ code: 'SIG-VSV', brin: '60AA' }])).toMatchObject([{ wat: 'ontbreekt', uitleg: expect.stringContaining('SIG-VSV bij 60AB') }])
    expect(vergelijkSignalen('a:1', [signaal], [{ code: 'SIG-VSV', brin: null }]).map(({ wat }) => wat)).toEqual(['ontbreekt', 'onverwacht'])
  })

  test('wie niets hoort te hebben en toch iets heeft', () => {
    expect(vergelijkSignalen('a:1', [], [{ code: 'SIG-ENTREE', brin: '60AA' }])).toMatchObject([{ wat: 'onverwacht', plaats: 'a:1', uitleg: expect.stringContaining('zonder geplante fout') }])
  })
})
