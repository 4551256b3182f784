import { expect, test } from 'vitest'
import { nederlandseWoorden } from './taal.ts'

test.each([
  ['<p>All pupils of this school</p>', []],
  ['<p>Alle leerlingen van deze school</p>', ['leerlingen', 'van', 'deze']],
  ['<p>Name: <span lang="nl">Deze <b>van <span>ons</span></b></span> done, niet</p>', ['niet']],
  ['<a aria-label="Wijzig de naam">Change</a>', ['wijzig', 'de']],
  ['<p>De Wetering College</p>', []],
])('S-76: Nederlands op een Engelse bladzijde: %s', (html, verwacht) => expect(nederlandseWoorden(html, ['De Wetering College'])).toEqual(verwacht))
