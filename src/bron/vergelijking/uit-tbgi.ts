import type { XmlGroep } from '../bestanden/tbgi-controle.ts'
import { isNil } from '../bestanden/tbgi-controle.ts'
import { TBGI_RECORDS, type Groepindeling } from '../bestanden/tbgi.ts'
import { maakRij, type Beeldrij, type Studentbeeld } from './beeld.ts'

/** Hoe een element van de TBG-i in de andere bestanden heet. Wat hier niet staat, heeft alleen de TBG-i en houdt zijn eigen naam. */
const SLEUTELS: Readonly<Record<string, string>> = {
  DatumInschrijving: 'datumInschrijving', DatumUitschrijvingGepland: 'uitschrijvingGepland', DatumUitschrijvingWerkelijk: 'uitschrijvingWerkelijk',
  Inschrijvingvolgnummer: 'inschrijvingvolgnummer', Opleidingcode: 'opleidingcode', Niveau: 'niveau', Leertraject: 'leertraject', Leerroutefase: 'leerroutefase',
  IndicatieBekostigbaar: 'bekostigbaar', Teldatum: 'teldatum', Resultaatvolgnummer: 'resultaatvolgnummer', DatumBehaald: 'datum', Volgnummer: 'volgnummer',
  DatumTijdBepalingBekostigingsgrondslagen: 'datumtijd', StatusBepalingBekostigingsstatus: 'status', Bekostigingsstatus: 'bekostigingsstatus',
  InschrijvingVoorCorrectiefactor: 'correctiefactor', BBLBOLFactor: 'bblbolFactor', PrijsfactorMBO: 'prijsfactor', AantalBekostigdeVerblijfsjarenMBO: 'verblijfsjaren',
  Verblijfsjaarfactor: 'verblijfsjaarfactor', BijdrageInschrijvingAanDeelnemerswaarde: 'bijdrage', Signaalvolgnummer: 'signaalvolgnummer',
  IndicatieSpecialistendiploma: 'specialist', IndicatieHoogstBekostigdeDiplomaIsSpecialist: 'hoogsteSpecialist', NiveauHoogstBekostigdeDiploma: 'hoogsteNiveau', BijdrageDiplomawaarde: 'bijdrage',
}
const NIET_VERGELIJKEN: ReadonlySet<string> = new Set(['BRIN', 'Burgerservicenummer', 'Onderwijsnummer'])

/** Een Inschrijving of Diploma als (deel van het) beeld van een student. Undefined zonder persoonsnummer. */
export function beeldUitTbgi(g: XmlGroep): Studentbeeld | undefined {
  const bsn = tekst(g, 'Burgerservicenummer')
  const nummer = bsn === '' ? tekst(g, 'Onderwijsnummer') : bsn
  if (nummer === '') return undefined
  return { klasse: bsn === '' ? 1 : 0, nummer, rijen: g.indeling.naam === 'Diploma' ? [maakRij('DIP', waarden(g))] : inschrijvingrijen(g) }
}

/** De teldata in dit record. */
export function teldataVan(g: XmlGroep): readonly string[] {
  return g.kinderen.filter((kind) => kind.indeling.naam === 'Teldatum' && !isNil(kind)).map((kind) => tekst(kind, 'Teldatum'))
}

function inschrijvingrijen(g: XmlGroep): readonly Beeldrij[] {
  const inschrijvingvolgnummer = tekst(g, 'Inschrijvingvolgnummer')
  const rijen = [maakRij('ISG', waarden(g))]
  for (const t of g.kinderen) {
    if (isNil(t)) continue
    const sleutel = { inschrijvingvolgnummer, teldatum: tekst(t, 'Teldatum') }
    rijen.push(maakRij('TEL', { ...waarden(t), ...sleutel }))
    for (const kind of t.kinderen) if (!isNil(kind)) rijen.push(maakRij(kind.indeling.naam === 'Signaal' ? 'SIG' : 'TBP', { ...waarden(kind), ...sleutel }))
  }
  return rijen
}

function waarden(g: XmlGroep): Record<string, string> {
  const uit: Record<string, string> = {}
  for (const [element, { tekst: ruw }] of g.waarden) {
    if (!NIET_VERGELIJKEN.has(element)) uit[SLEUTELS[element] ?? element] = vertaal(ruw.trim())
  }
  return uit
}

/** Ja en nee staan in de andere bestanden als J en N. */
function vertaal(waarde: string): string {
  return waarde === 'true' ? 'J' : waarde === 'false' ? 'N' : waarde
}

function tekst(g: XmlGroep, element: string): string {
  return g.waarden.get(element)?.tekst.trim() ?? ''
}

/** De velden die een TBG-i kent, per record van het beeld. */
export function tbgiVelden(): ReadonlyMap<string, ReadonlySet<string>> {
  const inschrijving = TBGI_RECORDS.get('inschrijving')
  const teldatum = inschrijving?.groepen.get('teldatum')
  const namen = (groep: Groepindeling | undefined): ReadonlySet<string> => new Set([...(groep?.velden.values() ?? [])].map(({ sleutel }) => SLEUTELS[sleutel] ?? sleutel))
  return new Map([
    ['ISG', namen(inschrijving)], ['TEL', namen(teldatum)], ['DIP', namen(TBGI_RECORDS.get('diploma'))],
    ['TBP', namen(teldatum?.groepen.get('bekostigingsrelevantebpv'))], ['SIG', namen(teldatum?.groepen.get('signaal'))],
  ])
}
