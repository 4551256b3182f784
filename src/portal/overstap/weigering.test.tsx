import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { datum } from '../../kern/datum.ts'
import type { Overstapweigering } from '../../toegang/index.ts'
import { Taalcontext } from '../kader/taal.ts'
import { Weigeringmelding } from './veld.tsx'
import { overstapweigering } from './weigering.ts'
import { rolwoord, tokenzin } from './woorden.ts'

const DAG = datum('2027-03-01')

test.each<[Overstapweigering, string, string]>([
  [{ soort: 'overstap-niet-open', openVan: DAG }, 'Koppelen kan vanaf 1 maart 2027. Gebruik zolang uw token.', 'You can link from 1 March 2027. Use your token until then.'],
  [{ soort: 'wacht', seconden: 1 }, 'Na een fout wacht u steeds iets langer. Probeer het over 1 seconde opnieuw, met een nieuwe code.', 'After each error you wait a little longer. Try again in 1 second, with a new code.'],
  [{ soort: 'wacht', seconden: 61 }, 'Na een fout wacht u steeds iets langer. Probeer het over 2 minuten opnieuw, met een nieuwe code.', 'After each error you wait a little longer. Try again in 2 minutes, with a new code.'],
  [{ soort: 'geen-koppeling-begonnen' }, 'Er is in deze sessie geen koppeling bezig. Begin bij het begin.', 'You are not linking an account in this session. Start at the beginning.'],
])('S-76: een weigering staat in de taal van de bladzijde, en zonder taal in het Nederlands: %o', (reden, nl, en) => {
  expect([overstapweigering(reden).zinnen[0], overstapweigering(reden, 'nl').zinnen[0], overstapweigering(reden, 'en').zinnen[0]]).toEqual([nl, nl, en])
  expect(overstapweigering(reden, 'en').status).toBe(overstapweigering(reden).status)
})

test('S-76: zinnen van een actie zijn op een Engelse bladzijde als Nederlands gemerkt', () => {
  const fout = overstapweigering({ soort: 'ongeldig', fouten: [{ veld: 'code', regel: 'De code is leeg.', watTeDoen: 'Typ de code.' }] }, 'en')
  const html = renderToString(<Taalcontext.Provider value="en"><Weigeringmelding {...fout} /></Taalcontext.Provider>)
  expect(html).toContain('Something is not correct')
  expect(html).toContain('<span lang="nl">De code is leeg. Typ de code.</span>')
})

test('S-76: het einde van een token en een rol met haar plaats staan in de taal van de bladzijde', () => {
  const stand = { stand: 'OVERSTAP_OPEN', coulance: false, openVan: null, tokenTotEnMet: DAG, coulanceTotEnMet: null }
  expect([tokenzin(stand, 'nl'), tokenzin(stand, 'en')]).toEqual(['uw token werkt tot en met 1 maart 2027', 'your token works up to and including 1 March 2027'])
  const rol = { rol: 'verzuim', brin: '11VA', vestiging: '11VA01' }
  expect([rolwoord(rol, 'nl'), rolwoord(rol, 'en')]).toEqual(['Verzuim, alleen vestiging 11VA01', 'Absence, only branch 11VA01'])
})
