import { plusDagen, type Datum } from '../../../kern/datum.ts'
import { telt } from '../../../kern/bekend.ts'
import type { Leerroute, Leerroutefase, Sector } from '../../../kern/leerroute.ts'
import type { InschrijvingMbo, InschrijvingVo, PeriodeMbo, PeriodeVo } from '../../../bron/index.ts'
import type { Dossier } from '../../../beslissing/index.ts'
import type { Woorden } from '../teksten.ts'

/** Eén periode van een inschrijving zoals hij getekend en in de tabel gezet wordt. */
export interface Tijdlijnperiode {
  readonly register: 'VO' | 'MBO'
  readonly sector: Sector
  readonly brin: string
  readonly school: string
  readonly inschrijving: string
  readonly van: Datum
  /** null = nog niet uitgeschreven. */
  readonly totEnMet: Datum | null
  /** Waar als hierna geen periode meer komt maar een uitschrijving. */
  readonly isUitschrijving: boolean
  readonly route: Leerroute | null
  readonly fase: Leerroutefase | null
  /** Wat: "leerjaar 4 · kb" of "Timmerman · niveau 3 · bol"; van lang naar kort. */
  readonly wat: readonly string[]
  readonly vastgelegdOp: string | null
}

/** De perioden die op de kennisdatum tellen (K-CAS-01), oudste eerst; `verborgen` = later bekend geworden. */
export function leesPerioden(dossier: Dossier, bekendOp: Datum | null, namen: Readonly<Record<string, string>>, woorden: Woorden): { readonly perioden: readonly Tijdlijnperiode[], readonly verborgen: number } {
  const alle = (op: Datum | null) => [
    ...dossier.inschrijvingenVo.flatMap((inschrijving) => vanInschrijving(dossier, inschrijving, 'VO', op, (periode) => watVo(periode, woorden), woorden)),
    ...dossier.inschrijvingenMbo.flatMap((inschrijving) => vanInschrijving(dossier, inschrijving, 'MBO', op, (periode) => watMbo(periode, namen, woorden), woorden)),
  ]
  const perioden = alle(bekendOp).toSorted((a, b) => (a.van < b.van ? -1 : a.van > b.van ? 1 : 0))
  const bekend = new Set(perioden.map(sleutel))
  return { perioden, verborgen: bekendOp === null ? 0 : alle(null).filter((periode) => !bekend.has(sleutel(periode))).length }
}

function sleutel(p: Tijdlijnperiode): string {
  return [p.register, p.brin, p.inschrijving, p.van, p.route, p.fase, p.wat[0]].join('|')
}

type AlleInschrijvingen = InschrijvingVo | InschrijvingMbo

function vanInschrijving<P extends PeriodeVo | PeriodeMbo>(
  dossier: Dossier, inschrijving: Omit<AlleInschrijvingen, 'perioden'> & { readonly perioden: readonly P[] }, register: 'VO' | 'MBO', bekendOp: Datum | null, wat: (periode: P) => string[], { tekst }: Woorden,
): Tijdlijnperiode[] {
  if (!telt(inschrijving, bekendOp)) return []
  const kentUitschrijving = telt({ bekendOp: inschrijving.uitschrijvingBekendOp ?? null }, bekendOp)
  const uitschrijving = kentUitschrijving ? (inschrijving.datumUitschrijving ?? null) : null
  const organisatie = dossier.organisaties.find(({ brin }) => brin === inschrijving.brin)
  const geldig = inschrijving.perioden.filter((periode) => telt(periode, bekendOp)).toSorted((a, b) => (a.datumBegin < b.datumBegin ? -1 : 1))
  return geldig.map((periode, i) => {
    const volgende = geldig[i + 1]
    const aanbieder = organisatie?.onderwijsaanbieders.find(({ code }) => code === periode.onderwijsaanbieder)
    return {
      register, sector: aanbieder?.sector ?? register, brin: inschrijving.brin, school: organisatie?.naam ?? tekst.school(inschrijving.brin),
      inschrijving: inschrijving.inschrijvingvolgnummer, van: periode.datumBegin, totEnMet: volgende ? plusDagen(volgende.datumBegin, -1) : uitschrijving,
      isUitschrijving: volgende === undefined && uitschrijving !== null, route: periode.leerroute ?? null, fase: periode.leerroutefase ?? null,
      wat: wat(periode), vastgelegdOp: periode.vastgelegdOp ?? inschrijving.vastgelegdOp ?? periode.bekendOp ?? inschrijving.bekendOp ?? null,
    }
  }).filter((periode) => periode.totEnMet === null || periode.totEnMet >= periode.van)
}

function watVo({ leerjaar, leerweg }: PeriodeVo, { tekst: { tl } }: Woorden): string[] {
  const jaar = leerjaar ? tl.leerjaar(leerjaar) : 'vo'
  return leerweg ? [`${jaar} · ${leerweg.toLowerCase()}`, jaar] : [jaar]
}

function watMbo({ opleidingcode, niveau, leertraject }: PeriodeMbo, namen: Readonly<Record<string, string>>, { tekst: { tl } }: Woorden): string[] {
  const naam = opleidingcode ? (namen[opleidingcode] ?? tl.opleiding(opleidingcode)) : 'mbo'
  const trap = niveau ? tl.niveau(niveau.slice(4)) : null
  const traject = leertraject?.toLowerCase().replace('_dt', tl.deeltijd) ?? null
  const delen = (...stukken: (string | null)[]) => stukken.filter((stuk) => stuk !== null).join(' · ')
  return [...new Set([delen(naam, trap, traject), delen(naam, trap), naam, delen(trap) || naam])]
}
