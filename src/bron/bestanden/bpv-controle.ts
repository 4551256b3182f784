import { lees } from './bouw-persoon.ts'
import type { Meldpunt } from './melding.ts'
import type { GelezenRecord } from './recordlezer.ts'
import { op, VERBETER } from './verband.ts'

export function controleerOndersteuning(ise: readonly GelezenRecord[], m: Meldpunt): void {
  const gezien = new Set<string>()
  for (const r of ise) {
    const begin = lees(r, 'datumBegin') ?? ''
    const eind = lees(r, 'datumEind')
    if (eind !== null && eind < begin) m.meld({ ...op(r), veld: 'Datum eind', waarde: eind, regel: 'REL-ISE-EINDE', titel: 'Ondersteuning eindigt voor het begin', ernst: 'afgekeurd', uitleg: 'De laatste dag van de extra ondersteuning ligt voor de eerste.', verwacht: `${begin} of later`, remedie: VERBETER })
    if (gezien.has(begin)) m.meld({ ...op(r), veld: 'Datum begin', waarde: begin, regel: 'REL-ISE-DUBBEL', titel: 'Extra ondersteuning staat er twee keer', ernst: 'afgekeurd', uitleg: 'Twee perioden van extra ondersteuning beginnen op dezelfde dag.', verwacht: 'elke periode een eigen begin', remedie: VERBETER })
    gezien.add(begin)
  }
}

/** Bpv: volgnummer uniek binnen de inschrijving, einde na begin, en precies één doel. Bron: PvE 15.5.6; het ene doel is afgeleid. */
export function controleerBpv(bpv: readonly GelezenRecord[], inschrijving: string | null, m: Meldpunt): void {
  const gezien = new Set<string>()
  for (const r of bpv) {
    const nummer = lees(r, 'volgnummer') ?? ''
    if (gezien.has(nummer)) m.meld({ ...op(r), veld: 'Volgnummer bpv', waarde: nummer, regel: 'REL-BPV-DUBBEL', titel: 'Bpv staat er twee keer', ernst: 'afgekeurd', uitleg: 'Twee bpv-records van deze inschrijving hebben hetzelfde volgnummer.', verwacht: 'elk volgnummer één keer per inschrijving', remedie: 'Geef de tweede bpv in uw pakket een eigen volgnummer.' })
    gezien.add(nummer)
    controleerDatums(r, inschrijving, m)
    if ('keuzedeelcode' in r.indeling.plaats) controleerDoel(r, m)
  }
}

function controleerDatums(r: GelezenRecord, inschrijving: string | null, m: Meldpunt): void {
  const begin = lees(r, 'datumBegin')
  if (begin === null) return
  for (const [sleutel, naam, ernst] of [['eindeGepland', 'Datum einde gepland', 'afgekeurd'], ['eindeWerkelijk', 'Datum einde werkelijk', 'kijk-na']] as const) {
    const einde = lees(r, sleutel)
    if (einde !== null && einde < begin) m.meld({ ...op(r), veld: naam, waarde: einde, regel: 'REL-BPV-EINDE', titel: 'Bpv eindigt voor het begin', ernst, uitleg: 'Het einde van de bpv ligt voor het begin. Bij een bpv die niet is doorgegaan kan dat.', verwacht: `${begin} of later`, remedie: VERBETER })
  }
  if (inschrijving !== null && begin < inschrijving) m.meld({ ...op(r), veld: 'Datum begin', waarde: begin, regel: 'REL-BPV-VOOR-ISG', titel: 'Bpv begint voor de inschrijving', ernst: 'kijk-na', uitleg: 'De bpv begint eerder dan de inschrijving waar zij bij hoort.', verwacht: `${inschrijving} of later`, remedie: VERBETER })
}

function controleerDoel(r: GelezenRecord, m: Meldpunt): void {
  const beide = lees(r, 'opleidingcode') !== null && lees(r, 'keuzedeelcode') !== null
  const geen = lees(r, 'opleidingcode') === null && lees(r, 'keuzedeelcode') === null
  if (beide || geen) m.meld({ ...op(r), veld: 'Opleidingcode', regel: 'REL-BPV-DOEL', titel: beide ? 'Bpv met twee doelen' : 'Bpv zonder doel', ernst: 'kijk-na', uitleg: beide ? 'De opleidingcode en de code keuzedeel zijn allebei gevuld.' : 'De opleidingcode en de code keuzedeel zijn allebei leeg.', verwacht: 'precies één van beide', remedie: 'Vul in waar de bpv voor telt: de opleiding of een keuzedeel.' })
}
