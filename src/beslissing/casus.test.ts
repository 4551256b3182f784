import { describe, expect, it } from 'vitest'
import { datum } from '../kern/datum.ts'
import { normen } from '../../test/dossier-bouwer.ts'
import { maakBeslissing, vergelijkMetVerwacht } from './casus-antwoord.ts'
import { leesCasus } from './casus.ts'
import { beslis } from './rules/beslis.ts'

const CASUS = {
  id: 'PROEF-1',
  leerling: { geboortedatum: '2009-03-02' },
  organisaties: [
    { brin: '71VO', naam: 'Heideveld', bevoegdGezag: '47001', onderwijsaanbieders: [{ code: '171A001', sector: 'VO' }] },
    { brin: '81MB', bevoegdGezag: '57001', onderwijsaanbieders: [{ code: '281A001', sector: 'MBO' }] },
  ],
  inschrijvingenVo: [{
    brin: '71VO', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01',
    perioden: [{ datumBegin: '2024-08-01', leerjaar: 3, leerweg: 'BB', onderwijsaanbieder: '171A001', indicatieBekostigbaar: 'J', leerroute: 'DLR', leerroutefase: 'VO' }],
  }],
  vragen: [{ peildatum: '2024-10-01' }],
}

const lees = (over: object) => leesCasus(JSON.stringify({ ...CASUS, ...over }))
const foutenVan = (over: object) => {
  const gelezen = lees(over)
  return gelezen.ok ? [] : gelezen.reden.map(({ veld, regel }) => `${veld}: ${regel}`)
}

