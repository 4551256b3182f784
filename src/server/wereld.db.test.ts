import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../test/eigen-database.ts'
import { maakKluis } from '../toegang/index.ts'
import { laadWereld, weigerVerzonnenRegio } from './wereld.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
let eigen: EigenDatabase

beforeAll(async () => {
  eigen = await maakEigenDatabase()
})
afterAll(() => eigen.weg())

describe('de verzonnen regio laden', () => {
  it('een database zonder de regio mag in productie', async () => {
    await expect(weigerVerzonnenRegio(eigen.database)).resolves.toBeUndefined()
  })

  it('laadt twee keer tegelijk precies een keer, en daarna niets meer', async () => {
    const tegelijk = await Promise.all([laadWereld(eigen.database, kluis), laadWereld(eigen.database, kluis)])
    expect(tegelijk.map(({ uitkomst }) => uitkomst).toSorted()).toEqual(['geladen', 'stond-er-al'])
    expect(await laadWereld(eigen.database, kluis)).toEqual({ uitkomst: 'stond-er-al', handelingen: 0 })
    expect(await aantal('deelnemer')).toBe(50)
  })

  it('een database met de regio wordt in productie geweigerd, met waarom en wat te doen', async () => {
    await expect(weigerVerzonnenRegio(eigen.database)).rejects.toThrow(/staat de verzonnen regio[\s\S]*tussen echte[\s\S]*DATABASE_URL een nieuwe, lege database/)
  })

  it('schrijft elke handeling op naam van de school die haar deed', async () => {
    const { rows } = await eigen.database.pool.query<{ actor: string }>(`select distinct actor from audit_regel where handeling = 'leverInschrijving' order by actor`)
    expect(rows.map(({ actor }) => actor)).toContain('lindemeer-administratie')
    expect(rows.map(({ actor }) => actor)).not.toContain('verzonnen-regio')
  })

  it('P-01: bewaart geen leesbaar persoonsnummer', async () => {
    const { rows } = await eigen.database.pool.query<{ tekst: string }>('select row_to_json(a)::text as tekst from audit_regel a')
    expect(rows.some(({ tekst }) => /(?<![0-9a-f])9999\d{5}(?![0-9a-f])/.test(tekst))).toBe(false)
  })
})

async function aantal(tabel: 'deelnemer'): Promise<number> {
  const { rows } = await eigen.database.pool.query<{ n: number }>(`select count(*)::int as n from ${tabel}`)
  return rows[0]?.n ?? 0
}
