import { afterAll, describe, expect, it } from 'vitest'
import { datum } from '../kern/datum.ts'
import { maakGevolgenteller } from './index.ts'

const GEDULD = 60_000
const wijziging = (waarde: number) => ({ naam: 'verzuim/drempel-uren', waarde, vanaf: datum('2009-08-01') })

describe('rekenen in een eigen draad', { timeout: 2 * GEDULD }, () => {
  const teller = maakGevolgenteller({ meesteWachtend: 2, langsteMs: GEDULD })
  afterAll(() => teller.sluit())

  it('zonder geduld is het bezig, ook voor een tweede vrager; bij te veel wachtenden is het vol', async () => {
    expect(await Promise.all([teller.vraag(wijziging(17), 0), teller.vraag(wijziging(17), 0), teller.vraag(wijziging(18), 0), teller.vraag(wijziging(19), 0)])).toEqual([
      { soort: 'bezig', voor: 0 }, { soort: 'bezig', voor: 0 }, { soort: 'bezig', voor: 1 }, { soort: 'vol' },
    ])
  })
  it('met geduld komt het antwoord, en daarna is het er meteen', async () => {
    const stand = await teller.vraag(wijziging(17), GEDULD)
    expect(stand).toMatchObject({ soort: 'klaar', gevolgen: { studenten: { totaal: 4_000 } } })
    expect(await teller.vraag(wijziging(17), 0)).toEqual(stand)
    expect(await teller.vraag(wijziging(18), GEDULD)).toMatchObject({ soort: 'klaar' })
  })
})

describe('wat te lang duurt', { timeout: GEDULD }, () => {
  it('stopt, zegt dat, en houdt geen plaats in de rij bezet', async () => {
    const teller = maakGevolgenteller({ langsteMs: 1, meesteWachtend: 1 })
    expect(await teller.vraag(wijziging(20), GEDULD)).toEqual({ soort: 'mislukt' })
    expect(await teller.vraag(wijziging(21), GEDULD)).toEqual({ soort: 'mislukt' })
    await teller.sluit()
  })
})
