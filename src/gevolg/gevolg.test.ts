import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beslis } from '../beslissing/zonder-register.ts'
import { type Datum, datum } from '../kern/datum.ts'
import { laadNormen, type Normen, type Parameter, parameters } from '../normen/index.ts'
import { berekenGevolgen, maakRekenbasis } from './bereken.ts'
import { kanAnders, leesWijziging, waardeveldVan } from './rules/lees-wijziging.ts'
import { wijzigParameter } from './rules/wijzig-parameter.ts'

const basis = maakRekenbasis(1_500)
const dagUit = (tekst: string): Datum | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(tekst) ? datum(tekst) : undefined)

function parameter(naam: string): Parameter {
  const gevonden = parameters().find((een) => een.naam === naam)
  if (gevonden === undefined) throw new Error(naam)
  return gevonden
}

describe('een andere waarde in de tijd', () => {
  const vsv = parameter('verzuim/vsv-leeftijdsgrens')
  const reeks = (waarde: number, vanaf: string) => wijzigParameter(vsv, { naam: vsv.naam, waarde, vanaf: datum(vanaf) }).waarden.map((een) => [een.van, een.waarde])
  it('K-VSV-05: eerdere waarden blijven, latere vervallen', () => {
    expect(reeks(25, '2024-08-01')).toEqual([['2007-08-01', 23], ['2024-08-01', 25]])
    expect(reeks(23, '2026-01-01')).toEqual([['2007-08-01', 23], ['2026-01-01', 23]])
  })
  it('K-VSV-05: dezelfde waarde later is een latere ingang', () => {
    expect(reeks(27, '2027-01-01')).toEqual([['2007-08-01', 23], ['2027-01-01', 27]])
  })
  it('wat er na de wijziging geldt is altijd de nieuwe waarde', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.constantFrom('2000-01-01', '2007-08-01', '2020-02-29', '2026-01-01', '2031-12-31'), (waarde, vanaf) => {
      const { waarden } = wijzigParameter(vsv, { naam: vsv.naam, waarde, vanaf: datum(vanaf) })
      expect(waarden.at(-1)).toMatchObject({ waarde, van: vanaf, zekerheid: 'afgeleid' })
      expect(waarden.map(({ van }) => van)).toEqual(waarden.map(({ van }) => van).toSorted())
    }))
  })
})

describe('invoer', () => {
  const lees = (naam: string, waarden: string[], vanaf = '2026-01-01') => leesWijziging(parameter(naam), { waarden, vanaf }, dagUit)
  it.each([
    ['verzuim/vsv-leeftijdsgrens', ['41']], ['verzuim/vsv-leeftijdsgrens', ['-1']], ['verzuim/vsv-leeftijdsgrens', ['2,5']], ['verzuim/vsv-leeftijdsgrens', []],
    ['verzuim/drempel-uren', ['0']], ['leerroute/eerste-leerjaar', ['7']], ['verzuim/venster-schoolweken', ['53']],
    ['leerroute/glr-niveaus', ['MBO-5']], ['leerroute/glr-niveaus', []], ['leerroute/glr-leerwegen', ['MBO-2']], ['leerroute/eerste-begindatum', ['1999-12-31']], ['leerroute/eerste-begindatum', ['3']],
  ])('%s weigert %j en zegt wat wel kan', (naam, waarden) => {
    const gelezen = lees(naam, waarden)
    expect(gelezen.ok ? 'aangenomen' : gelezen.reden[0]?.veld).toBe('waarde')
    expect(gelezen.ok ? '' : gelezen.reden[0]?.watTeDoen).toMatch(/getal in van|dag van 2000|Kies een of meer/)
  })
  it('een dag die er niet is, wordt geweigerd naast een goede waarde', () => {
    const gelezen = lees('verzuim/drempel-uren', ['17'], 'ooit')
    expect(gelezen.ok ? 'aangenomen' : gelezen.reden.map(({ veld }) => veld)).toEqual(['vanaf'])
  })
  it('codes komen in vaste volgorde: hetzelfde antwoord is dan hetzelfde adres', () => {
    expect(lees('leerroute/glr-niveaus', ['MBO-3', 'MBO-2'])).toMatchObject({ ok: true, waarde: { waarde: ['MBO-2', 'MBO-3'] } })
  })
  it('elke waarde die nu geldt, kan ook worden ingevuld', () => {
    for (const een of parameters().filter(kanAnders)) {
      for (const { waarde, van } of een.waarden) expect(leesWijziging(een, { waarden: [waarde].flat().map(String), vanaf: van }, dagUit), een.naam).toMatchObject({ ok: true, waarde: { waarde } })
    }
  })
})

