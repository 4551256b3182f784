import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { laadBestandsregels } from './bestandsregels.ts'
import { metBestand } from './fixtures/proef.ts'
import { Meldpunt } from './melding.ts'
import { isNil, type XmlGroep } from './tbgi-controle.ts'
import { stroomTbgi } from './tbgi-lezer.ts'
import { schrijfTbgiRecord, TBGI_KOP, TBGI_SLOT, type Groepwaarden, type Tbgistijl } from './tbgi-schrijver.ts'
import { TBGI_RECORDS, type Groepindeling } from './tbgi.ts'

type Soort = 'inschrijving' | 'diploma'

/** Willekeurige waarden voor elke groep van de indeling: ook tekens met een betekenis in XML. */
function groep(indeling: Groepindeling): fc.Arbitrary<Groepwaarden> {
  const velden = Object.fromEntries([...new Set(indeling.velden.values())].map(({ sleutel }) => [sleutel, fc.option(fc.stringMatching(/^[A-Za-z0-9<>&"' éë€-]{0,12}$/).map((t) => t.trim()).map((t) => (t === '' ? null : t)))]))
  const kinderen = Object.fromEntries([...indeling.groepen.values()].map((kind) => [kind.naam, fc.array(groep(kind), { maxLength: 2 })]))
  return fc.record({ velden: fc.record(velden), groepen: fc.record(kinderen) })
}

async function lees(tekst: string): Promise<readonly XmlGroep[]> {
  return metBestand('TBGI_99ZZ_2027_20251124.XML', tekst, async (pad) => {
    const stroom = stroomTbgi(pad, new Meldpunt('x', () => undefined), laadBestandsregels())
    const uit: XmlGroep[] = []
    for (;;) {
      const { value, done } = await stroom.next()
      if (!done) uit.push(...value)
      else if (value.ok) return uit
      else throw new Error(value.reden.uitleg)
    }
  })
}

/** Zonder nil: zo lezen wij een groep die DUO leeg schrijft. */
function kern(g: Groepwaarden): unknown {
  const kinderen = Object.entries(g.groepen ?? {}).flatMap(([naam, lijst]) => lijst.map((kind) => [naam, kern(kind)])).filter(([, inhoud]) => JSON.stringify(inhoud) !== LEEG)
  return { velden: Object.fromEntries(Object.entries(g.velden).filter(([, w]) => w !== null)), kinderen }
}
const LEEG = JSON.stringify({ velden: {}, kinderen: [] })

function kernVan(g: XmlGroep): unknown {
  return { velden: Object.fromEntries([...g.waarden].map(([sleutel, { tekst }]) => [sleutel, tekst] as const).filter(([, w]) => w !== '')), kinderen: g.kinderen.filter((kind) => !isNil(kind)).map((kind) => [kind.indeling.naam, kernVan(kind)]) }
}

function uitXml(g: XmlGroep): Groepwaarden {
  const groepen: Record<string, Groepwaarden[]> = {}
  for (const kind of g.kinderen) (groepen[kind.indeling.naam] ??= []).push(uitXml(kind))
  return { velden: Object.fromEntries([...g.waarden].map(([sleutel, { tekst }]) => [sleutel, tekst])), groepen }
}

describe('K-BEK-07: een TBG-i die wij schrijven', () => {
  it.each<[Soort, Tbgistijl]>([['inschrijving', 'als-duo'], ['inschrijving', 'bondig'], ['diploma', 'als-duo'], ['diploma', 'bondig']])('%s (%s): lezen wij gelijk terug, ook met tekens van XML erin', async (soort, stijl) => {
    const indeling = TBGI_RECORDS.get(soort)
    if (indeling === undefined) throw new Error('geen indeling')
    await fc.assert(fc.asyncProperty(fc.array(groep(indeling), { minLength: 1, maxLength: 3 }), async (records) => {
      const gelezen = await lees(TBGI_KOP + records.map((r) => schrijfTbgiRecord(soort, r, stijl)).join('') + TBGI_SLOT)
      expect(gelezen.map(kernVan)).toEqual(records.map(kern))
    }), { numRuns: 40 })
  })

  it('schrijft elk element, ook leeg, en een groep zonder inhoud geheel op nil', () => {
    const tekst = schrijfTbgiRecord('inschrijving', { velden: { BRIN: '99ZZ' }, groepen: { Teldatum: [{ velden: { Teldatum: '2025-10-01' } }] } }, 'als-duo')
    for (const deel of ['\t\t<BRIN>99ZZ</BRIN>\r\n', '\t\t<Onderwijsnummer xsi:nil="true"/>\r\n', '\t\t\t<Leerroutefase xsi:nil="true"/>\r\n', '\t\t\t<BekostigingsrelevanteBPV>\r\n\t\t\t\t<Inschrijvingvolgnummer xsi:nil="true"/>\r\n', '\t\t\t\t<Parameter>\r\n\t\t\t\t\t<Parametervolgnummer xsi:nil="true"/>\r\n']) expect(tekst).toContain(deel)
    expect(schrijfTbgiRecord('inschrijving', { velden: {} }, 'als-duo')).not.toContain('<Teldatum>')
  })

  it('kan geen element of teken uit een waarde laten ontsnappen', () => {
    const tekst = schrijfTbgiRecord('diploma', { velden: { Opleidingcode: '</Opleidingcode><BRIN>00AA</BRIN>\u0000\r\n&' } }, 'bondig')
    expect(tekst).toContain('<Opleidingcode>&lt;/Opleidingcode&gt;&lt;BRIN&gt;00AA&lt;/BRIN&gt;   &amp;</Opleidingcode>')
  })
})

const ECHT = process.env['LEERROUTE_DUO_BESTANDEN'] ?? ''
if (!existsSync(ECHT)) console.warn('OVERGESLAGEN: de openbare TBG-i. Zet LEERROUTE_DUO_BESTANDEN op de map waarin zij staat.')
describe.skipIf(!existsSync(ECHT))('de openbare TBG-i', () => {
  it.each(existsSync(ECHT) ? readdirSync(ECHT).filter((naam) => naam.startsWith('TBGI_')) : [])('%s: gelezen en weer geschreven is byte voor byte gelijk', async (naam) => {
    const inhoud = readFileSync(join(ECHT, naam), 'utf8')
    const records = await lees(inhoud)
    expect(TBGI_KOP + records.map((g) => schrijfTbgiRecord(g.indeling.naam === 'Diploma' ? 'diploma' : 'inschrijving', uitXml(g), 'als-duo')).join('') + TBGI_SLOT).toBe(inhoud)
  })
})
