import type { Bestandsindeling } from './indeling.ts'
import type { Herkenning } from './herken.ts'
import type { Controle, Melding, Meldpunt } from './melding.ts'
import { NIETS_TE_DOEN, Recordlezer, type GelezenRecord } from './recordlezer.ts'
import type { Verkenning } from './verken.ts'

/** Wat de kop van het bestand zegt. */
export interface Bestandskop {
  readonly brin: string
  readonly begin: string | null
  readonly einde: string | null
  readonly aanmaak: string | null
}

/** Controleert het bestand als geheel: kop, sluitregel, tellingen, volgorde en naam. Undefined = de kop is niet bruikbaar. */
export function controleerBestand(naam: string, h: Herkenning, v: Verkenning, indeling: Bestandsindeling, { m, regels }: Controle): Bestandskop | undefined {
  const lezer = new Recordlezer(indeling, { scheiding: h.scheiding, meldpunt: m, regels })
  controleerVorm(h, v, indeling, m)
  const kop = leesKop(v, lezer, indeling, m)
  controleerSluitregel(v, lezer, indeling, m)
  if (kop !== undefined) controleerNaam(naam, kop, indeling, m)
  return kop
}

function controleerVorm(h: Herkenning, v: Verkenning, indeling: Bestandsindeling, m: Meldpunt): void {
  const anders = (regel: string, titel: string, uitleg: string, verwacht: string, regelnummer: number | null = null): void =>
    m.meld({ regel, titel, ernst: 'anders-gelezen', uitleg, verwacht, remedie: NIETS_TE_DOEN, regelnummer })
  if (h.soortVolgensNaam !== null && h.soortVolgensNaam !== indeling.soort) m.meld({ regel: 'BST-SOORT', titel: 'Naam en inhoud verschillen', ernst: 'kijk-na', uitleg: `De naam zegt ${h.soortVolgensNaam}, maar de inhoud is ${indeling.naam}. Wij lezen de inhoud.`, verwacht: `een naam die begint met ${indeling.soort}_`, remedie: 'Controleer of u het goede bestand hebt gekozen.' })
  if (h.scheiding !== indeling.scheiding) anders('BST-SCHEIDING', 'Ander scheidingsteken', `De velden zijn gescheiden met ${teken(h.scheiding)}. DUO schrijft ${teken(indeling.scheiding)}.`, teken(indeling.scheiding), 1)
  if (v.bom) anders('BST-BOM', 'Merkteken aan het begin', 'Het bestand begint met een merkteken voor UTF-8 (BOM). DUO schrijft dat niet.', 'geen merkteken', 1)
  if (v.lfZonderCr > 0) anders('BST-REGELEINDE', 'Ander regeleinde', 'De regels eindigen op LF. DUO schrijft CRLF.', 'CRLF', 1)
  if (v.legeRegels.aantal > 0) anders('BST-LEGE-REGEL', 'Lege regels', `Er ${v.legeRegels.aantal === 1 ? 'is 1 lege regel' : `zijn ${v.legeRegels.aantal} lege regels`}. Die slaan wij over.`, 'geen lege regels', v.legeRegels.eerste)
  if (!v.aaneengesloten || !v.oplopend) anders('BST-VOLGORDE', 'Andere volgorde', `De studenten staan niet op volgorde van hun nummer${v.aaneengesloten ? '' : ', of hun records staan niet bij elkaar'}. Wij zoeken de records bij elkaar.`, 'oplopend op burgerservicenummer, daarna onderwijsnummer', v.eersteVerspringing)
}

