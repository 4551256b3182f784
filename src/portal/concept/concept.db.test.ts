import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { schrijfAudit } from '../../database/index.ts'
import { momentVan } from '../../kern/datum.ts'
import { alsActor } from '../../toegang/index.ts'
import { beginConcept, bewaarConcept, leesConcept, leesConcepten, ruimConceptenOp, verstuurConcept, wisConcept } from './index.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())

const DAG_MS = 86_400_000

test('S-75: antwoorden blijven bewaard voor het account dat ze gaf, en zijn voor een ander onbekend', async () => {
  const [ik, ander] = [await proef.als(await proef.maakAccount({})), await proef.als(await proef.maakAccount({}))]
  const id = await beginConcept(proef.database, ik, 'inschrijven', { naam: 'Mila' })
  expect(await bewaarConcept(proef.database, ik, id, { naam: 'Mila', leerweg: ['kb'] })).toBe(true)
  expect((await leesConcept(proef.database, ik, 'inschrijven', id))?.inhoud).toEqual({ naam: 'Mila', leerweg: ['kb'] })
  expect(await leesConcept(proef.database, ik, 'iets-anders', id)).toBeUndefined()
  expect(await leesConcept(proef.database, ander, 'inschrijven', id)).toBeUndefined()
  expect(await bewaarConcept(proef.database, ander, id, {})).toBe(false)
  await wisConcept(proef.database, ander, id)
  expect(await leesConcepten(proef.database, ik)).toHaveLength(1)
  await wisConcept(proef.database, ik, id)
  expect(await leesConcepten(proef.database, ik)).toHaveLength(0)
})

test('P-01: de antwoorden staan niet leesbaar in de database', async () => {
  const ik = await proef.als(await proef.maakAccount({}))
  await beginConcept(proef.database, ik, 'inschrijven', { persoonsnummer: 'zeer-herkenbaar' })
  const rijen = await alsActor(proef.database, ik.actor, (trx) => trx.selectFrom('concept').select('inhoud').execute())
  expect(rijen).toHaveLength(1)
  expect(rijen[0]?.inhoud.toString('latin1')).not.toContain('zeer-herkenbaar')
})

test('S-17: twee keer tegelijk versturen heeft een gevolg en hetzelfde bewijs', async () => {
  const ik = await proef.als(await proef.maakAccount({}))
  const id = await beginConcept(proef.database, ik, 'inschrijven', { naam: 'Mila' })
  let keren = 0
  const verstuur = () => verstuurConcept(proef.database, ik, 'inschrijven', id, async () => ({ bewijs: { nummer: ++keren } }))
  expect(await Promise.all([verstuur(), verstuur()])).toEqual([{ bewijs: { nummer: 1 } }, { bewijs: { nummer: 1 } }])
  expect(keren).toBe(1)
  expect(await bewaarConcept(proef.database, ik, id, { naam: 'Anders' })).toBe(false)
  expect((await leesConcept(proef.database, ik, 'inschrijven', id))?.bewijs).toEqual({ nummer: 1 })
})

test('S-75: lukt het versturen niet, dan is er niets gebeurd en staan de antwoorden er nog', async () => {
  const ik = await proef.als(await proef.maakAccount({}))
  const id = await beginConcept(proef.database, ik, 'inschrijven', { naam: 'Mila' })
  const voor = (await proef.audit()).length
  const uitkomst = await verstuurConcept(proef.database, ik, 'inschrijven', id, async (trx) => {
    await schrijfAudit(trx, { op: ik.nu, actor: ik.actor.id, handeling: 'registreerAanbod', brin: null, deelnemerId: null, object: ['aanbod', 'x'], gegevens: {} })
    return { fouten: ['leerweg'] }
  })
  expect(uitkomst).toEqual({ fouten: ['leerweg'] })
  expect((await proef.audit()).length).toBe(voor)
  expect((await leesConcept(proef.database, ik, 'inschrijven', id))?.bewijs).toBeNull()
})

test('S-94: een concept is na veertien dagen weg', async () => {
  const account = await proef.maakAccount({})
  const ik = await proef.als(account)
  const id = await beginConcept(proef.database, ik, 'inschrijven', {})
  proef.verder(15 * DAG_MS)
  const later = await proef.als(account)
  expect(await leesConcept(proef.database, later, 'inschrijven', id)).toBeUndefined()
  expect(await ruimConceptenOp(proef.database, new Date(later.nu))).toBeGreaterThan(0)
})

test('S-17: wie antwoorden bewaart over wat hij zag, doet dat niet meer als een ander tabblad intussen iets bewaarde', async () => {
  const ik = await proef.als(await proef.maakAccount({}))
  const later = (ms: number) => ({ ...ik, nu: momentVan(Date.parse(ik.nu) + ms) })
  const id = await beginConcept(proef.database, ik, 'faseovergang', { stap: '1' })
  const gezien = (await leesConcept(proef.database, ik, 'faseovergang', id))?.gewijzigdOp
  const bewaard = await Promise.all([1, 2].map((nummer) => bewaarConcept(proef.database, later(nummer), id, { stap: `2 van ${nummer}` }, gezien)))
  expect(bewaard.toSorted()).toEqual([false, true])
  expect((await leesConcept(proef.database, ik, 'faseovergang', id))?.inhoud).toEqual({ stap: `2 van ${bewaard[0] === true ? 1 : 2}` })
  expect(await bewaarConcept(proef.database, later(3), id, { stap: '3' })).toBe(true)
})
