import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { inTransactie } from '../../database/index.ts'
import { type Actiecontext, systeemactor } from '../actor.ts'
import { blokkeerAccount } from './actions/accountstand.ts'
import { bevestigNaam, type Medewerkerkeuze, NAAM_GEVEN, toonNaamvoorstel, wijsMedewerkerToe } from './actions/naamgeving.ts'
import { kenRolToe, trekRolIn } from './actions/rollen.ts'
import { leesMelding, toonVoorstellenDuo, toonWatWacht, wijsVoorstelAf } from './actions/wat-wacht.ts'
import { leesNaamgevingenVan } from './melding-store.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())
// Elke toets begint met een organisatie zonder beheerders.
beforeEach(async () => { await proef.database.pool.query(`update account set toestand = case middel when 'EHERKENNING' then 'BEEINDIGD' else 'INGETROKKEN' end`) })

const NIET_GEVONDEN = { ok: false, reden: { soort: 'niet-gevonden' } }
const beheerder = (naam: string | null = 'Bea Beheer') => proef.maakAccount({ naam, rollen: [{ rol: 'beheerder' }] })
const behandelaar = () => proef.maakAccount({ organisatieId: proef.duo, naam: 'Duo', rollen: [{ rol: 'duo-behandelaar' }] })
const naamloos = () => proef.maakAccount({ naam: null, toestand: 'NIEUW' })
const nu = (ctx: Actiecontext): Actiecontext => ({ ...ctx, nu: proef.nu() })
const wijs = (ctx: Actiecontext, accountId: string, keuze: Medewerkerkeuze) => wijsMedewerkerToe(proef.database, nu(ctx), accountId, keuze)
const naamVan = async (accountId: string) => (await proef.account(accountId)).medewerker?.naam ?? null

async function stelVoor(ctx: Actiecontext, accountId: string, keuze: Medewerkerkeuze, wieBevestigt: 'ORGANISATIE' | 'DUO'): Promise<string> {
  const uitkomst = await wijs(ctx, accountId, keuze)
  expect(uitkomst).toMatchObject({ ok: true, waarde: { uitkomst: 'voorgesteld', wieBevestigt } })
  if (!uitkomst.ok || uitkomst.waarde.uitkomst !== 'voorgesteld') throw new Error('geen voorstel')
  return uitkomst.waarde.voorstelId
}

