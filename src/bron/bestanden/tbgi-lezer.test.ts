import { describe, expect, it } from 'vitest'
import { BSN, leesGoed } from './fixtures/proef.ts'

const NAAM = 'TBGI_99ZZ_2027_20251124.XML'
const nil = (...namen: string[]): string => namen.map((n) => `<${n} xsi:nil="true"/>`).join('')
const LEGE_GROEPEN = `<BekostigingsrelevanteBPV>${nil('Inschrijvingvolgnummer', 'Volgnummer', 'Afsluitdatum', 'DatumBegin', 'DatumEindGepland', 'DatumEindWerkelijk', 'Opleidingcode')}</BekostigingsrelevanteBPV>
<Signaal>${nil('Signaalvolgnummer', 'Signaalcode', 'Signaalomschrijving')}<Parameter>${nil('Parametervolgnummer', 'Parameternaam', 'Parameterwaarde')}</Parameter></Signaal>`
const TELDATUM = `<Teldatum><Teldatum>2025-10-01</Teldatum><DatumTijdBepalingBekostigingsgrondslagen>2025-11-21 09:00:00</DatumTijdBepalingBekostigingsgrondslagen>
<StatusBepalingBekostigingsstatus>V</StatusBepalingBekostigingsstatus><LeeftijdOpEenAugustusStudiejaar>16</LeeftijdOpEenAugustusStudiejaar><Opleidingcode>29998</Opleidingcode><Niveau>MBO-2</Niveau>
<Leertraject>BOL</Leertraject><Leerroutefase>MBO</Leerroutefase><IndicatieBekostigbaar>true</IndicatieBekostigbaar><Bekostigingsstatus>true</Bekostigingsstatus>
<InschrijvingVoorCorrectiefactor>true</InschrijvingVoorCorrectiefactor><BBLBOLFactor>1</BBLBOLFactor><PrijsfactorMBO>1.2</PrijsfactorMBO><AantalBekostigdeVerblijfsjarenMBO>0</AantalBekostigdeVerblijfsjarenMBO>
<Verblijfsjaarfactor xsi:nil="true"/><BijdrageInschrijvingAanDeelnemerswaarde>1.2</BijdrageInschrijvingAanDeelnemerswaarde>${LEGE_GROEPEN}</Teldatum>`
const GOED = `<?xml version="1.0" encoding="utf-8"?>\r\n<Bekostigingsgrondslagen xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Inschrijving><BRIN>99ZZ</BRIN>
<Burgerservicenummer>${BSN}</Burgerservicenummer><Onderwijsnummer xsi:nil="true"/><Inschrijvingvolgnummer>E9</Inschrijvingvolgnummer><DatumInschrijving>2025-08-01</DatumInschrijving>
<DatumUitschrijvingGepland>2029-07-31</DatumUitschrijvingGepland><DatumUitschrijvingWerkelijk xsi:nil="true"/><NiveauHoogstBekostigdeDiploma xsi:nil="true"/>${TELDATUM}</Inschrijving>
<Diploma><BRIN>99ZZ</BRIN><Burgerservicenummer>${BSN}</Burgerservicenummer><Onderwijsnummer xsi:nil="true"/><Resultaatvolgnummer>R1</Resultaatvolgnummer><Opleidingcode>29998</Opleidingcode>
<Inschrijvingvolgnummer>E9</Inschrijvingvolgnummer><DatumBehaald>2025-06-17</DatumBehaald><Niveau>MBO-4</Niveau><IndicatieSpecialistendiploma>false</IndicatieSpecialistendiploma>
${nil('NiveauHoogstBekostigdeDiploma', 'IndicatieHoogstBekostigdeDiplomaIsSpecialist')}<DatumTijdBepalingBekostigingsgrondslagen>2025-07-07 07:13:15</DatumTijdBepalingBekostigingsgrondslagen>
<StatusBepalingBekostigingsstatus>V</StatusBepalingBekostigingsstatus><Bekostigingsstatus>true</Bekostigingsstatus><BijdrageDiplomawaarde>5</BijdrageDiplomawaarde></Diploma></Bekostigingsgrondslagen>`

async function regels(xml: string): Promise<readonly string[]> {
  return (await leesGoed(xml, NAAM)).bevindingen.map((b) => `${b.regel} ${b.ernst}`)
}

describe('TBG-i', () => {
  it('K-BRN-04: leest een goed bestand zonder bevinding; een groep met alleen nil is geen groep', async () => {
    const { verslag, bevindingen } = await leesGoed(GOED, NAAM)
    expect(bevindingen).toEqual([])
    expect(verslag).toMatchObject({ soort: 'TBGI', studenten: 2, tellingen: { Inschrijving: 1, Teldatum: 1, Diploma: 1, Signaal: 1 } })
  })

  it('leest ook de schrijfwijze van het PvE', async () => {
    const bpv = '<BekostigingsrelevanteBPV><Inschrijvingvolgnummer>E9</Inschrijvingvolgnummer><Volgnummer>1</Volgnummer><Afsluitdatum>2025-08-01</Afsluitdatum><DatumBegin>2025-08-01</DatumBegin><DatumEindeGepland>2026-07-31</DatumEindeGepland><DatumEindeWerkelijk xsi:nil="true"/><Opleidingcode>29998</Opleidingcode></BekostigingsrelevanteBPV>'
    expect(await regels(GOED.replace(/<BekostigingsrelevanteBPV>.*?<\/BekostigingsrelevanteBPV>/s, bpv).replaceAll('DatumBehaald', 'Datumbehaald'))).toEqual([])
  })

  it.each<[string, string, string]>([
    ['TBGI-Teldatum-Leertraject kijk-na', '<Leertraject>BOL</Leertraject>', '<Leertraject>BOLLE</Leertraject>'],
    ['TBGI-Teldatum-Niveau afgekeurd', '<Niveau>MBO-2</Niveau>', '<Niveau xsi:nil="true"/>'],
    ['TBGI-Inschrijving-DatumInschrijving afgekeurd', '<DatumInschrijving>2025-08-01', '<DatumInschrijving>2025-02-30'],
    ['K-BRN-03 afgekeurd', `<Burgerservicenummer>${BSN}</Burgerservicenummer>`, '<Burgerservicenummer xsi:nil="true"/>'],
    ['K-BRN-04 kijk-na', '<Teldatum>2025-10-01', '<Teldatum>2024-10-01'],
    ['K-BEK-02 kijk-na', '<Leerroutefase>MBO', '<Leerroutefase>VO'],
    ['K-BEK-01 kijk-na', '<IndicatieBekostigbaar>true', '<IndicatieBekostigbaar>false'],
    ['TBGI-BIJDRAGE kijk-na', '<BijdrageInschrijvingAanDeelnemerswaarde>1.2', '<BijdrageInschrijvingAanDeelnemerswaarde>1.3'],
    ['TBGI-ELEMENT kijk-na', '<Leertraject>BOL', '<Nieuw>1</Nieuw><Leertraject>BOL'],
  ])('%s', async (verwacht, van, naar) => expect(await regels(GOED.replace(van, naar))).toContain(verwacht))

  it('keurt een ander record dan Inschrijving of Diploma af', async () => {
    expect(await regels(GOED.replace('</Inschrijving>', '</Inschrijving><Persoon/>'))).toContain('TBGI-ELEMENT afgekeurd')
  })
})
