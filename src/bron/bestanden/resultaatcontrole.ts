import { inschrijvingsleutel, lees, type Studentrecords } from './bouw-persoon.ts'
import type { Meldpunt } from './melding.ts'
import type { GelezenRecord } from './recordlezer.ts'
import { op } from './verband.ts'

/** Diploma's en onderdelen. Een resultaat mag bij een inschrijving horen die niet in dit overzicht staat; dat melden wij alleen. */
export function controleerResultaten(records: Studentrecords, inschrijvingen: ReadonlySet<string>, brin: string, m: Meldpunt): void {
  const diplomas = new Set<string>()
  for (const r of records.dip) {
    const nummer = lees(r, 'resultaatvolgnummer') ?? ''
    const sleutel = `${lees(r, 'brin') ?? brin}/${nummer}`
    if (diplomas.has(sleutel)) meldDubbel(r, nummer, 'Diploma', m)
    diplomas.add(sleutel)
    controleerInschrijving(r, inschrijvingen, brin, m)
  }
  const onderdelen = new Set<string>()
  for (const r of records.onderdelen) {
    const nummer = lees(r, 'resultaatvolgnummer') ?? ''
    const sleutel = `${r.indeling.recordsoort}/${lees(r, 'brin') ?? brin}/${nummer}`
    if (onderdelen.has(sleutel)) meldDubbel(r, nummer, 'Onderdeel', m)
    onderdelen.add(sleutel)
    controleerInschrijving(r, inschrijvingen, brin, m)
    controleerDiploma(r, diplomas, brin, m)
  }
}

function meldDubbel(r: GelezenRecord, nummer: string, naam: string, m: Meldpunt): void {
  m.meld({ ...op(r), veld: 'Resultaatvolgnummer', waarde: nummer, regel: `REL-${r.indeling.recordsoort}-DUBBEL`, titel: `${naam} staat er twee keer`, ernst: 'afgekeurd', uitleg: `Deze student heeft twee ${r.indeling.recordsoort}-records met hetzelfde resultaatvolgnummer.`, verwacht: 'elk resultaatvolgnummer één keer per student', remedie: 'Geef het tweede resultaat in uw pakket een eigen volgnummer.' })
}

function controleerInschrijving(r: GelezenRecord, inschrijvingen: ReadonlySet<string>, brin: string, m: Meldpunt): void {
  const nummer = lees(r, 'inschrijvingvolgnummer')
  if (nummer === null || inschrijvingen.has(inschrijvingsleutel(r, brin))) return
  m.meld({ ...op(r), veld: 'Inschrijvingvolgnummer', waarde: nummer, regel: 'REL-RES-ZONDER-ISG', titel: 'Inschrijving van resultaat niet in bestand', ernst: 'kijk-na', uitleg: 'Dit resultaat hoort bij een inschrijving die niet in het bestand staat.', verwacht: 'het volgnummer van een ISG van dezelfde student', remedie: 'Controleer het inschrijvingvolgnummer. Klopt het, dan hoeft u niets te doen.' })
}

function controleerDiploma(r: GelezenRecord, diplomas: ReadonlySet<string>, brin: string, m: Meldpunt): void {
  const nummer = lees(r, 'diplomavolgnummer')
  if (nummer !== null && !diplomas.has(`${lees(r, 'brin') ?? brin}/${nummer}`)) {
    m.meld({ ...op(r), veld: 'Resultaatvolgnummer diploma', waarde: nummer, regel: 'REL-RES-ZONDER-DIP', titel: 'Diploma van onderdeel niet in bestand', ernst: 'kijk-na', uitleg: 'Dit onderdeel hoort bij een diploma dat niet in het bestand staat.', verwacht: 'het resultaatvolgnummer van een DIP van dezelfde student', remedie: 'Controleer het nummer van het diploma. Klopt het, dan hoeft u niets te doen.' })
  }
  if (nummer === null && lees(r, 'datum') === null) {
    m.meld({ ...op(r), veld: 'Datum resultaat', regel: 'REL-RES-DATUM', titel: 'Los onderdeel zonder datum', ernst: 'kijk-na', uitleg: 'Dit onderdeel hoort niet bij een diploma, en de datum is leeg.', verwacht: 'een datum als er geen diploma is', remedie: 'Vul in uw pakket de datum in waarop het onderdeel is behaald.' })
  }
}
