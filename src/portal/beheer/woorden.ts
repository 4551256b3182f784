import type { Moment } from '../../kern/datum.ts'
import { datumInNederland, plusDagen } from '../../kern/datum.ts'
import type { Accountbeeld } from '../../toegang/index.ts'
import { middel } from '../woorden/datumwoorden.ts'

/** Wat iemand met de rol kan, in een zin; voor wie de rol geeft. */
export const ROLUITLEG: Readonly<Record<string, string>> = {
  beheerder: 'Geeft rollen en trekt ze in. Ziet geen studenten.', 'rio-beheer': 'Registreert het aanbod en de afspraken van de school.',
  'bron-inschrijving-vo': 'Levert inschrijvingen vo.', 'bron-inschrijving-mbo': 'Levert inschrijvingen mbo.', raadplegen: 'Leest studenten, zonder persoonsnummer.',
  'bsn-inzien': 'Haalt bestanden op waar persoonsnummers in staan.', verzuim: 'Meldt verzuim.', 'duo-behandelaar': 'Helpt scholen en leidt de overstap.',
  'duo-securitydesk': 'Bewaakt de beveiliging.', auditor: 'Leest alleen het logboek.',
}

const TOESTAND: Readonly<Record<string, string>> = {
  NIEUW: 'nieuw, nog zonder rol', ACTIEF: 'actief', GEBLOKKEERD: 'geblokkeerd', BEEINDIGD: 'beëindigd', ACTIEF_TOKEN: 'actief met token', AFGESLOTEN: 'afgesloten', GEKOPPELD: 'overgestapt',
  GEKOPPELD_DOOR_BEHEERDER: 'overgestapt, rollen opnieuw gegeven', VERVALLEN_ONGEKOPPELD: 'vervallen', INGETROKKEN: 'ingetrokken', ONTKOPPELD: 'ontkoppeld',
}

export const MIDDELWOORD = { EHERKENNING: 'eHerkenning', DUO_TOKEN: 'DUO-token' } as const

export function toestandWoord(toestand: string): string {
  return TOESTAND[toestand] ?? toestand.toLowerCase()
}

export function naamWoord({ medewerker, kort, middel: soort }: Pick<Accountbeeld, 'medewerker' | 'kort' | 'middel'>): string {
  return medewerker?.naam ?? (kort === null ? `Zonder naam (${MIDDELWOORD[soort]})` : `Zonder naam (${kort})`)
}

export function dagVan(moment: Moment): string {
  return middel(datumInNederland(new Date(moment)))
}

/** De laatste dag van een rol: de dag voor het moment waarop hij niet meer geldt. */
export function laatsteDag(voor: Moment): string {
  return middel(laatsteDatum(voor))
}

export function laatsteDatum(voor: Moment) {
  return datumInNederland(new Date(Date.parse(voor) - 1))
}

/** Het moment na een laatste dag, en andersom: een rol geldt tot en met zijn laatste dag. */
export function dagErna(dag: Parameters<typeof plusDagen>[0]) {
  return plusDagen(dag, 1)
}

export function laatstIngelogd(op: Moment | null, nu: Moment): string {
  if (op === null) return 'nog nooit'
  return datumInNederland(new Date(op)) === datumInNederland(new Date(nu)) ? 'vandaag' : dagVan(op)
}
