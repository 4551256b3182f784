import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EigenDatabase } from '../../../test/eigen-database.ts'
import { GEHEIM } from '../../../test/gebeurtenis/ontvanger.ts'
import { BASIS, kluis, lever, maakRegister, mbo, MBO, OIN, op, SYSTEEM } from '../../../test/gebeurtenis/register.ts'
import { datum } from '../../kern/datum.ts'
import { type Actor, geefMandaat, maakProefpki, registreerMachine, trekMandaatIn } from '../../toegang/index.ts'
import { maakAbonnement } from './beheer-abonnementen.ts'
import { type Bezorgbenodigdheden, deelGebeurtenissenUit, neemBezorgingen } from './bezorg.ts'
import { publiceer } from './publiceer.ts'

const LEVERANCIER = '00000099000000010000'
const NU = new Date('2026-09-02T10:00:00.000Z')
let eigen: EigenDatabase
let machine: Actor
let mandaatId = ''
beforeAll(async () => {
  eigen = await maakRegister()
  const [client] = (await maakProefpki(NU, ['localhost'], [{ naam: 'een', oin: LEVERANCIER }])).clients
  const organisatieId = (await eigen.database.pool.query<{ id: string }>(`select organisatie_id as id from organisatie_identificatie where soort = 'BRIN' and waarde = '21MB'`)).rows[0]?.id ?? ''
  const gemaakt = await registreerMachine(eigen.database, op(SYSTEEM), { naam: 'SIS', oin: LEVERANCIER, methode: 'private_key_jwt', jwks: JSON.parse(client?.jwks ?? '') as unknown, vingerafdrukken: [] }, false)
  const gegeven = await geefMandaat(eigen.database, op(SYSTEEM), { leverancierOin: LEVERANCIER, organisatieId, scopes: ['bron:mbo:inschrijven'], geldigVan: datum('2026-09-01'), geldigTotEnMet: null })
  if (!gemaakt.ok || !gegeven.ok) throw new Error(JSON.stringify([gemaakt, gegeven]))
  mandaatId = gegeven.waarde.mandaatId
  machine = { id: `machine:${gemaakt.waarde.clientId}:${organisatieId}`, soort: 'school', rollen: [{ rol: 'bron-inschrijving-mbo', brin: '21MB' }], organisatieId }
})
afterAll(() => eigen.weg())

const nodig = (): Bezorgbenodigdheden => ({ database: eigen.database, kluis, nu: () => NU, verzend: () => Promise.reject(new Error('hier gaat niets heen')), basisUrl: BASIS, toeval: () => 0 })

async function abonneer(actor: Actor): Promise<string> {
  const uit = await maakAbonnement(eigen.database, op(actor), { brin: '21MB', url: 'https://sis.example/leerroute', soorten: [], geheim: GEHEIM }, { loopbackMag: false })
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  const { rows: [rij] } = await eigen.database.pool.query<{ id: string }>(`update abonnement set staat = 'actief' where aangemaakt_door = $1 returning abonnement_id as id`, [actor.id])
  return rij?.id ?? ''
}

const staat = async (id: string) => (await eigen.database.pool.query<{ staat: string; reden: string | null }>('select staat, reden from abonnement where abonnement_id = $1', [id])).rows[0]

describe('een abonnement dat een leverancier maakte', () => {
  test('M-02: stopt bij de eerste bezorging nadat het mandaat is ingetrokken; dat van de school zelf gaat door', async () => {
    const [vanMachine, vanSchool] = [await abonneer(machine), await abonneer(MBO)]
    await lever(eigen, MBO, mbo('MBO'))
    await publiceer(eigen.database, OIN)
    expect((await deelGebeurtenissenUit(nodig())).toSorted()).toEqual([vanMachine, vanSchool].toSorted())
    expect(await neemBezorgingen(nodig(), vanMachine, 1)).toHaveLength(1)
    await lever(eigen, MBO, mbo('VO'), '2026-09-02T09:00:00.000Z')
    await publiceer(eigen.database, OIN)
    await deelGebeurtenissenUit(nodig())
    await trekMandaatIn(eigen.database, op(SYSTEEM), mandaatId)
    expect(await neemBezorgingen(nodig(), vanMachine, 10)).toEqual([])
    expect(await staat(vanMachine)).toEqual({ staat: 'gestopt', reden: 'Het mandaat van de leverancier die dit abonnement maakte, geldt niet meer.' })
    expect((await neemBezorgingen(nodig(), vanSchool, 10)).length).toBeGreaterThan(0)
    expect((await staat(vanSchool))?.staat).toBe('actief')
  })
})