describe('een naam geven', () => {
  test('T-11, Z-04: een beheerder zet zijn tweede account niet zelf op naam van een collega; een tweede beheerder bevestigt', async () => {
    const [een, ander] = [await proef.als(await beheerder('Een')), await proef.als(await beheerder('Ander'))]
    const tweede = await naamloos()
    const collega = await proef.maakMedewerker(proef.bestuur, 'Collega')
    const voorstelId = await stelVoor(een, tweede, { medewerkerId: collega }, 'ORGANISATIE')
    expect(await naamVan(tweede)).toBeNull()
    expect(await kenRolToe(proef.database, nu(een), tweede, { rol: 'beheerder', brin: null, vestiging: null, van: null, voor: null, reden: '', besluitBestuur: '' })).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'P-04' }] } })
    expect(await bevestigNaam(proef.database, nu(een), voorstelId)).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'voorstel' }] } })
    expect(await bevestigNaam(proef.database, nu(ander), voorstelId)).toEqual({ ok: true, waarde: { accountId: tweede, medewerkerId: collega } })
    expect(await naamVan(tweede)).toBe('Collega')
    expect(await bevestigNaam(proef.database, nu(ander), voorstelId)).toEqual(NIET_GEVONDEN)
  })

  test('Z-04: wie zelf geen naam heeft, kan de voorsteller zijn en bevestigt dus niet; het tweede account zelf ook niet', async () => {
    const een = await proef.als(await beheerder('Een'))
    const zonder = await proef.als(await beheerder(null))
    await beheerder('Ander')
    const voorstelId = await stelVoor(een, await naamloos(), { naam: 'Nieuw' }, 'ORGANISATIE')
    expect(await bevestigNaam(proef.database, nu(zonder), voorstelId)).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'voorstel', regelId: 'Z-04' }] } })
    const overZichzelf = await stelVoor(een, zonder.actor.id, { naam: 'Ik' }, 'ORGANISATIE')
    expect(await bevestigNaam(proef.database, nu(zonder), overZichzelf)).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'Z-04' }] } })
  })

  test('T-18: met een beheerder bevestigt een behandelaar van DUO; een beheerder zonder naam sluit zich niet buiten', async () => {
    const zonder = await proef.als(await beheerder(null))
    const voorstelId = await stelVoor(zonder, zonder.actor.id, { naam: 'Eerste Beheerder' }, 'DUO')
    const duo = await proef.als(await behandelaar())
    expect(await toonVoorstellenDuo(proef.database, nu(duo))).toMatchObject({ ok: true, waarde: [{ voorstelId, soort: NAAM_GEVEN }] })
    expect(await bevestigNaam(proef.database, nu(zonder), voorstelId)).toEqual(NIET_GEVONDEN)
    expect(await bevestigNaam(proef.database, nu(duo), voorstelId)).toMatchObject({ ok: true })
    expect(await naamVan(zonder.actor.id)).toBe('Eerste Beheerder')
    await stelVoor(await proef.als(zonder.actor.id), await naamloos(), { naam: 'Nieuw' }, 'DUO')
  })

  test('T-18: twee beheerders waarvan een zonder naam: van hem staat niet vast dat hij een ander is, dus bevestigt DUO', async () => {
    const een = await proef.als(await beheerder('Een'))
    await beheerder(null)
    expect(await wijs(een, await naamloos(), { naam: 'Nieuw' })).toMatchObject({ ok: true, waarde: { uitkomst: 'voorgesteld', wieBevestigt: 'DUO' } })
  })

  test('T-23, P-04: een lege naam, een medewerker van een ander en een andere medewerker dan die er al is worden geweigerd', async () => {
    const ctx = await proef.als(await beheerder())
    const nieuw = await naamloos()
    expect(await wijs(ctx, nieuw, { naam: '  ' })).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'naam', regelId: 'P-04' }] } })
    expect(await wijs(ctx, nieuw, { medewerkerId: await proef.maakMedewerker(proef.ander, 'Vreemd') })).toEqual(NIET_GEVONDEN)
    expect(await wijs(ctx, await proef.maakAccount({}), { medewerkerId: await proef.maakMedewerker(proef.bestuur, 'Ander') })).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'T-23' }] } })
    expect(await wijs(ctx, await proef.maakAccount({ organisatieId: proef.ander, naam: null }), { naam: 'Nieuw' })).toEqual(NIET_GEVONDEN)
  })

  test('Z-02: een voorstel van een andere organisatie bestaat niet, ook niet om te zien', async () => {
    const een = await proef.als(await beheerder('Een'))
    await beheerder('Ander')
    const accountId = await naamloos()
    const voorstelId = await stelVoor(een, accountId, { naam: 'Nieuw' }, 'ORGANISATIE')
    const vreemd = await proef.als(await proef.maakAccount({ organisatieId: proef.ander, rollen: [{ rol: 'beheerder' }] }))
    expect(await bevestigNaam(proef.database, nu(vreemd), voorstelId)).toEqual(NIET_GEVONDEN)
    expect(await toonNaamvoorstel(proef.database, nu(vreemd), { accountId, organisatieId: proef.bestuur })).toEqual(NIET_GEVONDEN)
    expect(await toonNaamvoorstel(proef.database, nu(vreemd), { accountId, organisatieId: proef.ander })).toEqual({ ok: true, waarde: undefined })
    expect(await bevestigNaam(proef.database, nu(await proef.als(await proef.maakAccount({ rollen: [{ rol: 'raadplegen', brin: '11VA' }] }))), voorstelId)).toEqual(NIET_GEVONDEN)
    expect(await bevestigNaam(proef.database, nu(await proef.als(await behandelaar())), voorstelId)).toEqual(NIET_GEVONDEN)
  })

  test('S-05, S-03: wie intussen geen beheerder meer is of te lang geleden inlogde, bevestigt niet', async () => {
    const [een, anderId] = [await proef.als(await beheerder('Een')), await beheerder('Ander')]
    const ander = await proef.als(anderId)
    const voorstelId = await stelVoor(een, await naamloos(), { naam: 'Nieuw' }, 'ORGANISATIE')
    expect(await bevestigNaam(proef.database, await proef.als(anderId, { geledenMinuten: 11 }), voorstelId)).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'aanmelding' }] } })
    const rolId = (await proef.account(anderId)).rollen[0]?.rolId ?? ''
    expect(await trekRolIn(proef.database, nu(een), anderId, rolId, 'Andere functie.')).toMatchObject({ ok: true })
    expect(await bevestigNaam(proef.database, nu(ander), voorstelId)).toEqual(NIET_GEVONDEN)
  })

  test('de voorsteller trekt zijn voorstel in, ook als DUO zou bevestigen; een beëindigd account krijgt geen naam meer', async () => {
    const ctx = await proef.als(await beheerder())
    const accountId = await naamloos()
    const voorstelId = await stelVoor(ctx, accountId, { naam: 'Nieuw' }, 'DUO')
    expect(await toonNaamvoorstel(proef.database, nu(ctx), { accountId, organisatieId: proef.bestuur })).toMatchObject({ ok: true, waarde: { voorstelId } })
    expect(await wijsVoorstelAf(proef.database, nu(ctx), voorstelId, NAAM_GEVEN)).toMatchObject({ ok: true })
    const tweede = await stelVoor(ctx, accountId, { naam: 'Nieuw' }, 'DUO')
    await proef.database.pool.query(`update account set toestand = 'BEEINDIGD' where account_id = $1`, [accountId])
    expect(await bevestigNaam(proef.database, nu(await proef.als(await behandelaar())), tweede)).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'account' }] } })
  })

  test('T-29: de audit noemt oude en nieuwe medewerker en welk veld, zonder een naam; een verbeterde naam is daaraan te zien', async () => {
    const [een, ander] = [await proef.als(await beheerder('Een')), await proef.als(await beheerder('Ander'))]
    const accountId = await naamloos()
    await bevestigNaam(proef.database, nu(ander), await stelVoor(een, accountId, { naam: 'Geheime Naam' }, 'ORGANISATIE'))
    const medewerkerId = (await proef.account(accountId)).medewerker?.id
    expect(await wijs(een, accountId, { naam: 'Geheime Verbetering' })).toEqual({ ok: true, waarde: { uitkomst: 'bewaard', medewerkerId } })
    expect(await wijs(een, accountId, { naam: 'Geheime Verbetering' })).toMatchObject({ ok: true, waarde: { uitkomst: 'bewaard' } })
    const regels = (await proef.audit()).filter(({ handeling, object_sleutel }) => handeling === 'wijsMedewerkerToe' && object_sleutel === accountId)
    expect(regels.map(({ actor, gegevens }) => [actor, gegevens['van'], gegevens['naar'], gegevens['veld'], gegevens['oudeMedewerkerId'], gegevens['nieuweMedewerkerId'], gegevens['naamVerbeterd'], gegevens['voorgesteldDoor']])).toEqual([
      [ander.actor.id, 'zonder naam', medewerkerId, 'medewerker', null, medewerkerId, undefined, een.actor.id], [een.actor.id, medewerkerId, medewerkerId, 'naam', medewerkerId, medewerkerId, true, undefined],
    ])
    expect(JSON.stringify(await proef.audit())).not.toContain('Geheime')
  })
})

