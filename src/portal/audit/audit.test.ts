import { expect, test } from 'vitest'
import { ALLEEN_AUDIT, HANDELINGEN } from '../../kern/gebeurtenissoort.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import type { Auditbeeldregel } from '../../logboek/index.ts'
import { auditCsv } from './csv.ts'
import { en } from './handelingwoorden.en.ts'
import { nl } from './handelingwoorden.nl.ts'
import { HANDELINGKEUZES, handelingWoord } from './handelingwoorden.ts'
import { auditadres, leesAuditvraag } from './vraag.ts'
import { isoInNederland, leeftijd, middelWoord, tijdstip, wieWoorden } from './woorden.ts'

const VANDAAG = datum('2026-11-24')

const REGEL: Auditbeeldregel = {
  auditId: 'a', op: '2026-07-01T21:59:09.000Z' as Moment, actor: 'uuid', wie: { soort: 'account', naam: '=HYPERLINK("x")', organisatie: 'ROC', oin: null }, handeling: 'kenRolToe', brin: '21MB', deelnemerId: null,
  objectSoort: 'account', objectSleutel: '@sleutel', middel: 'EHERKENNING', niveau: 'substantieel', traceId: 'ab',
}

test('elke handeling die in de audit kan staan heeft gewone woorden, en elk woord hoort bij een handeling', () => {
  const alle = [...ALLEEN_AUDIT, ...Object.keys(HANDELINGEN)]
  expect(alle.filter((handeling) => handelingWoord(handeling, 'nl') === handeling)).toEqual([])
  expect(HANDELINGKEUZES.nl.map(([handeling]) => handeling).filter((handeling) => !alle.includes(handeling))).toEqual([])
  expect(handelingWoord('eenNieuweHandeling', 'nl')).toBe('eenNieuweHandeling')
  expect(handelingWoord('constructor', 'en')).toBe('constructor')
})

test('S-76: elke handeling heeft ook een eigen Engels woord, en het Engels kent geen andere', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
  expect(Object.entries(en).filter(([handeling, woord]) => woord === '' || woord === handelingWoord(handeling, 'nl'))).toEqual([])
  expect(HANDELINGKEUZES.en.map(([, woord]) => woord)).toEqual(Object.values(en).toSorted((a, b) => a.localeCompare(b, 'en')))
})

test('S-85: in het bestand van de audit wordt niets een formule, en een afgekapt bestand zegt het', () => {
  const [, regel = '', ...rest] = auditCsv({ regels: [REGEL], afgekapt: false }).split('\r\n')
  expect(regel).toContain(`"'=HYPERLINK(""x"")"`)
  expect(regel).toContain(`"'@sleutel"`)
  expect(regel).toMatch(/^2026-07-01T23:59:09\+02:00;2026-07-01T21:59:09\.000Z;/)
  expect(rest).toEqual([''])
  expect(auditCsv({ regels: [REGEL], afgekapt: true })).toContain('Kies een kortere periode.')
})

test('een moment staat er in Nederlandse tijd, en wie het was in woorden', () => {
  expect(tijdstip(REGEL.op, 'nl')).toBe('1-7-2026 om 23:59:09')
  expect([isoInNederland(REGEL.op), isoInNederland('2026-12-31T23:00:00.000Z' as Moment)]).toEqual(['2026-07-01T23:59:09+02:00', '2027-01-01T00:00:00+01:00'])
  expect(tijdstip('2026-12-31T23:00:00.000Z' as Moment, 'nl')).toBe('1-1-2027 om 00:00:00')
  expect(middelWoord(REGEL, 'nl')).toBe('eHerkenning, substantieel')
  expect(middelWoord({ middel: null, niveau: null }, 'nl')).toBe('')
  expect(wieWoorden({ soort: 'machine', naam: 'Rooster 5', organisatie: 'ROC', oin: '0001' }, 'x', 'nl')).toEqual({ kop: 'Rooster 5', bij: 'namens ROC, OIN 0001' })
  expect(wieWoorden({ soort: 'leerroute', naam: null, organisatie: null, oin: null }, 'opruimer', 'nl')).toEqual({ kop: 'Leerroute zelf', bij: 'opruimer' })
  expect(wieWoorden({ soort: 'account', naam: null, organisatie: null, oin: null }, 'x', 'nl')).toEqual({ kop: 'Account zonder naam', bij: 'organisatie niet bekend' })
})

