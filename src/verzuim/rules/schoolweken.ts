import { dagnummer } from '../../kern/datum.ts'
import type { Datum } from '../../kern/datum.ts'
import type { Schoolvakantie } from '../afwezigheid.ts'

/** Vakanties als paren van dagnummers (eerste en laatste dag). Met nummers rekenen is veel sneller dan met datums. */
export type Vakantiedagen = readonly (readonly [number, number])[]

/** Alle leerlingen delen dezelfde lijst, dus omrekenen hoeft maar een keer. Een lijst verandert nooit, en dus ook het antwoord niet. */
export function leesVakanties(vakanties: readonly Schoolvakantie[]): Vakantiedagen {
  const eerder = GELEZEN.get(vakanties)
  if (eerder !== undefined) return eerder
  const gelezen = vakanties.map(({ van, tot }) => [dagnummer(van), dagnummer(tot)] as const)
  GELEZEN.set(vakanties, gelezen)
  return gelezen
}

const GELEZEN = new WeakMap<readonly Schoolvakantie[], Vakantiedagen>()

export function isVakantie(dag: number, vakanties: Vakantiedagen): boolean {
  for (const [van, tot] of vakanties) {
    if (van <= dag && dag <= tot) return true
  }
  return false
}

/**
 * K-CAS-08: de maandag van de zoveelste schoolweek voor de week van de dag. Een schoolweek (maandag tot en met zondag) heeft ten minste
 * één werkdag buiten de vakanties; andere weken tellen niet en worden overgeslagen. Afgeleid.
 */
export function beginVenster(dag: Datum, wekenErvoor: number, vakanties: Vakantiedagen): number {
  let maandag = maandagVan(dagnummer(dag))
  for (let nog = wekenErvoor; nog > 0;) {
    maandag -= 7
    if (isSchoolweek(maandag, vakanties)) nog -= 1
  }
  return maandag
}

/** Dagnummer 0 is een donderdag, dus -3 is een maandag. */
function maandagVan(dag: number): number {
  return dag - ((((dag + 3) % 7) + 7) % 7)
}

function isSchoolweek(maandag: number, vakanties: Vakantiedagen): boolean {
  for (let dag = maandag; dag < maandag + 5; dag++) {
    if (!isVakantie(dag, vakanties)) return true
  }
  return false
}
