import { CloudEvent, HTTP } from 'cloudevents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EigenDatabase } from '../../test/eigen-database.ts'
import { ANDER, BASIS, DUO, lever, LEZER, maakRegister, mbo, MBO, NUMMERS, OIN, op, SYSTEEM, vo, VO } from '../../test/gebeurtenis/register.ts'
import { verwerkOutbox } from '../beslissing/index.ts'
import { laatDiplomaVervallen, registreerDiploma, registreerOnderdeel, verwijderInschrijving } from '../bron/index.ts'
import { meldGebeurtenissen } from '../database/index.ts'
import { datum, type Moment } from '../kern/datum.ts'
import { laadNormen } from '../normen/index.ts'
import { registreerAanbod } from '../rio/index.ts'
import { type Actor, alsActor } from '../toegang/index.ts'
import { publiceer } from './actions/publiceer.ts'
import { toonGebeurtenissen } from './actions/toon-gebeurtenissen.ts'
import type { Gebeurtenis } from './gebeurtenis.ts'
import { maakCloudEvent } from './rules/cloudevent.ts'

let eigen: EigenDatabase
beforeAll(async () => { eigen = await maakRegister() })
afterAll(() => eigen.weg())

async function lees(actor: Actor, soorten: Gebeurtenis['soort'][] = [], aantal = 250): Promise<readonly Gebeurtenis[]> {
  const uit: Gebeurtenis[] = []
  let na: string | undefined
  for (;;) {
    const blad = await toonGebeurtenissen(eigen.database, actor, { na, soorten, aantal })
    if (!blad.ok) throw new Error(JSON.stringify(blad))
    uit.push(...blad.waarde.gebeurtenissen)
    na = blad.waarde.volgende
    if (!blad.waarde.meer) return uit
  }
}

const soortenVan = (lijst: readonly Gebeurtenis[]): string[] => lijst.map(({ soort }) => soort)

