import { describe, expect, it } from 'vitest'
import { nederlandseWoorden } from '../../../test/taal.ts'
import { datum } from '../../kern/datum.ts'
import type { Gevolgen, Gevolgenstand, Gevolgenteller, Wijziging } from '../../gevolg/index.ts'
import { bronnen, parameters, regels } from '../../normen/index.ts'
import type { Taal } from '../kader/taal.ts'
import type { Bezoek, Portaalantwoord } from '../kader/route.ts'
import { regelroutes } from './routes.ts'
import { maakTrap } from './trap.ts'
import { leesRegelvraag, zoekRegels } from './vraag.ts'

/** Een teller die antwoordt wat de proef zegt, en onthoudt wat er gevraagd is. */
function teller(stand: Gevolgenstand, gevraagd: Wijziging[] = []): Gevolgenteller {
  return { vraag: (wijziging) => { gevraagd.push(wijziging); return Promise.resolve(stand) }, sluit: () => Promise.resolve() }
}

async function vraag(pad: string, { taal = 'nl', stand = { soort: 'bezig', voor: 2 }, gevraagd = [] }: { taal?: Taal, stand?: Gevolgenstand, gevraagd?: Wijziging[] } = {}): Promise<Portaalantwoord> {
  const url = new URL(pad, 'https://leerroute.test')
  const delen = url.pathname.split('/')
  const routes = regelroutes(teller(stand, gevraagd), 0)
  const route = routes.find(({ pad: vorm }) => vorm === url.pathname) ?? routes.find(({ pad: vorm }) => vorm === '/regels/:id')
  if (route === undefined) throw new Error(pad)
  const query: Record<string, string | string[]> = {}
  for (const naam of new Set(url.searchParams.keys())) { const alle = url.searchParams.getAll(naam); query[naam] = alle.length === 1 ? alle[0] ?? '' : alle }
  const omgeving = { css: '', lettertypen: [], beeldmerk: '', script: '', taal, ingelogd: null, publiekmenu: [], proefbalk: false }
  const bezoek = { wie: null, omgeving, deur: { nu: () => new Date('2026-11-24T10:00:00Z') } } as unknown as Bezoek
  return route.verwerk(bezoek, { query, params: { id: delen[2] } } as never)
}

async function html(pad: string, keuze: Parameters<typeof vraag>[1] = {}): Promise<string> {
  const antwoord = await vraag(pad, keuze)
  return antwoord.soort === 'bladzijde' ? antwoord.html : ''
}

const WAT = '/regels/wat-verandert?getal=verzuim/drempel-uren'
const GEVOLGEN: Gevolgen = {
  gevallen: { totaal: 146, veranderd: [{ bestand: 'verzuim/vsv', plaats: 2, titel: 'De dag ervoor', en: { titel: 'The day before' }, peildatum: datum('2025-10-01'), verschillen: [{ soort: 'fase', oud: 'VO', nieuw: null }, { soort: 'rodVo', oud: 'R', nieuw: 'W' }], redenen: { oud: [{ uitleg: 'Zin van nu.', regels: ['K-VZM-02'] }], nieuw: [] } }] },
  studenten: {
    totaal: 4_000, veranderd: 7, peildatum: datum('2026-11-24'),
    groepen: [{ verschil: { soort: 'signaal', code: 'SIG-VERZUIM-16U', erbij: false }, studenten: 7 }, { verschil: { soort: 'meldplicht', oud: 'true', nieuw: null }, studenten: 5 }, { verschil: { soort: 'bekostiging', oud: 'VO', nieuw: 'MBO' }, studenten: 1 }],
    voorbeelden: [{ student: 12, leeftijd: 16, peildatum: datum('2026-11-24'), inschrijvingen: [{ sector: 'VO', leerroute: 'DLR', fase: 'VO' }], verschillen: [{ soort: 'signaal', code: 'SIG-VERZUIM-16U', erbij: false }], redenen: { oud: [], nieuw: [] } }],
  },
}

