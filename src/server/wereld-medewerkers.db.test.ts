import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../test/eigen-database.ts'
import { leesMedewerkers, pseudoniemVan } from '../makelaar/index.ts'
import { isBsn } from '../kern/persoonsnummer.ts'
import { momentVan } from '../kern/datum.ts'
import { maakKluis, systeemactor } from '../toegang/index.ts'
import { leesIdentiteiten, leesRegio } from './wereld-bestanden.ts'
import { accountIdVan, laadMedewerkers, MEDEWERKERS_BESTAND } from './wereld-medewerkers.ts'
import { maakOrganisatiestappen } from './wereld-regio.ts'

const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', randomBytes(32)]]), opzoeksleutel: randomBytes(32) })
const medewerkers = leesMedewerkers(MEDEWERKERS_BESTAND)
const NU = new Date('2026-11-24T11:00:00Z')
let eigen: EigenDatabase

beforeAll(async () => {
  eigen = await maakEigenDatabase()
})
afterAll(() => eigen.weg())

const vraag = async <T extends object>(tekst: string, waarden: readonly unknown[] = []) => (await eigen.database.pool.query<T>(tekst, [...waarden])).rows

describe('wereld/medewerkers.yaml', () => {
  it('kent iedereen van wereld/identiteiten.yaml onder dezelfde id en naam, met EH3 of hoger', () => {
    const bekend = new Map(medewerkers.map((een) => [een.id, een]))
    for (const { id, naam } of leesIdentiteiten()) {
      expect(bekend.get(id)?.naam).toBe(naam)
      expect(['EH3', 'EH4']).toContain(bekend.get(id)?.niveau)
    }
  })

  it('heeft een id per keuze, en een pseudoniem per persoon en werkgever', () => {
    expect(new Set(medewerkers.map(({ id }) => id)).size).toBe(medewerkers.length)
    expect(new Set(medewerkers.map(pseudoniemVan)).size).toBe(medewerkers.length)
  })

  it('noemt alleen nummers van wereld/regio.yaml, en die zijn verzonnen', () => {
    const { bevoegdeGezagen, duo, organisaties } = leesRegio()
    const nummers = [...bevoegdeGezagen, duo].flatMap((een) => [een.kvk, 'rsin' in een ? een.rsin : undefined]).filter((nummer) => nummer !== undefined)
    expect(medewerkers.map(({ organisatie: { kvk, rsin } }) => kvk ?? rsin).filter((nummer) => nummer === undefined || !nummers.includes(nummer))).toEqual([])
    expect(nummers.filter((nummer) => !/^0000\d{4}$/.test(nummer) && !(nummer.startsWith('99997') && isBsn(nummer)))).toEqual([])
    expect(medewerkers.flatMap(({ vestigingsnummer }) => vestigingsnummer ?? [])).toEqual(organisaties.flatMap(({ vestiging }) => vestiging?.vestigingsnummer ?? []))
  })

  it('T-03: ten minste vier medewerkers hebben nog een token, elk met een hash die bij het wachtwoord hoort', async () => {
    const { verify } = await import('@node-rs/argon2')
    const tokens = medewerkers.flatMap(({ token }) => token ?? [])
    expect(tokens.length).toBeGreaterThanOrEqual(4)
    for (const { wachtwoord, wachtwoordHash } of tokens) expect(await verify(wachtwoordHash, wachtwoord)).toBe(true)
  })
})

