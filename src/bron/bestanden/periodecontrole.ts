import { parseDatum, plusDagen, type Datum } from '../../kern/datum.ts'
import type { Bestandsregels } from './bestandsregels.ts'
import { lees } from './bouw-persoon.ts'
import type { Bestandsindeling } from './indeling.ts'
import type { Controle, Melding, Meldpunt } from './melding.ts'
import type { GelezenRecord } from './recordlezer.ts'
import { veldregel } from './recordlezer.ts'
import { op, VERBETER } from './verband.ts'

/** De perioden van één inschrijving: begin, einde, volgorde en codes die van de dag afhangen. */
export function controleerPerioden(isp: readonly GelezenRecord[], begin: string | null, einde: string | null, indeling: Bestandsindeling, { m, regels }: Controle): void {
  const volgorde = isp.filter((r) => lees(r, 'datumBegin') !== null).toSorted((a, b) => ((lees(a, 'datumBegin') ?? '') < (lees(b, 'datumBegin') ?? '') ? -1 : 1))
  controleerEerste(volgorde[0], begin, m)
  volgorde.forEach((r, i) => {
    const van = lees(r, 'datumBegin') ?? ''
    if (einde !== null && van > einde) m.meld({ ...op(r), veld: 'Datum begin', waarde: van, regel: 'REL-ISP-NA-EINDE', titel: 'Periode na de uitschrijving', ernst: 'afgekeurd', uitleg: 'Deze periode begint nadat de student is uitgeschreven.', verwacht: `${einde} of eerder`, remedie: 'Haal de periode weg, of verbeter de datum van uitschrijving.' })
    controleerAansluiting(r, volgorde[i + 1], m)
    controleerCodes(r, begin, indeling, { m, regels })
  })
}

function controleerEerste(eerste: GelezenRecord | undefined, begin: string | null, m: Meldpunt): void {
  const van = eerste && lees(eerste, 'datumBegin')
  if (!eerste || !van || begin === null || van === begin) return
  const ervoor = van < begin
  m.meld({
    ...op(eerste), veld: 'Datum begin', waarde: van, regel: 'REL-ISP-EERSTE', titel: ervoor ? 'Periode voor de inschrijving' : 'Eerste periode begint later', ernst: ervoor ? 'afgekeurd' : 'kijk-na',
    uitleg: ervoor ? 'Deze periode begint voor de datum van inschrijving.' : 'De eerste periode begint na de datum van inschrijving. Over de dagen ertussen weten wij niets.',
    verwacht: `${begin}, de datum van inschrijving`, remedie: VERBETER,
  })
}

/** In GRONDSLAG staat het einde erbij; elders volgt het uit de volgende periode. */
function controleerAansluiting(r: GelezenRecord, volgende: GelezenRecord | undefined, m: Meldpunt): void {
  const van = lees(r, 'datumBegin') ?? ''
  const tot = lees(r, 'datumEind')
  const daarna = volgende && lees(volgende, 'datumBegin')
  if (tot !== null && tot < van) m.meld({ ...op(r), veld: 'Datum eind', waarde: tot, regel: 'REL-ISP-EINDE', titel: 'Periode eindigt voor het begin', ernst: 'afgekeurd', uitleg: 'De laatste dag van de periode ligt voor de eerste.', verwacht: `${van} of later`, remedie: VERBETER })
  if (!volgende || !daarna) return
  if (daarna === van) m.meld({ ...op(volgende), veld: 'Datum begin', waarde: van, regel: 'REL-ISP-DUBBEL', titel: 'Twee perioden op dezelfde dag', ernst: 'afgekeurd', uitleg: 'Twee perioden van deze inschrijving beginnen op dezelfde dag.', verwacht: 'elke periode een eigen begin', remedie: 'Haal een van de twee weg, of verbeter het begin.' })
  else if (tot !== null && tot >= daarna) m.meld({ ...op(volgende), veld: 'Datum begin', waarde: daarna, regel: 'REL-ISP-OVERLAP', titel: 'Perioden overlappen', ernst: 'afgekeurd', uitleg: `De periode ervoor loopt nog tot en met ${tot}.`, verwacht: `${plusDagen(tot as Datum, 1)}`, remedie: VERBETER })
  else if (tot !== null && plusDagen(tot as Datum, 1) < daarna) m.meld({ ...op(volgende), veld: 'Datum begin', waarde: daarna, regel: 'REL-ISP-GAT', titel: 'Gat tussen perioden', ernst: 'kijk-na', uitleg: `De periode ervoor eindigt op ${tot}. Over de dagen ertussen weten wij niets.`, verwacht: `${plusDagen(tot as Datum, 1)}`, remedie: VERBETER })
  else if (tot === null && 'datumEind' in r.indeling.plaats) m.meld({ ...op(r), veld: 'Datum eind', regel: 'REL-ISP-EINDE-LEEG', titel: 'Einde van periode ontbreekt', ernst: 'kijk-na', uitleg: 'Er volgt nog een periode, maar het einde van deze is leeg.', verwacht: 'de dag voor de volgende periode', remedie: VERBETER })
}