describe('elke regel heeft een bladzijde', () => {
  it.each(['nl', 'en'] as const)('S-76: in het %s, met titel, bronnen en voorbeelden', async (taal) => {
    const namen = bronnen().map(({ titel }) => titel)
    for (const regel of regels()) {
      const blad = await html(`/regels/${regel.id}`, { taal })
      expect(blad.match(/<h1\b/g), regel.id).toHaveLength(1)
      if (taal === 'nl') continue
      expect(nederlandseWoorden(blad, namen), regel.id).toEqual([])
      expect(blad).toContain('The Dutch text is leading')
    }
  })
  it('S-76: ook de lijst en de keuze van een getal zijn in het Engels zonder Nederlands', async () => {
    for (const pad of ['/regels', '/regels?zoek=nothing-like-this', '/regels/wat-verandert', WAT]) expect(nederlandseWoorden(await html(pad, { taal: 'en' }), bronnen().map(({ titel }) => titel)), pad).toEqual([])
  })
  it('K-VSV-05: de trap, de tabel, de casussen en de andere regels met dit getal', async () => {
    const blad = await html('/regels/K-VSV-05')
    for (const deel of ['27 jaar, afgeleid', 'trap__lijn--afgeleid', '31 dec 2025', 'nu geldig', 'geen bron dat de 27 is ingegaan', '/regels/K-VSV-02', 'vsv 8', '/regels/wat-verandert?getal=verzuim%2Fvsv-leeftijdsgrens']) expect(blad).toContain(deel)
  })
  it('een regel die het register niet uitvoert, zegt waarom', async () => {
    expect(await html('/regels/K-BEK-04')).toContain('Betalingen tussen scholen staan niet in het register.')
  })
  it('een regel noemt de signalen die erop steunen, en niet een nummer dat er niet is', async () => {
    expect(await html('/regels/K-VZM-02')).toContain('SIG-VERZUIM-16U')
    expect(await vraag('/regels/K-VZM-99')).toEqual({ soort: 'fout', fout: 'niet-gevonden' })
  })
})

describe('zoeken en kiezen', () => {
  const ids = (query: object, taal: Taal = 'nl') => zoekRegels(leesRegelvraag(query), taal).map(({ id }) => id)
  it('op woord, nummer en signaal, in de taal van de bladzijde', () => {
    expect(ids({ zoek: 'teldata mbo' })).toEqual(['K-BEK-08'])
    expect(ids({ zoek: 'k-vsv-05' })).toEqual(['K-VSV-05'])
    expect(ids({ zoek: 'sig-entree' })).toEqual(['K-ROD-10', 'K-DLR-04'])
    expect(ids({ zoek: 'count dates' }, 'en')).toEqual(['K-BEK-08'])
  })
  it('op onderwerp, zekerheid en uitvoering; een onbekende keuze telt niet', () => {
    expect(ids({ onderwerp: 'rio', zekerheid: 'afgeleid' })).toEqual(['K-RIO-04'])
    expect(ids({ onderwerp: 'rio', uitvoering: 'niet' })).toEqual(['K-RIO-07'])
    expect(ids({ onderwerp: 'weer', zekerheid: 'soms', uitvoering: 'x' })).toHaveLength(regels().length)
  })
  it('niets gevonden herhaalt de vraag, zonder opmaak uit de invoer', async () => {
    const blad = await html('/regels?zoek=%3Cb%3Ezeppelin')
    expect(blad).toContain('Geen regel gevonden met ‘&lt;b>zeppelin’')
    expect(blad).not.toContain('<b>')
  })
})

