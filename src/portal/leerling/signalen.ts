import type { Leerlingbeeld, Signaalvak } from '../../beslissing/index.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Signaalcode } from '../../kern/signaalcode.ts'
import { inTaal, signaaltekst } from '../../normen/index.ts'
import { NIVEAU_VOLGORDE } from '../woorden/woorden.ts'
import { type Woorden, woordenIn } from './teksten.ts'

export interface Lijstsignaal extends Signaalvak {
  readonly anker: string
  readonly open: boolean
  /** Wat te doen, met de herinnering aan het meetmoment als het daar tijd voor is (K-RIO-06). */
  readonly advies: string
}

/**
 * Eerst de open signalen (ergste, dan die van de eigen school, dan langst open), dan de gesloten (nieuwste eerst).
 * Het anker is er voor tekening en tabel.
 */
export function ordenSignalen({ tijdlijn, rioMeetmoment }: Leerlingbeeld, eigen: readonly string[] = [], woorden: Woorden = woordenIn('nl')): Lijstsignaal[] {
  const rang = ({ niveau, signaal }: Signaalvak) => NIVEAU_VOLGORDE.indexOf(niveau) * 2 + (signaal.voor.some((brin) => eigen.includes(brin)) ? 0 : 1)
  const open = tijdlijn.signalen.filter(({ totEnMet }) => totEnMet === null).toSorted((a, b) => rang(a) - rang(b) || opTekst(a.van, b.van))
  const gesloten = tijdlijn.signalen.filter(({ totEnMet }) => totEnMet !== null).toSorted((a, b) => opTekst(b.van, a.van))
  return [...open, ...gesloten].map((vak, i) => ({ ...vak, anker: `signaal-${i + 1}`, open: vak.totEnMet === null, advies: adviesBij(vak.code, rioMeetmoment ?? null, woorden) }))
}

/** De melding bovenaan: alleen bij een open fout, en hoogstens één. */
export function ergsteFout(signalen: readonly Lijstsignaal[]): Lijstsignaal | undefined {
  return signalen.find(({ open, niveau }) => open && niveau === 'fout')
}

function adviesBij(code: Signaalcode, meetmoment: Datum | null, { taal, tekst, datum }: Woorden): string {
  const { watTeDoen } = inTaal(signaaltekst(code), taal)
  return meetmoment !== null && MIST_IN_RIO.has(code) ? `${watTeDoen} ${tekst.voorMeetmoment(dagEnMaand(datum.lang(meetmoment)))}` : watTeDoen
}

/** Zonder het jaar: dat spreekt vanzelf. */
function dagEnMaand(dag: string): string {
  return dag.replace(/ \d{4}$/, '')
}

const MIST_IN_RIO: ReadonlySet<Signaalcode> = new Set(['SIG-RIO-ONTBREEKT-VO', 'SIG-RIO-ONTBREEKT-MBO'])

function opTekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
