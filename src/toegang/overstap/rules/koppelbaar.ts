/** Of een oud account nu te koppelen is, als het bewijs al geslaagd is (T-04, T-19, T-24, T-25). */
import { type Datum, datumInNederland, type Moment, parseDatum } from '../../../kern/datum.ts'
import type { Schoolstand } from '../schoolstand.ts'
import { type Bewaardetoestand, koppelVanuit, type OvergangNietToegestaan } from './toestanden.ts'

export interface Koppelvraag {
  readonly toestand: Bewaardetoestand
  readonly laatstGebruiktOp: Moment
  readonly stand: Schoolstand
  /** De organisatie van eHerkenning is vandaag die van het oude account, en de school hoort er vandaag bij. */
  readonly zelfdeOrganisatie: boolean
  readonly nu: Moment
  readonly ongebruiktMaanden: number
}

export type NietKoppelbaar =
  | { readonly soort: 'organisatie-komt-niet-overeen' }
  | { readonly soort: 'account-geblokkeerd' }
  | { readonly soort: 'overstap-niet-open'; readonly openVan: Datum | null }
  | { readonly soort: 'coulance-voorbij' }
  | { readonly soort: 'te-lang-niet-gebruikt'; readonly maanden: number }
  | OvergangNietToegestaan

/** De eerste reden telt; bij een andere organisatie zegt het antwoord niets over het account zelf. */
export function waaromNietKoppelbaar({ toestand, laatstGebruiktOp, stand, zelfdeOrganisatie, nu, ongebruiktMaanden }: Koppelvraag): NietKoppelbaar | undefined {
  if (!zelfdeOrganisatie) return { soort: 'organisatie-komt-niet-overeen' }
  if (toestand === 'GEBLOKKEERD') return { soort: 'account-geblokkeerd' }
  const overgang = koppelVanuit(toestand)
  if (!overgang.ok) return overgang.reden
  if (stand.stand === 'VOORBEREIDING' || stand.stand === 'GEEN') return { soort: 'overstap-niet-open', openVan: stand.openVan }
  if (stand.stand === 'OVERSTAP_DICHT' && !stand.coulance) return { soort: 'coulance-voorbij' }
  if (isTeLangNietGebruikt(laatstGebruiktOp, nu, ongebruiktMaanden)) return { soort: 'te-lang-niet-gebruikt', maanden: ongebruiktMaanden }
  return undefined
}

/** T-24: op de dag dat het precies zo veel maanden geleden is, telt het account als ongebruikt. */
export function isTeLangNietGebruikt(laatstGebruiktOp: Moment, nu: Moment, maanden: number): boolean {
  return plusMaanden(datumInNederland(new Date(laatstGebruiktOp)), maanden) <= datumInNederland(new Date(nu))
}

/** Dezelfde dag zo veel maanden later; bestaat die niet, dan de laatste dag van die maand. */
export function plusMaanden(dag: Datum, maanden: number): Datum {
  const begin = Number(dag.slice(0, 4)) * 12 + Number(dag.slice(5, 7)) - 1 + maanden
  const [jaar, maand] = [String(Math.floor(begin / 12)).padStart(4, '0'), String((begin % 12) + 1).padStart(2, '0')]
  for (let nummer = Number(dag.slice(8, 10)); nummer > 0; nummer -= 1) {
    const kandidaat = parseDatum(`${jaar}-${maand}-${String(nummer).padStart(2, '0')}`)
    if (kandidaat !== undefined) return kandidaat
  }
  throw new RangeError(`geen dag ${maanden} maanden na ${dag}`)
}