describe('een ander getal proberen', () => {
  it('kiest alleen uit getallen die een uitkomst veranderen', async () => {
    const blad = await html('/regels/wat-verandert')
    expect(blad).toContain('getal=verzuim%2Fdrempel-uren')
    expect(blad).not.toContain('getal=toegang%2F')
    expect(await vraag('/regels/wat-verandert?getal=toegang/uitnodiging-dagen')).toEqual({ soort: 'fout', fout: 'niet-gevonden' })
  })
  it('vult de waarde in die nu geldt, met de dag waarop zij inging', async () => {
    const blad = await html(WAT)
    expect(blad).toMatch(/name="waarde"[^>]*value="16"/)
    expect(blad).toMatch(/name="vanaf"[^>]*value="1 augustus 2009"/)
  })
  it('S-74: een fout houdt wat getypt was, en rekent niet', async () => {
    const gevraagd: Wijziging[] = []
    const antwoord = await vraag(`${WAT}&waarde=veel&vanaf=ooit`, { gevraagd })
    expect(antwoord).toMatchObject({ soort: 'bladzijde', status: 400, html: expect.stringMatching(/<title>Fout: [\s\S]*href="#waarde"[\s\S]*value="veel"[\s\S]*value="ooit"/) })
    expect(gevraagd).toEqual([])
  })
  it('leest een dag zoals mensen hem typen, en het deelbare adres is altijd gelijk', async () => {
    const gevraagd: Wijziging[] = []
    const blad = await html(`${WAT}&waarde=17&vanaf=1-8-2020`, { gevraagd })
    expect(gevraagd).toEqual([{ naam: 'verzuim/drempel-uren', waarde: 17, vanaf: '2020-08-01' }])
    expect(blad).toContain('href="/regels/wat-verandert?getal=verzuim%2Fdrempel-uren&amp;waarde=17&amp;vanaf=2020-08-01"')
    expect(blad).toContain('Er zijn nog 2 berekeningen voor u.')
  })
  it.each([[{ soort: 'vol' }, 'Het is nu te druk'], [{ soort: 'mislukt' }, 'De berekening lukte niet']] as const)('%j zegt dat er niets is begonnen of veranderd, met een weg verder', async (stand, zin) => {
    expect(await vraag(`${WAT}&waarde=17&vanaf=1-8-2020`, { stand })).toMatchObject({ status: 503, html: expect.stringContaining(zin) })
  })
  it.each(['nl', 'en'] as const)('het antwoord noemt aantallen, groepen, voorbeelden en casussen (%s)', async (taal) => {
    const blad = await html(`${WAT}&waarde=17&vanaf=1-8-2020`, { taal, stand: { soort: 'klaar', gevolgen: GEVOLGEN } })
    if (taal === 'en') expect(nederlandseWoorden(blad)).toEqual([])
    for (const deel of taal === 'nl' ? ['4.000', 'Verzonnen student 12, 16 jaar', 'vo (DLR, fase VO)', 'niets te melden', 'De dag ervoor', 'Zin van nu.', 'geen route'] : ['4,000', 'Invented student 12', 'nothing to report', 'The day before', '<span lang="nl">Zin van nu.</span>']) expect(blad).toContain(deel)
  })
  it('niets veranderd is ook een antwoord', async () => {
    const niets: Gevolgen = { gevallen: { totaal: 146, veranderd: [] }, studenten: { ...GEVOLGEN.studenten, veranderd: 0, groepen: [], voorbeelden: [] } }
    expect(await html(`${WAT}&waarde=17&vanaf=1-8-2020`, { stand: { soort: 'klaar', gevolgen: niets } })).toContain('geen enkele casus')
    expect(await html(`${WAT}&waarde=17&vanaf=1-8-2030`, { stand: { soort: 'klaar', gevolgen: niets } })).toContain('gaat pas na 24 november 2026 in')
  })
  it('S-18: elk netwerk mag maar een paar keer per minuut laten rekenen', () => {
    expect(regelroutes().find(({ pad }) => pad === '/regels/wat-verandert')?.perNetwerk).toBeLessThanOrEqual(30)
  })
})

describe('de trap', () => {
  it.each([320, 720])('elke lijn en elk jaar ligt binnen het vlak, %i breed', (breedte) => {
    for (const parameter of parameters()) {
      const beeld = maakTrap(parameter, datum('2026-11-24'), breedte)
      if (beeld === undefined) {
        expect(parameter.soort).toBe('datum')
        continue
      }
      for (const { x1, x2, y } of beeld.delen) {
        expect(x1).toBeGreaterThanOrEqual(beeld.links)
        expect(x2).toBeLessThanOrEqual(beeld.rechts)
        expect(x2).toBeGreaterThan(x1)
        expect(y).toBeGreaterThanOrEqual(beeld.boven)
        expect(y).toBeLessThanOrEqual(beeld.onder)
      }
    }
  })
})