describe('de medewerkers laden', () => {
  it('maakt accounts, rollen en oude accounts een keer, ook als twee servers tegelijk starten', async () => {
    const tegelijk = await Promise.all([laadMedewerkers(eigen.database, kluis, NU), laadMedewerkers(eigen.database, kluis, NU)])
    expect(tegelijk).toContain('geladen')
    expect(await laadMedewerkers(eigen.database, kluis, NU)).toBe('stond-er-al')
    expect(await vraag('select middel, toestand, count(*)::int as n from account group by 1, 2 order by 1')).toEqual([
      { middel: 'DUO_TOKEN', toestand: 'ACTIEF_TOKEN', n: medewerkers.filter(({ token }) => token !== undefined).length },
      { middel: 'EHERKENNING', toestand: 'ACTIEF', n: medewerkers.filter(({ rollen }) => rollen !== undefined).length },
    ])
  })

  it('Z-06: wie te laag inlogt, wie overstapt en wie via een ketenmachtiging komt, heeft nog geen account met rollen', async () => {
    const zonder = ['veldhoorn-laag-niveau', 'veldhoorn-accountant', 'lindemeer-overstapper'].map(accountIdVan)
    expect(await vraag('select 1 from account where account_id = any($1)', [zonder])).toEqual([])
  })

  it('P-02: van het pseudoniem staat alleen een HMAC en een kort begin in de database', async () => {
    const pseudoniemen = medewerkers.map(pseudoniemVan)
    const rijen = await vraag<{ tekst: string }>('select row_to_json(e)::text as tekst from eh_account e union all select row_to_json(a)::text from audit_regel a')
    expect(rijen.some(({ tekst }) => pseudoniemen.some((pseudoniem) => tekst.includes(pseudoniem)))).toBe(false)
    const [een] = await vraag<{ sleutel: Buffer }>('select acting_sleutel as sleutel from eh_account where account_id = $1', [accountIdVan('lindemeer-administratie')])
    const fatima = medewerkers.find(({ id }) => id === 'lindemeer-administratie')
    expect(een?.sleutel).toEqual(kluis.pseudoniemsleutel(fatima === undefined ? '' : pseudoniemVan(fatima)))
  })

  it('de rollen van een medewerker zijn die van zijn school', async () => {
    expect(await vraag('select rol, brin from account_rol where account_id = $1 order by rol', [accountIdVan('lindemeer-administratie')])).toEqual(
      ['bron-inschrijving-mbo', 'raadplegen', 'rio-beheer', 'verzuim'].map((rol) => ({ rol, brin: '21MB' })),
    )
  })

  it('DUO en de besturen zijn te vinden op hun KvK-nummer of RSIN, een vestiging op haar vestigingsnummer', async () => {
    const soorten = await vraag<{ soort: string; n: number }>(`select soort, count(*)::int as n from organisatie_identificatie where soort in ('KVK', 'RSIN', 'VESTIGING', 'VESTIGINGSNUMMER') and vastgelegd_tot is null group by 1 order by 1`)
    expect(soorten).toEqual([{ soort: 'KVK', n: 6 }, { soort: 'RSIN', n: 1 }, { soort: 'VESTIGING', n: 1 }, { soort: 'VESTIGINGSNUMMER', n: 1 }])
  })
})

it('een register van een oudere versie krijgt de nummers en de accounts erbij', async () => {
  const oud = await maakEigenDatabase()
  try {
    const regio = leesRegio()
    const zonderNummers = {
      ...regio, organisaties: regio.organisaties.map(({ vestiging: _vestiging, ...school }) => school), bevoegdeGezagen: regio.bevoegdeGezagen.map(({ nummer, naam }) => ({ nummer, naam })),
    }
    const ctx = { actor: systeemactor('verzonnen-regio'), nu: momentVan(NU), kluis }
    // Zonder DUO, dat er toen niet was.
    for (const stap of maakOrganisatiestappen(zonderNummers).slice(0, -1)) expect((await stap.voer(oud.database, ctx)).ok).toBe(true)
    expect(await laadMedewerkers(oud.database, kluis, NU)).toBe('geladen')
    const { rows } = await oud.database.pool.query(`select 1 from organisatie_identificatie where soort = 'KVK' and vastgelegd_tot is null`)
    expect(rows).toHaveLength(6)
  } finally {
    await oud.weg()
  }
})
