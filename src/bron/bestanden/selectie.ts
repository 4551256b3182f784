import { datum, plusDagen, type Datum } from '../../kern/datum.ts'
import type { DiplomaUitBestand, InschrijvingUitBestand, OnderdeelUitBestand, PersoonUitBestand } from './persoon.ts'

/** Twee dagen, allebei inclusief. */
export interface Tijdvak {
  readonly van: Datum
  readonly totEnMet: Datum
}

/** Welke gegevens een bestand beslaat. Elk tijdvak is inclusief. */
export interface Venster {
  /** Inschrijvingen die in dit tijdvak geldig waren. */
  readonly inschrijvingen: Tijdvak
  /** Diploma's die in dit tijdvak zijn behaald. */
  readonly diplomas: Tijdvak
  /** Losse onderdelen die in dit tijdvak zijn behaald; null = het bestand kent geen onderdelen. */
  readonly onderdelen: Tijdvak | null
  /** Ook resultaten die bij een gekozen inschrijving horen, al zijn ze buiten het tijdvak behaald. */
  readonly resultatenVanInschrijving: boolean
  /** Ook inschrijvingen waar een gekozen resultaat naar verwijst. */
  readonly inschrijvingenVanResultaat: boolean
  /** Alleen bpv van studenten met een bbl-inschrijving in het tijdvak. */
  readonly alleenBpvVanBbl: boolean
}

/** PvE 15: inschrijvingen geldig in de periode, resultaten behaald in de periode, en resultaten die bij zo'n inschrijving horen. */
export function vensterRo(vak: Tijdvak): Venster {
  return { inschrijvingen: vak, diplomas: vak, onderdelen: vak, resultatenVanInschrijving: true, inschrijvingenVanResultaat: false, alleenBpvVanBbl: false }
}

/** PvE 17: inschrijvingen en losse onderdelen van het studiejaar, diploma's van het kalenderjaar van 1 oktober, en de inschrijvingen waarnaar ze verwijzen. */
export function vensterGrondslag(studiejaar: number): Venster {
  return { inschrijvingen: studiejaarvak(studiejaar), diplomas: jaarvak(studiejaar), onderdelen: studiejaarvak(studiejaar), resultatenVanInschrijving: false, inschrijvingenVanResultaat: true, alleenBpvVanBbl: false }
}

/**
 * PvE 13: de bpv hoort er alleen in van studenten met bbl. Welke inschrijvingen en diploma's erin horen, zegt de tekst die wij kennen niet;
 * wij nemen dezelfde als in de TBG-i, waar het OBO bij hoort. Afgeleid.
 */
export function vensterObo(studiejaar: number): Venster {
  return { ...vensterTbgi(studiejaar), alleenBpvVanBbl: true }
}

/** PvE 16.1: het studiejaar T-2, met de diploma's van kalenderjaar T-2. Een inschrijving op geen van beide teldata staat er wel in, zonder teldatum. */
export function vensterTbgi(studiejaar: number): Venster {
  return { inschrijvingen: studiejaarvak(studiejaar), diplomas: jaarvak(studiejaar), onderdelen: null, resultatenVanInschrijving: false, inschrijvingenVanResultaat: false, alleenBpvVanBbl: false }
}

export function studiejaarvak(studiejaar: number): Tijdvak {
  return { van: datum(`${studiejaar}-08-01`), totEnMet: datum(`${studiejaar + 1}-07-31`) }
}

function jaarvak(jaar: number): Tijdvak {
  return { van: datum(`${jaar}-01-01`), totEnMet: datum(`${jaar}-12-31`) }
}

