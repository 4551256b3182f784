import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Moment, momentVan } from '../../kern/datum.ts'
import { Keten } from './keten.tsx'

const NU = momentVan('2026-11-24T10:00:00.000Z')
const KETEN = { stromen: 1, regels: 1, vanVoorDeKeten: 0, nieuwste: NU }
const teken = (controlepunt: Moment | null | undefined) => renderToString(<Keten keten={KETEN} controlepunt={controlepunt} nu={NU} />)
const voor = (ms: number) => momentVan(Date.parse(NU) - ms)

test('P-07: een controlepunt van precies tien minuten oud is goed; een milliseconde ouder is een alarm', () => {
  expect(teken(voor(600_000))).not.toContain('te oud')
  expect(teken(voor(600_001))).toContain('Het laatste controlepunt is te oud: 10 minuten geleden.')
})

test('P-07: geen controlepunt sinds het starten, of een server die er geen zet, is ook een alarm', () => {
  expect(teken(null)).toContain('Er is nog geen controlepunt sinds deze server startte.')
  expect(teken(undefined)).toContain('Deze server zet geen controlepunten.')
  expect(teken(voor(0))).not.toContain('aandacht')
})

test('de stand noemt aantallen, ook die van voor de keten, en hoe na te rekenen', () => {
  expect(teken(NU)).toContain('1 regel in 1 stroom<')
  expect(renderToString(<Keten keten={{ ...KETEN, stromen: 5, regels: 1234, vanVoorDeKeten: 7, nieuwste: null }} controlepunt={NU} nu={NU} />)).toMatch(/1\.234 regels in 5 stromen.*en 7 van voor de keten.*nog geen.*leerroute beheer controleer-logboek/s)
})