describe('wat er gebeurde komt in het logboek', () => {
  let deelnemerId = ''

  test('S-45: een levering geeft een gebeurtenis, dezelfde inhoud opnieuw niet, een weigering niet', async () => {
    deelnemerId = await lever(eigen, VO, vo('VO'))
    await lever(eigen, VO, vo('VO'), '2026-09-01T08:01:00.000Z')
    await expect(lever(eigen, MBO, vo('VO'))).rejects.toThrow('niet-gevonden')
    await lever(eigen, VO, vo('MBO'), '2026-09-01T09:00:00.000Z')
    expect(await publiceer(eigen.database, OIN)).toBe(2)
    expect(await publiceer(eigen.database, OIN)).toBe(0)
    expect((await lees(VO)).map(({ positie, soort, onderwerp, brin, op: moment }) => ({ positie, soort, onderwerp, brin, op: moment }))).toEqual([
      { positie: 1, soort: 'inschrijvingen.vastgelegd', onderwerp: deelnemerId, brin: '11VA', op: '2026-09-01T08:00:00.000Z' },
      { positie: 2, soort: 'inschrijvingen.gewijzigd', onderwerp: deelnemerId, brin: '11VA', op: '2026-09-01T09:00:00.000Z' },
    ])
  })

  test('S-45: elke soort van het register, ook verwijderen en een transactie die wordt teruggedraaid', async () => {
    const over = { deelnemer: { deelnemerId }, brin: '11VA' } as const
    await registreerDiploma(eigen.database, op(VO), { ...over, soort: 'VMBO', resultaatvolgnummer: '7', datum: datum('2026-06-20') })
    await laatDiplomaVervallen(eigen.database, op(VO, '2026-09-01T10:00:00.000Z'), { ...over, soort: 'VMBO', resultaatvolgnummer: '7' })
    await registreerAanbod(eigen.database, op(VO), { onderwijsaanbieder: '101A001', eigenSleutel: 'dlr zorg', sector: 'VO', leerrouteKenmerk: 'DLR_VMBO_MBO', begindatum: datum('2024-08-01'), samenwerkendeOnderwijsaanbieders: ['201A001'] })
    const mislukt = alsActor(eigen.database, SYSTEEM, async (trx) => {
      await registreerDiploma(trx, op(SYSTEEM), { ...over, soort: 'VMBO', resultaatvolgnummer: '8', datum: datum('2026-06-20') })
      throw new Error('terug')
    })
    await expect(mislukt).rejects.toThrow('terug')
    await publiceer(eigen.database, OIN)
    expect(soortenVan(await lees(VO)).slice(2)).toEqual(['diplomas.vastgelegd', 'diplomas.verwijderd', 'aangebodenopleidingen.vastgelegd'])
  })

  test('Z-02: de partner ziet de keten en het aanbod, een andere school niets, DUO alles; losse onderdelen ziet alleen de eigen school', async () => {
    await lever(eigen, MBO, mbo('MBO'), '2026-09-02T08:00:00.000Z')
    await registreerOnderdeel(eigen.database, op(MBO, '2026-09-02T08:00:00.000Z'), { deelnemer: { deelnemerId }, brin: '21MB', soort: 'KEUZEDEEL', resultaatvolgnummer: '1', datum: datum('2026-09-01'), behaald: true })
    await lever(eigen, VO, vo('VO'), '2026-09-02T09:00:00.000Z')
    await publiceer(eigen.database, OIN)
    // Van voor de keten er was ziet de mbo-instelling alleen het aanbod waarin zij partner is.
    expect(soortenVan(await lees(MBO))).toEqual(['aangebodenopleidingen.vastgelegd', 'inschrijvingen.vastgelegd', 'onderdelen.vastgelegd', 'inschrijvingen.gewijzigd'])
    expect(soortenVan(await lees(VO)).slice(5)).toEqual(['inschrijvingen.vastgelegd', 'inschrijvingen.gewijzigd'])
    expect(await lees(ANDER)).toEqual([])
    expect((await lees(DUO)).map(({ positie }) => positie)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    // Wie voor beide scholen werkt krijgt wat hen samen aangaat een keer, op volgorde, ook met kleine bladzijden.
    const beide: Actor = { id: 'beide', soort: 'school', rollen: [...VO.rollen, ...MBO.rollen] }
    expect((await lees(beide, [], 1)).map(({ positie }) => positie)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(soortenVan(await lees(beide, ['inschrijvingen.gewijzigd'], 1))).toEqual(['inschrijvingen.gewijzigd', 'inschrijvingen.gewijzigd'])
    // Ook zonder mag(): row-level security geeft een andere school geen rij.
    const rijen = await alsActor(eigen.database, ANDER, (trx) => trx.selectFrom('gebeurtenis').select('positie').execute())
    expect(rijen).toEqual([])
  })

  test('een signaal dat opent en sluit geeft een bericht aan de scholen die het aangaat', async () => {
    await verwerkOutbox(eigen.database, { nu: '2026-09-03T08:00:00.000Z' as Moment }, laadNormen())
    await lever(eigen, VO, vo('MBO'), '2026-09-04T08:00:00.000Z')
    await verwerkOutbox(eigen.database, { nu: '2026-09-04T09:00:00.000Z' as Moment }, laadNormen())
    await publiceer(eigen.database, OIN)
    const open = await lees(MBO, ['signalen.geopend'])
    const dicht = await lees(MBO, ['signalen.gesloten'])
    const { rows } = await eigen.database.pool.query<{ signaal_id: string }>(`select signaal_id from signaal where code = 'SIG-FASE-VERSCHIL' and brin = '21MB'`)
    expect(open.map(({ onderwerp }) => onderwerp)).toContain(rows[0]?.signaal_id)
    expect(dicht.map(({ onderwerp }) => onderwerp)).toContain(rows[0]?.signaal_id)
    expect(new Set(open.map(({ brin }) => brin))).toEqual(new Set(['21MB']))
  })

  test('verwijderen van een inschrijving', async () => {
    await verwijderInschrijving(eigen.database, op(VO, '2026-09-05T08:00:00.000Z'), { deelnemer: { deelnemerId }, brin: '11VA', sector: 'VO', inschrijvingvolgnummer: '1' })
    await publiceer(eigen.database, OIN)
    expect(soortenVan(await lees(VO)).at(-1)).toBe('inschrijvingen.verwijderd')
  })

  test('S-40, S-41, S-42, S-43: elke gebeurtenis is een geldige CloudEvent, en geen attribuut bevat iets van een persoon', async () => {
    const alles = await lees(DUO)
    expect(alles.length).toBeGreaterThan(10)
    const ids = new Set<string>()
    for (const g of alles) {
      const kaal = maakCloudEvent(g, BASIS, 3)
      // De SDK is een andere implementatie: streng lezen, en uit een HTTP-bericht terug.
      const event = new CloudEvent({ ...kaal }, true)
      expect(event.validate()).toBe(true)
      const gelezen = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(kaal) }) as CloudEvent
      expect(gelezen.id).toBe(g.id)
      ids.add(`${kaal.source} ${kaal.id}`)
      expect(kaal.source).toMatch(/^urn:nld:oin:[0-9A-Z]{20}:systeem:[a-z]+$/)
      expect(kaal.type).toMatch(/^nl\.onderwijs\.[a-z]+\.[a-z]+\.v\d+$/)
      for (const naam of Object.keys(kaal).filter((sleutel) => sleutel !== 'data')) expect(naam).toMatch(/^[a-z0-9]{1,20}$/)
      expect(kaal.subject).toMatch(/^[0-9a-f-]{36}$/)
      expect(kaal.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(new URL(kaal.dataschema).pathname).toMatch(/-v\d+$/)
      expect(kaal.sequence).toBe('3')
      expect(Buffer.byteLength(JSON.stringify(kaal))).toBeLessThan(2_000)
      expect(JSON.stringify(kaal)).not.toMatch(new RegExp([...NUMMERS, '2009-04-12', 'Verzonnen', 'dlr zorg'].join('|')))
    }
    expect(ids.size).toBe(alles.length)
  })
})

describe('een lezer mist nooit een gebeurtenis die later vastligt', () => {
  test('S-45: lang openstaande transacties, veel publicisten en een lezer tegelijk: elke vastgelegde gebeurtenis precies een keer, zonder gaten', async () => {
    const begin = (await lees(DUO)).length
    let na = (await toonGebeurtenissen(eigen.database, DUO, { aantal: 250 }))
    while (na.ok && na.waarde.meer) na = await toonGebeurtenissen(eigen.database, DUO, { aantal: 250, na: na.waarde.volgende })
    let cursor = na.ok ? na.waarde.volgende : ''
    const gelezen: Gebeurtenis[] = []
    const leesVerder = async (): Promise<void> => {
      const blad = await toonGebeurtenissen(eigen.database, DUO, { aantal: 7, na: cursor })
      if (!blad.ok) throw new Error('cursor')
      gelezen.push(...blad.waarde.gebeurtenissen)
      cursor = blad.waarde.volgende
    }
    const vastgelegd: string[] = []
    const schrijf = async (nummer: number): Promise<void> => {
      const sleutel = `01890000-0000-7000-8000-${String(nummer).padStart(12, '0')}`
      const terug = nummer % 5 === 0
      await alsActor(eigen.database, SYSTEEM, async (trx) => {
        await meldGebeurtenissen(trx, [{ soort: 'signalen.geopend', brin: '21MB', deelnemerId: null, sleutel, op: '2026-09-06T08:00:00.000Z' as Moment }])
        // De volgorde van schrijven en van vastleggen lopen door elkaar.
        await new Promise((klaar) => { setTimeout(klaar, (nummer * 37) % 60) })
        if (terug) throw new Error('terug')
      }).then(() => vastgelegd.push(sleutel), () => undefined)
    }
    const schrijvers = Promise.all(Array.from({ length: 3 }, async (_, i) => { for (let n = 0; n < 25; n += 1) await schrijf(i * 100 + n + 1) }))
    const staat = { bezig: true }
    void schrijvers.finally(() => { staat.bezig = false })
    while (staat.bezig) {
      await Promise.all([publiceer(eigen.database, OIN), publiceer(eigen.database, OIN), leesVerder()])
    }
    await publiceer(eigen.database, OIN)
    for (let i = 0; i < 20; i += 1) await leesVerder()
    expect(gelezen.map(({ onderwerp }) => onderwerp).toSorted()).toEqual(vastgelegd.toSorted())
    expect(vastgelegd.length).toBe(60)
    expect(gelezen.map(({ positie }) => positie)).toEqual(Array.from({ length: 60 }, (_, i) => begin + i + 1))
  })

  test('een vreemde cursor is een fout met uitleg; zonder leesrecht is er niets', async () => {
    expect(await toonGebeurtenissen(eigen.database, DUO, { aantal: 10, na: 'onzin' })).toMatchObject({ ok: false, reden: { soort: 'ongeldig', fouten: [{ veld: 'na' }] } })
    const alleenRio: Actor = { id: 'rio', soort: 'school', rollen: [{ rol: 'rio-beheer', brin: '21MB' }] }
    expect(await toonGebeurtenissen(eigen.database, alleenRio, { aantal: 10 })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
    expect((await toonGebeurtenissen(eigen.database, LEZER, { aantal: 10 })).ok).toBe(true)
  })
})