describe('welke parameters anders kunnen', () => {
  it('precies die een besluit opvraagt en die niet alleen woorden kiezen', () => {
    const gevraagd = new Set<string>()
    const echt = laadNormen()
    const luister = <T>(vraag: (naam: string, op: Datum) => T) => (naam: string, op: Datum): T => { gevraagd.add(naam); return vraag(naam, op) }
    const normen: Normen = { ...echt, getal: luister(echt.getal), datum: luister(echt.datum), lijst: luister(echt.lijst) }
    for (const { geval } of basis.gevallen) beslis(geval.dossier, geval.vraag, normen)
    const kan = parameters().filter(kanAnders).map(({ naam }) => naam)
    expect(kan.filter((naam) => !gevraagd.has(naam))).toEqual([])
    // Wat wel wordt gevraagd en niet kan: die verandert alleen een zin (test/gevallen.test.ts).
    expect([...gevraagd].filter((naam) => !kan.includes(naam)).toSorted()).toEqual(['bekostiging/hoofdteldatum-mbo', 'bekostiging/jaren-tot-bekostigingsjaar-mbo', 'bekostiging/teldata-mbo', 'rio/meetmoment-route'])
  })
})

describe('gevolgen', () => {
  it.each(parameters().filter(kanAnders).map((een) => [een.naam, een] as const))('%s: met de waarde die al geldt verandert er niets', (naam, een) => {
    const { van, waarde } = een.waarden.at(-1) ?? { van: datum('2020-08-01'), waarde: 0 }
    expect(berekenGevolgen(basis, { naam, waarde, vanaf: van })).toMatchObject({ gevallen: { veranderd: [] }, studenten: { veranderd: 0, groepen: [], voorbeelden: [] } })
  })
  it.each<[naam: string, waarde: number | readonly string[], dag?: string]>([
    ['verzuim/drempel-uren', 17], ['verzuim/vsv-leeftijdsgrens', 19, '2007-08-01'], ['verzuim/kwalificatieplicht-leeftijd', 19], ['verzuim/volwassen-leeftijd', 19], ['verzuim/startkwalificatie-niveaus', ['MBO-3', 'MBO-4']],
    ['leerroute/jaren-fase-vo', 3], ['leerroute/eerste-leerjaar', 4], ['leerroute/glr-niveaus', ['MBO-2', 'MBO-3']], ['leerroute/passende-niveaus-bb', ['MBO-2', 'MBO-3']], ['verklaring/respijt-dagen', 60],
  ])('%s op %j: gevallen en studenten veranderen, en elk voorbeeld zegt waarom', (naam, waarde, dag = String(parameter(naam).waarden.at(-1)?.van)) => {
    const vanaf = datum(dag)
    const { gevallen, studenten } = berekenGevolgen(basis, { naam, waarde, vanaf })
    expect(gevallen.veranderd.length).toBeGreaterThan(0)
    expect(studenten.veranderd).toBeGreaterThan(0)
    expect(studenten.veranderd).toBeLessThan(studenten.totaal)
    expect(studenten.groepen.every((groep) => groep.studenten <= studenten.veranderd)).toBe(true)
    for (const { redenen } of [...studenten.voorbeelden, ...gevallen.veranderd]) expect(redenen.oud.length + redenen.nieuw.length).toBeGreaterThan(0)
  })
  it('K-BEK-02: voor de eerste dag van de routes is er geen fase en betaalt de fase niet', () => {
    const { studenten } = berekenGevolgen(basis, { naam: 'leerroute/eerste-begindatum', waarde: '2027-08-01', vanaf: datum('2020-08-01') })
    expect(studenten.groepen.map(({ verschil }) => verschil.soort)).toEqual(expect.arrayContaining(['fase', 'bekostiging', 'signaal']))
  })
  it('een waarde die pas na de peildatum ingaat, verandert geen student', () => {
    expect(berekenGevolgen(basis, { naam: 'verzuim/drempel-uren', waarde: 8, vanaf: datum('2027-08-01') }).studenten.veranderd).toBe(0)
  })
  it('er staat geen naam en geen nummer van een student in een antwoord', () => {
    const tekst = JSON.stringify(berekenGevolgen(basis, { naam: 'leerroute/eerste-leerjaar', waarde: 4, vanaf: datum('2020-08-01') }))
    expect(tekst).not.toMatch(/\d{9}|persoonsnummer|naam"/)
  })
})

describe('het veld past bij de eenheid', () => {
  it('jaar, leerjaar en codes hebben een eigen bereik', () => {
    expect(waardeveldVan(parameter('leerroute/eerste-leerjaar'))).toEqual({ soort: 'getal', laag: 1, hoog: 6 })
    expect(waardeveldVan(parameter('verzuim/startkwalificatie-diplomas'))).toEqual({ soort: 'codes', codes: ['VMBO', 'HAVO', 'VWO'] })
  })
})
