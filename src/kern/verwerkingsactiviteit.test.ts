import { expect, test } from 'vitest'
import { HANDELINGEN } from './gebeurtenissoort.ts'
import { activiteitBij, activiteitUri, LEESHANDELINGEN } from './verwerkingsactiviteit.ts'

const OVER_GEEN_DEELNEMER = ['aangebodenopleidingen', 'samenwerkingsovereenkomsten', 'interneregelingen']

test('S-31: elke handeling die een deelnemer raakt heeft een verwerkingsactiviteit met een versie', () => {
  for (const [naam, onderwerp] of Object.entries(HANDELINGEN)) {
    if (naam === 'importeerBestand' || (onderwerp !== null && !OVER_GEEN_DEELNEMER.includes(onderwerp))) expect([naam, activiteitBij(naam)]).toEqual([naam, expect.stringMatching(/^[a-z]+:[0-9]+$/)])
    else expect([naam, activiteitBij(naam)]).toEqual([naam, undefined])
  }
  for (const naam of Object.keys(LEESHANDELINGEN)) expect(activiteitUri(activiteitBij(naam) ?? '')).toMatch(/^urn:leerroute:verwerkingsactiviteit:[a-z]+:[0-9]+$/)
})