describe('een casus lezen', () => {
  it('lege lijsten en lege datums mogen ontbreken; de leerling woont dan in Nederland', () => {
    const gelezen = lees({})
    if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden))
    expect(gelezen.waarde.dossier).toMatchObject({ leerling: { woontInNederland: true }, diplomas: [], voActiviteitenAfgerondOp: null })
    expect(gelezen.waarde.vragen).toEqual([{ peildatum: '2024-10-01', bekendOp: null, verwacht: null }])
  })
  it('een BOM vooraan stoort niet', () => {
    expect(leesCasus(`\uFEFF${JSON.stringify(CASUS)}`).ok).toBe(true)
  })
  it.each<[string, object, string]>([
    ['onbekende sleutel', { leerlingen: [] }, 'leerlingen: dit veld bestaat niet'],
    ['ontbrekend veld', { vragen: [{}] }, 'vragen[0].peildatum: dit veld is verplicht'],
    ['onmogelijke datum', { vragen: [{ peildatum: '2024-02-30' }] }, 'vragen[0].peildatum: "2024-02-30" is geen bestaande datum'],
    ['29 februari in een gewoon jaar', { diplomas: [{ soort: 'VMBO', datum: '2023-02-29' }] }, 'diplomas[0].datum: "2023-02-29" is geen bestaande datum'],
    ['onmogelijke datum in verwacht', { vragen: [{ peildatum: '2024-10-01', verwacht: { melding: { eind: '2024-13-01' } } }] }, 'vragen[0].verwacht.melding.eind: "2024-13-01" is geen bestaande datum'],
    ['verkeerde waarde', { leerrouteplannen: [{ van: '2024-08-01', voOnderwijsaanbieder: '171A001', mboOnderwijsaanbieder: '281A001', beoogdNiveau: 3 }] }, 'leerrouteplannen[0].beoogdNiveau: 3 is geen toegestane waarde'],
    ['verkeerde vorm', { leerling: { geboortedatum: '2009-03-02', bsn: '1' } }, 'leerling.bsn: dit veld bestaat niet'],
    ['mbo-diploma zonder niveau', { diplomas: [{ soort: 'MBO', datum: '2024-01-01' }] }, 'diplomas[0].niveau: dit veld is verplicht'],
    ['mbo-diploma met leeg niveau', { diplomas: [{ soort: 'MBO', niveau: null, datum: '2024-01-01' }] }, 'diplomas[0].niveau: null is niet van het goede soort'],
    ['geen uren', { afwezigheid: [{ datum: '2024-09-02', uren: 0, geoorloofd: false }] }, 'afwezigheid[0].uren: 0 valt buiten de grens'],
    ['lege verwachting', { vragen: [{ peildatum: '2024-10-01', verwacht: {} }] }, 'vragen[0].verwacht: er is minstens één veld'],
    ['dubbele partij', { samenwerkingsovereenkomsten: [{ partijen: ['47001', '47001'], van: '2024-08-01' }] }, 'samenwerkingsovereenkomsten[0].partijen: elke waarde staat één keer in de lijst'],
    ['onbekend signaal', { vragen: [{ peildatum: '2024-10-01', verwacht: { signalen: ['SIG-X'] } }] }, 'vragen[0].verwacht.signalen[0]: "SIG-X" is geen toegestane waarde'],
  ])('weigert een %s', (_naam, over, fout) => {
    expect(foutenVan(over)).toEqual([fout])
  })
  it.each<[string, object, string]>([
    ['een periode', { inschrijvingenMbo: [{ brin: '81MB', inschrijvingvolgnummer: '1', datumInschrijving: '2024-08-01', perioden: [{ datumBegin: '2024-08-01', indicatieBekostigbaar: 'J', onderwijsaanbieder: '999A999' }] }] }, 'inschrijvingenMbo[0].perioden[0].onderwijsaanbieder'],
    ['een plan', { leerrouteplannen: [{ van: '2024-08-01', voOnderwijsaanbieder: '171A001', mboOnderwijsaanbieder: '999A999' }] }, 'leerrouteplannen[0].mboOnderwijsaanbieder'],
    ['een aanbod', { rioAangebodenOpleidingen: [{ onderwijsaanbieder: '999A999', sector: 'MBO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: [], begindatum: '2024-08-01' }] }, 'rioAangebodenOpleidingen[0].onderwijsaanbieder'],
    ['een partner', { rioAangebodenOpleidingen: [{ onderwijsaanbieder: '281A001', sector: 'MBO', leerrouteKenmerk: 'DLR_VMBO_MBO', samenwerkendeOnderwijsaanbieders: ['999A999'], begindatum: '2024-08-01' }] }, 'rioAangebodenOpleidingen[0].samenwerkendeOnderwijsaanbieders[0]'],
  ])('weigert een onderwijsaanbieder bij %s die bij geen organisatie staat', (_naam, over, veld) => {
    expect(foutenVan(over)).toEqual([`${veld}: onderwijsaanbieder 999A999 staat bij geen van de organisaties`])
  })
  it('meldt alle fouten tegelijk, elk met een herstel', () => {
    const gelezen = lees({ id: 'te lang voor een id, met spaties', vragen: [{ peildatum: 'morgen' }], extra: 1 })
    if (gelezen.ok) throw new Error('had geweigerd moeten zijn')
    expect(gelezen.reden.map(({ veld }) => veld).sort()).toEqual(['extra', 'id', 'vragen[0].peildatum'])
    expect(gelezen.reden.every(({ herstel }) => herstel.length > 5)).toBe(true)
  })
  it.each(['', '{', '[]', 'null', '"tekst"'])('weigert %j', (tekst) => {
    expect(leesCasus(tekst).ok).toBe(false)
  })
})

describe('het antwoord op een casus', () => {
  const gelezen = lees({ titel: 'Proef' })
  if (!gelezen.ok) throw new Error('casus klopt niet')
  const besluit = beslis(gelezen.waarde.dossier, { peildatum: datum('2024-10-01'), bekendOp: null }, normen)

  it('heeft precies de afgesproken sleutels, en bij elk signaal en elke reden ook', () => {
    const antwoord = maakBeslissing(gelezen.waarde, [besluit]).vragen[0]
    expect(Object.keys(antwoord ?? {}).sort()).toEqual(['absoluutVerzuim', 'bekendOp', 'bekostiging', 'fase', 'ispPerioden', 'mboVerklaring', 'melding', 'meldplicht', 'motivering', 'peildatum', 'registraties', 'signalen', 'verzuim', 'vsv'])
    expect(antwoord?.signalen.map((signaal) => Object.keys(signaal).sort().join())).toEqual(['code,niveau,regels,uitleg'])
    for (const reden of antwoord?.motivering ?? []) expect(Object.keys(reden)).toEqual(['regel', 'uitkomst', 'uitleg'])
    const paren = besluit.motivering.flatMap(({ regels, uitleg }) => regels.map((regel) => [regel, uitleg]))
    expect(antwoord?.motivering.map(({ regel, uitleg }) => [regel, uitleg])).toEqual(paren)
    expect(paren.length).toBeGreaterThan(besluit.motivering.length)
  })
  it('vergelijkt alleen wat in verwacht staat', () => {
    expect(vergelijkMetVerwacht(besluit, {})).toEqual([])
    expect(vergelijkMetVerwacht(besluit, { fase: 'VO', signalen: ['SIG-RIO-ONTBREEKT-VO'], registraties: { rodMbo: 'A' }, melding: null, meldplicht: null, mboVerklaring: false })).toEqual([])
    expect(vergelijkMetVerwacht(besluit, { fase: 'MBO', signalen: [], registraties: { rodMbo: null }, melding: { partij: 'VO' }, meldplicht: false })).toEqual([
      { sleutel: 'fase', verwacht: 'MBO', gekregen: 'VO' },
      { sleutel: 'meldplicht', verwacht: 'false', gekregen: 'null' },
      { sleutel: 'registraties.rodMbo', verwacht: 'null', gekregen: 'A' },
      { sleutel: 'signalen', verwacht: 'geen', gekregen: 'SIG-RIO-ONTBREEKT-VO' },
      { sleutel: 'melding.partij', verwacht: 'VO', gekregen: 'undefined' },
      { sleutel: 'melding', verwacht: 'een melding', gekregen: 'null' },
    ])
  })
})
