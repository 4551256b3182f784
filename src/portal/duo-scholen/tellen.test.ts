import { expect, test } from 'vitest'
import type { Signaaltelling } from '../../beslissing/index.ts'
import { telPerSchool, telRio } from './tellen.ts'

const SCHOLEN = [{ brin: '11VA', naam: 'Aa', sectoren: ['VO' as const] }, { brin: '21MB', naam: 'Bee', sectoren: ['MBO' as const] }, { brin: '12VB', naam: 'Cee', sectoren: ['VO' as const] }]
const t = (brin: string | null, code: Signaaltelling['code'], niveau: Signaaltelling['niveau'], open: number, gezien = 0): Signaaltelling => ({ brin, code, niveau, open, gezien, verklaard: 0 })
const TELLINGEN = [t('21MB', 'SIG-FASE-VERSCHIL', 'fout', 3, 2), t('21MB', 'SIG-VSV', 'taak', 1), t('11VA', 'SIG-RIO-ONTBREEKT-VO', 'fout', 2), t('12VB', 'SIG-RIO-PARTNER', 'fout', 1), t(null, 'SIG-ABSOLUUT-VERZUIM', 'taak', 9)]

test('P2: elke school staat er, de meeste fouten eerst; een signaal zonder school telt bij geen school', () => {
  const regels = telPerSchool(SCHOLEN, TELLINGEN, undefined)
  expect(regels.map(({ brin, totaal }) => [brin, totaal])).toEqual([['21MB', 6], ['11VA', 2], ['12VB', 1]])
  expect(regels[0]?.perNiveau).toEqual({ fout: 5, taak: 1, waarschuwing: 0, info: 0 })
})

test('met een code blijven alleen de scholen over die hem hebben', () => {
  expect(telPerSchool(SCHOLEN, TELLINGEN, 'SIG-VSV').map(({ brin }) => brin)).toEqual(['21MB'])
  expect(telPerSchool(SCHOLEN, TELLINGEN, 'SIG-ENTREE')).toEqual([])
})

test('K-RIO-06: voor het meetmoment telt wie de route of de partner nog niet registreerde', () => {
  expect(telRio(SCHOLEN, TELLINGEN).map(({ brin, ontbreekt, partner }) => [brin, ontbreekt, partner])).toEqual([['11VA', 2, 0], ['12VB', 0, 1]])
})
