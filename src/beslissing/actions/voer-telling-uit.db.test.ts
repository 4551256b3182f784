import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import { leverInschrijving } from '../../bron/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { type Actor, maakKluis, registreerOrganisatie, systeemactor } from '../../toegang/index.ts'
import type { Tellingregel } from '../telling.ts'
import { telAls } from './tel-als.ts'
import { type Tellingvraag, toonTellingregels, voerTellingUit } from './voer-telling-uit.ts'

const normen = laadNormen()
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const SYSTEEM = systeemactor('proef')
const ctx = { actor: SYSTEEM, nu: '2026-08-05T08:00:00.000Z' as Moment, kluis }
const MBO: Actor = { id: 'mbo', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }] }
const vraag: Tellingvraag = { brin: '21MB', teldatum: datum('2026-10-01'), bekendOp: null }

let eigen: EigenDatabase
beforeAll(async () => {
  eigen = await maakEigenDatabase()
  const geldigVan = datum('2018-08-01')
  for (const [brin, gezag, code, sector] of [['11VA', '40001', '101A001', 'VO'], ['21MB', '50001', '201A001', 'MBO']] as const) {
    await registreerOrganisatie(eigen.database, ctx, { soort: 'INSTELLING', naam: `School ${brin}`, identificaties: [{ soort: 'BRIN', waarde: brin, geldigVan }], bevoegdGezag: [{ bestuursnummer: gezag, geldigVan }], onderwijsaanbieders: [{ code, sector, geldigVan }] })
  }
  for (const [i, persoonsnummer] of ['999900006', '999900018', '999900031', '999900043', '999900055'].entries()) {
    const persoon = { persoonsnummer, geboortedatum: '2009-04-12', geslacht: 'V', naam: `Student ${i}` } as const
    const periode = { datumBegin: datum('2026-08-01'), opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: i === 0 ? 'N' : 'J', ...(i > 2 ? { leerroute: 'DLR', leerroutefase: 'MBO' } : {}) } as const
    const uitkomst = await leverInschrijving(eigen.database, ctx, { persoon, inschrijving: { sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E1', datumInschrijving: datum('2026-08-01'), perioden: [periode] } })
    expect(uitkomst.ok, JSON.stringify(uitkomst)).toBe(true)
  }
  // Het vo zegt bij de laatste student dat de fase nog VO is: dan wacht de claim van allebei.
  await leverInschrijving(eigen.database, ctx, {
    persoon: { persoonsnummer: '999900055', geboortedatum: '2009-04-12', geslacht: 'V', naam: 'Student 4' },
    inschrijving: { sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '1', datumInschrijving: datum('2025-08-01'), perioden: [{ datumBegin: datum('2025-08-01'), leerjaar: 3, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO' }] },
  })
})
afterAll(() => eigen.weg())

async function tel(actor: Actor, anders: Partial<Tellingvraag> = {}) {
  const regels: Tellingregel[] = []
  const delen: number[] = []
  const uitkomst = await voerTellingUit(eigen.database, { actor, nu: ctx.nu }, { ...vraag, ...anders }, normen, { opRegels: (r) => { regels.push(...r) }, opVoortgang: (deel) => delen.push(deel) })
  return { uitkomst, regels, delen }
}

describe('voerTellingUit', () => {
  it('K-BEK-02, K-BEK-03, K-BEK-08: elke ingeschreven student een keer, met betaler, reden en bekostigingsjaar', async () => {
    const { uitkomst, regels, delen } = await tel(MBO)
    expect(uitkomst).toMatchObject({ ok: true, waarde: { brin: '21MB', studenten: 5, aantallen: { telt: 3, elders: 0, niemand: 1, wacht: 1 }, bekostigingsjaar: { jaar: 2028, telling: 'inschrijvingen' } } })
    expect(regels.map(({ naam, status }) => [naam, status]).toSorted()).toEqual([['Student 0', 'niemand'], ['Student 1', 'telt'], ['Student 2', 'telt'], ['Student 3', 'telt'], ['Student 4', 'wacht']])
    const perReden = uitkomst.ok ? uitkomst.waarde.perReden : []
    expect(perReden.reduce((som, r) => som + r.studenten, 0)).toBe(5)
    expect(perReden[0]?.uitleg).toContain('bekostigingsjaar 2028')
    expect(delen.at(-1)).toBe(1)
    expect(JSON.stringify({ uitkomst, regels })).not.toMatch(/(?<![0-9a-f])9999\d{5}(?![0-9a-f])/)
  })
  it('een school zonder inschrijvingen op de dag geeft nul, geen fout', async () => {
    expect((await tel(SYSTEEM, { teldatum: datum('2019-10-01') })).uitkomst).toMatchObject({ ok: true, waarde: { studenten: 0, perReden: [] } })
  })
  it('K-CAS-01: op de kennisdag voor de levering was er nog niemand', async () => {
    const { uitkomst } = await tel(SYSTEEM, { bekendOp: datum('2026-08-04') })
    expect(uitkomst).toMatchObject({ ok: true, waarde: { studenten: 0 } })
  })
  it('S-15: bladeren geeft elke student van de telling precies een keer, welke bladzijde ook', async () => {
    const alle = (await tel(MBO)).regels
    for (const aantal of [1, 2, 5, 50]) {
      const gezien: Tellingregel[] = []
      for (let na: string | null = null, klaar = false; !klaar;) {
        const blad: Awaited<ReturnType<typeof toonTellingregels>> = await toonTellingregels(eigen.database, MBO, vraag, { na, aantal }, normen)
        if (!blad.ok) throw new Error('geen bladzijde')
        gezien.push(...blad.waarde.regels)
        na = blad.waarde.volgende
        klaar = na === null
      }
      expect(gezien).toEqual(alle)
    }
    expect(await toonTellingregels(eigen.database, MBO, { ...vraag, brin: '11VA' }, { aantal: 5 }, normen)).toMatchObject({ ok: false })
  })
  it('T-20: de audit noemt het moment van het verzoek, niet dat van de klok', async () => {
    await tel(MBO)
    const { rows } = await eigen.database.pool.query<{ op: string }>(`select op from audit_regel where handeling = 'voerTellingUit' order by audit_id desc limit 1`)
    expect(rows[0]?.op).toBe(ctx.nu)
  })
  it('Z-02: de telling van een andere school en van een onbekende school zijn hetzelfde antwoord', async () => {
    const weg = { ok: false, reden: { soort: 'niet-gevonden' } }
    expect((await tel(MBO, { brin: '11VA' })).uitkomst).toEqual(weg)
    expect((await tel(MBO, { brin: '99ZZ' })).uitkomst).toEqual(weg)
    expect((await tel(SYSTEEM, { brin: '99ZZ' })).uitkomst).toEqual(weg)
  })
  it('Z-02, P-05: wie een student met alleen een BSN inschreef, leest in de telling en in een wat-als niet de naam die een andere school gaf', async () => {
    const lever = async (actor: Actor, naam: string, inschrijving: Parameters<typeof leverInschrijving>[2]['inschrijving']) => {
      const uitkomst = await leverInschrijving(eigen.database, { ...ctx, actor }, { persoon: { persoonsnummer: '999900067', geboortedatum: '2009-04-12', geslacht: 'V', naam }, inschrijving })
      if (!uitkomst.ok) throw new Error(JSON.stringify(uitkomst.reden))
      return uitkomst.waarde.deelnemerId
    }
    const begin = datum('2026-12-01')
    await lever({ id: 'vo', soort: 'school', rollen: [{ rol: 'bron-inschrijving-vo', brin: '11VA' }] }, 'Echte Naam', {
      sector: 'VO', brin: '11VA', inschrijvingvolgnummer: '2', datumInschrijving: begin, perioden: [{ datumBegin: begin, leerjaar: 3, leerweg: 'BB', opleidingcode: '9201', onderwijsaanbieder: '101A001', indicatieBekostigbaar: 'J' }],
    })
    const deelnemerId = await lever({ id: 'mbo-administratie', soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }] }, 'Verzonnen', {
      sector: 'MBO', brin: '21MB', inschrijvingvolgnummer: 'E2', datumInschrijving: begin, perioden: [{ datumBegin: begin, opleidingcode: '29903', leertraject: 'BOL', niveau: 'MBO-2', onderwijsaanbieder: '201A001', indicatieBekostigbaar: 'J' }],
    })
    const later = { ...vraag, teldatum: datum('2027-10-01') }
    const blad = await toonTellingregels(eigen.database, MBO, later, { aantal: 50 }, normen)
    expect(blad.ok && blad.waarde.regels.find((regel) => regel.deelnemerId === deelnemerId)?.naam).toBe('Verzonnen')
    expect((await tel(MBO, later)).regels.find((regel) => regel.deelnemerId === deelnemerId)?.naam).toBe('Verzonnen')
    const als = await telAls(eigen.database, MBO, later, { deelnemerIds: [deelnemerId], fase: 'MBO' }, normen)
    expect(als.ok && als.waarde.regels.map(({ naam }) => naam)).toEqual(['Verzonnen'])
  })
})
