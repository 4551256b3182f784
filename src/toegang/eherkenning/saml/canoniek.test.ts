import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { maakPaar, type Paar, teken } from '../../../../test/toegang/saml-makelaar.ts'
import { schrijfCanoniek } from './canoniek.ts'
import { kinderenVan, leesXml, ontsnap } from './xml.ts'

let paar: Paar
beforeAll(async () => {
  paar = await maakPaar('canoniek')
})

/** Willekeurige XML met prefixen die wisselen, verdwijnen en terugkomen. */
const PREFIX = fc.constantFrom('', 'a', 'b')
const URI = fc.constantFrom('urn:x', 'urn:y', 'urn:z')
const TEKST = fc.string({ unit: fc.constantFrom('<', '&', '"', '>', '\'', ' ', '\t', '\n', 'é', '𝄞', 'a', '1'), maxLength: 6 })
const { boom } = fc.letrec<{ boom: string }>((deel) => ({
  boom: fc.record({ prefix: PREFIX, uri: URI, ander: fc.tuple(fc.constantFrom('a', 'b'), URI), attributen: fc.uniqueArray(fc.tuple(fc.constantFrom('k', 'l', 'm'), TEKST), { selector: ([naam]) => naam }), inhoud: fc.array(fc.oneof({ depthSize: 'small' }, TEKST.map(ontsnap), deel('boom')), { maxLength: 3 }) })
    .map(({ prefix, uri, ander: [anderPrefix, anderUri], attributen, inhoud }) => {
      const declaraties = new Map([[anderPrefix, anderUri], [prefix, uri]])
      const namespaces = [...declaraties].map(([p, u]) => ` xmlns${p === '' ? '' : `:${p}`}="${u}"`).join('')
      const lijst = attributen.map(([naam, waarde], i) => ` ${i === 0 ? `${anderPrefix}:` : ''}${naam}="${ontsnap(waarde)}"`).join('')
      const naam = prefix === '' ? 'e' : `${prefix}:e`
      return `<${naam}${namespaces}${lijst}>${inhoud.join('')}</${naam}>`
    }),
}))

describe('exclusieve canonieke vorm', () => {
  it('A-03: is voor willekeurige XML dezelfde als die van de bibliotheek, op de bit', () => {
    fc.assert(fc.property(boom, (xml) => {
      const document = `<r ID="_1">${xml}</r>`
      const samenvatting = /DigestValue>([^<]+)/.exec(teken(document, paar))?.[1]
      const gelezen = leesXml(document)
      expect(gelezen.ok && createHash('sha256').update(schrijfCanoniek(gelezen.waarde)).digest('base64')).toBe(samenvatting)
    }), { numRuns: 60 })
  })

  it('schrijft alleen prefixen die gebruikt worden, en heft een standaardnamespace weer op', () => {
    const canoniek = (xml: string): string => {
      const gelezen = leesXml(xml)
      return gelezen.ok ? schrijfCanoniek(kinderenVan(gelezen.waarde)[0] ?? gelezen.waarde) : gelezen.reden
    }
    expect(canoniek('<r xmlns="urn:r" xmlns:n="urn:n"><n:a z="1" xmlns:ongebruikt="urn:o" b="2"><c xmlns=""/></n:a></r>')).toBe('<n:a xmlns:n="urn:n" b="2" z="1"><c></c></n:a>')
    expect(canoniek('<r xmlns="urn:r"><a><b xmlns=""/></a></r>')).toBe('<a xmlns="urn:r"><b xmlns=""></b></a>')
  })
})
