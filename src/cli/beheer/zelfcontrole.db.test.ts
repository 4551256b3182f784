import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EigenDatabase, maakEigenDatabase } from '../../../test/eigen-database.ts'
import type { Moment } from '../../kern/datum.ts'
import { werkSignalenBijVoorVandaag } from '../../beslissing/index.ts'
import { laadNormen } from '../../normen/index.ts'
import { laadWereld } from '../../server/wereld.ts'
import { maakKluis } from '../../toegang/index.ts'
import { voerOpdrachtUit } from '../main.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
let db: EigenDatabase

beforeAll(async () => {
  db = await maakEigenDatabase()
  await laadWereld(db.database, kluis)
  // Wat de server elke dag doet: het zicht van sommige scholen is sinds hun laatste levering voorbij.
  await werkSignalenBijVoorVandaag(db.database, { nu: '2026-11-24T08:00:00.000Z' as Moment }, laadNormen())
})
afterAll(() => db.weg())

async function draai(...argumenten: string[]) {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['beheer', 'zelfcontrole', ...argumenten], {
    schrijf: (tekst) => { uit += tekst }, meld: (tekst) => { fout += tekst }, opTerminal: false,
    metRegister: (werk) => werk({ database: db.database, kluis, nu: () => '2026-11-24T09:00:00.000Z' as Moment }),
  })
  return { code, uit, fout }
}

describe('leerroute beheer zelfcontrole', () => {
  it('een goed register: 0, met per controle hoeveel er bekeken is', async () => {
    const { code, uit } = await draai()
    expect(uit).toContain('Steekproef van 500 studenten')
    expect(uit).toMatch(/goed {2}persoonsnummers-leesbaar \(50 bekeken\)/)
    expect(uit).toMatch(/Alles klopt\.\n$/)
    expect(code).toBe(0)
  })

  it('schade: 1, met wat er is en wat te doen; met --json hetzelfde voor een machine', async () => {
    await db.database.pool.query(`update inschrijving_stand set reden_uitschrijving = '99' where stand_id = (select min(stand_id::text)::uuid from inschrijving_stand)`)
    const { code, uit } = await draai('--alles')
    expect(code).toBe(1)
    expect(uit).toMatch(/FOUT {2}inhoud-klopt: 1 van \d+\n[\s\S]*inschrijving_stand [0-9a-f-]{36}\n[\s\S]*Wat te doen: De inhoud is na de levering veranderd/)
    expect(uit).toMatch(/1 bevinding\.\n$/)
    const json = await draai('--alles', '--json')
    expect(JSON.parse(json.uit)).toMatchObject({ bevindingen: 1, steekproef: null, controles: expect.arrayContaining([expect.objectContaining({ naam: 'inhoud-klopt', gevonden: 1 })]) })
    expect([json.code, json.uit.trim().split('\n').length]).toEqual([1, 1])
  })

  it('een onmogelijke steekproef is verkeerd gebruik', async () => {
    const { code, fout } = await draai('--steekproef', '0')
    expect(code).toBe(2)
    expect(fout).toContain('heel getal van 1')
  })
})
