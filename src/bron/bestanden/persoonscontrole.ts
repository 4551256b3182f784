import { inschrijvingsleutel, lees, type Studentrecords } from './bouw-persoon.ts'
import { controleerBpv, controleerOndersteuning } from './bpv-controle.ts'
import { controleerPerioden } from './periodecontrole.ts'
import type { Bestandsindeling } from './indeling.ts'
import type { Controle, Meldpunt } from './melding.ts'
import type { GelezenRecord } from './recordlezer.ts'
import { controleerResultaten } from './resultaatcontrole.ts'
import { op, VERBETER } from './verband.ts'

/** De verbanden tussen de records van één student. Bron: PvE 15.5 en bron.md 2.1; wat daar is afgeleid keuren wij niet af. */
export function controleerPersoon(records: Studentrecords, indeling: Bestandsindeling, brin: string, { m, regels }: Controle): void {
  controleerPer(records, m)
  const sleutels = new Set<string>()
  for (const isg of records.isg) {
    const sleutel = inschrijvingsleutel(isg, brin)
    if (sleutels.has(sleutel)) {
      m.meld({ ...op(isg), regel: 'REL-ISG-DUBBEL', titel: 'Inschrijving staat er twee keer', ernst: 'afgekeurd', uitleg: 'Deze student heeft twee inschrijvingen met hetzelfde volgnummer.', verwacht: 'elk inschrijvingvolgnummer één keer per student', remedie: 'Geef de tweede inschrijving in uw pakket een eigen volgnummer.' })
    }
    // Een dubbele inschrijving heeft dezelfde perioden als de eerste: nog eens nakijken geeft alleen dezelfde meldingen, kwadratisch veel.
    const kinderen = sleutels.has(sleutel) ? undefined : records.kinderen.get(sleutel) ?? []
    sleutels.add(sleutel)
    controleerInschrijving(isg, kinderen, indeling, { m, regels })
  }
  for (const [sleutel, kinderen] of records.kinderen) if (!sleutels.has(sleutel)) for (const k of kinderen) meldWees(k, m)
  controleerResultaten(records, sleutels, brin, m)
}

function controleerPer(records: Studentrecords, m: Meldpunt): void {
  const eerste = records.per[0]
  if (eerste === undefined) {
    const ander = records.isg[0] ?? records.dip[0] ?? records.onderdelen[0] ?? [...records.kinderen.values()][0]?.[0] ?? records.overig[0]
    if (ander) m.meld({ ...op(ander), regel: 'REL-PER-ONTBREEKT', titel: 'Student zonder PER', ernst: 'afgekeurd', uitleg: 'Er zijn records van deze student, maar het PER-record ontbreekt.', verwacht: 'één PER voor elke student', remedie: 'Maak het bestand opnieuw, zodat elke student een PER heeft.' })
    return
  }
  for (const dubbel of records.per.slice(1)) {
    const gelijk = dubbel.waarden.every((w, i) => w === eerste.waarden[i])
    m.meld({
      ...op(dubbel), regel: 'REL-PER-DUBBEL', titel: 'Student staat er twee keer', ernst: gelijk ? 'anders-gelezen' : 'afgekeurd',
      uitleg: gelijk ? 'Dezelfde student staat er meer dan één keer. De gegevens zijn gelijk.' : 'Deze student staat er twee keer, met verschillende gegevens.',
      verwacht: 'één PER voor elke student', remedie: gelijk ? 'U hoeft niets te doen.' : 'Kies in uw pakket welke gegevens kloppen en maak het bestand opnieuw.',
    })
  }
  const bsn = lees(eerste, 'bsn')
  const onr = lees(eerste, 'onr')
  if ('bsn' in eerste.indeling.plaats && (bsn === null) === (onr === null)) meldNummers(eerste, bsn !== null, m)
}

/** K-BRN-03: precies één van beide nummers is gevuld. */
function meldNummers(per: GelezenRecord, beide: boolean, m: Meldpunt): void {
  m.meld({
    ...op(per), veld: 'Burgerservicenummer', veldnummer: 2, regel: 'K-BRN-03', titel: beide ? 'Twee persoonsnummers' : 'Geen persoonsnummer', ernst: 'afgekeurd',
    uitleg: beide ? 'Het burgerservicenummer en het onderwijsnummer zijn allebei gevuld.' : 'Het burgerservicenummer en het onderwijsnummer zijn allebei leeg, of niet te lezen.',
    verwacht: 'een burgerservicenummer of een onderwijsnummer, niet allebei', remedie: beide ? 'Laat het onderwijsnummer leeg als de student een burgerservicenummer heeft.' : 'Vul het burgerservicenummer in. Heeft de student dat niet, vul dan het onderwijsnummer in.',
  })
}