function leesKop(v: Verkenning, lezer: Recordlezer, indeling: Bestandsindeling, m: Meldpunt): Bestandskop | undefined {
  const eerste = v.voorlopen[0]
  if (eerste === undefined) {
    m.meld({ regel: 'BST-KOP', titel: 'Kopregel ontbreekt', ernst: 'afgekeurd', uitleg: 'De kopregel (VLP) met de BRIN van de instelling ontbreekt.', verwacht: 'één VLP, als eerste regel', remedie: 'Haal het bestand opnieuw op. Kopieer het in zijn geheel.' })
    return undefined
  }
  const tweede = v.voorlopen[1]
  if (tweede !== undefined) m.meld({ regel: 'BST-KOP', titel: 'Meer dan één kopregel', ernst: 'afgekeurd', uitleg: 'Er is een tweede kopregel (VLP). Waarschijnlijk zijn twee bestanden achter elkaar gezet.', verwacht: 'één VLP', remedie: 'Lever elk bestand apart in.', regelnummer: tweede.regelnummer, recordsoort: 'VLP' })
  if (eerste.regelnummer !== 1) m.meld({ regel: 'BST-VOLGORDE', titel: 'Kopregel niet vooraan', ernst: 'anders-gelezen', uitleg: 'De kopregel (VLP) staat niet op de eerste regel.', verwacht: 'VLP op regel 1', remedie: NIETS_TE_DOEN, regelnummer: eerste.regelnummer, recordsoort: 'VLP' })
  const gelezen = lezer.lees(eerste.tekst, eerste.regelnummer)
  const brin = waarde(gelezen, 'brin')
  if (brin === null) return undefined
  const studiejaar = indeling.soort === 'GRONDSLAG' ? waarde(gelezen, 'studiejaar') : null
  const [begin, einde] = studiejaar === null ? [waarde(gelezen, 'begin'), waarde(gelezen, 'einde')] : [`${studiejaar}-08-01`, `${Number(studiejaar) + 1}-07-31`]
  if (begin !== null && einde !== null && einde < begin) m.meld({ regel: 'BST-KOP', titel: 'Overzicht eindigt voor het begin', ernst: 'afgekeurd', uitleg: 'De einddatum van het overzicht ligt voor de begindatum.', verwacht: `${begin} of later`, remedie: 'Haal het bestand opnieuw op.', regelnummer: eerste.regelnummer, recordsoort: 'VLP', waarde: einde })
  return { brin, begin, einde, aanmaak: waarde(gelezen, 'aanmaak') }
}

function controleerSluitregel(v: Verkenning, lezer: Recordlezer, indeling: Bestandsindeling, m: Meldpunt): void {
  const slot = v.sluitregels[0]
  const soort = indeling.slotregel
  if (slot === undefined) return m.meld({ regel: 'BST-SLOT', titel: 'Sluitregel ontbreekt', ernst: 'afgekeurd', uitleg: `De sluitregel (${soort}) ontbreekt. Het bestand is waarschijnlijk afgebroken. De laatste regel is ${v.regels}${/^[A-Z]{3}$/.test(v.laatsteSoort) ? ` (${v.laatsteSoort})` : ''}.`, verwacht: `één ${soort} met de tellingen`, remedie: 'Haal het bestand opnieuw op en kopieer het in zijn geheel.', regelnummer: v.regels })
  const tweede = v.sluitregels[1]
  if (tweede !== undefined) m.meld({ regel: 'BST-SLOT', titel: 'Meer dan één sluitregel', ernst: 'afgekeurd', uitleg: `Er is een tweede sluitregel (${soort}).`, verwacht: `één ${soort}`, remedie: 'Lever elk bestand apart in.', regelnummer: tweede.regelnummer, recordsoort: soort })
  if (slot.regelnummer !== v.regels) m.meld({ regel: 'BST-VOLGORDE', titel: 'Sluitregel niet achteraan', ernst: 'anders-gelezen', uitleg: 'De sluitregel staat niet op de laatste regel.', verwacht: `${soort} op de laatste regel`, remedie: NIETS_TE_DOEN, regelnummer: slot.regelnummer, recordsoort: soort })
  const gelezen = lezer.lees(slot.tekst, slot.regelnummer)
  if (gelezen !== undefined) for (const t of verwachteTellingen(indeling, v)) vergelijkTelling(gelezen, t, m)
}

interface Telling {
  readonly sleutel: string
  readonly naam: string
  readonly geteld: number
}

