import type { Gebeurtenissoort } from '../../kern/gebeurtenissoort.ts'
import { naarBpvBericht, naarDiplomaBericht, naarInschrijvingBericht, naarOnderdeelBericht } from '../bestanden/naar-bericht.ts'
import type { PersoonUitBestand } from '../bestanden/persoon.ts'
import { Bulkreeks, type Reekspersoon, type Reekswerk, type Standbericht } from './bulk-reeks.ts'
import { Bulkstaat } from './bulk-staat.ts'

export interface Groepwerk extends Reekswerk {
  readonly brin: string
  /** Naam van het bestand, voor de audit. */
  readonly bestand: string
}

/** Wat er met een record uit een bestand gebeurde. */
export interface Recorduitkomst {
  readonly soort: Standbericht['soort']
  readonly regelnummer: number
  readonly uitkomst: 'nieuw' | 'gewijzigd' | 'ongewijzigd' | 'ouder'
  readonly deelnemerId: string
}

export interface Groepverslag {
  readonly records: readonly Recorduitkomst[]
  /** Deelnemers bij wie iets veranderde. */
  readonly deelnemers: readonly string[]
}

/** Slaat een groep studenten op binnen de transactie van de aanroeper. Wat al zo in het register staat, blijft ongemoeid. */
export async function slaGroepOp(werk: Groepwerk, studenten: readonly PersoonUitBestand[]): Promise<Groepverslag> {
  const personen = studenten.map((student) => naarPersoon(student, werk.brin))
  const staat = await Bulkstaat.laad(werk.verbinding, werk.kluis, personen.map((persoon) => persoon.zoekwaarde), werk.nu)
  const reeks = new Bulkreeks(werk, staat)
  const records: Recorduitkomst[] = []
  const deelnemers: string[] = []
  for (const [i, student] of studenten.entries()) {
    const persoon = personen[i]
    if (persoon === undefined) continue
    const deelnemerId = staat.deelnemer(persoon.zoekwaarde).id
    const gedaan = await legStudentVast(reeks, persoon, deelnemerId, student)
    records.push(...gedaan.map(({ record }) => record))
    const anders = gedaan.filter(({ record }) => record.uitkomst === 'nieuw' || record.uitkomst === 'gewijzigd')
    if (anders.length === 0) {
      reeks.noteer('importeerBestand', deelnemerId)
      continue
    }
    deelnemers.push(deelnemerId)
    rondStudentAf(reeks, werk, student, deelnemerId, anders)
  }
  await reeks.schrijf()
  return { records, deelnemers }
}

interface Gedaan {
  readonly record: Recorduitkomst
  readonly brin: string
}

async function legStudentVast(reeks: Bulkreeks, persoon: Reekspersoon, deelnemerId: string, student: PersoonUitBestand): Promise<Gedaan[]> {
  const uit: Gedaan[] = []
  for (const { stand, regelnummer } of standenVan(student)) {
    const { soort } = await reeks.legVast(persoon, stand)
    uit.push({ record: { soort: stand.soort, regelnummer, uitkomst: soort === 'ouder-dan-bekend' ? 'ouder' : soort, deelnemerId }, brin: stand.bericht.brin })
  }
  return uit
}

const ONDERWERP = { inschrijving: 'inschrijvingen', bpv: 'praktijkovereenkomsten', diploma: 'diplomas', onderdeel: 'onderdelen' } as const

/** Eén regel in de audit per student; en wat er gebeurde, een keer per soort en school (docs/adr/0020). */
function rondStudentAf(reeks: Bulkreeks, { brin, bestand }: Groepwerk, student: PersoonUitBestand, deelnemerId: string, anders: readonly Gedaan[]): void {
  const berichten = new Map(anders.map(({ record, brin: school }) => {
    const soort: Gebeurtenissoort = `${ONDERWERP[record.soort]}.${record.uitkomst === 'nieuw' ? 'vastgelegd' : 'gewijzigd'}`
    return [`${soort} ${school}`, { soort, brin: school, sleutel: `${school}, uit een bestand` }]
  }))
  reeks.voegJournaalToe({ handeling: 'importeerBestand', brin, deelnemerId, object: ['bestand', bestand], gegevens: { bestand, regelnummer: student.regelnummer } }, [...berichten.values()])
}

/** Een nummer dat de elfproef niet haalt mag nooit per ongeluk een student van een andere school zijn; daarom hoort de BRIN erbij. */
function naarPersoon({ nummer, geboortedatum, geslacht }: PersoonUitBestand, brin: string): Reekspersoon {
  return {
    zoekwaarde: nummer.elfproef ? nummer.waarde : `${nummer.stelsel}/${brin}/${nummer.waarde}`, persoonsnummer: nummer.waarde, stelsel: nummer.stelsel,
    soort: !nummer.elfproef ? 'ONBEKEND' : nummer.stelsel === 'BSN' ? 'BSN' : 'ONDERWIJSNUMMER', geboortedatum, geslacht,
  }
}

function* standenVan(student: PersoonUitBestand): Generator<{ readonly stand: Standbericht; readonly regelnummer: number }> {
  for (const inschrijving of student.inschrijvingen) {
    yield { stand: { soort: 'inschrijving', bericht: naarInschrijvingBericht(inschrijving) }, regelnummer: inschrijving.regelnummer }
    for (const bpv of inschrijving.bpv) {
      const bericht = naarBpvBericht(inschrijving, bpv)
      if (bericht !== undefined) yield { stand: { soort: 'bpv', bericht }, regelnummer: bpv.regelnummer }
    }
  }
  for (const diploma of student.diplomas) yield { stand: { soort: 'diploma', bericht: naarDiplomaBericht(diploma) }, regelnummer: diploma.regelnummer }
  for (const onderdeel of student.onderdelen) yield { stand: { soort: 'onderdeel', bericht: naarOnderdeelBericht(onderdeel) }, regelnummer: onderdeel.regelnummer }
}
