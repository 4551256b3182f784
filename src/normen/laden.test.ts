import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { datum } from '../kern/datum.ts'
import { SIGNAALCODES } from '../kern/signaalcode.ts'
import { NormenFout } from './bestand.ts'
import { bron, findRegel, laadNormen, parameters, regel, signaaltekst, waardelijst } from './laden.ts'
import { parametersZonderCode, regelsZonderCode, teControleren } from './dekking.ts'
import { REGELS_MAP } from './regelmap.ts'
import { inTaal } from './vertaling.ts'

const normen = laadNormen()
const tijdelijk: string[] = []

afterAll(() => {
  for (const map of tijdelijk) rmSync(map, { recursive: true, force: true })
})

describe('normen opvragen', () => {
  it('K-VSV-05: de grens is 23 tot en met 31 december 2025 en daarna 27, afgeleid', () => {
    expect(normen.getal('verzuim/vsv-leeftijdsgrens', datum('2025-12-31'))).toMatchObject({ waarde: 23, norm: { zekerheid: 'zeker' } })
    expect(normen.getal('verzuim/vsv-leeftijdsgrens', datum('2026-01-01'))).toMatchObject({ waarde: 27, norm: { zekerheid: 'afgeleid', bron: 'S19', geldigVan: '2026-01-01' } })
  })
  it('een onbekende naam is een antwoord, een verkeerde vorm een fout in de code', () => {
    expect(normen.getal('verzuim/bestaat-niet', datum('2025-01-01'))).toEqual({ soort: 'onbekend' })
    expect(() => normen.getal('leerroute/dlr-niveaus', datum('2025-01-01'))).toThrow('is een lijst, geen getal')
    expect(() => normen.lijst('leerroute/eerste-begindatum', datum('2025-01-01'))).toThrow('is een datum, geen lijst')
  })
  it('de versie verandert met een waarde, niet met commentaar', () => {
    const pad = join('verzuim', 'parameters', 'drempel-uren.yaml')
    expect(laadNormen(kopieMet(pad, (tekst) => `# een opmerking\n${tekst}`)).versie).toBe(normen.versie)
    expect(laadNormen(kopieMet(pad, (tekst) => tekst.replace('waarde: 16', 'waarde: 17'))).versie).not.toBe(normen.versie)
    expect(laadNormen(REGELS_MAP, { aangekondigd: true }).versie).not.toBe(normen.versie)
  })
})

describe('een kapotte map regels/ houdt het starten tegen', () => {
  it.each([
    ['een regel zonder bron in bronnen.yaml', 'verzuim/regels.yaml', 'bronnen: [S12]', 'bronnen: [S404]', 'verzuim/regels.yaml, K-VZM-05.bronnen: S404 staat niet in bronnen.yaml'],
    ['een regel die twee keer voorkomt', 'rio/regels.yaml', 'K-RIO-01:', 'K-VZM-01:', 'K-VZM-01: elke regel staat één keer'],
    ['een signaal zonder actie', 'signalen.yaml', /wat_te_doen: Zet de begin.*\n/, '\n', 'signalen.yaml, SIG-ROUTE-VOOR-2020.wat_te_doen: dit veld is verplicht'],
    ['een signaal dat de code niet kent', 'signalen.yaml', 'SIG-VSV:', 'SIG-VSVV:', 'SIG-VSVV: dit veld bestaat niet'],
    ['een signaal met een onbekende regel', 'signalen.yaml', '[K-UIT-05]', '[K-UIT-55]', 'SIG-GLR-VMBO-DIPLOMA.regels: K-UIT-55'],
    ['een bron zonder adres', 'bronnen.yaml', ", url: 'https://jeugdmonitor.cbs.nl'", '', 'S37.url: een bron heeft een adres'],
    ['een regel zonder Engels', 'rio/regels.yaml', '    titel: The codes for the route in RIO\n', '', 'rio/regels.yaml, K-RIO-02.en.titel: dit veld is verplicht'],
    ['een kanttekening zonder Engels', 'rio/regels.yaml', /    kanttekening: The source names.*\n/, '', 'K-RIO-05.en.kanttekening: dit veld is verplicht'],
    ['Engels zonder Nederlands', 'rio/regels.yaml', '    titel: The codes', '    kanttekening: Our reading.\n    titel: The codes', 'K-RIO-02.en.kanttekening: deze tekst is er niet in het Nederlands'],
    ['een signaal zonder Engels', 'signalen.yaml', /  en:\n    titel: Early school leaver\n.*\n.*\n/, '', 'signalen.yaml, SIG-VSV.en: elke tekst is er ook in het Engels'],
    ['een parameter zonder Engels', 'verzuim/parameters/drempel-uren.yaml', /^en:\n.*\n/m, '', 'drempel-uren.yaml, en: elke tekst is er ook in het Engels'],
    ['een toelichting zonder Engels', 'verzuim/parameters/drempel-uren.yaml', /    en: .*\n/, '', 'waarden.2009-08-01.en: elke tekst is er ook in het Engels'],
    ['een eenheid zonder soort', 'eenheden.yaml', 'soort: datum', 'soort: dag', 'eenheden.yaml, datum.soort'],
  ])('%s', (_naam, bestand, zoek, vervang, melding) => {
    const map = kopieMet(bestand, (tekst) => tekst.replace(zoek, vervang))
    expect(() => laadNormen(map)).toThrow(NormenFout)
    expect(() => laadNormen(map)).toThrow(melding)
  })
})

