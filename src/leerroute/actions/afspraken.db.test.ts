import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { leverInschrijving } from '../../bron/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadOrganisaties } from '../../organisatie/index.ts'
import { laadAanbod, registreerAanbod } from '../../rio/index.ts'
import { type Actiecontext, type Actor, alsActor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { meldVerzuim, registreerAfwezigheid, trekMeldingIn } from '../../verzuim/index.ts'
import { laad } from '../../database/index.ts'
import { oordelen as ladingVanOordelen } from '../store.ts'
import { legOvereenkomstVast, legRegelingVast } from './leg-afspraak-vast.ts'
import { legOordeelVast } from './leg-leerlingafspraak-vast.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const SYSTEEM = systeemactor('proef')
const school = (brin: string, ...rollen: Actor['rollen'][number]['rol'][]): Actor => ({ id: brin, soort: 'school', rollen: rollen.map((rol) => ({ rol, brin })) })
const VO = school('11VA', 'bron-inschrijving-vo', 'rio-beheer', 'verzuim')
const MBO = school('21MB', 'bron-inschrijving-mbo', 'rio-beheer')
const op = (actor: Actor, dag: string): Actiecontext => ({ actor, nu: `${dag}T08:00:00.000Z` as Moment, kluis })
const VAN = datum('2018-08-01')
const LEERLING = { deelnemer: { persoonsnummer: '999900006' }, brin: '11VA' } as const

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await registreer('11VA', '40001', '101A001', 'VO', '2018-08-01')
  await registreer('21MB', '50001', '201A001', 'MBO', '2018-08-01')
  await legOvereenkomstVast(eigen.database, op(SYSTEEM, '2020-08-01'), { kenmerk: 'SOK 0', partijen: ['40001', '50001'], van: datum('2020-08-01') })
  const persoon = { persoonsnummer: '999900006', geboortedatum: '2009-04-12' }
  const periode = { datumBegin: datum('2024-08-01'), indicatieBekostigbaar: 'J', leerroute: 'GLR', leerroutefase: 'VO' } as const
  const basis = { inschrijvingvolgnummer: '1', datumInschrijving: datum('2024-08-01'), perioden: [periode] }
  await leverInschrijving(eigen.database, op(VO, '2024-08-05'), { persoon, inschrijving: { ...basis, sector: 'VO', brin: '11VA' } })
  await leverInschrijving(eigen.database, op(MBO, '2024-08-05'), { persoon, inschrijving: { ...basis, sector: 'MBO', brin: '21MB' } })
})
afterAll(() => eigen.weg())

function registreer(brin: string, gezag: string, code: string, sector: 'VO' | 'MBO', dag: string, vorigGezag?: { nummer: string; totEnMet: string; vanaf: string }) {
  const bevoegdGezag = vorigGezag
    ? [{ bestuursnummer: vorigGezag.nummer, geldigVan: VAN, geldigTotEnMet: datum(vorigGezag.totEnMet) }, { bestuursnummer: gezag, geldigVan: datum(vorigGezag.vanaf) }]
    : [{ bestuursnummer: gezag, geldigVan: VAN }]
  return registreerOrganisatie(eigen.database, op(SYSTEEM, dag), {
    soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }], bevoegdGezag, onderwijsaanbieders: [{ code, sector, geldigVan: VAN }],
  })
}

