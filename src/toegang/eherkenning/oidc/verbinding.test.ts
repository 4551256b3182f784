import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Nepmakelaar, startNepmakelaar } from './fixtures/nepmakelaar.ts'
import { maakVerbinding } from './verbinding.ts'

let makelaar: Nepmakelaar
let gegevens: Nepmakelaar['gegevens']
beforeAll(async () => {
  makelaar = await startNepmakelaar()
  gegevens = makelaar.gegevens
})
afterAll(() => makelaar.weg())

const UUR = 60 * 60 * 1000
const MINUUT = 60 * 1000

function metAdres(naam: string): Nepmakelaar['gegevens'] {
  return { ...gegevens, authorization_endpoint: `${makelaar.issuer}/${naam}` }
}

describe('de gegevens van de makelaar', () => {
  it('worden een uur bewaard en daarna ververst', async () => {
    let klok = 0
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    const adres = async () => (await verbinding.haal()).serverMetadata().authorization_endpoint?.split('/').at(-1)
    makelaar.gegevens = metAdres('eerst')
    expect(await adres()).toBe('eerst')
    makelaar.gegevens = metAdres('later')
    klok = UUR - 1
    expect(await adres()).toBe('eerst')
    klok = UUR
    expect(await adres()).toBe('later')
  })

  it('blijven staan als de makelaar bij het verversen weg is, en worden een minuut later weer gevraagd', async () => {
    let klok = 0
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    makelaar.gegevens = metAdres('goed')
    const eerste = await verbinding.haal()
    makelaar.gegevens = null
    klok = UUR
    expect(await verbinding.haal()).toBe(eerste)
    makelaar.gegevens = metAdres('terug')
    expect(await verbinding.haal()).toBe(eerste)
    klok = UUR + MINUUT
    expect((await verbinding.haal()).serverMetadata().authorization_endpoint).toContain('/terug')
  })

  it('worden een keer gehaald voor wie tegelijk komt', async () => {
    makelaar.gegevens = metAdres('samen')
    const verbinding = maakVerbinding(makelaar.instelling)
    const gehaald = await Promise.all(Array.from({ length: 20 }, () => verbinding.haal()))
    expect(new Set(gehaald).size).toBe(1)
  })

  it('A-07: http mag alleen bij de proefmakelaar', async () => {
    makelaar.gegevens = gegevens
    await expect(maakVerbinding({ ...makelaar.instelling, opLoopback: false }).haal()).rejects.toThrow('only requests to HTTPS are allowed')
  })

  it('A-03: gegevens die ineens een andere issuer noemen, vervangen de goede niet', async () => {
    let klok = 0
    makelaar.gegevens = gegevens
    const verbinding = maakVerbinding(makelaar.instelling, () => klok)
    const goed = await verbinding.haal()
    makelaar.gegevens = { ...gegevens, issuer: 'http://127.0.0.1:1' }
    klok = UUR
    expect(await verbinding.haal()).toBe(goed)
  })
})