function controleerCodes(r: GelezenRecord, inschrijving: string | null, indeling: Bestandsindeling, { m, regels }: Controle): void {
  const nummer = (sleutel: string): number => (r.indeling.plaats[sleutel] ?? 0) + 2
  const route = lees(r, 'leerroute')
  if (route !== null && !regels.lijsten.leerroute.codes.has(route)) m.meld({ ...op(r), veld: 'Leerroute', veldnummer: nummer('leerroute'), waarde: route, regel: veldregel(indeling.soort, 'ISP', nummer('leerroute')), titel: 'Leerroute is niet bekend', ...onbekendeRoute(regels, lees(r, 'datumBegin')), remedie: 'Verbeter de code, of laat het veld leeg.' })
  if ('onderwijslocatie' in r.indeling.plaats && lees(r, 'onderwijslocatie') === null && inschrijving !== null && isLocatieVerplicht(inschrijving, regels)) {
    m.meld({ ...op(r), veld: 'Onderwijslocatie', veldnummer: nummer('onderwijslocatie'), regel: 'REL-ISP-LOCATIE', titel: 'Onderwijslocatie ontbreekt', ernst: 'kijk-na', uitleg: 'Bij een inschrijving die op deze dag begint, hoort de locatie waar de meeste lessen zijn.', verwacht: 'een code uit RIO zoals 999X001', remedie: 'Vul in uw pakket de onderwijslocatie in.' })
  }
  if (lees(r, 'niveau') === null) m.meld({ ...op(r), veld: 'Niveau', veldnummer: nummer('niveau'), regel: 'REL-ISP-NIVEAU', titel: 'Niveau is leeg', ernst: 'anders-gelezen', uitleg: 'Het niveau is leeg. Het hoort bij de opleidingcode (crebo).', verwacht: 'MBO-1 tot en met MBO-4, of leeg', remedie: 'U hoeft niets te doen. Bij een leerroute is het beter om het niveau in te vullen.' })
}

/** De lijst zegt of een onbekende route wordt bewaard; ernst en zin volgen daaruit. */
function onbekendeRoute({ lijsten }: Bestandsregels, dag: string | null): Pick<Melding, 'ernst' | 'uitleg' | 'verwacht'> {
  const { onbekendeCode, geldigOp } = lijsten.leerroute
  const codes = geldigOp(parseDatum(dag ?? '') ?? null)
  const bewaren = onbekendeCode === 'bewaren_en_melden'
  return {
    ernst: bewaren ? 'kijk-na' : 'afgekeurd', uitleg: `Deze code staat niet in de lijst.${bewaren ? ' Wij bewaren haar, maar rekenen er niet mee.' : ''}`,
    verwacht: codes.length === 0 ? 'leeg: op deze dag bestaat geen leerroute' : `${codes.join(', ')}, of leeg`,
  }
}

/** Vanaf een dag hoort bij een nieuwe mbo-inschrijving een onderwijslocatie (K-BRN-01). */
function isLocatieVerplicht(inschrijving: string, { normen }: Bestandsregels): boolean {
  const dag = parseDatum(inschrijving)
  const norm = dag && normen.datum('bron/onderwijslocatie-verplicht', dag)
  return norm?.soort === 'geldt' && inschrijving >= norm.waarde
}