describe('wie er bericht van krijgt', () => {
  test('T-11: elke beheerder leest het bericht zelf; wat de een las staat er bij de ander nog', async () => {
    const [een, ander] = [await proef.als(await beheerder('Een')), await proef.als(await beheerder('Ander'))]
    const accountId = await naamloos()
    await bevestigNaam(proef.database, nu(ander), await stelVoor(een, accountId, { naam: 'Nieuw' }, 'ORGANISATIE'))
    const open = async (ctx: Actiecontext) => {
      const wacht = await toonWatWacht(proef.database, nu(ctx))
      return wacht.ok ? wacht.waarde.meldingen.filter((melding) => melding.accountId === accountId) : []
    }
    const [melding] = await open(een)
    expect(melding).toMatchObject({ soort: 'NAAM_GEGEVEN', naam: 'Nieuw' })
    expect(await leesMelding(proef.database, nu(een), melding?.meldingId ?? '')).toMatchObject({ ok: true })
    expect(await leesMelding(proef.database, nu(een), melding?.meldingId ?? '')).toEqual(NIET_GEVONDEN)
    expect([await open(een), await open(ander)]).toMatchObject([[], [{ soort: 'NAAM_GEGEVEN' }]])
  })

  test('T-11: de medewerker op wiens naam het account kwam, ziet het ook', async () => {
    const [een, ander] = [await proef.als(await beheerder('Een')), await proef.als(await beheerder('Ander'))]
    const medewerkerId = await proef.maakMedewerker(proef.bestuur, 'Collega')
    const collega = await proef.maakAccount({ medewerkerId })
    await bevestigNaam(proef.database, nu(ander), await stelVoor(een, await naamloos(), { medewerkerId }, 'ORGANISATIE'))
    const gezien = await inTransactie(proef.database, { organisaties: [], rol: 'systeem', actor: 'proef' }, async (trx) => [await leesNaamgevingenVan(trx, collega), await leesNaamgevingenVan(trx, een.actor.id)])
    expect(gezien).toMatchObject([[{ middel: 'EHERKENNING', uitgenodigd: false }], []])
  })

  test('het systeem geeft een naam zonder tweede persoon, en een geblokkeerd account houdt zijn voorstel', async () => {
    const accountId = await naamloos()
    expect(await wijsMedewerkerToe(proef.database, { actor: systeemactor('proef'), nu: proef.nu(), kluis: proef.kluis }, accountId, { naam: 'Van het systeem' })).toMatchObject({ ok: true, waarde: { uitkomst: 'bewaard' } })
    const [een, ander] = [await proef.als(await beheerder('Een')), await proef.als(await beheerder('Ander'))]
    const tweede = await naamloos()
    const voorstelId = await stelVoor(een, tweede, { naam: 'Nieuw' }, 'ORGANISATIE')
    await blokkeerAccount(proef.database, nu(een), tweede, 'Eerst nagaan wie dit is.')
    expect(await bevestigNaam(proef.database, nu(ander), voorstelId)).toMatchObject({ ok: true })
  })
})
