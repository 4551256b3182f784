import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { type InschrijvingBericht, leverInschrijving, registreerDiploma, verwijderInschrijving } from '../../bron/index.ts'
import { type Datum, datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { registreerAanbod } from '../../rio/index.ts'
import { type Actiecontext, type Actor, alsActor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { toonLeerling } from './toon-leerling.ts'
import { type Lijstverzoek, toonLeerlingen } from './toon-leerlingen.ts'
import { verwerkOutbox, werkSignalenBijVoorVandaag } from './verwerk-outbox.ts'

const normen = laadNormen()
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const SYSTEEM = systeemactor('proef')
const VO: Actor = { id: 'vo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '11VA' }] }
const MBO: Actor = { id: 'mbo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }
const ANDER: Actor = { id: 'ander', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '12VB' }] }
const DUO: Actor = { id: 'duo', soort: 'duo', rollen: [] }
const PERSOON = { persoonsnummer: '999900006', geboortedatum: '2009-04-12', geslacht: 'V', naam: 'Zoë  Ådel' } as const
const VANDAAG = datum('2026-11-24')

let eigen: EigenDatabase
const op = (actor: Actor, moment: string): Actiecontext => ({ actor, nu: moment as Moment, kluis })

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  for (const [brin, gezag, code, sector] of [['11VA', '40001', '101A001', 'VO'], ['12VB', '40002', '102A001', 'VO'], ['21MB', '50001', '201A001', 'MBO']] as const) {
    const geldigVan = datum('2018-08-01')
    const uitkomst = await registreerOrganisatie(eigen.database, op(SYSTEEM, '2018-08-01T08:00:00.000Z'), {
      soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan }],
      bevoegdGezag: [{ bestuursnummer: gezag, geldigVan }], onderwijsaanbieders: [{ code, sector, geldigVan }],
    })
    expect(uitkomst).toEqual({ ok: true, waarde: { uitkomst: 'nieuw' } })
  }
  // Zonder geregistreerde samenwerking zien de scholen elkaars kant niet (docs/adr/0028).
  for (const [eigenAanbieder, partner, sector] of [['101A001', '201A001', 'VO'], ['201A001', '101A001', 'MBO']] as const) {
    await registreerAanbod(eigen.database, op(SYSTEEM, '2018-08-01T08:00:00.000Z'), { eigenSleutel: eigenAanbieder, onderwijsaanbieder: eigenAanbieder, sector, leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: [partner], begindatum: datum('2020-08-01') })
  }
})
afterAll(() => eigen.weg())

function vo(fase: 'VO' | 'MBO', tot: Datum | null = null): InschrijvingBericht {
  return {
    sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: datum('2024-08-01'), datumUitschrijving: tot,
    perioden: [
      { datumBegin: datum('2024-08-01'), leerjaar: 3, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO' },
      { datumBegin: datum('2026-08-01'), leerjaar: 4, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: fase },
    ],
  }
}

function mbo(fase: 'VO' | 'MBO'): InschrijvingBericht {
  return {
    sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2026-08-01'),
    perioden: [{ datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: fase }],
  }
}

async function lever(actor: Actor, moment: string, inschrijving: InschrijvingBericht) {
  return leverInschrijving(eigen.database, op(actor, moment), { persoon: PERSOON, inschrijving })
}

async function openCodes(brin: string): Promise<string[]> {
  const { rows } = await eigen.database.pool.query<{ code: string }>('select code from signaal where gesloten_op is null and brin = $1 order by code', [brin])
  return rows.map((rij) => rij.code)
}

async function tel(tabel: string): Promise<number> {
  const { rows } = await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)
  return rows[0]?.n ?? 0
}