test('S-76: op een Engelse bladzijde staan moment, wie en middel in het Engels', () => {
  expect(tijdstip(REGEL.op, 'en')).toBe('1 Jul 2026, 23:59:09')
  expect(middelWoord({ middel: 'DUO_TOKEN', niveau: 'substantieel' }, 'en')).toBe('DUO token, substantial')
  expect(middelWoord({ middel: 'nieuw', niveau: 'nieuw' }, 'en')).toBe('nieuw, nieuw')
  expect(wieWoorden({ soort: 'machine', naam: null, organisatie: 'ROC', oin: '0001' }, 'x', 'en')).toEqual({ kop: 'System without a name', bij: 'for ROC, OIN 0001' })
  expect([0, 1, 119, 120, 48 * 60].map((minuten) => leeftijd(REGEL.op, new Date(Date.parse(REGEL.op) + minuten * 60_000).toISOString() as Moment, 'en'))).toEqual(['less than a minute ago', '1 minute ago', '119 minutes ago', '2 hours ago', '2 days ago'])
})

test.each([[0, 'minder dan een minuut geleden'], [1, '1 minuut geleden'], [119, '119 minuten geleden'], [120, '2 uur geleden'], [48 * 60, '2 dagen geleden']])('na %i minuten is een controlepunt "%s"', (minuten, woord) => {
  expect(leeftijd('2026-11-24T10:00:00.000Z' as Moment, new Date(Date.parse('2026-11-24T10:00:00Z') + minuten * 60_000).toISOString() as Moment, 'nl')).toBe(woord)
})

test('een onmogelijke dag noemt het veld, en wat getypt is blijft', () => {
  const { fouten, getypt } = leesAuditvraag({ van: '31-4-2026', totEnMet: 'ooit', handeling: 'inloggen' }, VANDAAG)
  expect(fouten.map(({ veld, regel }) => [veld, regel])).toEqual([['van', 'De eerste dag bestaat niet.'], ['totEnMet', 'De laatste dag konden wij niet lezen.']])
  expect(getypt).toMatchObject({ van: '31-4-2026', totEnMet: 'ooit', handeling: 'inloggen' })
})

test.each(['999901503', '9999.01.503', '999 901 503', '12345678'])('P-01: %s kan een persoonsnummer zijn en komt nergens terug', (nummer) => {
  for (const veld of ['school', 'actor', 'trace', 'deelnemer']) expect(JSON.stringify(leesAuditvraag({ [veld]: nummer }, VANDAAG).getypt)).not.toMatch(/\d{3}/)
})

test('P-01: een sleutel met acht cijfers achter elkaar blijft wel staan', () => {
  const sleutel = '12345678-0000-4000-8000-00000000000A'
  expect(leesAuditvraag({ deelnemer: sleutel }, VANDAAG)).toMatchObject({ getypt: { deelnemer: sleutel }, vraag: { deelnemerId: sleutel.toLowerCase() }, fouten: [] })
})

test('het adres van een volgende bladzijde houdt de keuzes en de sleutel van een regel', () => {
  expect(auditadres('/audit', { van: '1-8-2026', school: '' })).toBe('/audit?van=1-8-2026')
  expect(auditadres('/audit', {}, { na: 'x' })).toBe('/audit?na=x')
  expect(auditadres('/audit', {})).toBe('/audit')
  expect(leesAuditvraag({ na: 'x', voor: 'y' }, VANDAAG).plaats).toEqual({ na: 'x' })
  expect(leesAuditvraag({ voor: 'y' }, VANDAAG).plaats).toEqual({ voor: 'y' })
})

test('P-05: zonder eerste dag gaat de vraag 31 dagen terug, tenzij de lezer alles of een sleutel kiest', () => {
  const periode = (query: Record<string, string>) => { const { vanaf, vraag } = leesAuditvraag(query, VANDAAG); return [vanaf, vraag.van, vraag.totEnMet] }
  expect(periode({})).toEqual(['2026-10-25', '2026-10-25', null])
  expect(periode({ school: '21MB', totEnMet: '1-3-2026' })).toEqual(['2026-01-30', '2026-01-30', '2026-03-01'])
  expect(periode({ van: '1-8-2020', handeling: 'inloggen' })).toEqual([null, '2020-08-01', null])
  expect(periode({ handeling: 'inloggen', periode: 'alles' })).toEqual([null, null, null])
  for (const veld of ['actor', 'trace', 'deelnemer']) expect(periode({ [veld]: 'x' })).toEqual([null, null, null])
})
