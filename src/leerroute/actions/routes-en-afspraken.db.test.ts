/** Routes naast scholen en afspraken met een eigenaar, op een echt register met row-level security. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { leesAangebodenOpleiding, leesEigenAanbieders, opVersieVanAanbod, registreerAanbod } from '../../rio/index.ts'
import { type Actiecontext, type Actor, alsActor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { type Afspraakbericht, regelAfspraak } from './beheer-afspraak.ts'
import { bekijkVoornemen } from './bekijk-voornemen.ts'
import { telAfspraken, toonAfspraak, toonAfspraken } from './toon-afspraken.ts'
import { type Matrixvraag, toonRoutematrix } from './toon-routematrix.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const SYSTEEM = systeemactor('proef')
const [ORG_VO, ORG_MBO] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const school = (brin: string, organisatieId: string, ...rollen: Actor['rollen'][number]['rol'][]): Actor => ({ id: brin, soort: 'school', organisatieId, rollen: rollen.map((rol) => ({ rol, brin })) })
const VO = school('11VA', ORG_VO, 'rio-beheer')
const MBO = school('21MB', ORG_MBO, 'rio-beheer')
const LEZER = school('21MB', ORG_MBO, 'raadplegen')
const ctx = (actor: Actor, dag = '2026-11-24'): Actiecontext => ({ actor, nu: `${dag}T08:00:00.000Z` as Moment, kluis })
const OP = datum('2026-11-24')
const VAN = datum('2018-08-01')
const [ANNA, BRAM] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  for (const [brin, gezag, code, sector] of [['11VA', '40001', '101A001', 'VO'], ['12VB', '40002', '102A001', 'VO'], ['21MB', '50001', '201A001', 'MBO']] as const) {
    await registreerOrganisatie(eigen.database, ctx(SYSTEEM, '2020-08-01'), {
      soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: VAN }], bevoegdGezag: [{ bestuursnummer: gezag, geldigVan: VAN }], onderwijsaanbieders: [{ code, sector, geldigVan: VAN }],
    })
  }
  await eigen.database.pool.query(`insert into organisatie (organisatie_id, soort, naam, vastgelegd_van) values ('${ORG_VO}', 'BEVOEGD_GEZAG', 'Bestuur vo', now()), ('${ORG_MBO}', 'BEVOEGD_GEZAG', 'Bestuur mbo', now())`)
  await eigen.database.pool.query(`insert into medewerker (medewerker_id, organisatie_id, naam, aangemaakt_op) values ('${ANNA}', '${ORG_MBO}', 'Anna Proef', now()), ('${BRAM}', '${ORG_VO}', 'Bram Proef', now())`)
})
afterAll(() => eigen.weg())

const ALLES: Matrixvraag = { op: OP, partner: null, route: null, profiel: null, niveau: null, ookAndere: false, blad: 1 }
const aanbod = (aanbieder: string, sector: 'VO' | 'MBO', partners: readonly string[], meer = {}) => ({
  eigenSleutel: 'zorg', onderwijsaanbieder: aanbieder, sector, leerrouteKenmerk: 'DLR_VMBO_MBO' as const, samenwerkendeOnderwijsaanbieders: partners, begindatum: datum('2024-08-01'), profiel: 'Zorg', ...meer,
})

describe('de routematrix', () => {
  test('K-RIO-01, K-RIO-05: wie genoemd wordt en geen aanbod heeft, ziet dat zijn deel ontbreekt', async () => {
    await registreerAanbod(eigen.database, ctx(VO), aanbod('101A001', 'VO', ['201A001'], { niveau: 'MBO-3', opleidingcode: '29902' }))
    const matrix = await toonRoutematrix(eigen.database, ctx(MBO), ALLES)
    expect(matrix).toMatchObject({ ok: true, waarde: { kolommen: [{ brin: '11VA', eigen: false }, { brin: '21MB', eigen: true }], rijen: [{ profiel: 'Zorg', niveaus: ['MBO-3'], opleidingcodes: ['29902'] }], tellingen: { geregistreerd: 1, ontbreekt: 1, ontbreektBijU: 1 }, taken: [{ brin: '21MB', cel: { stand: 'ontbreekt' } }] } })
  })

  test('K-RIO-04: het voornemen zegt wat RIO straks van elke partner zegt, en welke code niemand heeft', async () => {
    const voornemen = await bekijkVoornemen(eigen.database, ctx(MBO), aanbod('201A001', 'MBO', ['101A001', '102A001', '999A999']), OP)
    expect(voornemen).toEqual({ partners: [{ code: '101A001', school: 'School 11VA', stand: 'wederzijds' }, { code: '102A001', school: 'School 12VB', stand: 'zonder-route' }], onbekend: ['999A999'] })
  })

  test('K-RIO-04: na registreren zijn beide in orde; een derde die genoemd wordt ontbreekt', async () => {
    await registreerAanbod(eigen.database, ctx(MBO), aanbod('201A001', 'MBO', ['101A001', '102A001']))
    const matrix = await toonRoutematrix(eigen.database, ctx(VO), ALLES)
    expect(matrix).toMatchObject({ ok: true, waarde: { tellingen: { geregistreerd: 2, ontbreekt: 1, ontbreektBijU: 0 }, taken: [] } })
    expect(await toonRoutematrix(eigen.database, ctx(VO), { ...ALLES, niveau: 'MBO-4' })).toMatchObject({ ok: true, waarde: { rijen: [] } })
  })

  test('Z-01: wie alleen raadpleegt of bij DUO werkt, krijgt geen matrix en registreert niets', async () => {
    expect(await toonRoutematrix(eigen.database, ctx(LEZER), ALLES)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await toonRoutematrix(eigen.database, ctx({ id: 'duo', soort: 'duo', rollen: [] }), ALLES)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await leesEigenAanbieders(eigen.database, ctx(LEZER))).toEqual([])
    expect((await leesEigenAanbieders(eigen.database, ctx(MBO))).map(({ code }) => code)).toEqual(['201A001'])
  })

  test.each([
    ['K-DLR-04', { niveau: 'MBO-1' as const }, 'niveau'], ['K-DLR-05', { niveau: 'MBO-3' as const, leerrouteKenmerk: 'GLR_VMBO_MBO' as const }, 'niveau'], ['K-DLR-07', { opleidingcode: '29' }, 'opleidingcode'],
  ])('%s: een opleiding die niet kan, wordt geweigerd', async (regelId, meer, veld) => {
    expect(await registreerAanbod(eigen.database, ctx(MBO), { ...aanbod('201A001', 'MBO', ['101A001']), eigenSleutel: 'anders', ...meer })).toMatchObject({ ok: false, reden: { fouten: [{ veld, regelId }] } })
  })

  test('twee collega\'s overschrijven elkaar niet: wie met een oude versie komt, verandert niets', async () => {
    const sleutel = { brin: '21MB', eigenSleutel: 'zorg' }
    const voor = await leesAangebodenOpleiding(eigen.database, ctx(MBO), sleutel)
    const versie = voor.ok ? voor.waarde.versie : ''
    const wijzig = (einddatum: string) => opVersieVanAanbod(eigen.database, ctx(MBO, '2026-11-25'), { sleutel, versie }, (trx) => registreerAanbod(trx, ctx(MBO, '2026-11-25'), { ...aanbod('201A001', 'MBO', ['101A001']), einddatum: datum(einddatum) }, '21MB'))
    expect((await wijzig('2028-07-31')).ok).toBe(true)
    expect(await wijzig('2029-07-31')).toEqual({ ok: false, reden: { soort: 'intussen-gewijzigd' } })
    expect(await leesAangebodenOpleiding(eigen.database, ctx(MBO), sleutel)).toMatchObject({ ok: true, waarde: { inhoud: { einddatum: '2028-07-31' } } })
  })
})

describe('afspraken met een eigenaar', () => {
  const SOK: Afspraakbericht = { soort: 'overeenkomst', sleutel: 'SOK 1', brin: '21MB', partijen: ['50001', '40001'], van: datum('2025-08-01'), tot: null, overstapoptie: 'Terug naar het vmbo.', eigenaar: ANNA, kijkOpnieuwOp: datum('2026-12-24'), versie: null }
  const lees = async (actor: Actor) => {
    const gelezen = await toonAfspraak(eigen.database, ctx(actor), OP, { soort: 'overeenkomst', sleutel: 'SOK 1' })
    return gelezen.ok ? gelezen.waarde : undefined
  }

  test('P9, K-SOK-01: vastgelegd met eigenaar en kijkdag; de partner ziet de afspraak, niet wie er bij de ander over gaat', async () => {
    expect(await regelAfspraak(eigen.database, ctx(MBO), SOK)).toEqual({ ok: true, waarde: { uitkomst: 'nieuw' } })
    expect(await lees(MBO)).toMatchObject({ eigenaarNaam: 'Anna Proef', kijkOpnieuwOp: '2026-12-24', overstapoptie: 'Terug naar het vmbo.', waarschuwingen: ['kijken-nabij', 'wacht-op-partner'] })
    expect(await lees(VO)).toMatchObject({ eigenaar: null, eigenaarNaam: null, kijkOpnieuwOp: null, waarschuwingen: ['zelf-bevestigen', 'zonder-eigenaar', 'zonder-kijkdag'] })
    const { rows } = await eigen.database.pool.query(`select handeling from audit_regel where object_sleutel = 'SOK 1' order by handeling`)
    expect(rows.map(({ handeling }) => handeling)).toEqual(['legOvereenkomstVast', 'regelAfspraakbeheer'])
  })

  test('K-SOK-01: bevestigen is hetzelfde vastleggen namens het andere bestuur; daarna wacht niemand meer', async () => {
    const nu = await lees(VO)
    expect(await regelAfspraak(eigen.database, ctx(VO, '2026-11-25'), { ...SOK, brin: '11VA', eigenaar: BRAM, kijkOpnieuwOp: null, versie: nu?.versie ?? '' })).toEqual({ ok: true, waarde: { uitkomst: 'gewijzigd' } })
    expect((await lees(MBO))?.partijen.map(({ nummer, bevestigd }) => [nummer, bevestigd])).toEqual([['40001', true], ['50001', true]])
    expect(await telAfspraken(eigen.database, MBO, OP)).toEqual({ alle: 1, kijkenVoorbij: 0, kijkenNabij: 1, looptAf: 0, teBevestigen: 0, zonderEigenaar: 0 })
  })

  test('P9: een eigenaar die uit dienst gaat blijft te zien, en vraagt aandacht', async () => {
    await eigen.database.pool.query(`update medewerker set uit_dienst_op = '2026-11-20T10:00:00Z' where medewerker_id = '${ANNA}'`)
    expect(await lees(MBO)).toMatchObject({ eigenaarNaam: 'Anna Proef', eigenaarWegOp: '2026-11-20T10:00:00.000Z', waarschuwingen: ['eigenaar-weg', 'kijken-nabij'] })
    expect((await telAfspraken(eigen.database, MBO, datum('2026-12-24'))).kijkenVoorbij).toBe(1)
  })

  test.each([
    ['een collega van een ander', { eigenaar: BRAM }, 'eigenaar'],
    ['K-SOK-04: een lege overstapoptie', { overstapoptie: '  ' }, 'overstapoptie'],
    ['een laatste dag voor de eerste', { tot: datum('2025-07-31') }, 'tot'],
  ])('%s wordt geweigerd', async (_wat, meer, veld) => {
    expect(await regelAfspraak(eigen.database, ctx(MBO), { ...SOK, versie: (await lees(MBO))?.versie ?? '', ...meer })).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld }] } })
  })

  test('een kenmerk dat er al is, ook bij een vreemd bestuur, is bezet; een oude versie verandert niets', async () => {
    const vreemd = school('12VB', ORG_VO, 'rio-beheer')
    expect(await regelAfspraak(eigen.database, ctx(MBO), SOK)).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'sleutel' }] } })
    expect(await regelAfspraak(eigen.database, ctx(vreemd), { ...SOK, brin: '12VB', partijen: ['40002', '40001'], eigenaar: null })).toMatchObject({ ok: false, reden: { fouten: [{ veld: 'sleutel' }] } })
    expect(await regelAfspraak(eigen.database, ctx(MBO), { ...SOK, eigenaar: null, versie: 'oud' })).toEqual({ ok: false, reden: { soort: 'intussen-gewijzigd' } })
  })

  test('Z-01, Z-02: een vreemd bestuur ziet de afspraak niet, ook niet rechtstreeks in de database; wie alleen leest mag niets', async () => {
    const vreemd = school('12VB', ORG_VO, 'rio-beheer')
    expect(await toonAfspraak(eigen.database, ctx(vreemd), OP, { soort: 'overeenkomst', sleutel: 'SOK 1' })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await toonAfspraken(eigen.database, ctx(LEZER), OP)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await regelAfspraak(eigen.database, ctx(LEZER), SOK)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    const tel = async (actor: Actor) => alsActor(eigen.database, actor, async (trx) => (await trx.selectFrom('afspraakbeheer').select('afspraak').execute()).length)
    expect([await tel(MBO) > 0, await tel(vreemd)]).toEqual([true, 0])
  })

  test('K-SOK-02: een interne regeling is van een bestuur, en geldt meteen', async () => {
    expect(await regelAfspraak(eigen.database, ctx(MBO), { ...SOK, soort: 'regeling', sleutel: '50001-2025-08-01', partijen: ['50001'], eigenaar: null })).toEqual({ ok: true, waarde: { uitkomst: 'nieuw' } })
    const beeld = await toonAfspraken(eigen.database, ctx(MBO), OP)
    expect(beeld.ok && beeld.waarde.afspraken.map(({ soort }) => soort).toSorted()).toEqual(['overeenkomst', 'regeling'])
  })

  test('K-SOK-04: een levering zonder overstapoptie laat haar staan', async () => {
    const { legOvereenkomstVast } = await import('./leg-afspraak-vast.ts')
    expect(await legOvereenkomstVast(eigen.database, ctx(VO, '2026-11-26'), { kenmerk: 'SOK 1', partijen: ['40001', '50001'], van: datum('2025-08-01'), brin: '11VA' })).toEqual({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
    expect((await lees(VO))?.overstapoptie).toBe('Terug naar het vmbo.')
  })
})
