import type { Inschrijving, InschrijvingMbo } from '../../bron/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Fase, Partij } from '../../kern/leerroute.ts'

/** Wat het register van een mbo-inschrijving weet op een teldatum. */
export interface Teldatumfeiten {
  readonly teldatum: Datum
  readonly brin: string
  readonly inschrijvingvolgnummer: string
  readonly periode: { readonly opleidingcode: string; readonly leertraject: string; readonly leerroutefase: string | null; readonly bekostigbaar: 'J' | 'N' }
  readonly bpv: readonly Bpvfeit[]
  /** Ons besluit over deze student op de teldatum. */
  readonly besluit: { readonly bekostiging: Partij; readonly fase: Fase }
  /** Alle mbo-inschrijvingen van de student, ook bij andere instellingen. */
  readonly inschrijvingen: readonly InschrijvingMbo[]
}

export interface Bpvfeit {
  readonly afsluitdatum: string
  readonly datumBegin: string
  readonly eindeGepland: string | null
  readonly eindeWerkelijk: string | null
  readonly opleidingcode: string | null
}

/** `null` = wij weten het niet; dan blijft het veld leeg. */
export interface Bekostigingsoordeel {
  readonly status: boolean | null
  /** Waarom de status onbekend is. */
  readonly onbekend: 'fase-onbepaald' | 'meer-inschrijvingen' | 'bpv-twijfel' | null
}

const BEKOSTIGDE_TRAJECTEN: readonly string[] = ['BOL', 'BBL']

/**
 * K-BEK-02, K-BEK-03, K-BEK-06: de bekostigingsstatus van één mbo-inschrijving op een teldatum, voorlopig. Waar zodra ons besluit het
 * mbo aanwijst en alles wat wij kunnen nagaan klopt; onwaar zodra een voorwaarde zeker niet klopt; anders onbekend. Niet te beoordelen
 * met wat het register weet: het verblijf, en of de opleiding zelf bekostigd wordt. Bron: bron.md 4.2; welke bpv telt is afgeleid.
 */
export function bepaalBekostigingsstatus(f: Teldatumfeiten): Bekostigingsoordeel {
  const { periode, besluit } = f
  if (periode.bekostigbaar === 'N' || !BEKOSTIGDE_TRAJECTEN.includes(periode.leertraject) || periode.leerroutefase === 'VO') return NEE
  if (besluit.bekostiging === 'VO' || besluit.bekostiging === 'geen') return NEE
  if (besluit.bekostiging === 'onbepaald') return onbekend('fase-onbepaald')
  const kandidaten = f.inschrijvingen.filter((i) => komtInAanmerking(i, f.teldatum, besluit.fase))
  if (!kandidaten.some((i) => i.brin === f.brin && i.inschrijvingvolgnummer === f.inschrijvingvolgnummer)) return NEE
  // Per student telt er een; welke dat is als er meer zijn, is niet zeker.
  if (kandidaten.length > 1) return onbekend('meer-inschrijvingen')
  return periode.leertraject === 'BBL' ? oordeelOverBpv(f) : JA
}

/** De bpv die bij de bekostiging van een bbl-inschrijving meetelt. De eisen zijn afgeleid: geldig op de teldatum, zelfde opleiding, opgemaakt voor het einde van het jaar. */
export function bekostigingsrelevanteBpv<B extends Bpvfeit>(bpv: readonly B[], periode: { readonly leertraject: string; readonly opleidingcode: string }, teldatum: Datum): readonly B[] {
  if (periode.leertraject !== 'BBL') return []
  return bpv.filter((b) => isGeldig(b, teldatum) && b.opleidingcode === periode.opleidingcode && b.afsluitdatum <= `${teldatum.slice(0, 4)}-12-31`)
}

function oordeelOverBpv(f: Teldatumfeiten): Bekostigingsoordeel {
  if (!f.bpv.some((b) => isGeldig(b, f.teldatum))) return NEE
  return bekostigingsrelevanteBpv(f.bpv, f.periode, f.teldatum).length > 0 ? JA : onbekend('bpv-twijfel')
}

function isGeldig(b: Bpvfeit, dag: Datum): boolean {
  const einde = b.eindeWerkelijk ?? b.eindeGepland
  return b.datumBegin <= dag && (einde === null || einde >= dag)
}

/** K-BEK-03: met een route telt alleen een inschrijving in fase MBO; altijd met indicatie J, bol of bbl. */
function komtInAanmerking(i: InschrijvingMbo, dag: Datum, fase: Fase): boolean {
  if (!isOpenOp(i, dag)) return false
  const periode = i.perioden.findLast((p) => p.datumBegin <= dag)
  if (periode === undefined || periode.indicatieBekostigbaar !== 'J' || !BEKOSTIGDE_TRAJECTEN.includes(periode.leertraject ?? '')) return false
  return fase !== 'MBO' || periode.leerroutefase === 'MBO'
}

function isOpenOp(i: Inschrijving, dag: Datum): boolean {
  return i.datumInschrijving <= dag && (!i.datumUitschrijving || i.datumUitschrijving >= dag)
}

function onbekend(reden: NonNullable<Bekostigingsoordeel['onbekend']>): Bekostigingsoordeel {
  return { status: null, onbekend: reden }
}

const JA: Bekostigingsoordeel = { status: true, onbekend: null }
const NEE: Bekostigingsoordeel = { status: false, onbekend: null }
