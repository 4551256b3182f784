import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maakEigenDatabase, type EigenDatabase } from '../../../test/eigen-database.ts'
import { ALLES_RO } from '../../bron/bestanden/fixtures/alles.ts'
import { ro } from '../../bron/bestanden/fixtures/proef.ts'
import { importeerBestand } from '../../bron/index.ts'
import { datum, type Moment } from '../../kern/datum.ts'
import { laadNormen } from '../../normen/index.ts'
import { maakKluis, systeemactor, type Actiecontext, type Actor } from '../../toegang/index.ts'
import { exporteerBestand, type Exportverslag } from './exporteer-bestand.ts'
import type { Exportvraag } from './exportvraag.ts'

const sleutel = new Uint8Array(32).fill(7)
const kluis = maakKluis({ actief: 'k1', versleutelsleutels: new Map([['k1', sleutel]]), opzoeksleutel: sleutel })
const ctx = (actor: Actor = systeemactor('proef'), nu = '2026-08-01T09:00:00.000Z'): Actiecontext => ({ actor, nu: nu as Moment, kluis })
const school = (rol: Actor['rollen'][number]['rol'], brin = '99ZZ'): Actor => ({ id: `school-${rol}`, soort: 'school', rollen: [{ rol, brin }] })
const RO_VRAAG: Exportvraag = { soort: 'RO', brin: '99ZZ', van: datum('2025-08-01'), totEnMet: datum('2026-07-31') }
const normen = laadNormen()

let db: EigenDatabase
let map = ''
beforeAll(async () => {
  db = await maakEigenDatabase()
  map = mkdtempSync(join(tmpdir(), 'leerroute-export-'))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await db.weg()
})

async function importeer(naam: string, inhoud: string, soepel = false): Promise<void> {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud)
  const uit = await importeerBestand(db.database, ctx(), pad, soepel ? { nummers: 'soepel' } : {})
  if (!uit.ok) throw new Error(uit.reden.uitleg)
  expect(uit.waarde.geweigerdeStudenten).toBe(0)
}

async function exporteer(vraag: Exportvraag, context = ctx()): Promise<{ tekst: string; verslag: Exportverslag }> {
  let tekst = ''
  const uit = await exporteerBestand(db.database, context, vraag, { schrijf: async (stuk) => { tekst += stuk } }, normen)
  if (!uit.ok) throw new Error(JSON.stringify(uit.reden))
  return { tekst, verslag: uit.waarde }
}

describe('K-ROD-03: een RO dat gelezen, bewaard en weer geschreven wordt', () => {
  it('is byte voor byte gelijk, met elke recordsoort en elk veld gevuld', async () => {
    const bestand = ro(ALLES_RO)
    await importeer('RO_99ZZ_20250801_20260731.CSV', bestand)
    const { tekst, verslag } = await exporteer(RO_VRAAG)
    expect(tekst).toBe(bestand)
    expect(verslag).toMatchObject({ naam: 'RO_99ZZ_20250801_20260731.CSV', studenten: 3, regels: ALLES_RO.length + 2, nietGeschreven: {}, tellingen: { PER: 3, ISG: 4, ISP: 5, ISE: 2, BPV: 2, DIP: 2, AMO: 2, GEO: 3, KZD: 3 } })
  })
})