/** `kinderen` ontbreekt bij een inschrijving die al eerder in het bestand stond. */
function controleerInschrijving(isg: GelezenRecord, kinderen: readonly GelezenRecord[] | undefined, indeling: Bestandsindeling, { m, regels }: Controle): void {
  const begin = lees(isg, 'datumInschrijving')
  const werkelijk = lees(isg, 'uitschrijvingWerkelijk')
  const gepland = lees(isg, 'uitschrijvingGepland')
  if (begin && werkelijk && werkelijk < begin) m.meld({ ...op(isg), veld: 'Datum uitschrijving werkelijk', waarde: werkelijk, regel: 'REL-ISG-EINDE', titel: 'Uitschrijving voor inschrijving', ernst: 'afgekeurd', uitleg: 'De student is uitgeschreven voor de eerste dag van de inschrijving.', verwacht: `${begin} of later`, remedie: VERBETER })
  if (begin && gepland && gepland < begin) m.meld({ ...op(isg), veld: 'Datum uitschrijving gepland', waarde: gepland, regel: 'REL-ISG-GEPLAND', titel: 'Geplande uitschrijving voor inschrijving', ernst: 'afgekeurd', uitleg: 'De geplande uitschrijving ligt voor de eerste dag van de inschrijving.', verwacht: `${begin} of later`, remedie: VERBETER })
  if ('reden' in isg.indeling.plaats) controleerReden(isg, werkelijk, m)
  if (kinderen === undefined) return
  const isp = kinderen.filter((k) => k.indeling.recordsoort === 'ISP')
  if (isp.length === 0) m.meld({ ...op(isg), regel: 'REL-ISG-ZONDER-ISP', titel: 'Inschrijving zonder periode', ernst: 'afgekeurd', uitleg: 'Deze inschrijving heeft geen enkele inschrijvingsperiode (ISP).', verwacht: 'ten minste één ISP', remedie: 'Voeg in uw pakket de eerste periode toe; die begint op de datum van inschrijving.' })
  controleerPerioden(isp, begin, werkelijk, indeling, { m, regels })
  controleerOndersteuning(kinderen.filter((k) => k.indeling.recordsoort === 'ISE'), m)
  controleerBpv(kinderen.filter((k) => k.indeling.recordsoort === 'BPV'), begin, m)
}

function controleerReden(isg: GelezenRecord, werkelijk: string | null, m: Meldpunt): void {
  const reden = lees(isg, 'reden')
  if (werkelijk !== null && reden === null) m.meld({ ...op(isg), veld: 'Reden uitschrijving', veldnummer: 8, regel: 'REL-ISG-REDEN', titel: 'Uitschrijving zonder reden', ernst: 'kijk-na', uitleg: 'De student is uitgeschreven, maar de reden is leeg.', verwacht: 'een reden als de student is uitgeschreven', remedie: 'Kies in uw pakket een reden van uitschrijving.' })
  if (werkelijk === null && reden !== null) m.meld({ ...op(isg), veld: 'Reden uitschrijving', veldnummer: 8, waarde: reden, regel: 'REL-ISG-REDEN', titel: 'Reden zonder uitschrijving', ernst: 'kijk-na', uitleg: 'Er staat een reden van uitschrijving, maar de student is niet uitgeschreven.', verwacht: 'leeg zolang de student is ingeschreven', remedie: 'Maak het veld leeg, of vul de datum van uitschrijving in.' })
}

function meldWees(k: GelezenRecord, m: Meldpunt): void {
  const soort = k.indeling.recordsoort
  m.meld({ ...op(k), regel: `REL-${soort}-ZONDER-ISG`, titel: `${soort} zonder inschrijving`, ernst: 'afgekeurd', veld: 'Inschrijvingvolgnummer', waarde: lees(k, 'inschrijvingvolgnummer') ?? '', uitleg: `Dit ${soort}-record hoort bij een inschrijving die niet bij deze student in het bestand staat.`, verwacht: 'het volgnummer van een ISG van dezelfde student', remedie: 'Verbeter het inschrijvingvolgnummer, of neem de inschrijving op in het bestand.' })
}