function verwachteTellingen(indeling: Bestandsindeling, v: Verkenning): readonly Telling[] {
  const aantal = (soort: string): number => v.tellingen.get(soort) ?? 0
  if (indeling.slotregel === 'SLR') return (indeling.records.get('SLR')?.velden ?? []).map((veld) => ({ sleutel: veld.sleutel, naam: veld.sleutel, geteld: aantal(veld.sleutel) }))
  const { somOpleidingcodes, bekostigbaar } = v.controlegetallen
  return [
    { sleutel: 'ISG', naam: 'ISG', geteld: aantal('ISG') }, { sleutel: 'DIP', naam: 'DIP', geteld: aantal('DIP') },
    { sleutel: 'somOpleidingcodes', naam: 'de som van de opleidingcodes', geteld: somOpleidingcodes },
    { sleutel: 'totaal', naam: 'het totaal generaal', geteld: somOpleidingcodes + aantal('ISG') + bekostigbaar + aantal('DIP') },
    { sleutel: 'bekostigbaar', naam: 'bekostigbare ISP en DIP', geteld: bekostigbaar },
  ]
}

function vergelijkTelling(slot: GelezenRecord, t: Telling, m: Meldpunt): void {
  const staat = waarde(slot, t.sleutel)
  if (staat === null || Number(staat) === t.geteld) return
  const plaats = (slot.indeling.plaats[t.sleutel] ?? 0) + 2
  const melding: Melding = {
    regel: 'BST-TELLING', titel: 'Sluitregel telt anders', ernst: 'kijk-na', uitleg: `De sluitregel noemt ${staat} voor ${t.naam}. Wij tellen ${t.geteld}. Misschien is het bestand niet compleet.`,
    verwacht: String(t.geteld), remedie: 'Is dit een deel van een bestand? Dan hoeft u niets te doen. Haal anders het bestand opnieuw op.',
    regelnummer: slot.regelnummer, recordsoort: slot.indeling.recordsoort, veld: slot.indeling.velden[plaats - 2]?.naam ?? t.naam, veldnummer: plaats, waarde: staat,
  }
  m.meld(melding)
}

/** Alleen wat in de naam staat: de BRIN, en bij een RO de periode. */
function controleerNaam(naam: string, kop: Bestandskop, indeling: Bestandsindeling, m: Meldpunt): void {
  const delen = naam.replace(/\.[A-Za-z]+$/, '').split('_')
  const brin = delen.find((d) => /^[0-9]{2}[A-Z]{2}$/.test(d))
  if (brin !== undefined && brin !== kop.brin) m.meld({ regel: 'BST-NAAM', titel: 'BRIN in de naam is anders', ernst: 'kijk-na', uitleg: `De naam noemt ${brin}, de kopregel ${kop.brin}. Wij gebruiken de kopregel.`, verwacht: kop.brin, remedie: 'Controleer of u het goede bestand hebt gekozen.', regelnummer: 1, recordsoort: 'VLP' })
  const datums = delen.filter((d) => /^[0-9]{8}$/.test(d)).map((d) => `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`)
  if (indeling.soort === 'RO' && datums.length === 2 && (datums[0] !== kop.begin || datums[1] !== kop.einde)) m.meld({ regel: 'BST-NAAM', titel: 'Periode in de naam is anders', ernst: 'kijk-na', uitleg: `De naam noemt ${datums[0]} tot en met ${datums[1]}, de kopregel ${kop.begin} tot en met ${kop.einde}.`, verwacht: 'dezelfde periode', remedie: 'Controleer of u het goede bestand hebt gekozen.', regelnummer: 1, recordsoort: 'VLP' })
}

function waarde(r: GelezenRecord | undefined, sleutel: string): string | null {
  const plaats = r?.indeling.plaats[sleutel]
  const gelezen = plaats === undefined ? '' : r?.waarden[plaats] ?? ''
  return gelezen === '' ? null : gelezen
}

function teken(scheiding: string): string {
  return scheiding === '\t' ? 'een tab' : `‘${scheiding}’`
}
