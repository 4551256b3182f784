import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { alleAntwoorden, bestand, inschrijving, kluis, lever, maakScholen, MBO, normen, NU, NUMMERS, op, SYSTEEM, VO } from '../fixtures/proef.ts'
import { slaVolgendDeelOp } from './sla-deel-op.ts'
import { neemAanleveringAan, ruimAanleveringenOp, toonAanlevering, toonAanleveringen, verwerkAanleveringen } from '../index.ts'

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await maakScholen(eigen.database)
})
afterAll(() => eigen.weg())

const tel = async (vraag: string, ...waarden: unknown[]): Promise<number> => (await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${vraag}`, waarden)).rows[0]?.n ?? 0
const n = (i: number): string => NUMMERS[i] ?? ''

describe('een levering van records', () => {
  test('S-18: een groot bestand van de een laat een klein bestand van een ander niet wachten', async () => {
    const groot = await neemAanleveringAan(eigen.database, op(MBO), bestand(Array.from({ length: 4_000 }, () => '{}')))
    const klein = await neemAanleveringAan(eigen.database, op({ id: 'mbo-22MB', soort: 'school', rollen: [{ rol: 'verzuim', brin: '22MB' }] }), bestand(['{}']))
    if (!groot.ok || !klein.ok) throw new Error('niet aangenomen')
    const werk = { database: eigen.database, kluis, normen, nu: () => new Date(NU) }
    // Twee delen: het eerste van elk. Op volgorde van binnenkomst zouden het er acht van het grote bestand eerst zijn.
    await slaVolgendDeelOp(werk)
    await slaVolgendDeelOp(werk)
    expect(await tel("aanlevering_deel where aanlevering_id = $1 and staat = 'wachtend'", klein.waarde.aanleveringId)).toBe(0)
    await verwerkAanleveringen(werk)
  })

  test('K-BRN-01: elk record krijgt een antwoord op zijn regel; een fout record houdt de rest niet op', async () => {
    const antwoorden = await lever(eigen.database, op(MBO), [
      inschrijving(n(0)),
      '{ dit is geen json',
      inschrijving(n(1), { sector: 'XX', datumUitschrijving: '2026-02-30' }, { niveau: 'MBO-9' }),
      '',
      { soort: 'bestaat-niet' },
      inschrijving(n(2), { datumUitschrijving: '2026-07-01' }),
      inschrijving('123456789'),
      inschrijving(n(3), { brin: '22MB' }),
      { soort: 'bpv', persoonsnummer: n(0), bpv: { brin: '21MB', inschrijvingvolgnummer: 'E1', bpvVolgnummer: 'B1', afsluitdatum: '2026-08-20', datumBegin: '2026-09-01', datumEindeGepland: '2027-01-31' } },
      { soort: 'bpv', persoonsnummer: n(4), bpv: { brin: '21MB', inschrijvingvolgnummer: 'E1', bpvVolgnummer: 'B1', afsluitdatum: '2026-08-20', datumBegin: '2026-09-01', datumEindeGepland: '2027-01-31' } },
      { soort: 'afwezigheid', persoonsnummer: n(0), brin: '21MB', afwezigheid: { datum: '2026-10-01', uren: 4, geoorloofd: false } },
      'niet\u0000goed',
    ])
    expect(antwoorden.map(({ regelnummer, soort, uitkomst }) => [regelnummer, soort, uitkomst])).toEqual([
      [1, 'inschrijving', 'nieuw'], [2, null, 'afgekeurd'], [3, 'inschrijving', 'afgekeurd'], [5, null, 'afgekeurd'], [6, 'inschrijving', 'afgekeurd'],
      [7, 'inschrijving', 'afgekeurd'], [8, 'inschrijving', 'geen-recht'], [9, 'bpv', 'nieuw'], [10, 'bpv', 'geen-recht'], [11, 'afwezigheid', 'nieuw'], [12, null, 'afgekeurd'],
    ])
    // S-11: alle vormfouten tegelijk, met het pad in het record.
    expect(antwoorden[2]?.fouten.map(({ veld }) => veld).sort()).toEqual(['inschrijving.datumUitschrijving', 'inschrijving.perioden[0].niveau', 'inschrijving.sector'])
    expect(antwoorden[4]?.fouten.map(({ veld }) => veld)).toContain('inschrijving.datumUitschrijving')
    expect(antwoorden[5]?.fouten).toMatchObject([{ veld: 'persoon.persoonsnummer', regelId: 'K-BRN-03' }])
    for (const { fouten } of antwoorden) for (const fout of fouten) expect([fout.regel.length > 10, fout.watTeDoen.length > 10]).toEqual([true, true])
    expect(antwoorden[0]?.signalen?.map(({ code, brin }) => [code, brin])).toContainEqual(['SIG-FASE-ONTBREEKT', '21MB'])
  })

  test('P-01: na het verwerken staat er geen persoonsnummer leesbaar in de tabellen, en de inhoud is weg', async () => {
    const nummer = n(10)
    const ctx = op(MBO)
    const aangenomen = await neemAanleveringAan(eigen.database, ctx, bestand([inschrijving(nummer), `{"soort":"inschrijving","persoon":{"persoonsnummer":"${nummer}"`, { soort: 'inschrijving', [nummer]: 1 }]), { naam: 'proef.ndjson' })
    if (!aangenomen.ok) throw new Error('geweigerd')
    const alles = async (): Promise<string> => {
      const delen = []
      for (const tabel of ['aanlevering', 'aanlevering_deel', 'terugkoppeling', 'audit_regel', 'outbox', 'gebeurtenis_nieuw']) delen.push((await eigen.database.pool.query(`select t::text as rij from ${tabel} t`)).rows.map((rij: { rij: string }) => rij.rij).join('\n'))
      return delen.join('\n')
    }
    const hex = Buffer.from(nummer).toString('hex')
    const voor = await alles()
    expect([voor.includes(nummer), voor.includes(hex), await tel('aanlevering_deel where inhoud is not null')]).toEqual([false, false, 1])
    await verwerkAanleveringen({ database: eigen.database, kluis, normen, nu: () => new Date(NU) })
    const na = await alles()
    expect([na.includes(nummer), na.includes(hex), await tel('aanlevering_deel where inhoud is not null')]).toEqual([false, false, 0])
    expect((await alleAntwoorden(eigen.database, ctx, aangenomen.waarde.aanleveringId)).map(({ uitkomst }) => uitkomst)).toEqual(['nieuw', 'afgekeurd', 'afgekeurd'])
  })

  test('K-CAS-01: alle records hebben het moment van ontvangst; weet het register iets nieuwers, dan is het record ouder', async () => {
    await lever(eigen.database, op(MBO, '2026-11-22T09:00:00.000Z' as Moment), [inschrijving(n(20))])
    const [antwoord] = await lever(eigen.database, op(MBO, '2026-11-21T09:00:00.000Z' as Moment), [inschrijving(n(20), { datumUitschrijving: '2026-11-01' })])
    expect(antwoord).toMatchObject({ uitkomst: 'ouder', fouten: [{ regel: expect.stringContaining('2026-11-22') }] })
    const rijen = await eigen.database.pool.query<{ van: string }>(`select vastgelegd_van as van from inschrijving_stand where vastgelegd_van >= '2026-11-21'`)
    expect(rijen.rows).toEqual([{ van: '2026-11-22T09:00:00.000Z' }])
  })

  test('wie iets opnieuw levert krijgt ongewijzigd, en er komt niets bij', async () => {
    const records = [inschrijving(n(30)), inschrijving(n(31))]
    await lever(eigen.database, op(MBO), records)
    const voor = [await tel('inschrijving_stand'), await tel(`audit_regel where handeling <> 'leesTerugkoppelingen'`), await tel('outbox')]
    const antwoorden = await lever(eigen.database, op(MBO, '2026-11-23T09:00:00.000Z' as Moment), records)
    expect(antwoorden.map(({ uitkomst }) => uitkomst)).toEqual(['ongewijzigd', 'ongewijzigd'])
    expect([await tel('inschrijving_stand'), await tel(`audit_regel where handeling <> 'leesTerugkoppelingen'`), await tel('outbox')]).toEqual(voor)
  })

  test('de stand van de levering, en Z-02: een ander ziet haar niet', async () => {
    const ctx = op(MBO)
    const aangenomen = await neemAanleveringAan(eigen.database, ctx, bestand([inschrijving(n(40)), 'fout']), { naam: 'stand.ndjson' })
    if (!aangenomen.ok) throw new Error('geweigerd')
    const id = aangenomen.waarde.aanleveringId
    expect(await toonAanlevering(eigen.database, ctx, id)).toMatchObject({ ok: true, waarde: { staat: 'wachtend', records: 2, verwerkt: 0, voortgang: 0 } })
    await verwerkAanleveringen({ database: eigen.database, kluis, normen, nu: () => new Date(NU) })
    expect(await toonAanlevering(eigen.database, ctx, id)).toMatchObject({ ok: true, waarde: { staat: 'klaar', verwerkt: 2, voortgang: 1, tellingen: { nieuw: 1, afgekeurd: 1 } } })
    expect(await toonAanlevering(eigen.database, op(VO), id)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect((await toonAanleveringen(eigen.database, op(VO), { aantal: 10 })).regels).toEqual([])
    expect((await toonAanleveringen(eigen.database, ctx, { aantal: 10, naam: 'stand.ndjson' })).regels.map(({ aanleveringId }) => aanleveringId)).toEqual([id])
    expect(await tel(`gebeurtenis_nieuw where soort = 'terugkoppelingen.gereed' and sleutel = $1 and brin = '21MB'`, id)).toBe(1)
  })

  test.each([
    ['een lijst', '[{"soort":"inschrijving"}]', /één record per regel/],
    ['leeg', '   \n', /leeg/],
    ['een rekenblad', 'PK\u0003\u0004xx', /ingepakt/],
    ['iets anders', 'naam;geboortedatum\nA;B', /herkennen/],
  ])('%s wordt geweigerd met uitleg, en er is niets bewaard', async (_naam, inhoud, uitleg) => {
    const voor = await tel('aanlevering')
    const uitkomst = await neemAanleveringAan(eigen.database, op(MBO), bestand([inhoud]))
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'bestand', regel: expect.stringMatching(uitleg) }] } })
    expect(await tel('aanlevering')).toBe(voor)
  })

  test('een afgebroken stroom laat niets achter', async () => {
    const voor = await tel('aanlevering_deel')
    async function* breekt() {
      yield Buffer.from(`${Array.from({ length: 1200 }, (_, i) => JSON.stringify(inschrijving(n(i)))).join('\n')}\n`)
      throw new Error('verbinding weg')
    }
    await expect(neemAanleveringAan(eigen.database, op(MBO), breekt())).rejects.toThrow('verbinding weg')
    expect(await tel('aanlevering_deel')).toBe(voor)
  })

  test('terugkoppelingen gaan na de bewaartijd weg, de levering blijft', async () => {
    await lever(eigen.database, op(MBO, '2026-01-02T09:00:00.000Z' as Moment), [inschrijving(n(50), { inschrijvingvolgnummer: 'OUD' })])
    expect(await ruimAanleveringenOp({ database: eigen.database, nu: () => new Date(NU) })).toBe(1)
    expect((await toonAanleveringen(eigen.database, op(MBO), { aantal: 250 })).regels.some(({ ontvangenOp, tellingen }) => ontvangenOp.startsWith('2026-01-02') && tellingen.nieuw === 1)).toBe(true)
  })

  test('een school die later in het bestand komt geldt voor de records daarna', async () => {
    const school = { soort: 'organisatie', organisatie: { soort: 'INSTELLING', naam: 'Nieuw', identificaties: [{ soort: 'BRIN', waarde: '23MB', geldigVan: '2020-08-01' }], onderwijsaanbieders: [{ code: '203A001', sector: 'MBO', geldigVan: '2020-08-01' }] } }
    const record = inschrijving(n(60), { brin: '23MB' })
    const antwoorden = await lever(eigen.database, op(SYSTEEM), [record, school, record])
    expect(antwoorden.map(({ uitkomst }) => uitkomst)).toEqual(['afgekeurd', 'nieuw', 'nieuw'])
  })

  test('aanbod dat na de inschrijving komt, telt mee in de signalen van die inschrijving', async () => {
    const vulling = Array.from({ length: 600 }, (_, i) => inschrijving(n(100 + i), { inschrijvingvolgnummer: 'V1' }))
    const aanbod = { soort: 'aanbod', aanbod: { eigenSleutel: 'A1', onderwijsaanbieder: '201A001', sector: 'MBO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['101A001'], begindatum: '2024-08-01' } }
    const zonder = (await lever(eigen.database, op(MBO), [inschrijving(n(70), {}, { leerroutefase: 'MBO' })]))[0]?.signalen?.map(({ code }) => code) ?? []
    const met = (await lever(eigen.database, op(MBO), [inschrijving(n(71), {}, { leerroutefase: 'MBO' }), ...vulling, aanbod]))[0]?.signalen?.map(({ code }) => code) ?? []
    expect(zonder).not.toEqual(met)
    expect(zonder.length).toBeGreaterThan(0)
  })
})
