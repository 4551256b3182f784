import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Accountproef, maakAccountproef } from '../../../test/account-proef.ts'
import { voerOpdrachtUit } from '../main.ts'

let proef: Accountproef
let map = ''
beforeAll(async () => {
  proef = await maakAccountproef()
  map = mkdtempSync(join(tmpdir(), 'leerroute-tokenaccounts-'))
})
afterAll(async () => {
  rmSync(map, { recursive: true, force: true })
  await proef.weg()
})

async function importeer(inhoud: string, ...opties: string[]): Promise<{ code: number; uit: string; fout: string }> {
  const pad = join(map, 'accounts')
  writeFileSync(pad, inhoud)
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['beheer', 'tokenaccounts', 'importeer', pad, ...opties], {
    schrijf: (t) => { uit += t }, meld: (t) => { fout += t }, opTerminal: false, metRegister: (werk) => werk({ database: proef.database, kluis: proef.kluis, nu: proef.nu }),
  })
  return { code, uit, fout }
}
const CSV = 'gebruikersnaam;wachtwoord;totp;brin;naam;rollen\njdv;een-verzonnen-wachtwoord;JBSWY3DPEHPK3PXPJBSWY3DP;21MB;Jan de Vries;raadplegen\n'

describe('leerroute beheer tokenaccounts importeer', () => {
  it('zet accounts, en de tweede keer verandert er niets', async () => {
    expect(await importeer(CSV)).toMatchObject({ code: 0, uit: '1 account nieuw, 0 ongewijzigd.\n' })
    expect(JSON.parse((await importeer(CSV, '--json')).uit)).toEqual({ nieuw: 0, ongewijzigd: 1 })
    const { rows } = await proef.database.pool.query('select gebruikersnaam, brin from token_account')
    expect(rows).toEqual([{ gebruikersnaam: 'jdv', brin: '21MB' }])
  })
  it.each([
    ['onleesbaar', 'a;b\n', 'Onbekende kolom'], ['een fout in een account', CSV.replace('jdv', 'ander').replace('raadplegen', 'baas'), 'Deze rol bestaat niet bij een school.'], ['een onbekende school', CSV.replace('jdv', 'ander').replace('21MB', '99ZZ'), 'account 1, brin: Deze school is vandaag niet bekend.'],
  ])('weigert %s met code 2 en zonder geheim', async (_wat, inhoud, zin) => {
    const { code, uit, fout } = await importeer(inhoud)
    expect([code, uit, fout.replaceAll(/\s+/g, ' ')]).toEqual([2, '', expect.stringContaining(zin)])
    expect(fout).not.toMatch(/een-verzonnen-wachtwoord|JBSWY3DP/)
  })
})
