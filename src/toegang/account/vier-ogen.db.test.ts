import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import type { Transactie } from '../../database/index.ts'
import type { Uitkomst } from '../../kern/uitkomst.ts'
import type { Weigering } from '../../kern/weigering.ts'
import { type Actiecontext, systeemactor } from '../actor.ts'
import { voerUit } from '../uitvoeren.ts'
import { bevestig, doeVoorstel, wijsAf } from './vier-ogen.ts'
import { leesOpenVoorstellen } from './vier-ogen-store.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())

const inSysteem = <T>(werk: (trx: Transactie) => Promise<Uitkomst<T, Weigering>>) => voerUit(proef.database, systeemactor('proef'), werk)
const voorstel = (sleutel: string, reden = 'Verkeerd gekoppeld.') => ({ soort: 'ontkoppelen', organisatieId: proef.bestuur, sleutel, inhoud: { accountId: sleutel }, reden })

async function beheerders(): Promise<readonly [een: Actiecontext, ander: Actiecontext]> {
  const een = await proef.maakAccount({ naam: 'Een', rollen: [{ rol: 'beheerder' }] })
  const ander = await proef.maakAccount({ naam: 'Ander', rollen: [{ rol: 'beheerder' }] })
  return [await proef.als(een), await proef.als(ander)]
}

async function stel(ctx: Actiecontext, sleutel: string): Promise<string> {
  const uitkomst = await inSysteem((trx) => doeVoorstel(trx, ctx, voorstel(sleutel)))
  if (!uitkomst.ok) throw new Error('voorstel geweigerd')
  return uitkomst.waarde.voorstelId
}

describe('vier ogen', () => {
  test('T-29: een collega bevestigt; beide stappen staan in de audit met account, middel en niveau', async () => {
    const [een, ander] = await beheerders()
    const id = await stel(een, 'a1')
    const uitkomst = await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, id, 'ontkoppelen'))
    expect(uitkomst).toMatchObject({ ok: true, waarde: { sleutel: 'a1', inhoud: { accountId: 'a1' }, voorgesteldDoor: een.actor.id } })
    const regels = (await proef.audit()).filter(({ object_sleutel }) => object_sleutel === id)
    expect(regels.map(({ actor, handeling, gegevens }) => [actor, handeling, gegevens['middel'], gegevens['niveau'], gegevens['organisatieId']])).toEqual([
      [een.actor.id, 'doeVoorstel', 'EHERKENNING', 'EH3', proef.bestuur], [ander.actor.id, 'bevestigVoorstel', 'EHERKENNING', 'EH3', proef.bestuur]])
    expect(await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, id, 'ontkoppelen'))).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  test('Z-04: de voorsteller bevestigt niet zelf, ook niet met een tweede account op dezelfde naam', async () => {
    const medewerkerId = await proef.maakMedewerker(proef.bestuur, 'Met twee accounts')
    const een = await proef.als(await proef.maakAccount({ medewerkerId, rollen: [{ rol: 'beheerder' }] }))
    const tweede = await proef.als(await proef.maakAccount({ medewerkerId, middel: 'DUO_TOKEN', rollen: [{ rol: 'beheerder' }] }))
    const id = await stel(een, 'a2')
    for (const ctx of [een, tweede]) {
      expect(await inSysteem((trx) => bevestig(trx, { ...ctx, nu: proef.nu() }, id, 'ontkoppelen'))).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ regel: 'U deed dit voorstel zelf.' }] } })
    }
    expect(await inSysteem((trx) => wijsAf(trx, { ...een, nu: proef.nu() }, id, 'ontkoppelen'))).toMatchObject({ ok: true })
  })

  test('Z-02: een voorstel van een andere organisatie, van DUO, van een ander soort of zonder bestaan is hetzelfde: niet gevonden', async () => {
    const [een, ander] = await beheerders()
    const id = await stel(een, 'a3')
    const vreemd = await proef.als(await proef.maakAccount({ organisatieId: proef.ander, rollen: [{ rol: 'beheerder' }] }))
    const duo = await proef.als(await proef.maakAccount({ organisatieId: proef.duo, rollen: [{ rol: 'duo-behandelaar' }] }))
    const nietGevonden = { ok: false, reden: { soort: 'niet-gevonden' } }
    expect(await inSysteem((trx) => bevestig(trx, { ...vreemd, nu: proef.nu() }, id, 'ontkoppelen'))).toEqual(nietGevonden)
    expect(await inSysteem((trx) => bevestig(trx, { ...duo, nu: proef.nu() }, id, 'ontkoppelen'))).toEqual(nietGevonden)
    expect(await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, id, 'datums'))).toEqual(nietGevonden)
    expect(await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, proef.bestuur, 'ontkoppelen'))).toEqual(nietGevonden)
    expect(await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, 'geen uuid', 'ontkoppelen'))).toEqual(nietGevonden)
  })

  test('twee voorstellen over hetzelfde kan niet; een verlopen voorstel maakt plaats en is niet meer te bevestigen', async () => {
    const [een, ander] = await beheerders()
    const id = await stel(een, 'a4')
    expect(await inSysteem((trx) => doeVoorstel(trx, { ...ander, nu: proef.nu() }, voorstel('a4')))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'voorstel' }] } })
    proef.verder(7 * 24 * 3_600_000)
    expect(await inSysteem((trx) => bevestig(trx, { ...ander, nu: proef.nu() }, id, 'ontkoppelen'))).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    const nieuw = await stel({ ...ander, nu: proef.nu() }, 'a4')
    const open = await inSysteem(async (trx) => ({ ok: true, waarde: await leesOpenVoorstellen(trx, { organisatieId: proef.bestuur }, proef.nu()) }))
    expect(open).toMatchObject({ ok: true, waarde: [{ voorstelId: nieuw }] })
  })

  test('zonder reden komt er geen voorstel', async () => {
    const [een] = await beheerders()
    expect(await inSysteem((trx) => doeVoorstel(trx, een, voorstel('a5', '  ')))).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'reden' }] } })
  })

  test('twee collega’s die tegelijk bevestigen: precies een slaagt', async () => {
    const [een, ander] = await beheerders()
    const [derde] = await beheerders()
    const id = await stel(een, 'a6')
    const nu = proef.nu()
    const uitkomsten = await Promise.all([ander, derde].map((ctx) => inSysteem((trx) => bevestig(trx, { ...ctx, nu }, id, 'ontkoppelen'))))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
