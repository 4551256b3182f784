import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { voerOpdrachtUit } from './index.ts'

const map = mkdtempSync(join(tmpdir(), 'casus-'))
afterAll(() => rmSync(map, { recursive: true }))

const CASUS = {
  id: 'A1',
  leerling: { geboortedatum: '2009-03-02' },
  organisaties: [{ brin: '71VO', naam: 'Heideveld', bevoegdGezag: '47001', onderwijsaanbieders: [{ code: '171A001', sector: 'VO' }] }],
  inschrijvingenVo: [{
    brin: '71VO', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01',
    perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, onderwijsaanbieder: '171A001', indicatieBekostigbaar: 'J' }],
  }],
  vragen: [{ peildatum: '2024-10-01', verwacht: { bekostiging: 'MBO' } }, { peildatum: '2023-10-01', bekendOp: '2024-01-01' }],
}

function bestand(naam: string, inhoud: unknown): string {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud instanceof Uint8Array || typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud))
  return pad
}

async function casus(...argumenten: readonly string[]) {
  let [uit, fout] = ['', '']
  const code = await voerOpdrachtUit(['casus', ...argumenten], {
    schrijf: (tekst) => { uit += tekst },
    meld: (tekst) => { fout += tekst },
    opTerminal: false,
    metRegister: () => Promise.reject(new Error('een casus gebruikt geen register')),
  })
  return { code, uit, fout }
}

const goed = bestand('goed.json', CASUS)

describe('leerroute casus', () => {
  it('--json: één document, één antwoord per vraag, op volgorde; verwacht doet er niet toe', async () => {
    const { code, uit, fout } = await casus('--json', goed, bestand('b.json', { ...CASUS, id: 'B1' }))
    const { beslissingen } = JSON.parse(uit) as { beslissingen: { casus: string; vragen: { peildatum: string; bekostiging: string; bekendOp: string | null }[] }[] }
    expect([code, fout]).toEqual([0, ''])
    expect(beslissingen.map((beslissing) => beslissing.casus)).toEqual(['A1', 'B1'])
    expect(beslissingen[0]?.vragen.map(({ peildatum, bekostiging, bekendOp }) => [peildatum, bekostiging, bekendOp])).toEqual([['2024-10-01', 'VO', null], ['2023-10-01', 'geen', '2024-01-01']])
  })
  it('als tekst: de uitkomst, de redenen met regel, en wat anders is dan verwacht', async () => {
    const { code, uit } = await casus(goed)
    expect(code).toBe(0)
    expect(uit).toContain('Besluit voor 1 oktober 2024')
    expect(uit).toContain('Het vo betaalt: er is een gewone vo-inschrijving met indicatie J. [K-CAS-07]')
    expect(uit).toContain('x bekostiging: verwacht MBO, gekregen VO')
  })
  it.each<[string, () => string, RegExp]>([
    ['een bestand dat er niet is', () => join(map, 'weg.json'), /weg\.json: dit bestand is niet te lezen \(het bestaat niet\)/],
    ['een map', () => map, /het is een map/],
    ['geen UTF-8', () => bestand('latin.json', Uint8Array.of(0x7b, 0xe9, 0x7d)), /het is geen UTF-8/],
    ['een veel te groot bestand', () => bestand('groot.json', `{"id":"${'x'.repeat(5_000_000)}"}`), /groot\.json: dit bestand is groter dan 5 MB/],
    ['geen JSON', () => bestand('stuk.json', '{'), /dit is geen JSON/],
    ['een onmogelijke datum', () => bestand('feb.json', { ...CASUS, vragen: [{ peildatum: '2024-02-30' }] }), /vragen\[0\]\.peildatum: "2024-02-30" is geen bestaande datum\. Herstel:/],
    ['een onbekende onderwijsaanbieder', () => bestand('aanb.json', { ...CASUS, organisaties: [{ brin: '71VO', bevoegdGezag: '47001', onderwijsaanbieders: [{ code: '171A002', sector: 'VO' }] }] }), /onderwijsaanbieder 171A001 staat bij geen van de organisaties/],
  ])('afsluitcode 2 en geen JSON bij %s, ook naast een goed bestand', async (_naam, pad, melding) => {
    const { code, uit, fout } = await casus('--json', goed, pad())
    expect([code, uit]).toEqual([2, ''])
    expect(fout).toMatch(melding)
  })
  it('afsluitcode 2 zonder bestand', async () => {
    const { code, fout } = await casus('--json')
    expect(code).toBe(2)
    expect(fout).toContain('ontbreekt een argument')
  })
})
