import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { inTransactie, type Transactie } from '../../database/index.ts'
import type { Moment } from '../../kern/datum.ts'
import { draagRollenOver, rollenVoorOverdracht, trekOverdrachtIn } from './rolovergang.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())

const alsSysteem = <T>(werk: (trx: Transactie) => Promise<T>) => inTransactie(proef.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, werk)
const eHerkenning = () => proef.maakAccount({ toestand: 'NIEUW', naam: null })
const open = async (accountId: string) => (await proef.account(accountId)).rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol, brin, voor, bron, bronSleutel }) => ({ rol, brin, voor, bron, bronSleutel }))

test('T-09: precies de rollen die nu gelden gaan over, met hun einde; verlopen, toekomstige, ingetrokken en vreemde rollen niet', async () => {
  const einde = '2027-06-30T22:00:00.000Z' as Moment
  const oud = await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [
    { rol: 'verzuim', brin: '11VA', voor: einde }, { rol: 'raadplegen', brin: '21MB' }, { rol: 'rio-beheer', brin: '11VA', voor: '2026-11-01T00:00:00.000Z' as Moment },
    { rol: 'bsn-inzien', brin: '11VA', van: '2027-01-01T00:00:00.000Z' as Moment }, { rol: 'verzuim', brin: '12VB' }, { rol: 'auditor' },
  ] })
  const nieuw = await eHerkenning()
  const nu = proef.nu()
  const vooraf = await alsSysteem((trx) => rollenVoorOverdracht(trx, oud, nieuw, nu))
  const uitkomst = await alsSysteem((trx) => draagRollenOver(trx, { van: oud, naar: nieuw, door: nieuw, nu }))
  expect(uitkomst).toEqual(vooraf)
  expect(await open(nieuw)).toEqual([{ rol: 'raadplegen', brin: '21MB', voor: null, bron: 'OVERSTAP', bronSleutel: oud }, { rol: 'verzuim', brin: '11VA', voor: einde, bron: 'OVERSTAP', bronSleutel: oud }])
  expect(uitkomst.weggelaten.map(({ rol, waarom }) => [rol, waarom])).toEqual([['auditor', 'ROL_MAG_NIET_OVER'], ['verzuim', 'NIET_VAN_DEZE_ORGANISATIE']])
  expect(await open(oud)).toEqual([])
})

test('T-06: twee oude accounts gaan naar een eHerkenning-account, elk met zijn eigen herkomst; T-31: ontkoppelen neemt alleen mee wat daarvan kwam', async () => {
  const [een, ander] = [await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [{ rol: 'verzuim', brin: '11VA' }] }), await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [{ rol: 'verzuim', brin: '11VA' }, { rol: 'raadplegen', brin: '21MB' }] })]
  const nieuw = await eHerkenning()
  for (const van of [een, ander]) await alsSysteem((trx) => draagRollenOver(trx, { van, naar: nieuw, door: nieuw, nu: proef.nu() }))
  expect((await open(nieuw)).map(({ rol, bronSleutel }) => [rol, bronSleutel]).toSorted()).toEqual([['raadplegen', ander], ['verzuim', een], ['verzuim', ander]].toSorted())
  expect(await alsSysteem((trx) => trekOverdrachtIn(trx, { van: ander, naar: nieuw, door: 'beheerder', nu: proef.nu(), reden: 'Verkeerd gekoppeld.' }))).toBe(2)
  expect((await open(nieuw)).map(({ rol, bronSleutel }) => [rol, bronSleutel])).toEqual([['verzuim', een]])
  expect(await open(ander)).toEqual([])
})

test('Z-05, T-09: beheerder en BRON samen zonder reden: de BRON-rol blijft achter; met een vastgelegde reden gaat zij mee', async () => {
  const zonder = await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [{ rol: 'beheerder' }, { rol: 'bron-inschrijving-vo', brin: '11VA' }] })
  const met = await proef.maakAccount({ middel: 'DUO_TOKEN', rollen: [{ rol: 'beheerder', reden: 'Kleine school.' }, { rol: 'bron-inschrijving-vo', brin: '11VA' }] })
  const [een, ander] = [await eHerkenning(), await eHerkenning()]
  const uitkomst = await alsSysteem((trx) => draagRollenOver(trx, { van: zonder, naar: een, door: een, nu: proef.nu() }))
  expect(uitkomst.weggelaten).toMatchObject([{ rol: 'bron-inschrijving-vo', waarom: 'COMBINATIE_ZONDER_REDEN' }])
  expect((await open(een)).map(({ rol }) => rol)).toEqual(['beheerder'])
  await alsSysteem((trx) => draagRollenOver(trx, { van: met, naar: ander, door: ander, nu: proef.nu() }))
  expect((await open(ander)).map(({ rol }) => rol)).toEqual(['beheerder', 'bron-inschrijving-vo'])
})

test('T-04: rollen gaan nooit naar een andere organisatie', async () => {
  const oud = await proef.maakAccount({ middel: 'DUO_TOKEN' })
  const elders = await proef.maakAccount({ organisatieId: proef.ander })
  await expect(alsSysteem((trx) => draagRollenOver(trx, { van: oud, naar: elders, door: elders, nu: proef.nu() }))).rejects.toThrow('andere organisatie')
})
