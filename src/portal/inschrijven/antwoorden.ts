/** De antwoorden van een inschrijving in een route: welke vragen er zijn, in welke volgorde, en wat er al is ingevuld. */
import type { Datum } from '../../kern/datum.ts'
import { parseDatum } from '../../kern/datum.ts'
import type { Leerroute, Sector } from '../../kern/leerroute.ts'
import type { Inschrijfplaats } from '../../leerroute/index.ts'
import type { Conceptinhoud } from '../concept/index.ts'

export const STAPPEN = [
  'plaats', 'vestiging', 'student', 'gegevens', 'leerjaar', 'leerweg', 'profiel', 'opleiding', 'niveau', 'leertraject', 'bekostiging', 'route', 'partner', 'begin', 'fase', 'oordeel',
] as const
export type Stap = (typeof STAPPEN)[number]

/** De velden van het formulier, per vraag. */
export const VELDEN: Readonly<Record<Stap, readonly string[]>> = {
  plaats: ['plaats'], vestiging: ['vestiging'], student: ['persoonsnummer'], gegevens: ['geboortedatum', 'voornaam', 'achternaam'], leerjaar: ['leerjaar'], leerweg: ['leerweg'], profiel: ['profiel'],
  opleiding: ['opleidingsoort', 'opleidingcode'], niveau: ['niveau'], leertraject: ['leertraject'], bekostiging: ['bekostiging'], route: ['route'], partner: ['partner', 'partnercode'], begin: ['begin'],
  fase: ['fase'], oordeel: ['oordeel', 'oordeeldatum'],
}

/** Wat er getypt of gekozen is; leeg als er nog niets staat. */
export type Antwoorden = Readonly<Record<string, string>>

export function antwoordenUit(inhoud: Conceptinhoud): Antwoorden {
  return Object.fromEntries(Object.entries(inhoud).flatMap(([veld, waarde]) => (typeof waarde === 'string' ? [[veld, waarde]] : [])))
}

export function isStap(tekst: unknown): tekst is Stap {
  return STAPPEN.some((stap) => stap === tekst)
}

export function plaatsVan({ plaats }: Antwoorden, plaatsen: readonly Inschrijfplaats[]): Inschrijfplaats | undefined {
  return plaatsen.length === 1 ? plaatsen[0] : plaatsen.find(({ code }) => code === plaats)
}

/** De vragen die bij deze antwoorden horen. Vragen over de sector komen er pas bij als de school bekend is. */
export function stappenBij(antwoorden: Antwoorden, plaatsen: readonly Inschrijfplaats[]): readonly Stap[] {
  const plaats = plaatsVan(antwoorden, plaatsen)
  const mbo = plaats?.sector === 'MBO'
  const weg: Readonly<Partial<Record<Stap, boolean>>> = {
    plaats: plaatsen.length > 1, vestiging: (plaats?.vestigingen.length ?? 0) > 1, gegevens: !isBekend(antwoorden),
    leerjaar: !mbo, leerweg: !mbo, profiel: !mbo, opleiding: mbo, niveau: mbo, leertraject: mbo, bekostiging: mbo, oordeel: antwoorden['route'] === 'GLR',
  }
  return STAPPEN.filter((stap) => weg[stap] ?? true)
}

/** S-72 3.3.7: het register toont deze student al aan deze school. */
export function isBekend(antwoorden: Antwoorden): boolean {
  return (antwoorden['deelnemerId'] ?? '') !== ''
}

/** Wat uit het register kwam, vragen wij niet nog een keer; het staat wel bij het nakijken. */
export function uitRegister(antwoorden: Antwoorden): readonly string[] {
  return (antwoorden['uitRegister'] ?? '').split(',').filter((stap) => stap !== '')
}

export function isBeantwoord(stap: Stap, antwoorden: Antwoorden): boolean {
  return (antwoorden[`klaar-${stap}`] ?? '') === 'ja' || uitRegister(antwoorden).includes(stap)
}

/** De volgende vraag zonder antwoord; undefined als alles er is. */
export function eersteOpen(antwoorden: Antwoorden, plaatsen: readonly Inschrijfplaats[]): Stap | undefined {
  return stappenBij(antwoorden, plaatsen).find((stap) => !isBeantwoord(stap, antwoorden))
}

/** Kern van de antwoorden waar andere vragen van afhangen; undefined zolang er een ontbreekt. */
export interface Kern {
  readonly sector: Sector
  readonly leerroute: Leerroute
  readonly begin: Datum
}

export function kernVan(antwoorden: Antwoorden, plaats: Inschrijfplaats | undefined): Kern | undefined {
  const begin = parseDatum(antwoorden['begin'] ?? '')
  const route = antwoorden['route']
  if (plaats === undefined || begin === undefined || (route !== 'DLR' && route !== 'GLR')) return undefined
  return { sector: plaats.sector, leerroute: route, begin }
}

/** Is een antwoord veranderd waar een ander van afhing, dan vragen wij dat opnieuw. */
export function zonderGevolg(stap: Stap, oud: Antwoorden, nieuw: Antwoorden): Antwoorden {
  const veranderd = VELDEN[stap].some((veld) => (oud[veld] ?? '') !== (nieuw[veld] ?? ''))
  if (!veranderd) return nieuw
  const opnieuw: readonly Stap[] = stap === 'plaats' ? ['vestiging', 'student', 'partner', 'fase'] : ['route', 'begin', 'student'].includes(stap) ? ['fase'] : []
  return Object.fromEntries(Object.entries(nieuw).filter(([veld]) => !opnieuw.some((ander) => veld === `klaar-${ander}`)))
}