describe('een organisatie door de tijd', () => {
  test('het bevoegd gezag volgt de peildatum en de kennisdag; hetzelfde opnieuw verandert niets', async () => {
    const fusie = { nummer: '40001', totEnMet: '2025-07-31', vanaf: '2025-08-01' }
    expect(await registreer('11VA', '40009', '101A001', 'VO', '2025-09-01', fusie)).toMatchObject({ ok: true, waarde: { uitkomst: 'gewijzigd' } })
    expect(await registreer('11VA', '40009', '101A001', 'VO', '2025-09-02', fusie)).toMatchObject({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
    const gezag = async (peil: string, bekend: string | null) => (await alsActor(eigen.database, SYSTEEM, (trx) => laadOrganisaties(trx, datum(peil), bekend === null ? null : datum(bekend))))[0]?.bevoegdGezag
    expect([await gezag('2025-07-31', null), await gezag('2025-08-01', null), await gezag('2025-08-01', '2025-08-31'), await gezag('2025-08-01', '2025-09-01')])
      .toEqual(['40001', '40009', '40001', '40009'])
  })

  test('een code die op die dagen van een ander is, wordt geweigerd met wat te doen', async () => {
    const uitkomst = await registreerOrganisatie(eigen.database, op(SYSTEEM, '2025-10-01'), {
      soort: 'LEVERANCIER', naam: 'Ander', identificaties: [{ soort: 'OIN', waarde: '00000099000000000001', geldigVan: VAN }, { soort: 'BRIN', waarde: '11VA', geldigVan: VAN }],
    })
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'identificaties' }] } })
    const { rows } = await eigen.database.pool.query(`select 1 from organisatie where naam = 'Ander'`)
    expect(rows).toEqual([])
  })
})

describe('K-RIO-01: aanbod', () => {
  const aanbod = { eigenSleutel: 'A1', onderwijsaanbieder: '101A001', sector: 'VO', leerrouteKenmerk: 'GLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['201A001'], begindatum: datum('2024-08-01') } as const

  test('alleen voor de eigen school; een wijziging laat de oude kennis staan', async () => {
    expect(await registreerAanbod(eigen.database, op(MBO, '2024-08-01'), aanbod)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await registreerAanbod(eigen.database, op(VO, '2024-08-01'), aanbod)).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw' } })
    expect(await registreerAanbod(eigen.database, op(VO, '2024-09-01'), { ...aanbod, samenwerkendeOnderwijsaanbieders: ['201A001', '201A001'] })).toMatchObject({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
    expect(await registreerAanbod(eigen.database, op(VO, '2024-10-01'), { ...aanbod, samenwerkendeOnderwijsaanbieders: ['201A001', '202A001'] })).toMatchObject({ ok: true, waarde: { uitkomst: 'gewijzigd' } })
    const alles = await alsActor(eigen.database, SYSTEEM, (trx) => laadAanbod(trx))
    expect(alles.map((een) => [een.samenwerkendeOnderwijsaanbieders.length, een.bekendOp, een.vervallenOp])).toEqual([[1, '2024-08-01', '2024-10-01'], [2, '2024-10-01', null]])
  })

  test('K-RIO-03: zonder partner wordt geweigerd', async () => {
    expect(await registreerAanbod(eigen.database, op(VO, '2024-11-01'), { ...aanbod, samenwerkendeOnderwijsaanbieders: [] }))
      .toMatchObject({ ok: false, reden: { fouten: [{ veld: 'samenwerkendeOnderwijsaanbieders', regelId: 'K-RIO-03' }] } })
  })

  test('een einddatum voor de begindatum wordt geweigerd, op de begindatum zelf niet', async () => {
    const leg = (einddatum: string) => registreerAanbod(eigen.database, op(VO, '2024-11-01'), { ...aanbod, eigenSleutel: 'A2', einddatum: datum(einddatum) })
    expect(await leg('2024-07-31')).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'einddatum', watTeDoen: expect.any(String) }] } })
    expect(await leg('2024-08-01')).toMatchObject({ ok: true })
  })
})

