import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maakRestproef, mboInschrijving, persoon, type Restproef, voInschrijving } from '../../test/rest-proef.ts'
import { voerOpdrachtUit } from '../cli/main.ts'
import type { Moment } from '../kern/datum.ts'
import { type Actor, systeemactor } from '../toegang/index.ts'
import { maakInzage } from './actions/maak-inzage.ts'

let proef: Restproef
let map = ''
let deelnemerId = ''
beforeAll(async () => {
  proef = await maakRestproef()
  map = mkdtempSync(join(tmpdir(), 'leerroute-inzage-'))
  const lever = (als: 'vo' | 'mbo', n: number, inschrijving: object) => proef.bel({ als, methode: 'POST', url: '/inschrijvingen', lichaam: { persoon: persoon(n), inschrijving } })
  deelnemerId = (await lever('mbo', 1, mboInschrijving('VO'))).json['deelnemerId'] as unknown as string
  await lever('vo', 1, voInschrijving('MBO'))
  await lever('mbo', 1, mboInschrijving('MBO'))
  await lever('mbo', 2, mboInschrijving('MBO'))
  await proef.bel({ als: 'kijker', url: `/deelnemers/${deelnemerId}` })
})
afterAll(async () => {
  rmSync(map, { recursive: true })
  await proef.weg()
})

const ctx = (actor: Actor) => ({ actor, nu: '2026-11-24T12:00:00.000Z' as Moment, kluis: proef.deur.kluis })
const behandelaar: Actor = { id: 'behandelaar-1', soort: 'duo', rollen: [], duorollen: ['duo-behandelaar'] }

describe('maakInzage', () => {
  test('S-95: alles over een student: nummer, elke tabel die hem noemt, standen door de tijd, en wie er keek', async () => {
    const gemaakt = await maakInzage(proef.database, ctx(behandelaar), { persoonsnummer: persoon(1).persoonsnummer })
    if (!gemaakt.ok) throw new Error('niet gevonden')
    const { gegevens, persoonsnummer, verwerkingen } = gemaakt.waarde
    expect([gemaakt.waarde.deelnemerId, persoonsnummer.nummer]).toEqual([deelnemerId, persoon(1).persoonsnummer])
    const { rows } = await proef.database.pool.query<{ t: string }>(`select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'deelnemer_id' and table_name <> 'deelnemer' order by 1`)
    expect(Object.keys(gegevens).sort()).toEqual(rows.map(({ t }) => t).sort())
    expect(gegevens['inschrijving_stand']).toHaveLength(3)
    expect(gegevens['deelnemer_gegevens']?.[0]).toMatchObject({ naam: persoon(1).naam })
    expect(gegevens['signaal']?.length).toBeGreaterThan(0)
    expect(gegevens['outbox']?.length).toBeGreaterThan(0)
    expect(verwerkingen.filter(({ naam }) => naam === 'leverInschrijving').flatMap(({ door }) => door.map(({ actor }) => actor))).toEqual(['administratie-21MB', 'administratie-11VA', 'administratie-21MB'])
    expect(verwerkingen.find(({ naam }) => naam === 'leesDeelnemer')).toMatchObject({ status: 'OK', door: [{ actor: 'administratie-21MB', brin: '21MB' }] })
    // Niets van een ander.
    expect(JSON.stringify(gemaakt.waarde)).not.toContain(persoon(2).naam)
  })

  test('S-95: de vraag zelf staat in de audit en in het logboek, ook als er niemand is', async () => {
    await maakInzage(proef.database, ctx(behandelaar), { deelnemerId })
    await maakInzage(proef.database, ctx(behandelaar), { persoonsnummer: persoon(99).persoonsnummer })
    const { rows } = await proef.database.pool.query(`select actor, deelnemer_id from audit_regel where handeling = 'maakInzage' order by deelnemer_id nulls last`)
    expect(rows).toEqual([{ actor: 'behandelaar-1', deelnemer_id: deelnemerId }, { actor: 'behandelaar-1', deelnemer_id: deelnemerId }, { actor: 'behandelaar-1', deelnemer_id: null }])
    const ldv = await proef.database.pool.query(`select count(*)::int as n, count(betrokkene)::int as wie from verwerking_regel where naam = 'maakInzage'`)
    expect(ldv.rows).toEqual([{ n: 3, wie: 2 }])
  })

  test.each<[string, Actor]>([
    ['een school', { id: 's', soort: 'school', rollen: [{ rol: 'raadplegen', brin: '21MB' }] }], ['een beheerder', { id: 'b', soort: 'school', rollen: [], isBeheerder: true, organisatieId: 'x' }],
    ['een auditor', { id: 'a', soort: 'toezicht', rollen: [], duorollen: ['auditor'] }], ['de securitydesk', { id: 'd', soort: 'toezicht', rollen: [], duorollen: ['duo-securitydesk'] }],
  ])('Z-01: %s krijgt geen inzage', async (_wie, actor) => {
    expect(await maakInzage(proef.database, ctx(actor), { deelnemerId })).toEqual({ ok: false, reden: { soort: 'niet-gevonden' } })
  })
})

describe('leerroute beheer inzage', () => {
  const draai = async (...argumenten: string[]) => {
    let [uit, fout] = ['', '']
    const code = await voerOpdrachtUit(['beheer', 'inzage', ...argumenten], {
      schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, metRegister: (werk) => werk({ database: proef.database, kluis: proef.deur.kluis, nu: () => ctx(systeemactor('x')).nu }),
    })
    return { code, uit, fout }
  }

  test('leest het nummer uit een bestand en schrijft een nieuw bestand dat alleen de eigenaar leest', async () => {
    const [nummer, naar] = [join(map, 'nummer.txt'), join(map, 'inzage.json')]
    writeFileSync(nummer, `${persoon(1).persoonsnummer}\n`)
    expect(await draai('--nummer-uit', nummer, '--json', '--uit', naar)).toEqual({ code: 0, uit: '', fout: '' })
    expect(JSON.parse(readFileSync(naar, 'utf8'))).toMatchObject({ deelnemerId })
    expect(statSync(naar).mode & 0o777).toBe(0o600)
    expect((await draai('--nummer-uit', nummer, '--json', '--uit', naar)).code).toBe(2)
    const { uit } = await draai('--deelnemer', deelnemerId)
    expect(uit).toContain('wie keek of schreef')
    expect(uit).toContain('leesDeelnemer (raadplegen:1) door administratie-21MB van 21MB')
  })

  test('onbekend is 1; geen of twee keuzen, of geen nummer in het bestand, is 2', async () => {
    const leeg = join(map, 'leeg.txt')
    writeFileSync(leeg, '12345')
    expect((await draai('--deelnemer', 'onzin')).code).toBe(1)
    for (const argumenten of [[], ['--deelnemer', deelnemerId, '--nummer-uit', leeg], ['--nummer-uit', leeg], ['--nummer-uit', join(map, 'bestaat-niet')]]) expect((await draai(...argumenten)).code).toBe(2)
  })
})