describe('de woorden bij regels en signalen', () => {
  it.each(SIGNAALCODES)('%s heeft een korte titel, uitleg en een actie', (code) => {
    const tekst = signaaltekst(code)
    expect(tekst.titel.length).toBeLessThanOrEqual(60)
    expect(tekst.watTeDoen).toMatch(/\.$/)
    for (const id of tekst.regels) expect(regel(id).bronnen.map((id) => bron(id).titel)).not.toContain('')
  })
  it('S-76: inTaal geeft de woorden in het Nederlands of het Engels', () => {
    expect(inTaal(regel('K-VSV-05'), 'nl').titel).toBe('De leeftijdsgrens voor vsv')
    expect(inTaal(regel('K-VSV-05'), 'en').titel).toBe('The age limit for early school leaving')
    expect(inTaal(signaaltekst('SIG-VSV'), 'en').titel).toBe('Early school leaver')
  })
  it('een onbekend nummer van buiten is geen fout, van binnen wel', () => {
    expect(findRegel('K-DLR-99')).toBeUndefined()
    expect(() => regel('K-DLR-99')).toThrow('K-DLR-99')
    expect(() => waardelijst('kleuren')).toThrow('kleuren')
  })
  it('BOL_DT bestaat tot en met 31 juli 2023', () => {
    expect(waardelijst('leertraject').code('BOL_DT', datum('2023-07-31')).soort).toBe('geldt')
    expect(waardelijst('leertraject').code('BOL_DT', datum('2023-08-01'))).toEqual({ soort: 'vervallen', geldigTotEnMet: '2023-07-31' })
  })
})

describe('dekking van regels en parameters', () => {
  const [metCode, zonderReden, metReden] = [regel('K-VZM-01'), regel('K-VZM-02'), regel('K-VZM-05')]
  it('een regel zonder code wordt genoemd, een regel met een reden niet', () => {
    const fouten = regelsZonderCode([metCode, zonderReden, metReden], parameters(), '/** K-VZM-01 en K-VZM-020 */')
    expect(fouten.map((fout) => fout.veld)).toEqual(['K-VZM-02'])
  })
  it('een parameter die de code opvraagt, brengt zijn regels in de code', () => {
    expect(regelsZonderCode([zonderReden], parameters(), "normen.getal('verzuim/drempel-uren', op)")).toEqual([])
  })
  it('een parameter die niemand opvraagt wordt genoemd', () => {
    const fouten = parametersZonderCode(parameters(), "normen.getal('verzuim/drempel-uren', op)")
    expect(fouten.map((fout) => fout.bestand)).toContain('verzuim/parameters/venster-schoolweken.yaml')
    expect(fouten.map((fout) => fout.bestand)).not.toContain('verzuim/parameters/drempel-uren.yaml')
  })
  it('na een jaar staat een parameter op de lijst om te controleren', () => {
    const vers = parameters().filter((parameter) => parameter.gecontroleerdOp === '2026-11-23')
    expect(teControleren(vers, datum('2027-11-23'))).toEqual([])
    expect(teControleren(vers, datum('2027-11-24'))).toEqual(vers)
  })
})

/** Een kopie van regels/ waarin één bestand is veranderd. Gooit als er niets veranderde: dan bewijst de test niets. */
function kopieMet(bestand: string, verander: (tekst: string) => string): string {
  const map = mkdtempSync(join(tmpdir(), 'regels-'))
  tijdelijk.push(map)
  cpSync(REGELS_MAP, map, { recursive: true })
  const tekst = readFileSync(join(map, bestand), 'utf8')
  const nieuw = verander(tekst)
  if (nieuw === tekst) throw new Error(`${bestand} veranderde niet`)
  writeFileSync(join(map, bestand), nieuw)
  return map
}