describe('afspraken', () => {
  test('K-SOK-01: alleen een school waarvan het bestuur partij is, ook bij een wijziging', async () => {
    const leg = (actor: Actor, brin: string, partijen: string[], dag: string) => legOvereenkomstVast(eigen.database, op(actor, dag), { kenmerk: 'SOK 1', partijen, van: VAN, brin })
    expect(await leg(VO, '11VA', ['50001', '40007'], '2025-10-01')).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await leg(MBO, '21MB', ['50001', '40007'], '2025-10-01')).toMatchObject({ ok: true })
    expect(await leg(VO, '11VA', ['40009', '40007'], '2025-10-02')).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  test('K-SOK-01, K-SOK-02: een afspraak die eindigt voor zij begint, wordt geweigerd', async () => {
    const dagen = { van: VAN, tot: datum('2018-07-31') }
    const fout = { ok: false, reden: { fouten: [{ veld: 'tot', watTeDoen: expect.any(String) }] } }
    expect(await legOvereenkomstVast(eigen.database, op(MBO, '2025-10-01'), { kenmerk: 'SOK 2', partijen: ['50001', '40007'], brin: '21MB', ...dagen })).toMatchObject(fout)
    expect(await legRegelingVast(eigen.database, op(MBO, '2025-10-01'), { bevoegdGezag: '50001', brin: '21MB', ...dagen })).toMatchObject(fout)
  })

  test('K-DLR-06: elke school zet alleen haar eigen handtekening; pas samen is het oordeel er', async () => {
    const leg = (actor: Actor, brin: string, vo: boolean, mbo: boolean, dag: string) =>
      legOordeelVast(eigen.database, op(actor, dag), { deelnemer: LEERLING.deelnemer, brin, datum: datum('2024-09-01'), ondertekendVo: vo, ondertekendMbo: mbo })
    expect(await leg(VO, '11VA', true, true, '2024-09-01')).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'ondertekendMbo', regelId: 'K-DLR-06' }] } })
    expect(await leg(VO, '11VA', true, false, '2024-09-01')).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw' } })
    expect(await leg(MBO, '21MB', false, true, '2024-09-02')).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'ondertekendVo' }] } })
    const laatste = await leg(MBO, '21MB', true, true, '2024-09-02')
    expect(laatste).toMatchObject({ ok: true, waarde: { uitkomst: 'gewijzigd' } })
    const id = laatste.ok ? laatste.waarde.deelnemerId : ''
    const oordelen = await alsActor(eigen.database, SYSTEEM, (trx) => laad(trx, ladingVanOordelen(trx, [id])))
    expect(oordelen.get(id)?.map((o) => [o.ondertekendVo, o.ondertekendMbo, o.bekendOp, o.vervallenOp])).toEqual([[true, false, '2024-09-01', '2024-09-02'], [true, true, '2024-09-02', null]])
  })
})

describe('verzuim', () => {
  test('uren van een dag vervangen en intrekken; een melding doen en intrekken; opnieuw verandert niets', async () => {
    const uren = (aantal: number, dag: string) => registreerAfwezigheid(eigen.database, op(VO, dag), { ...LEERLING, datum: datum('2024-10-07'), uren: aantal, geoorloofd: false })
    const soort = async (uitkomst: Promise<{ ok: boolean; waarde?: { uitkomst: string }; reden?: { soort: string } }>) => { const u = await uitkomst; return u.waarde?.uitkomst ?? u.reden?.soort }
    expect([await soort(uren(1.15, '2024-10-08')), await soort(uren(1.15, '2024-10-09')), await soort(uren(6.5, '2024-10-10')), await soort(uren(0, '2024-10-11')), await soort(uren(25, '2024-10-11'))])
      .toEqual(['nieuw', 'ongewijzigd', 'gewijzigd', 'gewijzigd', 'ongeldig'])
    const melding = { ...LEERLING, partij: 'VO', begin: datum('2024-10-07'), eind: datum('2024-10-18') } as const
    expect([
      await soort(meldVerzuim(eigen.database, op(VO, '2024-10-19'), melding)), await soort(meldVerzuim(eigen.database, op(VO, '2024-10-20'), melding)),
      await soort(trekMeldingIn(eigen.database, op(VO, '2024-10-21'), melding)), await soort(trekMeldingIn(eigen.database, op(VO, '2024-10-22'), melding)),
      await soort(meldVerzuim(eigen.database, op(VO, '2024-10-23'), melding)), await soort(meldVerzuim(eigen.database, op(MBO, '2024-10-23'), melding)),
    ]).toEqual(['nieuw', 'ongewijzigd', 'gewijzigd', 'ongewijzigd', 'nieuw', 'niet-gevonden'])
  })
})