/** Wat van een student in het bestand hoort; undefined = niets. Van een gekozen inschrijving en een gekozen diploma gaan alle onderdelen mee. */
export function kiesUit<P extends PersoonUitBestand>(p: P, venster: Venster): P | undefined {
  const gekozen = new Set(p.inschrijvingen.filter((i) => isGeldigIn(i, venster.inschrijvingen)))
  const nummers = new Set([...gekozen].map((i) => sleutel(i.brin, i.inschrijvingvolgnummer)))
  const verwijst = (r: DiplomaUitBestand | OnderdeelUitBestand): boolean =>
    venster.resultatenVanInschrijving && r.inschrijvingvolgnummer !== null && nummers.has(sleutel(r.brin, r.inschrijvingvolgnummer))
  const diplomas = p.diplomas.filter((d) => valtIn(d.datum, venster.diplomas) || verwijst(d))
  const onderdelen = venster.onderdelen === null ? [] : kiesOnderdelen(p, diplomas, venster.onderdelen, verwijst)
  if (venster.inschrijvingenVanResultaat) {
    const bijResultaat = new Set([...diplomas, ...onderdelen].flatMap((r) => (r.inschrijvingvolgnummer === null ? [] : [sleutel(r.brin, r.inschrijvingvolgnummer)])))
    for (const i of p.inschrijvingen) if (bijResultaat.has(sleutel(i.brin, i.inschrijvingvolgnummer))) gekozen.add(i)
  }
  if (gekozen.size === 0 && diplomas.length === 0 && onderdelen.length === 0) return undefined
  const zonderBpv = venster.alleenBpvVanBbl && ![...gekozen].some((i) => heeftBbl(i, venster.inschrijvingen))
  const inschrijvingen = p.inschrijvingen.filter((i) => gekozen.has(i)).map((i) => (zonderBpv ? { ...i, bpv: [] } : i))
  return { ...p, inschrijvingen, diplomas, onderdelen }
}

/** Een onderdeel van een diploma volgt zijn diploma; is dat diploma er niet, dan telt het als los. */
function kiesOnderdelen(p: PersoonUitBestand, diplomas: readonly DiplomaUitBestand[], vak: Tijdvak, verwijst: (o: OnderdeelUitBestand) => boolean): readonly OnderdeelUitBestand[] {
  const sleutels = (lijst: readonly DiplomaUitBestand[]): ReadonlySet<string> => new Set(lijst.map((d) => sleutel(d.brin, d.resultaatvolgnummer)))
  const [alle, gekozen] = [sleutels(p.diplomas), sleutels(diplomas)]
  return p.onderdelen.filter((o) => {
    const diploma = o.diplomavolgnummer === null ? undefined : sleutel(o.brin, o.diplomavolgnummer)
    if (diploma !== undefined && alle.has(diploma)) return gekozen.has(diploma)
    // Zonder datum en zonder diploma is niet te zeggen wanneer het behaald is; dan liever erbij dan kwijt.
    return o.datum === null || valtIn(o.datum, vak) || verwijst(o)
  })
}

/** Een geplande uitschrijving telt niet: zolang de werkelijke leeg is, loopt de inschrijving door. */
export function isGeldigIn(i: Pick<InschrijvingUitBestand, 'datumInschrijving' | 'uitschrijvingWerkelijk'>, vak: Tijdvak): boolean {
  return i.datumInschrijving <= vak.totEnMet && (i.uitschrijvingWerkelijk === null || i.uitschrijvingWerkelijk >= vak.van)
}

export function isGeldigOp(i: Pick<InschrijvingUitBestand, 'datumInschrijving' | 'uitschrijvingWerkelijk'>, dag: Datum): boolean {
  return isGeldigIn(i, { van: dag, totEnMet: dag })
}

/** De periode van een inschrijving op een dag; undefined als de inschrijving dan niet geldig is. */
export function periodeOp(i: InschrijvingUitBestand, dag: Datum): InschrijvingUitBestand['perioden'][number] | undefined {
  return isGeldigOp(i, dag) ? i.perioden.findLast((p) => p.datumBegin <= dag) : undefined
}

/** De laatste dag van een periode: de dag voor de volgende, anders de uitschrijving; null = loopt door. */
export function eindVanPeriode(i: InschrijvingUitBestand, plaats: number): string | null {
  const volgende = i.perioden[plaats + 1]
  return volgende === undefined ? i.uitschrijvingWerkelijk : plusDagen(datum(volgende.datumBegin), -1)
}

function heeftBbl(i: InschrijvingUitBestand, vak: Tijdvak): boolean {
  return i.perioden.some((p, plaats) => p.leertraject === 'BBL' && p.datumBegin <= vak.totEnMet && (eindVanPeriode(i, plaats) ?? vak.van) >= vak.van)
}

function valtIn(dag: string, vak: Tijdvak): boolean {
  return dag >= vak.van && dag <= vak.totEnMet
}

function sleutel(brin: string, nummer: string): string {
  return `${brin}/${nummer}`
}
