import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import type { Moment } from '../../kern/datum.ts'
import { kenRolToe, type Rolvraag, trekRolIn, zetEinddatum } from './actions/rollen.ts'
import { herbeoordeel } from './actions/herbeoordeel.ts'
import { toonGebruiker } from './actions/toon-gebruikers.ts'

let proef: Accountproef
beforeAll(async () => { proef = await maakAccountproef() })
afterAll(() => proef.weg())

const NIET_GEVONDEN = { ok: false, reden: { soort: 'niet-gevonden' } }
const vraag = (anders: Partial<Rolvraag> = {}): Rolvraag => ({ rol: 'verzuim', brin: '11VA', vestiging: null, van: null, voor: null, reden: '', besluitBestuur: '', ...anders })
const beheerder = () => proef.maakAccount({ naam: 'Bea Beheer', rollen: [{ rol: 'beheerder' }] })
const geldig = async (accountId: string) => (await proef.account(accountId)).rollen.filter(({ ingetrokkenOp }) => ingetrokkenOp === null).map(({ rol, brin, vestiging, bron }) => ({ rol, brin, vestiging, bron }))

describe('kenRolToe', () => {
  test('K-EH-02, K-EH-08, Z-06: de beheerder geeft een rol bij een school; een nieuw account wordt actief en kan dan pas iets', async () => {
    const nieuw = await proef.maakAccount({ naam: 'Nieuw', toestand: 'NIEUW' })
    expect((await proef.als(nieuw)).actor.rollen).toEqual([])
    const ctx = await proef.als(await beheerder())
    expect(await kenRolToe(proef.database, ctx, nieuw, vraag({ vestiging: '11VA01' }))).toMatchObject({ ok: true })
    expect(await geldig(nieuw)).toEqual([{ rol: 'verzuim', brin: '11VA', vestiging: '11VA01', bron: 'TOEKENNING' }])
    expect((await proef.account(nieuw)).toestand).toBe('ACTIEF')
    expect((await proef.als(nieuw)).actor.rollen).toEqual([{ rol: 'verzuim', brin: '11VA', vestiging: '11VA01' }])
  })

  test('T-29: de audit noemt wie, middel, niveau, organisatie, van, naar en reden, en geen naam of pseudoniem', async () => {
    const gever = await beheerder()
    const wie = await proef.maakAccount({ naam: 'Geheime Naam', toestand: 'NIEUW' })
    await kenRolToe(proef.database, await proef.als(gever), wie, vraag({ reden: 'Nieuwe collega.' }))
    const regel = (await proef.audit()).findLast(({ object_sleutel }) => object_sleutel === wie)
    expect(regel).toMatchObject({ actor: gever, handeling: 'kenRolToe', gegevens: { organisatieId: proef.bestuur, middel: 'EHERKENNING', niveau: 'EH3', van: 'NIEUW', naar: 'ACTIEF', reden: 'Nieuwe collega.', rol: 'verzuim', brin: '11VA' } })
    const { kort } = await proef.account(wie)
    expect(JSON.stringify(regel)).not.toContain('Geheime')
    expect(JSON.stringify(regel)).not.toContain(kort ?? 'leeg')
  })

  test('Z-04: jezelf geen rol, ook niet via een tweede account op dezelfde naam; de poging staat in de audit', async () => {
    const medewerkerId = await proef.maakMedewerker(proef.bestuur, 'Zelf')
    const zelf = await proef.maakAccount({ medewerkerId, rollen: [{ rol: 'beheerder' }] })
    const tweede = await proef.maakAccount({ medewerkerId })
    for (const wie of [zelf, tweede]) {
      expect(await kenRolToe(proef.database, await proef.als(zelf), wie, vraag({ reden: 'x' }))).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ regelId: 'Z-04' }] } })
      expect((await proef.audit()).findLast(({ object_sleutel }) => object_sleutel === wie)).toMatchObject({ actor: zelf, handeling: 'weigerRolwijziging', gegevens: { regels: ['Z-04'] } })
    }
    expect(await geldig(tweede)).toEqual([])
  })

  test('Z-04: niet ruimer dan de eigen organisatie: geen school van een ander bestuur, geen vestiging van een andere school, geen rol van DUO', async () => {
    const wie = await proef.maakAccount({})
    const ctx = await proef.als(await beheerder())
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ brin: '12VB' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'brin', regelId: 'Z-04' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ vestiging: '21MB00' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'vestiging', regelId: 'Z-04' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'duo-behandelaar', brin: null }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'rol' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'beheerder' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'brin' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'directeur' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'rol' }] } })
    expect(await geldig(wie)).toEqual([])
  })

  test('K-EH-08: inschrijvingen mbo hoort bij een mbo-school en inschrijvingen vo bij een vo-school', async () => {
    const wie = await proef.maakAccount({})
    const ctx = await proef.als(await beheerder())
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'bron-inschrijving-mbo' }))).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'K-EH-08' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'bron-inschrijving-vo', brin: '21MB' }))).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'K-EH-08' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ rol: 'bron-inschrijving-mbo', brin: '21MB' }))).toMatchObject({ ok: true })
  })

  test('Z-05: beheerder en BRON op een account alleen met een vastgelegde reden, welke van de twee er ook eerst was', async () => {
    const ctx = await proef.als(await beheerder())
    const leverancier = await proef.maakAccount({ rollen: [{ rol: 'bron-inschrijving-vo', brin: '11VA' }] })
    const collega = await proef.maakAccount({ rollen: [{ rol: 'beheerder' }] })
    expect(await kenRolToe(proef.database, ctx, leverancier, vraag({ rol: 'beheerder', brin: null, reden: ' ' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'reden', regelId: 'Z-05' }] } })
    expect(await kenRolToe(proef.database, ctx, collega, vraag({ rol: 'bron-inschrijving-vo' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'reden', regelId: 'Z-05' }] } })
    expect(await kenRolToe(proef.database, ctx, leverancier, vraag({ rol: 'beheerder', brin: null, reden: 'Wij zijn met z’n tweeën.' }))).toMatchObject({ ok: true })
    expect((await proef.account(leverancier)).rollen.find(({ rol }) => rol === 'beheerder')?.reden).toBe('Wij zijn met z’n tweeën.')
  })

  test('Z-03: een rol begint later of eindigt, en werkt alleen daartussen', async () => {
    const wie = await proef.maakAccount({})
    const ctx = await proef.als(await beheerder())
    const [van, voor] = ['2027-01-31T23:00:00.000Z', '2027-02-28T23:00:00.000Z'] as unknown as [Moment, Moment]
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ van: '2026-11-23T23:00:00.000Z' as Moment }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'van', regelId: 'Z-03' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ van, voor: van }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'totEnMet', regelId: 'Z-03' }] } })
    expect(await kenRolToe(proef.database, ctx, wie, vraag({ van, voor }))).toMatchObject({ ok: true })
    expect((await proef.als(wie)).actor.rollen).toEqual([])
    expect((await proef.account(wie)).rollen).toMatchObject([{ van, voor }])
  })

  test('P-04, A-14, T-18: geen rol voor een account zonder naam, voor een intermediair zonder besluit van het bestuur, of van DUO', async () => {
    const ctx = await proef.als(await beheerder())
    const naamloos = await proef.maakAccount({ naam: null, toestand: 'NIEUW' })
    expect(await kenRolToe(proef.database, ctx, naamloos, vraag())).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'naam', regelId: 'P-04' }] } })
    const kantoor = await proef.maakAccount({ naam: 'Kantoor', intermediair: '99000022' })
    expect(await kenRolToe(proef.database, ctx, kantoor, vraag())).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'besluitBestuur', regelId: 'A-14' }] } })
    expect(await kenRolToe(proef.database, ctx, kantoor, vraag({ rol: 'beheerder', brin: null, besluitBestuur: 'B-1' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'rol', regelId: 'A-14' }] } })
    expect(await kenRolToe(proef.database, ctx, kantoor, vraag({ besluitBestuur: 'B-1' }))).toMatchObject({ ok: true })
    expect(await geldig(kantoor)).toMatchObject([{ rol: 'verzuim', bron: 'BESTUUR' }])
    const duo = await proef.als(await proef.maakAccount({ organisatieId: proef.duo, rollen: [{ rol: 'duo-behandelaar' }] }))
    expect(await kenRolToe(proef.database, duo, await proef.maakAccount({}), vraag())).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'T-18' }] } })
  })

  test('sessie S-03: een inlog van elf minuten oud is te oud voor beheer', async () => {
    const gever = await beheerder()
    const wie = await proef.maakAccount({})
    expect(await kenRolToe(proef.database, await proef.als(gever, { geledenMinuten: 11 }), wie, vraag())).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'aanmelding' }] } })
    expect(await kenRolToe(proef.database, await proef.als(gever, { geledenMinuten: 10 }), wie, vraag())).toMatchObject({ ok: true })
    const { aanmelding: _, ...zonder } = await proef.als(gever)
    expect(await kenRolToe(proef.database, zonder, wie, vraag({ rol: 'raadplegen' }))).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'aanmelding' }] } })
  })

  test('sessie S-05: een beheerder die zijn rol net kwijt is, kan met zijn lopende verzoek niets meer', async () => {
    const [een, ander] = [await beheerder(), await beheerder()]
    const oud = await proef.als(ander)
    const rolId = (await proef.account(ander)).rollen[0]?.rolId ?? ''
    expect(await trekRolIn(proef.database, await proef.als(een), ander, rolId, 'Andere functie.')).toMatchObject({ ok: true })
    expect(await kenRolToe(proef.database, { ...oud, nu: proef.nu() }, await proef.maakAccount({}), vraag())).toEqual(NIET_GEVONDEN)
  })
})

