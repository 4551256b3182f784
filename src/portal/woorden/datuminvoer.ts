import { parseDatum, type Datum } from '../../kern/datum.ts'
import { MAANDEN } from '../../kern/zinnen.ts'
import { geweigerd, gelukt, type Uitkomst } from '../../kern/uitkomst.ts'

/** Waarom een ingetypte datum niet te lezen is. De tekst zegt wat de gebruiker kan doen. */
export type Datumfout = 'onleesbaar' | 'jaar-kort' | 'bestaat-niet' | 'buiten-bereik'

export const EERSTE_JAAR = 1990
export const LAATSTE_JAAR = 2100

/**
 * Leest een datum zoals mensen hem typen: 1-8-2026, 1/8/2026, 1.8.2026, 1 aug 2026, 1 augustus 2026 of 2026-08-01.
 * Een maand mag ook Engels zijn, want zo staat hij op een Engelse bladzijde. Dag gaat voor maand, zoals in Nederland. Een jaar van twee cijfers wordt niet geraden.
 */
export function leesDatum(invoer: string): Uitkomst<Datum, Datumfout> {
  const delen = ontleed(invoer.trim().toLowerCase())
  if (delen === undefined) return geweigerd('onleesbaar')
  if (delen.jaar.length !== 4) return geweigerd('jaar-kort')
  const gelezen = parseDatum(`${delen.jaar}-${delen.maand.padStart(2, '0')}-${delen.dag.padStart(2, '0')}`)
  if (gelezen === undefined) return geweigerd('bestaat-niet')
  const jaar = Number(delen.jaar)
  return jaar < EERSTE_JAAR || jaar > LAATSTE_JAAR ? geweigerd('buiten-bereik') : gelukt(gelezen)
}

const JAAR_EERST = /^(?<jaar>\d{4})[-/.](?<maand>\d{1,2})[-/.](?<dag>\d{1,2})$/
const DAG_EERST = /^(?<dag>\d{1,2})\s?[-/. ]\s?(?<maand>\d{1,2})\s?[-/. ]\s?(?<jaar>\d{1,4})$/
const MET_WOORD = /^(?<dag>\d{1,2})(?:\s|-)?(?<maand>[a-z]+)\.?(?:\s|-)?(?<jaar>\d{1,4})$/

interface Delen {
  readonly jaar: string
  readonly maand: string
  readonly dag: string
}

function ontleed(tekst: string): Delen | undefined {
  const groepen = (JAAR_EERST.exec(tekst) ?? DAG_EERST.exec(tekst) ?? MET_WOORD.exec(tekst))?.groups
  const [jaar, maand, dag] = [groepen?.['jaar'], groepen?.['maand'], groepen?.['dag']]
  if (jaar === undefined || maand === undefined || dag === undefined) return undefined
  if (/^\d+$/.test(maand)) return { jaar, maand, dag }
  const nummer = maandnummer(maand)
  return nummer === undefined ? undefined : { jaar, maand: String(nummer), dag }
}

/** "mrt" en "maa" zijn allebei maart; minder dan drie letters is te onzeker. */
function maandnummer(woord: string): number | undefined {
  if (woord === 'mrt') return 3
  if (woord.length < 3) return undefined
  for (const maanden of [MAANDEN, ENGELSE_MAANDEN]) {
    const index = maanden.findIndex((maand) => maand.startsWith(woord))
    if (index >= 0) return index + 1
  }
  return undefined
}

/** Geen begin van drie letters betekent in het Engels een andere maand dan in het Nederlands. */
const ENGELSE_MAANDEN: readonly string[] = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
