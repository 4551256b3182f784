/** Datums in de taal van de bladzijde. `lang` in zinnen, `middel` in tabellen, `kort` waar het jaar bekend is, `moment` met de klok van Nederland. */
import { type Datum, parseDatum } from '../../kern/datum.ts'
import { type Taal, useTekst } from '../kader/taal.ts'
import { cijfers, kort, lang, middel, momentwoord, vanTot } from './datumwoorden.ts'

export interface Datums {
  readonly lang: (dag: Datum) => string
  readonly middel: (dag: Datum) => string
  readonly kort: (dag: Datum) => string
  /** Een vastlegmoment (UTC-tekst) als dag en tijd in Nederland. */
  readonly moment: (moment: string) => string
  /** Een periode; een leeg einde loopt nog. */
  readonly vanTot: (van: Datum, totEnMet: Datum | null) => string
}

const ENGELS: Datums = {
  lang: (dag) => schrijf(dag, { day: 'numeric', month: 'long', year: 'numeric' }),
  middel: (dag) => schrijf(dag, { day: 'numeric', month: 'short', year: 'numeric' }),
  kort: (dag) => schrijf(dag, { day: 'numeric', month: 'short' }),
  moment: (moment) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment)),
  vanTot: (van, totEnMet) => (totEnMet === null ? `since ${ENGELS.middel(van)}` : `${ENGELS.middel(van)} to ${ENGELS.middel(totEnMet)}`),
}
const DATUMS: Readonly<Record<Taal, Datums>> = { nl: { lang, middel, kort, moment: momentwoord, vanTot }, en: ENGELS }

export function datumsIn(taal: Taal): Datums {
  return DATUMS[taal]
}

export function useDatums(): Datums {
  return useTekst(DATUMS)
}

/** Een bewaarde dag zoals mensen hem typen; wat niet te lezen was, blijft staan. */
export function leesbareDag(waarde: string | undefined): string | undefined {
  const dag = waarde === undefined ? undefined : parseDatum(waarde)
  return dag === undefined ? waarde : cijfers(dag)
}

/** Een bewaarde dag in een zin; wat niet te lezen was, blijft staan. */
export function langeDag(waarde: string | undefined, taal: Taal): string {
  const dag = waarde === undefined ? undefined : parseDatum(waarde)
  return dag === undefined ? (waarde ?? '') : DATUMS[taal].lang(dag)
}

function schrijf(dag: Datum, vorm: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...vorm, timeZone: 'UTC' }).format(new Date(`${dag}T00:00:00Z`))
}