describe('trekRolIn en zetEinddatum', () => {
  test('Z-03: intrekken werkt meteen, alleen met een reden, en maar een keer', async () => {
    const wie = await proef.maakAccount({ rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    const ctx = await proef.als(await beheerder())
    const rolId = (await proef.account(wie)).rollen[0]?.rolId ?? ''
    expect(await trekRolIn(proef.database, ctx, wie, rolId, '')).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'reden' }] } })
    expect(await trekRolIn(proef.database, ctx, wie, rolId, 'Andere functie.')).toMatchObject({ ok: true })
    expect((await proef.als(wie)).actor.rollen).toEqual([])
    expect(await trekRolIn(proef.database, ctx, wie, rolId, 'Nog eens.')).toEqual(NIET_GEVONDEN)
  })

  test('Z-02: een rol is niet te wijzigen via het account van een ander', async () => {
    const wie = await proef.maakAccount({ rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    const vreemd = await proef.maakAccount({ organisatieId: proef.ander, rollen: [{ rol: 'verzuim', brin: '12VB' }] })
    const ctx = await proef.als(await beheerder())
    const rolVan = async (accountId: string) => (await proef.account(accountId)).rollen[0]?.rolId ?? ''
    expect(await trekRolIn(proef.database, ctx, wie, await rolVan(vreemd), 'x')).toEqual(NIET_GEVONDEN)
    expect(await trekRolIn(proef.database, ctx, vreemd, await rolVan(vreemd), 'x')).toEqual(NIET_GEVONDEN)
    expect(await zetEinddatum(proef.database, ctx, vreemd, await rolVan(vreemd), null, 'x')).toEqual(NIET_GEVONDEN)
    expect(await toonGebruiker(proef.database, ctx, vreemd)).toEqual(await toonGebruiker(proef.database, ctx, '00000000-0000-7000-8000-000000000000'))
    expect((await geldig(vreemd))).toHaveLength(1)
  })

  test('Z-03, Z-04: een einddatum verandert; de eigen rol inkorten mag, verlengen niet', async () => {
    const een = await proef.maakAccount({ naam: 'Een', rollen: [{ rol: 'beheerder' }, { rol: 'raadplegen', brin: '11VA', voor: '2027-01-31T23:00:00.000Z' as Moment }] })
    await beheerder()
    const ctx = await proef.als(een)
    const rolId = (await proef.account(een)).rollen.find(({ rol }) => rol === 'raadplegen')?.rolId ?? ''
    expect(await zetEinddatum(proef.database, ctx, een, rolId, null, 'x')).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'Z-04' }] } })
    expect(await zetEinddatum(proef.database, ctx, een, rolId, '2026-11-01T23:00:00.000Z' as Moment, 'x')).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'Z-03' }] } })
    expect(await zetEinddatum(proef.database, ctx, een, rolId, '2026-12-31T23:00:00.000Z' as Moment, 'Project stopt.')).toMatchObject({ ok: true, waarde: { uitkomst: 'gewijzigd' } })
    expect((await proef.account(een)).rollen.find((rol) => rol.rolId === rolId)?.voor).toBe('2026-12-31T23:00:00.000Z')
  })
})

