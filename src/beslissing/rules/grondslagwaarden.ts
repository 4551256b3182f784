import { periodeOp } from '../../bron/index.ts'
import type { Groepwaarden, Overzichtdiploma, Overzichtpersoon } from '../../bron/index.ts'
import { datum, leeftijdOp, type Datum } from '../../kern/datum.ts'
import type { Besluit } from '../besluit.ts'
import type { Dossier } from '../dossier.ts'
import { bekostigingsrelevanteBpv, bepaalBekostigingsstatus, type Bekostigingsoordeel } from './bekostigingsgrondslag.ts'

type Inschrijving = Overzichtpersoon['inschrijvingen'][number]
type Periode = Inschrijving['perioden'][number]
type Bpv = Inschrijving['bpv'][number]

/** Wat wij over een inschrijving op een teldatum zeggen; `oordeel.status` null = onbekend. */
export interface Teldatumwaarden {
  readonly teldatum: Datum
  readonly periode: Periode
  readonly oordeel: Bekostigingsoordeel
  readonly bpv: readonly Bpv[]
}

/** Moment van bepalen, zoals de bestanden het schrijven: `streepjes` in TBG-i, `aaneen` (DT15) in GRONDSLAG. */
export interface Bepaald {
  readonly streepjes: string
  readonly aaneen: string
}

/** De teldata waarop een inschrijving geldig was, met ons oordeel. Geen teldatum = niet geldig op een teldatum (PvE 16.1). */
export function bepaalTeldata(i: Inschrijving, teldata: readonly Datum[], dossier: Pick<Dossier, 'inschrijvingenMbo'>, besluitOp: (dag: Datum) => Pick<Besluit, 'bekostiging' | 'fase'>): readonly Teldatumwaarden[] {
  return teldata.flatMap((teldatum) => {
    const periode = periodeOp(i, teldatum)
    if (periode === undefined) return []
    const oordeel = bepaalBekostigingsstatus({
      teldatum, brin: i.brin, inschrijvingvolgnummer: i.inschrijvingvolgnummer, periode, bpv: i.bpv, besluit: besluitOp(teldatum), inschrijvingen: dossier.inschrijvingenMbo,
    })
    return [{ teldatum, periode, oordeel, bpv: bekostigingsrelevanteBpv(i.bpv, periode, teldatum) }]
  })
}

/** K-BEK-07: een inschrijving in de TBG-i. Wat niemand hier weet (factoren, prijs, bijdrage, hoogst bekostigde diploma) blijft nil. */
export function tbgiInschrijving(p: Overzichtpersoon, i: Inschrijving, teldata: readonly Teldatumwaarden[], bepaald: Bepaald): Groepwaarden {
  return {
    velden: {
      BRIN: i.brin, ...tbgiNummer(p), Inschrijvingvolgnummer: i.inschrijvingvolgnummer, DatumInschrijving: i.datumInschrijving,
      DatumUitschrijvingGepland: i.uitschrijvingGepland, DatumUitschrijvingWerkelijk: i.uitschrijvingWerkelijk,
    },
    groepen: { Teldatum: teldata.map((t) => tbgiTeldatum(p, i, t, bepaald)) },
  }
}

