import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { leesMedewerkers } from '../../makelaar/index.ts'
import { voerOpdrachtUit } from '../main.ts'

async function draai(...argumenten: readonly string[]) {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['beheer', 'proefcode', ...argumenten], {
    schrijf: (tekst) => { uit += tekst }, meld: (tekst) => { fout += tekst }, opTerminal: false, metRegister: () => Promise.reject(new Error('geen register')),
  })
  return { code, uit, fout }
}

describe('leerroute beheer proefcode', () => {
  it('geeft een code die bij het token hoort, zonder het register te openen', async () => {
    const token = leesMedewerkers('wereld/medewerkers.yaml').flatMap((een) => een.token ?? []).find(({ gebruikersnaam }) => gebruikersnaam === 'rachterberg')
    const { code, uit } = await draai('rachterberg', '--json')
    expect(code).toBe(0)
    const gelezen = JSON.parse(uit) as { readonly code: string }
    expect(new TOTP({ secret: Secret.fromBase32(token?.totp ?? '') }).validate({ token: gelezen.code, window: 1 })).not.toBeNull()
  })

  it('weigert een naam die niet verzonnen is, en noemt wie het wel zijn', async () => {
    const { code, uit, fout } = await draai('echte-medewerker')
    expect([code, uit]).toEqual([2, ''])
    expect(fout).toContain('Kies uit: rachterberg')
  })
})
