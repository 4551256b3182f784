import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toonLeerling, verwerkOutbox } from '../../src/beslissing/index.ts'
import { datum, type Moment } from '../../src/kern/datum.ts'
import { laadNormen } from '../../src/normen/index.ts'
import { laadWereld } from '../../src/server/wereld.ts'
import { leesWereld, type Verwachting, type WereldStudent } from '../../src/server/wereld-bestanden.ts'
import { type Actor, alsActor, maakKluis } from '../../src/toegang/index.ts'
import { type EigenDatabase, maakEigenDatabase } from '../eigen-database.ts'

const VANDAAG = datum('2026-11-24')
const DUO: Actor = { id: 'duo', soort: 'duo', rollen: [] }
const normen = laadNormen()
const { studenten } = leesWereld()
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })

let eigen: EigenDatabase
let ids = new Map<string, string>()

beforeAll(async () => {
  eigen = await maakEigenDatabase()
  await laadWereld(eigen.database, kluis)
  await verwerkOutbox(eigen.database, { nu: '2026-11-24T08:00:00.000Z' as Moment }, normen)
  const { rows } = await eigen.database.pool.query<{ deelnemer_id: string; sleutel: Buffer }>('select deelnemer_id, persoonsnummer_sleutel as sleutel from deelnemer')
  ids = new Map(rows.map((rij) => [rij.sleutel.toString('hex'), rij.deelnemer_id]))
})
afterAll(() => eigen.weg())

describe('het register beslist over een student als het losse dossier', () => {
  it.each(studenten.map((student) => [student.naam, student] as const))('%s', async (_naam, student) => {
    const id = idVan(student)
    for (const verwacht of student.verwacht) {
      const { peildatum, bekendOp = null } = verwacht
      const beeld = await alsActor(eigen.database, DUO, (trx) => toonLeerling(trx, DUO, id, { peildatum, bekendOp }, VANDAAG, normen))
      if (!beeld.ok) throw new Error('niet gevonden')
      const besluit: Record<string, unknown> = { ...beeld.waarde.besluit, signalen: beeld.waarde.besluit.signalen.map(({ code }) => code).toSorted() }
      const gevraagd = zonderDagen(verwacht)
      expect(Object.fromEntries(Object.keys(gevraagd).map((sleutel) => [sleutel, besluit[sleutel]])), `${peildatum}, bekend op ${bekendOp ?? 'nu'}`).toEqual(gevraagd)
    }
  })

  it('heeft voor elke student precies de signalen van vandaag open staan', async () => {
    const { rows } = await eigen.database.pool.query<{ deelnemer_id: string; codes: string[] }>(
      'select deelnemer_id, array_agg(distinct code order by code) as codes from signaal where gesloten_op is null group by 1')
    const open = new Map(rows.map((rij) => [rij.deelnemer_id, rij.codes]))
    const gemist: string[] = []
    for (const student of studenten) {
      const vandaag = student.verwacht.find(({ peildatum, bekendOp }) => peildatum === VANDAAG && bekendOp === undefined)
      const mijn = open.get(idVan(student)) ?? []
      gemist.push(...(vandaag?.signalen ?? []).filter((code) => !mijn.includes(code)).map((code) => `${student.naam} ${code}`))
      expect(mijn.filter((code) => !vandaag?.signalen?.some((verwacht) => verwacht === code)), student.naam).toEqual([])
    }
    // Zijn scholen registreerden geen samenwerking: geen van beide ziet de gemiste uren van de ander, dus ook de som niet (docs/adr/0028).
    expect(gemist).toEqual(['Maximiliaan van Oldenzaal tot Westerbroek SIG-VERZUIM-16U'])
  })
})

function idVan({ burgerservicenummer, onderwijsnummer }: WereldStudent): string {
  return ids.get(kluis.zoeksleutel(burgerservicenummer ?? onderwijsnummer ?? '').toString('hex')) ?? ''
}

function zonderDagen({ peildatum: _peildatum, bekendOp: _bekendOp, ...rest }: Verwachting): Record<string, unknown> {
  return { ...rest, signalen: rest.signalen.toSorted() }
}