describe('herbeoordeel', () => {
  test('Z-03: de beheerder kijkt rollen na: wat blijft krijgt een datum, wat weg mag wordt ingetrokken (BIO2)', async () => {
    const wie = await proef.maakAccount({ rollen: [{ rol: 'verzuim', brin: '11VA' }, { rol: 'raadplegen', brin: '11VA' }] })
    const ctx = await proef.als(await beheerder())
    const { rollen } = await proef.account(wie)
    const id = (rol: string): string => rollen.find((kandidaat) => kandidaat.rol === rol)?.rolId ?? ''
    expect(await herbeoordeel(proef.database, ctx, wie, { [id('verzuim')]: 'BLIJFT', [id('raadplegen')]: 'INTREKKEN' })).toEqual({ ok: true, waarde: { blijft: 1, ingetrokken: 1 } })
    const na = (await proef.account(wie)).rollen
    expect(na.find(({ rol }) => rol === 'verzuim')).toMatchObject({ beoordeeldOp: ctx.nu, ingetrokkenOp: null })
    expect(na.find(({ rol }) => rol === 'raadplegen')).toMatchObject({ ingetrokkenOp: ctx.nu })
  })

  test('Z-04, Z-02: niet de eigen rollen, niet een rol van een ander, en niet niets', async () => {
    const een = await beheerder()
    const wie = await proef.maakAccount({ rollen: [{ rol: 'verzuim', brin: '11VA' }] })
    const ctx = await proef.als(een)
    const eigen = (await proef.account(een)).rollen[0]?.rolId ?? ''
    expect(await herbeoordeel(proef.database, ctx, een, { [eigen]: 'BLIJFT' })).toMatchObject({ ok: false, reden: { fouten: [{ regelId: 'Z-04' }] } })
    expect(await herbeoordeel(proef.database, ctx, wie, { [eigen]: 'BLIJFT' })).toEqual(NIET_GEVONDEN)
    expect(await herbeoordeel(proef.database, ctx, wie, {})).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'oordeel' }] } })
  })
})