function tbgiTeldatum(p: Overzichtpersoon, i: Inschrijving, { teldatum, periode, oordeel, bpv }: Teldatumwaarden, bepaald: Bepaald): Groepwaarden {
  const studiejaar = teldatum.slice(5) >= '08-01' ? teldatum.slice(0, 4) : String(Number(teldatum.slice(0, 4)) - 1)
  return {
    velden: {
      Teldatum: teldatum, DatumTijdBepalingBekostigingsgrondslagen: bepaald.streepjes, StatusBepalingBekostigingsstatus: VOORLOPIG,
      LeeftijdOpEenAugustusStudiejaar: p.geboren === null ? null : String(leeftijdOp(p.geboren, datum(`${studiejaar}-08-01`))),
      Opleidingcode: periode.opleidingcode, Niveau: periode.niveau, Leertraject: periode.leertraject, Leerroutefase: periode.leerroutefase,
      IndicatieBekostigbaar: String(periode.bekostigbaar === 'J'), Bekostigingsstatus: waarOfNil(oordeel.status), InschrijvingVoorCorrectiefactor: waarOfNil(correctie(oordeel)),
    },
    groepen: {
      BekostigingsrelevanteBPV: bpv.map((b) => ({
        velden: {
          Inschrijvingvolgnummer: i.inschrijvingvolgnummer, Volgnummer: b.volgnummer, Afsluitdatum: b.afsluitdatum, DatumBegin: b.datumBegin,
          DatumEindGepland: b.eindeGepland, DatumEindWerkelijk: b.eindeWerkelijk, Opleidingcode: b.opleidingcode,
        },
      })),
    },
  }
}

export function tbgiDiploma(p: Overzichtpersoon, d: Overzichtdiploma, bepaald: Bepaald): Groepwaarden {
  return {
    velden: {
      BRIN: d.brin, ...tbgiNummer(p), Resultaatvolgnummer: d.resultaatvolgnummer, Opleidingcode: d.opleidingcode, Inschrijvingvolgnummer: d.inschrijvingvolgnummer,
      DatumBehaald: d.datum, Niveau: niveauVan(p, d), DatumTijdBepalingBekostigingsgrondslagen: bepaald.streepjes, StatusBepalingBekostigingsstatus: VOORLOPIG,
      Bekostigingsstatus: waarOfNil(diplomastatus(d)),
    },
  }
}

/** De velden van een BII-record (GRONDSLAG). */
export function biiWaarden({ teldatum, oordeel }: Teldatumwaarden, bepaald: Bepaald): object {
  return { teldatum, datumtijd: bepaald.aaneen, status: VOORLOPIG, bekostigingsstatus: jaOfLeeg(oordeel.status), correctiefactor: jaOfLeeg(correctie(oordeel)) }
}

/** De velden van een BID-record (GRONDSLAG). */
export function bidWaarden(p: Overzichtpersoon, d: Overzichtdiploma, bepaald: Bepaald): object {
  return { niveau: niveauVan(p, d), datumtijd: bepaald.aaneen, status: VOORLOPIG, bekostigingsstatus: jaOfLeeg(diplomastatus(d)) }
}

/** Alleen DUO stelt definitief vast. */
const VOORLOPIG = 'V'

/** Wie zeker niet bekostigd is, telt ook niet voor de correctie; de rest is niet bekend. Afgeleid. */
function correctie({ status }: Bekostigingsoordeel): boolean | null {
  return status === false ? false : null
}

/** K-BEK-01: een diploma dat de school niet bekostigbaar noemt, is het niet. Verder hangt het af van eerder bekostigde diploma's, en die kent het register niet. */
function diplomastatus(d: Overzichtdiploma): boolean | null {
  return d.bekostigbaar === 'N' ? false : null
}

/** Het niveau bij het diploma, of dat van een inschrijving van deze student voor dezelfde opleiding. */
function niveauVan(p: Overzichtpersoon, d: Overzichtdiploma): string | null {
  const periode = p.inschrijvingen.flatMap((i) => i.perioden).find((een) => een.opleidingcode === d.opleidingcode && een.niveau !== null)
  return d.niveau ?? periode?.niveau ?? null
}

function tbgiNummer({ nummer }: Overzichtpersoon): Readonly<Record<string, string>> {
  return nummer.stelsel === 'ONR' ? { Onderwijsnummer: nummer.waarde } : { Burgerservicenummer: nummer.waarde }
}

function waarOfNil(waarde: boolean | null): string | null {
  return waarde === null ? null : String(waarde)
}

function jaOfLeeg(waarde: boolean | null): string | null {
  return waarde === null ? null : waarde ? 'J' : 'N'
}
