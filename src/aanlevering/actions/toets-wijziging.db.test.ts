/** Inschrijven in een route: alles of niets, en vooraf zien wat eruit volgt zonder iets vast te leggen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../../test/eigen-database.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Inschrijfbericht, schrijfIn } from '../../leerroute/index.ts'
import { type Actiecontext, type Actor, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import { maakProefkluis } from '../../../test/portaal-proef.ts'
import { vindStudent } from '../../bron/index.ts'
import { toetsWijziging } from './toets-wijziging.ts'

const normen = laadNormen()
const kluis = maakProefkluis()
const NUMMER = '123456782'
const school = (brin: string, rol: 'bron-inschrijving-vo' | 'bron-inschrijving-mbo'): Actiecontext => ({ actor: { id: `proef-${brin}`, soort: 'school', rollen: [{ rol, brin }] } satisfies Actor, nu: '2026-11-24T10:00:00.000Z' as Moment, kluis })
const VO = school('11VA', 'bron-inschrijving-vo')
const MBO = school('21MB', 'bron-inschrijving-mbo')
const bericht: Inschrijfbericht = {
  persoon: { persoonsnummer: NUMMER, geboortedatum: '2011-05-12', naam: 'Noor Verzonnen' },
  inschrijving: { sector: 'VO', brin: '11VA', inschrijvingvolgnummer: 'LR1', datumInschrijving: datum('2026-08-01'), perioden: [{ datumBegin: datum('2026-08-01'), indicatieBekostigbaar: 'J', leerroute: 'GLR', leerroutefase: 'VO', leerjaar: 3, leerweg: 'BB', onderwijsaanbieder: '101A001' }] },
  plan: { van: datum('2026-08-01'), voOnderwijsaanbieder: '101A001', mboOnderwijsaanbieder: '201A001', beoogdNiveau: 'MBO-2' },
  oordeel: { datum: datum('2026-06-01') },
}
const vooraf = (ctx: Actiecontext, wat: Inschrijfbericht) => toetsWijziging({ database: eigen.database, normen }, ctx, { persoonsnummer: NUMMER, begin: datum('2026-08-01'), vandaag: datum('2026-11-24') }, (trx, binnen) => schrijfIn(trx, binnen, wat))

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const ctx = { actor: systeemactor('proef'), nu: '2018-08-01T08:00:00.000Z' as Moment, kluis }
  for (const [brin, sector, code] of [['11VA', 'VO', '101A001'], ['21MB', 'MBO', '201A001'], ['12VB', 'VO', '102A001']] as const) {
    const van = datum('2018-08-01')
    const uitkomst = await registreerOrganisatie(eigen.database, ctx, { soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan: van }], bevoegdGezag: [{ bestuursnummer: '40001', geldigVan: van }], onderwijsaanbieders: [{ code, sector, geldigVan: van }] })
    if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
  }
}, 60_000)
afterAll(() => eigen.weg())

async function aantal(): Promise<number> {
  const { rows } = await eigen.database.pool.query<{ aantal: string }>('select count(*) as aantal from inschrijving_stand')
  return Number(rows[0]?.aantal)
}

describe('inschrijven in een route', () => {
  it('K-BEK-03, K-DLR-06: vooraf staat er wat eruit volgt, en er is niets vastgelegd', async () => {
    const uitkomst = await vooraf(VO, bericht)
    expect(uitkomst).toMatchObject({ ok: true, waarde: { begin: { besluit: { fase: 'VO', verzuim: 'VO' } }, teldatum: { besluit: { peildatum: '2027-02-01', bekostiging: 'VO' } } } })
    expect(await aantal()).toBe(0)
  })

  it('Z-02: wie voor een andere school werkt, ziet vooraf niets en legt niets vast', async () => {
    expect(await vooraf(MBO, bericht)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await schrijfIn(eigen.database, MBO, bericht)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await aantal()).toBe(0)
  })

  it('K-CAS-06: mislukt het plan, dan is er ook geen inschrijving, en de fout wijst naar het plan', async () => {
    const uitkomst = await schrijfIn(eigen.database, VO, { ...bericht, plan: { van: datum('2026-08-01'), voOnderwijsaanbieder: '999A999', mboOnderwijsaanbieder: '201A001' } })
    expect(uitkomst).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'plan.voOnderwijsaanbieder', regelId: 'Z-02' }] } })
    expect(await aantal()).toBe(0)
  })

  it('K-BRN-01: inschrijving, plan en eigen handtekening staan er samen; nog een keer verandert niets', async () => {
    expect(await schrijfIn(eigen.database, VO, bericht)).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw' } })
    expect(await schrijfIn(eigen.database, VO, bericht)).toMatchObject({ ok: true, waarde: { uitkomst: 'ongewijzigd' } })
    const { rows } = await eigen.database.pool.query('select ondertekend_vo, ondertekend_mbo from gezamenlijk_oordeel where vastgelegd_tot is null')
    expect(rows).toEqual([{ ondertekend_vo: true, ondertekend_mbo: false }])
    expect(await aantal()).toBe(1)
  })

  it('P-05, Z-02: heeft de student die dag al een plan en een oordeel van andere scholen, dan is er niet zonder een spoor naar te vragen: de inschrijving staat er, het andere niet', async () => {
    const ander = school('12VB', 'bron-inschrijving-vo')
    const eigenBericht: Inschrijfbericht = {
      ...bericht, inschrijving: { ...bericht.inschrijving, brin: '12VB', perioden: bericht.inschrijving.perioden.map((periode) => ({ ...periode, onderwijsaanbieder: '102A001' })) },
      plan: { van: datum('2026-08-01'), voOnderwijsaanbieder: '102A001', mboOnderwijsaanbieder: '201A001', beoogdNiveau: 'MBO-2' },
    }
    const voor = await eigen.database.pool.query('select * from leerrouteplan order by plan_id')
    expect(await schrijfIn(eigen.database, ander, eigenBericht)).toMatchObject({ ok: true, waarde: { uitkomst: 'nieuw', nietVastgelegd: ['plan', 'oordeel'] } })
    const { rows } = await eigen.database.pool.query(`select handeling from audit_regel where actor = 'proef-12VB'`)
    expect(rows).toEqual([{ handeling: 'leverInschrijving' }])
    expect((await eigen.database.pool.query('select * from leerrouteplan order by plan_id')).rows).toEqual(voor.rows)
  })

  it('Z-02, P-05: een nummer vindt alleen een student die de school al ziet', async () => {
    expect(await vindStudent(eigen.database, VO, NUMMER)).toMatchObject({ ok: true, waarde: { naam: 'Noor Verzonnen' } })
    expect(await vindStudent(eigen.database, school('31MB', 'bron-inschrijving-mbo'), NUMMER)).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect(await vindStudent(eigen.database, VO, '999900110')).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })
})
