import { expect, test } from 'vitest'
import { nederlandseWoorden } from './taal.ts'

test.each([
  ['<p>All pupils of this school</p>', []],
  ['<p>Alle leerlingen van deze school</p>', ['leerlingen', 'van', 'deze']],
  ['<p>Name: <span lang="nl">Deze <b>van <span>ons</span></b></span> done, niet</p>', ['niet']],
  ['<a aria-label="Wijzig de naam">Change</a>', ['wijzig', 'de']],
  ['<p>De Wetering College</p>', []],
  ['<text>De Wetering</text> <text>College</text>, <text>De Weteri…</text> open', []],
  ['<p>Kies de…</p>', ['kies', 'de']],
  ['<p>01a20e78-e201-7400-abaa-de95d3dfe66d 4de9bb7a079684cc81a5ed5e5aa052de: de</p>', ['de']],
  ['<p>01a20e78-e201-7400-abaa-12de95d3fe66 4bf92f3577b34de6a3ce929d0e0e4736</p>', []],
])('S-76: Nederlands op een Engelse bladzijde: %s', (html, verwacht) => expect(nederlandseWoorden(html, ['De Wetering College'])).toEqual(verwacht))