describe('leveren, bewaren en signaleren', () => {
  let deelnemerId = ''

  test('een levering geeft een stand, een auditregel en werk in de outbox', async () => {
    const uitkomst = await lever(VO, '2026-08-05T08:00:00.000Z', vo('VO'))
    expect(uitkomst).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw' } })
    deelnemerId = uitkomst.ok ? uitkomst.waarde.deelnemerId : ''
    expect([await tel('inschrijving_stand'), await tel('inschrijvingsperiode'), await tel('outbox')]).toEqual([1, 2, 6])
  })

  test('dezelfde inhoud opnieuw verandert niets, ook niet met een ander moment of een leeg veld erbij', async () => {
    const voor = [await tel('inschrijving_stand'), await tel('audit_regel'), await tel('outbox'), await tel('deelnemer_gegevens')]
    const uitkomst = await lever(VO, '2026-08-06T08:00:00.000Z', { ...vo('VO'), redenUitschrijving: null, extraOndersteuning: [] })
    expect(uitkomst).toMatchObject({ ok: true, waarde: { uitkomst: 'ongewijzigd', deelnemerId } })
    expect([await tel('inschrijving_stand'), await tel('audit_regel'), await tel('outbox'), await tel('deelnemer_gegevens')]).toEqual(voor)
  })

  test('K-FASE-05: een verschil tussen de registers opent een signaal bij beide scholen en sluit vanzelf na de verbetering', async () => {
    await lever(MBO, '2026-08-07T08:00:00.000Z', mbo('MBO'))
    await verwerkOutbox(eigen.database, { nu: '2026-08-07T09:00:00.000Z' as Moment }, normen)
    expect(await openCodes('11VA')).toContain('SIG-FASE-VERSCHIL')
    expect(await openCodes('21MB')).toContain('SIG-FASE-VERSCHIL')
    await lever(VO, '2026-10-20T08:00:00.000Z', vo('MBO'))
    await verwerkOutbox(eigen.database, { nu: '2026-10-20T09:00:00.000Z' as Moment }, normen)
    expect(await openCodes('11VA')).not.toContain('SIG-FASE-VERSCHIL')
    const { rows } = await eigen.database.pool.query(`select geopend_op, gesloten_op, eerste_dag from signaal where code = 'SIG-FASE-VERSCHIL' and brin = '21MB'`)
    expect(rows).toEqual([{ geopend_op: '2026-08-07T09:00:00.000Z', gesloten_op: '2026-10-20T09:00:00.000Z', eerste_dag: '2026-08-01' }])
  })

  test('de outbox is daarna leeg en opnieuw verwerken doet niets', async () => {
    expect(await verwerkOutbox(eigen.database, { nu: '2026-10-20T09:01:00.000Z' as Moment }, normen)).toMatchObject({ leerlingen: 0 })
    expect((await werkSignalenBijVoorVandaag(eigen.database, { nu: '2026-10-20T10:00:00.000Z' as Moment }, normen)).leerlingen).toBe(0)
    expect((await werkSignalenBijVoorVandaag(eigen.database, { nu: '2026-10-21T10:00:00.000Z' as Moment }, normen)).leerlingen).toBe(1)
  })

  test('K-CAS-01: op 1 oktober bekend was de fase onbepaald, met de kennis van nu MBO; het scherm krijgt beide', async () => {
    const toon = (bekendOp: Datum | null) => alsActor(eigen.database, MBO, (trx) =>
      toonLeerling(trx, MBO, deelnemerId, { peildatum: datum('2026-10-01'), bekendOp }, VANDAAG, normen))
    const nu = await toon(null)
    const toen = await toon(datum('2026-10-19'))
    expect([nu.ok && nu.waarde.besluit.fase, nu.ok && nu.waarde.destijds?.fase, toen.ok && toen.waarde.besluit.fase]).toEqual(['MBO', 'onbepaald', 'onbepaald'])
    expect(nu.ok && nu.waarde.dossier.inschrijvingenVo.map(({ bekendOp, vervallenOp }) => [bekendOp, vervallenOp])).toEqual([['2026-08-05', '2026-10-20'], ['2026-10-20', null]])
  })

  test('Z-02: een andere school krijgt voor deze leerling hetzelfde antwoord als voor een onbekende', async () => {
    const vraag = { peildatum: VANDAAG, bekendOp: null }
    const antwoorden = await Promise.all([deelnemerId, '01890000-0000-7000-8000-00000000dead', 'geen sleutel'].map((id) =>
      alsActor(eigen.database, ANDER, (trx) => toonLeerling(trx, ANDER, id, vraag, VANDAAG, normen))))
    expect(new Set(antwoorden.map((antwoord) => JSON.stringify(antwoord)))).toEqual(new Set(['{"ok":false,"reden":{"soort":"niet-gevonden"}}']))
  })

  test('de lijst toont route, fase, scholen en signalen, vindt zonder accenten, en is leeg voor een andere school', async () => {
    const lijst = (actor: Actor, zoek: string | null) => alsActor(eigen.database, actor, (trx) => toonLeerlingen(trx, actor, { zoek, aantal: 25 }, VANDAAG))
    const mijn = await lijst(MBO, 'zoe a')
    if (!mijn.ok) throw new Error('geen lijst')
    expect(mijn.waarde.regels).toMatchObject([{ deelnemerId, naam: 'Zoë  Ådel', route: 'DLR', fase: 'MBO', scholen: [{ brin: '11VA' }, { brin: '21MB' }] }])
    expect(mijn.waarde.regels[0]?.openSignalen.map(({ code }) => code)).toContain('SIG-SOK-ONTBREEKT')
    expect(mijn.waarde.scholen.map(({ brin }) => brin)).toEqual(['21MB'])
    expect(await lijst(ANDER, null)).toMatchObject({ ok: true, waarde: { regels: [], totaal: 0, scholen: [], codes: [] } })
    expect(await lijst(DUO, '100%')).toMatchObject({ ok: true, waarde: { regels: [], totaal: 0 } })
    expect(await lijst(DUO, null)).toMatchObject({ ok: true, waarde: { totaal: 1 } })
  })

  test('Z-02: de lijst telt en vindt niets van een andere school, ook niet via een signaal of een cursor', async () => {
    const lijst = async (actor: Actor, verzoek: Partial<Lijstverzoek>) => {
      const antwoord = await alsActor(eigen.database, actor, (trx) => toonLeerlingen(trx, actor, { aantal: 25, ...verzoek }, VANDAAG))
      return antwoord.ok ? [antwoord.waarde.totaal, antwoord.waarde.regels.length] : antwoord.reden
    }
    await eigen.database.pool.query(`insert into signaal (deelnemer_id, signaal_id, code, niveau, brin, eerste_dag, regels, uitleg, normen_versie, geopend_op)
      values ($1, gen_random_uuid(), 'SIG-LEERJAAR', 'fout', '11VA', '2026-08-01', '{K-DLR-02}', 'proef', 'x', now())`, [deelnemerId])
    try {
      expect(await lijst(VO, { code: 'SIG-LEERJAAR' })).toEqual([1, 1])
      expect(await lijst(MBO, { code: 'SIG-LEERJAAR' })).toEqual([0, 0])
      expect([await lijst(DUO, { code: 'SIG-LEERJAAR' }), await lijst(DUO, { code: 'SIG-LEERJAAR', school: '21MB' })]).toEqual([[1, 1], [0, 0]])
    } finally {
      await eigen.database.pool.query(`delete from signaal where code = 'SIG-LEERJAAR'`)
    }
    expect(await lijst(ANDER, { zoek: 'zoe' })).toEqual([0, 0])
    expect(await lijst(MBO, { school: '11VA', zoek: 'zoe' })).toEqual([0, 0])
    expect([await lijst(MBO, { zoek: 'zoe', na: deelnemerId }), await lijst(ANDER, { na: deelnemerId })]).toEqual([[1, 0], [0, 0]])
  })

  test('een latere stand wint: een levering van een eerder moment wordt geweigerd en verandert niets', async () => {
    const voor = await tel('inschrijving_stand')
    expect(await lever(VO, '2026-09-01T08:00:00.000Z', vo('VO'))).toMatchObject({ ok: false, reden: { soort: 'ouder-dan-bekend' } })
    expect(await tel('inschrijving_stand')).toBe(voor)
  })

  test('een school levert niet namens een ander, en een fout bericht slaat niets op', async () => {
    expect(await lever(MBO, '2026-11-01T08:00:00.000Z', vo('MBO'))).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    const voor = await tel('deelnemer')
    const fout = await leverInschrijving(eigen.database, op(VO, '2026-11-01T08:00:00.000Z'), {
      persoon: { ...PERSOON, persoonsnummer: '123456789' }, inschrijving: { ...vo('VO'), perioden: [] },
    })
    expect(fout.ok ? [] : fout.reden.soort === 'ongeldig' && fout.reden.fouten.map(({ veld }) => veld)).toEqual(['persoonsnummer', 'perioden'])
    expect(JSON.stringify(fout)).not.toContain('123456789')
    expect(await tel('deelnemer')).toBe(voor)
  })

  test('twee gelijke leveringen tegelijk geven één stand en één deelnemer', async () => {
    const persoon = { ...PERSOON, persoonsnummer: '999900018', naam: 'Tweeling' }
    const uitkomsten = await Promise.all([1, 2, 3].map(() => leverInschrijving(eigen.database, op(VO, '2026-11-01T08:00:00.000Z'), { persoon, inschrijving: vo('MBO') })))
    expect(uitkomsten.map((u) => u.ok && u.waarde.uitkomst).toSorted()).toEqual(['nieuw', 'ongewijzigd', 'ongewijzigd'])
    expect(await tel('deelnemer')).toBe(2)
  })

  test('verwijderen laat de geschiedenis staan', async () => {
    const bericht = { deelnemer: { persoonsnummer: '999900018' }, brin: '11VA', sector: 'VO', inschrijvingvolgnummer: '1' } as const
    expect(await verwijderInschrijving(eigen.database, op(VO, '2026-11-02T08:00:00.000Z'), bericht)).toMatchObject({ ok: true })
    expect(await verwijderInschrijving(eigen.database, op(VO, '2026-11-03T08:00:00.000Z'), bericht)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    const { rows } = await eigen.database.pool.query(`select count(*)::int as n from inschrijving_stand where vastgelegd_tot = '2026-11-02T08:00:00.000Z'`)
    expect(rows[0].n).toBe(1)
  })

  test('P-05: een diploma registreren voor een onbekend nummer en voor een leerling van een ander geeft hetzelfde', async () => {
    const bericht = { brin: '12VB', resultaatvolgnummer: 'D1', soort: 'VMBO', datum: datum('2026-06-01') } as const
    const antwoorden = await Promise.all(['999900006', '999900031'].map((persoonsnummer) =>
      registreerDiploma(eigen.database, op(ANDER, '2026-11-02T08:00:00.000Z'), { ...bericht, deelnemer: { persoonsnummer } })))
    expect(antwoorden[0]).toEqual(antwoorden[1])
    expect(antwoorden[0]).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })

  test('P-01: geen enkele tabel bevat een leesbaar persoonsnummer; de kluis leest het terug, in een andere rij niet', async () => {
    const { rows: tabellen } = await eigen.database.pool.query<{ naam: string }>(`select relname as naam from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)
    for (const { naam } of tabellen) {
      const { rows } = await eigen.database.pool.query<{ n: number }>(
        `select count(*)::int as n from ${naam} t where t::text ~ '9999000(06|18)' or convert_from(convert_to(t::text, 'UTF8'), 'UTF8') ~ encode('999900006', 'hex')`)
      expect([naam, rows[0]?.n]).toEqual([naam, 0])
    }
    const { rows } = await eigen.database.pool.query('select * from deelnemer where deelnemer_id = $1', [deelnemerId])
    const rij = rows[0]
    expect(kluis.ontsleutel(rij.persoonsnummer_versleuteld, rij.persoonsnummer_sleutel_id, deelnemerId)).toBe('999900006')
    expect(() => kluis.ontsleutel(rij.persoonsnummer_versleuteld, rij.persoonsnummer_sleutel_id, '01890000-0000-7000-8000-00000000dead')).toThrow(/authenticate/)
  })
})
